//! Standards that a PDF can meet.

use std::fmt;

/// A standard of PDF.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standard {
    /// PDF/A-1b (ISO 19005-1): archives, as it looks.
    A1b,
    /// PDF/A-2b (ISO 19005-2): archives, as it looks.
    A2b,
    /// PDF/A-2u: with the text of every glyph.
    A2u,
    /// PDF/A-2a: with its structure.
    A2a,
    /// PDF/A-3a (ISO 19005-3): the same with the sources of the book attached.
    A3a,
    /// PDF/UA-1 (ISO 14289-1): readers who can't see the page.
    Ua1,
}

impl Standard {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Standard; 6] =
        [Standard::A1b, Standard::A2b, Standard::A2u, Standard::A2a, Standard::A3a, Standard::Ua1];

    /// Its name in `edition.toml`.
    pub fn key(self) -> &'static str {
        match self {
            Standard::A1b => "a-1b",
            Standard::A2b => "a-2b",
            Standard::A2u => "a-2u",
            Standard::A2a => "a-2a",
            Standard::A3a => "a-3a",
            Standard::Ua1 => "ua-1",
        }
    }

    /// The standard of this name; “PDF/A-2a” is as good as “a-2a”.
    pub fn parse(text: &str) -> Option<Standard> {
        let name = text.trim().to_ascii_lowercase();
        let name = name.strip_prefix("pdf/").unwrap_or(&name);
        Standard::ALL.into_iter().find(|standard| standard.key() == name)
    }

    /// The part of ISO 19005 and the level in it; `None` where it is no standard of archives.
    pub fn archive(self) -> Option<(u8, char)> {
        match self {
            Standard::A1b => Some((1, 'B')),
            Standard::A2b => Some((2, 'B')),
            Standard::A2u => Some((2, 'U')),
            Standard::A2a => Some((2, 'A')),
            Standard::A3a => Some((3, 'A')),
            Standard::Ua1 => None,
        }
    }

    /// Why these can't be met by one file; `None` where they can.
    pub fn contradiction(standards: &[Standard]) -> Option<&'static str> {
        let archives = standards.iter().filter(|standard| standard.archive().is_some()).count();
        if archives > 1 {
            return Some("one file follows one standard of archives: keep the one that is asked for");
        }
        let both = [Standard::A1b, Standard::Ua1].iter().all(|standard| standards.contains(standard));
        both.then_some("PDF/UA-1 needs a later PDF than PDF/A-1b allows: take PDF/A-2a with it")
    }
}

impl fmt::Display for Standard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = self.key();
        let (family, level) = key.split_once('-').unwrap_or((key, ""));
        write!(f, "PDF/{}-{level}", family.to_ascii_uppercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn standards_are_known_by_their_names() {
        assert_eq!(Standard::parse("a-2a"), Some(Standard::A2a));
        assert_eq!(Standard::parse("PDF/UA-1"), Some(Standard::Ua1));
        assert_eq!(Standard::parse("x-4"), None);
        assert_eq!(Standard::A3a.to_string(), "PDF/A-3a");
        assert!(Standard::ALL.iter().all(|one| Standard::parse(&one.to_string()) == Some(*one)));
    }

    #[test]
    fn one_file_meets_one_standard_of_archives() {
        use Standard::{A1b, A2a, A2u, Ua1};
        assert!(Standard::contradiction(&[A2a, Ua1]).is_none());
        assert!(Standard::contradiction(&[A2a, A2u]).is_some());
        assert!(Standard::contradiction(&[A1b, Ua1]).is_some());
    }
}
