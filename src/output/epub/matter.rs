//! Front and back matter as documents.

use super::document::{Document, DocumentKind, language_attributes};
use super::markup::{Writer, attribute, escape};
use super::pages::{Break, PrintPages};
use crate::book::colophon;
use crate::edition::Edition;
use crate::edition::text::Block;
use crate::edition::words::Words;
use crate::edition::words::rights::RightsWords;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

/// The cover: a picture of the typographic cover, with its words as alternative.
pub(super) fn cover(edition: &Edition) -> Document {
    let words = Words::of(edition.language);
    let label = attribute(words.cover);
    let mut alt = format!("{}: {}", words.cover, edition.title);
    for part in edition
        .subtitle
        .iter()
        .chain(std::iter::once(&edition.publisher.name))
        .filter(|part| !part.is_empty())
    {
        let _ = write!(alt, ". {part}");
    }
    let body = format!(
        "<section class=\"cover\" epub:type=\"cover\" aria-label=\"{label}\"><img src=\"cover.png\" role=\"doc-cover\" alt=\"{}\"/></section>",
        attribute(&alt)
    );
    document("cover.xhtml", words.cover, body, DocumentKind::Cover, edition)
}

fn document(name: &str, title: &str, body: String, kind: DocumentKind, edition: &Edition) -> Document {
    Document { kind, ..Document::new(name.into(), title, body, edition.language) }
}

/// The markers of all pages of a chapter that is short as a rule: they stand at its beginning.
fn marker(pages: &mut PrintPages<'_>, file: &Path, name: &str) -> String {
    pages.take(file, name).iter().map(Break::marker).collect()
}

/// The title page.
pub(super) fn title_page(edition: &Edition, pages: &mut PrintPages<'_>) -> Document {
    let words = Words::of(edition.language);
    let mut body = format!(
        "<section class=\"title-page\" epub:type=\"titlepage\">\n{}\n<h1>{}</h1>\n",
        marker(pages, Path::new("title-page"), "title-page.xhtml"),
        escape(&edition.title)
    );
    if let Some(subtitle) = &edition.subtitle {
        let _ = writeln!(body, "<p class=\"subtitle\">{}</p>", escape(subtitle));
    }
    let editors = words.list(&edition.names(&edition.editors, edition.language));
    if !editors.is_empty() {
        let _ =
            writeln!(body, "<p class=\"editors\">{}<br/>{}</p>", escape(words.edited_by), escape(&editors));
    }
    if !edition.publisher.name.is_empty() {
        let _ = writeln!(body, "<p class=\"publisher\">{}</p>", escape(&edition.publisher.name));
    }
    body.push_str("</section>");
    let title = if edition.title.is_empty() { words.title_page } else { &edition.title };
    document("title-page.xhtml", title, body, DocumentKind::TitlePage, edition)
}

/// The imprint.
pub(super) fn imprint(edition: &Edition, pages: &mut PrintPages<'_>) -> Document {
    let words = Words::of(edition.language);
    let nothing = BTreeSet::new();
    let mut writer = Writer::new(edition, &nothing, edition.language);
    let _ = writeln!(
        writer.out,
        "<section class=\"imprint\" epub:type=\"copyright-page\">\n{}\n<h1>{}</h1>",
        marker(pages, Path::new("imprint"), "imprint.xhtml"),
        escape(words.imprint)
    );
    let mut line = |text: &str| {
        if !text.trim().is_empty() {
            let _ = writeln!(writer.out, "<p>{}</p>", escape(text));
        }
    };
    line(&edition.title);
    let editors = words.list(&edition.names(&edition.editors, edition.language));
    if !editors.is_empty() {
        line(&format!("{} {editors}", words.edited_by));
    }
    edition.rights_lines().iter().for_each(|rights| line(rights));
    let publisher = [Some(edition.publisher.name.as_str()), edition.publisher.place.as_deref()];
    line(&publisher.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "));
    let date = edition.date.map(|date| edition.date_in_words(date, edition.language));
    line(&edition.statement.iter().cloned().chain(date).collect::<Vec<_>>().join(", "));
    let isbn = &edition.isbn;
    for (number, of) in [(&isbn.epub, "EPUB"), (&isbn.print, words.in_print), (&isbn.pdf, "PDF")] {
        if let Some(number) = number {
            line(&format!("ISBN {number} ({of})"));
        }
    }
    for disclaimer in edition.disclaimers_on_imprint() {
        let label = words.disclaimer;
        let _ = writeln!(writer.out, "<div class=\"disclaimer\" role=\"note\" aria-label=\"{label}\">");
        writer.blocks(&disclaimer.text.blocks);
        writer.out.push_str("</div>\n");
    }
    writer.book = Some((pages.book, Path::new("")));
    for gathered in edition.gathered_disclaimers() {
        let label = attribute(Words::of(gathered.language).disclaimer);
        let tag = if gathered.language == edition.language {
            String::new()
        } else {
            language_attributes(gathered.language)
        };
        let _ = writeln!(writer.out, "<div class=\"disclaimer\" role=\"note\" aria-label=\"{label}\"{tag}>");
        writer.blocks(&gathered.text.blocks);
        writer.out.push_str("</div>\n");
    }
    writer.out.push_str("</section>");
    document("imprint.xhtml", words.imprint, writer.out, DocumentKind::Imprint, edition)
}

/// The colophon.
pub(super) fn colophon(edition: &Edition, pages: &mut PrintPages<'_>) -> Document {
    let label = Words::of(edition.language).colophon;
    let nothing = BTreeSet::new();
    let mut writer = Writer::new(edition, &nothing, edition.language);
    let marker = marker(pages, Path::new("colophon"), "colophon.xhtml");
    let _ = writeln!(
        writer.out,
        "<section {} aria-labelledby=\"title\">\n{marker}\n<h1 id=\"title\">{}</h1>",
        super::own::COLOPHON,
        escape(label)
    );
    writer.text(&colophon::text(edition, &pages.book.design));
    writer.out.push_str("</section>");
    document("colophon.xhtml", label, writer.out, DocumentKind::Colophon, edition)
}

/// “About the contributors”.
pub(super) fn contributors(
    edition: &Edition,
    pictures: &BTreeSet<Arc<str>>,
    pages: &mut PrintPages<'_>,
) -> Option<Document> {
    let ids = edition.people_ids();
    let people: Vec<_> = ids.iter().map(|id| (id, edition.contributor(id))).collect();
    let people: Vec<_> = people
        .iter()
        .map(|(id, person)| (person, edition.note_of(person), edition.pieces_line(id)))
        .collect();
    if people.iter().all(|(_, note, pieces)| note.blocks.is_empty() && pieces.is_none()) {
        return None;
    }
    let words = Words::of(edition.language);
    let mut writer = Writer::new(edition, pictures, edition.language);
    let mut breaks = pages.take(Path::new("contributors"), "contributors.xhtml");
    let first = breaks.pop_front().map(|page| page.marker()).unwrap_or_default();
    let _ = writeln!(
        writer.out,
        "<section class=\"contributors\" epub:type=\"contributors\" aria-labelledby=\"title\">\n{first}\n<h1 id=\"title\">{}</h1>",
        escape(words.contributors)
    );
    writer.book = Some((pages.book, Path::new("")));
    for (person, note, pieces) in people {
        let language = person.language.filter(|own| *own != edition.language);
        let tag = language.map(language_attributes).unwrap_or_default();
        let _ = writeln!(writer.out, "<div class=\"person\"{tag}>");
        if edition.is_pictured(person) {
            writer.portrait(person);
        }
        writer.out.push_str("<h2>");
        writer.inline(&edition.full_name(person));
        writer.out.push_str("</h2>\n");
        writer.blocks(&note.blocks);
        writer.out.push_str("</div>\n");
        if let Some(pieces) = pieces {
            writer.out.push_str("<p class=\"pieces\">");
            writer.inline(&pieces);
            writer.out.push_str("</p>\n");
        }
    }
    for page in breaks {
        writer.out.push_str(&format!("<div>{}</div>\n", page.marker()));
    }
    writer.out.push_str("</section>");
    Some(document("contributors.xhtml", words.contributors, writer.out, DocumentKind::Contributors, edition))
}

/// “Sources and permissions”.
pub(super) fn sources(edition: &Edition, pages: &mut PrintPages<'_>) -> Option<Document> {
    if !edition.has_sources() {
        return None;
    }
    let title = RightsWords::of(edition.language).sources;
    let file = Path::new("sources");
    let nothing = BTreeSet::new();
    let mut writer = Writer::new(edition, &nothing, edition.language);
    let markers = marker(pages, file, "sources.xhtml");
    let _ = writeln!(
        writer.out,
        "<section class=\"sources\" epub:type=\"other-credits\" role=\"doc-credits\" aria-labelledby=\"title\">\n{markers}\n<h1 id=\"title\">{}</h1>",
        escape(title)
    );
    writer.book = Some((pages.book, file));
    for block in &edition.sources().blocks {
        if let Block::Heading { text, .. } = block {
            writer.out.push_str("<h2>");
            writer.inline(text);
            writer.out.push_str("</h2>\n");
        } else {
            writer.blocks(std::slice::from_ref(block));
        }
    }
    writer.out.push_str("</section>");
    Some(document("sources.xhtml", title, writer.out, DocumentKind::Sources, edition))
}
