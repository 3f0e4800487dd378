//! Pictures and text boxes of a Word file.

use super::body::Reader;
use crate::edition::picture::Picture;
use crate::edition::text::Block;
use crate::import::office::Item;
use crate::import::xml;
use roxmltree::Node;
use std::collections::{BTreeMap, BTreeSet};

/// The pictures of a file.
#[derive(Clone, Debug, Default)]
pub(super) struct Pictures {
    /// Those that can be used, by the names of their parts.
    pub(super) taken: BTreeMap<String, Picture>,
    /// Those that can't.
    refused: BTreeSet<String>,
}

impl Reader<'_, '_> {
    /// A drawing: pictures, or a box with text. Both come behind the paragraph.
    pub(super) fn shape(&mut self, node: Node<'_, '_>, depth: usize) {
        if let Some(text) = xml::below(node, "txbxContent") {
            // Boxes in boxes repeat what the outer one says.
            if !self.is_in_box {
                self.text_box(text, depth);
            }
            return;
        }
        let description =
            node.descendants().find(|node| xml::name(*node) == "docPr").map(alt).unwrap_or_default();
        for part in node.descendants() {
            let id = match xml::name(part) {
                "blip" => xml::attribute(part, "embed").or_else(|| xml::attribute(part, "link")),
                "imagedata" => xml::attribute(part, "id"),
                _ => None,
            };
            if let Some(id) = id {
                self.picture(id, &description);
            }
        }
    }

    /// Reads a box as paragraphs of their own.
    fn text_box(&mut self, node: Node<'_, '_>, depth: usize) {
        let pen = std::mem::take(&mut self.pen);
        let fields = std::mem::take(&mut self.fields);
        let mut aside = std::mem::take(&mut self.aside);
        self.is_in_box = true;
        self.blocks(node, depth + 1, &mut aside);
        self.flush(&mut aside);
        self.is_in_box = false;
        (self.pen, self.fields, self.aside) = (pen, fields, aside);
    }

    fn picture(&mut self, id: &str, alt: &str) {
        let Some(relation) = self.relations.get(id).cloned() else { return };
        let name = relation.target;
        let shown = name.rsplit(['/', '\\']).next().unwrap_or(&name).to_string();
        if relation.is_external {
            let what = format!("the picture “{shown}” is not in the file, only its address");
            self.parts.notices.fault(self.here(), what, "put it in by hand");
            return;
        }
        if !self.pictures.taken.contains_key(&name) {
            if self.pictures.refused.contains(&name) {
                return;
            }
            let bytes =
                self.parts.archive.part(&name).map_err(|missing| format!("the picture {}", missing.why()));
            match bytes.and_then(Picture::read) {
                Ok(picture) => {
                    self.pictures.taken.insert(name.clone(), picture);
                }
                Err(why) => {
                    self.pictures.refused.insert(name);
                    let what = format!("the picture “{shown}” can’t be used: {why}");
                    self.parts.notices.fault(
                        self.here(),
                        what,
                        "save it as PNG or JPEG, and put it in by hand",
                    );
                    return;
                }
            }
        }
        let block = Block::Figure { picture: name.into(), alt: alt.into(), caption: None, landscape: false };
        self.aside.push(Item::block(block, self.number));
    }
}

/// What a picture shows; the name of its file says nothing.
fn alt(node: Node<'_, '_>) -> String {
    let said = |name| xml::attribute(node, name).map(str::trim).filter(|text| !text.is_empty());
    let text = said("descr").or_else(|| said("title")).unwrap_or_default();
    let lower = text.to_lowercase();
    let is_file = [".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf"].iter().any(|end| lower.ends_with(end));
    if is_file { String::new() } else { text.split_whitespace().collect::<Vec<_>>().join(" ") }
}
