//! Back matter: the notes of the whole book, about the contributors, sources and permissions.

use super::chapter::{Chapter, heading};
use super::refer::References;
use crate::design::{Align, BlockStyle, Role};
use crate::edition::Edition;
use crate::edition::people::{Contributor, ContributorId};
use crate::edition::text::{Block, Paragraph, Text};
use crate::edition::words::Words;
use crate::page::blocks::Builder;
use crate::page::blocks::portrait::Portrait;
use crate::page::content::content;
use std::path::Path;

/// Ems of the body text that a portrait is wide: about four lines of Latin.
const COLUMN: i32 = 5;

/// The portrait of a person who has one.
pub(super) fn portrait(person: &Contributor) -> Option<Portrait<'_>> {
    let portrait = person.portrait.as_ref()?;
    Some(Portrait { picture: &portrait.picture, alt: person.portrait_alt() })
}

/// Whether anything is to be said of anybody in the book.
pub(super) fn has_notes(edition: &Edition) -> bool {
    let is_told = |id: &ContributorId| {
        edition.pieces_line(id).is_some() || !edition.note_of(&edition.contributor(id)).blocks.is_empty()
    };
    edition.people_ids().iter().any(is_told)
}

/// The notes of all chapters, each under the title of its chapter and with its numbers.
pub(super) fn notes(
    builder: &mut Builder<'_, '_>,
    this: &Chapter<'_>,
    chapters: &[Chapter<'_>],
    references: References<'_>,
) {
    heading(builder, this.title.as_deref().unwrap_or_default());
    for chapter in chapters.iter().filter(|chapter| !chapter.notes().is_empty()) {
        builder.set_language(chapter.language);
        builder.desk.origin = chapter.origin();
        builder.plain(Role::Heading(2), chapter.title.as_deref().unwrap_or_default());
        let text = Text { blocks: Vec::new(), notes: chapter.notes().to_vec() };
        // Links that lead nowhere were named with the text that the notes belong to.
        let said = std::mem::take(&mut builder.desk.notices);
        let text = references.filled(&text, &chapter.file, builder.desk);
        builder.desk.notices = said;
        builder.notes_of(&chapter.name, &text.notes);
    }
    builder.desk.origin = this.origin();
}

/// “About the contributors”: the people of the book by sort name.
pub(super) fn contributors(builder: &mut Builder<'_, '_>, edition: &Edition, references: References<'_>) {
    heading(builder, Words::of(edition.language).contributors);
    builder.let_pages_be_ragged();
    let ids = edition.people_ids();
    let people: Vec<Contributor> = ids.iter().map(|id| edition.contributor(id)).collect();
    // One column for all: names stand below each other.
    let column = people.iter().any(|person| edition.is_pictured(person));
    for (id, person) in ids.iter().zip(&people) {
        builder.set_language(person.language.unwrap_or(edition.language));
        let note = edition.note_of(person);
        if column {
            let name = (Role::ContributorName, edition.full_name(person));
            let shown = Some(person).filter(|person| edition.is_pictured(person)).and_then(portrait);
            builder.beside_portrait(shown, COLUMN, vec![name], Role::ContributorNote, &note);
        } else {
            builder.paragraph(Role::ContributorName, &edition.full_name(person));
            builder.small_print(Role::ContributorNote, &note);
        }
        if let Some(pieces) = edition.pieces_line(id) {
            // The pieces of a person never stand alone on the next page.
            if let Some(last) = builder.last() {
                last.keep_with_next = true;
            }
            builder.set_language(edition.language);
            let text = Text { blocks: vec![Block::Paragraph(pieces)], notes: Vec::new() };
            let text = references.filled(&text, Path::new(""), builder.desk);
            builder.small_print(Role::ContributorNote, &text);
        }
    }
}

/// “Sources and permissions”: titles as headings, and what is to be said of each piece.
pub(super) fn sources(
    builder: &mut Builder<'_, '_>,
    this: &Chapter<'_>,
    text: &Text,
    references: References<'_>,
) {
    heading(builder, this.title.as_deref().unwrap_or_default());
    builder.let_pages_be_ragged();
    for block in &references.filled(text, &this.file, builder.desk).blocks {
        match block {
            Block::Heading { text, .. } => title(builder, text),
            other => {
                let said = Text { blocks: vec![other.clone()], notes: Vec::new() };
                builder.small_print(Role::ContributorNote, &said);
            }
        }
    }
}

/// The title of a piece, at the side where the words below it begin, whichever way it runs itself.
fn title(builder: &mut Builder<'_, '_>, title: &Paragraph) {
    let design = builder.desk.studio.design;
    let style = design.style(Role::ContributorName);
    let content = content(title, style.text, builder.language());
    let turns = content.language.is_right_to_left() != builder.language().is_right_to_left();
    let style = if turns { BlockStyle { align: Align::End, ..style } } else { style };
    builder.lines(Role::ContributorName, &style, content, 0..0, None);
}
