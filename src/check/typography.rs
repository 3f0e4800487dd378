//! Doubtful typography: a piece or a note goes in; what import would have mended in it comes out, rule by rule, with
//! the change that mends it.
//!
//! A finding is a text and a rule, not a mark: a piece with forty straight marks is one line to read and one change to
//! make. What each rule looks for is known to [`clean`] and [`quotes`]; here it is only found again in texts that are
//! in the book, whoever wrote them.

mod source;

use crate::edition::Edition;
use crate::edition::change::Change;
use crate::edition::design_settings::Quotes;
use crate::edition::language::Language;
use crate::edition::people::{Contributor, ContributorId};
use crate::edition::piece::{AuthorNote, Piece};
use crate::edition::piece_field::PieceField;
use crate::edition::quotes;
use crate::edition::text::edits::{Edit, apply};
use crate::edition::text::{Block, Paragraph, Text};
use crate::import::clean::{self, Kind};
use crate::notice::{Mend, Notice, Place, Rule, Weight};

/// The rules of typography, the gravest first.
pub(super) const RULES: [Rule; 8] = [
    Rule::BrokenLetters,
    Rule::StraightQuotes,
    Rule::DoubleHyphen,
    Rule::SpaceBeforeStop,
    Rule::HyphenForDash,
    Rule::ThreePoints,
    Rule::DoubleSpace,
    Rule::OddLetters,
];

/// How a text is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Custom {
    /// Its language.
    pub(super) language: Language,
    /// Whether straight marks are printed as the language has them.
    pub(super) quotes: Quotes,
}

impl Custom {
    /// How a piece is printed.
    pub(super) fn of(edition: &Edition, piece: &Piece) -> Custom {
        Custom { language: edition.language_of(piece), ..Custom::of_edition(edition) }
    }

    /// How words of the edition are printed.
    pub(super) fn of_edition(edition: &Edition) -> Custom {
        Custom { language: edition.language, quotes: edition.design.quotes.unwrap_or_default() }
    }
}

/// What a rule found in one text of the edition.
#[derive(Debug)]
struct Found {
    /// In how many places.
    places: usize,
    /// The first of them: where in the Markdown, where that is known.
    at: Option<usize>,
    /// What stands there, and what would stand there.
    shown: (String, String),
    /// What mends all of them; `None` where the places can't be found in the Markdown.
    change: Option<Change>,
}

/// What is doubtful in the typography of a piece.
pub(super) fn of_piece(piece: &Piece, custom: Custom) -> Vec<Notice> {
    let found = RULES.into_iter().filter_map(|rule| Some((rule, in_piece(piece, rule, custom)?)));
    found
        .map(|(rule, found)| {
            let place = match found.at {
                Some(at) => place(piece, at),
                None => Place::file(&piece.file),
            };
            notice(rule, &found, place, &piece.file.to_string_lossy())
        })
        .collect()
}

/// The same of the notes about a person.
pub(super) fn of_person(id: &str, person: &Contributor, custom: Custom) -> Vec<Notice> {
    let found =
        RULES.into_iter().filter_map(|rule| Some((rule, in_notes(&id.into(), person, rule, custom)?)));
    found.map(|(rule, found)| notice(rule, &found, Place::file("contributors.toml"), id)).collect()
}

/// What mends what a rule found in a piece.
pub(super) fn mended_piece(piece: &Piece, rule: Rule, custom: Custom) -> Option<Change> {
    in_piece(piece, rule, custom)?.change
}

/// What mends what a rule found in the notes about a person.
pub(super) fn mended_person(
    id: &ContributorId,
    person: &Contributor,
    rule: Rule,
    custom: Custom,
) -> Option<Change> {
    in_notes(id, person, rule, custom)?.change
}

/// The place of a byte of a piece's Markdown.
pub(super) fn place(piece: &Piece, at: usize) -> Place {
    let Place { line, column, .. } = Place::at("", &piece.markdown, at);
    Place { line: line.map(|line| line + piece.body_line.max(1) - 1), column, ..Place::file(&piece.file) }
}

/// What a finding is about: the same however many places there are.
pub(super) fn about(rule: Rule, whose: &str) -> String {
    format!("{} of {whose}", rule.id())
}

fn notice(rule: Rule, found: &Found, place: Place, whose: &str) -> Notice {
    let (one, many, weight) = match rule {
        Rule::BrokenLetters => (
            "letters were read in the wrong encoding",
            "letters were read in the wrong encoding",
            Weight::Doubt,
        ),
        Rule::StraightQuotes => {
            ("a straight mark is printed as typed", "straight marks are printed as typed", Weight::Doubt)
        }
        Rule::DoubleHyphen => {
            ("a double hyphen stands for a dash", "double hyphens stand for dashes", Weight::Doubt)
        }
        Rule::SpaceBeforeStop => ("a space stands before a stop", "spaces stand before stops", Weight::Doubt),
        Rule::HyphenForDash => ("a hyphen stands for a dash", "hyphens stand for dashes", Weight::Remark),
        Rule::ThreePoints => {
            ("three points stand for an ellipsis", "three points stand for ellipses", Weight::Remark)
        }
        Rule::DoubleSpace => ("a space is doubled", "spaces are doubled", Weight::Remark),
        _ => (
            "a letter is written as a ligature or in parts",
            "letters are written as ligatures or in parts",
            Weight::Remark,
        ),
    };
    let (before, after) = &found.shown;
    let what = match found.places {
        1 => format!("{one}: {before} → {after}"),
        places => format!("{many}, in {places} places, first: {before} → {after}"),
    };
    let hint =
        if found.change.is_some() { "" } else { "mend it by hand: it stands between marks of Markdown" };
    let about = Some(about(rule, whose));
    let mend = found.change.as_ref().map(|_| Mend::Typography);
    Notice { about, mend, ..Notice::new(weight, place, what, hint).by(rule) }
}

/// The edits of a rule in a paragraph, in the letters it has now.
fn edits(paragraph: &Paragraph, rule: Rule, custom: Custom) -> Vec<Edit> {
    let of = |kind| clean::edits(kind, paragraph, custom.language);
    let stands = |edit: &Edit| &paragraph.text[edit.range.clone()];
    match rule {
        Rule::BrokenLetters => of(Kind::Encoding),
        Rule::OddLetters => of(Kind::Letters),
        Rule::ThreePoints => of(Kind::Ellipses),
        Rule::DoubleHyphen => of(Kind::Dashes).into_iter().filter(|edit| stands(edit).len() > 1).collect(),
        Rule::HyphenForDash => of(Kind::Dashes).into_iter().filter(|edit| stands(edit) == "-").collect(),
        Rule::DoubleSpace => of(Kind::Spaces).into_iter().filter(|edit| edit.with == " ").collect(),
        Rule::SpaceBeforeStop => {
            let is_stop = |letter: char| matches!(letter, ',' | '.' | ';' | ':' | '!' | '?');
            let before_stop =
                |edit: &Edit| edit.with.is_empty() && paragraph.text[edit.range.end..].starts_with(is_stop);
            of(Kind::Spaces).into_iter().filter(before_stop).collect()
        }
        Rule::StraightQuotes if custom.quotes == Quotes::AsTyped && quotes::has_straight(paragraph) => {
            let mut set = paragraph.clone();
            quotes::set(&mut set, custom.language);
            source::difference(&paragraph.text, &set.text)
        }
        _ => Vec::new(),
    }
}

/// Where a byte of a paragraph stands in the Markdown; `None` where it can't be found.
pub(super) fn in_markdown(piece: &Piece, paragraph: &Paragraph, at: usize) -> Option<usize> {
    let edit = Edit::new(at..at, "");
    source::edits(&piece.markdown, paragraph, &[edit]).map(|edits| edits[0].range.start)
}

/// The place of words in a paragraph of a piece; that of the paragraph where they are written in another way.
pub(super) fn place_of(piece: &Piece, paragraph: &Paragraph, words: &str) -> Place {
    place(piece, byte_of(piece, paragraph, words))
}

/// The same as a byte of the Markdown.
pub(super) fn byte_of(piece: &Piece, paragraph: &Paragraph, words: &str) -> usize {
    let source = paragraph.source.clone();
    let inside = piece.markdown.get(source.clone()).unwrap_or_default();
    source.start + inside.find(words).unwrap_or(0)
}

/// Calls `see` for every paragraph of prose of a text, those of its notes last.
pub(super) fn each_prose_of<'t>(text: &'t Text, see: &mut dyn FnMut(&'t Paragraph)) {
    each_prose(&text.blocks, see);
    text.notes.iter().for_each(|note| each_prose(&note.blocks, see));
}

/// Calls `see` for every paragraph of prose; verse stands as its poet wrote it.
fn each_prose<'t>(blocks: &'t [Block], see: &mut dyn FnMut(&'t Paragraph)) {
    for block in blocks {
        match block {
            Block::Verse(_) => {}
            Block::Quote { blocks, attribution, .. } => {
                each_prose(blocks, see);
                attribution.iter().for_each(&mut *see);
            }
            Block::List { items, .. } => items.iter().for_each(|item| each_prose(item, see)),
            other => other.each_paragraph(see),
        }
    }
}

/// What is gathered while the texts of one file are looked at.
struct Search {
    rule: Rule,
    custom: Custom,
    places: usize,
    first: Option<(Option<usize>, (String, String))>,
}

impl Search {
    fn new(rule: Rule, custom: Custom) -> Search {
        Search { rule, custom, places: 0, first: None }
    }

    /// The edits of a paragraph, which are counted.
    fn edits(&mut self, paragraph: &Paragraph, at: impl Fn(&Edit) -> Option<usize>) -> Vec<Edit> {
        let edits = edits(paragraph, self.rule, self.custom);
        self.places += edits.len();
        if let Some(first) = edits.first().filter(|_| self.first.is_none()) {
            self.first = Some((at(first), first.shown(&paragraph.text)));
        }
        edits
    }

    /// A line with its edits made; `None` where it needs none.
    fn line(&mut self, line: &Paragraph) -> Option<Paragraph> {
        let edits = self.edits(line, |_| None);
        let mut line = line.clone();
        apply(&mut line, &edits);
        (!edits.is_empty()).then_some(line)
    }

    /// A text with its edits made; `None` where it needs none.
    fn text(&mut self, text: &Text) -> Option<Text> {
        let mut mended = text.clone();
        let before = self.places;
        let notes = mended.notes.iter_mut().flat_map(|note| &mut note.blocks);
        for block in mended.blocks.iter_mut().chain(notes) {
            block.each_prose_mut(&mut |paragraph| {
                let edits = self.edits(paragraph, |_| None);
                apply(paragraph, &edits);
            });
        }
        (self.places > before).then_some(mended)
    }

    fn found(self, change: Option<Change>) -> Option<Found> {
        let (at, shown) = self.first?;
        Some(Found { places: self.places, at, shown, change })
    }
}

fn in_piece(piece: &Piece, rule: Rule, custom: Custom) -> Option<Found> {
    let mut search = Search::new(rule, custom);
    let mut fields = Vec::new();
    let optional = |line: &Option<Paragraph>, search: &mut Search| search.line(line.as_ref()?);
    fields.extend(optional(&piece.kicker, &mut search).map(|line| PieceField::Kicker(Some(line))));
    fields.extend(search.line(&piece.title).map(PieceField::Title));
    fields.extend(optional(&piece.short_title, &mut search).map(|line| PieceField::ShortTitle(Some(line))));
    fields.extend(optional(&piece.subtitle, &mut search).map(|line| PieceField::Subtitle(Some(line))));
    let (body, is_whole) = body(piece, &mut search);
    fields.extend(body);
    if let AuthorNote::Own { text, kept } = &piece.author_note {
        fields.extend(
            search.text(text).map(|text| PieceField::AuthorNote(AuthorNote::Own { text, kept: *kept })),
        );
    }
    let changes = fields.into_iter().map(|field| Change::Field(piece.file.clone(), field)).collect();
    search.found(is_whole.then_some(Change::Several(changes)))
}

/// The body with its edits made, and whether all of them could be.
fn body(piece: &Piece, search: &mut Search) -> (Option<PieceField>, bool) {
    let mut made = Vec::new();
    let mut is_whole = true;
    each_prose_of(&piece.body, &mut |paragraph| {
        let at = paragraph.source.clone();
        let mut in_source = None;
        let edits = search.edits(paragraph, |first| {
            let found = source::edits(&piece.markdown, paragraph, std::slice::from_ref(first));
            Some(found.map_or(at.start, |edits| edits[0].range.start))
        });
        if !edits.is_empty() {
            in_source = source::edits(&piece.markdown, paragraph, &edits);
            is_whole &= in_source.is_some();
        }
        made.extend(in_source.into_iter().flatten());
    });
    if made.is_empty() || !is_whole {
        return (None, is_whole);
    }
    let expected = expected(&piece.body, search.rule, search.custom);
    match source::applied(piece, made, &expected) {
        Some(body) => (Some(body), true),
        None => (None, false),
    }
}

/// The body as it must be read when the Markdown is mended.
fn expected(body: &Text, rule: Rule, custom: Custom) -> Text {
    let mut search = Search::new(rule, custom);
    search.text(body).unwrap_or_else(|| body.clone())
}

fn in_notes(id: &ContributorId, person: &Contributor, rule: Rule, custom: Custom) -> Option<Found> {
    let mut search = Search::new(rule, custom);
    let (short, long) = (search.text(&person.short_note), search.text(&person.long_note));
    let mut mended = person.clone();
    short.into_iter().for_each(|note| mended.short_note = note);
    long.into_iter().for_each(|note| mended.long_note = note);
    search.found(Some(Change::Contributor(id.clone(), Some(mended))))
}
