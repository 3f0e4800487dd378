//! The fields of the edition as a whole.

use super::owner::Owner;
use super::{byline, language, matter, production, rights, section, variant};
use crate::app::act::Acts;
use crate::app::document::Document;
use crate::app::field::Field;
use crate::app::words::{edits, inspector as words, production as files, rights as rights_words};
use crate::edition::Series;
use crate::edition::change::Change;
use crate::edition::history::MergeKey;
use egui::Ui;
use std::sync::Arc;

/// Whose fields these are.
const WHOSE: &str = "edition";

/// Asks for another value of a field of the edition that is typed.
pub(super) fn type_in(acts: &mut Acts, field: &'static str, change: Change) {
    acts.type_in(edits::field(field), change, MergeKey::EditionField(field));
}

/// Draws the fields.
pub(super) fn show(ui: &mut Ui, document: &Document, acts: &mut Acts) {
    section(ui, words::TITLES, |ui| titles(ui, document, acts));
    section(ui, words::PUBLICATION, |ui| {
        publisher(ui, document, acts);
        publication(ui, document, acts);
        permission(ui, document, acts);
    });
    section(ui, words::MATTER, |ui| {
        matter::show(ui, document, &Owner::edition(&document.edition), acts);
    });
    section(ui, words::CATALOGUE, |ui| catalogue(ui, document, acts));
    section(ui, files::COVER, |ui| production::cover(ui, document, acts));
    section(ui, files::PRESS, |ui| production::press(ui, document, acts));
    section(ui, files::STANDARDS, |ui| production::standards(ui, document, acts));
    section(ui, words::VARIANTS, |ui| variant::list(ui, document, acts));
}

fn titles(ui: &mut Ui, document: &Document, acts: &mut Acts) {
    let edition = &document.edition;
    if let Some(new) = Field::new(WHOSE, words::EDITION_TITLE).words(ui, &edition.title) {
        type_in(acts, words::EDITION_TITLE[0], Change::Title(new));
    }
    if let Some(new) = Field::new(WHOSE, words::EDITION_SUBTITLE).optional(ui, &edition.subtitle) {
        type_in(acts, words::EDITION_SUBTITLE[0], Change::Subtitle(new));
    }
    if let Some(new) = language::show(ui, WHOSE, words::EDITION_LANGUAGE, edition.language) {
        acts.change(edits::field(words::EDITION_LANGUAGE[0]), Change::Language(new));
    }
    if let Some(change) =
        byline::show(ui, WHOSE, words::EDITORS, &edition.editors, edition, acts, Change::Editors)
    {
        acts.change(edits::field(words::EDITORS[0]), change);
    }
}

fn publisher(ui: &mut Ui, document: &Document, acts: &mut Acts) {
    let mut publisher = document.edition.publisher.clone();
    let mut changed = false;
    if let Some(new) = Field::new(WHOSE, words::PUBLISHER).words(ui, &publisher.name) {
        (publisher.name, changed) = (new, true);
    }
    if let Some(new) = Field::new(WHOSE, words::PLACE).optional(ui, &publisher.place) {
        (publisher.place, changed) = (new, true);
    }
    if let Some(new) = Field::new(WHOSE, words::PUBLISHER_URL).address(ui, &publisher.url) {
        (publisher.url, changed) = (new, true);
    }
    if changed {
        type_in(acts, words::PUBLISHER[0], Change::Publisher(publisher));
    }
}

fn publication(ui: &mut Ui, document: &Document, acts: &mut Acts) {
    let edition = &document.edition;
    if let Some(new) = Field::new(WHOSE, words::EDITION_DATE).date(ui, &edition.date) {
        type_in(acts, words::EDITION_DATE[0], Change::Date(new));
    }
    let statement = Field::new(WHOSE, words::STATEMENT).placeholder(words::STATEMENT_EXAMPLE);
    if let Some(new) = statement.optional(ui, &edition.statement) {
        type_in(acts, words::STATEMENT[0], Change::Statement(new));
    }
    let rights = Field::new(WHOSE, words::RIGHTS).rows(2).placeholder(words::RIGHTS_EXAMPLE);
    if let Some(new) = rights.optional(ui, &edition.rights) {
        type_in(acts, words::RIGHTS[0], Change::Rights(new));
    }
}

fn permission(ui: &mut Ui, document: &Document, acts: &mut Acts) {
    let name = rights_words::ALL_PIECES[0];
    match rights::of_all(ui, document) {
        Some((new, true)) => type_in(acts, name, Change::Permission(new)),
        Some((new, false)) => acts.change(edits::field(name), Change::Permission(new)),
        None => {}
    }
}

fn catalogue(ui: &mut Ui, document: &Document, acts: &mut Acts) {
    let edition = &document.edition;
    if let Some(new) = Field::new(WHOSE, words::DESCRIPTION).rows(3).optional(ui, &edition.description) {
        type_in(acts, words::DESCRIPTION[0], Change::Description(new));
    }
    let field = Field::new(WHOSE, words::SUBJECTS).note(words::SUBJECTS_NOTE).rows(2);
    if let Some(new) =
        field.show(ui, &edition.subjects, |subjects| subjects.join(", "), |text| Ok(list(text)))
    {
        type_in(acts, words::SUBJECTS[0], Change::Subjects(new));
    }
    codes(ui, document, acts);
    let mut isbn = edition.isbn.clone();
    let mut changed = false;
    let fields = [
        (words::ISBN_PRINT, "", &mut isbn.print),
        (words::ISBN_PDF, "", &mut isbn.pdf),
        (words::ISBN_EPUB, words::ISBN_NOTE, &mut isbn.epub),
    ];
    for (names, note, value) in fields {
        if let Some(new) = Field::new(WHOSE, names).note(note).optional(ui, value) {
            (*value, changed) = (new, true);
        }
    }
    if changed {
        type_in(acts, "ISBN", Change::Isbn(isbn));
    }
}

/// The series and the codes of shops.
fn codes(ui: &mut Ui, document: &Document, acts: &mut Acts) {
    let mut catalogue = document.edition.catalogue.clone();
    let series = catalogue.series.clone().unwrap_or_default();
    let mut changed = None;
    if let Some(title) = Field::new(WHOSE, files::SERIES).words(ui, &series.title) {
        catalogue.series = (!title.is_empty()).then(|| Series { title, ..series.clone() });
        changed = Some(files::SERIES[0]);
    }
    if !series.title.is_empty()
        && let Some(number) = Field::new(WHOSE, files::SERIES_NUMBER).optional(ui, &series.number)
    {
        catalogue.series = Some(Series { number, ..series.clone() });
        changed = Some(files::SERIES_NUMBER[0]);
    }
    for (names, codes) in [(files::BISAC, &mut catalogue.bisac), (files::THEMA, &mut catalogue.thema)] {
        let write = |codes: &Vec<Arc<str>>| codes.join(", ");
        let parse = |text: &str| Ok(list(text).iter().map(|code| code.to_uppercase().into()).collect());
        if let Some(new) = Field::new(WHOSE, names).show(ui, codes, write, parse) {
            (*codes, changed) = (new, Some(names[0]));
        }
    }
    if let Some(field) = changed {
        type_in(acts, field, Change::Catalogue(catalogue));
    }
}

/// The entries of a list with commas.
fn list(text: &str) -> Vec<String> {
    let entries = text.split([',', '\n']).map(str::trim).filter(|entry| !entry.is_empty());
    entries.map(str::to_string).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_commas_between_its_entries() {
        assert_eq!(
            list("Essays,  Journalism,\nLocal government, "),
            ["Essays", "Journalism", "Local government"]
        );
        assert!(list(" , ").is_empty());
    }
}
