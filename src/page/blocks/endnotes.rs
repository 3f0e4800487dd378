//! Notes at the end of their text, under a heading of their own, or of the book.

use super::Builder;
use crate::design::Role;
use crate::edition::text::{Note, Paragraph};
use crate::edition::words::Words;
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
        self.each_note(notes, None);
        self.first = true;
    }

    /// Adds the notes of another chapter, whose places have this name before theirs.
    pub fn notes_of(&mut self, chapter: &str, notes: &[Note]) {
        let from = self.count();
        self.each_note(notes, Some(chapter));
        for block in self.flow.blocks.iter_mut().skip(from) {
            // Its lines know the file they come from; the pages of this chapter begin in none.
            block.source = 0..0;
        }
    }

    fn each_note(&mut self, notes: &[Note], chapter: Option<&str>) {
        for (number, note) in notes.iter().enumerate() {
            let outer = self.parent;
            self.parent = self.desk.node(NodeKind::Note, outer, self.language, None);
            self.endnote(number, note, chapter);
            self.parent = outer;
        }
    }

    /// Adds a note of this chapter, or of that of another name.
    fn endnote(&mut self, number: usize, note: &Note, chapter: Option<&str>) {
        let style = self.desk.studio.design.style(Role::Footnote);
        let from = self.count();
        let label = self.desk.studio.design.numerals(self.language).write(number + 1);
        for (index, paragraph) in notes::paragraphs(note).iter().enumerate() {
            let mut words = notes::words(number, index, paragraph, &style, self.language, &label);
            if let Some(chapter) = chapter {
                words.anchors.iter_mut().for_each(|(_, anchor)| lead_to(chapter, anchor));
                // The label leads back.
                if let Some((_, back)) = words.anchors.first_mut().filter(|_| index == 0) {
                    *back = Anchor::Link(format!("#/{chapter}-mark-{}", number + 1).into());
                }
            }
            self.lines(Role::Footnote, &style, words, paragraph.source.clone(), None);
        }
        if let Some(first) = self.flow.blocks.get_mut(from) {
            let of = chapter.map(|chapter| format!("/{chapter}-")).unwrap_or_default();
            first.name = Some(format!("{of}note-{}", number + 1).into());
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
