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
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

type Files<'a> = BTreeSet<&'a Path>;

/// Which pieces there are on which side.
struct Sides<'a> {
    before: BTreeMap<&'a Path, &'a Arc<Piece>>,
    /// Only here: new here, or taken out there although they were edited here. They stay.
    kept: BTreeMap<&'a Path, &'a Arc<Piece>>,
    /// Taken out there, and not edited here.
    gone_there: Files<'a>,
    /// New there.
    new_there: Files<'a>,
    /// Taken out here; there they may have been edited.
    gone_here: BTreeMap<&'a Path, &'a Arc<Piece>>,
}

impl<'a> Sides<'a> {
    fn of(base: &'a Edition, ours: &'a Edition, theirs: &'a Edition) -> Sides<'a> {
        let (before, here, there) = (by_file(base), by_file(ours), by_file(theirs));
        let only_here = here.iter().filter(|(file, _)| !there.contains_key(*file));
        let only_there = there.iter().filter(|(file, _)| !here.contains_key(*file));
        let mut sides = Sides {
            before,
            kept: BTreeMap::new(),
            gone_there: BTreeSet::new(),
            new_there: BTreeSet::new(),
            gone_here: BTreeMap::new(),
        };
        for (file, piece) in only_here {
            if sides.is_edited(file, piece) {
                sides.kept.insert(file, piece);
            } else {
                sides.gone_there.insert(file);
            }
        }
        for (file, piece) in only_there {
            if sides.before.contains_key(file) {
                sides.gone_here.insert(file, piece);
            } else {
                sides.new_there.insert(file);
            }
        }
        sides
    }

    /// Whether a piece is new, or says something else than before.
    fn is_edited(&self, file: &Path, piece: &Piece) -> bool {
        self.before.get(file).is_none_or(|old| !say_the_same(old, piece))
    }
}

/// Merges the lists of parts.
pub(super) fn merge(merge: &mut Merge, base: &Edition, ours: &Edition, theirs: &Edition) {
    let sides = Sides::of(base, ours, theirs);
    let (kept, gone_here) = (sides.kept.keys().copied().collect(), sides.gone_here.keys().copied().collect());
    let onto_ours = replayed(&ours.parts, &theirs.parts, &sides.new_there, &sides.gone_there);
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
    merge.conflicts.extend(edited_and_gone(&sides, theirs));
}

/// Pieces that one side edited and the other took out: nobody but the editor knows which counts.
fn edited_and_gone(sides: &Sides<'_>, theirs: &Edition) -> Vec<Conflict> {
    let mut conflicts = Vec::new();
    for (file, piece) in sides.kept.iter().filter(|(file, _)| sides.before.contains_key(*file)) {
        conflicts.push(Conflict {
            what: format!("“{}”, which was changed here and taken out there", piece.title.words()),
            place: Place::file(file),
            ours_label: "keep the piece".into(),
            theirs_label: "take it out".into(),
            take_theirs: Change::Placed(Arc::clone(piece), None),
        });
    }
    for (file, piece) in sides.gone_here.iter().filter(|(file, piece)| sides.is_edited(file, piece)) {
        conflicts.push(Conflict {
            what: format!("“{}”, which was taken out here and changed there", piece.title.words()),
            place: Place::file(file),
            ours_label: "leave it out".into(),
            theirs_label: "bring the piece back".into(),
            take_theirs: Change::Placed(Arc::clone(piece), slot(theirs, file)),
        });
    }
    conflicts
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
