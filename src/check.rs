//! Preflight: what an editor would be sorry to find in the printed book, each with a way to mend it.

pub mod board;
mod disclaimers;
mod isbn;
pub mod mend;
mod pictures;
pub mod rights;
mod typography;

use crate::book::Book;
use crate::edition::Edition;
use crate::edition::disclaimer::DisclaimerChoice;
use crate::edition::people::ContributorId;
use crate::edition::piece::{AuthorNote, Piece};
use crate::edition::sign_off::Standing;
use crate::notice::{Notice, Notices, Place, Rule};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use typography::Custom;

/// Looks an edition and its book over.
pub fn preflight(edition: &Edition, book: &Book, notices: &mut Notices) {
    Preflight::default().look(edition, book, notices);
}

/// Looks editions over, and remembers what it found in pieces, so that of an edition in which one word was changed it
/// looks at one piece only.
#[derive(Debug, Default)]
pub struct Preflight {
    /// By the address of the piece, which is held as long as it stands here.
    known: FxHashMap<usize, Known>,
}

/// What was found in a piece, whatever stands around it.
#[derive(Debug)]
struct Known {
    piece: Arc<Piece>,
    custom: Custom,
    notices: Vec<Notice>,
}

impl Known {
    fn of(piece: &Arc<Piece>, custom: Custom) -> Known {
        Known { piece: piece.clone(), custom, notices: typography::of_piece(piece, custom) }
    }

    /// Whether the piece would be looked at in the same way again.
    fn is_of(&self, piece: &Arc<Piece>, custom: Custom) -> bool {
        Arc::ptr_eq(&self.piece, piece) && self.custom == custom
    }
}

impl Preflight {
    /// Looks an edition and its book over.
    pub fn look(&mut self, edition: &Edition, book: &Book, notices: &mut Notices) {
        self.get_to_know(edition);
        whole(edition, book, notices);
        for (_, piece) in edition.included() {
            let known = self.known.get(&address(piece));
            known.iter().flat_map(|known| &known.notices).for_each(|notice| notices.push(notice.clone()));
        }
        for (id, person) in &edition.contributors {
            let found = typography::of_person(id, person, Custom::of_edition(edition));
            found.into_iter().for_each(|notice| notices.push(notice));
        }
    }

    /// Looks at the pieces that are new, and forgets those that are gone.
    fn get_to_know(&mut self, edition: &Edition) {
        let mut before = std::mem::take(&mut self.known);
        let mut fresh = Vec::new();
        for (_, piece) in edition.included() {
            let custom = Custom::of(edition, piece);
            match before.remove(&address(piece)).filter(|known| known.is_of(piece, custom)) {
                Some(known) => _ = self.known.insert(address(piece), known),
                None => fresh.push((piece, custom)),
            }
        }
        let found: Vec<Known> = fresh.par_iter().map(|(piece, custom)| Known::of(piece, *custom)).collect();
        self.known.extend(found.into_iter().map(|known| (address(&known.piece), known)));
    }
}

fn address(piece: &Arc<Piece>) -> usize {
    Arc::as_ptr(piece).addr()
}

/// What is quickly looked at each time.
fn whole(edition: &Edition, book: &Book, notices: &mut Notices) {
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
            notices.of(Rule::Double).doubt(
                Place::file(&piece.file),
                what,
                "leave one of them out with include: false",
            );
        } else {
            titles.entry(piece.title.words().to_lowercase()).or_default().push(piece);
        }
    }
    for pieces in titles.values().filter(|pieces| pieces.len() > 1) {
        let what = format!("{} pieces have the title “{}”", pieces.len(), pieces[0].title.words());
        let place = Place::file(&pieces[1].file);
        notices.of(Rule::SameTitle).remark(
            place,
            what,
            "readers can't tell them apart in the contents: give them subtitles or numbers",
        );
    }
    disclaimers::preflight(edition, notices);
    rights::preflight(edition, notices);
    about_people(edition, &people, notices);
    pictures::preflight(edition, book, notices);
}

fn about_the_edition(edition: &Edition, notices: &mut Notices) {
    let place = || Place::file("edition.toml");
    if edition.title.trim().is_empty() {
        notices.of(Rule::NoEditionTitle).fault(
            place(),
            "the edition has no title",
            "add a line: title = \"…\"",
        );
    }
    if edition.publisher.name.is_empty() {
        notices.of(Rule::NoPublisher).remark(
            place(),
            "no publisher is named",
            "add a line: publisher = \"…\"",
        );
    }
    if edition.rights.is_none() {
        notices.of(Rule::NoRightsLine).remark(
            place(),
            "the imprint has no rights line",
            "add a line: rights = \"© …\"",
        );
    }
    if edition.date.is_none() {
        notices.of(Rule::NoDate).remark(
            place(),
            "the edition has no date",
            "add a line: date = 2026-03-01; PDF and EPUB then carry it",
        );
    }
    isbn::preflight(edition, notices);
    if edition.included().next().is_none() {
        notices.of(Rule::NoPieces).fault(
            place(),
            "no piece is in the book",
            "list files of the folder pieces under [[part]]",
        );
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

fn about_a_piece(edition: &Edition, piece: &Arc<Piece>, notices: &mut Notices) {
    let place = || Place::file(&piece.file);
    if piece.title.is_empty() {
        notices.of(Rule::NoTitle).fault(
            place(),
            "the piece has no title",
            "add a line to its front matter: title: …",
        );
    }
    if piece.authors.is_empty() {
        notices.of(Rule::NoByline).doubt(
            place(),
            "the piece has no author",
            "add a line to its front matter: authors: [name]",
        );
    }
    match &piece.disclaimer {
        DisclaimerChoice::Waived(reason) if reason.trim().is_empty() => {
            notices.of(Rule::WaivedSilently).doubt(
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
            notices.of(Rule::NoDisclaimer).doubt(place(), "the piece carries no disclaimer", hint);
        }
        _ => {}
    }
    about_the_sign_off(edition, piece, notices);
    pictures::without_alt(&piece.body, &|picture| pictures::place(piece, picture), notices);
}

/// An agreement to other words than those that will be printed. What is read in the file is said when it is read.
fn about_the_sign_off(edition: &Edition, piece: &Arc<Piece>, notices: &mut Notices) {
    let Some(signed) = piece.signed.as_ref().filter(|_| edition.standing(piece) == Standing::Stale) else {
        return;
    };
    let on = signed.date.map(|date| format!(" on {date}")).unwrap_or_default();
    let what = format!("signed off by {}{on}, but the text has changed since", signed.by);
    let hint = "send a new proof, or take the sign-off back";
    notices.of(Rule::StaleSignOff).doubt(Place::file(&piece.file), what, hint);
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
            notices.of(Rule::NoNote).remark(
                Place::file("contributors.toml"),
                what,
                format!("add short_note = \"…\" under [{id}]"),
            );
        }
    }
}
