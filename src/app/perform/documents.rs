//! Documents of permissions from the disk.

use crate::app::{App, words};
use crate::edition::change::Change;
use crate::edition::permission::Permission;
use crate::edition::piece_field::PieceField;
use crate::notice::{Error, Result};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What letters and contracts are kept as.
pub(super) const ENDINGS: &[&str] = &[
    "pdf", "eml", "msg", "txt", "md", "html", "htm", "docx", "odt", "rtf", "png", "jpg", "jpeg", "tif",
    "tiff",
];

impl App {
    /// Makes a file on the disk the document of the permission of a piece. One from elsewhere is copied into the
    /// edition's folder at once: it is evidence, and shall not hang on the next save.
    pub(super) fn file_document(&mut self, file: &Path, path: &Path) {
        let Some(document) = &mut self.document else { return };
        let Some(piece) = document.piece(file).cloned() else { return };
        let name = match name_of(&document.dir, path) {
            Ok(name) => name,
            Err(error) => return self.toasts.complain(error.to_string()),
        };
        document.add_document(name.clone());
        let permission = Permission { document: Some(name), ..piece.permission.clone().unwrap_or_default() };
        let field = PieceField::Permission(Some(permission));
        let label = words::edits::field(field.name());
        self.change_to(&label, Change::Field(file.to_path_buf(), field));
    }
}

/// The path below the edition's folder of a file, copied there where it lies elsewhere.
fn name_of(dir: &Path, path: &Path) -> Result<Arc<str>> {
    let real =
        |path: &Path| path.canonicalize().map_err(|error| Error::io(path, "read the document", &error));
    let (inside, from) = (real(dir)?, real(path)?);
    let portable = |path: &Path| path.to_string_lossy().replace('\\', "/");
    if let Ok(below) = from.strip_prefix(&inside) {
        return Ok(portable(below).into());
    }
    let folder = dir.join("permissions");
    let doing = "copy the document into the edition";
    std::fs::create_dir_all(&folder).map_err(|error| Error::io(&folder, doing, &error))?;
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let ending = path.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    let full = |slug: &str| PathBuf::from("permissions").join(format!("{slug}{ending}"));
    let slug = crate::edition::folder::unique_slug(&stem, "document", |slug| dir.join(full(slug)).exists());
    let name = full(&slug);
    std::fs::copy(&from, dir.join(&name)).map_err(|error| Error::io(path, doing, &error))?;
    Ok(portable(&name).into())
}
