//! Which chapters a book has, in order, and how each opens. A chapter is what opens on its own.

use super::refer::References;
use super::{back, contents, front, index, piece};
use crate::design::{Design, Role};
use crate::edition::design_settings::{NotesPlace, Opener};
use crate::edition::language::Language;
use crate::edition::matter::{ContributorsMatter, FreeText};
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
    Foreword(&'e FreeText),
    PartPage(&'e Part),
    Piece(&'e Arc<Piece>),
    /// The notes of all chapters before it.
    Notes,
    Contributors,
    /// Sources and permissions.
    Sources(Text),
    Index(index::Kind, Vec<index::Entry>),
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
    let words = Words::of(edition.language);
    let mut list = front_matter(edition, words);
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
    if design.notes == NotesPlace::Book && list.iter().any(|chapter| !chapter.notes().is_empty()) {
        list.push(matter(Kind::Notes, "notes", Some(words.notes), Section::Body, edition));
    }
    if edition.matter.contributors != ContributorsMatter::Omitted && back::has_notes(edition) {
        list.push(matter(
            Kind::Contributors,
            "contributors",
            Some(words.contributors),
            Section::Body,
            edition,
        ));
    }
    if edition.has_sources() {
        let title = RightsWords::of(edition.language).sources;
        let sources = Kind::Sources(edition.sources());
        list.push(matter(sources, "sources", Some(title), Section::Body, edition));
    }
    list.extend(indexes(edition, words));
    list
}

/// The indexes, still without their entries: those are known when all else is on its pages.
fn indexes<'e>(edition: &'e Edition, words: &Words) -> Vec<Chapter<'e>> {
    let rows = [
        (
            index::Kind::Authors,
            "authors",
            words.author_index,
            edition.matter.author_index && !edition.author_ids().is_empty(),
        ),
        (index::Kind::Marked, "index", words.index, edition.matter.index && index::is_marked(edition)),
    ];
    let wanted = rows.into_iter().filter(|row| row.3);
    wanted
        .map(|(kind, name, title, _)| {
            let index = Kind::Index(kind, Vec::new());
            Chapter { opens: Opener::Next, ..matter(index, name, Some(title), Section::Body, edition) }
        })
        .collect()
}

fn front_matter<'e>(edition: &'e Edition, words: &Words) -> Vec<Chapter<'e>> {
    let front = Section::Front;
    let mut list = Vec::new();
    if edition.matter.half_title {
        list.push(matter(Kind::HalfTitle, "half-title", None, front, edition));
    }
    if edition.matter.title_page {
        list.push(matter(Kind::TitlePage, "title-page", Some(words.title_page), front, edition));
    }
    if edition.matter.imprint {
        let imprint = matter(Kind::Imprint, "imprint", Some(words.imprint), front, edition);
        list.push(Chapter { opens: Opener::Next, ..imprint });
    }
    if let Some(text) = &edition.matter.dedication {
        list.push(matter(Kind::Dedication(text), "dedication", None, front, edition));
    }
    if let Some(text) = &edition.matter.epigraph {
        list.push(matter(Kind::Epigraph(text), "epigraph", None, front, edition));
    }
    if edition.matter.contents {
        list.push(matter(Kind::Contents, "contents", Some(words.contents), front, edition));
    }
    if let Some(text) = &edition.matter.foreword {
        let title = text.title.as_deref().unwrap_or(words.foreword);
        list.push(matter(Kind::Foreword(text), "foreword", Some(title), front, edition));
    }
    list
}

fn matter<'e>(
    kind: Kind<'e>,
    name: &str,
    title: Option<&str>,
    section: Section,
    edition: &Edition,
) -> Chapter<'e> {
    let bare = matches!(
        kind,
        Kind::HalfTitle | Kind::TitlePage | Kind::Imprint | Kind::Dedication(_) | Kind::Epigraph(_)
    );
    let file = match &kind {
        Kind::Foreword(text) | Kind::Dedication(text) | Kind::Epigraph(text) => {
            text.file.clone().unwrap_or_else(|| name.into())
        }
        _ => name.into(),
    };
    Chapter {
        kind,
        name: name.into(),
        file,
        language: edition.language,
        title: title.map(str::to_string),
        in_part: None,
        opens: Opener::Recto,
        section,
        dress: if bare { Dress::Bare } else { Dress::Full },
    }
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
            Kind::Dedication(text) => front::dedication(&mut builder, text),
            Kind::Epigraph(text) => front::epigraph(&mut builder, text),
            Kind::Contents => contents::add(&mut builder, edition, chapters),
            Kind::Foreword(text) => {
                heading(&mut builder, self.title.as_deref().unwrap_or_default());
                let text = references.filled(&text.text, &self.file, builder.desk);
                builder.text(&text);
            }
            Kind::PartPage(part) => front::part_page(&mut builder, part),
            Kind::Piece(piece) => piece::add(&mut builder, edition, piece, references),
            Kind::Notes => back::notes(&mut builder, self, chapters, references),
            Kind::Contributors => back::contributors(&mut builder, edition),
            Kind::Sources(text) => back::sources(&mut builder, self, text, references),
            Kind::Index(_, entries) => {
                index::add(&mut builder, self.title.as_deref().unwrap_or_default(), entries);
            }
        }
        let flow = builder.finish();
        desk.finish(flow)
    }

    /// The footnotes of its text.
    pub(super) fn notes(&self) -> &[Note] {
        match &self.kind {
            Kind::Piece(piece) => &piece.body.notes,
            Kind::Foreword(text) => &text.text.notes,
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
        matches!(self.kind, Kind::Imprint)
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
