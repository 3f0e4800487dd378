//! One XHTML document of the e-book.

use super::markup::{attribute, escape};
use crate::edition::language::Language;
use std::fmt::Write;

/// A document and what navigation needs to know of it.
#[derive(Clone, Debug)]
pub(super) struct Document {
    /// File name in the container: ASCII letters, figures and hyphens.
    pub(super) name: String,
    /// Its title: never empty.
    pub(super) title: String,
    /// Who wrote it, for the contents.
    pub(super) author: Option<String>,
    /// Its standfirst, for the contents.
    pub(super) standfirst: Option<String>,
    pub(super) language: Language,
    /// What stands in the body.
    pub(super) body: String,
    /// What it is, for navigation.
    pub(super) kind: DocumentKind,
}

/// What a document is, for navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DocumentKind {
    Cover,
    HalfTitle,
    TitlePage,
    Imprint,
    Dedication,
    Epigraph,
    /// The editor's own words in the place of the contents.
    Contents,
    Foreword,
    Introduction,
    /// A page of the editor's own, and whether it has a title.
    Own {
        titled: bool,
    },
    Part,
    /// A piece, and whether a part gathers it.
    Piece {
        in_part: bool,
    },
    /// The notes of the whole book.
    Notes,
    Contributors,
    /// Sources and permissions.
    Sources,
    /// An index; the index of authors, or that of what is marked.
    Index {
        authors: bool,
    },
    Colophon,
}

impl DocumentKind {
    /// Whether the contents list it.
    pub(super) fn is_listed(self) -> bool {
        matches!(
            self,
            DocumentKind::Foreword
                | DocumentKind::Introduction
                | DocumentKind::Own { titled: true }
                | DocumentKind::Part
                | DocumentKind::Piece { .. }
                | DocumentKind::Notes
                | DocumentKind::Contributors
                | DocumentKind::Sources
                | DocumentKind::Index { .. }
        )
    }
}

impl Document {
    /// A document of these words; what it is, is still to be said.
    pub(super) fn new(name: String, title: &str, body: String, language: Language) -> Document {
        let title = if title.trim().is_empty() { "—" } else { title }.to_string();
        let kind = DocumentKind::Own { titled: false };
        Document { name, title, author: None, standfirst: None, language, body, kind }
    }

    /// The whole file.
    pub(super) fn xhtml(&self) -> String {
        page(self.language, &self.title, &self.body)
    }
}

/// An XHTML file.
pub(super) fn page(language: Language, title: &str, body: &str) -> String {
    let mut text = String::with_capacity(body.len() + 512);
    let _ = write!(
        text,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n\
         <html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\"{}>\n\
         <head>\n<meta charset=\"utf-8\"/>\n<title>{}</title>\n\
         <link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/>\n</head>\n<body>\n{body}\n</body>\n</html>\n",
        language_attributes(language),
        escape(title),
    );
    text
}

/// ` lang="…" xml:lang="…"`, with a direction where the language runs from right to left.
pub(super) fn language_attributes(language: Language) -> String {
    let tag = attribute(language.tag());
    let direction = if language.is_right_to_left() { " dir=\"rtl\"" } else { "" };
    format!(" lang=\"{tag}\" xml:lang=\"{tag}\"{direction}")
}
