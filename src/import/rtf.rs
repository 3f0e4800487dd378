//! Rich texts (RTF) go in, a manuscript comes out.
//!
//! The text is one stream of tokens; groups push and pop what holds. Nothing here calls itself, so that no depth of
//! groups uses up the stack.

mod fonts;
mod groups;
mod letters;
mod lists;
mod paragraphs;
mod picture;
mod state;
mod styles;
mod tables;
#[cfg(test)]
mod tests;
mod tokens;
mod words;

use super::manuscript::Manuscript;
use super::{lengths, office, sniff};
use crate::notice::{Error, Notices, Place, Result};
use groups::Reader;
use std::path::Path;
use tokens::Tokens;

/// Reads a file.
pub(super) fn read(bytes: &[u8], path: &Path, notices: &mut Notices) -> Result<Manuscript> {
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    if !start.starts_with(b"{\\rtf") {
        return Err(sniff::unlike(bytes, path, "a rich text (RTF)"));
    }
    let mut reader = Reader::new(path, notices);
    for token in Tokens::new(start) {
        reader.token(token);
        lengths::counted(reader.ended, path)?;
    }
    let is_whole = reader.is_whole();
    let items = reader.finish();
    let place = Place::file(path);
    if !is_whole {
        let hint =
            "it may not have been copied whole; ask for it again, or compare the text with the original";
        if items.iter().all(office::Item::is_blank) {
            return Err(Error::new(place, "the file is damaged; there is no text in it", hint));
        }
        reader.notices.doubt(place, "the file ends too early; a part may be missing", hint);
    }
    let lines = office::lines(items);
    Ok(Manuscript { lines, notes: reader.notes, stated: reader.stated, pictures: reader.pictures })
}
