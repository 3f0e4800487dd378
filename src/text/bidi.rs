//! Direction: levels of the letters, and the script of signs that many scripts share.

use crate::edition::language::Language;
use crate::edition::language::script::is_right_to_left;
use unicode_bidi::{BidiInfo, Level};
use unicode_script::{Script, UnicodeScript};

/// Bidi levels by byte (Unicode Annex 9); `None` when everything runs from left to right. What is opened and not
/// closed ends with the paragraph, or at a line break that was asked for.
pub(super) fn levels(text: &str, language: Language) -> Option<Vec<u8>> {
    let rtl_base = language.is_right_to_left();
    if !rtl_base && text.chars().all(|c| (c as u32) < 0x590) {
        return None;
    }
    let base = if rtl_base { Level::rtl() } else { Level::ltr() };
    let info = BidiInfo::new(text, Some(base));
    let levels: Vec<u8> = info.levels.iter().map(Level::number).collect();
    (rtl_base || levels.iter().any(|level| *level > 0)).then_some(levels)
}

/// The script of the first letter that has one.
pub(super) fn first_script(text: &str) -> Script {
    text.chars()
        .map(script_of)
        .find(|s| !matches!(s, Script::Common | Script::Inherited))
        .unwrap_or(Script::Common)
}

/// The script of a character.
pub(super) fn script_of(c: char) -> Script {
    if c.is_ascii() {
        return if c.is_ascii_alphabetic() { Script::Latin } else { Script::Common };
    }
    c.script()
}

/// The script that signs without one take: that of the letters before them, or after them where none are before.
/// A sign that runs from right to left never takes a script that runs the other way, nor the reverse: the bracket
/// around an English name in Urdu is Urdu.
#[derive(Debug)]
pub(super) struct Neighbours {
    left_to_right: Script,
    right_to_left: Script,
    last: Script,
}

impl Neighbours {
    /// Before the first letter of a text.
    pub(super) fn of(text: &str, language: Language) -> Neighbours {
        let own = language.script();
        let first = first_script(text);
        let (rtl, ltr) = if is_right_to_left(own) { (own, Script::Latin) } else { (Script::Arabic, own) };
        let of_first = |direction: bool, usual: Script| {
            let script = text.chars().map(script_of);
            let mut strong = script.filter(|s| !matches!(s, Script::Common | Script::Inherited));
            strong.find(|s| is_right_to_left(*s) == direction).unwrap_or(usual)
        };
        Neighbours {
            left_to_right: of_first(false, ltr),
            right_to_left: of_first(true, rtl),
            last: if first == Script::Common { own } else { first },
        }
    }

    /// The script in which a cluster is to be set; remembers it.
    pub(super) fn script(&mut self, cluster: &str, level: u8) -> Script {
        let own = first_script(cluster);
        if own != Script::Common {
            self.last = own;
            if is_right_to_left(own) {
                self.right_to_left = own;
            } else {
                self.left_to_right = own;
            }
            return own;
        }
        match level % 2 == 1 {
            true => self.right_to_left,
            // Numbers stand in right-to-left text from left to right, and look like the words around them.
            false
                if cluster
                    .starts_with(|c: char| c.is_numeric() || matches!(c, '.' | ',' | '%' | '/' | ':')) =>
            {
                self.last
            }
            false => self.left_to_right,
        }
    }
}
