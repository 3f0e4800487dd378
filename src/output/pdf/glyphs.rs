//! A run of glyphs as text-showing operators.
//!
//! One `TJ` a run, with a correction only where a glyph stands elsewhere than the widths in the file put it: at kerns
//! and justified spaces. Strings are the subset's glyph numbers, two bytes each.

mod letters;
mod words;

use super::fonts::FontInUse;
use super::stream::ContentStream;
use crate::text::line::{Line, LineEnd, Run};
use crate::units::{Length, Point};

/// Text state that holds from run to run.
#[derive(Debug, Default)]
pub(super) struct TextState {
    font: Option<(String, Length)>,
    stretch: i32,
    /// Distance added after each glyph, in 1/10,000 pt of the unscaled text space.
    letter: i32,
}

/// Shows a run of a line or a part of one, which may be the end of its line; `at` is the line's start on the baseline,
/// in the PDF's coordinates (y upwards).
pub(super) fn show(
    run: &Run,
    line: &Line,
    ends_line: bool,
    at: Point,
    state: &mut TextState,
    font: &mut FontInUse,
    out: &mut ContentStream,
) {
    if run.glyphs.is_empty() {
        return;
    }
    if state.font.as_ref().is_none_or(|(name, size)| *name != font.id().0 || *size != run.size) {
        out.font(&font.id().0, run.size);
        state.font = Some((font.id().0.clone(), run.size));
    }
    if state.stretch != run.stretch {
        out.horizontal_scale(100_000 + run.stretch);
        state.stretch = run.stretch;
    }
    let letter = letter_space(run);
    if state.letter != letter {
        out.letter_space(letter);
        state.letter = letter;
    }
    let mut shower = Shower::new(run, at, font, out);
    match initial(line, run) {
        Some(Initial::Letter(word)) => shower.as_word(word),
        Some(Initial::Rest(end)) => shower.rest_of_word(line, end),
        Some(Initial::Mark) => shower.as_word(""),
        None => shower.run_to_left(line),
    }
    if ends_line && matches!(line.end, LineEnd::Space | LineEnd::Paragraph) {
        shower.space();
    }
    shower.out.end_show();
}

/// What the file adds after each glyph of a run, in 1/10,000 pt before the horizontal scale.
fn letter_space(run: &Run) -> i32 {
    let scale = 1.0 + f64::from(run.stretch) / 100_000.0;
    (run.letter.to_pt() * 10_000.0 / scale).round() as i32
}

struct Shower<'r> {
    run: &'r Run,
    at: Point,
    font: &'r mut FontInUse,
    out: &'r mut ContentStream,
    /// One unit of the file's text space, in 1/1024 pt.
    unit: f64,
    /// What the viewer adds after each glyph, in those units.
    letter: f64,
    /// Where the viewer's pen is, from the first glyph, in those units.
    pen: f64,
    height: Option<Length>,
}

impl<'r> Shower<'r> {
    fn new(run: &'r Run, at: Point, font: &'r mut FontInUse, out: &'r mut ContentStream) -> Shower<'r> {
        let scale = 1.0 + f64::from(run.stretch) / 100_000.0;
        let unit = f64::from(run.size.0) * scale / 1000.0;
        let letter = f64::from(letter_space(run)) / 10.0 / run.size.to_pt().max(0.001);
        Shower { run, at, font, out, unit, letter, pen: 0.0, height: None }
    }

    /// Shows the clusters one after the other.
    fn run(&mut self, line: &Line) {
        self.clusters(line, 0);
    }

    /// Shows an initial as the whole word that it begins: readers would take a letter so large for a word of its own.
    fn as_word(&mut self, word: &str) {
        self.cluster(0, self.run.glyphs.len(), Some(word));
    }

    /// Shows the rest of an initial's word as no text, and then what follows.
    fn rest_of_word(&mut self, line: &Line, end: u32) {
        let rest = self.run.clusters.iter().take_while(|cluster| **cluster < end).count();
        if rest > 0 {
            self.cluster(0, rest, Some(""));
        }
        self.clusters(line, rest);
    }

    fn clusters(&mut self, line: &Line, from: usize) {
        let run = self.run;
        if words::are_wholes(line, run) {
            words::each(line, run, from, |from, to, text| self.cluster(from, to, Some(text)));
            return;
        }
        let mut index = from;
        while index < run.glyphs.len() {
            let cluster = run.clusters[index];
            let end = index + run.clusters[index..].iter().take_while(|other| **other == cluster).count();
            let text = self.text(line, index, end);
            match text.filter(|_| run.level % 2 == 1) {
                Some(text) => self.letters(index, end, text),
                None => self.cluster(index, end, text),
            }
            index = end;
        }
    }

    /// The text of the glyphs from `index` to `end`; `None` for a hyphen that was added.
    fn text<'l>(&self, line: &'l Line, index: usize, end: usize) -> Option<&'l str> {
        let run = self.run;
        let from = run.clusters[index];
        // In a run from right to left the following text stands before.
        let next = if run.level % 2 == 1 { index.checked_sub(1) } else { Some(end) };
        let to =
            next.and_then(|next| run.clusters.get(next)).copied().unwrap_or(run.range.end).min(run.range.end);
        line.text.get(from as usize..to as usize).filter(|text| !text.is_empty())
    }

    fn cluster(&mut self, index: usize, end: usize, text: Option<&str>) {
        let text = text.unwrap_or("\u{ad}");
        let (number, _) = self.font.glyph(self.run.glyphs[index]);
        let plain = end - index == 1 && self.font.stands_for(number, text);
        if !plain {
            self.out.end_show();
            self.out.begin_actual_text(text);
        }
        for glyph in index..end {
            self.glyph(glyph);
        }
        if !plain {
            for glyph in &self.run.glyphs[index..end] {
                let (number, _) = self.font.glyph(*glyph);
                self.font.is_nearest(number, text);
            }
            self.out.end_show();
            self.out.end_marked();
        }
    }

    fn glyph(&mut self, index: usize) {
        let (number, width) = self.font.glyph(self.run.glyphs[index]);
        let x = f64::from((self.run.xs[index] - self.run.xs[0]).0) / self.unit;
        let height = self.run.ys.get(index).copied().unwrap_or(Length::ZERO);
        if self.height != Some(height) {
            self.out.end_show();
            self.out.move_to(self.at.x + self.run.xs[index], self.at.y + self.run.rise + height);
            self.height = Some(height);
            self.pen = x;
        }
        // Half a thousandth of an em is not seen; a number for it would only make the file larger.
        let correction = (self.pen - x).round();
        if correction != 0.0 && (self.pen - x).abs() > 0.6 {
            self.out.back(correction as i64);
            self.pen -= correction;
        }
        self.out.glyph(number);
        self.pen += f64::from(width) + self.letter;
    }

    /// A space after the last glyph of a line, so that the words of two lines stay apart when text is taken out.
    fn space(&mut self) {
        let Some(glyph) = self.run.face.glyph(' ') else { return };
        let (number, width) = self.font.glyph(glyph);
        if self.font.stands_for(number, " ") {
            self.out.glyph(number);
            self.pen += f64::from(width) + self.letter;
        }
    }
}

/// The part that a run has in an initial.
enum Initial<'l> {
    /// The letter: the word that it begins.
    Letter(&'l str),
    /// What follows it: the byte at which its word ends.
    Rest(u32),
    /// The quotation marks before it, told with the letter.
    Mark,
}

/// Whether a run is an initial, much larger and lower than what follows it, or follows one.
fn initial<'l>(line: &'l Line, run: &Run) -> Option<Initial<'l>> {
    let is_initial = |letter: &Run, rest: &Run| {
        let is_large = letter.rise < Length::ZERO && letter.size > rest.size + rest.size / 2;
        is_large && letter.range.end == rest.range.start
    };
    let (mark, letter, rest) = match line.runs.as_slice() {
        [letter, rest, ..] if is_initial(letter, rest) => (None, letter, rest),
        [mark, letter, rest, ..] if is_initial(letter, rest) && mark.range.end == letter.range.start => {
            (Some(mark), letter, rest)
        }
        _ => return None,
    };
    let start = mark.map_or(letter.range.start, |mark| mark.range.start);
    let word = line.text.get(start as usize..line.range.end as usize)?;
    // French has a space between its mark and the word.
    let letters = &word[(letter.range.start - start) as usize..];
    let length = letters.find(char::is_whitespace).unwrap_or(letters.len());
    let word = &word[..word.len() - letters.len() + length];
    let end = start + word.len() as u32;
    // A word in more runs is left as it is: better an odd space than a letter twice.
    if end > rest.range.end {
        return None;
    }
    match run {
        run if std::ptr::eq(run, letter) => Some(Initial::Letter(word)),
        run if std::ptr::eq(run, rest) => Some(Initial::Rest(end)),
        run if mark.is_some_and(|mark| std::ptr::eq(run, mark)) => Some(Initial::Mark),
        _ => None,
    }
}

/// Whether a run is part of an initial, or follows one.
pub(super) fn is_of_initial(line: &Line, run: &Run) -> bool {
    initial(line, run).is_some()
}

/// Where a line begins, in the PDF's coordinates.
pub(super) fn origin(at: Point, line: &Line, page_height: Length) -> Point {
    Point { x: at.x + line.start, y: page_height - at.y }
}
