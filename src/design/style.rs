//! Styles of text and of blocks.

use crate::fonts::FamilyName;
use crate::units::Length;

/// How letters look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TextStyle {
    /// The family.
    pub family: FamilyName,
    /// The size.
    pub size: Length,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Capitals and small capitals.
    pub caps: Caps,
    /// Figures.
    pub figures: Figures,
    /// Space added after every letter, in 1/1000 em.
    pub tracking: i16,
    /// How far the baseline is raised.
    pub rise: Length,
}

impl TextStyle {
    /// Upright text of a family at a size, old-style figures.
    pub fn new(family: FamilyName, size: Length) -> TextStyle {
        TextStyle {
            family,
            size,
            bold: false,
            italic: false,
            caps: Caps::Normal,
            figures: Figures::OldStyle,
            tracking: 0,
            rise: Length::ZERO,
        }
    }
}

/// Capitals and small capitals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Caps {
    /// As written.
    #[default]
    Normal,
    /// Small letters become small capitals.
    Small,
    /// All letters become small capitals.
    AllSmall,
}

/// Figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Figures {
    /// With ascenders and descenders, for running text.
    #[default]
    OldStyle,
    /// As tall as capitals, for titles and capitals.
    Lining,
    /// Lining and all of one width, for tables and page numbers.
    Tabular,
}

/// How lines fill their measure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Align {
    /// Both edges straight.
    #[default]
    Justified,
    /// Ragged at the end.
    Start,
    /// In the middle.
    Centre,
    /// Ragged at the start.
    End,
}

/// How a block looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct BlockStyle {
    /// Its letters.
    pub text: TextStyle,
    /// Distance of its baselines.
    pub leading: Length,
    /// How its lines fill the measure.
    pub align: Align,
    /// Indent of its first line; negative hangs.
    pub first_indent: Length,
    /// Indent of all its lines at the start.
    pub start: Length,
    /// Indent of all its lines at the end.
    pub end: Length,
    /// Space above it; dropped at the head of a page.
    pub before: Length,
    /// Space below it; the larger of two neighbours' counts; dropped at the foot of a page.
    pub after: Length,
    /// Whether its words are divided at line ends.
    pub hyphenate: bool,
    /// Whether it stays with the next block.
    pub keep_with_next: bool,
}
