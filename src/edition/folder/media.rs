//! What an edition brings along beside its pieces: pictures, fonts, files of free matter.

use super::source::{Folder, Unreadable, decode};
use super::{LONGEST_PIECE, front_matter, header};
use crate::edition::Edition;
use crate::edition::markdown::{self, Context};
use crate::edition::matter::FreeText;
use crate::edition::permission::Permission;
use crate::edition::picture::{Picture, is_picture_name};
use crate::edition::piece::Piece;
use crate::edition::text::{Block, Text};
use crate::notice::{Notices, Place, Rule};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// An edition has at most so many fonts of its own,
const MOST_FONTS: usize = 40;
/// each of at most so many bytes.
const LARGEST_FONT: u64 = 20 * 1024 * 1024;

/// The pictures that the texts of an edition show, each from the first of the folders that has it.
pub(super) fn pictures(
    folders: &[Folder],
    edition: &Edition,
    notices: &mut Notices,
) -> BTreeMap<Arc<str>, Picture> {
    let mut wanted: BTreeMap<Arc<str>, Place> = BTreeMap::new();
    let mut want = |text: &Text, place: &dyn Fn(&str) -> Place| {
        let notes = text.notes.iter().flat_map(|note| &note.blocks);
        for block in text.blocks.iter().chain(notes) {
            each_picture(block, &mut |picture| {
                wanted.entry(picture.clone()).or_insert_with(|| place(picture));
            });
        }
    };
    for piece in edition.pieces() {
        want(&piece.body, &|picture| line_of(piece, picture));
    }
    for matter in edition.free_texts() {
        let file = matter.file.as_deref().unwrap_or(Path::new("edition.toml"));
        want(&matter.text, &|_| Place::file(file));
    }
    let portraits = edition.contributors.values().filter_map(|person| person.portrait.as_ref());
    for portrait in portraits {
        let place = || line_naming(folders, Path::new("contributors.toml"), &portrait.picture);
        wanted.entry(portrait.picture.clone()).or_insert_with(place);
    }
    let designs = std::iter::once(&edition.design).chain(edition.variants.iter().map(|v| &v.design));
    for ornament in designs.filter_map(|design| design.ornament.as_deref()).filter(|o| is_picture_name(o)) {
        wanted
            .entry(ornament.into())
            .or_insert_with(|| line_naming(folders, Path::new("edition.toml"), ornament));
    }
    if let Some(cover) = &edition.production.cover.picture {
        wanted.entry(cover.clone()).or_insert_with(|| line_naming(folders, Path::new("edition.toml"), cover));
    }
    let mut pictures = BTreeMap::new();
    for (name, place) in wanted {
        match picture(folders, &name) {
            Ok(picture) => {
                pictures.insert(name, picture);
            }
            Err((why, hint)) => {
                notices.of(Rule::PictureNotUsed).fault(place, format!("the picture “{name}” {why}"), hint)
            }
        }
    }
    pictures
}

/// The documents of permissions that are there: all that lie in `permissions/`, and those that are named elsewhere. One
/// that is named and missing is a fault, at the line that names it.
pub(super) fn documents(folders: &[Folder], edition: &Edition, notices: &mut Notices) -> BTreeSet<Arc<str>> {
    let mut there: BTreeSet<Arc<str>> = BTreeSet::new();
    for folder in folders {
        let files = folder.all_files("permissions").into_iter();
        there.extend(files.map(|file| Arc::from(file.to_string_lossy().replace('\\', "/"))));
    }
    let of_all = edition.permission.iter().map(|permission| (permission, Path::new("edition.toml")));
    let own = edition.pieces().filter_map(|piece| Some((piece.permission.as_ref()?, &*piece.file)));
    for (permission, file) in of_all.chain(own) {
        // A path that leads outside was named when it was read.
        let Some(path) = permission.document.as_ref().filter(|path| Permission::is_path(path)) else {
            continue;
        };
        let is_file = |folder: &Folder| folder.find(Path::new(&**path)).is_ok_and(|path| path.is_file());
        if there.contains(path) || folders.iter().any(is_file) {
            there.insert(path.clone());
        } else {
            let what = format!("the document “{path}” of the permission does not exist");
            let hint = "put it into “permissions”, or correct its name there";
            notices.of(Rule::MissingFile).fault(line_naming(folders, file, path), what, hint);
        }
    }
    there
}

/// The line of a file that names another.
fn line_naming(folders: &[Folder], file: &Path, named: &str) -> Place {
    let name = named.rsplit('/').next().unwrap_or(named);
    let text = folders.iter().find_map(|folder| std::fs::read_to_string(folder.path(file)).ok());
    let line = text.and_then(|text| text.lines().position(|line| line.contains(name)));
    line.map_or_else(|| Place::file(file), |line| Place::line(file, line + 1))
}

/// The line of a piece on which a picture is named.
fn line_of(piece: &Piece, picture: &str) -> Place {
    let name = picture.rsplit('/').next().unwrap_or(picture);
    match piece.markdown.find(name) {
        Some(at) => Place::line(&piece.file, piece.body_line + piece.markdown[..at].matches('\n').count()),
        None => Place::file(&piece.file),
    }
}

/// Calls `see` with the key of every picture in a block.
fn each_picture(block: &Block, see: &mut dyn FnMut(&Arc<str>)) {
    match block {
        Block::Figure { picture, .. } => see(picture),
        Block::Quote { blocks, .. } => blocks.iter().for_each(|block| each_picture(block, see)),
        Block::List { items, .. } => items.iter().flatten().for_each(|block| each_picture(block, see)),
        _ => {}
    }
}

fn picture(folders: &[Folder], name: &str) -> Result<Picture, (String, &'static str)> {
    let found = folders.iter().map(|folder| folder.find(Path::new(name)));
    let first =
        found.reduce(|first, next| if matches!(first, Err(Unreadable::Missing)) { next } else { first });
    let path = first.unwrap_or(Err(Unreadable::Missing)).map_err(|reason| match reason {
        Unreadable::Outside => ("lies outside the edition’s folder".into(), "copy it into “images”"),
        Unreadable::Missing => ("does not exist".into(), "put it into “images”, or correct its name there"),
        Unreadable::Io(error) => (format!("can’t be read: {error}"), ""),
    })?;
    let bytes = std::fs::read(path).map_err(|error| (format!("can’t be read: {error}"), ""))?;
    Picture::read(bytes).map_err(|why| (format!("can’t be used: {why}"), "save it anew as JPEG or PNG"))
}

/// The fonts in `fonts/`, by file name, each from the first of the folders that has it.
pub(super) fn fonts(folders: &[Folder], notices: &mut Notices) -> BTreeMap<Arc<str>, Arc<[u8]>> {
    let mut fonts = BTreeMap::new();
    let files = folders.iter().flat_map(|folder| {
        let files = folder.files("fonts", &["ttf", "otf"]).into_iter();
        files.map(move |file| (folder, file))
    });
    for (folder, file) in files {
        let name: Arc<str> = file.file_name().unwrap_or_default().to_string_lossy().into();
        if fonts.contains_key(&name) {
            continue;
        }
        if fonts.len() == MOST_FONTS {
            let what = format!("only {MOST_FONTS} fonts of an edition are read; this one is not");
            notices.of(Rule::FontNotUsed).doubt(
                Place::file(file),
                what,
                "take out fonts that the design does not use",
            );
            break;
        }
        match font(folder, &file) {
            Ok(bytes) => {
                fonts.insert(name, bytes.into());
            }
            Err(what) => notices.of(Rule::FontNotUsed).fault(Place::file(file), what, ""),
        }
    }
    fonts
}

fn font(folder: &Folder, file: &Path) -> Result<Vec<u8>, String> {
    let path = folder.find(file).map_err(|reason| match reason {
        Unreadable::Outside => "the font lies outside the edition’s folder".to_string(),
        Unreadable::Missing => "the font does not exist".into(),
        Unreadable::Io(error) => format!("the font can’t be read: {error}"),
    })?;
    if path.metadata().is_ok_and(|data| data.len() > LARGEST_FONT) {
        return Err("the font is larger than 20 MiB and left out".into());
    }
    std::fs::read(path).map_err(|error| format!("the font can’t be read: {error}"))
}

/// A file of free matter, and where `edition.toml` names it.
pub(super) struct FreeTextFile {
    pub(super) file: String,
    pub(super) place: Place,
}

impl FreeTextFile {
    /// Reads it; its title is the one of its front matter.
    pub(super) fn read(self, folder: &Folder, notices: &mut Notices) -> Option<FreeText> {
        let file = PathBuf::from(&self.file);
        let why = match folder.find(&file) {
            Ok(path) if path.metadata().is_ok_and(|data| data.len() > LONGEST_PIECE) => {
                "is longer than 5 MiB".into()
            }
            Ok(path) => match std::fs::read(path) {
                Ok(bytes) => return Some(free_text(&decode(bytes, &file, notices), file, notices)),
                Err(error) => format!("can’t be read: {error}"),
            },
            Err(Unreadable::Outside) => "lies outside the edition’s folder".into(),
            Err(Unreadable::Missing) => "does not exist".into(),
            Err(Unreadable::Io(error)) => format!("can’t be read: {error}"),
        };
        let what = format!("“{}” {why}; the page is left out", self.file);
        notices.of(Rule::MissingFile).fault(self.place, what, "check the spelling, or write the words here");
        None
    }
}

fn free_text(text: &str, file: PathBuf, notices: &mut Notices) -> FreeText {
    let front = front_matter::read(text, &file, notices);
    let title = header::read(&front, &file, notices).title.map(|title| title.words());
    let folder = file.parent().unwrap_or(Path::new(""));
    let context = Context { file: &file, first_line: front.body_line, folder };
    let text = markdown::read(&text[front.body..], &context, notices);
    FreeText { file: Some(file), title, text }
}
