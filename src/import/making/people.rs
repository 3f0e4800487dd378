//! The authors of imported texts: their names find records or make them, notes about them go into the records.

use super::Making;
use crate::edition::folder::unique_slug;
use crate::edition::markdown;
use crate::edition::people::contacts::{ContactKind, Contacts};
use crate::edition::people::matching::{Meant, Name, as_printed};
use crate::edition::people::{Contributor, ContributorId};
use crate::edition::piece::AuthorNote;
use crate::edition::text::Text;
use crate::import::{Imported, contacts};
use crate::notice::{Notices, Place};
use std::collections::BTreeMap;
use std::path::Path;

impl Making {
    /// The contributors of a byline, one for each name; two names may mean one.
    pub(super) fn authors(
        &mut self,
        names: &[String],
        file: &Path,
        notices: &mut Notices,
    ) -> Vec<ContributorId> {
        // Who is sure comes first: a probable name beside them is somebody else's.
        let records = &self.edition.contributors;
        let sure = names.iter().map(|name| match self.people.find(name, &[]) {
            Meant::Surely(id) => Some(id),
            // A piece of another edition may name its author by id.
            _ => records.get_key_value(name.as_str()).map(|(id, _)| id.clone()),
        });
        let mut found: Vec<Option<ContributorId>> = sure.collect();
        for (index, name) in names.iter().enumerate() {
            if found[index].is_none() {
                let besides: Vec<ContributorId> = found.iter().flatten().cloned().collect();
                found[index] = Some(self.author(name, &besides, file, notices));
            }
        }
        found.into_iter().flatten().collect()
    }

    /// The contributor of a name, made if there is none.
    fn author(
        &mut self,
        name: &str,
        besides: &[ContributorId],
        file: &Path,
        notices: &mut Notices,
    ) -> ContributorId {
        let place = || Place::file(file);
        match self.people.find(name, besides) {
            Meant::Surely(id) => return id,
            Meant::Probably(id) => {
                let what = format!("“{name}” was taken for {}", self.named(&id));
                self.learn(&id, name);
                notices.doubt(place(), what, "if they are two people, give the piece another author");
                return id;
            }
            Meant::Perhaps(ids) => {
                let others: Vec<String> = ids.iter().map(|id| self.named(id)).collect();
                let what = format!("“{name}” may be the same person as {}", others.join(" or "));
                notices.remark(
                    place(),
                    what,
                    "if so, give the piece that author and remove the record that was made for the name",
                );
            }
            Meant::Nobody => {}
        }
        self.make(name)
    }

    fn make(&mut self, name: &str) -> ContributorId {
        let (printed, sort_name) = as_printed(name).unwrap_or_else(|| (name.to_string(), String::new()));
        let records = &self.edition.contributors;
        let id: ContributorId =
            unique_slug(&printed, "contributor", |slug| records.contains_key(slug)).into();
        self.people.add(id.clone(), name);
        self.new_people.insert(id.clone());
        self.edition
            .contributors
            .insert(id.clone(), Contributor { sort_name, ..Contributor::named(printed) });
        id
    }

    /// A new record of “J. Smith” that turns out to be John Smith's is called so.
    fn learn(&mut self, id: &ContributorId, name: &str) {
        let Some(record) = self.edition.contributors.get_mut(id).filter(|_| self.new_people.contains(id))
        else {
            return;
        };
        if Name::of(name).initials() < Name::of(&record.name).initials() {
            (record.name, record.sort_name) =
                as_printed(name).unwrap_or_else(|| (name.to_string(), String::new()));
            self.people.add(id.clone(), name);
        }
    }

    /// “John Smith (john-smith)”.
    fn named(&self, id: &ContributorId) -> String {
        format!("{} ({id})", self.edition.contributor(id).name)
    }

    /// Gives notes about authors to their records, without the contacts in them; what the records do not say is the
    /// piece's own note.
    pub(super) fn notes(
        &mut self,
        imported: &Imported,
        authors: &[ContributorId],
        file: &Path,
        notices: &mut Notices,
    ) -> AuthorNote {
        let mut own: BTreeMap<&ContributorId, Text> = BTreeMap::new();
        let of_all = imported.author_note.as_deref().map(markdown::inline_text);
        let single = imported.author_notes.iter().map(|(index, note)| (*index, markdown::inline_text(note)));
        // A note about the only author is a note about the first.
        let only = of_all.clone().filter(|_| authors.iter().all(|id| *id == authors[0]));
        for (index, note) in single.chain(only.map(|note| (0, note))) {
            if let (Some(id), Some(name)) = (authors.get(index), imported.authors.get(index))
                && let Some(rest) = self.note(id, name, note, file, notices)
            {
                let said = own.entry(id).or_default();
                if !said.says_the_same(&rest) {
                    said.blocks.extend(rest.blocks);
                }
            }
        }
        match of_all {
            // Whose contacts stand in a note about several can't be told.
            Some(note) if authors.iter().any(|id| *id != authors[0]) || authors.is_empty() => {
                AuthorNote::own(note)
            }
            _ if own.is_empty() => AuthorNote::FromContributors,
            _ => AuthorNote::own(self.all_notes(authors, own)),
        }
    }

    /// Gives a note to a record. What comes back is a note that differs from the one which the record has.
    fn note(
        &mut self,
        id: &ContributorId,
        name: &str,
        note: Text,
        file: &Path,
        notices: &mut Notices,
    ) -> Option<Text> {
        let record = self.edition.contributors.get_mut(id)?;
        if record.short_note.says_the_same(&note) {
            return None;
        }
        let names = [name.to_string(), record.name.clone()];
        let taken = contacts::take_out(&note, &names, &record.contacts);
        let place = || Place::file(file);
        let new = new_contacts(&record.contacts, &taken.contacts);
        if !new.is_empty() {
            let what = format!("{} went into the record of {}", new.join(", "), record.name);
            notices.remark(place(), what, "contacts are printed only when the record says so");
        }
        *record.contacts = taken.contacts;
        if !taken.refused.is_empty() {
            let refused = taken.refused.join(", ");
            let what = format!("{refused} stays in the note about {}: the record has another", record.name);
            notices.doubt(place(), what, "decide which is right, and take it out of the note");
        }
        if taken.note.blocks.is_empty() || record.short_note.says_the_same(&taken.note) {
            return None;
        }
        if record.short_note.blocks.is_empty() {
            record.short_note = taken.note;
            return None;
        }
        let what =
            format!("the note about {} is not the one in the record; the piece keeps its own", record.name);
        notices.remark(place(), what, "choose one of them, and delete the other");
        Some(taken.note)
    }

    /// The notes about all authors, these in the place of those in the records.
    fn all_notes(&self, authors: &[ContributorId], mut own: BTreeMap<&ContributorId, Text>) -> Text {
        if let ([id], Some((only, _))) = (authors, own.first_key_value())
            && id == *only
        {
            return own.pop_first().map(|(_, note)| note).unwrap_or_default();
        }
        let mut blocks = Vec::new();
        for (index, id) in authors.iter().enumerate() {
            if !authors[..index].contains(id) {
                let note = own.remove(id).unwrap_or_else(|| self.edition.contributor(id).short_note);
                blocks.extend(note.blocks);
            }
        }
        Text { blocks, notes: Vec::new() }
    }
}

/// The contacts that are there now and were not before.
fn new_contacts(before: &Contacts, now: &Contacts) -> Vec<String> {
    let values = ContactKind::ALL.into_iter().map(|kind| (&before.get(kind).value, &now.get(kind).value));
    values.filter(|(before, now)| before != now).map(|(_, now)| now.clone()).collect()
}

#[cfg(test)]
mod tests;
