//! The rules of an EPUB that a program can check: the container, the package, and every document in it (EPUB 3.3, EPUB
//! Accessibility 1.1).

use percent_encoding::percent_decode_str;
use roxmltree::{Document, Node};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

/// So many findings are told.
const MOST: usize = 40;
/// A file in the archive is at most so large when it is unpacked.
const LARGEST: u64 = 256 * 1024 * 1024;

/// What is wrong with a file.
pub(super) fn findings(bytes: &[u8]) -> Vec<String> {
    let mut found = match Archive::read(bytes) {
        Ok(archive) => archive.findings(),
        Err(what) => vec![what],
    };
    if let Some(more) = found.len().checked_sub(MOST).filter(|more| *more > 0) {
        found.truncate(MOST);
        found.push(format!("and {more} more"));
    }
    found
}

/// What an EPUB holds.
struct Archive {
    /// The names of its files, in order, and whether each is stored as it is.
    order: Vec<(String, bool)>,
    files: BTreeMap<String, Vec<u8>>,
}

impl Archive {
    fn read(bytes: &[u8]) -> Result<Archive, String> {
        let broken = |error: &dyn std::fmt::Display| format!("it can’t be unpacked: {error}");
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).map_err(|error| broken(&error))?;
        let mut archive = Archive { order: Vec::new(), files: BTreeMap::new() };
        for index in 0..zip.len() {
            let entry = zip.by_index(index).map_err(|error| broken(&error))?;
            let name = entry.name().to_string();
            archive.order.push((name.clone(), entry.compression() == zip::CompressionMethod::Stored));
            let mut content = Vec::new();
            entry.take(LARGEST).read_to_end(&mut content).map_err(|error| broken(&error))?;
            archive.files.insert(name, content);
        }
        Ok(archive)
    }

    fn text(&self, name: &str) -> Option<&str> {
        std::str::from_utf8(self.files.get(name)?).ok()
    }

    fn findings(&self) -> Vec<String> {
        let mut found = Vec::new();
        let is_first = self.order.first().is_some_and(|(name, stored)| name == "mimetype" && *stored);
        if !is_first || self.files.get("mimetype").map(Vec::as_slice) != Some(b"application/epub+zip") {
            found.push(
                "it does not begin with its kind, “mimetype”, stored as it is (EPUB 3.3, 4.2.3)".into(),
            );
        }
        let container = self.text("META-INF/container.xml").and_then(|text| parsed(text).ok());
        let package = container.as_ref().and_then(|document| {
            let root = document.descendants().find(|node| node.has_tag_name_of("rootfile"))?;
            Some(root.attribute("full-path")?.to_string())
        });
        let Some(package) = package else {
            found.push("it names no package (EPUB 3.3, 4.2.6.3)".into());
            return found;
        };
        match self.text(&package).map(parsed) {
            Some(Ok(document)) => self.package(&package, &document, &mut found),
            Some(Err(error)) => found.push(format!("{package}: {error}")),
            None => found.push(format!("{package} is missing or no text")),
        }
        found
    }

    fn package(&self, name: &str, package: &Document<'_>, found: &mut Vec<String>) {
        let folder = name.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
        let items: Vec<Node<'_, '_>> =
            package.descendants().filter(|node| node.has_tag_name_of("item")).collect();
        let mut listed: BTreeSet<String> = BTreeSet::new();
        let mut documents: Vec<String> = Vec::new();
        for item in &items {
            let file = joined(&folder, &decoded(item.attribute("href").unwrap_or_default()));
            if !self.files.contains_key(&file) {
                found.push(format!("{name}: {file} is listed and not there (EPUB 3.3, 5.6.2)"));
            }
            if item.attribute("media-type") == Some("application/xhtml+xml") {
                documents.push(file.clone());
            }
            if !listed.insert(file.clone()) {
                found.push(format!("{name}: {file} is listed twice"));
            }
        }
        let is_content = |file: &&String| {
            !file.starts_with("META-INF/") && *file != "mimetype" && *file != name && !file.ends_with('/')
        };
        for file in self.files.keys().filter(is_content).filter(|file| !listed.contains(*file)) {
            found.push(format!("{file} is there and not listed (EPUB 3.3, 5.6.2)"));
        }
        let ids: BTreeSet<&str> = items.iter().filter_map(|item| item.attribute("id")).collect();
        for reference in package.descendants().filter(|node| node.has_tag_name_of("itemref")) {
            if !reference.attribute("idref").is_some_and(|id| ids.contains(id)) {
                found.push(format!("{name}: the reading order names what is not listed (EPUB 3.3, 5.7.2)"));
            }
        }
        metadata(name, package, found);
        self.documents(&documents, found);
    }

    /// Every document is well formed, has its language and its title, and leads where it says.
    fn documents(&self, names: &[String], found: &mut Vec<String>) {
        let all: BTreeMap<&str, Document<'_>> = names
            .iter()
            .filter_map(|name| match self.text(name).map(parsed) {
                Some(Ok(document)) => Some((name.as_str(), document)),
                Some(Err(error)) => {
                    found.push(format!("{name}: {error}"));
                    None
                }
                None => None,
            })
            .collect();
        let ids: BTreeMap<&str, BTreeSet<&str>> = all
            .iter()
            .map(|(name, document)| {
                (*name, document.descendants().filter_map(|node| node.attribute("id")).collect())
            })
            .collect();
        for (name, document) in &all {
            let root = document.root_element();
            let is_language =
                |it: &roxmltree::Attribute<'_, '_>| it.name() == "lang" && it.namespace().is_none();
            if !root.attributes().any(|attribute| is_language(&attribute)) {
                found.push(format!("{name} names no language"));
            }
            let title = document
                .descendants()
                .find(|node| node.has_tag_name_of("title"))
                .and_then(|node| node.text());
            if title.is_none_or(|title| title.trim().is_empty()) {
                found.push(format!("{name} has no title"));
            }
            for node in document.descendants().filter(Node::is_element) {
                match node.tag_name().name() {
                    "script" => found.push(format!("{name} has a script")),
                    "img" if node.attribute("alt").is_none() => {
                        found.push(format!("{name}: a picture has no description, not even an empty one"));
                    }
                    _ => {}
                }
                for link in ["href", "src"].into_iter().filter_map(|key| node.attribute(key)) {
                    if let Some(wrong) = self.leads_nowhere(name, link, &ids) {
                        found.push(format!("{name}: {wrong}"));
                    }
                }
            }
        }
    }

    /// What is wrong with a link inside the book.
    fn leads_nowhere(&self, from: &str, link: &str, ids: &BTreeMap<&str, BTreeSet<&str>>) -> Option<String> {
        let is_outside = link.split(['/', '?', '#']).next().is_some_and(|start| start.contains(':'));
        if is_outside {
            return None;
        }
        let (path, fragment) = link.split_once('#').map_or((link, None), |(path, id)| (path, Some(id)));
        let folder = from.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
        let file = if path.is_empty() { from.to_string() } else { joined(&folder, &decoded(path)) };
        if !self.files.contains_key(&file) {
            return Some(format!("“{link}” leads to no file of the book"));
        }
        let known = ids.get(file.as_str())?;
        let id = decoded(fragment?);
        (!known.contains(&*id)).then(|| format!("“{link}” leads to no place in its document"))
    }
}

/// A document of XML. Documents of a book begin with their kind, which the reader must allow; it opens no other file.
fn parsed(text: &str) -> Result<Document<'_>, roxmltree::Error> {
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..roxmltree::ParsingOptions::default() };
    Document::parse_with_options(text, options)
}

/// What every package says.
fn metadata(name: &str, package: &Document<'_>, found: &mut Vec<String>) {
    let says = |element: &str| {
        package.descendants().any(|node| {
            node.has_tag_name_of(element) && node.text().is_some_and(|text| !text.trim().is_empty())
        })
    };
    for element in ["identifier", "title", "language"] {
        if !says(element) {
            found.push(format!("{name} has no {element} (EPUB 3.3, 5.5.3)"));
        }
    }
    let properties: BTreeSet<&str> =
        package.descendants().filter_map(|node| node.attribute("property")).collect();
    for property in [
        "dcterms:modified",
        "schema:accessMode",
        "schema:accessModeSufficient",
        "schema:accessibilityFeature",
        "schema:accessibilityHazard",
        "schema:accessibilitySummary",
    ] {
        if !properties.contains(property) {
            found.push(format!("{name} does not say {property} (EPUB Accessibility 1.1, 2)"));
        }
    }
}

trait Named {
    /// Whether an element has this name, in whatever namespace.
    fn has_tag_name_of(&self, name: &str) -> bool;
}

impl Named for Node<'_, '_> {
    fn has_tag_name_of(&self, name: &str) -> bool {
        self.is_element() && self.tag_name().name() == name
    }
}

/// A path below a folder without its steps back.
fn joined(folder: &str, path: &str) -> String {
    let mut steps: Vec<&str> = Vec::new();
    for step in folder.split('/').chain(path.split('/')) {
        match step {
            "" | "." => {}
            ".." => _ = steps.pop(),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// Letters in the place of their codes in an address.
fn decoded(address: &str) -> Cow<'_, str> {
    percent_decode_str(address).decode_utf8_lossy()
}
