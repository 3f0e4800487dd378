//! Words that stay on one line by custom: a number and its unit, initials, a title and a name, “p. 12”.

use super::Content;
use crate::edition::language::Language;

/// Units that follow their number.
const UNITS: [&str; 48] = [
    "%", "‰", "km", "m", "cm", "mm", "µm", "nm", "kg", "g", "mg", "t", "l", "L", "ml", "cl", "ha", "h",
    "min", "s", "ms", "Hz", "kHz", "MHz", "GHz", "W", "kW", "MW", "GW", "kWh", "MWh", "V", "kV", "A", "°C",
    "°F", "°", "€", "£", "$", "₽", "zł", "Kč", "kr", "m²", "km²", "m³", "km/h",
];

/// What a number follows, in any language.
const BEFORE_NUMBERS: [&str; 20] = [
    "p.", "pp.", "no.", "nos.", "nr.", "nº", "n°", "núm.", "№", "§", "§§", "art.", "vol.", "fig.", "ch.",
    "s.", "с.", "стр.", "r.", "č.",
];

/// Whether a line should not end at a byte behind a space.
pub(super) fn is_tied(content: &Content, at: usize) -> bool {
    let (before, after) = content.text.split_at(at);
    if is_tied_by_dash(before, after) {
        return true;
    }
    let words = before.trim_end_matches(' ');
    if words.len() == before.len() || words.is_empty() {
        return false;
    }
    let last = words.rsplit([' ', '\n', '\u{a0}', '(', '“', '«', '„']).next().unwrap_or("");
    let next = after.split([' ', '\n']).next().unwrap_or("");
    let (Some(end), Some(begin)) = (words.chars().next_back(), next.chars().next()) else { return false };
    let language =
        || content.spans.iter().find(|s| s.end as usize > at).map_or(content.language, |s| s.language);
    if end.is_ascii_digit() {
        return is_unit(next) || is_group(last, next) || (french_sign(begin) && language().primary() == "fr");
    }
    if begin.is_ascii_digit() && BEFORE_NUMBERS.contains(&&*last.to_lowercase()) {
        return true;
    }
    if is_initial(last) && begin.is_uppercase() {
        return true;
    }
    if begin.is_uppercase() && titles(language()).contains(&last) {
        return true;
    }
    (french_sign(begin) || end == '«') && language().primary() == "fr"
}

/// Whether a dash forbids to end a line between these words: one with space before and behind it, however narrow,
/// begins no line; nor does one that closes, before a space, a stop or the mark that ends a quotation; one that opens,
/// behind a space, ends none; and several in a row, for what is left out of a word, stay in it.
fn is_tied_by_dash(before: &str, after: &str) -> bool {
    let dashes = after.len() - after.trim_start_matches(is_dash).len();
    if dashes > 0 {
        let behind = after[dashes..].trim_start_matches(is_quote).chars().next();
        let is_spaced = before.ends_with(is_space);
        let is_stop = |c: char| matches!(c, ',' | '.' | ';' | ':' | '?' | '!' | ')');
        let closes = behind.is_none_or(|c| is_space(c) || is_stop(c));
        let is_long = after.chars().take_while(|c| is_dash(*c)).count() > 1 || after.starts_with(['⸺', '⸻']);
        return closes && (is_spaced || !before.ends_with(is_dash)) || is_long && !is_spaced;
    }
    let words = before.trim_end_matches(is_dash);
    if words.len() == before.len() || after.starts_with(is_space) {
        return false;
    }
    let opens =
        words.is_empty() || words.ends_with(|c: char| is_space(c) || matches!(c, '(' | '¿' | '¡' | '\n'));
    let is_long = before[words.len()..].chars().count() > 1 || before.ends_with(['⸺', '⸻']);
    let goes_on = after.starts_with(char::is_alphanumeric);
    opens || is_long && goes_on
}

/// Dashes; the two longest stand for two and three in a row.
fn is_dash(sign: char) -> bool {
    matches!(sign, '–' | '—' | '―' | '⸺' | '⸻')
}

/// Marks that may close behind a dash, in any language.
fn is_quote(sign: char) -> bool {
    matches!(sign, '”' | '’' | '“' | '‘' | '»' | '«' | '›' | '‹' | '"' | '\'')
}

/// Spaces that may stand beside a dash.
fn is_space(sign: char) -> bool {
    matches!(sign, ' ' | '\u{a0}' | '\u{2009}' | '\u{200a}' | '\u{202f}')
}

/// Signs that French sets apart from the word before them.
fn french_sign(sign: char) -> bool {
    matches!(sign, ';' | ':' | '!' | '?' | '»')
}

fn is_unit(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ',', ';', ':', ')', '”', '»', '?', '!']);
    UNITS.contains(&word)
}

/// Thousands set apart: 10 000.
fn is_group(last: &str, next: &str) -> bool {
    let digits = next.chars().take_while(char::is_ascii_digit).count();
    digits == 3 && last.len() <= 3 && last.bytes().all(|b| b.is_ascii_digit())
}

/// One capital and a full stop, or several: “J.”, “J.R.”.
fn is_initial(word: &str) -> bool {
    let mut letters = word.chars().peekable();
    let mut any = false;
    while let Some(letter) = letters.next() {
        if !letter.is_uppercase() || letters.next() != Some('.') {
            return false;
        }
        any = true;
        letters.next_if_eq(&'-');
    }
    any
}

/// What stands before a name.
fn titles(language: Language) -> &'static [&'static str] {
    match language.primary() {
        "en" => &[
            "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Dr", "Dr.", "Prof.", "St", "St.", "Rev.", "Hon.",
            "Messrs",
        ],
        "fr" => &["M.", "MM.", "Mme", "Mmes", "Mlle", "Mlles", "Dr", "Pr", "Mgr", "Me", "St", "Ste"],
        "de" => &["Dr.", "Prof.", "Hr.", "Fr.", "Frl.", "St.", "Dipl.-Ing."],
        "es" => &["Sr.", "Sra.", "Srta.", "Dr.", "Dra.", "D.", "Dña.", "Ing.", "Lic.", "S.", "Sto.", "Sta."],
        "pt" => &["Sr.", "Sra.", "Dr.", "Dra.", "Eng.", "Prof.", "S.", "Sto.", "Sta."],
        "it" => &["Sig.", "Sig.ra", "Dott.", "Dott.ssa", "Prof.", "Ing.", "Avv.", "S."],
        "nl" => &["Dhr.", "Mevr.", "Dr.", "Prof.", "Mr.", "Ir.", "Drs."],
        "ru" => &["г.", "г-н", "г-жа", "проф.", "акад.", "д-р", "им.", "ул."],
        "pl" => &["dr", "prof.", "mgr", "inż.", "św.", "ks.", "ul."],
        "cs" | "sk" => &["p.", "pí", "dr.", "prof.", "Ing.", "Mgr.", "sv.", "ul."],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::TextStyle;
    use crate::fonts::FamilyName;
    use crate::units::Length;

    /// The text with `~` for every space at which no line may end.
    fn tied(text: &str, language: &str) -> String {
        let language = Language::parse(language).expect("a tag");
        let style = TextStyle::new(FamilyName::EbGaramond, Length::pt(11.0));
        let content = Content::plain(text, style, language);
        let shown = |(at, c): (usize, char)| if c == ' ' && is_tied(&content, at + 1) { '~' } else { c };
        text.char_indices().map(shown).collect()
    }

    #[test]
    fn numbers_keep_their_units_and_names_their_initials_and_titles() {
        let english =
            "Mr Pell and J. R. R. Tolkien walked 5 km, or 12 % of it; see p. 12 and No. 5 of 10 000.";
        let wanted =
            "Mr~Pell and J.~R.~R.~Tolkien walked 5~km, or 12~% of it; see p.~12 and No.~5 of 10~000.";
        assert_eq!(tied(english, "en"), wanted);
        assert_eq!(tied("In 1912 men met; I saw 5 men.", "en"), "In 1912 men met; I saw 5 men.");
        assert_eq!(tied("M. Dupont et Mme Weil", "fr"), "M.~Dupont et Mme~Weil");
    }

    /// The text with `|` wherever a line may end.
    fn broken(text: &str) -> String {
        let style = TextStyle::new(FamilyName::EbGaramond, Length::pt(11.0));
        let content = Content::plain(text, style, Language::ENGLISH);
        let mut shown = text.to_string();
        for at in crate::text::segments::ends(&content).into_iter().rev().skip(1) {
            shown.insert(at, '|');
        }
        shown
    }

    #[test]
    fn a_dash_begins_no_line_where_it_is_spaced_or_closes() {
        // Close up, a line ends behind the dash, and at a price before it.
        assert_eq!(broken("late—again"), "late|—|again");
        assert_eq!(broken("late – again — now"), "late – |again — |now");
        assert_eq!(broken("late\u{200a}—\u{200a}again"), "late\u{200a}—\u{200a}|again");
        assert_eq!(broken("late\u{2009}–\u{2009}again"), "late\u{2009}–\u{2009}|again");
        assert_eq!(broken("oui —dijo él—, no"), "oui |—dijo |él—, |no");
        assert_eq!(broken("—Vamos —dijo—. Sí"), "—Vamos |—dijo—. |Sí");
    }

    #[test]
    fn a_dash_and_a_quotation_mark_stay_together() {
        assert_eq!(broken("“I was—” he said"), "“I |was—” |he |said");
        assert_eq!(broken("and—“Never”—and"), "and|—“Never”—|and");
    }

    #[test]
    fn long_dashes_are_whole() {
        assert_eq!(broken("Then B——n of K—— and ———. Letters"), "Then |B——n |of |K—— |and ———. |Letters");
        assert_eq!(broken("Then B⸺n and ⸻. Letters"), "Then |B⸺n |and ⸻. |Letters");
    }

    #[test]
    fn french_signs_stay_with_their_word() {
        assert_eq!(tied("Vraiment ? dit-il : « Non ! »", "fr"), "Vraiment~? dit-il~: «~Non~!~»");
        assert_eq!(tied("Really ? he said", "en"), "Really ? he said");
    }
}
