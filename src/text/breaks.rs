//! Where lines may end, and what ending or starting there does to their width.
//!
//! Widths are exact without shaping a line again: splitting before a glyph that is safe to break keeps the glyphs,
//! so a line is a difference of prefix sums plus a `tail` (its last fragment with a hyphen, set alone) and a `head`
//! (its first). Hanging punctuation is part of both, so the optimiser sees it.

mod hang;
mod places;
mod sums;

pub(super) use hang::left_hang;

use super::runs::TextRun;
use super::segments;
use super::shape::{Shaped, Shaper};
use super::{Content, Measure};
use crate::design::Align;
use places::{ANYWHERE, anywhere, divisions, in_address, is_address, parts_address};
use sums::Sums;

/// A place where a line may end. Widths count from the start of the paragraph, in 1/1024 pt.
#[derive(Clone, Copy, Debug)]
pub(super) struct Break {
    /// The byte at which the next line begins.
    pub(super) at: u32,
    /// The byte at which this line's ink ends: spaces before `at` are not drawn.
    pub(super) ink: u32,
    /// Width up to `ink`.
    pub(super) width_end: i32,
    /// Width of spaces up to `ink`.
    pub(super) spaces_end: i32,
    /// Width up to `at`.
    pub(super) width_next: i32,
    /// Width of spaces up to `at`.
    pub(super) spaces_next: i32,
    /// Places between two letters of a word up to `ink`, that before an added hyphen included.
    pub(super) joins_end: u32,
    /// Such places up to `at`, that between the letters on both sides included.
    pub(super) joins_next: u32,
    /// The word before, and the one that begins the next line, as hashes; 0 where there is none.
    pub(super) last_word: u32,
    /// See `last_word`.
    pub(super) next_word: u32,
    /// What a line that ends here is wider by: hyphen, another form of the last letters, less what hangs.
    pub(super) tail: i32,
    /// What a line that starts here is wider by.
    pub(super) head: i32,
    /// How far the line's end hangs out of the measure.
    pub(super) hang: i32,
    /// Price of ending here, beside the kind's own.
    pub(super) price: f32,
    /// What kind of place it is.
    pub(super) kind: BreakKind,
}

impl Break {
    /// Whether it parts a stretch that no line has room for, where nothing else allows it.
    pub(super) fn is_anywhere(&self) -> bool {
        self.kind == BreakKind::Letter && self.price == ANYWHERE
    }
}

/// What kind of place a break is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BreakKind {
    Space,
    Hyphen,
    Letter,
    Forced,
}

/// The breaks of a paragraph.
pub(super) struct Breaks {
    /// In order; the last one is the end.
    pub(super) list: Vec<Break>,
    /// Where the first line begins, as if a line ended before it.
    pub(super) start: Break,
    /// Size of the type, in 1/1024 pt.
    pub(super) em: i32,
}

/// The hyphen that is added at a division: the real one where the font has it.
pub(super) fn hyphen(run: &TextRun) -> char {
    if run.face.has('\u{2010}') { '\u{2010}' } else { '-' }
}

/// Lists where the lines of a paragraph may end.
pub(super) fn candidates(
    content: &Content,
    measure: &Measure,
    shaped: &Shaped,
    shaper: &mut Shaper,
) -> Breaks {
    let text = &*content.text;
    let sums = Sums::of(content, shaped, measure.align == Align::Justified);
    let mut list = Vec::with_capacity(text.len() / 4 + 1);
    let mut from = 0;
    for to in segments::ends(content) {
        if parts_address(text, from, to) {
            // The annex breaks addresses after slashes and hyphens.
            continue;
        }
        let known = list.len();
        let is_url = is_address(&text[from..to]);
        if is_url {
            in_address(&sums, from, to, &mut list, shaper);
        } else if measure.hyphenate {
            divisions(content, &sums, from, to, &mut list, shaper);
        }
        let least = measure.room(0).min(measure.room(1)).0;
        // The parts of an address are left whole where each has room on a line.
        let widest = if is_url { sums.widest_part(from, to, &list[known..]) } else { sums.between(from, to) };
        if widest > least {
            anywhere(&sums, from, to, &mut list, shaper);
        }
        let kind = if to == text.len() || text[from..to].ends_with('\n') {
            BreakKind::Forced
        } else {
            BreakKind::Space
        };
        list.push(sums.at(to, kind, 0.0, shaper));
        from = to;
    }
    if text.is_empty() {
        list.push(sums.at(0, BreakKind::Forced, 0.0, shaper));
    }
    let start = sums.at(0, BreakKind::Space, 0.0, shaper);
    Breaks { list, start, em: shaped.size().0 }
}

/// The end of a text as its only break.
pub(super) fn end(content: &Content, measure: &Measure, shaped: &Shaped, shaper: &mut Shaper) -> Breaks {
    let sums = Sums::of(content, shaped, measure.align == Align::Justified);
    let list = vec![sums.at(content.text.len(), BreakKind::Forced, 0.0, shaper)];
    Breaks { list, start: sums.at(0, BreakKind::Space, 0.0, shaper), em: shaped.size().0 }
}
