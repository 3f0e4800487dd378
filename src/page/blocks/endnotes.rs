//! Notes at the end of their text, under a heading of their own.

use super::Builder;
use crate::design::Role;
use crate::edition::text::{Note, Paragraph};
use crate::edition::words::Words;
use crate::page::notes;
use crate::page::sheet::NodeKind;

impl Builder<'_, '_> {
    /// Adds the notes of a text.
    pub(super) fn endnotes(&mut self, notes: &[Note]) {
        if notes.is_empty() {
            return;
        }
        self.heading(Role::Heading(2), &Paragraph::plain(Words::of(self.language).notes));
        for (number, note) in notes.iter().enumerate() {
            let outer = self.parent;
            self.parent = self.desk.node(NodeKind::Note, outer, self.language, None);
            self.endnote(number, note);
            self.parent = outer;
        }
        self.first = true;
    }

    fn endnote(&mut self, number: usize, note: &Note) {
        let style = self.desk.studio.design.style(Role::Footnote);
        let from = self.count();
        for (index, paragraph) in notes::paragraphs(note).iter().enumerate() {
            let label = self.desk.studio.design.numerals(self.language).write(number + 1);
            let words = notes::words(number, index, paragraph, &style, self.language, &label);
            self.lines(Role::Footnote, &style, words, paragraph.source.clone(), None);
        }
        if let Some(first) = self.flow.blocks.get_mut(from) {
            first.name = Some(format!("note-{}", number + 1).into());
        }
    }
}
