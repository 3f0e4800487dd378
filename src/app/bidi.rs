//! Titles in Arabic, Urdu or Hebrew for the window's own lists.
//!
//! egui shapes text but sets all of it from left to right. A list needs one line only, so the words are put into
//! the order in which they are seen; the letters inside a word are left to the shaper.

use std::borrow::Cow;
use unicode_bidi::{BidiInfo, Level};

/// Whether the line as a whole runs from right to left.
pub(super) fn is_right_to_left(text: &str) -> bool {
    has_right_to_left(text) && BidiInfo::new(text, None).paragraphs.first().is_some_and(|p| p.level.is_rtl())
}

/// The text with its words in the order in which they are seen from left to right.
pub(super) fn for_display(text: &str) -> Cow<'_, str> {
    if !has_right_to_left(text) {
        return without_marks(text);
    }
    let line = text.replace(['\n', '\r'], " ");
    let info = BidiInfo::new(&line, None);
    let Some(paragraph) = info.paragraphs.first() else { return Cow::Owned(line) };
    let (levels, runs) = info.visual_runs(paragraph, paragraph.range.clone());
    let mut seen = String::with_capacity(line.len());
    for run in runs {
        let is_rtl = levels.get(run.start).is_some_and(Level::is_rtl);
        match is_rtl {
            true => line[run].split_inclusive(' ').rev().for_each(|word| push_word(&mut seen, word)),
            false => seen.push_str(&line[run]),
        }
    }
    // They have done their work.
    Cow::Owned(without_marks(&seen).into_owned())
}

/// The text without marks of direction, which fonts have no letters for.
fn without_marks(text: &str) -> Cow<'_, str> {
    let is_mark = |letter: char| matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    match text.contains(is_mark) {
        true => Cow::Owned(text.replace(is_mark, "")),
        false => Cow::Borrowed(text),
    }
}

/// A word of a reversed run: the space that stood after it now stands before it.
fn push_word(seen: &mut String, word: &str) {
    match word.strip_suffix(' ') {
        Some(letters) => {
            seen.push(' ');
            seen.push_str(letters);
        }
        None => seen.push_str(word),
    }
}

fn has_right_to_left(text: &str) -> bool {
    text.chars().any(|letter| matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fefc}' | '\u{1ee00}'..='\u{1eeff}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_arabic_script_stand_in_the_order_in_which_they_are_seen() {
        assert_eq!(for_display("Plain words"), "Plain words");
        assert_eq!(for_display("شہر کی بنچ"), "بنچ کی شہر");
        assert_eq!(for_display("\u{200e}\u{2068}شہر کی\u{2069} · 4 words"), "کی شہر · 4 words");
        assert!(is_right_to_left("שלום"));
        assert!(!is_right_to_left("Salaam سلام"));
    }

    #[test]
    fn no_letter_is_lost() {
        for text in ["שלום 12 abc", "abc שלום עולם def", " سلام ", "א"] {
            let mut before: Vec<char> = text.chars().collect();
            let mut after: Vec<char> = for_display(text).chars().collect();
            before.sort_unstable();
            after.sort_unstable();
            assert_eq!(before, after);
        }
    }
}
