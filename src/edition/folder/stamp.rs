//! An edition's folder goes in; a stamp comes out that is another one as soon as a file of it changes.
//!
//! Names, lengths and times of the files, no contents: cheap enough to be taken every second. A file that is
//! rewritten with other words of the same length within one tick of the disk's clock is not seen.

use std::collections::BTreeMap;
use std::fs::{DirEntry, Metadata};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The folders that are looked at, and whether only texts in them count.
const FOLDERS: [(&str, bool); 5] =
    [("pieces", true), ("matter", true), ("images", false), ("fonts", false), ("permissions", false)];

/// Which files an edition had at a moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    files: BTreeMap<PathBuf, Trace>,
}

/// What tells one state of a file from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Trace {
    length: u64,
    modified: Option<SystemTime>,
}

impl Trace {
    fn of(data: &Metadata) -> Trace {
        Trace { length: data.len(), modified: data.modified().ok() }
    }
}

/// The stamp of a folder: `edition.toml`, `contributors.toml`, the texts in `pieces/` and `matter/`, and all that
/// lies in `images/`, `fonts/` and `permissions/`.
pub fn stamp(dir: &Path) -> Stamp {
    let mut files = BTreeMap::new();
    for file in ["edition.toml", "contributors.toml"] {
        if let Ok(data) = std::fs::metadata(dir.join(file)) {
            files.insert(PathBuf::from(file), Trace::of(&data));
        }
    }
    for (folder, is_text) in FOLDERS {
        let Ok(entries) = std::fs::read_dir(dir.join(folder)) else { continue };
        for entry in entries.flatten().filter(|entry| !is_text || has_text_ending(entry)) {
            // Links are followed, as reading does.
            if let Ok(data) = std::fs::metadata(entry.path())
                && data.is_file()
            {
                files.insert(Path::new(folder).join(entry.file_name()), Trace::of(&data));
            }
        }
    }
    Stamp { files }
}

fn has_text_ending(entry: &DirEntry) -> bool {
    let name = PathBuf::from(entry.file_name());
    name.extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("md") || ending.eq_ignore_ascii_case("markdown"))
}

impl Stamp {
    /// The files that came, went or changed between two stamps, below the folder, sorted.
    pub fn changed_files(&self, other: &Stamp) -> Vec<PathBuf> {
        let here = self.files.iter().filter(|(file, trace)| other.files.get(*file) != Some(trace));
        let only_there = other.files.keys().filter(|file| !self.files.contains_key(*file));
        let mut changed: Vec<PathBuf> = here.map(|(file, _)| file).chain(only_there).cloned().collect();
        changed.sort();
        changed
    }
}
