//! Which lines are too loose to be looked at, told from two sums and without pricing any: of all the places where a
//! line may begin, only those about a line away are worth more.

use super::Breaks;
use super::bend::most_of_spaces;
use crate::text::Measure;
use crate::text::breaks::Break;

/// How far each break reaches: a line is bent to its utmost when the reach of its end, less that of its start, is the
/// width it has to fill. In 1/1024 pt.
pub(super) struct Loose {
    /// The least reach of a start and all later ones: that of the paragraph first, then of each break.
    starts: Vec<f64>,
    /// The reach of each break as an end.
    ends: Vec<f64>,
    /// The least width that a line of the paragraph has to fill.
    room: f64,
}

impl Loose {
    /// Of justified lines that may be as loose as `tolerance`.
    pub(super) fn of(breaks: &Breaks, measure: &Measure, tolerance: f64) -> Loose {
        let limits = measure.justification;
        let glyphs = f64::from(limits.glyphs) / 1000.0;
        let letters = f64::from(breaks.em) * f64::from(limits.letters) / 1000.0;
        let spaces = most_of_spaces(tolerance) * f64::from(limits.space_more.max(1)) / 1000.0 - glyphs;
        let reach = |width: i64, space: i64, joins: u32| {
            width as f64 * (1.0 + glyphs) + space as f64 * spaces + f64::from(joins) * letters
        };
        let mut starts = Vec::with_capacity(breaks.list.len() + 1);
        let mut ends = Vec::with_capacity(breaks.list.len());
        // The sums of a very long paragraph wrap; their steps don't.
        let (mut width, mut space) = (0i64, 0i64);
        let mut before: &Break = &breaks.start;
        starts.push(reach(-i64::from(before.head), 0, before.joins_next));
        for end in &breaks.list {
            let step = |to: i32, from: i32| i64::from(to.wrapping_sub(from));
            let inked = width + step(end.width_end, before.width_next) + i64::from(end.tail);
            ends.push(reach(inked, space + step(end.spaces_end, before.spaces_next), end.joins_end));
            width += step(end.width_next, before.width_next);
            space += step(end.spaces_next, before.spaces_next);
            starts.push(reach(width - i64::from(end.head), space, end.joins_next));
            before = end;
        }
        for at in (1..starts.len()).rev() {
            starts[at - 1] = starts[at - 1].min(starts[at]);
        }
        let rooms = [0, 1, u16::MAX].map(|line| measure.room(line).0);
        let room = rooms.into_iter().min().unwrap_or(0);
        Loose { starts, ends, room: f64::from(room) }
    }

    /// Whether the line to break `end` is too loose from break `start` (`u32::MAX` for the start of the paragraph) and
    /// from all later ones.
    pub(super) fn are_from(&self, start: u32, end: usize) -> bool {
        let start = start.wrapping_add(1) as usize;
        self.ends[end] - self.starts[start] < self.room - ROUNDING
    }
}

/// What the sums may be out by: far less than is seen, and more than their digits are.
const ROUNDING: f64 = 4.0;
