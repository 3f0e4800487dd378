//! The inspector: what is selected goes in; its fields are drawn, and changes of it come out as acts.

mod author_note;
mod byline;
mod carried;
mod copyfit;
mod design;
mod difference;
mod disclaimer;
mod doubles;
mod edition;
mod language;
mod lengths;
mod matter;
mod owner;
mod part;
mod people;
mod person;
mod piece;
mod production;
pub(super) mod rights;
mod samples;
mod several;
mod sign_off;
mod theme;
mod variant;

use super::act::{Acts, Selection};
use super::document::Document;
use super::words::inspector as words;
use crate::edition::piece::Piece;
use egui::{CollapsingHeader, RichText, ScrollArea, Ui};
use rustc_hash::FxHashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What the pane itself remembers; drafts of its fields live in egui's memory.
#[derive(Debug, Default)]
pub(super) struct Inspector {
    /// What was shown last, and of which piece: something else begins at its top.
    shown: Option<(Selection, Option<PathBuf>)>,
}

impl Inspector {
    /// Draws the fields of what is selected.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        selection: &Selection,
        pieces: &[PathBuf],
        acts: &mut Acts,
    ) {
        let mut area = ScrollArea::vertical().id_salt("inspector").auto_shrink(false);
        let showing =
            Some((selection.clone(), pieces.last().cloned().filter(|_| *selection == Selection::Pieces)));
        if self.shown != showing {
            self.shown = showing;
            area = area.vertical_scroll_offset(0.0);
        }
        area.show(ui, |ui| {
            ui.add_space(6.0);
            // What stands in an empty field is the value that holds: it must be legible.
            ui.visuals_mut().weak_text_color = Some(super::look::weak(ui));
            match selection {
                Selection::Edition => edition::show(ui, document, acts),
                Selection::Design => design::show(ui, document, acts),
                Selection::Part(part) => part::show(ui, document, *part, acts),
                Selection::Pieces => show_pieces(ui, document, pieces, acts),
                Selection::People => people::show(ui, document, acts),
                Selection::Person(id) => person::show(ui, document, id, acts),
                Selection::Disclaimers => disclaimer::list(ui, document, acts),
                Selection::Disclaimer(name) => disclaimer::show(ui, document, name, acts),
                Selection::Variant(name) => variant::show(ui, document, name, acts),
            }
            ui.add_space(24.0);
        });
    }
}

fn show_pieces(ui: &mut Ui, document: &Document, files: &[PathBuf], acts: &mut Acts) {
    let chosen: FxHashSet<&Path> = files.iter().map(PathBuf::as_path).collect();
    let pieces: Vec<&Arc<Piece>> = document.pieces().filter(|piece| chosen.contains(&*piece.file)).collect();
    match pieces.as_slice() {
        [] => _ = ui.label(words::NOTHING),
        [piece] => piece::show(ui, document, piece, acts),
        several => several::show(ui, document, several, acts),
    }
}

/// Whether a row of a list in the pane has the focus: it then takes the keys that move pieces otherwise.
pub(super) fn rows_have_focus(ctx: &egui::Context) -> bool {
    matter::has_focus(ctx)
}

/// A group of fields that can be folded away.
fn section(ui: &mut Ui, title: &str, body: impl FnOnce(&mut Ui)) {
    ui.add_space(4.0);
    let heading = CollapsingHeader::new(RichText::new(title).strong()).id_salt(("inspector", title));
    heading.default_open(true).show_unindented(ui, body);
    ui.separator();
}
