//! The folder of a journal goes in; a lock comes out, or the news that somebody else has it.

use crate::notice::{Error, Result};
use std::fs::{File, TryLockError};
use std::path::Path;

/// A lock that is held until it is dropped. The system lets go of it when the program ends, however it ends.
#[derive(Debug)]
pub(super) struct Lock {
    /// `None` where the disk knows no locks.
    _file: Option<File>,
}

/// Makes the folder and takes its lock; `None` if somebody else has it.
///
/// The file stays when the lock is given up: another program may wait with it open, and removing it would let a third
/// one lock a new file of the same name.
pub(super) fn take(folder: &Path) -> Result<Option<Lock>> {
    std::fs::create_dir_all(folder).map_err(|error| Error::io(folder, "make the folder", &error))?;
    let ignore = folder.join(".gitignore");
    if !ignore.exists() {
        std::fs::write(&ignore, "*\n").map_err(|error| Error::io(&ignore, "write the file", &error))?;
    }
    let path = folder.join("lock");
    let file = File::options().create(true).write(true).truncate(false).open(&path);
    let file = file.map_err(|error| Error::io(&path, "write the file", &error))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(Lock { _file: Some(file) })),
        Err(TryLockError::WouldBlock) => Ok(None),
        // Better two windows on one edition than none.
        Err(TryLockError::Error(_)) => Ok(Some(Lock { _file: None })),
    }
}
