//! The PDF for the screen: document, fonts and pictures by `printpdf`, content streams of our own, and what neither
//! can write in one pass over `lopdf`.
//!
//! ```text
//! book ─► faces in use ─► a page's lines as a content stream, each marked as what it is ─┐
//!      └► structure ─► elements, made as their lines are drawn ─────────────────────────┤
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
mod metadata;
mod outline;
mod pictures;
mod stream;
mod stretches;
mod tags;

use crate::book::Book;
use crate::edition::Edition;
use crate::notice::{Error, Notices, Place, Result};
use crate::units::Length;
use content::Shared;
use fonts::FontsInUse;
use printpdf::{PdfDocument, PdfPage, PdfSaveOptions, Pt};
use tags::Tags;

/// Writes the PDF of a book.
///
/// # Errors
/// Only when the file can't be put together at all; a picture that can't be read becomes a notice.
pub fn write(book: &Book, edition: &Edition, notices: &mut Notices) -> Result<Vec<u8>> {
    let mut fonts = FontsInUse::of(book);
    let pictures = pictures::read(book, edition, notices);
    let mut document = PdfDocument::new(&edition.title);
    let trim = book.design.trim;
    let mut tags = Tags::new(&book.structure);
    let mut shared = Shared { height: trim.height, fonts: &mut fonts, pictures: &pictures, tags: &mut tags };
    let streams: Vec<Vec<u8>> = book.sheets.iter().map(|sheet| content::stream(sheet, &mut shared)).collect();
    let page = PdfPage::new(points(trim.width).into(), points(trim.height).into(), Vec::new());
    document.pages = vec![page; book.sheets.len()];
    document.pages.push(PdfPage::new(Pt(1.0).into(), Pt(1.0).into(), fonts.introduction()));
    let failed = |what: String| Error::new(Place::default(), format!("the PDF can't be made: {what}"), "");
    for (id, font) in fonts.programs().map_err(failed)? {
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
    let claims = conformance::claims(book, edition, &tags, notices);
    let parts = finish::Parts { book, edition, fonts: &fonts, tags: &tags, claims };
    finish::finish(&mut pdf, streams, &parts).map_err(|error| failed(error.to_string()))
}

/// A length as printpdf takes it, to a thousandth of a point.
fn points(length: Length) -> Pt {
    Pt(rounded(length))
}

/// Points to three decimals: enough for any printer, and short in the file.
fn rounded(length: Length) -> f32 {
    ((length.to_pt() * 1000.0).round() / 1000.0) as f32
}
