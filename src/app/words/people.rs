//! What the window says of helpers, of records of one person, and of notes that differ from a record.

use crate::edition::people::help::Help;

pub(crate) const HELPERS: &str = "Translator, interviewer, editor";
pub(crate) const NATIVE_NAME: [&str; 2] =
    ["Name in its own script", "Printed in texts of that script, and beside the name in lists of people"];

pub(crate) fn helpers(help: Help) -> [&'static str; 2] {
    match help {
        Help::Translation => ["Translators", "Who brought the piece over from another language"],
        Help::Interview => ["Interviewers", "Who asked the questions"],
        Help::Editing => ["Editors of the piece", "Who edited this piece, and not the book"],
    }
}

pub(crate) const SAME_PERSON: [&str; 2] = [
    "Is the same person as",
    "The other record becomes a part of this one: its pieces, its contacts, and what is not said here",
];
pub(crate) const PICK_RECORD: &str = "Choose a record…";
pub(crate) const MERGED_STEP: &str = "making one record of two";

pub(crate) fn doubles(pairs: usize) -> String {
    if pairs == 1 {
        "Two records may be one person’s:".into()
    } else {
        format!("{pairs} pairs of records may be one person’s:")
    }
}

pub(crate) fn pair(one: &str, other: &str) -> String {
    format!("{one} and {other}")
}

pub(crate) fn keep(name: &str) -> String {
    format!("Keep {name}")
}

pub(crate) fn keep_tip(name: &str, other: &str) -> String {
    format!("One record is left, called {name}; the pieces of {other} become theirs")
}

pub(crate) const DIFFERS: &str = "This note is not the one in the record.";
pub(crate) const IN_RECORD: &str = "In the record";
pub(crate) const IN_PIECE: &str = "In this piece";
pub(crate) const TAKE_NOTE: [&str; 2] = [
    "Put into the record",
    "The record says this from now on, and every piece that prints the record’s note",
];
pub(crate) const USE_RECORD: [&str; 2] =
    ["Use the record’s", "The piece prints the note of the record; its own goes"];
pub(crate) const KEEP_NOTE: [&str; 2] = ["Keep both", "The piece keeps its own note, and nobody asks again"];
