//! Typography by language: quotes, apostrophes, dashes, ellipses, spaces, and what copying and old encodings broke.
//!
//! In: a block as it was read. Out: the block, mended, and a list of [`Correction`]s, each of which can be undone:
//! the block is then cleaned anew without it. Nothing is changed in addresses, program text and verse.

mod letters;
mod mojibake;
mod spaces;

use super::limits;
use crate::edition::language::Language;
use crate::edition::quotes;
use crate::edition::text::edits::{Edit, apply, kept, touches};
use crate::edition::text::{Block, Paragraph};
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
            Kind::Apostrophes => quotes::apostrophes(text, language),
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
    block.each_prose_mut(&mut |paragraph| {
        clean(paragraph, number, spot, undone, corrections);
        number += 1;
    });
    block
}

/// The edits of a kind that a paragraph needs; none in addresses and program text.
pub fn edits(kind: Kind, paragraph: &Paragraph, language: Language) -> Vec<Edit> {
    let edits = kind.edits(&paragraph.text, language);
    if edits.is_empty() {
        return edits;
    }
    let kept = kept(paragraph, !matches!(kind, Kind::Encoding | Kind::Invisible));
    edits.into_iter().filter(|edit| !touches(&kept, &edit.range)).collect()
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
        let edits = edits(kind, paragraph, spot.language);
        let mut made = Vec::with_capacity(edits.len());
        for (nth, edit) in edits.into_iter().enumerate() {
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

/// Words that stand twice in a row, which may be meant, with the bytes that both take.
pub fn doubled(text: &str) -> Vec<(Range<usize>, &str)> {
    let mut found = Vec::new();
    let (mut last, mut last_at, mut at) = ("", 0, 0);
    for part in text.split_inclusive(char::is_whitespace) {
        let (word, start) = (part.trim_end(), at);
        at += part.len();
        if word.is_empty() {
            continue;
        }
        let may_double =
            matches!(word, "had" | "that" | "nous" | "vous" | "sie" | "die" | "der" | "das" | "bye" | "very");
        // Most words differ from the one before: that is asked first. Scripts without capitals are left alone: in Urdu
        // and Hindi a doubled word is a word.
        if word.len() == last.len()
            && word == last.to_lowercase()
            && word.chars().all(char::is_lowercase)
            && word.chars().nth(1).is_some()
            && !may_double
        {
            found.push((last_at..start + word.len(), word));
        }
        (last, last_at) = (word, start);
    }
    found
}

#[cfg(test)]
mod tests;
