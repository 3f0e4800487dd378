//! Back matter: about the contributors.

use super::chapter::heading;
use crate::design::Role;
use crate::edition::Edition;
use crate::edition::matter::ContributorsMatter;
use crate::edition::people::Contributor;
use crate::edition::text::Text;
use crate::edition::words::Words;
use crate::page::blocks::Builder;

/// The note of a contributor for this book: long or short, the other where one is missing.
pub(super) fn note(edition: &Edition, person: &Contributor) -> Text {
    let (first, second) = match edition.matter.contributors {
        ContributorsMatter::Long => (&person.long_note, &person.short_note),
        _ => (&person.short_note, &person.long_note),
    };
    if first.blocks.is_empty() { second.clone() } else { first.clone() }
}

/// Whether any author in the book has a note.
pub(super) fn has_notes(edition: &Edition) -> bool {
    edition.author_ids().iter().any(|id| !note(edition, &edition.contributor(id)).blocks.is_empty())
}

/// “About the contributors”: the authors in the book by sort name.
pub(super) fn contributors(builder: &mut Builder<'_, '_>, edition: &Edition) {
    heading(builder, Words::of(edition.language).contributors);
    builder.let_pages_be_ragged();
    for id in edition.author_ids() {
        let person = edition.contributor(&id);
        builder.set_language(person.language.unwrap_or(edition.language));
        builder.plain(Role::ContributorName, &person.name);
        builder.small_print(Role::ContributorNote, &note(edition, &person));
    }
}
