//! Half title, title page, imprint, dedication, epigraph, part pages.

use super::refer::References;
use crate::design::Role;
use crate::edition::markdown;
use crate::edition::text::{Mark, Marked, Paragraph, Text};
use crate::edition::words::Words;
use crate::edition::{Edition, Part};
use crate::page::blocks::Builder;
use std::path::Path;
use std::sync::Arc;

/// The title alone.
pub(super) fn half_title(builder: &mut Builder<'_, '_>, edition: &Edition) {
    builder.plain(Role::HalfTitle, &edition.title);
    sink(builder, 3, 10);
}

/// Title, subtitle, editors; the publisher is put at the foot when the page is joined.
pub(super) fn title_page(builder: &mut Builder<'_, '_>, edition: &Edition) {
    builder.plain(Role::BookTitle, &edition.title);
    if let Some(subtitle) = &edition.subtitle {
        builder.plain(Role::BookSubtitle, subtitle);
    }
    let words = Words::of(edition.language);
    let editors = words.list(&edition.names(&edition.editors, edition.language));
    if !editors.is_empty() {
        builder.plain(Role::BookEditors, &format!("{}\n{editors}", words.edited_by));
    }
    sink(builder, 1, 5);
}

/// The lines at the foot of the title page.
pub(super) fn publisher_lines(edition: &Edition) -> Vec<String> {
    let mut lines = Vec::new();
    if !edition.publisher.name.is_empty() {
        lines.push(edition.publisher.name.clone());
    }
    let year = edition.date.map(|date| date.year.to_string());
    let place: Vec<String> = edition.publisher.place.iter().cloned().chain(year).collect();
    if !place.is_empty() {
        lines.push(place.join(" · "));
    }
    lines
}

/// Publisher, editors, rights, ISBN, edition and date, disclaimers by rule.
pub(super) fn imprint(builder: &mut Builder<'_, '_>, edition: &Edition, references: References<'_>) {
    let mut title = Paragraph::plain(edition.title.as_str());
    title.marks.push(Marked { range: 0..title.text.len(), mark: Mark::Emphasis });
    if !edition.title.is_empty() {
        builder.paragraph(Role::Imprint, &title);
    }
    let words = Words::of(edition.language);
    let editors = words.list(&edition.names(&edition.editors, edition.language));
    if !editors.is_empty() {
        builder.plain(Role::Imprint, &format!("{} {editors}", words.edited_by));
    }
    for rights in edition.rights_lines() {
        builder.plain(Role::Imprint, &rights);
    }
    let publisher: Vec<&str> = [Some(edition.publisher.name.as_str()), edition.publisher.place.as_deref()]
        .into_iter()
        .flatten()
        .filter(|s| !s.is_empty())
        .collect();
    builder.plain(Role::Imprint, &publisher.join(", "));
    if let Some(url) = &edition.publisher.url {
        builder.paragraph(Role::Imprint, &link(url));
    }
    let date = edition.date.map(|date| edition.date_in_words(date, edition.language));
    let stated: Vec<String> = edition.statement.iter().cloned().chain(date).collect();
    builder.plain(Role::Imprint, &stated.join(", "));
    for disclaimer in edition.disclaimers_on_imprint() {
        builder.small_print(Role::Imprint, &disclaimer.text);
    }
    for gathered in edition.gathered_disclaimers() {
        builder.set_language(gathered.language);
        let text = references.filled(&gathered.text, Path::new(""), builder.desk);
        builder.small_print(Role::Imprint, &text);
    }
    builder.set_language(edition.language);
    let isbn = &edition.isbn;
    let known = [(&isbn.print, words.in_print), (&isbn.pdf, "PDF"), (&isbn.epub, "EPUB")];
    let numbers: Vec<String> = known
        .iter()
        .filter_map(|(isbn, of)| isbn.as_ref().map(|isbn| format!("ISBN {isbn} ({of})")))
        .collect();
    builder.plain(Role::Imprint, &numbers.join("\n"));
}

fn link(url: &str) -> Paragraph {
    let mut paragraph = Paragraph::plain(url);
    if markdown::is_safe_link(url) {
        paragraph.marks.push(Marked { range: 0..url.len(), mark: Mark::Link(Arc::from(url)) });
    }
    paragraph
}

/// The dedication.
pub(super) fn dedication(builder: &mut Builder<'_, '_>, text: &Text) {
    builder.small_print(Role::Dedication, text);
    sink(builder, 3, 10);
}

/// The epigraph of the book.
pub(super) fn epigraph(builder: &mut Builder<'_, '_>, text: &Text) {
    builder.text(&markdown::epigraph(text));
    sink(builder, 3, 10);
}

/// The title of a part.
pub(super) fn part_page(builder: &mut Builder<'_, '_>, part: &Part) {
    if let Some(title) = &part.title {
        builder.paragraph(Role::PartTitle, title);
    }
    if let Some(subtitle) = &part.subtitle {
        builder.paragraph(Role::PartSubtitle, subtitle);
    }
    sink(builder, 3, 10);
}

/// Lets the page begin at a share of its depth.
pub(super) fn sink(builder: &mut Builder<'_, '_>, share: i32, of: i32) {
    let design = builder.desk.studio.design;
    let lines = design.depth * share / of;
    if let Some(first) = builder.first_block() {
        first.sink = design.leading * lines;
    }
}
