//! What paragraphs turn out to be: lines of verse, figures, attributions, captions.

use super::inline::FoundPicture;
use crate::edition::text::marks;
use crate::edition::text::{Block, Paragraph, VerseLine};

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
    Block::Figure { picture: picture.path.into(), alt: picture.alt.into(), caption }
}

/// A quote; its last paragraph is its attribution if it begins with a dash. `None` without any words.
pub(super) fn quote(mut blocks: Vec<Block>) -> Option<Block> {
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
    (!blocks.is_empty() || attribution.is_some()).then_some(Block::Quote { blocks, attribution })
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
