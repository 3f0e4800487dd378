//! A new version of a text, beside the piece that its earlier state became: what it was, what the editor made of it,
//! and what it is now.

use super::text::Text;
use crate::app::words::intake as words;
use crate::app::{bidi, look};
use crate::notice::Weight;
use egui::{Label, RichText, ScrollArea, Ui};

impl Text {
    /// Draws the differences.
    pub(super) fn versions(&mut self, ui: &mut Ui) {
        let Some(earlier) = &mut self.incoming.earlier else { return };
        if self.differences.is_empty() {
            ui.label(words::NO_DIFFERENCE);
            return;
        }
        earlier.taken.resize(self.differences.len(), None);
        ScrollArea::vertical().id_salt(("intake versions", self.number)).auto_shrink([false; 2]).show(
            ui,
            |ui| {
                for (index, (difference, taken)) in
                    self.differences.iter().zip(earlier.taken.iter_mut()).enumerate()
                {
                    ui.horizontal_wrapped(|ui| {
                        ui.label(RichText::new(words::capital(difference.what)).strong());
                        if difference.is_conflict {
                            let conflict = RichText::new(words::CONFLICT);
                            ui.label(conflict.color(look::weight(ui, Weight::Doubt)));
                        }
                        let mut takes = taken.unwrap_or(!difference.is_conflict);
                        let keep = ui.radio_value(&mut takes, false, words::KEEP);
                        let take = ui.radio_value(&mut takes, true, words::TAKE);
                        if keep.changed() || take.changed() {
                            *taken = Some(takes);
                        }
                    });
                    let before = difference.before.as_deref();
                    ui.push_id(index, |ui| {
                        ui.columns(3, |columns| {
                            let before = before.unwrap_or(words::UNKNOWN_BEFORE);
                            column(&mut columns[0], words::BEFORE, before);
                            column(&mut columns[1], words::OURS, &difference.ours);
                            column(&mut columns[2], words::THEIRS, &difference.theirs);
                        });
                    });
                    ui.separator();
                }
            },
        );
    }
}

fn column(ui: &mut Ui, name: &str, said: &str) {
    ui.label(RichText::new(name).font(look::small()).color(look::weak(ui)));
    let said = if said.trim().is_empty() { words::NOTHING } else { said };
    let text = RichText::new(bidi::for_display(said).into_owned()).font(look::writing());
    ui.add(Label::new(text).wrap());
}
