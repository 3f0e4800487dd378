//! Where a chapter begins and where it ends, on pages that it may share with its neighbours.

use super::fit::{PagePlan, Plan};
use super::flow::{Block, Flow};
use crate::design::Design;
use crate::units::{Length, Side};

/// Where a chapter begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// On a page of its own of this side, as far down as the design says.
    Sunk(Side),
    /// At the very head of a page of this side: a piece that would stand below another, where there was no room.
    Head(Side),
    /// On the last page of the chapter before, below its text.
    Below(Ending),
}

impl Opening {
    /// The side of the first page.
    pub fn side(self) -> Side {
        match self {
            Opening::Sunk(side) | Opening::Head(side) => side,
            Opening::Below(ending) => ending.side,
        }
    }

    /// What stands on the first page already.
    pub(super) fn above(self) -> Option<Ending> {
        match self {
            Opening::Below(ending) => Some(ending),
            Opening::Sunk(_) | Opening::Head(_) => None,
        }
    }
}

/// How far the last page of a chapter is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ending {
    side: Side,
    /// Where the text ends, in whole lines of the grid from the top of the text area.
    pub(super) text: Length,
    /// Height of the notes at the foot.
    pub(super) notes: Length,
    /// How many lines deeper than usual the page is.
    pub(super) deeper: i8,
    /// The grid the chapter stands on.
    grid: (Length, i32),
}

impl Ending {
    /// How far down the text reaches.
    pub fn text(&self) -> Length {
        self.text
    }

    /// Whether a chapter of this design can go on here: its lines stand on the same grid.
    pub fn suits(&self, design: &Design) -> bool {
        self.grid == (design.leading, design.depth)
    }
}

/// The end of a chapter; `None` where nothing can follow on its last page.
pub(super) fn ending(flow: &Flow, plan: &Plan, design: &Design) -> Option<Ending> {
    let last = plan.pages.last()?;
    let opens = plan.opening?.side();
    let side = if plan.pages.len().is_multiple_of(2) { opens.next() } else { opens };
    let facing = plan.pages.len().checked_sub(2).map(|before| &plan.pages[before]);
    // Where the facing page stops early the text must end on this one.
    let is_level = side == Side::Verso || facing.is_none_or(|facing| facing.depth == last.depth);
    let has_text = last.parts.iter().any(|part| !stands_alone(&flow.blocks[part.block as usize]));
    (is_level && has_text && !flow.ragged).then(|| Ending {
        side,
        text: design.leading * last.lines(flow, design),
        notes: notes_height(last, flow) + above_on(plan, plan.pages.len() - 1),
        deeper: (last.depth - design.depth) as i8,
        grid: (design.leading, design.depth),
    })
}

/// Height of what other chapters have at the foot of a page already.
fn above_on(plan: &Plan, page: usize) -> Length {
    let above = plan.opening.and_then(Opening::above).filter(|_| page == 0);
    above.map_or(Length::ZERO, |above| above.notes)
}

/// Height of the chapter's own notes on a page.
pub(super) fn notes_height(page: &PagePlan, flow: &Flow) -> Length {
    let notes = page.notes.iter();
    notes.map(|(note, from, to)| flow.notes[*note as usize].leading * (to - from) as i32).sum()
}

fn stands_alone(block: &Block) -> bool {
    block.floats() || block.is_turned()
}
