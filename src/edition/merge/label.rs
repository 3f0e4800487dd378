//! Units and what they say, in a few plain words for a question.

use crate::edition::change::Change;
use crate::edition::disclaimer::DisclaimerChoice;
use crate::edition::people::{Contributor, ContributorId};
use crate::edition::permission::Permission;
use crate::edition::permission::licence::Licence;
use crate::edition::piece::{AuthorNote, Piece};
use crate::edition::piece_field::PieceField;
use crate::edition::text::{Paragraph, Text};
use crate::edition::{Edition, Part, markdown};

/// What an editor calls a field of the edition.
pub(super) fn field(change: &Change) -> &'static str {
    match change {
        Change::Title(_) => "title",
        Change::Subtitle(_) => "subtitle",
        Change::Language(_) => "language",
        Change::Editors(_) => "editors",
        Change::Publisher(_) => "publisher",
        Change::Date(_) => "date",
        Change::Statement(_) => "edition statement",
        Change::Rights(_) => "rights lines",
        Change::Permission(_) => "permission",
        Change::Description(_) => "description",
        Change::Subjects(_) => "subjects",
        Change::Catalogue(_) => "series and subject codes",
        Change::Isbn(_) => "ISBNs",
        Change::Production(_) => "cover and press",
        Change::Design(_) => "design",
        Change::Disclaimers(_) => "disclaimers",
        Change::Variants(_) => "variants",
        _ => "front and back matter",
    }
}

/// A field of a piece: the text of “Title”.
pub(super) fn piece_field(field: &PieceField, piece: &Piece) -> String {
    let title = piece.title.words();
    match field {
        PieceField::Include(_) => format!("whether “{title}” is in the book"),
        _ => format!("the {} of “{title}”", field.name()),
    }
}

/// A contributor by name.
pub(super) fn person(id: &ContributorId, ours: &Edition, theirs: &Edition) -> String {
    let record = ours.contributors.get(id).or_else(|| theirs.contributors.get(id));
    record.map_or_else(|| id.to_string(), |record| record.name.clone())
}

/// What a change of the edition says.
pub(super) fn change(change: &Change, edition: &Edition) -> String {
    let optional = |words: &Option<String>| words.as_deref().map_or("none".into(), shortened);
    match change {
        Change::Title(words) => shortened(words),
        Change::Subtitle(words) | Change::Statement(words) => optional(words),
        Change::Rights(words) | Change::Description(words) => optional(words),
        Change::Permission(permission) => permission.as_ref().map_or("none".into(), permission_words),
        Change::Language(language) => language.to_string(),
        Change::Editors(ids) => listed(&edition.names(ids, edition.language)),
        Change::Publisher(publisher) => shortened(&publisher.name),
        Change::Date(date) => date.map_or("none".into(), |date| date.to_string()),
        Change::Subjects(subjects) => listed(subjects),
        Change::Isbn(isbn) => {
            let isbns = [&isbn.print, &isbn.pdf, &isbn.epub];
            listed(&isbns.into_iter().flatten().cloned().collect::<Vec<_>>())
        }
        Change::Disclaimers(disclaimers) => {
            listed(&disclaimers.iter().map(|d| d.name.to_string()).collect::<Vec<_>>())
        }
        Change::Variants(variants) => {
            listed(&variants.iter().map(|variant| variant.label().to_string()).collect::<Vec<_>>())
        }
        Change::Contributor(_, Some(person)) => record(person),
        Change::Picture(_, Some(picture)) => format!("{} × {} pixels", picture.width, picture.height),
        Change::Font(_, Some(bytes)) => format!("{} bytes", bytes.len()),
        Change::Contributor(_, None) | Change::Picture(_, None) | Change::Font(_, None) => "none".into(),
        _ => "changed".into(),
    }
}

/// A record: its contacts in any case, the note as far as there is room.
fn record(person: &Contributor) -> String {
    let contacts: Vec<&str> = person.contacts.given().map(|(_, value)| value).collect();
    let note = Some(text(&person.short_note)).filter(|note| note != "none");
    let said: Vec<String> =
        [Some(contacts.join(", ")).filter(|said| !said.is_empty()), note].into_iter().flatten().collect();
    let said = said.join("; ");
    shortened(&if said.is_empty() { person.name.clone() } else { format!("{}: {said}", person.name) })
}

/// The beginning of what a field of a piece says.
pub(super) fn value(field: &PieceField, edition: &Edition) -> String {
    shortened(&said(field, edition))
}

/// Whether a field is empty or says what pieces say by default.
pub(crate) fn says_nothing(field: &PieceField) -> bool {
    match field {
        PieceField::Title(words) => words.text.is_empty(),
        PieceField::Kicker(words) | PieceField::ShortTitle(words) | PieceField::Subtitle(words) => {
            words.is_none()
        }
        PieceField::Authors(ids) | PieceField::Helpers(_, ids) => ids.is_empty(),
        PieceField::Date(date) => date.is_none(),
        PieceField::Language(language) => language.is_none(),
        PieceField::Credit(credit) => credit.is_none(),
        PieceField::Permission(permission) => permission.is_none(),
        PieceField::Disclaimer(choice) => *choice == DisclaimerChoice::Default,
        PieceField::AuthorNote(note) => *note == AuthorNote::FromContributors,
        PieceField::Copyfit(length) => length.is_none(),
        PieceField::Signed(signed) => signed.is_none(),
        PieceField::Include(include) => *include,
        PieceField::Original(name) => name.is_none(),
        PieceField::Body(_, body) => body.blocks.is_empty(),
        PieceField::BodyLine(_) => false,
    }
}

/// What a field of a piece says.
pub(crate) fn said(field: &PieceField, edition: &Edition) -> String {
    let paragraph = |words: &Paragraph| markdown::write_inline(words);
    let text = |text: &Text| markdown::write(text).trim().to_string();
    let listed = |names: &[String]| if names.is_empty() { "none".into() } else { names.join(", ") };
    let optional = |words: &Option<Paragraph>| words.as_ref().map_or("none".into(), paragraph);
    match field {
        PieceField::Title(words) => paragraph(words),
        PieceField::Kicker(words) | PieceField::ShortTitle(words) | PieceField::Subtitle(words) => {
            optional(words)
        }
        PieceField::Authors(ids) | PieceField::Helpers(_, ids) => {
            listed(&edition.names(ids, edition.language))
        }
        PieceField::Date(date) => date.map_or("none".into(), |date| date.to_string()),
        PieceField::Language(language) => language.map_or("the edition’s".into(), |l| l.to_string()),
        PieceField::Credit(credit) => credit.as_ref().map_or("none".into(), |c| c.outlet.clone()),
        PieceField::Permission(permission) => {
            permission.as_ref().map_or("the edition’s".into(), permission_words)
        }
        PieceField::Disclaimer(choice) => match choice {
            DisclaimerChoice::Default => "the edition’s".into(),
            DisclaimerChoice::Named(names) => {
                listed(&names.iter().map(ToString::to_string).collect::<Vec<_>>())
            }
            DisclaimerChoice::Own(words) => words.clone(),
            DisclaimerChoice::Waived(_) => "none".into(),
        },
        PieceField::AuthorNote(note) => match note {
            AuthorNote::FromContributors => "the contributor’s".into(),
            AuthorNote::Own { text: own, .. } => text(own),
            AuthorNote::Omitted => "none".into(),
        },
        PieceField::Copyfit(length) => length.map_or("as it falls".into(), |length| length.to_string()),
        PieceField::Signed(signed) => signed.as_ref().map_or("none".into(), |signed| signed.by.clone()),
        PieceField::Include(include) => if *include { "in the book" } else { "left out" }.into(),
        PieceField::Body(_, body) => format!("{} words", body.words()),
        PieceField::Original(name) => name.as_deref().map_or("none".into(), ToString::to_string),
        PieceField::BodyLine(line) => line.to_string(),
    }
}

/// State, licence and holder of a permission.
fn permission_words(permission: &Permission) -> String {
    let state = permission.state.as_ref().map(|state| state.word().to_string());
    let licence = permission.in_force().map(Licence::printed_name).or(state);
    let said: Vec<String> = licence.into_iter().chain(permission.holder.clone()).collect();
    said.join(", ")
}

/// The first titles of a list of parts.
pub(super) fn order(parts: &[Part]) -> String {
    let titles = parts.iter().flat_map(|part| &part.pieces).map(|piece| piece.title.words());
    listed(&titles.take(8).collect::<Vec<_>>())
}

fn text(text: &Text) -> String {
    let written = markdown::write(text);
    if written.trim().is_empty() { "none".into() } else { shortened(&written) }
}

fn listed(names: &[String]) -> String {
    if names.is_empty() { "none".into() } else { shortened(&names.join(", ")) }
}

/// The first line's worth of words.
fn shortened(words: &str) -> String {
    const MOST: usize = 80;
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}
