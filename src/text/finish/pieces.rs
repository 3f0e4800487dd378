//! The glyphs of a part of a run, and the order of the parts on a line.

use super::Piece;
use crate::text::breaks;
use crate::text::runs::TextRun;
use crate::text::shape::{Glyphs, Shaper};

/// The glyphs of `range` of a run, as they look with nothing around them.
pub(super) fn cut(
    text: &str,
    run: &TextRun,
    all: &Glyphs,
    range: std::ops::Range<usize>,
    divided: bool,
    shaper: &mut Shaper,
) -> Glyphs {
    let whole = range == run.range && !divided;
    if whole {
        return all.clone();
    }
    if run.level % 2 == 1 {
        // Right-to-left pieces are shaped anew: their glyphs stand in the other order.
        return fragment(text, run, range, divided, shaper);
    }
    let at = |byte: usize| all.cluster.partition_point(|cluster| (*cluster as usize) < byte);
    let starts_clean = |byte: usize| {
        let index = at(byte);
        match all.cluster.get(index) {
            Some(cluster) => *cluster as usize == byte && !all.unsafe_before[index],
            // Behind the last glyph's beginning only the run's end is clean: the glyph may stand for many bytes.
            None => byte >= run.range.end,
        }
    };
    let mut from = range.start;
    if from > run.range.start {
        while from < range.end && !starts_clean(from) {
            from += 1;
        }
    }
    let mut to = range.end;
    if to < run.range.end || divided {
        if divided {
            to -= 1;
        }
        while to > from && !starts_clean(to) {
            to -= 1;
        }
    }
    if from >= to {
        return fragment(text, run, range, divided, shaper);
    }
    let mut glyphs = Glyphs::default();
    if range.start < from {
        glyphs.append(&fragment(text, run, range.start..from, false, shaper), 0..usize::MAX, 0);
    }
    glyphs.append(all, at(from)..at(to), 0);
    if to < range.end {
        glyphs.append(&fragment(text, run, to..range.end, divided, shaper), 0..usize::MAX, 0);
    }
    glyphs
}

fn fragment(
    text: &str,
    run: &TextRun,
    range: std::ops::Range<usize>,
    divided: bool,
    shaper: &mut Shaper,
) -> Glyphs {
    let mut fragment = text[range.clone()].to_string();
    if divided {
        fragment.push(breaks::hyphen(run));
    }
    let mut glyphs = (*shaper.fragment(run, &fragment)).clone();
    glyphs.cluster.iter_mut().for_each(|cluster| *cluster += range.start as u32);
    glyphs
}

/// Reorders runs by Unicode Annex 9, rule L2.
pub(super) fn visual_order(mut pieces: Vec<Piece<'_>>) -> Vec<Piece<'_>> {
    let highest = pieces.iter().map(|piece| piece.run.level).max().unwrap_or(0);
    let lowest_odd = pieces.iter().map(|piece| piece.run.level).filter(|level| level % 2 == 1).min();
    let Some(lowest_odd) = lowest_odd else { return pieces };
    for level in (lowest_odd..=highest).rev() {
        let mut index = 0;
        while index < pieces.len() {
            let from = index;
            while index < pieces.len() && pieces[index].run.level >= level {
                index += 1;
            }
            pieces[from..index].reverse();
            index = index.max(from + 1);
        }
    }
    pieces
}
