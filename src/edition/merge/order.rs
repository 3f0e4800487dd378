//! The parts and the order of the pieces, and which pieces there are.
//!
//! Pieces that came or went on one side come and go on the other too. Where only one side arranged the pieces anew,
//! its order holds, and the other side's new pieces stand behind the piece they stood behind.

use super::pieces::{by_file, say_the_same};
use super::{Conflict, Merge, label};
use crate::edition::change::{Change, Slot};
use crate::edition::piece::Piece;
use crate::edition::{Edition, Part, markdown};
use crate::notice::Place;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

type Files<'a> = BTreeSet<&'a Path>;

/// Merges the lists of parts.
pub(super) fn merge(merge: &mut Merge, base: &Edition, ours: &Edition, theirs: &Edition) {
    let (before, here, there) = (by_file(base), by_file(ours), by_file(theirs));
    let is_edited = |file: &Path, piece: &Piece| before.get(file).is_none_or(|old| !say_the_same(old, piece));
    let missing_there = || here.iter().filter(|(file, _)| !there.contains_key(*file));
    let missing_here = || there.iter().filter(|(file, _)| !here.contains_key(*file));
    // New here, or taken out there although it was edited here: it stays.
    let kept: Files<'_> =
        missing_there().filter(|(file, piece)| is_edited(file, piece)).map(|(file, _)| *file).collect();
    let gone_there: Files<'_> =
        missing_there().map(|(file, _)| *file).filter(|f| !kept.contains(f)).collect();
    let new_there: Files<'_> =
        missing_here().map(|(file, _)| *file).filter(|file| !before.contains_key(file)).collect();
    let gone_here: Files<'_> =
        missing_here().map(|(file, _)| *file).filter(|f| before.contains_key(f)).collect();

    let onto_ours = replayed(&ours.parts, &theirs.parts, &new_there, &gone_there);
    let onto_theirs = replayed(&theirs.parts, &ours.parts, &kept, &gone_here);
    let parts = if is_same_order(base, theirs) {
        onto_ours
    } else if is_same_order(base, ours) || shape(&onto_ours, None) == shape(&onto_theirs, None) {
        onto_theirs
    } else {
        merge.conflicts.push(Conflict {
            what: "the order of the parts and pieces".into(),
            place: Place::file("edition.toml"),
            ours_label: label::order(&onto_ours),
            theirs_label: label::order(&onto_theirs),
            take_theirs: Change::Arranged(onto_theirs),
        });
        onto_ours
    };
    if shape(&parts, None) != shape(&ours.parts, None) {
        merge.changes.push(Change::Arranged(parts));
    }
    for (file, piece) in missing_there().filter(|(f, _)| kept.contains(*f) && before.contains_key(*f)) {
        merge.conflicts.push(Conflict {
            what: format!("“{}”, which was changed here and taken out there", piece.title.words()),
            place: Place::file(file),
            ours_label: "keep the piece".into(),
            theirs_label: "take it out".into(),
            take_theirs: Change::Placed(Arc::clone(piece), None),
        });
    }
    for (file, piece) in missing_here().filter(|(f, piece)| gone_here.contains(*f) && is_edited(f, piece)) {
        merge.conflicts.push(Conflict {
            what: format!("“{}”, which was taken out here and changed there", piece.title.words()),
            place: Place::file(file),
            ours_label: "leave it out".into(),
            theirs_label: "bring the piece back".into(),
            take_theirs: Change::Placed(Arc::clone(piece), slot(theirs, file)),
        });
    }
}

/// Where a piece stands.
fn slot(edition: &Edition, file: &Path) -> Option<Slot> {
    let in_part = |part: &Part| part.pieces.iter().position(|piece| piece.file == file);
    let mut parts = edition.parts.iter().enumerate();
    parts.find_map(|(number, part)| in_part(part).map(|index| Slot { part: number, index }))
}

/// The parts `onto` without some pieces, and with those that came in `from`, each behind the piece it stands behind
/// there.
fn replayed(onto: &[Part], from: &[Part], came: &Files<'_>, gone: &Files<'_>) -> Vec<Part> {
    let mut parts = onto.to_vec();
    for part in &mut parts {
        part.pieces.retain(|piece| !gone.contains(&*piece.file));
    }
    for (number, part) in from.iter().enumerate() {
        for (index, piece) in part.pieces.iter().enumerate() {
            if came.contains(&*piece.file) {
                let (part_number, at) = place_of_newcomer(&mut parts, part, number, index);
                parts[part_number].pieces.insert(at, Arc::clone(piece));
            }
        }
    }
    parts
}

/// Where the piece at `index` of the part `from` belongs.
fn place_of_newcomer(parts: &mut Vec<Part>, from: &Part, number: usize, index: usize) -> (usize, usize) {
    for neighbour in from.pieces[..index].iter().rev() {
        for (part_number, part) in parts.iter().enumerate() {
            if let Some(at) = part.pieces.iter().position(|piece| piece.file == neighbour.file) {
                return (part_number, at + 1);
            }
        }
    }
    if parts.is_empty() {
        parts.push(Part { pieces: Vec::new(), ..from.clone() });
    }
    let same = parts.iter().position(|part| heading(part) == heading(from));
    (same.unwrap_or(number.min(parts.len() - 1)), 0)
}

/// Whether one edition has the parts and the order of another, but for pieces that only one of them has.
fn is_same_order(one: &Edition, two: &Edition) -> bool {
    shape(&one.parts, Some(&by_file(two).into_keys().collect()))
        == shape(&two.parts, Some(&by_file(one).into_keys().collect()))
}

/// Headings and files, or only some of the files. Loose pieces are no part when there are none.
fn shape<'a>(parts: &'a [Part], only: Option<&Files<'_>>) -> Vec<([Option<String>; 2], Vec<&'a Path>)> {
    let files = |part: &'a Part| {
        let files = part.pieces.iter().map(|piece| &*piece.file);
        files.filter(|file| only.is_none_or(|only| only.contains(file))).collect::<Vec<&Path>>()
    };
    let shape = parts.iter().map(|part| (heading(part), files(part)));
    shape.filter(|(heading, files)| *heading != [None, None] || !files.is_empty()).collect()
}

/// Title and subtitle of a part as they are written.
fn heading(part: &Part) -> [Option<String>; 2] {
    [&part.title, &part.subtitle].map(|words| words.as_ref().map(markdown::write_inline))
}
