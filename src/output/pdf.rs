//! PDFs: for screens, for presses, as a booklet, and of the cover. Document, fonts and pictures by `printpdf`, content
//! streams of our own, and what neither can write in one pass over `lopdf`.
//!
//! ```text
//! book ─► faces in use ─► a page's lines as a content stream, each marked as what it is ─► on leaves, one or two each ─┐
//!      └► structure ─► elements, made as their lines are drawn ───────────────────────────────────────────────────────┤
//!      └► printpdf document: pages, fonts, pictures ─► lopdf document
//!      ─► streams, fonts (widths, ToUnicode), boxes, links, tags, bookmarks, labels, metadata ─► deflate ─► bytes
//! ```
//! `printpdf` 0.12.8 is pinned, because its API moves fast, and used in this room alone. Never used of it: its saving,
//! its subsets, its metadata, boxes, bookmarks and image optimisation (each is wrong in this version in its own way),
//! and its operators, of which a long book has too many to keep.

mod colour;
mod conformance;
mod content;
mod finish;
mod fonts;
mod glyphs;
mod intent;
mod leaf;
mod metadata;
mod outline;
mod pictures;
mod press;
mod sources;
mod stream;
mod stretches;
mod tags;

use crate::book::Book;
use crate::book::sheet::{Sheet, Structure};
use crate::design::trim::Trim;
use crate::edition::Edition;
use crate::notice::{Error, Notices, Place, Result};
use crate::units::Length;
use conformance::Claims;
use content::Shared;
use finish::{Parts, Screen};
use fonts::FontsInUse;
use intent::Intent;
use leaf::Leaf;
use pictures::{Pictures, Treatment};
pub use press::{cover, print};
use printpdf::{PdfDocument, PdfPage, PdfSaveOptions, Pt};
use tags::Tags;

/// Writes the PDF of a book for screens.
///
/// # Errors
/// When the edition asks for a standard that the book can't meet, with the reasons and their places, or when the file
/// can't be put together at all; a picture that can't be read becomes a notice.
pub fn write(book: &Book, edition: &Edition, notices: &mut Notices) -> Result<Vec<u8>> {
    let treatment = Treatment::Screen { flat: Claims::wanted(edition).is_first_part() };
    let pages = Pages { sheets: &book.sheets, structure: &book.structure, trim: book.design.trim };
    let mut draft = Draft::of(&pages, edition, &treatment, true, notices);
    let claims = conformance::claims(book, edition, &draft.tags, notices)?;
    let Trim { width, height } = book.design.trim;
    let leaves: Vec<Leaf> = (0..book.sheets.len()).map(|page| Leaf::plain(page, width, height)).collect();
    let streams = leaves.iter().map(|leaf| leaf.content(&mut draft.pages, height)).collect();
    let parts = Parts {
        edition,
        fonts: &draft.fonts,
        leaves: &leaves,
        claims: &claims,
        intent: Intent::Screen,
        screen: Some(Screen { book, tags: &draft.tags }),
        numbered: Some(book),
        is_folded: false,
    };
    assemble(draft.pictures, streams, &parts)
}

/// Writes a book as a booklet: two pages on each side of sheets of `paper`, to be printed on both sides, laid into each
/// other, folded and stapled.
///
/// # Errors
/// When the file can't be put together; a picture that can't be read becomes a notice.
pub fn booklet(book: &Book, edition: &Edition, paper: Trim, notices: &mut Notices) -> Result<Vec<u8>> {
    let treatment = Treatment::Screen { flat: false };
    let pages = Pages { sheets: &book.sheets, structure: &book.structure, trim: book.design.trim };
    let mut draft = Draft::of(&pages, edition, &treatment, false, notices);
    let Trim { width, height } = book.design.trim;
    let leaves = leaf::booklet(
        book.sheets.len(),
        (width, height),
        (paper.width, paper.height),
        edition.production.press.paper().leaf(),
        edition.language.is_right_to_left(),
    );
    let streams = leaves.iter().map(|leaf| leaf.content(&mut draft.pages, height)).collect();
    let parts = Parts {
        edition,
        fonts: &draft.fonts,
        leaves: &leaves,
        claims: &Claims::default(),
        intent: Intent::Unsaid,
        screen: None,
        numbered: None,
        is_folded: true,
    };
    assemble(draft.pictures, streams, &parts)
}

/// Whether a file is a colour profile of a press: with black ink alone or with four inks.
pub fn is_press_profile(bytes: &[u8]) -> bool {
    pictures::read_profile(bytes).is_ok()
}

/// Pages on their way into a file.
struct Pages<'p> {
    sheets: &'p [Sheet],
    structure: &'p Structure,
    /// Their size.
    trim: Trim,
}

/// A file being drafted: what its pages use, and their content before they stand on leaves.
struct Draft<'p> {
    fonts: FontsInUse,
    pictures: Pictures,
    tags: Tags<'p>,
    pages: Vec<Vec<u8>>,
}

impl<'p> Draft<'p> {
    fn of(
        pages: &Pages<'p>,
        edition: &Edition,
        treatment: &Treatment,
        is_tagged: bool,
        notices: &mut Notices,
    ) -> Draft<'p> {
        let mut fonts = FontsInUse::of(pages.sheets);
        let pictures = pictures::read(pages.sheets, edition, treatment, notices);
        let mut tags = Tags::new(pages.structure);
        let mut shared = Shared {
            height: pages.trim.height,
            fonts: &mut fonts,
            pictures: &pictures,
            tags: &mut tags,
            is_tagged,
        };
        let content = pages.sheets.iter().map(|sheet| content::stream(sheet, &mut shared)).collect();
        Draft { fonts, pictures, tags, pages: content }
    }
}

/// Puts a file together.
fn assemble(pictures: Pictures, streams: Vec<Vec<u8>>, parts: &Parts<'_>) -> Result<Vec<u8>> {
    let failed = |what: String| Error::new(Place::default(), format!("the PDF can't be made: {what}"), "");
    let mut document = PdfDocument::new(&parts.edition.title);
    // Their sizes are set when the file is finished.
    document.pages = vec![PdfPage::new(Pt(1.0).into(), Pt(1.0).into(), Vec::new()); streams.len()];
    document.pages.push(PdfPage::new(Pt(1.0).into(), Pt(1.0).into(), parts.fonts.introduction()));
    for (id, font) in parts.fonts.programs().map_err(failed)? {
        document.resources.fonts.map.insert(id, font);
    }
    for (id, picture) in pictures.objects {
        document.resources.xobjects.map.insert(id, picture);
    }
    // Without optimisation: streams are deflated in parallel afterwards, pictures stay as they are.
    let options =
        PdfSaveOptions { optimize: false, subset_fonts: false, secure: false, image_optimization: None };
    let mut pdf = document.to_lopdf_document(&options, &mut Vec::new());
    drop(document);
    finish::finish(&mut pdf, streams, parts).map_err(|error| failed(error.to_string()))
}

/// Points to three decimals: enough for any printer, and short in the file.
fn rounded(length: Length) -> f32 {
    ((length.to_pt() * 1000.0).round() / 1000.0) as f32
}
