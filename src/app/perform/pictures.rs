//! Pictures from the disk, for texts, people and the design.

use crate::app::document::Document;
use crate::app::{App, words};
use crate::edition::change::Change;
use crate::edition::design_settings::DesignSettings;
use crate::edition::people::{Contributor, ContributorId, Portrait};
use crate::edition::picture::Picture;
use crate::edition::production::Profile;
use crate::output::pdf;
use std::path::Path;
use std::sync::Arc;

impl App {
    /// Makes a picture from the disk the portrait of a person.
    pub(super) fn hang_portrait(&mut self, id: &ContributorId, path: &Path) {
        let Some((name, picture)) = self.picture_of(path) else { return };
        let Some(document) = &self.document else { return };
        let Some(person) = document.edition.contributors.get(id) else { return };
        let alt = person.portrait.as_ref().map(|portrait| portrait.alt.clone()).unwrap_or_default();
        let portrait = Some(Box::new(Portrait { picture: name.clone(), alt }));
        let person = Contributor { portrait, ..person.clone() };
        let changes =
            vec![Change::Picture(name, Some(picture)), Change::Contributor(id.clone(), Some(person))];
        self.change_to(words::edits::PORTRAIT, Change::Several(changes));
    }

    /// Puts a picture on the disk between the sections of all pieces, in the edition or in a variant.
    pub(super) fn put_ornament(&mut self, variant: Option<&str>, path: &Path) {
        let Some((name, picture)) = self.picture_of(path) else { return };
        let Some(document) = &self.document else { return };
        let edition = &document.edition;
        let with =
            |design: &DesignSettings| DesignSettings { ornament: Some(name.to_string()), ..design.clone() };
        let design = match variant {
            None => Change::Design(with(&edition.design)),
            Some(wanted) => {
                let mut all = edition.variants.clone();
                let variants = all.iter_mut().filter(|variant| *variant.name == *wanted);
                variants.for_each(|variant| variant.design = with(&variant.design));
                Change::Variants(all)
            }
        };
        let changes = vec![Change::Picture(name.clone(), Some(picture)), design];
        self.change_to(words::edits::field(words::inspector::ORNAMENT[0]), Change::Several(changes));
    }

    /// Puts a picture on the disk on the cover.
    pub(super) fn put_on_cover(&mut self, path: &Path) {
        let Some((name, picture)) = self.picture_of(path) else { return };
        let Some(document) = &self.document else { return };
        let mut production = document.edition.production.clone();
        production.cover.picture = Some(name.clone());
        let changes = vec![Change::Picture(name, Some(picture)), Change::Production(Box::new(production))];
        self.change_to(words::edits::field(words::production::PICTURE[0]), Change::Several(changes));
    }

    /// Takes a file of the disk as the profile of the press.
    pub(super) fn take_profile(&mut self, path: &Path) {
        let Some(document) = &self.document else { return };
        let bytes = match std::fs::read(path) {
            Ok(bytes) if pdf::is_press_profile(&bytes) => bytes,
            Ok(_) => return self.toasts.complain(words::said::profile(&path.display().to_string())),
            Err(error) => {
                let error = crate::notice::Error::io(path, "read the profile", &error);
                return self.toasts.complain(error.to_string());
            }
        };
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let mut production = document.edition.production.clone();
        let profile = Profile { path: format!("profiles/{name}").into(), bytes: bytes.into() };
        production.press.profile = Some(profile);
        let change = Change::Production(Box::new(production));
        self.change_to(words::edits::field(words::production::PROFILE[0]), change);
    }

    /// A picture on the disk, and its name in the edition; says so where it can't be used.
    pub(super) fn picture_of(&mut self, path: &Path) -> Option<(Arc<str>, Picture)> {
        let document = self.document.as_ref()?;
        let picture = std::fs::read(path)
            .map_err(|error| crate::notice::Error::io(path, "read the picture", &error).to_string())
            .and_then(Picture::read);
        let picture = match picture {
            Ok(picture) => picture,
            Err(why) => {
                self.toasts.complain(words::said::picture(&path.display().to_string(), &why));
                return None;
            }
        };
        let same = document.edition.pictures.iter().find(|(_, known)| **known == picture);
        let name = match same {
            Some((name, _)) => name.clone(),
            None => new_picture_name(path, &picture, document),
        };
        Some((name, picture))
    }
}

fn new_picture_name(path: &Path, picture: &Picture, document: &Document) -> Arc<str> {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let ending = picture.kind.extension();
    let full = |slug: &str| format!("images/{slug}.{ending}");
    let taken = |slug: &str| {
        document.edition.pictures.contains_key(full(slug).as_str()) || document.dir.join(full(slug)).exists()
    };
    full(&crate::edition::folder::unique_slug(&stem, "picture", taken)).into()
}
