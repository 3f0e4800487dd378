//! The variants of the edition: their list, one of them, and which of them have a piece.

use super::owner::{Owner, instead};
use super::{design, matter, section};
use crate::app::act::{Act, Acts, Selection};
use crate::app::document::Document;
use crate::app::field::{self, Field};
use crate::app::look;
use crate::app::words::inspector as words;
use crate::design::Design;
use crate::edition::Edition;
use crate::edition::change::Change;
use crate::edition::folder::unique_slug;
use crate::edition::piece::Piece;
use crate::edition::variant::{PieceChoice, Variant};
use crate::notice::Notices;
use egui::{Button, RichText, Ui};
use std::path::Path;
use std::sync::Arc;

/// Draws the list.
pub(super) fn list(ui: &mut Ui, document: &Document, acts: &mut Acts) {
    let edition = &document.edition;
    field::note(ui, words::WHAT_VARIANTS);
    for variant in &edition.variants {
        let name = RichText::new(format!("--variant {}", variant.name));
        let name = name.font(look::small()).color(look::weak(ui));
        let row = Button::selectable(false, (RichText::new(variant.label()).strong(), name));
        let row = row.wrap().min_size(egui::vec2(ui.available_width(), 0.0));
        if ui.add(row).accessible_name(variant.label()).clicked() {
            acts.push(Act::Select(Selection::Variant(variant.name.clone())));
        }
    }
    if let Some(title) = field::entry(ui, "variants", words::NEW_VARIANT, "", words::ADD) {
        add(edition, title, acts);
    }
}

fn add(edition: &Edition, title: String, acts: &mut Acts) {
    let taken = |slug: &str| edition.variant(slug).is_some() || slug == Variant::ALL;
    let name: Arc<str> = unique_slug(&title, "variant", taken).into();
    // The title is said only where it says more than the name.
    let title = Some(title).filter(|title| **title != *name);
    let mut all = edition.variants.clone();
    all.push(Variant { name: name.clone(), title, ..Variant::default() });
    acts.change(words::NEW_VARIANT_STEP, Change::Variants(all));
    acts.push(Act::Select(Selection::Variant(name)));
}

/// Draws the fields of one.
pub(super) fn show(ui: &mut Ui, document: &Document, name: &Arc<str>, acts: &mut Acts) {
    if ui.link(words::BACK_TO_EDITION).clicked() {
        acts.push(Act::Select(Selection::Edition));
    }
    let edition = &document.edition;
    let (Some(variant), Some(varied)) = (edition.variant(name), edition.as_variant(name)) else {
        // It was taken away, perhaps by undo.
        list(ui, document, acts);
        return;
    };
    let mut shown = document.shown() == Some(name);
    if ui.checkbox(&mut shown, words::SHOW_PAGES[0]).on_hover_text(words::SHOW_PAGES[1]).changed() {
        acts.push(Act::ShowVariant(shown.then(|| name.clone())));
    }
    section(ui, variant.label(), |ui| {
        titles(ui, edition, variant, acts);
        remove(ui, edition, variant, acts);
    });
    let owner = Owner::variant(edition, variant);
    let design = Design::of(&varied, &mut Notices::new());
    design::sections(ui, &owner, &design, acts);
    section(ui, words::MATTER, |ui| {
        field::note(ui, words::OWN_TEXT);
        matter::show(ui, document, &owner, acts);
    });
    section(ui, words::THEIR_PIECES, |ui| pieces(ui, edition, variant, acts));
}

fn titles(ui: &mut Ui, edition: &Edition, variant: &Variant, acts: &mut Acts) {
    field::note(ui, &words::variant_files(&variant.name));
    let owner = Owner::variant(edition, variant);
    let mut new = variant.clone();
    let or_none = |text: &Option<String>| text.clone().unwrap_or_default();
    let fields = [
        (words::VARIANT_TITLE, variant.name.to_string(), &mut new.title),
        (words::STATEMENT, or_none(&edition.statement), &mut new.statement),
        (words::ISBN_PRINT, or_none(&edition.isbn.print), &mut new.isbn.print),
        (words::ISBN_PDF, or_none(&edition.isbn.pdf), &mut new.isbn.pdf),
        (words::ISBN_EPUB, or_none(&edition.isbn.epub), &mut new.isbn.epub),
    ];
    let mut changed = None;
    for (names, edition, value) in fields {
        if let Some(typed) = Field::new(owner.id(), names).placeholder(edition).optional(ui, value) {
            (*value, changed) = (typed, Some(names[0]));
        }
    }
    if let Some(field) = changed {
        owner.type_in(acts, field, instead(edition, new));
    }
}

fn remove(ui: &mut Ui, edition: &Edition, variant: &Variant, acts: &mut Acts) {
    if ui.button(words::REMOVE_VARIANT).clicked() {
        let others = edition.variants.iter().filter(|known| known.name != variant.name).cloned();
        acts.change(words::REMOVE_VARIANT_STEP, Change::Variants(others.collect()));
        acts.push(Act::Select(Selection::Edition));
    }
}

fn pieces(ui: &mut Ui, edition: &Edition, variant: &Variant, acts: &mut Acts) {
    if variant.pieces != PieceChoice::All && ui.link(words::ALL_PIECES).clicked() {
        let all = Variant { pieces: PieceChoice::All, ..variant.clone() };
        acts.change(words::VARIANT_PIECES_STEP, instead(edition, all));
    }
    for (_, piece) in edition.included() {
        let names = [&*piece.title.words(), words::IN_VARIANT_TIP];
        tick(ui, names, edition, variant, &piece.file, acts);
    }
}

/// Which variants have a piece; nothing where there are no variants.
pub(super) fn of_piece(ui: &mut Ui, edition: &Edition, piece: &Piece, acts: &mut Acts) {
    for variant in edition.variants.iter().filter(|_| piece.include) {
        let label = words::in_variant(variant.label());
        tick(ui, [&label, words::IN_VARIANT_TIP], edition, variant, &piece.file, acts);
    }
}

fn tick(ui: &mut Ui, names: [&str; 2], edition: &Edition, variant: &Variant, file: &Path, acts: &mut Acts) {
    if let Some(on) = field::check(ui, names, variant.pieces.has(file)) {
        let pieces = variant.pieces.with(file, on);
        acts.change(words::VARIANT_PIECES_STEP, instead(edition, Variant { pieces, ..variant.clone() }));
    }
}
