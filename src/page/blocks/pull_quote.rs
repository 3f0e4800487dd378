//! Pull quotes: words of the text shown large, between rules, on whole lines of the grid.

use super::{Builder, baseline, prefix};
use crate::design::theme::Theme;
use crate::design::{Align, BlockStyle, Role};
use crate::edition::text::{Block, Paragraph};
use crate::page::content::content;
use crate::page::flow::{Body, GridFit, Row};
use crate::page::sheet::{NodeId, NodeKind};
use crate::text::Measure;
use crate::units::Length;

/// Thickness of the rules: heavy and fine.
const HEAVY: Length = Length(1536);
const FINE: Length = Length(410);

impl Builder<'_, '_> {
    /// Adds a pull quote: rows that stay on one page, where it stands or at the head of the next.
    pub(super) fn pull_quote(&mut self, blocks: &[Block], attribution: Option<&Paragraph>) {
        let design = self.desk.studio.design;
        let node = self.desk.node(NodeKind::Quote, self.parent, self.language, None);
        let (mut rows, mut notes) = (Vec::new(), Vec::new());
        for block in blocks {
            // A mark in any line brings its note to the page of all of them.
            block.each_paragraph(&mut |words| notes.extend(self.notes_in(words, 0)));
            block.each_paragraph(&mut |words| self.pulled(Role::PullQuote, words, node, &mut rows));
        }
        if let Some(attribution) = attribution {
            notes.extend(self.notes_in(attribution, 0));
            let mut words = attribution.clone();
            prefix(&mut words, "— ");
            self.pulled(Role::PullQuoteAttribution, &words, node, &mut rows);
        }
        if rows.is_empty() {
            return;
        }
        let style = design.style(Role::PullQuote);
        let height = frame(&mut rows, design.theme, design.leading);
        let whole = height <= design.leading * (design.depth * 2 / 3);
        let body = Body::Rows { rows, head: None, notes, whole };
        self.push(&style, self.language, body, node, 0..0, GridFit::Middle);
    }

    /// The lines of one paragraph, a row each.
    fn pulled(&mut self, role: Role, words: &Paragraph, node: NodeId, rows: &mut Vec<Row>) {
        if words.is_empty() {
            return;
        }
        let design = self.desk.studio.design;
        let content = content(words, design.style(role).text, self.language);
        let language = content.language;
        // Who said it stands under what was said.
        let frame = design.style(Role::PullQuote);
        let own = BlockStyle { start: frame.start, end: frame.end, ..design.style(role) };
        let style = self.suited(&own, language);
        let (x, end) = self.edges(&style, language);
        let width = design.measure() - x - end;
        let align = if style.align == Align::Justified { Align::Start } else { style.align };
        let set = self.desk.set(&content, &Measure::new(width, align), &words.source);
        let block = self.desk.node(NodeKind::Block(role), node, self.language, Some(words.source.clone()));
        let best = set.best();
        let lines = self.desk.lines(&set, best);
        for line in lines.iter() {
            let line = vec![(Length::ZERO, baseline(&style), line.clone(), block)];
            rows.push(Row { keep_with_next: true, ..Row::of_lines(line, style.leading, width, node) });
        }
    }
}

/// Rules above and below, and between them and the words what makes whole lines of the grid; the height of all of it.
fn frame(rows: &mut [Row], theme: Theme, grid: Length) -> Length {
    let natural: Length = rows.iter().map(|row| row.height).sum();
    let (above, below) = match theme {
        Theme::Classic => (FINE, FINE),
        Theme::Essay => (Length::ZERO, Length::ZERO),
        Theme::Modern => (HEAVY, FINE),
    };
    let ruled = above > Length::ZERO;
    let least = if ruled { natural + grid / 2 } else { natural };
    let height = least.round_up_to(grid);
    let free = height - natural;
    if let Some(first) = rows.first_mut() {
        let down = free / 2;
        first.height += down;
        first.lines.iter_mut().for_each(|line| line.1 += down);
        if ruled {
            first.rules.push((Length::ZERO, above));
        }
    }
    if let Some(last) = rows.last_mut() {
        last.height += free - free / 2;
        last.keep_with_next = false;
        if ruled {
            last.rules.push((last.height - below, below));
        }
    }
    height
}
