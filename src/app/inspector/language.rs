//! A language, picked from a list or written as a tag.

use crate::app::field::{self, Field};
use crate::app::words::inspector as words;
use crate::edition::language::Language;
use egui::{Id, Ui};
use std::fmt::Debug;
use std::hash::Hash;

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    /// As the edition.
    None,
    Known(Language),
    Other,
}

/// The field of a language that may be left to the edition; the new one, when it was changed.
pub(super) fn optional<W: Hash + Debug + Copy>(
    ui: &mut Ui,
    whose: W,
    words: [&str; 2],
    language: Option<Language>,
    edition: Language,
) -> Option<Option<Language>> {
    list(ui, whose, words, language, Some(edition))
}

/// The field of a language that must be said; the new one, when it was changed.
pub(super) fn show<W: Hash + Debug + Copy>(
    ui: &mut Ui,
    whose: W,
    words: [&str; 2],
    language: Language,
) -> Option<Language> {
    list(ui, whose, words, Some(language), None).flatten()
}

fn list<W: Hash + Debug + Copy>(
    ui: &mut Ui,
    whose: W,
    names: [&str; 2],
    language: Option<Language>,
    edition: Option<Language>,
) -> Option<Option<Language>> {
    let id = Id::unique(("other language", whose, names[0]));
    let of_edition = edition.map(|edition| (Line::None, words::language_of_edition(&name(edition))));
    let known = words::LANGUAGES
        .iter()
        .filter_map(|(tag, name)| Some((Line::Known(Language::parse(tag)?), (*name).into())));
    let mut lines: Vec<(Line, String)> = of_edition.into_iter().chain(known).collect();
    lines.push((Line::Other, words::OTHER.into()));
    let is_known = |line: Line| lines.iter().any(|(known, _)| *known == line);
    let chosen = match language.map_or(Line::None, Line::Known) {
        _ if field::is_on(ui, id) => Line::Other,
        line if is_known(line) => line,
        _ => Line::Other,
    };
    let picked = field::choice(ui, whose, names, &chosen, &lines, words::OTHER);
    if let Some(line) = picked {
        field::switch(ui, id, line == Line::Other);
    }
    let typed = if chosen == Line::Other { tag(ui, whose, language, edition.is_some()) } else { None };
    match picked {
        Some(Line::None) => Some(None),
        Some(Line::Known(language)) => Some(Some(language)),
        _ => typed,
    }
}

fn tag<W: Hash + Debug>(
    ui: &mut Ui,
    whose: W,
    language: Option<Language>,
    may_be_none: bool,
) -> Option<Option<Language>> {
    let write =
        |language: &Option<Language>| language.map(|language| language.to_string()).unwrap_or_default();
    Field::new(whose, words::TAG).show(ui, &language, write, |text| match text.trim() {
        "" if may_be_none => Ok(None),
        text => Language::parse(text).map(Some).ok_or_else(|| words::NO_LANGUAGE.to_string()),
    })
}

/// The name of a language, or its tag.
pub(super) fn name(language: Language) -> String {
    let known = words::LANGUAGES.iter().find(|(tag, _)| *tag == language.tag());
    known.map_or_else(|| language.to_string(), |(_, name)| (*name).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_of_the_list_is_one() {
        for (tag, name) in words::LANGUAGES {
            assert_eq!(Language::parse(tag).as_ref().map(Language::tag), Some(tag), "{name}");
        }
    }
}
