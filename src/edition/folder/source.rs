//! The folder on the disk: paths that stay inside, bytes that become text.

use crate::notice::{Error, Notices, Place, Result};
use std::io;
use std::path::{Component, Path, PathBuf};

/// The byte order mark that some editors put before a text.
pub(super) const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// An edition's folder.
pub(super) struct Folder {
    /// As the user gave it.
    dir: PathBuf,
    /// Without symbolic links.
    real: PathBuf,
}

/// Why a file named in an edition can't be read.
pub(super) enum Unreadable {
    /// The path leads out of the folder.
    Outside,
    /// There is no such file.
    Missing,
    /// The system's reason.
    Io(io::Error),
}

impl Folder {
    pub(super) fn open(dir: &Path) -> Result<Folder> {
        let real = dir.canonicalize().map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => {
                Error::new(Place::file(dir), "there is no such folder", "check the spelling of the path")
            }
            _ => Error::io(dir, "open the folder", &error),
        })?;
        if !real.is_dir() {
            return Err(Error::new(Place::file(dir), "this is no folder", "name the folder of the edition"));
        }
        Ok(Folder { dir: dir.to_path_buf(), real })
    }

    /// The path on the disk of a path below the folder.
    pub(super) fn path(&self, below: &Path) -> PathBuf {
        self.dir.join(below)
    }

    /// The real path of a file below the folder, whatever links lead to it.
    pub(super) fn find(&self, below: &Path) -> Result<PathBuf, Unreadable> {
        let stays = below.components().all(|step| matches!(step, Component::Normal(_) | Component::CurDir));
        if !stays {
            return Err(Unreadable::Outside);
        }
        let path = self.real.join(below).canonicalize().map_err(|error| match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Unreadable::Missing,
            _ => Unreadable::Io(error),
        })?;
        if path.starts_with(&self.real) { Ok(path) } else { Err(Unreadable::Outside) }
    }

    /// Whether a folder on the disk lies inside, whatever links lead to it.
    pub(super) fn holds(&self, path: &Path) -> bool {
        path.canonicalize().is_ok_and(|path| path.starts_with(&self.real))
    }

    /// The text of a file below the folder.
    pub(super) fn text(&self, below: &Path, notices: &mut Notices) -> io::Result<String> {
        Ok(decode(std::fs::read(self.path(below))?, below, notices))
    }

    /// The files of a folder below with one of these endings, sorted by name; none if there is no such folder.
    pub(super) fn files(&self, below: &str, endings: &[&str]) -> Vec<PathBuf> {
        let mut files = self.all_names(below);
        files.retain(|path| {
            let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
            ending.is_some_and(|ending| endings.contains(&ending.as_str()))
        });
        files
    }

    /// The files of a folder below, whatever they are; no folders, and nothing that lies outside.
    pub(super) fn all_files(&self, below: &str) -> Vec<PathBuf> {
        let mut files = self.all_names(below);
        files.retain(|path| self.find(path).is_ok_and(|path| path.is_file()));
        files
    }

    fn all_names(&self, below: &str) -> Vec<PathBuf> {
        let Ok(entries) = std::fs::read_dir(self.path(Path::new(below))) else { return Vec::new() };
        let mut names: Vec<PathBuf> =
            entries.flatten().map(|entry| Path::new(below).join(entry.file_name())).collect();
        names.sort();
        names
    }
}

/// Bytes as text without byte order mark. What is not UTF-8 is read as well as may be, with a notice.
pub(super) fn decode(bytes: Vec<u8>, file: &Path, notices: &mut Notices) -> String {
    let mut text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let line = error.as_bytes()[..valid].iter().filter(|byte| **byte == b'\n').count() + 1;
            let what = "the file is not UTF-8; some of its letters are lost in the book";
            notices.fault(Place::line(file, line), what, "save it as UTF-8, or import it again");
            String::from_utf8_lossy(error.as_bytes()).into_owned()
        }
    };
    if text.starts_with(BYTE_ORDER_MARK) {
        text.drain(..BYTE_ORDER_MARK.len_utf8());
    }
    text
}

/// A path with forward slashes and without `.` steps, as it is kept in an edition.
pub(super) fn tidy(path: &str) -> String {
    let path = path.replace('\\', "/");
    path.split('/').filter(|step| !matches!(*step, "" | ".")).collect::<Vec<_>>().join("/")
}
