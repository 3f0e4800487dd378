//! How a line fills its measure: what its glyphs, letters and word spaces each take of the slack.
//!
//! Glyphs give first, within a width that nobody sees; then the letters of words move apart or together; the word
//! spaces, which everybody sees, only take the rest.

use crate::design::Justification;
use crate::text::runs::TextRun;
use unicode_script::Script;

/// What a line is made of, as far as it bends; widths in 1/1024 pt.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::text) struct Material {
    /// Natural width of all that is not word space.
    pub(in crate::text) glyphs: f64,
    /// Natural width of the word spaces.
    pub(in crate::text) spaces: f64,
    /// Places between two letters of a word.
    pub(in crate::text) joins: f64,
    /// Size of the type.
    pub(in crate::text) em: f64,
}

/// What each part of a line takes of the slack; together they are all of it, unless a line has no spaces.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::text) struct Bend {
    /// All glyphs together.
    pub(in crate::text) glyphs: f64,
    /// All joins together.
    pub(in crate::text) letters: f64,
    /// What is left for the word spaces.
    pub(in crate::text) rest: f64,
}

impl Material {
    /// Shares out a gap; below zero the line is too wide by so much.
    pub(in crate::text) fn share(&self, gap: f64, limits: &Justification) -> Bend {
        let most_glyphs = self.most_glyphs(limits);
        let glyphs = gap.clamp(-most_glyphs, most_glyphs);
        let most_letters = self.most_letters(limits);
        let letters = (gap - glyphs).clamp(-most_letters, most_letters);
        Bend { glyphs, letters, rest: gap - glyphs - letters }
    }

    fn most_glyphs(&self, limits: &Justification) -> f64 {
        (self.glyphs * f64::from(limits.glyphs) / 1000.0).max(0.0)
    }

    fn most_letters(&self, limits: &Justification) -> f64 {
        (self.joins * self.em * f64::from(limits.letters) / 1000.0).max(0.0)
    }

    /// How bent the line looks: 0 natural, near 1 as loose as it should ever be, −1 as tight as it can be. What
    /// glyphs and letters give is hardly seen, but straight is better: together at most a quarter.
    pub(super) fn ratio(&self, gap: f64, limits: &Justification) -> f64 {
        let bend = self.share(gap, limits);
        let part = |given: f64, most: f64| given / most.max(1.0);
        let hidden = GLYPHS_SEEN * part(bend.glyphs, self.most_glyphs(limits))
            + LETTERS_SEEN * part(bend.letters, self.most_letters(limits));
        if bend.rest == 0.0 {
            return hidden;
        }
        if self.spaces <= 0.0 {
            return if bend.rest > 0.0 { 1e3 } else { -1e3 };
        }
        // The room that is left between the two fills up as the spaces bend, so that −1 stays the tightest line.
        let limit = if bend.rest > 0.0 { limits.space_more } else { limits.space_less };
        let spaces = bend.rest * 1000.0 / (self.spaces * f64::from(limit.max(1)));
        hidden + spaces * (1.0 - hidden.abs())
    }
}

/// The most that word spaces may grow, in what they may usually, on a line no looser than `tolerance`.
pub(super) fn most_of_spaces(tolerance: f64) -> f64 {
    let hidden = GLYPHS_SEEN + LETTERS_SEEN;
    tolerance.max((tolerance - hidden) / (1.0 - hidden))
}

/// How much of a ratio of 1 it is when all glyphs have given what they may.
const GLYPHS_SEEN: f64 = 0.1;
/// How much of it when all letters have.
const LETTERS_SEEN: f64 = 0.15;

/// Whether the letters of a run may move apart: those of scripts whose letters stand alone.
pub(in crate::text) fn has_loose_letters(run: &TextRun) -> bool {
    let is_loose = matches!(
        run.script,
        Script::Latin
            | Script::Greek
            | Script::Cyrillic
            | Script::Armenian
            | Script::Georgian
            | Script::Common
    );
    is_loose && run.level.is_multiple_of(2)
}
