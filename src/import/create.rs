//! A new edition, empty or made of texts; and texts that join an edition.

mod template;

use super::limits;
use super::making::Making;
use crate::edition::arrange::{self, Slot};
use crate::edition::change::Change;
use crate::edition::folder::{self, write_whole};
use crate::edition::language::Language;
use crate::edition::piece::Piece;
use crate::edition::{Edition, Part};
use crate::notice::{Error, Notices, Place, Result};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEdition {
    /// The folder of the edition.
    pub dir: PathBuf,
    /// Its title.
    pub title: String,
    /// How many pieces it has.
    pub pieces: usize,
    /// How many contributors it has.
    pub contributors: usize,
}

/// Makes an edition in `dir`. With `from`, every text of that folder becomes a piece, in the order of the file
/// names (2 before 10); the files themselves are kept in `originals/`.
///
/// # Errors
/// When `dir` already holds an edition, when `from` can't be read, or when a file can't be written. A text that
/// can't be imported is a notice.
pub fn create(dir: &Path, from: Option<&Path>, notices: &mut Notices) -> Result<NewEdition> {
    free(dir)?;
    let files = from.map(|from| texts(from, notices)).transpose()?.unwrap_or_default();
    let mut making = Making::default();
    take(&mut making, &files, notices);
    let title = title(&making, from.unwrap_or(dir));
    finish(making, dir, title)
}

/// Makes an edition in `dir` of these files and the texts of these folders, in this order.
///
/// # Errors
/// When `dir` already holds an edition, or when a file can't be written.
pub fn create_of(dir: &Path, paths: &[PathBuf], notices: &mut Notices) -> Result<NewEdition> {
    free(dir)?;
    let mut making = Making::default();
    take(&mut making, &gather(paths, notices), notices);
    let title = title(&making, dir);
    finish(making, dir, title)
}

fn free(dir: &Path) -> Result<()> {
    if dir.join("edition.toml").exists() {
        let hint = "choose a folder without “edition.toml”";
        return Err(Error::new(Place::file(dir), "the folder already holds an edition", hint));
    }
    let visible = |entry: std::fs::DirEntry| !entry.file_name().to_string_lossy().starts_with('.');
    if std::fs::read_dir(dir).is_ok_and(|entries| entries.flatten().any(visible)) {
        let hint =
            "choose a folder that is empty or not there yet; files that are there could be overwritten";
        return Err(Error::new(Place::file(dir), "the folder is not empty", hint));
    }
    Ok(())
}

/// Adds these files to the edition in `dir`, or makes one of them there; how many pieces were added.
///
/// # Errors
/// When the edition can't be read, or a file can't be written.
pub fn join(dir: &Path, files: &[PathBuf], notices: &mut Notices) -> Result<usize> {
    if !dir.join("edition.toml").exists() {
        return create_of(dir, files, notices).map(|made| made.pieces);
    }
    let mut edition = folder::load(dir, notices)?;
    let added = add(&edition, &Source::Files(files.to_vec()), notices);
    let count = added.pieces.len();
    for change in added.changes {
        edition.apply(change);
    }
    let part = edition.parts.len().saturating_sub(1);
    let end = Slot { part, index: edition.parts.last().map_or(0, |part| part.pieces.len()) };
    edition.apply(arrange::added(&edition, added.pieces, end));
    keep_originals(dir, &added.originals)?;
    folder::save(&edition, dir)?;
    Ok(count)
}

/// What importing brings to an edition.
#[derive(Clone, Debug, Default)]
pub struct Added {
    /// The new pieces, in order.
    pub pieces: Vec<Arc<Piece>>,
    /// Contributors and pictures that were not there.
    pub changes: Vec<Change>,
    /// The imported files.
    pub originals: Vec<PathBuf>,
}

/// What pieces are made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// Files, and the texts of folders.
    Files(Vec<PathBuf>),
    /// A text that was pasted.
    Text(String),
}

/// Reads what is given as pieces for an edition. Nothing is written.
pub fn add(edition: &Edition, source: &Source, notices: &mut Notices) -> Added {
    let mut making = Making::onto(edition);
    match source {
        Source::Files(paths) => take(&mut making, &gather(paths, notices), notices),
        Source::Text(text) => {
            let imported = super::read_text(text, notices).compose().piece;
            making.add(Path::new("pasted.md"), imported, Path::new(""), notices);
            // There is no file to be kept.
            making.originals.clear();
        }
    }
    added(making, edition)
}

fn added(mut making: Making, edition: &Edition) -> Added {
    for piece in &mut making.pieces {
        if piece.language == Some(edition.language) {
            Arc::make_mut(piece).language = None;
        }
    }
    let old = &edition.contributors;
    let people = making.edition.contributors.iter().filter(|(id, record)| old.get(*id) != Some(record));
    let people = people.map(|(id, record)| Change::Contributor(id.clone(), Some(record.clone())));
    let pictures = making.pictures.finish().into_iter();
    let pictures = pictures.filter(|(name, _)| !edition.pictures.contains_key(name));
    let pictures = pictures.map(|(name, picture)| Change::Picture(name, Some(picture)));
    let changes = people.chain(pictures).collect();
    Added { pieces: making.pieces, changes, originals: making.originals }
}

/// The files, and the texts of the folders.
pub fn gather(paths: &[PathBuf], notices: &mut Notices) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        match texts(path, notices) {
            Ok(found) if found.is_empty() => {
                let hint = "Markdown (.md) and plain text (.txt) are read";
                notices.doubt(Place::file(path), "there is no text in this folder", hint);
            }
            Ok(found) => files.extend(found),
            Err(error) => notices.fault(error.place, error.what, error.hint),
        }
    }
    at_most(files, Path::new(""), notices)
}

fn take(making: &mut Making, files: &[PathBuf], notices: &mut Notices) {
    for file in files {
        match super::read(file, notices) {
            Ok(intakes) => {
                for intake in &intakes {
                    let composed = intake.compose();
                    composed.tell(file, notices);
                    let piece = composed.piece;
                    making.add(file, piece, file.parent().unwrap_or(Path::new(".")), notices);
                }
            }
            Err(error) => notices.fault(error.place, format!("{}; it is left out", error.what), error.hint),
        }
    }
}

/// The texts of a folder in natural order.
fn texts(from: &Path, notices: &mut Notices) -> Result<Vec<PathBuf>> {
    let failed = |error: std::io::Error| Error::io(from, "read the folder", &error);
    let mut files = Vec::new();
    for entry in std::fs::read_dir(from).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.is_file() && super::is_read(&path) {
            files.push(path);
        }
    }
    files.sort_by_cached_key(|path| natural_key(&name_of(path)));
    files.retain(|path| {
        let stays = !is_about(path);
        if !stays {
            notices.remark(
                Place::file(path),
                "the file is about the folder, not a piece; it is left out",
                "",
            );
        }
        stays
    });
    Ok(at_most(files, from, notices))
}

/// No more files than an import takes.
fn at_most(mut files: Vec<PathBuf>, from: &Path, notices: &mut Notices) -> Vec<PathBuf> {
    if files.len() > limits::FILES {
        let what = format!("only the first {} of {} texts are imported", limits::FILES, files.len());
        notices.fault(Place::file(from), what, "import the others into a second edition");
        files.truncate(limits::FILES);
    }
    files
}

fn name_of(path: &Path) -> String {
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

/// Writes the edition, with a commented `edition.toml`.
fn finish(mut making: Making, dir: &Path, title: String) -> Result<NewEdition> {
    making.edition.title = title;
    making.edition.language = language(&making.pieces);
    making.edition.pictures = making.pictures.finish();
    let language = making.edition.language;
    for piece in &mut making.pieces {
        if piece.language == Some(language) {
            Arc::make_mut(piece).language = None;
        }
    }
    let made = NewEdition {
        dir: dir.to_path_buf(),
        title: making.edition.title.clone(),
        pieces: making.pieces.len(),
        contributors: making.edition.contributors.len(),
    };
    if !making.pieces.is_empty() {
        making.edition.parts = vec![Part { pieces: std::mem::take(&mut making.pieces), ..Part::default() }];
    }
    for folder in ["pieces", "images", "matter"] {
        let folder = dir.join(folder);
        std::fs::create_dir_all(&folder).map_err(|error| Error::io(&folder, "make the folder", &error))?;
    }
    keep_originals(dir, &making.originals)?;
    write_whole(&dir.join("contributors.toml"), dir, template::CONTRIBUTORS.as_bytes())?;
    write_whole(&dir.join("edition.toml"), dir, template::EDITION.as_bytes())?;
    // As the template says: what an edition does not say is taken out of its file.
    making.edition.design.theme = Some("classic".into());
    making.edition.design.trim = Some("6x9in".into());
    folder::save(&making.edition, dir)?;
    Ok(made)
}

/// Copies imported files as they are into `originals/`. A file of the same name is not overwritten.
///
/// # Errors
/// When a file can't be copied.
pub fn keep_originals(dir: &Path, files: &[PathBuf]) -> Result<()> {
    if files.is_empty() {
        return Ok(());
    }
    let folder = dir.join("originals");
    std::fs::create_dir_all(&folder).map_err(|error| Error::io(&folder, "make the folder", &error))?;
    for file in files {
        let bytes = std::fs::read(file).map_err(|error| Error::io(file, "read the file", &error))?;
        let name = |n: u32| match n {
            1 => name_of(file),
            _ => format!("{n}-{}", name_of(file)),
        };
        let free = |copy: &PathBuf| !copy.exists() || std::fs::read(copy).is_ok_and(|there| there == bytes);
        let copy = (1..).map(|n| folder.join(name(n))).find(free).unwrap_or_else(|| folder.join(name(1)));
        if !copy.exists() {
            write_whole(&copy, &folder, &bytes)?;
        }
    }
    Ok(())
}

/// The book all pieces are from, else the name of the folder.
fn title(making: &Making, folder: &Path) -> String {
    let mut books = making.books.iter();
    if let (Some(Some(book)), None) = (books.next(), books.next()) {
        return book.clone();
    }
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
    let name = name_of(&folder).replace(['-', '_'], " ");
    if name.trim().is_empty() { "Untitled".into() } else { name.trim().to_string() }
}

/// The language most pieces are in; English when none says.
fn language(pieces: &[Arc<Piece>]) -> Language {
    let mut counts: BTreeMap<Language, usize> = BTreeMap::new();
    for language in pieces.iter().filter_map(|piece| piece.language) {
        *counts.entry(language).or_default() += 1;
    }
    let most = counts.iter().max_by_key(|(_, count)| **count);
    most.map_or_else(Language::default, |(language, _)| *language)
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
