//! Total fit of pages: where the pages of a chapter end, so that no line stands alone, facing pages are level, and
//! paragraphs bend as little as possible.
//!
//! State: the first row of a page (block, way, row), its side, the depth of its spread, what waits (a picture, the
//! rest of a note). From each such page start every sensible end of the page is tried; the cheapest road to the end
//! of the chapter wins. The page number is no part of the state, so states stay few however long the chapter.

use super::flow::{Block, Body, Flow, GridFit, Way};
use crate::design::Design;
use crate::units::{Length, Side};
use std::collections::BTreeMap;

/// How a chapter is parted.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) pages: Vec<PagePlan>,
}

/// What stands on a page.
#[derive(Clone, Debug, Default)]
pub(super) struct PagePlan {
    /// Lines of the grid it may fill.
    pub(super) depth: i32,
    /// Blocks, or parts of them, in order.
    pub(super) parts: Vec<Part>,
    /// Notes at its foot: note, first line, one past the last line.
    pub(super) notes: Vec<(u16, u16, u16)>,
}

/// The rows of a block that stand on one page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub(super) block: u32,
    pub(super) variant: usize,
    pub(super) from: u16,
    pub(super) to: u16,
    /// Distance of the first row from the top of the text area.
    pub(super) y: Length,
}

const LONELY_LINE: f64 = 9e6;
const KEPT_APART: f64 = 11e6;
const SPREAD_OFF_DEPTH: f64 = 60_000.0;
const SPREAD_FAR_OFF_DEPTH: f64 = 80_000.0;
const SHORT_PAGE: f64 = 400_000.0;
const SHORT_LINE: f64 = 300_000.0;
const RAGGED_LINE: f64 = 1_000.0;
const SPLIT_NOTE: f64 = 300_000.0;
const SHIFTED: f64 = 150_000.0;
const WAITING_PICTURE: f64 = 60_000.0;
const LONELY_ENDING: f64 = 350_000.0;
const SNAPPED: f64 = 8_000.0;
const SHORT_LAST_PAGE: f64 = 250_000.0;
const HYPHEN_AT_FOOT: f64 = 30_000.0;
/// How many lines short a page may stay when nothing better is found.
const LOOSE: i32 = 7;
/// More roads than this after the same number of pages are a crowd; the usual number is below it.
const CROWD: u32 = 400;
/// Paragraphs are not bent further than this.
const MOST_BENT: f64 = 600_000.0;

/// A place where a page begins. The order is the order of the text, so that roads only lead forward.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Start {
    block: u32,
    row: u16,
    /// Rest of a note: note + 1, its first line; 0 for none.
    rest: (u16, u16),
    /// Choice of the paragraph that goes on.
    variant: u16,
    /// Picture that waits: block + 1; 0 for none.
    waiting: u32,
    side: Side,
    /// Depth of the page, relative to the usual.
    deeper: i8,
}

impl Start {
    /// Whether the page faces one that stopped so early that only the end of the chapter may stand here.
    fn must_be_last(&self) -> bool {
        let is_first = self.block == 0 && self.row == 0;
        self.side == Side::Recto && self.deeper < -2 && !is_first
    }
}

/// The cheapest road to a place.
#[derive(Clone, Copy, Debug)]
struct Road {
    cost: f64,
    from: Option<Start>,
    /// What stands on the page that the road leads over.
    trail: Trail,
    /// How many pages lie behind.
    pages: u32,
}

/// A state on the way down a page.
#[derive(Clone, Copy, Debug)]
struct Walk {
    y: Length,
    /// Space that the block before asks for below it.
    after: Length,
    notes: Length,
    waiting: u32,
    cost: f64,
    trail: Trail,
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

/// What was put on a page, last first: an index into the steps, which all states share.
type Trail = Option<u32>;

/// One thing put on a page.
#[derive(Clone, Copy, Debug)]
enum Step {
    Part(Part),
    Note(u16, u16, u16),
}

/// All steps of a search.
#[derive(Debug, Default)]
struct Steps(Vec<(Trail, Step)>);

impl Steps {
    fn add(&mut self, after: Trail, step: Step) -> Trail {
        self.0.push((after, step));
        Some(self.0.len() as u32 - 1)
    }

    fn page(&self, mut trail: Trail, depth: i32) -> PagePlan {
        let mut page = PagePlan { depth, ..PagePlan::default() };
        while let Some(index) = trail {
            let (before, step) = self.0[index as usize];
            match step {
                Step::Part(part) => page.parts.push(part),
                Step::Note(note, from, to) => page.notes.push((note, from, to)),
            }
            trail = before;
        }
        page.parts.reverse();
        page.notes.reverse();
        page
    }
}

/// Parts a chapter into pages; the first one is of this side.
pub(super) fn pages(flow: &Flow, side: Side, design: &Design) -> Plan {
    if flow.blocks.is_empty() {
        return Plan::default();
    }
    // Nearly every chapter has a sound solution near the cheapest roads; only where none is found is the search
    // widened, and only then are pages tried that stay short.
    let mut best: Option<(f64, Plan)> = None;
    let slack = if flow.ragged { LOOSE } else { 0 };
    for (slack, beam) in [(slack, 130_000.0), (slack, 1_000_000.0), (LOOSE, 12_000_000.0)] {
        let found = Fitter { flow, design, slack, beam }.run(side);
        best = [best, found].into_iter().flatten().min_by(|a, b| a.0.total_cmp(&b.0));
        // Small prices add up in a long piece, and mean nothing there.
        let sound =
            |(cost, plan): &(f64, Plan)| *cost < LONELY_ENDING * (plan.pages.len() as f64 / 50.0).max(1.0);
        if best.as_ref().is_some_and(sound) {
            break;
        }
    }
    best.map_or_else(Plan::default, |(_, plan)| plan)
}

struct Fitter<'a> {
    flow: &'a Flow,
    design: &'a Design,
    /// How many lines a page may stay short.
    slack: i32,
    /// Roads that cost this much more than the cheapest after as many pages are given up.
    beam: f64,
}

/// What a search knows.
#[derive(Debug, Default)]
struct Search {
    open: BTreeMap<Start, Road>,
    done: BTreeMap<Start, Road>,
    finished: Option<Road>,
    steps: Steps,
    /// The cheapest road after each number of pages.
    cheapest: Vec<f64>,
    /// How many roads were followed after each number of pages.
    followed: Vec<u32>,
}

impl Search {
    /// Whether a road is worth following. The more were followed after as many pages, the nearer it must be to the
    /// cheapest: a piece of a thousand pages would otherwise never be done.
    fn is_near(&mut self, road: &Road, beam: f64) -> bool {
        let pages = road.pages as usize;
        let crowd = f64::from(self.followed[pages].max(CROWD)) / f64::from(CROWD);
        let is_near = road.cost <= self.cheapest[pages] + beam / (crowd * crowd);
        self.followed[pages] += u32::from(is_near);
        is_near
    }

    /// Notes a road to a place, if it is the cheapest there.
    fn open(&mut self, start: Start, road: Road) {
        let pages = road.pages as usize;
        if self.cheapest.len() <= pages {
            self.cheapest.resize(pages + 1, f64::INFINITY);
            self.followed.resize(pages + 1, 0);
        }
        self.cheapest[pages] = self.cheapest[pages].min(road.cost);
        if self.open.get(&start).is_none_or(|known| road.cost < known.cost) {
            self.open.insert(start, road);
        }
    }
}

impl Fitter<'_> {
    fn run(&self, side: Side) -> Option<(f64, Plan)> {
        let mut search = Search::default();
        for deeper in self.depths(side) {
            let start =
                Start { block: 0, row: 0, rest: (0, 0), variant: 0, waiting: 0, side, deeper: *deeper };
            search.open(start, Road { cost: depth_cost(*deeper), from: None, trail: None, pages: 0 });
        }
        while let Some((start, road)) = search.open.pop_first() {
            // Roads that cost more than a finished one can't win.
            let hopeless = search.finished.as_ref().is_some_and(|best| road.cost >= best.cost);
            if !hopeless && search.is_near(&road, self.beam) {
                self.page(start, &road, &mut search);
                search.done.insert(start, road);
            }
        }
        let last = search.finished?;
        let mut pages = Vec::with_capacity(last.pages as usize);
        let mut road = last;
        while let Some(start) = road.from {
            pages.push(search.steps.page(road.trail, self.depth_of(&start)));
            road = search.done[&start];
        }
        pages.reverse();
        Some((last.cost, Plan { pages }))
    }

    /// The depths a page of this side may have when a spread, or the chapter, begins with it. A spread is a line
    /// deeper or less deep than usual, two lines less at need, both its pages alike. Where the facing page is not
    /// full, since a chapter ends or begins there, a page may stop still sooner, and nobody sees it: that keeps
    /// author notes from pages of their own.
    fn depths(&self, side: Side) -> &'static [i8] {
        match side {
            // Lists end where their entries do.
            _ if self.flow.ragged => &[0],
            Side::Verso => &[0, -1, 1, -2, -3],
            Side::Recto => &[0, -1, -2],
        }
    }

    /// Lines of the grid on the page that begins at `start`.
    fn depth_of(&self, start: &Start) -> i32 {
        let usual = self.design.depth;
        if start.must_be_last() { usual } else { usual + i32::from(start.deeper) }
    }

    fn grid(&self) -> Length {
        self.design.leading
    }

    /// Tries all ends of the page that begins at `start`.
    fn page(&self, start: Start, road: &Road, search: &mut Search) {
        let depth = self.depth_of(&start);
        let zero = Length::ZERO;
        let mut first = Walk { y: zero, after: zero, notes: zero, waiting: 0, cost: road.cost, trail: None };
        let mut sheet = PageWalk { fitter: self, start, depth, pages: road.pages + 1, search };
        if sheet.place_rest(&mut first) {
            // The rest of a note fills the whole page.
            return;
        }
        if start.waiting > 0 {
            sheet.place_waiting(&mut first, start.waiting - 1);
        }
        let mut states = vec![first];
        for block in start.block..self.flow.blocks.len() as u32 {
            states = sheet.block(block, states);
            if states.is_empty() {
                return;
            }
        }
        for state in states {
            sheet.end_of_chapter(state);
        }
    }
}

fn depth_cost(deeper: i8) -> f64 {
    match deeper {
        0 => 0.0,
        -1 | 1 => SPREAD_OFF_DEPTH,
        _ => SPREAD_FAR_OFF_DEPTH + f64::from(deeper.unsigned_abs()) * SPREAD_OFF_DEPTH,
    }
}

/// One page being filled.
struct PageWalk<'a, 'b> {
    fitter: &'a Fitter<'a>,
    start: Start,
    depth: i32,
    /// Pages up to and with this one.
    pages: u32,
    search: &'b mut Search,
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
    fn place_rest(&mut self, state: &mut Walk) -> bool {
        let (note, line) = self.start.rest;
        if note == 0 {
            return false;
        }
        let block = &self.flow().notes[usize::from(note) - 1];
        let most = (self.grid() * (self.depth - 2)).0 / block.leading.0.max(1);
        let (leading, left) = (block.leading, block.lines.len() as i32 - i32::from(line));
        let taken = left.min(most.max(1));
        self.put_note(state, note - 1, line, line + taken as u16);
        state.notes = leading * taken;
        if taken == left {
            return false;
        }
        let next = Start { rest: (note, line + taken as u16), ..self.start };
        self.turn(state, next, 0.0);
        true
    }

    fn put(&mut self, state: &mut Walk, part: Part) {
        state.trail = self.search.steps.add(state.trail, Step::Part(part));
    }

    fn put_note(&mut self, state: &mut Walk, note: u16, from: u16, to: u16) {
        state.trail = self.search.steps.add(state.trail, Step::Note(note, from, to));
    }

    fn place_waiting(&mut self, state: &mut Walk, block: u32) {
        let waiting = &self.flow().blocks[block as usize];
        let rows = waiting.ways(0.0).first().map_or(1, |way| way.rows);
        let (height, after) = (waiting.height(rows), waiting.after);
        self.put(state, Part { block, variant: 0, from: 0, to: rows, y: Length::ZERO });
        (state.y, state.after) = (height, after);
    }

    /// Carries all states over a block; page ends inside it become new page starts.
    fn block(&mut self, index: u32, states: Vec<Walk>) -> Vec<Walk> {
        let mut next: Vec<Walk> = Vec::new();
        let continued = index == self.start.block && self.start.row > 0;
        for state in states {
            let ways = self.flow().blocks[index as usize].ways(MOST_BENT);
            for way in ways {
                if continued && way.variant != usize::from(self.start.variant) {
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
    fn top(&self, block: &Block, state: &Walk, rows: u16, lead: Lead) -> Length {
        let fresh = state.y == Length::ZERO;
        let space = if fresh { block.sink } else { state.after.max(block.before) };
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
    fn way(&mut self, index: u32, way: Way, from: u16, lead: Lead, mut state: Walk, next: &mut Vec<Walk>) {
        let block = &self.fitter.flow.blocks[index as usize];
        let top = self.top(block, &state, way.rows, lead);
        if from == 0 {
            state.cost += way.price + lead.price();
        }
        let mut y = top + block.repeated(from);
        let has_notes = block.has_notes();
        for row in from..way.rows {
            let bottom = y + block.row_height(row);
            let mut notes = state.notes;
            if has_notes {
                notes += block
                    .notes_on(&way, row)
                    .map(|note| self.flow().notes[usize::from(note)].height(0))
                    .sum();
            }
            let stuck = row == from && state.y == Length::ZERO;
            if bottom > self.room(notes) && !stuck {
                self.end_before(index, &way, row, from, top, y, &state);
                if has_notes && bottom <= self.room(state.notes) {
                    self.split_note(index, &way, row, from, top, bottom, &state);
                }
                return;
            }
            if row > from && self.short(y, state.notes) <= self.fitter.slack {
                self.end_before(index, &way, row, from, top, y, &state);
            }
            if has_notes {
                for note in block.notes_on(&way, row) {
                    let lines = self.fitter.flow.notes[usize::from(note)].lines.len() as u16;
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
            SHORT_PAGE + SHORT_LINE * lines * lines
        }
    }

    /// Ends the page before row `row` of a block.
    #[allow(
        clippy::too_many_arguments,
        reason = "the place on the page is these numbers; a struct would only rename them"
    )]
    fn end_before(
        &mut self,
        index: u32,
        way: &Way,
        row: u16,
        from: u16,
        top: Length,
        y: Length,
        state: &Walk,
    ) {
        if row == from && from == 0 {
            // Nothing of the block stands here: the page ends after the block before.
            self.end_at_boundary(index, state);
            return;
        }
        let block = &self.fitter.flow.blocks[index as usize];
        let mut price = self.short_price(y, state.notes) + self.parting_price(block, way, row);
        if self.start.side == Side::Recto && ends_in_hyphen(block, way, row) {
            price += HYPHEN_AT_FOOT;
        }
        let mut state = *state;
        self.put(&mut state, Part { block: index, variant: way.variant, from, to: row, y: top });
        let waiting = state.waiting;
        let next =
            Start { block: index, row, rest: (0, 0), variant: way.variant as u16, waiting, ..self.start };
        self.turn(&state, next, price);
    }

    /// Lines that would stand alone.
    fn parting_price(&self, block: &Block, way: &Way, row: u16) -> f64 {
        match &block.body {
            Body::Rows { whole: true, .. } => KEPT_APART,
            Body::Rows { rows, .. } => {
                let kept = row
                    .checked_sub(1)
                    .and_then(|row| rows.get(usize::from(row)))
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
    fn end_at_boundary(&mut self, index: u32, state: &Walk) {
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
        kept + if lonely { LONELY_ENDING } else { 0.0 }
    }

    /// Sets a row whose note does not fit, and carries the rest of the note over.
    #[allow(
        clippy::too_many_arguments,
        reason = "the place on the page is these numbers; a struct would only rename them"
    )]
    fn split_note(
        &mut self,
        index: u32,
        way: &Way,
        row: u16,
        from: u16,
        top: Length,
        bottom: Length,
        state: &Walk,
    ) {
        let block = &self.fitter.flow.blocks[index as usize];
        let mut state = *state;
        let mut notes: Vec<u16> = block.notes_on(way, row).collect();
        let Some(last) = notes.pop() else { return };
        for note in notes {
            let lines = &self.fitter.flow.notes[usize::from(note)];
            state.notes += lines.height(0);
            let count = lines.lines.len() as u16;
            self.put_note(&mut state, note, 0, count);
        }
        let note = &self.fitter.flow.notes[usize::from(last)];
        let free = self.room(state.notes.max(Length(1))) - bottom;
        let (total, fits) = (note.lines.len() as i32, free.0 / note.leading.0.max(1));
        // A note of up to four lines is never split, and two lines at least stand on either side.
        let taken = fits.min(total - 2);
        if total <= 4 || taken < 2 {
            return;
        }
        self.put_note(&mut state, last, 0, taken as u16);
        state.notes += note.leading * taken;
        self.put(&mut state, Part { block: index, variant: way.variant, from, to: row + 1, y: top });
        let ended = row + 1 == way.rows;
        let price = SPLIT_NOTE + if ended { 0.0 } else { self.parting_price(block, way, row + 1) };
        let (block, row, variant) =
            if ended { (index + 1, 0, 0) } else { (index, row + 1, way.variant as u16) };
        let rest = (last + 1, taken as u16);
        let waiting = state.waiting;
        self.turn(&state, Start { block, row, rest, variant, waiting, ..self.start }, price);
    }

    /// Begins a new page at `next`, of the other side.
    fn turn(&mut self, state: &Walk, next: Start, price: f64) {
        if self.start.must_be_last() {
            return;
        }
        let side = self.start.side.next();
        // A recto is as deep as the verso it faces.
        let level = [self.start.deeper];
        let depths = if side == Side::Recto { &level } else { self.fitter.depths(side) };
        for deeper in depths {
            let start = Start { side, deeper: *deeper, ..next };
            let cost = state.cost + price + if side == Side::Verso { depth_cost(*deeper) } else { 0.0 };
            self.search
                .open(start, Road { cost, from: Some(self.start), trail: state.trail, pages: self.pages });
        }
    }

    fn end_of_chapter(&mut self, state: Walk) {
        let blocks = self.flow().blocks.len() as u32;
        if state.waiting > 0 {
            let next = Start {
                block: blocks,
                row: 0,
                rest: (0, 0),
                variant: 0,
                waiting: state.waiting,
                ..self.start
            };
            self.turn(&state, next, 0.0);
            return;
        }
        let is_first = self.start.block == 0 && self.start.row == 0;
        let lines = state.y.0 / self.grid().0;
        let price = if !is_first && lines < 4 { SHORT_LAST_PAGE } else { 0.0 };
        let cost = state.cost + price;
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
fn ends_in_hyphen(block: &Block, way: &Way, row: u16) -> bool {
    match &block.body {
        Body::Lines { set, .. } => row > 0 && set.is_divided(way.variant, usize::from(row) - 1),
        _ => false,
    }
}
