//! The e-book pane.

use super::act::Acts;
use super::document::Document;
use super::memory::EbookMemory;
use egui::Ui;
use std::path::Path;

/// What the pane itself remembers.
#[derive(Debug)]
pub(super) struct Ebook {}

impl Ebook {
    /// Nothing shown yet.
    pub(super) fn new(wake: impl Fn() + Send + Sync + 'static) -> Ebook {
        let _ = wake;
        Ebook {}
    }

    /// Draws the piece of a file as an e-book shows it.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        file: Option<&Path>,
        memory: &mut EbookMemory,
        acts: &mut Acts,
    ) {
        let _ = (ui, document, file, memory, acts);
    }
}
