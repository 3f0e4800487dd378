//! A page before it is parsed: how many tags and how deep, its character set, its bare words.

use crate::import::limits;

/// Tags that hold nothing.
const EMPTY: &[&[u8]] = &[
    b"br", b"img", b"hr", b"meta", b"link", b"input", b"area", b"base", b"col", b"embed", b"source",
    b"track", b"wbr", b"p", b"li", b"path", b"option", b"td", b"tr", b"th", b"dt", b"dd",
];

/// Why a page is not parsed: the time that takes grows with the square of its depth.
pub(super) fn excess(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let (mut tags, mut depth, mut deepest) = (0_usize, 0_i64, 0_i64);
    let mut at = 0;
    while let Some(found) = memchr(bytes, at) {
        at = found + 1;
        match bytes.get(at) {
            Some(b'/') => depth -= i64::from(depth > 0),
            Some(letter) if letter.is_ascii_alphabetic() => {
                tags += 1;
                let name: Vec<u8> = bytes[at..]
                    .iter()
                    .take_while(|b| b.is_ascii_alphanumeric())
                    .take(12)
                    .map(u8::to_ascii_lowercase)
                    .collect();
                if !EMPTY.contains(&name.as_slice()) {
                    depth += 1;
                    deepest = deepest.max(depth);
                }
                if name == b"script" || name == b"style" {
                    at = close_of(bytes, at, &name);
                    depth -= 1;
                }
            }
            _ => {}
        }
    }
    if tags > limits::TAGS {
        return Some(format!("more than {} tags", limits::TAGS));
    }
    (deepest > limits::DEPTH as i64).then(|| format!("tags nested more than {} deep", limits::DEPTH))
}

fn memchr(bytes: &[u8], from: usize) -> Option<usize> {
    bytes.get(from..)?.iter().position(|byte| *byte == b'<').map(|at| from + at)
}

/// Where `</name` stands behind `from`, or the end.
fn close_of(bytes: &[u8], from: usize, name: &[u8]) -> usize {
    let mut at = from;
    while let Some(found) = memchr(bytes, at) {
        let rest = &bytes[found + 1..];
        if rest.first() == Some(&b'/')
            && rest.len() > name.len()
            && rest[1..=name.len()].eq_ignore_ascii_case(name)
        {
            return found;
        }
        at = found + 1;
    }
    bytes.len()
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

/// The words of a page without its tags, a line for each run between them.
pub(super) fn words(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut words = String::new();
    let mut at = 0;
    while at < bytes.len() && words.len() < limits::PIECE {
        let open = memchr(bytes, at).unwrap_or(bytes.len());
        let run = text.get(at..open).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        if !run.is_empty() {
            words.push_str(&run);
            words.push('\n');
        }
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
