//! Footnotes of small print, which has no foot of its own.

use super::{Block, Mark, Marked, Paragraph, Text};
use std::borrow::Cow;

impl Text {
    /// The text with its notes as paragraphs at its end and nothing that leads to them: for author notes and
    /// disclaimers, which stand below a text with notes of its own.
    pub fn with_notes_inside(&self) -> Cow<'_, Text> {
        let mut has_marks = false;
        self.each_paragraph(&mut |words| {
            has_marks |= words.marks.iter().any(|marked| matches!(marked.mark, Mark::Note(_)));
        });
        if self.notes.is_empty() && !has_marks {
            return Cow::Borrowed(self);
        }
        let mut blocks = self.blocks.clone();
        for (number, note) in self.notes.iter().enumerate() {
            let mut inside = note.blocks.clone();
            match inside.first_mut() {
                Some(Block::Paragraph(first)) => number_before(first, number + 1),
                _ => inside.insert(0, Block::Paragraph(Paragraph::plain((number + 1).to_string()))),
            }
            blocks.append(&mut inside);
        }
        blocks.iter_mut().for_each(raise_marks);
        Cow::Owned(Text { blocks, notes: Vec::new() })
    }
}

fn number_before(words: &mut Paragraph, number: usize) {
    let label = format!("{number}\u{2002}");
    for marked in &mut words.marks {
        marked.range = marked.range.start + label.len()..marked.range.end + label.len();
    }
    let figures = number.to_string().len();
    words.marks.insert(0, Marked { range: 0..figures, mark: Mark::Superscript });
    words.text = format!("{label}{}", words.text).into();
}

/// Marks of notes become raised figures.
fn raise_marks(block: &mut Block) {
    block.each_paragraph_mut(&mut |words| {
        for marked in &mut words.marks {
            if matches!(marked.mark, Mark::Note(_)) {
                marked.mark = Mark::Superscript;
            }
        }
    });
}
