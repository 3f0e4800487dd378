//! A page as operators: lines, rules, pictures, in reading order, each marked as what it is.

use super::fonts::FontsInUse;
use super::glyphs::{TextState, origin, show};
use super::pictures::Pictures;
use super::stream::ContentStream;
use super::stretches::{self, Stretch, What};
use super::tags::{Decoration, ElementId, Mark, Tags};
use crate::book::cover::Jacket;
use crate::design::Role;
use crate::page::sheet::{Folio, Item, LinkArea, NodeId, NodeKind, Sheet, Target, turned};
use crate::text::line::{Anchor, Line, Run};
use crate::units::{Length, Point, Rect, Side};
use rustc_hash::{FxHashMap, FxHashSet};

/// What the pages of a document share.
#[derive(Debug)]
pub(super) struct Shared<'s, 'b> {
    /// Height of a page.
    pub(super) height: Length,
    pub(super) fonts: &'s mut FontsInUse,
    pub(super) pictures: &'s Pictures,
    pub(super) tags: &'s mut Tags<'b>,
    /// Whether everything is marked as what it is.
    pub(super) is_tagged: bool,
}

/// The content stream of the next page.
pub(super) fn stream(sheet: &Sheet, shared: &mut Shared<'_, '_>) -> Vec<u8> {
    shared.tags.begin_page(sheet);
    let mut out = ContentStream::default();
    if sheet.items.is_empty() {
        return out.into_bytes();
    }
    out.black();
    let mut page = Page::new(shared, sheet, out);
    for item in &sheet.items {
        page.item(item);
    }
    page.end_text();
    let bytes = page.out.into_bytes();
    if shared.is_tagged {
        shared.tags.end_page(&sheet.links);
    }
    bytes
}

/// The content stream of a cover.
pub(super) fn jacket(jacket: &Jacket, shared: &mut Shared<'_, '_>) -> Vec<u8> {
    let nothing = Sheet { side: Side::Recto, folio: Folio::Arabic(1), items: Vec::new(), links: Vec::new() };
    let mut page = Page::new(shared, &nothing, ContentStream::default());
    let height = jacket.height;
    for layer in &jacket.layers {
        page.out.inks(layer.tint.inks);
        if let Some(turn) = layer.turn {
            page.out.begin_turned(turn.at, turn.clockwise, height);
        }
        for item in &layer.items {
            page.item(item);
        }
        page.end_text();
        if layer.turn.is_some() {
            page.out.end_turned();
        }
    }
    page.out.into_bytes()
}

/// The links that are a whole block each, such as a line of the contents: by its node.
fn whole_links(sheet: &Sheet) -> FxHashMap<NodeId, usize> {
    if sheet.links.is_empty() {
        return FxHashMap::default();
    }
    let with_links = sheet.items.iter().filter_map(|item| match item.upright() {
        Item::Line { line, node, .. } if line.anchors.iter().any(stretches::leads) => Some(*node),
        _ => None,
    });
    let with_links: FxHashSet<NodeId> = with_links.collect();
    let links = sheet.links.iter().enumerate().filter(|(_, link)| !with_links.contains(&link.node));
    links.map(|(index, link)| (link.node, index)).collect()
}

/// What is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Content {
    Element(ElementId),
    Decoration(Decoration),
}

/// A page being written.
struct Page<'p, 's, 'b> {
    shared: &'p mut Shared<'s, 'b>,
    links: &'p [LinkArea],
    /// Links that are whole blocks, by node.
    whole: FxHashMap<NodeId, usize>,
    /// The link at the end of the last line: its node, where it goes, its element.
    before: Option<(NodeId, Target, ElementId)>,
    /// The open text section.
    text: Option<TextState>,
    /// What is marked now. While text is open, inside it.
    open: Option<Content>,
    /// The point around which items are turned.
    turned: Option<Point>,
    out: ContentStream,
}

impl<'p, 's, 'b> Page<'p, 's, 'b> {
    fn new(shared: &'p mut Shared<'s, 'b>, sheet: &'p Sheet, out: ContentStream) -> Page<'p, 's, 'b> {
        let whole = whole_links(sheet);
        Page { shared, links: &sheet.links, whole, before: None, text: None, open: None, turned: None, out }
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Line { at, line, node } => self.line(*at, line, *node),
            Item::Rule { area, .. } => {
                match self.shared.is_tagged {
                    true => self.mark(Content::Decoration(Decoration::Layout), false),
                    false => self.end_text(),
                }
                self.out.rectangle(&upwards(area, self.shared.height));
            }
            Item::Picture { area, picture, node } => self.picture(area, picture, *node),
            Item::Turned { at, item } => {
                self.end_text();
                self.out.begin_turned(*at, false, self.shared.height);
                self.turned = Some(*at);
                self.item(item);
                self.end_text();
                self.turned = None;
                self.out.end_turned();
            }
        }
    }

    fn picture(&mut self, area: &Rect, picture: &str, node: NodeId) {
        let Some(id) = self.shared.pictures.id(picture) else { return };
        let orientation = self.shared.pictures.orientation(picture);
        if !self.shared.is_tagged {
            self.end_text();
            return self.out.picture(&id.0, &upwards(area, self.shared.height), orientation);
        }
        let content = match self.shared.tags.decoration(node) {
            Some(decoration) => Content::Decoration(decoration),
            None => {
                let element = self.shared.tags.element(node);
                let on_page = self.turned.map_or(*area, |at| turned(*area, at));
                self.shared.tags.place(element, &upwards(&on_page, self.shared.height));
                Content::Element(element)
            }
        };
        self.mark(content, false);
        self.out.picture(&id.0, &upwards(area, self.shared.height), orientation);
    }

    fn line(&mut self, at: Point, line: &Line, node: NodeId) {
        if !self.shared.is_tagged {
            self.begin_text();
            return self.runs(at, line, line.runs.iter(), true);
        }
        if let Some(decoration) = self.shared.tags.decoration(node) {
            self.mark(Content::Decoration(decoration), true);
            return self.runs(at, line, line.runs.iter(), true);
        }
        if self.shared.tags.kind(node) == NodeKind::Block(Role::ListLabel) {
            self.shared.tags.element(node);
            self.shared.tags.label(node, &line.text);
        }
        let element = self.element(node);
        match stretches::of(line, self.shared.tags.language(node)) {
            None => {
                self.mark(Content::Element(element), true);
                self.runs(at, line, line.runs.iter(), true);
            }
            Some(stretches) => self.stretches(at, line, node, element, &stretches),
        }
    }

    /// The element that takes the lines of a node: the link around all of them, if there is one.
    fn element(&mut self, node: NodeId) -> ElementId {
        let element = self.shared.tags.element(node);
        match self.whole.get(&node) {
            Some(link) => self.shared.tags.whole_link(element, *link),
            None => element,
        }
    }

    /// Shows a line in stretches: told in the order in which they are read, drawn from left to right.
    fn stretches(
        &mut self,
        at: Point,
        line: &Line,
        node: NodeId,
        around: ElementId,
        stretches: &[Stretch<'_>],
    ) {
        let mut order: Vec<usize> = (0..stretches.len()).collect();
        order.sort_by_key(|index| stretches[*index].from);
        let mut marks: Vec<Option<Mark>> = vec![None; stretches.len()];
        for index in &order {
            let element = self.element_of(line, node, around, &stretches[*index].what);
            // The text goes on from the line before.
            let goes_on = *index == 0
                && order[0] == 0
                && self.open == Some(Content::Element(element))
                && self.text.is_some();
            if !goes_on {
                marks[*index] = Some(self.shared.tags.mark(element));
            }
        }
        for (index, (stretch, mark)) in stretches.iter().zip(&marks).enumerate() {
            if let Some(mark) = mark {
                self.begin(*mark, true);
            }
            let is_last = index + 1 == stretches.len();
            self.runs(at, line, stretch.runs.iter().map(AsRef::as_ref), is_last);
        }
        // What follows on the next line is read behind the last stretch, which need not be the one at the right.
        if order.last() != Some(&(stretches.len() - 1)) {
            self.end_mark();
        }
    }

    /// The element of a stretch.
    fn element_of(&mut self, line: &Line, node: NodeId, around: ElementId, what: &What) -> ElementId {
        let mut element = around;
        if let Some(placed) = what.anchor.map(|anchor| &line.anchors[anchor]) {
            let words = &line.text[placed.range.start as usize..placed.range.end as usize];
            if let Some(link) = self.shared.tags.free_link(self.links, node, words) {
                let target = &self.links[link].target;
                let before = self.before.take().filter(|(its, to, _)| {
                    *its == node && to == target && placed.range.start == line.range.start
                });
                let is_note = matches!(placed.anchor, Anchor::Note(_));
                element = self.shared.tags.link(around, link, before.map(|(.., link)| link), is_note);
                let at_the_end = placed.range.end >= line.range.end;
                self.before = at_the_end.then(|| (node, target.clone(), element));
            } else if let Some(told) = self.shared.tags.told_link(self.links, node, words) {
                element = told;
            }
        }
        match what.language {
            Some(language) => self.shared.tags.in_language(element, language),
            None => element,
        }
    }

    /// Shows runs, the last of which may be the last of its line.
    fn runs<'r>(&mut self, at: Point, line: &Line, runs: impl Iterator<Item = &'r Run>, end: bool) {
        let mut runs = runs.peekable();
        let (out, text) = (&mut self.out, &mut self.text);
        let Some(state) = text.as_mut() else { return };
        while let Some(run) = runs.next() {
            let ends_line = end && runs.peek().is_none();
            if let Some(font) = self.shared.fonts.font(&run.face) {
                show(run, line, ends_line, origin(at, line, self.shared.height), state, font, out);
            }
        }
    }

    /// Marks what follows as content of this kind, in text or outside.
    fn mark(&mut self, content: Content, in_text: bool) {
        if self.open == Some(content) && self.text.is_some() == in_text {
            return;
        }
        let mark = match content {
            Content::Element(element) => self.shared.tags.mark(element),
            Content::Decoration(decoration) => Mark::Artifact(decoration),
        };
        self.begin(mark, in_text);
    }

    fn begin(&mut self, mark: Mark, in_text: bool) {
        self.end_mark();
        match in_text {
            true => self.begin_text(),
            false => self.end_text(),
        }
        match mark {
            Mark::Artifact(decoration) => {
                self.out.begin_artifact(match decoration {
                    Decoration::Pagination => "Pagination",
                    Decoration::Layout => "Layout",
                });
                self.open = Some(Content::Decoration(decoration));
            }
            Mark::Content { element, tag, number } => {
                self.out.begin_marked(tag, number);
                self.open = Some(Content::Element(element));
            }
        }
    }

    fn begin_text(&mut self) {
        if self.text.is_none() {
            self.out.begin_text();
            self.text = Some(TextState::default());
        }
    }

    fn end_mark(&mut self) {
        if self.open.take().is_some() {
            self.out.end_marked();
        }
    }

    /// Text state lasts beyond a text section: the scale and the distance of letters must not.
    fn end_text(&mut self) {
        self.end_mark();
        if self.text.take().is_some() {
            self.out.horizontal_scale(100_000);
            self.out.letter_space(0);
            self.out.end_text();
        }
    }
}

/// A rectangle by its lower left corner, y upwards.
fn upwards(area: &Rect, height: Length) -> Rect {
    Rect { y: height - area.y - area.height, ..*area }
}
