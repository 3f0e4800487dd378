//! The notes of the whole book as one document, where the design gathers them.

use super::document::{Document, DocumentKind, language_attributes};
use super::markup::{Writer, escape};
use super::pages::PrintPages;
use super::piece::named;
use crate::edition::Edition;
use crate::edition::design_settings::NotesPlace;
use crate::edition::language::Language;
use crate::edition::text::Text;
use crate::edition::words::Words;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

/// A text with notes, and the document it stands in.
struct Source<'e> {
    document: String,
    title: String,
    language: Language,
    text: &'e Text,
    /// Its file, from which its links are followed.
    file: &'e Path,
}

/// The notes, each list under the title of its text; none where there are none, or they stand elsewhere.
pub(super) fn document(
    edition: &Edition,
    pictures: &BTreeSet<Arc<str>>,
    pages: &mut PrintPages<'_>,
) -> Option<Document> {
    let sources = sources(edition);
    if edition.design.notes != Some(NotesPlace::Book) || sources.is_empty() {
        return None;
    }
    let words = Words::of(edition.language);
    let name = "notes.xhtml";
    let mut writer = Writer::new(edition, pictures, edition.language);
    let mut breaks = pages.take(Path::new("notes"), name);
    let first = breaks.pop_front().map(|page| page.marker()).unwrap_or_default();
    let _ = writeln!(
        writer.out,
        "<section class=\"notes\" epub:type=\"endnotes\" role=\"doc-endnotes\" aria-labelledby=\"title\">\n{first}\n<h1 id=\"title\">{}</h1>",
        escape(words.notes)
    );
    for source in sources {
        let tag = if source.language == edition.language {
            String::new()
        } else {
            language_attributes(source.language)
        };
        let _ = writeln!(writer.out, "<div{tag}>\n<h2>{}</h2>", escape(&source.title));
        writer.book = Some((pages.book, source.file));
        writer.gathered(&source.document, source.text, source.language);
        writer.out.push_str("</div>\n");
    }
    for page in breaks {
        let _ = writeln!(writer.out, "<div>{}</div>", page.marker());
    }
    writer.out.push_str("</section>");
    Some(Document {
        name: name.into(),
        title: words.notes.into(),
        author: None,
        language: edition.language,
        body: writer.out,
        kind: DocumentKind::Notes,
    })
}

fn sources(edition: &Edition) -> Vec<Source<'_>> {
    let mut sources = Vec::new();
    if let Some(foreword) = &edition.matter.foreword {
        let title = foreword.title.as_deref().unwrap_or(Words::of(edition.language).foreword);
        sources.push(Source {
            document: "foreword".into(),
            title: title.into(),
            language: edition.language,
            text: &foreword.text,
            file: foreword.file.as_deref().unwrap_or(Path::new("foreword")),
        });
    }
    for (index, (_, piece)) in edition.included().enumerate() {
        sources.push(Source {
            document: format!("piece-{}", index + 1),
            title: named(&piece.title, &(index + 1).to_string()),
            language: edition.language_of(piece),
            text: &piece.body,
            file: &piece.file,
        });
    }
    sources.retain(|source| !source.text.notes.is_empty());
    sources
}
