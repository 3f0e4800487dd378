//! Edits of a paragraph: its marks move along, and what must stay as it is stays.

use crate::edition::text::marks::nest;
use crate::edition::text::{Mark, Marked, Paragraph};
use std::ops::Range;

/// Letters put in the place of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes that go.
    pub range: Range<usize>,
    /// What comes.
    pub with: String,
}

/// How many letters are shown on either side of a correction.
const AROUND: usize = 16;

impl Edit {
    /// Puts `with` in the place of `range`.
    pub fn new(range: Range<usize>, with: impl Into<String>) -> Edit {
        Edit { range, with: with.into() }
    }

    /// What stands there before and after, with a few letters around.
    pub fn shown(&self, text: &str) -> (String, String) {
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
pub fn apply(paragraph: &mut Paragraph, edits: &[Edit]) {
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

/// Ranges that stay as they are, in order and apart: program text, the numbers of notes, and addresses if asked for.
pub fn kept(paragraph: &Paragraph, with_addresses: bool) -> Vec<Range<usize>> {
    let is_kept = |mark: &Mark| matches!(mark, Mark::Code | Mark::Note(_));
    let mut kept: Vec<Range<usize>> = paragraph
        .marks
        .iter()
        .filter(|marked| is_kept(&marked.mark))
        .map(|marked| marked.range.clone())
        .collect();
    if with_addresses {
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
pub fn touches(kept: &[Range<usize>], range: &Range<usize>) -> bool {
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
