//! `pamphleteer check`: what is doubtful or missing, and how to mend it.

use super::report::{self, NoticeReport};
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
    faults: usize,
    notices: Vec<NoticeReport>,
}

/// Checks all editions; a fault in one makes the exit code 1.
pub(super) fn run(dirs: &[PathBuf], json: bool) -> ExitCode {
    let mut failed = false;
    for dir in dirs {
        match notices(dir) {
            Ok(notices) => {
                let faults = notices.iter().filter(|notice| notice.weight == Weight::Fault).count();
                failed |= faults > 0;
                if json {
                    let edition = report::portable(dir);
                    report::object(&Report { edition, faults, notices: report::notices(&notices) });
                } else {
                    print(dir, &notices);
                }
            }
            Err(error) => {
                failed = true;
                report::failure(dir, &error, json);
            }
        }
    }
    ExitCode::from(u8::from(failed))
}

fn notices(dir: &Path) -> Result<Notices> {
    let mut notices = Notices::new();
    let edition = folder::load(dir, &mut notices)?;
    let book = book::typeset(&edition, &Cache::single_run(), &mut notices);
    check::preflight(&edition, &book, &mut notices);
    Ok(notices)
}

fn print(dir: &Path, notices: &Notices) {
    for notice in notices {
        report::say(&notice.to_string());
    }
    if notices.is_empty() {
        report::say(&format!("{}: nothing to mend", dir.display()));
    }
}
