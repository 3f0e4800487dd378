//! Footnotes: where each is defined, and the number it gets by the first reference to it.

use pulldown_cmark::{Event, Tag, TagEnd};
use std::collections::HashMap;
use std::ops::Range;

/// An event of the parser and its bytes in the source.
pub(super) type Found<'a> = (Event<'a>, Range<usize>);

/// A footnote's definition among the events.
pub(super) struct Definition {
    /// Its label in lower case, as labels are compared.
    label: String,
    /// Index of its first event behind the opening one.
    pub(super) first: usize,
    /// Index behind its closing event.
    pub(super) end: usize,
    /// Where it begins in the source.
    pub(super) at: usize,
    /// Whether it has been made part of the text.
    pub(super) used: bool,
}

/// All footnotes of a text.
#[derive(Default)]
pub(super) struct NoteBook {
    pub(super) definitions: Vec<Definition>,
    /// The first definition of a label.
    by_label: HashMap<String, usize>,
    /// The index of the definition by its opening event.
    by_event: HashMap<usize, usize>,
    numbers: HashMap<String, usize>,
    /// The labels in the order of their numbers.
    order: Vec<String>,
}

impl NoteBook {
    /// Finds every definition.
    pub(super) fn of(events: &[Found<'_>]) -> NoteBook {
        let mut book = NoteBook::default();
        let mut open = Vec::new();
        for (index, (event, range)) in events.iter().enumerate() {
            match event {
                Event::Start(Tag::FootnoteDefinition(label)) => {
                    open.push(book.definitions.len());
                    book.define(label.to_lowercase(), index, range.start);
                }
                Event::End(TagEnd::FootnoteDefinition) => {
                    if let Some(definition) = open.pop() {
                        book.definitions[definition].end = index + 1;
                    }
                }
                _ => {}
            }
        }
        book
    }

    fn define(&mut self, label: String, event: usize, at: usize) {
        let number = self.definitions.len();
        self.by_event.insert(event, number);
        self.by_label.entry(label.clone()).or_insert(number);
        self.definitions.push(Definition { label, first: event + 1, end: event + 1, at, used: false });
    }

    /// Makes label `n + 1` the note `n` for each of these, whatever comes first in the text.
    pub(super) fn fix(&mut self, numbers: &[usize]) {
        for number in numbers {
            self.numbers.insert((number + 1).to_string(), *number);
        }
    }

    /// The index behind the definition that event `event` opens.
    pub(super) fn end_of(&self, event: usize) -> Option<usize> {
        self.by_event.get(&event).map(|definition| self.definitions[*definition].end)
    }

    /// The number, from 0, of the note with this label.
    pub(super) fn number(&mut self, label: &str) -> usize {
        let label = label.to_lowercase();
        if let Some(number) = self.numbers.get(&label) {
            return *number;
        }
        let number = self.order.len();
        self.order.push(label.clone());
        self.numbers.insert(label, number);
        number
    }

    /// The definition of note `number`, which counts as used from now on; `None` behind the last note.
    pub(super) fn take(&mut self, number: usize) -> Option<usize> {
        let label = self.order.get(number)?;
        let definition = *self.by_label.get(label)?;
        self.definitions[definition].used = true;
        Some(definition)
    }

    /// The label of a definition.
    pub(super) fn label(&self, definition: usize) -> &str {
        &self.definitions[definition].label
    }
}
