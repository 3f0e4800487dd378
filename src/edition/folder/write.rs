//! Bytes go in; a whole file comes out, or the old one stays as it was.

use crate::notice::{Error, Result};
use std::io::Write;
use std::path::Path;

/// Writes a file beside the old one, then puts it in its place.
pub(crate) fn write_whole(path: &Path, folder: &Path, bytes: &[u8]) -> Result<()> {
    let failed = |error: &std::io::Error| Error::io(path, "write the file", error);
    let mut beside = tempfile::NamedTempFile::new_in(folder).map_err(|error| failed(&error))?;
    beside.write_all(bytes).and_then(|()| beside.as_file().sync_all()).map_err(|error| failed(&error))?;
    keep_permissions(path, beside.as_file());
    beside.persist(path).map_err(|error| failed(&error.error))?;
    Ok(())
}

/// Gives the new file the rights of the old one, or those of any new file instead of a temporary one's.
fn keep_permissions(path: &Path, beside: &std::fs::File) {
    let permissions = match std::fs::metadata(path) {
        Ok(old) => Some(old.permissions()),
        Err(_) => usual_permissions(),
    };
    if let Some(permissions) = permissions {
        // A file with narrower rights is better than none.
        let _ = beside.set_permissions(permissions);
    }
}

#[cfg(unix)]
fn usual_permissions() -> Option<std::fs::Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn usual_permissions() -> Option<std::fs::Permissions> {
    None
}
