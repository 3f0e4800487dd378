//! Front and back matter: which pages the book has beside its pieces.

use super::text::Text;
use std::path::PathBuf;

/// Which pages the book has beside its pieces.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Matter {
    /// The half title, page i.
    pub half_title: bool,
    /// The title page.
    pub title_page: bool,
    /// The imprint behind it.
    pub imprint: bool,
    /// The dedication.
    pub dedication: Option<FreeText>,
    /// The contents.
    pub contents: bool,
    /// The foreword.
    pub foreword: Option<FreeText>,
    /// “About the contributors”.
    pub contributors: ContributorsMatter,
}

impl Default for Matter {
    fn default() -> Matter {
        Matter {
            half_title: true,
            title_page: true,
            imprint: true,
            dedication: None,
            contents: true,
            foreword: None,
            contributors: ContributorsMatter::Short,
        }
    }
}

/// A page of the editor's own words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct FreeText {
    /// The file it came from, below the edition's folder; `None` when it stands in `edition.toml`.
    pub file: Option<PathBuf>,
    /// A title, where the usual word (“Foreword”) is not wanted.
    pub title: Option<String>,
    /// The words.
    pub text: Text,
}

/// How much “About the contributors” says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ContributorsMatter {
    /// There is none.
    Omitted,
    /// Short notes; the long one where there is no short one.
    #[default]
    Short,
    /// Long notes; the short one where there is no long one.
    Long,
}
