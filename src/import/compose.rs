//! The piece that follows from the lines of an intake.

use super::clean::{self, Correction};
use super::intake::{Field, Intake, IntakeLine, Origin};
use super::{Imported, limits, recognise, title_of_file};
use crate::edition::date::Date;
use crate::edition::disclaimer::DisclaimerChoice;
use crate::edition::language::Language;
use crate::edition::markdown::{write, write_inline};
use crate::edition::piece::Credit;
use crate::edition::text::{Block, Note, Paragraph, Text};
use crate::notice::{Notices, Place};
use std::path::Path;

/// A piece, and what was corrected in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Composed {
    /// The piece.
    pub piece: Imported,
    /// What was corrected, in the order of the text.
    pub corrections: Vec<Correction>,
    /// What was left out: lines as plain words.
    pub dropped: Vec<String>,
    /// Words that stand twice in a row, and the number of their line; they may be meant.
    pub doubled: Vec<(usize, String)>,
}

impl Composed {
    /// Says what somebody should look at.
    pub fn tell(&self, file: &Path, notices: &mut Notices) {
        for (number, word) in &self.doubled {
            let what = format!("“{word} {word}” stands twice in a row");
            notices.doubt(Place::line(file, *number), what, "take one out unless it is meant");
        }
        if self.corrections.len() >= limits::CORRECTIONS {
            let what = format!(
                "the text has more than {} places to be corrected; the others are left as they are",
                limits::CORRECTIONS
            );
            notices.doubt(Place::file(file), what, "look whether it is a text at all");
        }
    }
}

impl Intake {
    /// The piece that follows from the lines.
    pub fn compose(&self) -> Composed {
        let mut cleaner = Cleaner { intake: self, corrections: Vec::new() };
        let title = cleaner.inline(Field::Title).unwrap_or_else(|| title_of_file(&self.file));
        let markdown = cleaner.body();
        let piece = Imported {
            title,
            short_title: self.stated.short_title.as_ref().map(write_inline),
            subtitle: cleaner.inline(Field::Subtitle),
            kicker: cleaner.inline(Field::Kicker),
            authors: self.authors(),
            author_notes: self.stated.author_notes.clone(),
            helpers: self.stated.helpers.clone(),
            date: self.date(),
            language: self.language,
            author_note: cleaner.note(),
            disclaimer: cleaner.disclaimer(),
            credit: self.credit(),
            permission: self.stated.permission.clone(),
            book: self.stated.book.clone(),
            include: self.stated.include.unwrap_or(true),
            markdown,
            pictures: self.pictures.clone(),
        };
        let dropped =
            self.of(Field::Dropped).map(|line| words(&line.block)).filter(|words| !words.is_empty());
        Composed {
            piece,
            corrections: cleaner.corrections,
            dropped: dropped.collect(),
            doubled: self.doubled(),
        }
    }

    fn doubled(&self) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        for line in self.of(Field::Body) {
            let words = words(&line.block);
            found.extend(clean::doubled(&words).into_iter().map(|(_, word)| (line.number, word.to_string())));
        }
        found
    }

    /// The authors, by name.
    pub fn authors(&self) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for line in self.of(Field::Byline) {
            let words = words(&line.block);
            let names = match line.origin {
                Origin::Text => recognise::byline::of_byline(&words),
                Origin::Stated | Origin::Derived => vec![words.clone()],
            };
            // What an editor calls a byline is one, whatever it looks like.
            let names = if names.is_empty() && line.confidence == 100 { vec![words] } else { names };
            for name in names {
                if !found.contains(&name) {
                    found.push(name);
                }
            }
        }
        recognise::byline::without_roles(&mut found);
        found
    }

    /// The date.
    pub fn date(&self) -> Option<Date> {
        self.of(Field::Date).find_map(|line| recognise::published(&words(&line.block)))
    }

    /// Where it was first published.
    fn credit(&self) -> Option<Credit> {
        let said = self.of(Field::Credit).map(|line| words(&line.block)).next();
        let outlet = said.as_deref().map(outlet).or_else(|| self.stated.outlet.clone());
        let url = self.stated.url.clone();
        let stated = self.stated.credit.as_ref();
        if outlet.is_none() && url.is_none() && stated.is_none() {
            return None;
        }
        let date = said.as_deref().and_then(recognise::published).or(stated.and_then(|stated| stated.date));
        let stated = stated.cloned().unwrap_or_default();
        Some(Credit { outlet: outlet.unwrap_or_default(), date, url, ..stated })
    }
}

/// “This article first appeared in The Gazette on 1 May” names The Gazette.
fn outlet(said: &str) -> String {
    let lower = said.to_lowercase();
    let words =
        [" in ", " on ", " by ", " at ", " im ", " in der ", " dans ", " en ", ": ", " from ", " with "];
    let start = words.iter().filter_map(|word| lower.find(word).map(|at| at + word.len())).min().unwrap_or(0);
    let rest = said.get(start..).unwrap_or(said);
    let ends = [" on ", ", ", " (", ". ", " and ", " at ", " under ", " am ", " le "];
    let end = ends.iter().filter_map(|word| rest.find(word)).min().unwrap_or(rest.len());
    rest[..end].trim().trim_end_matches(['.', ')', ':']).trim().to_string()
}

struct Cleaner<'i> {
    intake: &'i Intake,
    corrections: Vec<Correction>,
}

impl Cleaner<'_> {
    fn language(&self) -> Language {
        self.intake.language.unwrap_or_default()
    }

    fn block(&mut self, index: usize, line: &IntakeLine) -> Block {
        let spot = clean::Spot { line: index, number: line.number, language: self.language() };
        clean::block(&line.block, spot, &self.intake.undone, &mut self.corrections)
    }

    /// The cleaned blocks of a field.
    fn blocks(&mut self, field: Field) -> Vec<Block> {
        let intake = self.intake;
        let lines = intake.lines.iter().enumerate().filter(|(_, line)| line.field == field);
        lines.map(|(index, line)| self.block(index, line)).collect()
    }

    /// A field of one line, as inline Markdown.
    fn inline(&mut self, field: Field) -> Option<String> {
        let mut written: Vec<String> = Vec::new();
        for block in self.blocks(field) {
            let mut paragraphs = Vec::new();
            block.each_paragraph(&mut |paragraph| paragraphs.push(write_inline(&plain(paragraph, field))));
            written.extend(paragraphs);
        }
        written.retain(|words| !words.trim().is_empty());
        if field == Field::Kicker {
            written.dedup();
        }
        (!written.is_empty()).then(|| written.join(" "))
    }

    /// The body with its notes, as Markdown.
    fn body(&mut self) -> String {
        let blocks = self.blocks(Field::Body);
        let behind = self.intake.lines.len();
        let mut notes = Vec::new();
        for (number, note) in self.intake.notes.iter().enumerate() {
            let mut cleaned = Vec::new();
            for block in &note.blocks {
                let spot = clean::Spot { line: behind + number, number: 0, language: self.language() };
                cleaned.push(clean::block(block, spot, &self.intake.undone, &mut self.corrections));
            }
            notes.push(Note { blocks: cleaned });
        }
        write(&super::notes::used(Text { blocks, notes }))
    }

    /// The note about the author, as Markdown.
    fn note(&mut self) -> Option<String> {
        let mut blocks = self.blocks(Field::AuthorNote);
        if let Some(Block::Paragraph(first)) = blocks.first_mut() {
            let text = first.text.clone();
            if let Some(label) = recognise::note_label().find(&text) {
                let from = text.len() - text[label.end()..].trim_start().len();
                *first = crate::edition::text::marks::slice(first, from..text.len());
            }
        }
        blocks.retain(|block| !words(block).is_empty());
        let written = write(&Text { blocks, notes: Vec::new() });
        let written = written.trim();
        (!written.is_empty()).then(|| written.to_string())
    }

    fn disclaimer(&mut self) -> DisclaimerChoice {
        let blocks = self.blocks(Field::Disclaimer);
        let said = blocks.iter().map(words).filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ");
        if said.is_empty() {
            return match &self.intake.stated.disclaimer {
                DisclaimerChoice::Own(_) => DisclaimerChoice::Default,
                stated => stated.clone(),
            };
        }
        let said = recognise::disclaimer_label().replace(&said, "").into_owned();
        DisclaimerChoice::Own(crate::edition::markdown::escape(&said))
    }
}

/// A title has no footnotes, and no emphasis over all of it.
fn plain(paragraph: &Paragraph, field: Field) -> Paragraph {
    if field == Field::Body {
        return paragraph.clone();
    }
    let whole = 0..paragraph.text.len();
    let mut paragraph = paragraph.clone();
    paragraph.marks.retain(|marked| marked.range != whole);
    if paragraph.marks.iter().any(|marked| matches!(marked.mark, crate::edition::text::Mark::Note(_))) {
        return Paragraph::plain(paragraph.words());
    }
    paragraph
}

/// The words of a block on one line.
pub(super) fn words(block: &Block) -> String {
    recognise::words(block)
}
