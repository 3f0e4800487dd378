//! What an edition says about its cover.

use std::sync::Arc;

/// The cover: its style, colour, picture and what stands on the back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CoverSettings {
    /// Its style; `None` leaves the choice to the theme.
    pub style: Option<CoverStyle>,
    /// Its colour; `None` leaves the choice to the theme.
    pub colour: Option<CoverColour>,
    /// A picture on the front: path below the edition's folder.
    pub picture: Option<Arc<str>>,
    /// The words on the back; without them the description of the edition stands there.
    pub blurb: Option<String>,
}

/// How a cover is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CoverStyle {
    /// Paper, with the title between two rules.
    Rules,
    /// Paper, with the title on a band of colour from edge to edge.
    Band,
    /// Colour all over; a picture fills the upper half.
    Field,
}

/// The colour of a cover.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CoverColour {
    /// Dark grey.
    Slate,
    /// Dark red.
    Oxblood,
    /// Dark blue.
    Ink,
    /// Dark green.
    Bottle,
    /// Yellow brown.
    Ochre,
    /// Dark violet.
    Plum,
}

impl CoverStyle {
    /// All styles with their names in `edition.toml`.
    pub const ALL: [(&'static str, CoverStyle); 3] =
        [("rules", CoverStyle::Rules), ("band", CoverStyle::Band), ("field", CoverStyle::Field)];

    /// Its name in `edition.toml`.
    pub fn key(self) -> &'static str {
        named(&CoverStyle::ALL, self)
    }
}

impl CoverColour {
    /// All colours with their names in `edition.toml`.
    pub const ALL: [(&'static str, CoverColour); 6] = [
        ("slate", CoverColour::Slate),
        ("oxblood", CoverColour::Oxblood),
        ("ink", CoverColour::Ink),
        ("bottle", CoverColour::Bottle),
        ("ochre", CoverColour::Ochre),
        ("plum", CoverColour::Plum),
    ];

    /// Its name in `edition.toml`.
    pub fn key(self) -> &'static str {
        named(&CoverColour::ALL, self)
    }
}

fn named<T: PartialEq>(all: &[(&'static str, T)], value: T) -> &'static str {
    all.iter().find(|(_, known)| *known == value).map_or("", |(name, _)| name)
}
