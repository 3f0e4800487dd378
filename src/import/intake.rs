//! A recognised manuscript: every line of it with the field it belongs to, which the editor may change. The piece
//! follows from the lines, always anew.

use super::Format;
use super::clean::{Correction, CorrectionId, Kind};
use super::manuscript::Stated;
use crate::edition::language::Language;
use crate::edition::picture::Picture;
use crate::edition::text::{Block, Note};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// What a line of a manuscript is for its piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The label above the title.
    Kicker,
    /// The title.
    Title,
    /// The subtitle or standfirst.
    Subtitle,
    /// The names of the authors.
    Byline,
    /// The date.
    Date,
    /// Where it was first published.
    Credit,
    /// The text itself.
    Body,
    /// The lines about the author.
    AuthorNote,
    /// The disclaimer.
    Disclaimer,
    /// Furniture of a page, repetitions: kept out of the piece.
    Dropped,
}

impl Field {
    /// All fields, in the order of a piece.
    pub const ALL: [Field; 10] = [
        Field::Kicker,
        Field::Title,
        Field::Subtitle,
        Field::Byline,
        Field::Date,
        Field::Credit,
        Field::Body,
        Field::AuthorNote,
        Field::Disclaimer,
        Field::Dropped,
    ];

    /// Its name in reports.
    pub fn key(self) -> &'static str {
        match self {
            Field::Kicker => "kicker",
            Field::Title => "title",
            Field::Subtitle => "subtitle",
            Field::Byline => "byline",
            Field::Date => "date",
            Field::Credit => "credit",
            Field::Body => "body",
            Field::AuthorNote => "author_note",
            Field::Disclaimer => "disclaimer",
            Field::Dropped => "dropped",
        }
    }
}

/// Where the words of a line come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Origin {
    /// They stand in the text.
    #[default]
    Text,
    /// The file states them about itself: front matter, metadata.
    Stated,
    /// They follow from other lines: the author's name from the note about the author.
    Derived,
}

/// A line of a manuscript and its field.
#[derive(Clone, Debug, PartialEq)]
pub struct IntakeLine {
    /// The words.
    pub block: Block,
    /// What they are for the piece.
    pub field: Field,
    /// How sure that is, in percent.
    pub confidence: u8,
    /// Where they stand in the file: line or paragraph, from 1; 0 for what does not stand in the text.
    pub number: usize,
    /// Where they come from.
    pub origin: Origin,
}

/// Below so many percent a field is shown for review.
pub const DOUBTFUL: u8 = 70;

/// A recognised manuscript.
#[derive(Clone, Debug, PartialEq)]
pub struct Intake {
    /// The file, as it was given.
    pub file: PathBuf,
    /// Its format.
    pub format: Format,
    /// Its language: stated, or else guessed.
    pub language: Option<Language>,
    /// Its lines in order; what does not stand in the text goes first.
    pub lines: Vec<IntakeLine>,
    /// Its footnotes.
    pub notes: Vec<Note>,
    /// What it states beside the fields of its lines.
    pub stated: Stated,
    /// The pictures inside the file.
    pub pictures: BTreeMap<String, Picture>,
    /// Corrections that the editor does not want.
    pub undone: BTreeSet<CorrectionId>,
}

impl Intake {
    /// The lines of a field.
    pub fn of(&self, field: Field) -> impl Iterator<Item = &IntakeLine> {
        self.lines.iter().filter(move |line| line.field == field)
    }

    /// Says what lines are; they are no longer doubtful then. A piece has one title and one date: what was taken for
    /// them before is left out.
    pub fn assign(&mut self, lines: &BTreeSet<usize>, field: Field) {
        for (index, line) in self.lines.iter_mut().enumerate() {
            if lines.contains(&index) {
                line.field = field;
                line.confidence = 100;
            } else if line.field == field && matches!(field, Field::Title | Field::Date) {
                line.field = Field::Dropped;
            }
        }
    }

    /// Takes back all corrections of some kinds.
    pub fn keep_as_is(&mut self, kinds: &[Kind]) {
        let of_kinds = |correction: &Correction| kinds.contains(&correction.id.kind);
        let corrections = self.compose().corrections;
        self.undone.extend(corrections.iter().filter(|made| of_kinds(made)).map(|made| made.id));
    }

    /// Whether lines of the text are kept out of the piece.
    pub fn leaves_out(&self) -> bool {
        self.of(Field::Dropped)
            .any(|line| line.origin == Origin::Text && !line.block.plain().trim().is_empty())
    }

    /// How sure a field is, in percent: the least sure of its lines; `None` when it has none.
    pub fn confidence(&self, field: Field) -> Option<u8> {
        self.of(field).map(|line| line.confidence).min()
    }

    /// The fields that somebody should look at before it joins an edition: a piece should have them and has none, or
    /// they are a guess.
    pub fn doubtful(&self) -> Vec<Field> {
        let is_doubtful = |field: &Field| match (field, self.confidence(*field)) {
            (Field::Title | Field::Byline | Field::Body, None) => true,
            (
                Field::Title | Field::Byline | Field::Body | Field::AuthorNote | Field::Disclaimer,
                Some(sure),
            ) => sure < DOUBTFUL,
            _ => false,
        };
        Field::ALL.into_iter().filter(is_doubtful).collect()
    }
}
