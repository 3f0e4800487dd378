//! Total fit of pages: where the pages of a chapter end, so that no line stands alone, facing pages are level, and
//! paragraphs bend as little as possible.
//!
//! State: the first row of a page (block, way, row), its side, the depth of its spread, what waits (a picture, the
//! rest of a note). From each such page start every sensible end of the page is tried; the cheapest road to the end
//! of the chapter wins. The page number is no part of the state, so states stay few however long the chapter.

mod below;
mod copyfit;
mod prices;
mod search;
mod walk;

use super::flow::Flow;
use super::opening::Opening;
use crate::design::Design;
use crate::units::{Length, Side};
pub(super) use copyfit::Outcome;
use copyfit::Pull;
use prices::{LONELY_ENDING, LONELY_LINE, LOOSE, SPREAD_FAR_OFF_DEPTH, SPREAD_OFF_DEPTH};
use search::{Road, Search, Start};
use walk::{PageWalk, Walk};

/// How a chapter is parted.
#[derive(Clone, Debug, Default)]
pub(super) struct Plan {
    /// Where it begins; `None` where there is nothing.
    pub(super) opening: Option<Opening>,
    pub(super) pages: Vec<PagePlan>,
    /// What became of a wish about their number.
    pub(super) outcome: Option<Outcome>,
}

impl Plan {
    /// Height of the notes of other chapters on its first page.
    pub(super) fn notes_above(&self) -> Length {
        self.opening.and_then(Opening::above).map_or(Length::ZERO, |above| above.notes)
    }
}

/// What stands on a page.
#[derive(Clone, Debug, Default)]
pub(super) struct PagePlan {
    /// Lines of the grid it may fill.
    pub(super) depth: i32,
    /// Blocks, or parts of them, in order.
    pub(super) parts: Vec<Part>,
    /// Notes at its foot: note, first line, one past the last line.
    pub(super) notes: Vec<(u32, u32, u32)>,
}

impl PagePlan {
    /// How many lines of the grid its text reaches down.
    pub(super) fn lines(&self, flow: &Flow, design: &Design) -> i32 {
        let ends = self.parts.iter().map(|part| {
            let block = &flow.blocks[part.block as usize];
            let height = (part.from..part.to).map(|row| block.row_height(row)).sum();
            part.y + block.repeated(part.from) + height
        });
        let end = ends.max().unwrap_or_default();
        (end.0 + design.leading.0 - 1) / design.leading.0
    }
}

/// The rows of a block that stand on one page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub(super) block: u32,
    pub(super) variant: usize,
    pub(super) from: u32,
    pub(super) to: u32,
    /// Distance of the first row from the top of the text area.
    pub(super) y: Length,
}

/// Parts a chapter into pages; `None` where it has no room below another.
pub(super) fn pages(flow: &Flow, opening: Opening, design: &Design) -> Option<Plan> {
    if flow.blocks.is_empty() {
        return Some(Plan::default());
    }
    let chapter = Piecework { flow, design, opening, least: below::least(flow, opening, design)? };
    let usual = usual(chapter)?;
    Some(match flow.copyfit {
        Some(wish) => copyfit::pages(wish, chapter, usual),
        None => usual,
    })
}

/// A chapter to be parted, and where it begins.
#[derive(Clone, Copy)]
struct Piecework<'a> {
    flow: &'a Flow,
    design: &'a Design,
    opening: Opening,
    /// How far down the first page must reach at least before it ends.
    least: Length,
}

/// The best pages where no number of them is asked for.
fn usual(chapter: Piecework<'_>) -> Option<Plan> {
    // Nearly every chapter has a sound solution near the cheapest roads; only where none is found is the search
    // widened, and only then are pages tried that stay short.
    let mut best: Option<(f64, Plan)> = None;
    let slack = if chapter.flow.ragged { LOOSE } else { 0 };
    for (slack, beam) in [(slack, 130_000.0), (slack, 1_000_000.0), (LOOSE, 12_000_000.0)] {
        let found = Fitter::new(chapter, slack, beam, Pull::default()).run();
        best = [best, found].into_iter().flatten().min_by(|a, b| a.0.total_cmp(&b.0));
        if best.as_ref().is_some_and(is_sound) {
            break;
        }
    }
    // Below another chapter a piece is not begun at the price of a fault: it has a page to go to.
    let may_stand = |best: &(f64, Plan)| chapter.opening.above().is_none() || is_sound(best);
    best.filter(may_stand).map(|(_, plan)| plan)
}

/// Whether pages have no fault. Small prices add up in a long piece, and mean nothing there.
fn is_sound((cost, plan): &(f64, Plan)) -> bool {
    *cost < LONELY_ENDING * (plan.pages.len() as f64 / 50.0).max(1.0)
}

struct Fitter<'a> {
    flow: &'a Flow,
    design: &'a Design,
    opening: Opening,
    /// How far down the first page must reach at least before it ends.
    least: Length,
    /// How many lines a page may stay short.
    slack: i32,
    /// Roads that cost this much more than the cheapest after as many pages are given up.
    beam: f64,
    /// The number of pages it is drawn to.
    pull: Pull,
    /// The blocks that are turned pictures.
    turned: Vec<u32>,
}

impl<'a> Fitter<'a> {
    fn new(chapter: Piecework<'a>, slack: i32, beam: f64, pull: Pull) -> Fitter<'a> {
        let Piecework { flow, design, opening, least } = chapter;
        let blocks = flow.blocks.iter().zip(0..);
        let turned = blocks.filter(|(block, _)| block.is_turned()).map(|(_, index)| index).collect();
        Fitter { flow, design, opening, least, slack, beam, pull, turned }
    }

    fn run(&self) -> Option<(f64, Plan)> {
        let mut search = Search::default();
        let side = self.opening.side();
        // A recto that is shared is as deep as the verso it faces.
        let level = self.opening.above().filter(|_| side == Side::Recto).map(|above| [above.deeper]);
        for deeper in level.as_ref().map_or(self.depths(side), |level| level) {
            let start = Start {
                block: 0,
                row: 0,
                rest: (0, 0),
                variant: 0,
                turned: 0,
                waiting: 0,
                side,
                deeper: *deeper,
            };
            let road = Road { cost: depth_cost(*deeper), from: None, trail: None, pages: 0 };
            search.open(start, road, 0.0);
        }
        while let Some((start, road)) = search.open.pop_first() {
            // Roads that cost more than a finished one can't win.
            let hopeless = search.finished.as_ref().is_some_and(|best| road.cost >= best.cost);
            if !hopeless && search.is_near(&road, self.worth(&start), self.beam) {
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
        Some((last.cost, Plan { opening: Some(self.opening), pages, outcome: None }))
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

    /// What it is worth to have come to a place.
    fn worth(&self, start: &Start) -> f64 {
        self.pull.worth(start.block, start.row)
    }

    /// What a fault costs that no wish of an editor about the length is worth: pages are not bought with it.
    fn grave(&self, price: f64) -> f64 {
        if self.pull.wanted.is_some() && price > 0.0 { price + LONELY_LINE } else { price }
    }

    fn grid(&self) -> Length {
        self.design.leading
    }

    /// Tries all ends of the page that begins at `start`.
    fn page(&self, start: Start, road: &Road, search: &mut Search) {
        let depth = self.depth_of(&start);
        let zero = Length::ZERO;
        let mut first = Walk { y: zero, after: zero, notes: zero, waiting: 0, cost: road.cost, trail: None };
        if let Some(above) = self.opening.above().filter(|_| start.is_first()) {
            (first.y, first.notes) = (above.text, above.notes);
        }
        let mut sheet = PageWalk { fitter: self, start, depth, pages: road.pages + 1, search };
        // The first turned picture that the text has passed has this page for itself.
        let passed = self.turned.get(start.turned as usize).filter(|block| **block < start.block);
        if let Some(block) = passed {
            sheet.turned_page(first, *block);
            return;
        }
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
