//! Words as Markdown that means just these words.

use super::fences::FENCE;

/// Escapes what Markdown would take for markup, so that [`inline`](super::inline()) of the result is `text` again.
/// For one line: line ends are the writer's business.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    escape_into(
        &mut escaped,
        text,
        Edges { line_start: true, line_end: true, behind_mark: false, also: &[] },
    );
    escaped
}

/// What stands around words that are escaped.
#[derive(Clone, Copy)]
pub(super) struct Edges {
    /// Whether they begin a line.
    pub(super) line_start: bool,
    /// Whether they end one.
    pub(super) line_end: bool,
    /// Whether they may stand right behind a mark.
    pub(super) behind_mark: bool,
    /// Letters that are markup there beside the usual ones.
    pub(super) also: &'static [char],
}

/// Appends `text`, escaped.
pub(super) fn escape_into(out: &mut String, text: &str, edges: Edges) {
    let start = if edges.line_start { line_start(out, text) } else { 0 };
    let rest = &text[start..];
    let body = if edges.line_end { rest.trim_end_matches([' ', '\t']) } else { rest };
    let mut before = text[..start].chars().next_back();
    let mut letters = body.chars().peekable();
    while let Some(letter) = letters.next() {
        if is_markup(letter, before, letters.peek().copied())
            || edges.also.contains(&letter)
            // Behind a link or a span braces are its attributes.
            || (letter == '{' && edges.behind_mark && before.is_none())
        {
            out.push('\\');
        }
        out.push(letter);
        before = Some(letter);
    }
    rest[body.len()..].chars().for_each(|letter| entity(out, letter));
}

/// Whether a letter inside a line could be markup; `None` is an unknown neighbour.
fn is_markup(letter: char, before: Option<char>, after: Option<char>) -> bool {
    match letter {
        '\\' | '`' | '*' | '[' | ']' | '^' | '~' => true,
        // Inside a word an underscore is one.
        '_' => ![before, after].iter().all(|letter| letter.is_some_and(char::is_alphanumeric)),
        '<' => after.is_none_or(|after| after.is_ascii_alphabetic() || matches!(after, '/' | '!' | '?')),
        '&' => after.is_none_or(|after| after.is_ascii_alphanumeric() || after == '#'),
        // Behind a note’s mark it would make a definition of the line.
        ':' => before.is_none(),
        _ => false,
    }
}

/// Escapes what would begin a block at the start of a line; the number of bytes of `text` that are done.
fn line_start(out: &mut String, text: &str) -> usize {
    let white = text.len() - text.trim_start_matches([' ', '\t']).len();
    if white > 0 {
        text[..white].chars().for_each(|letter| entity(out, letter));
        return white;
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let behind = text[digits..].chars().next();
    if digits > 0 {
        let is_number = matches!(behind, Some('.' | ')'));
        out.push_str(&text[..digits]);
        if is_number {
            out.push('\\');
            out.extend(behind);
        }
        return digits + usize::from(is_number);
    }
    let second = text.chars().nth(1);
    let escaped = match text.chars().next() {
        Some('>' | '=' | '|') => true,
        Some(':') => text.starts_with(FENCE),
        Some('#') => second.is_none_or(|second| matches!(second, '#' | ' ' | '\t')),
        Some('-' | '+') => second.is_none_or(|second| !second.is_alphanumeric()),
        _ => false,
    };
    if escaped {
        out.push('\\');
        out.push_str(&text[..1]);
    }
    usize::from(escaped)
}

/// A white letter that Markdown would strip.
fn entity(out: &mut String, letter: char) {
    out.push_str(if letter == '\t' { "&#9;" } else { "&#32;" });
}
