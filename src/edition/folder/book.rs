//! `edition.toml`: everything about an edition but its people and texts.

use super::disclaimers;
use super::front_matter::Value;
use super::keys;
use super::matter;
use super::production;
use super::source::{Folder, tidy};
use super::toml::{TomlReader, parse};
use crate::edition::design_settings::{
    Counting, DesignSettings, MarginSettings, NotesPlace, Opener, Portraits, Quotes,
};
use crate::edition::matter::Matter;
use crate::edition::permission::Permission;
use crate::edition::rules::RIGHTS_FIELDS;
use crate::edition::{Edition, Isbns, Part, Publisher, markdown};
use crate::notice::{Notices, Place, Result, Rule};
use crate::units::Length;
use std::path::Path;
use toml_edit::{Item, TableLike};

const KEYS: [&str; 24] = [
    "title",
    "subtitle",
    "language",
    "editors",
    "publisher",
    "date",
    "edition",
    "rights",
    "permission",
    "description",
    "subjects",
    "bisac",
    "thema",
    "series",
    "pieces",
    "isbn",
    "design",
    "pdf",
    "print",
    "cover",
    "disclaimer",
    "matter",
    "part",
    "variant",
];

/// A file that `edition.toml` lists, and where.
pub(super) struct Listed {
    /// Path below the folder.
    pub(super) file: String,
    /// Where it is listed.
    pub(super) place: Place,
}

/// What `edition.toml` says.
pub(super) struct Book {
    /// The edition, still without people and pieces.
    pub(super) edition: Edition,
    /// The editors, as ids or names.
    pub(super) editors: Vec<String>,
    /// The files of each part of the edition.
    pub(super) listed: Vec<Vec<Listed>>,
}

/// Reads `edition.toml` from its text.
pub(super) fn read(text: &str, folder: &Folder, notices: &mut Notices) -> Result<Book> {
    let file = Path::new("edition.toml");
    let document = parse(text, file)?;
    let table = document.as_table();
    let mut toml = TomlReader::new(file, text, notices);
    toml.unknown(table, "edition.toml", &KEYS);
    let mut edition =
        Edition { language: toml.language(table, "language").unwrap_or_default(), ..Edition::default() };
    edition.title = toml.text(table, "title").unwrap_or_default();
    if edition.title.is_empty() {
        toml.notices.of(Rule::NoEditionTitle).fault(
            Place::line(file, 1),
            "the edition has no title",
            "add a line: title = \"…\"",
        );
    }
    edition.subtitle = toml.text(table, "subtitle");
    edition.publisher = publisher(&mut toml, table);
    edition.date = toml.date(table, "date");
    edition.statement = toml.text(table, "edition");
    edition.rights = toml.text_with_fields(table, "rights", &RIGHTS_FIELDS);
    edition.permission = permission(&mut toml, table);
    edition.description = toml.text(table, "description");
    edition.subjects = toml.texts(table, "subjects").into_iter().map(|(subject, _)| subject).collect();
    edition.catalogue = production::catalogue(&mut toml, table);
    edition.isbn = isbns(&mut toml, table);
    edition.design = design(&mut toml, table, "[design]", em_of(&DesignSettings::default()));
    edition.production = production::read(&mut toml, table, folder);
    edition.disclaimers = disclaimers::read(&mut toml, table);
    let editors = toml.texts(table, "editors").into_iter().map(|(editor, _)| editor).collect();
    let (parts, listed) = parts(&mut toml, table);
    edition.parts = parts;
    let usual = Matter::default();
    edition.matter = usual.with(&matter::read(&mut toml, table, "[matter]", &usual, folder));
    edition.variants = super::variants::read(&mut toml, table, &edition, &listed, folder);
    Ok(Book { edition, editors, listed })
}

fn publisher(toml: &mut TomlReader<'_>, table: &dyn TableLike) -> Publisher {
    if let Some(name) = table.get("publisher").and_then(Item::as_str) {
        return Publisher { name: name.to_string(), ..Publisher::default() };
    }
    let Some(publisher) = toml.table(table, "publisher") else { return Publisher::default() };
    toml.unknown(publisher, "publisher", &["name", "place", "url"]);
    Publisher {
        name: toml.text(publisher, "name").unwrap_or_default(),
        place: toml.text(publisher, "place"),
        url: toml.text(publisher, "url"),
    }
}

/// The permission of pieces that say nothing about theirs.
fn permission(toml: &mut TomlReader<'_>, table: &dyn TableLike) -> Option<Permission> {
    let item = table.get("permission")?;
    let place = toml.place(table.key("permission").and_then(|key| key.span()).or_else(|| item.span()));
    super::rights::permission("permission", &Value::of_toml(item), &place, toml.notices)
}

pub(super) fn isbns(toml: &mut TomlReader<'_>, table: &dyn TableLike) -> Isbns {
    let Some(isbn) = toml.table(table, "isbn") else { return Isbns::default() };
    toml.unknown(isbn, "[isbn]", &["print", "pdf", "epub"]);
    Isbns { print: toml.text(isbn, "print"), pdf: toml.text(isbn, "pdf"), epub: toml.text(isbn, "epub") }
}

/// What an em is where the design says nothing of the size of the text. Before the theme is known that is the usual
/// size.
pub(super) fn em_of(design: &DesignSettings) -> Length {
    design.body_size.unwrap_or(Length::pt(11.0))
}

/// The table `design` of a table; `name` is what notices call it, `em` the size of the text unless it says one.
pub(super) fn design(
    toml: &mut TomlReader<'_>,
    table: &dyn TableLike,
    name: &str,
    em: Length,
) -> DesignSettings {
    let Some(design) = toml.table(table, "design") else { return DesignSettings::default() };
    toml.unknown(design, name, &keys::DESIGN);
    let body_size = toml.length(design, "body_size", em);
    let em = body_size.unwrap_or(em);
    let notes = [("foot", NotesPlace::Foot), ("end", NotesPlace::End), ("book", NotesPlace::Book)];
    let portraits =
        [("none", Portraits::None), ("contributors", Portraits::Contributors), ("all", Portraits::All)];
    let quotes = [("language", Quotes::Language), ("as typed", Quotes::AsTyped)];
    let numerals = [("native", Counting::Native), ("latin", Counting::Latin)];
    let openers = [("recto", Opener::Recto), ("next", Opener::Next), ("run-on", Opener::RunOn)];
    DesignSettings {
        theme: toml.text(design, "theme"),
        trim: toml.text(design, "trim"),
        body_size,
        leading: toml.length(design, "leading", em),
        margins: margins(toml, design, em),
        indent: toml.length(design, "indent", em),
        opener: toml.word(design, "opener", &openers),
        sink: toml.number(design, "sink", 40),
        drop_caps: toml.number(design, "drop_caps", 4),
        notes: toml.word(design, "notes", &notes),
        portraits: toml.word(design, "portraits", &portraits),
        hyphenate: toml.flag(design, "hyphenate"),
        ornament: toml.text(design, "ornament"),
        quotes: toml.word(design, "quotes", &quotes),
        numerals: toml.word(design, "numerals", &numerals),
        epub_fonts: toml.flag(design, "epub_fonts"),
        system_fonts: toml.flag(design, "system_fonts"),
    }
}

fn margins(toml: &mut TomlReader<'_>, design: &dyn TableLike, em: Length) -> MarginSettings {
    let Some(margins) = toml.table(design, "margins") else { return MarginSettings::default() };
    toml.unknown(margins, "margins", &["top", "bottom", "inner", "outer"]);
    MarginSettings {
        top: toml.length(margins, "top", em),
        bottom: toml.length(margins, "bottom", em),
        inner: toml.length(margins, "inner", em),
        outer: toml.length(margins, "outer", em),
    }
}

/// The parts, still without pieces, and the files each lists.
fn parts(toml: &mut TomlReader<'_>, table: &dyn TableLike) -> (Vec<Part>, Vec<Vec<Listed>>) {
    let mut parts = vec![Part::default()];
    let mut listed = vec![files(toml, table)];
    let tables = match table.get("part") {
        Some(Item::ArrayOfTables(tables)) => tables.iter().map(|table| table as &dyn TableLike).collect(),
        Some(Item::Value(toml_edit::Value::Array(array))) => array
            .iter()
            .filter_map(|part| part.as_inline_table())
            .map(|part| part as &dyn TableLike)
            .collect(),
        Some(item) => {
            let place = toml.place(item.span());
            toml.notices.fault(place, "“part” should be a list of tables; it is left out", "write [[part]]");
            Vec::new()
        }
        None => Vec::new(),
    };
    for part in tables {
        toml.unknown(part, "[[part]]", &["title", "subtitle", "pieces"]);
        let text = |text: Option<String>| text.map(|text| markdown::inline(&text));
        let title = text(toml.text(part, "title"));
        let subtitle = text(toml.text(part, "subtitle"));
        parts.push(Part { title, subtitle, pieces: Vec::new() });
        listed.push(files(toml, part));
    }
    (parts, listed)
}

fn files(toml: &mut TomlReader<'_>, table: &dyn TableLike) -> Vec<Listed> {
    let files = toml.texts(table, "pieces").into_iter();
    files.map(|(file, place)| Listed { file: tidy(&file), place }).collect()
}
