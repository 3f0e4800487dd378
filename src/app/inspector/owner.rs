//! Whose design and matter the fields change: the edition's, or those that one of its variants says otherwise.

use crate::app::act::Acts;
use crate::app::words::{edits, inspector as words};
use crate::edition::Edition;
use crate::edition::change::Change;
use crate::edition::design_settings::DesignSettings;
use crate::edition::history::MergeKey;
use crate::edition::language::Language;
use crate::edition::matter::{FreeText, Matter};
use crate::edition::variant::Variant;
use std::sync::Arc;

/// The edition, or a variant of it.
#[derive(Debug)]
pub(super) struct Owner<'a> {
    edition: &'a Edition,
    variant: Option<&'a Variant>,
    /// What holds where the wishes say nothing, before theme and page size have their say.
    pub(super) base: DesignSettings,
}

impl<'a> Owner<'a> {
    /// The edition itself.
    pub(super) fn edition(edition: &'a Edition) -> Owner<'a> {
        Owner { edition, variant: None, base: DesignSettings::default() }
    }

    /// A variant of it.
    pub(super) fn variant(edition: &'a Edition, variant: &'a Variant) -> Owner<'a> {
        Owner { edition, variant: Some(variant), base: edition.design.clone() }
    }

    /// The language of the edition.
    pub(super) fn language(&self) -> Language {
        self.edition.language
    }

    /// Tells its fields from those of another.
    pub(super) fn id(&self) -> (&'static str, Option<Arc<str>>) {
        ("owner", self.variant.map(|variant| variant.name.clone()))
    }

    /// The name of the variant, if it is one.
    pub(super) fn name(&self) -> Option<Arc<str>> {
        self.variant.map(|variant| variant.name.clone())
    }

    /// Its design wishes.
    pub(super) fn wishes(&self) -> &'a DesignSettings {
        self.variant.map_or(&self.edition.design, |variant| &variant.design)
    }

    /// Other design wishes.
    pub(super) fn design(&self, design: DesignSettings) -> Change {
        match self.variant {
            None => Change::Design(design),
            Some(variant) => instead(self.edition, Variant { design, ..variant.clone() }),
        }
    }

    /// The word for the way back to what holds where nothing is said.
    pub(super) fn reset<T>(&self, base: &Option<T>, otherwise: &'static str) -> &'static str {
        if base.is_some() { words::AS_EDITION } else { otherwise }
    }

    /// The word for the way back where the edition itself has a usual value.
    pub(super) fn usual(&self) -> &'static str {
        if self.variant.is_some() { words::AS_EDITION } else { words::AS_USUAL }
    }

    /// The matter that is printed.
    pub(super) fn matter(&self) -> Matter {
        let said = self.variant.map(|variant| &variant.matter);
        said.map_or_else(|| self.edition.matter.clone(), |said| self.edition.matter.with(said))
    }

    /// Other matter to be printed.
    pub(super) fn with_matter(&self, matter: Matter) -> Change {
        let mut all = self.edition.variants.clone();
        let Some(variant) = self.variant else {
            one_text_a_file(&mut all, matter.free_texts());
            let matter = Change::Matter(Box::new(matter));
            return match all == self.edition.variants {
                true => matter,
                false => Change::Several(vec![matter, Change::Variants(all)]),
            };
        };
        let matter = variant.matter.turned(&self.edition.matter, &matter);
        one_text_a_file(&mut all, matter.free_texts());
        let changed = Variant { matter, ..variant.clone() };
        all.iter_mut().filter(|known| known.name == changed.name).for_each(|known| *known = changed.clone());
        Change::Variants(all)
    }

    /// The name of a new file for its words.
    pub(super) fn file_name(&self, usual: &str) -> String {
        self.variant.map_or_else(|| usual.to_string(), |variant| format!("{usual}-{}", variant.name))
    }

    /// Whether a page is that of the edition, although this is a variant: changed, it needs a file of its own.
    pub(super) fn borrows(&self, page: &FreeText) -> bool {
        let is_same = |own: &FreeText| own == page || page.file.is_some() && own.file == page.file;
        let is_of_edition = self.edition.matter.free_texts().any(is_same);
        self.variant.is_some_and(|variant| is_of_edition || !variant.matter.free_texts().any(is_same))
    }

    /// Asks for a change that is typed.
    pub(super) fn type_in(&self, acts: &mut Acts, field: &'static str, change: Change) {
        let key = match self.variant {
            None => MergeKey::EditionField(field),
            Some(variant) => MergeKey::VariantField(variant.name.clone(), field),
        };
        acts.type_in(edits::field(field), change, key);
    }

    /// Asks for a change of a page of the editor's own that is typed.
    pub(super) fn type_on_page(&self, acts: &mut Acts, page: &FreeText, change: Change) {
        let key = MergeKey::OwnPage(self.name(), page.file.clone().unwrap_or_default());
        acts.type_in(edits::field(words::OWN_PAGE), change, key);
    }
}

/// A file has one text, whoever shows it.
fn one_text_a_file<'t>(variants: &mut [Variant], texts: impl Iterator<Item = &'t FreeText>) {
    for page in texts.filter(|page| page.file.is_some()) {
        let others = variants.iter_mut().flat_map(|other| other.matter.free_texts_mut());
        others
            .filter(|other| other.file == page.file && *other != page)
            .for_each(|other| *other = page.clone());
    }
}

/// A variant in the place of the one of its name.
pub(super) fn instead(edition: &Edition, new: Variant) -> Change {
    let mut all = edition.variants.clone();
    all.iter_mut().filter(|known| known.name == new.name).for_each(|known| *known = new.clone());
    Change::Variants(all)
}
