//! The EPUB: an accessible, reflowable e-book of the edition, with the page numbers of the printed one.
//!
//! One document a piece, named by its place in the book, never by its title; navigation with parts and authors;
//! author notes, disclaimers, credits and footnotes as what they are. The container is made by `epub-builder` and
//! mended in `package`; everything inside is written here.

mod cover;
mod document;
mod fonts;
mod index;
mod markup;
mod matter;
mod metadata;
mod navigation;
mod notes;
mod own;
mod package;
mod pages;
mod picture;
mod piece;
mod reading;
mod style;

use crate::book::Book;
use crate::design::Ornament;
use crate::edition::Edition;
use crate::edition::people::Contributor;
use crate::edition::text::{Block, Text};
use crate::notice::{Error, Place, Result};
use package::{EpubPackage, Resource};
use pages::PrintPages;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Writes the e-book of an edition; `book` gives the page numbers and the cover.
///
/// # Errors
/// Only when the container can't be made; content never fails.
pub fn write(edition: &Edition, book: &Book) -> Result<Vec<u8>> {
    let edition = &*edition.printed();
    let mut pages = PrintPages::of(book);
    let shown = shown_pictures(edition);
    let used = used_pictures(&shown, book);
    let reading = reading::documents(edition, &used, &mut pages);
    let navigation = navigation::document(edition, &reading, &pages);
    let carried = fonts::carried(edition, book, &reading.documents, &navigation);
    let style = style::sheet(edition, book, &used, &carried.rules);
    let mut resources = vec![Resource::new("style.css", "text/css", style.into_bytes())];
    resources.push(Resource::cover("cover.png", "image/png", cover::picture(book, edition)?));
    for key in &used {
        if let Some(picture) = edition.pictures.get(key) {
            let name = picture_name(&used, key, picture.kind.extension());
            let (bytes, kind) = picture::fitted(picture);
            resources.push(Resource::new(&name, kind.media_type(), bytes.into_owned()));
        }
    }
    resources.extend(carried.files);
    let facts = metadata::Facts {
        edition,
        print_pages: pages.list.len(),
        has_pictures: !shown.is_empty(),
        all_described: all_described(edition),
    };
    let package = EpubPackage {
        language: edition.language,
        metadata: metadata::write(&facts),
        navigation,
        ncx: navigation::ncx(edition, &reading.documents, &pages),
        nav_after: nav_after(edition, &reading),
        documents: reading.documents,
        resources,
    };
    package
        .build()
        .map_err(|what| Error::new(Place::default(), format!("the EPUB can't be made: {what}"), ""))
}

/// The document behind which the navigation stands in the reading order, where it is the contents of the book.
fn nav_after(edition: &Edition, reading: &reading::Reading) -> Option<String> {
    edition.matter.contents.generated()?;
    let before = reading.documents.get(..reading.before_contents)?.last();
    before.map(|document| document.name.clone())
}

/// The name of a picture in the e-book: made anew, so that no title or path can break it.
fn picture_name(used: &BTreeSet<Arc<str>>, key: &str, extension: &str) -> String {
    let number = used.iter().position(|known| &**known == key).unwrap_or(0) + 1;
    format!("images/picture-{number}.{extension}")
}

/// The pictures that say something: those of the texts, and portraits.
fn shown_pictures(edition: &Edition) -> BTreeSet<Arc<str>> {
    let mut used = BTreeSet::new();
    each_figure(edition, &mut |picture, _| {
        if edition.pictures.contains_key(picture) {
            used.insert(picture.clone());
        }
    });
    used.extend(portraits(edition));
    used
}

/// Those and the one that is decoration.
fn used_pictures(shown: &BTreeSet<Arc<str>>, book: &Book) -> BTreeSet<Arc<str>> {
    let mut used = shown.clone();
    if let Ornament::Picture(picture) = &book.design.ornament {
        used.insert(picture.clone());
    }
    used
}

/// The portraits that stand in the book.
fn portraits(edition: &Edition) -> Vec<Arc<str>> {
    let mut people: Vec<Contributor> = Vec::new();
    if edition.matter.contributors.generated().is_some() {
        let ids = edition.people_ids();
        people.extend(ids.iter().map(|id| edition.contributor(id)).filter(|p| edition.is_pictured(p)));
    }
    for (_, piece) in edition.included() {
        let notes = edition.author_notes(piece);
        people.extend(notes.into_iter().filter_map(|note| note.pictured.cloned()));
    }
    people.into_iter().filter_map(|person| Some(person.portrait?.picture)).collect()
}

fn all_described(edition: &Edition) -> bool {
    let mut all = true;
    each_figure(edition, &mut |_, alt| all &= !alt.trim().is_empty());
    all
}

fn each_figure(edition: &Edition, see: &mut dyn FnMut(&Arc<str>, &str)) {
    let matter = edition.matter.free_texts().map(|own| &own.text);
    let bodies = edition.included().map(|(_, piece)| &piece.body);
    for text in matter.chain(bodies) {
        let Text { blocks, notes } = text;
        let mut stack: Vec<&Block> =
            blocks.iter().chain(notes.iter().flat_map(|note| &note.blocks)).collect();
        while let Some(block) = stack.pop() {
            match block {
                Block::Figure { picture, alt, .. } => see(picture, alt),
                Block::Quote { blocks, .. } => stack.extend(blocks),
                Block::List { items, .. } => stack.extend(items.iter().flatten()),
                _ => {}
            }
        }
    }
}
