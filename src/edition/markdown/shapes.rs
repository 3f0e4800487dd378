//! What paragraphs turn out to be: lines of verse, figures, attributions, captions.

use super::inline::FoundPicture;
use crate::edition::text::marks;
use crate::edition::text::{Block, Paragraph, QuoteKind, VerseLine};

/// The lines of verse in a paragraph of bars.
pub(super) fn verse(paragraph: &Paragraph, lengths: &[usize]) -> Vec<VerseLine> {
    let mut at = 0;
    let mut lines = Vec::with_capacity(lengths.len());
    for length in lengths {
        let end = (at + length).min(paragraph.text.len());
        let line = paragraph.text.get(at..end).unwrap_or_default();
        let words = line.strip_prefix("| ").unwrap_or("");
        let indent = words.len() - words.trim_start_matches(' ').len();
        let start = end - words.len() + indent;
        let text = marks::slice(paragraph, start..end);
        lines.push(VerseLine { indent: indent.min(255) as u8, text });
        at = end + 1;
    }
    lines
}

pub(super) fn figure(picture: FoundPicture) -> Block {
    let caption = (!picture.title.trim().is_empty()).then(|| super::inline(&picture.title));
    Block::Figure {
        picture: picture.path.into(),
        alt: picture.alt.into(),
        caption,
        landscape: picture.landscape,
    }
}

/// A quote; its last paragraph is its attribution if it begins with a dash. `None` without any words.
pub(super) fn quote(kind: QuoteKind, mut blocks: Vec<Block>) -> Option<Block> {
    let attribution = match blocks.last() {
        Some(Block::Paragraph(last)) => ["— ", "– ", "-- "].iter().find_map(|dash| {
            let said = last.text.strip_prefix(dash).filter(|said| !said.trim().is_empty())?;
            Some(marks::slice(last, last.text.len() - said.len()..last.text.len()))
        }),
        _ => None,
    };
    if attribution.is_some() {
        blocks.pop();
    }
    let has_words = !blocks.is_empty() || attribution.is_some();
    has_words.then_some(Block::Quote { kind, blocks, attribution })
}

/// A quotation between fences, and the blocks that can't be in one. A plain quotation inside it is only its words.
pub(super) fn fenced(kind: QuoteKind, inside: Vec<Block>) -> (Option<Block>, Vec<Block>) {
    let (mut words, mut others, mut said_by) = (Vec::new(), Vec::new(), None);
    for block in inside {
        match block {
            Block::Paragraph(_) | Block::Verse(_) => words.push(block),
            Block::Quote { blocks, attribution, .. } => {
                let is_words = |block: &Block| matches!(block, Block::Paragraph(_) | Block::Verse(_));
                let (inner, rest): (Vec<Block>, Vec<Block>) = blocks.into_iter().partition(is_words);
                words.extend(inner);
                others.extend(rest);
                // Of two names the first is one of the words.
                words.extend(said_by.take().map(Block::Paragraph));
                said_by = attribution;
            }
            _ => others.push(block),
        }
    }
    let quote = match (quote(kind, words), said_by) {
        (Some(Block::Quote { blocks, attribution: None, .. }), attribution @ Some(_)) => {
            Some(Block::Quote { kind, blocks, attribution })
        }
        (None, attribution @ Some(_)) => Some(Block::Quote { kind, blocks: Vec::new(), attribution }),
        (Some(Block::Quote { mut blocks, attribution, .. }), Some(said_by)) => {
            blocks.push(Block::Paragraph(said_by));
            Some(Block::Quote { kind, blocks, attribution })
        }
        (quote, _) => quote,
    };
    (quote, others)
}

/// Gives tables the paragraph “Table: …” right behind them, else right before, as their caption.
pub(super) fn captions(blocks: &mut Vec<Block>) {
    if !blocks.iter().any(|block| matches!(block, Block::Table(_))) {
        return;
    }
    let mut placed: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks.drain(..) {
        match (placed.last_mut(), block) {
            (Some(Block::Table(table)), Block::Paragraph(words)) if table.caption.is_none() => {
                match caption(&words) {
                    Some(caption) => table.caption = Some(caption),
                    None => placed.push(Block::Paragraph(words)),
                }
            }
            (_, block) => placed.push(block),
        }
    }
    for index in 1..placed.len() {
        let before = match &placed[index - 1] {
            Block::Paragraph(words) => caption(words),
            _ => None,
        };
        if let (Some(caption), Block::Table(table)) = (before, &mut placed[index])
            && table.caption.is_none()
        {
            table.caption = Some(caption);
            placed[index - 1] = Block::Paragraph(Paragraph::default());
        }
    }
    placed.retain(|block| !matches!(block, Block::Paragraph(words) if words.text.is_empty()));
    *blocks = placed;
}

/// What stands behind “Table: ”.
fn caption(words: &Paragraph) -> Option<Paragraph> {
    let rest = words.text.strip_prefix("Table: ").filter(|rest| !rest.trim().is_empty())?;
    Some(marks::slice(words, words.text.len() - rest.len()..words.text.len()))
}
