//! Paper by its weight or its thickness: the spine of a book follows from it, and how far the sheets of a booklet
//! creep.

use crate::units::Length;
use std::fmt;

/// A kind of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stock {
    /// By weight: grams a square metre, and hundredths of its volume (cm³/g).
    Weight {
        /// Grams a square metre.
        grams: u16,
        /// Hundredths of a cubic centimetre a gram.
        volume: u16,
    },
    /// By thickness: so many pages an inch.
    PagesPerInch(u16),
}

/// Volume of usual book paper where none is said, in hundredths.
const USUAL_VOLUME: u16 = 125;

impl Stock {
    /// Usual paper of books.
    pub const USUAL: Stock = Stock::Weight { grams: 90, volume: USUAL_VOLUME };

    /// Reads `"90 gsm"`, `"90 g/m²"`, `"90 gsm 1.5"` (with its volume) or `"440 ppi"`.
    ///
    /// # Errors
    /// Says what was expected.
    pub fn parse(text: &str) -> Result<Stock, String> {
        let wrong =
            || format!("“{text}” is no paper; write “90 gsm”, “90 gsm 1.5” with its volume, or “440 ppi”");
        let small = text.trim().to_lowercase();
        let at = small.find(|letter: char| letter.is_alphabetic()).ok_or_else(wrong)?;
        let (number, unit) = small.split_at(at);
        let number: u16 = number.trim().parse().map_err(|_| wrong())?;
        let mut words = unit.split_whitespace();
        let unit = words.next().unwrap_or_default();
        let volume = words.next();
        if words.next().is_some() {
            return Err(wrong());
        }
        match (unit, volume) {
            ("gsm" | "g/m²" | "g/m2" | "g", volume) if (20..=600).contains(&number) => {
                let volume = volume.map_or(Some(USUAL_VOLUME), hundredths).ok_or_else(wrong)?;
                Ok(Stock::Weight { grams: number, volume })
            }
            ("ppi", None) if (50..=2000).contains(&number) => Ok(Stock::PagesPerInch(number)),
            _ => Err(wrong()),
        }
    }

    /// Thickness of a leaf, which is two pages.
    pub fn leaf(self) -> Length {
        match self {
            Stock::Weight { grams, volume } => Length::mm(f64::from(grams) * f64::from(volume) / 100_000.0),
            Stock::PagesPerInch(pages) => Length::inch(2.0 / f64::from(pages)),
        }
    }

    /// Thickness of a block of so many pages.
    pub fn block(self, pages: usize) -> Length {
        self.leaf().scale(pages.div_ceil(2) as f64)
    }
}

/// A number between a half and three, in hundredths.
fn hundredths(text: &str) -> Option<u16> {
    let volume: f64 = text.replace(',', ".").parse().ok()?;
    (0.5..=3.0).contains(&volume).then(|| (volume * 100.0).round() as u16)
}

impl fmt::Display for Stock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Stock::Weight { grams, volume: USUAL_VOLUME } => write!(f, "{grams} gsm"),
            Stock::Weight { grams, volume } => write!(f, "{grams} gsm {}", f64::from(*volume) / 100.0),
            Stock::PagesPerInch(pages) => write!(f, "{pages} ppi"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paper_is_read_as_printers_write_it() {
        for (text, written) in
            [("90 gsm", "90 gsm"), ("80 g/m²", "80 gsm"), ("90gsm 1,5", "90 gsm 1.5"), ("440 ppi", "440 ppi")]
        {
            assert_eq!(Stock::parse(text).map(|stock| stock.to_string()), Ok(written.into()), "{text}");
        }
        for wrong in ["", "thick", "90", "9000 gsm", "90 gsm 9", "440 ppi 2", "90 gsm 1 1"] {
            assert!(Stock::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_spine_grows_with_the_pages() {
        // 300 pages of 90 gsm at volume 1.25: 150 leaves of 0.1125 mm.
        let spine = Stock::USUAL.block(300);
        assert!((spine.to_pt() / 72.0 * 25.4 - 16.875).abs() < 0.05, "{spine}");
        // 440 pages an inch: an inch.
        assert!((Stock::PagesPerInch(440).block(440).to_pt() - 72.0).abs() < 0.2);
    }
}
