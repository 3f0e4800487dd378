//! A typeset book and an order go in; the proof of some of its pieces comes out: a book of its own on larger paper.
//!
//! The sheets of a proof are the book's own, moved and not set anew: the same lines on the same pages. Around them stand
//! a frame where they will be cut, line numbers, a line that says whose proof it is, and room for corrections; behind
//! each piece comes the sheet that its author signs. Since a proof is a [`Book`], every output can write it.
//!
//! ```text
//! book ─► sheets of a piece ─► placed on paper, framed, numbered ─┐
//! edition ─► sheet to be signed ──────────────────────────────────┴► headed, joined
//! ```
//! Lines are counted anew on each page, with all that stands on it: “page 12, line 7” then means the same place in the
//! proof of whoever shares the page, and a correction on one page moves no number on the next. The alternative, one row
//! of numbers through a piece, fits a manuscript better than pages whose numbers are there to be used.

mod heading;
mod lines;
mod paper;
mod sign_off;

use super::cache::Cache;
use super::number::settle_links;
use super::{Book, Bookmark, ChapterPages};
use crate::design::Design;
use crate::design::trim::Trim;
use crate::edition::Edition;
use crate::edition::date::Date;
use crate::edition::people::ContributorId;
use crate::edition::piece::Piece;
use crate::edition::words::proof::ProofWords;
use crate::page::sheet::{Destination, Folio, LinkArea, Node, NodeId, NodeKind, Sheet, Structure};
use crate::page::{Desk, Flow, Origin};
use crate::units::Length;
use paper::Paper;
use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Which proof is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// The files of its pieces, in the order in which they shall stand.
    pub pieces: Vec<PathBuf>,
    /// Whom it is for; `None` for all authors of its pieces.
    pub reader: Option<ContributorId>,
    /// The paper it is printed on.
    pub paper: Trim,
    /// Its date, as it shall be printed; a date of the calendar is written in the words of the edition.
    pub date: Option<String>,
}

/// A proof, ready for an output.
#[derive(Clone, Debug)]
pub struct Proof {
    /// Its sheets.
    pub book: Book,
    /// The edition as the proof's file describes itself: title, authors.
    pub edition: Edition,
}

/// What proofs of a book are pulled with: the book, and what setting a few lines more takes.
#[derive(Debug)]
pub struct Press<'a> {
    typed: &'a Edition,
    /// The edition as it is printed.
    edition: Cow<'a, Edition>,
    book: &'a Book,
    cache: Cache,
}

impl<'a> Press<'a> {
    /// A press for the book of an edition.
    pub fn new(edition: &'a Edition, book: &'a Book) -> Press<'a> {
        Press { typed: edition, edition: edition.printed(), book, cache: Cache::single_run() }
    }

    /// Pulls a proof. Pieces that have no page in the book are left out.
    pub fn pull(&self, order: &Order) -> Proof {
        let design = Design { trim: order.paper, ..self.book.design.clone() };
        let studio = self.cache.studio(&self.edition, &design, &self.book.fonts);
        let mut structure = self.book.structure.clone();
        let artifact = structure.add(Node {
            kind: NodeKind::Artifact,
            parent: Some(NodeId(0)),
            language: self.edition.language,
            source: None,
            alt: None,
        });
        let mut pull = Pull {
            press: self,
            order,
            paper: Paper::for_pages(order.paper, &self.book.design),
            words: ProofWords::of(self.edition.language),
            desk: Desk::new(studio, Origin::default(), self.edition.language),
            artifact,
            structure,
            sheets: Vec::new(),
            origins: Vec::new(),
            chapters: Vec::new(),
            outline: Vec::new(),
            destinations: Vec::new(),
        };
        for file in &order.pieces {
            if let (Some(piece), Some(chapter)) = (self.edition.piece(file), self.chapter(file)) {
                pull.piece(piece, chapter);
            }
        }
        pull.finish(design.clone())
    }

    fn chapter(&self, file: &Path) -> Option<&ChapterPages> {
        self.book.chapters.iter().find(|chapter| chapter.file == file)
    }

    /// The sheets on which a piece stands, its notes at the end of the book too.
    fn sheets_of(&self, chapter: &ChapterPages) -> Vec<usize> {
        let own = chapter.first..chapter.first + chapter.count;
        let notes = self.book.chapters.iter().filter(|other| other.file == Path::new("notes"));
        let notes = notes.flat_map(|notes| notes.first..notes.first + notes.count);
        let notes = notes.filter(|sheet| {
            let items = self.book.sheets.get(*sheet).into_iter().flat_map(|sheet| &sheet.items);
            items.into_iter().any(|item| lines::belongs(item, chapter, &self.book.structure))
        });
        own.chain(notes).collect()
    }
}

/// A proof being pulled.
struct Pull<'p> {
    press: &'p Press<'p>,
    order: &'p Order,
    paper: Paper,
    words: &'static ProofWords,
    desk: Desk<'p>,
    /// What all marks around the pages belong to.
    artifact: NodeId,
    structure: Structure,
    sheets: Vec<Sheet>,
    /// For each sheet: whose it is, and which page of the book, if any.
    origins: Vec<(String, Option<usize>)>,
    chapters: Vec<ChapterPages>,
    outline: Vec<Bookmark>,
    destinations: Vec<Destination>,
}

impl Pull<'_> {
    /// Adds the pages of a piece, and the sheet to be signed.
    fn piece(&mut self, piece: &Arc<Piece>, chapter: &ChapterPages) {
        let edition = &self.press.edition;
        let whose = match &self.order.reader {
            Some(reader) => edition.contributor(reader).name,
            None => edition.byline(piece),
        };
        let (first, indices) = (self.sheets.len(), self.press.sheets_of(chapter));
        for index in &indices {
            self.page(*index, chapter, &whose);
        }
        let count = self.sheets.len() - first;
        let full = vec![false; count];
        self.chapters.push(ChapterPages { first, count, full, ..chapter.clone() });
        let sheets = self.sign_off_sheets(piece, chapter);
        let target: Arc<str> = format!("sign-off-{}", self.chapters.len()).into();
        self.destinations.push(Destination {
            name: target.clone(),
            sheet: self.sheets.len(),
            y: Length::ZERO,
        });
        self.bookmark(piece, first, target);
        self.origins.extend(sheets.iter().map(|_| (whose.clone(), None)));
        self.sheets.extend(sheets);
    }

    /// Adds one page of the book.
    fn page(&mut self, index: usize, chapter: &ChapterPages, whose: &str) {
        let book = self.press.book;
        let Some(sheet) = book.sheets.get(index) else { return };
        let at = self.paper.corner(sheet.side);
        let mut items: Vec<_> = sheet.items.iter().map(|item| self.paper.placed(item, at)).collect();
        items.extend(self.frame(at));
        items.extend(self.numbers(sheet, chapter, book));
        let links =
            sheet.links.iter().map(|link| LinkArea { area: self.paper.area(link.area, at), ..link.clone() });
        let here = self.sheets.len();
        for place in book.destinations.iter().filter(|place| place.sheet == index) {
            if self.destinations.iter().all(|known| known.name != place.name) {
                let y = self.paper.reduced(place.y) + at.y;
                self.destinations.push(Destination { name: place.name.clone(), sheet: here, y });
            }
        }
        self.sheets.push(Sheet { side: sheet.side, folio: sheet.folio, items, links: links.collect() });
        self.origins.push((whose.to_string(), Some(index)));
    }

    fn bookmark(&mut self, piece: &Piece, first: usize, sign_off: Arc<str>) {
        let target: Arc<str> = format!("proof-{}", self.chapters.len()).into();
        self.destinations.push(Destination { name: target.clone(), sheet: first, y: Length::ZERO });
        let child = Bookmark { title: self.words.sign_off.into(), target: sign_off, children: Vec::new() };
        self.outline.push(Bookmark { title: piece.title.words(), target, children: vec![child] });
    }

    /// The date of the proof in words.
    fn date(&self) -> Option<String> {
        let said = self.order.date.as_deref().map(str::trim).filter(|said| !said.is_empty())?;
        let edition = &self.press.edition;
        let date = Date::parse(said).filter(|date| date.to_string() == said);
        Some(date.map_or_else(|| said.into(), |date| edition.date_in_words(date, edition.language)))
    }

    /// Heads all sheets, now that their number is known, and lets links go that lead out of the proof.
    fn finish(mut self, design: Design) -> Proof {
        for index in 0..self.sheets.len() {
            let items = self.heading(index);
            self.sheets[index].items.extend(items);
        }
        settle_links(&mut self.sheets, &self.destinations);
        let edition = self.description();
        self.desk.finish(Flow::default());
        let book = Book {
            design,
            fonts: self.press.book.fonts.clone(),
            language: self.press.book.language,
            sheets: self.sheets,
            structure: self.structure,
            destinations: self.destinations,
            outline: self.outline,
            chapters: self.chapters,
            places: self.press.book.places.clone(),
            indexes: Vec::new(),
        };
        Proof { book, edition }
    }

    /// The edition as the file of the proof describes itself.
    fn description(&self) -> Edition {
        let edition = &self.press.edition;
        let pieces = self.order.pieces.iter().filter_map(|file| edition.piece(file));
        let titles: Vec<String> = pieces.clone().map(|piece| piece.title.words()).collect();
        let mut authors: Vec<ContributorId> = match &self.order.reader {
            Some(reader) => vec![reader.clone()],
            None => pieces.flat_map(|piece| piece.authors.iter().cloned()).collect(),
        };
        let mut seen = std::collections::BTreeSet::new();
        authors.retain(|id| seen.insert(id.clone()));
        Edition {
            title: format!("{}: {} · {}", self.words.proof, titles.join(", "), edition.title),
            subtitle: None,
            description: None,
            editors: authors,
            ..self.press.typed.clone()
        }
    }
}

/// The number of a sheet that is no page of the book: the first, second… of those that are signed.
fn folio_of_sheet(number: usize) -> Folio {
    Folio::Roman(number as u32 + 1)
}
