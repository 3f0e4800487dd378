//! The words of a rich text: destinations, letters, paragraphs.

use super::fonts::of_page;
use super::groups::Reader;
use super::state::{Kept, Letters, Opened, Place, Stand};

impl Reader<'_> {
    pub(super) fn word(&mut self, word: &str, number: Option<i32>) {
        self.decode();
        let is_optional = std::mem::take(&mut self.is_optional);
        if self.destination(word) {
            return;
        }
        if is_optional && self.state.place == Place::Text {
            // What only some programs know.
            self.state.place = Place::Nowhere;
            return;
        }
        let value = number.unwrap_or(0);
        match self.state.place {
            Place::Nowhere => {}
            Place::Fonts => self.fonts.define(word, value),
            Place::Lists => self.lists.define(word, value),
            Place::Picture => self.drawing.define(word),
            Place::Info => self.info(word, value),
            Place::Styles if word == "sbasedon" => self.based_on = number,
            Place::Styles | Place::Kept | Place::Text => self.format(word, number),
        }
    }

    /// A group that goes elsewhere; whether the word begins one.
    fn destination(&mut self, word: &str) -> bool {
        if self.state.place == Place::Nowhere {
            // Words of both kinds: the newer ones are taken.
            if word == "ud" {
                self.state.place = Place::Text;
            }
            return word == "ud";
        }
        let keep = |kept| (Place::Kept, Opened::Kept(kept));
        let (place, opened) = match word {
            "fonttbl" => (Place::Fonts, Opened::Nothing),
            "stylesheet" => (Place::Styles, Opened::Nothing),
            "listtable" | "listoverridetable" => (Place::Lists, Opened::Nothing),
            "info" => (Place::Info, Opened::Nothing),
            "title" if self.state.place == Place::Info => keep(Kept::Title),
            "author" if self.state.place == Place::Info => keep(Kept::Author),
            "creatim" if self.state.place == Place::Info => (Place::Info, Opened::Kept(Kept::Created)),
            "fldinst" => (Place::Kept, Opened::Instruction),
            "atnauthor" => keep(Kept::Commenter),
            "pict" => (Place::Picture, Opened::Picture),
            "footnote" | "annotation" | "shptxt" => return self.desk_of(word),
            "fldrslt" | "shppict" | "shp" | "shpinst" | "shprslt" if word != "shprslt" => {
                (self.state.place, Opened::Nothing)
            }
            "colortbl" | "header" | "headerl" | "headerr" | "headerf" | "footer" | "footerl" | "footerr"
            | "footerf" | "listtext" | "pntext" | "nonshppict" | "themedata" | "xmlnstbl" | "filetbl"
            | "sp" | "upr" | "objdata" | "shprslt" | "ftnsep" | "ftnsepc" | "aftnsep" | "aftnsepc"
            | "bkmkstart" | "bkmkend" | "atnid" | "generator" | "operator" | "company" | "nesttableprops"
            | "xe" | "tc" | "rxe" | "txe" => (Place::Nowhere, Opened::Nothing),
            _ => return false,
        };
        if matches!(place, Place::Kept) {
            self.kept.clear();
        }
        (self.state.place, self.state.opened) = (place, opened);
        true
    }

    fn desk_of(&mut self, word: &str) -> bool {
        let opened = match word {
            "footnote" => Opened::Note,
            "annotation" => Opened::Comment,
            _ => Opened::Box,
        };
        if opened == Opened::Box && self.state.is_in_box {
            self.state.place = Place::Nowhere;
        } else {
            self.set_aside(opened);
        }
        true
    }

    fn info(&mut self, word: &str, value: i32) {
        let at = match word {
            "yr" => 0,
            "mo" => 1,
            "dy" => 2,
            _ => return,
        };
        if let Opened::Kept(Kept::Created) = self.state.opened {
            self.created[at] = value;
        }
    }

    /// A word about letters, paragraphs or the file.
    fn format(&mut self, word: &str, number: Option<i32>) {
        let value = number.unwrap_or(0);
        match word {
            "ansicpg" => self.fonts.usual = of_page(value).unwrap_or(self.fonts.usual),
            "mac" => self.fonts.usual = encoding_rs::MACINTOSH,
            "deff" => {
                self.fonts.default = value;
                self.state.letters.font = value;
            }
            "uc" => self.state.fallback = usize::try_from(value).unwrap_or(0).min(32),
            "u" => self.unicode(value),
            "plain" => self.state.letters = Letters { font: self.fonts.default, ..Letters::default() },
            "pard" => self.state.stand = Stand::default(),
            "s" if self.state.place == Place::Styles => {
                (self.state.stand.style, self.state.opened) = (value, Opened::Style);
            }
            "cs" | "ds" | "ts" if self.state.place == Place::Styles => self.state.place = Place::Nowhere,
            _ if self.letters(word, number) || self.stand(word, value) => {}
            _ if self.state.place == Place::Text => self.text(word),
            _ => {}
        }
    }

    /// A word about letters; whether it is one.
    fn letters(&mut self, word: &str, number: Option<i32>) -> bool {
        let is_on = number != Some(0);
        let letters = &mut self.state.letters;
        match word {
            "b" => letters.bold = is_on,
            "i" => letters.italic = is_on,
            "scaps" => letters.small_caps = is_on,
            "super" => (letters.raised, letters.lowered) = (is_on, false),
            "sub" => (letters.raised, letters.lowered) = (false, is_on),
            "nosupersub" => (letters.raised, letters.lowered) = (false, false),
            "up" => letters.raised = number.is_some_and(|by| by >= 6),
            "dn" => letters.lowered = number.is_some_and(|by| by >= 6),
            "strike" | "striked" => letters.struck = is_on,
            "v" => letters.hidden = is_on,
            "deleted" => {
                letters.deleted = is_on;
                self.tell_of_changes();
            }
            "revised" => self.tell_of_changes(),
            "fs" => letters.size = number.unwrap_or(0).clamp(0, 4_000) as u32,
            "f" => letters.font = number.unwrap_or(0),
            _ => return false,
        }
        true
    }

    /// A word about the paragraph; whether it is one.
    fn stand(&mut self, word: &str, value: i32) -> bool {
        let stand = &mut self.state.stand;
        match word {
            "s" => stand.style = value,
            "li" | "lin" => stand.start = value,
            "ri" | "rin" => stand.end = value,
            "ls" => stand.list = Some(value),
            "ilvl" => stand.level = usize::try_from(value).unwrap_or(0),
            "outlinelevel" => stand.outline = u8::try_from(value).ok(),
            "intbl" => stand.is_in_table = true,
            "dropcapli" => stand.is_initial = true,
            "qc" => stand.is_centred = true,
            "qr" => stand.is_flush_right = true,
            "ql" | "qj" => (stand.is_centred, stand.is_flush_right) = (false, false),
            _ => return false,
        }
        true
    }
}
