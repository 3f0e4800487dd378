//! Dates as editors know them: a year, a month of a year, or a day.

mod eastern;

use super::language::Language;
use std::fmt;

/// A date in the Gregorian calendar, as exact as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Year, 1 to 9999.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: Option<u8>,
    /// Day of the month; only with a month.
    pub day: Option<u8>,
}

impl Date {
    /// Reads `2022`, `2022-02`, `2022-02-22`; a time of day behind it is ignored.
    pub fn parse(text: &str) -> Option<Date> {
        let text = text.trim();
        let day_part = text.split(['T', ' ']).next()?;
        let mut parts = day_part.split('-');
        let year = parts.next().filter(|y| y.len() == 4)?.parse().ok().filter(|y| *y > 0)?;
        let number = |part: &str, most: u8| part.parse().ok().filter(|n| (1..=most).contains(n));
        let month = match parts.next() {
            Some(part) => Some(number(part, 12)?),
            None => None,
        };
        let day = match parts.next() {
            Some(part) => Some(number(part, days_in(year, month?))?),
            None => None,
        };
        parts.next().is_none().then_some(Date { year, month, day })
    }

    /// The date in the words of `language`: “22 February 2022”, « 1er mars 2026 », “22 февраля 2022 г.”; the
    /// ISO form where the language's months are not known.
    pub fn in_words(&self, language: Language) -> String {
        if matches!(language.primary(), "ja" | "zh") {
            return eastern::ideographic(self);
        }
        let Some(months) = months(language.primary()) else { return self.to_string() };
        let Some(month) = self.month else { return self.year.to_string() };
        let name = months[usize::from(month) - 1];
        let Some(day) = self.day else {
            return match language.primary() {
                "ru" => format!("{} {}", RUSSIAN_ALONE[usize::from(month) - 1], self.year),
                "es" => format!("{name} de {}", self.year),
                _ => format!("{name} {}", self.year),
            };
        };
        match language.primary() {
            "ur" => format!("{day} {name}، {}", self.year),
            "he" => format!("{day} ב{name} {}", self.year),
            "fr" if day == 1 => format!("1er {name} {}", self.year),
            "de" => format!("{day}. {name} {}", self.year),
            "es" => format!("{day} de {name} de {}", self.year),
            "en" if language.tag() == "en-US" => format!("{name} {day}, {}", self.year),
            _ => format!("{day} {name} {}", self.year),
        }
    }
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

const RUSSIAN_ALONE: [&str; 12] = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
];

fn months(language: &str) -> Option<[&'static str; 12]> {
    Some(match language {
        "en" => [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        "fr" => [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
        "de" => [
            "Januar",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
        ],
        "es" => [
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ],
        "ru" => [
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря",
        ],
        other => return eastern::of(other),
    })
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_that_exist_are_dates() {
        assert_eq!(Date::parse("2024-02-29").map(|d| d.to_string()).as_deref(), Some("2024-02-29"));
        assert_eq!(Date::parse("1787-10"), Some(Date { year: 1787, month: Some(10), day: None }));
        assert_eq!(Date::parse("2022-02-22T10:00:00Z"), Date::parse("2022-02-22"));
        for wrong in ["2023-02-29", "2022-13", "22-02-2022", "yesterday", "2022-02-22-1", ""] {
            assert_eq!(Date::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn dates_are_written_in_the_words_of_the_language() {
        let date = Date::parse("2026-03-01").expect("a date");
        let words = |tag: &str| date.in_words(Language::parse(tag).expect("a tag"));
        assert_eq!(words("en"), "1 March 2026");
        assert_eq!(words("en-US"), "March 1, 2026");
        assert_eq!(words("fr"), "1er mars 2026");
        assert_eq!(words("ru"), "1 марта 2026");
        assert_eq!(words("ur"), "1 مارچ، 2026");
        assert_eq!(words("ja"), "2026年3月1日");
        assert_eq!(words("fi"), "2026-03-01");
    }
}
