//! Where lines may end, and what ending or starting there does to their width.
//!
//! Widths are exact without shaping a line again: splitting before a glyph that is safe to break keeps the glyphs,
//! so a line is a difference of prefix sums plus a `tail` (its last fragment with a hyphen, set alone) and a `head`
//! (its first). Hanging punctuation is part of both, so the optimiser sees it.

use super::runs::TextRun;
use super::segments;
use super::shape::{Shaped, Shaper};
use super::spacing::{self, is_closing, is_gap, is_opening};
use super::{Content, Measure};
use super::{fit, hyphenate};
use crate::design::Align;

/// A place where a line may end. Widths count from the start of the paragraph, in 1/1024 pt.
#[derive(Clone, Copy, Debug)]
pub(super) struct Break {
    /// The byte at which the next line begins.
    pub(super) at: u32,
    /// The byte at which this line's ink ends: spaces before `at` are not drawn.
    pub(super) ink: u32,
    /// Width up to `ink`.
    pub(super) width_end: i32,
    /// Width of spaces up to `ink`.
    pub(super) spaces_end: i32,
    /// Width up to `at`.
    pub(super) width_next: i32,
    /// Width of spaces up to `at`.
    pub(super) spaces_next: i32,
    /// Places between two letters of a word up to `ink`, that before an added hyphen included.
    pub(super) joins_end: u32,
    /// Such places up to `at`, that between the letters on both sides included.
    pub(super) joins_next: u32,
    /// The word before, and the one that begins the next line, as hashes; 0 where there is none.
    pub(super) last_word: u32,
    /// See `last_word`.
    pub(super) next_word: u32,
    /// What a line that ends here is wider by: hyphen, another form of the last letters, less what hangs.
    pub(super) tail: i32,
    /// What a line that starts here is wider by.
    pub(super) head: i32,
    /// How far the line's end hangs out of the measure.
    pub(super) hang: i32,
    /// Price of ending here, beside the kind's own.
    pub(super) price: f32,
    /// What kind of place it is.
    pub(super) kind: BreakKind,
}

impl Break {
    /// Whether it parts a stretch that no line has room for, where nothing else allows it.
    pub(super) fn is_anywhere(&self) -> bool {
        self.kind == BreakKind::Letter && self.price == ANYWHERE
    }
}

/// What kind of place a break is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BreakKind {
    Space,
    Hyphen,
    Letter,
    Forced,
}

/// The breaks of a paragraph.
pub(super) struct Breaks {
    /// In order; the last one is the end.
    pub(super) list: Vec<Break>,
    /// Where the first line begins, as if a line ended before it.
    pub(super) start: Break,
    /// Size of the type, in 1/1024 pt.
    pub(super) em: i32,
}

/// Everything about a paragraph by byte.
struct Sums<'a> {
    text: &'a str,
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

/// The hyphen that is added at a division: the real one where the font has it.
pub(super) fn hyphen(run: &TextRun) -> char {
    if run.face.has('\u{2010}') { '\u{2010}' } else { '-' }
}

/// Lists where the lines of a paragraph may end.
pub(super) fn candidates(
    content: &Content,
    measure: &Measure,
    shaped: &Shaped,
    shaper: &mut Shaper,
) -> Breaks {
    let text = &*content.text;
    let sums = Sums::of(content, shaped, measure.align == Align::Justified);
    let mut list = Vec::with_capacity(text.len() / 4 + 1);
    let mut from = 0;
    for to in segments::ends(content) {
        if parts_address(text, from, to) {
            // The annex breaks addresses after slashes and hyphens.
            continue;
        }
        let known = list.len();
        let is_url = is_address(&text[from..to]);
        if is_url {
            in_address(&sums, from, to, &mut list, shaper);
        } else if measure.hyphenate {
            divisions(content, &sums, from, to, &mut list, shaper);
        }
        let least = measure.room(0).min(measure.room(1)).0;
        // The parts of an address are left whole where each has room on a line.
        let widest = if is_url { sums.widest_part(from, to, &list[known..]) } else { sums.between(from, to) };
        if widest > least {
            anywhere(&sums, from, to, &mut list, shaper);
        }
        let kind = if to == text.len() || text[from..to].ends_with('\n') {
            BreakKind::Forced
        } else {
            BreakKind::Space
        };
        list.push(sums.at(to, kind, 0.0, shaper));
        from = to;
    }
    if text.is_empty() {
        list.push(sums.at(0, BreakKind::Forced, 0.0, shaper));
    }
    let start = sums.at(0, BreakKind::Space, 0.0, shaper);
    Breaks { list, start, em: shaped.size().0 }
}

/// The end of a text as its only break.
pub(super) fn end(content: &Content, measure: &Measure, shaped: &Shaped, shaper: &mut Shaper) -> Breaks {
    let sums = Sums::of(content, shaped, measure.align == Align::Justified);
    let list = vec![sums.at(content.text.len(), BreakKind::Forced, 0.0, shaper)];
    Breaks { list, start: sums.at(0, BreakKind::Space, 0.0, shaper), em: shaped.size().0 }
}

/// Whether an address goes on on both sides of `to`; `from` is not after its beginning.
fn parts_address(text: &str, from: usize, to: usize) -> bool {
    let inside = to < text.len() && !text[..to].ends_with(char::is_whitespace);
    inside && is_address(text[from..].split(char::is_whitespace).next().unwrap_or(""))
}

/// Whether a stretch is an address of the web or of mail.
fn is_address(segment: &str) -> bool {
    segment.contains("://")
        || segment.starts_with("www.")
        || (segment.contains('@') && segment.contains('.'))
        || (segment.matches('/').count() > 1 && !segment.contains(' '))
}

/// Addresses are broken before their own punctuation, so that nobody takes it for the end of a sentence, and after
/// the scheme; never with a hyphen (Chicago Manual of Style, 17th edition, 7.46).
fn in_address(sums: &Sums<'_>, from: usize, to: usize, list: &mut Vec<Break>, shaper: &mut Shaper) {
    let segment = sums.text[from..to].trim_end();
    for (index, letter) in segment.char_indices() {
        let before = &segment[..index];
        let has_room = index >= 3 && segment.len() - index > 3;
        let sign =
            matches!(letter, '/' | '.' | ',' | '-' | '_' | '?' | '&' | '=' | '#' | '@' | '~' | '%' | '+');
        let is_first_sign = !before.ends_with(['/', '.', ':', '-']);
        // A line that ends in the scheme alone is the last resort.
        let price = if before.ends_with("://") { 60_000.0 } else { 2_500.0 };
        if has_room && (sign && is_first_sign || before.ends_with("://")) {
            list.push(sums.at(from + index, BreakKind::Letter, price, shaper));
        }
    }
}

/// Divisions of words.
fn divisions(
    content: &Content,
    sums: &Sums<'_>,
    from: usize,
    to: usize,
    list: &mut Vec<Break>,
    shaper: &mut Shaper,
) {
    let segment = &sums.text[from..to];
    let soft = segment.match_indices('\u{ad}').map(|(index, soft)| from + index + soft.len());
    let mut soft = soft.peekable();
    if soft.peek().is_some() {
        // Where the author says how a word is divided, the patterns keep silent.
        soft.for_each(|byte| list.push(sums.at(byte, BreakKind::Hyphen, 0.0, shaper)));
        return;
    }
    if segment.len() < 6 {
        return;
    }
    let span = content.spans.iter().find(|span| (span.start as usize..span.end as usize).contains(&from));
    let Some(lang) = span.and_then(|span| hyphenate::patterns(span.language)) else { return };
    // The last word of a paragraph is left whole.
    let is_last = sums.text[to..].trim().is_empty();
    if is_last {
        return;
    }
    for (byte, edge) in shaper.divisions.of(segment, lang).iter() {
        list.push(sums.at(from + *byte as usize, BreakKind::Hyphen, 0.3 * f32::from(*edge), shaper));
    }
}

/// What it costs to break a stretch wider than a line just anywhere.
const ANYWHERE: f32 = 9_000.0;

/// A stretch wider than a line may be broken anywhere, at a price nobody pays without need.
fn anywhere(sums: &Sums<'_>, from: usize, to: usize, list: &mut Vec<Break>, shaper: &mut Shaper) {
    let first = list.iter().rposition(|b| b.at as usize <= from).map_or(0, |index| index + 1);
    let known: Vec<u32> = list[first..].iter().map(|b| b.at).collect();
    let segment = sums.text[from..to].trim_end();
    for (index, letter) in segment.char_indices().skip(1) {
        let at = from + index;
        // A letter without width is a mark on the one before, or part of a ligature.
        let is_attached = sums.between(at, at + letter.len_utf8()) == 0;
        if !is_attached && known.binary_search(&(at as u32)).is_err() {
            list.push(sums.at(at, BreakKind::Letter, ANYWHERE, shaper));
        }
    }
    list[first..].sort_by_key(|b| b.at);
}

impl<'a> Sums<'a> {
    fn of(content: &'a Content, shaped: &'a Shaped, hangs: bool) -> Sums<'a> {
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
    fn between(&self, from: usize, to: usize) -> i32 {
        self.sums[to].width.wrapping_sub(self.sums[from].width)
    }

    /// Width of the widest part of a stretch between its breaks.
    fn widest_part(&self, from: usize, to: usize, breaks: &[Break]) -> i32 {
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
    fn at(&self, at: usize, kind: BreakKind, price: f32, shaper: &mut Shaper) -> Break {
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

fn part(width: i32, share: f32) -> i32 {
    (width as f32 * share).round() as i32
}

/// How much of a sign hangs out at the end of a line: the lighter its ink, the more (after microtype's tables in
/// spirit, drawn up for our faces by eye).
pub(super) fn right_hang(sign: char) -> f32 {
    match sign {
        '-' | '\u{2010}' | '\u{ad}' => 0.55,
        '.' | ',' | '…' | '،' | '۔' => 0.65,
        // The empty half of its square.
        sign if is_closing(sign) => 0.5,
        '’' | '”' | '\'' | '"' | '»' | '›' => 0.5,
        ';' | ':' | '؛' => 0.35,
        '—' | '–' => 0.2,
        '!' | '?' | '؟' => 0.12,
        _ => 0.0,
    }
}

/// How much of a sign hangs out at the start of a line.
pub(super) fn left_hang(sign: char) -> f32 {
    match sign {
        '‘' | '“' | '„' | '‚' | '\'' | '"' | '«' | '‹' => 0.5,
        sign if is_opening(sign) => 0.5,
        '—' | '–' => 0.15,
        '(' | '[' => 0.1,
        'T' | 'V' | 'W' | 'Y' => 0.06,
        'A' | 'J' => 0.03,
        _ => 0.0,
    }
}
