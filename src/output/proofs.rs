//! An edition goes in; which proofs it has, how their files are called, and each as a PDF come out.

use super::{file_stem, pdf, variant_stem};
use crate::book::proof::{Order, Press};
use crate::design::trim::Trim;
use crate::edition::Edition;
use crate::edition::people::ContributorId;
use crate::notice::{Notices, Result};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What has a proof of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum By {
    /// Each piece.
    #[default]
    Piece,
    /// Each author, with all pieces; a piece of two authors is in both proofs. Pieces without an author have one each.
    Author,
}

/// A proof that can be pulled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The name of its file, without ending: no other proof of the edition has it.
    pub stem: String,
    /// The files of its pieces, in the order of the book.
    pub pieces: Vec<PathBuf>,
    /// Whom it is for, if it is the proof of one author.
    pub reader: Option<ContributorId>,
}

impl Planned {
    /// Whether it is for this author: made for her, or of a piece of hers.
    pub fn is_for(&self, id: &ContributorId, edition: &Edition) -> bool {
        match &self.reader {
            Some(reader) => reader == id,
            None => {
                let mut pieces = self.pieces.iter().filter_map(|file| edition.piece(file));
                pieces.any(|piece| piece.authors.contains(id))
            }
        }
    }
}

/// All proofs of an edition: of the pieces that are in the book, in its order; of authors by sort name.
pub fn plan(edition: &Edition, by: By) -> Vec<Planned> {
    let mut names = Names { variant: edition.variant.as_deref(), taken: BTreeSet::new() };
    let mut planned = Vec::new();
    if by == By::Author {
        for id in edition.author_ids() {
            let own = edition.included().filter(|(_, piece)| piece.authors.contains(&id));
            let pieces = own.map(|(_, piece)| piece.file.clone()).collect();
            let stem = names.free(&edition.contributor(&id).name);
            planned.push(Planned { stem, pieces, reader: Some(id) });
        }
    }
    let alone = edition.included().filter(|(_, piece)| by == By::Piece || piece.authors.is_empty());
    for (_, piece) in alone {
        let stem = names.free(&format!("{} {}", edition.byline(piece), piece.title.words()));
        planned.push(Planned { stem, pieces: vec![piece.file.clone()], reader: None });
    }
    planned
}

/// Gives out names of files.
struct Names<'e> {
    variant: Option<&'e str>,
    taken: BTreeSet<String>,
}

impl Names<'_> {
    /// A name that is not taken. It follows from all pieces of the edition, so that a proof has the same name alone and
    /// among others.
    fn free(&mut self, words: &str) -> String {
        let stem = variant_stem(&file_stem(words), self.variant);
        let mut names = (1u32..).map(|n| if n == 1 { stem.clone() } else { format!("{stem}-{n}") });
        names.find(|name| self.taken.insert(name.clone())).unwrap_or(stem.clone())
    }
}

/// Where the proofs of the edition in a folder go, unless something else is said.
pub fn folder_of(dir: &Path) -> PathBuf {
    dir.join("out").join("proofs")
}

/// A proof as PDF.
///
/// # Errors
/// Only when the file can't be put together at all.
pub fn write(
    press: &Press<'_>,
    planned: &Planned,
    paper: Trim,
    date: Option<&str>,
    notices: &mut Notices,
) -> Result<Vec<u8>> {
    let order = Order {
        pieces: planned.pieces.clone(),
        reader: planned.reader.clone(),
        paper,
        date: date.map(str::to_string),
    };
    let proof = press.pull(&order);
    pdf::write(&proof.book, &proof.edition, notices)
}
