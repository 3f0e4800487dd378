//! A paragraph of a Word file: its properties, and what runs in it.

use super::body::{Reader, branch};
use super::styles::{Layout, Letters, switch};
use crate::import::office::{Item, Role, Words, link, target};
use crate::import::xml;
use roxmltree::Node;
use std::sync::Arc;

/// From this indent on at both sides, in twentieths of a point, a paragraph is set off as a quotation.
const INDENT: i32 = 280;

/// What holds for all runs at a place.
#[derive(Clone, Default)]
pub(super) struct Around {
    /// How the letters of the paragraph's style look.
    pub(super) letters: Letters,
    /// Where they link to.
    pub(super) link: Option<Arc<str>>,
}

impl Reader<'_, '_> {
    pub(super) fn paragraph(&mut self, node: Node<'_, '_>, depth: usize, items: &mut Vec<Item>) {
        if !self.is_in_note {
            self.number += 1;
        }
        let number = self.number;
        let properties = xml::child(node, "pPr");
        let style = properties.and_then(|node| xml::value(node, "pStyle"));
        let around = Around { letters: self.styles.letters(style), link: None };
        self.inline(node, &around, depth);
        self.fields.end_paragraph();
        if properties.is_some_and(|node| self.is_joined(node)) {
            items.append(&mut self.aside);
            return;
        }
        let own = properties.map(Layout::read).unwrap_or_default();
        let mut role = self.styles.role(style, &own);
        let layout = self.styles.layout(style, own);
        let bullet = match (&layout.list, role) {
            (_, Role::Heading(_)) | (None, _) => None,
            (Some(list), _) => self.numbering.bullet(list, layout.level.unwrap_or(0)),
        };
        let (text, look) = self.pen.finish();
        let is_set_in = |side: Option<i32>| side.is_some_and(|indent| indent >= INDENT);
        if is_rule(node) && text.is_empty() {
            role = Role::Rule;
        }
        let is_indented = is_set_in(layout.start) && is_set_in(layout.end);
        items.push(Item::words(Words { text, role, bullet, is_indented, look }, number));
        items.append(&mut self.aside);
    }

    /// Whether a paragraph goes on in the next one: its mark is deleted, or it is an initial in a frame.
    fn is_joined(&mut self, properties: Node<'_, '_>) -> bool {
        let mark = xml::child(properties, "rPr");
        let is_deleted =
            mark.is_some_and(|mark| ["del", "moveFrom"].iter().any(|name| xml::child(mark, name).is_some()));
        if is_deleted {
            self.tell_of_changes();
        }
        let frame = xml::child(properties, "framePr").and_then(|frame| xml::attribute(frame, "dropCap"));
        is_deleted || frame.is_some_and(|kind| kind != "none")
    }

    /// Reads what stands in a paragraph, or in something that wraps runs.
    pub(super) fn inline(&mut self, node: Node<'_, '_>, around: &Around, depth: usize) {
        for child in xml::elements(node) {
            match xml::name(child) {
                "r" => self.run(child, around, depth),
                "hyperlink" => {
                    let link = self.hyperlink(child).or_else(|| around.link.clone());
                    self.inline(child, &Around { link, ..around.clone() }, depth);
                }
                "fldSimple" => {
                    let address = xml::attribute(child, "instr").and_then(target);
                    let link = address.and_then(|address| link(&address)).or_else(|| around.link.clone());
                    self.inline(child, &Around { link, ..around.clone() }, depth);
                }
                "ins" | "moveTo" => {
                    self.tell_of_changes();
                    self.inline(child, around, depth);
                }
                "del" | "moveFrom" => self.tell_of_changes(),
                "sdt" | "sdtContent" | "smartTag" | "customXml" | "dir" | "bdo" | "ruby" | "rubyBase" => {
                    self.inline(child, around, depth);
                }
                "AlternateContent" => {
                    if let Some(branch) = branch(child) {
                        self.inline(branch, around, depth);
                    }
                }
                "oMath" | "oMathPara" => self.formula(child),
                _ => {}
            }
        }
    }

    fn hyperlink(&self, node: Node<'_, '_>) -> Option<Arc<str>> {
        let relation = self.relations.get(node.attributes().find(|one| one.name() == "id")?.value())?;
        let anchor = xml::attribute(node, "anchor").filter(|_| !relation.target.contains('#'));
        match anchor {
            Some(anchor) => link(&format!("{}#{anchor}", relation.target)),
            None => link(&relation.target),
        }
    }

    fn formula(&mut self, node: Node<'_, '_>) {
        self.pen.write(&xml::words(node), &Default::default(), 0, false);
        let what = "a formula is taken as plain letters";
        self.parts.notices.doubt(
            self.here(),
            what,
            "compare it with the original, or put in a picture of it",
        );
    }

    /// The paragraph as a place.
    pub(super) fn here(&self) -> crate::notice::Place {
        crate::notice::Place::line(self.parts.path, self.number)
    }
}

/// Whether a paragraph is only a line across the page.
fn is_rule(node: Node<'_, '_>) -> bool {
    node.descendants().any(|node| {
        xml::name(node) == "rect" && matches!(xml::attribute(node, "hr"), Some("t" | "true" | "1"))
    })
}

impl Letters {
    /// Whether they are hidden.
    pub(super) fn is_hidden(&self) -> bool {
        self.hidden == Some(true)
    }
}

/// What a run says of itself, over its character style.
pub(super) fn own_letters(properties: Option<Node<'_, '_>>) -> (Letters, bool) {
    let is_deleted = properties.is_some_and(|node| switch(node, "del") == Some(true));
    (properties.map(Letters::read).unwrap_or_default(), is_deleted)
}
