//! Edits of a paragraph: its marks move along.

use crate::edition::text::marks::nest;
use crate::edition::text::{Marked, Paragraph};
use std::ops::Range;

/// Letters put in the place of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    /// The bytes that go.
    pub(super) range: Range<usize>,
    /// What comes.
    pub(super) with: String,
}

/// How many letters are shown on either side of a correction.
const AROUND: usize = 16;

impl Edit {
    /// Puts `with` in the place of `range`.
    pub(super) fn new(range: Range<usize>, with: impl Into<String>) -> Edit {
        Edit { range, with: with.into() }
    }

    /// What stands there before and after, with a few letters around.
    pub(super) fn shown(&self, text: &str) -> (String, String) {
        let left: String = text[..self.range.start]
            .chars()
            .rev()
            .take(AROUND)
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .collect();
        let right: String = text[self.range.end..].chars().take(AROUND).collect();
        (format!("{left}{}{right}", &text[self.range.clone()]), format!("{left}{}{right}", self.with))
    }
}

/// Makes edits that stand in order and do not overlap.
pub(super) fn apply(paragraph: &mut Paragraph, edits: &[Edit]) {
    if edits.is_empty() {
        return;
    }
    let mut text = String::with_capacity(paragraph.text.len() + edits.len());
    // Where the bytes behind each edit come to stand.
    let mut moves: Vec<(Range<usize>, Range<usize>)> = Vec::with_capacity(edits.len());
    let mut from = 0;
    for edit in edits {
        text.push_str(&paragraph.text[from..edit.range.start]);
        let start = text.len();
        text.push_str(&edit.with);
        moves.push((edit.range.clone(), start..text.len()));
        from = edit.range.end;
    }
    text.push_str(&paragraph.text[from..]);
    let moved = |at: usize, is_end: bool| {
        let behind = moves.partition_point(|(old, _)| if is_end { old.start < at } else { old.start <= at });
        match behind.checked_sub(1).map(|last| &moves[last]) {
            None => at,
            Some((old, new)) if at >= old.end => at - old.end + new.end,
            Some((old, new)) if at == old.start => new.start,
            Some((_, new)) => {
                if is_end {
                    new.end
                } else {
                    new.start
                }
            }
        }
    };
    let marks = paragraph.marks.drain(..).map(|Marked { range, mark }| Marked {
        range: moved(range.start, false)..moved(range.end, true).max(moved(range.start, false)),
        mark,
    });
    paragraph.marks = nest(marks.collect());
    paragraph.text = text.into();
}
