//! The blocks of an OpenDocument text: paragraphs, headings, lists, sections, tables.

use super::lists::Lists;
use super::pictures::Pictures;
use super::styles::Styles;
use crate::edition::text::Note;
use crate::import::archive::Archive;
use crate::import::office::{Bullet, Item, Pen, Role, Words};
use crate::import::{limits, xml};
use crate::notice::{Notices, Place, Result};
use roxmltree::Node;
use std::path::Path;

/// What a reader knows while it goes through the file.
pub(super) struct Reader<'b, 'n> {
    pub(super) archive: Archive<'b>,
    pub(super) path: &'n Path,
    pub(super) notices: &'n mut Notices,
    pub(super) styles: Styles,
    pub(super) lists: Lists,
    pub(super) pictures: Pictures,
    pub(super) notes: Vec<Note>,
    pub(super) pen: Pen,
    /// Pictures and text boxes, which come behind their paragraph.
    pub(super) aside: Vec<Item>,
    /// How many paragraphs there were.
    pub(super) number: usize,
    pub(super) is_in_box: bool,
    pub(super) is_in_note: bool,
}

impl<'b, 'n> Reader<'b, 'n> {
    pub(super) fn new(archive: Archive<'b>, path: &'n Path, notices: &'n mut Notices) -> Reader<'b, 'n> {
        Reader {
            archive,
            path,
            notices,
            styles: Styles::default(),
            lists: Lists::default(),
            pictures: Pictures::default(),
            notes: Vec::new(),
            pen: Pen::default(),
            aside: Vec::new(),
            number: 0,
            is_in_box: false,
            is_in_note: false,
        }
    }

    /// What stands in the text.
    pub(super) fn content(&mut self, content: &str, named: &str) -> Result<Vec<Item>> {
        if let Ok(document) = xml::parse(named) {
            self.styles.add(document.root_element());
        }
        let mut items = Vec::new();
        match xml::parse(content) {
            Ok(document) => {
                let root = document.root_element();
                self.styles.add(root);
                let body = xml::child(root, "body");
                let text = body.and_then(|body| xml::child(body, "text")).or(body).unwrap_or(root);
                self.blocks(text, 0, &mut items);
            }
            Err(fault) => self.salvage(content, fault, &mut items)?,
        }
        Ok(items)
    }

    pub(super) fn blocks(&mut self, node: Node<'_, '_>, depth: usize, items: &mut Vec<Item>) {
        if depth > limits::BLOCK_DEPTH {
            let what = "boxes, lists or tables stand in each other too deeply; only their words are taken";
            self.notices.doubt(Place::file(self.path), what, "compare the text with the original");
            self.pen.write(&xml::words(node), &Default::default(), 0, false);
            let (text, look) = self.pen.finish();
            return items.push(Item::words(Words { text, look, ..Words::default() }, self.number));
        }
        for child in xml::elements(node) {
            let is_hidden = xml::attribute(child, "display") == Some("none");
            match xml::name(child) {
                _ if is_hidden => {}
                "p" | "h" => self.paragraph(child, None, depth, items),
                "list" => self.list(child, None, 0, depth, items),
                "table" => self.table(child, depth, items),
                "section" | "index-body" | "text-box" => self.blocks(child, depth + 1, items),
                "tracked-changes" => self.tell_of_changes(child),
                "frame" | "g" | "a" | "custom-shape" | "rect" => {
                    self.frame(child, depth);
                    items.append(&mut self.aside);
                }
                "table-of-content" | "alphabetical-index" | "illustration-index" | "table-index"
                | "user-index" | "object-index" => {
                    let what = "a table of contents or an index is left out";
                    self.notices.remark(Place::file(self.path), what, "the book gets its own");
                }
                "bibliography" => self.blocks(child, depth + 1, items),
                _ => {}
            }
        }
    }

    pub(super) fn paragraph(
        &mut self,
        node: Node<'_, '_>,
        bullet: Option<Bullet>,
        depth: usize,
        items: &mut Vec<Item>,
    ) {
        if !self.is_in_note {
            self.number += 1;
        }
        let number = self.number;
        let style = xml::attribute(node, "style-name").unwrap_or_default();
        self.runs(node, style, depth);
        let mut role = self.styles.role(style);
        if xml::name(node) == "h" && !matches!(role, Role::Styled(_)) {
            let level =
                xml::attribute(node, "outline-level").and_then(|level| level.parse().ok()).unwrap_or(1);
            role = Role::Heading(level);
        }
        let is_indented = bullet.is_none() && self.styles.is_indented(style);
        let (text, look) = self.pen.finish();
        items.push(Item::words(Words { text, role, bullet, is_indented, look }, number));
        items.append(&mut self.aside);
    }

    fn tell_of_changes(&mut self, node: Node<'_, '_>) {
        if xml::elements(node).next().is_some() {
            let what = "the file has tracked changes; they are taken as accepted";
            let hint = "if some should be refused, decide on them in the original, and import it again";
            self.notices.doubt(Place::file(self.path), what, hint);
        }
    }

    /// The paragraph as a place.
    pub(super) fn here(&self) -> Place {
        Place::line(self.path, self.number)
    }
}
