//! The lines of one key of YAML front matter, with another value: comments and the way of writing stay.

use super::{Entry, Value};

/// The lines of `entry`, which are `raw`, with `value` in the place of the old one. A map that stands line by line keeps
/// its lines but those of keys that changed; whatever stands on one line keeps the comment behind it.
pub fn with_value(raw: &str, entry: &Entry, value: &Value, line_end: &str) -> String {
    if let (Value::Map(old), Value::Map(new)) = (&entry.value, value)
        && let Some(lines) = map_lines(raw, old, new, line_end)
    {
        return lines;
    }
    let comment = if raw.trim_end().contains('\n') { "" } else { comment_of(raw) };
    format!("{}: {}{comment}{line_end}", entry.key, value.to_yaml())
}

/// A map in block style, each key of which stands on a line of its own; `None` for any other.
fn map_lines(raw: &str, old: &[(String, Value)], new: &[(String, Value)], line_end: &str) -> Option<String> {
    let mut lines = raw.split_inclusive('\n');
    let head = lines.next()?;
    let rest: Vec<&str> = lines.collect();
    let first = rest.iter().find(|line| key_of(line).is_some())?;
    let indent = &first[..first.len() - first.trim_start().len()];
    let keys: Vec<Option<&str>> =
        rest.iter().map(|line| key_of(line).filter(|_| indent_of(line) == indent)).collect();
    // Flow style, or values of several lines: not ours to cut.
    let begins = head.trim_end();
    let is_block = begins[..begins.len() - comment_of(head).trim_end().len()].trim_end().ends_with(':');
    let found: Vec<&str> = keys.iter().flatten().copied().collect();
    if !is_block || indent.is_empty() || found.len() != old.len() {
        return None;
    }
    let value_of = |entries: &[(String, Value)], key: &str| {
        entries.iter().find(|(known, _)| known == key).map(|(_, value)| value.clone())
    };
    let mut text = head.to_string();
    for (line, key) in rest.iter().zip(&keys) {
        let Some(key) = key else {
            // Comments stay; a line that goes on with a value goes with it.
            if !line.trim().is_empty() && !line.trim_start().starts_with('#') {
                return None;
            }
            text.push_str(line);
            continue;
        };
        match (value_of(old, key), value_of(new, key)) {
            (before, Some(now)) if before.as_ref() == Some(&now) => text.push_str(line),
            (_, Some(now)) => {
                text.push_str(&format!("{indent}{key}: {}{}{line_end}", now.to_yaml(), comment_of(line)));
            }
            (_, None) => {}
        }
    }
    for (key, value) in new.iter().filter(|(key, _)| !found.contains(&key.as_str())) {
        if !text.ends_with('\n') {
            text.push_str(line_end);
        }
        text.push_str(&format!("{indent}{key}: {}{line_end}", value.to_yaml()));
    }
    Some(text)
}

fn indent_of(line: &str) -> &str {
    &line[..line.len() - line.trim_start().len()]
}

/// The key that an indented line begins.
fn key_of(line: &str) -> Option<&str> {
    super::yaml::key_of(line.trim_start()).map(|(key, _)| key)
}

/// The comment at the end of a line, with the space before it and without the line end.
fn comment_of(line: &str) -> &str {
    let line = line.trim_end_matches(['\r', '\n']);
    let mut quote = None;
    let mut before = ' ';
    for (at, letter) in line.char_indices() {
        match quote {
            Some('"') if before == '\\' && letter == '"' => {}
            Some(open) if letter == open => quote = None,
            Some(_) => {}
            // A quotation mark inside a word is a letter.
            None if matches!(letter, '"' | '\'') && matches!(before, ' ' | '\t' | '[' | '{' | ',' | ':') => {
                quote = Some(letter);
            }
            None if letter == '#' && matches!(before, ' ' | '\t') => {
                let start = line[..at].trim_end().len();
                return &line[start..];
            }
            None => {}
        }
        before = letter;
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_told_from_words() {
        assert_eq!(comment_of("a: b  # c\n"), "  # c");
        assert_eq!(comment_of("a: \"b # c\" # d\r\n"), " # d");
        assert_eq!(comment_of("a: it's # here"), " # here");
        assert_eq!(comment_of("a: { b: 'c # d', e: \"f\\\" # g\" }"), "");
        assert_eq!(comment_of("a: b#c"), "");
    }
}
