//! References: links from one text of the book to a place in another, and the numbers of their pages.
//!
//! Which place a link leads to is known before anything is set; on which page it stands only afterwards. The texts are
//! therefore set with a number of the usual width first, then with the true one, as long as that moves a place.

use super::chapter::{Chapter, Kind};
use super::number::body_start;
use super::parting::LaidOut;
use crate::edition::Edition;
use crate::edition::markdown::link_in_edition;
use crate::edition::rules::disclaimers::IMPRINT;
use crate::edition::text::edits::{Edit, apply};
use crate::edition::text::{Mark, Marked, NUMBER_ALONE, Paragraph, Text};
use crate::notice::{Notices, Place, Rule};
use crate::page::Desk;
use crate::page::sheet::Folio;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How often a text is set again for the numbers in it.
pub(super) const ROUNDS: usize = 3;

/// The number of a page that is not known yet: as wide as most are.
const USUAL: Folio = Folio::Arabic(100);

/// The places of a book that links in its texts can lead to.
#[derive(Clone, Debug, Default)]
pub struct Places {
    chapters: BTreeMap<PathBuf, Named>,
    /// The imprint, where the book has one.
    imprint: Option<Arc<str>>,
}

/// A chapter and the headings that have names.
#[derive(Clone, Debug)]
struct Named {
    chapter: Arc<str>,
    names: BTreeSet<Arc<str>>,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The chapter, by the name of its [`Destination`](super::sheet::Destination).
    pub chapter: Arc<str>,
    /// The heading in it, as the text calls it; `None` for the beginning.
    pub name: Option<Arc<str>>,
}

impl Found {
    /// The name of its [`Destination`](super::sheet::Destination).
    pub fn destination(&self) -> Arc<str> {
        match &self.name {
            Some(name) => format!("{}-id-{name}", self.chapter).into(),
            None => self.chapter.clone(),
        }
    }
}

impl Places {
    /// The places of these chapters.
    pub(super) fn of(chapters: &[Chapter<'_>]) -> Places {
        let mut places = Places::default();
        for chapter in chapters {
            if matches!(chapter.kind, Kind::Imprint) {
                places.imprint = Some(chapter.name.clone());
            }
            let Some(text) = text_of(chapter) else { continue };
            let named = Named { chapter: chapter.name.clone(), names: text.heading_names() };
            places.chapters.insert(chapter.file.clone(), named);
        }
        places
    }

    /// Where a link in the text of `file` leads; `None` where nothing of this book has that name.
    pub fn find(&self, file: &Path, link: &str) -> Option<Found> {
        if link == IMPRINT {
            return self.imprint.clone().map(|chapter| Found { chapter, name: None });
        }
        let (path, name) = link_in_edition(link, file.parent().unwrap_or(Path::new("")))?;
        let named = self.chapters.get(if path.as_os_str().is_empty() { file } else { &path })?;
        let name = match name {
            Some(name) => Some(named.names.get(name)?.clone()),
            None => None,
        };
        Some(Found { chapter: named.chapter.clone(), name })
    }

    /// The links in the text of a chapter that need its neighbours: to pieces, and to the numbers of pages.
    pub(super) fn links_of(
        &self,
        chapter: &Chapter<'_>,
        chapters: &[Chapter<'_>],
        edition: &Edition,
    ) -> Links {
        let mut links = Links::default();
        match &chapter.kind {
            Kind::Piece(piece) => {
                let reference = edition.disclaimer_reference(piece);
                reference.iter().for_each(|words| self.links_in(words, &chapter.file, &mut links));
            }
            Kind::Contributors => {
                for line in edition.people_ids().iter().filter_map(|id| edition.pieces_line(id)) {
                    self.links_in(&line, Path::new(""), &mut links);
                }
            }
            Kind::Imprint => {
                for gathered in edition.gathered_disclaimers() {
                    gathered
                        .text
                        .each_paragraph(&mut |words| self.links_in(words, Path::new(""), &mut links));
                }
            }
            _ => {}
        }
        if let Some(text) = text_of(chapter) {
            text.each_paragraph(&mut |words| self.links_in(words, &chapter.file, &mut links));
        } else if matches!(chapter.kind, Kind::Notes) {
            for chapter in chapters {
                for block in chapter.notes().iter().flat_map(|note| &note.blocks) {
                    block.each_paragraph(&mut |words| self.links_in(words, &chapter.file, &mut links));
                }
            }
        }
        links
    }

    fn links_in(&self, words: &Paragraph, file: &Path, links: &mut Links) {
        for marked in &words.marks {
            let Some(link) = reference(marked) else { continue };
            let place = self.find(file, link).map(|found| found.destination());
            links.0.push(Link { place, numbered: matches!(marked.mark, Mark::Page(_)) });
        }
    }
}

/// The links of a text that depend on the book around it, with their destinations.
#[derive(Debug, Default)]
pub(super) struct Links(Vec<Link>);

#[derive(Debug)]
struct Link {
    place: Option<Arc<str>>,
    /// Whether the number of its page is printed.
    numbered: bool,
}

impl Links {
    /// What the text is filled in with; empty for a text without such links.
    pub(super) fn resolved<'l>(
        &'l self,
        numbers: &'l Numbers,
    ) -> impl Iterator<Item = (Option<&'l Arc<str>>, Option<Folio>)> {
        self.0.iter().map(|link| (link.place.as_ref(), link.wanted().map(|place| numbers.of(place))))
    }

    /// Whether any number of a page is printed.
    pub(super) fn have_numbers(&self) -> bool {
        self.0.iter().any(|link| link.numbered)
    }

    /// Whether the text reads the same with these numbers as with those.
    pub(super) fn are_alike(&self, one: &Numbers, other: &Numbers) -> bool {
        self.0.iter().filter_map(Link::wanted).all(|place| one.of(place) == other.of(place))
    }
}

impl Link {
    /// The place whose number is printed.
    fn wanted(&self) -> Option<&Arc<str>> {
        self.place.as_ref().filter(|_| self.numbered)
    }
}

/// The folios of destinations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Numbers(BTreeMap<Arc<str>, Folio>);

impl Numbers {
    /// The numbers of all places that links lead to, as the chapters lie now.
    pub(super) fn found(links: &[Links], chapters: &[Chapter<'_>], laid_out: &[LaidOut]) -> Numbers {
        let wanted: BTreeSet<&Arc<str>> =
            links.iter().flat_map(|links| &links.0).filter_map(Link::wanted).collect();
        let mut numbers = Numbers::default();
        if wanted.is_empty() {
            return numbers;
        }
        let body = body_start(chapters, laid_out);
        for (chapter, laid) in chapters.iter().zip(laid_out) {
            let mut put = |place: Arc<str>, page: usize| {
                if wanted.contains(&place) {
                    numbers.0.entry(place).or_insert(Folio::of(laid.first + page, body));
                }
            };
            put(chapter.name.clone(), 0);
            for (index, page) in laid.pages.pages.iter().enumerate() {
                page.names.iter().for_each(|(name, _)| put(format!("{}-{name}", chapter.name).into(), index));
            }
        }
        numbers
    }

    fn of(&self, place: &str) -> Folio {
        self.0.get(place).copied().unwrap_or(USUAL)
    }
}

/// What the texts of a book are filled in from.
#[derive(Clone, Copy, Debug)]
pub(super) struct References<'r> {
    pub(super) places: &'r Places,
    pub(super) numbers: &'r Numbers,
}

impl References<'_> {
    /// The text of `file` with its links to the book led to their places, and with the numbers of their pages. What
    /// leads nowhere becomes a notice; its words stay.
    pub(super) fn filled<'t>(&self, text: &'t Text, file: &Path, desk: &mut Desk<'_>) -> Cow<'t, Text> {
        let mut any = false;
        text.each_paragraph(&mut |paragraph| any |= paragraph.marks.iter().any(|m| reference(m).is_some()));
        if !any {
            return Cow::Borrowed(text);
        }
        let mut text = text.clone();
        text.each_paragraph_mut(&mut |paragraph| {
            // From the last one on, so that the bytes before it stay where they are.
            for index in (0..paragraph.marks.len()).rev() {
                if reference(&paragraph.marks[index]).is_some() {
                    self.fill(paragraph, index, file, desk);
                }
            }
            paragraph.marks.retain(|marked| reference(marked).is_none());
        });
        Cow::Owned(text)
    }

    fn fill(&self, paragraph: &mut Paragraph, index: usize, file: &Path, desk: &mut Desk<'_>) {
        let Marked { range, mark } = paragraph.marks[index].clone();
        let (Mark::Page(link) | Mark::Link(link)) = &mark else { return };
        let Some(found) = self.places.find(file, link) else {
            return report(link, paragraph, desk);
        };
        let place = found.destination();
        if matches!(mark, Mark::Page(_)) {
            let design = desk.studio.design;
            let number = self.numbers.of(&place).printed(design.numerals(design.language));
            if paragraph.text[range.clone()] == *NUMBER_ALONE {
                apply(paragraph, &[Edit::new(range, number)]);
            } else {
                insert(paragraph, index, range.end, &format!("\u{a0}{number}"));
            }
        }
        paragraph.marks[index].mark = Mark::Link(format!("#/{place}").into());
    }
}

/// Puts words behind those of mark `index`; the marks around it grow, those behind it move.
fn insert(paragraph: &mut Paragraph, index: usize, at: usize, words: &str) {
    let (before, behind) = paragraph.text.split_at(at);
    paragraph.text = format!("{before}{words}{behind}").into();
    for (number, marked) in paragraph.marks.iter_mut().enumerate() {
        if marked.range.start >= at {
            marked.range.start += words.len();
        }
        // Marks are sorted, so that those around this one stand before it.
        if marked.range.end > at || marked.range.end == at && number <= index {
            marked.range.end += words.len();
        }
    }
}

/// Says that a link leads nowhere, at the line where it stands.
fn report(link: &str, paragraph: &Paragraph, desk: &mut Desk<'_>) {
    let source = &paragraph.source;
    let inside = desk.origin.markdown.get(source.clone()).unwrap_or_default();
    let at = source.start + inside.find(link).unwrap_or(0);
    let place = desk.place(&(at..source.end.max(at)));
    let hint = match link.strip_prefix('#') {
        Some(name) => format!("give a heading of the piece that name: ## Words {{#{name}}}"),
        None => "name the file of a piece that is in this book, and a heading of it that has a name".into(),
    };
    desk.notices.of(Rule::DeadLink).fault(
        place,
        format!("“{link}” leads to no place in this book; its words stay"),
        hint,
    );
}

/// Says that the numbers in a chapter never came to rest.
pub(super) fn report_restless(chapter: &Chapter<'_>, notices: &mut Notices) {
    let what = "the number of a page in this text moves the page it names; it may be one off";
    notices.of(Rule::RestlessNumber).doubt(
        Place::file(&chapter.file),
        what,
        "add or take a word before the place it leads to",
    );
}

/// The link of a mark that depends on the book around the text.
fn reference(marked: &Marked) -> Option<&Arc<str>> {
    match &marked.mark {
        Mark::Page(link) => Some(link),
        // “#name” stays in its text, “#/name” is one of the book's own; the web is elsewhere.
        Mark::Link(link) if !link.contains(':') && !link.starts_with('#') => Some(link),
        _ => None,
    }
}

/// The running text of a chapter.
pub(super) fn text_of<'c>(chapter: &'c Chapter<'_>) -> Option<&'c Text> {
    match &chapter.kind {
        Kind::Piece(piece) => Some(&piece.body),
        Kind::Text(_, text) | Kind::Dedication(text) | Kind::Epigraph(text) => Some(&text.text),
        Kind::Sources(text) => Some(text),
        _ => None,
    }
}
