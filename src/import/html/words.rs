//! Paragraphs of a page, put together and taken apart.

use super::super::gather::Gather;
use crate::edition::text::{Mark, Paragraph};

/// A name without the dash before it.
pub(super) fn without_dash(paragraph: &Paragraph) -> Paragraph {
    let text = &paragraph.text;
    let from = text.len() - text.trim_start_matches(['—', '–', '-', ' ']).len();
    crate::edition::text::marks::slice(paragraph, from..text.len())
}

/// Letters and digits alone.
pub(super) fn folded(words: &str) -> String {
    words.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// Appends a paragraph with its marks.
pub(super) fn append(gather: &mut Gather, paragraph: &Paragraph) {
    let mut edges: Vec<usize> =
        paragraph.marks.iter().flat_map(|marked| [marked.range.start, marked.range.end]).collect();
    edges.extend([0, paragraph.text.len()]);
    edges.sort_unstable();
    edges.dedup();
    for edge in edges.windows(2) {
        let covers = |marked: &&crate::edition::text::Marked| {
            marked.range.start <= edge[0] && edge[1] <= marked.range.end
        };
        let marks: Vec<Mark> =
            paragraph.marks.iter().filter(covers).map(|marked| marked.mark.clone()).collect();
        gather.push(&paragraph.text[edge[0]..edge[1]], &marks);
    }
}

/// A paragraph parted at its empty lines.
pub(super) fn parted(paragraph: &Paragraph) -> Vec<Paragraph> {
    let mut parts = Vec::new();
    let mut from = 0;
    let text = paragraph.text.clone();
    let mut at = 0;
    while let Some(found) = text[at..].find('\n') {
        let start = at + found;
        let rest = &text[start..];
        let end = start + rest.len() - rest.trim_start().len();
        if rest[..end - start].matches('\n').count() >= 2 {
            parts.push(from..start);
            from = end;
        }
        at = end.max(start + 1);
    }
    parts.push(from..text.len());
    let parts = parts.into_iter().map(|range| crate::edition::text::marks::slice(paragraph, range));
    parts.filter(|part| !part.is_empty()).collect()
}
