//! The first bytes of a file go in; out comes what kind of file it is, whatever its name says.

use crate::notice::{Error, Place};
use std::path::Path;

/// How the containers of old Office files begin.
const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Why a file is not `wanted`.
pub(super) fn unlike(bytes: &[u8], path: &Path, wanted: &str) -> Error {
    let place = Place::file(path);
    if bytes.is_empty() {
        return empty(path);
    }
    if bytes.starts_with(OLE) {
        // Its names are UTF-16.
        let locked: Vec<u8> = "EncryptedPackage".bytes().flat_map(|letter| [letter, 0]).collect();
        return match holds(bytes, &locked) {
            true => locked_file(path),
            false => {
                let hint = "open it in Word or LibreOffice, and save it as .docx";
                Error::new(
                    place,
                    "the file is an old Office file (such as .doc), which can’t be imported",
                    hint,
                )
            }
        };
    }
    let (kind, ending) = kind(bytes);
    let hint = match ending {
        "" => "open it in the program it was made with, and save it anew".to_string(),
        ending => format!("give its name the ending “{ending}”"),
    };
    Error::new(place, format!("the file is not {wanted}, whatever its name says, but {kind}"), hint)
}

/// The error for a file with nothing in it.
pub(super) fn empty(path: &Path) -> Error {
    let hint = "it may not have been sent or copied whole; ask for it again";
    Error::new(Place::file(path), "the file is empty", hint)
}

/// The error for a file with a password.
pub(super) fn locked_file(path: &Path) -> Error {
    let hint = "open it with the password in the program it was made with, and save it without";
    Error::new(Place::file(path), "the file is locked with a password", hint)
}

/// What the bytes are, and the ending that such a file should have.
fn kind(bytes: &[u8]) -> (&'static str, &'static str) {
    let start = &bytes[..bytes.len().min(1024)];
    let trimmed = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start).trim_ascii_start();
    match trimmed {
        _ if start.starts_with(b"PK") && holds(bytes, b"word/document.xml") => ("a Word file", ".docx"),
        _ if start.starts_with(b"PK") && holds(start, b"opendocument.text") => {
            ("an OpenDocument text", ".odt")
        }
        _ if start.starts_with(b"PK") && holds(start, b"epub+zip") => ("an e-book", ".epub"),
        _ if start.starts_with(b"PK") && holds(bytes, b"xl/workbook.xml") => ("a spreadsheet", ""),
        _ if start.starts_with(b"PK") && holds(bytes, b"ppt/presentation.xml") => ("a presentation", ""),
        _ if start.starts_with(b"PK") => ("a zip archive", ""),
        _ if trimmed.starts_with(b"{\\rtf") => ("a rich text", ".rtf"),
        _ if trimmed.starts_with(b"%PDF") => ("a PDF", ""),
        _ if begins(trimmed, b"<!doctype html") || begins(trimmed, b"<html") => ("a web page", ".html"),
        _ if begins(trimmed, b"mime-version:") => ("a saved web page (MHT)", ""),
        _ if trimmed.starts_with(b"<?xml") => ("XML", ""),
        _ if std::str::from_utf8(bytes).is_ok_and(|text| !text.contains('\0')) => ("plain text", ".txt"),
        _ => ("something unknown", ""),
    }
}

fn begins(bytes: &[u8], start: &[u8]) -> bool {
    bytes.get(..start.len()).is_some_and(|first| first.eq_ignore_ascii_case(start))
}

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}
