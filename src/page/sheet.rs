//! The display list: a page as lines, rules and pictures with their places, and the structure they belong to.
//!
//! PDF, PNG and window all draw from this and from nothing else. Every item names its node of the structure tree,
//! so that a line knows its block, role, language and source: tagged PDF, accessible preview and click-to-source
//! need no second pass over the edition.

use crate::design::Role;
use crate::edition::language::Language;
use crate::edition::numerals::Numerals;
use crate::text::line::Line;
use crate::units::{Point, Rect, Side};
use std::fmt;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Left or right.
    pub side: Side,
    /// Its number, printed or not.
    pub folio: Folio,
    /// What stands on it, in reading order; a blank page has nothing.
    pub items: Vec<Item>,
    /// Where a click goes.
    pub links: Vec<LinkArea>,
}

/// A page number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Folio {
    /// i, ii, iii: front matter.
    Roman(u32),
    /// 1, 2, 3.
    Arabic(u32),
}

impl Folio {
    /// The folio of a sheet of a book whose body begins on the sheet `body`.
    pub fn of(sheet: usize, body: usize) -> Folio {
        match sheet.checked_sub(body) {
            Some(number) => Folio::Arabic(number as u32 + 1),
            None => Folio::Roman(sheet as u32 + 1),
        }
    }

    /// As it stands on a page of a book that is counted in these figures; roman numerals are the same in all.
    pub fn printed(&self, numerals: Numerals) -> String {
        match self {
            Folio::Arabic(number) => numerals.write(number),
            Folio::Roman(_) => self.to_string(),
        }
    }
}

impl fmt::Display for Folio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Folio::Arabic(number) => write!(f, "{number}"),
            Folio::Roman(number) => f.write_str(&roman(*number)),
        }
    }
}

/// Small roman numerals.
fn roman(mut number: u32) -> String {
    const STEPS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut text = String::new();
    for (value, letters) in STEPS {
        while number >= value {
            text.push_str(letters);
            number -= value;
        }
    }
    text
}

/// Index into [`Structure::nodes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

/// Something to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A line of text. `at` is the left edge of its measure, on the baseline: add [`Line::start`].
    Line {
        /// Left edge of the measure, and baseline.
        at: Point,
        /// The line.
        line: Arc<Line>,
        /// What it belongs to.
        node: NodeId,
    },
    /// A filled rectangle: a thin line.
    Rule {
        /// Where.
        area: Rect,
        /// What it belongs to.
        node: NodeId,
    },
    /// A picture of the edition.
    Picture {
        /// Where.
        area: Rect,
        /// Key into [`Edition::pictures`](crate::edition::Edition::pictures).
        picture: Arc<str>,
        /// What it belongs to.
        node: NodeId,
    },
    /// An item turned a quarter counterclockwise. Its places count from `at`: to the right means up the page, and
    /// down means to the right.
    Turned {
        /// The point of the page that is the item's own zero.
        at: Point,
        /// What is turned.
        item: Box<Item>,
    },
}

impl Item {
    /// The item before it was turned, if it was.
    pub fn upright(&self) -> &Item {
        match self {
            Item::Turned { item, .. } => item.upright(),
            item => item,
        }
    }
}

/// Where an area that is turned around `at` stands on the page.
pub fn turned(area: Rect, at: Point) -> Rect {
    Rect { x: at.x + area.y, y: at.y - area.x - area.width, width: area.height, height: area.width }
}

/// A rectangle that is a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkArea {
    /// Where.
    pub area: Rect,
    /// Where it goes.
    pub target: Target,
    /// The words that are the link.
    pub words: String,
    /// What it belongs to.
    pub node: NodeId,
}

/// Where a link goes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// An address on the web.
    Url(Arc<str>),
    /// A [`Destination`] of the book, by name.
    Place(Arc<str>),
}

/// A named place in the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destination {
    /// Unique, ASCII: `piece-3`, `note-3-1`.
    pub name: Arc<str>,
    /// Index of the sheet.
    pub sheet: usize,
    /// Distance from the top of the page.
    pub y: crate::units::Length,
}

/// The tree that all items hang on, parents before children, in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Structure {
    /// The nodes; the first is the whole book.
    pub nodes: Vec<Node>,
}

/// A node of the structure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub kind: NodeKind,
    /// What it is in; `None` for the book itself.
    pub parent: Option<NodeId>,
    /// Its language.
    pub language: Language,
    /// Where it came from.
    pub source: Option<SourceRange>,
    /// The words for those who can't see it: of pictures.
    pub alt: Option<Arc<str>>,
}

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NodeKind {
    /// The whole book.
    Book,
    /// A part with its pieces.
    Part,
    /// A piece, or a chapter of front or back matter.
    Piece,
    /// The contents.
    Contents,
    /// One line of the contents with its author and number.
    ContentsItem,
    /// A quotation.
    Quote,
    /// A list.
    List,
    /// An item of a list.
    Item,
    /// A table.
    Table,
    /// A row of a table.
    Row,
    /// A picture with its caption.
    Figure,
    /// A footnote.
    Note,
    /// A block of lines.
    Block(Role),
    /// Decoration of the page: running heads, folios, rules.
    Artifact,
}

/// Bytes of a file of the edition.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SourceRange {
    /// Path below the edition's folder.
    pub file: PathBuf,
    /// Bytes of the piece's Markdown.
    pub bytes: Range<usize>,
}

impl Structure {
    /// A structure with nothing but the book.
    pub fn new(language: Language) -> Structure {
        let book = Node { kind: NodeKind::Book, parent: None, language, source: None, alt: None };
        Structure { nodes: vec![book] }
    }

    /// Adds a node and gives its id.
    pub fn add(&mut self, node: Node) -> NodeId {
        self.nodes.push(node);
        NodeId(self.nodes.len() as u32 - 1)
    }

    /// The node.
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.0 as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_counts_in_small_roman_numerals() {
        let numbers: Vec<String> =
            [1, 4, 9, 14, 40, 99].iter().map(|n| Folio::Roman(*n).to_string()).collect();
        assert_eq!(numbers, ["i", "iv", "ix", "xiv", "xl", "xcix"]);
    }
}
