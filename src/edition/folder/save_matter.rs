//! `[matter]` of `edition.toml` is written back.

use super::is_text_file;
use super::save_book::{Say, array};
use crate::edition::markdown;
use crate::edition::matter::order::Entry;
use crate::edition::matter::{ContributorsMatter, Depth, FreeText, MatterSettings, Shown, SourcesMatter};
use toml_edit::{InlineTable, Item, Value};

/// Front and back matter, below the table of an edition (none) or of a variant.
pub(super) fn said(under: &[&str], matter: &MatterSettings, say: &mut Say<'_>) {
    let mut say = |key, value| say(&[under, &["matter", key]].concat(), value);
    say("half_title", made(&matter.half_title));
    say("title_page", made(&matter.title_page));
    say("imprint", made(&matter.imprint));
    say("dedication", page(&matter.dedication));
    say("epigraph", page(&matter.epigraph));
    let depth = |depth: &Depth| match depth {
        Depth::Pieces => Value::from("pieces"),
        Depth::Authors => Value::from(true),
        Depth::Standfirsts => Value::from("standfirsts"),
    };
    say("contents", shown(&matter.contents, depth));
    say("foreword", page(&matter.foreword));
    say("introduction", page(&matter.introduction));
    let notes = |notes: &ContributorsMatter| match notes {
        ContributorsMatter::Short => Value::from("short"),
        ContributorsMatter::Long => Value::from("long"),
        ContributorsMatter::ShortWithPieces => Value::from("short with pieces"),
        ContributorsMatter::LongWithPieces => Value::from("long with pieces"),
    };
    say("contributors", shown(&matter.contributors, notes));
    let sources = |sources: &SourcesMatter| match sources {
        SourcesMatter::WherePermitted => Value::from("permissions"),
        SourcesMatter::Always => Value::from(true),
    };
    say("sources", shown(&matter.sources, sources));
    say("author_index", made(&matter.author_index));
    say("index", made(&matter.index));
    say("colophon", made(&matter.colophon));
    say("order", matter.order.as_ref().map(|order| Value::from_iter(order.iter().map(entry))));
}

/// A page that can be made in one way only.
fn made(page: &Option<Shown>) -> Option<Value> {
    shown(page, |()| Value::from(true))
}

fn shown<T>(page: &Option<Shown<T>>, way: impl Fn(&T) -> Value) -> Option<Value> {
    page.as_ref().map(|page| match page {
        Shown::Omitted => Value::from(false),
        Shown::Generated(how) => way(how),
        Shown::Own(text) => free_text(text),
    })
}

fn page(page: &Option<Option<FreeText>>) -> Option<Value> {
    page.as_ref().map(|page| page.as_ref().map_or(Value::from(false), free_text))
}

/// The file of free matter, or its words.
fn free_text(free: &FreeText) -> Value {
    if let Some(file) = &free.file {
        return Value::from(file.to_string_lossy().replace('\\', "/"));
    }
    let words = markdown::write(&free.text).trim_end().to_string();
    // One word alone would be read as another value of the key.
    let is_plain = free.title.is_none() && words.contains(char::is_whitespace) && !is_text_file(&words);
    if is_plain {
        return Value::from(words);
    }
    let mut table = InlineTable::new();
    if let Some(title) = &free.title {
        table.insert("title", Value::from(title));
    }
    table.insert("text", Value::from(words));
    Value::from(table)
}

fn entry(entry: &Entry) -> String {
    match entry {
        Entry::Page(page) => page.key().to_string(),
        Entry::Own(text) => {
            text.file.as_ref().map(|file| file.to_string_lossy().replace('\\', "/")).unwrap_or_default()
        }
    }
}

/// The order has an entry a line, each with the comments it had; other values are as they are.
pub(super) fn entry_a_line(key: &str, old: Option<&Item>, value: Value) -> Value {
    match value.as_array().filter(|_| key == "order") {
        None => value,
        Some(entries) => {
            let entries: Vec<String> = entries.iter().filter_map(Value::as_str).map(str::to_string).collect();
            Value::from(array(old, entries.into_iter()))
        }
    }
}
