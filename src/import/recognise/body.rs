//! The body: the run of lines with the greatest sum of what speaks for each being text.

use super::seen::{Seen, Shape};
use super::{byline, dates, wording};
use crate::import::manuscript::Style;
use std::ops::Range;

/// The run of lines that is the body; empty when nothing is text.
pub(super) fn run(lines: &[Seen<'_>]) -> Range<usize> {
    let mut best = (0.0, 0..0);
    let (mut sum, mut start) = (0.0_f64, 0);
    for (index, line) in lines.iter().enumerate() {
        if sum <= 0.0 {
            (sum, start) = (0.0, index);
        }
        sum += weight(line);
        if sum > best.0 {
            best = (sum, start..index + 1);
        }
    }
    let mut range = best.1;
    range.start = below_header(lines, &range);
    range
}

/// What speaks for a line being text, in hundreds of letters.
fn weight(line: &Seen<'_>) -> f64 {
    let placed = match line.line.article {
        Some(true) => 0.35,
        Some(false) => -1.5,
        None => 0.0,
    };
    if line.is_comments() {
        return -50.0;
    }
    if line.is_related() {
        return if line.line.article == Some(true) { -1.0 } else { -3.5 };
    }
    // The text goes on behind an advertisement.
    if wording::advert().is_match(&line.words) {
        return -0.1;
    }
    if line.is_furniture() {
        return -1.2;
    }
    // What stands twice is a caption, a teaser, a head.
    if line.is_repeated && line.length < 420 {
        return -0.4;
    }
    let is_other = matches!(
        line.line.style,
        Style::AuthorNote | Style::Disclaimer | Style::Caption | Style::Byline | Style::Date
    );
    if is_other && line.line.article != Some(true) || line.line.style == Style::AuthorNote {
        return -0.6;
    }
    placed
        + match line.shape {
            Shape::Prose if wording::disclaimer().is_match(&line.words) && line.length < 500 => 0.0,
            Shape::Prose if line.is_caption() => -0.3,
            Shape::Prose => (line.length as f64 / 100.0).min(5.0),
            Shape::Heading => 0.2,
            Shape::Set => 0.1 + (line.length as f64 / 400.0).min(2.0),
            Shape::Silent => 0.0,
            Shape::Short if line.is_caption() => -0.3,
            Shape::Short => -0.45,
        }
}

/// The body begins below the last byline, date or share line among its first lines: what stands above is header.
fn below_header(lines: &[Seen<'_>], range: &Range<usize>) -> usize {
    let mut start = range.start;
    let mut since_related = usize::MAX;
    let above = &lines[range.start.saturating_sub(30)..range.start];
    let has_header = above.iter().any(|line| {
        is_date_line(&line.words)
            || line.length <= 120
                && wording::by().is_match(&line.words)
                && !byline::of_byline(&line.words).is_empty()
    });
    for index in range.start..(range.start + 14).min(range.end) {
        let line = &lines[index];
        since_related = if line.is_related() { 0 } else { since_related.saturating_add(1) };
        if since_related <= 5 {
            continue;
        }
        let is_short = line.shape == Shape::Short || line.shape == Shape::Heading && line.length < 60;
        let is_byline = line.length <= 120
            && wording::by().is_match(&line.words)
            && !byline::of_byline(&line.words).is_empty();
        let is_header =
            is_short && (is_byline || is_date_line(&line.words) || line.is_furniture() && !has_header);
        // Text must follow.
        if is_header && lines[index + 1..range.end].iter().any(|line| line.shape == Shape::Prose) {
            start = index + 1;
        }
    }
    start
}

/// Whether a line says hardly more than a date.
pub(super) fn is_date_line(words: &str) -> bool {
    if words.chars().count() > 120 {
        return false;
    }
    let found = dates::all(words);
    let Some(first) = found.first() else { return false };
    let mut rest = words.to_string();
    if first.range == (0..words.len()) && found.len() == 1 && !words.is_ascii() {
        rest = rest.chars().filter(|letter| !letter.is_numeric()).collect();
        return rest.split_whitespace().count() <= 4;
    }
    for date in found.iter().rev() {
        rest.replace_range(date.range.clone(), " ");
    }
    let rest = wording::date_words().replace_all(&rest, " ");
    let left = rest.split(|l: char| !l.is_alphabetic()).filter(|word| word.chars().count() > 2).count();
    left <= 2
}
