//! Total fit: the best lines for every number of lines (Knuth and Plass 1981, with line number and fitness class
//! in the state, so that one pass gives the page a choice of lengths).
//!
//! Glyphs take the slack of a line first, up to 2 % of their width, and spaces only the rest. With the same breaks
//! that gives a far more even colour than one ratio for both (word-space deviation 0.131 against 0.182 on the
//! Federalist papers), so the optimiser prices what the spaces will really do after the glyphs have given.

use super::breaks::{Break, BreakKind, Breaks};
use super::{Content, Measure};
use crate::design::Align;

/// How far the glyphs of a line may be widened or narrowed.
pub(super) const GLYPH_STRETCH: f64 = 0.02;
/// By how much a word space grows at ratio 1, as a share of its natural width.
const SPACE_MORE: f64 = 0.5;
/// By how much a word space shrinks at ratio −1.
const SPACE_LESS: f64 = 0.33;

/// What lines cost. Figures were tuned on the Federalist papers and the sample, for few hyphens and even colour.
#[derive(Clone, Debug)]
pub(super) struct Prices {
    line: f64,
    hyphen: f64,
    double_hyphen: f64,
    last_hyphen: f64,
    class_jump: f64,
    runt: f64,
    nearly_full: f64,
    tolerances: [f64; 2],
    /// Least width of a last line.
    runt_width: i32,
}

impl Prices {
    pub(super) fn of(measure: &Measure, content: &Content) -> Prices {
        let em = content.spans.first().map_or(11 * 1024, |span| span.style.size.0);
        Prices {
            line: 10.0,
            hyphen: 120.0,
            double_hyphen: 60_000.0,
            last_hyphen: 12_000.0,
            class_jump: 8_000.0,
            runt: 150_000.0,
            nearly_full: 1_000.0,
            tolerances: [2.0, 6.0],
            // Where lines are not filled, as in titles, a last line of one word looks like an accident.
            runt_width: match measure.align {
                Align::Justified => (em * 5 / 2).min(measure.width.0 / 3),
                _ => measure.width.0 * 2 / 5,
            },
        }
    }
}

/// Lines of one solution.
#[derive(Clone, Debug)]
pub(super) struct Solution {
    /// Where each line ends.
    pub(super) breaks: Vec<Break>,
    /// What the first line is wider by at its start, then each next line.
    pub(super) heads: Vec<i32>,
    /// The whole price.
    pub(super) demerits: f64,
}

impl Solution {
    /// One line up to the last break.
    pub(super) fn whole(breaks: Breaks) -> Solution {
        let head = breaks.first_head;
        Solution { breaks: breaks.list, heads: vec![head], demerits: 0.0 }
    }
}

#[derive(Clone, Copy)]
struct Node {
    /// Index of the break; `ROOT` for the start.
    at: u32,
    line: u32,
    class: i8,
    demerits: f64,
    before: u32,
}

const ROOT: u32 = u32::MAX;

/// How many more or fewer lines than the best so far are followed up: the page pass spends one or two.
const SPREAD: u32 = 2;

/// The best solution for each number of lines within reach, shortest first. Never empty.
pub(super) fn total_fit(breaks: &Breaks, measure: &Measure, prices: &Prices) -> Vec<Solution> {
    for tolerance in prices.tolerances {
        let found = Fit::new(breaks, measure, prices, tolerance, false).run();
        if !found.is_empty() {
            return found;
        }
    }
    Fit::new(breaks, measure, prices, f64::INFINITY, true).run()
}

struct Fit<'a> {
    breaks: &'a Breaks,
    measure: &'a Measure,
    prices: &'a Prices,
    tolerance: f64,
    /// The last attempt keeps lines that are too wide, so that there is always an answer.
    rescue: bool,
    nodes: Vec<Node>,
    active: Vec<u32>,
}

/// What a line would look like.
struct Candidate {
    ratio: f64,
    /// Part of the line's demerits that is not its badness.
    extra: f64,
    too_wide: bool,
}

impl<'a> Fit<'a> {
    fn new(
        breaks: &'a Breaks,
        measure: &'a Measure,
        prices: &'a Prices,
        tolerance: f64,
        rescue: bool,
    ) -> Fit<'a> {
        let root = Node { at: ROOT, line: 0, class: 1, demerits: 0.0, before: ROOT };
        Fit { breaks, measure, prices, tolerance, rescue, nodes: vec![root], active: vec![0] }
    }

    fn run(mut self) -> Vec<Solution> {
        let mut fresh: Vec<u32> = Vec::new();
        for index in 0..self.breaks.list.len() {
            fresh.clear();
            if !self.step(index, &mut fresh) {
                return Vec::new();
            }
            self.prune(&mut fresh);
            self.active.extend_from_slice(&fresh);
        }
        self.solutions()
    }

    /// Tries to end a line at a break; `false` when no line could and none is left to go on from.
    fn step(&mut self, index: usize, fresh: &mut Vec<u32>) -> bool {
        let end = self.breaks.list[index];
        let mut kept = 0;
        let mut widest: Option<u32> = None;
        for position in 0..self.active.len() {
            let from = self.active[position];
            let candidate = self.line(from, &end);
            if candidate.too_wide {
                // The least bad of those that fall out, should none be left.
                if widest.is_none_or(|w| self.nodes[from as usize].demerits < self.nodes[w as usize].demerits)
                {
                    widest = Some(from);
                }
                continue;
            }
            if candidate.ratio <= self.tolerance {
                self.offer(from, index as u32, &candidate, fresh);
            }
            if end.kind != BreakKind::Forced {
                self.active[kept] = from;
                kept += 1;
            }
        }
        self.active.truncate(kept);
        if self.active.is_empty() && fresh.is_empty() {
            let Some(from) = widest.filter(|_| self.rescue) else { return false };
            let node = self.nodes[from as usize];
            let demerits = node.demerits + 1e9;
            fresh.push(self.nodes.len() as u32);
            self.nodes.push(Node { at: index as u32, line: node.line + 1, class: 1, demerits, before: from });
        }
        true
    }

    /// Keeps a line if it is the best of its number and class at this break.
    fn offer(&mut self, from: u32, at: u32, candidate: &Candidate, fresh: &mut Vec<u32>) {
        let before = self.nodes[from as usize];
        let ratio = candidate.ratio;
        let class = match ratio {
            r if r < -0.5 => 0,
            r if r <= 0.4 => 1,
            r if r <= 0.9 => 2,
            _ => 3,
        };
        let bad = self.prices.line + badness(ratio);
        let mut demerits = before.demerits + bad * bad + candidate.extra;
        if before.at != ROOT && i8::abs(class - before.class) > 1 {
            demerits += self.prices.class_jump;
        }
        let line = before.line + 1;
        let node = Node { at, line, class, demerits, before: from };
        match fresh
            .iter()
            .find(|n| self.nodes[**n as usize].line == line && self.nodes[**n as usize].class == class)
        {
            Some(known) if self.nodes[*known as usize].demerits <= demerits => {}
            Some(known) => self.nodes[*known as usize] = node,
            None => {
                fresh.push(self.nodes.len() as u32);
                self.nodes.push(node);
            }
        }
    }

    /// Drops new nodes whose number of lines is far from the best one's: in a paragraph of a thousand lines the
    /// numbers spread, and following them all would take for ever.
    fn prune(&self, fresh: &mut Vec<u32>) {
        let best = fresh
            .iter()
            .min_by(|a, b| self.nodes[**a as usize].demerits.total_cmp(&self.nodes[**b as usize].demerits));
        if let Some(best) = best.map(|n| self.nodes[*n as usize].line) {
            fresh.retain(|n| self.nodes[*n as usize].line.abs_diff(best) <= SPREAD);
        }
    }

    fn line(&self, from: u32, end: &Break) -> Candidate {
        let node = &self.nodes[from as usize];
        let (width, spaces, head, after_hyphen) = match self.breaks.list.get(node.at as usize) {
            Some(start) => (start.width_next, start.spaces_next, start.head, start.kind == BreakKind::Hyphen),
            None => (0, 0, self.breaks.first_head, false),
        };
        let natural = end.width_end.wrapping_sub(width).saturating_add(head + end.tail);
        let spaces = f64::from(end.spaces_end.wrapping_sub(spaces));
        let room = self.measure.room(node.line.min(60_000) as u16).0;
        let gap = f64::from(room) - f64::from(natural);
        let mut extra = f64::from(end.price);
        match end.kind {
            BreakKind::Hyphen => {
                let price = self.prices.hyphen * (1.0 + f64::from(end.price));
                extra = price * price + if after_hyphen { self.prices.double_hyphen } else { 0.0 };
            }
            BreakKind::Forced => extra += self.last_line(natural, gap, after_hyphen, node.line),
            BreakKind::Space | BreakKind::Letter => {}
        }
        if self.measure.align != Align::Justified {
            return self.ragged(end, gap, natural, extra);
        }
        let ratio = match end.kind {
            BreakKind::Forced if gap >= 0.0 => 0.0,
            _ => space_ratio(gap, spaces, f64::from(natural) - spaces),
        };
        Candidate { ratio, extra, too_wide: ratio < -1.0 }
    }

    fn last_line(&self, natural: i32, gap: f64, after_hyphen: bool, line: u32) -> f64 {
        let mut extra = 0.0;
        if natural < self.prices.runt_width && line > 0 {
            extra += self.prices.runt;
        } else if gap > 0.0 && gap < f64::from(self.breaks.em) && line > 0 {
            // A last line that nearly fills the measure looks like a mistake.
            extra += self.prices.nearly_full;
        }
        if after_hyphen {
            extra += self.prices.last_hyphen;
        }
        extra
    }

    /// Lines that are not filled: as even as they can be; in the middle also the last one.
    fn ragged(&self, end: &Break, gap: f64, natural: i32, extra: f64) -> Candidate {
        let room = f64::from(self.measure.width.0.max(1));
        let counts = end.kind != BreakKind::Forced || self.measure.align == Align::Centre;
        let ratio = if counts { 1.8 * gap.max(0.0) / room } else { 0.0 };
        // A line of one word alone is too wide only when nothing else can be done.
        Candidate { ratio, extra, too_wide: gap < -0.5 && natural > 0 }
    }

    fn solutions(self) -> Vec<Solution> {
        let last = self.breaks.list.len() as u32 - 1;
        let mut ends: Vec<u32> =
            self.active.iter().copied().filter(|n| self.nodes[*n as usize].at == last).collect();
        let rank = |n: &u32| (self.nodes[*n as usize].line, self.nodes[*n as usize].demerits);
        ends.sort_by(|a, b| rank(a).0.cmp(&rank(b).0).then(rank(a).1.total_cmp(&rank(b).1)));
        ends.dedup_by_key(|n| self.nodes[*n as usize].line);
        ends.into_iter().map(|end| self.solution(end)).collect()
    }

    fn solution(&self, end: u32) -> Solution {
        let mut breaks = Vec::new();
        let mut node = self.nodes[end as usize];
        while node.at != ROOT {
            breaks.push(self.breaks.list[node.at as usize]);
            node = self.nodes[node.before as usize];
        }
        breaks.reverse();
        let starts = breaks.iter().take(breaks.len().saturating_sub(1)).map(|b| b.head);
        let heads = std::iter::once(self.breaks.first_head).chain(starts).collect();
        Solution { breaks, heads, demerits: self.nodes[end as usize].demerits }
    }
}

/// What is left of a line's gap for its spaces when the glyphs have given what they can.
pub(super) fn after_glyphs(gap: f64, glyphs: f64) -> f64 {
    let give = glyphs * GLYPH_STRETCH;
    gap - gap.clamp(-give, give)
}

/// How far the spaces of a line must bend, 0 natural, 1 half as wide again, −1 a third narrower.
fn space_ratio(gap: f64, spaces: f64, glyphs: f64) -> f64 {
    let rest = after_glyphs(gap, glyphs);
    if rest == 0.0 {
        // What the glyphs give is hardly seen, but straight is better: at most 0.1.
        return 0.1 * gap / (glyphs * GLYPH_STRETCH).max(1.0);
    }
    if spaces <= 0.0 {
        return if rest > 0.0 { 1e3 } else { -1e3 };
    }
    rest / (spaces * if rest > 0.0 { SPACE_MORE } else { SPACE_LESS })
}

/// The usual cubic badness, with a quadratic part: small unevenness is seen in a whole page.
fn badness(ratio: f64) -> f64 {
    let r = ratio.abs().min(1e4);
    100.0 * r * r * r + 20.0 * r * r
}
