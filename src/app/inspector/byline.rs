//! A list of people in order: the authors of a piece, the editors of the edition.

use crate::app::act::{Act, Acts, Selection};
use crate::app::words::inspector as words;
use crate::app::{field, look};
use crate::edition::Edition;
use crate::edition::change::Change;
use crate::edition::folder::unique_slug;
use crate::edition::people::{Contributor, ContributorId};
use egui::{Layout, RichText, Ui};
use std::fmt::Debug;
use std::hash::Hash;

/// Draws the list; the change that makes it another one by `set`, when that was asked for.
pub(super) fn show<W: Hash + Debug + Copy>(
    ui: &mut Ui,
    whose: W,
    names: [&str; 2],
    ids: &[ContributorId],
    edition: &Edition,
    acts: &mut Acts,
    set: impl Fn(Vec<ContributorId>) -> Change,
) -> Option<Change> {
    field::head(ui, names, None);
    if ids.is_empty() {
        ui.label(RichText::new(words::NOBODY).color(look::weak(ui)));
    }
    let mut new = None;
    for (at, id) in ids.iter().enumerate() {
        new = row(ui, at, id, ids, edition, acts).or(new);
    }
    let known = add_known(ui, whose, names[0], ids, edition).map(|id| with(ids, id));
    if let Some(ids) = new.or(known) {
        return Some(set(ids));
    }
    let name =
        field::entry(ui, whose, [&words::new_name_for(names[0]), words::NEW_NAME_TIP], "", words::ADD)?;
    let (id, record) = of_name(edition, &name);
    if ids.contains(&id) {
        return None;
    }
    let record = record.map(|record| Change::Contributor(id.clone(), Some(record)));
    Some(Change::Several(record.into_iter().chain([set(with(ids, id))]).collect()))
}

/// One person: the name that leads to the record, and buttons that move or remove it.
fn row(
    ui: &mut Ui,
    at: usize,
    id: &ContributorId,
    ids: &[ContributorId],
    edition: &Edition,
    acts: &mut Acts,
) -> Option<Vec<ContributorId>> {
    let name = edition.contributor(id).name;
    let mut new = None;
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            let sign = |ui: &mut Ui, sign: &str, does: &str, enabled: bool| {
                let button = ui.add_enabled(enabled, egui::Button::new(sign).small());
                button.on_hover_text(does).accessible_name(words::for_person(does, &name)).clicked()
            };
            if sign(ui, "×", words::REMOVE, true) {
                new = Some(without(ids, at));
            }
            if sign(ui, "↓", words::DOWN, at + 1 < ids.len()) {
                new = Some(swapped(ids, at, at + 1));
            }
            if sign(ui, "↑", words::UP, at > 0) {
                new = Some(swapped(ids, at, at - 1));
            }
            ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                let link = ui.add(egui::Link::new(&name)).on_hover_text(words::PERSON_TIP);
                if link.clicked() {
                    acts.push(Act::Select(Selection::Person(id.clone())));
                }
            });
        });
    });
    new
}

/// A list of those the edition knows beside these; who was picked.
fn add_known<W: Hash + Debug>(
    ui: &mut Ui,
    whose: W,
    label: &str,
    ids: &[ContributorId],
    edition: &Edition,
) -> Option<ContributorId> {
    let mut others: Vec<(Option<ContributorId>, String)> = edition
        .contributors
        .iter()
        .filter(|(id, _)| !ids.contains(id))
        .map(|(id, person)| (Some(id.clone()), person.sort_key()))
        .collect();
    if others.is_empty() {
        return None;
    }
    others.sort_by_cached_key(|(_, key)| key.to_lowercase());
    let whose = egui::Id::unique(("add a person", whose, label));
    let list =
        egui::ComboBox::from_id_salt(whose).width(ui.available_width()).selected_text(words::ADD_PERSON);
    let list = list.show_ui(ui, |ui| {
        let picked = others.iter().filter(|(_, key)| field::line(ui, false, key));
        picked.map(|(id, _)| id.clone()).last().flatten()
    });
    list.response.on_hover_text(words::ADD_PERSON_TIP).accessible_name(words::add_person_to(label));
    list.inner.flatten()
}

fn with(ids: &[ContributorId], id: ContributorId) -> Vec<ContributorId> {
    ids.iter().cloned().chain([id]).collect()
}

fn without(ids: &[ContributorId], at: usize) -> Vec<ContributorId> {
    let mut ids = ids.to_vec();
    ids.remove(at);
    ids
}

fn swapped(ids: &[ContributorId], one: usize, two: usize) -> Vec<ContributorId> {
    let mut ids = ids.to_vec();
    ids.swap(one, two);
    ids
}

/// Who is meant by a name: somebody of that name, or a new record with an id of its own.
pub(super) fn of_name(edition: &Edition, name: &str) -> (ContributorId, Option<Contributor>) {
    let wanted = name.to_lowercase();
    let known = edition.contributors.iter().find(|(_, person)| person.name.to_lowercase() == wanted);
    if let Some((id, _)) = known {
        return (id.clone(), None);
    }
    // An id that pieces use without a record is somebody else.
    let is_used = |slug: &str| {
        let people = edition.pieces().flat_map(|piece| piece.people());
        people.chain(&edition.editors).any(|id| **id == *slug)
    };
    let is_taken = |slug: &str| edition.contributors.contains_key(slug) || is_used(slug);
    let id = unique_slug(name, "contributor", is_taken);
    (id.into(), Some(Contributor::named(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_somebody_known_or_a_new_record() {
        let mut edition = Edition { editors: vec!["bo-dean".into()], ..Edition::default() };
        edition.contributors.insert("ann".into(), Contributor::named("Ann Lee"));
        assert_eq!(of_name(&edition, "ann lee"), ("ann".into(), None));
        let (id, record) = of_name(&edition, "Bo Dean");
        assert_eq!((&*id, record), ("bo-dean-2", Some(Contributor::named("Bo Dean"))));
    }
}
