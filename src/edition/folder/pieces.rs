//! The texts: files of `pieces/` become pieces.

use super::authors::People;
use super::book::Listed;
use super::source::{Folder, Unreadable, decode};
use super::{LONGEST_PIECE, front_matter, header};
use crate::edition::markdown::{self, Context};
use crate::edition::people::ContributorId;
use crate::edition::people::help::Help;
use crate::edition::piece::Piece;
use crate::edition::text::Paragraph;
use crate::notice::{Notices, Place, Rule};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The pieces of a part.
#[derive(Default)]
pub(super) struct PartPieces {
    pub(super) pieces: Vec<Arc<Piece>>,
    /// Listed files that could not be read.
    pub(super) unread: Vec<String>,
}

/// Reads the listed files, part by part, and reports files that no part lists.
pub(super) fn read(
    folder: &Folder,
    listed: &[Vec<Listed>],
    people: &mut People,
    notices: &mut Notices,
) -> Vec<PartPieces> {
    let mut seen: HashSet<&str> = HashSet::new();
    let mut parts = Vec::with_capacity(listed.len());
    for part in listed {
        let mut pieces = PartPieces::default();
        for entry in part {
            if !seen.insert(&entry.file) {
                let what = format!("“{}” is listed twice; it stands where it is listed first", entry.file);
                notices.of(Rule::ListedTwice).doubt(entry.place.clone(), what, "take one of them out");
                continue;
            }
            match piece(folder, entry, people, notices) {
                Some(piece) => pieces.pieces.push(Arc::new(piece)),
                None => pieces.unread.push(entry.file.clone()),
            }
        }
        parts.push(pieces);
    }
    unlisted(folder, &seen, notices);
    parts
}

/// Reports the texts that lie in `pieces/` and are in no part.
fn unlisted(folder: &Folder, listed: &HashSet<&str>, notices: &mut Notices) {
    for file in folder.files("pieces", &["md", "markdown"]) {
        let name = file.to_string_lossy().replace('\\', "/");
        if !listed.contains(name.as_str()) {
            let hint = format!("add \"{name}\" to the “pieces” of a part in edition.toml");
            notices.of(Rule::UnlistedFile).doubt(Place::file(&file), "the file is not in the book", hint);
        }
    }
}

/// Reads one file; `None`, with a notice, if it can't be in the book.
fn piece(folder: &Folder, entry: &Listed, people: &mut People, notices: &mut Notices) -> Option<Piece> {
    let file = PathBuf::from(&entry.file);
    let bytes = match bytes(folder, &file) {
        Ok(bytes) => bytes,
        Err((what, hint)) => {
            notices.of(Rule::MissingFile).fault(
                entry.place.clone(),
                format!("“{}” {what}", entry.file),
                hint,
            );
            return None;
        }
    };
    let text = decode(bytes, &file, notices);
    Some(parse(&text, file, people, notices))
}

/// The bytes of a file, or what is wrong with it and what to do.
fn bytes(folder: &Folder, file: &Path) -> Result<Vec<u8>, (String, &'static str)> {
    let path = folder.find(file).map_err(|reason| match reason {
        Unreadable::Outside => ("lies outside the edition’s folder".into(), "copy it into “pieces”"),
        Unreadable::Missing => ("does not exist".into(), "check the spelling, or take it off the list"),
        Unreadable::Io(error) => (format!("can’t be read: {error}"), ""),
    })?;
    let length = path.metadata().map_or(0, |data| data.len());
    if length > LONGEST_PIECE {
        return Err(("is longer than 5 MiB and left out".into(), "cut it into several pieces"));
    }
    std::fs::read(path).map_err(|error| (format!("can’t be read: {error}"), ""))
}

/// A piece from its text.
pub(super) fn parse(text: &str, file: PathBuf, people: &mut People, notices: &mut Notices) -> Piece {
    let front = front_matter::read(text, &file, notices);
    let header = header::read(&front, &file, notices);
    let authors = people.ids(&header.authors, &authors_place(&front, &file), notices);
    let helpers: Vec<(Help, Vec<ContributorId>)> = header
        .helpers
        .iter()
        .map(|(help, names, line)| (*help, people.ids(names, &Place::line(&file, *line), notices)))
        .collect();
    let source = &text[front.body..];
    let folder = file.parent().unwrap_or(Path::new(""));
    let context = Context { file: &file, first_line: front.body_line, folder };
    let body = markdown::read(source, &context, notices);
    if body.blocks.is_empty() {
        notices.of(Rule::NoWords).doubt(
            Place::file(&file),
            "the piece has no words",
            "write some, or take it off the list",
        );
    }
    let title = header.title.unwrap_or_else(|| {
        notices.of(Rule::NoTitle).doubt(
            Place::line(&file, 1),
            "the piece has no title",
            "add a line: title: \"…\"",
        );
        let stem = file.file_stem().map(|stem| stem.to_string_lossy().replace(['-', '_'], " "));
        Paragraph::plain(stem.unwrap_or_default())
    });
    let mut piece = Piece {
        kicker: header.kicker,
        title,
        short_title: header.short_title,
        subtitle: header.subtitle,
        authors,
        date: header.date,
        language: header.language,
        credit: header.credit,
        permission: header.permission,
        disclaimer: header.disclaimer,
        author_note: header.author_note,
        copyfit: header.copyfit,
        signed: header.signed,
        include: header.include.unwrap_or(true),
        original: header.original,
        markdown: source.into(),
        body,
        body_line: front.body_line,
        file,
        helpers: None,
    };
    for (help, people) in helpers {
        piece.set_helped(help, people);
    }
    piece
}

/// The line on which the authors stand.
fn authors_place(front: &front_matter::FrontMatter, file: &Path) -> Place {
    let entry =
        front.entries.iter().find(|entry| header::Field::of(&entry.key) == Some(header::Field::Authors));
    entry.map_or_else(|| Place::file(file), |entry| Place::line(file, entry.line))
}
