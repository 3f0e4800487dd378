//! Pictures as e-readers take them: at most four million pixels, upright, in the colours of a screen.

use crate::edition::picture::{Orientation, Picture, PictureKind};
use crate::output::png::{self, Decoded};
use std::borrow::Cow;

/// More pixels than this make some e-readers leave a picture out.
const MOST_PIXELS: u64 = 4_000_000;
/// Of the JPEGs that are made; beyond it files grow and nobody sees a difference.
const QUALITY: u8 = 88;

/// A picture for an e-book: its bytes and what kind of file they are. One that is fit as it is stays as it is.
pub(super) fn fitted(picture: &Picture) -> (Cow<'_, [u8]>, PictureKind) {
    let pixels = u64::from(picture.width) * u64::from(picture.height);
    let is_fit = pixels <= MOST_PIXELS && picture.orientation == Orientation::Upright && !picture.is_inked();
    let as_it_is = (Cow::Borrowed(&*picture.bytes), picture.kind);
    if is_fit {
        return as_it_is;
    }
    // One that can't be decoded was named when it was read.
    let Some(decoded) = png::decode(picture) else { return as_it_is };
    let smaller = smaller(decoded);
    made(&smaller, picture.kind).map_or(as_it_is, |bytes| (Cow::Owned(bytes), picture.kind))
}

/// The picture with at most so many pixels: each is the mean of those that it stands for.
fn smaller(picture: Decoded) -> Decoded {
    let pixels = f64::from(picture.width) * f64::from(picture.height);
    let scale = (MOST_PIXELS as f64 / pixels).sqrt();
    if scale >= 1.0 {
        return picture;
    }
    let side = |length: u32| ((f64::from(length) * scale).floor() as u32).max(1);
    picture.scaled(side(picture.width), side(picture.height))
}

/// The file of a picture; one with transparent parts is a PNG whatever it was, and no JPEG has them.
fn made(picture: &Decoded, kind: PictureKind) -> Option<Vec<u8>> {
    match kind {
        PictureKind::Png => png::encode(picture).ok(),
        PictureKind::Jpeg => {
            let (width, height) = (u16::try_from(picture.width).ok()?, u16::try_from(picture.height).ok()?);
            let colours =
                if picture.grey { jpeg_encoder::ColorType::Luma } else { jpeg_encoder::ColorType::Rgb };
            let mut bytes = Vec::new();
            let encoder = jpeg_encoder::Encoder::new(&mut bytes, QUALITY);
            encoder.encode(&picture.samples, width, height, colours).ok()?;
            Some(bytes)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::png::Pixels;

    #[test]
    fn a_large_picture_becomes_smaller_and_a_small_one_stays() {
        let pixels = Pixels { width: 4000, height: 2000, rgb: vec![200; 4000 * 2000 * 3] };
        let large = Picture::read(png::write(&pixels).unwrap()).unwrap();
        let (bytes, kind) = fitted(&large);
        let made = Picture::read(bytes.into_owned()).unwrap();
        assert_eq!(kind, PictureKind::Png);
        assert!(u64::from(made.width) * u64::from(made.height) <= MOST_PIXELS && made.width > 2800);
        let small = Pixels { width: 40, height: 20, rgb: vec![200; 40 * 20 * 3] };
        let small = Picture::read(png::write(&small).unwrap()).unwrap();
        assert!(matches!(fitted(&small).0, Cow::Borrowed(_)));
    }
}
