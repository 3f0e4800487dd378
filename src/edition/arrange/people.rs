//! The people of an edition: one id for another, two records that become one.

use crate::edition::Edition;
use crate::edition::change::Change;
use crate::edition::people::contacts::ContactKind;
use crate::edition::people::help::Help;
use crate::edition::people::{Contributor, ContributorId};
use crate::edition::piece::{AuthorNote, Piece};
use crate::edition::piece_field::PieceField;
use std::path::Path;

/// Gives a contributor another id, in the record, the bylines and the list of editors. An id that is taken or empty
/// changes nothing.
pub fn contributor_renamed(edition: &Edition, old: &str, new: &str) -> Change {
    let is_free = !new.is_empty() && !edition.contributors.contains_key(new);
    let Some(record) = edition.contributors.get(old).filter(|_| is_free) else { return Change::nothing() };
    let mut changes =
        vec![Change::Contributor(old.into(), None), Change::Contributor(new.into(), Some(record.clone()))];
    changes.extend(named_otherwise(edition, old, new));
    Change::Several(changes)
}

/// Makes one person of two records: whoever is named `from` is `into` from then on, and the record of `into` takes over
/// what it does not say itself. A note that differs from the one that stays goes with the pieces it was printed
/// after, so that no word is lost. Nothing changes unless both are known, and two.
pub fn contributors_merged(edition: &Edition, from: &str, into: &str) -> Change {
    let records = (edition.contributors.get(from), edition.contributors.get(into));
    let (Some(gone), Some(kept), true) = (records.0, records.1, from != into) else {
        return Change::nothing();
    };
    let mut changes = vec![
        Change::Contributor(from.into(), None),
        Change::Contributor(into.into(), Some(both(gone, kept))),
    ];
    changes.extend(named_otherwise(edition, from, into));
    let differs = !gone.short_note.blocks.is_empty()
        && !kept.short_note.blocks.is_empty()
        && !gone.short_note.says_the_same(&kept.short_note);
    let wrote = |piece: &Piece| piece.authors.iter().any(|id| **id == *from);
    let printed = |piece: &Piece| piece.author_note == AuthorNote::FromContributors;
    for piece in edition.pieces().filter(|piece| differs && wrote(piece) && printed(piece)) {
        // Of several authors each keeps the note that was printed.
        let people = piece.authors.iter().filter_map(|id| edition.contributors.get(id));
        let mut text = gone.short_note.clone();
        text.blocks = people.flat_map(|person| person.short_note.blocks.clone()).collect();
        let field = PieceField::AuthorNote(AuthorNote::own(text));
        changes.push(Change::Field(piece.file.clone(), field));
    }
    Change::Several(changes)
}

/// One person instead of another in the list of editors and in all pieces.
fn named_otherwise(edition: &Edition, old: &str, new: &str) -> Vec<Change> {
    let renamed = |ids: &[ContributorId]| {
        let mut list: Vec<ContributorId> = Vec::with_capacity(ids.len());
        for id in ids {
            let id = if **id == *old { new.into() } else { id.clone() };
            if !list.contains(&id) {
                list.push(id);
            }
        }
        list
    };
    let is_named = |ids: &[ContributorId]| ids.iter().any(|id| **id == *old);
    let mut changes = Vec::new();
    if is_named(&edition.editors) {
        changes.push(Change::Editors(renamed(&edition.editors)));
    }
    for piece in edition.pieces() {
        if is_named(&piece.authors) {
            let field = PieceField::Authors(renamed(&piece.authors));
            changes.push(Change::Field(piece.file.clone(), field));
        }
        for help in Help::ALL.into_iter().filter(|help| is_named(piece.helped(*help))) {
            let field = PieceField::Helpers(help, renamed(piece.helped(help)));
            changes.push(Change::Field(piece.file.clone(), field));
        }
    }
    changes
}

/// What two records say of one person.
fn both(gone: &Contributor, kept: &Contributor) -> Contributor {
    fn filled<T: Clone>(own: &T, other: &T, is_empty: impl Fn(&T) -> bool) -> T {
        if is_empty(own) { other.clone() } else { own.clone() }
    }
    let words = |own: &String, other: &String| filled(own, other, |words| words.trim().is_empty());
    let mut contacts = kept.contacts.clone();
    for kind in ContactKind::ALL {
        if contacts.get(kind).value.trim().is_empty() {
            *contacts.get_mut(kind) = gone.contacts.get(kind).clone();
        }
    }
    Contributor {
        name: kept.name.clone(),
        sort_name: words(&kept.sort_name, &gone.sort_name),
        native_name: words(&kept.native_name, &gone.native_name),
        affiliation: words(&kept.affiliation, &gone.affiliation),
        short_note: filled(&kept.short_note, &gone.short_note, |note| note.blocks.is_empty()),
        long_note: filled(&kept.long_note, &gone.long_note, |note| note.blocks.is_empty()),
        language: kept.language.or(gone.language),
        contacts,
        portrait: kept.portrait.clone().or_else(|| gone.portrait.clone()),
    }
}

/// What becomes of a piece's own note that differs from the record of its author.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoteChoice {
    /// The record takes the words of the piece, and with it every piece that prints the record's.
    Take,
    /// The piece prints the words of the record; its own go.
    UseRecord,
    /// The piece keeps its own words, and nobody asks again.
    Keep,
}

/// Settles a note that differs from the record ([`Edition::differing_note`]); nothing where none does.
pub fn note_settled(edition: &Edition, file: &Path, choice: NoteChoice) -> Change {
    let Some(piece) = edition.piece(file) else { return Change::nothing() };
    let (Some((id, person)), AuthorNote::Own { text, .. }) =
        (edition.differing_note(piece), &piece.author_note)
    else {
        return Change::nothing();
    };
    let note = |note| Change::Field(piece.file.clone(), PieceField::AuthorNote(note));
    match choice {
        NoteChoice::Keep => note(AuthorNote::Own { text: text.clone(), kept: true }),
        NoteChoice::UseRecord => note(AuthorNote::FromContributors),
        NoteChoice::Take => {
            let record = Contributor { short_note: text.clone(), ..person.clone() };
            Change::Several(vec![
                Change::Contributor(id.clone(), Some(record)),
                note(AuthorNote::FromContributors),
            ])
        }
    }
}
