//! What a reader makes of a file: its blocks in order with what the file's own structure says of them, and what
//! the file states about itself. Nothing is judged here; that is for `recognise`.

use crate::edition::date::Date;
use crate::edition::disclaimer::DisclaimerChoice;
use crate::edition::language::Language;
use crate::edition::people::help::Help;
use crate::edition::permission::Permission;
use crate::edition::picture::Picture;
use crate::edition::piece::Credit;
use crate::edition::text::{Block, Note, Paragraph};
use std::collections::BTreeMap;

/// A file, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Manuscript {
    /// Its blocks, in reading order.
    pub lines: Vec<Line>,
    /// Its footnotes and endnotes; note `n` is marked by [`Mark::Note`](crate::edition::text::Mark::Note)`(n)`.
    pub notes: Vec<Note>,
    /// What it states about itself.
    pub stated: Stated,
    /// The pictures inside the file, by the name that a [`Block::Figure`] calls them by. Others lie beside the file.
    pub pictures: BTreeMap<String, Picture>,
}

/// One block, before anybody has said what it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The block.
    pub block: Block,
    /// What the structure of the file says it is.
    pub style: Style,
    /// Whether the file's structure puts it into the article; `None` where the structure doesn't say.
    pub article: Option<bool>,
    /// Where it stands in the file: the line of a text, the paragraph of any other format, from 1.
    pub number: usize,
}

/// What the structure of a file (styles, classes, tags) says a block is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Style {
    /// Nothing.
    #[default]
    Plain,
    /// The title of the whole.
    Title,
    /// The standfirst.
    Subtitle,
    /// The label above the title.
    Kicker,
    /// The names of the authors.
    Byline,
    /// The date.
    Date,
    /// The lines about the author.
    AuthorNote,
    /// The words under a picture.
    Caption,
    /// A disclaimer.
    Disclaimer,
    /// Not part of the text: navigation, share buttons, comments, advertisements.
    Furniture,
}

/// What a file states about itself: front matter, metadata, document properties.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stated {
    /// How far it is to be believed.
    pub trust: Trust,
    /// The title, as plain words.
    pub title: Option<Paragraph>,
    /// The title for running heads.
    pub short_title: Option<Paragraph>,
    /// The standfirst.
    pub subtitle: Option<Paragraph>,
    /// The label above the title.
    pub kicker: Option<Paragraph>,
    /// The authors, by name.
    pub authors: Vec<String>,
    /// What is said about single authors, by their index, as Markdown.
    pub author_notes: Vec<(usize, String)>,
    /// Translators, interviewers and editors, by name.
    pub helpers: Vec<(Help, Vec<String>)>,
    /// The date of publication.
    pub date: Option<Date>,
    /// The language.
    pub language: Option<Language>,
    /// What is said about the author or authors, as Markdown.
    pub author_note: Option<String>,
    /// The disclaimer.
    pub disclaimer: DisclaimerChoice,
    /// The newspaper, site or journal.
    pub outlet: Option<String>,
    /// The address it was published under.
    pub url: Option<String>,
    /// All of the credit that front matter states.
    pub credit: Option<Credit>,
    /// The right to print it.
    pub permission: Option<Permission>,
    /// The book or series it is from.
    pub book: Option<String>,
    /// Whether it should be in the book; `None` where nothing is said.
    pub include: Option<bool>,
}

/// How far statements are to be believed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trust {
    /// Document properties, which are often those of another document: a hint.
    #[default]
    Weak,
    /// Metadata of a page: right as a rule.
    Strong,
    /// Front matter, written for the purpose.
    Certain,
}

impl Line {
    /// A block about which the file says nothing more.
    pub fn plain(block: Block, number: usize) -> Line {
        Line { block, style: Style::Plain, article: None, number }
    }

    /// A paragraph about which the file says nothing more.
    pub fn words(text: &str, number: usize) -> Line {
        Line::plain(Block::Paragraph(Paragraph::plain(text)), number)
    }
}
