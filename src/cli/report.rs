//! What is said about an edition: lines for people, JSON for programs.

use crate::edition::Edition;
use crate::notice::{self, Error, Mend, Notice, Notices};
use serde::Serialize;
use std::io::Write;
use std::path::Path;

/// A notice as JSON.
#[derive(Debug, Serialize)]
pub(super) struct NoticeReport {
    id: String,
    rule: &'static str,
    weight: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<String>,
    what: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    hint: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    mend: Option<&'static str>,
    /// The notice as a line for people.
    #[serde(skip)]
    text: String,
}

impl NoticeReport {
    fn of(notice: &Notice, id: String) -> NoticeReport {
        NoticeReport {
            id,
            rule: notice.rule.id(),
            weight: notice.weight.word(),
            file: notice.place.file.as_deref().map(portable),
            line: notice.place.line,
            column: notice.place.column,
            page: notice.place.page.clone(),
            what: notice.what.clone(),
            hint: notice.hint.clone(),
            mend: notice.mend.map(Mend::word),
            text: notice.to_string(),
        }
    }
}

impl std::fmt::Display for NoticeReport {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

/// All notices as JSON.
pub(super) fn notices(notices: &Notices) -> Vec<NoticeReport> {
    notices.iter().zip(notice::ids(notices)).map(|(notice, id)| NoticeReport::of(notice, id)).collect()
}

/// A failure as JSON.
#[derive(Debug, Serialize)]
pub(super) struct Failure {
    edition: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    variant: Option<String>,
    error: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    hint: String,
}

/// Says that an edition or one of its variants failed, on standard error or as JSON on standard output.
pub(super) fn failure(dir: &Path, variant: Option<&str>, error: &Error, json: bool) {
    if json {
        let place = error.place.to_string();
        let what = if place.is_empty() { error.what.clone() } else { format!("{place}: {}", error.what) };
        let variant = variant.map(str::to_string);
        object(&Failure { edition: portable(dir), variant, error: what, hint: error.hint.clone() });
    } else {
        // The folder is named once.
        let text = error.to_string();
        let name = name(dir, variant);
        let is_named = variant.is_none() && text.starts_with(&name);
        complain(&if is_named { text } else { format!("{name}: {text}") });
    }
}

/// What an edition or a variant of it is called in lines for people.
pub(super) fn name(dir: &Path, variant: Option<&str>) -> String {
    let dir = dir.display();
    variant.map_or_else(|| dir.to_string(), |variant| format!("{dir} ({variant})"))
}

/// Prints one JSON object on a line of its own, as it is made: it may hold a whole book. Nobody reading is no error.
pub(super) fn object(value: &impl Serialize) {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    match serde_json::to_writer(&mut out, value) {
        Err(error) if !error.is_io() => complain(&error.to_string()),
        _ => {
            let _ = writeln!(out);
        }
    }
}

/// A line on standard output; nobody reading is no reason to panic.
pub(super) fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Bytes on standard output, as they are.
pub(super) fn raw(bytes: &[u8]) {
    let _ = std::io::stdout().write_all(bytes);
}

/// A line on standard error.
pub(super) fn complain(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// A path with forward slashes.
pub(super) fn portable(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}

/// Words of all pieces in the book.
pub(super) fn words(edition: &Edition) -> usize {
    edition.included().map(|(_, piece)| piece.body.words()).sum()
}
