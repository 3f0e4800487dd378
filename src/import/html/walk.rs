//! The walk over a page: every element becomes blocks of ours, or nothing.

use super::super::gather::Gather;
use super::super::manuscript::{Line, Style};
use super::notes::Targets;
use super::words::{append, folded, parted, without_dash};
use super::{article, hints, inline, table};
use crate::edition::picture::Picture;
use crate::edition::text::{Block, Mark, Note, Paragraph, QuoteKind};
use crate::import::limits;
use dom_query::{Document, NodeRef};
use std::collections::BTreeMap;

/// A line, and the numbers of the elements that its words stand in.
pub(super) struct Walked {
    pub(super) line: Line,
    pub(super) owners: Vec<u32>,
}

/// What a page holds.
pub(super) struct Page {
    pub(super) lines: Vec<Walked>,
    pub(super) notes: Vec<Note>,
    pub(super) pictures: BTreeMap<String, Picture>,
    /// Why pictures inside the page can't be used.
    pub(super) refused: Vec<String>,
}

/// Walks a page.
pub(super) fn page(document: &Document) -> Page {
    let targets = Targets::of(document);
    let mut walk = Walk::new(&targets);
    walk.node(&document.root(), 0);
    walk.flush();
    let (lines, pictures) = (std::mem::take(&mut walk.lines), std::mem::take(&mut walk.pictures));
    let refused = std::mem::take(&mut walk.refused);
    let mut notes = Vec::with_capacity(targets.nodes.len());
    for node in &targets.nodes {
        let mut walk = Walk::new(&targets);
        walk.in_note = true;
        walk.children(node, 0);
        walk.flush();
        notes.push(Note { blocks: walk.lines.into_iter().map(|walked| walked.line.block).collect() });
    }
    Page { lines, notes, pictures, refused }
}

/// The state of a walk.
pub(super) struct Walk<'d> {
    targets: &'d Targets<'d>,
    pub(super) lines: Vec<Walked>,
    pub(super) gather: Gather,
    /// Marks of the elements around the words.
    marks: Vec<Mark>,
    /// The elements that the words of the open paragraph stand in.
    pub(super) owners: Vec<u32>,
    /// What the elements around say, the innermost last.
    styles: Vec<Style>,
    /// The element of the open block.
    block: Option<u32>,
    in_note: bool,
    pub(super) pictures: BTreeMap<String, Picture>,
    pub(super) embedded: usize,
    pub(super) refused: Vec<String>,
}

impl<'d> Walk<'d> {
    fn new(targets: &'d Targets<'d>) -> Walk<'d> {
        Walk {
            targets,
            lines: Vec::new(),
            gather: Gather::default(),
            marks: Vec::new(),
            owners: Vec::new(),
            styles: Vec::new(),
            block: None,
            in_note: false,
            pictures: BTreeMap::new(),
            embedded: 0,
            refused: Vec::new(),
        }
    }

    /// What the elements around say: what is furniture stays so, but for notes about authors.
    fn style(&self) -> Style {
        let is_note = self.styles.contains(&Style::AuthorNote);
        match self.styles.contains(&Style::Furniture) {
            true if !is_note => Style::Furniture,
            _ => self.styles.last().copied().unwrap_or_default(),
        }
    }

    pub(super) fn push(&mut self, block: Block) {
        let mut owners = std::mem::take(&mut self.owners);
        if owners.is_empty() {
            owners.extend(self.block);
        }
        let line = Line { block, style: self.style(), article: None, number: 0 };
        self.lines.push(Walked { line, owners });
    }

    /// Ends the open paragraph.
    pub(super) fn flush(&mut self) {
        if self.gather.is_blank() {
            self.gather = Gather::default();
            return;
        }
        let paragraph = self.gather.take();
        // Two line breaks in a row part paragraphs.
        if paragraph.text.contains("\n\n") || paragraph.text.contains("\n \n") {
            let owners = std::mem::take(&mut self.owners);
            for part in parted(&paragraph) {
                self.owners.clone_from(&owners);
                self.push(Block::Paragraph(part));
            }
            self.owners.clear();
            return;
        }
        self.push(Block::Paragraph(paragraph));
    }

    pub(super) fn children(&mut self, node: &NodeRef<'_>, depth: usize) {
        for child in node.children_it(false) {
            self.node(&child, depth + 1);
        }
    }

    fn node(&mut self, node: &NodeRef<'_>, depth: usize) {
        if depth > limits::DEPTH && !node.is_text() {
            // The scan lets nothing so deep pass; if it errs, the words stay.
            self.gather.flow(&node.text(), &self.marks);
            return;
        }
        if node.is_text() {
            self.gather.flow(&node.text(), &self.marks);
            return;
        }
        let Some(name) = node.node_name() else {
            return self.children(node, depth);
        };
        let name: &str = &name.to_lowercase();
        if inline::is_silent(name) || !self.in_note && self.targets.holds(node) {
            return;
        }
        match name {
            "br" => self.gather.line_break(),
            "hr" => {
                self.flush();
                self.push(Block::Ornament);
            }
            "img" | "image" => self.picture(node, None),
            _ if inline::is_inline(name) && !holds_blocks(node) => self.inline(node, name, depth),
            _ => self.block(node, name, depth),
        }
    }

    fn inline(&mut self, node: &NodeRef<'_>, name: &str, depth: usize) {
        if name == "a"
            && let Some(note) = self.targets.marked_by(node)
        {
            if !self.in_note {
                self.gather.note(note);
            }
            return;
        }
        if self.in_note && name == "a" && is_way_back(node) {
            return;
        }
        // A superscript that only holds the mark of a note is no superscript.
        let holds_note = name == "sup"
            && node
                .descendants_it()
                .any(|inner| inner.has_name("a") && self.targets.marked_by(&inner).is_some());
        let marks = if holds_note { Vec::new() } else { inline::mark(node, name) };
        let style =
            hints::of(node, name).filter(|style| self.gather.is_blank() || *style == Style::Furniture);
        let hides = style == Some(Style::Furniture) && !self.gather.is_blank();
        if hides {
            return;
        }
        self.owners.extend(article::number_of(node));
        let before = self.marks.len();
        self.marks.extend(marks);
        self.styles.extend(style);
        let is_whole = style.is_some();
        self.children(node, depth);
        self.marks.truncate(before);
        if is_whole {
            // The style is that of the paragraph if nothing else stands in it.
            if only_child(node) {
                self.flush();
            }
            self.styles.pop();
        }
    }

    fn block(&mut self, node: &NodeRef<'_>, name: &str, depth: usize) {
        self.flush();
        let outer = self.block;
        self.block = article::number_of(node).or(outer);
        self.owners.clear();
        let style = hints::of(node, name);
        self.styles.extend(style);
        let marks = std::mem::take(&mut self.marks);
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading(node, name, depth),
            "blockquote" => self.quote(node, depth),
            "ul" | "ol" => self.list(node, name, depth),
            "table" => self.table(node, depth),
            "figure" => self.figure(node, depth),
            "pre" => {
                let text = node.text();
                let text = text.trim_matches('\n');
                if !text.trim().is_empty() {
                    self.push(Block::Code(text.into()));
                }
            }
            _ => {
                self.children(node, depth);
                self.flush();
            }
        }
        self.marks = marks;
        if style.is_some() {
            self.styles.pop();
        }
        self.block = outer;
    }

    fn heading(&mut self, node: &NodeRef<'_>, name: &str, depth: usize) {
        self.children(node, depth);
        let mut text = self.gather.take();
        let whole = 0..text.text.len();
        text.marks.retain(|marked| marked.mark != Mark::Strong || marked.range != whole);
        if text.is_empty() {
            return;
        }
        let level = name.as_bytes().get(1).map_or(1, |digit| digit - b'0');
        self.push(Block::Heading { level, text, id: None });
    }

    /// The blocks inside an element, without what is around.
    fn inside(&mut self, node: &NodeRef<'_>, depth: usize) -> Vec<Block> {
        if depth > limits::BLOCK_DEPTH * 4 {
            return vec![Block::Paragraph(Paragraph::plain(
                node.text().split_whitespace().collect::<Vec<_>>().join(" "),
            ))];
        }
        let mut inner = Walk::new(self.targets);
        inner.in_note = self.in_note;
        inner.embedded = self.embedded;
        inner.children(node, depth);
        inner.flush();
        self.embedded = inner.embedded;
        self.pictures.append(&mut inner.pictures);
        self.refused.append(&mut inner.refused);
        inner.lines.into_iter().map(|walked| walked.line.block).collect()
    }

    fn quote(&mut self, node: &NodeRef<'_>, depth: usize) {
        let mut blocks = self.inside(node, depth);
        blocks.retain(|block| !matches!(block, Block::Ornament));
        if blocks.is_empty() {
            return;
        }
        let cited =
            node.children_it(false).filter(|child| child.has_name("cite") || child.has_name("footer")).last();
        let attribution = match (cited, blocks.last()) {
            (Some(cite), Some(Block::Paragraph(last)))
                if blocks.len() > 1 && folded(&last.text) == folded(&cite.text()) =>
            {
                let Some(Block::Paragraph(last)) = blocks.pop() else { return };
                Some(without_dash(&last))
            }
            _ => None,
        };
        self.push(Block::Quote { kind: QuoteKind::Quote, blocks, attribution });
    }

    fn list(&mut self, node: &NodeRef<'_>, name: &str, depth: usize) {
        let mut items = Vec::new();
        for child in node.children_it(false).filter(NodeRef::is_element) {
            if self.targets.holds(&child) && !self.in_note {
                continue;
            }
            let blocks = self.inside(&child, depth + 1);
            if !blocks.is_empty() {
                items.push(blocks);
            }
        }
        if items.is_empty() {
            return;
        }
        let start = node.attr("start").and_then(|start| start.parse().ok()).unwrap_or(1);
        self.push(Block::List { start: (name == "ol").then_some(start), items });
    }

    fn table(&mut self, node: &NodeRef<'_>, depth: usize) {
        match table::read(self, node) {
            Some(table) => self.push(Block::Table(table)),
            None => {
                self.children(node, depth);
                self.flush();
            }
        }
    }

    /// The words of a cell on one line.
    pub(super) fn cell(&mut self, node: &NodeRef<'_>) -> Paragraph {
        let mut gather = Gather::default();
        for block in self.inside(node, 0) {
            block.each_paragraph(&mut |paragraph| {
                if !gather.is_blank() {
                    gather.push(" ", &[]);
                }
                append(&mut gather, paragraph);
            });
        }
        gather.take()
    }
}

/// Whether blocks stand inside an inline element, as in a link around a card.
fn holds_blocks(node: &NodeRef<'_>) -> bool {
    node.descendants_it().any(|inner| {
        matches!(
            inner.node_name().as_deref(),
            Some(
                "p" | "div"
                    | "h1"
                    | "h2"
                    | "h3"
                    | "h4"
                    | "h5"
                    | "h6"
                    | "ul"
                    | "ol"
                    | "table"
                    | "blockquote"
                    | "section"
                    | "article"
                    | "figure"
                    | "pre"
            )
        )
    })
}

/// Whether an element is all its parent holds, but for white space.
fn only_child(node: &NodeRef<'_>) -> bool {
    let is_blank = |node: &NodeRef<'_>| node.text().trim().is_empty();
    let mut others =
        node.parent().into_iter().flat_map(|parent| parent.children_it(false).collect::<Vec<_>>());
    node.parent().is_some() && !is_blank(node) && others.all(|other| other.id == node.id || is_blank(&other))
}

/// The arrow that leads from a note back to its mark.
fn is_way_back(node: &NodeRef<'_>) -> bool {
    let text = node.text();
    let text = text.trim();
    let is_local = node.attr("href").is_some_and(|href| href.contains('#'));
    is_local && text.chars().count() <= 4 && (text.chars().all(|l| !l.is_alphabetic()) || text.is_empty())
}
