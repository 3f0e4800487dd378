//! Markdown with or without front matter.

use super::{Imported, limits, title_of_file};
use crate::edition::folder::{front_matter, header};
use crate::edition::markdown::{inline, write_inline};
use crate::edition::text::Paragraph;
use crate::notice::Notices;
use std::path::Path;

/// Reads the text of a file.
pub(super) fn read(text: &str, path: &Path, notices: &mut Notices) -> Imported {
    let front = front_matter::read(text, path, notices);
    let header = header::read(&front, path, notices);
    let body = &text[front.body..];
    let written = |paragraph: Option<Paragraph>| paragraph.map(|paragraph| write_inline(&paragraph));
    let book =
        front.entries.iter().find(|entry| matches!(entry.key.to_lowercase().as_str(), "book" | "series"));
    let (title, markdown) = title(header.title, body, path);
    Imported {
        title,
        short_title: written(header.short_title),
        subtitle: written(header.subtitle),
        kicker: written(header.kicker),
        authors: header.authors,
        author_notes: header.author_notes,
        date: header.date,
        language: header.language,
        author_note: header.author_note_source,
        disclaimer: header.disclaimer,
        credit: header.credit,
        book: book.and_then(|entry| entry.value.text()),
        include: header.include.unwrap_or(true),
        markdown: markdown.to_string(),
    }
}

/// The title, and the body without it: that of the front matter, else the heading at the start, else a short
/// first line, else the file's name.
fn title<'b>(known: Option<Paragraph>, body: &'b str, path: &Path) -> (String, &'b str) {
    let trimmed = body.trim_start_matches(['\n', '\r']);
    let (first, rest) = trimmed.split_once('\n').unwrap_or((trimmed, ""));
    let heading = first.strip_prefix("# ").map(|words| words.trim().trim_end_matches('#').trim());
    match (known, heading) {
        // Many programs want the title in both places.
        (Some(known), Some(heading)) if inline(heading).words() == known.words() => {
            (write_inline(&known), rest.trim_start_matches(['\n', '\r']))
        }
        (Some(known), _) => (write_inline(&known), body),
        (None, Some(heading)) if !heading.is_empty() => {
            (heading.to_string(), rest.trim_start_matches(['\n', '\r']))
        }
        (None, _) if is_title(first, rest) => {
            (first.trim().to_string(), rest.trim_start_matches(['\n', '\r']))
        }
        (None, _) => (title_of_file(path), body),
    }
}

/// Whether a first line stands alone, is short, and is no other block of Markdown.
fn is_title(line: &str, rest: &str) -> bool {
    let is_alone = rest.lines().next().is_none_or(|next| next.trim().is_empty());
    let is_short = !line.trim().is_empty() && line.chars().count() <= limits::TITLE;
    let is_block = line.starts_with(['#', '>', '-', '*', '+', '|', '!', '`', '~', '<', ' ', '\t']);
    is_alone && is_short && !is_block && !rest.trim().is_empty()
}
