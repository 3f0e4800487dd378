//! The search for the cheapest road through a chapter: where pages begin, and what it cost to get there.

use super::{PagePlan, Part};
use crate::units::Side;
use std::collections::BTreeMap;

/// More roads than this after the same number of pages are a crowd; the usual number is below it.
const CROWD: u32 = 400;

/// A place where a page begins. The order is the order of the text, so that roads only lead forward.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Start {
    pub(super) block: u32,
    pub(super) row: u32,
    /// Rest of a note: note + 1, its first line; 0 for none.
    pub(super) rest: (u32, u32),
    /// Choice of the paragraph that goes on.
    pub(super) variant: u32,
    /// How many turned pictures have had their pages.
    pub(super) turned: u32,
    /// Picture that waits: block + 1; 0 for none.
    pub(super) waiting: u32,
    pub(super) side: Side,
    /// Depth of the page, relative to the usual.
    pub(super) deeper: i8,
}

impl Start {
    /// Whether the chapter begins on this page.
    pub(super) fn is_first(&self) -> bool {
        self.block == 0 && self.row == 0
    }

    /// Whether the page faces one that stopped so early that only the end of the chapter may stand here.
    pub(super) fn must_be_last(&self) -> bool {
        self.side == Side::Recto && self.deeper < -2 && !self.is_first()
    }
}

/// The cheapest road to a place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Road {
    pub(super) cost: f64,
    pub(super) from: Option<Start>,
    /// What stands on the page that the road leads over.
    pub(super) trail: Trail,
    /// How many pages lie behind.
    pub(super) pages: u32,
}

/// What was put on a page, last first: an index into the steps, which all states share.
pub(super) type Trail = Option<u32>;

/// One thing put on a page.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    Part(Part),
    Note(u32, u32, u32),
}

/// All steps of a search.
#[derive(Debug, Default)]
pub(super) struct Steps(Vec<(Trail, Step)>);

impl Steps {
    pub(super) fn add(&mut self, after: Trail, step: Step) -> Trail {
        self.0.push((after, step));
        Some(self.0.len() as u32 - 1)
    }

    pub(super) fn page(&self, mut trail: Trail, depth: i32) -> PagePlan {
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
        // What is left of a note of the page before comes first; a caption may be marked after the cells below it.
        page.notes.sort_by_key(|(note, from, _)| (*from == 0, *note));
        page
    }
}

/// What a search knows.
#[derive(Debug, Default)]
pub(super) struct Search {
    pub(super) open: BTreeMap<Start, Road>,
    pub(super) done: BTreeMap<Start, Road>,
    pub(super) finished: Option<Road>,
    pub(super) steps: Steps,
    /// The cheapest road after each number of pages, less what its place is worth.
    pub(super) cheapest: Vec<f64>,
    /// How many roads were followed after each number of pages.
    pub(super) followed: Vec<u32>,
}

impl Search {
    /// Whether a road is worth following. The more were followed after as many pages, the nearer it must be to the
    /// cheapest: a piece of a thousand pages would otherwise never be done.
    ///
    /// `worth` is what it is worth to have come so far, where a number of pages is wanted.
    pub(super) fn is_near(&mut self, road: &Road, worth: f64, beam: f64) -> bool {
        let pages = road.pages as usize;
        let crowd = f64::from(self.followed[pages].max(CROWD)) / f64::from(CROWD);
        let is_near = road.cost - worth <= self.cheapest[pages] + beam / (crowd * crowd);
        self.followed[pages] += u32::from(is_near);
        is_near
    }

    /// Notes a road to a place, if it is the cheapest there.
    pub(super) fn open(&mut self, start: Start, road: Road, worth: f64) {
        let pages = road.pages as usize;
        if self.cheapest.len() <= pages {
            self.cheapest.resize(pages + 1, f64::INFINITY);
            self.followed.resize(pages + 1, 0);
        }
        self.cheapest[pages] = self.cheapest[pages].min(road.cost - worth);
        if self.open.get(&start).is_none_or(|known| road.cost < known.cost) {
            self.open.insert(start, road);
        }
    }
}
