//! `pamphleteer check`: what is doubtful or missing, and how to mend it.

use super::board::{self, Form};
use super::report::{self, NoticeReport};
use super::variants::Wanted;
use crate::book::{self, cache::Cache};
use crate::check;
use crate::edition::folder;
use crate::notice::{Notices, Result, Weight};
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Debug, Serialize)]
struct Report {
    edition: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    variant: Option<String>,
    faults: usize,
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
}

/// Checks all editions. A fault in one makes the exit code 1; of the board, a piece that may not be printed yet.
pub(super) fn run(options: &Options) -> ExitCode {
    let Options { dirs, wanted, json, .. } = options;
    let json = *json;
    let mut failed = false;
    if options.board {
        let form = if options.csv {
            Form::Csv
        } else if json {
            Form::Json
        } else {
            Form::Text
        };
        for dir in dirs {
            failed |= match boards(dir, wanted, form) {
                Ok(is_blocked) => is_blocked,
                Err(error) => {
                    report::failure(dir, None, &error, json);
                    true
                }
            };
        }
        return ExitCode::from(u8::from(failed));
    }
    for dir in dirs {
        match check(dir, wanted) {
            Ok(found) => {
                for (variant, notices) in found {
                    let faults = notices.iter().filter(|notice| notice.weight == Weight::Fault).count();
                    failed |= faults > 0;
                    if json {
                        let edition = report::portable(dir);
                        report::object(&Report {
                            edition,
                            variant,
                            faults,
                            notices: report::notices(&notices),
                        });
                    } else {
                        print(dir, variant.as_deref(), &notices);
                    }
                }
            }
            Err(error) => {
                failed = true;
                report::failure(dir, None, &error, json);
            }
        }
    }
    ExitCode::from(u8::from(failed))
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
fn check(dir: &Path, wanted: &Wanted) -> Result<Vec<(Option<String>, Notices)>> {
    let mut read = Notices::new();
    let editions = wanted.of(folder::load(dir, &mut read)?)?;
    let cache = Cache::single_run();
    let checked = editions.iter().map(|edition| {
        let mut notices = read.clone();
        let book = book::typeset(edition, &cache, &mut notices);
        check::preflight(edition, &book, &mut notices);
        (edition.variant.as_ref().map(ToString::to_string), notices)
    });
    Ok(checked.collect())
}

fn print(dir: &Path, variant: Option<&str>, notices: &Notices) {
    for notice in notices {
        match variant {
            None => report::say(&notice.to_string()),
            Some(variant) => report::say(&format!("{variant}: {notice}")),
        }
    }
    if notices.is_empty() {
        report::say(&format!("{}: nothing to mend", report::name(dir, variant)));
    }
}
