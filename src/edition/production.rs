//! What an edition says about its files: standards that they must meet, how a press prints them, and the cover.

pub mod cover;
pub mod standard;
pub mod stock;

use crate::units::Length;
use cover::CoverSettings;
use standard::Standard;
use std::sync::Arc;
use stock::Stock;

/// How the files of an edition are made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Production {
    /// What the PDF for the screen must meet; where none is named it says of itself what it does meet.
    pub standards: Vec<Standard>,
    /// The PDF for a printing press.
    pub press: Press,
    /// The cover.
    pub cover: CoverSettings,
}

/// How a printing press prints the book.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Press {
    /// How far colour runs over the edge that is cut; `None` is [`Press::BLEED`].
    pub bleed: Option<Length>,
    /// Whether the sheets have crop and registration marks.
    pub marks: Option<bool>,
    /// What becomes of pictures.
    pub colour: Option<PressColour>,
    /// What the press makes of colours, as the printer says.
    pub profile: Option<Profile>,
    /// How much ink may lie on one place, in per cent of one ink; `None` is [`Press::INK`].
    pub ink: Option<u16>,
    /// Of how many pages a signature is; blanks fill up the last one.
    pub signature: Option<Signature>,
    /// The paper of the text; `None` is [`Stock::USUAL`].
    pub paper: Option<Stock>,
}

/// What becomes of pictures on a press.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PressColour {
    /// They stay as they are; those of a screen say what their colours mean.
    #[default]
    AsIs,
    /// They become grey.
    Grey,
    /// They become the four inks of the press, by its profile.
    Cmyk,
}

/// How many pages are folded of one sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Signature {
    /// Four: a sheet folded once.
    Four,
    /// Eight.
    Eight,
    /// Sixteen.
    Sixteen,
}

/// A colour profile (ICC.1) of a press.
#[derive(Clone, PartialEq, Eq)]
pub struct Profile {
    /// Path below the edition's folder.
    pub path: Arc<str>,
    /// The file.
    pub bytes: Arc<[u8]>,
}

impl std::fmt::Debug for Profile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Profile({}, {} bytes)", self.path, self.bytes.len())
    }
}

impl Press {
    /// The usual bleed.
    pub const BLEED: Length = Length(8_708);
    /// The usual limit of ink, of coated paper.
    pub const INK: u16 = 300;

    /// The bleed that holds.
    pub fn bleed(&self) -> Length {
        self.bleed.unwrap_or(Press::BLEED)
    }

    /// The paper that holds.
    pub fn paper(&self) -> Stock {
        self.paper.unwrap_or(Stock::USUAL)
    }
}

impl Signature {
    /// All of them with their pages.
    pub const ALL: [(Signature, u16); 3] =
        [(Signature::Four, 4), (Signature::Eight, 8), (Signature::Sixteen, 16)];

    /// How many pages it has.
    pub fn pages(self) -> u16 {
        match self {
            Signature::Four => 4,
            Signature::Eight => 8,
            Signature::Sixteen => 16,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_bleed_is_three_millimetres() {
        assert_eq!(Press::BLEED, Length::mm(3.0));
    }
}
