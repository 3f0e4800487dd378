//! The board: for each piece in the book what is known of it, and what is still missing, in plain words.

use super::rights;
use crate::edition::Edition;
use crate::edition::disclaimer::DisclaimerChoice;
use crate::edition::permission::{Permission, State};
use crate::edition::piece::{AuthorNote, Credit, Piece};
use std::path::PathBuf;
use std::sync::Arc;

/// The state of all pieces in the book, in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Board {
    /// A row a piece.
    pub rows: Vec<Row>,
    /// How many pieces of the edition are left out of the book, and so have no row.
    pub left_out: usize,
}

/// The state of a piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its file: the piece's identity.
    pub file: PathBuf,
    /// Its title, on one line.
    pub title: String,
    /// Its authors, in one line.
    pub authors: String,
    /// What follows about its authors.
    pub author_note: Note,
    /// Which disclaimer it carries, in words.
    pub disclaimer: String,
    /// Outlet and date of its credit.
    pub credit: Option<String>,
    /// How matters stand with its permission.
    pub standing: Standing,
    /// Who holds the right.
    pub holder: Option<String>,
    /// The date of the permission.
    pub date: Option<String>,
    /// The document that proves it.
    pub document: Option<Document>,
    /// What is missing, in a few words each, the gravest first.
    pub missing: Vec<&'static str>,
    /// Whether it may not be printed before that is mended.
    pub blocked: bool,
}

/// What follows a piece about its authors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// The notes of all its authors' records, or its own words.
    There,
    /// Some of its authors have none.
    Some,
    /// None of them has one.
    Lacking,
    /// None is wanted.
    Omitted,
}

impl Note {
    /// The word on the board.
    pub fn word(self) -> &'static str {
        match self {
            Note::There => "yes",
            Note::Some => "in part",
            Note::Lacking => "no",
            Note::Omitted => "omitted",
        }
    }
}

/// How matters stand with the permission of a piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing is said, and in this edition nothing need be.
    NoAccount,
    /// Nothing is said, though other pieces say it.
    Unstated,
    /// The state that is said.
    Stated(State),
    /// Under this licence.
    Licensed(String),
}

impl Standing {
    fn of(edition: &Edition, permission: Option<&Permission>) -> Standing {
        match permission.and_then(|permission| permission.state.as_ref()) {
            None if edition.uses_permissions() => Standing::Unstated,
            None => Standing::NoAccount,
            Some(State::Licence) => match permission.and_then(|permission| permission.in_force()) {
                Some(licence) if !licence.name.trim().is_empty() => {
                    Standing::Licensed(licence.printed_name())
                }
                _ => Standing::Stated(State::Licence),
            },
            Some(state) => Standing::Stated(state.clone()),
        }
    }

    /// The words on the board.
    pub fn words(&self) -> &str {
        match self {
            Standing::NoAccount => "—",
            Standing::Unstated => "not stated",
            Standing::Stated(State::PublicDomain) => "public domain",
            Standing::Stated(State::Licence) => "licence without name",
            Standing::Stated(state) => state.word(),
            Standing::Licensed(name) => name,
        }
    }

    /// Under which word pieces are counted.
    fn counted(&self) -> &str {
        match self {
            Standing::Licensed(_) | Standing::Stated(State::Licence) => "under a licence",
            Standing::Stated(State::Unknown(_)) => "unclear",
            standing => standing.words(),
        }
    }
}

/// The document of a permission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its path below the edition's folder.
    pub path: Arc<str>,
    /// Whether it is there.
    pub found: bool,
}

/// The board of an edition.
pub fn of(edition: &Edition) -> Board {
    let rows: Vec<Row> = edition.included().map(|(_, piece)| row(edition, piece)).collect();
    Board { left_out: edition.pieces().count() - rows.len(), rows }
}

fn row(edition: &Edition, piece: &Piece) -> Row {
    let permission = edition.permission_of(piece);
    let gaps = rights::gaps(edition, piece);
    let author_note = note(edition, piece);
    let (disclaimer, lacks_disclaimer) = disclaimer(edition, piece);
    let mut missing = Vec::new();
    missing.extend(gaps.iter().filter(|gap| gap.blocks).map(|gap| gap.missing));
    missing.extend(piece.title.is_empty().then_some("title"));
    missing.extend(piece.authors.is_empty().then_some("author"));
    missing.extend(gaps.iter().filter(|gap| !gap.blocks && !gap.missing.is_empty()).map(|gap| gap.missing));
    missing.extend(matches!(author_note, Note::Lacking | Note::Some).then_some("author note"));
    missing.extend(lacks_disclaimer);
    Row {
        file: piece.file.clone(),
        title: piece.title.words(),
        authors: edition.names(&piece.authors, edition.language).join(", "),
        author_note,
        disclaimer,
        credit: piece.credit.as_ref().map(credit).filter(|credit| !credit.is_empty()),
        standing: Standing::of(edition, permission),
        holder: permission.and_then(|permission| permission.holder.clone()),
        date: permission.and_then(|permission| permission.date).map(|date| date.to_string()),
        document: permission.and_then(|permission| permission.document.clone()).map(|path| {
            let found = edition.has_document(&path);
            Document { path, found }
        }),
        missing,
        blocked: gaps.iter().any(|gap| gap.blocks),
    }
}

fn credit(credit: &Credit) -> String {
    let outlet = Some(credit.outlet.clone()).filter(|outlet| !outlet.is_empty());
    let said: Vec<String> = outlet.into_iter().chain(credit.date.map(|date| date.to_string())).collect();
    said.join(", ")
}

fn note(edition: &Edition, piece: &Piece) -> Note {
    match &piece.author_note {
        AuthorNote::Omitted => Note::Omitted,
        AuthorNote::Own { .. } => Note::There,
        AuthorNote::FromContributors => {
            let noted = edition.author_notes(piece).len();
            match noted {
                0 if piece.authors.is_empty() => Note::Omitted,
                0 => Note::Lacking,
                some if some < piece.authors.len() => Note::Some,
                _ => Note::There,
            }
        }
    }
}

/// The disclaimer of a piece in words, and what is missing there.
fn disclaimer(edition: &Edition, piece: &Piece) -> (String, Option<&'static str>) {
    let names = |names: &mut dyn Iterator<Item = &Arc<str>>| {
        names.map(ToString::to_string).collect::<Vec<_>>().join(", ")
    };
    match &piece.disclaimer {
        DisclaimerChoice::Own(_) => ("own words".into(), None),
        DisclaimerChoice::Waived(reason) if reason.trim().is_empty() => {
            ("waived".into(), Some("reason of the waiver"))
        }
        DisclaimerChoice::Waived(reason) => (format!("waived: {}", reason.trim()), None),
        DisclaimerChoice::Named(chosen) => {
            let known = |name: &Arc<str>| edition.disclaimers.iter().any(|known| known.name == *name);
            let lacks = chosen.iter().any(|name| !known(name)).then_some("the disclaimer it names");
            (names(&mut chosen.iter()), lacks)
        }
        DisclaimerChoice::Default => {
            let carried = edition.disclaimers.iter().filter(|disclaimer| edition.carries(piece, disclaimer));
            let usual = names(&mut carried.map(|disclaimer| &disclaimer.name));
            match usual.is_empty() {
                false => (usual, None),
                // An edition without disclaimers lacks none.
                true => ("no".into(), (!edition.disclaimers.is_empty()).then_some("disclaimer")),
            }
        }
    }
}

impl Row {
    /// What is missing, in one line; empty where nothing is.
    pub fn lacks(&self) -> String {
        self.missing.join("; ")
    }
}

impl Board {
    /// Whether any piece may not be printed yet.
    pub fn is_blocked(&self) -> bool {
        self.rows.iter().any(|row| row.blocked)
    }

    /// How many pieces stand how, in the order in which the states are first met among the known ones.
    pub fn counts(&self) -> Vec<(&str, usize)> {
        let mut order: Vec<&str> = vec![
            "own",
            "granted",
            "public domain",
            "under a licence",
            "pending",
            "refused",
            "unclear",
            "not stated",
        ];
        order.push(Standing::NoAccount.words());
        let count = |word: &str| self.rows.iter().filter(|row| row.standing.counted() == word).count();
        order.into_iter().map(|word| (word, count(word))).filter(|(_, count)| *count > 0).collect()
    }

    /// The counts in one line: “7 pieces: 3 own, 2 granted, 1 pending, 1 refused; 4 lack something; 2 are left out”.
    pub fn summary(&self) -> String {
        let counts = self.counts().into_iter().filter(|(word, _)| *word != Standing::NoAccount.words());
        let counts: Vec<String> = counts.map(|(word, count)| format!("{count} {word}")).collect();
        let mut line = crate::notice::counted(self.rows.len(), "piece");
        if !counts.is_empty() {
            line.push_str(&format!(": {}", counts.join(", ")));
        }
        let verb = |count: usize, one: &str, many: &str| {
            let words = if count == 1 { one } else { many };
            format!("; {count} {words}")
        };
        match self.rows.iter().filter(|row| !row.missing.is_empty()).count() {
            0 => line.push_str("; nothing is missing"),
            lacking => line.push_str(&verb(lacking, "lacks something", "lack something")),
        }
        if self.left_out > 0 {
            line.push_str(&verb(self.left_out, "is left out of the book", "are left out of the book"));
        }
        line
    }
}
