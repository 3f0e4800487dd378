//! Names of people: which words are one.

use super::wording;
use crate::edition::people::matching::is_honorific;

/// Words inside a name that begin in lower case.
const PARTICLES: &[&str] = &[
    "de", "del", "della", "der", "den", "di", "da", "dos", "das", "do", "du", "van", "von", "zu", "zur",
    "vom", "la", "le", "el", "al", "bin", "ibn", "bint", "ben", "ul", "ur", "af", "av", "ter", "ten", "y",
    "e", "ud", "us", "uz", "abu", "st", "of",
];

/// What may stand behind a comma and belongs to the name before.
pub(super) const BEHIND: &[&str] = &[
    "jr", "jr.", "sr", "sr.", "phd", "ph.d", "ph.d.", "md", "m.d.", "iii", "ii", "esq", "esq.", "retd", "mp",
    "dphil",
];

/// Whether words are the name of a person: two to seven words, each with a capital where the script has them.
pub(crate) fn is_name(words: &str) -> bool {
    let words = words.trim();
    let count = words.split_whitespace().count();
    let is_ideographic = (2..=6).contains(&words.chars().count()) && words.chars().all(is_ideograph);
    ((2..=7).contains(&count) || is_ideographic)
        && is_named(words)
        && !wording::no_person().is_match(words)
        && !is_only_title(words)
}

/// Whether words can be a name when a byline says so: one word is enough, and a paper may sign.
pub(super) fn is_named(words: &str) -> bool {
    let words = words.trim();
    if words.is_empty() || words.chars().count() > 60 || words.split_whitespace().count() > 8 {
        return false;
    }
    if words.chars().any(|l| {
        l.is_ascii_digit()
            || matches!(l, '@' | '/' | ':' | '?' | '!' | '|' | '“' | '”' | '"' | '»' | '«' | ';' | '=')
            || matches!(l, '>' | '<' | '›' | '‹' | '→' | '_' | '#' | '%' | '…' | '。' | '，' | '！' | '？')
    }) {
        return false;
    }
    // Chinese and Japanese names have few letters; a longer line of them is a path or a sentence.
    if words.chars().filter(|l| is_ideograph(*l)).count() > 8 {
        return false;
    }
    // “By” alone is where the name should have been.
    if wording::by().find(&format!("{words} ")).is_some_and(|by| by.end() > words.len()) {
        return false;
    }
    if words.ends_with('.') && !ends_in_abbreviation(words) {
        return false;
    }
    let mut capitals = 0;
    for word in words.split_whitespace() {
        let bare = word.trim_matches(|l: char| !l.is_alphanumeric());
        let Some(first) = bare.chars().next() else { continue };
        if first.is_lowercase() && !is_particle(bare) {
            return false;
        }
        capitals += usize::from(!first.is_lowercase());
    }
    capitals > 0
}

pub(super) fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
        || word.split_once(['-', '’', '\'']).is_some_and(|(first, rest)| {
            // “al-Rawahi”, “d’Estaing”, “bell-hooks” are names in any case.
            PARTICLES.contains(&first) || first.chars().count() <= 2 && rest.starts_with(char::is_uppercase)
        })
}

fn ends_in_abbreviation(words: &str) -> bool {
    let last = words.split_whitespace().last().unwrap_or_default().to_lowercase();
    BEHIND.contains(&last.as_str()) || last.chars().filter(|l| l.is_alphabetic()).count() <= 2
}

pub(super) fn is_only_title(words: &str) -> bool {
    words.split_whitespace().all(|word| {
        let bare = word.trim_matches(|l: char| !l.is_alphanumeric()).to_lowercase();
        is_honorific(&bare)
    })
}

/// A name for comparison: small letters without honorifics and marks.
pub(crate) fn folded(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let plain: String = name
        .nfd()
        .filter(|l| !unicode_normalization::char::is_combining_mark(*l))
        .collect::<String>()
        .to_lowercase();
    let words = plain.split(|l: char| !l.is_alphanumeric()).filter(|word| !word.is_empty());
    words.filter(|word| !is_honorific(word) && !BEHIND.contains(word)).collect::<Vec<_>>().join(" ")
}

/// The name with which a sentence about a person opens: “Ann Lee” of “Ann Lee teaches history”.
pub(super) fn opening(sentence: &str) -> Option<(&str, &str)> {
    let sentence = match wording::note_label().find(sentence) {
        Some(label) => sentence[label.end()..].trim_start(),
        None => sentence,
    };
    let mut end = 0;
    for (count, word) in sentence.split_inclusive(' ').enumerate() {
        let bare = word.trim_end().trim_matches(|l: char| !l.is_alphanumeric());
        let first = bare.chars().next()?;
        if count >= 7 || (first.is_lowercase() && !PARTICLES.contains(&bare)) {
            break;
        }
        end += word.len();
        if word.trim_end().ends_with([',', ':']) {
            break;
        }
    }
    let name = sentence[..end].trim().trim_end_matches([',', ':', '–', '—']).trim();
    let name = name.split(" and ").next().unwrap_or(name);
    (is_name(name) && !wording::by().is_match(name))
        .then(|| (name, sentence[end.min(sentence.len())..].trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_other_short_lines() {
        for name in ["Ryan Devereaux", "Maj Gen (Retd) Asad Kirmani", "Ludwig van Beethoven", "Dr. J. Smith"]
        {
            assert!(is_name(name), "{name}");
        }
        for other in [
            "Central Desk",
            "Terms of use",
            "Latest Stories",
            "Most Read",
            "The Trouble",
            "Plato",
            "New York Times",
            "Join Our Newsletter",
        ] {
            assert!(!is_name(other), "{other}");
        }
    }

    #[test]
    fn a_note_opens_with_its_author() {
        let (name, rest) = opening("Note: Amjad Mahmood holds a degree.").unwrap();
        assert_eq!((name, rest), ("Amjad Mahmood", "holds a degree."));
        assert!(opening("The writer is here.").is_none());
    }
}
