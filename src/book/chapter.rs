//! Which chapters a book has, in order, and how each opens. A chapter is what opens on its own.

use super::refer::{References, text_of};
use super::{back, colophon, contents, front, index, own, piece};
use crate::design::{Design, Role};
use crate::edition::design_settings::{NotesPlace, Opener};
use crate::edition::language::Language;
use crate::edition::matter::FreeText;
use crate::edition::matter::order::{Page, Seat};
use crate::edition::piece::Piece;
use crate::edition::text::{Note, Paragraph, Text};
use crate::edition::words::Words;
use crate::edition::words::rights::RightsWords;
use crate::edition::{Edition, Part};
use crate::page::blocks::Builder;
use crate::page::{Desk, Origin, Prepared, Studio};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A chapter to be set.
#[derive(Clone, Debug)]
pub(super) struct Chapter<'e> {
    pub(super) kind: Kind<'e>,
    /// Unique, ASCII: the destination at its head, and the prefix of those in it.
    pub(super) name: Arc<str>,
    /// The file it comes from, or a name for generated matter.
    pub(super) file: PathBuf,
    pub(super) language: Language,
    /// Its words in the bookmarks and heads; `None` where it has no bookmark.
    pub(super) title: Option<String>,
    /// Whether a bookmark of a part gathers it.
    pub(super) in_part: Option<Arc<str>>,
    pub(super) opens: Opener,
    pub(super) section: Section,
    pub(super) dress: Dress,
}

/// What a chapter is made of.
#[derive(Clone, Debug)]
pub(super) enum Kind<'e> {
    HalfTitle,
    TitlePage,
    Imprint,
    Dedication(&'e FreeText),
    Epigraph(&'e FreeText),
    Contents,
    /// The editor's words: on this page, or on one of their own.
    Text(Option<Page>, &'e FreeText),
    PartPage(&'e Part),
    Piece(&'e Arc<Piece>),
    /// The notes of all chapters before it.
    Notes,
    Contributors,
    /// Sources and permissions.
    Sources(Text),
    Index(index::Kind, Vec<index::Entry>),
    Colophon,
}

/// Which row of page numbers a chapter is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Section {
    /// Roman numerals.
    Front,
    /// Arabic numerals.
    Body,
}

/// What its pages carry beside the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dress {
    /// Nothing: title pages.
    Bare,
    /// Folios, and running heads from the second page on.
    Full,
}

/// The chapters of an edition.
pub(super) fn of<'e>(edition: &'e Edition, design: &Design) -> Vec<Chapter<'e>> {
    let mut list: Vec<Chapter<'e>> = Vec::new();
    let mut section = Section::Front;
    for seat in edition.matter.seats() {
        match seat.page {
            Some(Page::Pieces) => {
                section = Section::Body;
                pieces(&mut list, edition, design);
            }
            Some(Page::Notes) => {
                let has_notes = |chapter: &Chapter<'_>| !chapter.notes().is_empty();
                if design.notes == NotesPlace::Book && list.iter().any(has_notes) {
                    list.push(matter(&seat, Kind::Notes, section, edition));
                }
            }
            _ => list.extend(kind(&seat, edition).map(|kind| matter(&seat, kind, section, edition))),
        }
    }
    // Texts behind the index have their marks too.
    if !list.iter().filter_map(text_of).any(index::is_marked) {
        list.retain(|chapter| !matches!(chapter.kind, Kind::Index(index::Kind::Marked, _)));
    }
    list
}

/// The parts and pieces.
fn pieces<'e>(list: &mut Vec<Chapter<'e>>, edition: &'e Edition, design: &Design) {
    let mut pieces = 0;
    for (number, part) in edition.parts.iter().enumerate() {
        if !part.pieces.iter().any(|piece| piece.include) {
            continue;
        }
        let part_name: Option<Arc<str>> = part.title.as_ref().map(|_| format!("part-{}", number + 1).into());
        if let (Some(title), Some(name)) = (&part.title, &part_name) {
            list.push(Chapter {
                kind: Kind::PartPage(part),
                name: name.clone(),
                file: name.to_string().into(),
                language: edition.language,
                title: Some(title.words()),
                in_part: None,
                opens: Opener::Recto,
                section: Section::Body,
                dress: Dress::Bare,
            });
        }
        for piece in part.pieces.iter().filter(|piece| piece.include) {
            pieces += 1;
            let first_of_part = list.last().is_some_and(|chapter| matches!(chapter.kind, Kind::PartPage(_)));
            list.push(Chapter {
                kind: Kind::Piece(piece),
                name: format!("piece-{pieces}").into(),
                file: piece.file.clone(),
                language: edition.language_of(piece),
                title: Some(piece.title.words()),
                in_part: part_name.clone(),
                // The back of a part page stays blank.
                opens: if first_of_part { Opener::Recto } else { design.opener },
                section: Section::Body,
                dress: Dress::Full,
            });
        }
    }
}

/// What a page is made of; `None` where the data has nothing for it. Indexes are still without their entries: those
/// are known when all else is on its pages.
fn kind<'e>(seat: &Seat<'e>, edition: &'e Edition) -> Option<Kind<'e>> {
    if let Some(text) = seat.text {
        return Some(match seat.page {
            Some(Page::Dedication) => Kind::Dedication(text),
            Some(Page::Epigraph) => Kind::Epigraph(text),
            page => Kind::Text(page, text),
        });
    }
    Some(match seat.page? {
        Page::HalfTitle => Kind::HalfTitle,
        Page::TitlePage => Kind::TitlePage,
        Page::Imprint => Kind::Imprint,
        Page::Contents => Kind::Contents,
        Page::Contributors if back::has_notes(edition) => Kind::Contributors,
        Page::Sources if edition.has_sources() => Kind::Sources(edition.sources()),
        Page::AuthorIndex if !edition.author_ids().is_empty() => {
            Kind::Index(index::Kind::Authors, Vec::new())
        }
        Page::Index => Kind::Index(index::Kind::Marked, Vec::new()),
        Page::Colophon => Kind::Colophon,
        _ => return None,
    })
}

fn matter<'e>(seat: &Seat<'e>, kind: Kind<'e>, section: Section, edition: &Edition) -> Chapter<'e> {
    let bare = matches!(
        seat.page,
        Some(
            Page::HalfTitle
                | Page::TitlePage
                | Page::Imprint
                | Page::Dedication
                | Page::Epigraph
                | Page::Colophon
        )
    );
    let opens = match seat.page {
        Some(Page::Imprint | Page::AuthorIndex | Page::Index | Page::Colophon) => Opener::Next,
        _ => Opener::Recto,
    };
    let label = seat.page.and_then(|page| label(page, edition));
    let own = seat.text.and_then(|text| text.title.as_deref());
    let own = own.filter(|_| !matches!(kind, Kind::Dedication(_) | Kind::Epigraph(_)));
    Chapter {
        kind,
        name: seat.name.clone(),
        file: seat.text.and_then(|text| text.file.clone()).unwrap_or_else(|| (&*seat.name).into()),
        language: edition.language,
        title: own.or(label).map(str::to_string),
        in_part: None,
        opens,
        section,
        dress: if bare { Dress::Bare } else { Dress::Full },
    }
}

/// What a page is called in the bookmarks, and over the text where it has a heading; `None` where it has no bookmark.
fn label(page: Page, edition: &Edition) -> Option<&'static str> {
    let words = Words::of(edition.language);
    Some(match page {
        Page::TitlePage => words.title_page,
        Page::Imprint => words.imprint,
        Page::Contents => words.contents,
        Page::Foreword => words.foreword,
        Page::Introduction => words.introduction,
        Page::Notes => words.notes,
        Page::Contributors => words.contributors,
        Page::Sources => RightsWords::of(edition.language).sources,
        Page::AuthorIndex => words.author_index,
        Page::Index => words.index,
        Page::Colophon => words.colophon,
        Page::HalfTitle | Page::Dedication | Page::Epigraph | Page::Pieces => return None,
    })
}

impl Chapter<'_> {
    /// Sets its paragraphs.
    pub(super) fn prepare(
        &self,
        edition: &Edition,
        chapters: &[Chapter<'_>],
        studio: Studio<'_>,
        references: References<'_>,
    ) -> Prepared {
        let mut desk = Desk::new(studio, self.origin(), self.language);
        let mut builder = Builder::new(&mut desk, self.language);
        match &self.kind {
            Kind::HalfTitle => front::half_title(&mut builder, edition),
            Kind::TitlePage => front::title_page(&mut builder, edition),
            Kind::Imprint => front::imprint(&mut builder, edition, references),
            Kind::Dedication(text) => {
                let text = references.filled(&text.text, &self.file, builder.desk);
                front::dedication(&mut builder, &text);
            }
            Kind::Epigraph(text) => {
                let text = references.filled(&text.text, &self.file, builder.desk);
                front::epigraph(&mut builder, &text);
            }
            Kind::Contents => contents::add(&mut builder, edition, chapters),
            Kind::Text(page, text) => own::add(&mut builder, self, *page, text, references),
            Kind::PartPage(part) => front::part_page(&mut builder, part),
            Kind::Piece(piece) => piece::add(&mut builder, edition, piece, references),
            Kind::Notes => back::notes(&mut builder, self, chapters, references),
            Kind::Contributors => back::contributors(&mut builder, edition, references),
            Kind::Sources(text) => back::sources(&mut builder, self, text, references),
            Kind::Index(_, entries) => {
                index::add(&mut builder, self.title.as_deref().unwrap_or_default(), entries);
            }
            Kind::Colophon => {
                let text = colophon::text(edition, builder.desk.studio.design);
                builder.text_as(Role::Imprint, Role::Heading(2), &text);
            }
        }
        let flow = builder.finish();
        desk.finish(flow)
    }

    /// The footnotes of its text.
    pub(super) fn notes(&self) -> &[Note] {
        match &self.kind {
            Kind::Piece(piece) => &piece.body.notes,
            Kind::Text(_, text) => &text.text.notes,
            _ => &[],
        }
    }

    /// Where its words come from.
    pub(super) fn origin(&self) -> Origin {
        match &self.kind {
            Kind::Piece(piece) => Origin {
                file: piece.file.clone(),
                first_line: piece.body_line,
                markdown: piece.markdown.clone(),
            },
            _ => Origin { file: self.file.clone(), ..Origin::default() },
        }
    }

    /// Whether the chapter's whole text stands at the foot of its page.
    pub(super) fn at_foot(&self) -> bool {
        matches!(
            self.kind,
            Kind::Imprint | Kind::Colophon | Kind::Text(Some(Page::Imprint | Page::Colophon), _)
        )
    }

    /// Whether the contents list it beside parts and pieces.
    pub(super) fn is_listed(&self) -> bool {
        match &self.kind {
            Kind::Notes | Kind::Contributors | Kind::Sources(_) | Kind::Index(..) => true,
            Kind::Text(page, _) => self.title.is_some() && page.is_none_or(Page::is_listed),
            _ => false,
        }
    }

    /// Whether it comes from a file that an editor can open.
    pub(super) fn path(&self) -> &Path {
        &self.file
    }
}

/// The title of a chapter of matter.
pub(super) fn heading(builder: &mut Builder<'_, '_>, title: &str) {
    let sink = sink(builder);
    builder.paragraph(Role::MatterTitle, &Paragraph::plain(title));
    if let Some(block) = builder.first_block() {
        block.sink = sink;
    }
}

/// How far down an opener begins.
pub(super) fn sink(builder: &Builder<'_, '_>) -> crate::units::Length {
    let design = builder.desk.studio.design;
    design.leading * design.sink
}
