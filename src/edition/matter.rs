//! Front and back matter: which pages the book has beside its pieces.

use super::text::Text;
use std::path::PathBuf;

/// Which pages the book has beside its pieces.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Matter {
    /// The half title, page i.
    pub half_title: bool,
    /// The title page.
    pub title_page: bool,
    /// The imprint behind it.
    pub imprint: bool,
    /// The dedication.
    pub dedication: Option<FreeText>,
    /// The epigraph of the whole book; its last paragraph says whose words they are, behind a dash.
    pub epigraph: Option<FreeText>,
    /// The contents.
    pub contents: bool,
    /// The foreword.
    pub foreword: Option<FreeText>,
    /// “About the contributors”.
    pub contributors: ContributorsMatter,
    /// “Sources and permissions”.
    pub sources: SourcesMatter,
    /// The index of what is marked in the texts, where something is.
    pub index: bool,
    /// The index of authors.
    pub author_index: bool,
}

impl Default for Matter {
    fn default() -> Matter {
        Matter {
            half_title: true,
            title_page: true,
            imprint: true,
            dedication: None,
            epigraph: None,
            contents: true,
            foreword: None,
            contributors: ContributorsMatter::Short,
            sources: SourcesMatter::WherePermitted,
            index: true,
            author_index: false,
        }
    }
}

/// A page of the editor's own words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct FreeText {
    /// The file it came from, below the edition's folder; `None` when it stands in `edition.toml`.
    pub file: Option<PathBuf>,
    /// A title, where the usual word (“Foreword”) is not wanted.
    pub title: Option<String>,
    /// The words.
    pub text: Text,
}

/// How much “About the contributors” says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ContributorsMatter {
    /// There is none.
    Omitted,
    /// Short notes; the long one where there is no short one.
    #[default]
    Short,
    /// Long notes; the short one where there is no long one.
    Long,
}

/// When the book has a page “Sources and permissions”.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SourcesMatter {
    /// Never: what licences ask for stands below their pieces.
    Omitted,
    /// Where the permission of a piece has something to print; credits alone stand below their pieces.
    #[default]
    WherePermitted,
    /// Where any piece has a credit or a permission to print.
    Always,
}

/// What is said about front and back matter: a value each, or `None` where another voice decides.
///
/// An edition says it over what is usual ([`Matter::default`]), a variant over what its edition says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct MatterSettings {
    /// The half title.
    pub half_title: Option<bool>,
    /// The title page.
    pub title_page: Option<bool>,
    /// The imprint.
    pub imprint: Option<bool>,
    /// The dedication; `Some(None)` takes it out.
    pub dedication: Option<Option<FreeText>>,
    /// The epigraph; `Some(None)` takes it out.
    pub epigraph: Option<Option<FreeText>>,
    /// The contents.
    pub contents: Option<bool>,
    /// The foreword; `Some(None)` takes it out.
    pub foreword: Option<Option<FreeText>>,
    /// “About the contributors”.
    pub contributors: Option<ContributorsMatter>,
    /// “Sources and permissions”.
    pub sources: Option<SourcesMatter>,
    /// The index.
    pub index: Option<bool>,
    /// The index of authors.
    pub author_index: Option<bool>,
}

impl Matter {
    /// This matter where the settings say nothing, else what they say.
    pub fn with(&self, settings: &MatterSettings) -> Matter {
        Matter {
            half_title: settings.half_title.unwrap_or(self.half_title),
            title_page: settings.title_page.unwrap_or(self.title_page),
            imprint: settings.imprint.unwrap_or(self.imprint),
            dedication: settings.dedication.clone().unwrap_or_else(|| self.dedication.clone()),
            epigraph: settings.epigraph.clone().unwrap_or_else(|| self.epigraph.clone()),
            contents: settings.contents.unwrap_or(self.contents),
            foreword: settings.foreword.clone().unwrap_or_else(|| self.foreword.clone()),
            contributors: settings.contributors.unwrap_or(self.contributors),
            sources: settings.sources.unwrap_or(self.sources),
            index: settings.index.unwrap_or(self.index),
            author_index: settings.author_index.unwrap_or(self.author_index),
        }
    }
}

impl MatterSettings {
    /// What must be said over `base` to have `matter`: only what differs.
    pub fn between(base: &Matter, matter: &Matter) -> MatterSettings {
        MatterSettings::default().turned(base, matter)
    }

    /// These settings over `base`, changed so that they make `matter`. What is as in the base is said no more; what
    /// is not changed stays as it is said.
    pub fn turned(&self, base: &Matter, matter: &Matter) -> MatterSettings {
        fn turn<T: PartialEq + Clone>(said: &Option<T>, base: &T, new: &T) -> Option<T> {
            match said {
                Some(said) if said == new => Some(said.clone()),
                _ if new == base => None,
                _ => Some(new.clone()),
            }
        }
        MatterSettings {
            half_title: turn(&self.half_title, &base.half_title, &matter.half_title),
            title_page: turn(&self.title_page, &base.title_page, &matter.title_page),
            imprint: turn(&self.imprint, &base.imprint, &matter.imprint),
            dedication: turn(&self.dedication, &base.dedication, &matter.dedication),
            epigraph: turn(&self.epigraph, &base.epigraph, &matter.epigraph),
            contents: turn(&self.contents, &base.contents, &matter.contents),
            foreword: turn(&self.foreword, &base.foreword, &matter.foreword),
            contributors: turn(&self.contributors, &base.contributors, &matter.contributors),
            sources: turn(&self.sources, &base.sources, &matter.sources),
            index: turn(&self.index, &base.index, &matter.index),
            author_index: turn(&self.author_index, &base.author_index, &matter.author_index),
        }
    }

    /// The pages of the editor's own words among them.
    pub fn free_texts(&self) -> impl Iterator<Item = &FreeText> {
        [&self.dedication, &self.epigraph, &self.foreword].into_iter().flatten().flatten()
    }
}
