//! `pamphleteer people`: who is in the edition, which records are one person's, which notes differ from a record.

use super::report;
use crate::edition::arrange::{self, NoteChoice};
use crate::edition::change::Change;
use crate::edition::people::ContributorId;
use crate::edition::people::help::Help;
use crate::edition::people::matching::{self, Likeness};
use crate::edition::piece::{AuthorNote, Piece};
use crate::edition::{Edition, folder};
use crate::notice::{Error, Notices, Place, Result};
use serde::Serialize;
use std::path::PathBuf;
use std::process::ExitCode;

/// Which edition, and what to settle in it.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Folder of the edition
    dir: PathBuf,
    /// Make one record of two: the second stays, and takes over what it does not say itself
    #[arg(long, num_args = 2, value_names = ["FROM", "INTO"], action = clap::ArgAction::Append)]
    merge: Vec<String>,
    /// Put the author note of this piece into the record of its author
    #[arg(long, value_name = "PIECE")]
    take_note: Vec<String>,
    /// Print the note of the record with this piece; its own goes
    #[arg(long, value_name = "PIECE")]
    use_record: Vec<String>,
    /// Let this piece keep its own note beside the record
    #[arg(long, value_name = "PIECE")]
    keep_note: Vec<String>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Somebody.
#[derive(Debug, Serialize)]
struct Person {
    id: String,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    native_name: Option<String>,
    sort_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    affiliation: Option<String>,
    /// What the person is in the book.
    roles: Vec<&'static str>,
    pieces: usize,
    has_note: bool,
}

/// Two records of one person.
#[derive(Debug, Serialize)]
struct Double {
    one: String,
    other: String,
    is_sure: bool,
}

/// A piece's own note beside the one of the record.
#[derive(Debug, Serialize)]
struct Differing {
    piece: String,
    person: String,
    own: String,
    record: String,
}

#[derive(Debug, Serialize)]
struct People {
    edition: String,
    people: Vec<Person>,
    doubles: Vec<Double>,
    differing_notes: Vec<Differing>,
}

/// Settles what is asked for, all or nothing, then lists the people.
pub(super) fn run(options: &Options) -> ExitCode {
    match settled(options) {
        Ok((edition, done)) => {
            let people = people(&edition, options);
            if options.json {
                report::object(&people);
            } else {
                done.iter().for_each(|line| report::say(line));
                if done.is_empty() {
                    print(&people);
                }
            }
            ExitCode::SUCCESS
        }
        Err(error) => {
            report::failure(&options.dir, None, &error, options.json);
            ExitCode::from(1)
        }
    }
}

/// The edition with what was asked for, saved, and a line about each.
fn settled(options: &Options) -> Result<(Edition, Vec<String>)> {
    let mut edition = folder::load(&options.dir, &mut Notices::new())?;
    let mut done = Vec::new();
    for pair in options.merge.chunks_exact(2) {
        let (from, into) = (edition.person_called(&pair[0])?, edition.person_called(&pair[1])?);
        let names = [edition.contributor(&from).name, edition.contributor(&into).name];
        let change = arrange::contributors_merged(&edition, &from, &into);
        if change == Change::nothing() {
            let what = format!("“{}” and “{}” are the same record", pair[0], pair[1]);
            return Err(Error::new(Place::file("contributors.toml"), what, "name two records"));
        }
        edition.apply(change);
        done.push(format!("{} ({from}) is now {} ({into})", names[0], names[1]));
    }
    let notes = [
        (&options.take_note, NoteChoice::Take, "its note went into the record"),
        (&options.use_record, NoteChoice::UseRecord, "prints the note of the record"),
        (&options.keep_note, NoteChoice::Keep, "keeps its own note"),
    ];
    for (pieces, choice, said) in notes {
        for name in pieces {
            let file = edition.piece_called(name)?.file.clone();
            let change = arrange::note_settled(&edition, &file, choice);
            if change == Change::nothing() {
                let what = "the piece has no note of its own that differs from the record of its author";
                return Err(Error::new(
                    Place::file(&file),
                    what,
                    "pamphleteer people DIR lists those that have",
                ));
            }
            edition.apply(change);
            done.push(format!("{}: {said}", report::portable(&file)));
        }
    }
    if !done.is_empty() {
        folder::save(&edition, &options.dir)?;
    }
    Ok((edition, done))
}

fn people(edition: &Edition, options: &Options) -> People {
    let pair = |(one, other, likeness): (ContributorId, ContributorId, Likeness)| Double {
        one: one.to_string(),
        other: other.to_string(),
        is_sure: likeness == Likeness::Same,
    };
    let mut ids: Vec<&ContributorId> = edition.contributors.keys().collect();
    ids.sort_by_cached_key(|id| edition.contributor(id).sort_key_in(edition.language).to_lowercase());
    People {
        edition: report::portable(&options.dir),
        people: ids.into_iter().map(|id| person(edition, id)).collect(),
        doubles: matching::doubles(&edition.contributors).into_iter().map(pair).collect(),
        differing_notes: edition.pieces().filter_map(|piece| differing(edition, piece)).collect(),
    }
}

fn person(edition: &Edition, id: &ContributorId) -> Person {
    let record = edition.contributor(id);
    let words = |words: &str| Some(words.trim().to_string()).filter(|words| !words.is_empty());
    let pieces: Vec<_> = edition.pieces().filter(|piece| piece.people().any(|known| known == id)).collect();
    let mut roles = Vec::new();
    roles.extend(edition.editors.contains(id).then_some("editor of the book"));
    roles.extend(pieces.iter().any(|piece| piece.authors.contains(id)).then_some("author"));
    for (help, role) in [
        (Help::Translation, "translator"),
        (Help::Interview, "interviewer"),
        (Help::Editing, "editor of a piece"),
    ] {
        roles.extend(pieces.iter().any(|piece| piece.helped(help).contains(id)).then_some(role));
    }
    Person {
        id: id.to_string(),
        name: record.name.clone(),
        native_name: words(&record.native_name),
        sort_name: record.sort_key(),
        affiliation: words(&record.affiliation),
        roles,
        pieces: pieces.len(),
        has_note: !record.short_note.blocks.is_empty() || !record.long_note.blocks.is_empty(),
    }
}

fn differing(edition: &Edition, piece: &Piece) -> Option<Differing> {
    let (id, record) = edition.differing_note(piece)?;
    let AuthorNote::Own { text, .. } = &piece.author_note else { return None };
    let written = |text| crate::edition::markdown::write(text).trim().to_string();
    Some(Differing {
        piece: report::portable(&piece.file),
        person: id.to_string(),
        own: written(text),
        record: written(&record.short_note),
    })
}

fn print(people: &People) {
    for person in &people.people {
        let native = person.native_name.as_ref().map(|name| format!(" · {name}")).unwrap_or_default();
        let roles = if person.roles.is_empty() { "in no piece".into() } else { person.roles.join(", ") };
        let pieces = crate::notice::counted(person.pieces, "piece");
        let note = if person.has_note { "" } else { ", no note" };
        report::say(&format!("{}{native} ({}): {roles}, {pieces}{note}", person.name, person.id));
    }
    for double in &people.doubles {
        let how = if double.is_sure { "are one person" } else { "may be one person" };
        let (one, other) = (&double.one, &double.other);
        report::say(&format!("{one} and {other} {how} (merge them: --merge {other} {one})"));
    }
    for note in &people.differing_notes {
        report::say(&format!(
            "{}: the note differs from the record of {} (--take-note, --use-record or --keep-note)\n  piece:  {}\n  record: {}",
            note.piece, note.person, note.own, note.record
        ));
    }
}
