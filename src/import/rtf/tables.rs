//! Tables of a rich text: cells and rows as they end one after the other.

use crate::import::limits;
use crate::import::office::{self, Cell, Item};

/// A table in the making.
#[derive(Clone, Debug, Default)]
pub(super) struct Grid {
    rows: Vec<Vec<Cell>>,
    row: Vec<Cell>,
    /// What the row says of its cells: whether each goes on from the one before or above.
    merged: Vec<bool>,
    is_merged: bool,
    is_head: bool,
    has_head: bool,
    cells: usize,
    /// Whether there were too many cells.
    pub(super) is_full: bool,
}

impl Grid {
    /// A word that says something of the row.
    pub(super) fn define(&mut self, word: &str) {
        match word {
            "trowd" => {
                self.merged.clear();
                self.is_merged = false;
                self.is_head = false;
            }
            "trhdr" => self.is_head = true,
            "clmrg" | "clvmrg" => self.is_merged = true,
            "cellx" if self.merged.len() < limits::CELLS => {
                self.merged.push(std::mem::take(&mut self.is_merged))
            }
            _ => {}
        }
    }

    /// A cell ends.
    pub(super) fn cell(&mut self, mut cell: Cell) {
        self.cells += 1;
        self.is_full |= self.cells > limits::CELLS;
        if self.is_full {
            return;
        }
        if self.merged.get(self.row.len()) == Some(&true) {
            cell.items.clear();
        }
        self.row.push(cell);
    }

    /// A row ends.
    pub(super) fn row(&mut self) {
        self.has_head |= self.rows.is_empty() && self.is_head;
        if !self.row.is_empty() {
            self.rows.push(std::mem::take(&mut self.row));
        }
    }

    /// The table ends.
    pub(super) fn finish(&mut self, number: usize) -> Vec<Item> {
        self.row();
        let Grid { rows, has_head, merged, is_merged, is_head, .. } = std::mem::take(self);
        // The definition of a row holds until the next.
        (self.merged, self.is_merged, self.is_head) = (merged, is_merged, is_head);
        if rows.is_empty() { Vec::new() } else { office::table(rows, has_head, number) }
    }
}
