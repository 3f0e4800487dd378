//! A chapter as a row of blocks that the page pass may part between their rows.

use crate::edition::copyfit::Copyfit;
use crate::page::sheet::NodeId;
use crate::text::SetParagraph;
use crate::text::line::Line;
use crate::units::{Length, Rect};
use std::ops::Range;
use std::sync::Arc;

/// The blocks of a chapter and its notes.
#[derive(Debug, Default)]
pub struct Flow {
    /// In order.
    pub blocks: Vec<Block>,
    /// The footnotes, set.
    pub notes: Vec<NoteBlock>,
    /// Whether its pages may end at different heights: lists such as the contents.
    pub ragged: bool,
    /// The length it should come to.
    pub copyfit: Option<Copyfit>,
}

/// A block of rows.
#[derive(Debug)]
pub struct Block {
    /// What it is made of.
    pub body: Body,
    /// Left edge, from the left edge of the text area.
    pub x: Length,
    /// Space above, dropped at the head of a page.
    pub before: Length,
    /// Space below; the larger of it and the next block's `before` counts.
    pub after: Length,
    /// Space above that is kept at the head of a page: the sink of an opener.
    pub sink: Length,
    /// How it comes to stand on the grid.
    pub fit: GridFit,
    /// Whether it must not end a page.
    pub keep_with_next: bool,
    /// Whether it must not begin a page: the author note after a piece.
    pub keep_with_previous: bool,
    /// Whether the space above it may be a line less or more where pages come out better: the opening of a piece
    /// below another, and its first lines, which no two openings have at the same height anyway.
    pub shifts: bool,
    /// What it belongs to.
    pub node: NodeId,
    /// A name to link to.
    pub name: Option<Arc<str>>,
    /// The place whose page number stands at its right edge.
    pub reference: Option<Arc<str>>,
    /// Bytes of the source; empty where there is none.
    pub source: Range<usize>,
}

/// How a block and the grid come together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GridFit {
    /// It stands anywhere; the next block on the grid takes what is left over above itself.
    Free,
    /// Its rows stand on the grid.
    Rows,
    /// Its end does, with the space below: a heading has what is left over above, and stays near its text.
    End,
    /// What is left over is shared out above and below: pictures, tables.
    Middle,
}

/// What a block is made of.
#[derive(Debug)]
pub enum Body {
    /// The lines of a paragraph; the page pass chooses how many.
    Lines {
        /// The paragraph.
        set: Arc<SetParagraph>,
        /// Height of a line.
        leading: Length,
        /// Distance of the baseline from the top of its line.
        baseline: Length,
        /// What stands beside the first line.
        label: Option<Label>,
        /// For each choice of the paragraph, the lines that carry footnotes: line, note.
        notes: Vec<Vec<(u32, u32)>>,
    },
    /// A picture with its caption: one row, which may wait for the head of the next page.
    Picture {
        /// Key of the picture; `None` leaves the frame empty.
        picture: Option<Arc<str>>,
        /// Its size.
        width: Length,
        /// Its size.
        height: Length,
        /// Left edge of the picture, from the block's.
        offset: Length,
        /// The caption's lines with their distances from the top of the block to the baseline.
        caption: Vec<(Length, Arc<Line>)>,
        /// Node of the caption.
        caption_node: NodeId,
        /// Height of all of it.
        total: Length,
        /// Whether it is turned and has the next page for itself; the measures are those before it is turned.
        turned: bool,
    },
    /// Rows of a table or a pull quote, or lines beside a portrait.
    Rows {
        /// The rows: caption, head, and the rest.
        rows: Vec<Row>,
        /// The row that is repeated where the table goes on, if any.
        head: Option<u32>,
        /// The footnotes marked in them: row, note; in order.
        notes: Vec<(u32, u32)>,
        /// Whether it is short enough to stay whole and, like a picture, to wait for the head of the next page.
        whole: bool,
    },
}

/// What stands beside the first line of a block: the number of an item.
#[derive(Debug)]
pub struct Label {
    /// The line.
    pub line: Arc<Line>,
    /// Its left edge, from the left edge of the text area.
    pub x: Length,
    /// What it belongs to.
    pub node: NodeId,
}

/// A row of a table, a line of a pull quote, or a line beside a portrait.
#[derive(Debug)]
pub struct Row {
    /// Its height.
    pub height: Length,
    /// Lines: left edge and baseline from the row's top left corner.
    pub lines: Vec<(Length, Length, Arc<Line>, NodeId)>,
    /// Rules: distance from the row's top, and thickness.
    pub rules: Vec<(Length, Length)>,
    /// A picture that hangs down from it, beside this row and the next.
    pub picture: Option<RowPicture>,
    /// Width of the rules.
    pub width: Length,
    /// Whether the next row must follow on the same page.
    pub keep_with_next: bool,
    /// What it belongs to.
    pub node: NodeId,
}

impl Row {
    /// A row of lines with nothing beside them, which any row may follow on another page.
    pub(super) fn of_lines(
        lines: Vec<(Length, Length, Arc<Line>, NodeId)>,
        height: Length,
        width: Length,
        node: NodeId,
    ) -> Row {
        Row { height, lines, rules: Vec::new(), picture: None, width, keep_with_next: false, node }
    }
}

/// A picture beside rows.
#[derive(Debug)]
pub struct RowPicture {
    /// Where, from the row's top left corner.
    pub area: Rect,
    /// Key of the picture.
    pub picture: Arc<str>,
    /// What it belongs to.
    pub node: NodeId,
}

/// A footnote.
#[derive(Debug)]
pub struct NoteBlock {
    /// Its paragraphs' lines in order.
    pub lines: Vec<(Length, Arc<Line>, NodeId)>,
    /// Height of a line.
    pub leading: Length,
    /// Distance of the baseline from the top of its line.
    pub baseline: Length,
    /// Node of the note.
    pub node: NodeId,
}

impl NoteBlock {
    /// Height of its lines from `from` on.
    pub(super) fn height(&self, from: usize) -> Length {
        self.leading * (self.lines.len().saturating_sub(from)) as i32
    }
}

/// One way to set a block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Way {
    /// Choice of the paragraph.
    pub(super) variant: usize,
    /// Number of rows.
    pub(super) rows: u32,
    /// How much worse it looks than the best.
    pub(super) price: f64,
}

impl Block {
    /// The ways to set it: the paragraph's choices that are not much worse than the best.
    pub(super) fn ways(&self, most_price: f64) -> Vec<Way> {
        match &self.body {
            // Only filled lines may bend; a ragged title in more lines than it needs would look like a mistake.
            Body::Lines { set, .. } if !set.is_justified() => {
                vec![Way { variant: set.best(), rows: self.natural_rows(), price: 0.0 }]
            }
            Body::Lines { set, .. } => {
                let all = set.variants().enumerate();
                let ways = all.map(|(variant, (rows, price))| Way { variant, rows, price });
                ways.filter(|way| way.price <= most_price).collect()
            }
            Body::Picture { .. } => vec![Way { variant: 0, rows: 1, price: 0.0 }],
            Body::Rows { rows, .. } => {
                vec![Way { variant: 0, rows: rows.len() as u32, price: 0.0 }]
            }
        }
    }

    /// How many rows it has when it is set as suits it best.
    pub(super) fn natural_rows(&self) -> u32 {
        match &self.body {
            Body::Lines { set, .. } => set.rows(set.best()),
            Body::Picture { .. } => 1,
            Body::Rows { rows, .. } => rows.len() as u32,
        }
    }

    /// Height of a row.
    pub(super) fn row_height(&self, row: u32) -> Length {
        match &self.body {
            Body::Lines { leading, .. } => *leading,
            Body::Picture { total, .. } => *total,
            Body::Rows { rows, .. } => rows.get(row as usize).map_or(Length::ZERO, |row| row.height),
        }
    }

    /// Height of all rows of a way.
    pub(super) fn height(&self, rows: u32) -> Length {
        match &self.body {
            Body::Lines { leading, .. } => *leading * rows as i32,
            _ => (0..rows).map(|row| self.row_height(row)).sum(),
        }
    }

    /// Height of what is repeated at the head of a page on which the block goes on with row `from`.
    pub(super) fn repeated(&self, from: u32) -> Length {
        match &self.body {
            Body::Rows { head: Some(head), .. } if from > *head => self.row_height(*head),
            _ => Length::ZERO,
        }
    }

    /// The notes on a row of a way.
    pub(super) fn notes_on(&self, way: &Way, row: u32) -> impl Iterator<Item = u32> + '_ {
        let notes = match &self.body {
            Body::Lines { notes, .. } => notes.get(way.variant).map_or(&[][..], |list| list),
            Body::Rows { notes, .. } => notes,
            Body::Picture { .. } => &[],
        };
        notes.iter().filter(move |(line, _)| *line == row).map(|(_, note)| *note)
    }

    /// Whether it has notes at all.
    pub(super) fn has_notes(&self) -> bool {
        match &self.body {
            Body::Lines { notes, .. } => notes.iter().any(|list| !list.is_empty()),
            Body::Rows { notes, .. } => !notes.is_empty(),
            Body::Picture { .. } => false,
        }
    }

    /// Whether it may wait for the next page.
    pub(super) fn floats(&self) -> bool {
        matches!(self.body, Body::Picture { turned: false, .. } | Body::Rows { whole: true, .. })
    }

    /// Whether it stands on a page of its own, beside the flow of the text.
    pub(super) fn is_turned(&self) -> bool {
        matches!(self.body, Body::Picture { turned: true, .. })
    }

    /// Whether it may be pushed onto the grid: quotations, lists, the first line of verse.
    pub(super) fn may_snap(&self, grid: Length, rows: u32) -> bool {
        let level = matches!(&self.body, Body::Lines { leading, .. } if *leading == grid);
        level && self.fit == GridFit::Free && (rows > 1 || self.before > Length::ZERO)
    }
}
