//! The text of an edition becomes a flow of set blocks.

mod endnotes;
mod epigraph;
mod figure;
mod initial;
mod list;
mod ornament;
pub mod portrait;
mod pull_quote;
mod quote;
mod told;
mod verse;

use super::content::content;
use super::flow::{Block, Body, Flow, GridFit, Label, Row};
use super::{Desk, notes, table};
use crate::design::{Align, BlockStyle, Role, TextStyle, script};
use crate::edition::copyfit::Copyfit;
use crate::edition::design_settings::NotesPlace;
use crate::edition::language::Language;
use crate::edition::text::{self, Mark, Paragraph, QuoteKind, Text};
use crate::page::sheet::{NodeId, NodeKind};
use crate::text::{Content, Measure, SetParagraph};
use crate::units::Length;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

/// Makes a flow, block by block.
#[derive(Debug)]
pub struct Builder<'d, 'a> {
    /// The desk it is made on.
    pub desk: &'d mut Desk<'a>,
    flow: Flow,
    parent: NodeId,
    language: Language,
    /// What the text is inset by: quotations and lists.
    inset: Length,
    inset_end: Length,
    /// Whether the next paragraph begins without indent.
    first: bool,
    /// Whether the next text begins with an initial.
    begins: bool,
    /// Whether the text is small print, which keeps its own role for every paragraph.
    role: Option<Role>,
    /// The style of its headings of the first level, where they have another than usual.
    title: Option<Role>,
    /// The notes that have their place; a second mark of a note leads to it.
    noted: BTreeSet<u32>,
}

/// Distance of the baseline from the top of a line of this style: the em stands in the middle of the line.
pub fn baseline(style: &BlockStyle) -> Length {
    (style.leading - style.text.size) / 2 + style.text.size.scale(0.74)
}

impl<'d, 'a> Builder<'d, 'a> {
    /// A builder of a chapter in this language.
    pub fn new(desk: &'d mut Desk<'a>, language: Language) -> Builder<'d, 'a> {
        let zero = Length::ZERO;
        Builder {
            desk,
            flow: Flow::default(),
            parent: NodeId(0),
            language,
            inset: zero,
            inset_end: zero,
            first: true,
            begins: false,
            role: None,
            title: None,
            noted: BTreeSet::new(),
        }
    }

    /// The finished flow.
    pub fn finish(self) -> Flow {
        self.flow
    }

    /// The last block, to be changed: its name, its sink, the space below it.
    pub fn last(&mut self) -> Option<&mut Block> {
        self.flow.blocks.last_mut()
    }

    /// The first block.
    pub fn first_block(&mut self) -> Option<&mut Block> {
        self.flow.blocks.first_mut()
    }

    /// How many blocks there are.
    pub fn count(&self) -> usize {
        self.flow.blocks.len()
    }

    /// Lets the space between the opening of a piece and its body, from `from` on, give way.
    pub fn let_body_shift(&mut self, from: usize) {
        self.flow.blocks.iter_mut().skip(from).take(1).for_each(|block| block.shifts = true);
    }

    /// Lets the blocks from `from` on begin no page.
    pub fn keep_with_body(&mut self, from: usize) {
        self.flow.blocks.iter_mut().skip(from).for_each(|block| block.keep_with_previous = true);
    }

    /// Fits the chapter to a length.
    pub fn fit_to(&mut self, length: Option<Copyfit>) {
        self.flow.copyfit = length;
    }

    /// Lets pages end at different heights.
    pub fn let_pages_be_ragged(&mut self) {
        self.flow.ragged = true;
    }

    /// What the following blocks hang on.
    pub fn set_parent(&mut self, parent: NodeId) {
        self.parent = parent;
    }

    /// The language of the following blocks.
    pub fn set_language(&mut self, language: Language) {
        self.language = language;
    }

    /// Adds one paragraph in the style of a role.
    pub fn paragraph(&mut self, role: Role, paragraph: &Paragraph) {
        if paragraph.is_empty() {
            return;
        }
        let style = self.desk.studio.design.style(role);
        let content = content(paragraph, style.text, self.language);
        self.lines(role, &style, content, paragraph.source.clone(), None);
    }

    /// Adds one paragraph of plain words in the style of a role.
    pub fn plain(&mut self, role: Role, words: &str) {
        self.paragraph(role, &Paragraph::plain(words));
    }

    /// Adds running text.
    pub fn text(&mut self, text: &Text) {
        let node = self.parent;
        let place = self.desk.studio.design.notes;
        if place == NotesPlace::Foot {
            let notes = notes::set(self.desk, &text.notes, node, self.language);
            self.flow.notes.extend(notes);
        }
        self.first = true;
        self.blocks(&text.blocks);
        if place == NotesPlace::End {
            self.endnotes(&text.notes);
        }
    }

    /// Lets the next text begin with an initial, where the design has them and the text begins with a paragraph.
    pub fn begin_with_initial(&mut self) {
        self.begins = self.desk.studio.design.drop_caps > 0;
    }

    /// Adds small print, every paragraph of it in the style of one role.
    pub fn small_print(&mut self, role: Role, text: &Text) {
        let before = self.flow.blocks.len();
        self.role = Some(role);
        self.blocks(&text.with_notes_inside().blocks);
        self.role = None;
        // Paragraphs of one text stand together.
        for block in self.flow.blocks.iter_mut().skip(before + 1) {
            block.before = Length::ZERO;
        }
    }

    /// Adds text with its notes, every paragraph of it in the style of one role, and headings of the first level in
    /// that of another.
    pub fn text_as(&mut self, role: Role, title: Role, text: &Text) {
        (self.role, self.title) = (Some(role), Some(title));
        self.text(text);
        (self.role, self.title) = (None, None);
    }

    fn blocks(&mut self, blocks: &[text::Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &text::Block) {
        let begins = std::mem::take(&mut self.begins);
        match block {
            text::Block::Paragraph(paragraph) if begins && self.with_initial(paragraph) => self.first = false,
            text::Block::Paragraph(paragraph) => self.body_paragraph(paragraph),
            text::Block::Heading { level, text, id } => {
                let usual = Role::Heading((*level).clamp(1, 6));
                self.heading(self.title.filter(|_| *level == 1).unwrap_or(usual), text);
                let name = id.as_ref().map(|id| Arc::from(format!("id-{id}")));
                if let Some(last) = self.flow.blocks.last_mut() {
                    last.name = name;
                }
                self.first = true;
            }
            text::Block::Quote { kind: QuoteKind::Quote, blocks, attribution } => {
                self.quote(blocks, attribution.as_ref());
            }
            text::Block::Quote { kind: QuoteKind::Pull, blocks, attribution } => {
                // The text goes on as if it were not there.
                self.begins = begins;
                self.pull_quote(blocks, attribution.as_ref());
            }
            text::Block::Quote { kind: QuoteKind::Epigraph, blocks, attribution } => {
                self.begins = begins;
                self.epigraph(blocks, attribution.as_ref());
            }
            text::Block::List { start, items } => self.list(*start, items, 1),
            text::Block::Verse(lines) => self.verse(lines),
            text::Block::Table(table) => table::add(self, table),
            text::Block::Figure { picture, alt, caption, landscape } => {
                self.begins = begins && *landscape;
                self.figure(picture, alt, caption.as_ref(), *landscape);
            }
            text::Block::Ornament => self.ornament(),
            text::Block::Code(code) => self.code(code),
        }
    }

    fn heading(&mut self, role: Role, words: &Paragraph) {
        let count = self.flow.blocks.len();
        let follows_heading = self.flow.blocks.last().is_some_and(|block| block.fit == GridFit::End);
        self.paragraph(role, words);
        if let Some(heading) = self.flow.blocks.get_mut(count..).and_then(<[_]>::first_mut)
            && follows_heading
        {
            // Two headings are one group.
            heading.before = Length::ZERO;
        }
    }

    fn body_paragraph(&mut self, paragraph: &Paragraph) {
        let role = self.role.unwrap_or(if self.first { Role::BodyFirst } else { Role::Body });
        self.paragraph(role, paragraph);
        self.first = false;
    }

    /// Blocks that belong together have space only around them all. A whole line stays: it parts stanzas.
    fn close_up(&mut self, from: usize) {
        let line = self.desk.studio.design.leading;
        let count = self.flow.blocks.len();
        let group = self.flow.blocks.get_mut(from..).unwrap_or_default();
        let mut index = from;
        for block in group {
            if index > from {
                block.before = Length::ZERO;
            }
            index += 1;
            if index < count && block.after < line {
                block.after = Length::ZERO;
            }
        }
    }

    fn inset_by(&mut self, role: Role, add: impl FnOnce(&mut Self)) {
        let style = self.desk.studio.design.style(role);
        let (inset, inset_end) = (self.inset, self.inset_end);
        self.inset += style.start;
        self.inset_end += style.end;
        self.first = true;
        add(self);
        (self.inset, self.inset_end) = (inset, inset_end);
    }

    /// Adds a block of lines.
    pub fn lines(
        &mut self,
        role: Role,
        style: &BlockStyle,
        content: Content,
        source: Range<usize>,
        label: Option<&str>,
    ) {
        let design = self.desk.studio.design;
        let style = &self.suited(style, content.language);
        let (x, end) = self.edges(style, content.language);
        let width = design.measure() - x - end;
        let measure = Measure {
            first_indent: style.first_indent,
            hyphenate: style.hyphenate,
            justification: design.justification(content.language),
            ..Measure::new(width, style.align)
        };
        let node = self.desk.node(NodeKind::Block(role), self.parent, self.language, Some(source.clone()));
        let set = self.desk.set(&content, &measure, &source);
        let label = label.map(|label| self.label(label, x, width, style.text));
        self.set_lines(role, style, set, node, source, label);
    }

    /// Adds a paragraph that is set.
    fn set_lines(
        &mut self,
        role: Role,
        style: &BlockStyle,
        set: Arc<SetParagraph>,
        node: NodeId,
        source: Range<usize>,
        label: Option<Label>,
    ) {
        let design = self.desk.studio.design;
        let language = set.content().language;
        self.tell_of_unmet_wish(&set, &source);
        self.tell_of_broken_word(&set, &source);
        let notes = match design.notes {
            NotesPlace::Foot => notes::on_lines(&set, &mut self.noted),
            NotesPlace::End | NotesPlace::Book => Vec::new(),
        };
        let body = Body::Lines { set, leading: style.leading, baseline: self.baseline(style), label, notes };
        let fit = match role {
            Role::Heading(_) => GridFit::End,
            _ if style.leading.0 % design.leading.0 == 0 && role.is_running_text() => GridFit::Rows,
            _ => GridFit::Free,
        };
        self.push(style, language, body, node, source, fit);
    }

    fn label(&mut self, label: &str, x: Length, width: Length, style: TextStyle) -> Label {
        let gap = style.size.scale(0.5);
        let content = Content::plain(label, style, self.language);
        let line = self.desk.line(&content, Length::ZERO, Align::Start);
        let node = self.desk.node(NodeKind::Block(Role::ListLabel), self.parent, self.language, None);
        let at = if self.language.is_right_to_left() { x + width + gap } else { x - gap - line.width };
        Label { line, x: at, node }
    }

    fn push(
        &mut self,
        style: &BlockStyle,
        language: Language,
        body: Body,
        node: NodeId,
        source: Range<usize>,
        fit: GridFit,
    ) {
        self.flow.blocks.push(Block {
            body,
            x: self.edges(style, language).0,
            before: style.before,
            after: style.after,
            sink: Length::ZERO,
            fit,
            keep_with_next: style.keep_with_next,
            keep_with_previous: false,
            shifts: false,
            node,
            name: None,
            reference: None,
            source,
        });
    }

    /// Adds the rows of a table.
    pub(super) fn rows(&mut self, rows: Vec<Row>, head: Option<u32>, notes: Vec<(u32, u32)>, node: NodeId) {
        let design = self.desk.studio.design;
        let height: Length = rows.iter().map(|row| row.height).sum();
        // Two thirds of a page: what is longer would leave too much of a page empty.
        let whole = height <= design.leading * (design.depth * 2 / 3);
        let style = design.style(Role::Figure);
        let width = rows.last().map_or(Length::ZERO, |row| row.width);
        self.push(
            &style,
            self.language,
            Body::Rows { rows, head, notes, whole },
            node,
            0..0,
            GridFit::Middle,
        );
        let free = self.measure() - width;
        if let Some(table) = self.flow.blocks.last_mut().filter(|_| self.language.is_right_to_left()) {
            table.x += free;
        }
        self.first = true;
    }

    /// How far a block is set in at its left and right, in a language. However deep it is nested, a third of the
    /// measure stays for its words.
    fn edges(&self, style: &BlockStyle, language: Language) -> (Length, Length) {
        let measure = self.desk.studio.design.measure();
        let sides = |rtl: bool, start, end| if rtl { (end, start) } else { (start, end) };
        let outer = sides(self.language.is_right_to_left(), self.inset, self.inset_end);
        let own = sides(language.is_right_to_left(), style.start, style.end);
        ((outer.0 + own.0).min(measure / 3), (outer.1 + own.1).min(measure / 3))
    }

    /// The style of a block whose words are in another script than its chapter's: lines as far apart as that script
    /// asks, and a multiple of the grid where it asks for more than one and a half of its lines.
    fn suited(&self, style: &BlockStyle, language: Language) -> BlockStyle {
        let design = self.desk.studio.design;
        let ratio = script::ratio(language, design.language);
        if ratio == 1.0 {
            return *style;
        }
        let leading = style.leading.scale(ratio).max(style.text.size);
        // The last line's descenders need the room that its neighbours' lines leave each other.
        let after = style.after.max(leading - style.leading);
        BlockStyle { leading, after, ..*style }
    }

    /// Distance of the baseline from the top of a line; of lines of several grid lines the last one's, so that they
    /// stand on the grid.
    fn baseline(&self, style: &BlockStyle) -> Length {
        let design = self.desk.studio.design;
        let more = style.leading - design.leading;
        if more > Length::ZERO && more.0 % design.leading.0 == 0 && style.text.size == design.body_size {
            return more + design.baseline();
        }
        baseline(style)
    }

    /// The width between the insets.
    pub(super) fn measure(&self) -> Length {
        let measure = self.desk.studio.design.measure();
        measure - self.inset.min(measure / 3) - self.inset_end.min(measure / 3)
    }

    /// The notes for the foot of the page that are marked in a paragraph whose lines stay together, with its row.
    pub(super) fn notes_in(&mut self, paragraph: &Paragraph, row: u32) -> Vec<(u32, u32)> {
        let known = self.flow.notes.len();
        let notes = paragraph.marks.iter().filter_map(|marked| match marked.mark {
            Mark::Note(number) if number < known => Some(number as u32),
            _ => None,
        });
        notes.filter(|note| self.noted.insert(*note)).map(|note| (row, note)).collect()
    }

    /// What new nodes hang on.
    pub(super) fn parent(&self) -> NodeId {
        self.parent
    }

    /// The language of the text.
    pub fn language(&self) -> Language {
        self.language
    }
}

/// Puts words before a paragraph; its marks move along.
fn prefix(paragraph: &mut Paragraph, words: &str) {
    paragraph.text = format!("{words}{}", paragraph.text).into();
    for marked in &mut paragraph.marks {
        marked.range = marked.range.start + words.len()..marked.range.end + words.len();
    }
}
