//! Fonts: the bundled families, the edition's own, and which face draws which characters.
//!
//! A theme names a family; a character that its face lacks goes to the bundled companion of its script, then to
//! the edition's `fonts/`, then (only where the edition asks for it, so that the same edition gives the same
//! bytes on every machine) to the fonts of the system. What no font has is drawn as the theme's empty box and
//! named in a notice.

pub mod advice;
pub mod choose;
pub mod face;
mod ink;
mod licence;
mod part;
mod system;

pub use face::Face;
use face::FontBytes;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, OnceLock};

/// The four faces of a family; a family without italics or bold repeats the nearest.
#[derive(Clone, Debug)]
pub struct Family {
    /// Its name, as an editor knows it.
    pub name: &'static str,
    faces: [Arc<Face>; 4],
}

impl Family {
    /// The face for a style.
    pub fn face(&self, bold: bool, italic: bool) -> &Arc<Face> {
        &self.faces[usize::from(bold) * 2 + usize::from(italic)]
    }
}

/// The bundled families.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FamilyName {
    /// A Renaissance roman; no small capitals in Cyrillic.
    EbGaramond,
    /// A lively book face; small capitals in Latin, Greek and Cyrillic.
    Alegreya,
    /// Its sans serif companion.
    AlegreyaSans,
    /// A sturdy modern face.
    Literata,
    /// Arabic Naskh.
    Amiri,
    /// Urdu Nastaliq.
    NotoNastaliqUrdu,
    /// Hebrew.
    FrankRuhlLibre,
    /// Devanagari.
    TiroDevanagari,
}

macro_rules! face {
    ($folder:literal, $file:literal) => {
        bundled($file, include_bytes!(concat!("../fonts/", $folder, "/", $file, ".ttf")))
    };
}

/// A bundled face; a file that is no font would be caught by the tests of this room, so an empty family never ships.
fn bundled(name: &'static str, bytes: &'static [u8]) -> Option<Arc<Face>> {
    Face::read(name, FontBytes::Bundled(bytes), 0).map(Arc::new)
}

fn family(name: &'static str, faces: [Option<Arc<Face>>; 4]) -> Option<Family> {
    let [regular, italic, bold, bold_italic] = faces;
    let regular = regular?;
    let italic = italic.unwrap_or_else(|| regular.clone());
    let bold = bold.unwrap_or_else(|| regular.clone());
    let bold_italic = bold_italic.unwrap_or_else(|| bold.clone());
    Some(Family { name, faces: [regular, italic, bold, bold_italic] })
}

impl FamilyName {
    /// Every bundled family, the text families first.
    pub const ALL: [FamilyName; 8] = [
        FamilyName::EbGaramond,
        FamilyName::Alegreya,
        FamilyName::AlegreyaSans,
        FamilyName::Literata,
        FamilyName::Amiri,
        FamilyName::NotoNastaliqUrdu,
        FamilyName::FrankRuhlLibre,
        FamilyName::TiroDevanagari,
    ];

    /// The family itself, read once on first use.
    pub fn family(self) -> &'static Family {
        static FAMILIES: [OnceLock<Family>; 8] = [const { OnceLock::new() }; 8];
        FAMILIES[self as usize].get_or_init(|| self.read().unwrap_or_else(|| FALLBACK.clone()))
    }

    fn read(self) -> Option<Family> {
        match self {
            FamilyName::EbGaramond => family(
                "EB Garamond",
                [
                    face!("eb-garamond", "EBGaramond-Regular"),
                    face!("eb-garamond", "EBGaramond-Italic"),
                    face!("eb-garamond", "EBGaramond-SemiBold"),
                    face!("eb-garamond", "EBGaramond-SemiBoldItalic"),
                ],
            ),
            FamilyName::Alegreya => family(
                "Alegreya",
                [
                    face!("alegreya", "Alegreya-Regular"),
                    face!("alegreya", "Alegreya-Italic"),
                    face!("alegreya", "Alegreya-Bold"),
                    face!("alegreya", "Alegreya-BoldItalic"),
                ],
            ),
            FamilyName::AlegreyaSans => family(
                "Alegreya Sans",
                [
                    face!("alegreya-sans", "AlegreyaSans-Regular"),
                    face!("alegreya-sans", "AlegreyaSans-Italic"),
                    face!("alegreya-sans", "AlegreyaSans-Bold"),
                    None,
                ],
            ),
            FamilyName::Literata => family(
                "Literata",
                [
                    face!("literata", "Literata-Regular"),
                    face!("literata", "Literata-Italic"),
                    face!("literata", "Literata-SemiBold"),
                    face!("literata", "Literata-SemiBoldItalic"),
                ],
            ),
            FamilyName::Amiri => {
                family("Amiri", [face!("amiri", "Amiri-Regular"), None, face!("amiri", "Amiri-Bold"), None])
            }
            FamilyName::NotoNastaliqUrdu => family(
                "Noto Nastaliq Urdu",
                [
                    face!("noto-nastaliq-urdu", "NotoNastaliqUrdu-Regular"),
                    None,
                    face!("noto-nastaliq-urdu", "NotoNastaliqUrdu-Bold"),
                    None,
                ],
            ),
            FamilyName::FrankRuhlLibre => family(
                "Frank Ruhl Libre",
                [
                    face!("frank-ruhl-libre", "FrankRuhlLibre-Regular"),
                    None,
                    face!("frank-ruhl-libre", "FrankRuhlLibre-Bold"),
                    None,
                ],
            ),
            FamilyName::TiroDevanagari => family(
                "Tiro Devanagari Hindi",
                [face!("tiro-devanagari-hindi", "TiroDevanagariHindi-Regular"), None, None, None],
            ),
        }
    }
}

/// What stands in for a bundled family that can't be read: impossible in a tested build, and still no panic there.
static FALLBACK: LazyLock<Family> = LazyLock::new(|| {
    let faces = FamilyName::ALL.iter().find_map(|name| name.read());
    faces.unwrap_or_else(|| unreachable!("the bundled fonts are read by the tests of this room"))
});

/// Why a file that is none is not used.
const NO_FONT: &str = "the file is no font that can be used";

/// The fonts one edition can use.
#[derive(Clone, Debug, Default)]
pub struct Fonts {
    own: Vec<Arc<Face>>,
    unused: Vec<(Arc<str>, &'static str)>,
    use_system: bool,
}

impl Fonts {
    /// The bundled fonts alone.
    pub fn bundled() -> Fonts {
        Fonts::default()
    }

    /// The bundled fonts, the edition's own files in the order of their names, and the system's when `use_system` is
    /// set.
    pub fn of(files: &BTreeMap<Arc<str>, Arc<[u8]>>, use_system: bool) -> Fonts {
        let (mut own, mut unused) = (Vec::new(), Vec::new());
        for (file, bytes) in files {
            let name = file.rsplit_once('.').map_or(&**file, |(stem, _)| stem);
            if let Some(why) = licence::forbidden(bytes, 0) {
                unused.push((file.clone(), why));
                continue;
            }
            match Face::read(name, FontBytes::Loaded(bytes.clone()), 0) {
                Some(face) => own.push(Arc::new(face)),
                None => unused.push((file.clone(), NO_FONT)),
            }
        }
        Fonts { own, unused, use_system }
    }

    /// The faces of the edition's own files.
    pub fn own(&self) -> &[Arc<Face>] {
        &self.own
    }

    /// The edition's own files that are no font or may not be part of a book, with the reason.
    pub fn unused(&self) -> &[(Arc<str>, &'static str)] {
        &self.unused
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bundled_face_is_a_font_with_the_letters_of_its_script() {
        let letters = ['a', 'é', 'ж', 'م', 'ے', 'ש', 'क'];
        let found =
            |letter: char| FamilyName::ALL.iter().any(|name| name.family().face(false, false).has(letter));
        for name in FamilyName::ALL {
            assert!(name.read().is_some(), "{name:?} can't be read");
        }
        for letter in letters {
            assert!(found(letter), "no bundled font draws {letter}");
        }
    }

    #[test]
    fn text_families_have_the_features_themes_ask_for() {
        for name in [FamilyName::EbGaramond, FamilyName::Alegreya, FamilyName::Literata] {
            for feature in [b"smcp", b"onum", b"liga"] {
                assert!(name.family().face(false, false).has_feature(feature), "{name:?}");
            }
        }
    }
}
