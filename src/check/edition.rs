//! What is said of the edition as a whole: its title page and imprint, its parts, and texts around the pieces.

use super::{isbn, pictures};
use crate::edition::Edition;
use crate::notice::{Notices, Place, Rule};
use std::path::PathBuf;

fn place() -> Place {
    Place::file("edition.toml")
}

/// Looks over what the edition says of itself.
pub(super) fn preflight(edition: &Edition, notices: &mut Notices) {
    if edition.title.trim().is_empty() {
        let hint = "add a line: title = \"…\"";
        notices.of(Rule::NoEditionTitle).fault(place(), "the edition has no title", hint);
    }
    if edition.publisher.name.is_empty() {
        let hint = "add a line: publisher = \"…\"";
        notices.of(Rule::NoPublisher).remark(place(), "no publisher is named", hint);
    }
    if edition.rights.is_none() {
        let hint = "add a line: rights = \"© …\"";
        notices.of(Rule::NoRightsLine).remark(place(), "the imprint has no rights line", hint);
    }
    if edition.date.is_none() {
        let hint = "add a line: date = 2026-03-01; PDF and EPUB then carry it";
        notices.of(Rule::NoDate).remark(place(), "the edition has no date", hint);
    }
    isbn::preflight(edition, notices);
    if edition.included().next().is_none() {
        let hint = "list files of the folder pieces under [[part]]";
        notices.of(Rule::NoPieces).fault(place(), "no piece is in the book", hint);
    }
    // What a variant leaves out is left out on purpose.
    for part in edition.parts.iter().filter(|part| edition.variant.is_none() || part.pieces.is_empty()) {
        if let Some(title) = part.title.as_ref().filter(|_| !part.pieces.iter().any(|piece| piece.include)) {
            let what = format!("the part “{}” has no pieces and is left out", title.words());
            notices.of(Rule::EmptyPart).doubt(place(), what, "add pieces to it or delete it");
        }
    }
    for own in edition.matter.free_texts() {
        let file = own.file.clone().unwrap_or_else(|| PathBuf::from("edition.toml"));
        pictures::without_alt(&own.text, &|_| Place::file(&file), notices);
    }
}
