//! Recognition: the lines of a manuscript get their fields.
//!
//! In: a [`Manuscript`]. Out: an [`Intake`], every line with its field and how sure that is. The order: the body is
//! the weightiest run of text ([`body`]); the header stands above it ([`head`]): title, then what is left by wording
//! and place; the tail begins inside its last lines and goes on below ([`tail`]); then the names and what the file
//! states about itself ([`stated`]).

mod body;
pub(crate) mod byline;
mod closing;
mod dates;
mod head;
mod names;
mod section;
mod seen;
pub(super) mod sentences;
mod stated;
mod tail;
mod title;
mod wording;

use super::Format;
use super::clean::is_invisible;
use super::intake::{Field, Intake, IntakeLine, Origin};
use super::manuscript::{Line, Manuscript, Style};
use crate::edition::language::Language;
use crate::edition::text::{Block, Paragraph, marks};
use seen::{Seen, Shape};
use std::ops::Range;
use std::path::Path;

pub(crate) use dates::published;
pub(crate) use names::is_name;
pub(crate) use seen::words;
pub(crate) use wording::{disclaimer_label, note_label};

/// What a line, or a part of it, has been found to be.
#[derive(Clone, Debug)]
struct Label {
    /// The bytes of the paragraph; the whole block when empty.
    range: Range<usize>,
    field: Field,
    confidence: u8,
}

/// The labels of all lines; a line without one is not yet found.
struct Labels {
    of: Vec<Vec<Label>>,
}

impl Labels {
    fn set(&mut self, line: usize, field: Field, confidence: u8) {
        self.of[line] = vec![Label { range: 0..0, field, confidence }];
    }

    fn parts(&mut self, line: usize, parts: Vec<Label>) {
        self.of[line] = parts;
    }

    fn is_free(&self, line: usize) -> bool {
        self.of[line].is_empty()
    }

    fn is(&self, line: usize, field: Field) -> bool {
        self.of[line].iter().any(|label| label.field == field)
    }

    fn has(&self, field: Field) -> bool {
        self.of.iter().flatten().any(|label| label.field == field)
    }
}

/// What the steps work on.
struct Desk<'m> {
    lines: Vec<Seen<'m>>,
    labels: Labels,
    /// Lines that stand in no text: names that follow from a note, statements.
    derived: Vec<IntakeLine>,
    /// Whether what is no text may be furniture: pages and pasted texts, not documents.
    is_page: bool,
    format: Format,
    /// The authors that the file states.
    stated_authors: Vec<String>,
    /// Short lines of a plain text that are headings.
    headings: Vec<usize>,
}

/// Finds the fields of a manuscript.
pub(super) fn recognise(mut manuscript: Manuscript, file: &Path, format: Format) -> Intake {
    manuscript.lines.retain(|line| !is_unseen(&line.block));
    let mut lines: Vec<Seen<'_>> = manuscript.lines.iter().map(Seen::of).collect();
    seen::mark_repeated(&mut lines);
    let labels = Labels { of: vec![Vec::new(); lines.len()] };
    let is_page = matches!(format, Format::Text | Format::Html);
    let stated_authors = stated::known_authors(&manuscript.stated);
    let mut desk =
        Desk { lines, labels, derived: Vec::new(), is_page, format, stated_authors, headings: Vec::new() };
    let body = desk.body();
    let body = desk.reach(body);
    let title = title::title(&mut desk, &manuscript.stated, body.start);
    let body = title.map_or(body.clone(), |title| {
        body.start.max(title + 1).min(body.end.max(title + 1))..body.end.max(title + 1)
    });
    head::header(&mut desk, title, body.start);
    tail::tail(&mut desk, body.clone());
    desk.inside(body);
    stated::names(&mut desk, &manuscript.stated);
    stated::dates(&mut desk, &manuscript.stated);
    stated::rest(&mut desk, &manuscript.stated);
    desk.find_headings();
    let Desk { labels, derived, headings, .. } = desk;
    let language = manuscript.stated.language.or_else(|| guess_language(&manuscript.lines));
    let mut lines = derived;
    for (index, (line, labels)) in manuscript.lines.iter().zip(labels.of).enumerate() {
        lines.extend(labelled(line, &labels, headings.contains(&index)));
    }
    Intake {
        file: file.to_path_buf(),
        format,
        language,
        lines,
        notes: manuscript.notes,
        stated: manuscript.stated,
        pictures: manuscript.pictures,
        undone: Default::default(),
    }
}

impl Desk<'_> {
    /// The body: of a page the weightiest run, of a document all of it.
    fn body(&self) -> Range<usize> {
        let run = body::run(&self.lines);
        if self.is_page {
            return run;
        }
        let first = self.lines.iter().position(|line| line.shape == Shape::Prose || line.shape == Shape::Set);
        first.unwrap_or(0).min(run.start)..self.lines.len()
    }

    /// The body with the paragraphs behind its end that readability keeps, or that only advertisements part from it.
    fn reach(&self, body: Range<usize>) -> Range<usize> {
        let mut end = body.end;
        for index in body.end..self.lines.len().min(body.end + 60) {
            let line = &self.lines[index];
            let is_break = line.is_comments() || line.is_related() && line.line.article != Some(true);
            if !self.is_page || is_break || index > end + 6 {
                break;
            }
            if line.shape == Shape::Prose && line.line.article == Some(true) {
                end = index + 1;
            }
        }
        body.start..end
    }

    /// What stands between the lines of the body: text, or furniture that slipped in.
    fn inside(&mut self, body: Range<usize>) {
        let mut related = false;
        for index in body.clone() {
            if !self.labels.is_free(index) {
                continue;
            }
            let line = &self.lines[index];
            if line.shape == Shape::Prose || line.shape == Shape::Set {
                related = false;
            }
            let is_repeated = line.shape == Shape::Short
                && line.length > 12
                && self.lines[..index].iter().any(|other| other.folded == line.folded);
            let is_out = self.is_page
                && !matches!(line.shape, Shape::Silent)
                && (line.is_furniture()
                    || line.is_related() && line.line.article != Some(true)
                    || related
                    || line.line.style == Style::Furniture
                    || line.shape == Shape::Short && line.is_caption()
                    || is_repeated && self.format == Format::Text);
            related |= self.is_page && line.is_related();
            match is_out {
                true => self.labels.set(index, Field::Dropped, 75),
                false => {
                    self.labels.set(index, Field::Body, if line.shape == Shape::Prose { 95 } else { 80 })
                }
            }
        }
        for index in 0..self.lines.len() {
            if self.labels.is_free(index) {
                self.labels.set(index, Field::Dropped, 85);
            }
        }
    }
}

impl Desk<'_> {
    /// In a plain text a short line between paragraphs is a heading.
    fn find_headings(&mut self) {
        if self.format != Format::Text {
            return;
        }
        let body: Vec<usize> =
            (0..self.lines.len()).filter(|index| self.labels.is(*index, Field::Body)).collect();
        for place in 1..body.len().saturating_sub(1) {
            let [above, here, below] =
                [&self.lines[body[place - 1]], &self.lines[body[place]], &self.lines[body[place + 1]]];
            let is_text = |line: &Seen<'_>| matches!(line.shape, Shape::Prose | Shape::Set);
            let is_short = here.shape == Shape::Short && (3..=90).contains(&here.length);
            let begins = here.words.starts_with(|letter: char| {
                letter.is_alphanumeric() && !letter.is_lowercase() || matches!(letter, '“' | '«' | '¿' | '"')
            });
            let is_open =
                !here.words.ends_with(['.', ',', ';', ':', '…', '!', '”', '"', '»', ')', '۔', '-', '–', '—']);
            if is_text(above) && is_text(below) && is_short && begins && is_open {
                self.headings.push(body[place]);
            }
        }
    }
}

/// A line with its fields: one, or one for each part of it.
fn labelled(line: &Line, labels: &[Label], is_heading: bool) -> Vec<IntakeLine> {
    let made = |block: Block, label: &Label| IntakeLine {
        block,
        field: label.field,
        confidence: label.confidence,
        number: line.number,
        origin: Origin::Text,
    };
    labels
        .iter()
        .map(|label| match &line.block {
            Block::Paragraph(text) if is_heading => {
                made(Block::Heading { level: 1, text: text.clone(), id: None }, label)
            }
            Block::Paragraph(paragraph)
                if !label.range.is_empty() && label.range.end <= paragraph.text.len() =>
            {
                made(Block::Paragraph(trimmed(&marks::slice(paragraph, label.range.clone()))), label)
            }
            block => made(block.clone(), label),
        })
        .collect()
}

/// Whether a line has nothing but characters that nobody sees.
fn is_unseen(block: &Block) -> bool {
    match block {
        Block::Paragraph(text) | Block::Heading { text, .. } => {
            text.text.chars().all(|letter| letter.is_whitespace() || is_invisible(letter))
        }
        _ => false,
    }
}

/// A paragraph without white space at its ends.
fn trimmed(paragraph: &Paragraph) -> Paragraph {
    let start = paragraph.text.len() - paragraph.text.trim_start().len();
    marks::slice(paragraph, start..paragraph.text.trim_end().len().max(start))
}

/// The language of a text of 200 letters or more.
fn guess_language(lines: &[Line]) -> Option<Language> {
    let mut text = String::new();
    for line in lines {
        let words = seen::words(&line.block);
        if words.chars().count() > 60 {
            text.push_str(&words);
            text.push(' ');
        }
        if text.len() > 6_000 {
            break;
        }
    }
    let found =
        whatlang::detect(&text).filter(|found| text.chars().count() >= 200 && found.confidence() > 0.5)?;
    Language::parse(two_letters(found.lang().code()))
}

/// The usual two letters of a language for its three.
fn two_letters(code: &str) -> &str {
    const SHORT: &[(&str, &str)] = &[
        ("eng", "en"),
        ("fra", "fr"),
        ("deu", "de"),
        ("spa", "es"),
        ("ita", "it"),
        ("por", "pt"),
        ("nld", "nl"),
        ("rus", "ru"),
        ("ukr", "uk"),
        ("urd", "ur"),
        ("ara", "ar"),
        ("pes", "fa"),
        ("heb", "he"),
        ("hin", "hi"),
        ("tur", "tr"),
        ("pol", "pl"),
        ("ces", "cs"),
        ("slk", "sk"),
        ("hun", "hu"),
        ("ron", "ro"),
        ("bul", "bg"),
        ("srp", "sr"),
        ("hrv", "hr"),
        ("slv", "sl"),
        ("swe", "sv"),
        ("dan", "da"),
        ("nob", "nb"),
        ("fin", "fi"),
        ("est", "et"),
        ("lav", "lv"),
        ("lit", "lt"),
        ("ell", "el"),
        ("cmn", "zh"),
        ("jpn", "ja"),
        ("kor", "ko"),
        ("vie", "vi"),
        ("ind", "id"),
        ("tha", "th"),
        ("ben", "bn"),
        ("pan", "pa"),
        ("guj", "gu"),
        ("tam", "ta"),
        ("tel", "te"),
        ("mar", "mr"),
        ("cat", "ca"),
        ("lat", "la"),
        ("epo", "eo"),
        ("afr", "af"),
    ];
    SHORT.iter().find(|(long, _)| *long == code).map_or(code, |(_, short)| *short)
}
