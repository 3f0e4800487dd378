//! The fields of one piece.

use super::{author_note, byline, carried, copyfit, language, rights, samples, section, sign_off, variant};
use crate::app::act::Acts;
use crate::app::document::Document;
use crate::app::field::{self, Field};
use crate::app::look;
use crate::app::words::{edits, inspector as words, people as people_words};
use crate::edition::arrange;
use crate::edition::change::Change;
use crate::edition::history::MergeKey;
use crate::edition::people::help::Help;
use crate::edition::piece::Piece;
use crate::edition::piece_field::PieceField;
use egui::{CollapsingHeader, Label, RichText, Ui};
use std::path::Path;
use std::sync::Arc;

/// Asks for another value of a field that is typed.
pub(super) fn type_in(acts: &mut Acts, piece: &Piece, field: PieceField) {
    let name = field.name();
    let key = MergeKey::PieceField(piece.file.clone(), name);
    acts.type_in(edits::field(name), Change::Field(piece.file.clone(), field), key);
}

/// Asks for another value of a field that is picked.
pub(super) fn pick(acts: &mut Acts, piece: &Piece, field: PieceField) {
    acts.change(edits::field(field.name()), Change::Field(piece.file.clone(), field));
}

/// Draws the fields.
pub(super) fn show(ui: &mut Ui, document: &Document, piece: &Arc<Piece>, acts: &mut Acts) {
    let pages = pages(document, &piece.file);
    let words_of = document.words(&piece.file).unwrap_or_else(|| piece.body.words());
    let mut length = words::length(words_of, pages);
    if !piece.include {
        length = format!("{length} · {}", words::NOT_IN_BOOK.to_lowercase());
    }
    field::note(ui, &length);
    section(ui, words::TITLES, |ui| titles(ui, piece, acts));
    section(ui, words::AUTHORSHIP, |ui| authorship(ui, document, piece, acts));
    section(ui, words::BEFORE, |ui| rights::credit(ui, document, piece, acts));
    section(ui, words::PERMISSION, |ui| rights::permission(ui, document, piece, acts));
    section(ui, words::BELOW, |ui| {
        disclaimer(ui, document, piece, acts);
        ui.add_space(8.0);
        author_note::show(ui, document, piece, acts);
    });
    section(ui, words::SIGN_OFF, |ui| sign_off::show(ui, document, piece, acts));
    section(ui, words::IN_BOOK, |ui| place(ui, document, piece, acts));
}

/// How many pages a piece has in the newest book, and the numbers of its first and last.
fn pages(document: &Document, file: &Path) -> Option<(usize, String, String)> {
    let book = &document.set.as_ref()?.book;
    let chapter = book.chapters.iter().find(|chapter| chapter.file == file)?;
    let folio = |page: usize| book.sheets.get(page).map(|sheet| sheet.folio.to_string());
    let last = chapter.first + chapter.count.saturating_sub(1);
    Some((chapter.count, folio(chapter.first)?, folio(last)?))
}

fn titles(ui: &mut Ui, piece: &Piece, acts: &mut Acts) {
    let file = &piece.file;
    if let Some(new) = Field::new(file, words::PIECE_TITLE).inline(ui, &piece.title) {
        type_in(acts, piece, PieceField::Title(new));
    }
    if let Some(new) = Field::new(file, words::SUBTITLE).inline_optional(ui, &piece.subtitle) {
        type_in(acts, piece, PieceField::Subtitle(new));
    }
    if let Some(new) = Field::new(file, words::KICKER).inline_optional(ui, &piece.kicker) {
        type_in(acts, piece, PieceField::Kicker(new));
    }
    let short = Field::new(file, words::SHORT_TITLE).placeholder(piece.title.words());
    if let Some(new) = short.inline_optional(ui, &piece.short_title) {
        type_in(acts, piece, PieceField::ShortTitle(new));
    }
}

fn authorship(ui: &mut Ui, document: &Document, piece: &Piece, acts: &mut Acts) {
    let file = &piece.file;
    let set = |authors| Change::Field(file.clone(), PieceField::Authors(authors));
    let edition = &document.edition;
    if let Some(change) = byline::show(ui, file, words::AUTHORS, &piece.authors, edition, acts, set) {
        acts.change(edits::field(words::AUTHORS[0]), change);
    }
    helpers(ui, document, piece, acts);
    if let Some(new) = Field::new(file, words::DATE).date(ui, &piece.date) {
        type_in(acts, piece, PieceField::Date(new));
    }
    if let Some(new) = language::optional(ui, file, words::LANGUAGE, piece.language, edition.language) {
        pick(acts, piece, PieceField::Language(new));
    }
}

/// Who helped: folded away as long as nobody did.
fn helpers(ui: &mut Ui, document: &Document, piece: &Piece, acts: &mut Acts) {
    let heading = CollapsingHeader::new(people_words::HELPERS)
        .id_salt(("helpers", &piece.file))
        .default_open(piece.helpers.is_some());
    heading.show(ui, |ui| {
        for help in Help::ALL {
            let file = &piece.file;
            let set = |people| Change::Field(file.clone(), PieceField::Helpers(help, people));
            let (names, ids) = (people_words::helpers(help), piece.helped(help));
            if let Some(change) = byline::show(ui, (file, help), names, ids, &document.edition, acts, set) {
                acts.change(edits::field(names[0]), change);
            }
        }
    });
}

fn disclaimer(ui: &mut Ui, document: &Document, piece: &Piece, acts: &mut Acts) {
    match carried::show(ui, &piece.file, &document.edition, Some(&piece.disclaimer)) {
        Some(new) if new.typed => type_in(acts, piece, PieceField::Disclaimer(new.choice)),
        Some(new) => pick(acts, piece, PieceField::Disclaimer(new.choice)),
        None => {}
    }
    let printed = document.edition.disclaimers_after(piece);
    samples::show(ui, words::AS_PRINTED, printed.iter().map(|disclaimer| &disclaimer.text));
}

fn place(ui: &mut Ui, document: &Document, piece: &Piece, acts: &mut Acts) {
    if let Some(include) = field::check(ui, words::INCLUDE, piece.include) {
        let change = arrange::included(&document.edition, std::slice::from_ref(&piece.file), include);
        acts.change(edits::included(1, include), change);
    }
    copyfit::show(ui, piece, pages(document, &piece.file).map(|(count, _, _)| count), acts);
    variant::of_piece(ui, &document.edition, piece, acts);
    let file = format!("{}: {}", words::FILE, piece.file.display());
    ui.add(Label::new(RichText::new(file).font(look::small()).color(look::weak(ui))).truncate());
}
