//! The people of a book: those of whom nothing is said, those who may be one, and notes that say two things.

use super::contacts;
use super::typography::{self, Custom};
use crate::edition::Edition;
use crate::edition::arrange::{self, NoteChoice};
use crate::edition::change::Change;
use crate::edition::people::ContributorId;
use crate::edition::people::matching::{Doubles, Likeness};
use crate::edition::piece::{AuthorNote, Piece};
use crate::notice::{Mend, Notice, Notices, Place, Rule, Weight};
use std::collections::BTreeSet;

fn place() -> Place {
    Place::file("contributors.toml")
}

/// Looks over the records of an edition, of which some may be one person's.
pub(super) fn preflight(edition: &Edition, doubles: &Doubles, notices: &mut Notices) {
    without_note(edition, notices);
    for (one, other, likeness) in &doubles.pairs {
        notices.push(same(edition, one, other, *likeness));
    }
    for (_, piece) in edition.included() {
        differing(edition, piece, notices);
    }
    for (id, person) in &edition.contributors {
        contacts::of_person(edition, id, person, notices);
        let found = typography::of_person(id, person, Custom::of_edition(edition));
        found.into_iter().for_each(|notice| notices.push(notice));
    }
}

/// Tells of which authors nothing is said anywhere.
fn without_note(edition: &Edition, notices: &mut Notices) {
    let mut people = BTreeSet::new();
    let mut own_notes = BTreeSet::new();
    for (_, piece) in edition.included() {
        people.extend(&piece.authors);
        if piece.author_note != AuthorNote::FromContributors {
            own_notes.extend(&piece.authors);
        }
    }
    for id in people {
        let person = edition.contributor(id);
        let has_note = !person.short_note.blocks.is_empty() || !person.long_note.blocks.is_empty();
        if !has_note && !own_notes.contains(id) {
            let what = format!("{} has no author note", person.name);
            let hint = format!("add short_note = \"…\" under [{id}]");
            notices.of(Rule::NoNote).remark(place(), what, hint);
        }
    }
}

fn same(edition: &Edition, one: &ContributorId, other: &ContributorId, likeness: Likeness) -> Notice {
    let named = |id: &ContributorId| format!("{} [{id}]", edition.contributor(id).name);
    let (weight, verb) = match likeness {
        Likeness::Same => (Weight::Doubt, "are"),
        _ => (Weight::Remark, "may be"),
    };
    let what = format!("{} and {} {verb} one person", named(one), named(other));
    let hint = format!("if so: pamphleteer people DIR --merge {other} {one}");
    let notice = Notice::new(weight, place(), what, hint).by(Rule::SamePerson);
    Notice { about: Some(pair(one, other)), mend: Some(Mend::OneRecord), ..notice }
}

fn pair(one: &str, other: &str) -> String {
    format!("{one} and {other}")
}

/// Makes one record of the two of a notice, under the fuller name.
pub(super) fn one_record(edition: &Edition, notice: &Notice) -> Option<Change> {
    let about = notice.about.as_deref()?;
    let (one, other) = Doubles::of(&edition.contributors)
        .pairs
        .into_iter()
        .map(|(one, other, _)| (one, other))
        .find(|(one, other)| pair(one, other) == about)?;
    Some(arrange::contributors_merged(edition, &other, &one))
}

/// Tells of a note that says something else than the record.
fn differing(edition: &Edition, piece: &Piece, notices: &mut Notices) {
    let Some((id, person)) = edition.differing_note(piece) else { return };
    let what = format!("the author note says something else than the record of {} [{id}]", person.name);
    let hint =
        "put it into the record, delete it so that the record's is printed, or say that both are right";
    let notice = Notice::new(Weight::Remark, Place::file(&piece.file), what, hint).by(Rule::DifferingNote);
    notices.push(Notice { mend: Some(Mend::KeepNote), ..notice });
}

/// Says of the piece of a notice that its note may differ.
pub(super) fn kept_note(edition: &Edition, notice: &Notice) -> Option<Change> {
    let file = notice.place.file.as_deref()?;
    Some(arrange::note_settled(edition, file, NoteChoice::Keep)).filter(|change| !change.is_nothing())
}
