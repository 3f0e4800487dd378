//! A manuscript of any length goes in; one that a piece can hold comes out, or a refusal.

use super::limits;
use super::manuscript::{Line, Manuscript};
use crate::edition::text::marks::slice;
use crate::edition::text::{Block, Paragraph};
use crate::notice::{Error, Notices, Place, Result};
use std::path::Path;

/// Cuts paragraphs that are too long.
///
/// # Errors
/// When the whole is too long.
pub(super) fn fitting(mut manuscript: Manuscript, path: &Path, notices: &mut Notices) -> Result<Manuscript> {
    let mut length = 0;
    manuscript.lines.iter().for_each(|line| length += length_of(&line.block));
    manuscript.notes.iter().flat_map(|note| &note.blocks).for_each(|block| length += length_of(block));
    if length > limits::PIECE {
        return Err(too_long(path, &format!("{} MiB", limits::PIECE as u64 / limits::MIB)));
    }
    counted(manuscript.lines.len(), path)?;
    let is_long = |line: &Line| as_long(&line.block).is_some();
    if manuscript.lines.iter().any(is_long) {
        manuscript.lines = manuscript.lines.into_iter().flat_map(|line| cut(line, path, notices)).collect();
    }
    Ok(manuscript)
}

/// Refuses a text of more lines or paragraphs than are read; readers that make many of few bytes ask while they read.
///
/// # Errors
/// When there are too many.
pub(super) fn counted(lines: usize, path: &Path) -> Result<()> {
    if lines > limits::LINES {
        return Err(too_long(path, &format!("{},000 lines", limits::LINES / 1_000)));
    }
    Ok(())
}

fn too_long(path: &Path, than: &str) -> Error {
    let hint = "no opinion piece is that long; cut it into parts";
    Error::new(Place::file(path), format!("the text has more than {than}"), hint)
}

fn length_of(block: &Block) -> usize {
    let mut length = match block {
        Block::Code(text) => text.len(),
        _ => 0,
    };
    block.each_paragraph(&mut |paragraph| length += paragraph.text.len());
    length
}

fn as_long(block: &Block) -> Option<&Paragraph> {
    match block {
        Block::Paragraph(paragraph) => {
            Some(paragraph).filter(|paragraph| paragraph.text.len() > limits::BLOCK)
        }
        _ => None,
    }
}

/// A paragraph as several, parted at spaces where there are some.
fn cut(line: Line, path: &Path, notices: &mut Notices) -> Vec<Line> {
    let Some(paragraph) = as_long(&line.block) else { return vec![line] };
    let what = format!(
        "a paragraph has more than {} MiB; it is cut into several",
        limits::BLOCK as u64 / limits::MIB
    );
    notices.doubt(Place::line(path, line.number), what, "look whether it is a text at all");
    let text = &paragraph.text;
    let (mut lines, mut from) = (Vec::new(), 0);
    while from < text.len() {
        let end = text.floor_char_boundary(from + limits::BLOCK);
        let space = text[from..end].rfind(' ').filter(|_| end < text.len()).map(|at| from + at + 1);
        let end = space.unwrap_or(end);
        let block = Block::Paragraph(slice(paragraph, from..end));
        lines.push(Line { block, ..line.clone() });
        from = end;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_paragraphs_are_cut_and_long_texts_refused() {
        let mut notices = Notices::new();
        let mut fitted = |text: &str| {
            let manuscript = Manuscript { lines: vec![Line::words(text, 1)], ..Manuscript::default() };
            fitting(manuscript, Path::new("a.txt"), &mut notices).map(|found| found.lines.len())
        };
        assert_eq!(fitted(&"word ".repeat(10)).ok(), Some(1));
        assert_eq!(fitted(&"é".repeat(limits::BLOCK)).ok(), Some(2));
        assert!(fitted(&"word ".repeat(limits::PIECE)).is_err_and(|error| error.what.contains("5 MiB")));
        assert!(fitted("word").is_ok() && counted(limits::LINES + 1, Path::new("a.txt")).is_err());
        assert_eq!(notices.len(), 1);
    }
}
