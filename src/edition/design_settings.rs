//! What an edition says about its design: wishes, not yet sizes. `design` makes sizes of them.

use super::language::Language;
use super::numerals::Numerals;
use crate::units::Length;

/// The design keys of `edition.toml`; `None` leaves the choice to the theme.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct DesignSettings {
    /// Name of the theme: `classic`, `essay`, `modern`.
    pub theme: Option<String>,
    /// Page size after cutting: a name (`6x9in`, `a5`) or `"152mm x 229mm"`.
    pub trim: Option<String>,
    /// Size of the body text.
    pub body_size: Option<Length>,
    /// Distance of baselines: the grid.
    pub leading: Option<Length>,
    /// Margins; each may be given alone.
    pub margins: MarginSettings,
    /// First-line indent of paragraphs.
    pub indent: Option<Length>,
    /// Where pieces open.
    pub opener: Option<Opener>,
    /// How far down an opener's text begins, in lines of the grid.
    pub sink: Option<u8>,
    /// Lines of the initial with which a piece begins; 0 for none.
    pub drop_caps: Option<u8>,
    /// Where notes stand.
    pub notes: Option<NotesPlace>,
    /// Where the authors' portraits stand.
    pub portraits: Option<Portraits>,
    /// Whether words are divided at line ends.
    pub hyphenate: Option<bool>,
    /// What stands between sections: one to five characters.
    pub ornament: Option<String>,
    /// What becomes of straight quotation marks and apostrophes.
    pub quotes: Option<Quotes>,
    /// In which figures pages, notes and lists are counted.
    pub numerals: Option<Counting>,
    /// Whether the e-book carries the theme's fonts.
    pub epub_fonts: Option<bool>,
    /// Whether letters that no bundled font has may come from the fonts of this computer.
    pub system_fonts: Option<bool>,
}

/// The margins of a page, each on its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct MarginSettings {
    /// Above the text.
    pub top: Option<Length>,
    /// Below the text.
    pub bottom: Option<Length>,
    /// At the fold.
    pub inner: Option<Length>,
    /// At the cut edge.
    pub outer: Option<Length>,
}

/// What becomes of the straight quotation marks and apostrophes of a text, in print and in the e-book; its file keeps
/// them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Quotes {
    /// They become those of the text's language.
    #[default]
    Language,
    /// They stay.
    AsTyped,
}

/// In which figures pages, notes and lists are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Counting {
    /// In those of the language.
    #[default]
    Native,
    /// 1, 2, 3, whatever the language.
    Latin,
}

impl Counting {
    /// The figures in which a text in `language` is counted.
    pub fn numerals(self, language: Language) -> Numerals {
        match self {
            Counting::Native => Numerals::of(language),
            Counting::Latin => Numerals::Latin,
        }
    }
}

/// Where notes stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum NotesPlace {
    /// At the foot of the page that marks them.
    #[default]
    Foot,
    /// Together at the end of their piece.
    End,
    /// All together at the end of the book, under the titles of their pieces.
    Book,
}

/// Where the authors' portraits stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Portraits {
    /// Nowhere.
    None,
    /// In “About the contributors”.
    #[default]
    Contributors,
    /// There, and beside the author notes of the pieces.
    All,
}

/// Where a piece opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Opener {
    /// On the next right page; a left page may stay blank.
    Recto,
    /// On the next page.
    Next,
    /// Below the piece before, where there is room.
    RunOn,
}
