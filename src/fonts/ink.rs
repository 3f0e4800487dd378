//! Where the ink of a glyph stands: for letters so large that their shape decides what may stand beside them.

use super::Face;
use skrifa::{DrawMemory, PathSink, ScalerFont};
use std::ops::Range;

impl Face {
    /// From where to where the ink of a glyph reaches between two heights; all in font units, from its origin. `None`
    /// where it has no ink there.
    pub fn ink(&self, glyph: u16, band: Range<i32>) -> Option<Range<i32>> {
        let ink = self.edges(glyph, band)?;
        (ink.left <= ink.right).then(|| ink.left.floor() as i32..ink.right.ceil() as i32)
    }

    /// How far the ink of a glyph reaches below the baseline, in font units; below zero where it stands above it.
    pub fn ink_depth(&self, glyph: u16) -> Option<i32> {
        let ink = self.edges(glyph, i32::MIN / 2..i32::MAX / 2)?;
        (ink.left <= ink.right).then(|| -ink.bottom.floor() as i32)
    }

    fn edges(&self, glyph: u16, band: Range<i32>) -> Option<Edges> {
        let scaler = ScalerFont::unhinted(self.font.clone(), None);
        let outline = scaler.outline(skrifa::GlyphId::new(u32::from(glyph)))?;
        let mut edges = Edges::within(band.start as f32, band.end as f32);
        // A glyph whose outline is broken is measured as far as it goes.
        let _ = outline.draw(DrawMemory::Scratch, &mut edges);
        Some(edges)
    }
}

/// The edges of an outline within a band of heights.
struct Edges {
    low: f32,
    high: f32,
    left: f32,
    right: f32,
    bottom: f32,
    start: (f32, f32),
    pen: (f32, f32),
}

/// Into how many straight parts a curve is cut: no initial is so large that more would be seen.
const PARTS: u8 = 12;

impl Edges {
    fn within(low: f32, high: f32) -> Edges {
        let (left, right) = (f32::INFINITY, f32::NEG_INFINITY);
        Edges { low, high, left, right, bottom: f32::INFINITY, start: (0.0, 0.0), pen: (0.0, 0.0) }
    }

    fn line(&mut self, x: f32, y: f32) {
        let (from, to) = (self.pen, (x, y));
        self.pen = to;
        let (bottom, top) = if from.1 <= to.1 { (from, to) } else { (to, from) };
        if top.1 < self.low || bottom.1 > self.high {
            return;
        }
        let at = |height: f32, level: f32| match top.1 - bottom.1 {
            rise if rise < f32::EPSILON => level,
            rise => bottom.0 + (top.0 - bottom.0) * (height - bottom.1) / rise,
        };
        let ends = [at(self.low.max(bottom.1), bottom.0), at(self.high.min(top.1), top.0)];
        self.left = self.left.min(ends[0]).min(ends[1]);
        self.right = self.right.max(ends[0]).max(ends[1]);
        self.bottom = self.bottom.min(bottom.1);
    }

    fn curve(&mut self, point: impl Fn(f32) -> (f32, f32)) {
        for part in 1..=PARTS {
            let (x, y) = point(f32::from(part) / f32::from(PARTS));
            self.line(x, y);
        }
    }
}

impl PathSink for Edges {
    fn move_to(&mut self, x: f32, y: f32) {
        self.start = (x, y);
        self.pen = (x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.line(x, y);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let (px, py) = self.pen;
        self.curve(|t| {
            let (a, b, c) = ((1.0 - t) * (1.0 - t), 2.0 * t * (1.0 - t), t * t);
            (a * px + b * cx + c * x, a * py + b * cy + c * y)
        });
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let (px, py) = self.pen;
        self.curve(|t| {
            let s = 1.0 - t;
            let (a, b, c, d) = (s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t);
            (a * px + b * ax + c * bx + d * x, a * py + b * ay + c * by + d * y)
        });
    }

    fn close(&mut self) {
        let (x, y) = self.start;
        self.line(x, y);
    }
}

#[cfg(test)]
mod tests {
    use crate::fonts::FamilyName;

    #[test]
    fn an_l_is_narrow_above_its_foot_and_an_a_below_its_head() {
        let face = FamilyName::EbGaramond.family().face(false, false);
        let end = |letter: char, low: f64, high: f64| {
            let at = |share: f64| (f64::from(face.cap_height) * share) as i32;
            face.ink(face.glyph(letter).unwrap(), at(low)..at(high)).unwrap().end
        };
        assert!(end('L', 0.5, 0.9) < end('L', 0.0, 0.2) * 2 / 3);
        assert!(end('A', 0.7, 1.0) < end('A', 0.0, 0.2) * 3 / 4);
        assert_eq!(face.ink(face.glyph(' ').unwrap(), 0..500), None);
        let depth = |letter: char| face.ink_depth(face.glyph(letter).unwrap()).unwrap();
        assert!(depth('J') > depth('H') + i32::from(face.units_per_em) / 20);
    }
}
