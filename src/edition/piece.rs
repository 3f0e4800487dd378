//! One opinion article.

use super::copyfit::Copyfit;
use super::date::Date;
use super::disclaimer::DisclaimerChoice;
use super::language::Language;
use super::people::ContributorId;
use super::people::help::{Help, Helpers};
use super::permission::Permission;
use super::sign_off::SignOff;
use super::text::{Paragraph, Text};
use std::path::PathBuf;
use std::sync::Arc;

/// One opinion article: what the file says, nothing added.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Piece {
    /// Path below the edition's folder, with forward slashes; the piece's identity.
    pub file: PathBuf,
    /// The short label above the title.
    pub kicker: Option<Paragraph>,
    /// The title; inline Markdown is understood.
    pub title: Paragraph,
    /// The title for running heads, where the title is long.
    pub short_title: Option<Paragraph>,
    /// The subtitle or standfirst.
    pub subtitle: Option<Paragraph>,
    /// Its authors, in the order of the byline.
    pub authors: Vec<ContributorId>,
    /// Who translated or edited it, or asked the questions. Boxed, because most pieces have none of them.
    pub helpers: Option<Box<Helpers>>,
    /// The date of the piece.
    pub date: Option<Date>,
    /// Its language, where it is not the edition's.
    pub language: Option<Language>,
    /// Where it was first published.
    pub credit: Option<Credit>,
    /// The right to print it; `None` where the edition says it for all.
    pub permission: Option<Permission>,
    /// Which disclaimer it carries.
    pub disclaimer: DisclaimerChoice,
    /// Its author note.
    pub author_note: AuthorNote,
    /// The length it is fitted to.
    pub copyfit: Option<Copyfit>,
    /// Who has agreed to it, and to which words.
    pub signed: Option<SignOff>,
    /// Whether it is in the book.
    pub include: bool,
    /// The file it was imported from, as its name in `originals/`; of an e-book also which chapter: `book.epub#3`.
    pub original: Option<Arc<str>>,
    /// The body as the editor wrote it, in Markdown; what is saved.
    pub markdown: Arc<str>,
    /// What that means: [`super::markdown::read`] of it. Source ranges count bytes of `markdown`.
    pub body: Text,
    /// The line of the file, from 1, on which the body begins: notices count from here.
    pub body_line: usize,
}

/// Where a piece was first published.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Credit {
    /// The newspaper, site or journal.
    pub outlet: String,
    /// When.
    pub date: Option<Date>,
    /// Its address.
    pub url: Option<String>,
    /// The title it had there, where it was another one.
    pub title: Option<String>,
    /// What was changed since.
    pub changes: Option<Changes>,
}

/// What was changed in a piece since it was first published.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Changes {
    /// Nothing, and the editor says so.
    Unchanged,
    /// This: “shortened; a new title”.
    Made(String),
}

impl Changes {
    /// What an editor's words mean: “none”, “no” and “unchanged” say that nothing was changed.
    pub fn parse(words: &str) -> Option<Changes> {
        let words = words.trim();
        match words.to_lowercase().as_str() {
            "" => None,
            "none" | "no" | "false" | "unchanged" => Some(Changes::Unchanged),
            _ => Some(Changes::Made(words.to_string())),
        }
    }

    /// The words in the files.
    pub fn written(&self) -> &str {
        match self {
            Changes::Unchanged => "none",
            Changes::Made(words) => words,
        }
    }
}

/// The author note of a piece.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum AuthorNote {
    /// The short notes of its authors.
    #[default]
    FromContributors,
    /// Words of its own.
    Own {
        /// The words.
        text: Text,
        /// Whether the editor has looked at them beside the record and keeps them.
        kept: bool,
    },
    /// None.
    Omitted,
}

impl AuthorNote {
    /// Words of the piece's own, not yet compared with the record.
    pub fn own(text: Text) -> AuthorNote {
        AuthorNote::Own { text, kept: false }
    }
}

impl Piece {
    /// Those who gave a help; nobody for most pieces.
    pub fn helped(&self, help: Help) -> &[ContributorId] {
        self.helpers.as_ref().map_or(&[], |helpers| helpers.get(help))
    }

    /// Everybody who is named with the piece: its authors, then its helpers.
    pub fn people(&self) -> impl Iterator<Item = &ContributorId> {
        let helpers = self.helpers.iter().flat_map(|helpers| helpers.iter());
        self.authors.iter().chain(helpers.map(|(_, id)| id))
    }

    /// Names other people for a help.
    pub fn set_helped(&mut self, help: Help, people: Vec<ContributorId>) -> Vec<ContributorId> {
        let mut helpers = self.helpers.take().unwrap_or_default();
        let before = std::mem::replace(helpers.get_mut(help), people);
        self.helpers = Some(helpers).filter(|helpers| helpers.iter().next().is_some());
        before
    }
}
