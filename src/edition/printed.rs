//! An edition as its readers meet it: with the quotation marks of its languages, and notes counted in their figures.
//! The files keep what was typed, and so do the places in them from which every paragraph comes.

use super::date::Date;
use super::design_settings::Quotes;
use super::language::Language;
use super::matter::FreeText;
use super::numerals::Numerals;
use super::piece::Piece;
use super::quotes;
use super::text::edits::{Edit, apply};
use super::text::{Block, Mark, Paragraph, Text};
use super::{Edition, Part};
use std::borrow::Cow;
use std::sync::Arc;

/// How the words of a language are printed.
#[derive(Clone, Copy)]
struct Custom {
    language: Language,
    quotes: Quotes,
    numerals: Numerals,
}

impl Edition {
    /// The edition as it is printed; borrowed where that is what was typed. `piece` gives a piece as it is printed, so
    /// that the caller can remember it: see [`Edition::printed_piece`].
    pub fn printed_with(&self, piece: impl Fn(&Arc<Piece>) -> Arc<Piece>) -> Cow<'_, Edition> {
        let custom = self.custom(self.language);
        let title = custom.line(&self.title);
        let subtitle = self.subtitle.as_ref().map(|subtitle| custom.line(subtitle));
        let parts: Vec<Part> = self.parts.iter().map(|part| custom.part(part, &piece)).collect();
        let mut matter = self.matter.clone();
        matter.free_texts_mut().for_each(|text| custom.free_text(text));
        let same = title == self.title
            && subtitle == self.subtitle
            && self.parts.iter().zip(&parts).all(|(typed, printed)| is_same(typed, printed))
            && matter == self.matter;
        if same {
            return Cow::Borrowed(self);
        }
        Cow::Owned(Edition { title, subtitle, parts, matter, ..self.clone() })
    }

    /// The edition as it is printed.
    pub fn printed(&self) -> Cow<'_, Edition> {
        self.printed_with(|piece| self.printed_piece(piece))
    }

    /// A piece as it is printed: the same where that is what was typed.
    pub fn printed_piece(&self, piece: &Arc<Piece>) -> Arc<Piece> {
        let custom = self.custom(self.language_of(piece));
        let lines = [&piece.kicker, &piece.short_title, &piece.subtitle];
        let mut lines = lines.into_iter().flatten().chain([&piece.title]);
        if !lines.any(|line| custom.changes(line)) && !custom.changes_text(&piece.body) {
            return piece.clone();
        }
        let mut printed = Piece::clone(piece);
        let lines = [&mut printed.kicker, &mut printed.short_title, &mut printed.subtitle];
        let lines = lines.into_iter().flatten().chain([&mut printed.title]);
        lines.for_each(|line| custom.set(line));
        custom.set_text(&mut printed.body);
        Arc::new(printed)
    }

    /// A text of an author or an editor in `language`, as it is printed.
    pub(super) fn printed_text(&self, mut text: Text, language: Language) -> Text {
        self.custom(language).set_text(&mut text);
        text
    }

    /// A date as it is printed in a text of this language.
    pub fn date_in_words(&self, date: Date, language: Language) -> String {
        self.custom(language).numerals.write(date.in_words(language))
    }

    /// A number in the figures of the edition's language.
    pub(super) fn figures(&self, number: &str) -> String {
        self.custom(self.language).numerals.write(number)
    }

    fn custom(&self, language: Language) -> Custom {
        let numerals = self.design.numerals.unwrap_or_default().numerals(language);
        Custom { language, quotes: self.design.quotes.unwrap_or_default(), numerals }
    }
}

impl Custom {
    fn changes(&self, paragraph: &Paragraph) -> bool {
        self.quotes == Quotes::Language && quotes::has_straight(paragraph)
            || self.numerals != Numerals::Latin && paragraph.marks.iter().any(|marked| is_note(&marked.mark))
    }

    fn changes_text(&self, text: &Text) -> bool {
        let mut changes = false;
        text.each_paragraph(&mut |paragraph| changes |= self.changes(paragraph));
        changes
    }

    fn set(&self, paragraph: &mut Paragraph) {
        if self.quotes == Quotes::Language {
            quotes::set(paragraph, self.language);
        }
        self.count(paragraph);
    }

    /// Counts the notes of a paragraph.
    fn count(&self, paragraph: &mut Paragraph) {
        if self.numerals == Numerals::Latin {
            return;
        }
        let notes = paragraph.marks.iter().filter(|marked| is_note(&marked.mark));
        let edits: Vec<Edit> = notes
            .map(|marked| {
                let number = &paragraph.text[marked.range.clone()];
                Edit::new(marked.range.clone(), self.numerals.write(number))
            })
            .collect();
        apply(paragraph, &edits);
    }

    fn set_text(&self, text: &mut Text) {
        let notes = text.notes.iter_mut().flat_map(|note| &mut note.blocks);
        text.blocks.iter_mut().chain(notes).for_each(|block: &mut Block| {
            block.each_prose_mut(&mut |paragraph| self.set(paragraph));
            if let Block::Verse(lines) = block {
                lines.iter_mut().for_each(|line| self.count(&mut line.text));
            }
        });
    }

    fn line(&self, words: &str) -> String {
        let mut paragraph = Paragraph::plain(words);
        self.set(&mut paragraph);
        paragraph.text.to_string()
    }

    fn part(&self, part: &Part, piece: &impl Fn(&Arc<Piece>) -> Arc<Piece>) -> Part {
        let set = |line: &Option<Paragraph>| {
            let mut line = line.clone();
            line.iter_mut().for_each(|line| self.set(line));
            line
        };
        Part {
            title: set(&part.title),
            subtitle: set(&part.subtitle),
            pieces: part.pieces.iter().map(piece).collect(),
        }
    }

    fn free_text(&self, text: &mut FreeText) {
        text.title = text.title.take().map(|title| self.line(&title));
        self.set_text(&mut text.text);
    }
}

fn is_note(mark: &Mark) -> bool {
    matches!(mark, Mark::Note(_))
}

fn is_same(typed: &Part, printed: &Part) -> bool {
    let same = typed.pieces.iter().zip(&printed.pieces).all(|(typed, printed)| Arc::ptr_eq(typed, printed));
    same && typed.title == printed.title && typed.subtitle == printed.subtitle
}
