//! Pieces become a book: front matter, pieces, back matter, numbered and linked.
//!
//! ```text
//! edition ─► chapters (what opens on its own) ─► set, in parallel ─► parted into pages, in order
//!         ─► placed, in parallel ─► joined: sides, folios, running heads, page numbers in the contents
//! ```
//! Joining always runs anew; it moves integers and shared lines only, so a changed word costs its own chapter.

mod back;
pub mod cache;
mod chapter;
pub mod colophon;
mod contents;
pub mod cover;
mod front;
mod heads;
pub mod index;
mod number;
mod own;
mod parting;
mod piece;
pub mod proof;
pub mod refer;

use crate::design::Design;
use crate::edition::Edition;
use crate::edition::language::Language;
use crate::fonts::Fonts;
use crate::notice::{Notices, Place, Rule};
pub use crate::page::sheet;
use cache::Cache;
use sheet::{Destination, Sheet, Structure};
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

/// A typeset book.
#[derive(Clone, Debug)]
pub struct Book {
    /// The design it was set in.
    pub design: Design,
    /// The fonts it was set with.
    pub fonts: Fonts,
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
    /// What links in the texts can lead to.
    pub places: refer::Places,
    /// The indexes, in their order: heading and folios.
    pub indexes: Vec<index::Index>,
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
    /// Index of its first sheet; where pieces run on, the one before may stand on it too.
    pub first: usize,
    /// How many sheets it has; a blank one before it is not counted.
    pub count: usize,
    /// The ids of its nodes in the structure: what on a shared sheet is its own.
    pub nodes: Range<u32>,
    /// Where each of its sheets after the first begins in the text: bytes of the piece's Markdown, one a sheet,
    /// `None` where a sheet begins with something that has no source.
    pub breaks: Vec<Option<usize>>,
    /// The design it was set in: the book's, with the grid of its own script.
    pub design: Arc<Design>,
    /// Which of its sheets end before the text does, so that they should be full: one a sheet.
    pub full: Vec<bool>,
}

impl Book {
    /// A folio in the figures in which the book is counted.
    pub fn printed(&self, folio: sheet::Folio) -> String {
        folio.printed(self.design.numerals(self.language))
    }

    /// The folio of the page on which a destination stands.
    pub fn folio_of(&self, destination: &str) -> Option<sheet::Folio> {
        let found = self.destinations.iter().find(|known| *known.name == *destination)?;
        self.sheets.get(found.sheet).map(|sheet| sheet.folio)
    }

    /// Whether the text of a sheet should reach down to its foot: a chapter on it goes on.
    pub fn is_full(&self, sheet: usize) -> bool {
        let on_it = self.chapters.iter().skip_while(|chapter| chapter.first + chapter.count <= sheet);
        on_it
            .take_while(|chapter| chapter.first <= sheet)
            .any(|chapter| chapter.full.get(sheet - chapter.first).copied().unwrap_or(false))
    }

    /// The design of a sheet: its chapter's, or the book's where it is blank.
    pub fn design_of(&self, sheet: usize) -> &Design {
        let chapter = self.chapters.iter().find(|c| (c.first..c.first + c.count).contains(&sheet));
        chapter.map_or(&self.design, |chapter| &chapter.design)
    }
}

/// Typesets an edition. What is doubtful goes into `notices`; there is always a book. Chapters that `cache` knows
/// are not set again: keep one for as long as the edition is open, or take a new one for a single run.
pub fn typeset(edition: &Edition, cache: &Cache, notices: &mut Notices) -> Book {
    let edition = &*cache.printed(edition);
    let design = Design::of(edition, notices);
    let fonts = Fonts::of(&edition.fonts, edition.design.system_fonts.unwrap_or(false));
    for (file, why) in fonts.unused() {
        let place = Place::file(PathBuf::from("fonts").join(&**file));
        let hint = "take TrueType or OpenType files that may be embedded";
        notices.of(Rule::FontNotUsed).doubt(place, *why, hint);
    }
    let mut chapters = chapter::of(edition, &design);
    let places = refer::Places::of(&chapters);
    let studio = cache.studio(edition, &design, &fonts);
    let laid_out = cache.lay_out(&mut chapters, &places, edition, studio, notices);
    let mut book = number::join(edition, design.clone(), fonts, cache, chapters, laid_out);
    book.places = places;
    book
}
