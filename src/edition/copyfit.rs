//! The length an editor wants a piece to come to.

use std::fmt;

/// What the pages of a piece are fitted to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Copyfit {
    /// This many pages.
    Pages(u16),
    /// No last page of a few lines: they are taken back, where that can be done.
    Close,
}

impl Copyfit {
    /// Reads `4`, `4 pages` or `close`.
    pub fn parse(text: &str) -> Option<Copyfit> {
        let text = text.trim().to_lowercase();
        if text == "close" {
            return Some(Copyfit::Close);
        }
        let number = text.trim_end_matches("pages").trim_end_matches("page").trim_end();
        number.parse().ok().filter(|pages| (1..=999).contains(pages)).map(Copyfit::Pages)
    }
}

impl fmt::Display for Copyfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Copyfit::Pages(pages) => pages.fmt(f),
            Copyfit::Close => f.write_str("close"),
        }
    }
}
