//! Spaces, dashes and ellipses.

use crate::edition::language::Language;
use crate::edition::text::edits::Edit;

const NARROW: char = '\u{202F}';
const NO_BREAK: char = '\u{A0}';

fn is_space(letter: char) -> bool {
    letter.is_whitespace() && letter != '\n'
}

/// One space where several stand, none before a stop. French has its own before the high stops.
pub(super) fn spaces(text: &str, language: Language) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((start, letter)) = rest.next() {
        if !is_space(letter) {
            continue;
        }
        let mut end = start + letter.len_utf8();
        while let Some((at, next)) = rest.next_if(|(_, next)| is_space(*next)) {
            end = at + next.len_utf8();
        }
        let after = text[end..].chars().next();
        let before = text[..start].chars().next_back();
        let run = &text[start..end];
        let with = match after {
            Some(',') | Some('.')
                if before != Some('.')
                    && !text[end..].starts_with("..")
                    && !text[end..].starts_with(". .")
                    && !is_number(&text[end..]) =>
            {
                ""
            }
            Some(';' | ':' | '!' | '?')
                if language.primary() != "fr"
                    && is_stop(&text[end..])
                    && before.is_some_and(|l| l.is_alphanumeric() || matches!(l, '”' | '’' | ')')) =>
            {
                ""
            }
            None | Some('\n') => "",
            _ if before.is_none_or(|l| l == '\n') => "",
            // Single spaces that are no plain space are meant: thin, no-break, ideographic.
            _ if run.chars().count() == 1 && run != "\t" => continue,
            _ => " ",
        };
        edits.push(Edit::new(start..end, with));
    }
    edits
}

/// “ .5” is a number, not a stop.
fn is_number(rest: &str) -> bool {
    rest.chars().nth(1).is_some_and(|letter| letter.is_ascii_digit())
}

/// A stop alone: “ :)” and “ ::” are none.
fn is_stop(rest: &str) -> bool {
    rest.chars().nth(1).is_none_or(|next| {
        next.is_whitespace() || matches!(next, '"' | '”' | '’' | '\'' | ')' | '!' | '?' | '»')
    })
}

/// “...” and “. . .” become an ellipsis; a fourth stop ends the sentence.
pub(super) fn ellipses(text: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut at = 0;
    while let Some(found) = text[at..].find('.') {
        let start = at + found;
        let rest = &text[start..];
        let length = if rest.starts_with("...") {
            3
        } else if rest.starts_with(". . .") {
            5
        } else {
            at = start + 1;
            continue;
        };
        // Five stops and more are a line to be filled in.
        let stops = rest.bytes().take_while(|byte| *byte == b'.').count();
        if stops <= 4 {
            edits.push(Edit::new(start..start + length, "…"));
        }
        at = start + length.max(stops);
    }
    edits
}

/// Hyphens that stand for dashes: doubled, between spaces, between years and pages.
pub(super) fn dashes(text: &str, language: Language) -> Vec<Edit> {
    let mut edits = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(found) = text[at..].find('-') {
        let start = at + found;
        let count = bytes[start..].iter().take_while(|byte| **byte == b'-').count();
        let end = start + count;
        at = end;
        let before = text[..start].chars().next_back();
        let after = text[end..].chars().next();
        let is_spaced = before.is_some_and(is_space) && after.is_some_and(is_space);
        let with = match count {
            1 if is_spaced
                && text[..start].trim_end().chars().next_back().is_some_and(|l| {
                    !l.is_ascii_digit() || !text[end..].trim_start().starts_with(|l: char| l.is_ascii_digit())
                }) =>
            {
                "–"
            }
            1 if is_range(text, start) => "–",
            2 if is_spaced => "–",
            2 if language.primary() == "en" => "—",
            2 => "–",
            3 => "—",
            _ => continue,
        };
        edits.push(Edit::new(start..end, with));
    }
    edits
}

/// “1990-95” and “pp. 12-15”: numbers of one to four digits that rise, with no other hyphen beside them.
fn is_range(text: &str, hyphen: usize) -> bool {
    let left: String = text[..hyphen]
        .chars()
        .rev()
        .take_while(|l| l.is_ascii_digit())
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect();
    let right: String = text[hyphen + 1..].chars().take_while(|l| l.is_ascii_digit()).collect();
    if left.is_empty() || right.is_empty() || left.len() > 4 || right.len() > 4 || right.len() > left.len() {
        return false;
    }
    let before = text[..hyphen - left.len()].chars().next_back();
    let after = text[hyphen + 1 + right.len()..].chars().next();
    let is_edge = |letter: Option<char>| {
        letter.is_none_or(|l| !l.is_alphanumeric() && !matches!(l, '-' | '/' | '.' | '_' | '+'))
            || letter == Some('.')
    };
    let is_years = left.len() == 4 && matches!(right.len(), 2 | 4);
    let label = text[..hyphen - left.len()].trim_end();
    let follows = ["p.", "pp.", "S.", "no.", "nos."].iter().any(|word| label.ends_with(word)) || is_years;
    // The tail of a short number counts from the head of the long one: 1990-95.
    let full = format!("{}{right}", &left[..left.len() - right.len()]);
    follows && is_edge(before) && is_edge(after) && full > left
}

/// Spaces at which no line may break: in French before the high stops and inside « », elsewhere after initials and
/// titles, before units.
pub(super) fn no_break(text: &str, language: Language) -> Vec<Edit> {
    let mut edits = Vec::new();
    let is_french = language.primary() == "fr";
    for (at, letter) in text.char_indices() {
        let before = text[..at].chars().next_back();
        let end = at + letter.len_utf8();
        let after = text[end..].chars().next();
        if is_french && matches!(letter, ';' | '!' | '?' | ':' | '»') {
            french(text, at, letter, before, after, &mut edits);
            continue;
        }
        if is_french && letter == '«' && after.is_some_and(|l| l != NARROW && l != NO_BREAK) {
            let space = if after == Some(' ') { 1 } else { 0 };
            edits.push(Edit::new(end..end + space, NARROW.to_string()));
            continue;
        }
        if letter == ' ' && binds(&text[..at], &text[end..]) {
            edits.push(Edit::new(at..end, NO_BREAK.to_string()));
        }
    }
    edits.dedup_by(|later, earlier| later.range.start < earlier.range.end);
    edits
}

fn french(
    text: &str,
    at: usize,
    letter: char,
    before: Option<char>,
    after: Option<char>,
    edits: &mut Vec<Edit>,
) {
    let space = if letter == ':' { NO_BREAK } else { NARROW };
    let is_inside = after.is_some_and(|l| l.is_alphanumeric() || l == '/')
        || before.is_some_and(|l| {
            l.is_ascii_digit() && letter == ':' && after.is_some_and(|l| l.is_ascii_digit())
        });
    match before {
        Some(' ') => edits.push(Edit::new(at - 1..at, space.to_string())),
        Some(l)
            if !is_inside
                && (l.is_alphanumeric() || matches!(l, '”' | ')' | '…' | '»' | '.' | '!' | '?')) =>
        {
            edits.push(Edit::new(at..at, space.to_string()));
        }
        _ => {}
    }
    let _ = text;
}

/// Whether what stands before a space and behind it belongs together.
fn binds(before: &str, after: &str) -> bool {
    let word =
        before.rsplit(|l: char| l.is_whitespace() || matches!(l, '(' | '“' | '—')).next().unwrap_or_default();
    let next: String = after.chars().take_while(|l| !l.is_whitespace()).collect();
    let is_initial = word.len() >= 2
        && word.ends_with('.')
        && word.trim_end_matches('.').chars().count() == 1
        && word.starts_with(char::is_uppercase);
    let is_title = matches!(
        word,
        "Mr."
            | "Mrs."
            | "Ms."
            | "Dr."
            | "Prof."
            | "St."
            | "Mr"
            | "Mrs"
            | "Dr"
            | "Hr."
            | "Fr."
            | "M."
            | "Mme"
            | "No."
            | "p."
            | "pp."
            | "S."
            | "§"
            | "№"
    );
    let is_number = word.chars().next_back().is_some_and(|l| l.is_ascii_digit())
        && word.chars().all(|l| l.is_ascii_digit() || matches!(l, '.' | ',' | '\u{202F}'));
    let unit = next.trim_end_matches(['.', ',', ';', ')', ':']);
    let is_unit = matches!(
        unit,
        "%" | "‰"
            | "km"
            | "m"
            | "cm"
            | "mm"
            | "kg"
            | "g"
            | "t"
            | "°C"
            | "°F"
            | "°"
            | "€"
            | "£"
            | "$"
            | "kWh"
            | "MW"
            | "GW"
            | "ha"
            | "km²"
            | "m²"
    );
    let begins_name = next.starts_with(char::is_uppercase) || next.starts_with(|l: char| l.is_ascii_digit());
    (is_initial || is_title) && begins_name || is_number && is_unit
}
