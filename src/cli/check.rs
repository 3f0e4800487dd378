//! `pamphleteer check`: what is doubtful or missing, and how to mend it.

use super::board::{self, Form};
use super::fix::{self, Fixed};
use super::report::{self, NoticeReport};
use super::sarif;
use super::variants::Wanted;
use crate::book::{self, cache::Cache};
use crate::check::{self, Preflight};
use crate::edition::{Edition, folder};
use crate::notice::{self, Mend, Notices, Reach, Result, Weight};
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Debug, Serialize)]
struct Report {
    edition: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    variant: Option<String>,
    faults: usize,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    mended: Vec<Fixed>,
    notices: Vec<NoticeReport>,
}

/// What to check, and how to say it.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Folders of editions
    #[arg(required = true)]
    dirs: Vec<PathBuf>,
    #[command(flatten)]
    wanted: Wanted,
    /// Print the board instead: for each piece author note, disclaimer, credit, permission, and what is missing
    #[arg(long)]
    board: bool,
    /// Print the board for a spreadsheet
    #[arg(long, requires = "board", conflicts_with = "json")]
    csv: bool,
    /// Print JSON, one object an edition or variant
    #[arg(long)]
    json: bool,
    /// Print SARIF 2.1.0, one run an edition or variant, for editors and code hosts
    #[arg(long, conflicts_with_all = ["board", "json"])]
    sarif: bool,
    /// Print the id of each finding behind it
    #[arg(long, conflicts_with_all = ["board", "json", "sarif"])]
    ids: bool,
    /// Mend this finding, save the folder and check again; or all findings of a rule that can be mended safely (may be
    /// repeated)
    #[arg(long, value_name = "ID", conflicts_with_all = ["board", "names"])]
    fix: Vec<String>,
}

/// What was found in an edition or one of its variants.
pub(super) struct Checked {
    pub(super) variant: Option<String>,
    pub(super) notices: Notices,
}

/// Checks all editions. A fault in one makes the exit code 1; of the board, a piece that may not be printed yet.
pub(super) fn run(options: &Options) -> ExitCode {
    if !options.fix.is_empty() && options.dirs.len() > 1 {
        report::complain("--fix mends one edition at a time (see pamphleteer check --help)");
        return ExitCode::from(2);
    }
    let failed = match options.board {
        true => boards_of_all(options),
        false => check_all(options),
    };
    ExitCode::from(u8::from(failed))
}

/// Prints the boards; whether one failed, or holds a piece that may not be printed yet.
fn boards_of_all(Options { dirs, wanted, json, csv, .. }: &Options) -> bool {
    let form = match (csv, json) {
        (true, _) => Form::Csv,
        (_, true) => Form::Json,
        _ => Form::Text,
    };
    let mut failed = false;
    for dir in dirs {
        failed |= match boards(dir, wanted, form) {
            Ok(is_blocked) => is_blocked,
            Err(error) => {
                report::failure(dir, None, &error, *json);
                true
            }
        };
    }
    failed
}

/// Prints what was found; whether an edition failed, or has a fault.
fn check_all(options: &Options) -> bool {
    let mut failed = false;
    let mut runs = Vec::new();
    for dir in &options.dirs {
        let found = fixed(dir, options).and_then(|mended| Ok((mended, check(dir, &options.wanted)?)));
        match found {
            Ok((mended, found)) => {
                for (index, checked) in found.into_iter().enumerate() {
                    let faults = faults(&checked.notices);
                    failed |= faults > 0;
                    let mended = if index == 0 { mended.as_slice() } else { &[] };
                    if options.sarif {
                        runs.push(sarif::run(dir, &checked));
                    } else if options.json {
                        report::object(&report_of(dir, checked, mended.to_vec(), faults));
                    } else {
                        print(dir, &checked, mended, options.ids);
                    }
                }
            }
            Err(error) => {
                failed = true;
                report::failure(dir, None, &error, options.json);
            }
        }
    }
    if options.sarif {
        report::object(&sarif::log(runs));
    }
    failed
}

fn faults(notices: &Notices) -> usize {
    notices.iter().filter(|notice| notice.weight == Weight::Fault).count()
}

/// Mends what is asked for.
fn fixed(dir: &Path, options: &Options) -> Result<Vec<Fixed>> {
    if options.fix.is_empty() {
        return Ok(Vec::new());
    }
    let mut notices = Notices::new();
    let edition = folder::load(dir, &mut notices)?;
    look(&edition, &mut notices);
    fix::fix(edition, &notices, dir, &options.fix)
}

fn report_of(dir: &Path, checked: Checked, mended: Vec<Fixed>, faults: usize) -> Report {
    let notices = report::notices(&checked.notices);
    Report { edition: report::portable(dir), variant: checked.variant, faults, mended, notices }
}

/// Prints the boards of an edition; whether any piece may not be printed yet.
fn boards(dir: &Path, wanted: &Wanted, form: Form) -> Result<bool> {
    let mut is_blocked = false;
    for edition in wanted.of(folder::load(dir, &mut Notices::new())?)? {
        let board = check::board::of(&edition);
        is_blocked |= board.is_blocked();
        board::print(dir, &edition, &board, form);
    }
    Ok(is_blocked)
}

/// The variants that are asked for, and what is doubtful in each.
fn check(dir: &Path, wanted: &Wanted) -> Result<Vec<Checked>> {
    let mut read = Notices::new();
    let editions = wanted.of(folder::load(dir, &mut read)?)?;
    let cache = Cache::single_run();
    let mut preflight = Preflight::default();
    let checked = editions.iter().map(|edition| {
        let mut notices = read.clone();
        let book = book::typeset(edition, &cache, &mut notices);
        preflight.look(edition, &book, &mut notices);
        Checked { variant: edition.variant.as_ref().map(ToString::to_string), notices }
    });
    Ok(checked.collect())
}

/// What is doubtful in the edition itself.
fn look(edition: &Edition, notices: &mut Notices) {
    let book = book::typeset(edition, &Cache::single_run(), notices);
    check::preflight(edition, &book, notices);
}

fn print(dir: &Path, Checked { variant, notices }: &Checked, mended: &[Fixed], with_ids: bool) {
    mended.iter().for_each(|fixed| report::say(&fixed.to_string()));
    for (notice, id) in notices.iter().zip(notice::ids(notices)) {
        let end = match notice.mend.map(Mend::reach) {
            _ if with_ids => format!(" [{id}]"),
            Some(Reach::Rule | Reach::Finding) => format!(" [--fix {id}]"),
            _ => String::new(),
        };
        match variant {
            None => report::say(&format!("{notice}{end}")),
            Some(variant) => report::say(&format!("{variant}: {notice}{end}")),
        }
    }
    if notices.is_empty() {
        report::say(&format!("{}: nothing to mend", report::name(dir, variant.as_deref())));
    }
}
