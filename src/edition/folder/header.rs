//! What the keys of front matter mean for a piece, whatever they are called.

use super::front_matter::{Entry, FrontMatter, Value};
use super::rights;
use super::sign_off;
use crate::edition::copyfit::Copyfit;
use crate::edition::date::Date;
use crate::edition::disclaimer::DisclaimerChoice;
use crate::edition::language::Language;
use crate::edition::markdown::{self, is_safe_link};
use crate::edition::people::help::Help;
use crate::edition::permission::Permission;
use crate::edition::piece::{AuthorNote, Credit};
use crate::edition::sign_off::SignOff;
use crate::edition::text::Paragraph;
use crate::notice::{Notices, Place};
use std::path::Path;
use std::sync::Arc;

/// A field of a piece's front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The title.
    Title,
    /// The title for running heads.
    ShortTitle,
    /// The subtitle or standfirst.
    Subtitle,
    /// The label above the title.
    Kicker,
    /// The authors.
    Authors,
    /// Those who gave a help.
    Helpers(Help),
    /// The date.
    Date,
    /// The language.
    Language,
    /// Where it was first published.
    Credit,
    /// The right to print it.
    Permission,
    /// The outlet of the credit, on its own.
    Outlet,
    /// The address of the credit, on its own.
    Url,
    /// The disclaimer.
    Disclaimer,
    /// The author note.
    AuthorNote,
    /// The length it is fitted to.
    Copyfit,
    /// Who has agreed to it.
    Signed,
    /// Whether it is in the book.
    Include,
    /// Whether it is not.
    Draft,
    /// The file it was imported from.
    Original,
}

impl Field {
    /// The field a key means, in any case, with `-` or `_`, under the names that other programs use.
    pub fn of(key: &str) -> Option<Field> {
        Some(match key.to_lowercase().replace(['-', ' '], "_").as_str() {
            "title" => Field::Title,
            "short_title" | "shorttitle" | "running_title" => Field::ShortTitle,
            "subtitle" | "standfirst" | "dek" | "description" | "summary" | "lead" => Field::Subtitle,
            "kicker" | "section" | "category" => Field::Kicker,
            "authors" | "author" | "byline" | "creator" => Field::Authors,
            "translators" | "translator" | "translated_by" => Field::Helpers(Help::Translation),
            "interviewers" | "interviewer" | "interview_by" | "interviewed_by" => {
                Field::Helpers(Help::Interview)
            }
            "editors" | "editor" | "edited_by" => Field::Helpers(Help::Editing),
            "date" | "published" | "pubdate" | "created" => Field::Date,
            "language" | "lang" | "locale" => Field::Language,
            "credit" => Field::Credit,
            "permission" | "permissions" => Field::Permission,
            "publication" | "outlet" => Field::Outlet,
            "source" | "canonical" | "url" => Field::Url,
            "disclaimer" => Field::Disclaimer,
            "author_note" | "bio" | "about" => Field::AuthorNote,
            "copyfit" => Field::Copyfit,
            "signed" => Field::Signed,
            "include" => Field::Include,
            "draft" => Field::Draft,
            "original" => Field::Original,
            _ => return None,
        })
    }
}

/// The front matter of a piece, understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Header {
    /// The title.
    pub title: Option<Paragraph>,
    /// The title for running heads.
    pub short_title: Option<Paragraph>,
    /// The subtitle or standfirst.
    pub subtitle: Option<Paragraph>,
    /// The label above the title.
    pub kicker: Option<Paragraph>,
    /// The authors: ids or names.
    pub authors: Vec<String>,
    /// Those who gave a help, as ids or names, with the line that says so.
    pub helpers: Vec<(Help, Vec<String>, usize)>,
    /// What the authors' own entries say about them, by the index of the author.
    pub author_notes: Vec<(usize, String)>,
    /// The date.
    pub date: Option<Date>,
    /// The language.
    pub language: Option<Language>,
    /// Where it was first published.
    pub credit: Option<Credit>,
    /// The right to print it.
    pub permission: Option<Permission>,
    /// The disclaimer.
    pub disclaimer: DisclaimerChoice,
    /// The author note.
    pub author_note: AuthorNote,
    /// The author note as Markdown, if it is the piece's own.
    pub author_note_source: Option<String>,
    /// The length it is fitted to.
    pub copyfit: Option<Copyfit>,
    /// Who has agreed to it, and to which words.
    pub signed: Option<SignOff>,
    /// Whether the piece is in the book, if the file says so.
    pub include: Option<bool>,
    /// The file it was imported from.
    pub original: Option<Arc<str>>,
}

/// Understands the front matter of `file`. Of two keys for one field the first in this module's order of names
/// counts, so that `subtitle` goes before `description`.
pub fn read(front: &FrontMatter, file: &Path, notices: &mut Notices) -> Header {
    let mut header = Header::default();
    let mut outlet = None;
    let mut url = None;
    for (field, entry) in first_of_each(&front.entries) {
        let mut field_reader = FieldReader { file, entry, notices: &mut *notices };
        match field {
            Field::Title => header.title = field_reader.paragraph(),
            Field::ShortTitle => header.short_title = field_reader.paragraph(),
            Field::Subtitle => header.subtitle = field_reader.paragraph(),
            Field::Kicker => header.kicker = field_reader.paragraph(),
            Field::Authors => (header.authors, header.author_notes) = authors(&entry.value),
            Field::Helpers(help) => header.helpers.push((help, authors(&entry.value).0, entry.line)),
            Field::Date => header.date = field_reader.date(&entry.value),
            Field::Language => header.language = field_reader.language(),
            Field::Credit => header.credit = field_reader.right(rights::credit),
            Field::Permission => header.permission = field_reader.right(rights::permission),
            Field::Outlet => outlet = entry.value.text(),
            Field::Url => url = entry.value.text().filter(|url| is_safe_link(url)),
            Field::Disclaimer => header.disclaimer = field_reader.disclaimer(),
            Field::AuthorNote => {
                (header.author_note, header.author_note_source) = field_reader.author_note();
            }
            Field::Copyfit => header.copyfit = field_reader.copyfit(),
            Field::Signed => header.signed = sign_off::read(entry, file, notices),
            Field::Include => header.include = field_reader.flag(),
            Field::Draft => header.include = header.include.or(field_reader.flag().map(|draft| !draft)),
            Field::Original => header.original = entry.value.text().map(Into::into),
        }
    }
    if let (None, Some(outlet)) = (&header.credit, outlet) {
        header.credit = Some(Credit { outlet, url, ..Credit::default() });
    }
    header
}

/// The entry that counts for each field: the one whose key names it best.
fn first_of_each(entries: &[Entry]) -> Vec<(Field, &Entry)> {
    const BEST: [&str; 11] = [
        "subtitle",
        "kicker",
        "authors",
        "translators",
        "interviewers",
        "editors",
        "date",
        "language",
        "author_note",
        "canonical",
        "publication",
    ];
    let mut found: Vec<(Field, bool, &Entry)> = entries
        .iter()
        .filter(|entry| entry.value != Value::Null)
        .filter_map(|entry| {
            let field = Field::of(&entry.key)?;
            let is_best = BEST.contains(&entry.key.to_lowercase().as_str());
            Some((field, !is_best, entry))
        })
        .collect();
    found.sort_by_key(|(field, is_second, _)| (*field, *is_second));
    found.dedup_by_key(|(field, _, _)| *field);
    found.into_iter().map(|(field, _, entry)| (field, entry)).collect()
}

/// Names or ids out of a text, a list, or maps with `name`; and the notes in those maps.
fn authors(value: &Value) -> (Vec<String>, Vec<(usize, String)>) {
    let mut names = Vec::new();
    let mut notes = Vec::new();
    for value in value.list() {
        let name = value.text().or_else(|| value.get("name").and_then(Value::text));
        let Some(name) = name else { continue };
        let bio = ["bio", "note", "about"].iter().find_map(|key| value.get(key)?.text());
        notes.extend(bio.map(|bio| (names.len(), bio)));
        names.push(name);
    }
    (names, notes)
}

/// Reads the value of one entry.
struct FieldReader<'a> {
    file: &'a Path,
    entry: &'a Entry,
    notices: &'a mut Notices,
}

impl FieldReader<'_> {
    fn wrong(&mut self, expected: &str) {
        let what = format!("“{}” should be {expected}; it is left out", self.entry.key);
        self.notices.fault(Place::line(self.file, self.entry.line), what, "");
    }

    fn text(&mut self) -> Option<String> {
        let text = self.entry.value.text();
        let is_empty = matches!(&self.entry.value, Value::Text(words) if words.trim().is_empty());
        if text.is_none() && !is_empty {
            // One section of several is better than none.
            let first = self.entry.value.list().first().and_then(Value::text);
            if first.is_none() {
                self.wrong("a text");
            }
            return first;
        }
        text
    }

    fn paragraph(&mut self) -> Option<Paragraph> {
        self.text().map(|text| markdown::inline(&text)).filter(|paragraph| !paragraph.is_empty())
    }

    fn date(&mut self, value: &Value) -> Option<Date> {
        let date = value.text().as_deref().and_then(Date::parse);
        if date.is_none() && value.text().is_some() {
            self.wrong("a date like 2026-03-01, 2026-03 or 2026");
        }
        date
    }

    fn language(&mut self) -> Option<Language> {
        let language = self.entry.value.text().as_deref().and_then(Language::parse);
        if language.is_none() {
            self.wrong("a language tag like “en” or “en-GB”");
        }
        language
    }

    fn copyfit(&mut self) -> Option<Copyfit> {
        let length = self.entry.value.text().as_deref().and_then(Copyfit::parse);
        if length.is_none() {
            self.wrong("a number of pages, or “close” to take back a last page of a few lines");
        }
        length
    }

    fn flag(&mut self) -> Option<bool> {
        let flag = self.entry.value.flag();
        if flag.is_none() {
            self.wrong("true or false");
        }
        flag
    }

    /// A credit or a permission.
    fn right<T>(&mut self, read: fn(&str, &Value, &Place, &mut Notices) -> Option<T>) -> Option<T> {
        let place = Place::line(self.file, self.entry.line);
        read(&self.entry.key, &self.entry.value, &place, self.notices)
    }

    fn disclaimer(&mut self) -> DisclaimerChoice {
        let value = &self.entry.value;
        if let Some(text) = value.get("text").and_then(Value::text) {
            if value.get("waived").is_some() {
                let what = "the disclaimer is waived and has words of its own; the words are printed";
                self.notices.doubt(Place::line(self.file, self.entry.line), what, "take one of the two out");
            }
            return DisclaimerChoice::Own(text);
        }
        if let Some(waived) = value.get("waived") {
            return match waived.flag() {
                Some(false) => DisclaimerChoice::Default,
                // Without a reason it is waived all the same, and the lack is told.
                Some(true) => DisclaimerChoice::Waived(String::new()),
                None => DisclaimerChoice::Waived(waived.text().unwrap_or_default()),
            };
        }
        let names: Vec<String> = value.list().iter().filter_map(Value::text).collect();
        match value.flag() {
            Some(false) => DisclaimerChoice::Waived(String::new()),
            Some(true) => DisclaimerChoice::Default,
            // A sentence is the disclaimer itself, not the name of one.
            None if names.len() == 1 && names[0].split_whitespace().count() > 3 => {
                DisclaimerChoice::Own(names.concat())
            }
            None if names.is_empty() => {
                self.wrong("a name, or a map with “text” or “waived”");
                DisclaimerChoice::Default
            }
            None => DisclaimerChoice::Named(names.into_iter().map(Into::into).collect()),
        }
    }

    fn author_note(&mut self) -> (AuthorNote, Option<String>) {
        // Words that the editor keeps beside those of the record.
        if let Some(words) = self.entry.value.get("text").and_then(Value::text) {
            let kept = self.entry.value.get("keep").and_then(Value::flag).unwrap_or(false);
            return (AuthorNote::Own { text: markdown::inline_text(&words), kept }, Some(words));
        }
        match (self.entry.value.flag(), self.text()) {
            (Some(false), _) => (AuthorNote::Omitted, None),
            (Some(true), _) | (None, None) => (AuthorNote::FromContributors, None),
            (None, Some(text)) => (AuthorNote::own(markdown::inline_text(&text)), Some(text)),
        }
    }
}
