//! Parts and pieces as documents.

use super::document::{Document, DocumentKind, language_attributes};
use super::markup::{Writer, escape};
use super::pages::{Break, PrintPages};
use crate::edition::piece::Piece;
use crate::edition::rules::PrintedNote;
use crate::edition::text::{Block, Paragraph};
use crate::edition::words::Words;
use crate::edition::{Edition, Part};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

/// What the documents are made from.
pub(super) struct Context<'e> {
    pub(super) edition: &'e Edition,
    pub(super) pictures: &'e BTreeSet<Arc<str>>,
}

/// One document a part and a piece, in order.
pub(super) fn documents(context: &Context<'_>, pages: &mut PrintPages<'_>) -> Vec<Document> {
    let mut list = Vec::new();
    let mut number = 0;
    for (index, part) in context.edition.parts.iter().enumerate() {
        let pieces: Vec<&Arc<Piece>> = part.pieces.iter().filter(|piece| piece.include).collect();
        if pieces.is_empty() {
            continue;
        }
        if part.title.is_some() {
            list.push(part_document(context, part, index + 1, pages));
        }
        for piece in pieces {
            number += 1;
            list.push(piece_document(context, piece, number, part.title.is_some(), pages));
        }
    }
    list
}

fn part_document(context: &Context<'_>, part: &Part, number: usize, pages: &mut PrintPages<'_>) -> Document {
    let edition = context.edition;
    let name = format!("part-{number}.xhtml");
    let title = part.title.clone().unwrap_or_default();
    let mut writer = Writer::new(edition, context.pictures, edition.language);
    let breaks = pages.take(Path::new(&format!("part-{number}")), &name);
    let marker: String = breaks.iter().map(Break::marker).collect();
    let _ = write!(
        writer.out,
        "<section class=\"part\" epub:type=\"part\" role=\"doc-part\" aria-labelledby=\"title\">\n{marker}\n<h1 id=\"title\">"
    );
    writer.inline(&title);
    writer.out.push_str("</h1>\n");
    if let Some(subtitle) = &part.subtitle {
        writer.out.push_str("<p class=\"subtitle\">");
        writer.inline(subtitle);
        writer.out.push_str("</p>\n");
    }
    writer.out.push_str("</section>");
    let words = named(&title, &format!("{number}"));
    Document { kind: DocumentKind::Part, ..Document::new(name, &words, writer.out, edition.language) }
}

/// A title that is never empty.
pub(super) fn named(title: &Paragraph, otherwise: &str) -> String {
    let words = title.words();
    if words.trim().is_empty() { otherwise.to_string() } else { words }
}

fn piece_document(
    context: &Context<'_>,
    piece: &Piece,
    number: usize,
    in_part: bool,
    pages: &mut PrintPages<'_>,
) -> Document {
    let edition = context.edition;
    let language = edition.language_of(piece);
    let name = format!("piece-{number}.xhtml");
    let title = named(&piece.title, &number.to_string());
    let mut breaks = pages.take(&piece.file, &name);
    let mut writer = Writer::new(edition, context.pictures, language);
    let begins_page = breaks.front().is_some_and(|page| page.at == Some(0));
    let marker = breaks.pop_front_if(|_| begins_page).map(|page| page.marker()).unwrap_or_default();
    let _ = writeln!(
        writer.out,
        "<section class=\"piece\" epub:type=\"chapter\" role=\"doc-chapter\" aria-labelledby=\"title\">\n<header>\n{marker}"
    );
    opening(&mut writer, edition, piece, &title);
    writer.out.push_str("</header>\n");
    writer.breaks = breaks;
    writer.gather_notes(name.trim_end_matches(".xhtml"));
    writer.book = Some((pages.book, &piece.file));
    writer.text(&piece.body);
    ending(&mut writer, edition, piece);
    writer.out.push_str("</section>");
    let byline = edition.byline(piece);
    let author = (!byline.is_empty()).then_some(byline);
    let standfirst = piece.subtitle.as_ref().map(Paragraph::words).filter(|words| !words.trim().is_empty());
    Document {
        author,
        standfirst,
        kind: DocumentKind::Piece { in_part },
        ..Document::new(name, &title, writer.out, language)
    }
}

fn opening(writer: &mut Writer<'_>, edition: &Edition, piece: &Piece, title: &str) {
    if let Some(kicker) = &piece.kicker {
        line(writer, "kicker", kicker);
    }
    writer.out.push_str("<h1 id=\"title\">");
    if piece.title.is_empty() {
        writer.out.push_str(&escape(title));
    } else {
        writer.inline(&piece.title);
    }
    writer.out.push_str("</h1>\n");
    if let Some(subtitle) = &piece.subtitle {
        line(writer, "subtitle", subtitle);
    }
    let byline = edition.byline(piece);
    if !byline.is_empty() {
        let by = Words::of(writer.language).by;
        let _ = writeln!(writer.out, "<p class=\"byline\">{}</p>", escape(format!("{by} {byline}").trim()));
    }
    for line in edition.help_lines(piece) {
        let _ = writeln!(writer.out, "<p class=\"helpers\">{}</p>", escape(&line));
    }
    if let Some(date) = piece.date {
        let words = escape(&edition.date_in_words(date, writer.language));
        let _ = writeln!(writer.out, "<p class=\"date\"><time datetime=\"{date}\">{words}</time></p>");
    }
}

fn line(writer: &mut Writer<'_>, class: &str, text: &Paragraph) {
    let _ = write!(writer.out, "<p class=\"{class}\">");
    writer.inline(text);
    writer.out.push_str("</p>\n");
}

/// Author notes, disclaimers, credit: each a part of its own that a reader can name or skip.
fn ending(writer: &mut Writer<'_>, edition: &Edition, piece: &Piece) {
    let own = writer.language;
    for PrintedNote { language, text, pictured } in edition.author_notes(piece) {
        let tag = if language == own { String::new() } else { language_attributes(language) };
        let label = Words::of(language).author_note;
        let _ = writeln!(writer.out, "<div class=\"author-note\" role=\"note\" aria-label=\"{label}\"{tag}>");
        if let Some(person) = pictured {
            writer.portrait(person);
        }
        writer.blocks(&text.blocks);
        writer.out.push_str("</div>\n");
    }
    let label = Words::of(own).disclaimer;
    for disclaimer in edition.disclaimers_after(piece) {
        let _ = writeln!(writer.out, "<div class=\"disclaimer\" role=\"note\" aria-label=\"{label}\">");
        writer.blocks(&disclaimer.text.blocks);
        writer.out.push_str("</div>\n");
    }
    if let Some(words) = edition.disclaimer_reference(piece) {
        let _ = writeln!(writer.out, "<div class=\"disclaimer\" role=\"note\" aria-label=\"{label}\">");
        writer.blocks(&[Block::Paragraph(words)]);
        writer.out.push_str("</div>\n");
    }
    for credit in [edition.credit_line(piece), edition.permission_line(piece)].into_iter().flatten() {
        writer.out.push_str("<div class=\"credit\" epub:type=\"credit\" role=\"doc-credit\">\n");
        writer.blocks(&credit.blocks);
        writer.out.push_str("</div>\n");
    }
}
