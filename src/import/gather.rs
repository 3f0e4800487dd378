//! Runs of a paragraph, as a reader meets them, become one paragraph with marks.

use crate::edition::text::marks::nest;
use crate::edition::text::{Mark, Marked, Paragraph};

/// A paragraph in the making.
#[derive(Clone, Debug, Default)]
pub(super) struct Gather {
    text: String,
    marks: Vec<Marked>,
    /// The marks that end where the text ends, by their places in `marks`: one of 50,000 is not looked for among all.
    last: Vec<usize>,
}

impl Gather {
    /// Appends a run as it is, marked with all of `marks`. Runs that are marked alike become one.
    pub(super) fn push(&mut self, run: &str, marks: &[Mark]) {
        let start = self.text.len();
        self.text.push_str(run);
        let end = self.text.len();
        if start == end {
            return;
        }
        let before = std::mem::take(&mut self.last);
        for mark in marks {
            let open = before.iter().rev().find(|at| self.marks[**at].mark == *mark);
            match open.filter(|_| !matches!(mark, Mark::Note(_))) {
                Some(at) => {
                    self.marks[*at].range.end = end;
                    self.last.push(*at);
                }
                None => {
                    self.last.push(self.marks.len());
                    self.marks.push(Marked { range: start..end, mark: mark.clone() });
                }
            }
        }
    }

    /// Appends a run of which white space means one space, as in HTML and XML.
    pub(super) fn flow(&mut self, run: &str, marks: &[Mark]) {
        let is_space = |letter: char| matches!(letter, ' ' | '\t' | '\n' | '\r' | '\u{C}');
        let mut words = String::with_capacity(run.len());
        let mut open = self.text.is_empty() || self.text.ends_with(is_space);
        for letter in run.chars() {
            match (is_space(letter), open) {
                (true, true) => {}
                (true, false) => {
                    words.push(' ');
                    open = true;
                }
                (false, _) => {
                    words.push(letter);
                    open = false;
                }
            }
        }
        self.push(&words, marks);
    }

    /// Appends a line break that was asked for.
    pub(super) fn line_break(&mut self) {
        self.text.truncate(self.text.trim_end_matches(' ').len());
        self.push("\n", &[]);
    }

    /// Appends the mark of note `number`, from 0.
    pub(super) fn note(&mut self, number: usize) {
        self.push(&(number + 1).to_string(), &[Mark::Note(number)]);
    }

    /// Whether there are no words yet.
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The paragraph, without white space at its ends; this one is empty then.
    pub(super) fn take(&mut self) -> Paragraph {
        let Gather { text, marks, .. } = std::mem::take(self);
        let start = text.len() - text.trim_start().len();
        let end = text.trim_end().len().max(start);
        let mut kept = Vec::with_capacity(marks.len());
        for Marked { range, mark } in marks {
            let (from, to) = (range.start.clamp(start, end), range.end.clamp(start, end));
            // Emphasis over the spaces around a word is emphasis of the word.
            let words = &text[from..to];
            let from = from + words.len() - words.trim_start().len();
            let to = (from + words.trim().len()).max(from);
            kept.push(Marked { range: from - start..to - start, mark });
        }
        Paragraph { marks: nest(kept), ..Paragraph::plain(&text[start..end]) }
    }
}
