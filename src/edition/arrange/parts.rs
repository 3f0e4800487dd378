//! A wish about whole parts goes in; the change of the list of parts comes out. No piece is lost with its part.

use super::instead;
use crate::edition::change::Change;
use crate::edition::text::Paragraph;
use crate::edition::{Edition, Part};

/// A new part without pieces before the part that stands at `at`, or behind the last.
pub fn part_added(edition: &Edition, title: Paragraph, at: usize) -> Change {
    if at > edition.parts.len() {
        return Change::nothing();
    }
    let mut parts = edition.parts.clone();
    parts.insert(at, Part { title: Some(title), ..Part::default() });
    Change::Parts(parts)
}

/// Takes a part away. Its pieces join the part before it; those of the first part stand in no part, or, where they
/// did already, at the beginning of the next.
pub fn part_removed(edition: &Edition, part: usize) -> Change {
    let Some(gone) = edition.parts.get(part) else { return Change::nothing() };
    let is_titled = gone.title.is_some() || gone.subtitle.is_some();
    let mut parts = edition.parts.clone();
    let pieces = parts.remove(part).pieces;
    if part > 0 {
        parts[part - 1].pieces.extend(pieces);
    } else if is_titled && !pieces.is_empty() {
        parts.insert(0, Part { pieces, ..Part::default() });
    } else if let Some(next) = parts.first_mut() {
        next.pieces.splice(0..0, pieces);
    } else if !pieces.is_empty() {
        return Change::nothing();
    }
    instead(edition, parts)
}

/// Moves a part with its pieces, so that it stands at `to` afterwards.
pub fn part_moved(edition: &Edition, from: usize, to: usize) -> Change {
    if from.max(to) >= edition.parts.len() {
        return Change::nothing();
    }
    let mut parts = edition.parts.clone();
    let part = parts.remove(from);
    parts.insert(to, part);
    instead(edition, parts)
}

/// Gives a part another title and subtitle.
pub fn part_named(
    edition: &Edition,
    part: usize,
    title: Option<Paragraph>,
    subtitle: Option<Paragraph>,
) -> Change {
    let mut parts = edition.parts.clone();
    let Some(named) = parts.get_mut(part) else { return Change::nothing() };
    named.title = title;
    named.subtitle = subtitle;
    instead(edition, parts)
}

/// A new part that begins with the piece at `index` of `part`: that piece and all behind it in the part join it.
pub fn part_begun(edition: &Edition, title: Paragraph, part: usize, index: usize) -> Change {
    let mut parts = edition.parts.clone();
    let Some(before) = parts.get_mut(part) else { return Change::nothing() };
    let pieces = before.pieces.split_off(index.min(before.pieces.len()));
    // An untitled part that has no pieces left is none.
    let is_empty = before.title.is_none() && before.pieces.is_empty();
    let begun = Part { title: Some(title), pieces, ..Part::default() };
    parts.insert(part + 1, begun);
    if is_empty {
        parts.remove(part);
    }
    instead(edition, parts)
}
