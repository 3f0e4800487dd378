//! How letters look: a run of a file goes in, its marks and the look of the whole paragraph come out.

use crate::edition::text::Mark;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How a run of letters looks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Face {
    /// Heavy, because the run says so.
    pub(in super::super) bold: bool,
    /// Slanted, because the run says so.
    pub(in super::super) italic: bool,
    /// In small capitals.
    pub(in super::super) small_caps: bool,
    /// Raised.
    pub(in super::super) raised: bool,
    /// Lowered.
    pub(in super::super) lowered: bool,
    /// Struck out.
    pub(in super::super) struck: bool,
    /// Program text.
    pub(in super::super) code: bool,
    /// Where it links to.
    pub(in super::super) link: Option<Arc<str>>,
}

impl Face {
    /// The marks that mean this.
    pub(in super::super) fn marks(&self) -> Vec<Mark> {
        let switches = [
            (self.bold, Mark::Strong),
            (self.italic, Mark::Emphasis),
            (self.small_caps, Mark::SmallCaps),
            (self.raised, Mark::Superscript),
            (self.lowered && !self.raised, Mark::Subscript),
            (self.struck, Mark::Struck),
            (self.code, Mark::Code),
        ];
        let link = self.link.iter().map(|link| Mark::Link(link.clone()));
        link.chain(switches.into_iter().filter(|(is_on, _)| *is_on).map(|(_, mark)| mark)).collect()
    }
}

/// How large and how heavy the letters of a paragraph are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Look {
    /// How many letters there are of each size, in half points; 0 where none is known.
    sizes: BTreeMap<u32, usize>,
    /// How many letters are heavy.
    heavy: usize,
}

impl Look {
    /// Takes a run into account.
    pub(in super::super) fn see(&mut self, run: &str, size: u32, is_heavy: bool) {
        let letters = run.chars().filter(|letter| !letter.is_whitespace()).count();
        if letters > 0 {
            *self.sizes.entry(size).or_default() += letters;
            self.heavy += if is_heavy { letters } else { 0 };
        }
    }

    /// Takes another paragraph into account.
    pub(super) fn add(&mut self, other: &Look) {
        for (size, letters) in &other.sizes {
            *self.sizes.entry(*size).or_default() += letters;
        }
        self.heavy += other.heavy;
    }

    /// The size of most letters, in half points.
    pub(super) fn size(&self) -> u32 {
        self.sizes.iter().max_by_key(|(_, letters)| **letters).map_or(0, |(size, _)| *size)
    }

    /// Whether all letters are heavy; a footnote's number may be light.
    pub(super) fn is_heavy(&self) -> bool {
        let letters: usize = self.sizes.values().sum();
        letters > 0 && self.heavy * 20 >= letters * 19
    }
}
