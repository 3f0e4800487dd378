//! Preflight: what an editor would be sorry to find in the printed book, each with a way to mend it.

pub mod board;
mod disclaimers;
pub mod rights;

use crate::book::Book;
use crate::edition::Edition;
use crate::edition::disclaimer::DisclaimerChoice;
use crate::edition::people::ContributorId;
use crate::edition::piece::{AuthorNote, Piece};
use crate::edition::sign_off::Standing;
use crate::edition::text::{Block, Text};
use crate::notice::{Notices, Place};
use crate::page::sheet::Item;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// Looks an edition and its book over.
pub fn preflight(edition: &Edition, book: &Book, notices: &mut Notices) {
    about_the_edition(edition, notices);
    let mut bodies: BTreeMap<&str, &Path> = BTreeMap::new();
    let mut titles: BTreeMap<String, Vec<&Piece>> = BTreeMap::new();
    let mut people = BTreeSet::new();
    for (_, piece) in edition.included() {
        about_a_piece(edition, piece, notices);
        people.extend(piece.authors.iter().cloned());
        let body = piece.markdown.trim();
        if !body.is_empty()
            && let Some(other) = bodies.insert(body, &piece.file)
        {
            let what = format!("“{}” is in the book twice, also in {}", piece.title.words(), other.display());
            notices.doubt(Place::file(&piece.file), what, "leave one of them out with include: false");
        } else {
            titles.entry(piece.title.words().to_lowercase()).or_default().push(piece);
        }
    }
    for pieces in titles.values().filter(|pieces| pieces.len() > 1) {
        let what = format!("{} pieces have the title “{}”", pieces.len(), pieces[0].title.words());
        let place = Place::file(&pieces[1].file);
        notices.remark(
            place,
            what,
            "readers can't tell them apart in the contents: give them subtitles or numbers",
        );
    }
    disclaimers::preflight(edition, notices);
    rights::preflight(edition, notices);
    about_people(edition, &people, notices);
    about_pictures(edition, book, notices);
}

fn about_the_edition(edition: &Edition, notices: &mut Notices) {
    let place = || Place::file("edition.toml");
    if edition.title.trim().is_empty() {
        notices.fault(place(), "the edition has no title", "add a line: title = \"…\"");
    }
    if edition.publisher.name.is_empty() {
        notices.remark(place(), "no publisher is named", "add a line: publisher = \"…\"");
    }
    if edition.rights.is_none() {
        notices.remark(place(), "the imprint has no rights line", "add a line: rights = \"© …\"");
    }
    if edition.date.is_none() {
        notices.remark(
            place(),
            "the edition has no date",
            "add a line: date = 2026-03-01; PDF and EPUB then carry it",
        );
    }
    for (isbn, of) in
        [(&edition.isbn.print, "print"), (&edition.isbn.pdf, "pdf"), (&edition.isbn.epub, "epub")]
    {
        if let Some(isbn) = isbn.as_ref().filter(|isbn| !is_isbn(isbn)) {
            let what = format!("the ISBN {isbn} ({of}) is not valid: its check digit does not fit");
            notices.fault(place(), what, "compare it with the letter of the ISBN agency");
        }
    }
    if edition.included().next().is_none() {
        notices.fault(place(), "no piece is in the book", "list files of the folder pieces under [[part]]");
    }
    // What a variant leaves out is left out on purpose.
    for part in edition.parts.iter().filter(|part| edition.variant.is_none() || part.pieces.is_empty()) {
        if let Some(title) = part.title.as_ref().filter(|_| !part.pieces.iter().any(|piece| piece.include)) {
            let what = format!("the part “{}” has no pieces and is left out", title.words());
            notices.doubt(place(), what, "add pieces to it or delete it");
        }
    }
    for own in edition.matter.free_texts() {
        without_alt(&own.text, own.file.as_deref().unwrap_or(Path::new("edition.toml")), notices);
    }
}

fn about_a_piece(edition: &Edition, piece: &Arc<Piece>, notices: &mut Notices) {
    let place = || Place::file(&piece.file);
    if piece.title.is_empty() {
        notices.fault(place(), "the piece has no title", "add a line to its front matter: title: …");
    }
    if piece.authors.is_empty() {
        notices.doubt(place(), "the piece has no author", "add a line to its front matter: authors: [name]");
    }
    match &piece.disclaimer {
        DisclaimerChoice::Waived(reason) if reason.trim().is_empty() => {
            notices.doubt(
                place(),
                "the disclaimer is waived without a reason",
                "say why: disclaimer: { waived: \"…\" }",
            );
        }
        DisclaimerChoice::Default
            if !edition.disclaimers.is_empty()
                && !edition.disclaimers.iter().any(|d| edition.carries(piece, d)) =>
        {
            let hint =
                "name one (disclaimer: …), waive it with a reason, or mark one as default in edition.toml";
            notices.doubt(place(), "the piece carries no disclaimer", hint);
        }
        _ => {}
    }
    about_the_sign_off(edition, piece, notices);
    without_alt(&piece.body, &piece.file, notices);
}

/// An agreement to other words than those that will be printed. What is read in the file is said when it is read.
fn about_the_sign_off(edition: &Edition, piece: &Arc<Piece>, notices: &mut Notices) {
    let Some(signed) = piece.signed.as_ref().filter(|_| edition.standing(piece) == Standing::Stale) else {
        return;
    };
    let on = signed.date.map(|date| format!(" on {date}")).unwrap_or_default();
    let what = format!("signed off by {}{on}, but the text has changed since", signed.by);
    let hint = "send a new proof, or take the sign-off back";
    notices.doubt(Place::file(&piece.file), what, hint);
}

/// Pictures that a reader who can't see them would not know about.
fn without_alt(text: &Text, file: &Path, notices: &mut Notices) {
    let mut stack: Vec<&Block> = text.blocks.iter().collect();
    while let Some(block) = stack.pop() {
        match block {
            Block::Figure { picture, alt, .. } if alt.trim().is_empty() => {
                let what = format!("the picture {picture} has no description for readers who can't see it");
                notices.doubt(
                    Place::file(file),
                    what,
                    "write it between the square brackets: ![what it shows](…)",
                );
            }
            Block::Quote { blocks, .. } => stack.extend(blocks),
            Block::List { items, .. } => stack.extend(items.iter().flatten()),
            _ => {}
        }
    }
}

fn about_people(edition: &Edition, people: &BTreeSet<ContributorId>, notices: &mut Notices) {
    let own_notes: BTreeSet<&ContributorId> = edition
        .included()
        .filter(|(_, piece)| piece.author_note != AuthorNote::FromContributors)
        .flat_map(|(_, piece)| &piece.authors)
        .collect();
    for id in people {
        let person = edition.contributor(id);
        let has_note = !person.short_note.blocks.is_empty() || !person.long_note.blocks.is_empty();
        if !has_note && !own_notes.contains(id) {
            let what = format!("{} has no author note", person.name);
            notices.remark(
                Place::file("contributors.toml"),
                what,
                format!("add short_note = \"…\" under [{id}]"),
            );
        }
    }
}

/// Pictures printed with fewer than 150 dots an inch.
fn about_pictures(edition: &Edition, book: &Book, notices: &mut Notices) {
    let mut seen: BTreeSet<Arc<str>> = BTreeSet::new();
    for sheet in &book.sheets {
        for item in &sheet.items {
            let Item::Picture { area, picture, .. } = item.upright() else { continue };
            let Some(file) = edition.pictures.get(picture).filter(|_| seen.insert(picture.clone())) else {
                continue;
            };
            let dots = f64::from(file.width) / (area.width.to_pt() / 72.0).max(0.01);
            if dots < 149.0 {
                let place = Place { page: Some(sheet.folio.to_string()), ..Place::file(&**picture) };
                let what = format!("the picture is printed with {dots:.0} dots an inch and may look soft");
                notices.doubt(place, what, "use a larger file: 300 dots an inch print well");
            }
        }
    }
}

/// Whether the check digit of an ISBN of 13 or 10 digits fits.
fn is_isbn(text: &str) -> bool {
    let digits: Vec<u32> = text
        .chars()
        .filter(|c| !matches!(c, '-' | ' ' | '\u{2011}' | '\u{2010}'))
        .map(|c| if c == 'X' || c == 'x' { 10 } else { c.to_digit(10).unwrap_or(99) })
        .collect();
    match digits.len() {
        13 if digits.iter().all(|d| *d < 10) => digits
            .iter()
            .zip([1, 3].iter().cycle())
            .map(|(d, weight)| d * weight)
            .sum::<u32>()
            .is_multiple_of(10),
        10 if digits[..9].iter().all(|d| *d < 10) && digits[9] <= 10 => {
            digits.iter().zip((1..=10).rev()).map(|(d, weight)| d * weight).sum::<u32>().is_multiple_of(11)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn isbns_are_checked_by_their_last_digit() {
        assert!(is_isbn("978-0-00-916241-1"));
        assert!(is_isbn("0-306-40615-2"));
        assert!(is_isbn("0-8044-2957-X"));
        for wrong in ["978-0-00-916241-2", "978000916241", "", "ISBN", "0-306-40615-3"] {
            assert!(!is_isbn(wrong), "{wrong}");
        }
    }
}
