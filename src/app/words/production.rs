//! Words of the fields that say how files are made.

use crate::edition::production::cover::{CoverColour, CoverStyle};
use crate::edition::production::standard::Standard;

// The cover.
pub(crate) const COVER: &str = "Cover";
pub(crate) const AS_THEME: &str = "As the theme has it";
pub(crate) const STYLE: [&str; 2] = ["Style of the cover", "How title, editors and picture stand on it"];
pub(crate) const COLOUR: [&str; 2] = ["Colour of the cover", "Of the band, the ground or the rules"];
pub(crate) const PICTURE: [&str; 2] = ["Picture on the cover", "A file in “images”"];
pub(crate) const NO_PICTURE: &str = "none";
pub(crate) const CHOOSE_PICTURE: &str = "Choose picture…";
pub(crate) const CHOOSE_COVER: &str = "Choose picture of the cover…";
pub(crate) const BLURB: [&str; 2] =
    ["Blurb", "What stands on the back of the printed book; an empty line parts paragraphs"];
pub(crate) const BLURB_NOTE: &str = "Without one the description of the edition stands there.";

pub(crate) fn style(style: CoverStyle) -> &'static str {
    match style {
        CoverStyle::Rules => "Title between two rules",
        CoverStyle::Band => "Title on a band of colour",
        CoverStyle::Field => "Colour all over, picture above",
    }
}

pub(crate) fn colour(colour: CoverColour) -> &'static str {
    match colour {
        CoverColour::Slate => "Slate",
        CoverColour::Oxblood => "Oxblood",
        CoverColour::Ink => "Ink blue",
        CoverColour::Bottle => "Bottle green",
        CoverColour::Ochre => "Ochre",
        CoverColour::Plum => "Plum",
    }
}

// The press.
pub(crate) const PRESS: &str = "Printing press";
pub(crate) const BLEED: [&str; 2] = ["Bleed", "How far colour runs over the edge that is cut"];
pub(crate) const WRONG_BLEED: &str = "Up to 20 mm.";
pub(crate) const MARKS: [&str; 2] =
    ["Crop and registration marks", "Lines and crosses outside the page that show where it is cut"];
pub(crate) const PICTURES: [&str; 2] =
    ["Pictures in print", "What becomes of their colours; text is black ink alone"];
pub(crate) const AS_IS: &str = "Stay as they are";
pub(crate) const GREY: &str = "Become grey";
pub(crate) const INKS: &str = "Become four inks, by the profile";
pub(crate) const PROFILE: [&str; 2] = ["Profile of the press", "The file (.icc) that your printer gives you"];
pub(crate) const NO_PROFILE: &str = "Use none";
pub(crate) const OWN_PROFILE: &str = "none: a press with black ink";
pub(crate) const CHOOSE_PROFILE: &str = "Choose profile…";
pub(crate) const SIGNATURE: [&str; 2] =
    ["Signature", "Of how many pages a folded sheet is; blank pages fill up the last one"];
pub(crate) const NO_SIGNATURE: &str = "As many pages as there are";
pub(crate) const PAPER: [&str; 2] =
    ["Paper", "By weight (90 gsm), with its volume (90 gsm 1.5) or by pages an inch (440 ppi)"];
pub(crate) const PAPER_NOTE: &str = "The spine is as wide as all leaves of it are thick.";
pub(crate) const INK: [&str; 2] = ["Most ink", "How much may lie on one place, in per cent of one ink"];
pub(crate) const WRONG_INK: &str = "A whole number from 100 to 400.";

pub(crate) fn signature(pages: u16) -> String {
    format!("{pages} pages")
}

// Standards.
pub(crate) const STANDARDS: &str = "Standards of the PDF";
pub(crate) const ARCHIVE: [&str; 2] =
    ["For archives", "A standard (PDF/A) that an archive or a library asks for"];
pub(crate) const NO_STANDARD: &str = "What it meets";
pub(crate) const ACCESSIBLE: [&str; 2] = [
    "Must be accessible (PDF/UA-1)",
    "For readers who can’t see the page: every picture needs a description",
];
pub(crate) const STANDARDS_NOTE: &str = "What is asked for here is met, or there is no PDF and the reasons are named. Without it the PDF says what it meets.";

pub(crate) fn standard(standard: Standard) -> String {
    let what = match standard {
        Standard::A1b => "old, as it looks",
        Standard::A2b => "as it looks",
        Standard::A2u => "with all words",
        Standard::A2a => "with its structure",
        Standard::A3a => "with its structure and sources",
        Standard::Ua1 => "accessible",
    };
    format!("{standard}: {what}")
}

// The catalogue.
pub(crate) const SERIES: [&str; 2] = ["Series", "The series it belongs to"];
pub(crate) const SERIES_NUMBER: [&str; 2] = ["Number in the series", "The number of this book in it"];
pub(crate) const BISAC: [&str; 2] =
    ["BISAC codes", "Subject codes of shops in North America, commas between them"];
pub(crate) const THEMA: [&str; 2] = ["Thema codes", "Subject codes of shops elsewhere, commas between them"];
