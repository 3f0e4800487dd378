//! The editor's wish about the length of a paragraph, behind its last word: `… the last word. {lines=-1}`.

use super::inline::Inline;
use crate::edition::text::marks;

/// A paragraph is never bent by more lines; what asks for more is words.
pub(crate) const MOST: i8 = 9;

/// Takes the wish out of a paragraph that is being gathered: how many lines more or, below zero, fewer.
pub(super) fn take(inline: &mut Inline) -> i8 {
    let Some((start, lines)) = find(&inline.text) else { return 0 };
    if inline.is_literal(start) {
        return 0;
    }
    let gone = start..inline.text.len();
    inline.text = marks::cut(&inline.text, &mut inline.marks, &[gone]);
    lines
}

/// Where such a wish begins, with the white space before it, and what it says.
pub(crate) fn find(text: &str) -> Option<(usize, i8)> {
    let inside = text.trim_end().strip_suffix('}')?;
    let open = inside.rfind('{')?;
    let said = inside[open + 1..].strip_prefix("lines=")?.replace('−', "-");
    let lines: i8 = said.parse().ok().filter(|lines: &i8| *lines != 0 && lines.abs() <= MOST)?;
    let words = text[..open].trim_end();
    // Behind a bracket braces belong to the words in it.
    (!words.is_empty() && !words.ends_with(']')).then_some((words.len(), lines))
}

/// The wish as it is written behind a paragraph; nothing where there is none.
pub(crate) fn written(lines: i8) -> String {
    if lines == 0 { String::new() } else { format!(" {{lines={lines:+}}}") }
}
