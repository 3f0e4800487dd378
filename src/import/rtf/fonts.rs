//! The fonts of a rich text, which say how its bytes are encoded.

use encoding_rs::{Encoding, MACINTOSH, UTF_8, WINDOWS_1252};
use std::collections::BTreeMap;

/// The fonts by number.
#[derive(Clone, Debug)]
pub(super) struct Fonts {
    by_number: BTreeMap<i32, Font>,
    /// The encoding of fonts that name none.
    pub(super) usual: &'static Encoding,
    /// The font of letters that name none.
    pub(super) default: i32,
    /// The one that is defined now.
    pub(super) current: i32,
}

#[derive(Clone, Debug, Default)]
struct Font {
    encoding: Option<&'static Encoding>,
    is_symbols: bool,
    name: String,
}

impl Default for Fonts {
    fn default() -> Fonts {
        Fonts { by_number: BTreeMap::new(), usual: WINDOWS_1252, default: 0, current: 0 }
    }
}

impl Fonts {
    /// The encoding of a font.
    pub(super) fn encoding(&self, number: i32) -> &'static Encoding {
        self.by_number.get(&number).and_then(|font| font.encoding).unwrap_or(self.usual)
    }

    /// The name of a font that has signs instead of letters.
    pub(super) fn symbols(&self, number: i32) -> Option<&str> {
        self.by_number.get(&number).filter(|font| font.is_symbols).map(|font| font.name.as_str())
    }

    /// A word in the table of fonts.
    pub(super) fn define(&mut self, word: &str, number: i32) {
        if word == "f" {
            self.current = number;
        }
        if self.by_number.len() > 10_000 {
            return;
        }
        let font = self.by_number.entry(self.current).or_default();
        match word {
            "fcharset" => {
                font.is_symbols = number == 2;
                font.encoding = of_charset(number);
            }
            "cpg" => font.encoding = of_page(number),
            _ => {}
        }
    }

    /// A letter of a font's name.
    pub(super) fn name(&mut self, byte: u8) {
        let current = self.current;
        if let Some(font) =
            self.by_number.get_mut(&current).filter(|font| byte != b';' && font.name.len() < 64)
        {
            font.name.push(byte as char);
        }
    }
}

/// The encoding of a code page.
pub(super) fn of_page(page: i32) -> Option<&'static Encoding> {
    let label = match page {
        10_000 => return Some(MACINTOSH),
        65_001 => return Some(UTF_8),
        866 => "ibm866".to_string(),
        874 | 1250..=1258 => format!("windows-{page}"),
        932 => "shift_jis".to_string(),
        936 => "gbk".to_string(),
        949 => "euc-kr".to_string(),
        950 => "big5".to_string(),
        _ => return None,
    };
    Encoding::for_label(label.as_bytes())
}

fn of_charset(charset: i32) -> Option<&'static Encoding> {
    of_page(match charset {
        0 => 1252,
        77 => 10_000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    })
}
