//! The people of an edition.

pub mod contacts;
pub mod help;
pub mod matching;

use super::language::Language;
use super::language::script::script_of;
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
    /// The name in its own script, where that is not the script of `name`: “حنا فاروق”; empty where there is none. See
    /// [`Contributor::name_in`].
    pub native_name: String,
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

    /// The name as a text in `language` prints it: the one in its own script in a text of that script.
    pub fn name_in(&self, language: Language) -> &str {
        let script = Some(language.script());
        let is_native = script_of(&self.native_name) == script && script_of(&self.name) != script;
        if is_native { &self.native_name } else { &self.name }
    }

    /// The name that [`Contributor::name_in`] does not give; `None` where the person has but one.
    pub fn other_name_in(&self, language: Language) -> Option<&str> {
        let printed = self.name_in(language);
        let names = [self.native_name.trim(), self.name.trim()];
        names.into_iter().find(|name| !name.is_empty() && *name != printed.trim())
    }

    /// What the contributor is sorted by in a list in `language`. A sort name tells how the name in its own letters is
    /// sorted; one in other letters is sorted as it is printed.
    pub fn sort_key_in(&self, language: Language) -> String {
        let printed = self.name_in(language);
        if printed == self.name || script_of(&self.sort_name) == script_of(printed) {
            self.sort_key()
        } else {
            printed.to_string()
        }
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
