//! Kashida: Naskh lines are filled by drawing joints of letters longer, where their word spaces alone would gape.
//!
//! The tatweels belong to the letter before them and have no text of their own, so that copied words stay as they
//! were written. Nastaliq, whose words slope, is never drawn longer.

use super::runs::TextRun;
use super::shape::{Glyphs, Shaper};
use std::ops::Range;
use unicode_script::Script;

/// Word spaces grow by this share before joints do.
pub(super) const SPACES_FIRST: f64 = 0.15;
/// Most tatweels in one joint.
const MOST: usize = 2;

/// Whether words of a run may be drawn longer: Arabic letters that join on a level line.
pub(super) fn is_possible(run: &TextRun) -> bool {
    let tatweel = run.face.has('\u{640}');
    run.script == Script::Arabic && run.level % 2 == 1 && tatweel && !run.face.name.contains("Nastaliq")
}

/// The joints of `range` at which it may be drawn longer, the best one of each word, in logical order.
pub(super) fn joints(text: &str, run: &TextRun, range: Range<usize>, shaper: &mut Shaper) -> Vec<usize> {
    let safe = shaper.joints(text, run, range.clone());
    let mut joints = Vec::new();
    let mut from = range.start;
    for word in text[range].split_inclusive(' ') {
        let to = from + word.len();
        let own = safe.iter().copied().filter(|at| (from..to).contains(at));
        let best = own.filter(|at| *at > from + 2).max_by_key(|at| (rank(text, *at, to), *at));
        if word.chars().filter(|c| c.is_alphabetic()).count() > 2 {
            joints.extend(best);
        }
        from = to;
    }
    joints
}

/// How well a joint bears it: after seen and sad best, then before the last letter.
fn rank(text: &str, at: usize, word_end: usize) -> u8 {
    let before = text[..at].chars().rev().find(|c| c.is_alphabetic());
    let is_last = text[at..word_end].chars().filter(|c| c.is_alphabetic()).count() == 1;
    match before {
        Some('س' | 'ش' | 'ص' | 'ض') => 3,
        _ if is_last => 2,
        _ => 1,
    }
}

/// Shapes `range` anew with about `want` more width, spread over its joints from the end of the line on.
pub(super) fn draw_out(
    text: &str,
    run: &TextRun,
    range: Range<usize>,
    want: i32,
    shaper: &mut Shaper,
) -> Option<(Glyphs, i32)> {
    let joints = joints(text, run, range.clone(), shaper);
    let natural = shaper.elongated(text, run, range.clone(), &[]).width();
    let last = *joints.last()?;
    let unit = shaper.elongated(text, run, range.clone(), &[(last, 1)]).width() - natural;
    if unit <= 0 {
        return None;
    }
    let count = (((want + unit / 2) / unit) as usize).min(joints.len() * MOST);
    let plan: Vec<(usize, usize)> = spread(&joints, count).filter(|(_, times)| *times > 0).collect();
    if plan.is_empty() {
        return None;
    }
    let glyphs = shaper.elongated(text, run, range, &plan);
    let gained = glyphs.width() - natural;
    (gained <= want + unit).then_some((glyphs, gained))
}

/// Shares `count` tatweels out over the joints, evenly along the line: each joint, and how many it gets.
fn spread(joints: &[usize], count: usize) -> impl Iterator<Item = (usize, usize)> + '_ {
    let share = move |index: usize| (index + 1) * count / joints.len() - index * count / joints.len();
    joints.iter().enumerate().map(move |(index, at)| (*at, share(index)))
}
