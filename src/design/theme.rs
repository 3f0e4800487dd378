//! The three themes: what they look like, said in one table of styles each.

mod styles;

use super::style::{BlockStyle, Justification};
use super::trim::Trim;
use super::{Design, Margins, Role};
use crate::edition::design_settings::Opener;
use crate::edition::language::Language;
use crate::fonts::FamilyName;
use crate::units::Length;

/// A typographic design.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Theme {
    /// EB Garamond, centred titles, letterspaced small-capital heads.
    Classic,
    /// Alegreya, titles at the left, a lively page.
    Essay,
    /// Literata with Alegreya Sans for titles and heads.
    Modern,
}

/// The sizes a theme takes where the edition says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sizes {
    /// Size of the body text.
    pub body_size: Length,
    /// Distance of baselines.
    pub leading: Length,
    /// Margins.
    pub margins: Margins,
    /// First-line indent.
    pub indent: Length,
    /// Where pieces open.
    pub opener: Opener,
    /// Lines left free above an opener.
    pub sink: u8,
}

impl Theme {
    /// All themes.
    pub const ALL: [Theme; 3] = [Theme::Classic, Theme::Essay, Theme::Modern];

    /// The theme of this name, in any case.
    pub fn named(name: &str) -> Option<Theme> {
        Theme::ALL.into_iter().find(|theme| theme.name() == name.trim().to_lowercase())
    }

    /// Its name in `edition.toml`.
    pub fn name(self) -> &'static str {
        match self {
            Theme::Classic => "classic",
            Theme::Essay => "essay",
            Theme::Modern => "modern",
        }
    }

    /// The family of the body text.
    pub fn body_family(self) -> FamilyName {
        match self {
            Theme::Classic => FamilyName::EbGaramond,
            Theme::Essay => FamilyName::Alegreya,
            Theme::Modern => FamilyName::Literata,
        }
    }

    /// The family of titles, heads and captions.
    pub fn display_family(self) -> FamilyName {
        match self {
            Theme::Classic => FamilyName::EbGaramond,
            Theme::Essay => FamilyName::Alegreya,
            Theme::Modern => FamilyName::AlegreyaSans,
        }
    }

    /// How far justified lines may bend. What a face bears differs: the narrow letters of EB Garamond and Alegreya look
    /// spaced soon; Literata stands wider anyway, and its wide letters leave fewer spaces on a line to give.
    pub fn justification(self, language: Language, measure: Length) -> Justification {
        let usual = Justification::default();
        let is_english = language.primary() == "en";
        let letters = match self {
            Theme::Classic | Theme::Essay if is_english => 6,
            // Longer words leave fewer spaces on a line: tried with German and Spanish prose.
            Theme::Classic | Theme::Essay => 9,
            Theme::Modern => 10,
        };
        // Wide letters and long words divide often; letters and spaces can take some of it.
        let hyphen = match (self, language.primary()) {
            (Theme::Classic | Theme::Essay, _) | (_, "en") => usual.hyphen,
            (Theme::Modern, "es" | "pt" | "it" | "ca" | "gl") => 160,
            (Theme::Modern, _) => 130,
        };
        // A narrow measure has more line ends to divide words at, and spaces have some evenness left to give for that:
        // tried on A5 in each theme.
        let part = if self == Theme::Modern { 4 } else { 8 };
        let hyphen = if measure < Length::pt(322.0) { hyphen + hyphen / part } else { hyphen };
        Justification { letters, hyphen, ..usual }
    }

    /// What stands between sections.
    pub fn ornament(self) -> &'static str {
        match self {
            Theme::Classic => "❧",
            Theme::Essay => "* * *",
            Theme::Modern => "⁂",
        }
    }

    /// The sizes where the edition says nothing. Large pages get larger type and margins, so that a line keeps
    /// 60 to 75 letters.
    pub fn sizes(self, trim: Trim) -> Sizes {
        let (size, leading) = match self {
            Theme::Classic => (11.0, 14.0),
            Theme::Essay => (10.5, 14.0),
            Theme::Modern => (9.4, 14.0),
        };
        let width = trim.width.to_pt();
        let step = if width > 560.0 {
            1.0
        } else if width < 370.0 {
            -0.5
        } else {
            0.0
        };
        let body_size = Length::pt(size + step);
        // A page of 432 pt has a measure of 324; the share falls on wide pages, where lines would grow too long.
        let measure = if width > 560.0 { width * 0.66 } else { width * 0.75 };
        let side = width - measure;
        let height = trim.height.to_pt();
        let margins = Margins {
            top: Length::pt(height * 0.1),
            bottom: Length::pt(height * 0.115),
            inner: Length::pt((side * 0.47).round()),
            outer: Length::pt(side - (side * 0.47).round()),
        };
        Sizes {
            body_size,
            leading: Length::pt(leading + step),
            margins,
            indent: body_size.scale(if self == Theme::Modern { 1.6 } else { 1.2 }),
            opener: Opener::Next,
            sink: if self == Theme::Classic { 5 } else { 4 },
        }
    }

    /// The style of a role in this theme.
    pub(super) fn style(self, role: Role, design: &Design) -> BlockStyle {
        styles::style(self, role, design)
    }
}
