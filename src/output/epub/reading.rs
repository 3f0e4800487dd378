//! The documents of the e-book in its reading order, and where the contents stand in it.

use super::document::Document;
use super::index::Indexes;
use super::pages::PrintPages;
use super::{matter, notes, own, piece};
use crate::edition::Edition;
use crate::edition::matter::order::Page;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The documents, and how many of them stand before the contents.
pub(super) struct Reading {
    pub(super) documents: Vec<Document>,
    /// Counts from the cover on: at least one.
    pub(super) before_contents: usize,
}

/// Writes all documents in the order of the book.
pub(super) fn documents(
    edition: &Edition,
    pictures: &BTreeSet<Arc<str>>,
    pages: &mut PrintPages<'_>,
) -> Reading {
    let mut documents = vec![matter::cover(edition)];
    let mut before_contents = None;
    let mut indexes = Indexes::default();
    for entry in edition.matter.seats() {
        if entry.page == Some(Page::Contents) {
            before_contents = Some(documents.len());
        }
        if let Some(text) = entry.text {
            documents.push(own::document(edition, pictures, &entry, text, pages));
            continue;
        }
        match entry.page {
            Some(Page::TitlePage) => documents.push(matter::title_page(edition, pages)),
            Some(Page::Imprint) => documents.push(matter::imprint(edition, pages)),
            Some(Page::Pieces) => {
                // Contents that are no page of the book stand before its text.
                before_contents.get_or_insert(documents.len());
                documents.extend(piece::documents(&piece::Context { edition, pictures }, pages));
            }
            Some(Page::Notes) => documents.extend(notes::document(edition, pictures, pages)),
            Some(Page::Contributors) => documents.extend(matter::contributors(edition, pictures, pages)),
            Some(Page::Sources) => documents.extend(matter::sources(edition, pages)),
            Some(page @ (Page::AuthorIndex | Page::Index)) => {
                documents.extend(indexes.open(page, edition, documents.len(), pages));
            }
            Some(Page::Colophon) => documents.push(matter::colophon(edition, pages)),
            // The half title of a book is its cover here; the contents are the navigation.
            _ => {}
        }
    }
    indexes.fill(&mut documents, edition, pages);
    Reading { documents, before_contents: before_contents.unwrap_or(1) }
}
