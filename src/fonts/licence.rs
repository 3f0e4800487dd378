//! What the makers of a font allow: whether it may be part of a file (OpenType 1.9, OS/2, `fsType`).

/// Why a font may not be part of a book; `None` where it may. A font that says nothing allows it.
pub(super) fn forbidden(bytes: &[u8], index: u32) -> Option<&'static str> {
    let bits = embedding_bits(bytes, index)?;
    // The lowest of the four bits that is set is what holds; a preview of documents is enough for a book.
    if bits & 0x000f == 0x0002 {
        return Some("its licence forbids to put it into a file");
    }
    if bits & 0x0100 != 0 {
        return Some("its licence forbids to put a part of it into a file");
    }
    (bits & 0x0200 != 0).then_some("its licence allows only pictures of its letters in a file")
}

fn embedding_bits(bytes: &[u8], index: u32) -> Option<u16> {
    let long = |at: usize| -> Option<usize> {
        Some(u32::from_be_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?) as usize)
    };
    let short = |at: usize| -> Option<u16> {
        Some(u16::from_be_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
    };
    // A collection begins with the places of its fonts.
    let font = if bytes.starts_with(b"ttcf") { long(12 + index as usize * 4)? } else { 0 };
    let count = usize::from(short(font + 4)?);
    let mut records = (0..count).map(|table| font + 12 + table * 16);
    let record = records.find(|record| bytes.get(*record..record + 4) == Some(b"OS/2"))?;
    short(long(record + 8)?.checked_add(8)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A font with nothing but a table OS/2 that has these bits.
    fn font(bits: u16) -> Vec<u8> {
        let mut bytes = vec![0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0];
        bytes.extend(b"OS/2\0\0\0\0\0\0\0\x1c\0\0\0\x0a");
        bytes.extend([0; 8]);
        bytes.extend(bits.to_be_bytes());
        bytes
    }

    #[test]
    fn a_licence_is_read_from_the_font() {
        for allowed in [0x0000, 0x0004, 0x0008, 0x000a] {
            assert_eq!(forbidden(&font(allowed), 0), None, "{allowed:04x}");
        }
        for denied in [0x0002, 0x0108, 0x0200] {
            assert!(forbidden(&font(denied), 0).is_some(), "{denied:04x}");
        }
        assert_eq!(forbidden(b"no font", 0), None);
    }
}
