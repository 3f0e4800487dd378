//! Values of TOML with their places: a value of the wrong kind is a notice, not the end.

use super::keys;
use crate::edition::date::Date;
use crate::edition::language::Language;
use crate::notice::{Error, Notices, Place, Result};
use crate::units::Length;
use std::ops::Range;
use std::path::Path;
use toml_edit::{Document, Item, TableLike};

/// Parses a file of TOML.
pub(super) fn parse<'t>(text: &'t str, file: &Path) -> Result<Document<&'t str>> {
    Document::parse(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        let what = format!("this is no TOML: {}", error.message().trim().replace('\n', "; "));
        Error::new(Place::at(file, text, at), what, "mend this line; texts stand between quotation marks")
    })
}

/// Reads values out of tables of one file.
pub(super) struct TomlReader<'a> {
    file: &'a Path,
    /// Byte offsets at which lines begin.
    lines: Vec<usize>,
    pub(super) notices: &'a mut Notices,
}

impl<'a> TomlReader<'a> {
    pub(super) fn new(file: &'a Path, text: &str, notices: &'a mut Notices) -> TomlReader<'a> {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        TomlReader { file, lines, notices }
    }

    /// The line of a value.
    pub(super) fn place(&self, span: Option<Range<usize>>) -> Place {
        match span {
            Some(span) => Place::line(self.file, self.lines.partition_point(|start| *start <= span.start)),
            None => Place::file(self.file),
        }
    }

    fn wrong(&mut self, key: &str, item: &Item, expected: &str) {
        let what = format!("“{key}” should be {expected}; it is left out");
        let hint = format!("it is {} here", kind(item));
        let place = self.place(item.span());
        self.notices.fault(place, what, hint);
    }

    /// A text in which the `fields` between curly brackets are filled in; names what can't be.
    pub(super) fn text_with_fields(
        &mut self,
        table: &dyn TableLike,
        key: &str,
        fields: &[&str],
    ) -> Option<String> {
        let words = self.text(table, key)?;
        for field in words.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(field, _)| field)
        {
            let is_name =
                !field.is_empty() && field.chars().all(|letter| letter.is_alphabetic() || letter == '_');
            if is_name && !fields.contains(&field) {
                let place = self.place(table.get(key).and_then(Item::span));
                let hint = match super::keys::nearest(field, fields) {
                    Some(near) => format!("did you mean {{{near}}}?"),
                    None => format!("{{{}}} are filled in", fields.join("}, {")),
                };
                let what = format!("“{{{field}}}” can't be filled in and is printed as it is");
                self.notices.doubt(place, what, hint);
            }
        }
        Some(words)
    }

    /// A text; a number or date is taken as it is written.
    pub(super) fn text(&mut self, table: &dyn TableLike, key: &str) -> Option<String> {
        let item = table.get(key)?;
        let text = plain_text(item);
        if text.is_none() {
            self.wrong(key, item, "a text");
        }
        text.filter(|text| !text.trim().is_empty())
    }

    pub(super) fn flag(&mut self, table: &dyn TableLike, key: &str) -> Option<bool> {
        let item = table.get(key)?;
        if item.as_bool().is_none() {
            self.wrong(key, item, "true or false");
        }
        item.as_bool()
    }

    /// A list of texts with their places; a single text is a list of one.
    pub(super) fn texts(&mut self, table: &dyn TableLike, key: &str) -> Vec<(String, Place)> {
        let Some(item) = table.get(key) else { return Vec::new() };
        if let Some(text) = item.as_str() {
            return vec![(text.to_string(), self.place(item.span()))];
        }
        let Some(array) = item.as_array() else {
            self.wrong(key, item, "a list of texts");
            return Vec::new();
        };
        let mut texts = Vec::with_capacity(array.len());
        for value in array {
            match value.as_str() {
                Some(text) => texts.push((text.to_string(), self.place(value.span()))),
                None => self.wrong(key, &Item::Value(value.clone()), "a list of texts"),
            }
        }
        texts
    }

    pub(super) fn date(&mut self, table: &dyn TableLike, key: &str) -> Option<Date> {
        let item = table.get(key)?;
        let date = plain_text(item).as_deref().and_then(Date::parse);
        if date.is_none() {
            self.wrong(key, item, "a date like 2026-03-01, \"2026-03\" or 2026");
        }
        date
    }

    pub(super) fn language(&mut self, table: &dyn TableLike, key: &str) -> Option<Language> {
        let item = table.get(key)?;
        let language = item.as_str().and_then(Language::parse);
        if language.is_none() {
            self.wrong(key, item, "a language tag like \"en\" or \"en-GB\"");
        }
        language
    }

    /// A length; `em` is the size of the body text.
    pub(super) fn length(&mut self, table: &dyn TableLike, key: &str, em: Length) -> Option<Length> {
        let text = self.text(table, key)?;
        match Length::parse(&text, em) {
            Ok(length) => Some(length),
            Err(what) => {
                let place = self.place(table.get(key).and_then(Item::span));
                self.notices.fault(place, what, format!("“{key}” is left out"));
                None
            }
        }
    }

    pub(super) fn number(&mut self, table: &dyn TableLike, key: &str, most: u8) -> Option<u8> {
        let item = table.get(key)?;
        let number = item.as_integer().and_then(|number| u8::try_from(number).ok()).filter(|n| *n <= most);
        if number.is_none() {
            self.wrong(key, item, &format!("a whole number from 0 to {most}"));
        }
        number
    }

    /// One of a few words.
    pub(super) fn word<T: Copy>(
        &mut self,
        table: &dyn TableLike,
        key: &str,
        words: &[(&str, T)],
    ) -> Option<T> {
        let item = table.get(key)?;
        let found = item.as_str().and_then(|word| words.iter().find(|(known, _)| *known == word));
        if found.is_none() {
            let known: Vec<String> = words.iter().map(|(word, _)| format!("\"{word}\"")).collect();
            self.wrong(key, item, &known.join(" or "));
        }
        found.map(|(_, value)| *value)
    }

    pub(super) fn table<'t>(&mut self, table: &'t dyn TableLike, key: &str) -> Option<&'t dyn TableLike> {
        let item = table.get(key)?;
        if item.as_table_like().is_none() {
            self.wrong(key, item, "a table");
        }
        item.as_table_like()
    }

    /// Remarks on keys that mean nothing here.
    pub(super) fn unknown(&mut self, table: &dyn TableLike, name: &str, known: &[&str]) {
        for (key, item) in table.iter() {
            if known.contains(&key) {
                continue;
            }
            let near = || keys::nearest(key, known).map(|near| format!("did you mean “{near}”?"));
            let hint = keys::elsewhere(key, name).or_else(near).unwrap_or_default();
            let place = self.place(table.key(key).and_then(|key| key.span()).or_else(|| item.span()));
            self.notices.remark(place, format!("“{key}” means nothing in {name}; it is kept as it is"), hint);
        }
    }
}

/// A text, or a number or date as it is written.
pub(super) fn plain_text(item: &Item) -> Option<String> {
    match item.as_value()? {
        toml_edit::Value::String(text) => Some(text.value().clone()),
        toml_edit::Value::Integer(number) => Some(number.value().to_string()),
        toml_edit::Value::Float(number) => Some(number.display_repr().trim().to_string()),
        toml_edit::Value::Datetime(date) => Some(date.value().to_string()),
        _ => None,
    }
}

fn kind(item: &Item) -> &'static str {
    match item.type_name() {
        "string" => "a text",
        "integer" | "float" => "a number",
        "boolean" => "true or false",
        "datetime" => "a date",
        "array" | "array of tables" => "a list",
        _ => "a table",
    }
}
