//! Files, folders and patterns go in; the files that can be read come out, in the order of their names.

use super::limits;
use crate::notice::{Error, Notices, Place, Result};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The files, those that patterns stand for, and the texts of the folders and of the folders in them.
pub fn gather(paths: &[PathBuf], notices: &mut Notices) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            files.extend(said(texts(path, notices), path, notices));
        } else if path.exists() {
            files.push(path.clone());
        } else {
            files.extend(named(path, notices));
        }
    }
    at_most(files, Path::new(""), notices)
}

/// The texts of a folder and of the folders in it, in natural order.
///
/// # Errors
/// When the folder can't be read.
pub(super) fn texts(from: &Path, notices: &mut Notices) -> Result<Vec<PathBuf>> {
    let mut walk = Walk { files: Vec::new(), seen: BTreeSet::new() };
    walk.folder(from, 0, notices)?;
    let mut files = walk.files;
    files.retain(|path| {
        let stays = !is_about(path);
        if !stays {
            let what = "the file is about the folder, not a piece; it is left out";
            notices.remark(Place::file(path), what, "");
        }
        stays
    });
    Ok(at_most(files, from, notices))
}

/// A way through a folder.
struct Walk {
    files: Vec<PathBuf>,
    /// Folders that were seen: a link may lead back into one of them.
    seen: BTreeSet<PathBuf>,
}

impl Walk {
    fn folder(&mut self, from: &Path, depth: usize, notices: &mut Notices) -> Result<()> {
        let failed = |error: std::io::Error| Error::io(from, "read the folder", &error);
        let own = from.canonicalize().map_err(failed)?;
        if depth > limits::FOLDER_DEPTH || !self.seen.insert(own) {
            return Ok(());
        }
        let mut entries = Vec::new();
        for entry in std::fs::read_dir(from).map_err(failed)? {
            entries.push(entry.map_err(failed)?.path());
        }
        entries.sort_by_cached_key(|path| natural_key(&name_of(path)));
        for path in &entries {
            if path.is_file() && super::is_read(path) {
                self.files.push(path.clone());
            }
            // More than this is cut off, with a word; there is no sense in looking at a whole disk.
            if self.files.len() > limits::FILES {
                return Ok(());
            }
        }
        for path in entries.iter().filter(|path| path.is_dir() && !is_beside(path, &entries)) {
            if path.join("edition.toml").exists() {
                let hint = "open it, or import its folder “pieces”";
                notices.doubt(
                    Place::file(path),
                    "this folder is an edition of its own; it is left out",
                    hint,
                );
            } else if let Err(error) = self.folder(path, depth + 1, notices) {
                notices.fault(error.place, error.what, error.hint);
            }
        }
        Ok(())
    }
}

/// Whether a folder is hidden, or the one that browsers write beside a saved page: “page.html” and “page_files”.
fn is_beside(folder: &Path, entries: &[PathBuf]) -> bool {
    let name = name_of(folder);
    let is_page = |path: &&PathBuf| matches!(super::Format::of(path), Some(super::Format::Html));
    let stems = entries.iter().filter(is_page).filter_map(|page| page.file_stem());
    let beside = |stem: &std::ffi::OsStr| {
        let rest = name.strip_prefix(&*stem.to_string_lossy());
        rest.is_some_and(|rest| rest.starts_with(['_', '-', '.']))
    };
    name.starts_with('.') || stems.into_iter().any(beside)
}

/// What a path that is not there stands for, if it is a pattern.
fn named(pattern: &Path, notices: &mut Notices) -> Vec<PathBuf> {
    let text = pattern.to_string_lossy();
    if !text.contains(['*', '?', '[']) {
        // Reading it will say that it is not there.
        return vec![pattern.to_path_buf()];
    }
    let found = match glob::glob(&text) {
        Ok(found) => found.flatten(),
        Err(error) => {
            let hint = "write “*” for any letters and “?” for one: “texts/*.docx”";
            notices.fault(
                Place::file(pattern),
                format!("the pattern can’t be understood: {}", error.msg),
                hint,
            );
            return Vec::new();
        }
    };
    let mut files: Vec<PathBuf> = found.filter(|path| path.is_file() && super::is_read(path)).collect();
    files.sort_by_cached_key(|path| natural_key(&path.to_string_lossy()));
    if files.is_empty() {
        notices.fault(
            Place::file(pattern),
            "no text has a name like this",
            "look at the folder and the ending",
        );
    }
    files
}

fn said(found: Result<Vec<PathBuf>>, folder: &Path, notices: &mut Notices) -> Vec<PathBuf> {
    match found {
        Ok(found) => {
            if found.is_empty() {
                notices.doubt(Place::file(folder), "there is no text in this folder", super::READ);
            }
            found
        }
        Err(error) => {
            notices.fault(error.place, error.what, error.hint);
            Vec::new()
        }
    }
}

/// No more files than an import takes.
fn at_most(mut files: Vec<PathBuf>, from: &Path, notices: &mut Notices) -> Vec<PathBuf> {
    if files.len() > limits::FILES {
        let what = format!("only the first {} texts are imported", limits::FILES);
        notices.fault(Place::file(from), what, "import the others into a second edition");
        files.truncate(limits::FILES);
    }
    files
}

/// The last part of a path.
pub(super) fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Whether a file is a note to those who open the folder.
fn is_about(path: &Path) -> bool {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().to_lowercase()).unwrap_or_default();
    matches!(stem.as_str(), "readme" | "license" | "licence" | "copying" | "changelog" | "source")
}

/// A name cut into words and numbers, so that 2 goes before 10.
fn natural_key(name: &str) -> Vec<(u128, String)> {
    let mut key = Vec::new();
    let mut rest = name;
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let words = rest[digits..].find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len() - digits);
        // What has no number goes behind what has one; a number too long to count behind both.
        let number = if digits == 0 { u128::MAX - 1 } else { rest[..digits].parse().unwrap_or(u128::MAX) };
        key.push((number, rest[digits..digits + words].to_lowercase()));
        rest = &rest[digits + words..];
    }
    key.push((0, name.to_string()));
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_goes_before_ten() {
        let mut names = ["b.md", "10 a.md", "2 z.md", "a10.md", "a2.md"];
        names.sort_by_cached_key(|name| natural_key(name));
        assert_eq!(names, ["2 z.md", "10 a.md", "a2.md", "a10.md", "b.md"]);
    }
}
