//! The kinds of files that a book becomes, each made by the room that knows how.

use super::{epub, pdf};
use crate::book::Book;
use crate::design::trim::Trim;
use crate::edition::Edition;
use crate::notice::{Notices, Result};

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileKind {
    /// The PDF for screens.
    Pdf,
    /// The e-book.
    Epub,
    /// The PDF for a printing press.
    Print,
    /// The cover of the printed book: back, spine and front.
    Cover,
    /// A booklet for an office printer.
    Booklet,
}

impl FileKind {
    /// All kinds, in the order in which they are made.
    pub const ALL: [FileKind; 5] =
        [FileKind::Pdf, FileKind::Epub, FileKind::Print, FileKind::Cover, FileKind::Booklet];

    /// Its name on the command line.
    pub fn key(self) -> &'static str {
        match self {
            FileKind::Pdf => "pdf",
            FileKind::Epub => "epub",
            FileKind::Print => "print",
            FileKind::Cover => "cover",
            FileKind::Booklet => "booklet",
        }
    }

    /// The kind of this name.
    pub fn parse(name: &str) -> std::result::Result<FileKind, String> {
        let found = FileKind::ALL.into_iter().find(|kind| kind.key() == name.trim());
        found.ok_or_else(|| {
            let known = FileKind::ALL.map(FileKind::key).join(", ");
            format!("there are {known}")
        })
    }

    /// The file of this kind of an edition whose files are named `stem`.
    pub fn file_name(self, stem: &str) -> String {
        match self {
            FileKind::Pdf => format!("{stem}.pdf"),
            FileKind::Epub => format!("{stem}.epub"),
            FileKind::Print | FileKind::Cover | FileKind::Booklet => format!("{stem}-{}.pdf", self.key()),
        }
    }

    /// Makes the file of a book; `paper` is what a booklet is printed on.
    ///
    /// # Errors
    /// Where the file can't be made, with the reason: see the rooms of each kind.
    pub fn make(self, book: &Book, edition: &Edition, paper: Trim, notices: &mut Notices) -> Result<Vec<u8>> {
        match self {
            FileKind::Pdf => pdf::write(book, edition, notices),
            FileKind::Epub => epub::write(edition, book),
            FileKind::Print => pdf::print(book, edition, notices),
            FileKind::Cover => pdf::cover(book, edition, notices),
            FileKind::Booklet => pdf::booklet(book, edition, paper, notices),
        }
    }
}
