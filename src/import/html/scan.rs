//! A page before it is parsed: how many tags and how deep, its character set, its bare words.

use super::depth::Depth;
use super::tags::{close_of, find};
use crate::import::limits;

/// Why a page is not parsed: the time that takes grows with the square of its depth.
pub(super) fn excess(text: &str) -> Option<String> {
    let depth = Depth::of(text.as_bytes());
    if depth.tags > limits::TAGS {
        return Some(format!("more than {} tags", limits::TAGS));
    }
    if depth.reopened > limits::REOPENED {
        return Some("too many tags that never end".into());
    }
    if depth.attributes > limits::ATTRIBUTES {
        return Some(format!("a tag with more than {} attributes", limits::ATTRIBUTES));
    }
    (depth.deepest > limits::DEPTH).then(|| format!("tags nested more than {} deep", limits::DEPTH))
}

/// The character set that the head of a page names.
pub(super) fn charset(head: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(head).to_lowercase();
    let at = head.find("charset=").map(|at| at + 8).or_else(|| head.find("encoding=").map(|at| at + 9))?;
    let name: String = head[at..]
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|l| l.is_ascii_alphanumeric() || matches!(l, '-' | '_'))
        .collect();
    (!name.is_empty()).then_some(name)
}

/// Tags inside a line; all others end it.
const INSIDE: &[&str] = &[
    "a", "abbr", "b", "big", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span", "strong",
    "sub", "sup", "td", "th", "tt", "u",
];

/// The words of a page without its tags, a line for each block.
pub(super) fn words(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut words = String::new();
    let mut at = 0;
    while at < bytes.len() {
        let open = find(bytes, at, b"<").unwrap_or(bytes.len());
        let run = text.get(at..open).unwrap_or_default();
        let is_apart = words.ends_with(char::is_whitespace) || words.is_empty();
        if run.starts_with(char::is_whitespace) && !is_apart {
            words.push(' ');
        }
        words.push_str(&run.split_whitespace().collect::<Vec<_>>().join(" "));
        if run.ends_with(char::is_whitespace) && !words.ends_with([' ', '\n']) {
            words.push(' ');
        }
        end_run(&bytes[open.min(bytes.len())..], &mut words);
        let rest = &bytes[open.min(bytes.len())..];
        let is_silent = [&b"script"[..], b"style"]
            .into_iter()
            .find(|name| rest.len() > name.len() && rest[1..=name.len()].eq_ignore_ascii_case(name));
        let open = is_silent.map_or(open, |name| close_of(bytes, open + 1, name));
        at = bytes[open.min(bytes.len())..]
            .iter()
            .position(|byte| *byte == b'>')
            .map_or(bytes.len(), |close| open + close + 1);
    }
    words
}

/// What a tag makes of the words before it.
fn end_run(tag: &[u8], words: &mut String) {
    let name =
        tag.iter().skip(1).skip_while(|byte| **byte == b'/').take_while(|byte| byte.is_ascii_alphanumeric());
    let name: String = name.take(8).map(|byte| byte.to_ascii_lowercase() as char).collect();
    let is_cell = matches!(name.as_str(), "td" | "th");
    if INSIDE.contains(&name.as_str()) {
        if is_cell && !words.ends_with([' ', '\n']) && !words.is_empty() {
            words.push(' ');
        }
    } else if !words.ends_with('\n') && !words.is_empty() {
        words.truncate(words.trim_end_matches(' ').len());
        words.push('\n');
    }
}
