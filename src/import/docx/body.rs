//! The blocks of a Word file: paragraphs, tables, and what wraps them.

use super::comments::Comments;
use super::fields::Fields;
use super::numbering::Numbering;
use super::parts::{Parts, Relations};
use super::pictures::Pictures;
use super::styles::Styles;
use crate::edition::text::Note;
use crate::import::office::{Item, Pen, Words};
use crate::import::{limits, xml};
use crate::notice::Result;
use roxmltree::Node;

/// What a reader knows while it goes through the file.
pub(super) struct Reader<'b, 'n> {
    pub(super) parts: Parts<'b, 'n>,
    /// The main part, and what the part that is read now refers to.
    pub(super) main: String,
    pub(super) relations: Relations,
    pub(super) styles: Styles,
    pub(super) numbering: Numbering,
    pub(super) comments: Comments,
    pub(super) pictures: Pictures,
    /// The notes that were referred to, by kind and identifier.
    pub(super) called: Vec<(&'static str, String)>,
    /// The paragraph that is written; what a joined paragraph left is in it when the next begins.
    pub(super) pen: Pen,
    pub(super) fields: Fields,
    /// Pictures and text boxes, which come behind their paragraph.
    pub(super) aside: Vec<Item>,
    /// How many paragraphs there were.
    pub(super) number: usize,
    pub(super) is_in_box: bool,
    pub(super) is_in_note: bool,
}

impl<'b, 'n> Reader<'b, 'n> {
    pub(super) fn new(mut parts: Parts<'b, 'n>, main: &str) -> Reader<'b, 'n> {
        let relations = parts.relations(main);
        let mut text = |kind| parts.beside(&relations, main, kind).map(|(_, text)| text).unwrap_or_default();
        let styles = Styles::read(&text("styles"));
        let numbering = Numbering::read(&text("numbering"));
        let comments = Comments::read(&text("comments"));
        Reader {
            parts,
            main: main.to_string(),
            relations,
            styles,
            numbering,
            comments,
            pictures: Pictures::default(),
            called: Vec::new(),
            pen: Pen::default(),
            fields: Fields::default(),
            aside: Vec::new(),
            number: 0,
            is_in_box: false,
            is_in_note: false,
        }
    }

    /// What stands in the main part.
    pub(super) fn part(&mut self, text: &str) -> Result<Vec<Item>> {
        let mut items = Vec::new();
        match xml::parse(text) {
            Ok(document) => {
                let root = document.root_element();
                self.blocks(xml::child(root, "body").unwrap_or(root), 0, &mut items);
            }
            Err(fault) => self.salvage(text, fault, &mut items)?,
        }
        self.flush(&mut items);
        Ok(items)
    }

    /// What a last joined paragraph left.
    pub(super) fn flush(&mut self, items: &mut Vec<Item>) {
        let (text, look) = self.pen.finish();
        if !text.is_empty() {
            items.push(Item::words(Words { text, look, ..Words::default() }, self.number));
        }
    }

    pub(super) fn blocks(&mut self, node: Node<'_, '_>, depth: usize, items: &mut Vec<Item>) {
        if depth > limits::BLOCK_DEPTH {
            let what = "boxes or tables stand in each other too deeply; only their words are taken";
            self.parts.notices.doubt(self.parts.place(), what, "compare the text with the original");
            self.pen.write(&xml::words(node), &Default::default(), 0, false);
            return self.flush(items);
        }
        for child in xml::elements(node) {
            match xml::name(child) {
                "p" => self.paragraph(child, depth, items),
                "tbl" => self.table(child, depth, items),
                "sdt" => {
                    if let Some(content) = xml::child(child, "sdtContent") {
                        self.blocks(content, depth + 1, items);
                    }
                }
                "ins" | "moveTo" => {
                    self.tell_of_changes();
                    self.blocks(child, depth + 1, items);
                }
                "customXml" | "smartTag" => self.blocks(child, depth + 1, items),
                "del" | "moveFrom" => self.tell_of_changes(),
                "AlternateContent" => {
                    if let Some(branch) = branch(child) {
                        self.blocks(branch, depth + 1, items);
                    }
                }
                "altChunk" => {
                    let what = "a part of the text is embedded as another file and is not taken";
                    let hint = "open the file in Word, save it anew, and import it again";
                    self.parts.notices.fault(self.parts.place(), what, hint);
                }
                _ => {}
            }
        }
    }

    /// Says once that there are tracked changes.
    pub(super) fn tell_of_changes(&mut self) {
        let what = "the file has tracked changes; they are taken as accepted";
        let hint = "if some should be refused, decide on them in the original, and import it again";
        self.parts.notices.doubt(self.parts.place(), what, hint);
    }

    /// The notes, in the order in which they were called.
    pub(super) fn notes(&mut self) -> Vec<Note> {
        let called = std::mem::take(&mut self.called);
        let mut notes = vec![Note::default(); called.len()];
        self.is_in_note = true;
        for (kind, one) in [("footnotes", "footnote"), ("endnotes", "endnote")] {
            if called.iter().any(|(called, _)| *called == kind) {
                self.notes_of(kind, one, &called, &mut notes);
            }
        }
        if notes.iter().any(|note| note.blocks.is_empty()) {
            let hint = "look at the notes in the original";
            self.parts.notices.doubt(self.parts.place(), "a note has no text in the file", hint);
        }
        notes
    }
}

/// The branch of alternatives that is read: the first that has something to read.
pub(super) fn branch<'d, 'i>(node: Node<'d, 'i>) -> Option<Node<'d, 'i>> {
    let says = |branch: &Node<'d, 'i>| {
        let known =
            |node: Node<'_, '_>| matches!(xml::name(node), "t" | "blip" | "txbxContent" | "imagedata");
        branch.descendants().any(known)
    };
    let branches = || xml::elements(node).filter(|child| matches!(xml::name(*child), "Choice" | "Fallback"));
    branches().find(says).or_else(|| branches().next())
}
