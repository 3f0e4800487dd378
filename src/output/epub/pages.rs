//! The pages of the printed book as places in the e-book.

use super::markup::attribute;
use crate::book::sheet::Folio;
use crate::book::{Book, ChapterPages};
use std::collections::VecDeque;
use std::path::Path;

/// The beginning of a printed page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Break {
    /// Its folio.
    pub(super) folio: Folio,
    /// The folio as it is printed.
    pub(super) label: String,
    /// The byte of the piece's Markdown at which it begins, where that is known.
    pub(super) at: Option<usize>,
}

impl Break {
    /// The id of its marker.
    pub(super) fn id(&self) -> String {
        format!("page-{}", self.folio)
    }

    /// The marker.
    pub(super) fn marker(&self) -> String {
        let (id, label) = (self.id(), attribute(&self.label));
        format!(
            "<span id=\"{id}\" epub:type=\"pagebreak\" role=\"doc-pagebreak\" aria-label=\"{label}\"></span>"
        )
    }
}

/// A printed page and where it begins in the e-book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PrintPage {
    pub(super) folio: Folio,
    /// The folio as it is printed.
    pub(super) label: String,
    pub(super) place: String,
}

/// Which printed page begins where.
#[derive(Debug)]
pub(super) struct PrintPages<'b> {
    pub(super) book: &'b Book,
    next: usize,
    /// Every marker with its place, in reading order.
    pub(super) list: Vec<PrintPage>,
}

impl<'b> PrintPages<'b> {
    pub(super) fn of(book: &'b Book) -> PrintPages<'b> {
        PrintPages { book, next: 0, list: Vec::new() }
    }

    /// The pages that begin in the next chapter that comes from `file`, listed under the document `name`; the first of
    /// them at the chapter's beginning, unless the chapter before shares its page.
    pub(super) fn take(&mut self, file: &Path, name: &str) -> VecDeque<Break> {
        let after = self.book.chapters.iter().enumerate().skip(self.next);
        let Some((index, chapter)) = after.into_iter().find(|(_, chapter)| chapter.file == file) else {
            return VecDeque::new();
        };
        self.next = index + 1;
        let before = index.checked_sub(1).map(|before| &self.book.chapters[before]);
        let shares = before.is_some_and(|before| before.first + before.count > chapter.first);
        let breaks = self.breaks(chapter, shares);
        self.list.extend(breaks.iter().map(|page| PrintPage {
            folio: page.folio,
            label: page.label.clone(),
            place: format!("{name}#{}", page.id()),
        }));
        breaks
    }

    /// The pages that begin in a chapter; its first does not, where the chapter before shares it.
    fn breaks(&self, chapter: &ChapterPages, shares: bool) -> VecDeque<Break> {
        let sheets = self.book.sheets.iter().skip(chapter.first).take(chapter.count);
        let starts = std::iter::once(Some(0)).chain(chapter.breaks.iter().copied());
        let label = |folio| self.book.printed(folio);
        sheets
            .zip(starts)
            .skip(usize::from(shares))
            .map(|(sheet, at)| Break { folio: sheet.folio, label: label(sheet.folio), at })
            .collect()
    }
}
