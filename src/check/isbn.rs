//! ISBNs whose figures can't be right.

use crate::edition::Edition;
use crate::notice::{Notices, Place, Rule};

/// Looks the ISBNs of an edition over.
pub(super) fn preflight(edition: &Edition, notices: &mut Notices) {
    for (isbn, of) in
        [(&edition.isbn.print, "print"), (&edition.isbn.pdf, "pdf"), (&edition.isbn.epub, "epub")]
    {
        if let Some((isbn, wrong)) = isbn.as_ref().and_then(|isbn| Some((isbn, wrong(isbn)?))) {
            let what = format!("the ISBN {isbn} ({of}) is not valid: {wrong}");
            let hint = "compare it with the letter of the ISBN agency";
            notices.of(Rule::Isbn).fault(Place::file("edition.toml"), what, hint);
        }
    }
}

/// What is wrong with an ISBN; `None` where nothing is. The check digit of one of 13 figures is that of ISO 2108, of one
/// of 10 figures that of its edition of 1972.
fn wrong(text: &str) -> Option<String> {
    let is_between = |letter: &char| matches!(letter, '-' | ' ' | '\u{a0}' | '\u{2010}'..='\u{2015}');
    let digits: Vec<Option<u32>> = text
        .chars()
        .filter(|letter| !is_between(letter))
        .map(|letter| if matches!(letter, 'X' | 'x') { Some(10) } else { letter.to_digit(10) })
        .collect();
    let count = digits.len();
    let Some(digits) = digits.into_iter().collect::<Option<Vec<u32>>>() else {
        return Some("it has letters that no ISBN has".into());
    };
    let weighed = |weights: &mut dyn Iterator<Item = u32>| {
        digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum::<u32>()
    };
    let is_figure = |digits: &[u32]| digits.iter().all(|digit| *digit < 10);
    let fits = match count {
        13 if !is_figure(&digits) => false,
        13 if digits[..2] != [9, 7] || !matches!(digits[2], 8 | 9) => {
            return Some("one of 13 figures begins with 978 or 979".into());
        }
        13 => weighed(&mut [1, 3].into_iter().cycle()).is_multiple_of(10),
        10 => is_figure(&digits[..9]) && weighed(&mut (1..=10).rev()).is_multiple_of(11),
        _ => {
            let figures = crate::notice::counted(count, "figure");
            return Some(format!("it has {figures}, and an ISBN has 13, in older books 10"));
        }
    };
    (!fits).then(|| "its check digit does not fit".into())
}

#[cfg(test)]
mod tests {
    use super::wrong;

    #[test]
    fn isbns_are_checked_by_their_length_and_their_last_digit() {
        for right in ["978-0-00-916241-1", "0-306-40615-2", "0-8044-2957-X", "979 10 90636 07 1"] {
            assert_eq!(wrong(right), None, "{right}");
        }
        for (text, why) in [
            ("978-0-00-916241-2", "check digit"),
            ("0-306-40615-3", "check digit"),
            ("97800091624X1", "check digit"),
            ("978000916241", "12 figures"),
            ("", "0 figures"),
            ("ISBN 978", "letters"),
            ("123-0-00-916241-1", "978 or 979"),
        ] {
            assert!(wrong(text).is_some_and(|said| said.contains(why)), "{text}: {:?}", wrong(text));
        }
    }
}
