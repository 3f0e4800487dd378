//! An edition goes in; beside the true files lies a shadow of them, from which it can be read again.

use crate::edition::Edition;
use crate::edition::folder::{self, write_whole};
use crate::notice::{Error, Result};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The file that says that a shadow is whole. No edition has one of this name.
const MARKER: &str = ".whole";

/// A shadow of an edition's files of text.
pub(super) struct Shadow {
    dir: PathBuf,
}

impl Shadow {
    pub(super) fn at(dir: PathBuf) -> Shadow {
        Shadow { dir }
    }

    pub(super) fn dir(&self) -> &Path {
        &self.dir
    }

    /// Whether it was ever finished.
    pub(super) fn is_whole(&self) -> bool {
        self.dir.join(MARKER).is_file() && self.dir.join("edition.toml").is_file()
    }

    /// Saves the edition into the shadow, which is made first if there is none.
    pub(super) fn write(&self, edition: &Edition, true_folder: &Path) -> Result<()> {
        let is_whole = self.is_whole();
        if !is_whole {
            self.remove()?;
            self.copy_from(true_folder)?;
        }
        let lean = without_known_media(edition, true_folder);
        self.drop_media_beside(&lean, edition)?;
        folder::save(&lean, &self.dir)?;
        if !is_whole {
            write_whole(&self.dir.join(MARKER), &self.dir, b"")?;
        }
        Ok(())
    }

    /// Copies the files of text, so that saving finds what it keeps.
    fn copy_from(&self, true_folder: &Path) -> Result<()> {
        std::fs::create_dir_all(&self.dir)
            .map_err(|error| Error::io(&self.dir, "make the folder", &error))?;
        // Files that can't be read as an edition any more are nothing to build upon: the shadow is then made anew.
        let Ok(texts) = folder::text_files(true_folder) else { return Ok(()) };
        let tables = ["edition.toml", "contributors.toml"].map(PathBuf::from);
        for file in texts.iter().chain(&tables) {
            let bytes = match std::fs::read(true_folder.join(file)) {
                Ok(bytes) => bytes,
                Err(error) if error.kind() == ErrorKind::NotFound => continue,
                Err(error) => return Err(Error::io(true_folder.join(file), "read the file", &error)),
            };
            let path = self.dir.join(file);
            let parent = path.parent().unwrap_or(&self.dir);
            std::fs::create_dir_all(parent).map_err(|error| Error::io(parent, "make the folder", &error))?;
            write_whole(&path, parent, &bytes)?;
        }
        Ok(())
    }

    /// Removes pictures and fonts that an earlier autosave brought and that the edition has no more, or has as the true
    /// folder has them: saving leaves such files alone, and recovery would take them for new.
    fn drop_media_beside(&self, lean: &Edition, edition: &Edition) -> Result<()> {
        let pictures = edition.pictures.keys().filter(|name| !lean.pictures.contains_key(*name));
        let pictures = pictures.map(|name| self.dir.join(&**name));
        let fonts = std::fs::read_dir(self.dir.join("fonts")).into_iter().flatten().flatten();
        let fonts = fonts.filter(|font| !lean.fonts.contains_key(&*font.file_name().to_string_lossy()));
        for path in pictures.chain(fonts.map(|font| font.path())) {
            absent_is_fine(std::fs::remove_file(&path))
                .map_err(|error| Error::io(&path, "remove the file", &error))?;
        }
        Ok(())
    }

    /// Removes the shadow, its marker first.
    pub(super) fn remove(&self) -> Result<()> {
        absent_is_fine(std::fs::remove_file(self.dir.join(MARKER)))
            .and_then(|()| absent_is_fine(std::fs::remove_dir_all(&self.dir)))
            .map_err(|error| Error::io(&self.dir, "remove the folder", &error))
    }

    /// Moves the shadow away, never over another: `declined`, then `declined-2` and so on.
    pub(super) fn set_aside(&self, to: &Path) -> Result<()> {
        let numbered = |number: usize| match number {
            1 => to.to_path_buf(),
            _ => to
                .with_file_name(format!("{}-{number}", to.file_name().unwrap_or_default().to_string_lossy())),
        };
        let free = (1..).map(numbered).find(|path| path.symlink_metadata().is_err()).unwrap_or_default();
        absent_is_fine(std::fs::rename(&self.dir, free))
            .map_err(|error| Error::io(&self.dir, "move the folder", &error))
    }
}

/// The edition without the pictures and fonts that lie in its folder as they are.
fn without_known_media(edition: &Edition, true_folder: &Path) -> Edition {
    let is_there = |file: &Path, bytes: &[u8]| {
        let path = true_folder.join(file);
        // The length first: most pictures are read only once in their life.
        path.metadata().is_ok_and(|data| data.len() == bytes.len() as u64)
            && std::fs::read(path).is_ok_and(|there| there == bytes)
    };
    let mut edition = edition.clone();
    edition.pictures.retain(|name, picture| !is_there(Path::new(&**name), &picture.bytes));
    edition.fonts.retain(|name, bytes| !is_there(&Path::new("fonts").join(&**name), bytes));
    edition
}

fn absent_is_fine(done: std::io::Result<()>) -> std::io::Result<()> {
    match done {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
