//! Import: a file that somebody sent becomes the fields and the Markdown of a piece.
//!
//! In: Markdown with or without front matter, or plain text. Out: [`Imported`], and notices about what was
//! guessed. Nothing is lost: what is not recognised as a field stays in the text. [`create`] makes an edition of a
//! folder of such files.

pub mod create;
mod gather;
pub mod limits;
mod making;
pub mod manuscript;
mod markdown;
mod pictures;
mod plain;

use crate::edition::date::Date;
use crate::edition::disclaimer::DisclaimerChoice;
use crate::edition::language::Language;
use crate::edition::piece::Credit;
use crate::notice::{Error, Notices, Place, Result};
use std::path::Path;

/// Endings of the files that are read.
pub const ENDINGS: &[&str] = &["md", "markdown", "txt", "text"];

/// Whether a file is of a kind that is read, by the ending of its name.
pub fn is_read(path: &Path) -> bool {
    ENDINGS.contains(&ending_of(path).as_str())
}

/// The ending of a file's name in lower case; empty without one.
fn ending_of(path: &Path) -> String {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default()
}

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
    /// The book or series it is from.
    pub book: Option<String>,
    /// Whether it should be in the book.
    pub include: bool,
    /// The body, as Markdown.
    pub markdown: String,
}

/// Reads a file.
///
/// # Errors
/// When the file can't be read, is too long, or is of a kind that can't be imported.
pub fn read(path: &Path, notices: &mut Notices) -> Result<Imported> {
    let ending = ending_of(path);
    let reader = match ending.as_str() {
        "md" | "markdown" => markdown::read,
        "txt" | "text" => plain::read,
        other => return Err(unknown_format(path, other)),
    };
    let length = std::fs::metadata(path).map_err(|error| Error::io(path, "read the file", &error))?.len();
    if length > limits::TEXT {
        let what = format!("the file has more than {} MiB", limits::TEXT / limits::MIB);
        return Err(Error::new(Place::file(path), what, "no opinion piece is that long; cut it into parts"));
    }
    let bytes = std::fs::read(path).map_err(|error| Error::io(path, "read the file", &error))?;
    // In UTF-16 half of the bytes may be zero; it begins with a mark.
    if bytes.contains(&0) && encoding_rs::Encoding::for_bom(&bytes).is_none() {
        let hint = "open it in the program it was made with, and save it as text";
        return Err(Error::new(Place::file(path), "the file is not a text, whatever its name says", hint));
    }
    let text = plain::decode(&bytes, path, notices);
    Ok(reader(&text, path, notices))
}

/// Reads a text that was pasted: Markdown where it begins with front matter or looks marked up, else plain text.
pub fn read_text(text: &str, notices: &mut Notices) -> Imported {
    let path = Path::new("pasted.md");
    let is_marked = ["---\n", "+++\n", "# "].iter().any(|start| text.trim_start().starts_with(start));
    if is_marked { markdown::read(text, path, notices) } else { plain::read(text, path, notices) }
}

fn unknown_format(path: &Path, ending: &str) -> Error {
    let format = match ending {
        "html" | "htm" | "xhtml" => "a web page (HTML)",
        "docx" => "a Word file (DOCX)",
        "doc" => "an old Word file (DOC)",
        "odt" => "an OpenDocument text (ODT)",
        "rtf" => "a rich text (RTF)",
        "epub" => "an e-book (EPUB)",
        "pdf" => "a PDF",
        _ => "of a kind that is not known",
    };
    let hint = "Markdown (.md) and plain text (.txt) are read; save it as one of these";
    Error::new(Place::file(path), format!("the file is {format}, which can’t be imported"), hint)
}

/// The name of a file as a title.
fn title_of_file(path: &Path) -> String {
    let stem =
        path.file_stem().map(|stem| stem.to_string_lossy().replace(['-', '_'], " ")).unwrap_or_default();
    crate::edition::markdown::escape(stem.trim())
}
