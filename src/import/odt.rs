//! OpenDocument texts (ODT) go in, a manuscript comes out: content, styles, notes, comments, pictures.
//!
//! Deleted words of tracked changes stand apart from the text, so that the text is the accepted one as it is.

mod block;
mod inline;
mod lists;
mod pictures;
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
use block::Reader;
use std::path::Path;

/// Its name in notices.
const WANTED: &str = "an OpenDocument text (ODT)";

/// Reads a file.
pub(super) fn read(bytes: &[u8], path: &Path, notices: &mut Notices) -> Result<Manuscript> {
    let mut archive = Archive::open(bytes, path, WANTED)?;
    let manifest = archive.part("META-INF/manifest.xml").unwrap_or_default();
    if xml::decode(&manifest).contains("encryption-data") {
        return Err(sniff::locked_file(path));
    }
    if !archive.has("content.xml") {
        return Err(sniff::unlike(bytes, path, WANTED));
    }
    let content = content(&mut archive, path, notices)?;
    let named = archive.part("styles.xml").unwrap_or_default();
    let stated = stated(&mut archive);
    let mut reader = Reader::new(archive, path, notices);
    let items = reader.content(&xml::without_doctype(&content), &xml::decode(&named))?;
    let lines = office::lines(items);
    Ok(Manuscript { lines, notes: reader.notes, stated, pictures: reader.pictures.taken })
}

/// The text, whole or what could be read of it.
fn content(archive: &mut Archive<'_>, path: &Path, notices: &mut Notices) -> Result<String> {
    let bytes = match archive.part("content.xml") {
        Ok(bytes) => bytes,
        Err(Missing::Broken(bytes)) if !bytes.is_empty() => {
            let hint =
                "it may not have been copied whole; ask for it again, or compare the text with the original";
            notices.fault(Place::file(path), "the file is damaged; what could be read is taken", hint);
            bytes
        }
        Err(Missing::Locked) => return Err(sniff::locked_file(path)),
        Err(missing) => {
            let hint = "open it in LibreOffice, and save it anew";
            return Err(Error::new(
                Place::file(path),
                format!("the text of the file {}", missing.why()),
                hint,
            ));
        }
    };
    Ok(xml::decode(&bytes).into_owned())
}

/// What the properties of the document state: a weak hint.
fn stated(archive: &mut Archive<'_>) -> Stated {
    let bytes = archive.part("meta.xml").unwrap_or_default();
    let text = xml::decode(&bytes);
    let Ok(document) = xml::parse(&text) else { return Stated::default() };
    let property = |name: &str| xml::below(document.root_element(), name).map(xml::words);
    let creator = property("initial-creator").or_else(|| property("creator")).unwrap_or_default();
    Stated {
        trust: Trust::Weak,
        title: property("title").and_then(|title| office::title(&title)).map(Paragraph::plain),
        authors: creator.split(';').filter_map(office::author).collect(),
        language: property("language").and_then(|tag| Language::parse(tag.trim())),
        date: property("creation-date").and_then(|date| Date::parse(date.trim())),
        ..Stated::default()
    }
}
