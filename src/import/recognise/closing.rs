//! What a line says of the author, the rights or its first publication, sentence by sentence: one paragraph often
//! holds the note and the disclaimer.

use super::seen::{Seen, Shape};
use super::sentences::sentences;
use super::{Desk, Label, names, wording};
use crate::edition::text::Block;
use crate::import::intake::Field;
use crate::import::manuscript::Style;
use std::ops::Range;

/// Where a line stands: it takes more to be a note above the text than below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Where {
    Header,
    Ends,
    Below,
}

/// What the sentences of a line are, if any of them is a note, a disclaimer or a credit.
pub(super) fn parts(desk: &Desk<'_>, index: usize, place: Where) -> Option<Vec<Label>> {
    let line = &desk.lines[index];
    let whole = |field, confidence| Some(vec![Label { range: 0..0, field, confidence }]);
    match line.line.style {
        Style::AuthorNote if is_styled_note(desk, line) && place != Where::Header => {
            return whole(Field::AuthorNote, 88);
        }
        Style::Disclaimer => return whole(Field::Disclaimer, 92),
        _ => {}
    }
    let Block::Paragraph(paragraph) = &line.line.block else { return list(desk, line, place) };
    if line.length > 1_800 || line.length < 3 {
        return None;
    }
    let text = paragraph.text.to_string();
    let mut kinds: Vec<(Range<usize>, Option<Field>)> = Vec::new();
    let goes_on = goes_on(desk, index);
    for range in sentences(&text) {
        let before = kinds.last().and_then(|(_, kind)| *kind).or(goes_on.filter(|_| kinds.is_empty()));
        let kind = sentence(desk, text[range.clone()].trim(), before, kinds.is_empty(), line, place);
        kinds.push((range, kind));
    }
    // Who is asked to be followed is the author, whatever is said before.
    let calls = kinds.iter().any(|(range, _)| {
        let words = text[range.clone()].trim();
        wording::contact().is_match(words)
            && (words.contains('@') || words.to_lowercase().contains("twitter"))
    });
    if place != Where::Header
        && calls
        && kinds.first().is_some_and(|(_, kind)| kind.is_none())
        && line.length <= 500
    {
        kinds.iter_mut().for_each(|(_, kind)| *kind = kind.or(Some(Field::AuthorNote)));
    }
    // A note or a disclaimer in the middle of a paragraph of text is text.
    let first = kinds.first()?.1;
    let is_marked = |kind: &Option<Field>| kind.is_some_and(|field| field != Field::Dropped);
    if first.is_none() && !(place != Where::Header && is_closing(&kinds))
        || !kinds.iter().any(|(_, kind)| is_marked(kind))
    {
        return None;
    }
    Some(merged(kinds, text.len()))
}

/// Whether a line that is styled as a note about the author says something.
fn is_styled_note(desk: &Desk<'_>, line: &Seen<'_>) -> bool {
    let is_contact = line.length < 120 && wording::contact().is_match(&line.words);
    !line.is_furniture()
        && !line.is_related()
        && (line.shape == Shape::Prose
            || is_contact
            || names::opening(&line.words)
                .is_some_and(|(name, rest)| is_known(desk, name) && !rest.is_empty()))
}

/// Whether text is followed by a disclaimer to the end of the paragraph.
fn is_closing(kinds: &[(Range<usize>, Option<Field>)]) -> bool {
    let first = kinds.iter().position(|(_, kind)| kind.is_some());
    first.is_some_and(|first| {
        kinds[first..]
            .iter()
            .all(|(_, kind)| matches!(kind, Some(Field::Disclaimer | Field::AuthorNote | Field::Dropped)))
            && kinds[first].1 == Some(Field::Disclaimer)
    })
}

/// Neighbours of one kind are one part; a sentence of no kind among others goes with the one before.
fn merged(kinds: Vec<(Range<usize>, Option<Field>)>, length: usize) -> Vec<Label> {
    let mut labels: Vec<Label> = Vec::new();
    for (range, kind) in kinds {
        let field = kind.or(labels.last().map(|label| label.field)).unwrap_or(Field::Body);
        match labels.last_mut() {
            Some(last) if last.field == field => last.range.end = range.end,
            _ => labels.push(Label { range, field, confidence: 88 }),
        }
    }
    if let [only] = labels.as_mut_slice() {
        only.range = 0..length;
    }
    labels
}

/// What the line above is, for a line that goes on about the same.
fn goes_on(desk: &Desk<'_>, index: usize) -> Option<Field> {
    let above = desk.labels.of.get(index.checked_sub(1)?)?;
    above
        .last()
        .map(|label| label.field)
        .filter(|field| matches!(field, Field::AuthorNote | Field::Disclaimer))
}

/// What a sentence is; `None` for text.
fn sentence(
    desk: &Desk<'_>,
    words: &str,
    before: Option<Field>,
    is_first: bool,
    line: &Seen<'_>,
    place: Where,
) -> Option<Field> {
    if words.is_empty() {
        return before;
    }
    let is_short = words.chars().count() <= 900;
    let labelled = wording::disclaimer_label().is_match(words) && is_first;
    if is_short
        && (labelled || wording::disclaimer().is_match(words))
        && (place != Where::Ends || is_disclaiming(words, line))
    {
        return Some(Field::Disclaimer);
    }
    if is_first
        && wording::credit().is_match(words)
        && words.chars().count() <= 300
        && !wording::no_note().is_match(words)
    {
        return Some(Field::Credit);
    }
    if wording::site_sentence().is_match(words)
        && words.chars().count() < 160
        && (before.is_some() || is_first && line.length < 160 && place == Where::Below)
    {
        return Some(Field::Dropped);
    }
    if is_note(desk, words, before, is_first, line, place) {
        return Some(Field::AuthorNote);
    }
    match before {
        Some(Field::Disclaimer) if is_short && !is_first => Some(Field::Disclaimer),
        Some(Field::AuthorNote) if !is_first => Some(Field::AuthorNote),
        _ => None,
    }
}

/// In the text itself a sentence must speak of this text to be its disclaimer.
fn is_disclaiming(words: &str, line: &Seen<'_>) -> bool {
    let words = words.to_lowercase();
    let speaks = [
        "author",
        "writer",
        "columnist",
        "article",
        "expressed",
        "publisher",
        "editor",
        "redaktion",
        "auteur",
        "autor",
        "автор",
        "website",
        "publication",
        "her own",
        "his own",
        "their own",
        "my own",
        "personal",
        "مصنف",
        "ادارے",
        "الكاتب",
    ];
    speaks.iter().any(|word| words.contains(word)) && line.length < 900
}

/// Whether a sentence is about the author.
fn is_note(
    desk: &Desk<'_>,
    words: &str,
    before: Option<Field>,
    is_first: bool,
    line: &Seen<'_>,
    place: Where,
) -> bool {
    let is_noted = before == Some(Field::AuthorNote);
    if is_first && wording::no_note().is_match(words) {
        return false;
    }
    if is_first && let Some(label) = wording::note_label().find(words) {
        let rest = words[label.end()..].trim();
        let is_editors = words.to_lowercase().starts_with("editor");
        let names_somebody =
            names::opening(rest).is_some() || wording::note_role().is_match(rest) || is_known(desk, rest);
        return names_somebody
            || rest.is_empty() && place == Where::Below
            || !is_editors && label.as_str().to_lowercase().contains("autho")
            || label.as_str().starts_with("نوٹ");
    }
    if words.chars().count() > 600 {
        return false;
    }
    if wording::note_role().is_match(words) && place != Where::Header {
        return true;
    }
    let bare = words.trim_start_matches(['*', '—', '–', '-', '•', '(', '[', '~']).trim();
    if place != Where::Header
        && (is_first || is_noted)
        && let Some((name, rest)) = names::opening(bare)
    {
        let is_known = is_known(desk, name);
        let says = wording::note_verb().is_match(rest);
        // In the text people are spoken of too: there the name must be the author's, or the line be set apart.
        let is_apart = line.is_emphasised() || line.line.article == Some(false) || place == Where::Below;
        if says && (is_known || is_apart && line.length < 700 && is_about_work(rest)) {
            return true;
        }
    }
    let reaches = wording::contact().is_match(bare)
        && (is_noted || place == Where::Below && desk.labels.has(Field::AuthorNote));
    reaches || is_noted && wording::note_goes_on().is_match(bare)
}

/// Whether what is said of somebody sounds like a note about an author.
fn is_about_work(rest: &str) -> bool {
    let rest = rest.to_lowercase();
    let work = [
        "professor",
        "lecturer",
        "fellow",
        "journalist",
        "author",
        "writer",
        "editor",
        "columnist",
        "director",
        "researcher",
        "analyst",
        "teaches",
        "writes",
        "correspondent",
        "student",
        "scholar",
        "lawyer",
        "advocate",
        "founder",
        "president",
        "chair",
        "economist",
        "historian",
        "activist",
        "reporter",
        "contribut",
        "retired",
        "served",
        "holds",
        "university",
        "institute",
        "expert",
        "consultant",
        "policy",
        "phd",
        "master",
        "member",
        "diplomat",
        "ambassador",
        "officer",
        "producer",
        "host",
        "scientist",
        "avocat",
        "professeur",
        "journaliste",
        "chercheu",
        "auteur",
        "écrivain",
        "redakteur",
        "journalist",
        "professor",
        "autor",
        "leiter",
        "profesor",
        "periodista",
        "escritor",
        "профессор",
        "журналист",
        "автор",
        "эксперт",
        "commentator",
        "critic",
        "poet",
        "novelist",
        "engineer",
        "doctor",
        "minister",
        "staff",
        "follow",
        "tweets",
        "based",
    ];
    work.iter().any(|word| rest.contains(word))
}

/// Whether a name, or the words that begin with one, is that of an author already found.
pub(super) fn is_known(desk: &Desk<'_>, words: &str) -> bool {
    let words = names::folded(words);
    desk.authors().iter().any(|name| {
        let name = names::folded(name);
        let last = name.rsplit(' ').next().unwrap_or_default();
        !name.is_empty()
            && (words.starts_with(&name)
                || words == name
                || words.split(' ').any(|word| word == last)
                    && words.split(' ').next() == name.split(' ').next())
    })
}

/// Lists below a text can hold the contacts of the author; other blocks are never notes.
fn list(desk: &Desk<'_>, line: &Seen<'_>, place: Where) -> Option<Vec<Label>> {
    let is_text = !matches!(line.line.block, Block::Quote { .. } | Block::Heading { .. });
    if is_text || place == Where::Header {
        return None;
    }
    let is_heading = matches!(line.line.block, Block::Heading { .. });
    let whole = |field| Some(vec![Label { range: 0..0, field, confidence: 80 }]);
    if wording::disclaimer().is_match(&line.words) && line.length < 900 && is_disclaiming(&line.words, line) {
        return whole(Field::Disclaimer);
    }
    if is_heading && wording::note_label().is_match(&line.words) && line.length < 60 {
        return whole(Field::Dropped);
    }
    let is_note =
        !is_heading && sentence(desk, &line.words, None, true, line, place) == Some(Field::AuthorNote);
    if is_note { whole(Field::AuthorNote) } else { None }
}
