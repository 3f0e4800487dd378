//! The tables `[variant.NAME]` of `edition.toml` are written back.

use super::save_book::{Say, array, design, isbns};
use super::save_matter;
use super::save_people::set;
use crate::edition::Edition;
use crate::edition::variant::{PieceChoice, Variant};
use std::path::PathBuf;
use toml_edit::{DocumentMut, Item, Table, Value};

/// What a variant says beside its pieces.
pub(super) fn said(variant: &Variant, say: &mut Say<'_>) {
    let under = ["variant", &*variant.name];
    let mut text =
        |key, text: &Option<String>| say(&[&under[..], &[key]].concat(), text.as_ref().map(Value::from));
    text("title", &variant.title);
    text("edition", &variant.statement);
    isbns(&under, &variant.isbn, say);
    design(&under, &variant.design, say);
    save_matter::said(&under, &variant.matter, say);
}

/// Makes the tables of variants that have none yet: one that says nothing is a variant too.
pub(super) fn make_tables(document: &mut DocumentMut, new: &[Variant]) {
    if new.is_empty() {
        return;
    }
    let mut implicit = Table::new();
    implicit.set_implicit(true);
    let variants = document.entry("variant").or_insert(Item::Table(implicit));
    let Some(variants) = variants.as_table_like_mut() else { return };
    for variant in new.iter().filter(|variant| variants.get(&variant.name).is_none()).collect::<Vec<_>>() {
        variants.insert(&variant.name, Item::Table(Table::new()));
    }
}

/// Takes out the tables of variants that are no more, and writes which pieces the others have.
pub(super) fn finish(document: &mut DocumentMut, old: &Edition, new: &Edition) {
    let Some(tables) = document.get_mut("variant").and_then(Item::as_table_like_mut) else { return };
    for gone in old.variants.iter().filter(|old| new.variant(&old.name).is_none()) {
        tables.remove(&gone.name);
    }
    for variant in &new.variants {
        let before = old.variant(&variant.name).map(|old| &old.pieces);
        if before.unwrap_or(&PieceChoice::All) == &variant.pieces {
            continue;
        }
        let Some(table) = tables.get_mut(&variant.name).and_then(Item::as_table_like_mut) else { continue };
        let (only, without) = match &variant.pieces {
            PieceChoice::All => (None, None),
            PieceChoice::Only(files) => (Some(files), None),
            PieceChoice::Without(files) => (None, Some(files)),
        };
        for (key, files) in [("only", only), ("without", without)] {
            let named = |file: &PathBuf| file.to_string_lossy().replace('\\', "/");
            let list = files.map(|files| array(table.get(key), files.iter().map(named)));
            set(table, key, list.map(Value::from));
        }
    }
}
