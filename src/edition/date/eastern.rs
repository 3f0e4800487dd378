//! Names of the months in languages written from right to left or in Devanagari, and dates in ideographs.

use super::Date;

/// The months of a language.
pub(super) fn of(language: &str) -> Option<[&'static str; 12]> {
    Some(match language {
        "ur" => URDU,
        "ar" => ARABIC,
        "fa" => PERSIAN,
        "he" => HEBREW,
        "hi" => HINDI,
        _ => return None,
    })
}

/// A date in ideographs: 2025年4月14日.
pub(super) fn ideographic(date: &Date) -> String {
    let mut words = format!("{}年", date.year);
    if let Some(month) = date.month {
        words.push_str(&format!("{month}月"));
    }
    if let Some(day) = date.day {
        words.push_str(&format!("{day}日"));
    }
    words
}

const URDU: [&str; 12] =
    ["جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون", "جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر"];

const ARABIC: [&str; 12] = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
];

const PERSIAN: [&str; 12] = [
    "ژانویه",
    "فوریه",
    "مارس",
    "آوریل",
    "مه",
    "ژوئن",
    "ژوئیه",
    "اوت",
    "سپتامبر",
    "اکتبر",
    "نوامبر",
    "دسامبر",
];

const HEBREW: [&str; 12] = [
    "ינואר",
    "פברואר",
    "מרץ",
    "אפריל",
    "מאי",
    "יוני",
    "יולי",
    "אוגוסט",
    "ספטמבר",
    "אוקטובר",
    "נובמבר",
    "דצמבר",
];

const HINDI: [&str; 12] =
    ["जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर"];
