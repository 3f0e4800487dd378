//! The notes of the whole book as one document, where the design gathers them.

use super::document::{Document, DocumentKind, language_attributes};
use super::markup::{Writer, escape};
use super::own;
use super::pages::PrintPages;
use super::piece::named;
use crate::edition::Edition;
use crate::edition::design_settings::NotesPlace;
use crate::edition::language::Language;
use crate::edition::matter::order::Page;
use crate::edition::text::Text;
use crate::edition::words::Words;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A text with notes, and the document it stands in.
struct Source<'e> {
    document: String,
    title: String,
    language: Language,
    text: &'e Text,
    /// Its file, from which its links are followed.
    file: PathBuf,
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
    for source in &sources {
        let tag = if source.language == edition.language {
            String::new()
        } else {
            language_attributes(source.language)
        };
        let _ = writeln!(writer.out, "<div{tag}>\n<h2>{}</h2>", escape(&source.title));
        writer.book = Some((pages.book, &source.file));
        writer.gathered(&source.document, source.text, source.language);
        writer.out.push_str("</div>\n");
    }
    for page in breaks {
        let _ = writeln!(writer.out, "<div>{}</div>", page.marker());
    }
    writer.out.push_str("</section>");
    let document = Document::new(name.into(), words.notes, writer.out, edition.language);
    Some(Document { kind: DocumentKind::Notes, ..document })
}

fn sources(edition: &Edition) -> Vec<Source<'_>> {
    let mut sources = Vec::new();
    for seat in edition.matter.seats() {
        if seat.page == Some(Page::Pieces) {
            sources.extend(pieces(edition));
        }
        // The notes of these stand in the text.
        let is_plain = !matches!(seat.page, Some(Page::Dedication | Page::Epigraph));
        if let Some(text) = seat.text.filter(|_| is_plain) {
            sources.push(Source {
                document: seat.name.to_string(),
                title: own::title_of(&seat, text, edition),
                language: edition.language,
                text: &text.text,
                file: text.file.clone().unwrap_or_else(|| (&*seat.name).into()),
            });
        }
    }
    sources.retain(|source| !source.text.notes.is_empty());
    sources
}

fn pieces(edition: &Edition) -> impl Iterator<Item = Source<'_>> {
    edition.included().enumerate().map(|(index, (_, piece))| Source {
        document: format!("piece-{}", index + 1),
        title: named(&piece.title, &(index + 1).to_string()),
        language: edition.language_of(piece),
        text: &piece.body,
        file: piece.file.clone(),
    })
}
