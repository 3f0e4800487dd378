//! Where the page may end, what that costs, and the page that begins there.

use super::{PageWalk, Rows, Walk};
use crate::page::fit::prices::{
    HYPHEN_AT_FOOT, KEPT_APART, LONELY_ENDING, LONELY_LINE, RAGGED_LINE, SHORT_LAST_LINES, SHORT_LAST_PAGE,
    SHORT_LINE, SHORT_PAGE, SPLIT_NOTE,
};
use crate::page::fit::search::{Road, Start};
use crate::page::fit::{Part, depth_cost};
use crate::page::flow::{Block, Body, Way};
use crate::units::{Length, Side};

impl PageWalk<'_, '_> {
    fn short_price(&self, y: Length, notes: Length) -> f64 {
        let room = self.room(notes);
        // Above notes the foot of the text need not be level with the grid.
        let free = if notes == Length::ZERO {
            room - y
        } else {
            Length((room - y).0 / self.grid().0 * self.grid().0)
        };
        let lines = free.to_pt() / self.grid().to_pt();
        if lines < 0.02 {
            0.0
        } else if self.flow().ragged {
            RAGGED_LINE * lines * lines
        } else {
            self.fitter.grave(SHORT_PAGE + SHORT_LINE * lines * lines)
        }
    }

    /// Ends the page before row `row` of a block, at the height `y`.
    pub(super) fn end_before(&mut self, rows: &Rows, row: u32, y: Length, state: &Walk) {
        let Rows { index, way, from, top } = *rows;
        if row == from && from == 0 {
            // Nothing of the block stands here: the page ends after the block before.
            self.end_at_boundary(index, state);
            return;
        }
        if self.is_too_early(y) {
            return;
        }
        let block = &self.fitter.flow.blocks[index as usize];
        let mut price = self.short_price(y, state.notes) + self.parting_price(block, &way, row);
        if self.start.side == Side::Recto && ends_in_hyphen(block, &way, row) {
            price += HYPHEN_AT_FOOT;
        }
        let mut state = *state;
        self.put(&mut state, Part { block: index, variant: way.variant, from, to: row, y: top });
        let waiting = state.waiting;
        let next =
            Start { block: index, row, rest: (0, 0), variant: way.variant as u32, waiting, ..self.start };
        self.turn(&state, next, price);
    }

    /// Lines that would stand alone.
    fn parting_price(&self, block: &Block, way: &Way, row: u32) -> f64 {
        match &block.body {
            Body::Rows { whole: true, .. } => KEPT_APART,
            Body::Rows { rows, .. } => {
                let kept = row
                    .checked_sub(1)
                    .and_then(|row| rows.get(row as usize))
                    .is_some_and(|r| r.keep_with_next);
                if kept { KEPT_APART } else { 0.0 }
            }
            _ => {
                let mut price = 0.0;
                if row == 1 {
                    price += LONELY_LINE;
                }
                if way.rows - row == 1 {
                    price += LONELY_LINE;
                }
                if block.keep_with_next {
                    price += KEPT_APART;
                }
                price
            }
        }
    }

    /// Ends the page between the block before `index` and `index`.
    pub(super) fn end_at_boundary(&mut self, mut index: u32, state: &Walk) {
        if self.is_too_early(state.y) {
            return;
        }
        // A turned picture that comes next counts as passed: its page is the next one.
        while self.flow().blocks.get(index as usize).is_some_and(Block::is_turned) {
            index += 1;
        }
        let price = self.short_price(state.y, state.notes) + self.boundary_price(index);
        let next =
            Start { block: index, row: 0, rest: (0, 0), variant: 0, waiting: state.waiting, ..self.start };
        self.turn(state, next, price);
    }

    /// What stays together: a heading and at least two lines after it, an author note and the end of its piece.
    fn boundary_price(&self, index: u32) -> f64 {
        let blocks = &self.flow().blocks;
        let before = index.checked_sub(1).map(|before| &blocks[before as usize]);
        let kept = if before.is_some_and(|block| block.keep_with_next) { KEPT_APART } else { 0.0 };
        let lonely = blocks.get(index as usize).is_some_and(|block| block.keep_with_previous);
        kept + if lonely { self.fitter.grave(LONELY_ENDING) } else { 0.0 }
    }

    /// Whether too little of the chapter stands on its first page to end it.
    fn is_too_early(&self, y: Length) -> bool {
        self.start.is_first() && y < self.fitter.least
    }

    /// Sets a row that ends at `bottom` and whose note does not fit, and carries the rest of the note over.
    pub(super) fn split_note(&mut self, rows: &Rows, row: u32, bottom: Length, state: &Walk) {
        if self.is_too_early(bottom) {
            return;
        }
        let Rows { index, way, from, top } = *rows;
        let block = &self.fitter.flow.blocks[index as usize];
        let mut state = *state;
        let mut notes: Vec<u32> = block.notes_on(&way, row).collect();
        let Some(last) = notes.pop() else { return };
        for note in notes {
            let lines = &self.fitter.flow.notes[note as usize];
            state.notes += lines.height(0);
            let count = lines.lines.len() as u32;
            self.put_note(&mut state, note, 0, count);
        }
        let note = &self.fitter.flow.notes[last as usize];
        let free = self.room(state.notes.max(Length(1))) - bottom;
        let (total, fits) = (note.lines.len() as i32, free.0 / note.leading.0.max(1));
        // A note of up to four lines is never split, and two lines at least stand on either side.
        let taken = fits.min(total - 2);
        if total <= 4 || taken < 2 {
            return;
        }
        self.put_note(&mut state, last, 0, taken as u32);
        state.notes += note.leading * taken;
        self.put(&mut state, Part { block: index, variant: way.variant, from, to: row + 1, y: top });
        let ended = row + 1 == way.rows;
        let price = SPLIT_NOTE + if ended { 0.0 } else { self.parting_price(block, &way, row + 1) };
        let (block, row, variant) =
            if ended { (index + 1, 0, 0) } else { (index, row + 1, way.variant as u32) };
        let rest = (last + 1, taken as u32);
        let waiting = state.waiting;
        self.turn(&state, Start { block, row, rest, variant, waiting, ..self.start }, price);
    }

    /// Begins a new page at `next`, of the other side.
    pub(super) fn turn(&mut self, state: &Walk, next: Start, price: f64) {
        let wanted = self.fitter.pull.wanted;
        if self.start.must_be_last() || wanted.is_some_and(|wanted| self.pages >= wanted) {
            return;
        }
        let side = self.start.side.next();
        // A recto is as deep as the verso it faces.
        let level = [self.start.deeper];
        let depths = if side == Side::Recto { &level } else { self.fitter.depths(side) };
        for deeper in depths {
            let start = Start { side, deeper: *deeper, ..next };
            let cost = state.cost + price + if side == Side::Verso { depth_cost(*deeper) } else { 0.0 };
            let road = Road { cost, from: Some(self.start), trail: state.trail, pages: self.pages };
            self.search.open(start, road, self.fitter.worth(&start));
        }
    }

    pub(in crate::page::fit) fn end_of_chapter(&mut self, state: Walk) {
        let blocks = self.flow().blocks.len() as u32;
        let lines = state.y.0 / self.grid().0;
        let price = if !self.start.is_first() && lines < SHORT_LAST_LINES {
            self.fitter.grave(SHORT_LAST_PAGE)
        } else {
            0.0
        };
        let turned_left = (self.start.turned as usize) < self.fitter.turned.len();
        if state.waiting > 0 || turned_left {
            let price = if state.waiting > 0 { 0.0 } else { price };
            let next = Start {
                block: blocks,
                row: 0,
                rest: (0, 0),
                variant: 0,
                waiting: state.waiting,
                ..self.start
            };
            self.turn(&state, next, price);
            return;
        }
        self.finish(&state, state.cost + price);
    }

    /// Ends the chapter with this page, unless another road to its end is cheaper.
    pub(super) fn finish(&mut self, state: &Walk, cost: f64) {
        if self.fitter.pull.wanted.is_some_and(|wanted| self.pages != wanted) {
            return;
        }
        if self.search.finished.as_ref().is_none_or(|best| cost < best.cost) {
            self.search.finished =
                Some(Road { cost, from: Some(self.start), trail: state.trail, pages: self.pages });
        }
    }
}

/// Whether the line before `row` ends in a divided word.
fn ends_in_hyphen(block: &Block, way: &Way, row: u32) -> bool {
    match &block.body {
        Body::Lines { set, .. } => row > 0 && set.is_divided(way.variant, row as usize - 1),
        _ => false,
    }
}
