//! The editor's own words as documents: in the place of a page, with its role, or on a page of their own.

use super::document::{Document, DocumentKind};
use super::markup::{Writer, attribute, escape};
use super::pages::PrintPages;
use crate::edition::Edition;
use crate::edition::markdown;
use crate::edition::matter::FreeText;
use crate::edition::matter::order::{Page, Seat};
use crate::edition::words::Words;
use crate::edition::words::rights::RightsWords;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::PathBuf;
use std::sync::Arc;

/// Class, type and role of the colophon.
pub(super) const COLOPHON: &str = "class=\"colophon\" epub:type=\"colophon\" role=\"doc-colophon\"";

/// How the editor's words stand in the place of a page.
struct Stands {
    kind: DocumentKind,
    /// Class, type and role of the section.
    section: &'static str,
    /// What the page is called.
    label: &'static str,
    /// Whether that is its heading, where the words have none of their own.
    is_heading: bool,
}

impl Stands {
    fn of(page: Option<Page>, edition: &Edition) -> Stands {
        let words = Words::of(edition.language);
        let (kind, section, label, is_heading) = match page {
            Some(Page::HalfTitle) => {
                let section = "class=\"title-page\" epub:type=\"halftitlepage\"";
                (DocumentKind::HalfTitle, section, words.title_page, false)
            }
            Some(Page::TitlePage) => {
                let section = "class=\"title-page\" epub:type=\"titlepage\"";
                (DocumentKind::TitlePage, section, words.title_page, false)
            }
            Some(Page::Imprint) => {
                let section = "class=\"imprint\" epub:type=\"copyright-page\"";
                (DocumentKind::Imprint, section, words.imprint, true)
            }
            Some(Page::Dedication) => {
                let section = "class=\"dedication\" epub:type=\"dedication\" role=\"doc-dedication\"";
                (DocumentKind::Dedication, section, words.dedication, false)
            }
            Some(Page::Epigraph) => {
                (DocumentKind::Epigraph, "class=\"front-epigraph\"", words.epigraph, false)
            }
            Some(Page::Contents) => {
                let section = "class=\"piece\" epub:type=\"toc\" role=\"doc-toc\"";
                (DocumentKind::Contents, section, words.contents, true)
            }
            Some(Page::Foreword) => {
                let section = "class=\"piece\" epub:type=\"foreword\" role=\"doc-foreword\"";
                (DocumentKind::Foreword, section, words.foreword, true)
            }
            Some(Page::Introduction) => {
                let section = "class=\"piece\" epub:type=\"introduction\" role=\"doc-introduction\"";
                (DocumentKind::Introduction, section, words.introduction, true)
            }
            Some(Page::Contributors) => {
                let section = "class=\"contributors\" epub:type=\"contributors\"";
                (DocumentKind::Contributors, section, words.contributors, true)
            }
            Some(Page::Sources) => {
                let section = "class=\"sources\" epub:type=\"other-credits\" role=\"doc-credits\"";
                (DocumentKind::Sources, section, RightsWords::of(edition.language).sources, true)
            }
            Some(page @ (Page::AuthorIndex | Page::Index)) => {
                let authors = page == Page::AuthorIndex;
                let label = if authors { words.author_index } else { words.index };
                let section = "class=\"piece\" epub:type=\"index\" role=\"doc-index\"";
                (DocumentKind::Index { authors }, section, label, true)
            }
            Some(Page::Colophon) => (DocumentKind::Colophon, COLOPHON, words.colophon, true),
            Some(Page::Pieces | Page::Notes) | None => {
                (DocumentKind::Own { titled: false }, "class=\"piece\"", "", false)
            }
        };
        Stands { kind, section, label, is_heading }
    }
}

/// What a page of the editor's words is called: by its own title, its usual name, or the book's.
pub(super) fn title_of(seat: &Seat<'_>, own: &FreeText, edition: &Edition) -> String {
    let label = Stands::of(seat.page, edition).label;
    let has_words = |title: &&str| !title.trim().is_empty();
    let title = own.title.as_deref().filter(has_words).or(Some(label).filter(has_words));
    title.unwrap_or(&edition.title).to_string()
}

/// The editor's own words: in the place of a page, or on a page of their own.
pub(super) fn document(
    edition: &Edition,
    pictures: &BTreeSet<Arc<str>>,
    seat: &Seat<'_>,
    own: &FreeText,
    pages: &mut PrintPages<'_>,
) -> Document {
    let Stands { kind, section, label, is_heading } = Stands::of(seat.page, edition);
    let is_epigraph = seat.page == Some(Page::Epigraph);
    let title = own.title.as_deref().filter(|_| !is_epigraph && seat.page != Some(Page::Dedication));
    let heading = title.or(Some(label).filter(|_| is_heading)).filter(|heading| !heading.trim().is_empty());
    let name = format!("{}.xhtml", seat.name);
    let file = own.file.clone().unwrap_or_else(|| PathBuf::from(&*seat.name));
    let mut writer = Writer::new(edition, pictures, edition.language);
    let mut breaks = pages.take(&file, &name);
    let first = breaks.pop_front().map(|page| page.marker()).unwrap_or_default();
    let named = match heading {
        Some(_) => " aria-labelledby=\"title\"".to_string(),
        None if label.is_empty() => String::new(),
        None => format!(" aria-label=\"{}\"", attribute(label)),
    };
    let _ = writeln!(writer.out, "<section {section}{named}>\n{first}");
    if let Some(heading) = heading {
        let _ = writeln!(writer.out, "<h1 id=\"title\">{}</h1>", escape(heading));
    }
    writer.breaks = breaks;
    writer.gather_notes(&seat.name);
    writer.book = Some((pages.book, &file));
    if is_epigraph {
        writer.text(&markdown::epigraph(&own.text));
    } else if seat.page == Some(Page::Dedication) {
        writer.text(&own.text.with_notes_inside());
    } else {
        writer.text(&own.text);
    }
    writer.out.push_str("</section>");
    let kind = match kind {
        DocumentKind::Own { .. } => DocumentKind::Own { titled: heading.is_some() },
        other => other,
    };
    let document = Document::new(name, &title_of(seat, own, edition), writer.out, edition.language);
    Document { kind, ..document }
}
