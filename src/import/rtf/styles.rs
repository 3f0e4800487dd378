//! The paragraph styles of a rich text.

use super::state::State;
use crate::import::office::{Role, role};
use std::collections::BTreeMap;

/// The styles by number.
#[derive(Clone, Debug, Default)]
pub(super) struct Styles {
    by_number: BTreeMap<i32, Style>,
    /// The name of the one that is defined now.
    pub(super) name: String,
}

/// A style.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    name: String,
    based_on: Option<i32>,
    outline: Option<u8>,
    /// Whether its letters are heavy and slanted, so that this is no emphasis.
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) small_caps: bool,
}

impl Styles {
    /// A definition ends.
    pub(super) fn define(&mut self, state: &State, based_on: Option<i32>) {
        let name = std::mem::take(&mut self.name);
        let name = name.split(';').next().unwrap_or_default().trim().to_string();
        if name.is_empty() || self.by_number.len() >= 10_000 {
            return;
        }
        let style = Style {
            name,
            based_on,
            outline: state.stand.outline,
            bold: state.letters.bold,
            italic: state.letters.italic,
            small_caps: state.letters.small_caps,
        };
        self.by_number.insert(state.stand.style, style);
    }

    /// A style.
    pub(super) fn get(&self, number: i32) -> Option<&Style> {
        self.by_number.get(&number)
    }

    /// What a style says, or the level of the outline.
    pub(super) fn role(&self, number: i32, outline: Option<u8>) -> Role {
        let next = |style: &&Style| style.based_on.and_then(|number| self.by_number.get(&number));
        let chain = || std::iter::successors(self.get(number), next).take(20);
        let named = chain().find_map(|style| role(&style.name));
        let level = || outline.or_else(|| chain().find_map(|style| style.outline)).filter(|level| *level < 9);
        named.or_else(|| level().map(|level| Role::Heading(level + 1))).unwrap_or_default()
    }
}
