//! What went oddly, where, and what to do about it: in for the editor, out of every stage.

mod id;
mod mend;
mod rule;

pub use id::ids;
pub use mend::{Mend, Reach};
pub use rule::Rule;

use std::collections::HashSet;
use std::fmt;
use std::path::{Path, PathBuf};

/// How much a notice matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Worth knowing; nothing is wrong with the book.
    Remark,
    /// The book can be made, but somebody should look.
    Doubt,
    /// Something is missing from the book, or the book says something untrue.
    Fault,
}

impl Weight {
    /// The word used in reports.
    pub fn word(self) -> &'static str {
        match self {
            Weight::Remark => "remark",
            Weight::Doubt => "doubt",
            Weight::Fault => "fault",
        }
    }
}

/// Where something is: a file of the edition, perhaps with line and column (from 1), perhaps with a page of the book.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Path below the edition's folder, or as the user gave it.
    pub file: Option<PathBuf>,
    /// Line, from 1.
    pub line: Option<usize>,
    /// Column in characters, from 1.
    pub column: Option<usize>,
    /// The folio of the page, as printed.
    pub page: Option<String>,
}

impl Place {
    /// A whole file.
    pub fn file(path: impl AsRef<Path>) -> Place {
        Place { file: Some(path.as_ref().to_path_buf()), ..Place::default() }
    }

    /// A line of a file, counted from 1.
    pub fn line(path: impl AsRef<Path>, line: usize) -> Place {
        Place { line: Some(line), ..Place::file(path) }
    }

    /// A line and a column of a file, counted from 1.
    pub fn column(path: impl AsRef<Path>, line: usize, column: usize) -> Place {
        Place { column: Some(column), ..Place::line(path, line) }
    }

    /// The place of byte `at` of `text`, which is the content of `path`.
    pub fn at(path: impl AsRef<Path>, text: &str, at: usize) -> Place {
        let before = text.get(..at).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |n| n + 1);
        Place::column(path, line, before[start..].chars().count() + 1)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            // Forward slashes everywhere, so that reports are the same on every system.
            write!(f, "{}", file.display().to_string().replace('\\', "/"))?;
            if let Some(line) = self.line {
                write!(f, ":{line}")?;
                if let Some(column) = self.column {
                    write!(f, ":{column}")?;
                }
            }
        }
        match (&self.page, &self.file) {
            (Some(page), Some(_)) => write!(f, " (page {page})"),
            (Some(page), None) => write!(f, "page {page}"),
            _ => Ok(()),
        }
    }
}

/// Something doubtful: where, what, and what the editor can do about it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Notice {
    /// What it goes by.
    pub rule: Rule,
    /// How much it matters.
    pub weight: Weight,
    /// Where it is.
    pub place: Place,
    /// What is odd: one plain sentence without a full stop.
    pub what: String,
    /// What to do: one plain sentence without a full stop; may be empty.
    pub hint: String,
    /// What it is about, where a list needs only the first notice about it, whatever the others say.
    pub about: Option<String>,
    /// What the program can do about it.
    pub mend: Option<Mend>,
}

impl Notice {
    /// A notice that goes by the file it is about.
    pub fn new(weight: Weight, place: Place, what: impl Into<String>, hint: impl Into<String>) -> Notice {
        let rule = Rule::by_place(&place);
        Notice { rule, weight, place, what: what.into(), hint: hint.into(), about: None, mend: None }
    }

    /// The same by this rule.
    pub fn by(self, rule: Rule) -> Notice {
        Notice { rule, ..self }
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = self.place.to_string();
        if !place.is_empty() {
            write!(f, "{place}: ")?;
        }
        write!(f, "{}: {}", self.weight.word(), self.what)?;
        if !self.hint.is_empty() {
            write!(f, " ({})", self.hint)?;
        }
        Ok(())
    }
}

/// So many of a thing, in words: “one line”, “3 lines”.
pub fn counted(count: usize, thing: &str) -> String {
    if count == 1 { format!("one {thing}") } else { format!("{count} {thing}s") }
}

/// The notices of a run, in the order in which they were found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notices {
    list: Vec<Notice>,
    /// The same notices, so that a repeated one is found at once.
    seen: HashSet<Notice>,
    /// What is said once, and has been said.
    told: HashSet<String>,
}

impl Notices {
    /// No notices yet.
    pub fn new() -> Notices {
        Notices::default()
    }

    /// Adds a remark.
    pub fn remark(&mut self, place: Place, what: impl Into<String>, hint: impl Into<String>) {
        self.push(Notice::new(Weight::Remark, place, what, hint));
    }

    /// Adds a doubt.
    pub fn doubt(&mut self, place: Place, what: impl Into<String>, hint: impl Into<String>) {
        self.push(Notice::new(Weight::Doubt, place, what, hint));
    }

    /// Adds a fault.
    pub fn fault(&mut self, place: Place, what: impl Into<String>, hint: impl Into<String>) {
        self.push(Notice::new(Weight::Fault, place, what, hint));
    }

    /// The list for a notice of this rule; without it a notice goes by the file it is about.
    pub fn of(&mut self, rule: Rule) -> ByRule<'_> {
        ByRule { notices: self, rule }
    }

    /// Adds a notice, unless the very same one is there, or one about the same.
    pub fn push(&mut self, notice: Notice) {
        if notice.about.as_ref().is_some_and(|about| !self.told.insert(about.clone())) {
            return;
        }
        if self.seen.insert(notice.clone()) {
            self.list.push(notice);
        }
    }

    /// Adds all of another list, behind what is there.
    pub fn append(&mut self, other: Notices) {
        for notice in other.list {
            self.push(notice);
        }
    }

    /// All of them, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Notice> {
        self.list.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

/// A list of notices that takes one of a rule.
#[derive(Debug)]
pub struct ByRule<'n> {
    notices: &'n mut Notices,
    rule: Rule,
}

impl ByRule<'_> {
    /// Adds a remark.
    pub fn remark(self, place: Place, what: impl Into<String>, hint: impl Into<String>) {
        self.notices.push(Notice::new(Weight::Remark, place, what, hint).by(self.rule));
    }

    /// Adds a doubt.
    pub fn doubt(self, place: Place, what: impl Into<String>, hint: impl Into<String>) {
        self.notices.push(Notice::new(Weight::Doubt, place, what, hint).by(self.rule));
    }

    /// Adds a fault.
    pub fn fault(self, place: Place, what: impl Into<String>, hint: impl Into<String>) {
        self.notices.push(Notice::new(Weight::Fault, place, what, hint).by(self.rule));
    }
}

impl<'a> IntoIterator for &'a Notices {
    type Item = &'a Notice;
    type IntoIter = std::slice::Iter<'a, Notice>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// Why a stage could not give a result at all: files that can't be read or written, broken edition files.
#[derive(Debug)]
pub struct Error {
    /// Where.
    pub place: Place,
    /// What went wrong, in a plain sentence.
    pub what: String,
    /// What to do about it; may be empty.
    pub hint: String,
}

impl Error {
    /// An error at a place, with a hint.
    pub fn new(place: Place, what: impl Into<String>, hint: impl Into<String>) -> Error {
        Error { place, what: what.into(), hint: hint.into() }
    }

    /// An error of the file system at a path.
    pub fn io(path: impl AsRef<Path>, doing: &str, error: &std::io::Error) -> Error {
        use std::io::ErrorKind as Kind;
        let hint = match error.kind() {
            Kind::NotFound => "check the spelling of the path",
            Kind::PermissionDenied => "you may not do that there; check who owns the folder",
            Kind::StorageFull => "the disk is full; make room and try again",
            Kind::ReadOnlyFilesystem => "the disk is read-only; choose another folder",
            _ => "",
        };
        Error::new(Place::file(path), format!("can't {doing}: {}", plain(error)), hint)
    }
}

/// The system's message without its error number.
fn plain(error: &std::io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_lowercase()
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = self.place.to_string();
        if !place.is_empty() {
            write!(f, "{place}: ")?;
        }
        write!(f, "{}", self.what)?;
        if !self.hint.is_empty() {
            write!(f, " ({})", self.hint)?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

/// A result of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_reads_as_a_line_an_editor_can_follow() {
        let mut notices = Notices::new();
        notices.fault(
            Place::column("pieces/a.md", 3, 9),
            "no contributor is called “x”",
            "add it to contributors.toml",
        );
        let lines: Vec<String> = notices.iter().map(ToString::to_string).collect();
        assert_eq!(
            lines,
            ["pieces/a.md:3:9: fault: no contributor is called “x” (add it to contributors.toml)"]
        );
    }

    #[test]
    fn places_count_lines_and_characters_from_one() {
        let text = "éa\nbé!c";
        assert_eq!(Place::at("f", text, text.find('c').expect("there")), Place::column("f", 2, 4));
    }
}
