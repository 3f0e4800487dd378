//! Footnotes and endnotes of a Word file, which stand in parts with relations of their own.

use super::body::Reader;
use crate::edition::text::Note;
use crate::import::{office, xml};
use std::collections::BTreeMap;

impl Reader<'_, '_> {
    /// Fills in the notes of one kind.
    pub(super) fn notes_of(&mut self, kind: &str, one: &str, called: &[(&str, String)], notes: &mut [Note]) {
        let relations = self.parts.relations(&self.main.clone());
        let Some((part, text)) = self.parts.beside(&relations, &self.main, kind) else { return };
        let Ok(document) = xml::parse(&text) else { return };
        self.relations = self.parts.relations(&part);
        let by_id: BTreeMap<&str, _> = xml::all(document.root_element(), one)
            .filter_map(|node| Some((xml::attribute(node, "id")?, node)))
            .collect();
        for ((_, id), note) in called.iter().zip(notes).filter(|((called, _), _)| *called == kind) {
            if let Some(node) = by_id.get(id.as_str()) {
                let mut items = Vec::new();
                self.blocks(*node, 0, &mut items);
                self.flush(&mut items);
                note.blocks = office::blocks(items);
            }
        }
    }
}
