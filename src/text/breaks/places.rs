//! Where a stretch that the annex leaves whole may be broken: addresses, words, and, in need, anywhere.

use super::sums::Sums;
use super::{Break, BreakKind};
use crate::text::shape::Shaper;
use crate::text::{Content, hyphenate};

/// Whether an address goes on on both sides of `to`; `from` is not after its beginning.
pub(super) fn parts_address(text: &str, from: usize, to: usize) -> bool {
    let inside = to < text.len() && !text[..to].ends_with(char::is_whitespace);
    inside && is_address(text[from..].split(char::is_whitespace).next().unwrap_or(""))
}

/// Whether a stretch is an address of the web or of mail.
pub(super) fn is_address(segment: &str) -> bool {
    segment.contains("://")
        || segment.starts_with("www.")
        || (segment.contains('@') && segment.contains('.'))
        || (segment.matches('/').count() > 1 && !segment.contains(' '))
}

/// Addresses are broken before their own punctuation, so that nobody takes it for the end of a sentence, and after
/// the scheme; never with a hyphen (Chicago Manual of Style, 17th edition, 7.46).
pub(super) fn in_address(
    sums: &Sums<'_>,
    from: usize,
    to: usize,
    list: &mut Vec<Break>,
    shaper: &mut Shaper,
) {
    let segment = sums.text[from..to].trim_end();
    for (index, letter) in segment.char_indices() {
        let before = &segment[..index];
        let has_room = index >= 3 && segment.len() - index > 3;
        let sign =
            matches!(letter, '/' | '.' | ',' | '-' | '_' | '?' | '&' | '=' | '#' | '@' | '~' | '%' | '+');
        let is_first_sign = !before.ends_with(['/', '.', ':', '-']);
        // A line that ends in the scheme alone is the last resort.
        let price = if before.ends_with("://") { 60_000.0 } else { 2_500.0 };
        if has_room && (sign && is_first_sign || before.ends_with("://")) {
            list.push(sums.at(from + index, BreakKind::Letter, price, shaper));
        }
    }
}

/// Divisions of words.
pub(super) fn divisions(
    content: &Content,
    sums: &Sums<'_>,
    from: usize,
    to: usize,
    list: &mut Vec<Break>,
    shaper: &mut Shaper,
) {
    let segment = &sums.text[from..to];
    let soft = segment.match_indices('\u{ad}').map(|(index, soft)| from + index + soft.len());
    let mut soft = soft.peekable();
    if soft.peek().is_some() {
        // Where the author says how a word is divided, the patterns keep silent.
        soft.for_each(|byte| list.push(sums.at(byte, BreakKind::Hyphen, 0.0, shaper)));
        return;
    }
    if segment.len() < 6 {
        return;
    }
    let span = content.spans.iter().find(|span| (span.start as usize..span.end as usize).contains(&from));
    let Some(lang) = span.and_then(|span| hyphenate::patterns(span.language)) else { return };
    // The last word of a paragraph is left whole.
    let is_last = sums.text[to..].trim().is_empty();
    if is_last {
        return;
    }
    for (byte, edge) in shaper.divisions.of(segment, lang).iter() {
        list.push(sums.at(from + *byte as usize, BreakKind::Hyphen, 0.3 * f32::from(*edge), shaper));
    }
}

/// What it costs to break a stretch wider than a line just anywhere.
pub(super) const ANYWHERE: f32 = 9_000.0;

/// A stretch wider than a line may be broken anywhere, at a price nobody pays without need.
pub(super) fn anywhere(sums: &Sums<'_>, from: usize, to: usize, list: &mut Vec<Break>, shaper: &mut Shaper) {
    let first = list.iter().rposition(|b| b.at as usize <= from).map_or(0, |index| index + 1);
    let known: Vec<u32> = list[first..].iter().map(|b| b.at).collect();
    let segment = sums.text[from..to].trim_end();
    for (index, letter) in segment.char_indices().skip(1) {
        let at = from + index;
        // A letter without width is a mark on the one before, or part of a ligature.
        let is_attached = sums.between(at, at + letter.len_utf8()) == 0;
        if !is_attached && known.binary_search(&(at as u32)).is_err() {
            list.push(sums.at(at, BreakKind::Letter, ANYWHERE, shaper));
        }
    }
    list[first..].sort_by_key(|b| b.at);
}
