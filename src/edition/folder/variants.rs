//! `[variant.NAME]` of `edition.toml`: what each variant of the edition says otherwise.

use super::book::{self, Listed};
use super::keys;
use super::matter;
use super::source::{Folder, tidy};
use super::toml::TomlReader;
use crate::edition::Edition;
use crate::edition::matter::{FreeText, Matter, MatterSettings, Shown};
use crate::edition::variant::{PieceChoice, Variant};
use std::path::PathBuf;
use toml_edit::{Item, TableLike};

const KEYS: [&str; 7] = ["title", "edition", "isbn", "only", "without", "design", "matter"];

/// Reads the variants in the order of the file; `edition` is what they vary, `listed` the files of its pieces.
pub(super) fn read(
    toml: &mut TomlReader<'_>,
    table: &dyn TableLike,
    edition: &Edition,
    listed: &[Vec<Listed>],
    folder: &Folder,
) -> Vec<Variant> {
    let Some(named) = toml.table(table, "variant") else { return Vec::new() };
    let mut variants = Vec::new();
    for (name, item) in named.iter() {
        if !Variant::is_name(name) {
            let place = toml.place(named.key(name).and_then(|key| key.span()).or_else(|| item.span()));
            let what = format!("“{name}” can’t be the name of a variant; it is left out");
            let hint = "use a–z, 0–9, - and _; “all” means all variants".to_string();
            toml.notices.fault(place, what, hint);
            continue;
        }
        let Some(table) = toml.table(named, name) else { continue };
        toml.unknown(table, &format!("[variant.{name}]"), &KEYS);
        let em = book::em_of(&edition.design);
        let called = format!("[variant.{name}.matter]");
        let matter = matter::read(toml, table, &called, &edition.matter, folder);
        variants.push(Variant {
            name: name.into(),
            title: toml.text(table, "title"),
            statement: toml.text(table, "edition"),
            isbn: book::isbns(toml, table),
            pieces: pieces(toml, table, name, listed),
            design: book::design(toml, table, &format!("[variant.{name}.design]"), em),
            matter: without_repeated(matter, &edition.matter),
        });
    }
    variants
}

/// Which pieces a variant has.
fn pieces(
    toml: &mut TomlReader<'_>,
    table: &dyn TableLike,
    name: &str,
    listed: &[Vec<Listed>],
) -> PieceChoice {
    if table.contains_key("only") && table.contains_key("without") {
        let place = toml.place(table.get("without").and_then(Item::span));
        let what = format!("variant “{name}” has both “only” and “without”; “only” holds");
        toml.notices.fault(place, what, "take one of them out");
    }
    let (key, choose): (_, fn(Vec<PathBuf>) -> PieceChoice) = match table.contains_key("only") {
        true => ("only", PieceChoice::Only),
        false if table.contains_key("without") => ("without", PieceChoice::Without),
        false => return PieceChoice::All,
    };
    let known: Vec<&str> = listed.iter().flatten().map(|entry| &*entry.file).collect();
    let mut files = Vec::new();
    for (file, place) in toml.texts(table, key) {
        let file = tidy(&file);
        if !known.contains(&&*file) {
            let hint = match keys::nearest(&file, &known) {
                Some(near) => format!("did you mean “{near}”?"),
                None => "list it under “pieces”, or take it out here".into(),
            };
            toml.notices.fault(
                place,
                format!("variant “{name}” names “{file}”, which is no piece of the edition"),
                hint,
            );
        }
        // Kept all the same: a piece that was deleted may come back.
        files.push(PathBuf::from(file));
    }
    choose(files)
}

/// A page that comes from the very file that the edition has it from is the edition's: one text has one home.
fn without_repeated(said: MatterSettings, edition: &Matter) -> MatterSettings {
    fn is_same(said: &FreeText, edition: Option<&FreeText>) -> bool {
        said.file.is_some() && edition.is_some_and(|edition| edition.file == said.file)
    }
    fn page(said: Option<Option<FreeText>>, edition: &Option<FreeText>) -> Option<Option<FreeText>> {
        said.filter(|said| !said.as_ref().is_some_and(|said| is_same(said, edition.as_ref())))
    }
    fn shown<T>(said: Option<Shown<T>>, edition: &Shown<T>) -> Option<Shown<T>> {
        said.filter(|said| !said.own().is_some_and(|said| is_same(said, edition.own())))
    }
    MatterSettings {
        half_title: shown(said.half_title, &edition.half_title),
        title_page: shown(said.title_page, &edition.title_page),
        imprint: shown(said.imprint, &edition.imprint),
        dedication: page(said.dedication, &edition.dedication),
        epigraph: page(said.epigraph, &edition.epigraph),
        contents: shown(said.contents, &edition.contents),
        foreword: page(said.foreword, &edition.foreword),
        introduction: page(said.introduction, &edition.introduction),
        contributors: shown(said.contributors, &edition.contributors),
        sources: shown(said.sources, &edition.sources),
        author_index: shown(said.author_index, &edition.author_index),
        index: shown(said.index, &edition.index),
        colophon: shown(said.colophon, &edition.colophon),
        order: said.order,
    }
}
