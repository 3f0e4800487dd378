//! The pieces that both sides have, field by field.

use super::{Conflict, Merge, Verdict, label};
use crate::edition::change::Change;
use crate::edition::piece::{AuthorNote, Piece};
use crate::edition::piece_field::PieceField;
use crate::edition::text::Paragraph;
use crate::edition::{Edition, markdown};
use crate::notice::Place;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// The pieces of an edition by file.
pub(super) fn by_file(edition: &Edition) -> BTreeMap<&Path, &Arc<Piece>> {
    edition.pieces().map(|piece| (&*piece.file, piece)).collect()
}

/// Merges what the pieces say that both sides have.
pub(super) fn merge(merge: &mut Merge, base: &Edition, ours: &Edition, theirs: &Edition) {
    let (before, there) = (by_file(base), by_file(theirs));
    for mine in ours.parts.iter().flat_map(|part| &part.pieces) {
        let Some(other) = there.get(&*mine.file).filter(|other| **other != mine) else { continue };
        let base_fields = before.get(&*mine.file).map(|piece| PieceField::all(piece));
        let fields = PieceField::all(mine).into_iter().zip(PieceField::all(other)).enumerate();
        for (index, (my_field, other_field)) in fields {
            let base_field = base_fields.as_ref().and_then(|fields| fields.get(index));
            let verdict = verdict(base_field, &my_field, &other_field);
            let take = Change::Field(mine.file.clone(), other_field.clone());
            match verdict {
                Verdict::Keep => {}
                Verdict::Take => merge.changes.push(take),
                // Where the body begins is known only by the file.
                Verdict::Ask if matches!(my_field, PieceField::BodyLine(_)) => merge.changes.push(take),
                Verdict::Ask => merge.conflicts.push(Conflict {
                    what: label::piece_field(&my_field, mine),
                    place: Place::file(&mine.file),
                    ours_label: label::value(&my_field, ours),
                    theirs_label: label::value(&other_field, theirs),
                    take_theirs: take,
                }),
            }
        }
    }
}

/// What to do about a field. Without a common ancestor only what both say is no question.
pub(crate) fn verdict(base: Option<&PieceField>, ours: &PieceField, theirs: &PieceField) -> Verdict {
    match base {
        Some(base) => Verdict::of(base, ours, theirs, alike),
        None if alike(ours, theirs) => Verdict::Keep,
        None => Verdict::Ask,
    }
}

/// Whether two pieces say the same.
pub(crate) fn say_the_same(one: &Piece, two: &Piece) -> bool {
    let fields = PieceField::all(one).into_iter().zip(PieceField::all(two));
    fields.filter(|(field, _)| !matches!(field, PieceField::BodyLine(_))).all(|(one, two)| alike(&one, &two))
}

/// Whether two values of one field say the same, wherever in a file their words come from.
fn alike(one: &PieceField, two: &PieceField) -> bool {
    use PieceField::{AuthorNote as Note, Body, Kicker, ShortTitle, Subtitle, Title};
    let words = |paragraph: &Option<Paragraph>| paragraph.as_ref().map(markdown::write_inline);
    match (one, two) {
        (Title(one), Title(two)) => markdown::write_inline(one) == markdown::write_inline(two),
        (Kicker(one), Kicker(two)) | (ShortTitle(one), ShortTitle(two)) | (Subtitle(one), Subtitle(two)) => {
            words(one) == words(two)
        }
        (Body(one, _), Body(two, _)) => one == two,
        (Note(AuthorNote::Own { text: one, kept }), Note(AuthorNote::Own { text: two, kept: too })) => {
            kept == too && markdown::write(one) == markdown::write(two)
        }
        _ => one == two,
    }
}
