//! Credits, permissions, and the board.

use crate::edition::permission::State;

// A piece.
pub(crate) const ORIGINAL_TITLE: [&str; 2] =
    ["Title there", "The title it had in that publication, where it was another one"];
pub(crate) const CHANGES: [&str; 2] =
    ["Changes since", "What was changed since, in your words; “none” where nothing was"];
pub(crate) const STATE: [&str; 2] = ["Permission", "Whether the piece may be printed, and by whose leave"];
pub(crate) const LICENCE: [&str; 2] = ["Licence", "The public licence the text is under"];
pub(crate) const LICENCE_NAME: [&str; 2] =
    ["Name of the licence", "CC BY 4.0, or what any other licence is called"];
pub(crate) const LICENCE_URL: [&str; 2] =
    ["Address of the licence", "Where its words stand; those of Creative Commons are known"];
pub(crate) const OTHER_LICENCE: &str = "Another one, named below";
pub(crate) const HOLDER: [&str; 2] = ["Right holder", "Who may give leave to print it"];
pub(crate) const PERMISSION_DATE: [&str; 2] =
    ["Date of the permission", "When it was given, asked for or refused"];
pub(crate) const DOCUMENT: [&str; 2] =
    ["Document", "The letter or contract: a file below the edition’s folder, such as permissions/letter.pdf"];
pub(crate) const CHOOSE_DOCUMENT: &str = "Choose a document…";
pub(crate) const CHOOSE_DOCUMENT_TIP: &str = "A copy of it goes into the edition’s folder “permissions”";
pub(crate) const OPEN_DOCUMENT: &str = "Open the document";
pub(crate) const NO_DOCUMENT: &str = "This file is not in the edition’s folder.";
pub(crate) const OUTSIDE: &str = "Name a file below the edition’s folder, such as permissions/letter.pdf.";
pub(crate) const WORDING: [&str; 2] = [
    "Words the holder wants",
    "Printed in the place of “By permission of …”; beside the words that a licence asks for",
];
pub(crate) const NOT_SAID: &str = "Not stated";
pub(crate) const ALL_PIECES: [&str; 2] =
    ["Permission of all pieces", "Holds for every piece that says nothing of its own"];

/// A state as lists have it.
pub(crate) fn state(state: &State) -> String {
    match state {
        State::Own => "Own",
        State::Granted => "Granted",
        State::Pending => "Pending",
        State::Refused => "Refused",
        State::PublicDomain => "Public domain",
        State::Licence => "Under a licence",
        State::Unknown(word) => return unknown(word),
    }
    .into()
}

fn unknown(word: &str) -> String {
    format!("“{word}” (no state)")
}

pub(crate) fn as_edition(state: &str) -> String {
    format!("As the edition: {}", state.to_lowercase())
}

// The board.
pub(crate) const ONLY_MISSING: [&str; 2] =
    ["Only what lacks something", "Show the pieces alone of which something is missing"];
pub(crate) const NO_ROWS: &str = "No piece is in the book.";
pub(crate) const NOTHING_LACKS: &str = "Nothing is missing.";
pub(crate) const COMPLETE: &str = "Complete";

pub(crate) fn missing(what: &str) -> String {
    format!("Missing: {what}")
}

pub(crate) fn not_yet(what: &str) -> String {
    format!("Not to be printed yet. Missing: {what}")
}

pub(crate) fn state_of(title: &str) -> String {
    format!("Permission of {title}")
}

pub(crate) fn row_for_readers(title: &str, authors: &str, standing: &str, lacks: &str) -> String {
    let lacks = if lacks.is_empty() { COMPLETE.to_string() } else { lacks.to_string() };
    let by = if authors.is_empty() { String::new() } else { format!(", {authors}") };
    format!("{title}{by}. Permission: {standing}. {lacks}")
}

pub(crate) fn note(word: &str) -> String {
    format!("Author note: {word}")
}

pub(crate) fn disclaimer(words: &str) -> String {
    format!("Disclaimer: {words}")
}

pub(crate) fn credit(words: &str) -> String {
    format!("Credit: {words}")
}

pub(crate) fn document(path: &str, found: bool) -> String {
    if found { format!("Document: {path}") } else { format!("Document: {path} (not there)") }
}

// Export.
pub(crate) const SHOW_BOARD: &str = "Show the board";
pub(crate) const STRICT: [&str; 2] = [
    "Write nothing while a permission is not settled",
    "Pending, refused or not stated: the books are made when all are settled",
];
pub(crate) const REFUSED: &str = "A piece may not be printed yet: see the list, or take the tick away.";

pub(crate) fn unsettled(count: usize) -> String {
    match count {
        1 => "One piece may not be printed yet:".into(),
        count => format!("{count} pieces may not be printed yet:"),
    }
}

pub(crate) fn more(count: usize) -> String {
    format!("and {count} more")
}
