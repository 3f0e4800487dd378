//! An edition as a folder of plain text: in and out.
//!
//! In: a folder with `edition.toml`, `contributors.toml`, `pieces/`, `matter/`, `images/`, `fonts/`. Out: an
//! [`Edition`], and notices. Only a missing folder and broken TOML are errors; whatever else is wrong, the
//! edition still loads. The steps: `book` reads `edition.toml`, `people` the contributors, `pieces` the
//! texts, `authors` finds out who wrote them, `media` brings in pictures and fonts
//! and looks for documents.
//!
//! Saving compares the edition with what the folder holds, value by value, and rewrites only the keys whose
//! meaning changed, so that comments, unknown keys and the editor's own order survive. The alternative, writing
//! every file anew, makes each save a large difference in version control. The file of a piece that is taken out
//! moves to `originals/trash/`, and comes back with its piece.

mod authors;
mod book;
mod disclaimers;
pub mod front_matter;
pub mod header;
mod keys;
mod matter;
mod media;
mod people;
mod pieces;
mod production;
mod rights;
mod save;
mod save_book;
mod save_matter;
mod save_people;
mod save_piece;
mod save_variants;
mod sign_off;
mod source;
pub mod stamp;
mod toml;
mod trash;
mod variants;
mod write;

pub(crate) use authors::unique_slug;
pub(super) use keys::nearest;
pub use save::save;
pub use stamp::stamp;
pub(crate) use write::write_whole;

use super::people::ContributorId;
use super::piece::Piece;
use super::{Edition, Part};
use crate::notice::{Error, Notices, Place, Result};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Pieces longer than this are left out: no opinion piece is.
const LONGEST_PIECE: u64 = 5 * 1024 * 1024;

/// Reads an edition.
///
/// # Errors
/// When the folder or its `edition.toml` is missing or can't be read, or when `edition.toml` or
/// `contributors.toml` is no TOML. Whatever else is odd becomes a notice.
pub fn load(dir: &Path, notices: &mut Notices) -> Result<Edition> {
    load_over(dir, dir, notices)
}

/// Reads an edition whose texts stand in `dir`; pictures and fonts that are not there come from `under`.
pub(super) fn load_over(dir: &Path, under: &Path, notices: &mut Notices) -> Result<Edition> {
    let mut edition = read(dir, notices)?.edition;
    let folders = [source::Folder::open(dir)?, source::Folder::open(under)?];
    // The same folder twice would only report everything twice.
    let folders = if dir == under { &folders[..1] } else { &folders[..] };
    edition.pictures = media::pictures(folders, &edition, notices);
    edition.documents = media::documents(folders, &edition, notices);
    edition.fonts = media::fonts(folders, notices);
    Ok(edition)
}

/// The files of text of an edition that can be read, below its folder: those of pieces and of free matter.
pub(super) fn text_files(dir: &Path) -> Result<Vec<PathBuf>> {
    let edition = read(dir, &mut Notices::new())?.edition;
    let pieces = edition.pieces().map(|piece| piece.file.clone());
    let matter = edition.free_texts().filter_map(|page| page.file.clone());
    Ok(pieces.chain(matter).collect())
}

/// A piece as a file of its own, as it would be written into an empty folder.
pub(crate) fn piece_text(piece: &Piece) -> String {
    save_piece::text(None, None, piece)
}

/// Whether words that stand for a text name its file.
fn is_text_file(words: &str) -> bool {
    let words = words.trim();
    [".md", ".markdown", ".txt"].iter().any(|ending| words.ends_with(ending)) && !words.contains('\n')
}

/// An edition, and what saving must know beside it.
#[derive(Default)]
struct Loaded {
    edition: Edition,
    /// Contributors that no record names: they follow from the names in the pieces.
    implied: BTreeSet<ContributorId>,
    /// Files that `edition.toml` lists and that could not be read, by part.
    unread: Vec<Vec<String>>,
}

/// Reads everything but pictures and fonts.
fn read(dir: &Path, notices: &mut Notices) -> Result<Loaded> {
    let folder = source::Folder::open(dir)?;
    let book_text = edition_toml(&folder, notices)?;
    let mut book = book::read(&book_text, &folder, notices)?;
    let mut people = people::read(&folder, notices)?;
    let pieces = pieces::read(&folder, &book.listed, &mut people, notices);
    let edition = &mut book.edition;
    edition.editors = people.ids(&book.editors, &Place::file("edition.toml"), notices);
    let empty = Part::default();
    let mut unread = Vec::with_capacity(pieces.len());
    for (mut part, read) in std::mem::take(&mut edition.parts).into_iter().zip(pieces) {
        part.pieces = read.pieces;
        // No pieces before the first part: there is no such part.
        if part != empty || !read.unread.is_empty() {
            edition.parts.push(part);
            unread.push(read.unread);
        }
    }
    keys::unknown_disclaimers(edition, notices);
    let (contributors, implied) = people.finish();
    edition.contributors = contributors;
    Ok(Loaded { edition: book.edition, implied, unread })
}

/// The content of `edition.toml`.
fn edition_toml(folder: &source::Folder, notices: &mut Notices) -> Result<String> {
    let path = Path::new("edition.toml");
    match folder.text(path, notices) {
        Ok(text) => Ok(text),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(Error::new(
            Place::file(folder.path(path)),
            "there is no “edition.toml”",
            "is this an edition? “pamphleteer new DIR --from FOLDER” makes one",
        )),
        Err(error) => Err(Error::io(folder.path(path), "read the file", &error)),
    }
}
