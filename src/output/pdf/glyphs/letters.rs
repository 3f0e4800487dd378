//! Letters that run from right to left, told one by one.
//!
//! Readers that take text out of a PDF gather right-to-left letters by their places, from left to right on one
//! baseline, and turn the word round. So every letter is a span of its own, also the letters of a ligature and the
//! signs above a letter; and where a glyph stands off the baseline, as in sloping Nastaliq, its span begins with a
//! space of no width on the baseline, or every letter would seem to stand on a line of its own.

use super::Shower;
use crate::text::line::{Line, Run};
use crate::units::{Length, Point};

/// The initial of a line that runs from right to left: its runs, the marks before it first.
struct Initial<'l> {
    mark: Option<&'l Run>,
    letter: &'l Run,
    /// The run with the rest of its word.
    rest: &'l Run,
}

fn initial(line: &Line) -> Option<Initial<'_>> {
    let is_large = |letter: &Run, rest: &Run| {
        letter.rise < Length::ZERO && letter.size > rest.size + rest.size / 2 && letter.level % 2 == 1
    };
    let initial = match line.runs.as_slice() {
        [.., rest, letter] if is_large(letter, rest) => Initial { mark: None, letter, rest },
        [.., rest, letter, mark] if is_large(letter, rest) && mark.range.end == letter.range.start => {
            Initial { mark: Some(mark), letter, rest }
        }
        _ => return None,
    };
    let begins = line.text.get(initial.rest.range.start as usize..)?.starts_with(char::is_alphabetic);
    (begins && initial.letter.range.end == initial.rest.range.start).then_some(initial)
}

impl Shower<'_> {
    /// Shows a run; one that goes on with the word of an initial tells the initial too, which would be taken for a
    /// word of its own.
    pub(super) fn run_to_left(&mut self, line: &Line) {
        let is_own = |run: &Run| std::ptr::eq(run, self.run);
        match initial(line) {
            Some(Initial { mark, letter, .. }) if is_own(letter) || mark.is_some_and(is_own) => {
                self.cluster(0, self.run.glyphs.len(), Some(""));
            }
            Some(Initial { mark, letter, rest }) if is_own(rest) => {
                self.run(line);
                let from = mark.unwrap_or(letter).range.start;
                let words = &line.text[from as usize..letter.range.end as usize];
                let Some(space) = self.run.face.glyph(' ') else { return };
                let (space, _) = self.font.glyph(space);
                self.out.end_show();
                for letter in words.chars().rev() {
                    self.open(letter, space, line.run_end(rest));
                    self.out.end_marked();
                }
            }
            _ => self.run(line),
        }
    }

    /// Shows the glyphs from `index` to `end`, which stand for `text`.
    pub(super) fn letters(&mut self, index: usize, end: usize, text: &str) {
        let level = self.run.ys.get(index..end).is_none_or(|ys| ys.iter().all(|y| *y == Length::ZERO));
        let one = text.chars().nth(1).is_none();
        let gap = self.gap(end);
        let Some(space) = self.run.face.glyph(' ').filter(|_| !(level && one && gap.is_none())) else {
            return self.cluster(index, end, Some(text));
        };
        let (space, _) = self.font.glyph(space);
        let x = self.run.xs[index..end].iter().copied().min().unwrap_or_default();
        let mut letters = text.char_indices();
        let Some((_, first)) = letters.next() else { return };
        self.out.end_show();
        for (_, letter) in letters.rev() {
            self.open(letter, space, x);
            self.out.end_marked();
        }
        self.open(first, space, x);
        for glyph in index..end {
            self.glyph(glyph);
            let (number, _) = self.font.glyph(self.run.glyphs[glyph]);
            self.font.is_nearest(number, text);
        }
        self.out.end_show();
        if let Some(to) = gap {
            self.anchor(space, to);
        }
        self.out.end_marked();
    }

    /// Where the next letter of the word begins, if the font keeps it so far off that readers would see two words: a
    /// letter with dots below it behind a sweeping one.
    fn gap(&mut self, end: usize) -> Option<Length> {
        let (glyph, next) = (self.run.glyphs[end - 1], *self.run.clusters.get(end)?);
        let (_, width) = self.font.glyph(glyph);
        let ends = self.run.xs[end - 1] + Length((f64::from(width) * self.unit) as i32);
        let alike = self.run.clusters[end..].iter().take_while(|cluster| **cluster == next).count();
        let begins = self.run.xs[end..end + alike].iter().copied().min()?;
        (begins - ends > self.run.size / 16).then_some(begins)
    }

    /// Opens the span of a letter with a space of no width on the baseline.
    fn open(&mut self, letter: char, space: u16, x: Length) {
        self.out.begin_actual_text(letter.encode_utf8(&mut [0; 4]));
        self.anchor(space, x);
    }

    /// Puts down a space of no width on the baseline.
    fn anchor(&mut self, space: u16, x: Length) {
        let at = Point { x: self.at.x + x, y: self.at.y + self.run.rise };
        self.out.move_to(at.x, at.y);
        self.out.horizontal_scale(1_000);
        self.out.glyph(space);
        self.out.end_show();
        self.out.horizontal_scale(100_000 + self.run.stretch);
        // The next glyph finds its own place.
        self.height = None;
    }
}
