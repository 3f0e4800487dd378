//! The indexes as documents: every number leads to the place where the printed page begins.

use super::document::{Document, DocumentKind};
use super::markup::escape;
use super::pages::PrintPages;
use crate::book::Book;
use crate::book::index::{Entry, Index, Kind};
use crate::book::sheet::Folio;
use crate::edition::Edition;
use crate::edition::words::Words;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

/// The indexes of the book, in its order.
pub(super) fn documents(edition: &Edition, book: &Book, pages: &mut PrintPages<'_>) -> Vec<Document> {
    book.indexes.iter().map(|index| document(edition, book, index, pages)).collect()
}

fn document(edition: &Edition, book: &Book, index: &Index, pages: &mut PrintPages<'_>) -> Document {
    let words = Words::of(edition.language);
    let (file, title) = match index.kind {
        Kind::Authors => ("authors", words.author_index),
        Kind::Marked => ("index", words.index),
    };
    let name = format!("{file}.xhtml");
    let places: BTreeMap<Folio, String> =
        pages.list.iter().map(|page| (page.folio, page.place.clone())).collect();
    let breaks = pages.take(Path::new(file), &name);
    let markers: String = breaks.iter().map(super::pages::Break::marker).collect();
    let mut body = format!(
        "<section class=\"index\" epub:type=\"index\" role=\"doc-index\" aria-labelledby=\"title\">\n{markers}\n<h1 id=\"title\">{}</h1>\n<ul epub:type=\"index-entry-list\">\n",
        escape(title)
    );
    let printed = |folio| book.printed(folio);
    index.entries.iter().for_each(|entry| line(entry, &places, words.comma, printed, &mut body));
    body.push_str("</ul>\n</section>");
    let kind = DocumentKind::Index { authors: index.kind == Kind::Authors };
    Document { name, title: title.into(), author: None, language: edition.language, body, kind }
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
