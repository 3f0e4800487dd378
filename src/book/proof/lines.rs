//! The frame of a page and the numbers of its lines.

use super::Pull;
use crate::book::{Book, ChapterPages};
use crate::design::{Align, Figures, Role, TextStyle};
use crate::page::sheet::{Item, NodeId, NodeKind, Sheet, Structure};
use crate::text::Content;
use crate::units::{Length, Point, Rect};

/// Every so many lines have their number.
const STEP: usize = 5;

/// A line of text on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Counted {
    /// From the top of the page, from 1.
    number: usize,
    /// Its baseline on the page.
    y: Length,
    /// Whether it is of the piece whose proof this is.
    is_own: bool,
}

impl Pull<'_> {
    /// Where the page will be cut: an angle of hairlines at each corner, which leaves the page as quiet as it will be.
    pub(super) fn frame(&self, at: Point) -> Vec<Item> {
        let (page, thin, long) = (self.paper.page(), Length::pt(0.3), Length::mm(7.0));
        let mut items = Vec::with_capacity(8);
        let mut rule = |x: Length, y: Length, width: Length, height: Length| {
            let area = Rect { x: at.x + x, y: at.y + y, width, height };
            items.push(Item::Rule { area, node: self.artifact });
        };
        for x in [Length::ZERO, page.width - long] {
            rule(x, Length::ZERO, long, thin);
            rule(x, page.height - thin, long, thin);
        }
        for y in [Length::ZERO, page.height - long] {
            rule(Length::ZERO, y, thin, long);
            rule(page.width - thin, y, thin, long);
        }
        items
    }

    /// The numbers beside the lines of a piece on a page, at the outer edge of its text.
    pub(super) fn numbers(&mut self, sheet: &Sheet, chapter: &ChapterPages, book: &Book) -> Vec<Item> {
        let counted = count(sheet, chapter, &book.structure);
        let numbered = counted.iter().filter(|line| line.is_own && line.number.is_multiple_of(STEP));
        let style = self.number_style();
        let (at, outer_is_right) = (self.paper.corner(sheet.side), self.paper.outer_is_right(sheet.side));
        let text = self.paper.area(chapter.design.text_area(sheet.side), at);
        // Numbers of two figures stand with their ones below each other.
        let widest = self.number(88, style).width;
        let gap = style.size * 3 / 2;
        let mut items = Vec::new();
        for line in numbered {
            let number = self.number(line.number, style);
            let free = (widest - number.width).max(Length::ZERO);
            let x = match outer_is_right {
                true => text.x + text.width + gap + free,
                false => text.x - gap - widest + free,
            };
            let y = self.paper.reduced(line.y) + at.y;
            items.push(Item::Line { at: Point { x, y }, line: number, node: self.artifact });
        }
        items
    }

    fn number(&mut self, number: usize, style: TextStyle) -> std::sync::Arc<crate::text::line::Line> {
        let design = self.desk.studio.design;
        let words = design.numerals(design.language).write(number);
        let language = design.language;
        self.desk.line(&Content::plain(words, style, language), Length::ZERO, Align::Start)
    }

    /// Small, in the figures of tables: all of one width.
    fn number_style(&self) -> TextStyle {
        let design = self.desk.studio.design;
        let size = design.body_size.scale(0.66).max(Length::pt(6.5));
        TextStyle { size, figures: Figures::Tabular, italic: false, ..design.style(Role::Folio).text }
    }
}

/// The lines of a page from its top. Lines beside each other count once; what is no line of running text (tables,
/// pictures, ornaments, heads and folios) does not count.
fn count(sheet: &Sheet, chapter: &ChapterPages, structure: &Structure) -> Vec<Counted> {
    let mut lines: Vec<(Length, bool)> = Vec::new();
    for item in &sheet.items {
        if let Item::Line { at, node, .. } = item
            && is_counted(*node, structure)
        {
            lines.push((at.y, belongs(item, chapter, structure)));
        }
    }
    lines.sort_by_key(|(y, _)| *y);
    lines.dedup_by(|next, line| {
        let same = next.0 == line.0;
        line.1 |= same && next.1;
        same
    });
    let lines = lines.into_iter().enumerate();
    lines.map(|(index, (y, is_own))| Counted { number: index + 1, y, is_own }).collect()
}

fn is_counted(node: NodeId, structure: &Structure) -> bool {
    match structure.node(node).kind {
        NodeKind::Block(role) => {
            let is_beside =
                matches!(role, Role::ListLabel | Role::TableHead | Role::TableCell | Role::Ornament);
            !is_beside && !role.is_artifact()
        }
        _ => false,
    }
}

/// Whether an item is part of a piece: stands in its chapter, or comes from its file, as its notes at the end of the
/// book do.
pub(super) fn belongs(item: &Item, chapter: &ChapterPages, structure: &Structure) -> bool {
    let (Item::Line { node, .. } | Item::Rule { node, .. } | Item::Picture { node, .. }) = item.upright()
    else {
        return false;
    };
    let mut next = Some(*node);
    while let Some(id) = next {
        let node = structure.node(id);
        if chapter.nodes.contains(&id.0)
            || node.source.as_ref().is_some_and(|source| source.file == chapter.file)
        {
            return true;
        }
        next = node.parent;
    }
    false
}
