//! Notes at the end of their text, under a heading of their own.

use super::Builder;
use crate::design::Role;
use crate::edition::text::{Block, Note, Paragraph};
use crate::edition::words::Words;
use crate::page::content::{content, note_number, with_label};
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

    fn endnote(&mut self, number: usize, note: &Note) {
        let style = self.desk.studio.design.style(Role::Footnote);
        let from = self.count();
        let mut paragraphs: Vec<Paragraph> = Vec::new();
        for block in &note.blocks {
            block.each_paragraph(&mut |paragraph| paragraphs.push(paragraph.clone()));
            if let Block::Code(code) = block {
                paragraphs.push(Paragraph::plain(code.trim_end()));
            }
        }
        if paragraphs.is_empty() {
            paragraphs.push(Paragraph::default());
        }
        for (index, paragraph) in paragraphs.iter().enumerate() {
            let mut words = content(paragraph, style.text, self.language);
            if index == 0 {
                let label = (number + 1).to_string();
                words = with_label(&label, note_number(style.text), Anchor::Note(number), words);
            }
            self.lines(Role::Footnote, &style, words, paragraph.source.clone(), None);
        }
        if let Some(first) = self.flow.blocks.get_mut(from) {
            first.name = Some(format!("note-{}", number + 1).into());
        }
    }
}
