//! A word of a name in the forms by which it is compared.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word of a name. Two forms, because “Müller” is written Muller by some and Mueller by others, but Mueller and Muller
/// are two names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Word {
    /// Small letters, without their marks.
    pub(super) bare: String,
    /// The same, with the marks spelled out: ö as oe.
    spelled: String,
}

impl Word {
    /// The forms of a word.
    pub(super) fn of(word: &str) -> Word {
        let mut bare = String::with_capacity(word.len());
        let mut spelled = String::with_capacity(word.len());
        for letter in word.nfc().flat_map(char::to_lowercase) {
            let (short, long) = folded(letter);
            match short {
                Some(short) => bare.push_str(short),
                None => plain(letter, &mut bare),
            }
            match long.or(short) {
                Some(long) => spelled.push_str(long),
                None => plain(letter, &mut spelled),
            }
        }
        Word { bare, spelled }
    }

    /// Whether both are one word.
    pub(super) fn is(&self, other: &Word) -> bool {
        self.bare == other.bare || self.spelled == other.spelled
    }

    /// Whether it is one letter, an initial. A sign of Chinese is a whole word.
    pub(super) fn is_initial(&self) -> bool {
        let mut letters = self.bare.chars();
        letters.next().is_some_and(char::is_lowercase) && letters.next().is_none()
    }

    /// Whether both can be one given name: the same, or one the initial of the other.
    pub(super) fn fits(&self, other: &Word) -> bool {
        let is_shortened = self.is_initial() || other.is_initial();
        self.is(other) || is_shortened && self.bare.chars().next() == other.bare.chars().next()
    }

    /// Whether the words differ by one slip in a long word: a letter too many or too few, two that changed places,
    /// one vowel for another. Never in the first letter, nor the last: Daniel and Daniela, Petrov and Petrova are two
    /// people. Nor one consonant for another: Martin is not Marvin.
    pub(super) fn is_slip_of(&self, other: &Word) -> bool {
        const LEAST: usize = 6;
        let [one, two]: [Vec<char>; 2] = [self, other].map(|word| word.bare.chars().collect());
        let (shorter, longer) = if one.len() <= two.len() { (&one, &two) } else { (&two, &one) };
        if shorter.len() < LEAST || longer.len() - shorter.len() > 1 {
            return false;
        }
        if one.first() != two.first() || one.last() != two.last() {
            return false;
        }
        let start = shorter.iter().zip(longer).take_while(|(a, b)| a == b).count();
        let (shorter, longer) = (&shorter[start..], &longer[start..]);
        if shorter.len() < longer.len() {
            return shorter == &longer[1..];
        }
        match (shorter, longer) {
            ([a, b, rest @ ..], [c, d, other @ ..]) if (a, b) == (d, c) => rest == other,
            ([a, rest @ ..], [b, other @ ..]) => is_vowel(*a) && is_vowel(*b) && rest == other,
            _ => false,
        }
    }
}

fn is_vowel(letter: char) -> bool {
    "aeiouyаеиоуыэюя".contains(letter)
}

/// A letter that is written in another way too: without its mark, and with the mark spelled out.
fn folded(letter: char) -> (Option<&'static str>, Option<&'static str>) {
    match letter {
        'ä' | 'æ' => (Some(if letter == 'ä' { "a" } else { "ae" }), Some("ae")),
        'ö' | 'ø' => (Some("o"), Some("oe")),
        'ü' => (Some("u"), Some("ue")),
        'å' => (Some("a"), Some("aa")),
        'œ' => (Some("oe"), None),
        'ß' => (Some("ss"), None),
        'ł' => (Some("l"), None),
        'đ' => (Some("d"), None),
        'ð' => (Some("d"), Some("dh")),
        'þ' => (Some("th"), None),
        'ı' => (Some("i"), None),
        // Russian prints ё with or without its points.
        'ё' => (Some("е"), None),
        // The keyboards of Arabic, Persian and Urdu have letters of their own for the same sound.
        'ي' | 'ى' => (Some("ی"), None),
        'ك' => (Some("ک"), None),
        'ه' | 'ۀ' => (Some("ہ"), None),
        'أ' | 'إ' | 'آ' => (Some("ا"), None),
        // Vowel signs and the stretching of letters are left out by most.
        '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}' => (Some(""), None),
        _ => (None, None),
    }
}

/// A Latin or Greek letter without its marks, any other as it is: elsewhere a mark is a vowel or another letter.
fn plain(letter: char, out: &mut String) {
    let is_marked = matches!(letter, '\u{c0}'..='\u{24f}' | '\u{370}'..='\u{3ff}' | '\u{1e00}'..='\u{1fff}');
    let is_mark = matches!(letter, '\u{300}'..='\u{36f}');
    if is_marked || is_mark {
        out.extend(letter.nfd().filter(|part| !is_combining_mark(*part)));
    } else {
        out.push(letter);
    }
}
