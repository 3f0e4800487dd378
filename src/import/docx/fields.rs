//! Fields of a Word file: an instruction and what it gave. Only the result is text; that of HYPERLINK is a link.

use crate::import::office::{link, target};
use std::sync::Arc;

/// Fields in each other, at most.
const DEPTH: usize = 64;

/// The fields that are open at a place.
#[derive(Clone, Debug, Default)]
pub(super) struct Fields {
    open: Vec<Field>,
    /// Fields too deep to be kept.
    lost: usize,
}

#[derive(Clone, Debug, Default)]
struct Field {
    instruction: String,
    is_result: bool,
    link: Option<Arc<str>>,
}

impl Fields {
    /// A field begins, comes to its result, or ends.
    pub(super) fn step(&mut self, step: &str) {
        match step {
            "begin" if self.open.len() >= DEPTH => self.lost += 1,
            "begin" => self.open.push(Field::default()),
            "end" if self.lost > 0 => self.lost -= 1,
            "end" => {
                self.open.pop();
            }
            "separate" => {
                if let Some(field) = self.open.last_mut() {
                    field.is_result = true;
                    field.link = target(&field.instruction).and_then(|target| link(&target));
                }
            }
            _ => {}
        }
    }

    /// A part of an instruction.
    pub(super) fn instruct(&mut self, text: &str) {
        if let Some(field) = self.open.last_mut().filter(|field| !field.is_result) {
            let room = 8_192_usize.saturating_sub(field.instruction.len());
            field.instruction.extend(text.chars().take(room));
        }
    }

    /// Whether text at this place is shown.
    pub(super) fn is_shown(&self) -> bool {
        self.open.iter().all(|field| field.is_result)
    }

    /// Where text at this place links to.
    pub(super) fn link(&self) -> Option<Arc<str>> {
        self.open.iter().rev().find_map(|field| field.link.clone())
    }

    /// A paragraph ends: an instruction that is still open was never closed, and must not swallow the rest.
    pub(super) fn end_paragraph(&mut self) {
        self.open.retain(|field| field.is_result);
    }
}
