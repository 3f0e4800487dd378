//! The author note of a piece: from its people, in words of its own, or none; and how it will read.

use super::{carried, difference, samples};
use crate::app::act::Acts;
use crate::app::document::Document;
use crate::app::field::{self, Field};
use crate::app::words::inspector as words;
use crate::edition::markdown;
use crate::edition::piece::{AuthorNote, Piece};
use crate::edition::piece_field::PieceField;
use crate::edition::text::Text;
use egui::Ui;

/// The three answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    People,
    Own,
    None,
}

/// Draws the choice with a sample.
pub(super) fn show(ui: &mut Ui, document: &Document, piece: &Piece, acts: &mut Acts) {
    let kind = match piece.author_note {
        AuthorNote::FromContributors => Kind::People,
        AuthorNote::Own { .. } => Kind::Own,
        AuthorNote::Omitted => Kind::None,
    };
    let lines = [
        (Kind::People, words::FROM_PEOPLE.to_string()),
        (Kind::Own, words::OWN_WORDS.to_string()),
        (Kind::None, words::NO_NOTE.to_string()),
    ];
    if let Some(kind) = field::choice(ui, &piece.file, words::AUTHOR_NOTE, &kind, &lines, "") {
        super::piece::pick(acts, piece, PieceField::AuthorNote(first(document, piece, kind)));
    }
    if let AuthorNote::Own { text, kept } = &piece.author_note {
        let field = Field::new(&piece.file, words::AUTHOR_NOTE_TEXT).rows(3).note(words::MARKDOWN);
        let write = |text: &Text| markdown::write(text).trim_end().to_string();
        let read = |text: &str| carried::needed(text).map(|text| markdown::inline_text(&text));
        if let Some(text) = field.show(ui, text, write, read) {
            super::piece::type_in(acts, piece, PieceField::AuthorNote(AuthorNote::Own { text, kept: *kept }));
        }
    }
    difference::show(ui, document, piece, acts);
    let notes = document.edition.author_notes(piece);
    samples::show(ui, words::AS_PRINTED, notes.iter().map(|note| &note.text));
}

/// What an answer begins with: own words are those that were printed until now.
fn first(document: &Document, piece: &Piece, kind: Kind) -> AuthorNote {
    match kind {
        Kind::People => AuthorNote::FromContributors,
        Kind::None => AuthorNote::Omitted,
        Kind::Own => {
            // Contacts follow own words too, where they are printed: they are no part of them.
            let people = piece.authors.iter().filter_map(|id| document.edition.contributors.get(id));
            let blocks = people.flat_map(|person| person.short_note.blocks.clone()).collect();
            let mut text = Text { blocks, ..Text::default() };
            if text.blocks.is_empty() {
                text = markdown::inline_text(&markdown::escape(&document.edition.byline(piece)));
            }
            AuthorNote::Own { text, kept: true }
        }
    }
}
