//! Sets words and areas of a cover, layer upon layer.

use super::palette::{Palette, Tint};
use super::{Layer, Turn};
use crate::design::{Align, Role, TextStyle};
use crate::edition::Edition;
use crate::page::sheet::{Item, NodeId};
use crate::page::{Desk, Flow};
use crate::text::{Content, Measure};
use crate::units::{Length, Point, Rect};
use std::sync::Arc;

/// The node of all that is on a cover; nothing hangs on it.
const NODE: NodeId = NodeId(0);
/// Distance of baselines, in sizes.
const LEADING: f64 = 1.2;

/// A cover on its way.
pub(super) struct Setter<'a, 'd> {
    pub(super) edition: &'a Edition,
    pub(super) palette: Palette,
    desk: Desk<'d>,
    layers: Vec<Layer>,
    turn: Option<Turn>,
}

/// How words are set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words {
    pub(super) role: Role,
    /// The size at most; they become smaller while a word does not fit or they fill too many lines.
    pub(super) size: Length,
    pub(super) most_lines: usize,
    pub(super) align: Align,
    pub(super) tint: Tint,
}

impl<'a, 'd> Setter<'a, 'd> {
    pub(super) fn new(edition: &'a Edition, desk: Desk<'d>, palette: Palette) -> Setter<'a, 'd> {
        Setter { edition, palette, desk, layers: Vec::new(), turn: None }
    }

    pub(super) fn into_layers(self) -> Vec<Layer> {
        // What was set has no pages; the shaper goes back.
        self.desk.finish(Flow::default());
        self.layers
    }

    /// Fills an area with the ground of the style.
    pub(super) fn ground(&mut self, area: Rect) {
        self.fill(self.palette.ground(), area);
    }

    /// Fills an area.
    pub(super) fn fill(&mut self, tint: Tint, area: Rect) {
        self.put(tint, Item::Rule { area, node: NODE });
    }

    /// Fills an area below all that was put since `layers` were there.
    pub(super) fn fill_below(&mut self, tint: Tint, area: Rect, layers: usize) {
        let layer = Layer { tint, items: vec![Item::Rule { area, node: NODE }], turn: self.turn };
        self.layers.insert(layers.min(self.layers.len()), layer);
    }

    /// Begins a new layer; its number.
    pub(super) fn next_layer(&mut self) -> usize {
        // Things of one colour that lie side by side share a layer; here they must not.
        self.layers.push(Layer { tint: self.palette.words, items: Vec::new(), turn: self.turn });
        self.layers.len()
    }

    /// Turns what is put from now on, or no more.
    pub(super) fn turn(&mut self, turn: Option<Turn>) {
        self.turn = turn;
    }

    fn put(&mut self, tint: Tint, item: Item) {
        match self.layers.last_mut().filter(|layer| layer.tint == tint && layer.turn == self.turn) {
            Some(layer) => layer.items.push(item),
            None => self.layers.push(Layer { tint, items: vec![item], turn: self.turn }),
        }
    }

    /// The picture of the cover as large as it can be in an area, in its middle.
    pub(super) fn picture(&mut self, area: Rect) {
        self.placed_picture(area, |free| free / 2);
    }

    /// The same at the head of the area; where it stands.
    pub(super) fn picture_above(&mut self, area: Rect) -> Option<Rect> {
        self.placed_picture(area, |_| Length::ZERO)
    }

    fn placed_picture(&mut self, area: Rect, above: impl Fn(Length) -> Length) -> Option<Rect> {
        let name = self.edition.production.cover.picture.clone()?;
        let picture = self.edition.pictures.get(&name)?;
        let (wide, high) = (f64::from(picture.width.max(1)), f64::from(picture.height.max(1)));
        let scale = (area.width.to_pt() / wide).min(area.height.to_pt() / high);
        let (width, height) = (Length::pt(wide * scale), Length::pt(high * scale));
        let (x, y) = (area.x + (area.width - width) / 2, area.y + above(area.height - height));
        let area = Rect { x, y, width, height };
        self.put(self.palette.words, Item::Picture { area, picture: name, node: NODE });
        Some(area)
    }

    /// Sets words in a column of this width, from `at` down; where they end.
    pub(super) fn words(&mut self, words: &str, how: Words, at: Point, width: Length) -> Length {
        let (lines, size) = self.lines(words, how, width);
        let leading = size.scale(LEADING);
        for (index, line) in lines.iter().enumerate() {
            let at = Point { x: at.x, y: at.y + leading * index as i32 + size.scale(0.9) };
            self.put(how.tint, Item::Line { at, line: line.clone(), node: NODE });
        }
        at.y + leading * lines.len() as i32
    }

    /// How high words would be.
    pub(super) fn height(&mut self, words: &str, how: Words, width: Length) -> Length {
        let (lines, size) = self.lines(words, how, width);
        size.scale(LEADING) * lines.len() as i32
    }

    /// One line on this baseline.
    pub(super) fn line(&mut self, words: &str, how: Words, at: Point, width: Length) {
        let (lines, _) = self.lines(words, Words { most_lines: 1, ..how }, width);
        if let Some(line) = lines.first() {
            self.put(how.tint, Item::Line { at, line: line.clone(), node: NODE });
        }
    }

    fn lines(
        &mut self,
        words: &str,
        how: Words,
        width: Length,
    ) -> (Vec<Arc<crate::text::line::Line>>, Length) {
        let base = self.desk.studio.design.style(how.role).text;
        let (mut size, least) = (how.size, (how.size / 6).max(Length::pt(5.0)));
        loop {
            let content = Content::plain(words, TextStyle { size, ..base }, self.edition.language);
            let set = self.desk.set(&content, &Measure::new(width, how.align), &(0..0));
            let lines = self.desk.lines(&set, set.best());
            let is_sound =
                lines.len() <= how.most_lines && lines.iter().all(|line| line.excess == Length::ZERO);
            if is_sound || size <= least {
                return (lines.iter().take(how.most_lines.max(1)).cloned().collect(), size);
            }
            size = size.scale(0.9).max(least);
        }
    }
}
