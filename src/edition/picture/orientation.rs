//! How a camera was held: photographs are stored as its sensor lies, and say how they are to be turned (Exif 2.32,
//! 4.6.4, tag 274).

/// How a stored picture is turned to be seen upright.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Orientation {
    /// As it is stored.
    #[default]
    Upright,
    /// Left and right changed.
    Mirrored,
    /// Upside down.
    UpsideDown,
    /// Top and bottom changed.
    Flipped,
    /// Rows become columns.
    Transposed,
    /// A quarter clockwise.
    Clockwise,
    /// Rows become columns, turned by half.
    Transversed,
    /// A quarter counterclockwise.
    Counterclockwise,
}

impl Orientation {
    const ALL: [Orientation; 8] = [
        Orientation::Upright,
        Orientation::Mirrored,
        Orientation::UpsideDown,
        Orientation::Flipped,
        Orientation::Transposed,
        Orientation::Clockwise,
        Orientation::Transversed,
        Orientation::Counterclockwise,
    ];

    /// What a camera wrote: the tag in the first directory of a TIFF.
    pub(super) fn of_exif(tiff: &[u8]) -> Option<Orientation> {
        let is_little = match tiff.get(..4)? {
            [b'I', b'I', 42, 0] => true,
            [b'M', b'M', 0, 42] => false,
            _ => return None,
        };
        let short = |at: usize| -> Option<u16> {
            let bytes: [u8; 2] = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
            Some(if is_little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
        };
        let long = |at: usize| -> Option<usize> {
            let bytes: [u8; 4] = tiff.get(at..at.checked_add(4)?)?.try_into().ok()?;
            Some(if is_little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) } as usize)
        };
        let directory = long(4)?;
        let count = usize::from(short(directory)?);
        let mut entries = (0..count).map(|entry| directory + 2 + entry * 12);
        let entry = entries.find(|entry| short(*entry) == Some(274))?;
        Orientation::ALL.get(usize::from(short(entry + 8)?).checked_sub(1)?).copied()
    }

    /// Whether width and height change places.
    pub fn lies(self) -> bool {
        matches!(
            self,
            Orientation::Transposed
                | Orientation::Clockwise
                | Orientation::Transversed
                | Orientation::Counterclockwise
        )
    }

    /// The place in the stored picture, of `width` × `height` pixels, of what is seen at a place.
    pub fn stored(self, (x, y): (u32, u32), (width, height): (u32, u32)) -> (u32, u32) {
        let (right, bottom) = (width.saturating_sub(1), height.saturating_sub(1));
        match self {
            Orientation::Upright => (x, y),
            Orientation::Mirrored => (right - x, y),
            Orientation::UpsideDown => (right - x, bottom - y),
            Orientation::Flipped => (x, bottom - y),
            Orientation::Transposed => (y, x),
            Orientation::Clockwise => (y, bottom - x),
            Orientation::Transversed => (right - y, bottom - x),
            Orientation::Counterclockwise => (right - y, x),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_camera_are_understood() {
        let exif = |tag: [u8; 12]| [b"II*\0\x08\0\0\0\x01\0".as_slice(), &tag].concat();
        let of = |tag| Orientation::of_exif(&exif(tag));
        assert_eq!(of([0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0]), Some(Orientation::Clockwise));
        assert_eq!(of([0x12, 1, 3, 0, 1, 0, 0, 0, 9, 0, 0, 0]), None, "there are eight ways");
        assert_eq!(of([0x13, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0]), None, "another tag");
        assert_eq!(Orientation::of_exif(b"II*\0\xff\xff\xff\xff"), None);
    }

    #[test]
    fn what_is_seen_is_found_where_it_is_stored() {
        // Stored three wide and two high; seen two wide and three high.
        let size = (3, 2);
        assert_eq!(Orientation::Clockwise.stored((1, 0), size), (0, 0));
        assert_eq!(Orientation::Clockwise.stored((0, 2), size), (2, 1));
        assert_eq!(Orientation::Counterclockwise.stored((0, 2), size), (0, 0));
        assert_eq!(Orientation::UpsideDown.stored((0, 0), size), (2, 1));
    }
}
