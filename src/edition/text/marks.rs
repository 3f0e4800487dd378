//! Marks over ranges: put in order, cut out, moved when bytes go.

use crate::edition::text::{Mark, Marked, Paragraph};
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

/// Which of two marks over the same range is the outer one.
fn rank(mark: &Mark) -> u8 {
    match mark {
        Mark::Link(_) => 0,
        Mark::Page(_) => 1,
        Mark::Language(_) => 2,
        Mark::Strong => 3,
        Mark::Emphasis => 4,
        Mark::SmallCaps => 5,
        Mark::Struck => 6,
        Mark::Superscript => 7,
        Mark::Subscript => 8,
        Mark::Code => 9,
        Mark::Note(_) => 10,
        Mark::Index(_) => 11,
    }
}

/// Sorts marks by start, then longest first; cuts in two what would cross; leaves out empty marks and those
/// that repeat what an outer one says (emphasis inside emphasis).
pub fn nest(marks: Vec<Marked>) -> Vec<Marked> {
    let mut kinds: Vec<Mark> = Vec::with_capacity(marks.len());
    let mut waiting = BinaryHeap::with_capacity(marks.len());
    for marked in marks.into_iter().filter(|marked| !marked.range.is_empty()) {
        let key = (marked.range.start, Reverse(marked.range.end), rank(&marked.mark), kinds.len());
        waiting.push(Reverse(key));
        kinds.push(marked.mark);
    }
    let mut nested: Vec<Marked> = Vec::with_capacity(kinds.len());
    let mut open: Vec<usize> = Vec::new();
    while let Some(Reverse((start, Reverse(end), rank, kind))) = waiting.pop() {
        while open.last().is_some_and(|outer| nested[*outer].range.end <= start) {
            open.pop();
        }
        let outer_end = open.last().map_or(end, |outer| nested[*outer].range.end);
        if end > outer_end {
            waiting.push(Reverse((outer_end, Reverse(end), rank, kind)));
        }
        let mark = kinds[kind].clone();
        if open.iter().all(|outer| nested[*outer].mark != mark) {
            open.push(nested.len());
            nested.push(Marked { range: start..end.min(outer_end), mark });
        }
    }
    nested
}

/// The part of a paragraph over `range`, with its share of the marks.
pub fn slice(paragraph: &Paragraph, range: Range<usize>) -> Paragraph {
    let clip = |at: usize| at.clamp(range.start, range.end) - range.start;
    let marks = paragraph.marks.iter().map(|marked| Marked {
        range: clip(marked.range.start)..clip(marked.range.end),
        mark: marked.mark.clone(),
    });
    Paragraph {
        text: paragraph.text[range.clone()].into(),
        marks: nest(marks.collect()),
        bend: paragraph.bend,
        source: paragraph.source.clone(),
    }
}

/// Cuts `gone` (sorted, not overlapping) out of `text`, and moves the ranges of `marks` along.
pub fn cut(text: &str, marks: &mut [Marked], gone: &[Range<usize>]) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut from = 0;
    // How much has gone before the end of each cut.
    let mut removed = Vec::with_capacity(gone.len());
    let mut total = 0;
    for range in gone {
        kept.push_str(&text[from..range.start]);
        from = range.end;
        total += range.len();
        removed.push(total);
    }
    kept.push_str(&text[from..]);
    let moved = |at: usize| {
        let behind = gone.partition_point(|range| range.end <= at);
        let before = behind.checked_sub(1).map_or(0, |last| removed[last]);
        let inside = gone.get(behind).map_or(0, |range| at.saturating_sub(range.start));
        at - before - inside
    };
    for marked in marks {
        marked.range = moved(marked.range.start)..moved(marked.range.end);
    }
    kept
}
