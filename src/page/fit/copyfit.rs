//! Copyfitting: a chapter is brought to the number of pages an editor wants, by what the page pass may do anyway:
//! paragraphs a line tighter or looser within the limits of the theme, spreads a line deeper or less deep.

use super::prices::{LONELY_LINE, SHORT_LAST_LINES};
use super::{Fitter, Piecework, Plan};
use crate::design::Design;
use crate::edition::copyfit::Copyfit;
use crate::page::flow::{Body, Flow};

/// What became of an editor's wish.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::page) struct Outcome {
    /// How many pages were wanted.
    pub(in crate::page) wanted: usize,
    /// How many lines are too many for them or, below zero, are missing; 0 when the wish was met.
    pub(in crate::page) over: i32,
    /// The paragraphs that are not set in the lines that suit them best: block, and how many lines more.
    pub(in crate::page) bent: Vec<(u32, i32)>,
}

/// What a search is drawn to.
#[derive(Clone, Debug, Default)]
pub(super) struct Pull {
    /// The only number of pages it may end with.
    pub(super) wanted: Option<u32>,
    /// What a line further on in the text is worth after as many pages; negative where pages should be spent.
    pub(super) line: f64,
    /// Lines of the grid before each block, set as suits it best.
    lines: Vec<f64>,
}

impl Pull {
    fn new(flow: &Flow, design: &Design, wanted: u32, line: f64) -> Pull {
        let mut at = 0.0;
        let mut lines = Vec::with_capacity(flow.blocks.len() + 1);
        lines.push(at);
        for block in &flow.blocks {
            let rows = block.natural_rows();
            at += block.height(rows).to_pt() / design.leading.to_pt();
            lines.push(at);
        }
        Pull { wanted: Some(wanted), line, lines }
    }

    /// What it is worth to have come this far.
    pub(super) fn worth(&self, block: u32, row: u32) -> f64 {
        if self.line == 0.0 {
            return 0.0;
        }
        self.line * (self.lines.get(block as usize).copied().unwrap_or(0.0) + f64::from(row))
    }
}

/// How hard a search is drawn, one after the other: the mildest that gets there bends least.
const PULLS: [f64; 4] = [30_000.0, 100_000.0, 300_000.0, 1_000_000.0];
/// Roads this much dearer than the best are followed while copyfitting.
const BEAM: f64 = 3_000_000.0;

/// The pages of a chapter that should come to a length; `usual` is what they are without.
pub(super) fn pages(wish: Copyfit, chapter: Piecework<'_>, usual: Plan) -> Plan {
    let Piecework { flow, design, .. } = chapter;
    let count = usual.pages.len();
    let wanted = match wish {
        Copyfit::Pages(pages) => usize::from(pages),
        Copyfit::Close if count > 1 && lines_on_last(&usual, flow, design) < SHORT_LAST_LINES => count - 1,
        Copyfit::Close => count,
    };
    if wanted == count {
        return usual;
    }
    let sign = if wanted < count { 1.0 } else { -1.0 };
    let search = |line: f64, wanted: usize| {
        let pull = Pull::new(flow, design, wanted as u32, sign * line);
        Fitter::new(chapter, 0, BEAM, pull).run()
    };
    // More than a third of its length no piece can be bent by.
    let is_possible = wanted.abs_diff(count) <= count.div_ceil(3);
    let pulls = PULLS.iter().filter(|_| is_possible);
    // A widow, a short page or a lone note is too dear for it.
    let found = pulls.filter_map(|line| search(*line, wanted)).find(|(cost, _)| *cost < LONELY_LINE);
    if let Some((_, plan)) = found {
        let bent = bent(&plan, flow);
        return Plan { outcome: Some(Outcome { wanted, over: 0, bent }), ..plan };
    }
    // How far it can be bent tells how much is left for the editor to do.
    let hardest = PULLS[PULLS.len() - 1];
    let furthest = search(hardest, count);
    let over = over(furthest.as_ref().map_or(&usual, |(_, plan)| plan), wanted, flow, design);
    Plan { outcome: Some(Outcome { wanted, over, bent: Vec::new() }), ..usual }
}

/// Lines of the grid on the last page.
fn lines_on_last(plan: &Plan, flow: &Flow, design: &Design) -> i32 {
    plan.pages.last().map_or(0, |page| page.lines(flow, design))
}

/// How many lines stand beyond the wanted pages or, below zero, are missing to begin the last of them.
fn over(plan: &Plan, wanted: usize, flow: &Flow, design: &Design) -> i32 {
    let count = plan.pages.len();
    if wanted < count {
        return plan.pages[wanted..].iter().map(|page| page.lines(flow, design)).sum::<i32>().max(1);
    }
    let free = design.depth - lines_on_last(plan, flow, design);
    let whole = wanted.saturating_sub(count + 1) as i32 * design.depth;
    -(free + whole + 1).max(1)
}

/// The paragraphs that are not set in the lines that suit them best.
fn bent(plan: &Plan, flow: &Flow) -> Vec<(u32, i32)> {
    let parts = plan.pages.iter().flat_map(|page| &page.parts).filter(|part| part.from == 0);
    let bent = parts.filter_map(|part| {
        let Body::Lines { set, .. } = &flow.blocks[part.block as usize].body else { return None };
        let by = set.rows(part.variant) as i32 - set.rows(set.best()) as i32;
        (by != 0).then_some((part.block, by))
    });
    bent.collect()
}
