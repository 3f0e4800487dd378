//! An edition and a wish of its editor go in; the change that fulfils it comes out.
//!
//! What an editor does in a contents list: move, add, take out, copy, sort. Pieces are named by their files, places
//! by a [`Slot`]. Nothing is changed here and nothing can fail: files that are in no part and slots that are nowhere
//! give [`Change::nothing`]. No function here loses a piece or has it twice but those that say so.

mod parts;
mod people;

pub use super::change::Slot;
pub use parts::{part_added, part_begun, part_moved, part_named, part_removed};
pub use people::{NoteChoice, contributor_renamed, contributors_merged, note_settled};

use super::change::Change;
use super::folder::unique_slug;
use super::markdown::{self, Context};
use super::piece::Piece;
use super::piece_field::PieceField;
use super::{Edition, Part};
use crate::notice::Notices;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What pieces are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SortBy {
    /// The words of the title.
    Title,
    /// The sort names of the authors; pieces without authors come last.
    Author,
    /// The date, oldest first; undated pieces come last.
    Date,
}

/// Parts instead of those the edition has.
fn instead(edition: &Edition, parts: Vec<Part>) -> Change {
    if parts == edition.parts { Change::nothing() } else { Change::Parts(parts) }
}

/// Takes pieces out of parts; the pieces, in their order.
fn taken_out(parts: &mut [Part], files: &[PathBuf]) -> Vec<Arc<Piece>> {
    let files: BTreeSet<&PathBuf> = files.iter().collect();
    let mut out = Vec::new();
    for part in parts {
        let pieces = std::mem::take(&mut part.pieces);
        let (gone, kept) = pieces.into_iter().partition(|piece| files.contains(&piece.file));
        part.pieces = kept;
        out.extend::<Vec<_>>(gone);
    }
    out
}

/// Moves pieces to a slot, in the order in which they stand. The slot counts in the list as it is before the move.
pub fn moved(edition: &Edition, files: &[PathBuf], to: Slot) -> Change {
    let Some(before) = edition.parts.get(to.part).and_then(|part| part.pieces.get(..to.index)) else {
        return Change::nothing();
    };
    let index = before.iter().filter(|piece| !files.contains(&piece.file)).count();
    let mut parts = edition.parts.clone();
    let moving = taken_out(&mut parts, files);
    parts[to.part].pieces.splice(index..index, moving);
    instead(edition, parts)
}

/// Moves pieces one place up or down, into the next part where one ends. Pieces at the end of the book stay.
pub fn moved_by(edition: &Edition, files: &[PathBuf], up: bool) -> Change {
    let mut parts = edition.parts.clone();
    let places = edition.parts.iter().enumerate().flat_map(|(number, part)| {
        part.pieces.iter().filter(|piece| files.contains(&piece.file)).map(move |piece| (number, &piece.file))
    });
    let mut places: Vec<(usize, &PathBuf)> = places.collect();
    if !up {
        places.reverse();
    }
    for (part, file) in places {
        let Some(index) = parts[part].pieces.iter().position(|piece| piece.file == *file) else { continue };
        let last = parts[part].pieces.len() - 1;
        let neighbour = if up { index.checked_sub(1) } else { Some(index + 1).filter(|i| *i <= last) };
        let next_part = if up { part.checked_sub(1) } else { Some(part + 1).filter(|p| *p < parts.len()) };
        let pieces = &mut parts[part].pieces;
        match (neighbour, next_part) {
            // One that could not move is in the way.
            (Some(neighbour), _) if files.contains(&pieces[neighbour].file) => {}
            (Some(neighbour), _) => pieces.swap(index, neighbour),
            (None, Some(next)) => {
                let piece = pieces.remove(index);
                let at = if up { parts[next].pieces.len() } else { 0 };
                parts[next].pieces.insert(at, piece);
            }
            (None, None) => {}
        }
    }
    instead(edition, parts)
}

/// Adds pieces at a slot. One whose file name another piece has gets a name that is free. An edition without parts
/// gets one without title.
pub fn added(edition: &Edition, pieces: Vec<Arc<Piece>>, at: Slot) -> Change {
    let mut parts = edition.parts.clone();
    if parts.is_empty() {
        parts.push(Part::default());
    }
    let mut taken = file_names(edition);
    let named = pieces.into_iter().map(|mut piece| {
        if !taken.insert(folded(&piece.file)) {
            let file = free_name(&piece.file, &mut taken);
            Arc::make_mut(&mut piece).file = file;
        }
        piece
    });
    let named: Vec<Arc<Piece>> = named.collect();
    match parts.get_mut(at.part).filter(|part| at.index <= part.pieces.len() && !named.is_empty()) {
        Some(part) => part.pieces.splice(at.index..at.index, named),
        None => return Change::nothing(),
    };
    instead(edition, parts)
}

/// Takes pieces out of the edition; saving keeps their files in `originals/trash/`.
pub fn removed(edition: &Edition, files: &[PathBuf]) -> Change {
    let mut parts = edition.parts.clone();
    taken_out(&mut parts, files);
    instead(edition, parts)
}

/// Puts a copy of each piece right behind it, in a file of its own: `pieces/x-2.md`.
pub fn duplicated(edition: &Edition, files: &[PathBuf]) -> Change {
    let mut taken = file_names(edition);
    let mut parts = edition.parts.clone();
    for part in &mut parts {
        let mut pieces = Vec::with_capacity(part.pieces.len() + files.len());
        for piece in std::mem::take(&mut part.pieces) {
            let copy = files.contains(&piece.file).then(|| {
                let file = free_name(&piece.file, &mut taken);
                Arc::new(Piece { file, ..Piece::clone(&piece) })
            });
            pieces.push(piece);
            pieces.extend(copy);
        }
        part.pieces = pieces;
    }
    instead(edition, parts)
}

/// The names of files that pieces have, in lower case: some disks don't tell `A.md` from `a.md`.
fn file_names(edition: &Edition) -> BTreeSet<String> {
    edition.pieces().map(|piece| folded(&piece.file)).collect()
}

fn folded(file: &Path) -> String {
    file.to_string_lossy().replace('\\', "/").to_lowercase()
}

/// A file name like another that no piece has, and that none gets after this.
fn free_name(file: &Path, taken: &mut BTreeSet<String>) -> PathBuf {
    let stem = file.file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default();
    let ending = file.extension().map_or("md".into(), |ending| ending.to_string_lossy());
    let folder = file.parent().unwrap_or(Path::new(""));
    let named = |slug: &str| folder.join(format!("{slug}.{ending}"));
    let slug = unique_slug(&stem, "piece", |slug| taken.contains(&folded(&named(slug))));
    let file = named(&slug);
    taken.insert(folded(&file));
    file
}

/// Takes pieces into the book or leaves them out; they stay in the list.
pub fn included(edition: &Edition, files: &[PathBuf], include: bool) -> Change {
    let pieces = edition.pieces();
    let others = pieces.filter(|piece| piece.include != include && files.contains(&piece.file));
    Change::Several(
        others.map(|piece| Change::Field(piece.file.clone(), PieceField::Include(include))).collect(),
    )
}

/// Sorts the pieces of a part, or of each part where none is given. Pieces that are alike keep their order.
pub fn sorted(edition: &Edition, part: Option<usize>, by: SortBy) -> Change {
    let mut parts = edition.parts.clone();
    let chosen = parts.iter_mut().enumerate().filter(|(number, _)| part.is_none_or(|part| part == *number));
    for (_, part) in chosen {
        match by {
            SortBy::Title => part.pieces.sort_by_cached_key(|piece| piece.title.words().to_lowercase()),
            SortBy::Author => part.pieces.sort_by_cached_key(|piece| author_key(edition, piece)),
            SortBy::Date => part.pieces.sort_by_key(|piece| (piece.date.is_none(), piece.date)),
        }
    }
    instead(edition, parts)
}

fn author_key(edition: &Edition, piece: &Piece) -> (bool, Vec<String>) {
    let keys =
        piece.authors.iter().map(|id| edition.contributor(id).sort_key_in(edition.language).to_lowercase());
    (piece.authors.is_empty(), keys.collect())
}

/// Gives a piece another body, read as loading reads it; `None` when no piece has the file, or it says this already.
pub fn with_markdown(
    edition: &Edition,
    file: &Path,
    markdown: &str,
    notices: &mut Notices,
) -> Option<Change> {
    let piece = edition.piece(file).filter(|piece| *piece.markdown != *markdown)?;
    let folder = file.parent().unwrap_or(Path::new(""));
    let context = Context { file, first_line: piece.body_line, folder };
    let body = markdown::read(markdown, &context, notices);
    Some(Change::Field(file.to_path_buf(), PieceField::Body(markdown.into(), body)))
}
