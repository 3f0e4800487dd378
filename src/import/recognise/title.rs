//! The title: which line it is.

use super::body::is_date_line;
use super::head::is_byline;
use super::section::{glued, label_title};
use super::seen::{Seen, Shape, folded};
use super::{Desk, Format, byline, names, wording};
use crate::import::intake::Field;
use crate::import::manuscript::{Stated, Style, Trust};

/// So many lines above the text are looked at for a title.
const REACH: usize = 60;

/// Finds the title among the lines above `body`, and the kicker that stands with it; the line it stands on.
pub(super) fn title(desk: &mut Desk<'_>, stated: &Stated, body: usize) -> Option<usize> {
    let stated_title =
        stated.title.as_ref().map(|title| without_site(&title.words(), stated.outlet.as_deref()));
    // What a page says of itself in three letters is mostly no title; what the editor says is one.
    let is_certain = stated.trust == Trust::Certain;
    let known = stated_title
        .as_deref()
        .map(folded)
        .filter(|known| known.len() > 3 && stated.trust > Trust::Weak || is_certain);
    let parts = stated_title.as_deref().map(parts_of).unwrap_or_default();
    // A heading may open the run of text.
    let until = (body + 2).min(desk.lines.len());
    let mut best: Option<(f64, usize)> = None;
    let near = body.saturating_sub(REACH);
    for index in 0..until {
        // Farther above only what is the page's title to the letter.
        let is_known = |line: &Seen<'_>| line.shape == Shape::Heading && parts.contains(&line.folded);
        if index < near && !is_known(&desk.lines[index]) {
            continue;
        }
        let Some(score) = score(desk, index, body, known.as_deref(), &parts) else { continue };
        if best.is_none_or(|(other, _)| score > other) {
            best = Some((score, index));
        }
    }
    let found = best.filter(|(score, _)| *score > 0.0 && (known.is_none() || *score > 2.0));
    // A single word that the page's own title does not have heads something else.
    let found = found.filter(|(_, index)| {
        let line = &desk.lines[*index];
        let is_word = line.words.split_whitespace().count() < 2;
        !is_word || known.as_ref().is_none_or(|known| known.contains(&line.folded))
    });
    if let Some(known) = known.as_ref().filter(|_| is_certain) {
        // The text repeats it, as many programs want.
        let is_same = |index: &usize| !known.is_empty() && desk.lines[*index].folded == *known;
        let repeated = found.map(|(_, index)| index).filter(is_same);
        if let Some(index) = repeated {
            desk.labels.set(index, Field::Dropped, 95);
        }
        return repeated;
    }
    let (score, index) = match (found, known) {
        (Some(found), _) => found,
        (None, Some(_)) => return None,
        (None, None) => return first_line(desk, body),
    };
    let confidence = (55.0 + score * 8.0).clamp(45.0, 97.0) as u8;
    label_title(desk, index, confidence);
    glued(desk, index);
    Some(index)
}

/// Where nothing looks like a title: the first line of a text, if it is short.
fn first_line(desk: &mut Desk<'_>, body: usize) -> Option<usize> {
    let index = desk.lines.iter().position(|line| !matches!(line.shape, Shape::Silent))?;
    let line = &desk.lines[index];
    let is_title = index <= body
        && line.length <= 120
        && desk.lines.len() > index + 1
        && !line.is_furniture()
        && line.is_paragraph();
    let is_other = wording::by().is_match(&line.words)
        || is_date_line(&line.words)
        || matches!(line.shape, Shape::Set)
        || line.words.starts_with(['-', '–', '—', '*', '•']);
    if !is_title || is_other {
        return None;
    }
    // A byline right below says what the line above it is.
    let next = desk.lines[index + 1..].iter().find(|line| !matches!(line.shape, Shape::Silent));
    let confidence = if next.is_some_and(is_byline) { 75 } else { 50 };
    desk.labels.set(index, Field::Title, confidence);
    Some(index)
}

/// How much speaks for a line being the title; `None` where it can't be.
fn score(desk: &Desk<'_>, index: usize, body: usize, known: Option<&str>, parts: &[String]) -> Option<f64> {
    let line = &desk.lines[index];
    let words = line.words.as_str();
    let is_styled = line.line.style == Style::Title;
    let is_short = matches!(line.shape, Shape::Short | Shape::Heading)
        || line.shape == Shape::Prose && line.length <= 200;
    let is_known = known == Some(&line.folded);
    if line.length < 3 && !is_known
        || line.length > 260
        || !is_short
        || (line.is_furniture() || line.is_related()) && !is_known && !is_styled
    {
        return None;
    }
    if index >= body && line.shape != Shape::Heading && !is_styled {
        return None;
    }
    let mut score = 0.0;
    if is_styled {
        score += 4.0;
    }
    if let crate::edition::text::Block::Heading { level, .. } = &line.line.block {
        score += match level {
            1 => 2.2,
            // A plain text does not tell levels.
            2 if desk.format == Format::Text => 1.6,
            2 => 0.8,
            _ => 0.2,
        };
    }
    if let Some(known) = known {
        if line.folded == known || parts.contains(&line.folded) {
            score += 6.0;
        } else if known.starts_with(&line.folded) && line.length > 15
            || line.folded.starts_with(known)
            || line.folded.ends_with(known) && known.len() > 12
        {
            score += 3.0;
        }
    }
    if wording::by().is_match(words) && !byline::of_byline(words).is_empty() || is_date_line(words) {
        return None;
    }
    let count = words.split_whitespace().count();
    score += match count {
        0..=1 => -1.2,
        2..=3 => -0.4,
        4..=16 => 0.9,
        17..=25 => 0.2,
        _ => -1.0,
    };
    let above = &desk.lines[..body.min(desk.lines.len())];
    let repeats = above
        .iter()
        .enumerate()
        .filter(|(other, seen)| *other != index && seen.folded == line.folded && !line.folded.is_empty())
        .count();
    if repeats > 0 && count >= 3 {
        score += 2.5;
    }
    let is_tail = |other: &Seen<'_>| {
        other.folded.len() > line.folded.len()
            && other.folded.ends_with(&line.folded)
            && other.length <= line.length + 100
    };
    if count >= 3 && line.folded.len() > 12 && above.iter().any(is_tail) {
        score += 1.8;
    }
    let below = &desk.lines[index + 1..desk.lines.len().min(index + 6)];
    if below
        .iter()
        .any(|below| is_byline(below) || is_date_line(&below.words) || below.line.style == Style::Byline)
    {
        score += 1.4;
    }
    score += in_body(desk, line, body);
    if wording::breadcrumb().is_match(words) {
        score -= 2.0;
    }
    if line.is_caption() || words.contains("://") || words.contains('@') {
        score -= 2.0;
    }
    if words.ends_with(['.', ',', ';']) && !words.ends_with("...") {
        score -= 0.9;
    }
    if words.contains(". ") {
        score -= 0.8;
    }
    if names::is_name(words) {
        score -= 1.6;
    }
    if line.line.article == Some(false) {
        score -= 0.6;
    }
    // What stands far above the text is navigation; a byline or a date below shortens the way.
    let mut anchors = (index + 1..body.min(desk.lines.len()))
        .filter(|below| is_byline(&desk.lines[*below]) || is_date_line(&desk.lines[*below].words));
    let distance = anchors
        .next_back()
        .map_or(body.saturating_sub(index + 1), |anchor| (anchor - index - 1).min(body - index - 1));
    score -= distance as f64 * if known.is_some() { 0.03 } else { 0.11 };
    Some(score)
}

/// The parts of a page's title between its bars: “Mozilla - Wikipedia”.
fn parts_of(title: &str) -> Vec<String> {
    let parts = title
        .split(['|', '·', '»', '•'])
        .flat_map(|part| part.split(" - "))
        .flat_map(|part| part.split(" – "));
    parts.map(folded).filter(|part| part.len() > 3).collect()
}

/// A share for the long words of a title that the text has too.
fn in_body(desk: &Desk<'_>, line: &Seen<'_>, body: usize) -> f64 {
    let long: Vec<String> = line
        .words
        .split(|l: char| !l.is_alphanumeric())
        .filter(|word| word.chars().count() >= 5)
        .map(str::to_lowercase)
        .collect();
    if long.is_empty() {
        return 0.0;
    }
    let text: Vec<String> = desk.lines[body.min(desk.lines.len())..]
        .iter()
        .filter(|line| line.shape == Shape::Prose)
        .take(25)
        .map(|line| line.words.to_lowercase())
        .collect();
    let found = long.iter().filter(|word| text.iter().any(|text| text.contains(word.as_str()))).count();
    1.3 * found as f64 / long.len() as f64
}

/// The title of a page without the name of its site.
pub(super) fn without_site(title: &str, site: Option<&str>) -> String {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    for bar in [" | ", " – ", " — ", " - ", " » ", " · ", " :: ", " • ", " / "] {
        let Some((before, after)) = title.rsplit_once(bar) else { continue };
        let is_site = site.is_some_and(|site| {
            folded(after).contains(&folded(site)) || folded(site).contains(&folded(after))
        });
        let is_short = after.split_whitespace().count() <= 4
            && before.split_whitespace().count() >= 3
            && matches!(bar, " | " | " » " | " · " | " :: ");
        if is_site || is_short {
            return without_site(before, site);
        }
    }
    title
}
