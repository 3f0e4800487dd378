//! `pamphleteer export`: the PDF and the EPUB of one or more editions.

use super::progress::Progress;
use super::report::{self, NoticeReport};
use crate::book::{self, cache::Cache};
use crate::edition::{Edition, folder};
use crate::notice::{Notices, Result};
use crate::{check, output};
use serde::Serialize;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

/// What to export, and where to.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Folders of editions
    #[arg(required = true)]
    dirs: Vec<PathBuf>,
    /// Write both files into this folder instead of the edition's own `out`
    #[arg(long, value_name = "DIR", conflicts_with_all = ["pdf", "epub"])]
    out: Option<PathBuf>,
    /// Write a PDF, to this file
    #[arg(long, value_name = "FILE")]
    pdf: Option<PathBuf>,
    /// Write an EPUB, to this file
    #[arg(long, value_name = "FILE")]
    epub: Option<PathBuf>,
    /// Print JSON, one object an edition
    #[arg(long)]
    json: bool,
}

/// The report of an edition.
#[derive(Debug, Serialize)]
struct Report {
    edition: String,
    title: String,
    files: Vec<String>,
    pages: usize,
    words: usize,
    milliseconds: Milliseconds,
    notices: Vec<NoticeReport>,
}

/// Time by stage.
#[derive(Debug, Default, Serialize)]
struct Milliseconds {
    read: u128,
    typeset: u128,
    pdf: u128,
    epub: u128,
    total: u128,
}

/// Which files an edition becomes.
struct Targets {
    pdf: Option<PathBuf>,
    epub: Option<PathBuf>,
}

const STAGES: u64 = 4;

/// Exports all editions; one that fails does not keep the others from being made.
pub(super) fn run(options: &Options) -> ExitCode {
    if options.dirs.len() > 1 && (options.pdf.is_some() || options.epub.is_some()) {
        report::complain(
            "--pdf and --epub name one file; with several editions use --out (see pamphleteer export --help)",
        );
        return ExitCode::from(2);
    }
    let progress = Progress::new(options.dirs.len() as u64 * STAGES);
    let mut taken = BTreeSet::new();
    let mut failed = false;
    for dir in &options.dirs {
        match export(dir, options, &mut taken, &progress) {
            Ok(done) => progress.pause(|| print(&done, options)),
            Err(error) => {
                failed = true;
                progress.pause(|| report::failure(dir, &error, options.json));
            }
        }
    }
    ExitCode::from(u8::from(failed))
}

fn export(
    dir: &Path,
    options: &Options,
    taken: &mut BTreeSet<PathBuf>,
    progress: &Progress,
) -> Result<Report> {
    let begun = Instant::now();
    let mut notices = Notices::new();
    let mut times = Milliseconds::default();
    let name = dir.display();
    progress.stage(format!("{name}: reading"));
    let edition = timed(&mut times.read, || folder::load(dir, &mut notices))?;
    progress.stage(format!("{name}: typesetting"));
    let book = timed(&mut times.typeset, || book::typeset(&edition, &Cache::single_run(), &mut notices));
    check::preflight(&edition, &book, &mut notices);
    progress.done(2);
    let targets = targets(dir, &edition, options, taken);
    // Both are made before either is written: a failure leaves the older pair as it was.
    let both = [&targets.pdf, &targets.epub];
    both.into_iter().flatten().try_for_each(|path| output::target(path).map(drop))?;
    progress.stage(format!("{name}: PDF"));
    let pdf = targets
        .pdf
        .as_ref()
        .map(|_| timed(&mut times.pdf, || output::pdf::write(&book, &edition, &mut notices)));
    let pdf = pdf.transpose()?;
    progress.done(1);
    progress.stage(format!("{name}: EPUB"));
    let epub = targets.epub.as_ref().map(|_| timed(&mut times.epub, || output::epub::write(&edition, &book)));
    let epub = epub.transpose()?;
    let mut files = Vec::new();
    for (path, bytes) in both.into_iter().zip([pdf, epub]) {
        if let (Some(path), Some(bytes)) = (path, bytes) {
            output::save(path, &bytes)?;
            files.push(report::portable(path));
        }
    }
    progress.done(1);
    times.total = begun.elapsed().as_millis();
    Ok(Report {
        edition: report::portable(dir),
        title: edition.title.clone(),
        files,
        pages: book.sheets.len(),
        words: report::words(&edition),
        milliseconds: times,
        notices: report::notices(&notices),
    })
}

fn timed<T>(milliseconds: &mut u128, work: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let result = work();
    *milliseconds = begun.elapsed().as_millis();
    result
}

/// The named files; where none is named both, after the title.
fn targets(dir: &Path, edition: &Edition, options: &Options, taken: &mut BTreeSet<PathBuf>) -> Targets {
    if options.pdf.is_some() || options.epub.is_some() {
        return Targets { pdf: options.pdf.clone(), epub: options.epub.clone() };
    }
    let folder = options.out.clone().unwrap_or_else(|| dir.join("out"));
    let stem = output::file_stem(&edition.title);
    // Two editions of one title in one call must not overwrite each other.
    let free = (1u32..).map(|n| if n == 1 { stem.clone() } else { format!("{stem}-{n}") });
    let stem = free.into_iter().find(|stem| taken.insert(folder.join(stem))).unwrap_or(stem);
    Targets { pdf: Some(folder.join(format!("{stem}.pdf"))), epub: Some(folder.join(format!("{stem}.epub"))) }
}

fn print(done: &Report, options: &Options) {
    if options.json {
        report::object(done);
        return;
    }
    for notice in &done.notices {
        match options.dirs.len() {
            1 => report::complain(&notice.to_string()),
            // Of several editions each notice names its own.
            _ => report::complain(&format!("{}: {notice}", done.edition)),
        }
    }
    for file in &done.files {
        report::say(file);
    }
}
