//! What stands on a page of the file, and where: one page of the book, that page among the marks of a press, or two of
//! a booklet.

use super::stream::ContentStream;
use crate::units::{Length, Point, Rect};

/// A page of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Leaf {
    /// Width and height of the paper.
    pub(super) paper: (Length, Length),
    /// What is left of it when it is cut, from the top left corner of the paper.
    pub(super) trim: Rect,
    /// How far colour runs over that edge.
    pub(super) bleed: Length,
    /// The pages of the book on it.
    pub(super) placed: Vec<Placed>,
    /// Whether it has crop and registration marks.
    pub(super) marks: bool,
    /// Where it is folded, from the left edge of the paper; shown by marks.
    pub(super) folds: Vec<Length>,
}

/// A page of the book on a leaf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Placed {
    /// Which one.
    pub(super) page: usize,
    /// Where its top left corner is.
    pub(super) at: Point,
    /// How large it is drawn, in 1/1000 of its size.
    pub(super) scale: i32,
}

/// Marks begin so far from the edge that is cut, and are so long.
const MARK_APART: Length = Length(3 * 2902);
const MARK_LENGTH: Length = Length(5 * 2902);
/// Thickness of their lines.
const MARK_LINE: Length = Length(256);

impl Leaf {
    /// A page of the book as it is.
    pub(super) fn plain(page: usize, width: Length, height: Length) -> Leaf {
        let trim = Rect { x: Length::ZERO, y: Length::ZERO, width, height };
        let placed = vec![Placed { page, at: Point::default(), scale: 1000 }];
        let paper = (width, height);
        Leaf { paper, trim, bleed: Length::ZERO, placed, marks: false, folds: Vec::new() }
    }

    /// A page for a press; `page` is none for a blank one.
    pub(super) fn for_press(
        page: Option<usize>,
        (width, height): (Length, Length),
        bleed: Length,
        marks: bool,
    ) -> Leaf {
        let edge = if marks { bleed.max(MARK_APART) + MARK_LENGTH + Length::pt(3.0) } else { bleed };
        let at = Point { x: edge, y: edge };
        Leaf {
            paper: (width + edge * 2, height + edge * 2),
            trim: Rect { x: edge, y: edge, width, height },
            bleed,
            folds: Vec::new(),
            placed: page.map(|page| Placed { page, at, scale: 1000 }).into_iter().collect(),
            marks,
        }
    }

    /// Whether its page stands on it as it is.
    fn is_plain(&self) -> bool {
        let is_at_zero = |placed: &Placed| placed.at == Point::default() && placed.scale == 1000;
        !self.marks && self.placed.len() == 1 && self.placed.iter().all(is_at_zero)
    }

    /// Its content, of those of the pages; `height` is that of a page of the book.
    pub(super) fn content(&self, pages: &mut [Vec<u8>], height: Length) -> Vec<u8> {
        if self.is_plain() {
            return self
                .placed
                .first()
                .and_then(|placed| pages.get_mut(placed.page))
                .map(std::mem::take)
                .unwrap_or_default();
        }
        let mut out = ContentStream::default();
        for placed in &self.placed {
            let Some(page) = pages.get(placed.page).filter(|page| !page.is_empty()) else { continue };
            let foot = placed.at.y + height.scale(f64::from(placed.scale) / 1000.0);
            out.begin_placed(placed.at.x, self.paper.1 - foot, placed.scale);
            out.append(page);
            out.end_placed();
        }
        if self.marks {
            self.draw_marks(&mut out);
        }
        out.into_bytes()
    }

    /// Crop marks at the corners, registration marks in the middle of the edges: in all inks, so that they show whether
    /// the inks meet.
    fn draw_marks(&self, out: &mut ContentStream) {
        let Rect { x, y, width, height } = self.trim;
        let apart = self.bleed.max(MARK_APART);
        out.in_all_inks();
        let mut line = |x: Length, y: Length, width: Length, height: Length| {
            let area = Rect { x, y: self.paper.1 - y - height, width, height };
            out.rectangle(&area);
        };
        let half = MARK_LINE / 2;
        for edge in [x, x + width].into_iter().chain(self.folds.iter().copied()) {
            line(edge - half, y - apart - MARK_LENGTH, MARK_LINE, MARK_LENGTH);
            line(edge - half, y + height + apart, MARK_LINE, MARK_LENGTH);
        }
        for edge in [y, y + height] {
            line(x - apart - MARK_LENGTH, edge - half, MARK_LENGTH, MARK_LINE);
            line(x + width + apart, edge - half, MARK_LENGTH, MARK_LINE);
        }
        let out_of = apart + MARK_LENGTH / 2;
        let (middle, centre) = (x + width / 2, y + height / 2);
        let arm = MARK_LENGTH / 2;
        let crosses = [
            (middle, y - out_of),
            (middle, y + height + out_of),
            (x - out_of, centre),
            (x + width + out_of, centre),
        ];
        for (x, y) in crosses {
            line(x - half, y - arm, MARK_LINE, arm * 2);
            line(x - arm, y - half, arm * 2, MARK_LINE);
        }
        for (x, y) in crosses {
            out.circle(Point { x, y: self.paper.1 - y }, arm * 2 / 3, MARK_LINE);
        }
    }
}

/// The leaves of a booklet: sheets of `paper` with two pages on each side, that are laid into each other, folded and
/// stapled. Pages too large for half the paper are drawn smaller. `leaf` is the thickness of the paper: an inner sheet
/// stands out of the outer ones by what they are thick, so its pages move so much to the fold.
pub(super) fn booklet(
    pages: usize,
    (width, height): (Length, Length),
    paper: (Length, Length),
    leaf: Length,
    is_right_to_left: bool,
) -> Vec<Leaf> {
    // The longer side is cut in two by the fold.
    let paper = (paper.0.max(paper.1), paper.0.min(paper.1));
    let half = paper.0 / 2;
    let fits = |room: Length, length: Length| (i64::from(room.0) * 1000 / i64::from(length.0.max(1))) as i32;
    let scale = fits(half, width).min(fits(paper.1, height)).min(1000);
    let drawn = |length: Length| length.scale(f64::from(scale) / 1000.0);
    let top = (paper.1 - drawn(height)) / 2;
    let all = pages.next_multiple_of(4);
    let mut leaves = Vec::with_capacity(all / 2);
    for sheet in 0..all / 4 {
        let creep = leaf * sheet as i32;
        let front = (all - 1 - 2 * sheet, 2 * sheet);
        let back = (2 * sheet + 1, all - 2 - 2 * sheet);
        for (left, right) in [front, back] {
            let (left, right) = if is_right_to_left { (right, left) } else { (left, right) };
            let sides = [(left, half - drawn(width) + creep), (right, half - creep)];
            let there = sides.into_iter().filter(|(page, _)| *page < pages);
            leaves.push(Leaf {
                paper,
                trim: Rect { x: Length::ZERO, y: Length::ZERO, width: paper.0, height: paper.1 },
                bleed: Length::ZERO,
                placed: there.map(|(page, x)| Placed { page, at: Point { x, y: top }, scale }).collect(),
                marks: false,
                folds: Vec::new(),
            });
        }
    }
    leaves
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(leaves: &[Leaf]) -> Vec<Vec<usize>> {
        leaves.iter().map(|leaf| leaf.placed.iter().map(|placed| placed.page).collect()).collect()
    }

    #[test]
    fn the_pages_of_a_booklet_follow_each_other_when_it_is_folded() {
        let (a5, a4) = ((Length::mm(148.0), Length::mm(210.0)), (Length::mm(210.0), Length::mm(297.0)));
        let leaves = booklet(8, a5, a4, Length::ZERO, false);
        assert_eq!(pages(&leaves), [[7, 0], [1, 6], [5, 2], [3, 4]]);
        let leaves = booklet(8, a5, a4, Length::ZERO, true);
        assert_eq!(pages(&leaves), [[0, 7], [6, 1], [2, 5], [4, 3]]);
        // Five pages are eight with three blank ones at the end.
        let leaves = booklet(5, a5, a4, Length::ZERO, false);
        assert_eq!(pages(&leaves), [vec![0], vec![1], vec![2], vec![3, 4]]);
    }

    #[test]
    fn inner_sheets_of_a_booklet_creep_to_the_fold_and_large_pages_shrink() {
        let (six_by_nine, letter) =
            ((Length::inch(6.0), Length::inch(9.0)), (Length::inch(8.5), Length::inch(11.0)));
        let leaf = Length::mm(0.1);
        let leaves = booklet(12, six_by_nine, letter, leaf, false);
        assert!(leaves.iter().flat_map(|leaf| &leaf.placed).all(|placed| placed.scale == 916));
        let (outer, inner) = (&leaves[0].placed, &leaves[4].placed);
        assert_eq!(inner[0].at.x - outer[0].at.x, leaf * 2);
        assert_eq!(outer[1].at.x - inner[1].at.x, leaf * 2);
    }
}
