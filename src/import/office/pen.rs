//! Runs of a paragraph go in, with their faces; its words and its look come out.

use super::{Face, Look};
use crate::edition::text::Paragraph;
use crate::edition::text::marks::{cut, nest};
use crate::import::gather::Gather;
use std::ops::Range;

/// Runs with marks in one paragraph; behind them, marks are left out: each is compared with all before.
const RUNS: usize = 10_000;

/// A paragraph in the making.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Pen {
    gather: Gather,
    look: Look,
    runs: usize,
}

impl Pen {
    /// Appends a run as it is. The size is in half points, 0 where none is known.
    pub(in super::super) fn write(&mut self, run: &str, face: &Face, size: u32, is_heavy: bool) {
        self.look.see(run, size, is_heavy);
        match self.marks(face) {
            Some(face) => self.gather.push(run, &face.marks()),
            None => self.gather.push(run, &[]),
        }
    }

    /// Appends a run of which white space means one space.
    pub(in super::super) fn flow(&mut self, run: &str, face: &Face, size: u32, is_heavy: bool) {
        self.look.see(run, size, is_heavy);
        match self.marks(face) {
            Some(face) => self.gather.flow(run, &face.marks()),
            None => self.gather.flow(run, &[]),
        }
    }

    fn marks<'f>(&mut self, face: &'f Face) -> Option<&'f Face> {
        let is_marked = *face != Face::default();
        self.runs += usize::from(is_marked);
        (is_marked && self.runs <= RUNS).then_some(face)
    }

    /// Appends a line break.
    pub(in super::super) fn line_break(&mut self) {
        self.gather.push("\n", &[]);
    }

    /// Appends the mark of note `number`, from 0.
    pub(in super::super) fn note(&mut self, number: usize) {
        self.gather.note(number);
    }

    /// Whether there are no words yet.
    pub(in super::super) fn is_blank(&self) -> bool {
        self.gather.is_blank()
    }

    /// The paragraph and its look; this one is empty then.
    pub(in super::super) fn finish(&mut self) -> (Paragraph, Look) {
        self.runs = 0;
        (trimmed(self.gather.take()), std::mem::take(&mut self.look))
    }
}

/// The paragraph without spaces before and behind its line breaks.
fn trimmed(mut paragraph: Paragraph) -> Paragraph {
    let text = &paragraph.text;
    let mut gone: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.match_indices('\n') {
        // Spaces between two breaks have gone already.
        let done = gone.last().map_or(0, |range| range.end);
        let before = text[..at].trim_end_matches([' ', '\t']).len().max(done).min(at);
        let behind = text[at + 1..].len() - text[at + 1..].trim_start_matches([' ', '\t']).len();
        gone.extend([before..at, at + 1..at + 1 + behind].into_iter().filter(|range| !range.is_empty()));
    }
    if !gone.is_empty() {
        let kept = cut(text, &mut paragraph.marks, &gone);
        paragraph.text = kept.into();
        paragraph.marks = nest(paragraph.marks);
    }
    paragraph
}
