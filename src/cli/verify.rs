//! `pamphleteer verify`: our own rules and the validators on this computer, over finished files.

use super::report;
use crate::verify::{self, Outcome, Report};
use serde::Serialize;
use std::path::PathBuf;
use std::process::ExitCode;

/// Which files.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// PDFs and EPUBs that were exported
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Print JSON, one object a file
    #[arg(long)]
    json: bool,
}

/// The report of a file.
#[derive(Debug, Serialize)]
struct FileReport {
    file: String,
    checks: Vec<CheckReport>,
}

#[derive(Debug, Serialize)]
struct CheckReport {
    by: &'static str,
    outcome: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    findings: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<String>,
}

/// Verifies all files; 1 where something was found or a file can't be read.
pub(super) fn run(options: &Options) -> ExitCode {
    let mut failed = false;
    for path in &options.files {
        match verify::file(path) {
            Ok(found) => {
                failed |= found.has_findings();
                if options.json { report::object(&of(&found)) } else { print(&found) }
            }
            Err(error) => {
                failed = true;
                report::failure(path, None, &error, options.json);
            }
        }
    }
    ExitCode::from(u8::from(failed))
}

fn print(found: &Report) {
    report::say(&report::portable(&found.file));
    for check in &found.checks {
        match &check.outcome {
            Outcome::Clean => report::say(&format!("  {}: nothing found", check.by)),
            Outcome::Absent(hint) => report::say(&format!("  {}: not asked ({hint})", check.by)),
            Outcome::Found(lines) => {
                report::say(&format!("  {}: {}", check.by, crate::notice::counted(lines.len(), "finding")));
                lines.iter().for_each(|line| report::say(&format!("    {line}")));
            }
        }
    }
}

fn of(found: &Report) -> FileReport {
    let checks = found.checks.iter().map(|check| {
        let (outcome, findings, hint) = match &check.outcome {
            Outcome::Clean => ("clean", Vec::new(), None),
            Outcome::Found(lines) => ("found", lines.clone(), None),
            Outcome::Absent(hint) => ("not asked", Vec::new(), Some(hint.clone())),
        };
        CheckReport { by: check.by, outcome, findings, hint }
    });
    FileReport { file: report::portable(&found.file), checks: checks.collect() }
}
