//! The last step: the chosen lines get their glyphs and places.

mod pieces;

use super::breaks::{self, Break, BreakKind};
use super::fit::{self, Material, Solution};
use super::hyphenate;
use super::kashida;
use super::line::{Line, LineEnd, PlacedAnchor, Run};
use super::runs::TextRun;
use super::shape::{Glyphs, Shaped, Shaper};
use super::{Content, Measure, spacing};
use crate::design::Align;
use crate::units::Length;
use pieces::{cut, visual_order};

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
        let mut pieces = self.pieces(ink, shaper);
        // What hangs at the start: the shaped width is already that of the line alone.
        let hang_head = if self.measure.align == Align::Justified { self.hang_head(&pieces) } else { 0 };
        let room = self.measure.room(self.number).0 + hang_head + self.end.hang;
        let is_last = self.end.kind == BreakKind::Forced;
        if self.measure.align == Align::Justified && !is_last {
            self.draw_out(&mut pieces, room, shaper);
        }
        let natural: i32 = pieces.iter().map(|piece| piece.glyphs.width()).sum();
        let spaces: i32 = pieces.iter().map(|piece| self.spaces(piece)).sum();
        let material = self.material(&pieces);
        let slack = slack(self.measure, room - natural, &material, is_last);
        let mut line = empty(self.content);
        line.range = self.start as u32..self.end.at;
        line.excess = Length(slack.excess);
        line.end = self.line_end();
        let justified = self.measure.align == Align::Justified && !is_last && spaces > 0;
        line.space = justified.then(|| ((1.0 + slack.space) * (1000.0)).round() as i32);
        line.width = place(&pieces, &slack, &self.content.text, &mut line.runs);
        let free = Length(room) - line.width;
        line.start = self.start(free, Length(hang_head));
        self.anchors(&mut line);
        line
    }

    /// What the pieces of the line are made of, as far as they bend.
    fn material(&self, pieces: &[Piece<'_>]) -> Material {
        let natural: i32 = pieces.iter().map(|piece| piece.glyphs.width()).sum();
        let spaces: i32 = pieces.iter().map(|piece| self.spaces(piece)).sum();
        Material {
            glyphs: f64::from(natural - spaces),
            spaces: f64::from(spaces),
            joins: f64::from(joins(pieces, self.content.text.as_bytes())),
            em: f64::from(self.em),
        }
    }

    /// Draws joints of Arabic letters longer where word spaces alone would have to grow too much.
    fn draw_out(&self, pieces: &mut [Piece<'_>], room: i32, shaper: &mut Shaper) {
        if !pieces.iter().any(|piece| kashida::is_possible(piece.run)) {
            return;
        }
        let natural: i32 = pieces.iter().map(|piece| piece.glyphs.width()).sum();
        let material = self.material(pieces);
        let rest = material.share(f64::from(room - natural), &self.measure.justification).rest;
        let mut want = (rest - material.spaces * kashida::SPACES_FIRST) as i32;
        for piece in pieces.iter_mut().filter(|piece| kashida::is_possible(piece.run)) {
            if want <= 0 {
                return;
            }
            if let Some((glyphs, gained)) =
                kashida::draw_out(&self.content.text, piece.run, piece.range.clone(), want, shaper)
            {
                piece.glyphs = glyphs;
                want -= gained;
            }
        }
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
        if let Some(first) = pieces.first_mut()
            && hyphenate::is_repeated(&self.content.text, self.start, first.run.language)
        {
            repeat_hyphen(first, shaper);
        }
        visual_order(pieces)
    }

    fn spaces(&self, piece: &Piece<'_>) -> i32 {
        let glyphs = piece.glyphs.cluster.iter().zip(&piece.glyphs.advance);
        glyphs.map(|(cluster, advance)| spacing::give(&self.content.text, *cluster as usize, *advance)).sum()
    }

    /// Where a line begins that leaves `free` of its room: lines of a right-to-left paragraph begin at the right edge,
    /// their indent and what hangs at their head lies there.
    fn start(&self, free: Length, hang_head: Length) -> Length {
        let indent = self.measure.indent(self.number);
        let before = match self.measure.align {
            Align::Justified | Align::Start => Length::ZERO,
            Align::Centre => free / 2,
            Align::End => free,
        };
        if self.content.language.is_right_to_left() {
            return free - before - Length(self.end.hang);
        }
        indent + before - hang_head
    }

    /// How far the first letter hangs: what the head took off beyond the letters' other form.
    fn hang_head(&self, pieces: &[Piece<'_>]) -> i32 {
        let rtl = self.content.language.is_right_to_left();
        let edge = if rtl { pieces.last() } else { pieces.first() };
        let Some(edge) = edge.filter(|piece| (piece.run.level % 2 == 1) == rtl) else { return 0 };
        let Some(letter) = self.content.text[self.start..].chars().next() else { return 0 };
        let share = breaks::left_hang(letter);
        if share == 0.0 || self.head == 0 {
            return 0;
        }
        let glyphs = &edge.glyphs.advance;
        let advance = if rtl { glyphs.last() } else { glyphs.first() };
        advance.map_or(0, |advance| (*advance as f32 * share).round() as i32)
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

/// Puts the hyphen of a divided word before its second part again. Like any hyphen that is added it has no text: its
/// cluster is the end of its run's range.
fn repeat_hyphen(piece: &mut Piece<'_>, shaper: &mut Shaper) {
    let mut sign = [0; 4];
    let mut glyphs = (*shaper.fragment(piece.run, breaks::hyphen(piece.run).encode_utf8(&mut sign))).clone();
    glyphs.cluster.fill(piece.range.end as u32);
    glyphs.append(&piece.glyphs, 0..usize::MAX, 0);
    piece.glyphs = glyphs;
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
        let is_space = self.text.get(cluster as usize) == Some(&b' ');
        self.open = is_loose && !is_space;
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
fn place(pieces: &[Piece<'_>], slack: &Slack, text: &str, runs: &mut Vec<Run>) -> Length {
    let stretch = (slack.stretch * 100_000.0).round() as i32;
    let factor = 1.0 + f64::from(stretch) / 100_000.0;
    let mut pen = 0.0;
    let mut joins = Joins::new(text.as_bytes());
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
            let give = f64::from(spacing::give(text, glyphs.cluster[index] as usize, glyphs.advance[index]));
            pen += give * (1.0 + slack.space) + (advance - give) * factor;
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
