//! Imported texts become pieces: their files get names, their authors records, their pictures places.

mod people;

use super::Imported;
use super::pictures::Pictures;
use crate::edition::Edition;
use crate::edition::folder::unique_slug;
use crate::edition::markdown::{self, Context};
use crate::edition::people::ContributorId;
use crate::edition::people::matching::Names;
use crate::edition::piece::{AuthorNote, Piece};
use crate::notice::Notices;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

/// An edition in the making.
#[derive(Default)]
pub(super) struct Making {
    /// Its people; the rest of what it was before.
    pub(super) edition: Edition,
    /// The new pieces.
    pub(super) pieces: Vec<Arc<Piece>>,
    names: BTreeSet<String>,
    /// The contributors by their names.
    people: Names,
    /// Those who have their record from this import.
    new_people: BTreeSet<ContributorId>,
    pub(super) pictures: Pictures,
    /// The book of each piece.
    books: BTreeSet<Option<String>>,
}

impl Making {
    /// Goes on from an edition: its files, people and pictures keep their names.
    pub(super) fn onto(edition: &Edition) -> Making {
        let pieces = edition.pieces();
        let stem = |piece: &Arc<Piece>| Some(piece.file.file_stem()?.to_string_lossy().into_owned());
        Making {
            names: pieces.filter_map(stem).collect(),
            people: Names::of(&edition.contributors),
            pictures: Pictures::onto(&edition.pictures),
            edition: edition.clone(),
            ..Making::default()
        }
    }

    /// The book that all pieces are from.
    pub(super) fn book(&self) -> Option<String> {
        let mut books = self.books.iter();
        books.next().cloned().flatten().filter(|_| books.next().is_none())
    }

    /// Adds an imported file as a piece.
    pub(super) fn add(&mut self, file: &Path, imported: Imported, from: &Path, notices: &mut Notices) {
        let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let name = unique_slug(&stem, "piece", |slug| self.names.contains(slug));
        self.names.insert(name.clone());
        self.books.insert(imported.book.clone());
        let mut authors = self.authors(&imported.authors, file, notices);
        let author_note = self.notes(&imported, &authors, file, notices);
        let mut seen = BTreeSet::new();
        authors.retain(|id| seen.insert(id.clone()));
        let source = self.pictures.bring(&imported.markdown, &imported.pictures, from, file, notices);
        let helpers: Vec<_> = imported
            .helpers
            .iter()
            .map(|(help, names)| (*help, self.authors(names, file, notices)))
            .collect();
        let mut piece = piece(format!("pieces/{name}.md"), imported, authors, author_note, source);
        for (help, people) in helpers {
            piece.set_helped(help, people);
        }
        self.pieces.push(Arc::new(piece));
    }
}

/// A piece of what was imported.
fn piece(
    file: String,
    imported: Imported,
    authors: Vec<ContributorId>,
    author_note: AuthorNote,
    source: String,
) -> Piece {
    let words = |text: Option<String>| text.map(|text| markdown::inline(&text));
    let context = Context { folder: Path::new("pieces"), ..Context::default() };
    // What is odd in the text is said when the edition is loaded.
    let body = markdown::read(&source, &context, &mut Notices::new());
    Piece {
        file: file.into(),
        kicker: words(imported.kicker),
        title: markdown::inline(&imported.title),
        short_title: words(imported.short_title),
        subtitle: words(imported.subtitle),
        authors,
        helpers: None,
        date: imported.date,
        language: imported.language,
        credit: imported.credit,
        permission: imported.permission,
        disclaimer: imported.disclaimer,
        author_note,
        copyfit: None,
        signed: None,
        include: imported.include,
        original: None,
        markdown: source.into(),
        body,
        body_line: 1,
    }
}
