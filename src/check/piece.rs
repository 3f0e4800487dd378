//! What is said of a piece: whether it has what readers look for, and what is odd in its words.

use super::typography::{self, Custom};
use super::{contacts, doubles, links, pictures};
use crate::edition::Edition;
use crate::edition::disclaimer::DisclaimerChoice;
use crate::edition::piece::Piece;
use crate::edition::sign_off::Standing;
use crate::import::clean;
use crate::notice::{Notice, Notices, Place, Rule, Weight};
use std::sync::Arc;

/// What was found in a piece, whatever stands around it.
#[derive(Debug)]
pub(super) struct Known {
    piece: Arc<Piece>,
    custom: Custom,
    notices: Vec<Notice>,
    contacts: Vec<contacts::Printed>,
    prints: Vec<u64>,
}

impl Known {
    /// Looks at a piece.
    pub(super) fn of(piece: &Arc<Piece>, custom: Custom) -> Known {
        let mut notices = typography::of_piece(piece, custom);
        notices.extend(doubled_words(piece));
        notices.extend(links::of_piece(piece));
        let (contacts, prints) = (contacts::in_piece(piece), doubles::prints(piece));
        Known { piece: piece.clone(), custom, notices, contacts, prints }
    }

    /// Whether the piece would be looked at in the same way again.
    pub(super) fn is_of(&self, piece: &Arc<Piece>, custom: Custom) -> bool {
        Arc::ptr_eq(&self.piece, piece) && self.custom == custom
    }

    /// The piece.
    pub(super) fn piece(&self) -> &Arc<Piece> {
        &self.piece
    }

    /// What its text is compared by.
    pub(super) fn prints(&self) -> &[u64] {
        &self.prints
    }

    /// Tells what was found.
    pub(super) fn tell(&self, edition: &Edition, notices: &mut Notices) {
        self.notices.iter().for_each(|notice| notices.push(notice.clone()));
        contacts::of_piece(edition, &self.piece, &self.contacts, notices);
    }
}

/// Words that stand twice in a row.
fn doubled_words(piece: &Piece) -> Vec<Notice> {
    let mut found = Vec::new();
    typography::each_prose_of(&piece.body, &mut |paragraph| {
        for (range, word) in clean::doubled(&paragraph.text) {
            let at = typography::in_markdown(piece, paragraph, range.start);
            let what = format!("“{word} {word}”: a word stands twice");
            let place = typography::place(piece, at.unwrap_or(paragraph.source.start));
            found.push(
                Notice::new(Weight::Remark, place, what, "take one out, unless both are meant")
                    .by(Rule::DoubledWord),
            );
        }
    });
    found
}

/// Looks over what a piece has.
pub(super) fn preflight(edition: &Edition, piece: &Arc<Piece>, notices: &mut Notices) {
    let place = || Place::file(&piece.file);
    if piece.title.is_empty() {
        let hint = "add a line to its front matter: title: …";
        notices.of(Rule::NoTitle).fault(place(), "the piece has no title", hint);
    }
    if piece.authors.is_empty() {
        let hint = "add a line to its front matter: authors: [name]";
        notices.of(Rule::NoByline).doubt(place(), "the piece has no author", hint);
    }
    match &piece.disclaimer {
        DisclaimerChoice::Waived(reason) if reason.trim().is_empty() => {
            let what = "the disclaimer is waived without a reason";
            notices.of(Rule::WaivedSilently).doubt(place(), what, "say why: disclaimer: { waived: \"…\" }");
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
    sign_off(edition, piece, notices);
    pictures::without_alt(&piece.body, &|picture| pictures::place(piece, picture), notices);
}

/// An agreement to other words than those that will be printed. What is read in the file is said when it is read.
fn sign_off(edition: &Edition, piece: &Arc<Piece>, notices: &mut Notices) {
    let Some(signed) = piece.signed.as_ref().filter(|_| edition.standing(piece) == Standing::Stale) else {
        return;
    };
    let on = signed.date.map(|date| format!(" on {date}")).unwrap_or_default();
    let what = format!("signed off by {}{on}, but the text has changed since", signed.by);
    let hint = "send a new proof, or take the sign-off back";
    notices.of(Rule::StaleSignOff).doubt(Place::file(&piece.file), what, hint);
}
