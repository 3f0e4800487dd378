//! The header: the title, and what stands around it.

use super::body::is_date_line;
use super::seen::{Seen, Shape, folded};
use super::{Desk, Format, Label, names, tail, wording};
use crate::import::intake::Field;
use crate::import::manuscript::{Stated, Style, Trust};

/// How sure a byline is: by its wording, by its mark, by its place alone.
const SAID: u8 = 93;
pub(super) const MARKED: u8 = 88;
const SEEN: u8 = 78;

/// So many lines above the text are looked at for a title.
const REACH: usize = 60;

/// Finds the title among the lines above `body`, and the kicker that stands with it; the line it stands on.
pub(super) fn title(desk: &mut Desk<'_>, stated: &Stated, body: usize) -> Option<usize> {
    let stated_title =
        stated.title.as_ref().map(|title| without_site(&title.words(), stated.outlet.as_deref()));
    let known =
        stated_title.as_deref().map(folded).filter(|known| known.len() > 3 && stated.trust > Trust::Weak);
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
    if stated.trust == Trust::Certain && known.is_some() {
        // The text repeats it, as many programs want.
        let repeated =
            found.map(|(_, index)| index).filter(|index| Some(&desk.lines[*index].folded) == known.as_ref());
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
    if line.length < 3
        || line.length > 260
        || !is_short
        || (line.is_furniture() || line.is_related()) && known != Some(&line.folded) && !is_styled
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
    if wording::by().is_match(words) && !names::of_byline(words).is_empty() || is_date_line(words) {
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

/// Labels the title, and the word before or behind it that tells the kind of the text.
fn label_title(desk: &mut Desk<'_>, index: usize, confidence: u8) {
    let crate::edition::text::Block::Paragraph(paragraph) = &desk.lines[index].line.block else {
        desk.labels.set(index, Field::Title, confidence);
        return;
    };
    let text = &paragraph.text;
    let label = |range: std::ops::Range<usize>, field| Label { range, field, confidence };
    if let Some(kind) = wording::kind().captures(text)
        && text.len() > kind[0].len() + 8
    {
        let word = kind.get(1).map_or(0..0, |word| word.range());
        desk.labels
            .parts(index, vec![label(word, Field::Kicker), label(kind[0].len()..text.len(), Field::Title)]);
    } else if let Some(end) = shouted(text) {
        desk.labels.parts(index, vec![label(0..end, Field::Kicker), label(end..text.len(), Field::Title)]);
    } else if let Some(kind) = wording::kind_behind().find(text) {
        desk.labels.parts(
            index,
            vec![label(0..kind.start(), Field::Title), label(kind.start()..kind.end(), Field::Dropped)],
        );
    } else {
        desk.labels.set(index, Field::Title, confidence);
    }
}

/// Where a section in capitals ends that is glued to the title: “OPINIONThe Long Bench”.
fn shouted(text: &str) -> Option<usize> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let mut shouted = 0;
    for three in letters.windows(3) {
        let [(_, before), (at, first), (_, second)] = three else { continue };
        shouted += usize::from(before.is_uppercase());
        if before.is_lowercase() {
            return None;
        }
        if before.is_uppercase() && first.is_uppercase() && second.is_lowercase() {
            let word = text[*at..].chars().take_while(|letter| letter.is_alphabetic()).count();
            return (shouted >= 4 && word >= 3).then_some(*at);
        }
    }
    None
}

/// Other lines that say the title again: what they have before it is the kicker, or the path to the text.
fn glued(desk: &mut Desk<'_>, title: usize) {
    let known = desk.lines[title].folded.clone();
    if known.len() < 8 {
        return;
    }
    for index in 0..desk.lines.len().min(title + 12) {
        if index == title
            || !desk.labels.is_free(index)
            || !desk.lines[index].folded.ends_with(&known)
            || desk.lines[index].length > desk.lines[title].length + 120
        {
            continue;
        }
        let text = match &desk.lines[index].line.block {
            crate::edition::text::Block::Paragraph(paragraph) => paragraph.text.to_string(),
            _ => String::new(),
        };
        match before(&text, &known) {
            Some(end) if end > 0 && !desk.labels.has(Field::Kicker) => {
                let mut parts = path(&text[..end]);
                parts.push(Label { range: end..text.len(), field: Field::Dropped, confidence: 95 });
                desk.labels.parts(index, parts);
            }
            _ => desk.labels.set(index, Field::Dropped, 95),
        }
    }
}

/// Where the title begins in a text that ends with it.
fn before(text: &str, known: &str) -> Option<usize> {
    text.char_indices().map(|(at, _)| at).find(|at| folded(&text[*at..]) == known).map(|at| {
        // Marks before the first letter belong to the title.
        let kept = text[..at].trim_end_matches(['“', '"', '‘', '\'', '«', '„', '(', '[', '¿', '¡']);
        kept.len()
    })
}

/// The last step of a path that is no “Home” is the kicker.
fn path(text: &str) -> Vec<Label> {
    let mut steps = Vec::new();
    let mut from = 0;
    for bar in wording::breadcrumb().find_iter(text) {
        steps.push(from..bar.start());
        from = bar.end();
    }
    if !text[from..].trim().is_empty() {
        steps.push(from..text.len());
    }
    let last = steps.iter().rposition(|step| {
        !wording::furniture().is_match(text[step.clone()].trim()) && !folded(&text[step.clone()]).is_empty()
    });
    let field = |index: usize| if Some(index) == last { Field::Kicker } else { Field::Dropped };
    steps
        .iter()
        .enumerate()
        .map(|(index, range)| Label { range: range.clone(), field: field(index), confidence: 85 })
        .collect()
}

/// Whether a line names the authors by its wording.
pub(super) fn is_byline(line: &Seen<'_>) -> bool {
    line.length <= 160
        && (wording::by().is_match(&line.words) || wording::by_glued().is_match(&line.words))
        && !names::of_byline(&line.words).is_empty()
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
        line.line.style == Style::Byline && !names::of_byline(&line.words).is_empty() && line.length < 160;
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
    } else if let Some(parts) = tail::parts(desk, index, tail::Where::Header) {
        desk.labels.parts(index, parts);
    }
}

/// “Ann Lee | May 1, 2020”
fn names_and_date(words: &str) -> bool {
    let names = names::of_byline(words);
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
        .filter(|index| {
            let words = &desk.lines[*index].words;
            let names = names::of_byline(words);
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
