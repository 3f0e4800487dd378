//! `edition.toml` is written back: only values that changed, with comments and order kept.

use super::Loaded;
use super::disclaimers;
use super::front_matter::Value as FrontValue;
use super::production;
use super::save_matter;
use super::save_people::set;
use super::save_variants;
use crate::edition::date::Date;
use crate::edition::design_settings::{Counting, DesignSettings, NotesPlace, Opener, Portraits, Quotes};
use crate::edition::matter::{Matter, MatterSettings};
use crate::edition::piece::Piece;
use crate::edition::{Edition, Isbns, Part, markdown};
use crate::notice::Result;
use crate::units::Length;
use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::Arc;
use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, TableLike, Value};

/// A value and the keys that lead to it.
type Said = (Vec<String>, Value);

/// Takes a value and the keys that lead to it; `None` is not said.
pub(super) type Say<'a> = dyn FnMut(&[&str], Option<Value>) + 'a;

/// The text of the file: `raw`, which says `old`, with what differs in `new`.
pub(super) fn text(raw: &str, old: &Loaded, new: &Edition) -> Result<String> {
    let mut document = super::toml::parse(raw, Path::new("edition.toml"))?.into_mut();
    let before: HashMap<Vec<String>, String> =
        said(&old.edition).into_iter().map(|(path, value)| (path, value.to_string())).collect();
    let after = said(new);
    save_variants::make_tables(&mut document, &new.variants);
    for (path, value) in &after {
        if before.get(path) != Some(&value.to_string()) {
            put(document.as_table_mut(), path, Some(value.clone()));
        }
    }
    let kept: HashMap<&Vec<String>, ()> = after.iter().map(|(path, _)| (path, ())).collect();
    let mut gone: Vec<&Vec<String>> = before.keys().filter(|path| !kept.contains_key(path)).collect();
    gone.sort();
    for path in gone {
        put(document.as_table_mut(), path, None);
    }
    drop_disclaimers(&mut document, new);
    let says_nothing = |item: &Item| item.as_table_like().is_some_and(TableLike::is_empty);
    for emptied in ["permission", "series", "pdf", "print", "cover"] {
        if document.get(emptied).is_some_and(says_nothing) {
            document.remove(emptied);
        }
    }
    save_variants::finish(&mut document, &old.edition, new);
    if parts_differ(&old.edition.parts, &new.parts) {
        parts_into(&mut document, old, &new.parts);
    }
    Ok(document.to_string())
}

/// Everything `edition.toml` says beside the parts, in the order in which a new file has it.
fn said(edition: &Edition) -> Vec<Said> {
    let mut said = Vec::new();
    let mut say = |path: &[&str], value: Option<Value>| {
        said.extend(value.map(|value| (path.iter().map(ToString::to_string).collect(), value)));
    };
    let text = |text: &Option<String>| text.as_ref().map(Value::from);
    let list = |texts: Vec<&str>| (!texts.is_empty()).then(|| Value::from_iter(texts));
    say(&["title"], (!edition.title.is_empty()).then(|| Value::from(&edition.title)));
    say(&["subtitle"], text(&edition.subtitle));
    say(&["language"], Some(Value::from(edition.language.tag())));
    say(&["editors"], list(edition.editors.iter().map(|id| &**id).collect()));
    let publisher = &edition.publisher;
    say(&["publisher", "name"], (!publisher.name.is_empty()).then(|| Value::from(&publisher.name)));
    say(&["publisher", "place"], text(&publisher.place));
    say(&["publisher", "url"], text(&publisher.url));
    say(&["date"], edition.date.map(date));
    say(&["edition"], text(&edition.statement));
    say(&["rights"], text(&edition.rights));
    permission(edition, &mut say);
    say(&["description"], text(&edition.description));
    say(&["subjects"], list(edition.subjects.iter().map(String::as_str).collect()));
    isbns(&[], &edition.isbn, &mut say);
    design(&[], &edition.design, &mut say);
    production::said(edition, &mut say);
    edition.disclaimers.iter().for_each(|disclaimer| disclaimers::said(disclaimer, &mut say));
    save_matter::said(&[], &MatterSettings::between(&Matter::default(), &edition.matter), &mut say);
    edition.variants.iter().for_each(|variant| save_variants::said(variant, &mut say));
    said
}

/// The permission of all pieces, a key each.
fn permission(edition: &Edition, say: &mut Say<'_>) {
    let said = edition.permission.as_ref().map(super::rights::permission_value);
    let Some(FrontValue::Map(entries)) = said else { return };
    for (key, value) in entries {
        say(&["permission", &key], value.text().map(Value::from));
    }
}

/// The design below the table of an edition (none) or of a variant.
pub(super) fn design(under: &[&str], design: &DesignSettings, say: &mut Say<'_>) {
    let mut say = |path: &[&str], value| say(&[under, path].concat(), value);
    let length = |length: Option<Length>| length.map(|length| Value::from(written_length(length)));
    let opener = design.opener.map(|opener| match opener {
        Opener::Recto => "recto",
        Opener::Next => "next",
        Opener::RunOn => "run-on",
    });
    say(&["design", "theme"], design.theme.as_ref().map(Value::from));
    say(&["design", "trim"], design.trim.as_ref().map(Value::from));
    say(&["design", "body_size"], length(design.body_size));
    say(&["design", "leading"], length(design.leading));
    say(&["design", "indent"], length(design.indent));
    say(&["design", "opener"], opener.map(Value::from));
    say(&["design", "sink"], design.sink.map(|sink| Value::from(i64::from(sink))));
    say(&["design", "drop_caps"], design.drop_caps.map(|lines| Value::from(i64::from(lines))));
    let notes = design.notes.map(|notes| match notes {
        NotesPlace::Foot => "foot",
        NotesPlace::End => "end",
        NotesPlace::Book => "book",
    });
    say(&["design", "notes"], notes.map(Value::from));
    let portraits = design.portraits.map(|portraits| match portraits {
        Portraits::None => "none",
        Portraits::Contributors => "contributors",
        Portraits::All => "all",
    });
    say(&["design", "portraits"], portraits.map(Value::from));
    say(&["design", "hyphenate"], design.hyphenate.map(Value::from));
    say(&["design", "ornament"], design.ornament.as_ref().map(Value::from));
    let quotes = design.quotes.map(|quotes| match quotes {
        Quotes::Language => "language",
        Quotes::AsTyped => "as typed",
    });
    say(&["design", "quotes"], quotes.map(Value::from));
    let numerals = design.numerals.map(|numerals| match numerals {
        Counting::Native => "native",
        Counting::Latin => "latin",
    });
    say(&["design", "numerals"], numerals.map(Value::from));
    say(&["design", "epub_fonts"], design.epub_fonts.map(Value::from));
    say(&["design", "system_fonts"], design.system_fonts.map(Value::from));
    say(&["design", "margins", "top"], length(design.margins.top));
    say(&["design", "margins", "bottom"], length(design.margins.bottom));
    say(&["design", "margins", "inner"], length(design.margins.inner));
    say(&["design", "margins", "outer"], length(design.margins.outer));
}

/// The ISBNs, below the same.
pub(super) fn isbns(under: &[&str], isbn: &Isbns, say: &mut Say<'_>) {
    for (key, number) in [("print", &isbn.print), ("pdf", &isbn.pdf), ("epub", &isbn.epub)] {
        say(&[under, &["isbn", key]].concat(), number.as_ref().map(Value::from));
    }
}

/// A day as a date of TOML, a year as a number, a month as a text.
fn date(date: Date) -> Value {
    match (date.month, date.to_string().parse::<toml_edit::Datetime>()) {
        (None, _) => Value::from(i64::from(date.year)),
        (Some(_), Ok(day)) => Value::from(day),
        (Some(_), Err(_)) => Value::from(date.to_string()),
    }
}

/// A length in points, exact enough to read back as the same 1/1024 of a point.
pub(super) fn written_length(length: Length) -> String {
    let points = format!("{:.4}", length.to_pt());
    format!("{}pt", points.trim_end_matches('0').trim_end_matches('.'))
}

/// Puts a value at the end of a path of keys, making the tables on the way; `None` takes it away.
fn put(table: &mut dyn TableLike, path: &[String], value: Option<Value>) {
    match path {
        [] => {}
        [key] => {
            let value = value.map(|value| save_matter::entry_a_line(key, table.get(key), value));
            set(table, key, value);
        }
        [key, rest @ ..] => {
            let is_table = table.get(key).is_some_and(Item::is_table_like);
            if !is_table && value.is_none() {
                // `publisher = "…"` is the name alone.
                table.remove(key);
                return;
            }
            if !is_table {
                let made = new_table(key, table.get(key));
                table.insert(key, made);
            }
            if let Some(inner) = table.get_mut(key).and_then(Item::as_table_like_mut) {
                put(inner, rest, value);
            }
        }
    }
}

/// A table for a key that has none; what stood there as a text becomes its name.
fn new_table(key: &str, old: Option<&Item>) -> Item {
    if matches!(key, "publisher" | "margins" | "permission") {
        let mut table = InlineTable::new();
        if let Some(name) = old.and_then(Item::as_str) {
            let said = if key == "permission" { super::rights::key_of(name) } else { "name" };
            table.insert(said, Value::from(name));
        }
        return Item::Value(Value::from(table));
    }
    let mut table = Table::new();
    // These hold tables only.
    table.set_implicit(matches!(key, "disclaimer" | "variant"));
    Item::Table(table)
}

/// Takes out the tables of disclaimers that are no more.
fn drop_disclaimers(document: &mut DocumentMut, new: &Edition) {
    let Some(table) = document.get_mut("disclaimer").and_then(Item::as_table_like_mut) else { return };
    let names: Vec<String> = table.iter().map(|(name, _)| name.to_string()).collect();
    for name in names {
        if !new.disclaimers.iter().any(|disclaimer| *disclaimer.name == *name) {
            table.remove(&name);
        }
    }
}

fn parts_differ(old: &[Part], new: &[Part]) -> bool {
    let files = |part: &Part| part.pieces.iter().map(|piece| piece.file.clone()).collect::<Vec<_>>();
    let differ = |(old, new): (&Part, &Part)| heading(old) != heading(new) || files(old) != files(new);
    old.len() != new.len() || old.iter().zip(new).any(differ)
}

/// Title and subtitle of a part as they are written.
fn heading(part: &Part) -> (Option<String>, Option<String>) {
    let words = |paragraph: &Option<_>| paragraph.as_ref().map(markdown::write_inline);
    (words(&part.title), words(&part.subtitle))
}

/// Writes the parts: each into the table that had its title, else into a new one.
fn parts_into(document: &mut DocumentMut, old: &Loaded, parts: &[Part]) {
    let mut tables: Vec<(Option<String>, Table)> = match document.get("part") {
        Some(Item::ArrayOfTables(tables)) => tables
            .iter()
            .map(|table| (table.get("title").and_then(Item::as_str).map(str::to_string), table.clone()))
            .collect(),
        _ => Vec::new(),
    };
    let (loose, titled) = match parts.split_first() {
        Some((first, rest)) if heading(first) == (None, None) => (Some(first), rest),
        _ => (None, parts),
    };
    let (loose_unread, titled_unread) = unread(old, parts, loose.is_some());
    let files = array(document.get("pieces"), names(loose, loose_unread));
    if loose.is_some() || !files.is_empty() || document.contains_key("pieces") {
        set(document.as_table_mut(), "pieces", Some(Value::from(files)));
    }
    // Tables stand in the file where their positions say: these are now handed out in the new order.
    let mut positions: Vec<isize> = tables.iter().filter_map(|(_, table)| table.position()).collect();
    positions.sort_unstable();
    let mut written = ArrayOfTables::new();
    for (part, unread) in titled.iter().zip(titled_unread) {
        let (title, subtitle) = heading(part);
        let place = tables.iter().position(|(known, _)| *known == title);
        let mut table = place.map_or_else(Table::new, |place| tables.remove(place).1);
        set_text(&mut table, "title", title.clone());
        set_text(&mut table, "subtitle", subtitle);
        let files = array(table.get("pieces"), names(Some(part), unread));
        set(&mut table, "pieces", Some(Value::from(files)));
        if let Some(position) = positions.get(written.len()).or(positions.last()) {
            table.set_position(*position);
        }
        written.push(table);
    }
    document.remove("part");
    if !written.is_empty() {
        document.insert("part", Item::ArrayOfTables(written));
    }
}

/// The files that could not be read, each for the part that lists it from now on: the one of the same title, else
/// the one in the same place, else the last. None gets lost with its part. First those of no part.
fn unread(old: &Loaded, parts: &[Part], has_loose: bool) -> (Vec<String>, Vec<Vec<String>>) {
    let listed: HashSet<String> = parts.iter().flat_map(|part| &part.pieces).map(listed_name).collect();
    let mut loose = Vec::new();
    let mut by_part = vec![Vec::new(); parts.len()];
    for (place, (part, files)) in old.edition.parts.iter().zip(&old.unread).enumerate() {
        let same_title = parts.iter().position(|new| heading(new).0 == heading(part).0);
        let was_loose = heading(part) == (None, None) && place == 0;
        let list = match same_title.or((!was_loose).then(|| place.min(parts.len().saturating_sub(1)))) {
            Some(place) if place < by_part.len() => &mut by_part[place],
            _ => &mut loose,
        };
        list.extend(files.iter().filter(|file| !listed.contains(*file)).cloned());
    }
    if has_loose {
        loose.append(&mut by_part.remove(0));
    }
    (loose, by_part)
}

/// A piece's file as it is listed.
fn listed_name(piece: &Arc<Piece>) -> String {
    piece.file.to_string_lossy().replace('\\', "/")
}

/// Sets a text unless it is there already.
fn set_text(table: &mut Table, key: &str, text: Option<String>) {
    if table.get(key).and_then(Item::as_str) != text.as_deref() {
        set(table, key, text.map(Value::from));
    }
}

/// The files of a part; those that could not be read stay on the list.
fn names(part: Option<&Part>, unread: Vec<String>) -> impl Iterator<Item = String> {
    part.into_iter().flat_map(|part| &part.pieces).map(listed_name).chain(unread)
}

/// A list of files, one a line. Entries that were there keep their comments.
pub(super) fn array(old: Option<&Item>, files: impl Iterator<Item = String>) -> Array {
    let mut known: HashMap<String, Value> = HashMap::new();
    for value in old.and_then(Item::as_array).into_iter().flatten() {
        let file = value.as_str().map(super::source::tidy);
        known.extend(file.map(|file| (file, value.clone())));
    }
    // A comment behind the last entry belongs to the list’s end; it stays behind that entry.
    let old_end =
        old.and_then(Item::as_array).and_then(|array| array.trailing().as_str()).unwrap_or_default();
    let mut end = old_end.trim_end().to_string();
    let mut array = Array::new();
    for file in files {
        let value = known.remove(&file).unwrap_or_else(|| {
            let before = format!("{}\n    ", std::mem::take(&mut end));
            Value::from(file).decorated(before, "")
        });
        array.push_formatted(value);
    }
    if !array.is_empty() {
        array.set_trailing(format!("{end}\n"));
        array.set_trailing_comma(true);
    }
    array
}
