//! Pictures an edition brings along: their bytes, kind and size, read from the header only.

pub mod jpeg;
mod orientation;

pub use orientation::Orientation;
use std::sync::Arc;

/// A picture file of the edition.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Picture {
    /// The file's bytes, unchanged.
    pub bytes: Arc<[u8]>,
    /// What kind of file it is, by its content.
    pub kind: PictureKind,
    /// Width in pixels as it is seen, at least 1.
    pub width: u32,
    /// Height in pixels as it is seen, at least 1.
    pub height: u32,
    /// How it is turned to be seen upright.
    pub orientation: Orientation,
}

/// The kinds of picture that both PDF and EPUB carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PictureKind {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
}

impl PictureKind {
    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            PictureKind::Jpeg => "image/jpeg",
            PictureKind::Png => "image/png",
        }
    }

    /// The usual ending of its file name.
    pub fn extension(self) -> &'static str {
        match self {
            PictureKind::Jpeg => "jpg",
            PictureKind::Png => "png",
        }
    }
}

/// Whether words name a file that could be a picture: an ornament is either that or a few signs.
pub fn is_picture_name(words: &str) -> bool {
    let ending = words.trim().rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| matches!(ending.as_str(), "png" | "jpg" | "jpeg"))
}

impl Picture {
    /// Looks at the header of `bytes`.
    ///
    /// # Errors
    /// Says in plain words why the picture can't be used: no picture, of another kind, cut off, or larger than 25 MiB,
    /// 12,000 pixels a side or 50 megapixels.
    pub fn read(bytes: Vec<u8>) -> Result<Picture, String> {
        if bytes.len() > 25 * 1024 * 1024 {
            return Err("the picture is larger than 25 MiB".into());
        }
        let kind = match imagesize::image_type(&bytes) {
            Ok(imagesize::ImageType::Jpeg) => PictureKind::Jpeg,
            Ok(imagesize::ImageType::Png) => PictureKind::Png,
            _ => return Err("the file is neither a JPEG nor a PNG picture".into()),
        };
        let size = imagesize::blob_size(&bytes).map_err(|_| "the picture's header is broken".to_string())?;
        let (width, height) = (size.width as u64, size.height as u64);
        if width == 0 || height == 0 {
            return Err("the picture has no width or no height".into());
        }
        if width > 12_000 || height > 12_000 || width * height > 50_000_000 {
            return Err(format!(
                "the picture has {width} × {height} pixels; 12,000 a side and 50 million in all are the limit"
            ));
        }
        // Browsers and printers would show what there is, and grey below it.
        let is_whole = match kind {
            PictureKind::Jpeg => jpeg::has_end(&bytes),
            PictureKind::Png => bytes.windows(4).rev().any(|four| four == b"IEND"),
        };
        if !is_whole {
            return Err("the file is cut off: the end of the picture is missing".into());
        }
        let orientation = match kind {
            PictureKind::Jpeg => {
                jpeg::Header::of(&bytes).map(|header| header.orientation).unwrap_or_default()
            }
            PictureKind::Png => Orientation::Upright,
        };
        let (width, height) = if orientation.lies() { (height, width) } else { (width, height) };
        Ok(Picture { bytes: bytes.into(), kind, width: width as u32, height: height as u32, orientation })
    }
}

impl Picture {
    /// Whether it is in the four inks of a printing press.
    pub fn is_inked(&self) -> bool {
        self.kind == PictureKind::Jpeg
            && jpeg::Header::of(&self.bytes).is_some_and(|header| header.components == 4)
    }
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Picture({:?}, {} × {}, {} bytes)", self.kind, self.width, self.height, self.bytes.len())
    }
}
