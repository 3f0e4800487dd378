//! Bytes of a rich text become letters, by the encoding of their font, and go where the words of the group go.

use super::groups::Reader;
use super::state::Place;
use crate::import::office::{Face, symbol};

impl Reader<'_> {
    /// A byte of a letter, which may be one of several.
    pub(super) fn byte(&mut self, byte: u8) {
        match self.state.place {
            Place::Nowhere | Place::Info | Place::Lists => {}
            Place::Fonts => self.fonts.name(byte),
            Place::Picture => self.drawing.digit(byte),
            Place::Text | Place::Kept | Place::Styles => self.bytes.push(byte),
        }
    }

    /// Writes the bytes that wait.
    pub(super) fn decode(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let font = self.state.letters.font;
        match self.fonts.symbols(font).map(str::to_string) {
            Some(name) => {
                let signs: String = bytes.iter().filter_map(|byte| symbol(&name, u32::from(*byte))).collect();
                self.write(&signs);
            }
            None => {
                let encoding = self.fonts.encoding(font);
                let text = encoding.decode_without_bom_handling(&bytes).0;
                self.write(&text);
            }
        }
        // The room is used again.
        self.bytes = bytes;
        self.bytes.clear();
    }

    /// A character by its number, as two halves where it is beyond the first 65,536.
    pub(super) fn unicode(&mut self, value: i32) {
        // Numbers above 32,767 are written as negative ones.
        let code = if value < 0 { value.saturating_add(65_536) } else { value };
        let code = u32::try_from(code).unwrap_or(0);
        self.skip = self.state.fallback;
        let high = self.high.take();
        let letter = match (high, u16::try_from(code)) {
            (_, Ok(half @ 0xD800..=0xDBFF)) => {
                self.high = Some(half);
                return;
            }
            (Some(high), Ok(low @ 0xDC00..=0xDFFF)) => {
                char::decode_utf16([high, low]).next().and_then(|letter| letter.ok())
            }
            _ => char::from_u32(code),
        };
        let is_sign = |letter: &char| ('\u{F000}'..='\u{F0FF}').contains(letter);
        let letter = match letter.filter(is_sign) {
            Some(sign) => {
                self.fonts.symbols(self.state.letters.font).and_then(|name| symbol(name, sign.into()))
            }
            None => letter,
        };
        if let Some(letter) = letter.filter(|letter| !letter.is_control()) {
            self.write(letter.encode_utf8(&mut [0; 4]));
        }
    }

    /// A sign behind a backslash.
    pub(super) fn sign(&mut self, sign: u8) {
        match sign {
            b'{' | b'}' | b'\\' => self.byte(sign),
            b'~' | b'_' => {
                self.decode();
                self.write(if sign == b'~' { "\u{A0}" } else { "\u{2011}" });
            }
            // A place where a word may be divided, and marks of an index.
            _ => {}
        }
    }

    /// Writes letters to where the words of the group go.
    pub(super) fn write(&mut self, text: &str) {
        match self.state.place {
            Place::Kept if self.kept.len() < 8_192 => self.kept.push_str(text),
            Place::Styles if self.styles.name.len() < 256 => self.styles.name.push_str(text),
            Place::Text => self.run(text),
            _ => {}
        }
    }

    fn run(&mut self, text: &str) {
        let letters = &self.state.letters;
        if letters.hidden || letters.deleted {
            return;
        }
        let style = self.styles.get(self.state.stand.style);
        let is_new = |own: bool, of_style: Option<bool>| own && of_style != Some(true);
        let face = Face {
            bold: is_new(letters.bold, style.map(|style| style.bold)),
            italic: is_new(letters.italic, style.map(|style| style.italic)),
            small_caps: is_new(letters.small_caps, style.map(|style| style.small_caps)),
            raised: letters.raised,
            lowered: letters.lowered,
            struck: letters.struck,
            code: false,
            link: self.state.link.clone(),
        };
        let text = text.replace('\t', " ");
        self.desk.pen.write(&text, &face, letters.size(), letters.bold);
    }
}
