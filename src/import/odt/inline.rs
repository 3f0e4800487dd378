//! What runs in a paragraph of an OpenDocument text: letters, spans, links, notes, comments.

use super::block::Reader;
use super::styles::Letters;
use crate::edition::text::Note;
use crate::import::office::{self, Face, link};
use crate::import::xml;
use roxmltree::Node;
use std::sync::Arc;

/// Spaces that one element stands for, at most.
const SPACES: usize = 100;

/// How letters at a place look.
#[derive(Clone, Default)]
struct Around {
    /// By the named style of the paragraph: no emphasis.
    whole: Letters,
    /// By hand and by spans.
    own: Letters,
    link: Option<Arc<str>>,
}

impl Around {
    fn face(&self) -> Face {
        let is_on = |switch: Option<bool>| switch == Some(true);
        let (own, whole) = (&self.own, &self.whole);
        Face {
            bold: is_on(own.bold) && !is_on(whole.bold),
            italic: is_on(own.italic) && !is_on(whole.italic),
            small_caps: is_on(own.small_caps) && !is_on(whole.small_caps),
            raised: is_on(own.raised),
            lowered: is_on(own.lowered),
            struck: is_on(own.struck),
            code: is_on(own.code) && !is_on(whole.code),
            link: self.link.clone(),
        }
    }

    fn is_hidden(&self) -> bool {
        self.own.hidden.or(self.whole.hidden) == Some(true)
    }
}

impl Reader<'_, '_> {
    /// Reads what runs in a paragraph of this style.
    pub(super) fn runs(&mut self, node: Node<'_, '_>, style: &str, depth: usize) {
        let (whole, own) = self.styles.paragraph(style);
        self.inline(node, &Around { whole, own, link: None }, depth);
    }

    fn inline(&mut self, node: Node<'_, '_>, around: &Around, depth: usize) {
        for child in node.children() {
            if let Some(text) = child.text().filter(|_| child.is_text()) {
                self.put(text, around, false);
                continue;
            }
            match xml::name(child) {
                "span" => {
                    let style = xml::attribute(child, "style-name").unwrap_or_default();
                    let own = self.styles.text(style).over(&around.own);
                    self.inline(child, &Around { own, ..around.clone() }, depth);
                }
                "a" => {
                    let link = xml::attribute(child, "href").and_then(link).or_else(|| around.link.clone());
                    self.inline(child, &Around { link, ..around.clone() }, depth);
                }
                "s" => {
                    let count = xml::attribute(child, "c").and_then(|count| count.parse().ok()).unwrap_or(1);
                    self.put(&" ".repeat(SPACES.min(count)), around, true);
                }
                "tab" => self.put(" ", around, true),
                "line-break" if !around.is_hidden() => self.pen.line_break(),
                "note" => self.note(child, depth),
                "annotation" => self.comment(child),
                "frame" | "g" | "custom-shape" | "rect" => self.frame(child, depth),
                "hidden-text" | "hidden-paragraph" | "change" | "change-start" | "change-end"
                | "annotation-end" | "ruby-text" | "tracked-changes" | "line-break" | "note-citation"
                | "script" => {}
                _ => self.inline(child, around, depth),
            }
        }
    }

    fn put(&mut self, text: &str, around: &Around, is_asked_for: bool) {
        if around.is_hidden() {
            return;
        }
        let size = around.own.size.or(around.whole.size).unwrap_or(0);
        let is_heavy = around.own.bold.or(around.whole.bold) == Some(true);
        match is_asked_for {
            true => self.pen.write(text, &around.face(), size, is_heavy),
            false => self.pen.flow(text, &around.face(), size, is_heavy),
        }
    }

    fn note(&mut self, node: Node<'_, '_>, depth: usize) {
        let Some(body) = xml::child(node, "note-body").filter(|_| !self.is_in_note) else { return };
        let number = self.notes.len();
        self.pen.note(number);
        self.notes.push(Note::default());
        let pen = std::mem::take(&mut self.pen);
        let aside = std::mem::take(&mut self.aside);
        self.is_in_note = true;
        let mut items = Vec::new();
        self.blocks(body, depth + 1, &mut items);
        self.notes[number].blocks = office::blocks(items);
        self.is_in_note = false;
        (self.pen, self.aside) = (pen, aside);
    }

    fn comment(&mut self, node: Node<'_, '_>) {
        let author = xml::child(node, "creator").map(xml::words).filter(|name| !name.is_empty());
        let author = author.unwrap_or_else(|| "somebody".into());
        let paragraphs = node.descendants().filter(|node| xml::name(*node) == "p").map(xml::words);
        let words: String = paragraphs.collect::<Vec<_>>().join(" ").trim().chars().take(400).collect();
        if !words.is_empty() {
            let what = format!("a comment by {author} says: “{words}”");
            self.notices.remark(
                self.here(),
                what,
                "comments are not printed; see whether something is to be done",
            );
        }
    }
}
