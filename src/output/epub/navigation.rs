//! Navigation: contents, landmarks, and the list of printed pages; the NCX for older readers.

use super::document::{Document, DocumentKind, language_attributes, page};
use super::markup::{attribute, escape};
use super::pages::{PrintPage, PrintPages};
use super::reading::Reading;
use crate::book::sheet::Folio;
use crate::edition::Edition;
use crate::edition::matter::{Depth, Shown};
use crate::edition::words::Words;
use crate::edition::words::rights::RightsWords;
use std::fmt::Write;

/// The navigation document.
pub(super) fn document(edition: &Edition, reading: &Reading, pages: &PrintPages<'_>) -> String {
    let words = Words::of(edition.language);
    let mut body = format!(
        "<nav epub:type=\"toc\" role=\"doc-toc\" id=\"toc\" aria-labelledby=\"toc-title\">\n<h1 id=\"toc-title\">{}</h1>\n<ol>\n{}</ol>\n</nav>\n",
        escape(words.contents),
        contents(edition, &reading.documents)
    );
    let _ = write!(
        body,
        "<nav epub:type=\"landmarks\" id=\"landmarks\" aria-labelledby=\"landmarks-title\" hidden=\"hidden\">\n<h2 id=\"landmarks-title\">{}</h2>\n<ol>\n{}</ol>\n</nav>\n",
        escape(words.landmarks),
        landmarks(edition, reading)
    );
    if !pages.list.is_empty() {
        let _ = write!(
            body,
            "<nav epub:type=\"page-list\" role=\"doc-pagelist\" id=\"page-list\" aria-labelledby=\"pages-title\" hidden=\"hidden\">\n<h2 id=\"pages-title\">{}</h2>\n<ol>\n",
            escape(words.page_list)
        );
        for PrintPage { place, label, .. } in &pages.list {
            let _ = writeln!(body, "<li><a href=\"{}\">{}</a></li>", attribute(place), escape(label));
        }
        body.push_str("</ol>\n</nav>\n");
    }
    page(edition.language, words.contents, &body)
}

fn contents(edition: &Edition, documents: &[Document]) -> String {
    let mut list = String::new();
    let listed: Vec<&Document> = documents.iter().filter(|document| document.kind.is_listed()).collect();
    let mut in_part = false;
    for document in &listed {
        let gathered = document.kind == DocumentKind::Piece { in_part: true };
        if in_part && !gathered {
            list.push_str("</ol></li>\n");
            in_part = false;
        }
        let tag = if document.language == edition.language {
            String::new()
        } else {
            language_attributes(document.language)
        };
        let _ = write!(
            list,
            "<li><a href=\"{}\"{tag}>{}{}</a>",
            document.name,
            escape(&document.title),
            below(document, edition.matter.depth())
        );
        if document.kind == DocumentKind::Part {
            list.push_str("\n<ol>\n");
            in_part = true;
        } else {
            list.push_str("</li>\n");
        }
    }
    if in_part {
        list.push_str("</ol></li>\n");
    }
    if listed.is_empty() {
        // A book without pieces still needs somewhere to go.
        let first = documents.last().map_or("cover.xhtml", |document| &document.name);
        let _ = writeln!(
            list,
            "<li><a href=\"{first}\">{}</a></li>",
            escape(Words::of(edition.language).title_page)
        );
    }
    list
}

/// What the contents say of a document beside its title.
fn below(document: &Document, depth: Depth) -> String {
    let mut said = String::new();
    if let Some(standfirst) = document.standfirst.as_ref().filter(|_| depth == Depth::Standfirsts) {
        let _ = write!(said, "<span class=\"standfirst\"> · {}</span>", escape(standfirst));
    }
    if let Some(author) = document.author.as_ref().filter(|_| depth != Depth::Pieces) {
        let _ = write!(said, "<span class=\"author\"> — {}</span>", escape(author));
    }
    said
}

/// The landmarks in the order of the book; of several of a kind the first.
fn landmarks(edition: &Edition, reading: &Reading) -> String {
    let language = edition.language;
    let words = Words::of(language);
    // A landmark leads to a document that is read: this one is, where it is the contents of the book.
    let contents_at = match &edition.matter.contents {
        Shown::Omitted => None,
        Shown::Generated(_) => Some("nav.xhtml#toc"),
        Shown::Own(_) => Some("contents.xhtml"),
    };
    let mut rows: Vec<(&str, &str, &str)> = Vec::new();
    for (number, document) in reading.documents.iter().enumerate() {
        if let Some(place) = contents_at.filter(|_| number == reading.before_contents) {
            rows.push(("toc", words.contents, place));
        }
        let (kind, label) = match document.kind {
            DocumentKind::Cover => ("cover", words.cover),
            DocumentKind::TitlePage => ("titlepage", words.title_page),
            DocumentKind::Foreword => ("foreword", words.foreword),
            DocumentKind::Introduction => ("introduction", words.introduction),
            DocumentKind::Part | DocumentKind::Piece { .. } => ("bodymatter", words.start_of_text),
            DocumentKind::Notes => ("endnotes", words.notes),
            DocumentKind::Contributors => ("contributors", words.contributors),
            DocumentKind::Sources => ("other-credits", RightsWords::of(language).sources),
            DocumentKind::Index { authors: false } => ("index", words.index),
            DocumentKind::Colophon => ("colophon", words.colophon),
            DocumentKind::HalfTitle
            | DocumentKind::Imprint
            | DocumentKind::Dedication
            | DocumentKind::Epigraph
            | DocumentKind::Contents
            | DocumentKind::Own { .. }
            | DocumentKind::Index { authors: true } => continue,
        };
        if !rows.iter().any(|row| row.0 == kind) {
            rows.push((kind, label, &document.name));
        }
    }
    if let Some(place) = contents_at.filter(|_| !rows.iter().any(|row| row.0 == "toc")) {
        rows.push(("toc", words.contents, place));
    }
    let mut list = String::new();
    for (kind, label, place) in rows {
        let _ = writeln!(list, "<li><a epub:type=\"{kind}\" href=\"{place}\">{}</a></li>", escape(label));
    }
    list
}

/// The number of a page of the body.
fn number_of(folio: Folio) -> Option<u32> {
    match folio {
        Folio::Arabic(number) => Some(number),
        Folio::Roman(_) => None,
    }
}

/// The table of contents for readers of EPUB 2.
pub(super) fn ncx(edition: &Edition, documents: &[Document], pages: &PrintPages<'_>) -> String {
    let identifier = super::metadata::identifier(edition);
    let last = pages.list.iter().filter_map(|page| number_of(page.folio)).max().unwrap_or(0);
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ncx xmlns=\"http://www.daisy.org/z3986/2005/ncx/\" version=\"2005-1\" xml:lang=\"{}\">\n\
         <head>\n<meta name=\"dtb:uid\" content=\"{identifier}\"/>\n<meta name=\"dtb:depth\" content=\"2\"/>\n\
         <meta name=\"dtb:totalPageCount\" content=\"{}\"/>\n<meta name=\"dtb:maxPageNumber\" content=\"{last}\"/>\n</head>\n\
         <docTitle><text>{}</text></docTitle>\n<navMap>\n",
        edition.language,
        pages.list.len(),
        escape(&edition.title)
    );
    let mut in_part = false;
    let listed: Vec<&Document> = documents.iter().filter(|document| document.kind.is_listed()).collect();
    let whole: Vec<&Document> = if listed.is_empty() { documents.iter().collect() } else { listed };
    for (number, document) in whole.into_iter().enumerate() {
        if in_part && document.kind != (DocumentKind::Piece { in_part: true }) {
            text.push_str("</navPoint>\n");
            in_part = false;
        }
        let _ = write!(
            text,
            "<navPoint id=\"point-{}\"><navLabel><text>{}</text></navLabel><content src=\"{}\"/>",
            number + 1,
            escape(&document.title),
            document.name
        );
        in_part |= document.kind == DocumentKind::Part;
        text.push_str(if document.kind == DocumentKind::Part { "\n" } else { "</navPoint>\n" });
    }
    if in_part {
        text.push_str("</navPoint>\n");
    }
    text.push_str("</navMap>\n");
    if !pages.list.is_empty() {
        let _ = write!(
            text,
            "<pageList>\n<navLabel><text>{}</text></navLabel>\n",
            escape(Words::of(edition.language).page_list)
        );
        for (number, PrintPage { folio, label, place }) in pages.list.iter().enumerate() {
            let kind = if number_of(*folio).is_some() { "normal" } else { "front" };
            let value = number_of(*folio).map(|value| format!(" value=\"{value}\"")).unwrap_or_default();
            let _ = writeln!(
                text,
                "<pageTarget id=\"target-{}\" type=\"{kind}\"{value}><navLabel><text>{}</text></navLabel><content src=\"{}\"/></pageTarget>",
                number + 1,
                escape(label),
                attribute(place)
            );
        }
        text.push_str("</pageList>\n");
    }
    text.push_str("</ncx>\n");
    text
}
