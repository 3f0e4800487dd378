//! Footnotes: set once per chapter, and found on the lines that mark them.

use super::content::{content, note_number, with_label};
use super::flow::NoteBlock;
use super::{Desk, blocks};
use crate::design::{BlockStyle, Role, script};
use crate::edition::language::Language;
use crate::edition::text::{Block, Note, Paragraph};
use crate::page::sheet::{NodeId, NodeKind};
use crate::text::line::Anchor;
use crate::text::{Content, Measure, SetParagraph};
use crate::units::Length;
use std::borrow::Cow;
use std::collections::BTreeSet;

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
    let (mut lines, mut ratio) = (Vec::new(), 1.0_f64);
    for (index, paragraph) in paragraphs(note).iter().enumerate() {
        let label = design.numerals(language).write(number + 1);
        let words = words(number, index, paragraph, &style, language, &label);
        ratio = ratio.max(script::ratio(words.language, design.language));
        let measure = Measure {
            hyphenate: style.hyphenate,
            justification: design.justification(words.language),
            ..Measure::new(design.measure(), style.align)
        };
        let block =
            desk.node(NodeKind::Block(Role::Footnote), node, language, Some(paragraph.source.clone()));
        let set = desk.set(&words, &measure, &paragraph.source);
        let best = set.best();
        lines.extend(desk.lines(&set, best).iter().map(|line| (Length::ZERO, line.clone(), block)));
    }
    let style = BlockStyle { leading: style.leading.scale(ratio), ..style };
    NoteBlock { lines, leading: style.leading, baseline: blocks::baseline(&style), node }
}

/// The paragraphs of a note in reading order; program text, which has none of its own, becomes one. At least one.
pub(super) fn paragraphs(note: &Note) -> Vec<Cow<'_, Paragraph>> {
    let mut paragraphs = Vec::new();
    for block in &note.blocks {
        block.each_paragraph(&mut |paragraph| paragraphs.push(Cow::Borrowed(paragraph)));
        if let Block::Code(code) = block {
            paragraphs.push(Cow::Owned(Paragraph::plain(code.trim_end())));
        }
    }
    if paragraphs.is_empty() {
        paragraphs.push(Cow::Owned(Paragraph::default()));
    }
    paragraphs
}

/// A paragraph of a note, the first with the note's number, `label`, before it.
pub(super) fn words(
    number: usize,
    index: usize,
    paragraph: &Paragraph,
    style: &BlockStyle,
    language: Language,
    label: &str,
) -> Content {
    let words = content(paragraph, style.text, language);
    match index {
        0 => with_label(label, note_number(style.text), Anchor::Note(number), words),
        _ => words,
    }
}

/// For each choice of a paragraph, the lines on which notes are marked.
pub(super) fn on_lines(set: &SetParagraph, placed: &mut BTreeSet<u32>) -> Vec<Vec<(u32, u32)>> {
    let marks: Vec<(u32, u32)> = set
        .content()
        .anchors
        .iter()
        .filter_map(|(range, anchor)| match anchor {
            Anchor::Note(number) => placed.insert(*number as u32).then_some((range.start, *number as u32)),
            Anchor::Link(_) | Anchor::Index(_) => None,
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
