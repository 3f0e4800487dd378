//! Words whose glyphs do not follow each other as their letters do: one span of text for each whole word.
//!
//! Readers put letters together again by their places, and take a word apart where glyphs stand above one another or
//! change their order, as in the scripts of India and of South-East Asia. Words from right to left are told letter by
//! letter instead: readers turn them round themselves.

use crate::text::line::{Line, Run};

/// Whether the words of a run are told as wholes.
pub(super) fn are_wholes(line: &Line, run: &Run) -> bool {
    let text = line.text.get(run.range.start as usize..run.range.end as usize).unwrap_or_default();
    run.level.is_multiple_of(2) && text.chars().any(is_complex)
}

/// Letters of the scripts of India, Thai, Lao, Tibetan, Burmese, Khmer, Mongolian.
fn is_complex(letter: char) -> bool {
    matches!(letter, '\u{900}'..='\u{109f}' | '\u{1780}'..='\u{18af}' | '\u{a8e0}'..='\u{a8ff}' | '\u{a9e0}'..='\u{aaff}')
}

/// Calls `show` with every word and every space of a run from glyph `from` on, as they stand from left to right: its
/// glyphs and its text; no text for a hyphen that was added.
pub(super) fn each<'l>(
    line: &'l Line,
    run: &Run,
    from: usize,
    mut show: impl FnMut(usize, usize, Option<&'l str>),
) {
    let mut index = from;
    while index < run.glyphs.len() {
        let is_space = |cluster: u32| line.text.as_bytes().get(cluster as usize).is_none_or(|b| *b == b' ');
        let is_added = |cluster: u32| cluster >= run.range.end;
        let kind = |cluster: u32| (is_space(cluster), is_added(cluster));
        let own = kind(run.clusters[index]);
        let alike = run.clusters[index..].iter().take_while(|cluster| kind(**cluster) == own);
        let end = index + alike.count();
        let clusters = &run.clusters[index..end];
        let first = clusters.iter().copied().min().unwrap_or(0);
        let last = clusters.iter().copied().max().unwrap_or(0);
        // Between two words stands the text of every glyph in between, also of those that are not drawn.
        let text = line.text.get(first as usize..run.text_of(last).end as usize);
        show(index, end, text.filter(|text| !text.is_empty() && !own.1));
        index = end;
    }
}
