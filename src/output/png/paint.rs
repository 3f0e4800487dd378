//! A page painted: glyph outlines, rules and pictures.

use super::decode::{self, Decoded, span};
use super::{Colours, Pixels};
use crate::book::Book;
use crate::book::cover::Jacket;
use crate::design::trim::Trim;
use crate::edition::Edition;
use crate::edition::picture::Picture;
use crate::fonts::Face;
use crate::page::sheet::{Item, Sheet, turned};
use crate::text::line::{Line, Run};
use crate::units::{Length, Point, Rect};
use rustc_hash::FxHashMap;
use skrifa::{DrawMemory, PathSink, ScalerFont};
use std::sync::Arc;
use vello_cpu::color::{AlphaColor, Srgb};
use vello_cpu::kurbo::{Affine, BezPath, Rect as PixelRect};
use vello_cpu::{Pixmap, RenderContext, Resources};

const MOST_PIXELS: f64 = 16_000.0;
/// More pictures than this are not kept at their size on the page.
const MOST_PICTURES: usize = 64;

/// Paints pages, and remembers the outlines and pictures it has met: keep one as long as pages are looked at.
#[derive(Default)]
pub struct Painter {
    context: Option<RenderContext>,
    resources: Resources,
    outlines: FxHashMap<(u64, u16), Arc<BezPath>>,
    /// Pictures at the size at which they were painted; `None` for one that can't be decoded.
    pictures: FxHashMap<PictureKey, Option<Arc<Scaled>>>,
}

/// A picture by its bytes, its size on the page in pixels, and whether it is turned.
type PictureKey = (usize, usize, i64, i64, bool);

/// A page on its way.
struct Canvas<'a> {
    painter: &'a mut Painter,
    context: RenderContext,
    /// Pixels a point.
    scale: f64,
    /// Where what is drawn stands on the page, in pixels.
    base: Affine,
}

impl Painter {
    /// A painter that has seen nothing yet.
    pub fn new() -> Painter {
        Painter::default()
    }

    /// Paints a page of `book` at `dpi` dots an inch. At most 16,000 pixels a side are painted; larger wishes are
    /// cut.
    pub fn paint(
        &mut self,
        book: &Book,
        edition: &Edition,
        sheet: &Sheet,
        dpi: f64,
        colours: Colours,
    ) -> Pixels {
        let Trim { width, height } = book.design.trim;
        self.draw((width, height), dpi, colours.paper, [(colours.ink, &sheet.items[..])], edition)
    }

    /// Paints the front of a cover; what is turned stands on a spine and is left out.
    pub fn jacket(&mut self, jacket: &Jacket, edition: &Edition, dpi: f64) -> Pixels {
        let upright = jacket.layers.iter().filter(|layer| layer.turn.is_none());
        let layers = upright.map(|layer| (layer.tint.rgb, &layer.items[..]));
        self.draw((jacket.width, jacket.height), dpi, [255; 3], layers, edition)
    }

    /// Paints items on paper of a size, each group in its ink; pictures above all of them.
    fn draw<'i>(
        &mut self,
        (width, height): (Length, Length),
        dpi: f64,
        paper: [u8; 3],
        groups: impl IntoIterator<Item = ([u8; 3], &'i [Item])>,
        edition: &Edition,
    ) -> Pixels {
        let scale = (dpi / 72.0).clamp(0.01, MOST_PIXELS / width.max(height).to_pt());
        let pixels = |points: f64| (points * scale).round().max(1.0) as u16;
        let (width, height) = (pixels(width.to_pt()), pixels(height.to_pt()));
        let mut context = self.context.take().unwrap_or_else(|| RenderContext::new(width, height));
        context.reset_and_resize(width, height);
        let mut canvas = Canvas { painter: self, context, scale, base: Affine::IDENTITY };
        let mut pictures = Vec::new();
        canvas.context.set_paint(colour(paper));
        canvas.context.fill_rect(&PixelRect::new(0.0, 0.0, f64::from(width), f64::from(height)));
        let groups = groups.into_iter();
        for (ink, item) in groups.flat_map(|(ink, items)| items.iter().map(move |item| (ink, item))) {
            canvas.context.set_paint(colour(ink));
            let at = if let Item::Turned { at, .. } = item { Some(*at) } else { None };
            canvas.turn(at);
            match item.upright() {
                Item::Line { at, line, .. } => canvas.line(*at, line),
                Item::Rule { area, .. } => canvas.rule(area),
                Item::Picture { area, picture, .. } => {
                    pictures.push((at.map_or(*area, |at| turned(*area, at)), picture, at.is_some()));
                }
                Item::Turned { .. } => {}
            }
        }
        let mut pixmap = Pixmap::new(width, height);
        let mut context = canvas.context;
        context.flush();
        context.render(&mut pixmap, &mut self.resources);
        self.context = Some(context);
        let rgb = pixmap.data().iter().flat_map(|pixel| [pixel.r, pixel.g, pixel.b]).collect();
        let mut page = Pixels { width: u32::from(width), height: u32::from(height), rgb };
        for (area, key, turned) in pictures {
            let place = PixelArea::of(&area, scale, turned);
            if let Some(scaled) = edition.pictures.get(key).and_then(|picture| self.picture(picture, place)) {
                put(&mut page, &scaled, place);
            }
        }
        page
    }

    fn picture(&mut self, picture: &Picture, place: PixelArea) -> Option<Arc<Scaled>> {
        let key =
            (picture.bytes.as_ptr() as usize, picture.bytes.len(), place.wide, place.high, place.turned);
        if let Some(known) = self.pictures.get(&key) {
            return known.clone();
        }
        let scaled = decode::picture(picture).map(|decoded| Arc::new(Scaled::of(&decoded, place)));
        if self.pictures.len() >= MOST_PICTURES {
            self.pictures.clear();
        }
        self.pictures.insert(key, scaled.clone());
        scaled
    }
}

impl std::fmt::Debug for Painter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Painter({} outlines, {} pictures)", self.outlines.len(), self.pictures.len())
    }
}

fn colour([red, green, blue]: [u8; 3]) -> AlphaColor<Srgb> {
    AlphaColor::from_rgb8(red, green, blue)
}

impl Canvas<'_> {
    /// Turns what is drawn from now on a quarter counterclockwise around a point, or no more.
    fn turn(&mut self, at: Option<Point>) {
        self.base = at.map_or(Affine::IDENTITY, |at| {
            Affine::new([0.0, -1.0, 1.0, 0.0, at.x.to_pt() * self.scale, at.y.to_pt() * self.scale])
        });
    }

    fn line(&mut self, at: Point, line: &Line) {
        for run in &line.runs {
            for index in 0..run.glyphs.len() {
                self.glyph(at, line, run, index);
            }
        }
    }

    fn glyph(&mut self, at: Point, line: &Line, run: &Run, index: usize) {
        let path = self.outline(&run.face, run.glyphs[index]);
        if path.elements().is_empty() {
            return;
        }
        let x = (at.x + line.start + run.xs[index]).to_pt() * self.scale;
        let up = run.rise + run.ys.get(index).copied().unwrap_or_default();
        let y = (at.y - up).to_pt() * self.scale;
        let size = run.size.to_pt() * self.scale / f64::from(run.face.units_per_em);
        let wide = size * (1.0 + f64::from(run.stretch) / 100_000.0);
        self.context.set_transform(self.base * Affine::new([wide, 0.0, 0.0, -size, x, y]));
        self.context.fill_path(&path);
        self.context.reset_transform();
    }

    /// The outline in font units, y upwards.
    fn outline(&mut self, face: &Face, glyph: u16) -> Arc<BezPath> {
        let known = self.painter.outlines.entry((face.key, glyph));
        known
            .or_insert_with(|| {
                let scaler = ScalerFont::unhinted(face.font.clone(), None);
                let mut path = Outline(BezPath::new());
                if let Some(outline) = scaler.outline(skrifa::GlyphId::new(u32::from(glyph))) {
                    // A glyph whose outline is broken is drawn as far as it goes.
                    let _ = outline.draw(DrawMemory::Scratch, &mut path);
                }
                Arc::new(path.0)
            })
            .clone()
    }

    fn rule(&mut self, area: &Rect) {
        let [left, top, right, bottom] = [area.x, area.y, area.x + area.width, area.y + area.height]
            .map(|length| length.to_pt() * self.scale);
        // A hairline is never thinner than a pixel, or it would vanish on a screen.
        let bottom = bottom.max(top + 1.0);
        self.context.set_transform(self.base);
        self.context.fill_rect(&PixelRect::new(left, top, right, bottom));
        self.context.reset_transform();
    }
}

struct Outline(BezPath);

impl PathSink for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to((f64::from(x), f64::from(y)));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to((f64::from(x), f64::from(y)));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.0.quad_to((f64::from(cx), f64::from(cy)), (f64::from(x), f64::from(y)));
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let point = |x: f32, y: f32| (f64::from(x), f64::from(y));
        self.0.curve_to(point(ax, ay), point(bx, by), point(x, y));
    }

    fn close(&mut self) {
        self.0.close_path();
    }
}

/// Where a picture stands, in pixels.
#[derive(Clone, Copy)]
struct PixelArea {
    left: i64,
    top: i64,
    wide: i64,
    high: i64,
    /// Whether the picture's top is at the left.
    turned: bool,
}

impl PixelArea {
    fn of(area: &Rect, scale: f64, turned: bool) -> PixelArea {
        let edge = |length: Length| (length.to_pt() * scale).round() as i64;
        let (left, top) = (edge(area.x), edge(area.y));
        let wide = (edge(area.x + area.width) - left).max(1);
        let high = (edge(area.y + area.height) - top).max(1);
        PixelArea { left, top, wide, high, turned }
    }
}

/// A picture at its size on the page: red, green, blue and alpha of each pixel, row by row.
struct Scaled(Vec<[u8; 4]>);

impl Scaled {
    /// Each pixel is the mean of the samples that fall into it.
    fn of(picture: &Decoded, place: PixelArea) -> Scaled {
        let pixel = |row: i64, column: i64| match place.turned {
            false => {
                picture.mean(span(column, place.wide, picture.width), span(row, place.high, picture.height))
            }
            true => picture.mean(
                span(place.high - 1 - row, place.high, picture.width),
                span(column, place.wide, picture.height),
            ),
        };
        let rows = (0..place.high).flat_map(|row| (0..place.wide).map(move |column| (row, column)));
        Scaled(rows.map(|(row, column)| pixel(row, column)).collect())
    }
}

/// Puts a picture on the page; what stands outside it is cut off.
fn put(page: &mut Pixels, picture: &Scaled, place: PixelArea) {
    for row in 0..place.high.min(i64::from(page.height) - place.top) {
        for column in 0..place.wide.min(i64::from(page.width) - place.left) {
            let [red, green, blue, alpha] = picture.0[(row * place.wide + column) as usize].map(u32::from);
            let at = ((place.top + row) * i64::from(page.width) + place.left + column) as usize * 3;
            if let Some(pixel) = page.rgb.get_mut(at..at + 3) {
                for (under, over) in pixel.iter_mut().zip([red, green, blue]) {
                    *under = ((u32::from(*under) * (255 - alpha) + over * alpha) / 255) as u8;
                }
            }
        }
    }
}
