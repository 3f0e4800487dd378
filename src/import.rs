//! Import: a file that somebody sent becomes the fields and the Markdown of a piece.
//!
//! Three steps that know nothing of each other: a reader makes a [`manuscript::Manuscript`] of the file, `recognise`
//! gives each of its lines a field, [`clean`] mends its typography. The result is an [`intake::Intake`]: everything
//! that was found, how sure it is, and what was changed; the editor may move a line to another field or undo a change,
//! and the piece follows. Nothing is lost: what is left out is listed.
//!
//! [`add`] reads many texts and makes pieces of them; where the edition has an earlier state of a text, [`again`]
//! compares what it was, what the editor made of it and what it is now. What was imported is kept ([`originals`]).
//! [`create`] does the same with the folder of an edition, new or old.
//!
//! When a text joins an edition, its authors find their records (`edition::people::matching`) or get new ones, and
//! [`contacts`] takes out of the note what is for the editor only.
//!
//! ```text
//! file ─read─► Manuscript ─recognise─► Intake ─clean, compose─► Imported ─making─► piece, people, pictures
//!              Source ─add::read─► Incoming ─(the editor looks)─► add::add ─► changes of the edition, originals
//! ```

pub mod add;
pub mod again;
mod archive;
pub mod clean;
mod compose;
pub mod contacts;
pub mod create;
mod docx;
#[cfg(test)]
mod drafts;
mod epub;
pub mod files;
mod gather;
mod html;
pub mod intake;
mod lengths;
pub mod limits;
mod making;
pub mod manuscript;
mod markdown;
mod notes;
mod odt;
mod office;
pub mod originals;
mod pictures;
mod plain;
mod reader;
mod recognise;
mod rtf;
mod sniff;
mod xml;

use crate::edition::date::Date;
use crate::edition::disclaimer::DisclaimerChoice;
use crate::edition::language::Language;
use crate::edition::people::help::Help;
use crate::edition::permission::Permission;
use crate::edition::picture::Picture;
use crate::edition::piece::Credit;
use crate::notice::{Notices, Result};
pub use compose::Composed;
use intake::Intake;
pub use reader::{ENDINGS, Format, is_read};
use std::collections::BTreeMap;
use std::path::Path;

/// What was found in an imported file. Texts are inline Markdown, but for the names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Imported {
    /// The title; never empty, at worst the name of the file.
    pub title: String,
    /// The title for running heads.
    pub short_title: Option<String>,
    /// The subtitle or standfirst.
    pub subtitle: Option<String>,
    /// The label above the title.
    pub kicker: Option<String>,
    /// The authors, by name.
    pub authors: Vec<String>,
    /// What the file says about single authors, by their index.
    pub author_notes: Vec<(usize, String)>,
    /// Translators, interviewers and editors, by name.
    pub helpers: Vec<(Help, Vec<String>)>,
    /// The date.
    pub date: Option<Date>,
    /// The language.
    pub language: Option<Language>,
    /// What the file says about its author or authors.
    pub author_note: Option<String>,
    /// The disclaimer.
    pub disclaimer: DisclaimerChoice,
    /// Where it was first published.
    pub credit: Option<Credit>,
    /// The right to print it.
    pub permission: Option<Permission>,
    /// The book or series it is from.
    pub book: Option<String>,
    /// Whether it should be in the book.
    pub include: bool,
    /// Pictures from inside the file, by the names that the body calls them by.
    pub pictures: BTreeMap<String, Picture>,
    /// The body, as Markdown.
    pub markdown: String,
}

/// What can be read, in words.
const READ: &str =
    "Word (.docx), OpenDocument (.odt), RTF, web pages, e-books (.epub), Markdown and plain text are read";

/// Reads a file: one intake for each piece in it. Only e-books have several.
///
/// # Errors
/// When the file can't be read, is too long, or is of a kind that can't be imported.
pub fn read(path: &Path, notices: &mut Notices) -> Result<Vec<Intake>> {
    reader::read(path, notices)
}

/// Reads a text that was pasted: Markdown where it begins with front matter or looks marked up, a web page where it
/// has tags, else plain text.
pub fn read_text(text: &str, notices: &mut Notices) -> Intake {
    reader::read_text(text, notices)
}

/// The name of a file as a title.
fn title_of_file(path: &Path) -> String {
    let stem =
        path.file_stem().map(|stem| stem.to_string_lossy().replace(['-', '_'], " ")).unwrap_or_default();
    crate::edition::markdown::escape(stem.trim())
}
