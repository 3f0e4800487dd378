//! The header of a JPEG, read without decoding it (ITU T.81, annex B): its frame, and what programs and cameras wrote
//! before it.

use super::orientation::Orientation;

/// What stands before the samples.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    /// Width in pixels as it is stored, at least 1.
    pub width: u32,
    /// Height in pixels as it is stored, at least 1.
    pub height: u32,
    /// How many colours: 1, 3, or 4 inks.
    pub components: u8,
    /// Whether a program of Adobe wrote it, which stores inks inverted.
    pub adobe: bool,
    /// How the camera was held.
    pub orientation: Orientation,
}

impl Header {
    /// The header of a file; `None` where it is broken.
    pub fn of(bytes: &[u8]) -> Option<Header> {
        let word = |at: usize| Some(u32::from(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?)));
        let (mut at, mut adobe, mut orientation) = (2, false, Orientation::Upright);
        loop {
            // Segments may be filled up in front.
            while *bytes.get(at)? == 0xff && *bytes.get(at + 1)? == 0xff {
                at += 1;
            }
            if *bytes.get(at)? != 0xff {
                return None;
            }
            let marker = *bytes.get(at + 1)?;
            match marker {
                0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                    let (height, width) = (word(at + 5)?, word(at + 7)?);
                    let components = *bytes.get(at + 9)?;
                    let header = Header { width, height, components, adobe, orientation };
                    return (width > 0 && height > 0).then_some(header);
                }
                0xd9 | 0xda => return None,
                0x01 | 0xd0..=0xd8 => at += 2,
                _ => {
                    let length = word(at + 2)? as usize;
                    let content = bytes.get(at + 4..at + 2 + length).unwrap_or_default();
                    adobe |= marker == 0xee && content.starts_with(b"Adobe");
                    if let Some(exif) = content.strip_prefix(b"Exif\0\0").filter(|_| marker == 0xe1) {
                        orientation = Orientation::of_exif(exif).unwrap_or_default();
                    }
                    at += 2 + length;
                }
            }
        }
    }
}

/// Whether a file goes on to the end of its picture: an end stands behind the last samples. A smaller picture for
/// previews, before them, has an end of its own.
pub(super) fn has_end(bytes: &[u8]) -> bool {
    let last = |marker: u8| bytes.windows(2).rposition(|two| two == [0xff, marker]);
    last(0xd9).is_some_and(|end| last(0xda).is_none_or(|samples| samples < end))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A JPEG of 3 × 2 pixels up to its samples.
    fn jpeg(segments: &[u8], components: u8) -> Vec<u8> {
        let frame = [0xff, 0xc0, 0, 11, 8, 0, 2, 0, 3, components, 0, 0, 0];
        [b"\xff\xd8".as_slice(), segments, &frame].concat()
    }

    #[test]
    fn size_colours_and_the_way_the_camera_was_held_are_read() {
        let exif = b"\xff\xe1\0\x20Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0";
        let header = Header::of(&jpeg(exif, 3)).expect("a header");
        assert_eq!((header.width, header.height, header.components), (3, 2, 3));
        assert_eq!((header.adobe, header.orientation), (false, Orientation::Clockwise));
        let inks = Header::of(&jpeg(b"\xff\xff\xee\0\x09Adobe\0\0", 4)).expect("a header");
        assert_eq!((inks.components, inks.adobe, inks.orientation), (4, true, Orientation::Upright));
    }

    #[test]
    fn a_broken_file_has_no_header() {
        for broken in
            [b"".as_slice(), b"\xff\xd8", b"\xff\xd8\xff\xe1\xff", b"\xff\xd8\xff\xda\0\0", b"\x89PNG\r\n"]
        {
            assert_eq!(Header::of(broken), None);
        }
    }
}
