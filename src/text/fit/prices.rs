//! What lines cost.

use crate::design::Align;
use crate::text::Measure;

/// Prices of a paragraph, in squared badness. Tuned on the Federalist papers, German and Spanish prose and the sample
/// in all themes: few hyphens, even colour, no graver fault for a smaller one.
#[derive(Clone, Debug)]
pub(in crate::text) struct Prices {
    /// Each line, so that of two alike the shorter paragraph wins.
    pub(super) line: f64,
    /// A hyphen we add; squared.
    pub(super) hyphen: f64,
    /// A second hyphen under the first.
    pub(super) double_hyphen: f64,
    /// A third one: never where there is another way.
    pub(super) ladder: f64,
    /// A divided word before the last line.
    pub(super) last_hyphen: f64,
    /// A line next to one of quite another colour.
    pub(super) class_jump: f64,
    /// A last line that hardly is one.
    pub(super) runt: f64,
    /// A last line that looks as if it had failed to fill the measure.
    pub(super) nearly_full: f64,
    /// Two lines that begin, or end, with the same word.
    pub(super) stack: f64,
    /// How loose lines may be, at first and when that is not enough.
    pub(super) tolerances: [f64; 2],
    /// Least width of a last line.
    pub(super) runt_width: i32,
}

impl Prices {
    /// The prices for a paragraph of this measure and size of type.
    pub(in crate::text) fn of(measure: &Measure, em: i32) -> Prices {
        Prices {
            line: 10.0,
            hyphen: f64::from(measure.justification.hyphen),
            double_hyphen: 60_000.0,
            ladder: 20e6,
            last_hyphen: 12_000.0,
            class_jump: 15_000.0,
            // More than any page may bend a paragraph for.
            runt: 700_000.0,
            nearly_full: 1_000.0,
            stack: 1_800.0,
            tolerances: [2.0, 6.0],
            // Where lines are not filled, as in titles, a last line of one word looks like an accident.
            runt_width: match measure.align {
                Align::Justified => (em * 5 / 2).min(measure.width.0 / 3),
                _ => measure.width.0 * 2 / 5,
            },
        }
    }
}
