//! What somebody calls an author or a piece goes in; the one that is meant comes out, or what comes near.

use super::Edition;
use super::folder::nearest;
use super::people::matching::{Likeness, likeness};
use super::people::{Contributor, ContributorId};
use super::piece::Piece;
use crate::notice::{Error, Place, Result};
use std::path::Path;
use std::sync::Arc;

/// So many names a hint lists.
const MOST_LISTED: usize = 8;

impl Edition {
    /// The author of included pieces who is called this: by name, sort name or id, in any case.
    ///
    /// # Errors
    /// When nobody is, or several are; the hint lists those who come near.
    pub fn author_called(&self, words: &str) -> Result<ContributorId> {
        let ids = self.author_ids();
        let is_called = |id: &&ContributorId| {
            let person = self.contributor(id);
            [&**id, &*person.name, &*person.sort_key()].iter().any(|name| is_same(name, words))
        };
        let mut meant: Vec<&ContributorId> = ids.iter().filter(is_called).collect();
        if meant.is_empty() {
            let is_same = |id: &&ContributorId| likeness(words, &self.contributor(id).name) == Likeness::Same;
            meant = ids.iter().filter(is_same).collect();
        }
        let shown = |ids: &mut dyn Iterator<Item = &ContributorId>| {
            let shown = ids.take(MOST_LISTED).map(|id| format!("“{}” ({id})", self.contributor(id).name));
            shown.collect::<Vec<_>>().join(", ")
        };
        let place = || Place::file("contributors.toml");
        match meant.as_slice() {
            [only] => Ok((*only).clone()),
            [] => {
                let near = |id: &&ContributorId| comes_near(words, &self.contributor(id).name);
                let near = shown(&mut ids.iter().filter(near));
                let hint = match near.is_empty() {
                    false => format!("did you mean {near}?"),
                    true if ids.is_empty() => "no piece in the book has an author".into(),
                    true => format!("its authors are {}", shown(&mut ids.iter())),
                };
                Err(Error::new(place(), format!("no author in the book is called “{words}”"), hint))
            }
            several => {
                let hint = format!("write the id: {}", shown(&mut several.iter().copied()));
                Err(Error::new(place(), format!("several authors are called “{words}”"), hint))
            }
        }
    }

    /// The contributor who is called this: by id, name, name in its own script or sort name, in any case.
    ///
    /// # Errors
    /// When nobody is, or several are; the hint lists those who come near.
    pub fn person_called(&self, words: &str) -> Result<ContributorId> {
        if let Some((id, _)) = self.contributors.get_key_value(words.trim()) {
            return Ok(id.clone());
        }
        let people = || self.contributors.iter();
        let is_called = |person: &Contributor| {
            let names = [&*person.name, &*person.native_name, &*person.sort_key()];
            names.iter().any(|name| !name.is_empty() && is_same(name, words))
        };
        let meant: Vec<&ContributorId> =
            people().filter(|(_, person)| is_called(person)).map(|(id, _)| id).collect();
        let listed = |ids: &[&ContributorId]| {
            let shown =
                ids.iter().take(MOST_LISTED).map(|id| format!("“{}” ({id})", self.contributor(id).name));
            shown.collect::<Vec<_>>().join(", ")
        };
        let place = || Place::file("contributors.toml");
        match meant.as_slice() {
            [only] => Ok((*only).clone()),
            [] => {
                let near: Vec<&ContributorId> = people()
                    .filter(|(_, person)| comes_near(words, &person.name))
                    .map(|(id, _)| id)
                    .collect();
                let hint = match near.is_empty() {
                    false => format!("did you mean {}?", listed(&near)),
                    true => "pamphleteer people DIR lists the contributors".into(),
                };
                Err(Error::new(place(), format!("no contributor is called “{words}”"), hint))
            }
            several => {
                let hint = format!("write the id: {}", listed(several));
                Err(Error::new(place(), format!("several contributors are called “{words}”"), hint))
            }
        }
    }

    /// The piece that is called this: by its file (`pieces/gate.md`, `gate.md`, `gate`) or its title, in any case.
    ///
    /// # Errors
    /// When none is, or several are; the hint lists those that come near.
    pub fn piece_called(&self, words: &str) -> Result<&Arc<Piece>> {
        let plain = words.trim().replace('\\', "/");
        let is_file = |file: &Path| {
            let name = |part: Option<&std::ffi::OsStr>| {
                part.is_some_and(|part| is_same(&part.to_string_lossy(), &plain))
            };
            let whole = file.to_string_lossy().replace('\\', "/");
            is_same(&whole, plain.trim_start_matches("./"))
                || name(file.file_name())
                || name(file.file_stem())
        };
        let by_file = self.pieces().filter(|piece| is_file(&piece.file));
        let mut meant: Vec<&Arc<Piece>> = by_file.collect();
        if meant.is_empty() {
            meant = self.pieces().filter(|piece| is_same(&piece.title.words(), words)).collect();
        }
        let shown = |pieces: &mut dyn Iterator<Item = &Arc<Piece>>| {
            let shown = pieces.take(MOST_LISTED).map(|piece| piece.file.to_string_lossy().replace('\\', "/"));
            shown.collect::<Vec<_>>().join(", ")
        };
        match meant.as_slice() {
            [only] => Ok(only),
            [] => {
                let stem =
                    |piece: &Piece| piece.file.file_stem().map(|stem| stem.to_string_lossy().into_owned());
                let near = |piece: &&Arc<Piece>| {
                    comes_near(words, &piece.title.words())
                        || stem(piece).is_some_and(|stem| comes_near(&plain, &stem.replace('-', " ")))
                };
                let near = shown(&mut self.pieces().filter(near));
                let hint = match near.is_empty() {
                    false => format!("did you mean {near}?"),
                    true => format!("its pieces are {}", shown(&mut self.pieces())),
                };
                Err(Error::new(Place::file("edition.toml"), format!("no piece is called “{words}”"), hint))
            }
            several => {
                let hint = format!("write the file: {}", shown(&mut several.iter().copied()));
                Err(Error::new(
                    Place::file("edition.toml"),
                    format!("several pieces are called “{words}”"),
                    hint,
                ))
            }
        }
    }
}

fn is_same(one: &str, two: &str) -> bool {
    one.trim().to_lowercase() == two.trim().to_lowercase()
}

/// Whether two names have a longer word in common, give or take a slip of the finger.
fn comes_near(words: &str, name: &str) -> bool {
    let split = |words: &str| -> Vec<String> {
        let words = words.split(|sign: char| !sign.is_alphanumeric()).map(str::to_lowercase);
        words.filter(|word| word.chars().count() > 2).collect()
    };
    let name = split(name);
    let name: Vec<&str> = name.iter().map(String::as_str).collect();
    split(words).iter().any(|word| nearest(word, &name).is_some())
}
