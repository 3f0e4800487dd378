//! Cells as a file has them, merged or missing, become a table with as many cells in every row.

use super::{Item, nest};
use crate::edition::text::marks::nest as in_order;
use crate::edition::text::{Align, Block, Marked, Paragraph, Table};
use crate::import::limits;

/// A cell.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Cell {
    /// What stands in it.
    pub(in super::super) items: Vec<Item>,
    /// How many columns it spans, at least 1.
    pub(in super::super) span: usize,
    /// Whether all its letters are heavy, or it is marked as a head.
    pub(in super::super) is_head: bool,
    /// How it is aligned.
    pub(in super::super) align: Align,
}

/// The table of these rows, and the pictures of its cells, which stand behind it. The first row is the head if
/// `has_head`, or if all its words are heavy and others are not. A table of one cell is only a frame around text.
pub(in super::super) fn table(rows: Vec<Vec<Cell>>, has_head: bool, number: usize) -> Vec<Item> {
    let width = rows.iter().map(|row| row.iter().map(|cell| cell.span.max(1)).sum()).max().unwrap_or(0);
    // Every row gets as many cells as the widest: a table that has hardly any is no table.
    if rows.len() * width > limits::CELLS * 10 || (rows.len(), width) == (1, 1) {
        return rows.into_iter().flatten().flat_map(|cell| cell.items).collect();
    }
    let is_head = |row: &Vec<Cell>| {
        let mut filled = row.iter().filter(|cell| !cell.items.is_empty()).peekable();
        filled.peek().is_some() && filled.all(|cell| cell.is_head)
    };
    let has_head = has_head || (rows.len() > 1 && is_head(&rows[0]) && !rows[1..].iter().all(is_head));
    let columns = columns(&rows, width);
    let mut figures = Vec::new();
    let mut lines: Vec<Vec<Paragraph>> = rows.into_iter().map(|row| fill(row, width, &mut figures)).collect();
    lines.retain(|line| line.iter().any(|cell| !cell.is_empty()));
    if lines.is_empty() {
        return figures;
    }
    let mut head = if has_head { lines.remove(0) } else { Vec::new() };
    head.iter_mut().for_each(nest::lighten);
    let table = Table { columns, head, rows: lines, caption: None };
    std::iter::once(Item::block(Block::Table(table), number)).chain(figures).collect()
}

/// The alignment of each column: that of the last row, since heads are often in the middle.
fn columns(rows: &[Vec<Cell>], width: usize) -> Vec<Align> {
    let mut columns = vec![Align::Start; width];
    let last = rows.iter().rev().find(|row| row.iter().all(|cell| cell.span <= 1));
    for (column, cell) in columns.iter_mut().zip(last.into_iter().flatten()) {
        *column = cell.align;
    }
    columns
}

/// A row of `width` cells; its pictures are put aside.
fn fill(row: Vec<Cell>, width: usize, figures: &mut Vec<Item>) -> Vec<Paragraph> {
    let mut cells = Vec::with_capacity(width);
    for Cell { items, span, .. } in row {
        let (shown, words): (Vec<Item>, Vec<Item>) = items.into_iter().partition(Item::is_figure);
        figures.extend(shown);
        cells.push(joined(&nest::blocks(words)));
        cells.extend((1..span).map(|_| Paragraph::default()));
    }
    cells.resize(width, Paragraph::default());
    cells
}

/// The paragraphs of blocks as the lines of one.
fn joined(blocks: &[Block]) -> Paragraph {
    let mut text = String::new();
    let mut marks = Vec::new();
    for block in blocks {
        block.each_paragraph(&mut |paragraph| {
            if paragraph.is_empty() {
                return;
            }
            if !text.is_empty() {
                text.push('\n');
            }
            let at = text.len();
            text.push_str(&paragraph.text);
            marks.extend(paragraph.marks.iter().map(|marked| Marked {
                range: marked.range.start + at..marked.range.end + at,
                mark: marked.mark.clone(),
            }));
        });
    }
    Paragraph { marks: in_order(marks), ..Paragraph::plain(text) }
}
