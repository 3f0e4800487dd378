//! The tail: what follows the text, and its last lines: notes about the author, disclaimers, credits, signatures.

use super::closing::{Where, is_known, parts};
use super::seen::Shape;
use super::{Desk, names};
use crate::edition::text::Block;
use crate::import::intake::Field;
use crate::import::manuscript::Style;
use std::ops::Range;

/// So many lines below the text are looked at.
const REACH: usize = 46;

/// Labels the last lines of the body that are none, and what stands below it.
pub(super) fn tail(desk: &mut Desk<'_>, body: Range<usize>) {
    let mut end = body.end;
    while end > body.start + 1 && ends(desk, end - 1) {
        end -= 1;
    }
    if desk.is_page && !has_furniture(desk, body.end) {
        // A clean text: what follows is text too, unless it is a note.
        for index in body.end..desk.lines.len() {
            if !below(desk, index) && desk.labels.is_free(index) {
                desk.labels.set(index, Field::Body, 70);
            }
        }
        return;
    }
    let until = (body.end + REACH).min(desk.lines.len());
    for index in body.end..until {
        if desk.lines[index].is_comments() {
            break;
        }
        below(desk, index);
    }
}

fn has_furniture(desk: &Desk<'_>, from: usize) -> bool {
    desk.lines[from.min(desk.lines.len())..].iter().any(|line| {
        line.is_furniture()
            || line.is_related()
            || line.is_comments()
            || line.line.article == Some(false)
            || line.is_menu()
    })
}

/// Labels the line with which the text seems to end, if it is not text.
fn ends(desk: &mut Desk<'_>, index: usize) -> bool {
    if !desk.labels.is_free(index) {
        return desk.labels.of[index].iter().all(|label| label.field != Field::Body);
    }
    let line = &desk.lines[index];
    if line.is_related() || line.is_furniture() && desk.is_page {
        desk.labels.set(index, Field::Dropped, 85);
        return true;
    }
    if let Some(parts) = parts(desk, index, Where::Ends) {
        let is_over = parts.iter().all(|part| part.field != Field::Body);
        desk.labels.parts(index, parts);
        return is_over;
    }
    signature(desk, index)
        || matches!(desk.lines[index].line.block, Block::Ornament) && {
            desk.labels.set(index, Field::Dropped, 75);
            true
        }
}

/// Labels a line below the text; whether it is part of the piece.
fn below(desk: &mut Desk<'_>, index: usize) -> bool {
    if !desk.labels.is_free(index) {
        return true;
    }
    if desk.lines[index].line.style == Style::Furniture && desk.lines[index].shape != Shape::Prose {
        return false;
    }
    if let Some(parts) = parts(desk, index, Where::Below) {
        desk.labels.parts(index, parts);
        return true;
    }
    signature(desk, index)
}

/// A name alone behind the text: the author's, if none is known; else it is said again.
fn signature(desk: &mut Desk<'_>, index: usize) -> bool {
    let line = &desk.lines[index];
    let words = line.words.trim_start_matches(['—', '–', '-', '~', '*']).trim();
    if let Some((name, handle)) = words.split_once('@').filter(|(_, handle)| !handle.contains(' '))
        && line.length < 80
        && is_known(desk, name.trim())
        && !name.contains('[')
        && !handle.is_empty()
    {
        desk.labels.set(index, Field::AuthorNote, 75);
        return true;
    }
    let words = line.words.trim_start_matches(['—', '–', '-', '~', '*']).trim();
    if line.shape != Shape::Short
        || !(names::is_name(words) || super::head::is_byline(line))
        || line.length > 80
    {
        return false;
    }
    let field = if desk.labels.has(Field::Byline) { Field::Dropped } else { Field::Byline };
    let is_sure = super::head::is_byline(line);
    if !is_sure && field == Field::Byline && desk.is_page && desk.lines[index].line.article == Some(false) {
        return false;
    }
    desk.labels.set(index, field, if is_sure { 85 } else { 65 });
    true
}
