//! The pictures that imported texts show are brought into `images/`.

use crate::edition::folder::unique_slug;
use crate::edition::markdown::rename_pictures;
use crate::edition::picture::Picture;
use crate::notice::{Notices, Place};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The pictures of an edition in the making.
#[derive(Default)]
pub(super) struct Pictures {
    pictures: BTreeMap<Arc<str>, Picture>,
    /// The name in the edition of a file on the disk.
    names: BTreeMap<PathBuf, String>,
}

impl Pictures {
    /// Goes on from the pictures of an edition.
    pub(super) fn onto(pictures: &BTreeMap<Arc<str>, Picture>) -> Pictures {
        Pictures { pictures: pictures.clone(), ..Pictures::default() }
    }

    /// Brings in the pictures that `source`, the text of `file` in the folder `from`, shows; the text with their
    /// new names. Pictures that can't be had keep theirs.
    pub(super) fn bring(
        &mut self,
        source: &str,
        embedded: &BTreeMap<String, Picture>,
        from: &Path,
        file: &Path,
        notices: &mut Notices,
    ) -> String {
        rename_pictures(source, Path::new(""), Path::new("pieces"), |path| {
            match self.name(path, embedded, from) {
                Ok(name) => Some(name),
                Err(why) => {
                    let what = format!("the picture “{path}” {why}");
                    notices.fault(Place::file(file), what, "put it into the folder “images” by hand");
                    // Where it will be looked for.
                    Some(format!("images/{}", path.rsplit('/').next().unwrap_or(path)))
                }
            }
        })
    }

    /// The name in the edition of the picture at `path` below `from`.
    fn name(
        &mut self,
        path: &str,
        embedded: &BTreeMap<String, Picture>,
        from: &Path,
    ) -> Result<String, String> {
        if let Some(picture) = embedded.get(path) {
            // Two files may each have an “image1”: the same bytes are the same picture.
            let known =
                self.pictures.iter().find(|(_, other)| *other == picture).map(|(name, _)| name.to_string());
            return Ok(known.unwrap_or_else(|| self.put(Path::new(path), picture.clone())));
        }
        let root = from.canonicalize().map_err(|error| format!("can’t be read: {error}"))?;
        let real = root.join(path).canonicalize().map_err(|_| "does not exist".to_string())?;
        if !real.starts_with(&root) {
            return Err("lies outside the folder".into());
        }
        if let Some(name) = self.names.get(&real) {
            return Ok(name.clone());
        }
        let bytes = std::fs::read(&real).map_err(|error| format!("can’t be read: {error}"))?;
        let picture = Picture::read(bytes).map_err(|why| format!("can’t be used: {why}"))?;
        let name = self.put(&real, picture);
        self.names.insert(real, name.clone());
        Ok(name)
    }

    /// Takes a picture under a name after that of its file.
    fn put(&mut self, file: &Path, picture: Picture) -> String {
        let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        // The ending says what the file is, whatever it said before.
        let ending = picture.kind.extension();
        let full = |slug: &str| format!("images/{slug}.{ending}");
        let slug = unique_slug(&stem, "picture", |slug| self.pictures.contains_key(full(slug).as_str()));
        let name = full(&slug);
        self.pictures.insert(name.as_str().into(), picture);
        name
    }

    /// The pictures by their names in the edition.
    pub(super) fn finish(&mut self) -> BTreeMap<Arc<str>, Picture> {
        std::mem::take(&mut self.pictures)
    }
}
