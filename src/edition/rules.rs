//! What follows from an edition's data by rule: bylines, notes, disclaimers, credits. Every output asks here.

pub mod disclaimers;
mod people;
mod rights;

pub use people::RIGHTS_FIELDS;

use super::design_settings::Portraits;
use super::language::Language;
use super::matter::FreeText;
use super::people::Contributor;
use super::piece::{AuthorNote, Piece};
use super::text::{Block, Text};
use super::{Edition, Part};
use std::collections::BTreeSet;
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

    /// The languages of the edition and of the pieces in it.
    pub fn languages(&self) -> BTreeSet<Language> {
        self.included().map(|(_, piece)| self.language_of(piece)).chain([self.language]).collect()
    }

    /// The author notes printed with a piece, with the contacts that are to be printed.
    pub fn author_notes(&self, piece: &Piece) -> Vec<PrintedNote<'_>> {
        let with_portraits = self.design.portraits == Some(Portraits::All);
        match &piece.author_note {
            AuthorNote::Omitted => Vec::new(),
            AuthorNote::Own { text, .. } => {
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
            Some(how) if how.is_long() => (&person.long_note, &person.short_note),
            _ => (&person.short_note, &person.long_note),
        };
        let said = if first.blocks.is_empty() { second } else { first };
        let mut note = said.with_notes_inside().into_owned();
        let language = person.language.unwrap_or(self.language);
        add_contacts(&mut note, person, language, false);
        self.printed_text(note, language)
    }
}

/// Adds the line of a person's printed contacts to a note, where there are any; with the name where nothing before it
/// says whose they are.
fn add_contacts(note: &mut Text, person: &Contributor, language: Language, named: bool) {
    let Some(mut line) = person.contacts.printed(language.is_right_to_left()) else { return };
    if named {
        let name = format!("{}: ", person.name_in(language));
        for marked in &mut line.marks {
            marked.range = marked.range.start + name.len()..marked.range.end + name.len();
        }
        line.text = format!("{name}{}", line.text).into();
    }
    note.blocks.push(Block::Paragraph(line));
}
