//! Tables of an OpenDocument text, with merged and repeated cells.

use super::block::Reader;
use crate::edition::text::Align;
use crate::import::office::{self, Cell, Item};
use crate::import::{limits, xml};
use roxmltree::Node;

/// Columns that a cell may span, or be repeated in.
const SPAN: usize = 63;

impl Reader<'_, '_> {
    pub(super) fn table(&mut self, node: Node<'_, '_>, depth: usize, items: &mut Vec<Item>) {
        let number = self.number + 1;
        let mut found = Vec::new();
        rows(node, false, &mut found);
        let has_head = found.first().is_some_and(|(_, is_head)| *is_head);
        let (mut rows, mut cells) = (Vec::new(), 0);
        for (row, is_head) in found {
            let row = self.row(row, is_head, depth);
            cells += row.iter().map(|cell| cell.span).sum::<usize>();
            if cells > limits::CELLS {
                let what = format!("a table has more than {} cells; the others are left out", limits::CELLS);
                self.notices.fault(self.here(), what, "cut the table into parts");
                break;
            }
            rows.push(row);
        }
        items.extend(office::table(rows, has_head, number));
    }

    fn row(&mut self, node: Node<'_, '_>, is_in_head: bool, depth: usize) -> Vec<Cell> {
        let mut row: Vec<Cell> = Vec::new();
        for cell in xml::elements(node) {
            let count = |name| xml::attribute(cell, name).and_then(|count| count.parse::<usize>().ok());
            let repeated = count("number-columns-repeated").unwrap_or(1).clamp(1, SPAN);
            match xml::name(cell) {
                "table-cell" => {
                    let mut items = Vec::new();
                    self.blocks(cell, depth + 1, &mut items);
                    items.retain(|item| !item.is_blank());
                    let is_head = is_in_head || (!items.is_empty() && items.iter().all(Item::is_heavy));
                    // Cells that a spanning one covers are there, and empty.
                    row.push(Cell { items, span: 1, is_head, align: Align::Start });
                    row.extend((1..repeated).map(|_| Cell { span: 1, ..Cell::default() }));
                }
                "covered-table-cell" => {
                    row.extend((0..repeated).map(|_| Cell { span: 1, ..Cell::default() }))
                }
                _ => {}
            }
        }
        row
    }
}

/// The rows of a table, and whether each is in its head.
fn rows<'d, 'i>(node: Node<'d, 'i>, is_head: bool, found: &mut Vec<(Node<'d, 'i>, bool)>) {
    for child in xml::elements(node) {
        match xml::name(child) {
            "table-row" => found.push((child, is_head)),
            "table-header-rows" => rows(child, true, found),
            "table-rows" | "table-row-group" => rows(child, is_head, found),
            _ => {}
        }
    }
}
