//! Footnotes: set once per chapter, and found on the lines that mark them.

use super::content::{content, note_number, with_label};
use super::flow::NoteBlock;
use super::{Desk, blocks};
use crate::design::Role;
use crate::edition::language::Language;
use crate::edition::text::{Block, Note, Paragraph};
use crate::page::sheet::{NodeId, NodeKind};
use crate::text::line::Anchor;
use crate::text::{Measure, SetParagraph};
use crate::units::Length;

/// Sets the notes of a chapter.
pub(super) fn set(desk: &mut Desk<'_>, notes: &[Note], parent: NodeId, language: Language) -> Vec<NoteBlock> {
    notes.iter().enumerate().map(|(number, note)| set_note(desk, number, note, parent, language)).collect()
}

fn set_note(
    desk: &mut Desk<'_>,
    number: usize,
    note: &Note,
    parent: NodeId,
    language: Language,
) -> NoteBlock {
    let design = desk.studio.design;
    let style = design.style(Role::Footnote);
    let node = desk.node(NodeKind::Note, parent, language, None);
    let mut lines = Vec::new();
    let mut paragraphs: Vec<&Paragraph> = Vec::new();
    note.blocks.iter().for_each(|block| block.each_paragraph(&mut |p| paragraphs.push(p)));
    let codes: Vec<Paragraph> = note.blocks.iter().filter_map(code_lines).collect();
    paragraphs.extend(&codes);
    let nothing = Paragraph::default();
    if paragraphs.is_empty() {
        paragraphs.push(&nothing);
    }
    for (index, paragraph) in paragraphs.into_iter().enumerate() {
        let mut words = content(paragraph, style.text, language);
        if index == 0 {
            words =
                with_label(&(number + 1).to_string(), note_number(style.text), Anchor::Note(number), words);
        }
        let measure = Measure { hyphenate: style.hyphenate, ..Measure::new(design.measure(), style.align) };
        let block =
            desk.node(NodeKind::Block(Role::Footnote), node, language, Some(paragraph.source.clone()));
        let set = desk.set(&words, &measure, &paragraph.source);
        let best = set.best();
        lines.extend(desk.lines(&set, best).iter().map(|line| (Length::ZERO, line.clone(), block)));
    }
    NoteBlock { lines, leading: style.leading, baseline: blocks::baseline(&style), node }
}

/// The words of program text in a note, which has no paragraph of its own.
fn code_lines(block: &Block) -> Option<Paragraph> {
    match block {
        Block::Code(code) => Some(Paragraph::plain(code.trim_end())),
        _ => None,
    }
}

/// For each choice of a paragraph, the lines on which notes are marked.
pub(super) fn on_lines(set: &SetParagraph) -> Vec<Vec<(u32, u32)>> {
    let marks: Vec<(u32, u32)> = set
        .content()
        .anchors
        .iter()
        .filter_map(|(range, anchor)| match anchor {
            Anchor::Note(number) => Some((range.start, (*number) as u32)),
            Anchor::Link(_) => None,
        })
        .collect();
    if marks.is_empty() {
        return Vec::new();
    }
    let lines_of = |variant: usize| {
        let ends: Vec<u32> = set.line_ends(variant).collect();
        marks.iter().map(|(at, note)| (ends.partition_point(|end| end <= at) as u32, *note)).collect()
    };
    (0..set.variants().len()).map(lines_of).collect()
}
