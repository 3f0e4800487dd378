//! Notes at the end of their text, under a heading of their own, or of the book.

use super::Builder;
use crate::design::Role;
use crate::edition::text::{Note, Paragraph};
use crate::edition::words::Words;
use crate::page::content::{content, note_number, with_label};
use crate::page::notes;
use crate::page::sheet::NodeKind;
use crate::text::line::Anchor;

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

    /// Adds the notes of another chapter, whose places have this name before theirs.
    pub fn notes_of(&mut self, chapter: &str, notes: &[Note]) {
        for (number, note) in notes.iter().enumerate() {
            let outer = self.parent;
            self.parent = self.desk.node(NodeKind::Note, outer, self.language, None);
            let style = self.desk.studio.design.style(Role::Footnote);
            let from = self.count();
            for (index, paragraph) in notes::paragraphs(note).iter().enumerate() {
                let mut words = content(paragraph, style.text, self.language);
                words.anchors.iter_mut().for_each(|(_, anchor)| lead_to(chapter, anchor));
                if index == 0 {
                    let back = Anchor::Link(format!("#/{chapter}-mark-{}", number + 1).into());
                    let label = self.desk.studio.design.numerals(self.language).write(number + 1);
                    words = with_label(&label, note_number(style.text), back, words);
                }
                self.lines(Role::Footnote, &style, words, paragraph.source.clone(), None);
            }
            for block in self.flow.blocks.iter_mut().skip(from) {
                // Its lines know the file they come from; the pages of this chapter begin in none.
                block.source = 0..0;
            }
            if let Some(first) = self.flow.blocks.get_mut(from) {
                first.name = Some(format!("/{chapter}-note-{}", number + 1).into());
            }
            self.parent = outer;
        }
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

/// Places that a chapter calls its own, as another chapter calls them.
fn lead_to(chapter: &str, anchor: &mut Anchor) {
    match anchor {
        Anchor::Note(number) => *anchor = Anchor::Link(format!("#/{chapter}-note-{}", *number + 1).into()),
        Anchor::Link(url) => {
            if let Some(id) = url.strip_prefix('#').filter(|id| !id.starts_with('/')) {
                *anchor = Anchor::Link(format!("#/{chapter}-id-{id}").into());
            }
        }
        Anchor::Index(_) => {}
    }
}
