//! A line in stretches that are told apart: its links, its note marks, and words in another language.

use super::glyphs;
use crate::edition::language::Language;
use crate::text::line::{Anchor, Line, PlacedAnchor, Run};
use std::borrow::Cow;
use std::ops::Range;

/// What a stretch of a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct What {
    /// The link or note mark it belongs to, by its place in the line's list.
    pub(super) anchor: Option<usize>,
    /// Its language, where it is not that of the text around.
    pub(super) language: Option<Language>,
}

/// Runs that follow each other and are told as one.
#[derive(Debug)]
pub(super) struct Stretch<'l> {
    pub(super) what: What,
    /// The byte at which it begins.
    pub(super) from: u32,
    pub(super) runs: Vec<Cow<'l, Run>>,
}

/// The stretches of a line, from left to right; `None` where it is all one text in the language around.
pub(super) fn of(line: &Line, around: Language) -> Option<Vec<Stretch<'_>>> {
    let has_links = line.anchors.iter().any(leads);
    if !has_links && !line.runs.iter().any(|run| is_other(line, run, around)) {
        return None;
    }
    let mut stretches: Vec<Stretch<'_>> = Vec::new();
    for run in line.runs.iter().flat_map(|run| parts(line, run)) {
        let at = run.range.start;
        let anchor = line.anchors.iter().position(|placed| leads(placed) && placed.range.contains(&at));
        let language = is_other(line, &run, around).then_some(run.language);
        let what = What { anchor, language };
        match stretches.last_mut().filter(|last| last.what == what) {
            Some(last) => {
                last.from = last.from.min(at);
                last.runs.push(run);
            }
            None => stretches.push(Stretch { what, from: at, runs: vec![run] }),
        }
    }
    Some(stretches)
}

/// Whether the words of a run are in another language than those around. Figures and signs are in every language, and
/// what is English in a British book is no other one.
fn is_other(line: &Line, run: &Run, around: Language) -> bool {
    run.language.primary() != around.primary()
        && line.text.get(run.range.start as usize..run.range.end as usize).is_some_and(has_letters)
}

fn has_letters(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

/// Whether a click on it goes somewhere.
pub(super) fn leads(placed: &PlacedAnchor) -> bool {
    !matches!(placed.anchor, Anchor::Index(_))
}

/// A run cut where links begin and end. Runs from right to left stay whole, since readers turn their words round as one,
/// and so do those of an initial.
fn parts<'l>(line: &'l Line, run: &'l Run) -> Vec<Cow<'l, Run>> {
    let inside = |at: &u32| run.range.start < *at && *at < run.range.end;
    let ends = |placed: &PlacedAnchor| [placed.range.start, placed.range.end];
    let mut cuts: Vec<u32> =
        line.anchors.iter().filter(|placed| leads(placed)).flat_map(ends).filter(inside).collect();
    if cuts.is_empty() || run.level % 2 == 1 || glyphs::is_of_initial(line, run) {
        return vec![Cow::Borrowed(run)];
    }
    cuts.push(run.range.end);
    cuts.sort_unstable();
    cuts.dedup();
    let mut parts = Vec::with_capacity(cuts.len());
    let (mut glyph, mut byte) = (0, run.range.start);
    for cut in cuts {
        // A hyphen that was added belongs to the last of them.
        let end = match cut == run.range.end {
            true => run.glyphs.len(),
            false => glyph + run.clusters[glyph..].iter().take_while(|cluster| **cluster < cut).count(),
        };
        if end > glyph {
            parts.push(Cow::Owned(part(run, glyph..end, byte..cut)));
            (glyph, byte) = (end, cut);
        }
    }
    parts
}

fn part(run: &Run, glyphs: Range<usize>, bytes: Range<u32>) -> Run {
    Run {
        face: run.face.clone(),
        range: bytes,
        glyphs: run.glyphs[glyphs.clone()].to_vec(),
        xs: run.xs[glyphs.clone()].to_vec(),
        ys: run.ys.get(glyphs.clone()).unwrap_or_default().to_vec(),
        clusters: run.clusters[glyphs].to_vec(),
        ..*run
    }
}
