//! An open edition goes in every few seconds; after a crash what it said comes out again.
//!
//! The journal lies in `.pamphleteer/` inside the edition's folder:
//!
//! ```text
//! lock         held as long as the edition is open, so that a second window learns of it
//! recovery/    a shadow of the edition's files of text, into which the edition is saved while it is open
//! declined/    a shadow that nobody wanted back, in case somebody does
//! .gitignore   keeps all this out of version control
//! ```
//!
//! The shadow is an edition's folder like any other, written by [`folder::save`] and read like it, not a format of its
//! own: what saving keeps, such as keys that Pamphleteer does not know, recovery keeps too, and a shadow can be
//! opened by hand. Pictures and fonts that lie in the true folder are not copied. A shadow counts only once it is
//! whole: its marker is written last and removed first. After that each file in it is replaced as a whole, the list of
//! pieces last, so that a crash in the middle of an autosave leaves pieces of this autosave and the last, all readable.

mod lock;
mod shadow;

use super::{Edition, folder};
use crate::notice::{Error, Notices, Place, Result};
use lock::Lock;
use shadow::Shadow;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The folder of the journal, below the edition's.
const JOURNAL: &str = ".pamphleteer";

/// The journal of an open edition. The edition is locked until it is dropped.
#[derive(Debug)]
pub struct Journal {
    dir: PathBuf,
    /// Why nothing can be written.
    unwritable: Option<Error>,
    /// Whether a shadow of an earlier run waits for an answer. The window and its worker take turns by it.
    offered: Mutex<bool>,
    _lock: Option<Lock>,
}

/// What opening an edition found.
#[derive(Debug)]
pub enum Opened {
    /// Nothing to recover.
    Free(Journal),
    /// An earlier run ended without saving: ask whether to [`Journal::recover`] or to [`Journal::clear`].
    Recoverable(Journal),
    /// The edition is open in another window.
    Elsewhere,
}

impl Journal {
    /// Takes the edition's lock and looks whether there is something to recover.
    ///
    /// A folder in which nothing can be written opens too; [`Journal::write`] then says why it can't.
    ///
    /// # Errors
    /// When there is no such folder.
    pub fn open(dir: &Path) -> Result<Opened> {
        std::fs::read_dir(dir).map_err(|error| Error::io(dir, "open the folder", &error))?;
        let (lock, unwritable) = match lock::take(&dir.join(JOURNAL)) {
            Ok(Some(lock)) => (Some(lock), None),
            Ok(None) => return Ok(Opened::Elsewhere),
            Err(error) => (None, Some(error)),
        };
        let is_whole = shadow(dir).is_whole();
        let journal =
            Journal { dir: dir.to_path_buf(), unwritable, offered: Mutex::new(is_whole), _lock: lock };
        Ok(if is_whole { Opened::Recoverable(journal) } else { Opened::Free(journal) })
    }

    /// Autosave: what the edition says now, for recovery. May be called from a worker; must not be called for an
    /// edition older than the last [`Journal::clear`].
    ///
    /// A shadow that was offered and neither recovered nor declined is set aside as if declined.
    ///
    /// # Errors
    /// When the journal can't be written.
    pub fn write(&self, edition: &Edition) -> Result<()> {
        let mut offered = self.offered.lock().unwrap_or_else(PoisonError::into_inner);
        self.writable()?;
        if *offered {
            shadow(&self.dir).set_aside(&self.dir.join(JOURNAL).join("declined"))?;
            *offered = false;
        }
        shadow(&self.dir).write(edition, &self.dir)
    }

    /// The edition as the shadow says, with the pictures and fonts of the true folder. The shadow stays until the
    /// edition is saved.
    ///
    /// # Errors
    /// When there is no whole shadow, or it can't be read.
    pub fn recover(&self, notices: &mut Notices) -> Result<Edition> {
        let mut offered = self.offered.lock().unwrap_or_else(PoisonError::into_inner);
        let shadow = shadow(&self.dir);
        if !shadow.is_whole() {
            let what = "there is nothing to recover";
            return Err(Error::new(Place::file(shadow.dir()), what, "open the edition as it was saved"));
        }
        let edition = folder::load_over(shadow.dir(), &self.dir, notices)?;
        *offered = false;
        Ok(edition)
    }

    /// Forgets the shadow: after a save, or when recovery is declined. In the second case it is kept in
    /// `.pamphleteer/declined/`.
    ///
    /// # Errors
    /// When the shadow can't be moved or removed; it would then be offered again.
    pub fn clear(&self) -> Result<()> {
        let mut offered = self.offered.lock().unwrap_or_else(PoisonError::into_inner);
        if self.unwritable.is_some() {
            *offered = false;
            return Ok(());
        }
        match *offered {
            true => shadow(&self.dir).set_aside(&self.dir.join(JOURNAL).join("declined"))?,
            false => shadow(&self.dir).remove()?,
        }
        *offered = false;
        Ok(())
    }

    /// Why nothing can be written, if nothing can.
    pub fn why_not(&self) -> Option<&Error> {
        self.unwritable.as_ref()
    }

    fn writable(&self) -> Result<()> {
        match &self.unwritable {
            Some(why) => Err(Error::new(why.place.clone(), why.what.clone(), why.hint.clone())),
            None => Ok(()),
        }
    }
}

fn shadow(dir: &Path) -> Shadow {
    Shadow::at(dir.join(JOURNAL).join("recovery"))
}
