//! `contributors.toml` is written back: only values that changed, with comments and order kept.

use crate::edition::markdown;
use crate::edition::people::contacts::ContactKind;
use crate::edition::people::{Contributor, Contributors};
use crate::edition::text::Text;
use crate::notice::Result;
use std::path::Path;
use toml_edit::{Array, DocumentMut, Item, Table, TableLike, Value};

/// The text of the file: `raw`, which says `old`, with what differs in `new`.
pub(super) fn text(raw: &str, old: &Contributors, new: &Contributors) -> Result<String> {
    let mut document = super::toml::parse(raw, Path::new("contributors.toml"))?.into_mut();
    for id in old.keys().filter(|id| !new.contains_key(*id)) {
        document.remove(id);
    }
    for (id, record) in new {
        let before = old.get(id);
        if before == Some(record) {
            continue;
        }
        if !document.contains_key(id) {
            let table = new_table(&mut document);
            document.insert(id, Item::Table(table));
        }
        if let Some(table) = document.get_mut(id).and_then(Item::as_table_like_mut) {
            record_into(table, before, record);
        }
    }
    Ok(document.to_string())
}

/// A table for a new record. Comments of a file without any record stay above the first.
fn new_table(document: &mut DocumentMut) -> Table {
    let mut table = Table::new();
    let comments = document.trailing().as_str().unwrap_or_default().to_string();
    if document.is_empty() && !comments.trim().is_empty() {
        table.decor_mut().set_prefix(comments);
        document.set_trailing("");
    }
    table
}

fn record_into(table: &mut dyn TableLike, before: Option<&Contributor>, record: &Contributor) {
    let blank = Contributor::default();
    let before = before.unwrap_or(&blank);
    for ((key, value), (_, old)) in values(record).into_iter().zip(values(before)) {
        if value != old {
            set(table, key, value.map(Value::from));
        }
    }
    let before_printed = printed(before);
    let now_printed = printed(record);
    if before_printed != now_printed {
        let list: Array = now_printed.into_iter().collect();
        set(table, "print", Some(list).filter(|list| !list.is_empty()).map(Value::Array));
    }
}

/// The contacts that are printed, as the file names them.
fn printed(record: &Contributor) -> Vec<&'static str> {
    let printed = ContactKind::ALL.into_iter().filter(|kind| record.contacts.get(*kind).print);
    printed.map(ContactKind::key).collect()
}

fn values(record: &Contributor) -> Vec<(&'static str, Option<String>)> {
    let words = |words: &str| Some(words.to_string()).filter(|words| !words.trim().is_empty());
    let note = |note: &Text| words(markdown::write(note).trim_end());
    let portrait = record.portrait.as_deref();
    let told = [
        ("name", words(&record.name)),
        ("sort_name", words(&record.sort_name)),
        ("native_name", words(&record.native_name)),
        ("affiliation", words(&record.affiliation)),
        ("short_note", note(&record.short_note)),
        ("long_note", note(&record.long_note)),
        ("language", record.language.map(|language| language.to_string())),
        ("portrait", portrait.and_then(|portrait| words(&portrait.picture))),
        ("portrait_alt", portrait.and_then(|portrait| words(&portrait.alt))),
    ];
    let contacts = ContactKind::ALL.map(|kind| (kind.key(), words(&record.contacts.get(kind).value)));
    told.into_iter().chain(contacts).collect()
}

/// Puts a value under a key, with the comments of the value it replaces; `None` takes the key away.
pub(super) fn set(table: &mut dyn TableLike, key: &str, value: Option<Value>) {
    match (value, table.get_mut(key)) {
        (None, _) => {
            table.remove(key);
        }
        (Some(mut value), Some(Item::Value(old))) => {
            *value.decor_mut() = old.decor().clone();
            *old = value;
        }
        (Some(value), _) => {
            table.insert(key, Item::Value(value));
        }
    }
}
