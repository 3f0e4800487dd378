//! The typographic design of an edition: sizes and styles made of its wishes and a theme.

mod ornament;
pub mod role;
pub mod script;
pub mod style;
pub mod theme;
pub mod trim;

use crate::edition::Edition;
use crate::edition::design_settings::{Counting, NotesPlace, Opener};
use crate::edition::language::Language;
use crate::edition::numerals::Numerals;
use crate::notice::{Notices, Place, Rule};
use crate::units::{Binding, Length, Rect, Side};
pub use ornament::Ornament;
pub use role::Role;
pub use style::{Align, BlockStyle, Caps, Figures, Justification, TextStyle};
use theme::Theme;
use trim::Trim;

/// Everything the typesetter needs to know about looks: resolved sizes, no wishes left.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Design {
    /// The theme the styles come from.
    pub theme: Theme,
    /// Page size after cutting.
    pub trim: Trim,
    /// Size of the body text.
    pub body_size: Length,
    /// Distance of the baselines of the grid.
    pub leading: Length,
    /// Lines of the grid on a full page.
    pub depth: i32,
    /// Margins: top, bottom, inner, outer. The bottom is at least what was asked for; the rest that makes no
    /// line is added to it.
    pub margins: Margins,
    /// First-line indent of paragraphs.
    pub indent: Length,
    /// Where pieces open.
    pub opener: Opener,
    /// Lines of the grid left free above an opener's first block.
    pub sink: i32,
    /// Lines of the initial with which a piece begins; 0 for none.
    pub drop_caps: u16,
    /// Where notes stand.
    pub notes: NotesPlace,
    /// Whether words are divided.
    pub hyphenate: bool,
    /// What stands between sections.
    pub ornament: Ornament,
    /// In which figures pages, notes and lists are counted.
    pub counting: Counting,
    /// At which edge the book is bound.
    pub binding: Binding,
    /// The language whose script the grid is made for.
    pub language: Language,
}

/// The margins of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Margins {
    /// Above the first line of text.
    pub top: Length,
    /// Below the last.
    pub bottom: Length,
    /// At the fold.
    pub inner: Length,
    /// At the cut edge.
    pub outer: Length,
}

impl Design {
    /// The design of an edition. What can't be done (an unknown theme, margins that leave no room) is named in
    /// `notices` and replaced by the theme's own choice.
    pub fn of(edition: &Edition, notices: &mut Notices) -> Design {
        let wishes = &edition.design;
        let place = || Place::file("edition.toml");
        let theme = match &wishes.theme {
            None => Theme::Classic,
            Some(name) => Theme::named(name).unwrap_or_else(|| {
                notices.of(Rule::Design).doubt(
                    place(),
                    format!("there is no theme “{name}”; Classic is used"),
                    "choose classic, essay or modern",
                );
                Theme::Classic
            }),
        };
        let trim = match wishes.trim.as_deref().map(Trim::parse) {
            None => Trim::SIX_BY_NINE,
            Some(Ok(trim)) => trim,
            Some(Err(message)) => {
                notices.of(Rule::Design).doubt(place(), message, "6 × 9 inches are used");
                Trim::SIX_BY_NINE
            }
        };
        let usual = theme.sizes(trim);
        let within =
            |wish: Option<Length>, low: f64, high: f64, usual: Length, what: &str, notices: &mut Notices| {
                match wish {
                    Some(length) if length >= Length::pt(low) && length <= Length::pt(high) => length,
                    Some(length) => {
                        let hint = format!("choose between {low} and {high} pt; {usual} is used");
                        notices.of(Rule::Design).doubt(
                            Place::file("edition.toml"),
                            format!("a {what} of {length} can't be read"),
                            hint,
                        );
                        usual
                    }
                    None => usual,
                }
            };
        let body_size = within(wishes.body_size, 6.0, 36.0, usual.body_size, "body size", notices);
        let proportional = script::leading(usual.leading, edition.language)
            .scale(body_size.to_pt() / usual.body_size.to_pt());
        let usual_leading = Length::pt((proportional.to_pt() * 4.0).round() / 4.0);
        let leading = within(wishes.leading, body_size.to_pt(), 72.0, usual_leading, "leading", notices);
        let margins = margins(edition, trim, theme, notices);
        let room = trim.height - margins.top - margins.bottom;
        let depth = (room.0 / leading.0).max(3);
        let margins = Margins { bottom: trim.height - margins.top - leading * depth, ..margins };
        Design {
            theme,
            trim,
            body_size,
            leading,
            depth,
            margins,
            indent: wishes.indent.unwrap_or(usual.indent).max(Length::ZERO).min(trim.width / 4),
            opener: wishes.opener.unwrap_or(usual.opener),
            sink: wishes
                .sink
                .map_or_else(|| script::sink(usual.sink, edition.language), i32::from)
                .min(depth / 2),
            // An initial of one line is a letter like any other.
            drop_caps: wishes.drop_caps.filter(|lines| *lines > 1).map_or(0, u16::from),
            notes: wishes.notes.unwrap_or_default(),
            hyphenate: wishes.hyphenate.unwrap_or(true),
            ornament: Ornament::of(edition, theme, notices),
            counting: wishes.numerals.unwrap_or_default(),
            binding: if edition.language.is_right_to_left() { Binding::Right } else { Binding::Left },
            language: edition.language,
        }
    }

    /// The figures in which a text in `language` is counted.
    pub fn numerals(&self, language: Language) -> Numerals {
        self.counting.numerals(language)
    }

    /// The width of a line of body text.
    pub fn measure(&self) -> Length {
        self.trim.width - self.margins.inner - self.margins.outer
    }

    /// The rectangle of the text on a page of this side.
    pub fn text_area(&self, side: Side) -> Rect {
        let inner_is_left = (side == Side::Recto) == (self.binding == Binding::Left);
        let x = if inner_is_left { self.margins.inner } else { self.margins.outer };
        Rect { x, y: self.margins.top, width: self.measure(), height: self.leading * self.depth }
    }

    /// How far below the top of its line a body baseline stands. All text on the grid shares it.
    pub fn baseline(&self) -> Length {
        // The em is centred in the line; 0.74 of the em above the baseline suits all three body faces.
        (self.leading - self.body_size) / 2 + self.body_size.scale(0.74)
    }

    /// How far justified lines may bend.
    pub fn justification(&self, language: Language) -> Justification {
        self.theme.justification(language, self.measure())
    }

    /// The style of a block of this role.
    pub fn style(&self, role: Role) -> BlockStyle {
        self.theme.style(role, self)
    }
}

/// The edition's margins, or the theme's where they leave less than 100 × 100 points for text.
fn margins(edition: &Edition, trim: Trim, theme: Theme, notices: &mut Notices) -> Margins {
    let usual = theme.sizes(trim).margins;
    let wish = &edition.design.margins;
    let asked = Margins {
        top: wish.top.unwrap_or(usual.top),
        bottom: wish.bottom.unwrap_or(usual.bottom),
        inner: wish.inner.unwrap_or(usual.inner),
        outer: wish.outer.unwrap_or(usual.outer),
    };
    let least = Length::pt(100.0);
    let negative = [asked.top, asked.bottom, asked.inner, asked.outer].iter().any(|m| *m < Length::ZERO);
    if negative
        || trim.width - asked.inner - asked.outer < least
        || trim.height - asked.top - asked.bottom < least
    {
        let what = "the margins leave too little room for text; the theme's are used";
        notices.of(Rule::Design).doubt(
            Place::file("edition.toml"),
            what,
            "make the margins smaller or the trim larger",
        );
        return usual;
    }
    asked
}
