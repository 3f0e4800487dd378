//! The last step: the chosen lines get their glyphs and places.

use super::breaks::{self, Break, BreakKind};
use super::fit::{self, Material, Solution};
use super::line::{Line, LineEnd, PlacedAnchor, Run};
use super::runs::TextRun;
use super::shape::{Glyphs, Shaped, Shaper};
use super::{Content, Measure};
use crate::design::Align;
use crate::units::Length;

/// Places the lines of a solution.
pub(super) fn lines(
    content: &Content,
    measure: &Measure,
    shaped: &Shaped,
    solution: &Solution,
    shaper: &mut Shaper,
) -> Vec<Line> {
    let mut start = 0;
    let mut lines = Vec::with_capacity(solution.breaks.len());
    for (number, (end, head)) in solution.breaks.iter().zip(&solution.heads).enumerate() {
        let line = LineMaker {
            content,
            measure,
            shaped,
            start,
            end,
            head: *head,
            number: number.min(60_000) as u16,
            em: shaped.size().0,
        };
        lines.push(line.make(shaper));
        start = end.at as usize;
    }
    lines
}

/// A line without glyphs.
pub(super) fn empty(content: &Content) -> Line {
    Line {
        text: content.text.clone(),
        range: 0..0,
        runs: Vec::new(),
        start: Length::ZERO,
        width: Length::ZERO,
        end: LineEnd::Paragraph,
        space: None,
        excess: Length::ZERO,
        anchors: Vec::new(),
    }
}

struct LineMaker<'a> {
    content: &'a Content,
    measure: &'a Measure,
    shaped: &'a Shaped,
    start: usize,
    end: &'a Break,
    head: i32,
    number: u16,
    /// Size of the type.
    em: i32,
}

/// A piece of a run on this line, glyphs still at their natural widths.
struct Piece<'a> {
    run: &'a TextRun,
    range: std::ops::Range<usize>,
    glyphs: Glyphs,
}

/// How the slack of a line is spent.
struct Slack {
    /// Glyph widths, as a share.
    stretch: f64,
    /// Added between the letters of a word.
    letter: i32,
    /// Added to each unit of space width, as a share.
    space: f64,
    /// Too wide by this.
    excess: i32,
}

impl LineMaker<'_> {
    fn make(&self, shaper: &mut Shaper) -> Line {
        let ink = (self.end.ink as usize).max(self.start);
        let pieces = self.pieces(ink, shaper);
        let natural: i32 = pieces.iter().map(|piece| piece.glyphs.width()).sum();
        let spaces: i32 = pieces.iter().map(|piece| self.spaces(piece)).sum();
        let text = self.content.text.as_bytes();
        // What hangs at the start: the shaped width is already that of the line alone.
        let hang_left = if self.measure.align == Align::Justified { self.hang_left(&pieces) } else { 0 };
        let hang_right = self.end.hang;
        let room = self.measure.room(self.number).0 + hang_left + hang_right;
        let is_last = self.end.kind == BreakKind::Forced;
        let material = Material {
            glyphs: f64::from(natural - spaces),
            spaces: f64::from(spaces),
            joins: f64::from(joins(&pieces, text)),
            em: f64::from(self.em),
        };
        let slack = slack(self.measure, room - natural, &material, is_last);
        let mut line = empty(self.content);
        line.range = self.start as u32..self.end.at;
        line.excess = Length(slack.excess);
        line.end = self.line_end();
        let justified = self.measure.align == Align::Justified && !is_last && spaces > 0;
        line.space = justified.then(|| ((1.0 + slack.space) * (1000.0)).round() as i32);
        line.width = place(&pieces, &slack, text, &mut line.runs);
        let free = Length(room) - line.width;
        line.start = self.measure.indent(self.number) - Length(hang_left)
            + match self.measure.align {
                Align::Justified | Align::Start => Length::ZERO,
                Align::Centre => free / 2,
                Align::End => free,
            };
        if self.content.language.is_right_to_left()
            && matches!(self.measure.align, Align::Justified | Align::Start)
        {
            // A line of a right-to-left paragraph starts at the right edge.
            line.start = Length(self.measure.width.0) - self.measure.indent(self.number) - line.width;
        }
        self.anchors(&mut line);
        line
    }

    fn line_end(&self) -> LineEnd {
        match self.end.kind {
            BreakKind::Forced => LineEnd::Paragraph,
            BreakKind::Hyphen => LineEnd::Hyphen,
            BreakKind::Space => LineEnd::Space,
            BreakKind::Letter => LineEnd::Letter,
        }
    }

    /// The glyphs of the line, run by run: those of the paragraph where they part cleanly, fragments at the ends.
    fn pieces(&self, ink: usize, shaper: &mut Shaper) -> Vec<Piece<'_>> {
        let mut pieces = Vec::new();
        let last = self.shaped.runs.iter().rposition(|run| run.range.start < ink);
        for (index, run) in self.shaped.runs.iter().enumerate() {
            let (from, to) = (run.range.start.max(self.start), run.range.end.min(ink));
            if from >= to {
                continue;
            }
            let divided = Some(index) == last && self.end.kind == BreakKind::Hyphen;
            let glyphs = cut(&self.content.text, run, &self.shaped.glyphs[index], from..to, divided, shaper);
            pieces.push(Piece { run, range: from..to, glyphs });
        }
        visual_order(pieces)
    }

    fn spaces(&self, piece: &Piece<'_>) -> i32 {
        let text = self.content.text.as_bytes();
        let glyphs = piece.glyphs.cluster.iter().zip(&piece.glyphs.advance);
        glyphs.filter(|(cluster, _)| is_space(text, **cluster)).map(|(_, advance)| advance).sum()
    }

    /// How far the first letter hangs: what the head took off beyond the letters' other form.
    fn hang_left(&self, pieces: &[Piece<'_>]) -> i32 {
        let Some(first) = pieces.first().filter(|piece| piece.run.level % 2 == 0) else { return 0 };
        let Some(letter) = self.content.text[self.start..].chars().next() else { return 0 };
        let share = breaks::left_hang(letter);
        if share == 0.0 || self.head == 0 {
            return 0;
        }
        first.glyphs.advance.first().map_or(0, |advance| (*advance as f32 * share).round() as i32)
    }

    /// Where links and notes stand on the line.
    fn anchors(&self, line: &mut Line) {
        for (range, anchor) in &self.content.anchors {
            let (from, to) = (range.start.max(line.range.start), range.end.min(line.range.end));
            if from >= to {
                continue;
            }
            let mut edges: Option<(Length, Length)> = None;
            for run in &line.runs {
                for (index, cluster) in run.clusters.iter().enumerate() {
                    if !(from..to).contains(cluster) {
                        continue;
                    }
                    let right = run.xs.get(index + 1).copied().unwrap_or_else(|| line.run_end(run));
                    let (low, high) = edges.unwrap_or((run.xs[index], right));
                    edges = Some((low.min(run.xs[index]), high.max(right)));
                }
            }
            if let Some((from_x, to_x)) = edges {
                line.anchors.push(PlacedAnchor {
                    anchor: anchor.clone(),
                    from: from_x,
                    to: to_x,
                    range: from..to,
                });
            }
        }
    }
}

/// How a line's gap is shared out: glyphs give first, then letters, and spaces take the rest.
fn slack(measure: &Measure, gap: i32, material: &Material, is_last: bool) -> Slack {
    if measure.align != Align::Justified || (is_last && gap >= 0) {
        return Slack { stretch: 0.0, letter: 0, space: 0.0, excess: (-gap).max(0) };
    }
    let bend = material.share(f64::from(gap), &measure.justification);
    let share = |of: f64, parts: f64| if parts > 0.0 { of / parts } else { 0.0 };
    let (stretch, letter) = (share(bend.glyphs, material.glyphs), share(bend.letters, material.joins));
    if material.spaces <= 0.0 {
        // A lone word is not pulled apart: it would not fill the measure anyway.
        let given = if bend.rest > 0.0 { (0.0, 0.0) } else { (stretch, letter) };
        let excess = (-bend.rest).max(0.0) as i32;
        return Slack { stretch: given.0, letter: given.1.round() as i32, space: 0.0, excess };
    }
    let letter = letter.round() as i32;
    // What rounding the distance of letters leaves over, the spaces take too: the line ends where it should.
    let rest = f64::from(gap) - bend.glyphs - f64::from(letter) * material.joins;
    let space = rest / material.spaces;
    // Spaces never shrink below half: a line that would need it sticks out and is reported.
    let least = space.max(-0.5);
    let excess = ((least - space) * material.spaces) as i32;
    Slack { stretch, letter, space: least, excess: if excess > 512 { excess } else { 0 } }
}

/// The clusters of a line from left to right: piece, first glyph, whether the cluster joins on to the one before,
/// so that both are letters of a word and may move apart.
struct Joins<'t> {
    text: &'t [u8],
    /// Whether the last cluster was a letter that may move.
    open: bool,
    last: u32,
}

impl<'t> Joins<'t> {
    fn new(text: &'t [u8]) -> Joins<'t> {
        Joins { text, open: false, last: u32::MAX }
    }

    /// Whether the next glyph from the left joins on to the cluster before it; marks stay where they are.
    fn next(&mut self, cluster: u32, is_loose: bool) -> bool {
        if cluster == self.last {
            return false;
        }
        self.last = cluster;
        let was_open = self.open;
        self.open = is_loose && !is_space(self.text, cluster);
        self.open && was_open
    }
}

/// How many places between letters a line has.
fn joins(pieces: &[Piece<'_>], text: &[u8]) -> u32 {
    let mut joins = Joins::new(text);
    let mut count = 0;
    for piece in pieces {
        let is_loose = fit::has_loose_letters(piece.run);
        count += piece.glyphs.cluster.iter().filter(|cluster| joins.next(**cluster, is_loose)).count();
    }
    count as u32
}

/// Sets the pieces side by side; gives the width.
fn place(pieces: &[Piece<'_>], slack: &Slack, text: &[u8], runs: &mut Vec<Run>) -> Length {
    let stretch = (slack.stretch * 100_000.0).round() as i32;
    let factor = 1.0 + f64::from(stretch) / 100_000.0;
    let mut pen = 0.0;
    let mut joins = Joins::new(text);
    for piece in pieces {
        let glyphs = &piece.glyphs;
        let is_loose = fit::has_loose_letters(piece.run);
        let mut xs = Vec::with_capacity(glyphs.len());
        for index in 0..glyphs.len() {
            let advance = f64::from(glyphs.advance[index]);
            if joins.next(glyphs.cluster[index], is_loose) {
                pen += f64::from(slack.letter);
            }
            xs.push(Length((pen + f64::from(glyphs.dx[index])).round() as i32));
            pen += if is_space(text, glyphs.cluster[index]) {
                advance * (1.0 + slack.space)
            } else {
                advance * factor
            };
        }
        let raised = glyphs.dy.iter().any(|dy| *dy != 0);
        runs.push(Run {
            face: piece.run.face.clone(),
            size: piece.run.style.size,
            stretch,
            letter: if is_loose { Length(slack.letter) } else { Length::ZERO },
            level: piece.run.level,
            language: piece.run.language,
            rise: piece.run.style.rise,
            range: piece.range.start as u32..piece.range.end as u32,
            glyphs: glyphs.id.clone(),
            xs,
            ys: if raised { glyphs.dy.iter().map(|dy| Length(*dy)).collect() } else { Vec::new() },
            clusters: glyphs.cluster.clone(),
        });
    }
    Length(pen.round() as i32)
}

fn is_space(text: &[u8], cluster: u32) -> bool {
    text.get(cluster as usize).is_some_and(|byte| *byte == b' ')
}

/// The glyphs of `range` of a run, as they look with nothing around them.
fn cut(
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
        append(&mut glyphs, &fragment(text, run, range.start..from, false, shaper), 0..usize::MAX);
    }
    append(&mut glyphs, all, at(from)..at(to));
    if to < range.end {
        append(&mut glyphs, &fragment(text, run, to..range.end, divided, shaper), 0..usize::MAX);
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

fn append(glyphs: &mut Glyphs, more: &Glyphs, range: std::ops::Range<usize>) {
    let range = range.start.min(more.len())..range.end.min(more.len());
    glyphs.id.extend_from_slice(&more.id[range.clone()]);
    glyphs.cluster.extend_from_slice(&more.cluster[range.clone()]);
    glyphs.advance.extend_from_slice(&more.advance[range.clone()]);
    glyphs.dx.extend_from_slice(&more.dx[range.clone()]);
    glyphs.dy.extend_from_slice(&more.dy[range.clone()]);
    glyphs.unsafe_before.extend_from_slice(&more.unsafe_before[range]);
}

/// Reorders runs by Unicode Annex 9, rule L2.
fn visual_order(mut pieces: Vec<Piece<'_>>) -> Vec<Piece<'_>> {
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
