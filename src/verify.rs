//! A finished file goes in; what our own rules and the validators on this computer say of it comes out, as one report.
//!
//! The rules here look at the file and at nothing else: they know no edition, so that they can't agree with a mistake of
//! the rooms that write files. Validators are asked where they are installed; none is needed.

mod epub;
mod pdf;
mod tools;

use crate::notice::{Error, Place, Result};
use std::path::{Path, PathBuf};

/// Files larger than this are not read.
const LARGEST: u64 = 1 << 30;

/// What was said of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The file.
    pub file: PathBuf,
    /// What each said, our own rules first.
    pub checks: Vec<Check>,
}

/// What one of them said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Who: “Pamphleteer”, “EPUBCheck”.
    pub by: &'static str,
    /// What.
    pub outcome: Outcome,
}

/// What a check came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing was found.
    Clean,
    /// These things were found, a line each.
    Found(Vec<String>),
    /// It is not installed; how it would be found.
    Absent(String),
}

impl Report {
    /// Whether anybody found something.
    pub fn has_findings(&self) -> bool {
        self.checks.iter().any(|check| matches!(check.outcome, Outcome::Found(_)))
    }
}

/// Looks a PDF or an EPUB over.
///
/// # Errors
/// When the file can't be read, is larger than a gibibyte, or is neither.
pub fn file(path: &Path) -> Result<Report> {
    let data = std::fs::metadata(path).map_err(|error| Error::io(path, "read the file", &error))?;
    if data.len() > LARGEST {
        return Err(Error::new(Place::file(path), "the file is larger than 1 GiB and not read", ""));
    }
    let bytes = std::fs::read(path).map_err(|error| Error::io(path, "read the file", &error))?;
    let (own, validators) = if bytes.starts_with(b"%PDF") {
        (pdf::findings(&bytes), &tools::OF_PDF[..])
    } else if bytes.starts_with(b"PK") {
        (epub::findings(&bytes), &tools::OF_EPUB[..])
    } else {
        let hint = "name a file that was exported";
        return Err(Error::new(Place::file(path), "this is neither a PDF nor an EPUB", hint));
    };
    let own = if own.is_empty() { Outcome::Clean } else { Outcome::Found(own) };
    let mut checks = vec![Check { by: "Pamphleteer", outcome: own }];
    checks.extend(validators.iter().map(|tool| Check { by: tool.name, outcome: tool.ask(path) }));
    Ok(Report { file: path.to_path_buf(), checks })
}
