//! Contacts that are printed though nobody agreed to it: texts and records go in, a notice for each comes out.
//!
//! Consent is the switch of a contact in somebody's record. Mailboxes and numbers are looked for everywhere; a name on
//! a network only in notes about authors, since columns quote what others say there; a website only where the record
//! has it and its switch is off, since a note may lead to a hundred pages that are nobody's address.

use super::typography;
use crate::edition::Edition;
use crate::edition::change::Change;
use crate::edition::people::Contributor;
use crate::edition::people::contacts::{ContactKind, Contacts};
use crate::edition::piece::{AuthorNote, Piece};
use crate::edition::piece_field::PieceField;
use crate::edition::text::{Mark, Marked, Paragraph, Text};
use crate::import::contacts::{self, Standing, Taken};
use crate::notice::{Mend, Notice, Notices, Place, Rule, Weight};

/// A contact in a text of a piece.
#[derive(Debug)]
pub(super) struct Printed {
    contact: Standing,
    /// Where in the Markdown; `None` in the author note.
    at: Option<usize>,
}

/// The contacts in the texts of a piece, whoever has agreed to them.
pub(super) fn in_piece(piece: &Piece) -> Vec<Printed> {
    let mut found = Vec::new();
    piece.body.each_paragraph(&mut |paragraph| {
        let standing = if may_have(paragraph) { contacts::standing(paragraph) } else { Vec::new() };
        for contact in standing {
            if matches!(contact.kind, ContactKind::Email | ContactKind::Phone) {
                let at = typography::byte_of(piece, paragraph, &contact.value);
                found.push(Printed { contact, at: Some(at) });
            }
        }
    });
    if let AuthorNote::Own { text, .. } = &piece.author_note {
        found.extend(in_note(text).into_iter().map(|contact| Printed { contact, at: None }));
    }
    found
}

/// Whether a paragraph has any of the signs that every mailbox and number has: most of a column have none, and the
/// search for the rest is slow.
fn may_have(paragraph: &Paragraph) -> bool {
    let has_figures = || paragraph.text.bytes().filter(u8::is_ascii_digit).nth(4).is_some();
    let is_mail = |marked: &Marked| matches!(&marked.mark, Mark::Link(url) if url.starts_with("mailto:"));
    paragraph.text.contains('@') || has_figures() || paragraph.marks.iter().any(is_mail)
}

fn in_note(note: &Text) -> Vec<Standing> {
    let mut found = Vec::new();
    note.each_paragraph(&mut |paragraph| found.extend(contacts::standing(paragraph)));
    found
}

/// Tells which of the contacts in a piece nobody has agreed to.
pub(super) fn of_piece(edition: &Edition, piece: &Piece, printed: &[Printed], notices: &mut Notices) {
    for Printed { contact, at } in printed.iter().filter(|printed| !is_agreed(edition, &printed.contact)) {
        let whose = piece.file.to_string_lossy();
        match at {
            Some(at) => {
                let what = format!("{} is printed in the text", named(contact));
                let hint = "if it is a private one, ask its owner or take it out";
                let place = typography::place(piece, *at);
                notices.push(notice(contact, Weight::Remark, place, what, hint, &whose, false));
            }
            None => {
                let what = format!(
                    "{} is printed in the author note, and no record says that it may be",
                    named(contact)
                );
                let place = Place::file(&piece.file);
                let can_go = taken_from_piece(edition, piece, contact).is_some();
                notices.push(notice(contact, Weight::Doubt, place, what, &hint(contact), &whose, can_go));
            }
        }
    }
}

/// The same of the notes about a person.
pub(super) fn of_person(edition: &Edition, id: &str, person: &Contributor, notices: &mut Notices) {
    let standing = [&person.short_note, &person.long_note].into_iter().flat_map(in_note);
    for contact in standing.filter(|contact| !is_agreed(edition, contact)) {
        let what = format!(
            "{} is printed in the note about {}, and the record does not say that it may be",
            named(&contact),
            person.name
        );
        let can_go = taken_from_person(person, &contact).is_some();
        let place = Place::file("contributors.toml");
        notices.push(notice(&contact, Weight::Doubt, place, what, &hint(&contact), id, can_go));
    }
}

fn hint(contact: &Standing) -> String {
    let key = contact.kind.key();
    format!("take it out of the note, or switch it on in the record of the person: print = [\"{key}\"]")
}

fn notice(
    contact: &Standing,
    weight: Weight,
    place: Place,
    what: String,
    hint: &str,
    whose: &str,
    can_go: bool,
) -> Notice {
    let mend = can_go.then_some(Mend::TakeOut);
    Notice {
        mend,
        about: Some(about(contact, whose)),
        ..Notice::new(weight, place, what, hint).by(Rule::PrintedContact)
    }
}

fn about(contact: &Standing, whose: &str) -> String {
    format!("{} of {whose}", contact.value)
}

fn named(contact: &Standing) -> String {
    let kind = match contact.kind {
        ContactKind::Email => "e-mail address",
        ContactKind::Phone => "telephone number",
        ContactKind::Site => "website",
        _ => "handle",
    };
    format!("the {kind} {}", contact.value)
}

/// Whether somebody's record says that a contact is printed; of a website, whether no record says that it is not.
fn is_agreed(edition: &Edition, contact: &Standing) -> bool {
    let mut records = edition.contributors.values().map(|person| person.contacts.get(contact.kind));
    let is_it = |value: &str| !value.is_empty() && contacts::is_same(contact.kind, value, &contact.value);
    match contact.kind {
        ContactKind::Site => !records.any(|record| is_it(&record.value) && !record.print),
        _ => records.any(|record| is_it(&record.value) && record.print),
    }
}

/// What takes the contact of a notice out of the note it stands in; `None` where no good sentence would be left, or it
/// is gone.
pub(super) fn change(edition: &Edition, notice: &Notice) -> Option<Change> {
    let file = notice.place.file.as_deref()?;
    let is_meant = |contact: &Standing, whose: &str| notice.about.as_deref() == Some(&*about(contact, whose));
    if let Some(piece) = edition.piece(file) {
        let whose = piece.file.to_string_lossy();
        let AuthorNote::Own { text, .. } = &piece.author_note else { return None };
        let contact = in_note(text).into_iter().find(|contact| is_meant(contact, &whose))?;
        return taken_from_piece(edition, piece, &contact);
    }
    edition.contributors.iter().find_map(|(id, person)| {
        let mut standing = [&person.short_note, &person.long_note].into_iter().flat_map(in_note);
        let contact = standing.find(|contact| is_meant(contact, id))?;
        let record = taken_from_person(person, &contact)?;
        Some(Change::Contributor(id.clone(), Some(record)))
    })
}

/// The record with a contact in its field and out of its notes.
fn taken_from_person(person: &Contributor, contact: &Standing) -> Option<Contributor> {
    let mut record = person.clone();
    for note in [&mut record.short_note, &mut record.long_note] {
        let taken = without(note, person, &record.contacts, contact);
        (*note, *record.contacts) = (taken.note, taken.contacts);
    }
    let is_out = |note: &Text| in_note(note).iter().all(|other| other != contact);
    (is_out(&record.short_note) && is_out(&record.long_note)).then_some(record)
}

fn taken_from_piece(edition: &Edition, piece: &Piece, contact: &Standing) -> Option<Change> {
    let (AuthorNote::Own { text, kept }, [author]) = (&piece.author_note, piece.authors.as_slice()) else {
        return None;
    };
    let person = edition.contributor(author);
    let taken = without(text, &person, &person.contacts, contact);
    if in_note(&taken.note).contains(contact) {
        return None;
    }
    let note = match taken.note.blocks.is_empty() {
        true => AuthorNote::FromContributors,
        false => AuthorNote::Own { text: taken.note, kept: *kept },
    };
    let record = Contributor { contacts: Box::new(taken.contacts), ..person };
    Some(Change::Several(vec![
        Change::Field(piece.file.clone(), PieceField::AuthorNote(note)),
        Change::Contributor(author.clone(), Some(record)),
    ]))
}

fn without(note: &Text, person: &Contributor, known: &Contacts, contact: &Standing) -> Taken {
    let names = [person.name.clone(), person.native_name.clone()];
    contacts::take_out_one(note, &names, known, contact)
}
