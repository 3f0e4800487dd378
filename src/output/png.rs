//! Pages as pictures, from the same display list as the PDF: covers, README pictures, previews.

mod decode;
mod paint;

use crate::book::Book;
use crate::edition::Edition;
use crate::notice::{Error, Place, Result};
use crate::page::sheet::Sheet;
pub(super) use decode::{Decoded, inks as decode_inks, picture as decode};
pub use paint::Painter;

/// A picture: three bytes a pixel, red, green, blue, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// `width * height * 3` bytes.
    pub rgb: Vec<u8>,
}

/// Paper and ink.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colours {
    /// Of the page: red, green, blue.
    pub paper: [u8; 3],
    /// Of text and rules.
    pub ink: [u8; 3],
}

impl Colours {
    /// Black on white.
    pub const BLACK_ON_WHITE: Colours = Colours { paper: [255; 3], ink: [0; 3] };
}

/// Paints one page of `book`; see [`Painter::paint`].
pub fn render(book: &Book, edition: &Edition, sheet: &Sheet, dpi: f64, colours: Colours) -> Pixels {
    Painter::new().paint(book, edition, sheet, dpi, colours)
}

/// The picture as a PNG file.
///
/// # Errors
/// When the picture can't be encoded.
pub fn write(pixels: &Pixels) -> Result<Vec<u8>> {
    encoded((pixels.width, pixels.height), png::ColorType::Rgb, &pixels.rgb)
}

/// A picture with its transparent parts as a PNG file.
pub(super) fn encode(picture: &Decoded) -> Result<Vec<u8>> {
    let size = (picture.width, picture.height);
    let colours = if picture.grey { 1 } else { 3 };
    match &picture.alpha {
        None if picture.grey => encoded(size, png::ColorType::Grayscale, &picture.samples),
        None => encoded(size, png::ColorType::Rgb, &picture.samples),
        Some(alpha) => {
            let pixels = picture.samples.chunks_exact(colours).zip(alpha);
            let samples: Vec<u8> =
                pixels.flat_map(|(pixel, alpha)| pixel.iter().copied().chain([*alpha])).collect();
            let kind = if picture.grey { png::ColorType::GrayscaleAlpha } else { png::ColorType::Rgba };
            encoded(size, kind, &samples)
        }
    }
}

fn encoded((width, height): (u32, u32), colours: png::ColorType, samples: &[u8]) -> Result<Vec<u8>> {
    let failed = |error: png::EncodingError| {
        Error::new(Place::default(), format!("the picture can't be made: {error}"), "")
    };
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(colours);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().map_err(failed)?;
    writer.write_image_data(samples).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(bytes)
}
