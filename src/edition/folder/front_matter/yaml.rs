//! YAML front matter: the values of its keys, and the lines on which each stands.

use super::{Entry, Value};
use crate::notice::{Notices, Place};
use std::ops::Range;
use std::path::Path;

/// The key that a line at the left margin begins, and where its value starts in the line.
pub(super) fn key_of(line: &str) -> Option<(&str, usize)> {
    split_key(line, ":")
}

fn split_key<'l>(line: &'l str, separator: &str) -> Option<(&'l str, usize)> {
    let at = line.find(separator)?;
    let key = line[..at].trim_end();
    let bare = key.trim_matches(['"', '\'']);
    let is_key = !bare.is_empty()
        && bare.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '-' | ' ' | '.'))
        && !line.starts_with([' ', '\t', '-', '#']);
    let behind = &line[at + separator.len()..];
    let parted = separator != ":" || behind.is_empty() || behind.starts_with([' ', '\t', '\r', '\n']);
    (is_key && parted).then_some((bare, at + separator.len()))
}

/// A key and the lines up to the next one.
struct Chunk<'s> {
    key: &'s str,
    line: usize,
    bytes: Range<usize>,
    /// Where the value begins in the source.
    value: usize,
}

/// Cuts the lines inside front matter into chunks of one key each. Comments and blank lines between two keys
/// belong to neither.
fn chunks<'s>(source: &'s str, inside: Range<usize>, separator: &str) -> Vec<Chunk<'s>> {
    let mut chunks: Vec<Chunk<'s>> = Vec::new();
    let mut at = inside.start;
    for (index, line) in source[inside].split_inclusive('\n').enumerate() {
        let start = at;
        at += line.len();
        if let Some((key, value)) = split_key(line, separator) {
            chunks.push(Chunk { key, line: index + 2, bytes: start..at, value: start + value });
        } else if let Some(last) =
            chunks.last_mut().filter(|_| !line.trim().is_empty() && !line.starts_with('#'))
        {
            last.bytes.end = at;
        }
    }
    chunks
}

/// The entries of YAML front matter; those that are no YAML as their bare words, with a notice.
pub(super) fn entries(source: &str, inside: Range<usize>, file: &Path, notices: &mut Notices) -> Vec<Entry> {
    let whole = parse(&source[inside.clone()]);
    let chunks = chunks(source, inside, ":");
    let mut entries = Vec::with_capacity(chunks.len());
    for chunk in chunks {
        let from_whole = match &whole {
            Ok(Value::Map(map)) => {
                map.iter().find(|(key, _)| key == chunk.key).map(|(_, value)| value.clone())
            }
            _ => None,
        };
        let value = match from_whole {
            Some(value) => value,
            None => alone(source, &chunk, file, notices),
        };
        let value = spelled(value, &source[chunk.value..chunk.bytes.end]);
        entries.push(Entry { key: chunk.key.into(), value, line: chunk.line, bytes: chunk.bytes });
    }
    entries
}

/// The value of a chunk when the front matter as a whole can't be read.
fn alone(source: &str, chunk: &Chunk<'_>, file: &Path, notices: &mut Notices) -> Value {
    if let Ok(Value::Map(mut map)) = parse(&source[chunk.bytes.clone()])
        && map.len() == 1
        && let Some((_, value)) = map.pop()
    {
        return value;
    }
    let what = format!("the value of “{}” is no YAML; it is taken as it stands", chunk.key);
    notices.doubt(Place::line(file, chunk.line), what, "put it between quotation marks: \"…\"");
    bare(&source[chunk.value..chunk.bytes.end])
}

fn parse(yaml: &str) -> Result<Value, serde_saphyr::Error> {
    let options = serde_saphyr::options! {
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        strict_booleans: true,
    };
    serde_saphyr::from_str_with_options(yaml, options)
}

/// Every `key: value` line as bare words.
pub(super) fn lines(source: &str, inside: Range<usize>, separator: &str) -> Vec<Entry> {
    let chunks = chunks(source, inside, separator).into_iter();
    chunks
        .map(|chunk| {
            let value = bare(&source[chunk.value..chunk.bytes.end]);
            Entry { key: chunk.key.into(), value, line: chunk.line, bytes: chunk.bytes }
        })
        .collect()
}

/// Words as they stand, on one line, without the quotation marks around them.
fn bare(words: &str) -> Value {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let quoted = |mark: char| words.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
    let unquoted = quoted('"').or_else(|| quoted('\'')).unwrap_or(&words);
    // A list whose bracket was forgotten.
    let list = unquoted.strip_prefix('[').filter(|rest| !rest.contains(']'));
    Value::Text(list.unwrap_or(unquoted).trim().to_string())
}

/// A number as the file spells it: the title “1.10” is not “1.1”.
fn spelled(value: Value, written: &str) -> Value {
    let words = written.split(" #").next().unwrap_or_default().trim();
    match value {
        Value::Text(text) if text != words && is_number(&text) && is_number(words) => {
            Value::Text(words.into())
        }
        value => value,
    }
}

fn is_number(text: &str) -> bool {
    text.parse::<f64>().is_ok()
        && text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '+'))
}
