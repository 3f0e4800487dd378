//! An OpenDocument text whose XML is broken is read paragraph by paragraph.

use super::block::Reader;
use crate::import::office::Item;
use crate::import::xml::{self, Fault};
use crate::notice::{Error, Place, Result};

const OPEN: &str = "<salvaged xmlns:text='t' xmlns:office='o' xmlns:draw='d' xmlns:xlink='x' xmlns:svg='s' \
    xmlns:table='b' xmlns:style='y' xmlns:fo='f' xmlns:dc='c' xmlns:loext='l' xmlns:form='m' xmlns:xml2='z'>";

impl Reader<'_, '_> {
    /// Reads the paragraphs of a part that is no whole XML.
    pub(super) fn salvage(&mut self, text: &str, fault: Fault, items: &mut Vec<Item>) -> Result<()> {
        let mut rest = text;
        while let Some((start, close)) = next_paragraph(rest) {
            let end = rest[start..].find(close).map_or(rest.len(), |end| start + end + close.len());
            let paragraph = &rest[start..end];
            let wrapped = format!("{OPEN}{paragraph}</salvaged>");
            match xml::parse(&wrapped) {
                Ok(document) => self.blocks(document.root_element(), 0, items),
                Err(_) => {
                    let letters = letters(paragraph);
                    let plain = format!("{OPEN}<text:p>{letters}</text:p></salvaged>");
                    if let Ok(document) = xml::parse(&plain) {
                        self.blocks(document.root_element(), 0, items);
                    }
                }
            }
            rest = &rest[end..];
        }
        let place = Place::file(self.path);
        if items.iter().all(Item::is_blank) {
            let hint = "open it in LibreOffice, and save it anew";
            return Err(Error::new(place, "the text of the file is damaged and can’t be read", hint));
        }
        let what = match fault {
            Fault::Broken => {
                "the file is damaged; its paragraphs are taken one by one, without its tables and lists"
            }
            Fault::Limit => {
                "the file is too complicated; its paragraphs are taken one by one, without its tables and lists"
            }
        };
        self.notices.fault(place, what, "compare the text with the original");
        Ok(())
    }
}

/// Where the next paragraph begins, and how it ends.
fn next_paragraph(text: &str) -> Option<(usize, &'static str)> {
    text.match_indices("<text:").find_map(|(at, _)| {
        let close = match text.as_bytes().get(at + 6)? {
            b'p' => "</text:p>",
            b'h' => "</text:h>",
            _ => return None,
        };
        matches!(text.as_bytes().get(at + 7)?, b'>' | b' ').then_some((at, close))
    })
}

/// The letters outside of tags.
fn letters(text: &str) -> String {
    text.split('<').skip(1).filter_map(|piece| piece.split_once('>')).map(|(_, letters)| letters).collect()
}
