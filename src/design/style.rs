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
    /// Capitals, in a smaller size, in the place of small ones that the face lacks; no design asks for it.
    Reduced,
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

/// How far the lines of a justified paragraph bend to fill their measure, from what is seen least to what is seen
/// most: glyphs first, then the distance of letters, and word spaces only for what is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Justification {
    /// How much wider or narrower glyphs may be drawn, in 1/1000 of their width.
    pub glyphs: u16,
    /// How much further apart or closer letters may stand, in 1/1000 of the size.
    pub letters: u16,
    /// How much narrower than natural a word space may be, in 1/1000 of its width: no line is tighter.
    pub space_less: u16,
    /// How much wider than natural a word space is on a line that counts as loose, in 1/1000 of its width: looser
    /// lines are set only where nothing else can be done.
    pub space_more: u16,
    /// What a divided word costs beside the badness of lines, in the same measure: more, and lines are less even and
    /// less often end in a hyphen.
    pub hyphen: u16,
}

impl Default for Justification {
    /// What microtype lets glyphs do, and half as much between letters.
    fn default() -> Justification {
        Justification { glyphs: 20, letters: 5, space_less: 330, space_more: 500, hyphen: 103 }
    }
}
