//! The indexes as documents: every number leads to the place where the printed page begins.

use super::document::{Document, DocumentKind};
use super::markup::escape;
use super::pages::PrintPages;
use crate::book::index::{Entry, Index, Kind};
use crate::book::sheet::Folio;
use crate::edition::Edition;
use crate::edition::matter::order::Page;
use crate::edition::words::Words;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

/// Indexes whose lines are still to be written: the places of all printed pages are known last.
#[derive(Default)]
pub(super) struct Indexes<'b>(Vec<(usize, &'b Index)>);

impl<'b> Indexes<'b> {
    /// Opens an index that will be document number `at`; `None` where the book has no such index.
    pub(super) fn open(
        &mut self,
        page: Page,
        edition: &Edition,
        at: usize,
        pages: &mut PrintPages<'b>,
    ) -> Option<Document> {
        let words = Words::of(edition.language);
        let (kind, title) = match page {
            Page::AuthorIndex => (Kind::Authors, words.author_index),
            _ => (Kind::Marked, words.index),
        };
        let book = pages.book;
        let index = book.indexes.iter().find(|index| index.kind == kind)?;
        let name = format!("{}.xhtml", page.name());
        let breaks = pages.take(Path::new(page.name()), &name);
        let markers: String = breaks.iter().map(super::pages::Break::marker).collect();
        let body = format!(
            "<section class=\"index\" epub:type=\"index\" role=\"doc-index\" aria-labelledby=\"title\">\n{markers}\n<h1 id=\"title\">{}</h1>\n<ul epub:type=\"index-entry-list\">\n",
            escape(title)
        );
        self.0.push((at, index));
        let kind = DocumentKind::Index { authors: kind == Kind::Authors };
        Some(Document { kind, ..Document::new(name, title, body, edition.language) })
    }

    /// Writes the lines of those that were opened.
    pub(super) fn fill(self, documents: &mut [Document], edition: &Edition, pages: &PrintPages<'_>) {
        let places: BTreeMap<Folio, String> =
            pages.list.iter().map(|page| (page.folio, page.place.clone())).collect();
        let comma = Words::of(edition.language).comma;
        for (at, index) in self.0 {
            let Some(document) = documents.get_mut(at) else { continue };
            let printed = |folio| pages.book.printed(folio);
            index.entries.iter().for_each(|entry| line(entry, &places, comma, printed, &mut document.body));
            document.body.push_str("</ul>\n</section>");
        }
    }
}

fn line(
    entry: &Entry,
    places: &BTreeMap<Folio, String>,
    comma: &str,
    printed: impl Fn(Folio) -> String,
    body: &mut String,
) {
    let _ = write!(
        body,
        "<li epub:type=\"index-entry\"><span epub:type=\"index-term\">{}</span>",
        escape(&entry.heading)
    );
    for (_, folio) in &entry.pages {
        let label = printed(*folio);
        let _ = match places.get(folio) {
            Some(place) => write!(body, "{comma}<a epub:type=\"index-locator\" href=\"{place}\">{label}</a>"),
            None => write!(body, "{comma}{label}"),
        };
    }
    body.push_str("</li>\n");
}
