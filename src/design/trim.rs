//! Page sizes after cutting.

use crate::units::Length;

/// The size of a page after cutting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Trim {
    /// Width.
    pub width: Length,
    /// Height.
    pub height: Length,
}

impl Trim {
    /// 6 × 9 inches, the usual trade size.
    pub const SIX_BY_NINE: Trim = Trim { width: Length(432 * 1024), height: Length(648 * 1024) };

    /// ISO A4.
    pub const A4: Trim = Trim { width: Length(609_562), height: Length(862_095) };

    /// Letter, the office paper of North America.
    pub const LETTER: Trim = Trim { width: Length(612 * 1024), height: Length(792 * 1024) };

    /// The names an editor may use, with the sizes.
    pub fn named() -> [(&'static str, Trim); 7] {
        let mm = |width: f64, height: f64| Trim { width: Length::mm(width), height: Length::mm(height) };
        let inch =
            |width: f64, height: f64| Trim { width: Length::inch(width), height: Length::inch(height) };
        [
            ("a4", mm(210.0, 297.0)),
            ("a5", mm(148.0, 210.0)),
            ("b5", mm(176.0, 250.0)),
            ("letter", inch(8.5, 11.0)),
            ("5x8in", inch(5.0, 8.0)),
            ("5.5x8.5in", inch(5.5, 8.5)),
            ("6x9in", inch(6.0, 9.0)),
        ]
    }

    /// Reads a name (`a5`, `6x9in`, `6 × 9 in`) or two lengths (`152mm x 229mm`).
    ///
    /// # Errors
    /// Says what was expected, in words for an editor.
    pub fn parse(text: &str) -> Result<Trim, String> {
        let plain = text.to_lowercase().replace('×', "x").replace([' ', '"'], "");
        let name = plain.strip_suffix("inches").map_or_else(|| plain.clone(), |start| format!("{start}in"));
        if let Some((_, trim)) =
            Trim::named().into_iter().find(|(n, _)| *n == name || n.trim_end_matches("in") == name)
        {
            return Ok(trim);
        }
        let wrong = || {
            format!(
                "“{text}” is no page size; write a4, a5, b5, letter, 5x8in, 5.5x8.5in, 6x9in or “152mm x 229mm”"
            )
        };
        let (width, height) = name.split_once('x').ok_or_else(wrong)?;
        let unit: String = height.chars().filter(char::is_ascii_alphabetic).collect();
        let width = if width.ends_with(|c: char| c.is_ascii_digit()) {
            format!("{width}{unit}")
        } else {
            width.into()
        };
        let em = Length::pt(12.0);
        let trim = Trim {
            width: Length::parse(&width, em).map_err(|_| wrong())?,
            height: Length::parse(height, em).map_err(|_| wrong())?,
        };
        let (least, most) = (Length::mm(70.0), Length::mm(900.0));
        if trim.width < least || trim.height < least || trim.width > most || trim.height > most {
            return Err(format!("a page of {text} can't be made; 70 to 900 mm a side are possible"));
        }
        Ok(trim)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trims_are_read_by_name_and_by_size() {
        assert_eq!(Trim::parse("a4"), Ok(Trim::A4));
        assert_eq!(Trim::parse("letter"), Ok(Trim::LETTER));
        assert_eq!(Trim::parse("6x9in"), Ok(Trim::SIX_BY_NINE));
        assert_eq!(Trim::parse("6 × 9 in"), Ok(Trim::SIX_BY_NINE));
        assert_eq!(Trim::parse("432pt x 648pt"), Ok(Trim::SIX_BY_NINE));
        assert_eq!(Trim::parse("A5").map(|t| t.width), Ok(Length::mm(148.0)));
        assert_eq!(Trim::parse("150x200mm").map(|t| t.height), Ok(Length::mm(200.0)));
        for wrong in ["", "x", "large", "1mm x 1mm", "6x9x12in", "-6x9in"] {
            assert!(Trim::parse(wrong).is_err(), "{wrong}");
        }
    }
}
