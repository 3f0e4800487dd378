//! Disclaimers: named texts of the edition, and which of them a piece carries.

use super::language::Language;
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
    /// Once on the imprint for all pieces whose words are the same, with their pages; the pieces refer to it.
    Gathered,
}

/// A named disclaimer of the edition.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Disclaimer {
    /// Its name in the files: `house`.
    pub name: Arc<str>,
    /// Its words, with the [`FIELDS`] in them, as inline Markdown.
    pub text: String,
    /// Its words for pieces in other languages than the edition's, in the order of the file.
    pub texts: Vec<(Language, String)>,
    /// Where it stands.
    pub place: DisclaimerPlace,
    /// Whether every piece that says nothing else, and meets the conditions, carries it.
    pub default: bool,
    /// The conditions.
    pub when: Conditions,
}

/// What the words of a disclaimer may have filled in, in curly brackets.
pub const FIELDS: [&str; 5] = ["author", "affiliation", "publisher", "title", "date"];

/// For which pieces a disclaimer is meant. All kinds of conditions that are given must be met, each by any of its words;
/// capitals make no difference.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Conditions {
    /// What one of the authors belongs to.
    pub affiliation: Vec<String>,
    /// Where the piece was first published.
    pub outlet: Vec<String>,
    /// Its kicker.
    pub kicker: Vec<String>,
}

impl Conditions {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.affiliation.is_empty() && self.outlet.is_empty() && self.kicker.is_empty()
    }
}

impl Disclaimer {
    /// Its words for a piece in this language: those of the language, of its nearest kin, or the usual ones.
    pub fn text_in(&self, language: Language) -> &str {
        let exact = self.texts.iter().find(|(known, _)| *known == language);
        let kin = || self.texts.iter().find(|(known, _)| known.primary() == language.primary());
        exact.or_else(kin).map_or(&self.text, |(_, text)| text)
    }
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

/// A text that stands on the imprint for the pieces that carry it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct GatheredDisclaimer {
    /// The name of the disclaimer.
    pub name: Arc<str>,
    /// The language of the pieces.
    pub language: Language,
    /// The words, with the pages behind them.
    pub text: Text,
}

/// A disclaimer with its fields filled in, ready to print.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FilledDisclaimer {
    /// The name of the disclaimer; `None` for a piece's own words.
    pub name: Option<Arc<str>>,
    /// The words.
    pub text: Text,
}
