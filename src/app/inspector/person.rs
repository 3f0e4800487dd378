//! The record of one person.

use super::{doubles, language, people, section};
use crate::app::act::{Act, Acts, Selection};
use crate::app::document::Document;
use crate::app::field::{self, Field};
use crate::app::look;
use crate::app::words::{edits, inspector as words, people as people_words};
use crate::edition::change::Change;
use crate::edition::history::MergeKey;
use crate::edition::people::contacts::{self, Contact, ContactKind};
use crate::edition::people::{Contributor, ContributorId, Portrait};
use crate::edition::piece::Piece;
use egui::{RichText, Ui};
use std::path::Path;
use std::sync::Arc;

/// Draws the record.
pub(super) fn show(ui: &mut Ui, document: &Document, id: &ContributorId, acts: &mut Acts) {
    if ui.link(words::BACK_TO_PEOPLE).clicked() {
        acts.push(Act::Select(Selection::People));
    }
    let pieces = people::pieces_of(&document.edition, id);
    let edits = document.edition.editors.contains(id);
    let Some(person) = document.edition.contributors.get(id) else {
        if pieces.is_empty() && !edits {
            // The record was taken away, perhaps by undo.
            people::show(ui, document, acts);
        } else {
            no_record(ui, id, acts);
        }
        return;
    };
    section(ui, &person.name, |ui| names(ui, document, id, person, acts));
    section(ui, words::NOTES, |ui| notes(ui, id, person, acts));
    section(ui, words::PORTRAIT, |ui| portrait(ui, id, person, acts));
    section(ui, words::CONTACTS, |ui| contacts(ui, id, person, acts));
    section(ui, words::THEIR_PIECES, |ui| list(ui, &pieces, edits, acts));
    doubles::same_as(ui, document, id, acts);
    remove(ui, id, pieces.len(), edits, acts);
}

fn no_record(ui: &mut Ui, id: &ContributorId, acts: &mut Acts) {
    ui.label(words::no_record(id));
    if ui.button(words::RECORD).clicked() {
        acts.change(words::NEW_PERSON_STEP, Change::Contributor(id.clone(), Some(Contributor::named(&**id))));
    }
}

fn type_in(acts: &mut Acts, id: &ContributorId, field: &'static str, person: Contributor) {
    let change = Change::Contributor(id.clone(), Some(person));
    acts.type_in(edits::field(field), change, MergeKey::ContributorField(id.clone(), field));
}

fn names(ui: &mut Ui, document: &Document, id: &ContributorId, person: &Contributor, acts: &mut Acts) {
    let named = Field::new(id, words::NAME).show(ui, &person.name, String::clone, |text| match text.trim() {
        "" => Err(words::NO_NAME.to_string()),
        name => Ok(name.to_string()),
    });
    if let Some(name) = named {
        type_in(acts, id, words::NAME[0], Contributor { name, ..person.clone() });
    }
    let usual = Contributor { sort_name: String::new(), ..person.clone() }.sort_key();
    if let Some(sort_name) = Field::new(id, words::SORT_NAME).placeholder(usual).words(ui, &person.sort_name)
    {
        type_in(acts, id, words::SORT_NAME[0], Contributor { sort_name, ..person.clone() });
    }
    let native = Field::new(id, people_words::NATIVE_NAME);
    if let Some(native_name) = native.words(ui, &person.native_name) {
        type_in(acts, id, people_words::NATIVE_NAME[0], Contributor { native_name, ..person.clone() });
    }
    if let Some(affiliation) = Field::new(id, words::AFFILIATION).words(ui, &person.affiliation) {
        type_in(acts, id, words::AFFILIATION[0], Contributor { affiliation, ..person.clone() });
    }
    let edition = document.edition.language;
    if let Some(language) = language::optional(ui, id, words::PERSON_LANGUAGE, person.language, edition) {
        let change = Change::Contributor(id.clone(), Some(Contributor { language, ..person.clone() }));
        acts.change(edits::field(words::PERSON_LANGUAGE[0]), change);
    }
}

fn notes(ui: &mut Ui, id: &ContributorId, person: &Contributor, acts: &mut Acts) {
    // `contributors.toml` stands in the edition's folder: pictures are named from there.
    let file = Path::new("contributors.toml");
    let short = Field::new(id, words::SHORT_NOTE).rows(3).note(words::SHORT_NOTE[1]);
    if let Some(short_note) = short.markdown(ui, &person.short_note, file) {
        type_in(acts, id, words::SHORT_NOTE[0], Contributor { short_note, ..person.clone() });
    }
    let long = Field::new(id, words::LONG_NOTE).rows(5).note(words::LONG_NOTE[1]);
    if let Some(long_note) = long.markdown(ui, &person.long_note, file) {
        type_in(acts, id, words::LONG_NOTE[0], Contributor { long_note, ..person.clone() });
    }
    field::note(ui, words::MARKDOWN);
}

fn portrait(ui: &mut Ui, id: &ContributorId, person: &Contributor, acts: &mut Acts) {
    let name = person.portrait.as_ref().map_or(words::NO_PORTRAIT, |portrait| &portrait.picture);
    ui.label(name);
    ui.horizontal_wrapped(|ui| {
        if ui.button(words::CHOOSE_PORTRAIT).clicked() {
            acts.push(Act::AskForPortrait(id.clone()));
        }
        let can_go = person.portrait.is_some();
        if ui.add_enabled(can_go, egui::Button::new(words::REMOVE_PORTRAIT)).clicked() {
            let change =
                Change::Contributor(id.clone(), Some(Contributor { portrait: None, ..person.clone() }));
            acts.change(edits::PORTRAIT, change);
        }
    });
    if let Some(portrait) = &person.portrait {
        let field = Field::new(id, words::PORTRAIT_ALT).placeholder(person.name.as_str());
        if let Some(alt) = field.words(ui, &portrait.alt) {
            let portrait = Some(Box::new(Portrait { alt, ..portrait.as_ref().clone() }));
            type_in(acts, id, words::PORTRAIT_ALT[0], Contributor { portrait, ..person.clone() });
        }
    }
    field::note(ui, words::PORTRAIT_NOTE);
}

fn contacts(ui: &mut Ui, id: &ContributorId, person: &Contributor, acts: &mut Acts) {
    field::note(ui, words::CONTACTS_NOTE);
    for kind in ContactKind::ALL {
        let contact = person.contacts.get(kind);
        let with = |contact: Contact| {
            let mut person = person.clone();
            *person.contacts.get_mut(kind) = contact;
            person
        };
        let [name, tip, example] = words::contact(kind);
        let typed = Field::new(id, [name, tip]).placeholder(example);
        let typed =
            typed.show(ui, &contact.value, String::clone, |text| match contacts::mistake(kind, text) {
                Some((wrong, hint)) => Err(words::no_contact(wrong, hint)),
                None => Ok(text.trim().to_string()),
            });
        if let Some(value) = typed {
            type_in(acts, id, name, with(Contact { value, ..contact.clone() }));
        }
        let print = words::print(kind);
        let can_print = contact.print || !contact.value.is_empty();
        let ticked = ui
            .add_enabled_ui(can_print, |ui| field::check(ui, [print, words::PRINT_TIP], contact.print))
            .inner;
        if let Some(print) = ticked {
            let change = Change::Contributor(id.clone(), Some(with(Contact { print, ..contact.clone() })));
            acts.change(edits::field(name), change);
        }
    }
}

fn list(ui: &mut Ui, pieces: &[&Arc<Piece>], edits: bool, acts: &mut Acts) {
    if edits {
        ui.label(words::EDITS);
    }
    if pieces.is_empty() && !edits {
        ui.label(RichText::new(words::NO_PIECES).color(look::weak(ui)));
    }
    for piece in pieces {
        if ui.add(egui::Link::new(piece.title.words())).clicked() {
            acts.push(Act::SelectPieces(vec![piece.file.clone()]));
        }
    }
}

fn remove(ui: &mut Ui, id: &ContributorId, pieces: usize, edits: bool, acts: &mut Acts) {
    let is_free = pieces == 0 && !edits;
    if ui.add_enabled(is_free, egui::Button::new(words::REMOVE_PERSON)).clicked() {
        acts.change(words::REMOVE_PERSON_STEP, Change::Contributor(id.clone(), None));
        acts.push(Act::Select(Selection::People));
    }
    if !is_free {
        field::note(ui, &words::stays(pieces, edits));
    }
}
