//! One page being filled, block by block, trying every sensible place to end it.

mod ends;

use super::prices::{MOST_BENT, SHIFTED, SNAPPED, WAITING_PICTURE};
use super::search::{Search, Start, Step, Trail};
use super::{Fitter, Part};
use crate::page::flow::{Block, Flow, GridFit, Way};
use crate::page::opening::Opening;
use crate::units::Length;

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
