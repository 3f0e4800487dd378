//! A screen in software: triangles with textures, as the window paints them. The same pixels on every machine.

use egui::epaint::{Mesh, Primitive, Vertex};
use egui::{Color32, Context, FullOutput, ImageData, Pos2, TextureFilter, TextureId, TexturesDelta};
use std::collections::BTreeMap;

/// The textures that were handed over.
#[derive(Default)]
pub(crate) struct Screen {
    textures: BTreeMap<TextureId, Texture>,
}

struct Texture {
    width: usize,
    pixels: Vec<Color32>,
    is_smooth: bool,
}

impl Texture {
    fn pixel(&self, x: i64, y: i64) -> [f32; 4] {
        let height = self.pixels.len() / self.width.max(1);
        let clamp = |at: i64, most: usize| at.clamp(0, most as i64 - 1) as usize;
        let pixel = self.pixels[clamp(y, height) * self.width + clamp(x, self.width)];
        pixel.to_array().map(f32::from)
    }

    /// The colour at a place, both sides of which are 1.
    fn at(&self, place: Pos2) -> [f32; 4] {
        let height = self.pixels.len() / self.width.max(1);
        let (x, y) = (place.x * self.width as f32, place.y * height as f32);
        if !self.is_smooth {
            return self.pixel(x.floor() as i64, y.floor() as i64);
        }
        let (x, y) = (x - 0.5, y - 0.5);
        let (left, top) = (x.floor(), y.floor());
        let (right, below) = (x - left, y - top);
        let corner = |across: i64, down: i64| self.pixel(left as i64 + across, top as i64 + down);
        let corners = [corner(0, 0), corner(1, 0), corner(0, 1), corner(1, 1)];
        let shares =
            [(1.0 - right) * (1.0 - below), right * (1.0 - below), (1.0 - right) * below, right * below];
        std::array::from_fn(|channel| (0..4).map(|at| corners[at][channel] * shares[at]).sum())
    }
}

impl egui_kittest::TestRenderer for Screen {
    #[allow(
        clippy::iter_over_hash_type,
        reason = "each texture is kept by itself, in whatever order they come"
    )]
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        for (id, images) in delta.set.drain() {
            for image in images {
                let ImageData::Color(pixels) = &image.image;
                let [width, height] = pixels.size;
                let Some([left, top]) = image.pos else {
                    let is_smooth = image.options.magnification == TextureFilter::Linear;
                    self.textures.insert(id, Texture { width, pixels: pixels.pixels.clone(), is_smooth });
                    continue;
                };
                let texture = self.textures.get_mut(&id).expect("a texture to be changed");
                for row in 0..height {
                    let start = (top + row) * texture.width + left;
                    let new = &pixels.pixels[row * width..(row + 1) * width];
                    texture.pixels[start..start + width].copy_from_slice(new);
                }
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&id);
        }
    }

    fn render(&mut self, ctx: &Context, output: &FullOutput) -> Result<image::RgbaImage, String> {
        let density = ctx.pixels_per_point();
        let size = ctx.content_rect().size() * density;
        let mut picture = image::RgbaImage::new(size.x.round() as u32, size.y.round() as u32);
        for clipped in ctx.tessellate(output.shapes.clone(), density) {
            let Primitive::Mesh(mesh) = clipped.primitive else { continue };
            let Some(texture) = self.textures.get(&mesh.texture_id) else { continue };
            let clip = clipped.clip_rect * density;
            let side = |at: f32, most: u32| at.round().clamp(0.0, most as f32);
            let (width, height) = picture.dimensions();
            let clip = egui::Rect::from_min_max(
                egui::pos2(side(clip.min.x, width), side(clip.min.y, height)),
                egui::pos2(side(clip.max.x, width), side(clip.max.y, height)),
            );
            paint(&mut picture, &mesh, texture, clip, density);
        }
        Ok(picture)
    }
}

fn paint(picture: &mut image::RgbaImage, mesh: &Mesh, texture: &Texture, clip: egui::Rect, density: f32) {
    for corners in mesh.indices.chunks_exact(3) {
        let corners: [&Vertex; 3] = std::array::from_fn(|at| &mesh.vertices[corners[at] as usize]);
        triangle(picture, corners, texture, clip, density);
    }
}

/// Twice the area to the left of the line from `a` to `b`, up to `p`.
fn edge(a: Pos2, b: Pos2, p: Pos2) -> f32 {
    (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)
}

fn triangle(
    picture: &mut image::RgbaImage,
    mut corners: [&Vertex; 3],
    texture: &Texture,
    clip: egui::Rect,
    density: f32,
) {
    let place = |corner: &Vertex| (corner.pos.to_vec2() * density).to_pos2();
    let area = edge(place(corners[0]), place(corners[1]), place(corners[2]));
    if area == 0.0 {
        return;
    }
    if area < 0.0 {
        corners.swap(1, 2);
    }
    let [a, b, c] = corners.map(place);
    let area = area.abs();
    // An edge belongs to the triangle below it or to the right, so that two that share it paint it once.
    let owns = |from: Pos2, to: Pos2| (to.y == from.y && to.x > from.x) || to.y < from.y;
    let owned = [owns(b, c), owns(c, a), owns(a, b)];
    let bounds = egui::Rect::from_points(&[a, b, c]).intersect(clip);
    let (left, right) = (bounds.min.x.floor().max(clip.min.x), bounds.max.x.ceil().min(clip.max.x));
    let (top, bottom) = (bounds.min.y.floor().max(clip.min.y), bounds.max.y.ceil().min(clip.max.y));
    let colours = corners.map(|corner| corner.color.to_array().map(f32::from));
    for y in top as i64..bottom.max(top) as i64 {
        for x in left as i64..right.max(left) as i64 {
            let point = egui::pos2(x as f32 + 0.5, y as f32 + 0.5);
            let edges = [edge(b, c, point), edge(c, a, point), edge(a, b, point)];
            if (0..3).any(|at| edges[at] < 0.0 || (edges[at] == 0.0 && !owned[at])) {
                continue;
            }
            let shares = edges.map(|edge| edge / area);
            let uv = (0..3).fold(Pos2::ZERO, |sum, at| sum + corners[at].uv.to_vec2() * shares[at]);
            let painted = texture.at(uv);
            let pixel = picture.get_pixel_mut(x as u32, y as u32);
            let colour =
                |channel: usize| (0..3).map(|at| colours[at][channel] * shares[at]).sum::<f32>() / 255.0;
            let cover = colour(3) * painted[3] / 255.0;
            for (channel, value) in pixel.0.iter_mut().enumerate() {
                let below = f32::from(*value) * (1.0 - cover);
                *value = (colour(channel) * painted[channel] + below).round().clamp(0.0, 255.0) as u8;
            }
        }
    }
}

/// The share of dark pixels in an area of a picture.
pub(crate) fn ink(picture: &image::RgbaImage, area: egui::Rect) -> f32 {
    let (mut dark, mut all) = (0, 0);
    for y in area.top().max(0.0) as u32..(area.bottom() as u32).min(picture.height()) {
        for x in area.left().max(0.0) as u32..(area.right() as u32).min(picture.width()) {
            let [red, green, blue, _] = picture.get_pixel(x, y).0;
            all += 1;
            dark += u32::from(u32::from(red) + u32::from(green) + u32::from(blue) < 300);
        }
    }
    dark as f32 / all.max(1) as f32
}
