//! A portrait with the words about its person beside it.

use super::Builder;
use crate::design::{Align, BlockStyle, Caps, Role};
use crate::edition::text::{Block, Paragraph, Text};
use crate::page::content::content;
use crate::page::flow::{Body, GridFit, Row, RowPicture};
use crate::page::sheet::NodeKind;
use crate::text::Measure;
use crate::units::{Length, Rect};
use std::sync::Arc;

/// No portrait is higher than this, in its column's widths.
const HIGHEST: f64 = 1.4;

/// The picture of a person.
#[derive(Clone, Copy, Debug)]
pub struct Portrait<'a> {
    /// Key of the picture.
    pub picture: &'a Arc<str>,
    /// What it shows.
    pub alt: &'a str,
}

impl Builder<'_, '_> {
    /// Adds small print with a portrait at the start of its lines, `ems` of the body text wide; without a portrait
    /// the words begin where they would beside one. The first of `words` gives the space above. What of `text` is no
    /// paragraph follows below, as wide as the page.
    pub fn beside_portrait(
        &mut self,
        portrait: Option<Portrait<'_>>,
        ems: i32,
        mut words: Vec<(Role, Paragraph)>,
        role: Role,
        text: &Text,
    ) {
        let text = text.with_notes_inside();
        let paragraphs = text.blocks.iter().map_while(|block| match block {
            Block::Paragraph(paragraph) => Some((role, paragraph.clone())),
            _ => None,
        });
        let beside = words.len();
        words.extend(paragraphs);
        let beside = words.len() - beside;
        words.retain(|(_, words)| !words.is_empty());
        let column = self.desk.studio.design.body_size * ems;
        let mut rows = self.rows_beside(column, &words);
        if let Some(portrait) = portrait {
            self.hang(portrait, column, &words, &mut rows);
        }
        if let Some((first, _)) = words.first().filter(|_| !rows.is_empty()) {
            let style = self.desk.studio.design.style(*first);
            let style = BlockStyle { start: Length::ZERO, end: Length::ZERO, keep_with_next: false, ..style };
            let body = Body::Rows { rows, head: None, notes: Vec::new(), whole: false };
            self.push(&style, self.language, body, self.parent, 0..0, GridFit::Free);
        }
        let rest = Text { blocks: text.blocks.iter().skip(beside).cloned().collect(), notes: Vec::new() };
        self.small_print(role, &rest);
    }

    /// The lines, a row each, beside a column and its gap.
    fn rows_beside(&mut self, column: Length, words: &[(Role, Paragraph)]) -> Vec<Row> {
        let design = self.desk.studio.design;
        let indent = column + design.body_size.scale(1.15);
        let width = self.measure() - indent;
        let x = if self.language.is_right_to_left() { Length::ZERO } else { indent };
        let mut rows = Vec::new();
        for (role, paragraph) in words {
            let content = content(paragraph, design.style(*role).text, self.language);
            let style = self.suited(&design.style(*role), content.language);
            let align = if style.align == Align::Centre { Align::Start } else { style.align };
            let measure = Measure {
                hyphenate: style.hyphenate,
                justification: design.justification(content.language),
                ..Measure::new(width, align)
            };
            let set = self.desk.set(&content, &measure, &(0..0));
            let node = self.desk.node(NodeKind::Block(*role), self.parent, self.language, None);
            let best = set.best();
            let baseline = self.baseline(&style);
            let lines = self.desk.lines(&set, best);
            let count = lines.len();
            rows.extend(lines.iter().enumerate().map(|(index, line)| Row {
                // A name, and no line of a note alone.
                keep_with_next: style.keep_with_next || index == 0 && count > 1 || index + 2 == count,
                ..Row::of_lines(vec![(x, baseline, line.clone(), node)], style.leading, width, node)
            }));
        }
        rows
    }

    /// Hangs the portrait beside the rows, level with the capitals of the first; they become at least as high.
    fn hang(
        &mut self,
        portrait: Portrait<'_>,
        column: Length,
        words: &[(Role, Paragraph)],
        rows: &mut [Row],
    ) {
        let studio = self.desk.studio;
        let Some(picture) = studio.pictures.get(portrait.picture) else { return };
        let Some((role, _)) = words.first() else { return };
        let (across, down) = (f64::from(picture.width), f64::from(picture.height));
        let highest = column.scale(HIGHEST);
        let (mut width, mut height) = (column, column.scale(down / across));
        if height > highest {
            (width, height) = (highest.scale(across / down).max(Length(1)), highest);
        }
        let text = studio.design.style(*role).text;
        let face = text.family.family().face(text.bold, text.italic);
        // Small capitals are about as much lower as their size says.
        let share = if text.caps == Caps::AllSmall { 0.7 } else { 1.0 };
        let capital = text.size.scale(share * f64::from(face.cap_height) / f64::from(face.units_per_em));
        let first = rows.first().and_then(|row| row.lines.first()).map_or(Length::ZERO, |line| line.1);
        let y = (first - capital).max(Length::ZERO);
        let x = if self.language.is_right_to_left() { self.measure() - width } else { Length::ZERO };
        let node = self.desk.node(NodeKind::Figure, self.parent, self.language, None);
        self.desk.nodes[node.0 as usize].alt = Some(portrait.alt.into());
        let bottom = y + height.max(Length(1));
        let mut top = Length::ZERO;
        for row in rows.iter_mut() {
            top += row.height;
            row.keep_with_next |= top < bottom;
        }
        if let Some(last) = rows.last_mut() {
            last.height += (bottom - top).max(Length::ZERO);
            last.keep_with_next = false;
        }
        if let Some(first) = rows.first_mut() {
            let area = Rect { x, y, width, height: height.max(Length(1)) };
            first.picture = Some(RowPicture { area, picture: portrait.picture.clone(), node });
        }
    }
}
