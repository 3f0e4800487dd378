//! The people of an edition.

pub mod contacts;
pub mod matching;

use super::language::Language;
use super::text::Text;
use contacts::Contacts;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The key of a contributor in `contributors.toml`.
pub type ContributorId = Arc<str>;

/// A person who wrote or edited something in the edition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Contributor {
    /// As printed: “Hina Farooq”.
    pub name: String,
    /// As sorted: “Farooq, Hina”; empty when the file gives none, see [`Contributor::sort_key`].
    pub sort_name: String,
    /// What the person belongs to: “Centre for Quays”. Conditions of disclaimers ask for it, and `{affiliation}` in their
    /// words prints it.
    pub affiliation: String,
    /// One or two sentences, for the author note after a piece.
    pub short_note: Text,
    /// A paragraph or more, for “About the contributors”.
    pub long_note: Text,
    /// The language of the notes, where it is not the edition's.
    pub language: Option<Language>,
    /// How to reach the person; printed only where the record says so. Boxed, because most have none and every change
    /// of an edition has room for a record.
    pub contacts: Box<Contacts>,
    /// The picture of the person. Boxed for the same reason.
    pub portrait: Option<Box<Portrait>>,
}

/// The picture of a contributor.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Portrait {
    /// Key into [`Edition::pictures`](super::Edition::pictures): the path below the edition's folder.
    pub picture: Arc<str>,
    /// What it shows, for those who can't see it; empty where the name says enough.
    pub alt: String,
}

impl Contributor {
    /// A contributor of whom only the name is known.
    pub fn named(name: impl Into<String>) -> Contributor {
        Contributor { name: name.into(), ..Contributor::default() }
    }

    /// What the portrait shows, in words: the person's name where nothing else is said.
    pub fn portrait_alt(&self) -> &str {
        let said = self.portrait.as_ref().map(|portrait| portrait.alt.trim()).filter(|alt| !alt.is_empty());
        said.unwrap_or(&self.name)
    }

    /// What the contributor is sorted by: the given sort name, else the last word of the name before the rest.
    pub fn sort_key(&self) -> String {
        if !self.sort_name.is_empty() {
            return self.sort_name.clone();
        }
        match self.name.trim().rsplit_once(' ') {
            Some((first, last)) => format!("{last}, {first}"),
            None => self.name.clone(),
        }
    }
}

/// The contributors of an edition by id, in the order of their ids.
pub type Contributors = BTreeMap<ContributorId, Contributor>;
