//! `contributors.toml`: one table a person.

use super::authors::{People, unique_slug};
use super::keys;
use super::source::{Folder, tidy};
use super::toml::{TomlReader, parse};
use crate::edition::markdown;
use crate::edition::people::contacts::{self, ContactKind, Contacts};
use crate::edition::people::{Contributor, Contributors, Portrait};
use crate::edition::text::Text;
use crate::notice::{Error, Notices, Place, Result};
use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::Path;
use toml_edit::{Item, TableLike};

/// Reads the contributors. An edition may do without the file: names in its pieces are contributors too.
pub(super) fn read(folder: &Folder, notices: &mut Notices) -> Result<People> {
    let file = Path::new("contributors.toml");
    let text = match folder.text(file, notices) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
        Err(error) => return Err(Error::io(folder.path(file), "read the file", &error)),
    };
    let (text, twice) = distinct(&text);
    for Twice { line, id, read_as } in twice {
        let what = format!("two records are called [{id}]; this one is read as [{read_as}]");
        let hint = format!("give it an id of its own, or merge the two: people DIR --merge {read_as} {id}");
        notices.doubt(Place::line(file, line), what, hint);
    }
    let document = parse(&text, file)?;
    let mut toml = TomlReader::new(file, &text, notices);
    let table = document.as_table();
    let mut records = Contributors::new();
    for (id, _) in table.iter() {
        if let Some(record) = toml.table(table, id) {
            records.insert(id.into(), contributor(&mut toml, id, record));
        }
    }
    Ok(People::new(records))
}

/// A record whose id another has before it.
pub(super) struct Twice {
    line: usize,
    id: String,
    read_as: String,
}

/// The text of the file with an id of its own for each record: TOML knows no two tables of one name, and no record is
/// lost for that.
pub(super) fn distinct(text: &str) -> (String, Vec<Twice>) {
    let all: BTreeSet<&str> = text.lines().filter_map(id_of).collect();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut twice: Vec<Twice> = Vec::new();
    let mut distinct = String::with_capacity(text.len());
    let mut is_inside = false;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let id = if is_inside { None } else { id_of(line) };
        let quotes = line.matches("\"\"\"").count() + line.matches("'''").count();
        is_inside ^= quotes % 2 == 1;
        match id.filter(|id| !seen.insert(id)) {
            Some(id) => {
                let is_taken =
                    |name: &str| all.contains(name) || twice.iter().any(|known| known.read_as == name);
                let read_as = unique_slug(id, "contributor", is_taken);
                distinct.push_str(&line.replacen(id, &read_as, 1));
                twice.push(Twice { line: index + 1, id: id.to_string(), read_as });
            }
            None => distinct.push_str(line),
        }
    }
    (distinct, twice)
}

/// The id in a line that begins a record.
fn id_of(line: &str) -> Option<&str> {
    let inside = line.trim_start().strip_prefix('[')?.split_once(']')?;
    let behind = inside.1.trim();
    let is_bare = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    let id = inside.0.trim();
    let is_id = !id.is_empty() && id.chars().all(is_bare);
    (is_id && (behind.is_empty() || behind.starts_with('#'))).then_some(id)
}

fn contributor(toml: &mut TomlReader<'_>, id: &str, table: &dyn TableLike) -> Contributor {
    let known = [
        "name",
        "sort_name",
        "native_name",
        "affiliation",
        "short_note",
        "long_note",
        "language",
        "portrait",
        "portrait_alt",
        "email",
        "phone",
        "handle",
        "site",
        "orcid",
        "isni",
        "print",
    ];
    toml.unknown(table, &format!("[{id}]"), &known);
    let note = |text: Option<String>| text.map_or_else(Text::default, |text| markdown::inline_text(&text));
    Contributor {
        name: toml.text(table, "name").unwrap_or_else(|| id.to_string()),
        sort_name: toml.text(table, "sort_name").unwrap_or_default(),
        native_name: toml.text(table, "native_name").unwrap_or_default(),
        affiliation: toml.text(table, "affiliation").unwrap_or_default(),
        short_note: note(toml.text(table, "short_note")),
        long_note: note(toml.text(table, "long_note")),
        language: toml.language(table, "language"),
        contacts: Box::new(contacts(toml, id, table)),
        portrait: portrait(toml, table),
    }
}

/// The picture; words about it say nothing where there is none.
fn portrait(toml: &mut TomlReader<'_>, table: &dyn TableLike) -> Option<Box<Portrait>> {
    let alt = toml.text(table, "portrait_alt");
    let picture = toml.text(table, "portrait").map(|path| tidy(path.trim())).filter(|path| !path.is_empty());
    if let (None, Some(_)) = (&picture, &alt) {
        let place = toml.place(table.get("portrait_alt").and_then(Item::span));
        toml.notices.doubt(
            place,
            "there is no portrait that these words could describe",
            "add a line: portrait = \"images/…\"",
        );
    }
    Some(Box::new(Portrait { picture: picture?.into(), alt: alt.unwrap_or_default() }))
}

/// The contacts, and which of them are printed.
fn contacts(toml: &mut TomlReader<'_>, id: &str, table: &dyn TableLike) -> Contacts {
    let mut contacts = Contacts::default();
    for kind in ContactKind::ALL {
        let key = kind.key();
        let Some(value) = toml.text(table, key) else { continue };
        if let Some((wrong, hint)) = contacts::mistake(kind, &value) {
            let place = toml.place(table.get(key).and_then(Item::span));
            toml.notices.doubt(place, format!("“{value}” ({key} of [{id}]) is {wrong}"), hint);
        }
        contacts.get_mut(kind).value = value.trim().to_string();
    }
    for (word, place) in toml.texts(table, "print") {
        match ContactKind::ALL.into_iter().find(|kind| kind.key() == word.trim().to_lowercase()) {
            Some(kind) => {
                contacts.get_mut(kind).print = true;
                if contacts.get(kind).value.is_empty() {
                    let key = kind.key();
                    let what = format!("“{key}” of [{id}] is to be printed, but there is none");
                    toml.notices.remark(place, what, format!("add a line: {key} = \"…\""));
                }
            }
            None => {
                let keys = ContactKind::ALL.map(ContactKind::key);
                let hint = match keys::nearest(&word, &keys) {
                    Some(near) => format!("did you mean “{near}”?"),
                    None => "“email”, “phone”, “handle”, “site”, “orcid” and “isni” can be printed".into(),
                };
                toml.notices.doubt(place, format!("“{word}” is no contact of [{id}]"), hint);
            }
        }
    }
    contacts
}
