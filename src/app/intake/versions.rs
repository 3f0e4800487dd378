//! A new version of a text, beside the piece that its earlier state became: what it was, what the editor made of it,
//! and what it is now.

use super::text::Text;
use crate::app::words::intake as words;
use crate::app::{bidi, look};
use crate::import::again::{self, Difference};
use crate::notice::Weight;
use egui::text::LayoutJob;
use egui::{Align, Label, Layout, RichText, ScrollArea, TextFormat, Ui};

impl Text {
    /// Draws the differences.
    pub(super) fn versions(&mut self, ui: &mut Ui) {
        let Some(earlier) = &mut self.incoming.earlier else { return };
        if self.differences.is_empty() {
            ui.label(words::NO_DIFFERENCE);
            return;
        }
        earlier.taken.resize(self.differences.len(), None);
        let id = ("intake versions", self.number);
        ScrollArea::vertical().id_salt(id).auto_shrink([false; 2]).show(ui, |ui| {
            let all = self.differences.iter().zip(earlier.taken.iter_mut());
            for (index, (difference, taken)) in all.enumerate() {
                choice(ui, difference, taken);
                ui.push_id(index, |ui| states(ui, difference));
                ui.separator();
            }
        });
    }
}

/// Whose words stay.
fn choice(ui: &mut Ui, difference: &Difference, taken: &mut Option<bool>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        ui.label(RichText::new(words::capital(difference.what)).strong());
        let mut takes = taken.unwrap_or(!difference.is_conflict);
        let keep = ui.radio_value(&mut takes, false, words::KEEP);
        let take = ui.radio_value(&mut takes, true, words::TAKE);
        if keep.changed() || take.changed() {
            *taken = Some(takes);
        }
        if difference.is_conflict {
            ui.label(RichText::new(words::CONFLICT).color(look::weight(ui, Weight::Doubt)));
        }
    });
}

/// The three states beside each other. What is new is marked against what was there first, else against each other.
fn states(ui: &mut Ui, difference: &Difference) {
    let (of_ours, of_theirs) = match difference.before.as_deref() {
        Some(before) => (before, before),
        None => (&*difference.theirs, &*difference.ours),
    };
    let first = difference.before.as_deref().unwrap_or(words::UNKNOWN_BEFORE);
    ui.columns(3, |columns| {
        column(&mut columns[0], words::BEFORE, first, first);
        column(&mut columns[1], words::OURS, &difference.ours, of_ours);
        column(&mut columns[2], words::THEIRS, &difference.theirs, of_theirs);
    });
}

/// One state of a text; words that another has not are marked.
fn column(ui: &mut Ui, name: &str, said: &str, other: &str) {
    ui.label(RichText::new(name).font(look::small()).color(look::weak(ui)));
    let said = if said.trim().is_empty() { words::NOTHING } else { said };
    let shown = bidi::for_display(said);
    // Letters that were put in another order can't be marked by their place.
    let marked = if shown == said { again::new_words(other, said) } else { Vec::new() };
    let plain = TextFormat::simple(look::writing(), ui.visuals().text_color());
    let new = TextFormat { background: look::new_words(ui), ..plain.clone() };
    let mut job = LayoutJob::default();
    let mut at = 0;
    for range in marked {
        job.append(&shown[at..range.start], 0.0, plain.clone());
        job.append(&shown[range.clone()], 0.0, new.clone());
        at = range.end;
    }
    job.append(&shown[at..], 0.0, plain);
    // Columns would stretch the lines to their width.
    ui.with_layout(Layout::top_down(Align::LEFT), |ui| ui.add(Label::new(job).wrap()));
}
