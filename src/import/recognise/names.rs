//! Names of people: which words are one, and the names in a byline.

use super::wording;

/// Words inside a name that begin in lower case.
const PARTICLES: &[&str] = &[
    "de", "del", "della", "der", "den", "di", "da", "dos", "das", "do", "du", "van", "von", "zu", "zur",
    "vom", "la", "le", "el", "al", "bin", "ibn", "bint", "ben", "ul", "ur", "af", "av", "ter", "ten", "y",
    "e", "ud", "us", "uz", "abu", "st", "of",
];

/// What may stand behind a comma and belongs to the name before.
const BEHIND: &[&str] = &[
    "jr", "jr.", "sr", "sr.", "phd", "ph.d", "ph.d.", "md", "m.d.", "iii", "ii", "esq", "esq.", "retd", "mp",
    "dphil",
];

/// Titles before a name; they end in a stop or are followed by more.
const HONORIFICS: &[&str] = &[
    "dr",
    "prof",
    "professor",
    "mr",
    "mrs",
    "ms",
    "sir",
    "dame",
    "lord",
    "lady",
    "maj",
    "gen",
    "brig",
    "lt",
    "col",
    "capt",
    "cdr",
    "adm",
    "air",
    "vice",
    "marshal",
    "justice",
    "judge",
    "ambassador",
    "amb",
    "senator",
    "sen",
    "rep",
    "rev",
    "maulana",
    "mufti",
    "syed",
    "hafiz",
    "barrister",
    "engr",
    "sheikh",
    "herr",
    "frau",
    "mme",
    "m",
    "general",
    "major",
    "colonel",
    "commodore",
    "admiral",
    "group",
    "wing",
    "commander",
    "squadron",
    "leader",
];

/// Agencies that sign with papers.
const AGENCIES: &[&str] = &[
    "afp", "ap", "reuters", "dpa", "efe", "ansa", "tass", "app", "pti", "ians", "kna", "epd", "sda", "belga",
    "xinhua", "agencies", "agences",
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

fn is_ideograph(letter: char) -> bool {
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

fn is_only_title(words: &str) -> bool {
    words.split_whitespace().all(|word| {
        let bare = word.trim_matches(|l: char| !l.is_alphanumeric()).to_lowercase();
        HONORIFICS.contains(&bare.as_str())
    })
}

/// The names in a line of names: “A, B and C”, “A | B”, with roles and places behind them left out.
pub(crate) fn of_byline(line: &str) -> Vec<String> {
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut rest = line.trim();
    if let Some(by) = wording::by().find(rest) {
        rest = rest[by.end()..].trim_start();
        // “Author: by Ann Lee”; but the second word of “by Di Fox”, “by von Arnim” belongs to the name.
        rest = rest.strip_prefix("by ").or_else(|| rest.strip_prefix("By ")).unwrap_or(rest);
    }
    if wording::by_glued().is_match(rest) {
        rest = &rest[2..];
    }
    // “By Ann Lee Published May 1, 2020”
    let dated = super::dates::all(rest)
        .first()
        .map(|date| date.range.start)
        .filter(|start| *start > 3 && rest.is_char_boundary(*start));
    let rest = wording::before_date().replace(&rest[..dated.unwrap_or(rest.len())], "").into_owned();
    // What stands behind a bar or a bullet is a role, a date, a place; before it may stand a date.
    let parts = rest.split(['|', '·', '•', '/', '\n']).map(str::trim).filter(|part| !part.is_empty());
    let mut names = Vec::new();
    for part in parts {
        let before = names.len();
        let part = part.strip_prefix("by ").or_else(|| part.strip_prefix("By ")).unwrap_or(part);
        split(part, &mut names);
        // The first part that has names has them all, unless more of them are bylines too.
        if before > 0 && names.len() > before {
            names.truncate(before);
            break;
        }
    }
    names
}

/// Takes out what people are, where names are left: “Software Engineer” below a name.
pub(crate) fn without_roles(names: &mut Vec<String>) {
    if names.iter().any(|name| !wording::role().is_match(name)) {
        names.retain(|name| !wording::role().is_match(name));
    }
}

/// Adds the names of a part without bars.
fn split(part: &str, names: &mut Vec<String>) {
    // A dash behind a name begins a role.
    let part = part
        .split(" – ")
        .next()
        .unwrap_or(part)
        .split(" — ")
        .next()
        .unwrap_or(part)
        .split(" - ")
        .next()
        .unwrap_or(part);
    let original = part;
    let mut part = part.to_string();
    for joint in [
        " and ", " und ", " et ", " y ", " e ", " и ", " اور ", " و ", " & ", " AND ", " + ", " with ",
        " en ", " og ", " och ",
    ] {
        part = part.replace(joint, "\u{1}");
    }
    // “Le Figaro et AFP” is the signature of a paper: it stays whole.
    if names.is_empty()
        && part.split('\u{1}').skip(1).any(|chunk| AGENCIES.contains(&chunk.trim().to_lowercase().as_str()))
        && part.split('\u{1}').all(is_named)
    {
        names.push(original.trim().to_string());
        return;
    }
    let mut found = Vec::new();
    for (number, chunk) in part.split(['\u{1}', ',', '、', '،', ';']).map(str::trim).enumerate() {
        let folded = chunk.to_lowercase();
        if number > 0 && BEHIND.contains(&folded.as_str()) {
            if let Some(last) = found.last_mut() {
                let last: &mut String = last;
                last.push_str(", ");
                last.push_str(chunk);
            }
            continue;
        }
        let chunk = without_role(chunk);
        let is_plausible = if number == 0 { is_named(chunk) } else { is_name(chunk) };
        if is_plausible && chunk.chars().count() >= 2 && !is_place_or_role(chunk, number) {
            found.push(cased(chunk));
        }
    }
    for name in found.into_iter().map(once) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
}

/// A name that stands twice in a row, as picture text and words, once.
fn once(name: String) -> String {
    let half = name.len() / 2;
    match (name.get(..half), name.get(half + 1..)) {
        (Some(first), Some(second)) if first == second && name.as_bytes()[half] == b' ' => first.to_string(),
        _ => name,
    }
}

/// “Ann Lee in Lahore”, “Ann Lee for The Gazette”, “Ann Lee (Guest)” without what follows the name.
fn without_role(chunk: &str) -> &str {
    let chunk =
        chunk.trim().trim_start_matches(['(', '[']).trim_end_matches(['.', ',', ':', ';', ']']).trim();
    let cut = [
        " in ", " for ", " at ", " from ", " to ", " is ", " on ", " @", " aus ", " für ", " pour ", " à ",
        " para ",
    ];
    let end = cut.iter().filter_map(|word| chunk.find(word)).min().unwrap_or(chunk.len());
    chunk[..end].trim()
}

fn is_place_or_role(chunk: &str, number: usize) -> bool {
    number > 0 && (wording::no_person().is_match(chunk) || is_only_title(chunk))
}

/// A name in capitals throughout, in small letters with a capital each.
fn cased(name: &str) -> String {
    let is_shouted =
        name.chars().filter(|l| l.is_alphabetic()).count() > 4 && !name.chars().any(char::is_lowercase);
    let is_cased = name.chars().any(char::is_uppercase);
    if !is_shouted || !is_cased {
        return name.to_string();
    }
    let word = |word: &str| {
        let mut fresh = true;
        word.chars()
            .flat_map(|letter| {
                let lower: Vec<char> = if fresh { vec![letter] } else { letter.to_lowercase().collect() };
                fresh = !letter.is_alphabetic();
                lower
            })
            .collect::<String>()
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
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
    words.filter(|word| !HONORIFICS.contains(word) && !BEHIND.contains(word)).collect::<Vec<_>>().join(" ")
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
    fn bylines_give_names_without_roles() {
        for (line, names) in [
            ("By Amjad Mahmood", &["Amjad Mahmood"][..]),
            ("By Ann Lee and Bo Chu, Jr.", &["Ann Lee", "Bo Chu, Jr."]),
            ("Par Étienne Vasseur-Lamy, avocat", &["Étienne Vasseur-Lamy"]),
            ("Von Christian Unger, Redakteur", &["Christian Unger"]),
            ("Ein Kommentar von Henrik Osterloh", &["Henrik Osterloh"]),
            ("Opinion by Deborah Lindqvist-Ames", &["Deborah Lindqvist-Ames"]),
            ("bySauli Niinistö", &["Sauli Niinistö"]),
            ("BY MARÍA DE LA CRUZ | FEB 2, 2022", &["María De La Cruz"]),
            ("By Ann Lee, Bo Chu, and Cy Dow", &["Ann Lee", "Bo Chu", "Cy Dow"]),
            ("تحریر: حنا فاروق", &["حنا فاروق"]),
        ] {
            assert_eq!(of_byline(line), names, "{line}");
        }
    }

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
