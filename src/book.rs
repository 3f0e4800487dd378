//! Pieces become a book: front matter, pieces, back matter, numbered and linked.

pub mod sheet;

use crate::design::Design;
use crate::edition::language::Language;
use sheet::{Destination, Sheet, Structure};
use std::path::PathBuf;
use std::sync::Arc;

/// A typeset book.
#[derive(Clone, Debug)]
pub struct Book {
    /// The design it was set in.
    pub design: Design,
    /// Its language.
    pub language: Language,
    /// Its pages in order; the first is a recto.
    pub sheets: Vec<Sheet>,
    /// What the items of the pages belong to.
    pub structure: Structure,
    /// Named places.
    pub destinations: Vec<Destination>,
    /// Bookmarks.
    pub outline: Vec<Bookmark>,
    /// On which pages each piece and chapter stands, in order.
    pub chapters: Vec<ChapterPages>,
}

/// A bookmark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bookmark {
    /// Its words.
    pub title: String,
    /// Name of the [`Destination`].
    pub target: Arc<str>,
    /// What stands below it.
    pub children: Vec<Bookmark>,
}

/// The pages of a piece or a chapter of matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChapterPages {
    /// The file it came from, below the edition's folder; for generated matter a name like `contents`.
    pub file: PathBuf,
    /// Index of its first sheet.
    pub first: usize,
    /// How many sheets it has; a blank one before it is not counted.
    pub count: usize,
    /// Where each of its sheets after the first begins in the text: bytes of the piece's Markdown, one a sheet.
    pub breaks: Vec<usize>,
}
