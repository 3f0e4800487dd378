//! Whose pages are shown: those of the edition, or of one of its variants.

use crate::app::act::{Act, Acts};
use crate::app::document::Document;
use crate::app::field;
use crate::app::words::pages as words;
use egui::{ComboBox, Ui};

/// Draws the list, where there is something to choose.
pub(super) fn show(ui: &mut Ui, document: &Document, acts: &mut Acts) {
    let variants = &document.edition.variants;
    if variants.is_empty() {
        return;
    }
    ui.separator();
    let label = ui.label(words::SHOWN).on_hover_text(words::SHOWN_TIP);
    let now = document.shown().and_then(|name| document.edition.variant(name));
    let list =
        ComboBox::from_id_salt("shown variant").selected_text(now.map_or(words::EDITION, |it| it.label()));
    let list = list.show_ui(ui, |ui| {
        if field::line(ui, now.is_none(), words::EDITION) {
            acts.push(Act::ShowVariant(None));
        }
        for variant in variants {
            if field::line(ui, now == Some(variant), variant.label()) {
                acts.push(Act::ShowVariant(Some(variant.name.clone())));
            }
        }
    });
    list.response.labelled_by(label.id).on_hover_text(words::SHOWN_TIP);
}
