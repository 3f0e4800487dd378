//! Disclaimers: named texts of the edition, and which of them a piece carries.

use super::text::Text;
use std::sync::Arc;

/// Where a disclaimer is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DisclaimerPlace {
    /// After each piece that carries it.
    #[default]
    Piece,
    /// Once, on the imprint.
    Imprint,
    /// After each piece and on the imprint.
    Both,
}

/// A named disclaimer of the edition.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Disclaimer {
    /// Its name in the files: `house`.
    pub name: Arc<str>,
    /// Its words, with `{author}`, `{publisher}`, `{title}`, `{date}` in them, as inline Markdown.
    pub text: String,
    /// Where it stands.
    pub place: DisclaimerPlace,
    /// Whether every piece that says nothing else carries it.
    pub default: bool,
}

/// What a piece says about its disclaimer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum DisclaimerChoice {
    /// Nothing: the edition's defaults hold.
    #[default]
    Default,
    /// These named ones.
    Named(Vec<Arc<str>>),
    /// Words of its own, with the same `{…}` fields.
    Own(String),
    /// None, for this reason (never printed).
    Waived(String),
}

/// A disclaimer with its fields filled in, ready to print.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FilledDisclaimer {
    /// The name of the disclaimer; `None` for a piece's own words.
    pub name: Option<Arc<str>>,
    /// The words.
    pub text: Text,
}
