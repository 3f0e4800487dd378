//! Texts that came in, before they join the edition.

use crate::import::clean::Kind;
use crate::import::intake::Field;

pub(crate) const TITLE: &str = "Look at the texts that came in";
pub(crate) const ALL_SHOWN: &str = "Show every text before it joins";
pub(crate) const ALL_SHOWN_TIP: &str =
    "Otherwise texts in which nothing is doubtful join the edition at once";
pub(crate) const TEXTS: &str = "Texts";
pub(crate) const ORIGINAL: &str = "Original: what each line is";
pub(crate) const RESULT: &str = "What it becomes";
pub(crate) const PASTED: &str = "Pasted text";
pub(crate) const UNTITLED: &str = "(no title)";
pub(crate) const LANGUAGE: &str = "Language";
pub(crate) const UNKNOWN: &str = "Not known";
pub(crate) const ADD_THIS: &str = "Add this one";
pub(crate) const SKIP: &str = "Leave this one out";
pub(crate) const CANCEL: &str = "Add none";
pub(crate) const PICTURE: &str = "(picture)";
pub(crate) const TABLE: &str = "(table)";
pub(crate) const BREAK: &str = "* * *";
pub(crate) const STATED: &str = "The file says this about itself";
pub(crate) const DERIVED: &str = "This follows from other lines";
pub(crate) const CORRECTIONS_TIP: &str = "Take the tick away and the words stay as they were";
pub(crate) const NO_CORRECTIONS: &str = "Nothing was corrected.";
pub(crate) const AS_VERSION: &str = "A new version of this piece";
pub(crate) const AS_PIECE: &str = "Another piece";
pub(crate) const NOT: &str = "Leave it out";
pub(crate) const BEFORE: &str = "As it came first";
pub(crate) const OURS: &str = "In the edition";
pub(crate) const THEIRS: &str = "In the new file";
pub(crate) const KEEP: &str = "Keep the edition’s";
pub(crate) const TAKE: &str = "Take the new";
pub(crate) const NOTHING: &str = "(nothing)";
pub(crate) const UNKNOWN_BEFORE: &str = "(the first file is no longer there)";
pub(crate) const NO_DIFFERENCE: &str = "The piece says all that the new file says.";
pub(crate) const CONFLICT: &str = "changed in both";
pub(crate) const LINES_HINT: &str =
    "Pick lines, then press the letter of what they are, or drag them onto its button.";

/// What stands on the button of a field, its key, and what it is.
pub(crate) fn field(field: Field) -> [&'static str; 3] {
    match field {
        Field::Kicker => ["Kicker", "K", "The short label above the title"],
        Field::Title => ["Title", "T", "The title of the piece"],
        Field::Subtitle => ["Standfirst", "S", "The subtitle, or the lines that lead into the text"],
        Field::Byline => ["Byline", "B", "Who wrote it"],
        Field::Date => ["Date", "D", "When it was published"],
        Field::Credit => ["Credit", "C", "Where it was first published"],
        Field::Body => ["Text", "X", "The text itself"],
        Field::AuthorNote => ["Author note", "N", "What is said about the author"],
        Field::Disclaimer => ["Disclaimer", "L", "“The views expressed are …”"],
        Field::Dropped => ["Left out", "O", "Not a part of the piece: navigation, repetitions"],
    }
}

pub(crate) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Encoding => "Broken letters",
        Kind::Invisible => "Invisible characters",
        Kind::Letters => "Letters",
        Kind::Spaces => "Spaces",
        Kind::Ellipses => "Ellipses",
        Kind::Dashes => "Dashes",
        Kind::Quotes => "Quotation marks",
        Kind::Apostrophes => "Apostrophes",
        Kind::NoBreak => "Spaces at which no line ends",
    }
}

pub(crate) fn kind_of(name: &str, count: usize) -> String {
    format!("{name} ({count})")
}

pub(crate) fn corrections(count: usize) -> String {
    format!("Corrections ({count})")
}

pub(crate) fn correction(before: &str, after: &str) -> String {
    format!("{before} → {after}")
}

pub(crate) fn summary(texts: usize, doubtful: usize) -> String {
    match (texts, doubtful) {
        (1, 0) => "One text. Nothing about it is doubtful.".into(),
        (1, _) => "One text. Something about it is doubtful.".into(),
        (_, 0) => format!("{texts} texts. Nothing about them is doubtful."),
        (_, 1) => format!("{texts} texts. One is doubtful: it stands first."),
        _ => format!("{texts} texts. {doubtful} are doubtful: they stand first."),
    }
}

pub(crate) fn add_all(count: usize) -> String {
    match count {
        1 => "Add the text".into(),
        _ => format!("Add all {count}"),
    }
}

pub(crate) fn unread(count: usize) -> String {
    match count {
        1 => "One remark about the files".into(),
        _ => format!("{count} remarks about the files"),
    }
}

pub(crate) fn line_for_readers(number: usize, field: &str, text: &str) -> String {
    match number {
        0 => format!("{field}: {text}"),
        _ => format!("Line {number}, {field}: {text}"),
    }
}

pub(crate) fn text_for_readers(title: &str, status: &str) -> String {
    format!("{title}, {status}")
}

pub(crate) fn tick_for_readers(title: &str) -> String {
    format!("Add “{title}”")
}

pub(crate) fn move_to(field: &str, key: &str, what: &str) -> String {
    format!("{what}. Makes the picked lines this: {field} ({key})")
}

/// The state of a text, in a few words.
pub(crate) fn doubtful(fields: &[Field]) -> String {
    let names: Vec<String> = fields.iter().map(|name| field(*name)[0].to_lowercase()).collect();
    format!("look at: {}", names.join(", "))
}

pub(crate) fn missing(name: Field) -> String {
    let [name, key, _] = field(name);
    format!("No {} was found. If there is one, pick its line and press {key}.", name.to_lowercase())
}

pub(crate) fn not_sure(name: Field, percent: u8) -> String {
    format!("The {} is a guess ({percent} % sure).", field(name)[0].to_lowercase())
}

pub(crate) fn left_out(count: usize) -> String {
    match count {
        1 => "One line is left out.".into(),
        _ => format!("{count} lines are left out."),
    }
}

pub(crate) const SURE: &str = "nothing doubtful";
pub(crate) const LEAVES_OUT: &str = "leaves lines out";
pub(crate) const NEW_VERSION: &str = "new version of a piece";
pub(crate) const SAME: &str = "already in the edition";

/// Words as a sentence begins.
pub(crate) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
