//! Where pages lie on the desk: as spreads or one below the other.

use super::GAP;
use crate::app::stage::Set;
use crate::units::Binding;
use egui::{Rangef, Rect, Stroke, Ui, Vec2, pos2, vec2};
use std::ops::Range;

/// The places of all pages, in points of the screen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layout {
    pages: usize,
    spreads: bool,
    /// Whether the book is bound on the right: its first page lies on the left.
    turned: bool,
    page: Vec2,
    /// Left edge of the spread or page.
    left: f32,
    /// The whole desk.
    pub(super) size: Vec2,
}

impl Layout {
    /// Pages of this size on a desk that is at least as large as the space.
    pub(super) fn new(pages: usize, spreads: bool, binding: Binding, page: Vec2, space: Vec2) -> Layout {
        let across = page.x * if spreads { 2.0 } else { 1.0 };
        let rows = if spreads { pages / 2 + 1 } else { pages };
        let size = vec2((across + 2.0 * GAP).max(space.x), rows as f32 * (page.y + GAP) + GAP);
        let turned = binding == Binding::Right;
        Layout { pages, spreads, turned, page, left: (size.x - across) / 2.0, size }
    }

    fn row(&self, page: usize) -> usize {
        // The first page is a recto and stands alone.
        if self.spreads { page.div_ceil(2) } else { page }
    }

    fn pitch(&self) -> f32 {
        self.page.y + GAP
    }

    /// Where a page lies.
    pub(super) fn rect_of(&self, page: usize) -> Rect {
        let right = self.spreads && page.is_multiple_of(2) != self.turned;
        let x = self.left + if right { self.page.x } else { 0.0 };
        Rect::from_min_size(pos2(x, GAP + self.row(page) as f32 * self.pitch()), self.page)
    }

    /// Where a page that has one before it on its spread is folded.
    pub(super) fn fold_of(&self, page: usize) -> Option<f32> {
        let rect = self.rect_of(page);
        let folded = self.spreads && page.is_multiple_of(2) && page > 0;
        folded.then(|| if self.turned { rect.right() } else { rect.left() })
    }

    /// How far to scroll to see a page in so much space: its top, and its middle where it is wider than the space.
    pub(super) fn offset_of(&self, page: usize, space: Vec2) -> Vec2 {
        let aside = self.rect_of(page).center().x - space.x / 2.0;
        let most = (self.size - space).max(Vec2::ZERO);
        vec2(aside.clamp(0.0, most.x), (self.row(page) as f32 * self.pitch()).min(most.y))
    }

    /// The pages that show in a stretch of the desk.
    pub(super) fn pages_in(&self, stretch: Rangef) -> Range<usize> {
        // A row ends where the gap above the next one begins.
        let first = (stretch.min / self.pitch()).floor().max(0.0) as usize;
        let last = (((stretch.max - GAP) / self.pitch()).ceil().max(0.0) as usize).max(first + 1);
        match self.spreads {
            true => {
                (first * 2).saturating_sub(1).min(self.pages)..(last * 2).saturating_sub(1).min(self.pages)
            }
            false => first.min(self.pages)..last.min(self.pages),
        }
    }

    /// The page at a height of the desk.
    pub(super) fn page_at(&self, y: f32) -> usize {
        let row = (y / self.pitch()).floor().max(0.0) as usize;
        let page = if self.spreads { (row * 2).saturating_sub(1) } else { row };
        page.min(self.pages.saturating_sub(1))
    }

    /// Whether half of a page shows.
    pub(super) fn is_in_view(&self, page: usize, offset: f32, height: f32) -> bool {
        let middle = self.rect_of(page).center().y;
        page < self.pages && middle >= offset && middle <= offset + height
    }
}

/// Lines over a page: its text area and the grid.
pub(super) fn guides(ui: &Ui, set: &Set, page: usize, rect: Rect) {
    let design = set.book.design_of(page);
    let per_point = rect.width() / design.trim.width.to_pt32();
    let area = design.text_area(set.book.sheets[page].side);
    let at = |x: f32, y: f32| rect.min + vec2(x, y) * per_point;
    let text = Rect::from_min_max(
        at(area.x.to_pt32(), area.y.to_pt32()),
        at((area.x + area.width).to_pt32(), (area.y + area.height).to_pt32()),
    );
    let colours = crate::app::look::guides();
    let painter = ui.painter();
    painter.rect_stroke(rect, 0.0, Stroke::new(1.0, colours.trim), egui::StrokeKind::Outside);
    painter.rect_stroke(text, 0.0, Stroke::new(1.0, colours.margins), egui::StrokeKind::Middle);
    let leading = design.leading.to_pt32() * per_point;
    let mut y = text.top() + design.baseline().to_pt32() * per_point;
    while leading > 1.0 && y <= text.bottom() + 0.5 {
        painter.hline(text.x_range(), y, Stroke::new(0.5, colours.grid));
        y += leading;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_page_stands_alone_on_the_right_and_the_others_face_each_other() {
        let layout = Layout::new(5, true, Binding::Left, vec2(100.0, 150.0), vec2(300.0, 400.0));
        assert!(layout.rect_of(0).left() > layout.rect_of(1).left());
        assert_eq!(layout.rect_of(1).top(), layout.rect_of(2).top());
        assert_eq!(layout.rect_of(1).right(), layout.rect_of(2).left());
        assert!(layout.rect_of(3).top() > layout.rect_of(2).bottom());
    }

    #[test]
    fn a_book_bound_on_the_right_opens_the_other_way() {
        let layout = Layout::new(5, true, Binding::Right, vec2(100.0, 150.0), vec2(300.0, 400.0));
        assert!(layout.rect_of(0).left() < layout.rect_of(1).left());
        assert_eq!(layout.rect_of(2).right(), layout.rect_of(1).left());
        assert_eq!(layout.fold_of(2), Some(layout.rect_of(2).right()));
    }

    #[test]
    fn every_page_is_found_where_it_lies() {
        for spreads in [false, true] {
            let layout = Layout::new(9, spreads, Binding::Left, vec2(100.0, 150.0), vec2(300.0, 400.0));
            for page in 0..9 {
                let rect = layout.rect_of(page);
                assert!(layout.pages_in(rect.y_range()).contains(&page), "{page}");
                assert!(layout.is_in_view(page, layout.offset_of(page, vec2(300.0, 200.0)).y, 200.0));
            }
        }
    }
}
