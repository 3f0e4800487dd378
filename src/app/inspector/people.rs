//! The list of people.

use super::{byline, doubles};
use crate::app::act::{Act, Acts, Selection};
use crate::app::document::Document;
use crate::app::words::inspector as words;
use crate::app::{field, look};
use crate::edition::Edition;
use crate::edition::change::Change;
use crate::edition::people::ContributorId;
use crate::edition::piece::Piece;
use egui::{Button, RichText, Ui};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Draws the list.
pub(super) fn show(ui: &mut Ui, document: &Document, acts: &mut Acts) {
    let edition = &document.edition;
    if let Some(name) = field::entry(ui, "people", words::NEW_PERSON, "", words::ADD) {
        let (id, record) = byline::of_name(edition, &name);
        if let Some(record) = record {
            acts.change(words::NEW_PERSON_STEP, Change::Contributor(id.clone(), Some(record)));
        }
        acts.push(Act::Select(Selection::Person(id)));
    }
    ui.separator();
    doubles::show(ui, document, acts);
    if edition.contributors.is_empty() {
        ui.label(words::NO_PEOPLE);
    }
    let counts = counts(edition);
    for (id, key) in sorted(edition) {
        let pieces = counts.get(id).copied().unwrap_or(0);
        let what = words::person(pieces, edition.editors.contains(id));
        let what = RichText::new(what).font(look::small()).color(look::weak(ui));
        let row =
            Button::selectable(false, (key, what)).wrap().min_size(egui::vec2(ui.available_width(), 0.0));
        if ui.add(row).on_hover_text(words::PERSON_TIP).clicked() {
            acts.push(Act::Select(Selection::Person(id.clone())));
        }
    }
}

/// The people by sort name.
fn sorted(edition: &Edition) -> Vec<(&ContributorId, String)> {
    let mut people: Vec<_> =
        edition.contributors.iter().map(|(id, person)| (id, person.sort_key())).collect();
    people.sort_by_cached_key(|(_, key)| key.to_lowercase());
    people
}

/// How many pieces each person wrote.
fn counts(edition: &Edition) -> BTreeMap<ContributorId, usize> {
    let mut counts = BTreeMap::new();
    for id in edition.pieces().flat_map(|piece| piece.people()) {
        *counts.entry(id.clone()).or_default() += 1;
    }
    counts
}

/// The pieces of a person.
pub(super) fn pieces_of<'e>(edition: &'e Edition, id: &ContributorId) -> Vec<&'e Arc<Piece>> {
    edition.pieces().filter(|piece| piece.people().any(|known| known == id)).collect()
}
