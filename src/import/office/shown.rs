//! A manuscript as text, for tests: one block after the other as Markdown, with its style before it.

use crate::edition::markdown::write;
use crate::edition::text::Text;
use crate::import::manuscript::{Manuscript, Style};

/// The lines and notes.
pub(in super::super) fn shown(manuscript: &Manuscript) -> String {
    let mut shown = String::new();
    for line in &manuscript.lines {
        if line.style != Style::Plain {
            shown.push_str(&format!("[{:?}] ", line.style));
        }
        shown.push_str(&write(&Text { blocks: vec![line.block.clone()], notes: Vec::new() }));
    }
    for (number, note) in manuscript.notes.iter().enumerate() {
        let words = write(&Text { blocks: note.blocks.clone(), notes: Vec::new() });
        shown.push_str(&format!("({}) {words}", number + 1));
    }
    shown
}
