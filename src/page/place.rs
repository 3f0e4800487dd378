//! Everything in its place: the plan of the pages becomes items with coordinates.

use super::fit::{PagePlan, Part, Plan};
use super::flow::{Block, Body, Flow, Row, RowPicture};
use super::opening::notes_height;
use super::{Desk, PageContent, Reference};
use crate::notice::Rule;
use crate::page::sheet::{Item, LinkArea, NodeId, NodeKind, Target, turned};
use crate::text::line::{Anchor, Line};
use crate::units::{Length, Point, Rect};
use std::sync::Arc;

/// Places the blocks of a flow on the planned pages.
/// Notes at the foot of the last page stand `lift` higher than they would.
pub(super) fn pages(flow: &Flow, plan: &Plan, lift: Length, desk: &mut Desk<'_>) -> Vec<PageContent> {
    let count = plan.pages.len();
    let mut pages = Vec::with_capacity(count);
    // Pictures that waited for a page of their own may follow the end of the text.
    let is_text = |part: &Part| {
        let block = &flow.blocks[part.block as usize];
        !block.floats() && !block.is_turned()
    };
    let end = plan.pages.iter().rposition(|page| page.parts.iter().any(is_text));
    for (index, page) in plan.pages.iter().enumerate() {
        let foot = Foot {
            lift: if index + 1 == count { lift } else { Length::ZERO },
            // Notes that stand there already have a rule above them.
            is_parted: index == 0 && plan.notes_above() > Length::ZERO,
        };
        let mut placer = Placer { flow, desk, page: PageContent::default() };
        placer.page(page, index > 0);
        placer.notes(page, foot);
        let mut content = placer.page;
        content.depth = page.depth;
        content.full = end.is_some_and(|end| index < end) && !flow.ragged;
        pages.push(content);
    }
    pages
}

/// What the foot of a page shares with those of other chapters.
#[derive(Clone, Copy)]
struct Foot {
    /// Height of the notes that follow below.
    lift: Length,
    /// Whether a rule parts the text from the notes already.
    is_parted: bool,
}

struct Placer<'p, 'a> {
    flow: &'p Flow,
    desk: &'p mut Desk<'a>,
    page: PageContent,
}

impl Placer<'_, '_> {
    fn page(&mut self, plan: &PagePlan, continued: bool) {
        for part in &plan.parts {
            self.part(part);
        }
        if continued {
            self.page.source_start = plan.parts.first().and_then(|part| self.source_start(part));
        }
    }

    /// The byte of the Markdown at which a part begins.
    fn source_start(&mut self, part: &Part) -> Option<usize> {
        let block = &self.flow.blocks[part.block as usize];
        if block.source.is_empty() {
            return None;
        }
        let Body::Lines { set, .. } = &block.body else { return Some(block.source.start) };
        let lines =
            (part.from as usize).checked_sub(1).and_then(|line| set.line_ends(part.variant).nth(line));
        // Markup makes the source longer than the words; the nearest byte before is close enough for a page break.
        let words = set.content().text.len().max(1);
        let share = lines.unwrap_or(0) as usize * block.source.len() / words;
        Some(block.source.start + share.min(block.source.len()))
    }

    fn part(&mut self, part: &Part) {
        let block = &self.flow.blocks[part.block as usize];
        if part.from == 0
            && let Some(name) = &block.name
        {
            self.page.names.push((name.clone(), part.y));
        }
        match &block.body {
            Body::Lines { set, leading, baseline, label, .. } => {
                let lines = self.desk.lines(set, part.variant);
                for row in part.from..part.to {
                    let Some(line) = lines.get(row as usize) else { continue };
                    let y = part.y + *leading * (row - part.from) as i32 + *baseline;
                    if let Some(label) = label.as_ref().filter(|_| row == 0) {
                        self.line(Point { x: label.x, y }, &label.line, label.node);
                    }
                    self.line(Point { x: block.x, y }, line, block.node);
                    self.excess(line, block);
                }
                self.reference(block, part, *leading, *baseline);
            }
            Body::Picture { turned: true, .. } => self.turned(block),
            Body::Picture { picture, width, height, offset, caption, caption_node, .. } => {
                let area = Rect { x: block.x + *offset, y: part.y, width: *width, height: *height };
                if let Some(picture) = picture {
                    self.page.items.push(Item::Picture { area, picture: picture.clone(), node: block.node });
                }
                for (y, line) in caption {
                    self.line(Point { x: block.x, y: part.y + *y }, line, *caption_node);
                }
            }
            Body::Rows { rows, head, .. } => self.rows(block, rows, *head, part),
        }
    }

    /// A turned picture in the middle of the page, its caption at its right.
    fn turned(&mut self, block: &Block) {
        let Body::Picture { picture, width, height, offset, caption, caption_node, total, .. } = &block.body
        else {
            return;
        };
        let design = self.desk.studio.design;
        // Its own zero is the lower left corner of the text area.
        let at = Point { x: Length::ZERO, y: design.leading * design.depth };
        let down = (design.measure() - *total).max(Length::ZERO) / 2;
        let (items, links, names) = (self.page.items.len(), self.page.links.len(), self.page.names.len());
        if let Some(picture) = picture {
            let area = Rect { x: *offset, y: down, width: *width, height: *height };
            self.page.items.push(Item::Picture { area, picture: picture.clone(), node: block.node });
        }
        for (y, line) in caption {
            self.line(Point { x: *offset, y: down + *y }, line, *caption_node);
        }
        for item in self.page.items.drain(items..).collect::<Vec<_>>() {
            self.page.items.push(Item::Turned { at, item: Box::new(item) });
        }
        for link in self.page.links.iter_mut().skip(links) {
            link.area = turned(link.area, at);
        }
        // Places in the caption are reached by the head of the page.
        self.page.names.iter_mut().skip(names).for_each(|(_, y)| *y = Length::ZERO);
    }

    fn rows(&mut self, block: &Block, rows: &[Row], head: Option<u32>, part: &Part) {
        let mut at = Point { x: block.x, y: part.y };
        if let Some(head) = head.filter(|head| part.from > *head)
            && let Some(row) = rows.get(head as usize)
        {
            // Seen again, but read only once.
            let again = self.artifact();
            self.row(row, at, Some(again));
            at.y += row.height;
        }
        for row in rows.iter().take(part.to as usize).skip(part.from as usize) {
            self.row(row, at, None);
            at.y += row.height;
        }
    }

    fn row(&mut self, row: &Row, at: Point, instead: Option<NodeId>) {
        if let Some(RowPicture { area, picture, node }) = &row.picture {
            let (area, picture) = (area.moved(at), picture.clone());
            self.page.items.push(Item::Picture { area, picture, node: *node });
        }
        for (x, baseline, line, node) in &row.lines {
            let at = Point { x: at.x + *x, y: at.y + *baseline };
            self.line(at, line, instead.unwrap_or(*node));
        }
        for (below, thickness) in &row.rules {
            let area = Rect { x: at.x, y: at.y + *below, width: row.width, height: *thickness };
            self.page.items.push(Item::Rule { area, node: instead.unwrap_or(row.node) });
        }
    }

    /// The page number of another place, on the last line of the block.
    fn reference(&mut self, block: &Block, part: &Part, leading: Length, baseline: Length) {
        let Some(name) = block.reference.as_ref().filter(|_| part.to > part.from) else { return };
        let y = part.y + leading * (part.to - part.from - 1) as i32 + baseline;
        self.page.references.push(Reference { name: name.clone(), y, node: block.node });
        let area = Rect {
            x: Length::ZERO,
            y: part.y,
            width: self.desk.studio.design.measure(),
            height: leading * (part.to - part.from) as i32,
        };
        let words = match &block.body {
            Body::Lines { set, .. } => set.content().text.replace('\n', " "),
            _ => String::new(),
        };
        self.page.links.push(LinkArea { area, target: Target::Place(name.clone()), words, node: block.node });
    }

    /// Notes stand at the foot, their last line on the last line of the page.
    fn notes(&mut self, plan: &PagePlan, foot: Foot) {
        let grid = self.desk.studio.design.leading;
        let height = notes_height(plan, self.flow);
        if plan.notes.is_empty() {
            return;
        }
        // A page whose text ends early keeps its notes at the foot all the same.
        let text_end = grid * plan.depth;
        let mut y = text_end - height - foot.lift;
        // The last baseline is level with the grid's.
        if let Some((note, ..)) = plan.notes.last() {
            let block = &self.flow.notes[*note as usize];
            y += (block.leading - block.baseline) - (grid - self.desk.studio.design.baseline());
        }
        let (measure, rtl) =
            (self.desk.studio.design.measure(), self.desk.nodes[0].language.is_right_to_left());
        let rule = Rect {
            x: if rtl { measure - measure / 5 } else { Length::ZERO },
            y: y - grid / 3,
            width: measure / 5,
            height: Length(410),
        };
        if !foot.is_parted {
            let artifact = self.artifact();
            self.page.items.push(Item::Rule { area: rule, node: artifact });
        }
        for (note, from, to) in &plan.notes {
            let block = &self.flow.notes[*note as usize];
            if *from == 0 {
                self.page.names.push((format!("note-{}", note + 1).into(), y));
            }
            for (x, line, node) in block.lines.iter().take(*to as usize).skip(*from as usize) {
                self.line(Point { x: *x, y: y + block.baseline }, line, *node);
                y += block.leading;
            }
        }
    }

    fn artifact(&mut self) -> NodeId {
        let language = self.desk.nodes[0].language;
        self.desk.node(NodeKind::Artifact, NodeId(0), language, None)
    }

    /// Puts a line down, with its links and note marks.
    fn line(&mut self, at: Point, line: &Arc<Line>, node: NodeId) {
        self.page.items.push(Item::Line { at, line: line.clone(), node });
        let in_note = self.desk.nodes[node.0 as usize].kind == NodeKind::Block(crate::design::Role::Footnote);
        for placed in &line.anchors {
            let size = line.runs.first().map_or(Length::pt(10.0), |run| run.size);
            let area = Rect {
                x: at.x + line.start + placed.from,
                y: at.y - size,
                width: placed.to - placed.from,
                height: size.scale(1.3),
            };
            let words = line.text[placed.range.start as usize..placed.range.end as usize].to_string();
            let target = match &placed.anchor {
                // The index finds it in the line.
                Anchor::Index(_) => continue,
                Anchor::Link(url) => match url.strip_prefix('#') {
                    // The book's own places, such as the pages of an index.
                    Some(id) if id.starts_with('/') => Target::Place(id.into()),
                    Some(id) => Target::Place(format!("id-{id}").into()),
                    None => Target::Url(url.clone()),
                },
                // A mark leads to its note, the number of a note back to its mark.
                Anchor::Note(number) if in_note => Target::Place(format!("mark-{}", number + 1).into()),
                Anchor::Note(number) => {
                    let name: Arc<str> = format!("mark-{}", number + 1).into();
                    if !self.page.names.iter().any(|(known, _)| *known == name) {
                        self.page.names.push((name, at.y - size));
                    }
                    Target::Place(format!("note-{}", number + 1).into())
                }
            };
            self.page.links.push(LinkArea { area, target, words, node });
        }
    }

    fn excess(&mut self, line: &Line, block: &Block) {
        if line.excess > Length::pt(0.5) {
            let words: String =
                line.text[line.range.start as usize..line.range.end as usize].chars().take(40).collect();
            let what = format!("a line is {} too wide: “{}”", line.excess, words.trim());
            let place = self.desk.place(&block.source);
            self.desk.notices.of(Rule::OverfullLine).doubt(
                place,
                what,
                "allow a word in it to be divided, or change the words",
            );
        }
    }
}
