//! Where a page stands on the paper of a proof, and what of it is moved or drawn smaller.

use crate::design::Design;
use crate::design::trim::Trim;
use crate::page::sheet::Item;
use crate::text::line::{Line, PlacedAnchor, Run};
use crate::units::{Binding, Length, Point, Rect, Side};
use std::sync::Arc;

/// What office printers leave white, and a little more, in mm.
const EDGE: f64 = 10.0;
/// Room at least for corrections beside the page, in mm.
const ROOM: f64 = 20.0;
/// Room for the line above the page, and for that below it, in mm.
const HEAD: f64 = 15.0;
const FOOT: f64 = 13.0;

/// The paper, and how pages stand on it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paper {
    /// Its size.
    pub(super) size: Trim,
    /// The pages' own size.
    trim: Trim,
    binding: Binding,
    /// How large pages are drawn, in per cent; never more than 100.
    pub(super) percent: u32,
}

impl Paper {
    /// Paper for the pages of a design. What is too large for it, with room for corrections, is drawn smaller.
    pub(super) fn for_pages(size: Trim, design: &Design) -> Paper {
        let trim = design.trim;
        let share = |room: Length, need: Length| (i64::from(room.0) * 100 / i64::from(need.0.max(1))).max(1);
        let width = share(size.width - Length::mm(EDGE + ROOM), trim.width);
        let height = share(size.height - Length::mm(HEAD + FOOT), trim.height);
        let percent = width.min(height).min(100) as u32;
        Paper { size, trim, binding: design.binding, percent }
    }

    /// What lies inside the white edge.
    pub(super) fn printable(&self) -> Rect {
        let edge = Length::mm(EDGE);
        let (width, height) = (self.size.width - edge * 2, self.size.height - edge * 2);
        Rect { x: edge, y: edge, width, height }
    }

    /// Whether the outer edge of a page of this side is its right one.
    pub(super) fn outer_is_right(&self, side: Side) -> bool {
        (side == Side::Recto) == (self.binding == Binding::Left)
    }

    /// The top left corner of a page of this side: the fold stands at the edge of the paper, all room at the other side.
    pub(super) fn corner(&self, side: Side) -> Point {
        let page = self.page();
        let free = self.size.height - Length::mm(HEAD + FOOT) - page.height;
        let x = match self.outer_is_right(side) {
            true => Length::mm(EDGE),
            false => self.size.width - Length::mm(EDGE) - page.width,
        };
        // A little above the middle, as the eye wants it.
        Point { x, y: Length::mm(HEAD) + free * 2 / 5 }
    }

    /// The size of a page as it is drawn.
    pub(super) fn page(&self) -> Trim {
        Trim { width: self.reduced(self.trim.width), height: self.reduced(self.trim.height) }
    }

    /// A length of the page as it is drawn.
    pub(super) fn reduced(&self, length: Length) -> Length {
        if self.percent == 100 { length } else { length.scale(f64::from(self.percent) / 100.0) }
    }

    fn point(&self, point: Point, at: Point) -> Point {
        Point { x: self.reduced(point.x) + at.x, y: self.reduced(point.y) + at.y }
    }

    /// An area of the page, on the paper.
    pub(super) fn area(&self, area: Rect, at: Point) -> Rect {
        let corner = self.point(Point { x: area.x, y: area.y }, at);
        let (width, height) = (self.reduced(area.width), self.reduced(area.height));
        Rect { x: corner.x, y: corner.y, width, height }
    }

    /// An item of the page, on the paper.
    pub(super) fn placed(&self, item: &Item, at: Point) -> Item {
        match item {
            Item::Line { at: from, line, node } => {
                Item::Line { at: self.point(*from, at), line: self.line(line), node: *node }
            }
            Item::Rule { area, node } => Item::Rule { area: self.area(*area, at), node: *node },
            Item::Picture { area, picture, node } => {
                Item::Picture { area: self.area(*area, at), picture: picture.clone(), node: *node }
            }
            Item::Turned { at: from, item } => Item::Turned {
                at: self.point(*from, at),
                item: Box::new(self.placed(item, Point::default())),
            },
        }
    }

    /// A line as it is drawn: the same one, unless pages are drawn smaller.
    fn line(&self, line: &Arc<Line>) -> Arc<Line> {
        if self.percent == 100 {
            return line.clone();
        }
        let small = |length: Length| self.reduced(length);
        let all = |lengths: &[Length]| lengths.iter().copied().map(small).collect();
        let runs = line.runs.iter().map(|run| Run {
            size: small(run.size),
            letter: small(run.letter),
            rise: small(run.rise),
            xs: all(&run.xs),
            ys: all(&run.ys),
            ..run.clone()
        });
        let anchors = line.anchors.iter().map(|anchor| PlacedAnchor {
            from: small(anchor.from),
            to: small(anchor.to),
            ..anchor.clone()
        });
        Arc::new(Line {
            runs: runs.collect(),
            start: small(line.start),
            width: small(line.width),
            excess: small(line.excess),
            anchors: anchors.collect(),
            ..Line::clone(line)
        })
    }
}
