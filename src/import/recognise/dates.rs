//! Dates as newspapers write them, in many languages.

use crate::edition::date::Date;
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// The starts of the names of months: of two that fit, the longer counts.
const MONTHS: &[(&str, u8)] = &[
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("may", 5),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
    ("fév", 2),
    ("fev", 2),
    ("avr", 4),
    ("mai", 5),
    ("juin", 6),
    ("juil", 7),
    ("août", 8),
    ("aout", 8),
    ("déc", 12),
    ("mär", 3),
    ("mae", 3),
    ("okt", 10),
    ("dez", 12),
    ("jän", 1),
    ("mei", 5),
    ("maart", 3),
    ("ene", 1),
    ("abr", 4),
    ("ago", 8),
    ("dic", 12),
    ("out", 10),
    ("set", 9),
    ("gen", 1),
    ("mag", 5),
    ("giu", 6),
    ("lug", 7),
    ("ott", 10),
    ("янв", 1),
    ("фев", 2),
    ("мар", 3),
    ("апр", 4),
    ("мая", 5),
    ("май", 5),
    ("июн", 6),
    ("июл", 7),
    ("авг", 8),
    ("сен", 9),
    ("окт", 10),
    ("ноя", 11),
    ("дек", 12),
    ("جنوری", 1),
    ("فروری", 2),
    ("مارچ", 3),
    ("اپریل", 4),
    ("مئی", 5),
    ("جون", 6),
    ("جولائی", 7),
    ("اگست", 8),
    ("ستمبر", 9),
    ("اکتوبر", 10),
    ("نومبر", 11),
    ("دسمبر", 12),
    ("يناير", 1),
    ("فبراير", 2),
    ("مارس", 3),
    ("أبريل", 4),
    ("ابريل", 4),
    ("مايو", 5),
    ("يونيو", 6),
    ("يوليو", 7),
    ("أغسطس", 8),
    ("اغسطس", 8),
    ("سبتمبر", 9),
    ("أكتوبر", 10),
    ("اكتوبر", 10),
    ("نوفمبر", 11),
    ("ديسمبر", 12),
];

static WRITTEN: LazyLock<[(Form, Regex); 5]> = LazyLock::new(|| {
    let form = |form, pattern: &str| (form, super::wording::pattern(pattern));
    [
        form(Form::Iso, r"\b(\d{4})-(\d{2})-(\d{2})"),
        form(
            Form::DayFirst,
            r"\b(\d{1,2})(?:st|nd|rd|th|er|º|°|\.)?\s*(?:de\s+|of\s+)?(\p{L}{3,12})\.?,?\s*(?:de\s+|del\s+)?(\d{4})\b",
        ),
        form(
            Form::MonthFirst,
            r"(?:^|[^\p{L}])(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:[0-9:]+\s*[ap]\.?m\.?,?\s+)?(\d{4})\b",
        ),
        form(Form::Numbers, r"\b(\d{1,2})([./-])(\d{1,2})[./-](\d{4})\b"),
        form(Form::YearFirst, r"\b(\d{4})[./年](\d{1,2})[./月](\d{1,2})"),
    ]
});

#[derive(Clone, Copy)]
enum Form {
    Iso,
    DayFirst,
    MonthFirst,
    Numbers,
    YearFirst,
}

/// A date in a text, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FoundDate {
    /// The date.
    pub(super) date: Date,
    /// Its bytes.
    pub(super) range: std::ops::Range<usize>,
}

/// The dates of a text, in order.
pub(super) fn all(text: &str) -> Vec<FoundDate> {
    let text_ascii = western_digits(text);
    let mut found: Vec<FoundDate> = Vec::new();
    for (form, pattern) in WRITTEN.iter() {
        for captures in pattern.captures_iter(&text_ascii) {
            let (Some(date), Some(whole)) = (date(*form, &captures, &text_ascii), captures.get(0)) else {
                continue;
            };
            if found.iter().all(|other| other.range.end <= whole.start() || whole.end() <= other.range.start)
            {
                found.push(FoundDate { date, range: whole.range() });
            }
        }
    }
    found.sort_by_key(|found| found.range.start);
    // Digits of other scripts are longer: then the places don't fit, and the whole text is meant.
    if text_ascii.len() != text.len() {
        found.iter_mut().for_each(|found| found.range = 0..text.len());
    }
    found
}

/// The date of publication in a line: of several the one that is not an update.
pub(crate) fn published(text: &str) -> Option<Date> {
    let found = all(text);
    let updated = super::wording::updated();
    let is_first = |found: &&FoundDate| {
        let before = text.get(..found.range.start).unwrap_or_default();
        let end = |pattern: &Regex| pattern.find_iter(before).last().map(|word| word.end());
        let (changed, first) = (end(updated), end(super::wording::first_published()));
        changed.is_none_or(|at| first > Some(at) || before[at..].chars().count() >= 30)
    };
    found.iter().find(is_first).or(found.first()).map(|found| found.date)
}

fn date(form: Form, captures: &Captures<'_>, text: &str) -> Option<Date> {
    let part = |n: usize| captures.get(n).map(|part| part.as_str()).unwrap_or_default();
    let number = |n: usize| part(n).parse::<u16>().ok();
    let (year, month, day) = match form {
        Form::Iso | Form::YearFirst => (number(1)?, number(2)?, number(3)?),
        Form::DayFirst => (number(3)?, u16::from(month(part(2))?), number(1)?),
        Form::MonthFirst => (number(3)?, u16::from(month(part(1))?), number(2)?),
        Form::Numbers => {
            let (first, second) = (number(1)?, number(3)?);
            // Americans write the month first, and the hour with AM or PM.
            let is_american = part(2) == "/" && super::wording::half_day().is_match(text) && first <= 12;
            if second > 12 || is_american { (number(4)?, first, second) } else { (number(4)?, second, first) }
        }
    };
    Date::parse(&format!("{year:04}-{month:02}-{day:02}")).filter(|date| (1700..=2199).contains(&date.year))
}

fn month(word: &str) -> Option<u8> {
    let word = word.to_lowercase();
    let fits = MONTHS.iter().filter(|(start, _)| word.starts_with(start) && is_month(&word, start));
    fits.max_by_key(|(start, _)| start.len()).map(|(_, number)| *number)
}

/// Whether a word that begins like a month can be one: “march” and “Marz” are, “margin” is not.
fn is_month(word: &str, start: &str) -> bool {
    let rest = word[start.len()..].chars().count();
    let others = [
        "sets", "outs", "outer", "gener", "genre", "major", "maybe", "margin", "market", "marri", "marin",
        "decid", "decad", "novel", "junior",
    ];
    rest <= 6 && others.iter().all(|other| !word.starts_with(other))
}

/// The digits of Arabic, Persian and Urdu as ours.
fn western_digits(text: &str) -> String {
    let digit = |letter: char| match letter {
        '٠'..='٩' => char::from(b'0' + (u32::from(letter) - 0x660) as u8),
        '۰'..='۹' => char::from(b'0' + (u32::from(letter) - 0x6F0) as u8),
        other => other,
    };
    text.chars().map(digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        published(text).map(|date| date.to_string())
    }

    #[test]
    fn dates_of_many_papers_are_read() {
        for (text, date) in [
            ("FEBRUARY 19, 2022", "2022-02-19"),
            ("April 28 2023, 3:54 p.m.", "2023-04-28"),
            ("Updated 1407 GMT (2207 HKT) February 17, 2022", "2022-02-17"),
            ("17 février 2022", "2022-02-17"),
            ("Stand: 18.02.2022, 17:45 Uhr", "2022-02-18"),
            ("1. März 2021", "2021-03-01"),
            ("Published in Dawn, February 22nd, 2022", "2022-02-22"),
            ("Updated 3 March 2022. Published 1 March 2022", "2022-03-01"),
            ("3 de mayo de 2020", "2020-05-03"),
            ("22 февраля 2022 г.", "2022-02-22"),
            ("22 فروری 2022", "2022-02-22"),
            ("2/18/2022 5:00 PM", "2022-02-18"),
            ("18/02/2022", "2022-02-18"),
            ("2022-02-18T10:00:00Z", "2022-02-18"),
        ] {
            assert_eq!(read(text).as_deref(), Some(date), "{text}");
        }
        assert_eq!(read("1407 GMT"), None);
        assert_eq!(read("the 3 margins 2022"), None);
    }
}
