//! What stands with the title: the section of the site, glued to it or before it, and the path to it.

use super::seen::folded;
use super::{Desk, Label, wording};
use crate::import::intake::Field;

/// Labels the title, and the word before or behind it that tells the kind of the text.
pub(super) fn label_title(desk: &mut Desk<'_>, index: usize, confidence: u8) {
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
pub(super) fn glued(desk: &mut Desk<'_>, title: usize) {
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
pub(super) fn path(text: &str) -> Vec<Label> {
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
