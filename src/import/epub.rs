//! E-books (EPUB): every chapter becomes a manuscript of its own.
//!
//! The container names the package, the package its chapters in order; each is a page of XHTML, read as one.

mod notes;
#[cfg(test)]
mod tests;

use super::archive::{Archive, Missing, folder, resolve};
use super::manuscript::{Manuscript, Stated, Trust};
use super::{html, limits, sniff, xml};
use crate::edition::language::Language;
use crate::edition::picture::Picture;
use crate::edition::text::Block;
use crate::notice::{Error, Notices, Place, Result};
use notes::Notes;
use roxmltree::Node;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Its name in notices.
const WANTED: &str = "an e-book (EPUB)";

/// A chapter with fewer letters than this is a title page, a dedication or the like.
const SHORTEST: usize = 400;

/// What the package says.
struct Package {
    /// The chapters in order: their parts.
    chapters: Vec<String>,
    stated: Stated,
}

/// Reads a file.
///
/// # Errors
/// When it is no e-book, is locked, or has no chapter with text.
pub(super) fn read(bytes: &[u8], path: &Path, notices: &mut Notices) -> Result<Vec<Manuscript>> {
    let mut archive = Archive::open(bytes, path, WANTED)?;
    if archive.has("META-INF/encryption.xml") && archive.has("META-INF/rights.xml") {
        return Err(sniff::locked_file(path));
    }
    let package = package(&mut archive).ok_or_else(|| sniff::unlike(bytes, path, WANTED))?;
    let mut read: Vec<(&str, Manuscript)> = Vec::new();
    let mut notes = Notes::default();
    for part in package.chapters.iter().take(limits::FILES) {
        let Some(text) = text(&mut archive, part, path, notices) else { continue };
        let text = notes.brought(text, part, &mut archive);
        let mut manuscript = html::chapter(&text, path, notices)?;
        if length(&manuscript) < SHORTEST || is_apparatus(&text, part) {
            continue;
        }
        pictures(&mut manuscript, &mut archive, part, path, notices);
        let language = manuscript.stated.language.or(package.stated.language);
        manuscript.stated = Stated { language, ..package.stated.clone() };
        read.push((part, manuscript));
    }
    read.retain(|(part, manuscript)| !notes.is_of_notes(part, length(manuscript)));
    if read.is_empty() {
        let hint = "if its pages are pictures, there is no text to be had";
        return Err(Error::new(Place::file(path), "the e-book has no chapter with text", hint));
    }
    Ok(read.into_iter().map(|(_, manuscript)| manuscript).collect())
}

/// The package of an e-book; `None` where there is none.
fn package(archive: &mut Archive<'_>) -> Option<Package> {
    let container = archive.part("META-INF/container.xml").ok()?;
    let container = xml::decode(&container).into_owned();
    let container = xml::parse(&container).ok()?;
    let root = xml::below(container.root_element(), "rootfile")?;
    let name = xml::attribute(root, "full-path")?.to_string();
    let bytes = archive.part(&name).ok()?;
    let text = xml::decode(&bytes).into_owned();
    let document = xml::parse(&text).ok()?;
    let root = document.root_element();
    let manifest = xml::child(root, "manifest")?;
    let mut parts: BTreeMap<&str, (String, bool)> = BTreeMap::new();
    for item in xml::elements(manifest) {
        let (Some(id), Some(href)) = (xml::attribute(item, "id"), xml::attribute(item, "href")) else {
            continue;
        };
        let is_text = xml::attribute(item, "media-type").is_some_and(|kind| kind.contains("html"));
        let is_guide = xml::attribute(item, "properties")
            .is_some_and(|all| all.split_whitespace().any(|one| one == "nav" || one == "cover"));
        if let Some(part) = resolve(folder(&name), href) {
            parts.insert(id, (part, is_text && !is_guide));
        }
    }
    let spine = xml::child(root, "spine")?;
    let order = xml::elements(spine).filter_map(|item| parts.get(xml::attribute(item, "idref")?));
    let chapters = order.filter(|(_, is_text)| *is_text).map(|(part, _)| part.clone()).collect();
    Some(Package { chapters, stated: stated(root) })
}

/// What the package states of the whole book: of a chapter that is a hint.
fn stated(root: Node<'_, '_>) -> Stated {
    let Some(metadata) = xml::child(root, "metadata") else { return Stated::default() };
    let first = |name: &str| {
        xml::child(metadata, name)
            .map(xml::words)
            .map(|words| words.trim().to_string())
            .filter(|words| !words.is_empty())
    };
    let authors = xml::elements(metadata).filter(|node| xml::name(*node) == "creator").map(xml::words);
    Stated {
        trust: Trust::Weak,
        authors: authors.map(|name| name.trim().to_string()).filter(|name| !name.is_empty()).collect(),
        language: first("language").and_then(|tag| Language::parse(&tag)),
        outlet: first("publisher"),
        book: first("title"),
        ..Stated::default()
    }
}

/// The text of a chapter; what can't be had is said.
fn text(archive: &mut Archive<'_>, part: &str, path: &Path, notices: &mut Notices) -> Option<String> {
    match archive.part(part) {
        Ok(bytes) => Some(xml::decode(&bytes).into_owned()),
        Err(Missing::Broken(bytes)) if !bytes.is_empty() => {
            notices.fault(
                Place::file(path),
                format!("the chapter “{part}” is damaged; what could be read is taken"),
                "compare it with the original",
            );
            Some(xml::decode(&bytes).into_owned())
        }
        Err(missing) => {
            notices.fault(
                Place::file(path),
                format!("the chapter “{part}” {}", missing.why()),
                "it is left out",
            );
            None
        }
    }
}

fn length(manuscript: &Manuscript) -> usize {
    let mut letters = 0;
    manuscript
        .lines
        .iter()
        .for_each(|line| line.block.each_paragraph(&mut |words| letters += words.text.len()));
    letters
}

/// Contents, imprints and the like say so of themselves.
fn is_apparatus(text: &str, part: &str) -> bool {
    let head = text.get(..text.len().min(4_000)).unwrap_or(text);
    let kinds = [
        "\"toc",
        "\"cover",
        "\"titlepage",
        "\"copyright-page",
        "\"halftitlepage",
        "\"index",
        "\"loi",
        "\"lot",
        "\"colophon",
    ];
    let is_typed = kinds.iter().any(|kind| head.contains(&format!("epub:type={kind}")));
    let name = part.rsplit('/').next().unwrap_or(part).to_lowercase();
    is_typed
        || ["toc.", "nav.", "cover.", "titlepage", "copyright", "contents."]
            .iter()
            .any(|start| name.starts_with(start))
}

/// Brings the pictures of a chapter along.
fn pictures(
    manuscript: &mut Manuscript,
    archive: &mut Archive<'_>,
    part: &str,
    path: &Path,
    notices: &mut Notices,
) {
    let mut wanted = BTreeSet::new();
    for line in &manuscript.lines {
        if let Block::Figure { picture, .. } = &line.block {
            wanted.insert(picture.to_string());
        }
    }
    for name in wanted {
        if manuscript.pictures.contains_key(&name) {
            continue;
        }
        let bytes = resolve(folder(part), &name).and_then(|part| archive.part(&part).ok());
        let read = bytes.ok_or_else(|| "it is not in the e-book".to_string()).and_then(Picture::read);
        match read {
            Ok(picture) => drop(manuscript.pictures.insert(name, picture)),
            Err(why) => notices.fault(
                Place::file(path),
                format!("the picture “{name}” can’t be used: {why}"),
                "put it into the folder “images” by hand",
            ),
        }
    }
}
