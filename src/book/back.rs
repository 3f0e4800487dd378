//! Back matter: about the contributors.

use super::chapter::heading;
use crate::design::Role;
use crate::edition::Edition;
use crate::edition::words::Words;
use crate::page::blocks::Builder;

/// Whether any author in the book has a note.
pub(super) fn has_notes(edition: &Edition) -> bool {
    edition.author_ids().iter().any(|id| !edition.note_of(&edition.contributor(id)).blocks.is_empty())
}

/// “About the contributors”: the authors in the book by sort name.
pub(super) fn contributors(builder: &mut Builder<'_, '_>, edition: &Edition) {
    heading(builder, Words::of(edition.language).contributors);
    builder.let_pages_be_ragged();
    for id in edition.author_ids() {
        let person = edition.contributor(&id);
        builder.set_language(person.language.unwrap_or(edition.language));
        builder.plain(Role::ContributorName, &person.name);
        builder.small_print(Role::ContributorNote, &edition.note_of(&person));
    }
}
