//! Names that mean nothing: the nearest one that does.

use crate::edition::Edition;
use crate::edition::disclaimer::DisclaimerChoice;
use crate::edition::matter::order::Page;
use crate::notice::{Notices, Place, Rule};

/// The keys of `[design]`.
pub(super) const DESIGN: [&str; 17] = [
    "theme",
    "trim",
    "body_size",
    "leading",
    "margins",
    "indent",
    "opener",
    "sink",
    "drop_caps",
    "notes",
    "portraits",
    "hyphenate",
    "ornament",
    "quotes",
    "numerals",
    "epub_fonts",
    "system_fonts",
];

/// The keys of `[matter]`.
pub(super) fn matter() -> Vec<&'static str> {
    let pages = Page::USUAL.into_iter().filter(|page| !matches!(page, Page::Pieces | Page::Notes));
    pages.map(Page::key).chain(["order"]).collect()
}

/// Where in `edition.toml` a key means something that means nothing in a table of this name.
pub(super) fn elsewhere(key: &str, table: &str) -> Option<String> {
    let of_variant = table.strip_prefix("[variant.").and_then(|rest| rest.strip_suffix(']'));
    let before = match of_variant {
        Some(name) if !name.contains('.') => format!("variant.{name}."),
        None if table == "edition.toml" => String::new(),
        _ => return None,
    };
    if DESIGN.contains(&key) {
        return Some(format!("write it under [{before}design]"));
    }
    if matter().contains(&key) {
        return Some(format!("write it under [{before}matter]"));
    }
    let is_parent = matches!(key, "extends" | "inherits" | "base" | "parent" | "from" | "variant");
    (is_parent && of_variant.is_some())
        .then(|| "a variant varies the edition itself, never another variant".to_string())
}

/// The known name that `word` was probably meant to be: at most two letters differ, fewer in short words.
pub(in crate::edition) fn nearest<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    let most = if word.chars().count() < 4 { 1 } else { 2 };
    let near = known.iter().map(|name| (distance(word, name, most), *name));
    near.filter(|(distance, _)| *distance <= most).min().map(|(_, name)| name)
}

/// How many letters must be changed, added or taken away to make one word of the other (Levenshtein, 1966);
/// a number above `most` where it is clear that there are more.
fn distance(a: &str, b: &str, most: usize) -> usize {
    let b: Vec<char> = b.chars().collect();
    let length = a.chars().count();
    if length.abs_diff(b.len()) > most {
        return most + 1;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (index, letter) in a.chars().enumerate() {
        let mut diagonal = index;
        row[0] = index + 1;
        for (column, other) in b.iter().enumerate() {
            let changed = diagonal + usize::from(letter != *other);
            diagonal = row[column + 1];
            row[column + 1] = changed.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[b.len()]
}

/// Reports disclaimers that pieces name and the edition does not have.
pub(super) fn unknown_disclaimers(edition: &Edition, notices: &mut Notices) {
    let known: Vec<&str> = edition.disclaimers.iter().map(|disclaimer| &*disclaimer.name).collect();
    for piece in edition.pieces() {
        let DisclaimerChoice::Named(names) = &piece.disclaimer else { continue };
        for name in names.iter().filter(|name| !known.contains(&&***name)) {
            let hint = match nearest(name, &known) {
                Some(near) => format!("did you mean “{near}”?"),
                None => format!("add a table [disclaimer.{name}] to edition.toml"),
            };
            notices.of(Rule::NoDisclaimer).fault(
                Place::file(&piece.file),
                format!("no disclaimer is called “{name}”"),
                hint,
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_finds_the_key() {
        let known = ["title", "subtitle", "trim", "theme"];
        assert_eq!(nearest("titel", &known), Some("title"));
        assert_eq!(nearest("subtitel", &known), Some("subtitle"));
        assert_eq!(nearest("trm", &known), Some("trim"));
        assert_eq!(nearest("weather", &known), None);
    }
}
