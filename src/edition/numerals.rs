//! The figures in which a book counts: pages, notes, lists. What an author writes in figures stays as it is.

use super::language::Language;
use std::fmt::Display;
use unicode_script::Script;

/// A row of figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Numerals {
    /// 0123456789.
    #[default]
    Latin,
    /// ٠١٢٣٤٥٦٧٨٩, as Arabic counts east of Libya.
    Arabic,
    /// ۰۱۲۳۴۵۶۷۸۹, as Persian and Urdu count.
    Persian,
}

impl Numerals {
    /// The figures a language counts in by custom.
    pub fn of(language: Language) -> Numerals {
        let tag = language.tag();
        // The Maghreb counts in the figures of Europe.
        let is_western =
            ["-MA", "-DZ", "-TN", "-LY", "-EH", "-MR"].iter().any(|region| tag.ends_with(region));
        match language.primary() {
            _ if language.script() != Script::Arabic || is_western => Numerals::Latin,
            "ar" | "ckb" | "sd" => Numerals::Arabic,
            "fa" | "ur" | "ps" | "ks" | "pa" | "skr" | "azb" | "bal" => Numerals::Persian,
            _ => Numerals::Latin,
        }
    }

    /// A number in these figures.
    pub fn write(self, number: impl Display) -> String {
        let number = number.to_string();
        let zero = match self {
            Numerals::Latin => return number,
            Numerals::Arabic => '٠',
            Numerals::Persian => '۰',
        };
        let figure = |digit: u32| char::from_u32(zero as u32 + digit);
        number.chars().map(|c| c.to_digit(10).and_then(figure).unwrap_or(c)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_count_as_is_their_custom() {
        let written = |tag: &str| Numerals::of(Language::parse(tag).expect("a tag")).write(1204);
        assert_eq!(written("ar"), "١٢٠٤");
        assert_eq!(written("ar-EG"), "١٢٠٤");
        assert_eq!(written("fa"), "۱۲۰۴");
        assert_eq!(written("ur"), "۱۲۰۴");
        for latin in ["en", "ar-MA", "he", "ur-Latn", "ru"] {
            assert_eq!(written(latin), "1204", "{latin}");
        }
    }
}
