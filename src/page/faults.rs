//! Pages that no way of parting a chapter could make sound: which, where, and what an editor can do.

use super::Desk;
use super::fit::{PagePlan, Plan};
use super::flow::{Body, Flow, GridFit};
use crate::design::Design;
use crate::notice::Rule;
use crate::units::Length;

/// Says so where a page is at fault.
pub(super) fn tell(plan: &Plan, flow: &Flow, desk: &mut Desk<'_>) {
    if flow.ragged {
        return;
    }
    let mut before = None;
    for (index, (page, next)) in plan.pages.iter().zip(plan.pages.iter().skip(1)).enumerate() {
        // Beside a turned picture nobody sees where the text of a page ends, nor above notes.
        let notes_above = index == 0 && plan.notes_above() > Length::ZERO;
        let beside_turned = [before, Some(next)].into_iter().flatten().any(|beside| is_turned(beside, flow));
        let is_seen = !notes_above && !beside_turned;
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
    let what = match (&block.body, goes_on) {
        (Body::Lines { .. }, Some(_)) if last.from == 0 && last.to == 1 => {
            "a paragraph begins with the last line of a page".to_string()
        }
        (Body::Lines { set, .. }, Some(rest)) if set.rows(last.variant) - rest.from == 1 => {
            "the last line of a paragraph stands alone at the head of a page".to_string()
        }
        (Body::Lines { .. }, None) if block.fit == GridFit::End => {
            "a heading stands at the foot of a page, parted from its text".to_string()
        }
        (Body::Lines { .. }, _) if is_seen => match short_by(page, flow, desk.studio.design) {
            ..=0 => return,
            1 => "a page stays a line shorter than the one it faces, since nothing fits".to_string(),
            lines => format!("a page stays {lines} lines shorter than the one it faces, since nothing fits"),
        },
        _ => return,
    };
    let hint = "set a paragraph on the pages before it in a line more or fewer: {lines=+1} or {lines=-1} \
                behind its last word; or change some words there";
    let place = desk.place(&block.source);
    desk.notices.of(Rule::PageFault).doubt(place, what, hint);
}

/// How many lines of the grid a page stays short of its depth; notes fill it from below.
fn short_by(page: &PagePlan, flow: &Flow, design: &Design) -> i32 {
    if page.notes.is_empty() { page.depth - page.lines(flow, design) } else { 0 }
}
