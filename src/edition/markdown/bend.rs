//! The editor's wish about the length of a paragraph, behind its last word: `… the last word. {lines=-1}`.

use super::inline::Inline;
use crate::edition::text::marks;

/// A paragraph is never bent by more lines; what asks for more is words.
pub(crate) const MOST: i8 = 9;

/// Takes the wish out of a paragraph that is being gathered: how many lines more or, below zero, fewer.
pub(super) fn take(inline: &mut Inline) -> i8 {
    let Some(wish) = find(&inline.text).filter(|wish| !inline.is_literal(wish.brace)) else { return 0 };
    let gone = wish.words_end..inline.text.len();
    inline.text = marks::cut(&inline.text, &mut inline.marks, &[gone]);
    wish.lines
}

/// A wish behind the words of a paragraph.
pub(crate) struct Wish {
    /// The byte at which the words end, before the white space in front of the wish.
    pub(crate) words_end: usize,
    /// The byte of its opening brace.
    pub(crate) brace: usize,
    /// How many lines more or, below zero, fewer; never none.
    pub(crate) lines: i8,
}

/// What looks like a wish at the end of `text`; whether its brace is a letter of the text is the caller's to know.
pub(crate) fn find(text: &str) -> Option<Wish> {
    let inside = text.trim_end().strip_suffix('}')?;
    let brace = inside.rfind('{')?;
    let said = inside[brace + 1..].strip_prefix("lines=")?.replace('−', "-");
    let lines: i8 = said.parse().ok().filter(|lines: &i8| *lines != 0 && lines.abs() <= MOST)?;
    let words = text[..brace].trim_end();
    // Behind a bracket braces belong to the words in it.
    (!words.is_empty() && !words.ends_with(']')).then_some(Wish { words_end: words.len(), brace, lines })
}

/// The wish as it is written behind a paragraph; nothing where there is none.
pub(crate) fn written(lines: i8) -> String {
    if lines == 0 { String::new() } else { format!(" {{lines={lines:+}}}") }
}
