//! A paragraph is cut into sentences, so that a note and a disclaimer that share a paragraph can part.

use std::ops::Range;

/// Behind these a stop does not end a sentence.
const ABBREVIATED: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "st", "sr", "jr", "gen", "maj", "col", "lt", "capt", "sen", "rep",
    "gov", "rev", "hon", "vs", "no", "op", "ed", "eds", "etc", "e.g", "i.e", "u.s", "u.k", "u.n", "ph.d",
    "d.c", "inc", "ltd", "co", "hr", "fr", "bzw", "z.b", "d.h", "nr", "m", "mme", "sra", "г", "им", "т.е",
];

/// The bytes of the sentences of `text`, without the spaces between them.
pub(in crate::import) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let mut index = 0;
    while index < letters.len() {
        let (at, letter) = letters[index];
        let is_stop = matches!(letter, '.' | '!' | '?' | '…' | '۔' | '؟' | '。');
        if !is_stop || (letter == '.' && is_abbreviated(&text[start..at])) {
            index += 1;
            continue;
        }
        // The closing marks belong to the sentence.
        let mut end = index + 1;
        while letters
            .get(end)
            .is_some_and(|(_, l)| matches!(l, '.' | '!' | '?' | '"' | '”' | '’' | ')' | '»' | ']'))
        {
            end += 1;
        }
        let rest = end;
        while letters.get(end).is_some_and(|(_, l)| l.is_whitespace()) {
            end += 1;
        }
        let begins_anew = letters.get(end).is_none_or(|(_, l)| !l.is_lowercase());
        if (end > rest || letter == '。') && begins_anew || end == letters.len() {
            let stop = letters.get(rest).map_or(text.len(), |(at, _)| *at);
            found.push(start..stop);
            start = letters.get(end).map_or(text.len(), |(at, _)| *at);
        }
        index = end.max(index + 1);
    }
    if start < text.len() && !text[start..].trim().is_empty() {
        found.push(start..start + text[start..].trim_end().len());
    }
    found
}

/// Whether the text before a stop ends in an abbreviation or an initial.
fn is_abbreviated(before: &str) -> bool {
    let word =
        before.rsplit(|l: char| l.is_whitespace() || matches!(l, '(' | '“' | '"')).next().unwrap_or_default();
    let is_initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    is_initial || ABBREVIATED.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_and_initials_end_no_sentence() {
        let text = "Dr. J. Smith holds a Ph.D. from Yale. The views are hers.” She tweets @a.b! ok";
        let found: Vec<&str> = sentences(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(
            found,
            ["Dr. J. Smith holds a Ph.D. from Yale.", "The views are hers.”", "She tweets @a.b! ok"]
        );
    }

    #[test]
    fn other_scripts_have_their_own_stops() {
        let text = "یہ پہلا ہے۔ یہ دوسرا ہے۔";
        assert_eq!(sentences(text).len(), 2);
        assert!(sentences("").is_empty());
    }
}
