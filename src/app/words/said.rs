//! What is said for a while.

pub(crate) const ELSEWHERE: &str =
    "This edition is open in another window. What you save here may overwrite what is saved there.";
pub(crate) const READ_ONLY: &str =
    "The edition’s folder can’t be written to. You can look and export, but not save there.";
pub(crate) const STOPPED: &str = "The export was stopped. Older files are as they were.";
pub(crate) const MERGED: &str = "Changes made in the files by another program were taken over.";
pub(crate) const NO_CLIPBOARD: &str = "There is no text on the clipboard.";
pub(crate) const NO_TEXT: &str = "No text was found to add.";
pub(crate) const NOTHING_NEW: &str = "The edition has these texts already.";
pub(crate) const GONE: &str = "The edition’s folder is gone. Save to write it again.";

pub(crate) fn missing(path: &str) -> String {
    format!("{path} does not exist")
}

pub(crate) fn profile(path: &str) -> String {
    format!("{path}: this is no colour profile of a press")
}

pub(crate) fn picture(path: &str, why: &str) -> String {
    format!("{path}: {why}")
}

pub(crate) fn more(count: usize) -> String {
    format!("… and {count} more. All are in the list of notices once the edition is saved.")
}

pub(crate) fn exported(files: &[std::path::PathBuf]) -> String {
    let names = files.iter().filter_map(|file| file.file_name()).map(|name| name.to_string_lossy());
    format!("Exported: {}", names.collect::<Vec<_>>().join(", "))
}

pub(crate) fn saved(title: &str) -> String {
    format!("“{title}” is saved")
}

pub(crate) fn added(new: usize, changed: usize) -> String {
    let added = match new {
        0 => String::new(),
        1 => "One piece was added".into(),
        _ => format!("{new} pieces were added"),
    };
    let changed = match changed {
        0 => return added,
        1 => "one piece was brought up to date".into(),
        _ => format!("{changed} pieces were brought up to date"),
    };
    if added.is_empty() { super::intake::capital(&changed) } else { format!("{added}, {changed}") }
}

pub(crate) fn broke_off(why: &str) -> String {
    format!(
        "Typesetting met a fault of the program and stopped: {why}. Your texts are safe; save, and undo the last change."
    )
}
