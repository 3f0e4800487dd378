//! A change of an edition goes in and is applied; the change that undoes it comes out.
//!
//! Every change is a value and [`Edition::apply`] is the only place that makes it, so undo is nothing but applying
//! the inverse. A change holds the whole new value of one unit, not a difference: values are shared, and an inverse
//! can then never fail. The alternative, a method for every edit, needs a second method to undo each of them.

use super::date::Date;
use super::design_settings::DesignSettings;
use super::disclaimer::Disclaimer;
use super::language::Language;
use super::matter::Matter;
use super::people::{Contributor, ContributorId};
use super::permission::Permission;
use super::picture::Picture;
use super::piece::Piece;
use super::piece_field::PieceField;
use super::production::Production;
use super::variant::Variant;
use super::{Catalogue, Edition, Isbns, Part, Publisher};
use std::collections::{BTreeMap, BTreeSet};
use std::mem::replace;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A place in the list of pieces: before the piece that stands there, or behind the last one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    /// Index of the part, from 0.
    pub part: usize,
    /// Index in the part, from 0.
    pub index: usize,
}

/// One change of an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Another title.
    Title(String),
    /// Another subtitle.
    Subtitle(Option<String>),
    /// Another language.
    Language(Language),
    /// Other editors.
    Editors(Vec<ContributorId>),
    /// Another publisher.
    Publisher(Publisher),
    /// Another date.
    Date(Option<Date>),
    /// Another edition statement.
    Statement(Option<String>),
    /// Other rights lines.
    Rights(Option<String>),
    /// Another permission of the pieces that say nothing about theirs.
    Permission(Option<Permission>),
    /// Another description.
    Description(Option<String>),
    /// Other subjects.
    Subjects(Vec<String>),
    /// Other series and subject codes.
    Catalogue(Catalogue),
    /// Other ISBNs.
    Isbn(Isbns),
    /// Other design wishes.
    Design(DesignSettings),
    /// Other ways to make its files.
    Production(Box<Production>),
    /// Other disclaimers.
    Disclaimers(Vec<Disclaimer>),
    /// Other front and back matter.
    Matter(Box<Matter>),
    /// Other variants.
    Variants(Vec<Variant>),
    /// All parts with their pieces, in this order: arranging, adding, removing.
    Parts(Vec<Part>),
    /// The same, but pieces that the edition has keep what they say now: the order alone, whatever is edited
    /// before or after.
    Arranged(Vec<Part>),
    /// One piece stands here, wherever it stood before; `None` takes it out. A slot behind the end is the end.
    Placed(Arc<Piece>, Option<Slot>),
    /// The piece of this file says something else.
    Piece(Arc<Piece>),
    /// One field of the piece of this file says something else; its other fields stay as they are.
    Field(PathBuf, PieceField),
    /// The record of a contributor; `None` removes it.
    Contributor(ContributorId, Option<Contributor>),
    /// A picture of the edition by its path; `None` removes it.
    Picture(Arc<str>, Option<Picture>),
    /// A font of the edition by its file name; `None` removes it.
    Font(Arc<str>, Option<Arc<[u8]>>),
    /// Other documents of permissions lie in the folder.
    Documents(BTreeSet<Arc<str>>),
    /// Several at once, undone as one.
    Several(Vec<Change>),
}

impl Change {
    /// The change that changes nothing.
    pub fn nothing() -> Change {
        Change::Several(Vec::new())
    }

    /// Whether it is [`Change::nothing`].
    pub fn is_nothing(&self) -> bool {
        matches!(self, Change::Several(changes) if changes.iter().all(Change::is_nothing))
    }

    /// Whether applying this makes applying `other` before it needless: both set the same unit.
    pub(super) fn covers(&self, other: &Change) -> bool {
        match (self, other) {
            (Change::Several(_), _) | (_, Change::Several(_)) => false,
            (Change::Parts(_), Change::Arranged(_) | Change::Placed(..)) => true,
            (Change::Parts(_), Change::Piece(_) | Change::Field(..)) => true,
            (Change::Arranged(_), _) | (Change::Placed(..), _) => false,
            (Change::Piece(one), Change::Piece(two)) => one.file == two.file,
            (Change::Piece(piece), Change::Field(file, _)) => piece.file == *file,
            (Change::Field(one, field), Change::Field(two, other)) => one == two && field.is_same_as(other),
            (Change::Contributor(one, _), Change::Contributor(two, _)) => one == two,
            (Change::Picture(one, _), Change::Picture(two, _)) => one == two,
            (Change::Font(one, _), Change::Font(two, _)) => one == two,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

impl Edition {
    /// Makes a change; what undoes it.
    ///
    /// A change of a piece that is in no part changes nothing, and nothing undoes it.
    pub fn apply(&mut self, change: Change) -> Change {
        match change {
            Change::Title(new) => Change::Title(replace(&mut self.title, new)),
            Change::Subtitle(new) => Change::Subtitle(replace(&mut self.subtitle, new)),
            Change::Language(new) => Change::Language(replace(&mut self.language, new)),
            Change::Editors(new) => Change::Editors(replace(&mut self.editors, new)),
            Change::Publisher(new) => Change::Publisher(replace(&mut self.publisher, new)),
            Change::Date(new) => Change::Date(replace(&mut self.date, new)),
            Change::Statement(new) => Change::Statement(replace(&mut self.statement, new)),
            Change::Rights(new) => Change::Rights(replace(&mut self.rights, new)),
            Change::Permission(new) => Change::Permission(replace(&mut self.permission, new)),
            Change::Documents(new) => Change::Documents(replace(&mut self.documents, new)),
            Change::Description(new) => Change::Description(replace(&mut self.description, new)),
            Change::Subjects(new) => Change::Subjects(replace(&mut self.subjects, new)),
            Change::Catalogue(new) => Change::Catalogue(replace(&mut self.catalogue, new)),
            Change::Isbn(new) => Change::Isbn(replace(&mut self.isbn, new)),
            Change::Design(new) => Change::Design(replace(&mut self.design, new)),
            Change::Production(mut new) => {
                std::mem::swap(&mut self.production, &mut new);
                Change::Production(new)
            }
            Change::Disclaimers(new) => Change::Disclaimers(replace(&mut self.disclaimers, new)),
            Change::Matter(mut new) => {
                std::mem::swap(&mut self.matter, &mut new);
                Change::Matter(new)
            }
            Change::Variants(new) => Change::Variants(replace(&mut self.variants, new)),
            Change::Parts(new) => Change::Parts(replace(&mut self.parts, new)),
            Change::Arranged(new) => self.arrange(new),
            Change::Placed(piece, to) => self.place(piece, to),
            Change::Piece(new) => match self.piece_mut(&new.file) {
                Some(piece) => Change::Piece(replace(piece, new)),
                None => Change::nothing(),
            },
            Change::Field(file, new) => match self.piece_mut(&file) {
                Some(piece) => Change::Field(file, new.put(Arc::make_mut(piece))),
                None => Change::nothing(),
            },
            Change::Contributor(id, new) => {
                let old = put(&mut self.contributors, &id, new);
                Change::Contributor(id, old)
            }
            Change::Picture(path, new) => {
                let old = put(&mut self.pictures, &path, new);
                Change::Picture(path, old)
            }
            Change::Font(name, new) => {
                let old = put(&mut self.fonts, &name, new);
                Change::Font(name, old)
            }
            Change::Several(changes) => {
                let mut inverse: Vec<Change> = changes.into_iter().map(|change| self.apply(change)).collect();
                inverse.reverse();
                Change::Several(inverse)
            }
        }
    }

    /// The piece of a file.
    pub fn piece(&self, file: &Path) -> Option<&Arc<Piece>> {
        self.pieces().find(|piece| piece.file == file)
    }

    fn piece_mut(&mut self, file: &Path) -> Option<&mut Arc<Piece>> {
        self.parts.iter_mut().flat_map(|part| &mut part.pieces).find(|piece| piece.file == file)
    }

    fn arrange(&mut self, mut parts: Vec<Part>) -> Change {
        let now: BTreeMap<&Path, &Arc<Piece>> = self.pieces().map(|piece| (&*piece.file, piece)).collect();
        for piece in parts.iter_mut().flat_map(|part| &mut part.pieces) {
            if let Some(known) = now.get(&*piece.file) {
                *piece = Arc::clone(known);
            }
        }
        Change::Parts(replace(&mut self.parts, parts))
    }

    fn place(&mut self, piece: Arc<Piece>, to: Option<Slot>) -> Change {
        let before = self.parts.clone();
        for part in &mut self.parts {
            part.pieces.retain(|known| known.file != piece.file);
        }
        if let Some(slot) = to {
            if self.parts.is_empty() {
                self.parts.push(Part::default());
            }
            let last = self.parts.len() - 1;
            let pieces = &mut self.parts[slot.part.min(last)].pieces;
            let index = if slot.part > last { pieces.len() } else { slot.index.min(pieces.len()) };
            pieces.insert(index, piece);
        }
        if self.parts == before { Change::nothing() } else { Change::Parts(before) }
    }
}

/// Puts a value under a key, or takes it away; what was there.
fn put<V>(map: &mut BTreeMap<Arc<str>, V>, key: &Arc<str>, new: Option<V>) -> Option<V> {
    match new {
        Some(value) => map.insert(key.clone(), value),
        None => map.remove(key),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_changes_of_one_thing_are_undone_back_to_front() {
        let mut edition = Edition { title: "One".into(), ..Edition::default() };
        let before = edition.clone();
        let titles = ["Two", "Three"].map(|title| Change::Title(title.into()));
        let inverse = edition.apply(Change::Several(titles.into()));
        assert_eq!(edition.title, "Three");
        edition.apply(inverse);
        assert_eq!(edition, before);
    }

    #[test]
    fn a_piece_that_is_in_no_part_changes_nothing() {
        let mut edition = Edition::default();
        assert!(edition.apply(Change::Piece(Arc::default())).is_nothing());
        assert_eq!(edition, Edition::default());
    }
}
