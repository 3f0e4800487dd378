//! One page being filled, block by block, trying every sensible place to end it.

use super::prices::{
    HYPHEN_AT_FOOT, KEPT_APART, LONELY_ENDING, LONELY_LINE, MOST_BENT, RAGGED_LINE, SHIFTED,
    SHORT_LAST_LINES, SHORT_LAST_PAGE, SHORT_LINE, SHORT_PAGE, SNAPPED, SPLIT_NOTE, WAITING_PICTURE,
};
use super::search::{Road, Search, Start, Step, Trail};
use super::{Fitter, Part, depth_cost};
use crate::page::flow::{Block, Body, Flow, GridFit, Way};
use crate::page::opening::Opening;
use crate::units::{Length, Side};

/// A state on the way down a page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Walk {
    pub(super) y: Length,
    /// Space that the block before asks for below it.
    pub(super) after: Length,
    pub(super) notes: Length,
    pub(super) waiting: u32,
    pub(super) cost: f64,
    pub(super) trail: Trail,
}

/// The space above a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lead {
    /// As its style asks.
    Usual,
    /// So much more that it stands on the grid.
    Snap,
    /// This many lines more: between the opening of a piece and its body.
    Shift(i32),
}

impl Lead {
    fn price(self) -> f64 {
        match self {
            Lead::Usual => 0.0,
            Lead::Snap => SNAPPED,
            Lead::Shift(lines) => SHIFTED * f64::from(lines.unsigned_abs()),
        }
    }
}

/// The rows of a block that are being put on a page.
#[derive(Clone, Copy, Debug)]
struct Rows {
    index: u32,
    way: Way,
    /// The first of them.
    from: u32,
    /// Distance of that row from the top of the text area.
    top: Length,
}

/// One page being filled.
pub(super) struct PageWalk<'a, 'b> {
    pub(super) fitter: &'a Fitter<'a>,
    pub(super) start: Start,
    pub(super) depth: i32,
    /// Pages up to and with this one.
    pub(super) pages: u32,
    pub(super) search: &'b mut Search,
}

impl PageWalk<'_, '_> {
    fn flow(&self) -> &Flow {
        self.fitter.flow
    }

    fn grid(&self) -> Length {
        self.fitter.grid()
    }

    /// How far down text may reach when notes of this height stand at the foot; notes are parted from the text by
    /// at least half a line.
    fn room(&self, notes: Length) -> Length {
        let whole = self.grid() * self.depth;
        if notes == Length::ZERO { whole } else { whole - notes - self.grid() / 2 }
    }

    /// Puts the rest of a long note at the foot; `true` when that fills the page.
    pub(super) fn place_rest(&mut self, state: &mut Walk) -> bool {
        let (note, line) = self.start.rest;
        if note == 0 {
            return false;
        }
        let block = &self.flow().notes[note as usize - 1];
        let most = (self.grid() * (self.depth - 2)).0 / block.leading.0.max(1);
        let (leading, left) = (block.leading, block.lines.len() as i32 - line as i32);
        let taken = left.min(most.max(1));
        self.put_note(state, note - 1, line, line + taken as u32);
        state.notes = leading * taken;
        if taken == left {
            return false;
        }
        let next = Start { rest: (note, line + taken as u32), ..self.start };
        self.turn(state, next, 0.0);
        true
    }

    fn put(&mut self, state: &mut Walk, part: Part) {
        state.trail = self.search.steps.add(state.trail, Step::Part(part));
    }

    fn put_note(&mut self, state: &mut Walk, note: u32, from: u32, to: u32) {
        state.trail = self.search.steps.add(state.trail, Step::Note(note, from, to));
    }

    pub(super) fn place_waiting(&mut self, state: &mut Walk, block: u32) {
        let waiting = &self.flow().blocks[block as usize];
        let rows = waiting.ways(0.0).first().map_or(1, |way| way.rows);
        let (height, after) = (waiting.height(rows), waiting.after);
        let way = Way { variant: 0, rows, price: 0.0 };
        let notes: Vec<u32> = (0..rows).flat_map(|row| waiting.notes_on(&way, row)).collect();
        for note in notes {
            let lines = &self.fitter.flow.notes[note as usize];
            state.notes += lines.height(0);
            self.put_note(state, note, 0, lines.lines.len() as u32);
        }
        self.put(state, Part { block, variant: 0, from: 0, to: rows, y: Length::ZERO });
        (state.y, state.after) = (height, after);
    }

    /// Fills the page with a turned picture; the text goes on behind it.
    pub(super) fn turned_page(&mut self, mut state: Walk, block: u32) {
        self.put(&mut state, Part { block, variant: 0, from: 0, to: 1, y: Length::ZERO });
        let turned = self.start.turned + 1;
        let text_is_done = self.start.block as usize >= self.flow().blocks.len();
        let all_done = turned as usize == self.fitter.turned.len();
        if text_is_done && all_done && self.start.waiting == 0 && self.start.rest.0 == 0 {
            self.finish(&state, state.cost);
        } else {
            self.turn(&state, Start { turned, ..self.start }, 0.0);
        }
    }

    /// Carries all states over a block; page ends inside it become new page starts.
    pub(super) fn block(&mut self, index: u32, states: Vec<Walk>) -> Vec<Walk> {
        if self.flow().blocks[index as usize].is_turned() {
            return states;
        }
        let mut next: Vec<Walk> = Vec::new();
        let continued = index == self.start.block && self.start.row > 0;
        for state in states {
            let ways = self.flow().blocks[index as usize].ways(MOST_BENT);
            for way in ways {
                if continued && way.variant != self.start.variant as usize {
                    continue;
                }
                let from = if continued { self.start.row } else { 0 };
                self.way(index, way, from, Lead::Usual, state, &mut next);
                if from > 0 || state.y == Length::ZERO {
                    continue;
                }
                let block = &self.flow().blocks[index as usize];
                if block.shifts {
                    for lines in [-1, 1, 2] {
                        self.way(index, way, 0, Lead::Shift(lines), state, &mut next);
                    }
                } else if !self.flow().ragged && block.may_snap(self.grid(), way.rows) {
                    self.way(index, way, 0, Lead::Snap, state, &mut next);
                }
            }
            self.wait(index, state, &mut next);
        }
        next
    }

    /// A picture that has no room here may wait for the head of the next page.
    fn wait(&mut self, index: u32, mut state: Walk, next: &mut Vec<Walk>) {
        let block = &self.flow().blocks[index as usize];
        if !block.floats() || state.waiting > 0 || state.y == Length::ZERO {
            return;
        }
        let rows = block.ways(0.0).first().map_or(1, |way| way.rows);
        let y = self.top(block, &state, rows, Lead::Usual);
        if y + block.height(rows) <= self.room(state.notes) {
            return;
        }
        state.waiting = index + 1;
        state.cost += WAITING_PICTURE;
        keep(next, state);
    }

    /// Where a block begins after `state`.
    fn top(&self, block: &Block, state: &Walk, rows: u32, lead: Lead) -> Length {
        let fresh = state.y == Length::ZERO;
        let sink = if matches!(self.fitter.opening, Opening::Head(_)) { Length::ZERO } else { block.sink };
        let space = if fresh { sink } else { state.after.max(block.before) };
        let shift = if let Lead::Shift(lines) = lead { self.grid() * lines } else { Length::ZERO };
        let y = state.y + (space + shift).max(Length::ZERO);
        let left_over = |end: Length| end.round_up_to(self.grid()) - end;
        match block.fit {
            GridFit::Rows => y.round_up_to(self.grid()),
            GridFit::Free if lead == Lead::Snap => y.round_up_to(self.grid()),
            GridFit::End if !fresh => y + left_over(y + block.height(rows) + block.after),
            GridFit::Middle if !fresh => y + left_over(y + block.height(rows) + block.after) / 2,
            _ => y,
        }
    }

    /// Sets the rows of a block one after the other, trying to end the page where that is allowed.
    fn way(&mut self, index: u32, way: Way, from: u32, lead: Lead, mut state: Walk, next: &mut Vec<Walk>) {
        let block = &self.fitter.flow.blocks[index as usize];
        let top = self.top(block, &state, way.rows, lead);
        let rows = Rows { index, way, from, top };
        if from == 0 {
            state.cost += way.price + lead.price();
        }
        let mut y = top + block.repeated(from);
        let has_notes = block.has_notes();
        for row in from..way.rows {
            let bottom = y + block.row_height(row);
            let mut notes = state.notes;
            if has_notes {
                notes +=
                    block.notes_on(&way, row).map(|note| self.flow().notes[note as usize].height(0)).sum();
            }
            let stuck = row == from && state.y == Length::ZERO;
            if bottom > self.room(notes) && !stuck {
                self.end_before(&rows, row, y, &state);
                if has_notes && bottom <= self.room(state.notes) {
                    self.split_note(&rows, row, bottom, &state);
                }
                return;
            }
            if row > from && self.short(y, state.notes) <= self.fitter.slack {
                self.end_before(&rows, row, y, &state);
            }
            if has_notes {
                for note in block.notes_on(&way, row) {
                    let lines = self.fitter.flow.notes[note as usize].lines.len() as u32;
                    self.put_note(&mut state, note, 0, lines);
                }
            }
            state.notes = notes;
            y = bottom;
        }
        self.put(&mut state, Part { block: index, variant: way.variant, from, to: way.rows, y: top });
        state.y = y;
        state.after = block.after;
        if self.flow().blocks.len() as u32 > index + 1 && self.short(y, state.notes) <= self.fitter.slack {
            self.end_at_boundary(index + 1, &state);
        }
        keep(next, state);
    }

    /// Lines of the grid left free when text ends at `y`.
    fn short(&self, y: Length, notes: Length) -> i32 {
        (self.room(notes) - y).0.max(0) / self.grid().0
    }

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
    fn end_before(&mut self, rows: &Rows, row: u32, y: Length, state: &Walk) {
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
    fn end_at_boundary(&mut self, mut index: u32, state: &Walk) {
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
    fn split_note(&mut self, rows: &Rows, row: u32, bottom: Length, state: &Walk) {
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
    fn turn(&mut self, state: &Walk, next: Start, price: f64) {
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

    pub(super) fn end_of_chapter(&mut self, state: Walk) {
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
    fn finish(&mut self, state: &Walk, cost: f64) {
        if self.fitter.pull.wanted.is_some_and(|wanted| self.pages != wanted) {
            return;
        }
        if self.search.finished.as_ref().is_none_or(|best| cost < best.cost) {
            self.search.finished =
                Some(Road { cost, from: Some(self.start), trail: state.trail, pages: self.pages });
        }
    }
}

/// Keeps a state unless another that stands at the same place is cheaper.
fn keep(states: &mut Vec<Walk>, state: Walk) {
    let same = |other: &&mut Walk| {
        other.y == state.y
            && other.after == state.after
            && other.notes == state.notes
            && other.waiting == state.waiting
    };
    match states.iter_mut().find(same) {
        Some(known) if known.cost <= state.cost => {}
        Some(known) => *known = state,
        None => states.push(state),
    }
}

/// Whether the line before `row` ends in a divided word.
fn ends_in_hyphen(block: &Block, way: &Way, row: u32) -> bool {
    match &block.body {
        Body::Lines { set, .. } => row > 0 && set.is_divided(way.variant, row as usize - 1),
        _ => false,
    }
}
