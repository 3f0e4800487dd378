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

/// Calls `show` with every word and every space of a run from glyph `from` on: its glyphs and its text, which ends in
/// a soft hyphen where a hyphen was added.
pub(super) fn each(line: &Line, run: &Run, from: usize, mut show: impl FnMut(usize, usize, &str)) {
    let is_space = |cluster: u32| line.text.as_bytes().get(cluster as usize).is_some_and(|b| *b == b' ');
    let is_added = |cluster: u32| cluster >= run.range.end;
    let mut index = from;
    while index < run.glyphs.len() {
        let space = is_space(run.clusters[index]) && !is_added(run.clusters[index]);
        let alike = |cluster: &&u32| (is_space(**cluster) && !is_added(**cluster)) == space;
        let end = index + run.clusters[index..].iter().take_while(alike).count();
        let own = run.clusters[index..end].iter().copied().filter(|cluster| !is_added(*cluster));
        // With the text of every glyph in between, also of those that are not drawn.
        let words = match (own.clone().min(), own.max()) {
            (Some(first), Some(last)) => line.text.get(first as usize..run.text_of(last).end as usize),
            _ => None,
        };
        let divided = run.clusters[end - 1] >= run.range.end;
        let text = format!("{}{}", words.unwrap_or_default(), if divided { "\u{ad}" } else { "" });
        show(index, end, &text);
        index = end;
    }
}
