//! A font file with a part of its letters and all that shapes them: for e-books that carry their fonts.

use super::Face;
use read_fonts::collections::IntSet;
use read_fonts::types::{NameId, Tag};
use read_fonts::{FontRef, TableProvider};
use skera::{DEFAULT_LAYOUT_FEATURES, Plan, SubsetFlags};
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What the style sheets of e-books ask for beside what every browser applies by itself.
const ASKED_FOR: [Tag; 2] = [Tag::new(b"smcp"), Tag::new(b"c2sc")];
/// Tables that no reader of e-books looks into, as HarfBuzz's own subsetter leaves them out.
const LEFT_OUT: [Tag; 7] = [
    Tag::new(b"DSIG"),
    Tag::new(b"JSTF"),
    Tag::new(b"kern"),
    Tag::new(b"LTSH"),
    Tag::new(b"PCLT"),
    Tag::new(b"EBDT"),
    Tag::new(b"EBLC"),
];
/// English of the United States, in which the names of nearly all fonts are written (OpenType 1.9, name).
const ENGLISH: u16 = 0x0409;

impl Face {
    /// The font with these letters alone, their kerning, ligatures, small capitals and joined forms. `None` where that
    /// can't be made: of outlines in PostScript, or of a file that is not what it says.
    pub fn part(&self, letters: &BTreeSet<char>) -> Option<Vec<u8>> {
        let font = FontRef::from_index(self.bytes.as_slice(), self.index).ok()?;
        font.glyf().ok()?;
        // An edition's own file is hostile until the end: what breaks the subsetter must not break the book.
        catch_unwind(AssertUnwindSafe(|| subset(&font, letters))).ok().flatten()
    }
}

fn subset(font: &FontRef<'_>, letters: &BTreeSet<char>) -> Option<Vec<u8>> {
    let unicodes: IntSet<u32> = letters.iter().map(|letter| *letter as u32).collect();
    let features: IntSet<Tag> = DEFAULT_LAYOUT_FEATURES.iter().chain(&ASKED_FOR).copied().collect();
    let mut scripts = IntSet::<Tag>::empty();
    scripts.invert();
    let mut names = IntSet::<NameId>::empty();
    names.insert_range(NameId::from(0)..=NameId::from(6));
    let plan = Plan::new(
        &IntSet::empty(),
        &unicodes,
        font,
        SubsetFlags::SUBSET_FLAGS_NOTDEF_OUTLINE,
        &LEFT_OUT.into_iter().collect(),
        &scripts,
        &features,
        &names,
        &[ENGLISH].into_iter().collect(),
    );
    skera::subset_font(font, &plan).ok()
}

#[cfg(test)]
mod tests {
    use super::super::{FamilyName, FontBytes};
    use super::*;

    #[test]
    fn a_part_has_its_letters_and_what_shapes_them_and_no_more() {
        let whole = FamilyName::EbGaramond.family().face(false, false);
        let part = whole.part(&"affix".chars().collect()).expect("a part");
        assert!(part.len() < whole.bytes.as_slice().len() / 10, "{} bytes", part.len());
        let part = Face::read("Part", FontBytes::Loaded(part.into()), 0).expect("a font");
        assert!(part.draws("affix") && !part.has('b'));
        for feature in [b"liga", b"smcp"] {
            assert!(part.has_feature(feature), "{}", String::from_utf8_lossy(feature));
        }
    }

    #[test]
    fn a_font_that_lies_about_itself_has_no_part() {
        let whole = FamilyName::Amiri.family().face(false, false);
        let bytes = whole.bytes.as_slice();
        for end in [bytes.len() / 3, bytes.len() / 2, bytes.len() * 9 / 10] {
            let torn: Vec<u8> = bytes[..end].iter().copied().chain(std::iter::repeat_n(0xff, 64)).collect();
            if let Some(face) = Face::read("Torn", FontBytes::Loaded(torn.into()), 0) {
                let _ = face.part(&"سلام".chars().collect());
            }
        }
    }
}
