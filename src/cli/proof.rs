//! `pamphleteer proof`: one PDF a piece or an author, to be corrected and signed, and who has signed what.

use super::progress::Progress;
use super::report::{self, NoticeReport};
use super::variants::Wanted;
use crate::book::proof::Press;
use crate::book::{self, Book, cache::Cache};
use crate::check;
use crate::design::trim::Trim;
use crate::edition::piece::Piece;
use crate::edition::sign_off::Standing;
use crate::edition::{Edition, folder};
use crate::notice::{Error, Notices, Place, Result};
use crate::output;
use crate::output::proofs::{self, By, Planned};
use serde::Serialize;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

/// Which proofs, and where to.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Folder of the edition
    dir: PathBuf,
    /// Only the pieces of this author: name, sort name or id (may be repeated)
    #[arg(long = "author", value_name = "NAME")]
    authors: Vec<String>,
    /// Only this piece: file or title (may be repeated)
    #[arg(long = "piece", value_name = "FILE")]
    pieces: Vec<String>,
    /// What has a PDF of its own
    #[arg(long, value_enum, default_value_t = Each::Piece)]
    by: Each,
    /// The paper: a4, letter, or two lengths such as “210mm x 297mm”
    #[arg(long, value_name = "SIZE", default_value = "a4", value_parser = Trim::parse)]
    paper: Trim,
    /// Print this date; without it none is printed
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// Write into this folder instead of the edition's own `out/proofs`
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Write nothing: only say who has signed what
    #[arg(long)]
    status: bool,
    #[command(flatten)]
    wanted: Wanted,
    /// Print JSON, one object an edition or variant
    #[arg(long)]
    json: bool,
}

/// What has a PDF of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Each {
    /// One PDF a piece
    Piece,
    /// One PDF an author, with all pieces of the author
    Author,
}

/// The report of an edition.
#[derive(Debug, Serialize)]
struct Report {
    edition: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    variant: Option<String>,
    title: String,
    proofs: Vec<ProofReport>,
    pieces: Vec<PieceReport>,
    notices: Vec<NoticeReport>,
}

/// A proof that was written.
#[derive(Debug, Serialize)]
struct ProofReport {
    file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<String>,
    pieces: Vec<String>,
}

/// A piece, and who has signed it.
#[derive(Debug, Serialize)]
struct PieceReport {
    file: String,
    title: String,
    authors: Vec<String>,
    /// `not signed`, `signed`, `stale`.
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    /// Of the text as it is printed now.
    text: String,
    /// Of the text that was signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    signed_text: Option<String>,
}

/// Writes the proofs.
pub(super) fn run(options: &Options) -> ExitCode {
    let progress = Progress::new(1);
    let mut failed = false;
    let mut fail = |variant: Option<&str>, error: &Error| {
        failed = true;
        progress.pause(|| report::failure(&options.dir, variant, error, options.json));
    };
    progress.stage(format!("{}: reading", options.dir.display()));
    let mut read = Notices::new();
    let editions = folder::load(&options.dir, &mut read).and_then(|edition| options.wanted.of(edition));
    match editions {
        Err(error) => fail(None, &error),
        Ok(editions) => {
            let mut said = BTreeSet::new();
            for edition in &editions {
                match proofs_of(edition, options, &read, &progress) {
                    Ok(report) => progress.pause(|| print(&report, options, &mut said)),
                    Err(error) => fail(edition.variant.as_deref(), &error),
                }
            }
        }
    }
    ExitCode::from(u8::from(failed))
}

fn proofs_of(edition: &Edition, options: &Options, read: &Notices, progress: &Progress) -> Result<Report> {
    let planned = chosen(edition, options)?;
    let mut notices = read.clone();
    let mut files = Vec::new();
    if !options.status {
        let name = report::name(&options.dir, edition.variant.as_deref());
        progress.stage(format!("{name}: typesetting"));
        let book = book::typeset(edition, &Cache::single_run(), &mut notices);
        check::preflight(edition, &book, &mut notices);
        progress.done(1);
        files = write(edition, &book, &planned, options, &mut notices, progress)?;
    }
    let proofs = files.iter().zip(&planned).map(|(file, planned)| ProofReport {
        file: report::portable(file),
        author: planned
            .reader
            .as_ref()
            .map(|id| edition.contributor(id).name_in(edition.language).to_string()),
        pieces: planned.pieces.iter().map(|piece| report::portable(piece)).collect(),
    });
    let shown: BTreeSet<&PathBuf> = planned.iter().flat_map(|planned| &planned.pieces).collect();
    let pieces = edition.included().map(|(_, piece)| piece).filter(|piece| shown.contains(&piece.file));
    Ok(Report {
        edition: report::portable(&options.dir),
        variant: edition.variant.as_ref().map(ToString::to_string),
        title: edition.title.clone(),
        proofs: proofs.collect(),
        pieces: pieces.map(|piece| piece_report(edition, piece)).collect(),
        notices: report::notices(&notices),
    })
}

/// The proofs that are asked for.
fn chosen(edition: &Edition, options: &Options) -> Result<Vec<Planned>> {
    let by = match options.by {
        Each::Piece => By::Piece,
        Each::Author => By::Author,
    };
    let mut authors = Vec::new();
    for name in &options.authors {
        authors.push(edition.author_called(name)?);
    }
    let mut pieces = Vec::new();
    for name in &options.pieces {
        let piece = edition.piece_called(name)?;
        if !piece.include {
            let what = format!("“{}” is left out of the book, so it has no proof", piece.title.words());
            return Err(Error::new(Place::file(&piece.file), what, "put it in: include: true"));
        }
        pieces.push(piece.file.clone());
    }
    let is_wanted = |planned: &Planned| {
        let by_author = authors.is_empty() || authors.iter().any(|id| planned.is_for(id, edition));
        let by_piece = pieces.is_empty() || planned.pieces.iter().any(|file| pieces.contains(file));
        by_author && by_piece
    };
    Ok(proofs::plan(edition, by).into_iter().filter(is_wanted).collect())
}

/// Writes the files, each whole; none before the first is made.
fn write(
    edition: &Edition,
    book: &Book,
    planned: &[Planned],
    options: &Options,
    notices: &mut Notices,
    progress: &Progress,
) -> Result<Vec<PathBuf>> {
    let folder = options.out.clone().unwrap_or_else(|| proofs::folder_of(&options.dir));
    let press = Press::new(edition, book);
    progress.add(planned.len() as u64);
    let mut files = Vec::with_capacity(planned.len());
    for one in planned {
        progress.stage(one.stem.clone());
        let path = folder.join(format!("{}.pdf", one.stem));
        output::target(&path)?;
        let bytes = proofs::write(&press, one, options.paper, options.date.as_deref(), notices)?;
        output::save(&path, &bytes)?;
        files.push(path);
        progress.done(1);
    }
    Ok(files)
}

fn piece_report(edition: &Edition, piece: &Arc<Piece>) -> PieceReport {
    let signed = piece.signed.as_ref();
    PieceReport {
        file: report::portable(&piece.file),
        title: piece.title.words(),
        authors: edition.names(&piece.authors, edition.language),
        state: edition.standing(piece).word(),
        by: signed.map(|signed| signed.by.clone()),
        date: signed.and_then(|signed| signed.date).map(|date| date.to_string()),
        text: edition.fingerprint(piece).to_string(),
        signed_text: signed.and_then(|signed| signed.text).map(|text| text.to_string()),
    }
}

/// Prints files, notices and how each piece stands. What was said of an edition is not said again of its variants.
fn print(report: &Report, options: &Options, said: &mut BTreeSet<String>) {
    if options.json {
        report::object(report);
        return;
    }
    for notice in &report.notices {
        let line = notice.to_string();
        if said.insert(line.clone()) {
            report::complain(&line);
        }
    }
    for proof in &report.proofs {
        report::say(&proof.file);
    }
    for piece in &report.pieces {
        let line = format!("{}: {}", piece.file, standing(piece));
        if said.insert(line.clone()) {
            report::say(&line);
        }
    }
}

/// How a piece stands, in words.
fn standing(piece: &PieceReport) -> String {
    let Some(by) = &piece.by else { return piece.state.to_string() };
    let on = piece.date.as_ref().map(|date| format!(" on {date}")).unwrap_or_default();
    let and = match piece.state {
        state if state == Standing::Stale.word() => ", but the text has changed since",
        state if state == Standing::Unsaid.word() => ", but it is not said which text",
        _ => "",
    };
    format!("signed by {by}{on}{and}")
}
