//! Where a word may be divided.

use super::kept::Kept;
use crate::edition::language::Language;
use hypher::Lang;
use std::sync::Arc;
use unicode_normalization::char::is_combining_mark;

/// Least letters in a word worth dividing.
const LEAST: usize = 6;

/// Least letters before and after a division. Three look best; the long words of the Slavic languages are by custom
/// divided after two, and their lines would gape otherwise.
fn bounds(lang: Lang) -> (usize, usize) {
    match lang {
        Lang::Russian | Lang::Ukrainian | Lang::Belarusian | Lang::Bulgarian | Lang::Serbian => (2, 2),
        _ => (3, 3),
    }
}

/// Whether a line that begins at a byte repeats the hyphen of the word divided before it, so that a reader sees that
/// the hyphen is the word's own: the custom of these languages.
pub(super) fn is_repeated(text: &str, at: usize, language: Language) -> bool {
    // Asked at every place where a line may begin; few stand behind a hyphen.
    let mut before = text[..at].chars().rev();
    matches!(before.next(), Some('-' | '\u{2010}'))
        && matches!(language.primary(), "pl" | "cs" | "sk" | "pt" | "es" | "hr" | "sr" | "bs" | "sl")
        && before.next().is_some_and(char::is_alphabetic)
        && text[at..].chars().next().is_some_and(char::is_alphabetic)
}

/// The hyphenation patterns of a language, if there are any.
pub(super) fn patterns(language: Language) -> Option<Lang> {
    let primary = language.primary().as_bytes();
    // Norwegian Bokmål has the patterns of Norwegian.
    let code = if primary == b"no" { [b'n', b'b'] } else { primary.try_into().ok()? };
    Lang::from_iso(code)
}

/// Places at which a stretch of text may be divided: the byte, and how near an edge of its word that is (0 comfortable, 2
/// at the limit).
type Places = Arc<[(u32, u8)]>;

/// The divisions of words that were met before: a book says them often, and patterns take longer than a look.
#[derive(Default)]
pub(super) struct Divisions {
    kept: Kept<Lang, Places>,
}

impl Divisions {
    /// Where a stretch may be divided.
    pub(super) fn of(&mut self, stretch: &str, lang: Lang) -> Places {
        if let Some(places) = self.kept.get(&lang, stretch) {
            return places;
        }
        let mut places = Vec::new();
        each_division(stretch, lang, |byte, edge| places.push((byte as u32, edge)));
        let places: Places = places.into();
        self.kept.keep(lang, stretch, places.clone());
        places
    }
}

/// Calls `at` with every byte of `text` at which a word may be divided, and how near an edge of its word that is
/// (0 comfortable, 2 at the limit). Words with figures or capitals inside are left whole.
fn each_division(text: &str, lang: Lang, mut at: impl FnMut(usize, u8)) {
    let mut start = None;
    let ends = text.char_indices().map(Some).chain([None]);
    for item in ends {
        let letter = item.filter(|(_, c)| belongs(*c)).map(|(index, _)| index);
        match (start, letter) {
            (None, Some(index)) => start = Some(index),
            (Some(from), None) => {
                let end = item.map_or(text.len(), |(index, _)| index);
                divide(text, from, end, lang, &mut at);
                start = None;
            }
            _ => {}
        }
    }
}

/// Whether a character is part of a word for this purpose: figures are, so that a word with one is left whole.
fn belongs(c: char) -> bool {
    c.is_alphanumeric() || is_mark(c) || matches!(c, '_' | '@')
}

/// Whether a character is a mark on the letter before it: an accent, a vowel sign or a virama.
fn is_mark(c: char) -> bool {
    !c.is_ascii() && is_combining_mark(c)
}

fn divide(text: &str, from: usize, end: usize, lang: Lang, at: &mut impl FnMut(usize, u8)) {
    let word = &text[from..end];
    if word.len() < LEAST
        || !word.chars().all(|c| c.is_alphabetic() || is_mark(c))
        || word.chars().skip(1).any(char::is_uppercase)
    {
        return;
    }
    let letters = word.chars().count();
    if letters < LEAST {
        return;
    }
    let (mut byte, mut before) = (0, 0);
    let (least_before, least_after) = bounds(lang);
    for syllable in hypher::hyphenate_bounded(word, lang, least_before, least_after) {
        byte += syllable.len();
        before += syllable.chars().count();
        if byte < word.len() {
            let nearest = before.min(letters - before);
            at(from + byte, (5usize.saturating_sub(nearest)) as u8);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn divided(text: &str, language: &str) -> String {
        let lang = patterns(Language::parse(language).expect("a tag")).expect("patterns");
        let mut out = text.to_string();
        let mut at = Vec::new();
        each_division(text, lang, |byte, _| at.push(byte));
        at.iter().rev().for_each(|byte| out.insert(*byte, '-'));
        out
    }

    #[test]
    fn words_are_divided_by_the_rules_of_their_language() {
        assert_eq!(divided("hyphenation of words", "en"), "hyphen-ation of words");
        assert_eq!(divided("Landschaften", "de"), "Land-schaf-ten");
        assert_eq!(divided("остановка", "ru"), "оста-нов-ка");
        // A virama parts no word.
        assert_eq!(divided("மரத்தின்கீழ்", "ta").matches('-').count(), 2);
    }

    #[test]
    fn some_words_are_left_whole() {
        let whole = "McDonaldland hyphen8ation hyphenation@example well_hyphenated";
        assert_eq!(divided(whole, "en"), whole);
    }
}
