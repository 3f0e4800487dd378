//! What a file may say of itself: a book goes in, the standards that its PDF meets come out, with what stands against
//! the others.
//!
//! Everything that is in our hands is done for every file: tags, languages, an output intent, text for every glyph.
//! What is in the editor's hands can't be mended here: a picture without a description is a picture without one. So
//! the file then leaves out the claim, and a notice says why; a claim that is not true helps nobody.

use super::tags::Tags;
use crate::book::Book;
use crate::edition::Edition;
use crate::edition::picture::PictureKind;
use crate::notice::{Notices, Place, Rule};
use crate::page::sheet::Item;
use std::collections::BTreeSet;

/// The standards that a file says it meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Claims {
    /// PDF/UA-1 (ISO 14289-1): for readers who can't see the page.
    pub(super) accessible: bool,
    /// PDF/A-2a (ISO 19005-2): for archives.
    pub(super) archival: bool,
}

/// What may be claimed; a remark for each thing that stands against it.
pub(super) fn claims(book: &Book, edition: &Edition, tags: &Tags<'_>, notices: &mut Notices) -> Claims {
    let mut claims = Claims { accessible: true, archival: true };
    if edition.title.trim().is_empty() {
        claims.accessible = false;
        say(notices, Place::file("edition.toml"), "PDF/UA-1", "the edition has no title");
    }
    let mut missing = BTreeSet::new();
    let (mut undescribed, mut printers) = (BTreeSet::new(), BTreeSet::new());
    for sheet in &book.sheets {
        for item in &sheet.items {
            match item.upright() {
                Item::Line { line, .. } if line.runs.iter().any(|run| run.glyphs.contains(&0)) => {
                    missing.insert(sheet.folio);
                }
                Item::Picture { picture, node, .. } => {
                    let has_alt =
                        || book.structure.node(*node).alt.as_ref().is_some_and(|alt| !alt.trim().is_empty());
                    if tags.decoration(*node).is_none() && !has_alt() {
                        undescribed.insert(picture);
                    }
                    let file = edition.pictures.get(picture);
                    if file
                        .is_some_and(|file| file.kind == PictureKind::Jpeg && super::pictures::is_cmyk(file))
                    {
                        printers.insert(picture);
                    }
                }
                _ => {}
            }
        }
    }
    for folio in &missing {
        claims = Claims { accessible: false, archival: false };
        let place = Place { page: Some(book.printed(*folio)), ..Place::default() };
        say(notices, place, "PDF/UA-1 and PDF/A-2a", "a character has no font");
    }
    for picture in undescribed {
        claims.accessible = false;
        say(notices, Place::file(&**picture), "PDF/UA-1", "the picture has no description");
    }
    for picture in printers {
        claims.archival = false;
        say(
            notices,
            Place::file(&**picture),
            "PDF/A-2a",
            "the picture is in the colours of a printing press (CMYK)",
        );
    }
    claims
}

fn say(notices: &mut Notices, place: Place, standards: &str, why: &str) {
    let what = format!("the PDF does not say that it meets {standards}: {why}");
    notices.of(Rule::Standard).remark(place, what, "");
}
