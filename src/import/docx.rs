//! Word files (DOCX) go in, a manuscript comes out: main part, styles, numbering, notes, comments, pictures.
//!
//! Elements are found by local name and styles by their names, so that files of any program, in any language, are
//! read alike. What Word shows as accepted is taken; what it hides is left out.

mod body;
mod comments;
mod fields;
mod notes;
mod numbering;
mod paragraph;
mod parts;
mod pictures;
mod run;
mod salvage;
mod styles;
mod tables;
#[cfg(test)]
mod tests;

use super::archive::{Archive, Missing};
use super::manuscript::{Manuscript, Stated, Trust};
use super::{office, sniff, xml};
use crate::edition::date::Date;
use crate::edition::language::Language;
use crate::edition::text::Paragraph;
use crate::notice::{Error, Notices, Place, Result};
use body::Reader;
use parts::Parts;
use std::path::Path;

/// Its name in notices.
const WANTED: &str = "a Word file (DOCX)";

/// Reads a file.
pub(super) fn read(bytes: &[u8], path: &Path, notices: &mut Notices) -> Result<Manuscript> {
    let mut parts = Parts { archive: Archive::open(bytes, path, WANTED)?, path, notices };
    let main = parts.main().ok_or_else(|| sniff::unlike(bytes, path, WANTED))?;
    let text = text(&mut parts, &main)?;
    let stated = stated(&mut parts);
    let mut reader = Reader::new(parts, &main);
    let items = reader.part(&text)?;
    let lines = office::lines(items);
    let notes = reader.notes();
    Ok(Manuscript { lines, notes, stated, pictures: reader.pictures.taken })
}

/// The main part as text, whole or what could be read of it.
fn text(parts: &mut Parts<'_, '_>, main: &str) -> Result<String> {
    let place = Place::file(parts.path);
    let bytes = match parts.archive.part(main) {
        Ok(bytes) => bytes,
        Err(Missing::Broken(bytes)) if !bytes.is_empty() => {
            let hint =
                "it may not have been copied whole; ask for it again, or compare the text with the original";
            parts.notices.fault(place, "the file is damaged; what could be read is taken", hint);
            bytes
        }
        Err(Missing::Locked) => return Err(sniff::locked_file(parts.path)),
        Err(missing) => {
            let hint = "open it in Word or LibreOffice, and save it anew";
            return Err(Error::new(place, format!("the text of the file {}", missing.why()), hint));
        }
    };
    Ok(xml::decode(&bytes).into_owned())
}

/// What the properties of the document state: a weak hint, since they are often those of another document.
fn stated(parts: &mut Parts<'_, '_>) -> Stated {
    let part = parts.relations("").of_kind("core-properties").unwrap_or_else(|| "docProps/core.xml".into());
    let bytes = parts.archive.part(&part).unwrap_or_default();
    let text = xml::decode(&bytes);
    let Ok(document) = xml::parse(&text) else { return Stated::default() };
    let property = |name: &str| xml::child(document.root_element(), name).map(xml::words);
    let creators = property("creator").unwrap_or_default();
    Stated {
        trust: Trust::Weak,
        title: property("title").and_then(|title| office::title(&title)).map(Paragraph::plain),
        authors: creators.split(';').filter_map(office::author).collect(),
        language: property("language").and_then(|tag| Language::parse(tag.trim())),
        date: property("created").and_then(|date| Date::parse(date.trim())),
        ..Stated::default()
    }
}
