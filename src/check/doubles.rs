//! Pieces that are in the book twice, whole or in large part, and those that readers can't tell apart.
//!
//! A column is often filed twice: as it was sent and as it was printed, with another headline and a line cut. So what
//! is compared is the words: of every eight that follow each other a number is made, of every sixteen numbers in a row
//! the least is kept (winnowing, Schleimer, Wilkerson and Aiken 2003), and two pieces that have many of these in common
//! have much of their text in common. Any twenty-three words that two pieces share are found, whatever stands around
//! them. The alternative, comparing each text with each, takes seconds where this takes a millisecond.

use crate::edition::piece::Piece;
use crate::notice::{Mend, Notice, Notices, Place, Rule, Weight};
use rustc_hash::{FxHashMap, FxHasher};
use std::collections::BTreeMap;
use std::hash::Hasher;
use std::sync::Arc;

/// How many words make a number.
const WORDS: usize = 8;

/// Of how many numbers in a row the least is kept.
const WINDOW: usize = 16;

/// The share of the shorter of two texts from which on it is called much.
const MUCH: f64 = 0.4;

/// The numbers of a text, in order, each once.
pub(super) fn prints(piece: &Piece) -> Vec<u64> {
    let mut words = Words::default();
    piece.body.each_paragraph(&mut |paragraph| words.add(&paragraph.text));
    let words = words.numbers;
    let shingles: Vec<u64> = words
        .windows(WORDS)
        .map(|words| {
            let mut hasher = FxHasher::default();
            words.iter().for_each(|word| hasher.write_u64(*word));
            hasher.finish()
        })
        .collect();
    let mut kept: Vec<u64> = match shingles.len() {
        0 => Vec::new(),
        count if count < WINDOW => shingles.iter().min().copied().into_iter().collect(),
        _ => shingles.windows(WINDOW).filter_map(|window| window.iter().min().copied()).collect(),
    };
    // Windows beside each other mostly have the same least.
    kept.dedup();
    kept.sort_unstable();
    kept.dedup();
    kept
}

/// The words of a text as numbers, whatever their capitals.
#[derive(Default)]
struct Words {
    numbers: Vec<u64>,
    hasher: FxHasher,
    is_open: bool,
}

impl Words {
    fn add(&mut self, text: &str) {
        for letter in text.chars() {
            // Scripts without spaces have a word for every letter; so few letters are as telling as so few words.
            let is_word = matches!(letter, '\u{e00}'..='\u{edf}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{9fff}');
            if is_word || !letter.is_alphanumeric() {
                self.end();
            }
            if letter.is_ascii() && letter.is_alphanumeric() {
                self.letter(letter.to_ascii_lowercase());
            } else if letter.is_alphanumeric() {
                letter.to_lowercase().for_each(|letter| self.letter(letter));
            }
        }
        self.end();
    }

    fn letter(&mut self, letter: char) {
        self.hasher.write_u32(letter.into());
        self.is_open = true;
    }

    fn end(&mut self) {
        if std::mem::take(&mut self.is_open) {
            self.numbers.push(std::mem::take(&mut self.hasher).finish());
        }
    }
}

/// Tells which pieces have their text, much of it, or their title in common; each comes with the numbers of its text.
pub(super) fn preflight(pieces: &[(&Arc<Piece>, &[u64])], notices: &mut Notices) {
    let doubles = whole(pieces, notices);
    near(pieces, &doubles, notices);
    let mut titles: BTreeMap<String, Vec<&Piece>> = BTreeMap::new();
    for (index, (piece, _)) in pieces.iter().enumerate() {
        if !doubles.contains_key(&index) && !piece.title.is_empty() {
            titles.entry(piece.title.words().to_lowercase()).or_default().push(piece);
        }
    }
    for pieces in titles.values().filter(|pieces| pieces.len() > 1) {
        let what = format!("{} pieces have the title “{}”", pieces.len(), pieces[0].title.words());
        let hint = "readers can't tell them apart in the contents: give them subtitles or numbers";
        notices.of(Rule::SameTitle).remark(Place::file(&pieces[1].file), what, hint);
    }
}

/// Tells which pieces have the text of another; by their index, that of the other.
fn whole(pieces: &[(&Arc<Piece>, &[u64])], notices: &mut Notices) -> BTreeMap<usize, usize> {
    let mut bodies: BTreeMap<&str, usize> = BTreeMap::new();
    let mut doubles = BTreeMap::new();
    for (index, (piece, _)) in pieces.iter().enumerate() {
        let body = piece.markdown.trim();
        if body.is_empty() {
            continue;
        }
        let first = *bodies.entry(body).or_insert(index);
        if first != index {
            let other = pieces[first].0.file.display();
            let what = format!("“{}” is in the book twice, also in {other}", piece.title.words());
            notices.push(double(piece, Rule::Double, what));
            doubles.insert(index, first);
        }
    }
    doubles
}

/// Tells which pieces have much of their text in common with one before them: of several the one with most.
fn near(pieces: &[(&Arc<Piece>, &[u64])], doubles: &BTreeMap<usize, usize>, notices: &mut Notices) {
    let mut holders: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for (index, (piece, prints)) in
        pieces.iter().enumerate().filter(|(index, _)| !doubles.contains_key(index))
    {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for print in *prints {
            let holders = holders.entry(*print).or_default();
            holders.iter().for_each(|other| *shared.entry(*other).or_default() += 1);
            holders.push(index);
        }
        let share = |other: usize, count: usize| {
            let shorter = prints.len().min(pieces[other].1.len()).max(1);
            f64::from(u32::try_from(count).unwrap_or(u32::MAX))
                / f64::from(u32::try_from(shorter).unwrap_or(u32::MAX))
        };
        let shares = shared.into_iter().map(|(other, count)| (other, share(other, count)));
        let most = shares.max_by(|one, two| one.1.total_cmp(&two.1));
        if let Some((other, share)) = most.filter(|(_, share)| *share >= MUCH) {
            let other = pieces[other].0;
            let what = format!(
                "“{}” has about {:.0} % of its words in common with “{}” ({})",
                piece.title.words(),
                (share * 20.0).round() * 5.0,
                other.title.words(),
                other.file.display()
            );
            notices.push(double(piece, Rule::NearDouble, what));
        }
    }
}

fn double(piece: &Piece, rule: Rule, what: String) -> Notice {
    let hint = "leave one of them out with include: false";
    let notice = Notice::new(Weight::Doubt, Place::file(&piece.file), what, hint).by(rule);
    Notice { mend: Some(Mend::LeaveOut), ..notice }
}
