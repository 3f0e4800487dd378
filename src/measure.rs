//! The figures of a finished book: what a typographer would count with a loupe.
//!
//! Counted on the placed lines themselves, by the same definitions as other tools use on any PDF: word spaces are
//! those of justified lines of running text, relative to the natural space; a runt is a last line shorter than two
//! ems; a widow the last line of a paragraph alone at the head of a page, an orphan its first alone at the foot.

use crate::book::{Book, ChapterPages};
use crate::design::{Design, Role};
use crate::page::sheet::{Item, NodeId, NodeKind, Sheet};
use crate::text::line::{Line, LineEnd};
use crate::units::{Length, Point, Side};
use std::path::PathBuf;
use std::sync::Arc;

/// The figures of a book, or of one of its chapters.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// Pages, blank ones included.
    pub pages: usize,
    /// Lines of running text.
    pub lines: usize,
    /// Justified ones among them.
    pub justified: usize,
    /// Word space of justified lines, relative to its natural width: mean.
    pub space_mean: f64,
    /// Standard deviation.
    pub space_sd: f64,
    /// 99th percentile.
    pub space_p99: f64,
    /// Largest.
    pub space_max: f64,
    /// Lines with spaces more than half as wide again as natural.
    pub loose: usize,
    /// Lines that end in a hyphen we added.
    pub hyphens: usize,
    /// Places where three or more hyphens stand below each other.
    pub ladders: usize,
    /// Lines wider than their measure.
    pub overfull: usize,
    /// Last lines narrower than two ems.
    pub runts: usize,
    /// Last lines alone at the head of a page.
    pub widows: usize,
    /// First lines alone at the foot of a page.
    pub orphans: usize,
    /// Headings at the foot of a page.
    pub headings_at_foot: usize,
    /// Facing full pages that end at different heights.
    pub uneven_spreads: usize,
    /// Spreads a line longer or shorter than the design's depth.
    pub spreads_off_depth: usize,
    /// Spreads with two full pages.
    pub spreads: usize,
    /// Lines of running text whose baseline is off the grid.
    pub off_grid: usize,
}

/// The figures of a book: as a whole, and of each chapter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// Of the whole book.
    pub book: Figures,
    /// Of each chapter, with its file.
    pub chapters: Vec<(PathBuf, Figures)>,
}

/// Counts.
pub fn figures(book: &Book) -> Report {
    let mut whole = Tally::default();
    let mut chapters = Vec::new();
    let mut feet: Vec<Option<Length>> = vec![None; book.sheets.len()];
    for chapter in &book.chapters {
        let mut tally = Tally::default();
        tally.chapter(book, chapter, &mut feet);
        whole.add(&tally);
        chapters.push((chapter.file.clone(), tally.finish(chapter.count)));
    }
    whole.spreads(book, &feet);
    Report { book: whole.finish(book.sheets.len()), chapters }
}

#[derive(Clone, Debug, Default)]
struct Tally {
    figures: Figures,
    spaces: Vec<f64>,
}

/// A line of a chapter with its place.
struct Placed<'b> {
    at: Point,
    line: &'b Arc<Line>,
    node: NodeId,
    role: Role,
}

impl Tally {
    fn chapter(&mut self, book: &Book, chapter: &ChapterPages, feet: &mut [Option<Length>]) {
        let mut hyphens = 0;
        let mut last_before: Option<NodeId> = None;
        for (number, sheet) in book.sheets.iter().enumerate().skip(chapter.first).take(chapter.count) {
            let lines = flow_lines(book, sheet);
            let is_full = chapter.full.get(number - chapter.first).copied().unwrap_or(false);
            for line in &lines {
                self.line(&chapter.design, sheet, line, &mut hyphens);
            }
            if is_full {
                feet[number] = foot(book, sheet);
                self.foot_of_page(&lines);
            }
            self.head_of_page(&lines, last_before);
            last_before = lines.last().filter(|_| is_full).map(|line| line.node);
        }
    }

    fn line(&mut self, design: &Design, sheet: &Sheet, placed: &Placed<'_>, hyphens: &mut usize) {
        let line = placed.line;
        if line.excess > Length::pt(0.5) {
            self.figures.overfull += 1;
        }
        if !placed.role.is_running_text() {
            *hyphens = 0;
            return;
        }
        self.figures.lines += 1;
        if let Some(space) = line.space {
            self.spaces.push(f64::from(space) / 1000.0);
        }
        let area = design.text_area(sheet.side);
        if (placed.at.y - area.y - design.baseline()).0.rem_euclid(design.leading.0) != 0 {
            self.figures.off_grid += 1;
        }
        if line.end == LineEnd::Hyphen {
            self.figures.hyphens += 1;
            *hyphens += 1;
            self.figures.ladders += usize::from(*hyphens == 3);
        } else {
            *hyphens = 0;
        }
        let short = line.width < design.body_size * 2;
        let begins = line.range.start == 0;
        self.figures.runts +=
            usize::from(line.end == LineEnd::Paragraph && short && !begins && ends_paragraph(line));
    }

    /// A lone last line at the head of a page.
    fn head_of_page(&mut self, lines: &[Placed<'_>], before: Option<NodeId>) {
        let Some(first) = lines.first() else { return };
        let continues = before == Some(first.node);
        if continues && first.role.is_running_text() && ends_paragraph(first.line) {
            self.figures.widows += 1;
        }
    }

    /// A lone first line, or a heading, at the foot of a page.
    fn foot_of_page(&mut self, lines: &[Placed<'_>]) {
        let Some(last) = lines.last() else { return };
        if matches!(last.role, Role::Heading(_)) {
            self.figures.headings_at_foot += 1;
        }
        if last.role.is_running_text() && last.line.range.start == 0 && !ends_paragraph(last.line) {
            self.figures.orphans += 1;
        }
    }

    fn spreads(&mut self, book: &Book, feet: &[Option<Length>]) {
        for (number, pair) in feet.windows(2).enumerate() {
            if Side::of(number) != Side::Verso {
                continue;
            }
            if let [Some(left), Some(right)] = pair {
                self.figures.spreads += 1;
                let uneven = (*left - *right).0.abs() > Length::pt(0.5).0;
                self.figures.uneven_spreads += usize::from(uneven);
                let design = book.design_of(number);
                let usual = design.margins.top + design.leading * (design.depth - 1) + design.baseline();
                let off = (*left - usual).0.abs() > Length::pt(0.5).0;
                self.figures.spreads_off_depth += usize::from(off && !uneven);
            }
        }
    }

    fn add(&mut self, other: &Tally) {
        let (own, more) = (&mut self.figures, &other.figures);
        own.lines += more.lines;
        own.hyphens += more.hyphens;
        own.ladders += more.ladders;
        own.overfull += more.overfull;
        own.runts += more.runts;
        own.widows += more.widows;
        own.orphans += more.orphans;
        own.headings_at_foot += more.headings_at_foot;
        own.off_grid += more.off_grid;
        self.spaces.extend_from_slice(&other.spaces);
    }

    fn finish(mut self, pages: usize) -> Figures {
        self.spaces.sort_by(f64::total_cmp);
        let count = self.spaces.len();
        let mut figures = self.figures;
        figures.pages = pages;
        figures.justified = count;
        if count > 0 {
            let mean = self.spaces.iter().sum::<f64>() / count as f64;
            let variance = self.spaces.iter().map(|s| (s - mean) * (s - mean)).sum::<f64>() / count as f64;
            figures.space_mean = mean;
            figures.space_sd = variance.sqrt();
            figures.space_p99 = self.spaces[(count * 99 / 100).min(count - 1)];
            figures.space_max = self.spaces[count - 1];
            figures.loose = self.spaces.iter().filter(|space| **space > 1.5).count();
        }
        figures
    }
}

/// Whether nothing of the paragraph follows the line.
fn ends_paragraph(line: &Line) -> bool {
    line.range.end as usize >= line.text.len()
}

/// The lines of the text area without notes, heads and folios.
fn flow_lines<'b>(book: &'b Book, sheet: &'b Sheet) -> Vec<Placed<'b>> {
    let lines = sheet.items.iter().filter_map(|item| match item {
        Item::Line { at, line, node } => match book.structure.node(*node).kind {
            NodeKind::Block(role) if role != Role::Footnote && role != Role::ListLabel => {
                Some(Placed { at: *at, line, node: *node, role })
            }
            _ => None,
        },
        Item::Rule { .. } | Item::Picture { .. } => None,
    });
    lines.collect()
}

/// Where the last line of a page stands, notes included; `None` where a picture or a table ends the page.
fn foot(book: &Book, sheet: &Sheet) -> Option<Length> {
    let mut lowest: Option<(Length, bool)> = None;
    for item in &sheet.items {
        let (y, level) = match item {
            Item::Line { at, node, .. } => match book.structure.node(*node).kind {
                NodeKind::Artifact => continue,
                NodeKind::Block(Role::TableCell | Role::TableHead | Role::Caption) => (at.y, false),
                _ => (at.y, true),
            },
            Item::Picture { area, .. } => (area.y + area.height, false),
            Item::Rule { area, node } if book.structure.node(*node).kind != NodeKind::Artifact => {
                (area.y, false)
            }
            Item::Rule { .. } => continue,
        };
        if lowest.is_none_or(|(low, _)| y >= low) {
            lowest = Some((y, level));
        }
    }
    lowest.filter(|(_, level)| *level).map(|(y, _)| y)
}
