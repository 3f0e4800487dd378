//! A file is read by the reader of its format: on a thread of its own, with a limit of time, and whatever happens.

use super::intake::Intake;
use super::manuscript::{Line, Manuscript};
use super::{docx, epub, html, lengths, limits, markdown, odt, plain, recognise, rtf, sniff};
use crate::notice::{Error, Notices, Place, Result};
use std::path::{Path, PathBuf};
use std::sync::mpsc;

/// Endings of the files that are read.
pub const ENDINGS: &[&str] =
    &["md", "markdown", "txt", "text", "html", "htm", "xhtml", "docx", "odt", "rtf", "epub"];

/// What kind of file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Markdown.
    Markdown,
    /// Plain text.
    Text,
    /// A web page.
    Html,
    /// A Word file.
    Docx,
    /// An OpenDocument text.
    Odt,
    /// A rich text.
    Rtf,
    /// An e-book.
    Epub,
}

impl Format {
    /// The format of a file, by the ending of its name.
    pub fn of(path: &Path) -> Option<Format> {
        Some(match ending_of(path).as_str() {
            "md" | "markdown" => Format::Markdown,
            "txt" | "text" => Format::Text,
            "html" | "htm" | "xhtml" => Format::Html,
            "docx" => Format::Docx,
            "odt" => Format::Odt,
            "rtf" => Format::Rtf,
            "epub" => Format::Epub,
            _ => return None,
        })
    }

    /// Its name in reports.
    pub fn key(self) -> &'static str {
        match self {
            Format::Markdown => "md",
            Format::Text => "txt",
            Format::Html => "html",
            Format::Docx => "docx",
            Format::Odt => "odt",
            Format::Rtf => "rtf",
            Format::Epub => "epub",
        }
    }

    /// The largest file of it that is read.
    fn largest(self) -> u64 {
        match self {
            // A file of Markdown is one piece, and all of it is text.
            Format::Markdown => limits::PIECE as u64,
            Format::Text | Format::Html => limits::TEXT,
            Format::Docx | Format::Odt | Format::Rtf | Format::Epub => limits::FILE,
        }
    }
}

/// Whether a file is of a kind that is read, by the ending of its name.
pub fn is_read(path: &Path) -> bool {
    Format::of(path).is_some()
}

/// The ending of a file's name in lower case; empty without one.
fn ending_of(path: &Path) -> String {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default()
}

/// Reads a file; see [`super::read`].
pub(super) fn read(path: &Path, notices: &mut Notices) -> Result<Vec<Intake>> {
    let format = Format::of(path).ok_or_else(|| unknown_format(path))?;
    let length = std::fs::metadata(path).map_err(|error| Error::io(path, "read the file", &error))?.len();
    if length > format.largest() {
        let what = format!("the file has more than {} MiB", format.largest() / limits::MIB);
        return Err(Error::new(Place::file(path), what, "no opinion piece is that long; cut it into parts"));
    }
    let bytes = std::fs::read(path).map_err(|error| Error::io(path, "read the file", &error))?;
    if is_empty(&bytes) {
        return Err(sniff::empty(path));
    }
    guarded(format, bytes, path, notices)
}

/// Whether there is nothing but white space behind a byte order mark.
fn is_empty(bytes: &[u8]) -> bool {
    let mark = encoding_rs::Encoding::for_bom(bytes).map_or(0, |(_, length)| length);
    bytes[mark..].trim_ascii().is_empty()
}

/// Reads a pasted text; see [`super::read_text`].
pub(super) fn read_text(text: &str, notices: &mut Notices) -> Intake {
    let path = Path::new("pasted.md");
    let start = text.trim_start();
    let is_marked = ["---\n", "+++\n", "# "].iter().any(|mark| start.starts_with(mark));
    let format = match start.as_bytes() {
        _ if is_marked => Format::Markdown,
        [b'<', next, ..] if next.is_ascii_alphabetic() || *next == b'!' => Format::Html,
        _ => Format::Text,
    };
    match guarded(format, text.as_bytes().to_vec(), path, notices) {
        Ok(mut read) if !read.is_empty() => read.swap_remove(0),
        Ok(_) => recognise::recognise(Manuscript::default(), path, format),
        Err(error) => {
            notices.fault(error.place, format!("{}; it is taken as plain text", error.what), error.hint);
            // What is too long even for that stays one paragraph.
            let whole = |_| Manuscript { lines: vec![Line::words(text, 1)], ..Manuscript::default() };
            let read = plain::read(text, path, notices).unwrap_or_else(whole);
            recognise::recognise(read, path, Format::Text)
        }
    }
}

/// Reads on a thread of its own: what hangs or breaks in a hostile file ends there.
fn guarded(format: Format, bytes: Vec<u8>, path: &Path, notices: &mut Notices) -> Result<Vec<Intake>> {
    let (told, result) = mpsc::channel();
    let file: PathBuf = path.to_path_buf();
    let work = move || {
        let mut notices = Notices::new();
        let read = manuscripts(format, &bytes, &file, &mut notices);
        drop(bytes);
        let fitting = |one| lengths::fitting(one, &file, &mut notices);
        let read = read.and_then(|all| all.into_iter().map(fitting).collect::<Result<Vec<_>>>());
        let read =
            read.map(|all| all.into_iter().map(|one| recognise::recognise(one, &file, format)).collect());
        // Nobody waits any more when the time is over.
        let _ = told.send((read, notices));
    };
    let started = std::thread::Builder::new().name("reader".into()).stack_size(limits::STACK).spawn(work);
    started.map_err(|error| Error::io(path, "start reading the file", &error))?;
    match result.recv_timeout(limits::TIME) {
        Ok((read, said)) => {
            notices.append(said);
            read
        }
        Err(mpsc::RecvTimeoutError::Timeout) => {
            let what = format!("reading the file takes more than {} seconds", limits::TIME.as_secs());
            Err(Error::new(
                Place::file(path),
                what,
                "open it in the program it was made with, and save it as text",
            ))
        }
        Err(mpsc::RecvTimeoutError::Disconnected) => {
            let hint = "open it in the program it was made with, and save it as text";
            Err(Error::new(Place::file(path), "the file is broken in a way that can’t be read", hint))
        }
    }
}

fn manuscripts(format: Format, bytes: &[u8], path: &Path, notices: &mut Notices) -> Result<Vec<Manuscript>> {
    Ok(match format {
        Format::Markdown => vec![markdown::read(&text(bytes, path, notices)?, path, notices)?],
        Format::Text => vec![plain::read(&text(bytes, path, notices)?, path, notices)?],
        Format::Html if is_binary(bytes) => return Err(no_text(path)),
        Format::Html => vec![html::read(bytes, path, notices)?],
        Format::Docx => vec![docx::read(bytes, path, notices)?],
        Format::Odt => vec![odt::read(bytes, path, notices)?],
        Format::Rtf => vec![rtf::read(bytes, path, notices)?],
        Format::Epub => epub::read(bytes, path, notices)?,
    })
}

fn text(bytes: &[u8], path: &Path, notices: &mut Notices) -> Result<String> {
    // In UTF-16 half of the bytes may be zero; it begins with a mark.
    if bytes.contains(&0) && encoding_rs::Encoding::for_bom(bytes).is_none() {
        return Err(no_text(path));
    }
    Ok(plain::decode(bytes, path, notices))
}

/// Whether a page is none: browsers put up with a few zeros, so that pages may have some.
fn is_binary(bytes: &[u8]) -> bool {
    let zeros = bytes.iter().filter(|byte| **byte == 0).count();
    zeros * 1_000 > bytes.len() && encoding_rs::Encoding::for_bom(bytes).is_none()
}

fn no_text(path: &Path) -> Error {
    let hint = "open it in the program it was made with, and save it as text";
    Error::new(Place::file(path), "the file is not a text, whatever its name says", hint)
}

fn unknown_format(path: &Path) -> Error {
    let format = match ending_of(path).as_str() {
        "doc" => "an old Word file (DOC)",
        "pdf" => "a PDF",
        "pages" => "a Pages document",
        _ => "of a kind that is not known",
    };
    let hint = format!("{}; save it as one of these", super::READ);
    Error::new(Place::file(path), format!("the file is {format}, which can’t be imported"), hint)
}
