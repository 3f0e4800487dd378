//! Frames of an OpenDocument text: pictures, and boxes with text.

use super::block::Reader;
use crate::edition::picture::Picture;
use crate::edition::text::Block;
use crate::import::archive::resolve;
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
    /// A frame, or shapes with frames in them. What is in it comes behind the paragraph.
    pub(super) fn frame(&mut self, node: Node<'_, '_>, depth: usize) {
        let content = |node: &Node<'_, '_>| matches!(xml::name(*node), "text-box" | "image");
        match node.descendants().find(content).map(|node| (xml::name(node), node)) {
            Some(("text-box", text)) => self.text_box(text, depth),
            Some((_, image)) => self.picture(node, image),
            // Shapes may have paragraphs of their own.
            None if xml::child(node, "p").is_some() => self.text_box(node, depth),
            None => {}
        }
    }

    fn text_box(&mut self, node: Node<'_, '_>, depth: usize) {
        let is_outermost = !self.is_in_box;
        let pen = std::mem::take(&mut self.pen);
        let mut aside = std::mem::take(&mut self.aside);
        let mut items = Vec::new();
        self.is_in_box = true;
        self.blocks(node, depth + 1, &mut items);
        self.is_in_box = !is_outermost;
        aside.append(&mut labelled(items));
        (self.pen, self.aside) = (pen, aside);
    }

    fn picture(&mut self, frame: Node<'_, '_>, image: Node<'_, '_>) {
        let address = xml::attribute(image, "href").unwrap_or_default();
        let shown = address.rsplit('/').next().unwrap_or(address).to_string();
        let name = resolve("", address).filter(|name| !address.contains("://") && self.archive.has(name));
        let Some(name) = name else {
            let what = format!("the picture “{shown}” is not in the file, only its address");
            return self.notices.fault(self.here(), what, "put it in by hand");
        };
        if !self.pictures.taken.contains_key(&name) {
            if self.pictures.refused.contains(&name) {
                return;
            }
            let bytes = self.archive.part(&name).map_err(|missing| format!("the picture {}", missing.why()));
            match bytes.and_then(Picture::read) {
                Ok(picture) => {
                    self.pictures.taken.insert(name.clone(), picture);
                }
                Err(why) => {
                    self.pictures.refused.insert(name);
                    let what = format!("the picture “{shown}” can’t be used: {why}");
                    return self.notices.fault(
                        self.here(),
                        what,
                        "save it as PNG or JPEG, and put it in by hand",
                    );
                }
            }
        }
        let said = |name| xml::child(frame, name).map(xml::words).filter(|words| !words.is_empty());
        let alt = said("desc").or_else(|| said("title")).unwrap_or_default();
        let block = Block::Figure { picture: name.into(), alt: alt.into(), caption: None, landscape: false };
        self.aside.push(Item::block(block, self.number));
    }
}

/// A picture with its caption is a paragraph with the picture inside, and the caption as its words: the picture
/// goes first, as in print.
fn labelled(mut items: Vec<Item>) -> Vec<Item> {
    items.sort_by_key(|item| (item.number, !item.is_figure()));
    items
}
