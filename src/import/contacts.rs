//! A note about an author goes in; the note without its contacts comes out, and the contacts.
//!
//! “He tweets @name and can be reached at name@example.org” is for the editor, not for the reader: a sentence that
//! says nothing but how to reach somebody goes out of the note, and so does such a clause at the end of a sentence
//! that says more, where a good sentence is left. Elsewhere the note keeps its words. Nothing is lost: what goes out is
//! in a field, and two addresses of one kind, for which there is one field, stay where they are. Which words say
//! nothing but contacts is a matter of a short list for each language (`wording`), not of grammar: sentences of this
//! kind are written in a hundred ways, but all with the same forty words.
//!
//! The steps: `spots` finds addresses, names and numbers; `clauses` finds the words around them that go with them.

mod clauses;
mod spots;
mod wording;

use super::recognise::sentences::sentences;
use crate::edition::markdown;
use crate::edition::people::contacts::{ContactKind, Contacts};
use crate::edition::text::{Block, Paragraph, Text, marks};
use spots::Spot;
use std::ops::Range;

/// A note, and the contacts that were in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// What is left of the note; without blocks where nothing is.
    pub note: Text,
    /// The contacts that are known of the person, those of the note too. None of them is to be printed unless it
    /// was before.
    pub contacts: Contacts,
    /// Contacts that stay in the note, because another stands in their field.
    pub refused: Vec<String>,
}

/// A contact of somebody that stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What it is.
    pub kind: ContactKind,
    /// As it is written into its field.
    pub value: String,
}

/// The contacts in a paragraph, in order. The mailbox of a house is nobody's.
pub fn standing(paragraph: &Paragraph) -> Vec<Standing> {
    let spots = spots::of(paragraph).into_iter().filter(|spot| !spot.is_house());
    spots.map(|spot| Standing { kind: spot.kind, value: spot.value }).collect()
}

/// Takes the contacts out of a note about a person of these names, of whom some contacts are known.
pub fn take_out(note: &Text, names: &[String], known: &Contacts) -> Taken {
    taken(note, names, known, None)
}

/// The same of the sentences in which a contact stands; the others keep theirs.
pub fn take_out_one(note: &Text, names: &[String], known: &Contacts, only: &Standing) -> Taken {
    taken(note, names, known, Some(only))
}

fn taken(note: &Text, names: &[String], known: &Contacts, only: Option<&Standing>) -> Taken {
    let names = wording::words_of(&names.join(" "));
    let mut taker = Taker { names, contacts: known.clone(), refused: Vec::new(), only };
    let blocks = taker.blocks(&note.blocks);
    Taken {
        note: Text { blocks, notes: note.notes.clone() },
        contacts: taker.contacts,
        refused: taker.refused,
    }
}

/// The contacts in what an imported text says about its authors, whoever of them they belong to.
pub fn of(imported: &super::Imported) -> Contacts {
    let notes = imported.author_notes.iter().map(|(_, note)| note).chain(&imported.author_note);
    notes.fold(Contacts::default(), |known, note| {
        take_out(&markdown::inline_text(note), &imported.authors, &known).contacts
    })
}

struct Taker<'t> {
    /// The words of the person's names, in small letters.
    names: Vec<String>,
    contacts: Contacts,
    refused: Vec<String>,
    /// The contact whose sentences are looked at; all of them without it.
    only: Option<&'t Standing>,
}

impl Taker<'_> {
    fn blocks(&mut self, blocks: &[Block]) -> Vec<Block> {
        let mut left = Vec::with_capacity(blocks.len());
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => {
                    let rest = self.paragraph(paragraph);
                    if !rest.is_empty() || paragraph.is_empty() {
                        left.push(Block::Paragraph(rest));
                    }
                }
                Block::List { start, items } => {
                    let mut items: Vec<Vec<Block>> = items.iter().map(|item| self.blocks(item)).collect();
                    items.retain(|item| !item.is_empty());
                    if !items.is_empty() {
                        left.push(Block::List { start: *start, items });
                    }
                }
                other => left.push(other.clone()),
            }
        }
        left
    }

    fn paragraph(&mut self, paragraph: &Paragraph) -> Paragraph {
        let spots = spots::of(paragraph);
        if spots.is_empty() {
            return paragraph.clone();
        }
        let are_several = clauses::names_several(&paragraph.text);
        let mut gone: Vec<Range<usize>> = Vec::new();
        for range in lines_and_sentences(&paragraph.text, &spots) {
            let inside: Vec<&Spot> = spots.iter().filter(|spot| range.contains(&spot.range.start)).collect();
            // “They” behind two names are those two; alone it is one person.
            let is_of_several = are_several && clauses::has_plural(&paragraph.text[range.clone()]);
            if self.is_meant(&inside) && !is_of_several {
                gone.extend(self.sentence(&paragraph.text, range, &inside));
            }
        }
        if gone.is_empty() { paragraph.clone() } else { without(paragraph, &gone) }
    }

    /// Whether a sentence with these contacts is looked at.
    fn is_meant(&self, inside: &[&Spot]) -> bool {
        match self.only {
            None => !inside.is_empty(),
            Some(only) => inside.iter().any(|spot| spot.kind == only.kind && spot.value == only.value),
        }
    }

    /// What goes out of a sentence.
    fn sentence(&mut self, text: &str, range: Range<usize>, spots: &[&Spot]) -> Vec<Range<usize>> {
        let sentence = clauses::Sentence { text, range, spots, names: &self.names };
        if sentence.says_only_contacts() {
            return match self.with(spots) {
                Some(contacts) => {
                    self.contacts = contacts;
                    vec![whole(text, &sentence.range)]
                }
                None => {
                    spots.iter().for_each(|spot| self.record(spot));
                    Vec::new()
                }
            };
        }
        let mut gone: Vec<Range<usize>> = Vec::new();
        let cued: Vec<&Spot> = spots.iter().copied().filter(|spot| sentence.is_about_person(spot)).collect();
        for clause in sentence.clauses() {
            let inside: Vec<&Spot> =
                spots.iter().copied().filter(|spot| clause.contains(&spot.range.start)).collect();
            match self.with(&inside) {
                Some(contacts) => {
                    self.contacts = contacts;
                    gone.push(clause);
                }
                None => inside.iter().for_each(|spot| self.record(spot)),
            }
        }
        cued.into_iter().for_each(|spot| self.record(spot));
        gone
    }

    /// The contacts with these; `None` where another stands in a field already.
    fn with(&self, spots: &[&Spot]) -> Option<Contacts> {
        let mut contacts = self.contacts.clone();
        for spot in spots {
            let field = &mut contacts.get_mut(spot.kind).value;
            if field.is_empty() {
                field.clone_from(&spot.value);
            } else if !is_same(spot.kind, field, &spot.value) {
                return None;
            }
        }
        Some(contacts)
    }

    /// Keeps a contact that stays in the note, where its field is free.
    fn record(&mut self, spot: &Spot) {
        match self.with(&[spot]) {
            Some(contacts) => self.contacts = contacts,
            None if !self.refused.contains(&spot.value) => self.refused.push(spot.value.clone()),
            None => {}
        }
    }
}

/// Whether two contacts are one, written in two ways.
pub fn is_same(kind: ContactKind, one: &str, two: &str) -> bool {
    let folded = |value: &str| match kind {
        ContactKind::Phone => value.chars().filter(char::is_ascii_digit).collect(),
        ContactKind::Site => {
            let bare = value.trim_start_matches("https://").trim_start_matches("http://");
            bare.trim_start_matches("www.").trim_end_matches('/').to_lowercase()
        }
        _ => value.to_lowercase(),
    };
    folded(one) == folded(two)
}

/// The sentences of a text whose lines are kept apart. An address begins one though it has no capital, and “Tel.” ends
/// none.
fn lines_and_sentences(text: &str, spots: &[Spot]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let is_first = found.len();
        for range in sentences(line) {
            let mut rest = start + range.start..start + range.end;
            for spot in spots {
                if !rest.contains(&spot.range.start) {
                    continue;
                }
                let before = text[rest.start..spot.range.start].trim_end();
                if before.ends_with(['.', '!', '?', '۔']) {
                    found.push(rest.start..rest.start + before.len());
                    rest.start = spot.range.start;
                }
            }
            found.push(rest);
        }
        join_labels(text, &mut found, is_first);
        start += line.len() + 1;
    }
    found
}

/// Joins labels with what they are the labels of, from the range `first` on.
fn join_labels(text: &str, ranges: &mut Vec<Range<usize>>, first: usize) {
    let mut index = first;
    while index + 1 < ranges.len() {
        let words = wording::words_of(&text[ranges[index].clone()]);
        if !words.is_empty() && words.len() < 3 && words.iter().all(|word| wording::is_label(word)) {
            ranges[index + 1].start = ranges[index].start;
            ranges.remove(index);
        } else {
            index += 1;
        }
    }
}

/// A sentence with the white space that goes with it.
fn whole(text: &str, range: &Range<usize>) -> Range<usize> {
    let behind = text[range.end..].len() - text[range.end..].trim_start().len();
    if range.end + behind < text.len() {
        return range.start..range.end + behind;
    }
    text[..range.start].trim_end().len()..text.len()
}

/// A paragraph without these ranges, and without white space at its ends.
fn without(paragraph: &Paragraph, gone: &[Range<usize>]) -> Paragraph {
    let mut gone = gone.to_vec();
    gone.sort_by_key(|range| range.start);
    // Two sentences at the end both take the space before them.
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(gone.len());
    for range in gone {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    for range in &mut joined {
        // One space is left where words went from between two.
        let is_between = paragraph.text[..range.start].ends_with(' ');
        if is_between && paragraph.text[range.end..].starts_with(' ') {
            range.end += 1;
        }
    }
    let mut marked = paragraph.marks.clone();
    let text = marks::cut(&paragraph.text, &mut marked, &joined);
    let rest = Paragraph { text: text.into(), marks: marks::nest(marked), ..paragraph.clone() };
    let start = rest.text.len() - rest.text.trim_start().len();
    let end = rest.text.trim_end().len().max(start);
    marks::slice(&rest, start..end)
}

#[cfg(test)]
mod tests;
