//! Texts that join an edition: read, looked at, and then made pieces of.
//!
//! ```text
//! Source ─read─► Reading ─seen_before─► Incoming ─(the editor looks)─► add ─► Added: pieces, changes, originals
//! ```

use super::again::{self, Earlier};
use super::files::{self, name_of};
use super::intake::Intake;
use super::making::Making;
use super::originals::{Original, Originals};
use crate::edition::Edition;
use crate::edition::change::Change;
use crate::edition::language::Language;
use crate::edition::piece::Piece;
use crate::edition::piece_field::PieceField;
use crate::notice::{Error, Notices};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What pieces are made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// Files, patterns, and the texts of folders.
    Files(Vec<PathBuf>),
    /// A text that was pasted.
    Text(String),
}

/// A text on its way into an edition.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// What was recognised.
    pub intake: Intake,
    /// What it came as.
    pub original: Original,
    /// Which chapter of an e-book it is, from 1.
    pub chapter: Option<usize>,
    /// The piece that an earlier state of it became.
    pub earlier: Option<Earlier>,
    /// What becomes of it.
    pub joins: Joins,
    /// What reading it brought up.
    pub notices: Notices,
}

/// What becomes of an incoming text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Joins {
    /// It becomes a piece.
    #[default]
    AsPiece,
    /// What is new in it goes into the piece that an earlier state of it became.
    AsVersion,
    /// Nothing.
    Not,
}

impl Incoming {
    fn new(intake: Intake, original: Original, notices: Notices) -> Incoming {
        Incoming { intake, original, chapter: None, earlier: None, joins: Joins::AsPiece, notices }
    }

    /// A text of a file.
    pub(super) fn of_file(intake: Intake, file: &Path) -> Incoming {
        Incoming::new(intake, Original::File(file.to_path_buf()), Notices::new())
    }

    /// The name it came under.
    pub fn name(&self) -> String {
        match &self.original {
            Original::File(path) => name_of(path),
            Original::Pasted(_) => String::new(),
        }
    }

    /// Whether the editor should look at it before it joins: something is doubtful, something was left out, or the
    /// edition has an earlier state of it.
    pub fn wants_a_look(&self) -> bool {
        match &self.earlier {
            Some(earlier) => !earlier.is_same,
            None => !self.intake.doubtful().is_empty() || self.intake.leaves_out(),
        }
    }

    /// The file and the folder from which its pictures are taken.
    fn place(&self) -> (&Path, &Path) {
        match &self.original {
            Original::File(path) => (path, path.parent().unwrap_or(Path::new("."))),
            Original::Pasted(_) => (Path::new("pasted.md"), Path::new("")),
        }
    }

    /// Makes it the last piece of an edition in the making.
    pub(super) fn make(&self, making: &mut Making, notices: &mut Notices) {
        let (file, from) = self.place();
        let composed = self.intake.compose();
        making.add(file, composed.piece, from, notices);
    }
}

/// What was read.
#[derive(Debug, Default)]
pub struct Reading {
    /// The texts, in order.
    pub incoming: Vec<Incoming>,
    /// Why files could not be read.
    pub failed: Vec<Error>,
    /// What gathering the files brought up.
    pub notices: Notices,
}

/// Reads what is given, on all cores. `progress` is told how many of how many files are read, and says whether to go
/// on; what is read when it says no is given back.
pub fn read(source: &Source, progress: &(dyn Fn(usize, usize) -> bool + Sync)) -> Reading {
    let mut reading = Reading::default();
    let files = match source {
        Source::Files(paths) => files::gather(paths, &mut reading.notices),
        Source::Text(text) => {
            let mut notices = Notices::new();
            let intake = super::read_text(text, &mut notices);
            let original = Original::Pasted(text.as_str().into());
            reading.incoming.push(Incoming::new(intake, original, notices));
            return reading;
        }
    };
    let done = AtomicUsize::new(0);
    let read = files.par_iter().map(|file| {
        if !progress(done.load(Ordering::Relaxed), files.len()) {
            return Ok(Vec::new());
        }
        let read = incoming(file);
        progress(done.fetch_add(1, Ordering::Relaxed) + 1, files.len());
        read
    });
    for read in read.collect::<Vec<_>>() {
        match read {
            Ok(incoming) => reading.incoming.extend(incoming),
            Err(error) => reading.failed.push(error),
        }
    }
    reading
}

/// The texts of one file.
fn incoming(file: &Path) -> Result<Vec<Incoming>, Error> {
    let mut notices = Notices::new();
    let intakes = super::read(file, &mut notices)?;
    let is_book = intakes.len() > 1;
    let mut texts = Vec::with_capacity(intakes.len());
    for (index, intake) in intakes.into_iter().enumerate() {
        let said = std::mem::take(&mut notices);
        let text = Incoming::new(intake, Original::File(file.to_path_buf()), said);
        texts.push(Incoming { chapter: is_book.then_some(index + 1), ..text });
    }
    Ok(texts)
}

/// Finds the pieces that earlier states of these texts became. A text that is in the edition as it is joins no more.
pub fn seen_before(incoming: &mut [Incoming], edition: &Edition, dir: &Path) {
    for text in incoming {
        text.earlier = Earlier::find(text, edition, dir);
        text.joins = match &text.earlier {
            Some(earlier) if earlier.is_same => Joins::Not,
            Some(_) => Joins::AsVersion,
            None => text.joins,
        };
    }
}

/// What importing brings to an edition.
#[derive(Clone, Debug, Default)]
pub struct Added {
    /// The new pieces, in order.
    pub pieces: Vec<Arc<Piece>>,
    /// The pieces that are changed, as a new version of their text came.
    pub changed: Vec<PathBuf>,
    /// Contributors and pictures that were not there, and changes of pieces.
    pub changes: Vec<Change>,
    /// What is kept of the imported files.
    pub originals: Originals,
}

/// Makes pieces for the edition in `dir` of the texts that join it. Nothing is written.
pub fn add(edition: &Edition, dir: &Path, incoming: &[Incoming], notices: &mut Notices) -> Added {
    let mut making = Making::onto(edition);
    let mut added = Added::default();
    let mut versions = Vec::new();
    for text in incoming.iter().filter(|text| text.joins != Joins::Not) {
        text.make(&mut making, notices);
        let named = added.originals.name(dir, &text.original).map(|name| text.original_name(&name));
        let original = named.map_err(|error| notices.doubt(error.place, error.what, error.hint)).ok();
        if let Some(piece) = making.pieces.last_mut() {
            Arc::make_mut(piece).original = original.map(Into::into);
        }
        if let (Joins::AsVersion, Some(earlier)) = (text.joins, &text.earlier) {
            versions.extend(making.pieces.pop().map(|piece| (earlier, piece)));
        }
    }
    let language = if edition.pieces().next().is_none() { most(&making.pieces) } else { edition.language };
    if language != edition.language {
        added.changes.push(Change::Language(language));
    }
    for piece in &mut making.pieces {
        as_in(piece, language);
    }
    let book = making.book();
    if let Some(book) = book.filter(|_| edition.pieces().next().is_none() && edition.title == title_of(dir)) {
        added.changes.push(Change::Title(book));
    }
    added.changes.extend(new_people(&making, edition));
    for (earlier, mut piece) in versions {
        as_in(&mut piece, language);
        added.change(edition, &making.edition, earlier, &piece);
    }
    let pictures = making.pictures.finish().into_iter();
    let pictures = pictures.filter(|(name, _)| !edition.pictures.contains_key(name));
    let pictures: Vec<Change> =
        pictures.map(|(name, picture)| Change::Picture(name, Some(picture))).collect();
    added.changes.splice(0..0, pictures);
    added.pieces = making.pieces;
    added
}

impl Added {
    /// Puts what is new in a version of a text into its piece.
    fn change(&mut self, edition: &Edition, people: &Edition, earlier: &Earlier, theirs: &Arc<Piece>) {
        let Some(ours) = edition.piece(&earlier.piece) else { return };
        let compared = again::compare(ours, earlier, theirs, people);
        let fields = compared.fields(ours, theirs, &earlier.taken);
        let fields = fields.into_iter().chain([PieceField::Original(theirs.original.clone())]);
        self.changes.extend(fields.map(|field| Change::Field(earlier.piece.clone(), field)));
        self.changed.push(earlier.piece.clone());
    }
}

impl Incoming {
    /// The name by which its piece remembers an original.
    fn original_name(&self, name: &str) -> String {
        self.chapter.map_or_else(|| name.to_string(), |chapter| format!("{name}#{chapter}"))
    }
}

/// A piece whose language is that of its edition says none.
pub(super) fn as_in(piece: &mut Arc<Piece>, language: Language) {
    if piece.language == Some(language) {
        Arc::make_mut(piece).language = None;
    }
}

fn new_people(making: &Making, edition: &Edition) -> Vec<Change> {
    let old = &edition.contributors;
    let people = making.edition.contributors.iter().filter(|(id, record)| old.get(*id) != Some(record));
    people.map(|(id, record)| Change::Contributor(id.clone(), Some(record.clone()))).collect()
}

/// The language most pieces are in; English when none says.
fn most(pieces: &[Arc<Piece>]) -> Language {
    let mut counts: BTreeMap<Language, usize> = BTreeMap::new();
    for language in pieces.iter().filter_map(|piece| piece.language) {
        *counts.entry(language).or_default() += 1;
    }
    let most = counts.iter().max_by_key(|(_, count)| **count);
    most.map_or_else(Language::default, |(language, _)| *language)
}

/// The name of a folder as the title of an edition.
pub(super) fn title_of(folder: &Path) -> String {
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
    let name = name_of(&folder).replace(['-', '_'], " ");
    if name.trim().is_empty() { "Untitled".into() } else { name.trim().to_string() }
}
