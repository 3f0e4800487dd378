//! Letters that were UTF-8 and were read as Windows-1252: turned back where the bytes are valid UTF-8, up to three
//! times. Clean text has no such runs, so nothing else is touched.

use super::edits::Edit;

/// The letters of Windows-1252 from 0x80 to 0x9F.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// The edits that turn such runs back.
pub(super) fn edits(text: &str) -> Vec<Edit> {
    let mut found = Vec::new();
    let mut letters = text.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        if byte(letter).is_none_or(|byte| byte < 0xC2) {
            continue;
        }
        let mut bytes = vec![byte(letter).unwrap_or_default()];
        let mut end = start + letter.len_utf8();
        while let Some((at, next)) = letters.peek().copied() {
            let Some(byte) = byte(next).filter(|byte| *byte >= 0x80) else { break };
            bytes.push(byte);
            end = at + next.len_utf8();
            letters.next();
        }
        if let Some(read) = turned_back(&bytes) {
            found.push(Edit::new(start..end, read));
        }
    }
    found
}

fn byte(letter: char) -> Option<u8> {
    match u32::from(letter) {
        code @ 0xA0..=0xFF => Some(code as u8),
        _ => HIGH.iter().position(|high| *high == letter).map(|at| 0x80 + at as u8),
    }
}

/// The bytes as UTF-8; what they say may be such a run again.
fn turned_back(bytes: &[u8]) -> Option<String> {
    let mut read = std::str::from_utf8(bytes).ok()?.to_string();
    for _ in 0..2 {
        let again: Option<Vec<u8>> = read.chars().map(byte).collect();
        match again.and_then(|bytes| String::from_utf8(bytes).ok()) {
            Some(deeper) => read = deeper,
            None => break,
        }
    }
    Some(read)
}
