//! The header: what stands around the title.

use super::body::is_date_line;
use super::section::path;
use super::seen::{Seen, Shape, folded};
use super::{Desk, Format, byline, closing, names, wording};
use crate::import::intake::Field;
use crate::import::manuscript::Style;

/// How sure a byline is: by its wording, by its mark, by its place alone.
const SAID: u8 = 93;
pub(super) const MARKED: u8 = 88;
const SEEN: u8 = 78;

/// Whether a line names the authors by its wording.
pub(super) fn is_byline(line: &Seen<'_>) -> bool {
    line.length <= 160
        && (wording::by().is_match(&line.words) || wording::by_glued().is_match(&line.words))
        && !byline::of_byline(&line.words).is_empty()
}

/// Labels the lines of the header: those above the text but the title.
pub(super) fn header(desk: &mut Desk<'_>, title: Option<usize>, body: usize) {
    let from = title.map_or(body.saturating_sub(12), |title| title.saturating_sub(12));
    for index in from..body.min(desk.lines.len()) {
        if desk.labels.is_free(index) {
            explicit(desk, index, title);
        }
    }
    let below = title.map_or(from, |title| title + 1);
    opening(desk, title, body);
    if !desk.labels.has(Field::Byline) {
        bare_name(desk, title, below.saturating_sub(4)..(below + 9).min(body));
    }
    standfirst(desk, below, body);
    if let Some(title) = title {
        kicker(desk, title);
    }
    let reach = title.unwrap_or(0);
    for index in reach..body.min(desk.lines.len()) {
        leftover(desk, index, title);
    }
}

/// What a line says of itself, by style or wording.
fn explicit(desk: &mut Desk<'_>, index: usize, title: Option<usize>) {
    let line = &desk.lines[index];
    let is_below = title.is_none_or(|title| index > title);
    match line.line.style {
        Style::Subtitle if is_below => return desk.labels.set(index, Field::Subtitle, 92),
        Style::Kicker => return desk.labels.set(index, Field::Kicker, 85),
        // What names author or date below the title is wanted, whatever its class is called.
        Style::Furniture if !is_below || desk.lines[index].length > 120 => {
            return desk.labels.set(index, Field::Dropped, 90);
        }
        _ => {}
    }
    let is_styled =
        line.line.style == Style::Byline && !byline::of_byline(&line.words).is_empty() && line.length < 160;
    if is_byline(line) || is_styled {
        let is_date_too = super::dates::published(&line.words).is_some();
        let confidence = if is_byline(line) { SAID } else { MARKED };
        byline(desk, index, is_date_too, confidence);
    } else if is_date_line(&line.words) && names_and_date(&line.words) {
        byline(desk, index, true, MARKED);
    } else if is_date_line(&line.words)
        || line.line.style == Style::Date && super::dates::published(&line.words).is_some()
    {
        let field = if desk.labels.has(Field::Date) { Field::Dropped } else { Field::Date };
        desk.labels.set(index, field, 92);
    } else if line.is_furniture() || line.line.style == Style::Furniture {
        desk.labels.set(index, Field::Dropped, 88);
    } else if let Some(parts) = closing::parts(desk, index, closing::Where::Header) {
        desk.labels.parts(index, parts);
    }
}

/// “Ann Lee | May 1, 2020”
fn names_and_date(words: &str) -> bool {
    let names = byline::of_byline(words);
    !names.is_empty() && names.iter().all(|name| names::is_name(name))
}

fn byline(desk: &mut Desk<'_>, index: usize, is_date_too: bool, confidence: u8) {
    let folded = &desk.lines[index].folded;
    let is_repeated =
        (0..index).any(|other| desk.labels.is(other, Field::Byline) && desk.lines[other].folded == *folded);
    desk.labels.set(index, if is_repeated { Field::Dropped } else { Field::Byline }, confidence);
    if is_date_too && !desk.labels.has(Field::Date) {
        let words = desk.lines[index].words.clone();
        desk.derive(Field::Date, &words, 90, index);
    }
}

/// A short paragraph right below the title, parted from the text by a picture or its caption, is the standfirst.
fn opening(desk: &mut Desk<'_>, title: Option<usize>, body: usize) {
    let Some([first, second, third]) = desk.lines.get(body..body + 3) else { return };
    let follows = title.is_some_and(|title| title + 1 == body) && desk.format == Format::Text;
    let is_parted = second.shape == Shape::Short
        && (second.is_caption() || second.words.ends_with('.') && second.length < 40);
    if follows
        && is_parted
        && first.shape == Shape::Prose
        && first.length <= 240
        && third.shape == Shape::Prose
        && !desk.labels.has(Field::Subtitle)
        && desk.labels.is_free(body)
    {
        desk.labels.set(body, Field::Subtitle, 70);
        desk.labels.set(body + 1, Field::Dropped, 75);
    }
}

/// A name that stands alone near the title.
fn bare_name(desk: &mut Desk<'_>, title: Option<usize>, among: std::ops::Range<usize>) {
    let is_html = desk.format == Format::Html;
    // Pages have many words in capitals; where one states its authors there is nothing to guess.
    if is_html && !desk.stated_authors.is_empty() {
        return;
    }
    // A name between title and date is one, wherever the page keeps it.
    let is_near = |index: &usize| {
        let around = index.saturating_sub(3)..(index + 4).min(desk.lines.len());
        title.is_some_and(|title| (title + 1..title + 4).contains(index))
            && desk.lines[around]
                .iter()
                .any(|line| is_date_line(&line.words) || line.line.style == Style::Date)
    };
    let found: Vec<usize> = among
        .filter(|index| desk.labels.is_free(*index) && desk.lines[*index].shape != Shape::Prose)
        .filter(|index| !is_html || is_near(index) || desk.lines[*index].line.article != Some(false))
        .filter(|index| !is_html || is_alone(desk, *index, title))
        .filter(|index| {
            let words = &desk.lines[*index].words;
            let names = byline::of_byline(words);
            names::is_name(words)
                || !names.is_empty()
                    && names.iter().all(|name| names::is_name(name))
                    && words.len() < 90
                    && folded(&names.concat()).len() * 2 > desk.lines[*index].folded.len()
        })
        .collect();
    let Some(first) = found.first().copied() else { return };
    byline(desk, first, super::dates::published(&desk.lines[first].words).is_some(), SEEN);
    let folded = desk.lines[first].folded.clone();
    for other in found.into_iter().skip(1) {
        if desk.lines[other].folded == folded {
            desk.labels.set(other, Field::Dropped, 90);
        }
    }
}

/// Whether a line of a page that looks like a name is perhaps one: no heading, no label in a script whose names can't
/// be told from words, and nothing that the title says too.
fn is_alone(desk: &Desk<'_>, index: usize, title: Option<usize>) -> bool {
    let line = &desk.lines[index];
    let is_told = line.words.chars().all(names::is_ideograph) || line.words.contains('(');
    let is_in_title = title.is_some_and(|title| desk.lines[title].folded.contains(&line.folded));
    line.shape != Shape::Heading && !is_told && !is_in_title
}

/// The first line between title and text with five words or more that is nothing else.
fn standfirst(desk: &mut Desk<'_>, from: usize, to: usize) {
    if desk.labels.has(Field::Subtitle) {
        return;
    }
    let fits = |index: &usize| {
        let line = &desk.lines[*index];
        desk.labels.is_free(*index)
            && (25..=420).contains(&line.length)
            && line.words.split_whitespace().count() >= 5
            && line.is_paragraph()
            && !matches!(line.shape, Shape::Set)
            && !line.is_caption()
            && !line.is_furniture()
            && line.line.article != Some(false)
    };
    if let Some(index) = (from..to).find(fits) {
        desk.labels.set(index, Field::Subtitle, 80);
    }
}

/// A short line right above the title.
fn kicker(desk: &mut Desk<'_>, title: usize) {
    if desk.labels.has(Field::Kicker) {
        return;
    }
    for index in (title.saturating_sub(3)..title).rev() {
        let line = &desk.lines[index];
        if !desk.labels.is_free(index) || line.is_furniture() {
            continue;
        }
        let is_path = wording::breadcrumb().is_match(&line.words);
        let is_label = !is_path
            && line.words.split_whitespace().count() <= 5
            && line.length <= 50
            && line.is_paragraph()
            && !line.words.ends_with(['.', ',']);
        if is_label {
            desk.labels.set(index, Field::Kicker, 65);
            return;
        }
        if is_path && let crate::edition::text::Block::Paragraph(paragraph) = &line.line.block {
            let parts = path(&paragraph.text);
            desk.labels.parts(index, parts);
            return;
        }
    }
}

/// What is left of the header: out of a page; in a document it is text.
fn leftover(desk: &mut Desk<'_>, index: usize, title: Option<usize>) {
    if !desk.labels.is_free(index) {
        return;
    }
    let is_below = title.is_some_and(|title| index > title);
    let line = &desk.lines[index];
    let is_text = matches!(line.shape, Shape::Silent) && is_below && line.line.article != Some(false)
        || line.shape == Shape::Prose && line.line.article == Some(true);
    let field = if !desk.is_page || is_text { Field::Body } else { Field::Dropped };
    desk.labels.set(index, field, 70);
}
