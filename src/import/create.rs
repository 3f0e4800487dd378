//! The folder of a new edition, empty or made of texts; and texts that join the edition in a folder.

mod template;

use super::add::{self, Incoming, Joins, Source, title_of};
use crate::edition::Edition;
use crate::edition::arrange::{self, Slot};
use crate::edition::folder::{self, write_whole};
use crate::notice::{Error, Notices, Place, Result};
use std::path::{Path, PathBuf};

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

/// What became of texts that joined an edition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Joined {
    /// How many became pieces.
    pub added: usize,
    /// How many pieces were changed, as new versions of their texts came.
    pub changed: usize,
    /// How many were in the edition as they are.
    pub same: usize,
}

/// Makes an edition in `dir`. With `from`, every text of that folder becomes a piece, in the order of the file
/// names (2 before 10); the files themselves are kept in `originals/`.
///
/// # Errors
/// When `dir` already holds an edition, when `from` can't be read, or when a file can't be written. A text that
/// can't be imported is a notice.
pub fn create(dir: &Path, from: Option<&Path>, notices: &mut Notices) -> Result<NewEdition> {
    free(dir)?;
    if let Some(from) = from {
        std::fs::read_dir(from).map_err(|error| Error::io(from, "read the folder", &error))?;
    }
    let incoming = from.map(|from| read(from, notices)).unwrap_or_default();
    empty(dir, title_of(from.unwrap_or(dir)))?;
    if !incoming.is_empty() {
        join(dir, incoming, notices)?;
    }
    let edition = folder::load(dir, &mut Notices::new())?;
    Ok(NewEdition {
        dir: dir.to_path_buf(),
        pieces: edition.pieces().count(),
        contributors: edition.contributors.len(),
        title: edition.title,
    })
}

fn read(from: &Path, notices: &mut Notices) -> Vec<Incoming> {
    let reading = add::read(&Source::Files(vec![from.to_path_buf()]), &|_, _| true);
    notices.append(reading.notices);
    for text in &reading.incoming {
        notices.append(text.notices.clone());
        text.intake.compose().tell(&text.intake.file, notices);
    }
    for error in reading.failed {
        notices.fault(error.place, format!("{}; it is left out", error.what), error.hint);
    }
    reading.incoming
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

/// Writes an edition without pieces, with a commented `edition.toml`.
fn empty(dir: &Path, title: String) -> Result<()> {
    for folder in ["pieces", "images", "matter"] {
        let folder = dir.join(folder);
        std::fs::create_dir_all(&folder).map_err(|error| Error::io(&folder, "make the folder", &error))?;
    }
    write_whole(&dir.join("contributors.toml"), dir, template::CONTRIBUTORS.as_bytes())?;
    write_whole(&dir.join("edition.toml"), dir, template::EDITION.as_bytes())?;
    let mut edition = Edition { title, ..Edition::default() };
    // As the template says: what an edition does not say is taken out of its file.
    edition.design.theme = Some("classic".into());
    edition.design.trim = Some("6x9in".into());
    folder::save(&edition, dir).map(|_| ())
}

/// Adds texts to the edition in `dir`, at its end; one is made there if there is none. Of texts that the edition has
/// an earlier state of, what is new goes into their pieces where it touches nothing that was edited; what does is
/// told.
///
/// # Errors
/// When the edition can't be read, or a file can't be written.
pub fn join(dir: &Path, mut incoming: Vec<Incoming>, notices: &mut Notices) -> Result<Joined> {
    if !dir.join("edition.toml").exists() {
        free(dir)?;
        empty(dir, title_of(dir))?;
    }
    // What is odd in the edition is said by `check`.
    let mut edition = folder::load(dir, &mut Notices::new())?;
    add::seen_before(&mut incoming, &edition, dir);
    for text in &incoming {
        tell(text, &edition, notices);
    }
    let added = add::add(&edition, dir, &incoming, notices);
    let same = incoming.iter().filter(|text| text.joins == Joins::Not).count();
    let joined = Joined { added: added.pieces.len(), changed: added.changed.len(), same };
    for change in added.changes {
        edition.apply(change);
    }
    let part = edition.parts.len().saturating_sub(1);
    let end = Slot { part, index: edition.parts.last().map_or(0, |part| part.pieces.len()) };
    edition.apply(arrange::added(&edition, added.pieces, end));
    added.originals.keep(dir)?;
    folder::save(&edition, dir)?;
    Ok(joined)
}

/// Says what becomes of a text that the edition has an earlier state of.
fn tell(text: &Incoming, edition: &Edition, notices: &mut Notices) {
    let Some(earlier) = &text.earlier else { return };
    let place = Place::file(&text.intake.file);
    if earlier.is_same {
        let what = format!("the text is in the edition already, as {}", earlier.piece.display());
        return notices.remark(place, what, "");
    }
    for difference in earlier.differences(text, edition).iter().filter(|difference| difference.is_conflict) {
        let what = format!(
            "the {} of {} was edited and is new in the file too; the edition keeps its own",
            difference.what,
            earlier.piece.display()
        );
        notices.doubt(place.clone(), what, format!("the file has: {}", difference.theirs));
    }
}
