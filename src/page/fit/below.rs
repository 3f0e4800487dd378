//! Room for a chapter below the one before: its opening and the first lines of its text stand together.

use crate::design::Design;
use crate::page::flow::Flow;
use crate::page::opening::Opening;
use crate::units::{Length, Side};

/// So many lines of text stand below the opening of a piece, or it is not begun here.
const FIRST_LINES: u32 = 4;

/// How far down the first page of a chapter reaches at least; `None` where the page has no room for that.
pub(super) fn least(flow: &Flow, opening: Opening, design: &Design) -> Option<Length> {
    let Some(above) = opening.above() else { return Some(Length::ZERO) };
    let (mut y, mut after, mut lines) = (above.text, Length::ZERO, 0);
    let mut text_begins = false;
    for (index, block) in flow.blocks.iter().enumerate().filter(|(_, block)| !block.is_turned()) {
        text_begins |= block.shifts && index > 0;
        let rows = block.natural_rows();
        let wanted = if text_begins { rows.min(FIRST_LINES - lines) } else { rows };
        y += after.max(block.before) + block.height(wanted);
        after = block.after;
        lines += if text_begins { wanted } else { 0 };
        if lines >= FIRST_LINES {
            break;
        }
    }
    // A verso may still become deeper or less deep; a recto is as deep as the verso it faces.
    let deeper = if opening.side() == Side::Recto { i32::from(above.deeper) } else { 0 };
    let room = design.leading * (design.depth + deeper) - above.notes;
    (y <= room).then_some(y)
}
