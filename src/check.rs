//! Preflight: what an editor would be sorry to find in the printed book, each with a way to mend it.

pub mod board;
mod contacts;
mod disclaimers;
mod doubles;
mod edition;
mod isbn;
mod links;
pub mod mend;
mod people;
mod pictures;
mod piece;
pub mod rights;
mod typography;

use crate::book::Book;
use crate::edition::Edition;
use crate::edition::people::matching::Doubles;
use crate::edition::piece::Piece;
use crate::notice::Notices;
use piece::Known;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::sync::Arc;
use typography::Custom;

/// Looks an edition and its book over.
pub fn preflight(edition: &Edition, book: &Book, notices: &mut Notices) {
    Preflight::default().look(edition, book, notices);
}

/// Looks editions over, and remembers what it found in pieces and people, so that of an edition in which one word was
/// changed it looks at one piece only.
#[derive(Debug, Default)]
pub struct Preflight {
    /// By the address of the piece, which is held as long as it stands here.
    known: FxHashMap<usize, Known>,
    doubles: Doubles,
}

impl Preflight {
    /// Looks an edition and its book over.
    pub fn look(&mut self, edition: &Edition, book: &Book, notices: &mut Notices) {
        self.get_to_know(edition);
        edition::preflight(edition, notices);
        let known = edition.included().filter_map(|(_, piece)| self.known.get(&address(piece)));
        let known: Vec<&Known> = known.collect();
        for known in &known {
            piece::preflight(edition, known.piece(), notices);
            known.tell(edition, notices);
        }
        let prints: Vec<(&Arc<Piece>, &[u64])> =
            known.iter().map(|known| (known.piece(), known.prints())).collect();
        doubles::preflight(&prints, notices);
        disclaimers::preflight(edition, notices);
        rights::preflight(edition, notices);
        people::preflight(edition, &self.doubles, notices);
        pictures::preflight(edition, book, notices);
    }

    /// Looks at the pieces that are new, and forgets those that are gone.
    fn get_to_know(&mut self, edition: &Edition) {
        if !self.doubles.is_of(&edition.contributors) {
            self.doubles = Doubles::of(&edition.contributors);
        }
        let mut before = std::mem::take(&mut self.known);
        let mut fresh = Vec::new();
        for (_, piece) in edition.included() {
            let custom = Custom::of(edition, piece);
            match before.remove(&address(piece)).filter(|known| known.is_of(piece, custom)) {
                Some(known) => _ = self.known.insert(address(piece), known),
                None => fresh.push((piece, custom)),
            }
        }
        let found: Vec<Known> = fresh.par_iter().map(|(piece, custom)| Known::of(piece, *custom)).collect();
        self.known.extend(found.into_iter().map(|known| (address(known.piece()), known)));
    }
}

fn address(piece: &Arc<Piece>) -> usize {
    Arc::as_ptr(piece).addr()
}
