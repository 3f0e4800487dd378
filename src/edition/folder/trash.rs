//! A piece's file goes in when no part has the piece any more, and comes out again when one has.
//!
//! Front matter may hold keys that Pamphleteer does not know, so a file that is written anew is never the same: what
//! an editor takes out and brings back must be the old file itself.

use super::source::Folder;
use crate::notice::{Error, Place, Result};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Where thrown files lie, below the edition's folder.
const TRASH: &str = "originals/trash";

/// The trash of an edition.
pub(super) struct Trash<'a> {
    folder: &'a Folder,
}

impl Trash<'_> {
    pub(super) fn of(folder: &Folder) -> Trash<'_> {
        Trash { folder }
    }

    /// Moves a file here, never over another: the second `name.md` becomes `name-2.md`.
    pub(super) fn take(&self, file: &Path) -> Result<()> {
        let to = self.names(file).find(|name| !self.exists(name)).unwrap_or_default();
        self.shift(file, &to)
    }

    /// The files here that may be the one of this name: the one thrown last comes first.
    pub(super) fn candidates(&self, file: &Path) -> Vec<PathBuf> {
        let (stem, ending) = stem_and_ending(file);
        let number = |name: &str| {
            let rest = name.strip_prefix(&stem)?.strip_suffix(&ending)?;
            if rest.is_empty() { Some(1) } else { rest.strip_prefix('-')?.parse::<usize>().ok() }
        };
        let Ok(entries) = std::fs::read_dir(self.folder.path(Path::new(TRASH))) else { return Vec::new() };
        let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
        let mut found: Vec<(usize, String)> = names.filter_map(|name| Some((number(&name)?, name))).collect();
        found.sort();
        found.into_iter().rev().map(|(_, name)| Path::new(TRASH).join(name)).collect()
    }

    /// Moves a file from here to where it stood.
    pub(super) fn give_back(&self, thrown: &Path, file: &Path) -> Result<()> {
        self.shift(thrown, file)
    }

    /// `name.md`, `name-2.md`, `name-3.md` and so on.
    fn names(&self, file: &Path) -> impl Iterator<Item = PathBuf> {
        let (stem, ending) = stem_and_ending(file);
        (1..).map(move |number: usize| match number {
            1 => Path::new(TRASH).join(format!("{stem}{ending}")),
            _ => Path::new(TRASH).join(format!("{stem}-{number}{ending}")),
        })
    }

    fn exists(&self, file: &Path) -> bool {
        self.folder.path(file).symlink_metadata().is_ok()
    }

    fn shift(&self, from: &Path, to: &Path) -> Result<()> {
        let path = self.folder.path(to);
        let parent = path.parent().unwrap_or(Path::new("."));
        std::fs::create_dir_all(parent).map_err(|error| Error::io(parent, "make the folder", &error))?;
        if !self.folder.holds(parent) {
            let what = "the file would lie outside the edition’s folder";
            return Err(Error::new(Place::file(path), what, "put a folder in place of the link"));
        }
        match std::fs::rename(self.folder.path(from), &path) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                Err(Error::io(self.folder.path(from), "move the file", &error))
            }
            _ => Ok(()),
        }
    }
}

/// `name` and `.md` of `pieces/name.md`.
fn stem_and_ending(file: &Path) -> (String, String) {
    let ending = file.extension().map(|ending| format!(".{}", ending.to_string_lossy()));
    (file.file_stem().unwrap_or_default().to_string_lossy().into_owned(), ending.unwrap_or_default())
}
