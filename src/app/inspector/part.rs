//! The fields of a part.

use super::section;
use crate::app::act::{Act, Acts, Selection};
use crate::app::document::Document;
use crate::app::field::{self, Field};
use crate::app::words::{edits, inspector as words};
use crate::edition::Part;
use crate::edition::arrange;
use crate::edition::history::MergeKey;
use crate::edition::markdown;
use crate::edition::text::Paragraph;
use egui::Ui;

/// Draws the fields.
pub(super) fn show(ui: &mut Ui, document: &Document, number: usize, acts: &mut Acts) {
    let Some(part) = document.edition.parts.get(number) else {
        ui.label(words::NOTHING);
        return;
    };
    let words_of =
        part.pieces.iter().map(|piece| document.words(&piece.file).unwrap_or_else(|| piece.body.words()));
    field::note(ui, &words::part(part.pieces.len(), words_of.sum()));
    section(ui, words::TITLES, |ui| titles(ui, document, number, part, acts));
    if part.title.is_some() {
        section(ui, words::ARRANGE, |ui| arrange(ui, document, number, acts));
    }
}

fn titles(ui: &mut Ui, document: &Document, number: usize, part: &Part, acts: &mut Acts) {
    let whose = ("part", number);
    let mut heading = (part.title.clone(), part.subtitle.clone());
    let mut changed = false;
    let write = |title: &Option<Paragraph>| title.as_ref().map(markdown::write_inline).unwrap_or_default();
    let note = if part.title.is_none() { words::NO_PART } else { "" };
    let title =
        Field::new(whose, words::PART_TITLE).note(note).show(ui, &heading.0, write, |text| {
            match text.trim() {
                "" if part.title.is_some() => Err(words::NO_PART_TITLE.to_string()),
                "" => Ok(None),
                text => Ok(Some(markdown::inline(text))),
            }
        });
    if let Some(new) = title {
        (heading.0, changed) = (new, true);
    }
    if part.title.is_some()
        && let Some(new) = Field::new(whose, words::PART_SUBTITLE).inline_optional(ui, &heading.1)
    {
        (heading.1, changed) = (new, true);
    }
    if changed {
        let change = arrange::part_named(&document.edition, number, heading.0, heading.1);
        acts.type_in(edits::field(words::PART_TITLE[0]), change, MergeKey::EditionField("part"));
    }
}

fn arrange(ui: &mut Ui, document: &Document, number: usize, acts: &mut Acts) {
    // Pieces that stand before the first part stay there.
    let first = usize::from(document.edition.parts.first().is_some_and(|part| part.title.is_none()));
    let last = document.edition.parts.len() - 1;
    let mut to = None;
    ui.horizontal_wrapped(|ui| {
        if ui.add_enabled(number > first, egui::Button::new(words::PART_UP)).clicked() {
            to = Some(number - 1);
        }
        if ui.add_enabled(number < last, egui::Button::new(words::PART_DOWN)).clicked() {
            to = Some(number + 1);
        }
        if ui.button(words::DISSOLVE).on_hover_text(words::DISSOLVE_TIP).clicked() {
            acts.change(edits::PART_REMOVED, arrange::part_removed(&document.edition, number));
            acts.push(Act::Select(Selection::Edition));
        }
    });
    if let Some(to) = to {
        acts.change(edits::PART_MOVED, arrange::part_moved(&document.edition, number, to));
        acts.push(Act::Select(Selection::Part(to)));
    }
}
