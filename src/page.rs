//! A chapter becomes pages: blocks with their set paragraphs, total fit of pages, and everything in its place.
//!
//! A chapter is what opens on its own: a piece, the foreword, the contents. It is laid out without knowing its page
//! numbers or its neighbours, only the side it opens on, so that chapters can be set side by side and cached; names
//! of destinations and nodes are its own until the book joins them.

pub mod blocks;
pub mod content;
mod faults;
mod fit;
mod fitted;
mod flow;
mod notes;
mod opening;
mod place;
pub mod sheet;
mod table;

use crate::design::Design;
use crate::edition::language::Language;
use crate::edition::picture::Picture;
use crate::fonts::{Face, Fonts, advice};
use crate::notice::{Notice, Notices, Place, Rule, Weight};
use crate::page::sheet::{Item, LinkArea, Node, NodeId, NodeKind, SourceRange};
use crate::text::{self, Content, Measure, SetParagraph, Shaper};
use crate::units::Length;
pub use flow::{Block, Body, Flow, Label};
pub use opening::{Ending, Opening};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use unicode_script::Script;

/// What setting needs to know beside the text.
#[derive(Clone, Copy, Debug)]
pub struct Studio<'a> {
    /// The design.
    pub design: &'a Design,
    /// The fonts.
    pub fonts: &'a Fonts,
    /// The edition's pictures.
    pub pictures: &'a BTreeMap<Arc<str>, Picture>,
    /// Paragraphs set before; `None` where nothing will be set twice.
    pub cache: Option<&'a Cache>,
    /// Shapers that wait for work.
    pub shapers: &'a Shapers,
}

/// Shapers that wait for work: each has learnt the plans of the fonts, so they are handed on from desk to desk.
#[derive(Debug, Default)]
pub struct Shapers {
    idle: Mutex<Vec<Shaper>>,
}

impl Shapers {
    fn take(&self) -> Shaper {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default()
    }

    fn give_back(&self, shaper: Shaper) {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(shaper);
    }
}

/// Paragraphs that were set before, by what they depend on.
#[derive(Debug, Default)]
pub struct Cache {
    paragraphs: Remembered<SetParagraph>,
    /// Running heads, folios, page numbers: lines that are not broken.
    lines: Remembered<text::line::Line>,
    round: AtomicU32,
}

/// What was made before, by its key, with the round in which it was last used.
#[derive(Debug)]
struct Remembered<T>(Mutex<FxHashMap<u128, (u32, Arc<T>)>>);

impl<T> Default for Remembered<T> {
    fn default() -> Self {
        Remembered(Mutex::default())
    }
}

impl<T> Remembered<T> {
    fn get(&self, key: u128, round: u32) -> Option<Arc<T>> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (used, made) = known.get_mut(&key)?;
        *used = round;
        Some(made.clone())
    }

    fn put(&self, key: u128, round: u32, made: &Arc<T>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(key, (round, made.clone()));
    }

    fn forget(&self, now: u32) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.retain(|_, (used, _)| now.saturating_sub(*used) < 2);
    }
}

impl Cache {
    /// Forgets what was not used in the last two rounds, and begins a new one.
    pub fn next_round(&self) {
        let now = self.round.fetch_add(1, Ordering::Relaxed);
        self.paragraphs.forget(now);
        self.lines.forget(now);
    }

    fn round(&self) -> u32 {
        self.round.load(Ordering::Relaxed)
    }
}

/// A desk on which one chapter is set: the studio, a shaper, and what has come up so far.
#[derive(Debug)]
pub struct Desk<'a> {
    /// What it has to go by.
    pub studio: Studio<'a>,
    /// What is set.
    pub origin: Origin,
    /// What came up.
    pub notices: Notices,
    /// The chapter's structure; the first node is the chapter.
    pub nodes: Vec<Node>,
    shaper: Shaper,
}

/// Where the words of a chapter come from, for notices and sources.
#[derive(Clone, Debug, Default)]
pub struct Origin {
    /// Path below the edition's folder, or a name for generated matter.
    pub file: PathBuf,
    /// The line of the file on which the Markdown begins.
    pub first_line: usize,
    /// The Markdown, to find the line of a byte in.
    pub markdown: Arc<str>,
}

impl<'a> Desk<'a> {
    /// A desk for a chapter.
    pub fn new(studio: Studio<'a>, origin: Origin, language: Language) -> Desk<'a> {
        let root = Node { kind: NodeKind::Piece, parent: None, language, source: None, alt: None };
        Desk::with_nodes(studio, origin, vec![root])
    }

    fn with_nodes(studio: Studio<'a>, origin: Origin, nodes: Vec<Node>) -> Desk<'a> {
        Desk { studio, origin, notices: Notices::new(), nodes, shaper: studio.shapers.take() }
    }

    /// What was set on the desk, ready for its pages.
    pub fn finish(mut self, flow: Flow) -> Prepared {
        self.studio.shapers.give_back(std::mem::take(&mut self.shaper));
        let notices = std::mem::take(&mut self.notices);
        let nodes = std::mem::take(&mut self.nodes);
        Prepared { flow, nodes, notices, origin: std::mem::take(&mut self.origin) }
    }

    /// Adds a node below `parent`.
    pub fn node(
        &mut self,
        kind: NodeKind,
        parent: NodeId,
        language: Language,
        source: Option<std::ops::Range<usize>>,
    ) -> NodeId {
        let source = source
            .filter(|range| !range.is_empty())
            .map(|bytes| SourceRange { file: self.origin.file.clone(), bytes });
        self.nodes.push(Node { kind, parent: Some(parent), language, source, alt: None });
        NodeId(self.nodes.len() as u32 - 1)
    }

    /// Sets a paragraph, or takes it from the cache; letters that no font has become a notice.
    pub fn set(
        &mut self,
        content: &Content,
        measure: &Measure,
        source: &std::ops::Range<usize>,
    ) -> Arc<SetParagraph> {
        let key = self.studio.cache.map(|cache| (cache, text::key(content, measure)));
        let known = key.and_then(|(cache, key)| cache.paragraphs.get(key, cache.round()));
        let set = known.unwrap_or_else(|| {
            let set = Arc::new(text::set(content, measure, self.studio.fonts, &mut self.shaper));
            if let Some((cache, key)) = key {
                cache.paragraphs.put(key, cache.round(), &set);
            }
            set
        });
        for (_, letter) in &set.missing {
            self.missing(*letter, source);
        }
        for (face, script) in &set.lacking {
            self.lacking(face, *script, source);
        }
        set
    }

    /// The lines of a set paragraph.
    pub fn lines(&mut self, set: &SetParagraph, variant: usize) -> Arc<[Arc<text::line::Line>]> {
        set.lines(variant, &mut self.shaper)
    }

    /// Sets one line that is not broken.
    pub fn line(
        &mut self,
        content: &Content,
        width: Length,
        align: crate::design::Align,
    ) -> Arc<text::line::Line> {
        let measure = Measure::new(width, align);
        let key = self.studio.cache.map(|cache| (cache, text::key(content, &measure)));
        if let Some(line) = key.and_then(|(cache, key)| cache.lines.get(key, cache.round())) {
            return line;
        }
        let line = text::set_line(content, width, align, self.studio.fonts, &mut self.shaper);
        if let Some((cache, key)) = key {
            cache.lines.put(key, cache.round(), &line);
        }
        line
    }

    /// Where a byte of the Markdown is, for notices.
    pub fn place(&self, source: &std::ops::Range<usize>) -> Place {
        if source.is_empty() {
            return Place::file(&self.origin.file);
        }
        let before = self.origin.markdown.get(..source.start).unwrap_or("");
        Place::line(&self.origin.file, self.origin.first_line + before.matches('\n').count())
    }

    /// Names a face without small capitals for a script.
    fn lacking(&mut self, face: &Face, script: Script, source: &std::ops::Range<usize>) {
        let script = script.full_name().replace('_', " ");
        let what = format!(
            "{} has no small capitals of the script {script}; reduced capitals are set in their place",
            face.name
        );
        let hint =
            "Alegreya, the type of the theme essay, has them for Latin, Cyrillic and Greek".to_string();
        let (place, about) = (self.place(source), Some(what.clone()));
        let notice = Notice::new(Weight::Remark, place, what, hint).by(Rule::NoSmallCaps);
        self.notices.push(Notice { about, ..notice });
    }

    /// Names a character that no font has: once for each font that would do, and one by one only what belongs to no
    /// script.
    fn missing(&mut self, letter: char, source: &std::ops::Range<usize>) {
        let advice = advice::for_letter(letter);
        let shown = format!("“{letter}” (U+{:04X})", letter as u32);
        let what = match advice.script {
            Some(script) => {
                let script = script.replace('_', " ");
                format!("no font has the letters of the script {script}, such as {shown}; boxes are printed")
            }
            None => format!("no font has the character {shown}; a box is printed"),
        };
        let place = self.place(source);
        let about = advice.script.map(|_| advice.hint.clone());
        let notice = Notice::new(Weight::Fault, place, what, advice.hint).by(Rule::NoGlyph);
        self.notices.push(Notice { about, ..notice });
    }
}

/// A chapter whose paragraphs are set, not yet parted into pages.
#[derive(Debug)]
pub struct Prepared {
    flow: Flow,
    nodes: Vec<Node>,
    notices: Notices,
    origin: Origin,
}

/// Where the pages of a chapter end.
#[derive(Debug, Default)]
pub struct Plan(fit::Plan);

impl Plan {
    /// How many pages the chapter has, one that it shares included.
    pub fn pages(&self) -> usize {
        self.0.pages.len()
    }

    /// Lines of the grid that its first and its last page may fill.
    pub fn depths(&self) -> (i32, i32) {
        let depth = |page: Option<&fit::PagePlan>| page.map_or(0, |page| page.depth);
        (depth(self.0.pages.first()), depth(self.0.pages.last()))
    }
}

impl Prepared {
    /// Finds where the pages end, when the chapter begins like this; `None` where that has no room for it, which
    /// only happens below another.
    pub fn plan(&self, opening: Opening, design: &Design) -> Option<Plan> {
        fit::pages(&self.flow, opening, design).map(Plan)
    }

    /// How the last page of a plan is filled; `None` where nothing can follow on it.
    pub fn ending(&self, plan: &Plan, design: &Design) -> Option<Ending> {
        opening::ending(&self.flow, &plan.0, design)
    }

    /// Height of the chapter's notes on the first and on the last page of a plan.
    pub fn notes_at_ends(&self, plan: &Plan) -> (Length, Length) {
        let height = |page: Option<&fit::PagePlan>| {
            page.map_or(Length::ZERO, |page| opening::notes_height(page, &self.flow))
        };
        (height(plan.0.pages.first()), height(plan.0.pages.last()))
    }

    /// Puts everything in its place; notes at the foot of the last page stand `lift` higher than they would, since
    /// those of the next chapter follow.
    pub fn place(&self, plan: &Plan, lift: Length, studio: Studio<'_>) -> Chapter {
        let mut desk = Desk::with_nodes(studio, self.origin.clone(), self.nodes.clone());
        let pages = place::pages(&self.flow, &plan.0, lift, &mut desk);
        if let Some(outcome) = &plan.0.outcome {
            fitted::tell(outcome, &self.flow, &mut desk);
        }
        faults::tell(&plan.0, &self.flow, &mut desk);
        let mut notices = self.notices.clone();
        notices.append(std::mem::take(&mut desk.notices));
        let done = desk.finish(Flow::default());
        Chapter { pages, nodes: done.nodes, notices }
    }
}

/// A laid-out chapter.
#[derive(Clone, Debug, Default)]
pub struct Chapter {
    /// Its pages.
    pub pages: Vec<PageContent>,
    /// Its structure; parents are indices into the same list, the first is the chapter.
    pub nodes: Vec<Node>,
    /// What came up.
    pub notices: Notices,
}

/// What stands in the text area of a page; places count from its top left corner.
#[derive(Clone, Debug, Default)]
pub struct PageContent {
    /// In reading order, footnotes last. Node ids are the chapter's.
    pub items: Vec<Item>,
    /// Links; names of places are the chapter's own unless they begin with `/`.
    pub links: Vec<LinkArea>,
    /// Named places and their distance from the top.
    pub names: Vec<(Arc<str>, Length)>,
    /// Where page numbers of other places are to be filled in.
    pub references: Vec<Reference>,
    /// Where the text of this page begins: bytes of the chapter's Markdown.
    pub source_start: Option<usize>,
    /// How many lines of the grid the page was meant to fill.
    pub depth: i32,
    /// Whether the page ends before its chapter does, so that it should be full.
    pub full: bool,
}

/// A page number to be filled in at the right edge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The name of the place, as the book knows it.
    pub name: Arc<str>,
    /// The baseline.
    pub y: Length,
    /// What it belongs to.
    pub node: NodeId,
}
