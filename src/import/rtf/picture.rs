//! Pictures of a rich text: hexadecimal digits or raw bytes.

use super::groups::Reader;
use super::state::Place as Goes;
use crate::edition::picture::Picture;
use crate::edition::text::Block;
use crate::import::office::Item;
use crate::notice::Place;

/// Bytes of one picture, at most; a little more than a picture may have.
const MOST: usize = 26 * 1024 * 1024;

/// A picture in the making.
#[derive(Clone, Debug, Default)]
pub(super) struct Drawing {
    bytes: Vec<u8>,
    half: Option<u8>,
    kind: &'static str,
}

impl Drawing {
    /// A word about the picture.
    pub(super) fn define(&mut self, word: &str) {
        self.kind = match word {
            "emfblip" | "wmetafile" => "a drawing of Windows (EMF or WMF)",
            "macpict" => "a drawing of old Macs (PICT)",
            "dibitmap" | "wbitmap" => "a bitmap of Windows (BMP)",
            _ => self.kind,
        };
    }

    /// A digit.
    pub(super) fn digit(&mut self, byte: u8) {
        let Some(digit) = (byte as char).to_digit(16) else { return };
        match self.half.take() {
            None => self.half = Some(digit as u8),
            Some(high) if self.bytes.len() < MOST => self.bytes.push(high << 4 | digit as u8),
            Some(_) => {}
        }
    }

    /// Raw bytes.
    pub(super) fn binary(&mut self, bytes: &[u8], place: Goes) {
        if place == Goes::Picture {
            let room = MOST.saturating_sub(self.bytes.len());
            self.bytes.extend_from_slice(&bytes[..bytes.len().min(room)]);
        }
    }
}

impl Reader<'_> {
    /// A picture ends: it comes behind its paragraph.
    pub(super) fn picture(&mut self) {
        let Drawing { bytes, kind, .. } = std::mem::take(&mut self.drawing);
        let place = Place::line(self.path, self.number + 1);
        let hint = "save it as PNG or JPEG, and put it in by hand";
        let number = self.pictures.len() + 1;
        let read = match kind {
            "" => Picture::read(bytes),
            kind => Err(format!("it is {kind}")),
        };
        match read {
            Ok(picture) => {
                let name = format!("picture-{number}.{}", picture.kind.extension());
                let block = Block::Figure {
                    picture: name.as_str().into(),
                    alt: "".into(),
                    caption: None,
                    landscape: false,
                };
                self.pictures.insert(name, picture);
                self.desk.behind.push(Item::block(block, self.number + 1));
            }
            Err(why) => self.notices.fault(place, format!("a picture can’t be used: {why}"), hint),
        }
    }
}
