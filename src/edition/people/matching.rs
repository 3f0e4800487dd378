//! Names go in; out comes whether they are one person's.
//!
//! “Farooq, Dr. Hina” is Hina Farooq, “J. Smith” is probably John Smith, “John B. Smith” is not John A. Smith. Two
//! records of one person are a nuisance that an editor mends in a minute; the words of one person under the name of
//! another are an error in print. So only what says the same counts as [`Likeness::Same`], what leaves room for doubt
//! is never more than [`Likeness::Probable`], and whoever takes a probable match says so. The alternative, a distance
//! between strings with a threshold, holds Daniel and Daniela Weber for nearer kin than Weber, D. and Daniel Weber.

mod letters;
mod name;
mod titles;

pub use name::{Name, as_printed};
pub(crate) use titles::is_honorific;

use super::{ContributorId, Contributors};
use std::collections::BTreeMap;

/// How much two names are alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// Two people, as far as names tell.
    Different,
    /// Perhaps one person, but too many people are called like that.
    Possible,
    /// One person, unless another fits as well.
    Probable,
    /// One person, written in two ways.
    Same,
}

/// How much two names are alike. It makes no difference which is the first.
///
/// ```
/// use pamphleteer::edition::people::matching::{Likeness, likeness};
///
/// assert_eq!(likeness("Farooq, Dr. Hina", "Hina Farooq"), Likeness::Same);
/// assert_eq!(likeness("J. Smith", "John Smith"), Likeness::Probable);
/// assert_eq!(likeness("John A. Smith", "John B. Smith"), Likeness::Different);
/// ```
pub fn likeness(one: &str, two: &str) -> Likeness {
    Name::of(one).likeness(&Name::of(two))
}

/// Whom a name means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant {
    /// Nobody who is known.
    Nobody,
    /// Somebody who may be one of these; too little speaks for it.
    Perhaps(Vec<ContributorId>),
    /// This person, most probably.
    Probably(ContributorId),
    /// This person.
    Surely(ContributorId),
}

/// The names of people, ready to be searched.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// The first person of a name, in small letters.
    by_letters: BTreeMap<String, ContributorId>,
    known: Vec<(ContributorId, Name)>,
}

impl Names {
    /// The names of these people.
    pub fn of(people: &Contributors) -> Names {
        let mut names = Names::default();
        for (id, record) in people {
            names.add(id.clone(), &record.name);
        }
        names
    }

    /// Adds somebody.
    pub fn add(&mut self, id: ContributorId, name: &str) {
        self.by_letters.entry(name.trim().to_lowercase()).or_insert_with(|| id.clone());
        self.known.push((id, Name::of(name)));
    }

    /// Whom a name means. `besides` are people who are named beside it: two names in one byline are two people, unless
    /// they say the same.
    pub fn find(&self, name: &str, besides: &[ContributorId]) -> Meant {
        if let Some(id) = self.by_letters.get(&name.trim().to_lowercase()) {
            return Meant::Surely(id.clone());
        }
        let name = Name::of(name);
        let (mut probable, mut possible) = (Vec::new(), Vec::new());
        for (id, known) in &self.known {
            match name.likeness(known) {
                Likeness::Same => return Meant::Surely(id.clone()),
                Likeness::Probable if !besides.contains(id) => probable.push(id.clone()),
                Likeness::Possible if !besides.contains(id) => possible.push(id.clone()),
                _ => {}
            }
        }
        match (probable.as_slice(), possible.is_empty()) {
            ([], true) => Meant::Nobody,
            ([one], _) => Meant::Probably(one.clone()),
            _ => {
                probable.append(&mut possible);
                Meant::Perhaps(probable)
            }
        }
    }
}

/// The pairs of records that may be one person's, with the names from which that is told: they are found again only
/// where a name has changed.
#[derive(Clone, Debug, Default)]
pub struct Doubles {
    names: Vec<(ContributorId, String, String)>,
    /// The pairs, as [`doubles`] finds them.
    pub pairs: Vec<(ContributorId, ContributorId, Likeness)>,
}

impl Doubles {
    /// The pairs among these people.
    pub fn of(people: &Contributors) -> Doubles {
        let names =
            people.iter().map(|(id, person)| (id.clone(), person.name.clone(), person.native_name.clone()));
        Doubles { names: names.collect(), pairs: doubles(people) }
    }

    /// Whether these people would give the same pairs.
    pub fn is_of(&self, people: &Contributors) -> bool {
        self.names.len() == people.len()
            && self.names.iter().zip(people).all(|((id, name, native), (other, person))| {
                id == other && *name == person.name && *native == person.native_name
            })
    }
}

/// Pairs of records that are one person's, as far as names tell, by their ids: the surest first, and of each the
/// fuller name first.
pub fn doubles(people: &Contributors) -> Vec<(ContributorId, ContributorId, Likeness)> {
    let names: Vec<(&ContributorId, Name, &str)> =
        people.iter().map(|(id, person)| (id, Name::of(&person.name), person.native_name.trim())).collect();
    let length = |id: &ContributorId| people[id].name.chars().count();
    let mut pairs = Vec::new();
    for (at, (id, name, native)) in names.iter().enumerate() {
        for (other, other_name, other_native) in &names[at + 1..] {
            let is_native_same = !native.is_empty() && native == other_native;
            let likeness = if is_native_same { Likeness::Same } else { name.likeness(other_name) };
            if matches!(likeness, Likeness::Same | Likeness::Probable) {
                let is_fuller = length(other) > length(id);
                let (one, other) = if is_fuller { (*other, *id) } else { (*id, *other) };
                pairs.push((one.clone(), other.clone(), likeness));
            }
        }
    }
    pairs.sort_by_key(|(_, _, likeness)| *likeness != Likeness::Same);
    pairs
}

#[cfg(test)]
mod tests;
