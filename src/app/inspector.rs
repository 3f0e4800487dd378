//! The inspector: the fields of what is selected.

use super::act::{Acts, Selection};
use super::document::Document;
use egui::Ui;
use std::path::PathBuf;

/// What the pane itself remembers.
#[derive(Debug, Default)]
pub(super) struct Inspector {}

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
        let _ = (document, pieces, acts);
        ui.label(format!("{selection:?}"));
    }
}
