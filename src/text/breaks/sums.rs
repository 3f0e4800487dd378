//! What stands before each byte of a paragraph, and what a line that ends or begins there is wider by.

use super::hang::{left_hang, part, right_hang};
use super::{Break, BreakKind, hyphen};
use crate::text::runs::TextRun;
use crate::text::shape::{Shaped, Shaper};
use crate::text::spacing::{self, is_closing, is_gap};
use crate::text::{Content, fit, hyphenate};

/// Everything about a paragraph by byte.
pub(super) struct Sums<'a> {
    pub(super) text: &'a str,
    shaped: &'a Shaped,
    /// One for each byte, and one for the end.
    sums: Vec<Sum>,
    hangs: bool,
    right_to_left: bool,
}

/// What stands before a byte.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    /// Its width.
    width: i32,
    /// Width of the spaces in it.
    spaces: i32,
    /// Places between two letters of a word in it.
    joins: u32,
    /// Whether the letters on both sides of the byte belong to one word and may move apart.
    is_join: bool,
    /// Whether the glyphs on both sides would look different apart.
    tied: bool,
}

impl<'a> Sums<'a> {
    pub(super) fn of(content: &'a Content, shaped: &'a Shaped, hangs: bool) -> Sums<'a> {
        let text = &*content.text;
        let right_to_left = content.language.is_right_to_left();
        let bytes = text.as_bytes();
        let is_space = |byte: usize| matches!(bytes[byte], b' ' | b'\n');
        let mut sums = vec![Sum { tied: true, ..Sum::default() }; text.len() + 1];
        sums[text.len()].tied = false;
        // First what each cluster adds, at its first byte; then the running sums.
        for (run, glyphs) in shaped.runs.iter().zip(&shaped.glyphs) {
            let is_loose = fit::has_loose_letters(run);
            for index in 0..glyphs.len() {
                let byte = glyphs.cluster[index] as usize;
                let sum = &mut sums[byte];
                sum.width += glyphs.advance[index];
                sum.tied = glyphs.unsafe_before[index];
                sum.spaces += match bytes[byte] {
                    b'\n' => glyphs.advance[index],
                    _ => spacing::give(text, byte, glyphs.advance[index]),
                };
                if !is_space(byte) {
                    sum.is_join = is_loose && byte > 0 && !is_space(byte - 1);
                }
            }
            sums[run.range.start].tied = false;
        }
        let (mut width, mut spaces, mut joins) = (0_i32, 0_i32, 0);
        for sum in &mut sums {
            // A byte inside a cluster (a ligature) counts as the cluster's end: its own addition is none.
            // The sums of half a million letters pass what a number holds; their differences stay right.
            (sum.width, width) = (width, width.wrapping_add(sum.width));
            (sum.spaces, spaces) = (spaces, spaces.wrapping_add(sum.spaces));
            (sum.joins, joins) = (joins, joins + u32::from(sum.is_join));
        }
        Sums { text, shaped, sums, hangs, right_to_left }
    }

    /// Width from one byte to a later one.
    pub(super) fn between(&self, from: usize, to: usize) -> i32 {
        self.sums[to].width.wrapping_sub(self.sums[from].width)
    }

    /// Width of the widest part of a stretch between its breaks.
    pub(super) fn widest_part(&self, from: usize, to: usize, breaks: &[Break]) -> i32 {
        let ends = breaks.iter().map(|b| b.at as usize).chain([to]);
        let mut start = from;
        ends.map(|end| self.between(std::mem::replace(&mut start, end), end)).max().unwrap_or(0)
    }

    fn run_at(&self, byte: usize) -> usize {
        self.shaped
            .runs
            .partition_point(|run| run.range.end <= byte)
            .min(self.shaped.runs.len().saturating_sub(1))
    }

    /// The break at byte `at`.
    pub(super) fn at(&self, at: usize, kind: BreakKind, price: f32, shaper: &mut Shaper) -> Break {
        let ink =
            self.text[..at].trim_end_matches([' ', '\n', '\t', '\u{2009}', '\u{200a}', '\u{200b}']).len();
        let (tail, hang) = self.tail(ink, kind == BreakKind::Hyphen, shaper);
        let ends_in_dash = ink == at && kind == BreakKind::Space;
        let kind = if ends_in_dash { BreakKind::Letter } else { kind };
        let before_dash = kind == BreakKind::Letter && self.text[at..].starts_with('—');
        let (before, after) = (self.sums[ink], self.sums[at]);
        let is_between_words = kind == BreakKind::Space && at < self.text.len();
        let (last_word, next_word) = if is_between_words {
            (last_word(&self.text[..ink]), first_word(&self.text[at..]))
        } else {
            (0, 0)
        };
        Break {
            at: at as u32,
            ink: ink as u32,
            width_end: before.width,
            spaces_end: before.spaces,
            width_next: after.width,
            spaces_next: after.spaces,
            joins_end: before.joins + u32::from(kind == BreakKind::Hyphen),
            joins_next: after.joins + u32::from(after.is_join),
            last_word,
            next_word,
            tail: tail - hang,
            head: self.head(at, shaper),
            hang,
            price: price + if before_dash { 8_000.0 } else { 0.0 },
            kind,
        }
    }

    /// What ending a line at `at` adds to its width, and how far its end hangs.
    fn tail(&self, at: usize, divided: bool, shaper: &mut Shaper) -> (i32, i32) {
        if at == 0 || self.shaped.runs.is_empty() {
            return (0, 0);
        }
        let run = &self.shaped.runs[self.run_at(at - 1)];
        let mut added = 0;
        if divided || self.sums[at].tied {
            let start = self.safe_before(at - 1, run.range.start);
            let mut fragment = String::with_capacity(at - start + 3);
            fragment.push_str(&self.text[start..at]);
            if divided {
                fragment.push(hyphen(run));
            }
            added = shaper.fragment(run, &fragment).width() - self.between(start, at);
        }
        // Only what stands at the edge of the line hangs: an English word at the end of an Urdu line does not.
        let at_edge = (run.level % 2 == 1) == self.right_to_left;
        (added, if self.hangs && at_edge { self.hang_right(at, divided, run, shaper) } else { 0 })
    }

    fn hang_right(&self, at: usize, divided: bool, run: &TextRun, shaper: &mut Shaper) -> i32 {
        if divided {
            let mut sign = [0; 4];
            let width = shaper.fragment(run, hyphen(run).encode_utf8(&mut sign)).width();
            return part(width, right_hang('-'));
        }
        let Some(last) = self.text[..at].chars().next_back() else { return 0 };
        if is_gap(self.text, at) {
            // The quarter em after an ideograph is nothing at the end of a line.
            return run.style.size.0 / 4;
        }
        let width = self.between(at - last.len_utf8(), at);
        if is_closing(last) && width < run.style.size.0 * 3 / 4 {
            // It was squeezed against what followed.
            return 0;
        }
        part(width, right_hang(last))
    }

    /// What starting a line at `at` adds to its width.
    fn head(&self, at: usize, shaper: &mut Shaper) -> i32 {
        if at >= self.text.len() || self.shaped.runs.is_empty() {
            return 0;
        }
        let run = &self.shaped.runs[self.run_at(at)];
        let mut added = 0;
        if self.sums[at].tied {
            let end = self.safe_after(at + 1, run.range.end);
            added = shaper.fragment(run, &self.text[at..end]).width() - self.between(at, end);
        }
        if hyphenate::is_repeated(self.text, at, run.language) {
            let mut sign = [0; 4];
            return added + shaper.fragment(run, hyphen(run).encode_utf8(&mut sign)).width();
        }
        if !self.hangs {
            return added;
        }
        let Some(first) = self.text[at..].chars().next() else { return added };
        added - part(self.between(at, at + first.len_utf8()), left_hang(first))
    }

    /// The nearest byte at or before `from` where glyphs part cleanly.
    fn safe_before(&self, from: usize, least: usize) -> usize {
        (least..=from).rev().find(|byte| self.is_safe(*byte)).unwrap_or(least)
    }

    /// The nearest byte at or after `from` where glyphs part cleanly.
    fn safe_after(&self, from: usize, most: usize) -> usize {
        (from..most).find(|byte| self.is_safe(*byte)).unwrap_or(most)
    }

    fn is_safe(&self, byte: usize) -> bool {
        !self.sums[byte].tied && self.text.is_char_boundary(byte)
    }
}

/// A hash of the word that begins a text; 0 without one.
fn first_word(text: &str) -> u32 {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    hash(text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or(""))
}

/// A hash of the word that ends a text; 0 without one.
fn last_word(text: &str) -> u32 {
    let text = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    hash(text.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or(""))
}

/// The same for a word in small letters and with a capital (FNV-1a).
fn hash(word: &str) -> u32 {
    if word.is_empty() {
        return 0;
    }
    let letters = word.chars().flat_map(char::to_lowercase);
    letters.fold(0x811c_9dc5, |hash: u32, letter| (hash ^ letter as u32).wrapping_mul(0x0100_0193)).max(1)
}
