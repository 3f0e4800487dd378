//! The fields that several pieces can be given at once.

use super::{carried, language, section};
use crate::app::act::Acts;
use crate::app::document::Document;
use crate::app::field::{self, Field};
use crate::app::words::{edits, inspector as words};
use crate::edition::arrange;
use crate::edition::change::Change;
use crate::edition::history::MergeKey;
use crate::edition::piece::Piece;
use crate::edition::piece_field::PieceField;
use egui::{Checkbox, Ui};
use std::path::PathBuf;
use std::sync::Arc;

/// Draws the fields.
pub(super) fn show(ui: &mut Ui, document: &Document, pieces: &[&Arc<Piece>], acts: &mut Acts) {
    let words_of = |piece: &&Arc<Piece>| document.words(&piece.file).unwrap_or_else(|| piece.body.words());
    ui.strong(words::several(pieces.len(), pieces.iter().map(words_of).sum()));
    section(ui, words::IN_BOOK, |ui| include(ui, document, pieces, acts));
    section(ui, words::SET_ALL, |ui| for_all(ui, document, pieces, acts));
}

fn include(ui: &mut Ui, document: &Document, pieces: &[&Arc<Piece>], acts: &mut Acts) {
    let included = pieces.iter().filter(|piece| piece.include).count();
    let mut on = included == pieces.len();
    let tick =
        Checkbox::new(&mut on, words::INCLUDE[0]).indeterminate(included > 0 && included < pieces.len());
    if ui.add(tick).on_hover_text(words::INCLUDE[1]).changed() {
        let files: Vec<PathBuf> = pieces.iter().map(|piece| piece.file.clone()).collect();
        acts.change(edits::included(files.len(), on), arrange::included(&document.edition, &files, on));
    }
}

fn for_all(ui: &mut Ui, document: &Document, pieces: &[&Arc<Piece>], acts: &mut Acts) {
    let files: Vec<&PathBuf> = pieces.iter().map(|piece| &piece.file).collect();
    let kicker = common(pieces, |piece| &piece.kicker);
    let mut field = Field::new(&files, words::KICKER);
    if kicker.is_none() {
        field = field.placeholder(words::MIXED);
    }
    if let Some(new) = field.inline_optional(ui, &kicker.cloned().flatten()) {
        set(acts, pieces, &PieceField::Kicker(new), true);
    }
    let shared = common(pieces, |piece| &piece.language);
    // Where languages differ, the list shows that of the first piece: picking another sets it for all.
    let shown = shared.copied().unwrap_or(pieces.first().and_then(|piece| piece.language));
    if let Some(new) = language::optional(ui, &files, words::LANGUAGE, shown, document.edition.language) {
        set(acts, pieces, &PieceField::Language(new), false);
    }
    if shared.is_none() {
        field::note(ui, words::MIXED);
    }
    let choice = common(pieces, |piece| &piece.disclaimer);
    if let Some(new) = carried::show(ui, &files, &document.edition, choice) {
        set(acts, pieces, &PieceField::Disclaimer(new.choice), new.typed);
    }
}

/// What all pieces say alike.
fn common<'p, T: PartialEq>(pieces: &[&'p Arc<Piece>], field: impl Fn(&'p Piece) -> &'p T) -> Option<&'p T> {
    let first = field(pieces.first()?);
    pieces.iter().all(|piece| field(piece) == first).then_some(first)
}

fn set(acts: &mut Acts, pieces: &[&Arc<Piece>], field: &PieceField, typed: bool) {
    let Some(first) = pieces.first() else { return };
    let name = field.name();
    let change = Change::Several(
        pieces.iter().map(|piece| Change::Field(piece.file.clone(), field.clone())).collect(),
    );
    match typed {
        true => acts.type_in(edits::field(name), change, MergeKey::PieceField(first.file.clone(), name)),
        false => acts.change(edits::field(name), change),
    }
}
