//! A paragraph in more or fewer lines than suit it best, because an editor wants it so.

use super::{Fit, Prices, Reach, Solution};
use crate::design::Justification;
use crate::text::Measure;
use crate::text::breaks::Breaks;

/// How loose lines may be, one after the other until the wish can be met; beyond the last a paragraph has holes.
const TOLERANCES: [f64; 3] = [2.0, 3.5, 5.0];
/// How close letters and words may come, in thousandths of their size and width, where the theme's limits are not
/// enough: an editor who asks for a line less looks at what it costs.
const CLOSE: [u16; 2] = [10, 400];

/// A paragraph bent by a wish.
pub(in crate::text) struct Bent {
    /// Its lines.
    pub(in crate::text) solution: Solution,
    /// How they fill the measure.
    pub(in crate::text) measure: Measure,
    /// How many lines of the wish stay unmet.
    pub(in crate::text) unmet: i8,
}

/// The solution that has `wish` lines more than the best of the usual ones, or is nearest to that; `None` without any.
pub(in crate::text) fn bent(
    breaks: &Breaks,
    measure: &Measure,
    usual: &[Solution],
    wish: i8,
) -> Option<Bent> {
    let best = usual.iter().min_by(|a, b| a.demerits.total_cmp(&b.demerits));
    let wanted = (best?.breaks.len() as i64 + i64::from(wish)).max(1);
    let distance = |solution: &Solution| (solution.breaks.len() as i64).abs_diff(wanted);
    let nearest = usual.iter().min_by_key(|solution| distance(solution))?;
    let mut found = (nearest.clone(), *measure);
    let usual = measure.justification;
    let [letters, space_less] = [usual.letters.max(CLOSE[0]), usual.space_less.max(CLOSE[1])];
    let close = Measure { justification: Justification { letters, space_less, ..usual }, ..*measure };
    for (measure, tolerance) in [*measure, close].into_iter().flat_map(|m| TOLERANCES.map(|t| (m, t))) {
        if distance(&found.0) == 0 {
            break;
        }
        let prices = Prices::of(&measure, breaks.em);
        let mut fit = Fit::new(breaks, &measure, &prices, tolerance, false);
        fit.reach = Reach { lines: u32::from(wish.unsigned_abs()) + 2, price: f64::INFINITY };
        let bent = fit.run().into_iter().min_by_key(distance);
        if let Some(bent) = bent.filter(|bent| distance(bent) < distance(&found.0)) {
            found = (bent, measure);
        }
    }
    let (solution, measure) = found;
    let unmet = (wanted - solution.breaks.len() as i64) as i8;
    Some(Bent { solution, measure, unmet })
}
