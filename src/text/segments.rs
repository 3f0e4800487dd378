//! Where Unicode allows a line to end, and where the customs of a language keep words together all the same.

use super::Content;
use super::nobreak;
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};
use std::sync::LazyLock;

/// The ends of the stretches without a break, by Unicode Annex 14 (its strict rules: no small kana, no closing sign
/// begins a line); the last is the end of the text.
pub(super) fn ends(content: &Content) -> Vec<usize> {
    static PLAIN: LazyLock<LineSegmenterBorrowed<'static>> =
        LazyLock::new(|| LineSegmenter::new_for_non_complex_scripts(Default::default()));
    // Scripts that write no spaces between words need a dictionary; most editions never ask for it. The dictionaries
    // are exact and the same everywhere, which a network of floating point numbers need not be.
    static WITH_DICTIONARY: LazyLock<LineSegmenterBorrowed<'static>> =
        LazyLock::new(|| LineSegmenter::new_dictionary(Default::default()));
    let text = &*content.text;
    let segmenter = if text.chars().any(is_complex) { &WITH_DICTIONARY } else { &PLAIN };
    let found = segmenter.segment_str(text).filter(|at| *at > 0);
    found.filter(|at| *at == text.len() || !nobreak::is_tied(content, *at)).collect()
}

/// Whether the letter at a byte is one of a script without spaces between words.
pub(super) fn is_complex_at(text: &str, at: usize) -> bool {
    text[at..].chars().next().is_some_and(is_complex)
}

/// Letters of Thai, Lao, Burmese and Khmer.
fn is_complex(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{a9e0}'..='\u{a9ff}' | '\u{aa60}'..='\u{aa7f}')
}
