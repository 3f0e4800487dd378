//! Tables of a Word file, with merged cells.

use super::body::Reader;
use super::styles::switch;
use crate::edition::text::Align;
use crate::import::office::{self, Cell, Item};
use crate::import::{limits, xml};
use roxmltree::Node;

/// Columns that a cell may span.
const SPAN: usize = 63;

impl Reader<'_, '_> {
    pub(super) fn table(&mut self, node: Node<'_, '_>, depth: usize, items: &mut Vec<Item>) {
        // What a joined paragraph left belongs before the table.
        self.flush(items);
        let number = self.number + 1;
        let mut rows = Vec::new();
        let mut cells = 0;
        let mut has_head = false;
        for row in through(node, "tr") {
            let properties = xml::child(row, "trPr");
            if properties.is_some_and(|node| xml::child(node, "del").is_some()) {
                self.tell_of_changes();
                continue;
            }
            has_head |=
                rows.is_empty() && properties.and_then(|node| switch(node, "tblHeader")) == Some(true);
            let row = self.row(row, depth);
            cells += row.iter().map(|cell| cell.span).sum::<usize>();
            if cells > limits::CELLS {
                let what = format!("a table has more than {} cells; the others are left out", limits::CELLS);
                self.parts.notices.fault(self.here(), what, "cut the table into parts");
                break;
            }
            rows.push(row);
        }
        items.extend(office::table(rows, has_head, number));
    }

    fn row(&mut self, node: Node<'_, '_>, depth: usize) -> Vec<Cell> {
        let skipped = xml::child(node, "trPr").and_then(|node| number(node, "gridBefore")).unwrap_or(0);
        let mut row: Vec<Cell> =
            (0..skipped.min(SPAN)).map(|_| Cell { span: 1, ..Cell::default() }).collect();
        for cell in through(node, "tc") {
            let properties = xml::child(cell, "tcPr");
            let get = |name| properties.and_then(|node| xml::child(node, name));
            if get("cellDel").is_some() {
                continue;
            }
            let span = properties.and_then(|node| number(node, "gridSpan")).unwrap_or(1).clamp(1, SPAN);
            // A cell that goes on from the row above is empty.
            let is_merged = get("vMerge").is_some_and(|node| xml::attribute(node, "val") != Some("restart"));
            let mut items = Vec::new();
            if !is_merged {
                self.blocks(cell, depth + 1, &mut items);
                self.flush(&mut items);
            }
            items.retain(|item| !item.is_blank());
            let is_head = !items.is_empty() && items.iter().all(Item::is_heavy);
            row.push(Cell { items, span, is_head, align: align(cell) });
        }
        row
    }
}

/// The rows or cells of a node, also those inside of something that wraps them.
fn through<'d, 'i>(node: Node<'d, 'i>, wanted: &str) -> Vec<Node<'d, 'i>> {
    let mut found = Vec::new();
    let mut waiting: Vec<Node<'d, 'i>> = xml::elements(node).collect();
    waiting.reverse();
    while let Some(node) = waiting.pop() {
        match xml::name(node) {
            name if name == wanted => found.push(node),
            "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" => {
                let inner = waiting.len();
                waiting.extend(xml::elements(node));
                waiting[inner..].reverse();
            }
            _ => {}
        }
    }
    found
}

fn number(node: Node<'_, '_>, name: &str) -> Option<usize> {
    xml::value(node, name)?.parse().ok()
}

fn align(cell: Node<'_, '_>) -> Align {
    let first = xml::child(cell, "p").and_then(|node| xml::child(node, "pPr"));
    match first.and_then(|node| xml::value(node, "jc")) {
        Some("center") => Align::Centre,
        Some("right" | "end") => Align::End,
        _ => Align::Start,
    }
}
