//! A piece as a file: the lines of changed keys are replaced, all others stay.

use super::front_matter::{self, Entry, Form, FrontMatter, Value, with_value};
use super::header::Field;
use super::rights;
use super::sign_off;
use crate::edition::disclaimer::DisclaimerChoice;
use crate::edition::markdown;
use crate::edition::people::help::Help;
use crate::edition::piece::{AuthorNote, Piece};
use crate::edition::text::Paragraph;
use crate::notice::Notices;
use std::path::Path;

/// A field, the key it is written under, and its value; none where it says nothing.
struct Said {
    field: Field,
    key: &'static str,
    value: Option<Value>,
    /// What it said before.
    before: Option<Value>,
}

/// The text of a piece's file: `raw` with what differs between `old`, which `raw` says, and `new`.
pub(super) fn text(raw: Option<&str>, old: Option<&Piece>, new: &Piece) -> String {
    let blank = Piece { include: true, ..Piece::default() };
    let before = said(old.unwrap_or(&blank));
    let changed = said(new).into_iter().zip(before).filter(|(after, before)| after.value != before.value);
    let changed: Vec<Said> = changed.map(|(after, before)| Said { before: before.value, ..after }).collect();
    edited(raw.unwrap_or_default(), &changed, &new.markdown)
}

/// The text of a file of free matter.
pub(super) fn titled(raw: Option<&str>, old_title: Option<&str>, title: Option<&str>, body: &str) -> String {
    let value = title.map(|title| Value::Text(markdown::escape(title)));
    let changed = if old_title == title {
        Vec::new()
    } else {
        vec![Said { field: Field::Title, key: "title", value, before: None }]
    };
    edited(raw.unwrap_or_default(), &changed, body)
}

/// All fields of a piece in the order in which a new file has them.
fn said(piece: &Piece) -> Vec<Said> {
    let words = |paragraph: &Paragraph| {
        let words = markdown::write_inline(paragraph);
        (!words.is_empty()).then_some(Value::Text(words))
    };
    let optional = |paragraph: &Option<Paragraph>| paragraph.as_ref().and_then(words);
    let authors = piece.authors.iter().map(|id| Value::Text(id.to_string())).collect::<Vec<_>>();
    let row = |field, key, value| Said { field, key, value, before: None };
    let helpers = |help: Help| {
        let ids: Vec<Value> = piece.helped(help).iter().map(|id| Value::Text(id.to_string())).collect();
        row(Field::Helpers(help), help.key(), (!ids.is_empty()).then_some(Value::List(ids)))
    };
    vec![
        row(Field::Title, "title", words(&piece.title)),
        row(Field::ShortTitle, "short_title", optional(&piece.short_title)),
        row(Field::Subtitle, "subtitle", optional(&piece.subtitle)),
        row(Field::Kicker, "kicker", optional(&piece.kicker)),
        row(Field::Authors, "authors", (!authors.is_empty()).then_some(Value::List(authors))),
        helpers(Help::Translation),
        helpers(Help::Interview),
        helpers(Help::Editing),
        row(Field::Date, "date", piece.date.map(|date| Value::Text(date.to_string()))),
        row(Field::Language, "language", piece.language.map(|language| Value::Text(language.to_string()))),
        row(Field::Credit, "credit", piece.credit.as_ref().map(rights::credit_value)),
        row(Field::Permission, "permission", piece.permission.as_ref().map(rights::permission_value)),
        row(Field::Disclaimer, "disclaimer", disclaimer(&piece.disclaimer)),
        row(Field::AuthorNote, "author_note", author_note(&piece.author_note)),
        row(Field::Copyfit, "copyfit", piece.copyfit.map(|length| Value::Text(length.to_string()))),
        row(Field::Signed, "signed", piece.signed.as_ref().map(sign_off::value)),
        row(Field::Include, "include", (!piece.include).then_some(Value::Flag(false))),
        row(Field::Original, "original", piece.original.as_ref().map(|name| Value::Text(name.to_string()))),
    ]
}

fn disclaimer(choice: &DisclaimerChoice) -> Option<Value> {
    let name = |name: &std::sync::Arc<str>| Value::Text(name.to_string());
    Some(match choice {
        DisclaimerChoice::Default => return None,
        DisclaimerChoice::Named(names) => match names.as_slice() {
            [] => return None,
            [only] => name(only),
            several => Value::List(several.iter().map(name).collect()),
        },
        DisclaimerChoice::Own(text) => Value::Map(vec![("text".into(), Value::Text(text.clone()))]),
        DisclaimerChoice::Waived(reason) if reason.is_empty() => Value::Flag(false),
        DisclaimerChoice::Waived(reason) => Value::Map(vec![("waived".into(), Value::Text(reason.clone()))]),
    })
}

fn author_note(note: &AuthorNote) -> Option<Value> {
    match note {
        AuthorNote::FromContributors => None,
        AuthorNote::Omitted => Some(Value::Flag(false)),
        AuthorNote::Own { text, kept } => {
            let words = Value::Text(markdown::write(text).trim_end().to_string());
            Some(if *kept {
                Value::Map(vec![("text".into(), words), ("keep".into(), Value::Flag(true))])
            } else {
                words
            })
        }
    }
}

/// `raw` with changed fields and another body.
fn edited(raw: &str, changed: &[Said], body: &str) -> String {
    let front = front_matter::read(raw, Path::new(""), &mut Notices::new());
    let line_end = if raw.contains("\r\n") { "\r\n" } else { "\n" };
    let head = match front.form {
        _ if changed.is_empty() => raw[..front.body].to_string(),
        Form::Yaml => changed_lines(raw, &front, changed, line_end),
        Form::Absent | Form::Toml | Form::Pandoc => anew(&front, changed, line_end),
    };
    // A body that looks like front matter needs one before it.
    let looks_like_head = ["---", "+++", "% "].iter().any(|start| body.starts_with(start));
    let head = if head.is_empty() && looks_like_head { format!("---{line_end}---{line_end}") } else { head };
    head + body
}

/// YAML front matter with the lines of changed keys replaced; new keys stand at the end.
fn changed_lines(raw: &str, front: &FrontMatter, changed: &[Said], line_end: &str) -> String {
    let mut edits: Vec<(std::ops::Range<usize>, String)> = Vec::new();
    let mut added = String::new();
    for said in changed {
        let mut of_field = front.entries.iter().filter(|entry| Field::of(&entry.key) == Some(said.field));
        let own = of_field.clone().find(|entry| entry.key.eq_ignore_ascii_case(said.key));
        let written = own.or_else(|| of_field.next());
        match (said.written_over(written), written) {
            (Some(value), Some(entry)) => {
                let lines = with_value(&raw[entry.bytes.clone()], entry, &value, line_end);
                edits.push((entry.bytes.clone(), lines));
            }
            (Some(value), None) => added.push_str(&format!("{}: {}{line_end}", said.key, value.to_yaml())),
            (None, _) => {
                let gone = front
                    .entries
                    .iter()
                    .filter(|entry| Field::of(&entry.key).is_some_and(|f| says(f, said.field)));
                edits.extend(gone.map(|entry| (entry.bytes.clone(), String::new())));
            }
        }
    }
    edits.push((front.inside.end..front.inside.end, added));
    edits.sort_by_key(|(range, _)| range.start);
    let mut head = String::with_capacity(front.body + 64);
    let mut at = 0;
    for (range, line) in edits {
        head.push_str(&raw[at..range.start]);
        head.push_str(&line);
        at = range.end;
    }
    head.push_str(&raw[at..front.body]);
    head
}

impl Said {
    /// The value to write where `entry` stands. Of a credit or a permission only what changed is another: what it says
    /// beside stays as it was written. A sign-off is another, with what else was noted of it.
    fn written_over(&self, entry: Option<&Entry>) -> Option<Value> {
        let Some(entry) = entry else { return self.value.clone() };
        let bare = match (self.field, entry.value.text()) {
            (Field::Credit, _) => rights::CREDIT[0],
            (Field::Permission, Some(word)) => rights::key_of(&word),
            (Field::Permission, None) => rights::PERMISSION[0],
            (Field::Signed, _) => {
                let keep = |new| sign_off::with_unknown_keys(new, &entry.value);
                return self.value.as_ref().map(keep);
            }
            _ => return self.value.clone(),
        };
        rights::changed(&entry.value, self.before.as_ref(), self.value.as_ref(), bare)
    }
}

/// Whether a key of one field says something about another.
fn says(key: Field, field: Field) -> bool {
    key == field || matches!((key, field), (Field::Outlet, Field::Credit) | (Field::Draft, Field::Include))
}

/// Front matter written anew as YAML: what it said in another form, and what changed.
fn anew(front: &FrontMatter, changed: &[Said], line_end: &str) -> String {
    let is_changed =
        |key: &str| Field::of(key).is_some_and(|field| changed.iter().any(|said| says(field, said.field)));
    let mut head = format!("---{line_end}");
    for entry in front.entries.iter().filter(|entry| !is_changed(&entry.key)) {
        head.push_str(&format!("{}: {}{line_end}", entry.key, entry.value.to_yaml()));
    }
    for said in changed {
        let written = front.entries.iter().find(|entry| Field::of(&entry.key) == Some(said.field));
        if let Some(value) = said.written_over(written) {
            head.push_str(&format!("{}: {}{line_end}", said.key, value.to_yaml()));
        }
    }
    head.push_str(&format!("---{line_end}"));
    head
}
