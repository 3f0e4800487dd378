//! Front and back matter: which pages the book has beside its pieces, and in which order.

pub mod order;

use super::text::Text;
use order::{Entry, Page};
use std::path::PathBuf;

/// Which pages the book has beside its pieces.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Matter {
    /// The half title, page i.
    pub half_title: Shown,
    /// The title page.
    pub title_page: Shown,
    /// The imprint behind it.
    pub imprint: Shown,
    /// The dedication.
    pub dedication: Option<FreeText>,
    /// The epigraph of the whole book; its last paragraph says whose words they are, behind a dash.
    pub epigraph: Option<FreeText>,
    /// The contents.
    pub contents: Shown<Depth>,
    /// The foreword.
    pub foreword: Option<FreeText>,
    /// The introduction.
    pub introduction: Option<FreeText>,
    /// “About the contributors”.
    pub contributors: Shown<ContributorsMatter>,
    /// “Sources and permissions”.
    pub sources: Shown<SourcesMatter>,
    /// The index of authors.
    pub author_index: Shown,
    /// The index of what is marked in the texts, where something is.
    pub index: Shown,
    /// The colophon: how the book was made, and by whom.
    pub colophon: Shown,
    /// The pages in their order, as far as it is not the usual one: see [`Matter::arranged`]. Pages of the editor's
    /// own stand in it too.
    pub order: Vec<Entry>,
}

impl Default for Matter {
    fn default() -> Matter {
        Matter {
            half_title: Shown::Generated(()),
            title_page: Shown::Generated(()),
            imprint: Shown::Generated(()),
            dedication: None,
            epigraph: None,
            contents: Shown::Generated(Depth::default()),
            foreword: None,
            introduction: None,
            contributors: Shown::Generated(ContributorsMatter::default()),
            sources: Shown::Generated(SourcesMatter::default()),
            author_index: Shown::Omitted,
            index: Shown::Generated(()),
            colophon: Shown::Omitted,
            order: Vec::new(),
        }
    }
}

/// Whether a page stands in the book, and whose words it has.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Shown<T = ()> {
    /// There is none.
    Omitted,
    /// It is made of the data, in this way.
    Generated(T),
    /// The editor's words stand in its place.
    Own(FreeText),
}

impl<T> Shown<T> {
    /// Whether there is none.
    pub fn is_omitted(&self) -> bool {
        matches!(self, Shown::Omitted)
    }

    /// How it is made of the data, if it is.
    pub fn generated(&self) -> Option<&T> {
        match self {
            Shown::Generated(how) => Some(how),
            _ => None,
        }
    }

    /// The editor's words, if they stand there.
    pub fn own(&self) -> Option<&FreeText> {
        match self {
            Shown::Own(text) => Some(text),
            _ => None,
        }
    }

    fn own_mut(&mut self) -> Option<&mut FreeText> {
        match self {
            Shown::Own(text) => Some(text),
            _ => None,
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

impl FreeText {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.title.is_none() && self.text.blocks.is_empty()
    }
}

/// How much the contents say of a piece.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Depth {
    /// Its title.
    Pieces,
    /// Its title and its authors.
    #[default]
    Authors,
    /// Its title, its standfirst and its authors.
    Standfirsts,
}

/// How much “About the contributors” says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ContributorsMatter {
    /// Short notes; the long one where there is no short one.
    #[default]
    Short,
    /// Long notes; the short one where there is no long one.
    Long,
    /// Short notes, and the pieces of each person with their pages.
    ShortWithPieces,
    /// Long notes, and the pieces.
    LongWithPieces,
}

impl ContributorsMatter {
    /// Whether the long notes go before the short ones.
    pub fn is_long(self) -> bool {
        matches!(self, ContributorsMatter::Long | ContributorsMatter::LongWithPieces)
    }

    /// Whether the pieces of each person are named.
    pub fn has_pieces(self) -> bool {
        matches!(self, ContributorsMatter::ShortWithPieces | ContributorsMatter::LongWithPieces)
    }
}

/// When the book has a page “Sources and permissions”.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SourcesMatter {
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
    pub half_title: Option<Shown>,
    /// The title page.
    pub title_page: Option<Shown>,
    /// The imprint.
    pub imprint: Option<Shown>,
    /// The dedication; `Some(None)` takes it out.
    pub dedication: Option<Option<FreeText>>,
    /// The epigraph; `Some(None)` takes it out.
    pub epigraph: Option<Option<FreeText>>,
    /// The contents.
    pub contents: Option<Shown<Depth>>,
    /// The foreword; `Some(None)` takes it out.
    pub foreword: Option<Option<FreeText>>,
    /// The introduction; `Some(None)` takes it out.
    pub introduction: Option<Option<FreeText>>,
    /// “About the contributors”.
    pub contributors: Option<Shown<ContributorsMatter>>,
    /// “Sources and permissions”.
    pub sources: Option<Shown<SourcesMatter>>,
    /// The index of authors.
    pub author_index: Option<Shown>,
    /// The index.
    pub index: Option<Shown>,
    /// The colophon.
    pub colophon: Option<Shown>,
    /// The order.
    pub order: Option<Vec<Entry>>,
}

impl Matter {
    /// Nothing beside the pieces.
    pub fn none() -> Matter {
        Matter {
            half_title: Shown::Omitted,
            title_page: Shown::Omitted,
            imprint: Shown::Omitted,
            contents: Shown::Omitted,
            contributors: Shown::Omitted,
            sources: Shown::Omitted,
            index: Shown::Omitted,
            ..Matter::default()
        }
    }

    /// This matter where the settings say nothing, else what they say.
    pub fn with(&self, settings: &MatterSettings) -> Matter {
        fn over<T: Clone>(said: &Option<T>, base: &T) -> T {
            said.as_ref().unwrap_or(base).clone()
        }
        Matter {
            half_title: over(&settings.half_title, &self.half_title),
            title_page: over(&settings.title_page, &self.title_page),
            imprint: over(&settings.imprint, &self.imprint),
            dedication: over(&settings.dedication, &self.dedication),
            epigraph: over(&settings.epigraph, &self.epigraph),
            contents: over(&settings.contents, &self.contents),
            foreword: over(&settings.foreword, &self.foreword),
            introduction: over(&settings.introduction, &self.introduction),
            contributors: over(&settings.contributors, &self.contributors),
            sources: over(&settings.sources, &self.sources),
            author_index: over(&settings.author_index, &self.author_index),
            index: over(&settings.index, &self.index),
            colophon: over(&settings.colophon, &self.colophon),
            order: over(&settings.order, &self.order),
        }
    }

    /// How much the contents say of a piece. The navigation of the e-book says as much where there is no such page.
    pub fn depth(&self) -> Depth {
        self.contents.generated().copied().unwrap_or_default()
    }

    /// The editor's words that stand on a page, if they do.
    pub fn text_of(&self, page: Page) -> Option<&FreeText> {
        match page {
            Page::HalfTitle => self.half_title.own(),
            Page::TitlePage => self.title_page.own(),
            Page::Imprint => self.imprint.own(),
            Page::Dedication => self.dedication.as_ref(),
            Page::Epigraph => self.epigraph.as_ref(),
            Page::Contents => self.contents.own(),
            Page::Foreword => self.foreword.as_ref(),
            Page::Introduction => self.introduction.as_ref(),
            Page::Contributors => self.contributors.own(),
            Page::Sources => self.sources.own(),
            Page::AuthorIndex => self.author_index.own(),
            Page::Index => self.index.own(),
            Page::Colophon => self.colophon.own(),
            Page::Pieces | Page::Notes => None,
        }
    }

    /// Whether a page is wanted. One that is made of the data comes only where the data has something for it.
    pub fn wants(&self, page: Page) -> bool {
        match page {
            Page::HalfTitle => !self.half_title.is_omitted(),
            Page::TitlePage => !self.title_page.is_omitted(),
            Page::Imprint => !self.imprint.is_omitted(),
            Page::Contents => !self.contents.is_omitted(),
            Page::Contributors => !self.contributors.is_omitted(),
            Page::Sources => !self.sources.is_omitted(),
            Page::AuthorIndex => !self.author_index.is_omitted(),
            Page::Index => !self.index.is_omitted(),
            Page::Colophon => !self.colophon.is_omitted(),
            Page::Dedication | Page::Epigraph | Page::Foreword | Page::Introduction => {
                self.text_of(page).is_some()
            }
            Page::Pieces | Page::Notes => true,
        }
    }

    /// All pages of the editor's own words.
    pub fn free_texts(&self) -> impl Iterator<Item = &FreeText> {
        let own = Page::USUAL.into_iter().filter_map(|page| self.text_of(page));
        own.chain(self.order.iter().filter_map(Entry::own))
    }

    /// The same, to be changed.
    pub fn free_texts_mut(&mut self) -> impl Iterator<Item = &mut FreeText> {
        let pages = [
            self.half_title.own_mut(),
            self.title_page.own_mut(),
            self.imprint.own_mut(),
            self.dedication.as_mut(),
            self.epigraph.as_mut(),
            self.contents.own_mut(),
            self.foreword.as_mut(),
            self.introduction.as_mut(),
            self.contributors.own_mut(),
            self.sources.own_mut(),
            self.author_index.own_mut(),
            self.index.own_mut(),
            self.colophon.own_mut(),
        ];
        pages.into_iter().flatten().chain(self.order.iter_mut().filter_map(Entry::own_mut))
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
            introduction: turn(&self.introduction, &base.introduction, &matter.introduction),
            contributors: turn(&self.contributors, &base.contributors, &matter.contributors),
            sources: turn(&self.sources, &base.sources, &matter.sources),
            author_index: turn(&self.author_index, &base.author_index, &matter.author_index),
            index: turn(&self.index, &base.index, &matter.index),
            colophon: turn(&self.colophon, &base.colophon, &matter.colophon),
            order: turn(&self.order, &base.order, &matter.order),
        }
    }

    /// The pages of the editor's own words among them.
    pub fn free_texts(&self) -> impl Iterator<Item = &FreeText> {
        fn own<T>(said: &Option<Shown<T>>) -> Option<&FreeText> {
            said.as_ref().and_then(Shown::own)
        }
        let pages = [
            own(&self.half_title),
            own(&self.title_page),
            own(&self.imprint),
            self.dedication.as_ref().and_then(Option::as_ref),
            self.epigraph.as_ref().and_then(Option::as_ref),
            own(&self.contents),
            self.foreword.as_ref().and_then(Option::as_ref),
            self.introduction.as_ref().and_then(Option::as_ref),
            own(&self.contributors),
            own(&self.sources),
            own(&self.author_index),
            own(&self.index),
            own(&self.colophon),
        ];
        pages.into_iter().flatten().chain(self.order.iter().flatten().filter_map(Entry::own))
    }

    /// The same, to be changed.
    pub fn free_texts_mut(&mut self) -> impl Iterator<Item = &mut FreeText> {
        fn own<T>(said: &mut Option<Shown<T>>) -> Option<&mut FreeText> {
            said.as_mut().and_then(Shown::own_mut)
        }
        let pages = [
            own(&mut self.half_title),
            own(&mut self.title_page),
            own(&mut self.imprint),
            self.dedication.as_mut().and_then(Option::as_mut),
            self.epigraph.as_mut().and_then(Option::as_mut),
            own(&mut self.contents),
            self.foreword.as_mut().and_then(Option::as_mut),
            self.introduction.as_mut().and_then(Option::as_mut),
            own(&mut self.contributors),
            own(&mut self.sources),
            own(&mut self.author_index),
            own(&mut self.index),
            own(&mut self.colophon),
        ];
        pages.into_iter().flatten().chain(self.order.iter_mut().flatten().filter_map(Entry::own_mut))
    }
}
