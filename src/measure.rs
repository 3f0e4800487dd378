//! The figures of a finished book: what a typographer would count with a loupe.
//!
//! Counted on the placed lines themselves, by the same definitions as other tools use on any PDF: word spaces are
//! those of justified lines of running text, relative to the natural space; a runt is a last line shorter than two
//! ems; a widow the last line of a paragraph alone at the head of a page, an orphan its first alone at the foot.

mod cases;
mod figures;

use crate::book::{Book, ChapterPages};
use crate::design::Role;
use crate::page::sheet::{Item, NodeId, NodeKind, Sheet};
use crate::text::line::{Line, LineEnd};
use crate::units::{Length, Point, Side};
pub use cases::{Case, Fault, worst, worst_spreads};
pub use figures::Figures;
use std::path::PathBuf;
use std::sync::Arc;

/// Word spaces wider than this, relative to natural, make a line loose.
const LOOSE: f64 = 1.5;
/// Word spaces narrower than this make a line tight.
const TIGHT: f64 = 0.75;

/// The figures of a book: as a whole, and of each chapter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// Of the whole book.
    pub book: Figures,
    /// Of each chapter.
    pub chapters: Vec<Chapter>,
}

/// The figures of a piece, or of a chapter of matter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chapter {
    /// Its file.
    pub file: PathBuf,
    /// What was counted.
    pub figures: Figures,
    /// Everything that could be better, in the order of the pages.
    pub cases: Vec<Case>,
}

impl Report {
    /// Everything that could be better in the whole book, in the order of the pages.
    pub fn cases(&self) -> Vec<Case> {
        self.chapters.iter().flat_map(|chapter| chapter.cases.iter().cloned()).collect()
    }
}

/// Counts.
pub fn figures(book: &Book) -> Report {
    let mut whole = Tally::default();
    let mut chapters = Vec::new();
    for chapter in &book.chapters {
        let mut tally = Tally::default();
        tally.chapter(book, chapter);
        whole.figures.add(&tally.figures);
        whole.spaces.extend_from_slice(&tally.spaces);
        chapters.push(Chapter {
            file: chapter.file.clone(),
            figures: tally.figures.of_spaces(tally.spaces, chapter.count),
            cases: tally.cases,
        });
    }
    Report { book: whole.figures.of_spaces(whole.spaces, book.sheets.len()), chapters }
}

#[derive(Clone, Debug, Default)]
struct Tally {
    figures: Figures,
    spaces: Vec<f64>,
    cases: Vec<Case>,
    /// Hyphens below each other up to the line before.
    hyphens: usize,
}

/// A line of a chapter with its place.
struct Placed<'b> {
    at: Point,
    line: &'b Arc<Line>,
    node: NodeId,
    role: Role,
    /// On its page, from 1.
    number: usize,
}

/// A page that is being looked at.
#[derive(Clone, Copy)]
struct Page<'b> {
    book: &'b Book,
    number: usize,
    sheet: &'b Sheet,
}

impl Tally {
    fn chapter(&mut self, book: &Book, chapter: &ChapterPages) {
        let mut feet = Vec::with_capacity(chapter.count);
        let mut before: Option<Placed<'_>> = None;
        for (number, sheet) in book.sheets.iter().enumerate().skip(chapter.first).take(chapter.count) {
            let page = Page { book, number, sheet };
            let lines: Vec<Placed<'_>> = flow_lines(book, sheet)
                .into_iter()
                .filter(|line| chapter.nodes.contains(&line.node.0))
                .collect();
            let is_full = chapter.full.get(number - chapter.first).copied().unwrap_or(false);
            let continues = before.as_ref().map(|line| line.node);
            self.head_of_page(page, &lines, continues);
            let has_lines = !lines.is_empty();
            for line in lines {
                self.line(page, &line);
                if let Some(before) = before.as_ref().filter(|before| before.node == line.node) {
                    self.neighbours(page, before, &line);
                }
                before = Some(line);
            }
            if let Some(last) = before.as_ref().filter(|_| is_full && has_lines) {
                self.foot_of_page(page, last);
            }
            feet.push(if book.is_full(number) { foot(book, sheet) } else { None });
            if !is_full {
                before = None;
            }
        }
        self.spreads(book, chapter.first, &feet);
    }

    fn found(&mut self, page: Page<'_>, fault: Fault, line: Option<&Placed<'_>>, value: f64) {
        let words = line.map(|placed| words(placed.line).to_string()).unwrap_or_default();
        let (sheet, folio) = (page.number, page.sheet.folio);
        self.cases.push(Case { fault, sheet, folio, line: line.map(|line| line.number), value, words });
    }

    fn line(&mut self, page: Page<'_>, placed: &Placed<'_>) {
        let line = placed.line;
        if line.excess > Length::pt(0.5) {
            self.figures.overfull += 1;
            self.found(page, Fault::Overfull, Some(placed), line.excess.to_pt());
        }
        if !placed.role.is_running_text() {
            self.hyphens = 0;
            return;
        }
        self.figures.lines += 1;
        self.colour(page, placed);
        let design = page.book.design_of(page.number);
        let area = design.text_area(page.sheet.side);
        let off = (placed.at.y - area.y - design.baseline()).0.rem_euclid(design.leading.0);
        if off != 0 {
            self.figures.off_grid += 1;
            self.found(page, Fault::OffGrid, Some(placed), Length(off).to_pt());
        }
        self.hyphens = if line.end == LineEnd::Hyphen { self.hyphens + 1 } else { 0 };
        self.figures.hyphens += usize::from(self.hyphens > 0);
        if self.hyphens == 3 {
            self.figures.ladders += 1;
            self.found(page, Fault::Ladder, Some(placed), 1.0);
        }
        let short = line.width < design.body_size * 2;
        let begins = line.range.start == 0;
        if line.end == LineEnd::Paragraph && short && !begins && ends_paragraph(line) {
            self.figures.runts += 1;
            self.found(page, Fault::Runt, Some(placed), line.width.to_pt());
        }
    }

    /// How a justified line fills its measure.
    fn colour(&mut self, page: Page<'_>, placed: &Placed<'_>) {
        let Some(space) = placed.line.space.map(thousandths) else { return };
        self.spaces.push(space);
        for run in &placed.line.runs {
            let stretch = f64::from(run.stretch) / 100_000.0;
            let letter = f64::from(run.letter.0) / f64::from(run.size.0.max(1));
            let (glyphs, letters) = (&mut self.figures.glyph_width, &mut self.figures.letter_space);
            *glyphs = (glyphs.0.min(stretch), glyphs.1.max(stretch));
            // The distance is that of the text's size; in a smaller mark of a note it is the same.
            if run.size == page.book.design_of(page.number).body_size {
                *letters = (letters.0.min(letter), letters.1.max(letter));
            }
        }
        if space > LOOSE {
            self.found(page, Fault::Loose, Some(placed), space);
        } else if space < TIGHT {
            self.found(page, Fault::Tight, Some(placed), space);
        }
    }

    /// Two lines of one paragraph, one below the other.
    fn neighbours(&mut self, page: Page<'_>, before: &Placed<'_>, placed: &Placed<'_>) {
        if !placed.role.is_running_text() {
            return;
        }
        if let (Some(above), Some(space)) = (before.line.space, placed.line.space)
            && class(thousandths(above)).abs_diff(class(thousandths(space))) > 1
        {
            self.figures.class_jumps += 1;
            self.found(page, Fault::ClassJump, Some(placed), thousandths(space));
        }
        if before.line.end == LineEnd::Space && stacks(before.line, placed.line) {
            self.figures.stacks += 1;
            self.found(page, Fault::Stack, Some(placed), 1.0);
        }
    }

    /// A lone last line at the head of a page.
    fn head_of_page(&mut self, page: Page<'_>, lines: &[Placed<'_>], before: Option<NodeId>) {
        let Some(first) = lines.first() else { return };
        let continues = before == Some(first.node);
        if continues && first.role.is_running_text() && ends_paragraph(first.line) {
            self.figures.widows += 1;
            self.found(page, Fault::Widow, Some(first), 1.0);
        }
    }

    /// A lone first line, a heading, or half a word at the foot of a page.
    fn foot_of_page(&mut self, page: Page<'_>, last: &Placed<'_>) {
        if matches!(last.role, Role::Heading(_)) {
            self.figures.headings_at_foot += 1;
            self.found(page, Fault::HeadingAtFoot, Some(last), 1.0);
        }
        if last.role.is_running_text() && last.line.range.start == 0 && !ends_paragraph(last.line) {
            self.figures.orphans += 1;
            self.found(page, Fault::Orphan, Some(last), 1.0);
        }
        if page.sheet.side == Side::Recto && last.line.end == LineEnd::Hyphen {
            self.figures.recto_foot_hyphens += 1;
            self.found(page, Fault::RectoFootHyphen, Some(last), 1.0);
        }
    }

    /// Spreads both of whose pages are full; `feet` are those of the chapter's pages, from sheet `first` on.
    fn spreads(&mut self, book: &Book, first: usize, feet: &[Option<Length>]) {
        for (index, pair) in feet.windows(2).enumerate() {
            let number = first + index;
            let [Some(left), Some(right)] = pair else { continue };
            if Side::of(number) != Side::Verso {
                continue;
            }
            self.figures.spreads += 1;
            let design = book.design_of(number);
            let usual = design.margins.top + design.leading * (design.depth - 1) + design.baseline();
            let page = Page { book, number, sheet: &book.sheets[number] };
            let (apart, off) = (*left - *right, *left - usual);
            if apart.0.abs() > Length::pt(0.5).0 {
                self.figures.uneven_spreads += 1;
                self.found(page, Fault::UnevenSpread, None, apart.to_pt().abs());
            } else if off.0.abs() > Length::pt(0.5).0 {
                self.figures.spreads_off_depth += 1;
                self.found(page, Fault::SpreadOffDepth, None, (off.to_pt() / design.leading.to_pt()).abs());
            }
        }
    }
}

fn thousandths(space: i32) -> f64 {
    f64::from(space) / 1000.0
}

/// The colour of a line: tight, even, loose or very loose (the four classes of TeX).
fn class(space: f64) -> u8 {
    match space {
        s if s < 0.835 => 0,
        s if s <= 1.25 => 1,
        s if s <= 1.5 => 2,
        _ => 3,
    }
}

/// Whether two lines of a paragraph begin, or end, with the same word.
fn stacks(above: &Line, below: &Line) -> bool {
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let same = |one: Option<&str>, other: Option<&str>| match (one.map(bare), other.map(bare)) {
        (Some(one), Some(other)) => !one.is_empty() && one == other,
        _ => false,
    };
    let (above, whole) = (words(above), below.end != LineEnd::Hyphen);
    let below = words(below);
    let first = same(above.split_whitespace().next(), below.split_whitespace().next());
    first || whole && same(above.split_whitespace().next_back(), below.split_whitespace().next_back())
}

/// The words of a line.
fn words(line: &Line) -> &str {
    line.text.get(line.range.start as usize..line.range.end as usize).unwrap_or("").trim()
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
                Some(Placed { at: *at, line, node: *node, role, number: 0 })
            }
            _ => None,
        },
        Item::Rule { .. } | Item::Picture { .. } | Item::Turned { .. } => None,
    });
    let mut number = 0;
    let mut last: Option<Length> = None;
    let numbered = lines.map(|mut placed| {
        // Two cells of a table stand on one line.
        number += usize::from(last != Some(placed.at.y));
        last = Some(placed.at.y);
        placed.number = number;
        placed
    });
    numbered.collect()
}

/// Where the last line of a page stands, notes included; `None` where a picture or a table ends the page.
fn foot(book: &Book, sheet: &Sheet) -> Option<Length> {
    let mut lowest: Option<(Length, bool)> = None;
    for item in &sheet.items {
        let (y, level) = match item {
            Item::Line { at, node, .. } => match book.structure.node(*node).kind {
                NodeKind::Artifact => continue,
                NodeKind::Block(
                    Role::TableCell
                    | Role::TableHead
                    | Role::Caption
                    | Role::PullQuote
                    | Role::PullQuoteAttribution,
                ) => (at.y, false),
                _ => (at.y, true),
            },
            Item::Picture { area, .. } => (area.y + area.height, false),
            Item::Turned { at, .. } => (at.y, false),
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
