//! `pamphleteer export`: the PDF and the EPUB of one or more editions.

use super::progress::Progress;
use super::report::{self, NoticeReport};
use super::variants::Wanted;
use crate::book::{self, cache::Cache};
use crate::design::trim::Trim;
use crate::edition::{Edition, folder};
use crate::notice::{Error, Notices, Place, Result};
use crate::output::file::FileKind;
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
    /// Write the files into this folder instead of the edition's own `out`
    #[arg(long, value_name = "DIR", conflicts_with_all = NAMED)]
    out: Option<PathBuf>,
    /// Which files to write into the folder: pdf, epub, print, cover, booklet
    #[arg(long, value_name = "KINDS", value_delimiter = ',', value_parser = FileKind::parse, default_value = "pdf,epub", conflicts_with_all = NAMED)]
    make: Vec<FileKind>,
    /// Write a PDF, to this file
    #[arg(long, value_name = "FILE")]
    pdf: Option<PathBuf>,
    /// Write an EPUB, to this file
    #[arg(long, value_name = "FILE")]
    epub: Option<PathBuf>,
    /// Write the PDF for a printing press, to this file
    #[arg(long, value_name = "FILE")]
    print: Option<PathBuf>,
    /// Write the cover of the printed book (back, spine and front) as a PDF, to this file
    #[arg(long, value_name = "FILE")]
    cover: Option<PathBuf>,
    /// Write a PDF with two pages on each side of a sheet, to be folded and stapled, to this file
    #[arg(long, value_name = "FILE")]
    booklet: Option<PathBuf>,
    /// The paper of the booklet: a4, letter, or two lengths such as “210mm x 297mm”
    #[arg(long, value_name = "SIZE", default_value = "a4", value_parser = Trim::parse)]
    paper: Trim,
    #[command(flatten)]
    wanted: Wanted,
    /// Write nothing of an edition as long as the permission of a piece in it is pending, refused or not stated
    #[arg(long)]
    strict: bool,
    /// Print JSON, one object an edition or variant
    #[arg(long)]
    json: bool,
}

/// The report of an edition.
#[derive(Debug, Serialize)]
struct Report {
    edition: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    variant: Option<String>,
    title: String,
    files: Vec<String>,
    pages: usize,
    words: usize,
    milliseconds: Milliseconds,
    notices: Vec<NoticeReport>,
}

/// Time by stage.
#[derive(Clone, Debug, Default, Serialize)]
struct Milliseconds {
    read: u128,
    typeset: u128,
    pdf: u128,
    epub: u128,
    /// For presses and office printers.
    print: u128,
    total: u128,
}

/// The options that name one file each.
const NAMED: [&str; 5] = ["pdf", "epub", "print", "cover", "booklet"];

const STAGES: u64 = 4;

impl Options {
    /// The files that are named.
    fn named(&self) -> Vec<(FileKind, PathBuf)> {
        let paths = [&self.pdf, &self.epub, &self.print, &self.cover, &self.booklet];
        FileKind::ALL.into_iter().zip(paths).filter_map(|(kind, path)| Some((kind, path.clone()?))).collect()
    }
}

/// Exports all editions; one that fails does not keep the others from being made.
pub(super) fn run(options: &Options) -> ExitCode {
    if let Some(wrong) = wrong_use(options) {
        report::complain(wrong);
        return ExitCode::from(2);
    }
    let progress = Progress::new(options.dirs.len() as u64 * STAGES);
    let mut desk = Desk { options, progress, taken: BTreeSet::new(), failed: false };
    for dir in &options.dirs {
        if let Err(error) = desk.edition(dir) {
            desk.fail(dir, None, &error);
        }
    }
    ExitCode::from(u8::from(desk.failed))
}

fn wrong_use(options: &Options) -> Option<&'static str> {
    if options.named().is_empty() {
        return None;
    }
    if options.dirs.len() > 1 {
        return Some(
            "--pdf, --epub, --print, --cover and --booklet name one file each; with several editions use --make and \
             --out (see pamphleteer export --help)",
        );
    }
    let several = "--pdf, --epub, --print, --cover and --booklet name one file each; with several variants use \
                   --make and --out (see pamphleteer export --help)";
    options.wanted.are_several().then_some(several)
}

/// Exports one edition after the other.
struct Desk<'a> {
    options: &'a Options,
    progress: Progress,
    /// File names that are given out.
    taken: BTreeSet<PathBuf>,
    failed: bool,
}

/// An edition's folder, read once for all its variants.
struct Read<'a> {
    dir: &'a Path,
    begun: Instant,
    times: Milliseconds,
    notices: Notices,
}

impl Desk<'_> {
    /// Exports the variants of an edition that are asked for; one that fails does not keep the others from being made.
    fn edition(&mut self, dir: &Path) -> Result<()> {
        let mut read =
            Read { dir, begun: Instant::now(), times: Milliseconds::default(), notices: Notices::new() };
        self.progress.stage(format!("{}: reading", dir.display()));
        let edition = timed(&mut read.times.read, || folder::load(dir, &mut read.notices))?;
        let editions = self.options.wanted.of(edition)?;
        self.progress.add((editions.len() as u64 - 1) * STAGES);
        let mut said = BTreeSet::new();
        for edition in &editions {
            match self.export(&read, edition) {
                Ok(done) => self.progress.pause(|| print(&done, self.options, &mut said)),
                Err(error) => self.fail(dir, edition.variant.as_deref(), &error),
            }
            // Each is timed on its own; reading counts for the first.
            (read.begun, read.times.read) = (Instant::now(), 0);
        }
        Ok(())
    }

    fn fail(&mut self, dir: &Path, variant: Option<&str>, error: &Error) {
        self.failed = true;
        self.progress.pause(|| report::failure(dir, variant, error, self.options.json));
    }

    fn export(&mut self, read: &Read<'_>, edition: &Edition) -> Result<Report> {
        if self.options.strict {
            settled(edition)?;
        }
        let mut times = read.times.clone();
        let mut notices = read.notices.clone();
        let name = report::name(read.dir, edition.variant.as_deref());
        self.progress.stage(format!("{name}: typesetting"));
        let book = timed(&mut times.typeset, || book::typeset(edition, &Cache::single_run(), &mut notices));
        check::preflight(edition, &book, &mut notices);
        self.progress.done(2);
        let targets = targets(read.dir, edition, self.options, &mut self.taken);
        // All are made before one is written: a failure leaves the older ones as they were.
        targets.iter().try_for_each(|(_, path)| output::target(path).map(drop))?;
        let mut made = Vec::with_capacity(targets.len());
        for (kind, path) in &targets {
            self.progress.stage(format!("{name}: {}", path.display()));
            let time = match kind {
                FileKind::Pdf => &mut times.pdf,
                FileKind::Epub => &mut times.epub,
                _ => &mut times.print,
            };
            let bytes = timed(time, || kind.make(&book, edition, self.options.paper, &mut notices))?;
            made.push((path, bytes));
        }
        self.progress.done(1);
        let mut files = Vec::with_capacity(made.len());
        for (path, bytes) in made {
            output::save(path, &bytes)?;
            files.push(report::portable(path));
        }
        self.progress.done(1);
        times.total = read.begun.elapsed().as_millis();
        Ok(Report {
            edition: report::portable(read.dir),
            variant: edition.variant.as_ref().map(ToString::to_string),
            title: edition.title.clone(),
            files,
            pages: book.sheets.len(),
            words: report::words(edition),
            milliseconds: times,
            notices: report::notices(&notices),
        })
    }
}

/// An error that names each piece that may not be printed yet.
///
/// # Errors
/// Where there is one.
fn settled(edition: &Edition) -> Result<()> {
    let unsettled = check::rights::unsettled(edition);
    if unsettled.is_empty() {
        return Ok(());
    }
    let reasons: Vec<String> =
        unsettled.iter().map(|notice| format!("{}: {}", notice.place, notice.what)).collect();
    let what = format!("nothing is written, as --strict asks: {}", reasons.join("; "));
    let hint = "see pamphleteer check --board; without --strict the book is made all the same";
    Err(Error::new(Place::default(), what, hint))
}

fn timed<T>(milliseconds: &mut u128, work: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let result = work();
    *milliseconds += begun.elapsed().as_millis();
    result
}

/// The named files; where none is named those of the wanted kinds, after the title.
fn targets(
    dir: &Path,
    edition: &Edition,
    options: &Options,
    taken: &mut BTreeSet<PathBuf>,
) -> Vec<(FileKind, PathBuf)> {
    let named = options.named();
    if !named.is_empty() {
        return named;
    }
    let folder = options.out.clone().unwrap_or_else(|| dir.join("out"));
    let stem = output::stem_of(edition);
    // Two editions of one title in one call must not overwrite each other.
    let free = (1u32..).map(|n| if n == 1 { stem.clone() } else { format!("{stem}-{n}") });
    let stem = free.into_iter().find(|stem| taken.insert(folder.join(stem))).unwrap_or(stem);
    let kinds = FileKind::ALL.into_iter().filter(|kind| options.make.contains(kind));
    kinds.map(|kind| (kind, folder.join(kind.file_name(&stem)))).collect()
}

/// Prints the notices and files of a book. What was said of an edition is not said again of its variants.
fn print(done: &Report, options: &Options, said: &mut BTreeSet<String>) {
    if options.json {
        report::object(done);
        return;
    }
    for notice in &done.notices {
        let line = notice.to_string();
        if !said.insert(line.clone()) {
            continue;
        }
        let line = match &done.variant {
            None => line,
            Some(variant) => format!("{variant}: {line}"),
        };
        match options.dirs.len() {
            1 => report::complain(&line),
            // Of several editions each notice names its own.
            _ => report::complain(&format!("{}: {line}", done.edition)),
        }
    }
    for file in &done.files {
        report::say(file);
    }
}
