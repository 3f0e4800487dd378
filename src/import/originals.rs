//! What is imported is kept as it came, in `originals/`, under a name by which its piece remembers it.

use super::files::name_of;
use crate::edition::folder::write_whole;
use crate::notice::{Error, Result};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Something that was imported, as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Original {
    /// A file.
    File(PathBuf),
    /// A text that was pasted.
    Pasted(Arc<str>),
}

impl Original {
    fn name(&self) -> String {
        match self {
            Original::File(path) => name_of(path),
            Original::Pasted(_) => "pasted.txt".into(),
        }
    }

    fn bytes(&self) -> Result<Vec<u8>> {
        match self {
            Original::File(path) => {
                std::fs::read(path).map_err(|error| Error::io(path, "read the file", &error))
            }
            Original::Pasted(text) => Ok(text.as_bytes().to_vec()),
        }
    }
}

/// What is going to be kept, by its name in `originals/`.
#[derive(Clone, Debug, Default)]
pub struct Originals(BTreeMap<String, Original>);

impl Originals {
    /// The name of an original in the edition in `dir`. What is there already in the same words keeps its name; of
    /// several files of one name the second is called `2-NAME`.
    ///
    /// # Errors
    /// When the original can't be read.
    pub(super) fn name(&mut self, dir: &Path, original: &Original) -> Result<String> {
        let bytes = original.bytes()?;
        let folder = dir.join("originals");
        let is_free = |name: &String| match self.0.get(name) {
            Some(other) => other == original || other.bytes().is_ok_and(|other| other == bytes),
            None => {
                let there = folder.join(name);
                !there.exists() || std::fs::read(there).is_ok_and(|there| there == bytes)
            }
        };
        let name = (1_u32..).map(|number| numbered(&original.name(), number)).find(is_free);
        let name = name.unwrap_or_else(|| original.name());
        self.0.insert(name.clone(), original.clone());
        Ok(name)
    }

    /// Copies them into `originals/` of the edition in `dir`. What is there is not overwritten.
    ///
    /// # Errors
    /// When a file can't be copied.
    pub fn keep(&self, dir: &Path) -> Result<()> {
        if self.0.is_empty() {
            return Ok(());
        }
        let folder = dir.join("originals");
        std::fs::create_dir_all(&folder).map_err(|error| Error::io(&folder, "make the folder", &error))?;
        for (name, original) in &self.0 {
            let copy = folder.join(name);
            if !copy.exists() {
                write_whole(&copy, &folder, &original.bytes()?)?;
            }
        }
        Ok(())
    }
}

fn numbered(name: &str, number: u32) -> String {
    if number == 1 { name.to_string() } else { format!("{number}-{name}") }
}

/// Whether an original that is kept under one name may be an earlier state of what is called `name`.
pub(super) fn is_of_name(kept: &str, name: &str) -> bool {
    let numbered = |rest: &str| {
        rest.strip_suffix('-')
            .is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
    };
    kept == name || kept.strip_suffix(name).is_some_and(numbered)
}
