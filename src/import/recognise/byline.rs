//! The names in a byline.

use super::names::{BEHIND, is_name, is_named, is_only_title};
use super::wording;

/// Agencies that sign with papers.
const AGENCIES: &[&str] = &[
    "afp", "ap", "reuters", "dpa", "efe", "ansa", "tass", "app", "pti", "ians", "kna", "epd", "sda", "belga",
    "xinhua", "agencies", "agences",
];

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
    let rest = wording::behind_name().replace(&rest, "");
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
    if let Some(turned) = turned(&part) {
        names.push(turned);
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
    number > 0 && (wording::no_person().is_match(chunk) || is_only_title(chunk) || is_house(chunk))
}

/// “The New York Times”, “ACLU Speech”: an article or an acronym begins no name.
fn is_house(chunk: &str) -> bool {
    let (first, rest) = chunk.split_once(' ').unwrap_or((chunk, ""));
    let is_acronym = (3..=5).contains(&first.chars().count()) && first.chars().all(char::is_uppercase);
    ["The", "A", "An"].contains(&first) || is_acronym && rest.chars().any(char::is_lowercase)
}

/// “Farooq, Hina”, “Jong, Michiel de”: the family name first, as catalogues have it.
fn turned(part: &str) -> Option<String> {
    let (family, given) = part.split_once(',')?;
    let (family, given) = (family.trim(), given.trim());
    let is_agency = AGENCIES.contains(&family.to_lowercase().as_str());
    let is_shouted = |words: &str| words.chars().count() > 3 && !words.chars().any(char::is_lowercase);
    let is_plain = |words: &str| is_named(words) && !words.contains([',', '(', '\u{1}']);
    let fits = !family.contains(' ')
        && !is_agency
        && is_plain(family)
        && is_plain(given)
        && given.split(' ').count() <= 3
        && is_shouted(family) == is_shouted(given)
        && !BEHIND.contains(&given.to_lowercase().as_str())
        && !wording::no_person().is_match(family)
        && !wording::no_person().is_match(given)
        && !wording::role().is_match(given);
    fits.then(|| cased(&format!("{given} {family}")))
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
            ("By Ann Lee March 18 at 12:22 PM Follow @AnnLee", &["Ann Lee"]),
            ("By Farooq, Hina", &["Hina Farooq"]),
            ("Jong, Michiel de", &["Michiel de Jong"]),
            ("Kooman, F.", &["F. Kooman"]),
            ("Reuters, London", &["Reuters"]),
            ("By Daniel Okello, ACLU Speech", &["Daniel Okello"]),
            ("By Nell Sharp, The York Courant", &["Nell Sharp"]),
        ] {
            assert_eq!(of_byline(line), names, "{line}");
        }
    }
}
