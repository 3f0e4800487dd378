//! What follows from an edition's data by rule: bylines, notes, disclaimers, credits. Every output asks here.

mod rights;

use super::design_settings::Portraits;
use super::disclaimer::{Conditions, Disclaimer, DisclaimerChoice, DisclaimerPlace, FilledDisclaimer};
use super::language::Language;
use super::markdown;
use super::matter::{ContributorsMatter, FreeText};
use super::people::{Contributor, ContributorId};
use super::piece::{AuthorNote, Piece};
use super::text::{Block, Paragraph, Text};
use super::words::Words;
use super::{Edition, Part};
use std::sync::Arc;

/// An author note as it is printed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PrintedNote<'e> {
    /// Its language.
    pub language: Language,
    /// Its words.
    pub text: Text,
    /// The person whose portrait stands beside it.
    pub pictured: Option<&'e Contributor>,
}

impl Edition {
    /// The pieces that are in the book, with their parts, in order.
    pub fn included(&self) -> impl Iterator<Item = (&Part, &Arc<Piece>)> {
        self.parts
            .iter()
            .flat_map(|part| part.pieces.iter().map(move |piece| (part, piece)))
            .filter(|(_, p)| p.include)
    }

    /// All pieces in order, those that are left out too.
    pub fn pieces(&self) -> impl Iterator<Item = &Arc<Piece>> {
        self.parts.iter().flat_map(|part| &part.pieces)
    }

    /// All pages of the editor's own words, those of variants too.
    pub fn free_texts(&self) -> impl Iterator<Item = &FreeText> {
        self.matter.free_texts().chain(self.variants.iter().flat_map(|variant| variant.matter.free_texts()))
    }

    /// The language of a piece.
    pub fn language_of(&self, piece: &Piece) -> Language {
        piece.language.unwrap_or(self.language)
    }

    /// The contributor with this id; a name without record is a contributor of that name.
    pub fn contributor(&self, id: &ContributorId) -> Contributor {
        self.contributors.get(id).cloned().unwrap_or_else(|| Contributor::named(&**id))
    }

    /// The printed names of these contributors.
    pub fn names(&self, ids: &[ContributorId]) -> Vec<String> {
        ids.iter()
            .map(|id| self.contributors.get(id).map_or_else(|| id.to_string(), |c| c.name.clone()))
            .collect()
    }

    /// The authors of a piece as one line, in the words of the piece's language: “A, B and C”; empty without authors.
    pub fn byline(&self, piece: &Piece) -> String {
        Words::of(self.language_of(piece)).list(&self.names(&piece.authors))
    }

    /// The author notes printed with a piece, with the contacts that are to be printed.
    pub fn author_notes(&self, piece: &Piece) -> Vec<PrintedNote<'_>> {
        let with_portraits = self.design.portraits == Some(Portraits::All);
        match &piece.author_note {
            AuthorNote::Omitted => Vec::new(),
            AuthorNote::Own(text) => {
                let language = self.language_of(piece);
                let mut text = text.with_notes_inside().into_owned();
                for person in self.people_of(piece) {
                    add_contacts(&mut text, person, language, piece.authors.len() > 1);
                }
                // Words about several people stand beside none of them.
                let alone = if piece.authors.len() == 1 { self.people_of(piece).next() } else { None };
                let text = self.printed_text(text, language);
                vec![PrintedNote { language, text, pictured: self.pictured(alone, with_portraits) }]
            }
            AuthorNote::FromContributors => {
                let notes = self.people_of(piece).map(|person| {
                    let language = person.language.unwrap_or(self.language);
                    let mut note = person.short_note.with_notes_inside().into_owned();
                    add_contacts(&mut note, person, language, person.short_note.blocks.is_empty());
                    let text = self.printed_text(note, language);
                    PrintedNote { language, text, pictured: self.pictured(Some(person), with_portraits) }
                });
                notes.filter(|note| !note.text.blocks.is_empty()).collect()
            }
        }
    }

    /// A person whose portrait is to be printed and is there.
    fn pictured<'e>(&self, person: Option<&'e Contributor>, wanted: bool) -> Option<&'e Contributor> {
        let has_picture = |person: &&Contributor| {
            person.portrait.as_ref().is_some_and(|portrait| self.pictures.contains_key(&portrait.picture))
        };
        person.filter(|_| wanted).filter(has_picture)
    }

    /// Whether the portrait of a person stands in “About the contributors”.
    pub fn is_pictured(&self, person: &Contributor) -> bool {
        let wanted = self.design.portraits != Some(Portraits::None);
        self.pictured(Some(person), wanted).is_some()
    }

    /// The records of the authors of a piece.
    fn people_of<'e>(&'e self, piece: &Piece) -> impl Iterator<Item = &'e Contributor> {
        let records = piece.authors.iter().filter_map(|id| self.contributors.get(id));
        records.collect::<Vec<_>>().into_iter()
    }

    /// What “About the contributors” says of a person: the long note or the short, the other where one is missing,
    /// and the contacts that are to be printed.
    pub fn note_of(&self, person: &Contributor) -> Text {
        let (first, second) = match self.matter.contributors.generated() {
            Some(ContributorsMatter::Long) => (&person.long_note, &person.short_note),
            _ => (&person.short_note, &person.long_note),
        };
        let said = if first.blocks.is_empty() { second } else { first };
        let mut note = said.with_notes_inside().into_owned();
        let language = person.language.unwrap_or(self.language);
        add_contacts(&mut note, person, language, false);
        self.printed_text(note, language)
    }

    /// The disclaimers printed after a piece, filled in.
    pub fn disclaimers_after(&self, piece: &Piece) -> Vec<FilledDisclaimer> {
        let stands = |place| matches!(place, DisclaimerPlace::Piece | DisclaimerPlace::Both);
        match &piece.disclaimer {
            DisclaimerChoice::Waived(_) => Vec::new(),
            DisclaimerChoice::Own(text) => {
                vec![FilledDisclaimer { name: None, text: self.fill(text, Some(piece)) }]
            }
            DisclaimerChoice::Named(names) => {
                let named = names.iter().filter_map(|name| self.disclaimers.iter().find(|d| d.name == *name));
                named.filter(|d| stands(d.place)).map(|d| self.filled(d, piece)).collect()
            }
            DisclaimerChoice::Default => self
                .disclaimers
                .iter()
                .filter(|d| stands(d.place) && self.carries(piece, d))
                .map(|d| self.filled(d, piece))
                .collect(),
        }
    }

    /// Whether a piece carries a disclaimer, wherever that is printed.
    pub fn carries(&self, piece: &Piece, disclaimer: &Disclaimer) -> bool {
        match &piece.disclaimer {
            DisclaimerChoice::Default => disclaimer.default && self.meets(piece, &disclaimer.when),
            DisclaimerChoice::Named(names) => names.contains(&disclaimer.name),
            DisclaimerChoice::Own(_) | DisclaimerChoice::Waived(_) => false,
        }
    }

    /// Whether a piece meets the conditions of a disclaimer.
    pub fn meets(&self, piece: &Piece, when: &Conditions) -> bool {
        let bare = |words: &str| words.trim().to_lowercase();
        let holds = |wanted: &[String], has: &[String]| {
            wanted.is_empty() || wanted.iter().any(|wanted| has.iter().any(|word| bare(word) == bare(wanted)))
        };
        let affiliations: Vec<String> =
            self.people_of(piece).map(|person| person.affiliation.clone()).collect();
        let outlet: Vec<String> = piece.credit.iter().map(|credit| credit.outlet.clone()).collect();
        let kicker: Vec<String> = piece.kicker.iter().map(Paragraph::words).collect();
        holds(&when.affiliation, &affiliations)
            && holds(&when.outlet, &outlet)
            && holds(&when.kicker, &kicker)
    }

    /// The disclaimers printed on the imprint, filled in with the authors and title of the whole edition.
    pub fn disclaimers_on_imprint(&self) -> Vec<FilledDisclaimer> {
        let is_met =
            |d: &&Disclaimer| d.when.is_empty() || self.included().any(|(_, piece)| self.carries(piece, d));
        let on_imprint = self.disclaimers.iter().filter(|d| d.place != DisclaimerPlace::Piece);
        on_imprint
            .filter(is_met)
            .map(|d| FilledDisclaimer {
                name: Some(d.name.clone()),
                text: self.fill(d.text_in(self.language), None),
            })
            .collect()
    }

    fn filled(&self, disclaimer: &Disclaimer, piece: &Piece) -> FilledDisclaimer {
        FilledDisclaimer {
            name: Some(disclaimer.name.clone()),
            text: self.fill(disclaimer.text_in(self.language_of(piece)), Some(piece)),
        }
    }

    /// What authors belong to, each once, as a list in words.
    fn affiliations<'e>(&self, people: impl Iterator<Item = &'e Contributor>, language: Language) -> String {
        let mut list: Vec<String> = Vec::new();
        for person in people.filter(|person| !person.affiliation.trim().is_empty()) {
            if !list.contains(&person.affiliation) {
                list.push(person.affiliation.clone());
            }
        }
        Words::of(language).list(&list)
    }

    /// Replaces the fields of a disclaimer; without a piece by what the whole edition has.
    fn fill(&self, text: &str, piece: Option<&Piece>) -> Text {
        let language = piece.map_or(self.language, |piece| self.language_of(piece));
        let (author, title, date) = match piece {
            Some(piece) => (self.byline(piece), piece.title.words(), piece.date),
            None => (self.all_authors(), self.title.clone(), self.date),
        };
        let date = date.map(|date| self.date_in_words(date, language)).unwrap_or_default();
        let affiliation = match piece {
            Some(piece) => self.affiliations(self.people_of(piece), language),
            None => {
                let authors = self.author_ids();
                let people = authors.iter().filter_map(|id| self.contributors.get(id));
                self.affiliations(people, language)
            }
        };
        let mut filled = String::with_capacity(text.len() + 64);
        let mut rest = text;
        while let Some(open) = rest.find('{') {
            filled.push_str(&rest[..open]);
            rest = &rest[open..];
            let fields = [
                ("{author}", &author),
                ("{affiliation}", &affiliation),
                ("{publisher}", &self.publisher.name),
                ("{title}", &title),
                ("{date}", &date),
            ];
            match fields.iter().find(|(field, _)| rest.starts_with(field)) {
                Some((field, value)) => {
                    filled.push_str(&markdown::escape(value));
                    rest = &rest[field.len()..];
                }
                None => {
                    filled.push('{');
                    rest = &rest[1..];
                }
            }
        }
        filled.push_str(rest);
        self.printed_text(markdown::inline_text(&filled).with_notes_inside().into_owned(), language)
    }

    /// All authors of the included pieces, each once, by sort name.
    pub fn author_ids(&self) -> Vec<ContributorId> {
        let mut ids: Vec<ContributorId> = Vec::new();
        let mut seen = std::collections::BTreeSet::new();
        for id in self.included().flat_map(|(_, piece)| &piece.authors) {
            if seen.insert(id.clone()) {
                ids.push(id.clone());
            }
        }
        ids.sort_by_cached_key(|id| (self.contributor(id).sort_key().to_lowercase(), id.clone()));
        ids
    }

    fn all_authors(&self) -> String {
        Words::of(self.language).list(&self.names(&self.author_ids()))
    }
}

/// Adds the line of a person's printed contacts to a note, where there are any; with the name where nothing before it
/// says whose they are.
fn add_contacts(note: &mut Text, person: &Contributor, language: Language, named: bool) {
    let Some(mut line) = person.contacts.printed(language.is_right_to_left()) else { return };
    if named {
        let name = format!("{}: ", person.name);
        for marked in &mut line.marks {
            marked.range = marked.range.start + name.len()..marked.range.end + name.len();
        }
        line.text = format!("{name}{}", line.text).into();
    }
    note.blocks.push(Block::Paragraph(line));
}
