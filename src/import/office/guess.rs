//! Paragraphs of a file that uses no heading styles go in; what their size and weight say comes out as roles: the
//! largest of the first lines is the title, short heavy lines between paragraphs are headings.

use super::{Item, Look, Role, Words};
use crate::import::limits;
use crate::import::manuscript::Style;
use std::collections::BTreeSet;

/// How many of the first paragraphs may hold the title.
const FIRST: usize = 6;
/// From so many letters on a paragraph is running text.
const PROSE: usize = 140;

/// Gives roles where no style has given them.
pub(super) fn guess(items: &mut [Item]) {
    let has =
        |wanted: fn(Role) -> bool| items.iter().filter_map(Item::as_words).any(|words| wanted(words.role));
    let has_headings = has(|role| matches!(role, Role::Heading(_)));
    let has_title = has(|role| role == Role::Styled(Style::Title));
    let body = body_size(items);
    if !has_headings && !has_title {
        title(items, body);
    }
    if !has_headings {
        headings(items, body);
    }
}

/// The size of most letters.
fn body_size(items: &[Item]) -> u32 {
    let mut all = Look::default();
    items.iter().filter_map(Item::as_words).for_each(|words| all.add(&words.look));
    all.size()
}

fn title(items: &mut [Item], body: u32) {
    let first = items.iter_mut().filter_map(as_words_mut).filter(|words| !words.text.is_empty()).take(FIRST);
    // What follows the first long paragraph is no title any more.
    let mut first: Vec<&mut Words> =
        first.take_while(|words| letters(words) < PROSE || is_larger(words, body)).collect();
    let largest = first.iter().filter(|words| is_candidate(words)).map(|words| words.look.size()).max();
    let found = match largest {
        Some(size) if size * 5 >= body * 6 && body > 0 => {
            first.iter_mut().find(|words| is_candidate(words) && words.look.size() == size)
        }
        _ => first.iter_mut().take(3).find(|words| is_candidate(words) && words.look.is_heavy()),
    };
    if let Some(words) = found {
        words.role = Role::Styled(Style::Title);
    }
}

fn headings(items: &mut [Item], body: u32) {
    let words: Vec<&Words> =
        items.iter().filter_map(Item::as_words).filter(|words| !words.text.is_empty()).collect();
    let start = words.iter().position(|words| letters(words) >= PROSE).unwrap_or(words.len());
    let is_sign = |words: &Words| is_candidate(words) && (is_larger(words, body) || words.look.is_heavy());
    // A heavy line at the end is a name or an address, not a heading without a text.
    let end = words.iter().rposition(|words| !is_sign(words)).unwrap_or(0);
    let inside = words.get(start..end).unwrap_or_default();
    let found = inside.iter().filter(|words| is_sign(words)).count();
    // Where every other line is heavy, it means nothing.
    if found * 5 > (inside.len() + 1) * 2 {
        return;
    }
    let sizes: BTreeSet<u32> =
        inside.iter().filter(|words| is_sign(words)).map(|words| words.look.size()).rev().collect();
    let all = items.iter_mut().filter_map(as_words_mut).filter(|words| !words.text.is_empty());
    for (seen, words) in all.enumerate() {
        if seen >= start && seen < end && is_sign(words) {
            let above = sizes.iter().filter(|size| **size > words.look.size()).count();
            words.role = Role::Heading((above + 1).min(4) as u8);
        }
    }
}

/// Whether a paragraph could be a title or heading: short, and nothing else.
fn is_candidate(words: &Words) -> bool {
    let text = words.text.text.trim_end();
    let ends_sentence = text.ends_with(['.', ',', ';', ':']) && !text.ends_with("…");
    words.role == Role::Body && words.bullet.is_none() && letters(words) <= limits::TITLE && !ends_sentence
}

fn is_larger(words: &Words, body: u32) -> bool {
    words.look.size() * 20 >= body * 23 && body > 0
}

fn letters(words: &Words) -> usize {
    words.text.text.chars().count()
}

fn as_words_mut(item: &mut Item) -> Option<&mut Words> {
    match &mut item.body {
        super::Body::Words(words) => Some(words),
        super::Body::Block(_) => None,
    }
}
