//! The sign-off of a piece: who has said that it may be printed, when, and which words were meant.
//!
//! A sign-off is worth what it is about. So it names the words by their [`Fingerprint`], which stands on the sheet that
//! the author signs too: when the words change afterwards, everybody can see that nobody has agreed to them. The
//! alternative, a tick that somebody takes away after a change, is forgotten in the week before printing.

mod fingerprint;

use super::Edition;
use super::date::Date;
use super::matter::{Matter, Shown};
use super::piece::Piece;
use fingerprint::Ink;
use std::fmt;
use std::sync::Arc;

/// That somebody has agreed to a piece.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct SignOff {
    /// Who has signed.
    pub by: String,
    /// On which day.
    pub date: Option<Date>,
    /// Which words were signed; `None` where that was not written down.
    pub text: Option<Fingerprint>,
}

/// A short name of the words that are printed of a piece: eight hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fingerprint(u32);

impl Fingerprint {
    /// Reads eight hexadecimal digits, in any case; spaces and hyphens between them don't matter.
    pub fn parse(text: &str) -> Option<Fingerprint> {
        let digits: String = text.chars().filter(|sign| !matches!(sign, ' ' | '-')).collect();
        let is_whole = digits.len() == 8 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        is_whole.then(|| u32::from_str_radix(&digits, 16).ok()).flatten().map(Fingerprint)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}", self.0)
    }
}

/// How things stand with the sign-off of a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Nobody has signed.
    Open,
    /// Somebody has signed what is printed.
    Signed,
    /// Somebody has signed, but it is not written down which words.
    Unsaid,
    /// Somebody has signed other words than those that are printed now.
    Stale,
}

impl Standing {
    /// The word of reports.
    pub fn word(self) -> &'static str {
        match self {
            Standing::Open => "not signed",
            Standing::Signed => "signed",
            Standing::Unsaid => "signed, not said for which text",
            Standing::Stale => "stale",
        }
    }
}

impl Edition {
    /// How things stand with the sign-off of a piece.
    pub fn standing(&self, piece: &Arc<Piece>) -> Standing {
        match piece.signed.as_ref().map(|signed| signed.text) {
            None => Standing::Open,
            Some(None) => Standing::Unsaid,
            Some(Some(text)) if text == self.fingerprint(piece) => Standing::Signed,
            Some(Some(_)) => Standing::Stale,
        }
    }

    /// The fingerprint of what is printed of a piece: what opens it, its body, the author notes with the contacts that
    /// are printed, the disclaimers and the credit. Where it stands, how it is set, and markup that prints the same
    /// make no difference; a changed word does.
    pub fn fingerprint(&self, piece: &Arc<Piece>) -> Fingerprint {
        // The words by themselves: of the edition nothing but what the words of the piece are made of, and no design.
        let people = piece.people().filter_map(|id| self.contributors.get_key_value(id));
        let plain = Edition {
            language: self.language,
            publisher: self.publisher.clone(),
            disclaimers: self.disclaimers.clone(),
            matter: Matter { imprint: Shown::Omitted, ..Matter::default() },
            contributors: people.map(|(id, person)| (id.clone(), person.clone())).collect(),
            ..Edition::default()
        };
        // That a right was granted is no word of the author's, and comes when it comes.
        let alone = piece.permission.is_some().then(|| Piece { permission: None, ..Piece::clone(piece) });
        let piece = plain.printed_piece(&alone.map_or_else(|| piece.clone(), Arc::new));
        let mut ink = Ink::new();
        ink.line("kicker", piece.kicker.as_ref());
        ink.line("title", Some(&piece.title));
        ink.line("short title", piece.short_title.as_ref());
        ink.line("subtitle", piece.subtitle.as_ref());
        ink.words("byline", &plain.byline(&piece));
        ink.words("help", &plain.help_lines(&piece).join("\n"));
        let date = piece.date.map(|date| plain.date_in_words(date, plain.language_of(&piece)));
        ink.words("date", &date.unwrap_or_default());
        ink.text("body", &piece.body, &self.pictures);
        for note in plain.author_notes(&piece) {
            ink.text("author note", &note.text, &self.pictures);
        }
        for disclaimer in plain.disclaimers_after(&piece) {
            ink.text("disclaimer", &disclaimer.text, &self.pictures);
        }
        if let Some(credit) = plain.credit_line(&piece) {
            ink.text("credit", &credit, &self.pictures);
        }
        Fingerprint(ink.dry())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_read_as_it_was_written_down() {
        let read = |text: &str| Fingerprint::parse(text).map(|print| print.to_string());
        assert_eq!(read("1f9a03bc").as_deref(), Some("1f9a03bc"));
        assert_eq!(read(" 1F9A 03BC ").as_deref(), Some("1f9a03bc"));
        assert_eq!(read("00000001").as_deref(), Some("00000001"));
        for wrong in ["", "1f9a03b", "1f9a03bcd", "1f9a03bg", "+1f9a03b"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
