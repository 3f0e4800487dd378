//! An edition as a folder of plain text: in and out.
//!
//! In: a folder with `edition.toml`, `contributors.toml`, `pieces/`, `matter/`, `images/`, `fonts/`. Out: an
//! [`Edition`], and notices. Only a missing folder and broken TOML are errors; whatever else is wrong, the
//! edition still loads. The steps: `book` reads `edition.toml`, `people` the contributors, `pieces` the
//! texts, `authors` finds out who wrote them, `media` brings in pictures and fonts.
//!
//! Saving compares the edition with what the folder holds, value by value, and rewrites only the keys whose
//! meaning changed, so that comments, unknown keys and the editor's own order survive. The alternative, writing
//! every file anew, makes each save a large difference in version control.

mod authors;
mod book;
pub mod front_matter;
pub mod header;
mod keys;
mod media;
mod people;
mod pieces;
mod save;
mod save_book;
mod save_people;
mod save_piece;
mod source;
mod toml;

pub(crate) use authors::unique_slug;
pub use save::save;
pub(crate) use save::write_whole;

use super::people::ContributorId;
use super::{Edition, Part};
use crate::notice::{Error, Notices, Place, Result};
use std::collections::BTreeSet;
use std::path::Path;

/// Pieces longer than this are left out: no opinion piece is.
const LONGEST_PIECE: u64 = 5 * 1024 * 1024;

/// Reads an edition.
///
/// # Errors
/// When the folder or its `edition.toml` is missing or can't be read, or when `edition.toml` or
/// `contributors.toml` is no TOML. Whatever else is odd becomes a notice.
pub fn load(dir: &Path, notices: &mut Notices) -> Result<Edition> {
    Ok(read(dir, Extent::Everything, notices)?.edition)
}

/// How much of a folder is read.
#[derive(Clone, Copy, PartialEq)]
enum Extent {
    /// All of it.
    Everything,
    /// No pictures and fonts: saving compares those on the disk.
    Texts,
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

fn read(dir: &Path, extent: Extent, notices: &mut Notices) -> Result<Loaded> {
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
    if extent == Extent::Everything {
        edition.pictures = media::pictures(&folder, edition, notices);
        edition.fonts = media::fonts(&folder, notices);
    }
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
