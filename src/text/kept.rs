//! What was made of stretches of text, kept for the next time that a book says them.

use rustc_hash::FxHashMap;
use std::hash::Hash;

/// A book has some ten thousand stretches; a hostile one must not fill the memory.
const MOST: usize = 50_000;

/// Things by what they depend on beside the text, and by the text.
#[derive(Debug)]
pub(super) struct Kept<K, V> {
    known: FxHashMap<K, FxHashMap<Box<str>, V>>,
    count: usize,
}

impl<K, V> Default for Kept<K, V> {
    fn default() -> Kept<K, V> {
        Kept { known: FxHashMap::default(), count: 0 }
    }
}

impl<K: Eq + Hash, V: Clone> Kept<K, V> {
    /// What is known of a text.
    pub(super) fn get(&self, by: &K, text: &str) -> Option<V> {
        self.known.get(by)?.get(text).cloned()
    }

    /// Keeps what was made; lets all go where it has become too much.
    pub(super) fn keep(&mut self, by: K, text: &str, made: V) {
        if self.count > MOST {
            *self = Kept::default();
        }
        self.count += 1;
        self.known.entry(by).or_default().insert(text.into(), made);
    }

    /// How many things are kept.
    pub(super) fn count(&self) -> usize {
        self.count
    }
}
