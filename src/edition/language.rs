//! The language of an edition, a piece or a phrase, as a BCP 47 tag.

pub mod script;

use std::fmt;

/// A language tag such as `en`, `en-GB`, `ur`, `zh-Hant`: at most 15 ASCII bytes, so that it can be copied
/// into every run of a page without an allocation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language {
    bytes: [u8; 15],
    length: u8,
}

impl Language {
    /// English, when nothing else is said.
    pub const ENGLISH: Language = Language::literal("en");

    const fn literal(tag: &str) -> Language {
        let source = tag.as_bytes();
        let mut bytes = [0; 15];
        let mut at = 0;
        while at < source.len() {
            bytes[at] = source[at];
            at += 1;
        }
        Language { bytes, length: source.len() as u8 }
    }

    /// Reads a tag in any case, with `-` or `_`, and writes it as BCP 47 recommends (`en-GB`, `zh-Hant`).
    /// `None` for what is no language tag.
    pub fn parse(tag: &str) -> Option<Language> {
        let tag = tag.trim();
        if !(2..=15).contains(&tag.len()) {
            return None;
        }
        let mut bytes = [0; 15];
        let mut at = 0;
        for (number, part) in tag.split(['-', '_']).enumerate() {
            if part.is_empty() || part.len() > 8 || !part.bytes().all(|b| b.is_ascii_alphanumeric()) {
                return None;
            }
            if number == 0 && !(part.len() <= 3 && part.bytes().all(|b| b.is_ascii_alphabetic())) {
                return None;
            }
            if number > 0 {
                bytes[at] = b'-';
                at += 1;
            }
            for (index, byte) in part.bytes().enumerate() {
                let upper = number > 0 && (part.len() == 2 || part.len() == 4 && index == 0);
                bytes[at] = if upper { byte.to_ascii_uppercase() } else { byte.to_ascii_lowercase() };
                at += 1;
            }
        }
        Some(Language { bytes, length: at as u8 })
    }

    /// The whole tag.
    pub fn tag(&self) -> &str {
        std::str::from_utf8(&self.bytes[..usize::from(self.length)]).unwrap_or("und")
    }

    /// The language without script and region: `en` of `en-GB`.
    pub fn primary(&self) -> &str {
        self.tag().split('-').next().unwrap_or("und")
    }
}

impl Default for Language {
    fn default() -> Language {
        Language::ENGLISH
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Language({})", self.tag())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_written_as_bcp_47_recommends() {
        let tag = |text: &str| Language::parse(text).map(|l| l.to_string());
        assert_eq!(tag("EN_gb").as_deref(), Some("en-GB"));
        assert_eq!(tag("zh-hant").as_deref(), Some("zh-Hant"));
        assert_eq!(tag("ur").as_deref(), Some("ur"));
        for wrong in ["", "e", "english", "en gb", "12", "en--GB", "a-very-long-language-tag"] {
            assert_eq!(tag(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn direction_follows_the_script_where_the_tag_names_one() {
        let rtl = |text: &str| Language::parse(text).is_some_and(|l| l.is_right_to_left());
        assert!(rtl("ur") && rtl("ar-EG") && rtl("az-Arab"));
        assert!(!rtl("en") && !rtl("ur-Latn"));
    }
}
