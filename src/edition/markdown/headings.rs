//! Headings: their levels, and the braces behind them.

use super::inline::Inline;
use crate::edition::text::{Block, Mark, Text};
use pulldown_cmark::CowStr;

/// Makes the highest heading of a text level 1.
pub(super) fn normalise(text: &mut Text) {
    let mut highest = u8::MAX;
    each(text, &mut |level| highest = highest.min(*level));
    each(text, &mut |level| *level = *level + 1 - highest);
}

fn each(text: &mut Text, see: &mut dyn FnMut(&mut u8)) {
    let notes = text.notes.iter_mut().flat_map(|note| &mut note.blocks);
    text.blocks.iter_mut().chain(notes).for_each(|block| each_in(block, see));
}

fn each_in(block: &mut Block, see: &mut dyn FnMut(&mut u8)) {
    match block {
        Block::Heading { level, .. } => see(level),
        Block::Quote { blocks, .. } => blocks.iter_mut().for_each(|block| each_in(block, see)),
        Block::List { items, .. } => items.iter_mut().flatten().for_each(|block| each_in(block, see)),
        _ => {}
    }
}

/// The parser takes any braces at the end of a heading for the heading's: those behind `[words]` or a link belong
/// to it and go back into the text.
pub(super) fn give_back_attributes(
    heading: &mut Inline,
    classes: &[CowStr<'_>],
    attributes: &[(CowStr<'_>, Option<CowStr<'_>>)],
) {
    let end = heading.text.len();
    let is_link =
        heading.marks.iter().any(|marked| marked.range.end == end && matches!(marked.mark, Mark::Link(_)));
    let is_span = heading.text.ends_with(']') && !heading.is_literal(end - 1);
    if !(is_span || is_link) || classes.is_empty() && attributes.is_empty() {
        return;
    }
    let classes = classes.iter().map(|class| format!(".{class}"));
    let attributes = attributes.iter().map(|(key, value)| match value {
        Some(value) => format!("{key}={value}"),
        // A word inside quotation marks.
        None => key.to_string(),
    });
    let words: Vec<String> = classes.chain(attributes).collect();
    heading.text.push_str(&format!("{{{}}}", words.join(" ")));
}
