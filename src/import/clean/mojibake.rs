//! Letters that were UTF-8 and were read as Windows-1252: turned back where the bytes are valid UTF-8, up to three
//! times.
//!
//! Valid bytes alone prove nothing: “voilà »” with a no-break space, “Spaß“” and “café’”” are valid UTF-8 too, of
//! letters of other scripts. So a single letter must be one that texts in Latin letters have; letters of other
//! scripts must come as words, or in a text that has such words.

use crate::edition::text::edits::Edit;
use std::ops::Range;

/// The letters of Windows-1252 from 0x80 to 0x9F.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// The edits that turn such runs back.
pub(super) fn edits(text: &str) -> Vec<Edit> {
    let found = runs(text);
    let has_words = found.iter().any(|(_, read)| is_word(read));
    let stays = |read: &str| has_words || read.chars().all(is_common);
    found.into_iter().filter(|(_, read)| stays(read)).map(|(range, read)| Edit::new(range, read)).collect()
}

/// Runs whose bytes are valid UTF-8, and what they say.
fn runs(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let mut letters = text.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        let Some(first) = byte(letter).filter(|byte| *byte >= 0xC2) else { continue };
        let mut bytes = vec![first];
        let mut end = start + letter.len_utf8();
        while let Some((at, next)) = letters.peek().copied() {
            let Some(byte) = byte(next).filter(|byte| *byte >= 0x80) else { break };
            bytes.push(byte);
            end = at + next.len_utf8();
            letters.next();
        }
        if let Some(read) = turned_back(&bytes) {
            found.push((start..end, read));
        }
    }
    found
}

/// Whether it has letters of another script, and several.
fn is_word(read: &str) -> bool {
    read.chars().filter(|letter| !is_common(*letter)).count() >= 2
}

/// Whether a text in Latin letters has such a letter or sign.
fn is_common(letter: char) -> bool {
    matches!(letter,
        '\0'..='\u{17F}' | '\u{192}' | '\u{2C6}' | '\u{2DC}' | '\u{400}'..='\u{45F}' | '\u{1E00}'..='\u{1EFF}'
        | '\u{2000}'..='\u{21FF}' | '\u{2600}'..='\u{27BF}' | '\u{FB00}'..='\u{FB06}' | '\u{FEFF}' | '\u{FFFD}'
        | '\u{1F000}'..='\u{1FAFF}')
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
            Some(deeper) if deeper.chars().all(is_common) || is_word(&deeper) => read = deeper,
            _ => break,
        }
    }
    Some(read)
}

#[cfg(test)]
mod tests {
    use super::edits;

    #[test]
    fn clean_text_whose_bytes_happen_to_be_valid_stays() {
        for text in [
            "« voilà\u{a0}»",
            "«\u{a0}la liberté\u{a0}»",
            "„Spaß“",
            "‘the café’”",
            "”Ø”",
            "É»",
            "está\u{a0}»",
        ] {
            assert!(edits(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn broken_letters_of_any_script_are_turned_back() {
        let broken = |text: &str| {
            let turn = |byte: u8| match byte {
                0x80..=0x9F => super::HIGH[usize::from(byte) - 0x80],
                byte => char::from(byte),
            };
            text.bytes().map(turn).collect::<String>()
        };
        for text in ["café", "it’s", "и", "да и нет", "η αλήθεια", "نعم و لا", "中文", "😀", "é’”", "ﬁn", "ệ"]
        {
            let mut sources = vec![broken(text)];
            if text.chars().all(super::is_common) {
                sources.push(broken(&broken(text)));
            }
            for source in sources {
                let mut mended = source.clone();
                for edit in edits(&source).into_iter().rev() {
                    mended.replace_range(edit.range, &edit.with);
                }
                assert_eq!(mended, text, "{source}");
            }
        }
    }
}
