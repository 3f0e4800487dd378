//! The structure of a book as tags: nodes and where they stand go in, elements with their marked content come out
//! (ISO 32000-1, 14.6 to 14.8; ISO 14289-1 for what readers of the screen need).
//!
//! An element is made when the first line of its node is drawn, so that elements stand in the order in which they are
//! read, notes at the foot of their page among them, and nothing empty is told. A paragraph that runs over the page is
//! one element with two stretches of content.

mod kinds;
mod tree;

use crate::edition::language::Language;
use crate::page::sheet::{LinkArea, NodeId, NodeKind, Sheet, Structure};
use crate::units::Rect;
use kinds::Headings;
use rustc_hash::FxHashMap;
pub(super) use tree::Annotations;

/// Index into the elements.
pub(super) type ElementId = u32;

/// What a stretch of content is marked as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Decoration of the page.
    Artifact(Decoration),
    /// Content of an element.
    Content {
        element: ElementId,
        tag: &'static str,
        /// Its number on the page.
        number: u32,
    },
}

/// What decorates a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Decoration {
    /// Running heads, folios and what is seen again.
    Pagination,
    /// Rules and ornaments.
    Layout,
}

/// Something in an element, in reading order.
#[derive(Clone, Copy, Debug)]
enum Kid {
    Element(ElementId),
    /// Marked content: index of the page, and its number there.
    Content(u32, u32),
    /// A link: index of the page, and of the link on it.
    Link(u32, u32),
}

#[derive(Debug)]
struct Element {
    tag: &'static str,
    parent: ElementId,
    /// Where it is not that of the parent.
    language: Option<Language>,
    /// For those who can't see it.
    alt: Option<Box<str>>,
    extra: Extra,
    kids: Vec<Kid>,
}

/// What only some elements say.
#[derive(Clone, Copy, Debug, Default)]
enum Extra {
    #[default]
    Nothing,
    /// A head of a column.
    OfColumn,
    /// How the items of a list are labelled.
    Labelled(&'static str),
    /// Where a picture stands, in points of its page, upwards.
    Box([f32; 4]),
    /// A name by which it is found.
    Named,
}

/// The elements of a book.
#[derive(Debug)]
pub(super) struct Tags<'b> {
    structure: &'b Structure,
    elements: Vec<Element>,
    /// By node.
    of_node: Vec<Option<ElementId>>,
    /// The bodies of list items, by item.
    bodies: FxHashMap<ElementId, ElementId>,
    /// By page: the element of each stretch of content.
    pages: Vec<Vec<ElementId>>,
    /// By page: the element of each link.
    links: Vec<Vec<Option<ElementId>>>,
    headings: Headings,
}

const BOOK: ElementId = 0;

impl<'b> Tags<'b> {
    /// No elements but the document.
    pub(super) fn new(structure: &'b Structure) -> Tags<'b> {
        let document = Element {
            tag: "Document",
            parent: BOOK,
            language: None,
            alt: None,
            extra: Extra::Nothing,
            kids: Vec::new(),
        };
        let mut of_node = vec![None; structure.nodes.len()];
        of_node[0] = Some(BOOK);
        Tags {
            structure,
            elements: vec![document],
            of_node,
            bodies: FxHashMap::default(),
            pages: Vec::new(),
            links: Vec::new(),
            headings: Headings::default(),
        }
    }

    /// Begins the next page.
    pub(super) fn begin_page(&mut self, sheet: &Sheet) {
        self.pages.push(Vec::new());
        self.links.push(vec![None; sheet.links.len()]);
    }

    /// What a node decorates; `None` for what is read.
    pub(super) fn decoration(&self, node: NodeId) -> Option<Decoration> {
        kinds::decoration(self.structure.node(node).kind)
    }

    /// The language of a node.
    pub(super) fn language(&self, node: NodeId) -> Language {
        self.structure.node(node).language
    }

    /// Marks the next stretch of content of an element.
    pub(super) fn mark(&mut self, element: ElementId) -> Mark {
        let page = self.pages.len() as u32 - 1;
        let on_page = &mut self.pages[page as usize];
        let number = on_page.len() as u32;
        on_page.push(element);
        let element_of = &mut self.elements[element as usize];
        element_of.kids.push(Kid::Content(page, number));
        Mark::Content { element, tag: element_of.tag, number }
    }

    /// The element of a node, made if there is none.
    pub(super) fn element(&mut self, node: NodeId) -> ElementId {
        if let Some(element) = self.of_node[node.0 as usize] {
            return element;
        }
        let it = self.structure.node(node);
        let above = it.parent.unwrap_or(NodeId(0));
        let parent = self.container(above, it.kind);
        let around = self.structure.node(above);
        let tag = kinds::tag(it.kind, around.kind, self.level(node));
        let element = self.add(tag, parent);
        let made = &mut self.elements[element as usize];
        made.language = Some(it.language).filter(|language| *language != around.language);
        made.alt = it.alt.as_deref().filter(|alt| !alt.trim().is_empty()).map(Into::into);
        made.extra = match tag {
            "TH" => Extra::OfColumn,
            "Note" => Extra::Named,
            _ => Extra::Nothing,
        };
        self.of_node[node.0 as usize] = Some(element);
        if it.kind == NodeKind::Row {
            self.cells(node);
        }
        element
    }

    /// Cells without words are cells too: all of a row are made with it.
    fn cells(&mut self, row: NodeId) {
        // They follow their row.
        for next in row.0 + 1..self.structure.nodes.len() as u32 {
            if self.structure.node(NodeId(next)).parent != Some(row) {
                break;
            }
            self.element(NodeId(next));
        }
    }

    /// The element in which the children of a node stand.
    fn container(&mut self, node: NodeId, child: NodeKind) -> ElementId {
        let element = self.element(node);
        if self.structure.node(node).kind != NodeKind::Item || kinds::is_label(child) {
            return element;
        }
        if let Some(body) = self.bodies.get(&element) {
            return *body;
        }
        let body = self.add("LBody", element);
        self.bodies.insert(element, body);
        body
    }

    fn add(&mut self, tag: &'static str, parent: ElementId) -> ElementId {
        let id = self.elements.len() as ElementId;
        self.elements.push(Element {
            tag,
            parent,
            language: None,
            alt: None,
            extra: Extra::Nothing,
            kids: Vec::new(),
        });
        self.elements[parent as usize].kids.push(Kid::Element(id));
        id
    }

    /// The level of a heading.
    fn level(&mut self, node: NodeId) -> u8 {
        let structure = self.structure;
        let is_in_part = || {
            let above = |node: &NodeId| structure.node(*node).parent;
            std::iter::successors(Some(node), above).any(|node| structure.node(node).kind == NodeKind::Part)
        };
        self.headings.level(structure.node(node).kind, is_in_part)
    }

    /// A stretch in another language inside an element.
    pub(super) fn in_language(&mut self, element: ElementId, language: Language) -> ElementId {
        let span = self.add("Span", element);
        self.elements[span as usize].language = Some(language);
        span
    }

    /// A link of the page inside an element. One that goes on from the line before is the same link.
    pub(super) fn link(
        &mut self,
        element: ElementId,
        link: usize,
        before: Option<ElementId>,
        is_note: bool,
    ) -> ElementId {
        let made = match before {
            Some(before) => before,
            None if is_note => {
                let reference = self.add("Reference", element);
                self.add("Link", reference)
            }
            None => self.add("Link", element),
        };
        let page = self.pages.len() as u32 - 1;
        self.elements[made as usize].kids.push(Kid::Link(page, link as u32));
        self.links[page as usize][link] = Some(made);
        made
    }

    /// The area of a picture on its page.
    pub(super) fn place(&mut self, element: ElementId, area: &Rect) {
        let corners = [area.x, area.y, area.x + area.width, area.y + area.height].map(super::rounded);
        self.elements[element as usize].extra = Extra::Box(corners);
    }

    /// What a node is.
    pub(super) fn kind(&self, node: NodeId) -> NodeKind {
        self.structure.node(node).kind
    }

    /// The link around all lines of a block on this page, made if there is none.
    pub(super) fn whole_link(&mut self, element: ElementId, link: usize) -> ElementId {
        let known = self.links.last().and_then(|page| page[link]);
        known.unwrap_or_else(|| self.link(element, link, None, false))
    }

    /// The first link of this node and these words on the page that is not told yet.
    pub(super) fn free_link(&self, links: &[LinkArea], node: NodeId, words: &str) -> Option<usize> {
        let told = self.links.last()?;
        let fits = |link: &LinkArea| link.node == node && link.words == words;
        links.iter().zip(told).position(|(link, told)| told.is_none() && fits(link))
    }

    /// The last link of this node and these words that is told: it goes on behind words in another language.
    pub(super) fn told_link(&self, links: &[LinkArea], node: NodeId, words: &str) -> Option<ElementId> {
        let told = self.links.last()?;
        let fits = |link: &LinkArea| link.node == node && link.words == words;
        links
            .iter()
            .zip(told)
            .rev()
            .find(|(link, told)| told.is_some() && fits(link))
            .and_then(|(_, told)| *told)
    }

    /// Says how the items of a list are labelled, by the label of one of them.
    pub(super) fn label(&mut self, node: NodeId, words: &str) {
        let list = self.structure.node(node).parent.and_then(|item| self.structure.node(item).parent);
        if let Some(list) = list.and_then(|list| self.of_node[list.0 as usize]) {
            self.elements[list as usize].extra = Extra::Labelled(kinds::labelling(words));
        }
    }

    /// Links of the last page that stand in no line of text are told with the element of their node.
    pub(super) fn end_page(&mut self, links: &[LinkArea]) {
        for (index, link) in links.iter().enumerate() {
            let is_told = self.links.last().is_some_and(|page| page[index].is_some());
            if !is_told {
                let element = self.element(link.node);
                self.link(element, index, None, false);
            }
        }
    }
}
