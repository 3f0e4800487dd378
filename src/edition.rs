//! An edition: its parts and pieces in order, its people, disclaimers, matter and design.
//!
//! Plain public data that knows no fonts and no pages. [`folder`] reads it from a folder of plain text and writes
//! it back; [`markdown`] makes [`text::Text`] of Markdown. What follows from the data by rule (the byline of a
//! piece, the disclaimers it carries) is asked of the methods here, so that PDF, EPUB and window say the same.
//!
//! An open edition is edited by [`change`]s, which [`arrange`] makes of an editor's wishes and [`history`] undoes;
//! [`journal`] keeps it from crashes, and [`merge`] brings it together with files that changed under it. A
//! [`variant`] prints it otherwise.

pub mod arrange;
pub mod change;
pub mod copyfit;
pub mod date;
pub mod design_settings;
pub mod disclaimer;
pub mod folder;
pub mod history;
pub mod isbn;
pub mod journal;
pub mod language;
pub mod markdown;
pub mod matter;
pub mod merge;
mod named;
pub mod numerals;
pub mod people;
pub mod permission;
pub mod picture;
pub mod piece;
pub mod piece_field;
mod printed;
pub mod production;
pub mod quotes;
pub mod rules;
pub mod sign_off;
pub mod text;
pub mod variant;
pub mod words;

use date::Date;
use design_settings::DesignSettings;
use disclaimer::Disclaimer;
use language::Language;
use matter::Matter;
use people::{ContributorId, Contributors};
use permission::Permission;
use picture::Picture;
use piece::Piece;
use production::Production;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use text::Paragraph;
use variant::Variant;

/// One publication.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edition {
    /// Its title.
    pub title: String,
    /// Its subtitle.
    pub subtitle: Option<String>,
    /// Its language.
    pub language: Language,
    /// Its editors, in order.
    pub editors: Vec<ContributorId>,
    /// Who publishes it.
    pub publisher: Publisher,
    /// When it is published.
    pub date: Option<Date>,
    /// The edition statement: “Second edition”.
    pub statement: Option<String>,
    /// The rights line or lines.
    pub rights: Option<String>,
    /// The permission of pieces that say nothing about theirs.
    pub permission: Option<Permission>,
    /// One or two sentences for catalogues.
    pub description: Option<String>,
    /// Subjects for catalogues.
    pub subjects: Vec<String>,
    /// What catalogues ask for beside them.
    pub catalogue: Catalogue,
    /// Its ISBNs.
    pub isbn: Isbns,
    /// Its design wishes.
    pub design: DesignSettings,
    /// How its files are made.
    pub production: Production,
    /// Its named disclaimers, in the order of the file.
    pub disclaimers: Vec<Disclaimer>,
    /// Its front and back matter.
    pub matter: Matter,
    /// What its variants say otherwise, in the order of the file.
    pub variants: Vec<Variant>,
    /// The name of the variant that this is ([`Edition::as_variant`]); `None` for the edition itself.
    pub variant: Option<Arc<str>>,
    /// Its parts in order; pieces that stand before the first part are a part without title.
    pub parts: Vec<Part>,
    /// Its people.
    pub contributors: Contributors,
    /// Its pictures by path below the folder.
    pub pictures: BTreeMap<Arc<str>, Picture>,
    /// Documents of permissions that lie in the folder, by path below it: all of `permissions/`, and those named elsewhere.
    pub documents: BTreeSet<Arc<str>>,
    /// Font files from the edition's `fonts/`, by file name.
    pub fonts: BTreeMap<Arc<str>, Arc<[u8]>>,
}

/// Who publishes an edition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Publisher {
    /// Name; may be empty.
    pub name: String,
    /// Town.
    pub place: Option<String>,
    /// Address on the web.
    pub url: Option<String>,
}

/// What catalogues and shops ask for beside title and subjects.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Catalogue {
    /// The series it belongs to.
    pub series: Option<Series>,
    /// Subject codes of the book trade in North America (BISAC): `SOC052000`.
    pub bisac: Vec<Arc<str>>,
    /// Subject codes of the book trade elsewhere (Thema): `JBCT`.
    pub thema: Vec<Arc<str>>,
}

/// A series of books.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Series {
    /// Its title.
    pub title: String,
    /// The number of the book in it.
    pub number: Option<String>,
}

/// The ISBNs of an edition, as written in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Isbns {
    /// Of the printed book.
    pub print: Option<String>,
    /// Of the PDF.
    pub pdf: Option<String>,
    /// Of the EPUB.
    pub epub: Option<String>,
}

/// A titled group of pieces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Its title; `None` for pieces that stand in no part.
    pub title: Option<Paragraph>,
    /// Its subtitle.
    pub subtitle: Option<Paragraph>,
    /// Its pieces in order. Shared, so that an edition with one changed piece costs a few pointers.
    pub pieces: Vec<Arc<Piece>>,
}
