//! What the steps of recognition see of a line: its words, and what can be told from them alone.

use super::wording;
use crate::edition::text::{Block, Mark};
use crate::import::manuscript::{Line, Style};
use std::collections::BTreeMap;

/// A line, looked at.
#[derive(Clone, Debug)]
pub(super) struct Seen<'m> {
    /// The line.
    pub(super) line: &'m Line,
    /// Its words on one line, white space made single.
    pub(super) words: String,
    /// Its words in small letters without anything but letters and digits, to be compared.
    pub(super) folded: String,
    /// How many letters it has.
    pub(super) length: usize,
    /// What it looks like.
    pub(super) shape: Shape,
    /// Whether the same words stand elsewhere in the manuscript.
    pub(super) is_repeated: bool,
}

/// What a line looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Running text.
    Prose,
    /// A heading by the file's own structure.
    Heading,
    /// A quotation, list, table, verse by the file's own structure.
    Set,
    /// A picture, an ornament, program text.
    Silent,
    /// A short line.
    Short,
}

impl Seen<'_> {
    /// Looks at a line.
    pub(super) fn of(line: &Line) -> Seen<'_> {
        let words = words(&line.block);
        let folded = folded(&words);
        let length = words.chars().count();
        let shape = match &line.block {
            Block::Paragraph(_) if is_prose(&words, length) => Shape::Prose,
            Block::Paragraph(_) => Shape::Short,
            Block::Heading { .. } => Shape::Heading,
            // The links of a menu are lists too.
            Block::List { .. } if !is_told(&words) => Shape::Short,
            Block::Quote { .. } | Block::List { .. } | Block::Table(_) | Block::Verse(_) => Shape::Set,
            Block::Figure { .. } | Block::Ornament | Block::Code(_) => Shape::Silent,
        };
        Seen { line, words, folded, length, shape, is_repeated: false }
    }

    /// Whether it may be furniture: short, and of a wording that sites use around texts.
    pub(super) fn is_furniture(&self) -> bool {
        self.line.style == Style::Furniture
            || self.shape == Shape::Prose
                && self.length <= 1_600
                && wording::pitch().find_iter(&self.words).count() >= 2
            || self.length <= 90
                && self.shape == Shape::Short
                && wording::stamp().is_match(&self.words)
                && self.line.style != Style::Date
            || self.is_paragraph()
                && self.length <= 160
                && (wording::furniture().is_match(&self.words) || self.is_sentence_less_mark())
    }

    /// Whether it begins a list of other texts.
    pub(super) fn is_related(&self) -> bool {
        self.length <= 60 && wording::related().is_match(&self.words)
    }

    /// Whether readers' comments begin here.
    pub(super) fn is_comments(&self) -> bool {
        self.length <= 80 && wording::comments().is_match(&self.words)
    }

    /// Whether it is a list of links, as menus are.
    pub(super) fn is_menu(&self) -> bool {
        self.shape == Shape::Short && matches!(self.line.block, Block::List { .. })
    }

    /// Whether it stands under a picture.
    pub(super) fn is_caption(&self) -> bool {
        self.line.style == Style::Caption || self.is_paragraph() && self.length <= 480 && self.is_credited()
    }

    /// Whether all of it is emphasised.
    pub(super) fn is_emphasised(&self) -> bool {
        let Block::Paragraph(paragraph) = &self.line.block else { return false };
        let emphasised = paragraph
            .marks
            .iter()
            .filter(|m| matches!(m.mark, Mark::Emphasis))
            .map(|m| m.range.len())
            .sum::<usize>();
        !paragraph.text.is_empty() && emphasised * 10 >= paragraph.text.len() * 9
    }

    /// Whether the one who took the picture is named near the end.
    fn is_credited(&self) -> bool {
        let last = wording::caption().find_iter(&self.words).last();
        last.is_some_and(|found| self.length <= 140 || self.words[found.start()..].chars().count() <= 70)
            && !self.words.ends_with('?')
    }

    pub(super) fn is_paragraph(&self) -> bool {
        matches!(self.line.block, Block::Paragraph(_) | Block::Heading { .. } | Block::List { .. })
    }

    /// A line without a letter: rules, blocks, bullets.
    fn is_sentence_less_mark(&self) -> bool {
        self.folded.is_empty()
            && self.length > 0
            && !matches!(self.words.trim(), "***" | "* * *" | "---" | "—" | "⁂" | "#" | "###")
    }
}

/// Marks the lines whose words stand more than once.
pub(super) fn mark_repeated(lines: &mut [Seen<'_>]) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for line in lines.iter().filter(|line| line.folded.len() > 8) {
        *counts.entry(&line.folded).or_default() += 1;
    }
    let repeated: Vec<bool> =
        lines.iter().map(|line| counts.get(line.folded.as_str()).is_some_and(|count| *count > 1)).collect();
    for (line, is_repeated) in lines.iter_mut().zip(repeated) {
        line.is_repeated = is_repeated;
    }
}

/// The words of a block on one line.
pub(crate) fn words(block: &Block) -> String {
    let mut found = String::new();
    block.each_paragraph(&mut |paragraph| {
        let words = paragraph.words();
        for word in words.split_whitespace() {
            if !found.is_empty() {
                found.push(' ');
            }
            found.push_str(word);
        }
    });
    found
}

/// Small letters and digits alone.
pub(super) fn folded(words: &str) -> String {
    words.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether a line is running text: long with punctuation, or a sentence of some length, and most of its words begin
/// in lower case where the script has cases (which alone tells navigation apart).
fn is_prose(words: &str, length: usize) -> bool {
    let stops =
        |letter: char| matches!(letter, '.' | ',' | ';' | '!' | '?' | '…' | '۔' | '،' | '؟' | '。' | '—');
    let ends = words
        .trim_end_matches(['"', '”', '’', '\'', '»', ')', '“', ']', '*'])
        .ends_with(['.', '!', '?', '…', '۔', '؟', ':', '。', '—']);
    let spaces = words.matches(' ').count();
    let is_long = length >= 140 && words.contains(stops);
    let is_sentence = length >= 45 && ends && spaces >= 6;
    let is_caseless = is_caseless(words);
    // A sign of Chinese or Japanese says as much as a word.
    let is_dense = words.chars().filter(|letter| matches!(letter, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}')).count() * 2 > length;
    (is_long || is_sentence || is_caseless && (length >= 90 || is_dense && length >= 30))
        && (is_caseless || lower_share(words) >= 42)
}

/// Whether the script has no capitals: few of the letters have a case.
fn is_caseless(words: &str) -> bool {
    let letters = words.chars().filter(|letter| letter.is_alphabetic()).count();
    let cased = words.chars().filter(|letter| letter.is_uppercase() || letter.is_lowercase()).count();
    cased * 10 < letters * 3
}

/// Whether a list says something: sentences, or words that begin in lower case.
fn is_told(words: &str) -> bool {
    is_caseless(words) || lower_share(words) >= 42
}

/// How many percent of the words begin in lower case.
fn lower_share(words: &str) -> usize {
    let firsts = words.split_whitespace().filter_map(|word| word.chars().find(|l| l.is_alphanumeric()));
    let (mut all, mut lower) = (0, 0);
    for first in firsts {
        all += 1;
        lower += usize::from(first.is_lowercase());
    }
    lower * 100 / all.max(1)
}
