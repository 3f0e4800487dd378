//! Typography by language: quotes, apostrophes, dashes, ellipses, spaces, and what copying and old encodings broke.
//!
//! In: a block as it was read. Out: the block, mended, and a list of [`Correction`]s, each of which can be undone:
//! the block is then cleaned anew without it. Nothing is changed in addresses, program text and verse.

mod edits;
mod letters;
mod mojibake;
mod quotes;
mod spaces;

use super::limits;
use crate::edition::language::Language;
use crate::edition::text::{Block, Mark, Paragraph};
use edits::{Edit, apply};
pub(super) use letters::is_invisible;
use std::collections::BTreeSet;
use std::ops::Range;

/// What a correction mends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Letters that were read in the wrong encoding: “â€™” for “’”.
    Encoding,
    /// Characters that nobody sees: soft hyphens, zero-width spaces, controls.
    Invisible,
    /// Ligature characters, letters in several parts.
    Letters,
    /// Spaces doubled, or before a stop.
    Spaces,
    /// Three stops for an ellipsis.
    Ellipses,
    /// Hyphens that are dashes.
    Dashes,
    /// Quotation marks.
    Quotes,
    /// Apostrophes.
    Apostrophes,
    /// Spaces at which no line may break.
    NoBreak,
}

impl Kind {
    /// All kinds, in the order in which they are mended.
    pub const ALL: [Kind; 9] = [
        Kind::Encoding,
        Kind::Invisible,
        Kind::Letters,
        Kind::Spaces,
        Kind::Ellipses,
        Kind::Dashes,
        Kind::Quotes,
        Kind::Apostrophes,
        Kind::NoBreak,
    ];

    /// Its name in reports.
    pub fn key(self) -> &'static str {
        match self {
            Kind::Encoding => "encoding",
            Kind::Invisible => "invisible",
            Kind::Letters => "letters",
            Kind::Spaces => "spaces",
            Kind::Ellipses => "ellipses",
            Kind::Dashes => "dashes",
            Kind::Quotes => "quotes",
            Kind::Apostrophes => "apostrophes",
            Kind::NoBreak => "no_break",
        }
    }

    fn edits(self, text: &str, language: Language) -> Vec<Edit> {
        match self {
            Kind::Encoding => mojibake::edits(text),
            Kind::Invisible => letters::invisible(text),
            Kind::Letters => letters::composed(text),
            Kind::Spaces => spaces::spaces(text, language),
            Kind::Ellipses => spaces::ellipses(text),
            Kind::Dashes => spaces::dashes(text, language),
            Kind::Quotes => quotes::quotes(text, language),
            Kind::Apostrophes => quotes::apostrophes(text),
            Kind::NoBreak => spaces::no_break(text, language),
        }
    }
}

/// Which correction it is: the `nth` of its kind in a paragraph of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CorrectionId {
    /// Index of the line in its intake; notes count on behind the lines.
    pub line: usize,
    /// The paragraph of the line's block, in reading order.
    pub paragraph: usize,
    /// Its kind.
    pub kind: Kind,
    /// From 0.
    pub nth: usize,
}

/// Something that was mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Which it is; put into [`Intake::undone`](super::intake::Intake::undone) it is not made.
    pub id: CorrectionId,
    /// Where it stands in the file: line or paragraph, from 1.
    pub number: usize,
    /// What stood there, with a few letters around it.
    pub before: String,
    /// What stands there now, with the same letters around it.
    pub after: String,
}

/// Where a block stands, and how it is cleaned.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    pub(super) line: usize,
    pub(super) number: usize,
    pub(super) language: Language,
}

/// Cleans a block.
pub(super) fn block(
    block: &Block,
    spot: Spot,
    undone: &BTreeSet<CorrectionId>,
    corrections: &mut Vec<Correction>,
) -> Block {
    let mut block = block.clone();
    let mut number = 0;
    each_paragraph(&mut block, &mut |paragraph| {
        clean(paragraph, number, spot, undone, corrections);
        number += 1;
    });
    block
}

/// Calls `change` for every paragraph of a block but those of verse, in reading order.
pub(super) fn each_paragraph(block: &mut Block, change: &mut dyn FnMut(&mut Paragraph)) {
    match block {
        Block::Paragraph(text) | Block::Heading { text, .. } => change(text),
        Block::Quote { blocks, attribution, .. } => {
            blocks.iter_mut().for_each(|block| each_paragraph(block, change));
            attribution.iter_mut().for_each(change);
        }
        Block::List { items, .. } => {
            items.iter_mut().flatten().for_each(|block| each_paragraph(block, change))
        }
        Block::Table(table) => {
            let cells =
                table.caption.iter_mut().chain(&mut table.head).chain(table.rows.iter_mut().flatten());
            cells.for_each(change);
        }
        Block::Figure { caption, .. } => caption.iter_mut().for_each(change),
        Block::Verse(_) | Block::Ornament | Block::Code(_) => {}
    }
}

fn clean(
    paragraph: &mut Paragraph,
    number: usize,
    spot: Spot,
    undone: &BTreeSet<CorrectionId>,
    corrections: &mut Vec<Correction>,
) {
    for kind in Kind::ALL {
        // A text of nothing but marks is no text; a list of millions of corrections helps nobody.
        if corrections.len() >= limits::CORRECTIONS {
            return;
        }
        let edits = kind.edits(&paragraph.text, spot.language);
        if edits.is_empty() {
            continue;
        }
        let kept = untouched(paragraph, kind);
        let mut made = Vec::with_capacity(edits.len());
        for (nth, edit) in edits.into_iter().filter(|edit| !touches(&kept, &edit.range)).enumerate() {
            let id = CorrectionId { line: spot.line, paragraph: number, kind, nth };
            if undone.contains(&id) {
                continue;
            }
            let (before, after) = edit.shown(&paragraph.text);
            corrections.push(Correction { id, number: spot.number, before, after });
            made.push(edit);
        }
        apply(paragraph, &made);
    }
}

/// Ranges that stay as they are: addresses, program text, the numbers of notes.
fn untouched(paragraph: &Paragraph, kind: Kind) -> Vec<Range<usize>> {
    let is_kept = |mark: &Mark| matches!(mark, Mark::Code | Mark::Note(_));
    let mut kept: Vec<Range<usize>> = paragraph
        .marks
        .iter()
        .filter(|marked| is_kept(&marked.mark))
        .map(|marked| marked.range.clone())
        .collect();
    if !matches!(kind, Kind::Encoding | Kind::Invisible) {
        kept.extend(addresses(&paragraph.text));
    }
    kept.sort_unstable_by_key(|range| range.start);
    kept.dedup_by(|next, last| {
        let meet = next.start <= last.end;
        if meet {
            last.end = last.end.max(next.end);
        }
        meet
    });
    kept
}

/// Whether a range touches one of those that are kept, which stand in order and apart.
fn touches(kept: &[Range<usize>], range: &Range<usize>) -> bool {
    let before = kept.partition_point(|kept| kept.start < range.end);
    before.checked_sub(1).is_some_and(|last| range.start < kept[last].end)
}

/// Addresses of pages and mailboxes, and handles.
fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim();
        let is_address =
            bare.contains("://") || bare.starts_with("www.") || bare.contains('@') && bare.len() > 2;
        if is_address {
            // What stands around an address is no part of it.
            let inner = bare.trim_matches(|l: char| {
                matches!(l, '(' | ')' | ',' | '.' | ';' | '"' | '\'' | '“' | '”' | '’' | '‘' | '<' | '>')
            });
            let start = word.find(inner).unwrap_or(0);
            let end = start + inner.len();
            // A shortened address ("http://site.org/lon...") ends with its stops.
            let stops = word[end..].bytes().take_while(|&byte| byte == b'.').count();
            let end = end + if stops > 1 { stops } else { 0 };
            found.push(at + start..at + end);
        }
        at += word.len();
    }
    found
}

/// Words that stand twice in a row: they may be meant.
pub(super) fn doubled(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut last = "";
    for word in text.split_whitespace() {
        let is_word = word.chars().all(char::is_alphabetic) && word.chars().count() >= 2;
        let may_double =
            matches!(word, "had" | "that" | "nous" | "vous" | "sie" | "die" | "der" | "das" | "bye" | "very");
        if is_word && !may_double && word == last && word.chars().all(char::is_lowercase) {
            found.push(word.to_string());
        }
        last = word;
    }
    found
}

#[cfg(test)]
mod tests;
