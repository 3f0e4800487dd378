//! The front matter of a text: a YAML block between `---`, a TOML block between `+++`, or the `%` lines of
//! Pandoc, cut off by hand and read into plain values.
//!
//! Nothing here fails. What breaks a YAML reader (an unquoted `title: A: B` breaks each of them) is read line by
//! line instead, with a notice.

use crate::notice::{Notices, Place};
use std::ops::Range;
use std::path::Path;

mod lines;
mod value;
mod yaml;

pub use lines::with_value;
pub use value::Value;

/// Front matter longer than this is none.
const LONGEST: usize = 64 * 1024;

/// How front matter is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// There is none.
    #[default]
    Absent,
    /// YAML between `---` and `---`.
    Yaml,
    /// TOML between `+++` and `+++`.
    Toml,
    /// Up to three lines that begin with `%`: title, authors, date.
    Pandoc,
}

/// One key of front matter.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The key as written.
    pub key: String,
    /// What it says.
    pub value: Value,
    /// The line of the file, from 1.
    pub line: usize,
    /// The bytes of its lines in the file, line ends included; empty in other forms than YAML.
    pub bytes: Range<usize>,
}

/// The front matter of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FrontMatter {
    /// How it is written.
    pub form: Form,
    /// Its keys in the order of the file.
    pub entries: Vec<Entry>,
    /// Bytes of the file between its first and its last line.
    pub inside: Range<usize>,
    /// Where the body begins.
    pub body: usize,
    /// The line on which the body begins, from 1.
    pub body_line: usize,
}

/// Cuts the front matter off `source`, which is the content of `file` without a byte order mark.
pub fn read(source: &str, file: &Path, notices: &mut Notices) -> FrontMatter {
    let fence = source.lines().next().map(str::trim_end);
    match fence {
        Some("---") => fenced(source, &["---", "..."], Form::Yaml, file, notices),
        Some("+++") => fenced(source, &["+++"], Form::Toml, file, notices),
        Some(line) if line.starts_with("% ") => pandoc(source),
        _ => absent(),
    }
}

fn absent() -> FrontMatter {
    FrontMatter { body_line: 1, ..FrontMatter::default() }
}

/// Front matter up to a line that is one of `ends`.
fn fenced(source: &str, ends: &[&str], form: Form, file: &Path, notices: &mut Notices) -> FrontMatter {
    let mut at = 0;
    let mut inside = 0..0;
    for (index, line) in source.split_inclusive('\n').enumerate() {
        let start = at;
        at += line.len();
        if index == 0 {
            inside.start = at;
        } else if ends.contains(&line.trim_end()) {
            inside.end = start;
            let mut front = FrontMatter { form, entries: Vec::new(), inside, body: at, body_line: index + 2 };
            front.entries = match form {
                Form::Toml => toml(source, &front, file, notices),
                _ => yaml::entries(source, front.inside.clone(), file, notices),
            };
            return front;
        }
        if at > LONGEST {
            let what = "front matter of more than 64 KiB is read as text";
            notices.fault(Place::line(file, 1), what, "close it with a line “---”");
            return absent();
        }
    }
    // A lone `---` is an ornament, unless keys follow.
    let second = source.lines().nth(1).unwrap_or_default();
    if yaml::key_of(second).is_some() {
        notices.doubt(Place::line(file, 1), "the front matter has no end", "close it with a line “---”");
    }
    absent()
}

/// The entries of TOML front matter.
fn toml(source: &str, front: &FrontMatter, file: &Path, notices: &mut Notices) -> Vec<Entry> {
    let inside = &source[front.inside.clone()];
    match toml_edit::Document::parse(inside) {
        Ok(document) => document
            .as_table()
            .iter()
            .map(|(key, item)| {
                let at = document.as_table().key(key).and_then(|key| key.span()).map_or(0, |span| span.start);
                let line = inside.get(..at).unwrap_or_default().matches('\n').count() + 2;
                Entry { key: key.into(), value: Value::of_toml(item), line, bytes: 0..0 }
            })
            .collect(),
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            let line = inside.get(..at).unwrap_or_default().matches('\n').count() + 2;
            let what = format!("the front matter is broken: {}", error.message().replace('\n', "; "));
            notices.fault(Place::line(file, line), what, "what can be read line by line is kept");
            yaml::lines(source, front.inside.clone(), "=")
        }
    }
}

/// Pandoc's title block: title, authors between semicolons, date.
fn pandoc(source: &str) -> FrontMatter {
    let mut front = FrontMatter { form: Form::Pandoc, body_line: 1, ..FrontMatter::default() };
    let lines = source.split_inclusive('\n').take_while(|line| line.starts_with('%')).take(3);
    for (key, line) in ["title", "authors", "date"].iter().zip(lines) {
        let words = line[1..].trim();
        let value = match *key {
            "authors" => Value::List(words.split(';').map(|name| Value::Text(name.trim().into())).collect()),
            _ => Value::Text(words.into()),
        };
        if !words.is_empty() {
            front.entries.push(Entry { key: (*key).into(), value, line: front.body_line, bytes: 0..0 });
        }
        front.body += line.len();
        front.body_line += 1;
    }
    front.inside = 0..front.body;
    front
}
