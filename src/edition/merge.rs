//! An edition as it was last loaded or saved, as the window has it and as the disk has it now go in; the changes that
//! bring both together come out, and what only the editor can decide.
//!
//! The edition is taken unit by unit: each field, each contributor, each field of each piece (the body is one), the
//! order of the pieces. What only one side changed is taken from that side; what both changed in the same way is no
//! question. Where both changed one unit differently the window's own stays, and a [`Conflict`] carries the other. A
//! merge line by line, as version control does it, would put two half sentences into one paragraph and call it done.

mod label;
mod order;
mod pieces;

pub(crate) use label::{said, says_nothing};
pub(crate) use pieces::{say_the_same, verdict};

use super::change::Change;
use super::matter::{FreeText, Matter};
use super::people::{Contributor, ContributorId};
use super::variant::Variant;
use super::{Edition, markdown};
use crate::notice::Place;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What brings two editions together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merge {
    /// To be applied to ours, in this order.
    pub changes: Vec<Change>,
    /// What both sides changed differently. Ours stays unless the editor takes theirs.
    pub conflicts: Vec<Conflict>,
}

/// One unit that both sides changed differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Which unit, in plain words: the text of “Title”.
    pub what: String,
    /// The file it stands in.
    pub place: Place,
    /// What ours says, in a few words.
    pub ours_label: String,
    /// What theirs says, in a few words.
    pub theirs_label: String,
    /// Puts theirs in the place of ours. To be applied after [`Merge::changes`]; of several conflicts in their order.
    pub take_theirs: Change,
}

/// What to do about one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Ours stays: theirs says nothing new.
    Keep,
    /// Theirs is taken: ours did not change.
    Take,
    /// The editor decides: both changed.
    Ask,
}

impl Verdict {
    fn of<T>(base: &T, ours: &T, theirs: &T, alike: impl Fn(&T, &T) -> bool) -> Verdict {
        if alike(theirs, base) || alike(theirs, ours) {
            Verdict::Keep
        } else if alike(ours, base) {
            Verdict::Take
        } else {
            Verdict::Ask
        }
    }
}

/// Merges what the disk says now (`theirs`) into an open edition (`ours`); both come from `base`.
pub fn merge(base: &Edition, ours: &Edition, theirs: &Edition) -> Merge {
    let mut merge = Merge::default();
    merge.fields(base, ours, theirs);
    order::merge(&mut merge, base, ours, theirs);
    pieces::merge(&mut merge, base, ours, theirs);
    merge.media(base, ours, theirs);
    merge.people(base, ours, theirs);
    merge
}

impl Merge {
    /// What `edition.toml` says beside the pieces.
    fn fields(&mut self, base: &Edition, ours: &Edition, theirs: &Edition) {
        let all = fields(base).into_iter().zip(fields(ours)).zip(fields(theirs));
        for ((base, mine), other) in all {
            match Verdict::of(&base, &mine, &other, alike) {
                Verdict::Keep => {}
                Verdict::Take => self.changes.push(other),
                Verdict::Ask => self.conflicts.push(Conflict {
                    what: format!("the {} of the edition", label::field(&mine)),
                    place: Place::file("edition.toml"),
                    ours_label: label::change(&mine, ours),
                    theirs_label: label::change(&other, theirs),
                    take_theirs: other,
                }),
            }
        }
    }

    /// Pictures and fonts. Loading brings only pictures that a text on the disk shows: one that is missing there may
    /// be shown by a text here, and stays.
    fn media(&mut self, base: &Edition, ours: &Edition, theirs: &Edition) {
        for name in theirs.pictures.keys() {
            let of = |edition: &Edition| edition.pictures.get(name).cloned();
            let what = format!("the picture “{name}”");
            let change = |picture| Change::Picture(name.clone(), picture);
            self.file(what, name, [of(base), of(ours), of(theirs)].map(change));
        }
        for name in keys(&ours.fonts, &theirs.fonts) {
            let of = |edition: &Edition| edition.fonts.get(&name).cloned();
            let what = format!("the font “{name}”");
            let change = |font| Change::Font(name.clone(), font);
            self.file(what, &format!("fonts/{name}"), [of(base), of(ours), of(theirs)].map(change));
        }
        // Documents are only looked at: what lies there now is so.
        if theirs.documents != ours.documents {
            self.changes.push(Change::Documents(theirs.documents.clone()));
        }
    }

    fn file(&mut self, what: String, file: &str, [base, ours, theirs]: [Change; 3]) {
        match Verdict::of(&base, &ours, &theirs, Change::eq) {
            Verdict::Keep => {}
            Verdict::Take => self.changes.push(theirs),
            Verdict::Ask => self.conflicts.push(Conflict {
                what,
                place: Place::file(file),
                ours_label: label::change(&ours, &Edition::default()),
                theirs_label: label::change(&theirs, &Edition::default()),
                take_theirs: theirs,
            }),
        }
    }

    /// The records of contributors. One that is still named somewhere is not taken away.
    fn people(&mut self, base: &Edition, ours: &Edition, theirs: &Edition) {
        let mut merged = ours.clone();
        merged.apply(Change::Several(self.changes.clone()));
        let pieces = merged.pieces();
        let named: BTreeSet<&ContributorId> =
            pieces.flat_map(|piece| piece.people()).chain(&merged.editors).collect();
        for id in keys(&ours.contributors, &theirs.contributors) {
            let change =
                |edition: &Edition| Change::Contributor(id.clone(), edition.contributors.get(&id).cloned());
            let (before, mine, other) = (change(base), change(ours), change(theirs));
            let is_gone = !theirs.contributors.contains_key(&id);
            match Verdict::of(&before, &mine, &other, alike) {
                Verdict::Keep => {}
                Verdict::Take | Verdict::Ask if is_gone && named.contains(&id) => {}
                Verdict::Take => self.changes.push(other),
                Verdict::Ask => self.conflicts.push(Conflict {
                    what: format!("the record of {}", label::person(&id, ours, theirs)),
                    place: Place::file("contributors.toml"),
                    ours_label: label::change(&mine, ours),
                    theirs_label: label::change(&other, theirs),
                    take_theirs: other,
                }),
            }
        }
    }
}

/// The keys of two maps, each once.
fn keys<V>(
    ours: &std::collections::BTreeMap<Arc<str>, V>,
    theirs: &std::collections::BTreeMap<Arc<str>, V>,
) -> BTreeSet<Arc<str>> {
    ours.keys().chain(theirs.keys()).cloned().collect()
}

/// All that `edition.toml` says beside the pieces, as the changes that say it.
fn fields(edition: &Edition) -> [Change; 18] {
    [
        Change::Title(edition.title.clone()),
        Change::Subtitle(edition.subtitle.clone()),
        Change::Language(edition.language),
        Change::Editors(edition.editors.clone()),
        Change::Publisher(edition.publisher.clone()),
        Change::Date(edition.date),
        Change::Statement(edition.statement.clone()),
        Change::Rights(edition.rights.clone()),
        Change::Permission(edition.permission.clone()),
        Change::Description(edition.description.clone()),
        Change::Subjects(edition.subjects.clone()),
        Change::Catalogue(edition.catalogue.clone()),
        Change::Isbn(edition.isbn.clone()),
        Change::Design(edition.design.clone()),
        Change::Production(Box::new(edition.production.clone())),
        Change::Disclaimers(edition.disclaimers.clone()),
        Change::Matter(Box::new(edition.matter.clone())),
        Change::Variants(edition.variants.clone()),
    ]
}

/// Whether two values of one unit say the same. Texts are compared as they are written: the same words may come from
/// other bytes of a file.
fn alike(one: &Change, two: &Change) -> bool {
    match (one, two) {
        (Change::Matter(one), Change::Matter(two)) => written(one) == written(two),
        (Change::Variants(one), Change::Variants(two)) => {
            one.len() == two.len() && one.iter().zip(two).all(|(one, two)| variant(one) == variant(two))
        }
        (Change::Contributor(_, Some(one)), Change::Contributor(_, Some(two))) => record(one) == record(two),
        _ => one == two,
    }
}

/// A contributor whose notes come from nowhere.
fn record(person: &Contributor) -> (Contributor, [String; 2]) {
    let notes = [&person.short_note, &person.long_note].map(markdown::write);
    let bare =
        Contributor { short_note: Default::default(), long_note: Default::default(), ..person.clone() };
    (bare, notes)
}

/// Matter whose words come from nowhere.
fn written(matter: &Matter) -> (Matter, Vec<String>) {
    let mut matter = matter.clone();
    let words = matter.free_texts_mut().map(words).collect();
    (matter, words)
}

/// A variant whose words come from nowhere.
fn variant(variant: &Variant) -> (Variant, Vec<String>) {
    let mut variant = variant.clone();
    let words = variant.matter.free_texts_mut().map(words).collect();
    (variant, words)
}

/// Takes the words of a page out and writes them down.
fn words(page: &mut FreeText) -> String {
    markdown::write(&std::mem::take(&mut page.text))
}
