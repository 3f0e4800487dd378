//! Pictures of the edition become samples: PNG and JPEG.

use crate::edition::picture::{Picture, PictureKind};
use std::io::Cursor;

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
            (samples.len() == width as usize * height as usize * 3).then_some(Decoded {
                width,
                height,
                grey: false,
                samples,
                alpha: None,
            })
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
