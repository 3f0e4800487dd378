//! `contributors.toml`: one table a person.

use super::authors::People;
use super::keys;
use super::source::{Folder, tidy};
use super::toml::{TomlReader, parse};
use crate::edition::markdown;
use crate::edition::people::contacts::{self, ContactKind, Contacts};
use crate::edition::people::{Contributor, Contributors, Portrait};
use crate::edition::text::Text;
use crate::notice::{Error, Notices, Result};
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
