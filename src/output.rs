//! Outputs: the book as PDF, EPUB and pictures. Each gives bytes; [`save`] puts them on the disk whole or not at all.

pub mod epub;
pub mod file;
pub mod pdf;
pub mod png;
pub mod proofs;

use crate::edition::Edition;
use crate::notice::{Error, Place, Result};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Writes a file beside its place, syncs it and renames it: an older file stays as it was when anything fails.
///
/// # Errors
/// When a folder can't be made, or the file not be written, with the system's reason.
pub fn save(path: &Path, bytes: &[u8]) -> Result<()> {
    let path = &target(path)?;
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(|error| Error::io(folder, "make the folder", &error))?;
    let failed = |error: &std::io::Error| Error::io(path, "write the file", error);
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(|error| failed(&error))?;
    file.write_all(bytes).map_err(|error| failed(&error))?;
    file.as_file().sync_all().map_err(|error| failed(&error))?;
    readable_by_all(file.path()).map_err(|error| failed(&error))?;
    file.persist(path).map_err(|error| failed(&error.error))?;
    Ok(())
}

/// The file that is really meant by `path`, behind a link; nothing is written yet.
///
/// # Errors
/// When something stands there that is no file: a folder, a device.
pub fn target(path: &Path) -> Result<PathBuf> {
    match path.canonicalize() {
        Ok(real) if real.is_file() => Ok(real),
        Ok(_) => {
            let hint = "choose another name, or move what stands there away";
            Err(Error::new(Place::file(path), "something that is no file has this name", hint))
        }
        Err(_) => Ok(path.to_path_buf()),
    }
}

/// Temporary files are private; a book is not.
#[cfg(unix)]
fn readable_by_all(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable_by_all(_: &Path) -> std::io::Result<()> {
    Ok(())
}

/// The file name, without ending, of an edition: its title; behind a hyphen the variant that it is.
pub fn stem_of(edition: &Edition) -> String {
    variant_stem(&file_stem(&edition.title), edition.variant.as_deref())
}

/// The file name of a variant beside that of its edition, both without ending.
pub fn variant_stem(stem: &str, variant: Option<&str>) -> String {
    variant.map_or_else(|| stem.to_string(), |variant| format!("{stem}-{variant}"))
}

/// A file name of a title: letters and figures of any script, hyphens between.
pub fn file_stem(title: &str) -> String {
    let mut stem = String::new();
    for letter in title.chars().flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() {
            stem.push(letter);
        } else if !matches!(letter, '’' | '\'') && !stem.is_empty() && !stem.ends_with('-') {
            stem.push('-');
        }
        if stem.len() > 80 {
            break;
        }
    }
    let stem = stem.trim_end_matches('-');
    if stem.is_empty() { "edition".to_string() } else { stem.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_after_the_title() {
        assert_eq!(file_stem("The Editor’s Table: 2026/27"), "the-editors-table-2026-27");
        assert_eq!(file_stem("Остановка"), "остановка");
        assert_eq!(file_stem("../.."), "edition");
        assert!(file_stem(&"long ".repeat(100)).len() <= 90);
    }
}
