//! Notes that stand in another file of the book than their marks: they are brought to the end of the chapter.

use crate::import::archive::{Archive, folder, resolve};
use crate::import::{html, limits, xml};
use dom_query::{Document, NodeRef};
use std::collections::BTreeMap;
use std::fmt::Write;

/// The files with notes, as they were needed.
#[derive(Default)]
pub(super) struct Notes {
    files: BTreeMap<String, Option<Document>>,
    /// How many letters were taken from each.
    taken: BTreeMap<String, usize>,
}

impl Notes {
    /// A chapter with the notes that it marks.
    pub(super) fn brought(&mut self, chapter: String, part: &str, archive: &mut Archive<'_>) -> String {
        if !chapter.contains('#') || html::is_excessive(&chapter) {
            return chapter;
        }
        let document = Document::from(chapter.as_str());
        let links: Vec<NodeRef<'_>> =
            document.root().descendants_it().filter(|node| node.has_name("a")).collect();
        let mut notes = String::new();
        let mut known: BTreeMap<(String, String), usize> = BTreeMap::new();
        for link in links {
            let Some((file, id)) = elsewhere(&link, part) else { continue };
            let next = known.len();
            let number = match known.get(&(file.clone(), id.clone())) {
                Some(number) => *number,
                None => {
                    let Some(words) = self.note(&file, &id, archive) else { continue };
                    if notes.len() + words.len() > limits::PIECE {
                        break;
                    }
                    // Writing to a string does not fail.
                    let _ = write!(notes, "<aside id=\"brought-note-{next}\">{words}</aside>");
                    known.insert((file, id), next);
                    next
                }
            };
            link.set_attr("href", &format!("#brought-note-{number}"));
        }
        if known.is_empty() {
            return chapter;
        }
        document.select("body").append_html(notes);
        document.html().to_string()
    }

    /// Whether a file holds hardly more than notes of others.
    pub(super) fn is_of_notes(&self, part: &str, length: usize) -> bool {
        self.taken.get(part).is_some_and(|taken| taken * 2 >= length)
    }

    /// The note of this id in a file, as markup.
    fn note(&mut self, file: &str, id: &str, archive: &mut Archive<'_>) -> Option<String> {
        let document = self.files.entry(file.to_string()).or_insert_with(|| {
            let text = xml::decode(&archive.part(file).ok()?).into_owned();
            (!html::is_excessive(&text)).then(|| Document::from(text))
        });
        let root = document.as_ref()?.root();
        let target = root.descendants_it().find(|node| node.attr("id").is_some_and(|one| *one == *id))?;
        let holder = html::note_around(&target)?;
        *self.taken.entry(file.to_string()).or_default() += holder.text().len();
        Some(holder.html().to_string())
    }
}

/// The file and the id of the note that a link marks in another file.
fn elsewhere(link: &NodeRef<'_>, part: &str) -> Option<(String, String)> {
    let id = html::note_of(link)?;
    let href = link.attr("href")?;
    let page = href.split('#').next().filter(|page| !page.is_empty())?;
    let file = resolve(folder(part), page)?;
    (file != part).then_some((file, id))
}
