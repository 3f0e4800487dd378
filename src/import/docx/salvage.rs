//! A Word file whose XML is broken is read paragraph by paragraph: what is whole in itself is taken as it is, of
//! the rest the letters.

use super::body::Reader;
use crate::import::office::Item;
use crate::import::xml::{self, Fault};
use crate::notice::{Error, Result};
use std::fmt::Write;

/// Prefixes that paragraphs use.
const PREFIXES: &[&str] = &[
    "w", "r", "wp", "a", "pic", "mc", "wps", "wpg", "wpc", "v", "o", "m", "w10", "w14", "w15", "w16", "wp14",
    "wne", "wpi", "a14", "w16cid", "w16se", "xml2", "dgm", "c",
];

impl Reader<'_, '_> {
    /// Reads the paragraphs of a part that is no whole XML.
    pub(super) fn salvage(&mut self, text: &str, fault: Fault, items: &mut Vec<Item>) -> Result<()> {
        let open = PREFIXES.iter().fold("<salvaged".to_string(), |mut open, prefix| {
            // Writing to a string does not fail.
            let _ = write!(open, " xmlns:{prefix}=\"{prefix}\"");
            open
        });
        let mut rest = text;
        while let Some(start) = next_paragraph(rest) {
            let end = rest[start..].find("</w:p>").map_or(rest.len(), |end| start + end + "</w:p>".len());
            let paragraph = &rest[start..end];
            let wrapped = format!("{open}>{paragraph}</salvaged>");
            match xml::parse(&wrapped) {
                Ok(document) => self.blocks(document.root_element(), 0, items),
                Err(_) => self.letters_of(paragraph, items),
            }
            rest = &rest[end..];
        }
        let place = self.parts.place();
        if items.iter().all(Item::is_blank) {
            let hint = "open it in Word or LibreOffice, and save it anew";
            return Err(Error::new(place, "the text of the file is damaged and can’t be read", hint));
        }
        let what = match fault {
            Fault::Broken => "the file is damaged; its paragraphs are taken one by one, without its tables",
            Fault::Limit => {
                "the file is too complicated; its paragraphs are taken one by one, without its tables"
            }
        };
        self.parts.notices.fault(place, what, "compare the text with the original");
        Ok(())
    }

    /// The letters of a paragraph that is broken itself.
    fn letters_of(&mut self, paragraph: &str, items: &mut Vec<Item>) {
        self.number += 1;
        for run in paragraph.split("<w:t").skip(1) {
            // Not “w:tab” and others.
            let Some(run) = run.strip_prefix(['>', ' ']).map(|_| run.split_once('>').map_or("", |cut| cut.1))
            else {
                continue;
            };
            let run = run.split('<').next().unwrap_or_default();
            let run = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
                .iter()
                .fold(run.to_string(), |run, (name, letter)| run.replace(name, letter));
            self.pen.write(&run, &Default::default(), 0, false);
        }
        self.flush(items);
    }
}

/// Where the next paragraph begins that has something in it.
fn next_paragraph(text: &str) -> Option<usize> {
    let starts = text.match_indices("<w:p").map(|(at, _)| at);
    starts.into_iter().find(|at| text[at + 4..].starts_with(['>', ' ']))
}
