//! What a file states about itself is weighed against what its text says.

use super::body::is_date_line;
use super::seen::{Seen, folded};
use super::{Desk, byline, dates, names, wording};
use crate::edition::date::Date;
use crate::edition::disclaimer::DisclaimerChoice;
use crate::edition::markdown::inline;
use crate::edition::text::{Block, Paragraph};
use crate::import::intake::{Field, IntakeLine, Origin};
use crate::import::manuscript::{Stated, Trust};

impl Desk<'_> {
    /// Adds a line that follows from line `from` of the text.
    pub(super) fn derive(&mut self, field: Field, words: &str, confidence: u8, from: usize) {
        let number = self.lines.get(from).map_or(0, |line| line.line.number);
        self.derived.push(made(words, field, confidence, number, Origin::Derived));
    }

    fn state(&mut self, field: Field, words: Paragraph, confidence: u8) {
        self.derived.push(IntakeLine {
            block: Block::Paragraph(words),
            field,
            confidence,
            number: 0,
            origin: Origin::Stated,
        });
    }

    /// The names of the authors found so far.
    pub(super) fn authors(&self) -> Vec<String> {
        let mut found: Vec<String> = self.stated_authors.clone();
        found.extend(self.seen_authors());
        found
    }

    /// Whether the text names its authors in so many words: “By Ann Lee”.
    fn says_authors(&self) -> bool {
        let mut labels = self.labels.of.iter().flatten();
        labels.any(|label| label.field == Field::Byline && label.confidence > super::head::MARKED)
    }

    /// The names of the authors that the text itself gives.
    fn seen_authors(&self) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        let derived = self
            .derived
            .iter()
            .filter(|line| line.field == Field::Byline)
            .map(|line| super::seen::words(&line.block));
        found.extend(derived);
        for (labels, line) in self.labels.of.iter().zip(&self.lines) {
            if labels.iter().any(|label| label.field == Field::Byline) {
                found.extend(byline::of_byline(&line.words));
            }
        }
        byline::without_roles(&mut found);
        found
    }
}

fn made(words: &str, field: Field, confidence: u8, number: usize, origin: Origin) -> IntakeLine {
    IntakeLine { block: Block::Paragraph(Paragraph::plain(words)), field, confidence, number, origin }
}

/// The authors: what is stated with trust, unless the text's own byline says it better; else the byline; else the
/// name with which the note opens.
pub(super) fn names(desk: &mut Desk<'_>, stated: &Stated) {
    let mut seen = desk.seen_authors();
    let is_site = |name: &String| stated.outlet.as_deref().is_some_and(|site| folded(site) == folded(name));
    if !desk.stated_authors.is_empty() {
        seen.retain(|name| !is_site(name));
    }
    let known = desk.stated_authors.clone();
    let agrees =
        known.iter().any(|name| seen.iter().any(|other| names::folded(other) == names::folded(name)));
    let is_person = !known.is_empty() && known.iter().all(|name| names::is_name(name));
    // “By The Gazette” under a diagram is no second author.
    let count = seen.len();
    if is_person && agrees {
        let is_known = |name: &String| known.iter().any(|other| names::folded(other) == names::folded(name));
        seen.retain(|name| is_known(name) || names::is_name(name));
    }
    let has_others = seen.len() < count;
    let is_certain = stated.trust == Trust::Certain && !known.is_empty();
    let is_better = stated.trust == Trust::Strong
        && !known.is_empty()
        && (!agrees || has_others || known.len() > seen.len());
    let is_unsaid =
        is_person && stated.trust == Trust::Strong && !agrees && (seen.is_empty() || !desk.says_authors());
    if is_certain
        || is_unsaid
        || is_better && (seen.is_empty() || agrees)
        || seen.is_empty() && !known.is_empty() && stated.trust > Trust::Weak
    {
        for index in 0..desk.lines.len() {
            if desk.labels.is(index, Field::Byline) {
                desk.labels.set(index, Field::Dropped, 90);
            }
        }
        let confidence = if is_certain { 100 } else { 90 };
        for name in known {
            desk.state(Field::Byline, Paragraph::plain(name), confidence);
        }
        return;
    }
    if !seen.is_empty() {
        return;
    }
    if let Some((name, index)) = from_note(desk) {
        desk.derive(Field::Byline, &name, 80, index);
    } else if let [name] = known.as_slice() {
        let name = name.clone();
        desk.state(Field::Byline, Paragraph::plain(name), 55);
    }
}

/// The authors that a file states, as names of people.
pub(super) fn known_authors(stated: &Stated) -> Vec<String> {
    let mut known: Vec<String> = Vec::new();
    for name in stated.authors.iter().flat_map(|name| usable(name, stated)) {
        if known.iter().all(|other| names::folded(other) != names::folded(&name)) {
            known.push(name);
        }
    }
    known
}

/// A stated author as names of people; addresses, handles and the site itself are none.
fn usable(name: &str, stated: &Stated) -> Vec<String> {
    let name = name.trim();
    let is_site = stated.outlet.as_deref().is_some_and(|site| folded(site) == folded(name));
    if stated.trust == Trust::Certain {
        return vec![name.to_string()];
    }
    if name.is_empty()
        || is_site
        || name.contains("://")
        || name.starts_with('@')
        || name.contains('.') && !name.contains(' ')
    {
        return Vec::new();
    }
    let split = byline::of_byline(name);
    split.into_iter().filter(|name| name.contains(' ') || name.chars().any(char::is_uppercase)).collect()
}

/// The name with which a note opens.
fn from_note(desk: &Desk<'_>) -> Option<(String, usize)> {
    (0..desk.lines.len()).filter(|index| desk.labels.is(*index, Field::AuthorNote)).find_map(|index| {
        let words = desk.lines[index].words.trim_start_matches(['*', '—', '–', '-', '•', '(', '[']).trim();
        names::opening(words).map(|(name, _)| (name.to_string(), index))
    })
}

/// The date: that of the text, else the stated one, else that of a credit.
pub(super) fn dates(desk: &mut Desk<'_>, stated: &Stated) {
    let is_seen = desk.labels.has(Field::Date) || desk.derived.iter().any(|line| line.field == Field::Date);
    if let Some(date) = stated.date.filter(|_| stated.trust >= Trust::Strong) {
        for index in 0..desk.lines.len() {
            if desk.labels.is(index, Field::Date) {
                desk.labels.set(index, Field::Dropped, 90);
            }
        }
        desk.derived.retain(|line| line.field != Field::Date);
        desk.state(Field::Date, Paragraph::plain(date.to_string()), 95);
        return;
    }
    if is_seen {
        return;
    }
    let found = (0..desk.lines.len())
        .filter(|index| desk.labels.is(*index, Field::Credit))
        .find_map(|index| dates::published(&desk.lines[index].words).map(|date| (date, index)));
    if let Some((date, index)) = found {
        desk.derive(Field::Date, &date.to_string(), 80, index);
    } else if let Some((date, index)) = by_comments(desk) {
        desk.derive(Field::Date, &date.to_string(), 60, index);
    }
}

/// “Published 3 hours ago” names no day, but comments below the text do, and the first of them followed soon. In
/// doubt, so that the editor looks.
fn by_comments(desk: &Desk<'_>) -> Option<(Date, usize)> {
    let is_body = |index: &usize| desk.labels.is(*index, Field::Body);
    let first = (0..desk.lines.len()).find(is_body)?;
    let last = (0..desk.lines.len()).rfind(is_body)?;
    let is_fresh = |line: &Seen<'_>| line.length < 120 && wording::hours_ago().is_match(&line.words);
    desk.lines[..first].iter().find(|line| is_fresh(line))?;
    let below = (last + 1..desk.lines.len()).filter(|index| is_date_line(&desk.lines[*index].words));
    below.filter_map(|index| dates::published(&desk.lines[index].words).map(|date| (date, index))).min()
}

/// Title, standfirst, kicker, note and disclaimer as stated, where the text has none.
pub(super) fn rest(desk: &mut Desk<'_>, stated: &Stated) {
    let is_certain = stated.trust == Trust::Certain;
    let trust = if is_certain { 100 } else { 75 };
    if !desk.labels.has(Field::Title)
        && let Some(title) = &stated.title
        && (stated.trust > Trust::Weak || desk.lines.is_empty() || desk.format == super::Format::Html)
    {
        let title = if is_certain {
            title.clone()
        } else {
            Paragraph::plain(bare_title(&super::title::without_site(
                &title.words(),
                stated.outlet.as_deref(),
            )))
        };
        desk.state(Field::Title, title, trust.max(80));
    }
    if let Some(subtitle) = &stated.subtitle {
        let known = folded(&subtitle.words());
        let seen =
            (0..desk.lines.len()).find(|index| desk.lines[*index].folded == known && !known.is_empty());
        match seen {
            // A description that only says the title again makes no standfirst of it.
            Some(index) if desk.labels.is(index, Field::Title) => {}
            Some(index) if !desk.labels.is(index, Field::Body) && !is_certain => {
                clear(desk, Field::Subtitle);
                desk.labels.set(index, Field::Subtitle, 92);
            }
            _ if is_certain => desk.state(Field::Subtitle, subtitle.clone(), 100),
            _ => {}
        }
    }
    if let Some(kicker) = stated.kicker.as_ref().filter(|_| !desk.labels.has(Field::Kicker)) {
        desk.state(Field::Kicker, kicker.clone(), trust);
    }
    if let Some(note) =
        stated.author_note.as_deref().filter(|_| is_certain || !desk.labels.has(Field::AuthorNote))
    {
        desk.state(Field::AuthorNote, inline(note), trust);
    }
    if let DisclaimerChoice::Own(words) = &stated.disclaimer {
        desk.state(Field::Disclaimer, inline(words), trust);
    }
}

fn bare_title(title: &str) -> String {
    let title = wording::kind_behind().replace(title, "");
    match wording::kind().find(&title) {
        Some(kind) if title.len() > kind.end() + 8 => title[kind.end()..].to_string(),
        _ => title.into_owned(),
    }
}

fn clear(desk: &mut Desk<'_>, field: Field) {
    for index in 0..desk.lines.len() {
        if desk.labels.is(index, field) {
            desk.labels.set(index, Field::Dropped, 80);
        }
    }
}
