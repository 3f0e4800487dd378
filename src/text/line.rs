//! A finished line: glyphs with their places, and what every stretch of them is.

use crate::edition::language::Language;
use crate::fonts::Face;
use crate::units::Length;
use std::ops::Range;
use std::sync::Arc;

/// A line of a paragraph, placed from its own start; never changed again, and shared by caches and pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The text of the whole paragraph.
    pub text: Arc<str>,
    /// The bytes of it that stand on this line, spaces at the end included.
    pub range: Range<u32>,
    /// The runs in visual order, left to right.
    pub runs: Vec<Run>,
    /// How far right of the measure's left edge the line starts; below zero where punctuation hangs.
    pub start: Length,
    /// Width from the first glyph's origin to the last one's end.
    pub width: Length,
    /// How the line ends.
    pub end: LineEnd,
    /// Word space of a justified line, in thousandths of its natural width; `None` for other lines.
    pub space: Option<i32>,
    /// By how much the line is wider than its measure, hanging punctuation apart; zero for a sound line.
    pub excess: Length,
    /// Links, notes and other ranges with a place on this line.
    pub anchors: Vec<PlacedAnchor>,
}

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineEnd {
    /// Between words.
    Space,
    /// Inside a word, at a hyphen we added: its glyph's cluster is the end of the line's range.
    Hyphen,
    /// After a dash or a hyphen of the text, or between letters of a script without spaces.
    Letter,
    /// The paragraph ends, or a line break was asked for.
    Paragraph,
}

/// Glyphs of one face, size, level and language on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The face.
    pub face: Arc<Face>,
    /// The size.
    pub size: Length,
    /// How much wider than natural the glyphs are drawn, in 1/100,000; below zero narrower.
    pub stretch: i32,
    /// How much further apart than natural the letters of a word stand, ligatures whole; below zero closer.
    pub letter: Length,
    /// Bidi level; odd ones run from right to left.
    pub level: u8,
    /// Language of the text.
    pub language: Language,
    /// How far the glyphs stand above the baseline.
    pub rise: Length,
    /// Bytes of the paragraph.
    pub range: Range<u32>,
    /// Glyphs, left to right.
    pub glyphs: Vec<u16>,
    /// Their origins, from the start of the line; as many as glyphs.
    pub xs: Vec<Length>,
    /// Their heights above `rise`, upwards; empty when all are zero.
    pub ys: Vec<Length>,
    /// The byte at which each glyph's text begins (its end is the next higher one in the run, or the run's end).
    /// A hyphen that was added has the end of the line's range, and no text.
    pub clusters: Vec<u32>,
}

impl Run {
    /// The bytes of text that the glyphs with cluster `cluster` stand for; empty for an added hyphen.
    pub fn text_of(&self, cluster: u32) -> Range<u32> {
        let above = self.clusters.iter().copied().filter(|c| *c > cluster).min();
        let end = above.unwrap_or(self.range.end).min(self.range.end);
        cluster.min(end)..end
    }
}

/// A range of the text that does something.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// A link to an address, or to `#name` in the piece.
    Link(Arc<str>),
    /// The mark of footnote `n` of the piece.
    Note(usize),
}

/// An anchor, or the part of it on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedAnchor {
    /// What it does.
    pub anchor: Anchor,
    /// Left edge, from the start of the line.
    pub from: Length,
    /// Right edge.
    pub to: Length,
    /// Bytes of the paragraph on this line.
    pub range: Range<u32>,
}

impl Line {
    /// The right edge of a run, from the start of the line: where the next one begins, or the line ends.
    pub fn run_end(&self, run: &Run) -> Length {
        let after = self.runs.iter().skip_while(|other| !std::ptr::eq(*other, run)).nth(1);
        after.and_then(|next| next.xs.first().copied()).unwrap_or(self.width)
    }
}
