//! Records that may be one person's, and how one is made of two.

use crate::app::act::{Act, Acts, Selection};
use crate::app::document::Document;
use crate::app::words::people as words;
use crate::app::{field, look};
use crate::edition::Edition;
use crate::edition::arrange;
use crate::edition::people::matching::Doubles;
use crate::edition::people::{ContributorId, Contributors};
use egui::{Frame, Margin, Ui};
use std::sync::Arc;

/// Draws the pairs that may be one, each with the buttons that make one of them; nothing where there are none.
pub(super) fn show(ui: &mut Ui, document: &Document, acts: &mut Acts) {
    let edition = &document.edition;
    let doubles = doubles(ui, &edition.contributors);
    if doubles.pairs.is_empty() {
        return;
    }
    let frame = Frame::group(ui.style()).fill(ui.visuals().faint_bg_color).inner_margin(Margin::same(8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(words::doubles(doubles.pairs.len()));
        for (one, other, _) in &doubles.pairs {
            let name = |id| edition.contributor(id).sort_key_in(edition.language);
            ui.colored_label(look::weak(ui), words::pair(&name(one), &name(other)));
            ui.horizontal_wrapped(|ui| {
                for (kept, gone) in [(one, other), (other, one)] {
                    let (name, other) = (edition.contributor(kept).name, edition.contributor(gone).name);
                    let button = ui.button(words::keep(&name)).on_hover_text(words::keep_tip(&name, &other));
                    if button.clicked() {
                        merge(edition, gone, kept, acts);
                    }
                }
            });
        }
    });
}

/// Draws the list of those who may be the person whose record is shown.
pub(super) fn same_as(ui: &mut Ui, document: &Document, id: &ContributorId, acts: &mut Acts) {
    let edition = &document.edition;
    let mut others: Vec<(Option<ContributorId>, String)> = edition
        .contributors
        .iter()
        .filter(|(other, _)| *other != id)
        .map(|(other, person)| (Some(other.clone()), person.sort_key_in(edition.language)))
        .collect();
    if others.is_empty() {
        return;
    }
    others.sort_by_cached_key(|(_, key)| key.to_lowercase());
    let picked = field::choice(ui, id, words::SAME_PERSON, &None, &others, words::PICK_RECORD);
    if let Some(Some(other)) = picked {
        merge(edition, &other, id, acts);
    }
}

fn merge(edition: &Edition, gone: &ContributorId, kept: &ContributorId, acts: &mut Acts) {
    acts.change(words::MERGED_STEP, arrange::contributors_merged(edition, gone, kept));
    acts.push(Act::Select(Selection::Person(kept.clone())));
}

/// The pairs, found again only when a name has changed: the list is drawn many times a second.
fn doubles(ui: &Ui, people: &Contributors) -> Arc<Doubles> {
    let id = egui::Id::unique("records of one person");
    let known = ui.data(|data| data.get_temp::<Arc<Doubles>>(id));
    if let Some(doubles) = known.filter(|doubles| doubles.is_of(people)) {
        return doubles;
    }
    let doubles = Arc::new(Doubles::of(people));
    ui.data_mut(|data| data.insert_temp(id, doubles.clone()));
    doubles
}
