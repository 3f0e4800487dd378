//! Total fit: the best lines for every number of lines (Knuth and Plass 1981, with line number and fitness class
//! in the state, so that one pass gives the page a choice of lengths).
//!
//! The optimiser prices what the word spaces really do after glyphs and letters have given: with the same breaks that
//! alone gives a far more even colour than one ratio for all (deviation 0.131 against 0.182 on the Federalist papers).

mod bend;
mod loose;
mod prices;
mod wish;

use super::Measure;
use super::breaks::{Break, BreakKind, Breaks};
use crate::design::Align;
pub(super) use bend::{Material, has_loose_letters};
use loose::Loose;
pub(super) use prices::Prices;
pub(super) use wish::bent;

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
        let head = breaks.start.head;
        Solution { breaks: breaks.list, heads: vec![head], demerits: 0.0 }
    }
}

#[derive(Clone, Copy)]
struct Node {
    /// Index of the break; `ROOT` for the start.
    at: u32,
    line: u32,
    class: i8,
    /// Hyphens below each other up to this break; two stand for more.
    hyphens: u8,
    demerits: f64,
    before: u32,
}

impl Node {
    /// Whether what follows depends on the difference of two nodes at the same break.
    fn is_like(&self, other: &Node) -> bool {
        self.line == other.line && self.class == other.class && self.hyphens == other.hyphens
    }
}

const ROOT: u32 = u32::MAX;

/// How far from the best so far a solution may be to be followed up.
#[derive(Clone, Copy)]
struct Reach {
    /// More or fewer lines.
    lines: u32,
    /// A higher price.
    price: f64,
}

/// The page pass spends a line or two, and takes nothing that is so much worse than the best to the same place (see
/// the page's prices).
const USUAL: Reach = Reach { lines: 2, price: 700_000.0 };

/// The best solution for each number of lines within reach, shortest first. Never empty.
pub(super) fn total_fit(breaks: &Breaks, measure: &Measure, prices: &Prices) -> Vec<Solution> {
    let mut found: Vec<Solution> = Vec::new();
    for tolerance in prices.tolerances {
        found = Fit::new(breaks, measure, prices, tolerance, false).run();
        // Looser lines are tried where tight ones give no answer, or one with a ladder of hyphens.
        if found.iter().any(|solution| solution.demerits < prices.ladder) {
            return found;
        }
    }
    if !found.is_empty() {
        return found;
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
    /// How many lines more or fewer than the best so far, and at what price, are followed up.
    reach: Reach,
    /// Which lines are not worth pricing; `None` where all are.
    loose: Option<Loose>,
    nodes: Vec<Node>,
    active: Vec<u32>,
}

/// What a line would look like.
#[derive(Clone, Copy)]
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
        let root = Node { at: ROOT, line: 0, class: 1, hyphens: 0, demerits: 0.0, before: ROOT };
        let is_filled = measure.align == Align::Justified && tolerance.is_finite();
        let loose = is_filled.then(|| Loose::of(breaks, measure, tolerance));
        let (nodes, active) = (vec![root], vec![0]);
        Fit { breaks, measure, prices, tolerance, rescue, reach: USUAL, loose, nodes, active }
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
        let mut known: Option<(u32, i32, Candidate)> = None;
        for position in 0..self.active.len() {
            let from = self.active[position];
            // Nodes at one break stand side by side, and lines from there look alike where they have the same room.
            let node = &self.nodes[from as usize];
            if self.are_loose_from(node.at, index) {
                self.active.copy_within(position.., kept);
                kept += self.active.len() - position;
                break;
            }
            let room = self.measure.room(node.line.min(60_000) as u16).0;
            let candidate = match known {
                Some((at, same, candidate)) if at == node.at && same == room => candidate,
                _ => self.line(node, room, &end),
            };
            known = Some((node.at, room, candidate));
            if candidate.too_wide {
                // The least bad of those that fall out, should none be left.
                if widest.is_none_or(|w| self.nodes[from as usize].demerits < self.nodes[w as usize].demerits)
                {
                    widest = Some(from);
                }
                continue;
            }
            if candidate.ratio <= self.tolerance {
                self.offer(from, index as u32, &end, &candidate, fresh);
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
            self.nodes.push(Node {
                at: index as u32,
                line: node.line + 1,
                class: 1,
                hyphens: 0,
                demerits,
                before: from,
            });
        }
        true
    }

    /// Whether lines to a break are too loose from a start and from all that begin later. A last line need not be filled.
    fn are_loose_from(&self, start: u32, end: usize) -> bool {
        let is_last = self.breaks.list[end].kind == BreakKind::Forced;
        !is_last && self.loose.as_ref().is_some_and(|loose| loose.are_from(start, end))
    }

    /// Keeps a line if it is the best of its number, class and hyphens at this break.
    fn offer(&mut self, from: u32, at: u32, end: &Break, candidate: &Candidate, fresh: &mut Vec<u32>) {
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
        let hyphens = if end.kind == BreakKind::Hyphen { (before.hyphens + 1).min(2) } else { 0 };
        if end.kind == BreakKind::Hyphen && before.hyphens > 0 {
            demerits += if before.hyphens > 1 { self.prices.ladder } else { self.prices.double_hyphen };
        }
        let line = before.line + 1;
        let node = Node { at, line, class, hyphens, demerits, before: from };
        match fresh.iter().find(|known| self.nodes[**known as usize].is_like(&node)) {
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
        if let Some(best) = best.map(|n| self.nodes[*n as usize]) {
            let most = best.demerits + self.reach.price;
            let lines = self.reach.lines;
            let is_near = |node: &Node| node.line.abs_diff(best.line) <= lines && node.demerits <= most;
            fresh.retain(|n| is_near(&self.nodes[*n as usize]));
        }
    }

    fn line(&self, node: &Node, room: i32, end: &Break) -> Candidate {
        let start = self.breaks.list.get(node.at as usize).unwrap_or(&self.breaks.start);
        let natural = end.width_end.wrapping_sub(start.width_next).saturating_add(start.head + end.tail);
        let gap = f64::from(room) - f64::from(natural);
        let is_justified = self.measure.align == Align::Justified;
        if is_justified && natural < room / 2 && end.kind != BreakKind::Forced && !self.rescue {
            // Half empty: not worth looking at closer.
            return Candidate { ratio: f64::INFINITY, extra: 0.0, too_wide: false };
        }
        let extra = match end.kind {
            BreakKind::Hyphen => {
                let price = self.prices.hyphen * (1.0 + f64::from(end.price));
                price * price
            }
            BreakKind::Forced => {
                let after_hyphen = start.kind == BreakKind::Hyphen;
                f64::from(end.price) + self.last_line(natural, gap, after_hyphen, node.line)
            }
            BreakKind::Space | BreakKind::Letter => f64::from(end.price),
        } + self.stack(start, end);
        if !is_justified {
            return self.ragged(end, gap, natural, extra);
        }
        if end.kind == BreakKind::Forced && gap >= 0.0 {
            return Candidate { ratio: 0.0, extra, too_wide: false };
        }
        let spaces = f64::from(end.spaces_end.wrapping_sub(start.spaces_next));
        let material = Material {
            glyphs: f64::from(natural) - spaces,
            spaces,
            joins: f64::from(end.joins_end.saturating_sub(start.joins_next)),
            em: f64::from(self.breaks.em),
        };
        let ratio = material.ratio(gap, &self.measure.justification);
        Candidate { ratio, extra, too_wide: ratio < -1.0 }
    }

    /// Lines that begin or end with the same word as the line before.
    fn stack(&self, start: &Break, end: &Break) -> f64 {
        let same = |one: u32, other: u32| one != 0 && one == other;
        let stacks =
            u8::from(same(start.next_word, end.next_word)) + u8::from(same(start.last_word, end.last_word));
        self.prices.stack * f64::from(stacks)
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
        let heads = std::iter::once(self.breaks.start.head).chain(starts).collect();
        Solution { breaks, heads, demerits: self.nodes[end as usize].demerits }
    }
}

/// The usual cubic badness, with a quadratic part: small unevenness is seen in a whole page.
fn badness(ratio: f64) -> f64 {
    let r = ratio.abs().min(1e4);
    100.0 * r * r * r + 20.0 * r * r
}
