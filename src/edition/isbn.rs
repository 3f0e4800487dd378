//! The number of a book (ISO 2108), read and checked in one place.

use crate::notice::counted;

/// An ISBN whose check digit fits: thirteen figures, or the ten of older books.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Isbn {
    figures: String,
}

impl Isbn {
    /// Reads an ISBN with or without hyphens and spaces.
    ///
    /// # Errors
    /// What is wrong with it, as the end of a sentence.
    pub fn parse(text: &str) -> Result<Isbn, String> {
        let is_between = |letter: &char| matches!(letter, '-' | ' ' | '\u{a0}' | '\u{2010}'..='\u{2015}');
        let signs = text.trim().chars().filter(|letter| !is_between(letter));
        let figures: String = signs.map(|letter| letter.to_ascii_uppercase()).collect();
        if figures.chars().any(|letter| !letter.is_ascii_digit() && letter != 'X') {
            return Err("it has letters that no ISBN has".into());
        }
        let fits = match figures.len() {
            13 if figures.contains('X') => false,
            13 if !figures.starts_with("978") && !figures.starts_with("979") => {
                return Err("one of 13 figures begins with 978 or 979".into());
            }
            13 => figures.chars().next_back() == check_of_thirteen(&figures),
            10 => figures.chars().next_back() == check_of_ten(&figures),
            count => {
                let figures = counted(count, "figure");
                return Err(format!("it has {figures}, and an ISBN has 13, in older books 10"));
            }
        };
        if fits { Ok(Isbn { figures }) } else { Err("its check digit does not fit".into()) }
    }

    /// Its figures alone; the last of ten may be an X.
    pub fn figures(&self) -> &str {
        &self.figures
    }

    /// Its thirteen figures; those that one of ten became.
    pub fn thirteen(&self) -> String {
        if self.figures.len() == 13 {
            return self.figures.clone();
        }
        let twelve = format!("978{}", self.figures.get(..9).unwrap_or_default());
        let check = check_of_thirteen(&twelve);
        twelve.chars().chain(check).collect()
    }
}

/// The last figure that the first twelve ask for.
fn check_of_thirteen(figures: &str) -> Option<char> {
    let sum = weighed(figures, [1, 3].into_iter().cycle().take(12))?;
    char::from_digit((10 - sum % 10) % 10, 10)
}

/// The last figure that the first nine ask for (ISO 2108 of 1972).
fn check_of_ten(figures: &str) -> Option<char> {
    match (11 - weighed(figures, (2..=10).rev())? % 11) % 11 {
        10 => Some('X'),
        check => char::from_digit(check, 10),
    }
}

fn weighed(figures: &str, weights: impl Iterator<Item = u32>) -> Option<u32> {
    figures.chars().zip(weights).map(|(figure, weight)| Some(figure.to_digit(10)? * weight)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn isbns_are_checked_by_their_length_and_their_last_digit() {
        for right in ["978-0-00-916241-1", "0-306-40615-2", "0-8044-2957-x", "979 10 90636 07 1"] {
            assert!(Isbn::parse(right).is_ok(), "{right}: {:?}", Isbn::parse(right));
        }
        for (text, why) in [
            ("978-0-00-916241-2", "check digit"),
            ("0-306-40615-3", "check digit"),
            ("97800091624X1", "check digit"),
            ("03064X6152", "check digit"),
            ("978000916241", "12 figures"),
            ("", "0 figures"),
            ("ISBN 978", "letters"),
            ("978０００916241１", "letters"),
            ("123-0-00-916241-1", "978 or 979"),
        ] {
            let said = Isbn::parse(text);
            assert!(said.as_ref().is_err_and(|said| said.contains(why)), "{text}: {said:?}");
        }
    }

    #[test]
    fn ten_figures_became_thirteen() {
        let old = Isbn::parse("0-306-40615-2").expect("an ISBN");
        assert_eq!((old.figures(), old.thirteen().as_str()), ("0306406152", "9780306406157"));
    }
}
