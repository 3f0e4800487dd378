//! `pamphleteer new`: the folder of a new edition.

use super::report;
use crate::import::create;
use crate::notice::Notices;
use std::path::Path;
use std::process::ExitCode;

/// Makes the folder.
pub(super) fn run(dir: &Path, from: Option<&Path>) -> ExitCode {
    let mut notices = Notices::new();
    let made = create::create(dir, from, &mut notices);
    for notice in &notices {
        report::complain(&notice.to_string());
    }
    match made {
        Ok(_) => {
            report::say(&format!("{}: made; now try: pamphleteer export {}", dir.display(), dir.display()));
            ExitCode::SUCCESS
        }
        Err(error) => {
            report::failure(dir, None, &error, false);
            ExitCode::from(1)
        }
    }
}
