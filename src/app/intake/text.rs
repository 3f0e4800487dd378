//! One text that came in: its lines, what they become, and what the editor says about them.

use crate::app::document::Document;
use crate::app::words::intake as words;
use crate::edition::language::Language;
use crate::edition::markdown::{self, Context};
use crate::edition::text::Text as Body;
use crate::import::add::{Incoming, Joins};
use crate::import::again::Difference;
use crate::import::clean::{Correction, CorrectionId, Kind};
use crate::import::intake::Field;
use crate::import::{Composed, clean};
use crate::notice::Notices;
use std::collections::BTreeSet;
use std::path::Path;

/// How much a text wants a look; what wants it most stands first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Urgency {
    /// Fields are missing, or a guess.
    Doubtful,
    /// Lines are left out, or the edition has an earlier state of it.
    WantsALook,
    /// There is nothing to say about it.
    Sure,
}

/// A text on the sheet.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) incoming: Incoming,
    /// Its place among the files.
    pub(super) number: usize,
    /// What its lines become.
    pub(super) composed: Composed,
    /// Its body, read.
    pub(super) body: Body,
    /// All corrections, also those that the editor does not want.
    pub(super) corrections: Vec<Correction>,
    /// How it differs from the piece that an earlier state of it became.
    pub(super) differences: Vec<Difference>,
    /// What somebody should look at.
    pub(super) doubts: Vec<String>,
    /// The picked lines.
    pub(super) picked: BTreeSet<usize>,
    /// Where the range of picked lines begins.
    pub(super) anchor: usize,
    /// The line that the keys move from.
    pub(super) cursor: usize,
    /// Whether that line shall come into view.
    pub(super) reveal: bool,
    /// The height of each line when it was drawn last, and the width it was drawn at.
    pub(super) heights: (f32, Vec<f32>),
    doubtful: Vec<Field>,
    /// Whether the editor has said something about it.
    pub(super) is_touched: bool,
    /// How much it wanted a look when it came: it keeps its place when the editor has said what it is.
    urgency: Urgency,
}

impl Text {
    /// A text that came in.
    pub(super) fn new(incoming: Incoming, document: &Document) -> Text {
        static NUMBER: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
        let mut text = Text {
            incoming,
            number: NUMBER.fetch_add(1, std::sync::atomic::Ordering::Relaxed),
            composed: Composed::default(),
            body: Body::default(),
            corrections: Vec::new(),
            differences: Vec::new(),
            doubts: Vec::new(),
            picked: BTreeSet::new(),
            anchor: 0,
            cursor: 0,
            reveal: false,
            heights: (0.0, Vec::new()),
            doubtful: Vec::new(),
            is_touched: false,
            urgency: Urgency::Sure,
        };
        text.refresh(document);
        text.urgency = match text.incoming.wants_a_look() {
            true if !text.doubtful.is_empty() => Urgency::Doubtful,
            true => Urgency::WantsALook,
            false => Urgency::Sure,
        };
        text
    }

    /// How much it wanted a look when it came.
    pub(super) fn urgency(&self) -> Urgency {
        self.urgency
    }

    /// Whether it is shown beside the piece that an earlier state of it became.
    pub(super) fn compares(&self) -> bool {
        self.incoming.joins == Joins::AsVersion
    }

    /// The title it gets.
    pub(super) fn title(&self) -> String {
        let title = markdown::inline(&self.composed.piece.title).words();
        if title.trim().is_empty() { words::UNTITLED.into() } else { title }
    }

    /// The name it came under.
    pub(super) fn name(&self) -> String {
        let name = self.incoming.name();
        if name.is_empty() { words::PASTED.into() } else { name }
    }

    /// Its state, in a few words.
    pub(super) fn status(&self) -> String {
        match &self.incoming.earlier {
            Some(earlier) if earlier.is_same => words::SAME.into(),
            Some(_) => words::NEW_VERSION.into(),
            None if !self.doubtful.is_empty() => words::doubtful(&self.doubtful),
            None if self.incoming.intake.leaves_out() => words::LEAVES_OUT.into(),
            None => words::SURE.into(),
        }
    }

    /// Makes the picked lines a field.
    pub(super) fn assign(&mut self, field: Field, document: &Document) {
        if !self.picked.is_empty() {
            self.incoming.intake.assign(&self.picked, field);
            self.touched(document);
        }
    }

    /// Sets the language in which it is cleaned.
    pub(super) fn set_language(&mut self, language: Language, document: &Document) {
        self.incoming.intake.language = Some(language);
        self.touched(document);
    }

    /// Makes a correction, or takes it back.
    pub(super) fn correct(&mut self, ids: &[CorrectionId], make: bool, document: &Document) {
        let undone = &mut self.incoming.intake.undone;
        for id in ids {
            if make {
                undone.remove(id)
            } else {
                undone.insert(*id)
            };
        }
        self.touched(document);
    }

    /// The corrections of each kind.
    pub(super) fn by_kind(&self) -> Vec<(Kind, Vec<&Correction>)> {
        let of = |kind: Kind| self.corrections.iter().filter(move |made| made.id.kind == kind).collect();
        clean::Kind::ALL
            .into_iter()
            .map(|kind| (kind, of(kind)))
            .filter(|(_, made): &(_, Vec<_>)| !made.is_empty())
            .collect()
    }

    /// The editor has said something: what the lines become, anew.
    fn touched(&mut self, document: &Document) {
        self.is_touched = true;
        self.refresh(document);
    }

    fn refresh(&mut self, document: &Document) {
        let intake = &self.incoming.intake;
        self.composed = intake.compose();
        self.corrections = match intake.undone.is_empty() {
            true => self.composed.corrections.clone(),
            false => {
                let mut whole = intake.clone();
                whole.undone.clear();
                whole.compose().corrections
            }
        };
        let context = Context { folder: Path::new("pieces"), ..Context::default() };
        self.body = markdown::read(&self.composed.piece.markdown, &context, &mut Notices::new());
        let earlier = self.incoming.earlier.as_ref();
        self.differences =
            earlier.map(|earlier| earlier.differences(&self.incoming, &document.edition)).unwrap_or_default();
        self.find_doubts();
    }

    fn find_doubts(&mut self) {
        let intake = &self.incoming.intake;
        self.doubtful = intake.doubtful();
        let doubt = |field: &Field| match intake.confidence(*field) {
            None => words::missing(*field),
            Some(percent) => words::not_sure(*field, percent),
        };
        let mut doubts: Vec<String> = self.doubtful.iter().map(doubt).collect();
        let out = intake.of(Field::Dropped).filter(|line| line.number > 0);
        let out = out.filter(|line| !line.block.plain().trim().is_empty()).count();
        doubts.extend((out > 0).then(|| words::left_out(out)));
        let mut said = self.incoming.notices.clone();
        self.composed.tell(&intake.file, &mut said);
        doubts.extend(said.iter().map(ToString::to_string));
        self.doubts = doubts;
    }
}
