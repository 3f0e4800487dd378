//! The indexes: headings, and the pages on which they are met.
//!
//! The book is laid out with empty indexes first; then these are filled from the lines on its pages, and set again as
//! long as that moves a page they name: behind everything else, where most stand, nothing moves.

use super::chapter::{Chapter, Kind as ChapterKind, heading};
use super::number::body_start;
use super::parting::LaidOut;
use crate::design::Role;
use crate::edition::language::Language;
use crate::edition::numerals::Numerals;
use crate::edition::text::{Mark, Marked, Paragraph, Text};
use crate::edition::words::Words;
use crate::edition::{Edition, piece::Piece};
use crate::page::blocks::Builder;
use crate::page::sheet::{Folio, Item};
use crate::text::line::Anchor;
use icu_collator::options::CollatorOptions;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::Locale;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What an index lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The authors, with the pages on which their pieces begin.
    Authors,
    /// What is marked in the texts: `[Lahore]{.index}`.
    Marked,
}

/// An index as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Index {
    /// What it lists.
    pub kind: Kind,
    /// Its lines, sorted by the language of the book.
    pub entries: Vec<Entry>,
}

/// A line of an index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// “Khan, Imran”.
    pub heading: String,
    /// Its pages: index of the sheet, and folio, in order.
    pub pages: Vec<(usize, Folio)>,
}

/// Whether anything in a text is marked for the index.
pub(super) fn is_marked(text: &Text) -> bool {
    let mut found = false;
    text.each_paragraph(&mut |paragraph| {
        found |= paragraph.marks.iter().any(|marked| matches!(marked.mark, Mark::Index(_)));
    });
    found
}

/// The indexes among the chapters whose lines are others now that all is on its pages, with these lines.
pub(super) fn changed(
    chapters: &[Chapter<'_>],
    laid_out: &[LaidOut],
    edition: &Edition,
) -> Vec<(usize, Vec<Entry>)> {
    let body = body_start(chapters, laid_out);
    let now = |(number, chapter): (usize, &Chapter<'_>)| {
        let ChapterKind::Index(kind, before) = &chapter.kind else { return None };
        let found = match kind {
            Kind::Authors => authors(edition, chapters, laid_out),
            Kind::Marked => marked(laid_out),
        };
        let entries = sorted(found, body, edition.language);
        (entries != *before).then_some((number, entries))
    };
    chapters.iter().enumerate().filter_map(now).collect()
}

/// The sheets of what is marked, by heading.
fn marked(laid_out: &[LaidOut]) -> BTreeMap<String, BTreeSet<usize>> {
    let mut found: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for laid in laid_out {
        for (number, page) in laid.pages.pages.iter().enumerate() {
            for item in &page.items {
                let Item::Line { line, .. } = item.upright() else { continue };
                for placed in &line.anchors {
                    if let Anchor::Index(heading) = &placed.anchor {
                        found.entry(heading.to_string()).or_default().insert(laid.first + number);
                    }
                }
            }
        }
    }
    found
}

/// The sheets on which the pieces of each author begin, by the author's sort name.
fn authors(
    edition: &Edition,
    chapters: &[Chapter<'_>],
    laid_out: &[LaidOut],
) -> BTreeMap<String, BTreeSet<usize>> {
    let mut found: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (chapter, laid) in chapters.iter().zip(laid_out) {
        let ChapterKind::Piece(piece) = &chapter.kind else { continue };
        let piece: &Piece = piece;
        for id in &piece.authors {
            found
                .entry(edition.contributor(id).sort_key_in(edition.language))
                .or_default()
                .insert(laid.first);
        }
    }
    found
}

fn sorted(found: BTreeMap<String, BTreeSet<usize>>, body: usize, language: Language) -> Vec<Entry> {
    let entry = |(heading, sheets): (String, BTreeSet<usize>)| Entry {
        heading,
        pages: sheets.into_iter().map(|sheet| (sheet, Folio::of(sheet, body))).collect(),
    };
    let mut entries: Vec<Entry> = found.into_iter().map(entry).collect();
    let compare = collation(language);
    entries
        .sort_by(|one, two| compare(&one.heading, &two.heading).then_with(|| one.heading.cmp(&two.heading)));
    entries
}

/// How a language orders words: by its own alphabet, without regard to accents and capitals at first.
fn collation(language: Language) -> impl Fn(&str, &str) -> Ordering {
    let locale = language.tag().parse::<Locale>().unwrap_or(Locale::UNKNOWN);
    let preferences = CollatorPreferences::from(&locale);
    // The data is compiled in; without it the order of the letters' codes is left.
    let collator = CollatorBorrowed::try_new(preferences, CollatorOptions::default()).ok();
    move |one, two| collator.as_ref().map_or_else(|| one.cmp(two), |collator| collator.compare(one, two))
}

/// Sets the lines of an index.
pub(super) fn add(builder: &mut Builder<'_, '_>, title: &str, entries: &[Entry]) {
    heading(builder, title);
    builder.let_pages_be_ragged();
    // A short list needs no gaps between its letters.
    let has_gaps = entries.len() > 24;
    let comma = Words::of(builder.language()).comma;
    let numerals = builder.desk.studio.design.numerals(builder.language());
    let mut letter = None;
    for entry in entries {
        builder.paragraph(Role::IndexEntry, &line(entry, comma, numerals));
        let own = entry.heading.chars().find(|c| c.is_alphanumeric()).map(|c| c.to_lowercase().to_string());
        let leading = builder.desk.studio.design.leading;
        let is_new = has_gaps && letter.is_some() && own != letter;
        if let Some(block) = builder.last().filter(|_| is_new) {
            block.before = leading;
        }
        letter = own;
    }
}

/// “Khan, Imran, 12, 45–47”, each page a link.
fn line(entry: &Entry, comma: &str, numerals: Numerals) -> Paragraph {
    let mut text = entry.heading.clone();
    let mut marks = Vec::new();
    let mut at = 0;
    while let Some((sheet, folio)) = entry.pages.get(at) {
        let together =
            entry.pages[at..].iter().enumerate().take_while(|(n, page)| page.0 == sheet + n).count();
        // Two pages in a row are two pages; three are a passage.
        let count = if together > 2 { together } else { 1 };
        text.push_str(comma);
        let start = text.len();
        text.push_str(&folio.printed(numerals));
        if count > 1 {
            text.push('–');
            text.push_str(&entry.pages[at + count - 1].1.printed(numerals));
        }
        let link = Mark::Link(format!("#/{}", place_of(*sheet)).into());
        marks.push(Marked { range: start..text.len(), mark: link });
        at += count;
    }
    Paragraph { marks, ..Paragraph::plain(text) }
}

/// The name of a sheet as a place that links lead to.
pub(super) fn place_of(sheet: usize) -> Arc<str> {
    format!("sheet-{sheet}").into()
}

/// The sheet of such a name.
pub(super) fn sheet_of(place: &str) -> Option<usize> {
    place.strip_prefix("sheet-")?.parse().ok()
}

/// The indexes of a book for the outputs.
pub(super) fn printed(chapters: &[Chapter<'_>]) -> Vec<Index> {
    let index = |chapter: &Chapter<'_>| match &chapter.kind {
        ChapterKind::Index(kind, entries) => Some(Index { kind: *kind, entries: entries.clone() }),
        _ => None,
    };
    chapters.iter().filter_map(index).collect()
}
