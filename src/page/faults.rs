//! Pages that no way of parting a chapter could make sound: which, where, and what an editor can do.

use super::Desk;
use super::fit::{PagePlan, Part, Plan};
use super::flow::{Block, Body, Flow, GridFit};
use crate::design::Design;
use crate::notice::Place;

/// Says so where a page is at fault.
pub(super) fn tell(plan: &Plan, flow: &Flow, desk: &mut Desk<'_>) {
    if flow.ragged {
        return;
    }
    let mut before = None;
    for (page, next) in plan.pages.iter().zip(plan.pages.iter().skip(1)) {
        // Beside a turned picture nobody sees where the text of a page ends.
        let is_seen = ![before, Some(next)].into_iter().flatten().any(|beside| is_turned(beside, flow));
        foot(page, next, is_seen, flow, desk);
        before = Some(page);
    }
}

fn is_turned(page: &PagePlan, flow: &Flow) -> bool {
    page.parts.iter().any(|part| flow.blocks[part.block as usize].is_turned())
}

/// What is wrong where one page ends and the next begins.
fn foot(page: &PagePlan, next: &PagePlan, is_seen: bool, flow: &Flow, desk: &mut Desk<'_>) {
    let Some(last) = page.parts.last() else { return };
    let block = &flow.blocks[last.block as usize];
    let goes_on = next.parts.iter().find(|part| part.block == last.block && part.from == last.to);
    let place = desk.place(&block.source);
    match (&block.body, goes_on) {
        (Body::Lines { .. }, Some(_)) if last.from == 0 && last.to == 1 => {
            tell_of(desk, place, "a paragraph begins with the last line of a page");
        }
        (Body::Lines { .. }, Some(rest)) if rows(block, last) - rest.from == 1 => {
            tell_of(desk, place, "the last line of a paragraph stands alone at the head of a page");
        }
        (Body::Lines { .. }, None) if block.fit == GridFit::End => {
            tell_of(desk, place, "a heading stands at the foot of a page, parted from its text");
        }
        (Body::Lines { .. }, _) => {
            let short = short_by(page, flow, desk.studio.design);
            let lines = if short == 1 { "a line".to_string() } else { format!("{short} lines") };
            if short > 0 && is_seen {
                let what = format!("a page stays {lines} shorter than the one it faces, since nothing fits");
                tell_of(desk, place, what);
            }
        }
        _ => {}
    }
}

fn tell_of(desk: &mut Desk<'_>, place: Place, what: impl Into<String>) {
    let hint = "set a paragraph on the pages before it in a line more or fewer: {lines=+1} or {lines=-1} \
                behind its last word; or change some words there";
    desk.notices.doubt(place, what, hint);
}

/// The rows of the way in which a block is set.
fn rows(block: &Block, part: &Part) -> u32 {
    match &block.body {
        Body::Lines { set, .. } => set.variants().nth(part.variant).map_or(0, |(rows, _)| rows),
        _ => 0,
    }
}

/// How many lines of the grid a page stays short of its depth; notes fill it from below.
fn short_by(page: &PagePlan, flow: &Flow, design: &Design) -> i32 {
    if page.notes.is_empty() { page.depth - page.lines(flow, design) } else { 0 }
}
