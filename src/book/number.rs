//! Joining: chapters find their sheets, sheets their folios and heads, links their places, contents their numbers.

use super::cache::Cache;
use super::chapter::{Chapter, Dress, Kind, Section};
use super::heads::{self, Dressing, Heads};
use super::parting::LaidOut;
use super::refer::Places;
use super::{Book, Bookmark, ChapterPages, front, index};
use crate::design::{Align, Design, Role};
use crate::edition::Edition;
use crate::fonts::Fonts;
use crate::page::sheet::{
    Destination, Folio, Item, LinkArea, Node, NodeId, NodeKind, Sheet, Structure, Target,
};
use crate::page::{Desk, Origin, PageContent};
use crate::text::Content;
use crate::units::{Length, Point, Side};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// Joins laid-out chapters into a book.
pub(super) fn join(
    edition: &Edition,
    design: Design,
    fonts: Fonts,
    cache: &Cache,
    chapters: Vec<Chapter<'_>>,
    laid_out: Vec<LaidOut>,
) -> Book {
    let studio = cache.studio(edition, &design, &fonts);
    let mut desk = Desk::new(studio, Origin::default(), edition.language);
    let mut joiner = Joiner::new(edition, &design, body_start(&chapters, &laid_out));
    for (chapter, laid) in chapters.iter().zip(&laid_out) {
        joiner.firsts.insert(chapter.name.clone(), laid.first);
    }
    for (chapter, laid) in chapters.iter().zip(&laid_out) {
        joiner.chapter(chapter, laid, &mut desk);
    }
    joiner.index_places();
    settle_links(&mut joiner.sheets, &joiner.destinations);
    let indexes = index::printed(&chapters);
    let Joiner { sheets, structure, destinations, outline, chapters, .. } = joiner;
    desk.finish(crate::page::Flow::default());
    Book {
        language: edition.language,
        sheets,
        structure,
        destinations,
        outline,
        chapters,
        indexes,
        places: Places::default(),
        design,
        fonts,
    }
}

/// The sheet on which the arabic numbers begin; past all sheets where there is no body.
pub(super) fn body_start(chapters: &[Chapter<'_>], laid_out: &[LaidOut]) -> usize {
    let mut both = chapters.iter().zip(laid_out);
    both.find(|(chapter, _)| chapter.section == Section::Body).map_or(usize::MAX, |(_, laid)| laid.first)
}

/// A page of a chapter on its way into the book.
#[derive(Clone, Copy)]
struct Paging {
    /// Which of the chapter's pages it is, from 0.
    number: usize,
    /// How far down the chapter before reaches, where the two share the sheet.
    below: Option<Length>,
    /// What to add to the ids of its nodes.
    offset: u32,
}

struct Joiner<'e> {
    edition: &'e Edition,
    design: &'e Design,
    body_start: usize,
    firsts: FxHashMap<Arc<str>, usize>,
    sheets: Vec<Sheet>,
    structure: Structure,
    destinations: Vec<Destination>,
    outline: Vec<Bookmark>,
    chapters: Vec<ChapterPages>,
    part: Option<(Arc<str>, NodeId)>,
    artifact: NodeId,
}

impl<'e> Joiner<'e> {
    fn new(edition: &'e Edition, design: &'e Design, body_start: usize) -> Joiner<'e> {
        let mut structure = Structure::new(edition.language);
        let artifact = Node {
            kind: NodeKind::Artifact,
            parent: Some(NodeId(0)),
            language: edition.language,
            source: None,
            alt: None,
        };
        let artifact = structure.add(artifact);
        Joiner {
            edition,
            design,
            body_start,
            firsts: FxHashMap::default(),
            sheets: Vec::new(),
            structure,
            destinations: Vec::new(),
            outline: Vec::new(),
            chapters: Vec::new(),
            part: None,
            artifact,
        }
    }

    fn folio(&self, sheet: usize) -> Folio {
        Folio::of(sheet, self.body_start)
    }

    fn chapter(&mut self, chapter: &Chapter<'_>, laid: &LaidOut, desk: &mut Desk<'_>) {
        while self.sheets.len() < laid.first {
            let index = self.sheets.len();
            self.sheets.push(Sheet {
                side: Side::of(index),
                folio: self.folio(index),
                items: Vec::new(),
                links: Vec::new(),
            });
        }
        let offset = self.nodes(chapter, &laid.pages.nodes);
        let nodes = offset..self.structure.nodes.len() as u32;
        let heads = if chapter.dress == Dress::Full {
            heads::set(chapter, self.edition, desk)
        } else {
            Heads::default()
        };
        for (number, page) in laid.pages.pages.iter().enumerate() {
            let below = laid.below.filter(|_| number == 0);
            self.page(chapter, page, Paging { number, below, offset }, &heads, desk);
        }
        if matches!(chapter.kind, Kind::TitlePage) {
            self.publisher(laid.first, offset, desk);
        }
        self.bookmark(chapter);
        let pages = &laid.pages.pages;
        self.chapters.push(ChapterPages {
            file: chapter.path().to_path_buf(),
            first: laid.first,
            count: pages.len(),
            nodes,
            design: Arc::new(self.design.for_language(chapter.language).into_owned()),
            breaks: pages.iter().skip(1).map(|page| page.source_start).collect(),
            full: pages.iter().map(|page| page.full).collect(),
        });
    }

    /// Hangs the chapter's nodes into the book; gives what to add to its ids.
    fn nodes(&mut self, chapter: &Chapter<'_>, nodes: &[Node]) -> u32 {
        let gathered = self
            .part
            .as_ref()
            .filter(|(name, _)| Some(name) == chapter.in_part.as_ref())
            .map(|(_, node)| *node);
        let mut parent = gathered.unwrap_or(NodeId(0));
        if matches!(chapter.kind, Kind::PartPage(_)) {
            let part = Node {
                kind: NodeKind::Part,
                parent: Some(NodeId(0)),
                language: chapter.language,
                source: None,
                alt: None,
            };
            parent = self.structure.add(part);
            self.part = Some((chapter.name.clone(), parent));
        }
        let offset = self.structure.nodes.len() as u32;
        for node in nodes {
            let own = node.parent.map_or(parent, |local| NodeId(local.0 + offset));
            self.structure.add(Node { parent: Some(own), ..node.clone() });
        }
        offset
    }

    fn page(
        &mut self,
        chapter: &Chapter<'_>,
        page: &PageContent,
        Paging { number, below, offset }: Paging,
        heads: &Heads,
        desk: &mut Desk<'_>,
    ) {
        let index = self.sheets.len() - usize::from(below.is_some());
        let (side, folio) = (Side::of(index), self.folio(index));
        let area = self.design.text_area(side);
        let drop = if chapter.at_foot() { self.to_foot(page) } else { Length::ZERO };
        let by = Point { x: area.x, y: area.y + drop };
        let mut items: Vec<Item> = page.items.iter().map(|item| moved(item, by, offset)).collect();
        for reference in &page.references {
            let name = reference.name.trim_start_matches('/');
            if let Some(first) = self.firsts.get(name) {
                let folio = self.folio(*first);
                let item = heads::reference(folio, reference.y, reference.node, desk);
                items.push(moved(&item, by, offset));
            }
        }
        if chapter.dress == Dress::Full && below.is_none() {
            let dressing = Dressing { side, folio, opener: number == 0, node: self.artifact };
            items.extend(heads::dress(heads, dressing, desk));
        }
        let links: Vec<LinkArea> =
            page.links.iter().map(|link| moved_link(link, by, offset, &chapter.name)).collect();
        if number == 0 {
            let y = below.map_or(Length::ZERO, |below| area.y + below);
            self.destinations.push(Destination { name: chapter.name.clone(), sheet: index, y });
        }
        for (name, y) in &page.names {
            // Notes at the end of the book are places of the chapters that mark them.
            let name = match name.strip_prefix('/') {
                Some(whole) => whole.into(),
                None => format!("{}-{name}", chapter.name).into(),
            };
            let y = (*y + by.y - self.design.leading).max(Length::ZERO);
            self.destinations.push(Destination { name, sheet: index, y });
        }
        match self.sheets.last_mut().filter(|_| below.is_some()) {
            Some(shared) => {
                shared.items.extend(items);
                shared.links.extend(links);
            }
            None => self.sheets.push(Sheet { side, folio, items, links }),
        }
    }

    /// How far a page's text moves down so that its last line is the last of the page.
    fn to_foot(&self, page: &PageContent) -> Length {
        let last = page.items.iter().map(|item| match item {
            Item::Line { at, .. } | Item::Turned { at, .. } => at.y,
            Item::Rule { area, .. } | Item::Picture { area, .. } => area.y + area.height,
        });
        let foot = self.design.leading * (self.design.depth - 1) + self.design.baseline();
        last.max().map_or(Length::ZERO, |last| (foot - last).max(Length::ZERO))
    }

    /// The publisher's lines at the foot of the title page.
    fn publisher(&mut self, sheet: usize, offset: u32, desk: &mut Desk<'_>) {
        let style = self.design.style(Role::BookPublisher);
        let area = self.design.text_area(Side::of(sheet));
        let lines = front::publisher_lines(self.edition);
        let node = Node {
            kind: NodeKind::Block(Role::BookPublisher),
            parent: Some(NodeId(offset)),
            language: self.edition.language,
            source: None,
            alt: None,
        };
        let node = self.structure.add(node);
        for (index, words) in lines.iter().enumerate() {
            let content = Content::plain(words.as_str(), style.text, self.edition.language);
            let align = if style.align == Align::Justified { Align::Start } else { style.align };
            let line = desk.line(&content, area.width, align);
            let up = style.leading * (lines.len() - 1 - index) as i32;
            let y = area.y + area.height - self.design.leading + self.design.baseline() - up;
            if let Some(page) = self.sheets.get_mut(sheet) {
                page.items.push(Item::Line { at: Point { x: area.x, y }, line, node });
            }
        }
    }

    fn bookmark(&mut self, chapter: &Chapter<'_>) {
        let Some(title) = chapter.title.as_ref().filter(|title| !title.trim().is_empty()) else { return };
        let mark = Bookmark { title: title.clone(), target: chapter.name.clone(), children: Vec::new() };
        let part = self.outline.last_mut().filter(|last| Some(&last.target) == chapter.in_part.as_ref());
        match part {
            Some(part) => part.children.push(mark),
            None => self.outline.push(mark),
        }
    }

    /// The pages that an index leads to become places.
    fn index_places(&mut self) {
        let mut wanted: Vec<usize> = Vec::new();
        for link in self.sheets.iter().flat_map(|sheet| &sheet.links) {
            if let Target::Place(name) = &link.target {
                wanted.extend(index::sheet_of(name));
            }
        }
        wanted.sort_unstable();
        wanted.dedup();
        let places = wanted.into_iter().filter(|sheet| *sheet < self.sheets.len());
        let places = places.map(|sheet| Destination { name: index::place_of(sheet), sheet, y: Length::ZERO });
        self.destinations.extend(places);
    }
}

/// Links to places that do not exist go away: their words stay.
pub(super) fn settle_links(sheets: &mut [Sheet], destinations: &[Destination]) {
    let known: FxHashSet<&str> = destinations.iter().map(|place| &*place.name).collect();
    for sheet in sheets {
        sheet.links.retain(|link| match &link.target {
            Target::Url(_) => true,
            Target::Place(name) => known.contains(&**name),
        });
    }
}

fn moved(item: &Item, by: Point, offset: u32) -> Item {
    let own = |node: &NodeId| NodeId(node.0 + offset);
    match item {
        Item::Line { at, line, node } => {
            Item::Line { at: Point { x: at.x + by.x, y: at.y + by.y }, line: line.clone(), node: own(node) }
        }
        Item::Rule { area, node } => Item::Rule { area: area.moved(by), node: own(node) },
        Item::Turned { at, item } => {
            let still = Point { x: Length::ZERO, y: Length::ZERO };
            let at = Point { x: at.x + by.x, y: at.y + by.y };
            Item::Turned { at, item: Box::new(moved(item, still, offset)) }
        }
        Item::Picture { area, picture, node } => {
            Item::Picture { area: area.moved(by), picture: picture.clone(), node: own(node) }
        }
    }
}

fn moved_link(link: &LinkArea, by: Point, offset: u32, chapter: &str) -> LinkArea {
    let target = match &link.target {
        Target::Url(url) => Target::Url(url.clone()),
        Target::Place(name) => Target::Place(match name.strip_prefix('/') {
            Some(whole) => whole.into(),
            None => format!("{chapter}-{name}").into(),
        }),
    };
    LinkArea {
        area: link.area.moved(by),
        target,
        words: link.words.clone(),
        node: NodeId(link.node.0 + offset),
    }
}
