//! Pictures of the edition become samples: PNG and JPEG.

use crate::edition::picture::{Orientation, Picture, PictureKind};
use std::io::Cursor;
use std::ops::Range;

/// Samples of eight bits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::output) struct Decoded {
    pub(in crate::output) width: u32,
    pub(in crate::output) height: u32,
    /// One sample a pixel, else three.
    pub(in crate::output) grey: bool,
    pub(in crate::output) samples: Vec<u8>,
    /// One sample a pixel, where the picture has transparent parts.
    pub(in crate::output) alpha: Option<Vec<u8>>,
}

impl Decoded {
    /// Turned as it is to be seen.
    fn upright(self, orientation: Orientation) -> Decoded {
        if orientation == Orientation::Upright {
            return self;
        }
        let stored = (self.width, self.height);
        let (width, height) = if orientation.lies() { (self.height, self.width) } else { stored };
        self.rearranged(width, height, |place| orientation.stored(place, stored))
    }

    /// Each pixel of the stored one at another place; only colours, no transparency, since no JPEG has any.
    fn rearranged(&self, width: u32, height: u32, stored: impl Fn((u32, u32)) -> (u32, u32)) -> Decoded {
        let colours = if self.grey { 1 } else { 3 };
        let mut samples = Vec::with_capacity(self.samples.len());
        for place in (0..height).flat_map(|y| (0..width).map(move |x| (x, y))) {
            let (x, y) = stored(place);
            let at = (y as usize * self.width as usize + x as usize) * colours;
            samples.extend_from_slice(self.samples.get(at..at + colours).unwrap_or(&[255; 3][..colours]));
        }
        Decoded { width, height, grey: self.grey, samples, alpha: None }
    }

    /// The picture with fewer pixels, each the mean of those that it stands for.
    pub(in crate::output) fn scaled(&self, width: u32, height: u32) -> Decoded {
        let colours = if self.grey { 1 } else { 3 };
        let mut samples = Vec::with_capacity(width as usize * height as usize * colours);
        let mut alphas = Vec::new();
        for (x, y) in (0..height).flat_map(|y| (0..width).map(move |x| (x, y))) {
            let [red, green, blue, alpha] = self.mean(
                span(i64::from(x), i64::from(width), self.width),
                span(i64::from(y), i64::from(height), self.height),
            );
            samples.extend_from_slice(&[red, green, blue][..colours]);
            alphas.push(alpha);
        }
        let alpha = self.alpha.is_some().then_some(alphas);
        Decoded { width, height, grey: self.grey, samples, alpha }
    }

    /// The mean of the pixels in a range of columns and rows: red, green, blue, alpha.
    pub(super) fn mean(&self, across: Range<u32>, down: Range<u32>) -> [u8; 4] {
        let (mut sum, mut alpha, mut count) = ([0u32; 3], 0u32, 0u32);
        let channels = if self.grey { 1 } else { 3 };
        for y in down {
            for x in across.clone() {
                let pixel = y as usize * self.width as usize + x as usize;
                for (channel, total) in sum.iter_mut().enumerate() {
                    let sample = self.samples.get(pixel * channels + channel.min(channels - 1));
                    *total += u32::from(sample.copied().unwrap_or(255));
                }
                let seen = self.alpha.as_ref().map_or(255, |alpha| alpha.get(pixel).copied().unwrap_or(255));
                alpha += u32::from(seen);
                count += 1;
            }
        }
        let count = count.max(1);
        let [red, green, blue] = sum.map(|total| (total / count) as u8);
        [red, green, blue, (alpha / count) as u8]
    }
}

/// The samples that fall into pixel `at` of `count`: at least one.
pub(super) fn span(at: i64, count: i64, samples: u32) -> Range<u32> {
    let from = (at.max(0) * i64::from(samples) / count) as u32;
    let to = ((at.max(0) + 1) * i64::from(samples) / count) as u32;
    from.min(samples - 1)..to.max(from + 1).min(samples)
}

/// Decodes a PNG of any kind; `None` when it is broken.
fn png(bytes: &[u8]) -> Option<Decoded> {
    let mut decoder =
        png::Decoder::new_with_limits(Cursor::new(bytes), png::Limits { bytes: 256 * 1024 * 1024 });
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().ok()?;
    let mut samples = vec![0; reader.output_buffer_size()?];
    let frame = reader.next_frame(&mut samples).ok()?;
    samples.truncate(frame.buffer_size());
    let (colours, has_alpha) = match frame.color_type {
        png::ColorType::Grayscale => (1, false),
        png::ColorType::GrayscaleAlpha => (1, true),
        png::ColorType::Rgb => (3, false),
        png::ColorType::Rgba => (3, true),
        png::ColorType::Indexed => return None,
    };
    let (width, height) = (frame.width, frame.height);
    if !has_alpha {
        return Some(Decoded { width, height, grey: colours == 1, samples, alpha: None });
    }
    let mut plain = Vec::with_capacity(samples.len());
    let mut alpha = Vec::with_capacity(samples.len() / (colours + 1));
    for pixel in samples.chunks_exact(colours + 1) {
        plain.extend_from_slice(&pixel[..colours]);
        alpha.push(pixel[colours]);
    }
    let opaque = alpha.iter().all(|sample| *sample == 255);
    Some(Decoded { width, height, grey: colours == 1, samples: plain, alpha: (!opaque).then_some(alpha) })
}

/// Decodes a picture of either kind.
pub(in crate::output) fn picture(picture: &Picture) -> Option<Decoded> {
    match picture.kind {
        PictureKind::Png => png(&picture.bytes),
        PictureKind::Jpeg => {
            let mut decoder = zune_jpeg::JpegDecoder::new(Cursor::new(&picture.bytes[..]));
            decoder.set_options(
                zune_jpeg::zune_core::options::DecoderOptions::default()
                    .jpeg_set_out_colorspace(zune_jpeg::zune_core::colorspace::ColorSpace::RGB),
            );
            let samples = decoder.decode().ok()?;
            let info = decoder.info()?;
            let (width, height) = (u32::from(info.width), u32::from(info.height));
            let is_whole = samples.len() == width as usize * height as usize * 3;
            let decoded = Decoded { width, height, grey: false, samples, alpha: None };
            is_whole.then(|| decoded.upright(picture.orientation))
        }
    }
}

/// The four inks of a JPEG for a press, as they are stored.
pub(in crate::output) fn inks(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut decoder = zune_jpeg::JpegDecoder::new(Cursor::new(bytes));
    decoder.set_options(
        zune_jpeg::zune_core::options::DecoderOptions::default()
            .jpeg_set_out_colorspace(zune_jpeg::zune_core::colorspace::ColorSpace::CMYK),
    );
    decoder.decode().ok()
}
