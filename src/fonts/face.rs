//! One font face: its bytes, what they can draw, and the few measures typesetting asks for.

use crate::units::Length;
use std::borrow::Cow;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// The bytes of a font file: compiled in, or read at run time.
#[derive(Clone)]
pub enum FontBytes {
    /// Part of the program.
    Bundled(&'static [u8]),
    /// Read from the edition's folder or the system.
    Loaded(Arc<[u8]>),
}

impl FontBytes {
    /// The bytes.
    pub fn as_slice(&self) -> &[u8] {
        match self {
            FontBytes::Bundled(bytes) => bytes,
            FontBytes::Loaded(bytes) => bytes,
        }
    }
}

/// A face, ready to be asked for glyphs. Faces are shared as `Arc<Face>` and equal when their files are.
pub struct Face {
    /// PostScript name, as it stands in a PDF: only letters, digits and hyphens.
    pub name: String,
    /// Identity: a hash of the file and the index in it. Never an order in an output.
    pub key: u64,
    /// The file.
    pub bytes: FontBytes,
    /// Which face of a collection.
    pub index: u32,
    /// The parsed font.
    pub font: skrifa::Font,
    /// Font units in an em.
    pub units_per_em: u16,
    /// Height of capitals, in font units.
    pub cap_height: i32,
    /// Height of the letter x, in font units.
    pub x_height: i32,
    /// Highest point of usual lines above the baseline, in font units.
    pub ascender: i32,
    /// Lowest point of usual lines, in font units, negative.
    pub descender: i32,
    /// Slant in degrees, negative for italics.
    pub italic_angle: f32,
    /// Weight, 400 for regular.
    pub weight: u16,
    features: Vec<[u8; 4]>,
    /// One bit a character of the basic plane: asked for every letter of a book.
    covered: Box<[u64; 1024]>,
}

impl Face {
    /// Reads face `index` of a font file. `None` when it is no font, or one without Unicode characters.
    pub fn read(name: &str, bytes: FontBytes, index: u32) -> Option<Face> {
        let font = match &bytes {
            FontBytes::Bundled(bytes) => skrifa::Font::new(*bytes, index)?,
            FontBytes::Loaded(bytes) => skrifa::Font::new(bytes.to_vec(), index)?,
        };
        if !font.charmap().has_unicode() {
            return None;
        }
        let units_per_em = font.units_per_em().max(16);
        let metrics = font.metrics();
        let line = metrics.h_line().unwrap_or_default();
        let whole = |value: f32| value.round() as i32;
        let em = f32::from(units_per_em);
        let cap_height = metrics.cap_height.map_or(em * 0.66, |v| v.to_f32());
        let x_height = metrics.x_height.map_or(em * 0.45, |v| v.to_f32());
        let (ascender, descender) = (line.ascender.to_f32(), line.descender.to_f32());
        let italic_angle = font.style_metrics().italic_angle.map_or(0.0, |angle| angle.to_f32());
        let weight = font.default_attributes().weight.value() as u16;
        let features = gsub_features(bytes.as_slice(), index);
        let key = identity(bytes.as_slice(), index);
        Some(Face {
            name: postscript(name),
            key,
            index,
            units_per_em,
            cap_height: whole(cap_height),
            x_height: whole(x_height),
            ascender: whole(ascender),
            descender: whole(descender),
            italic_angle,
            weight,
            features,
            covered: coverage(&font),
            font,
            bytes,
        })
    }

    /// The glyph of a character, if the face has one.
    pub fn glyph(&self, letter: char) -> Option<u16> {
        let glyph = self.font.charmap().map_unicode(letter)?.to_u32();
        u16::try_from(glyph).ok().filter(|glyph| *glyph != 0)
    }

    /// Whether the face can draw a character.
    pub fn has(&self, letter: char) -> bool {
        let code = letter as usize;
        match self.covered.get(code / 64) {
            Some(bits) => bits >> (code % 64) & 1 == 1,
            None => self.glyph(letter).is_some(),
        }
    }

    /// Whether the face's substitution table has this feature for any script.
    pub fn has_feature(&self, tag: &[u8; 4]) -> bool {
        self.features.contains(tag)
    }

    /// Font units at a size.
    pub fn at(&self, units: i32, size: Length) -> Length {
        let product = i64::from(units) * i64::from(size.0);
        let em = i64::from(self.units_per_em);
        // Half up, also below zero, so that a kern and its opposite round alike.
        Length(((2 * product + em).div_euclid(2 * em)) as i32)
    }

    /// Height of capitals at a size.
    pub fn cap_height_at(&self, size: Length) -> Length {
        self.at(self.cap_height, size)
    }
}

fn coverage(font: &skrifa::Font) -> Box<[u64; 1024]> {
    let mut bits = Box::new([0u64; 1024]);
    for (code, glyph) in font.charmap().unicodes() {
        if let Some(word) = bits.get_mut(code as usize / 64)
            && glyph.to_u32() != 0
        {
            *word |= 1 << (code % 64);
        }
    }
    bits
}

/// What a PostScript name may hold.
fn postscript(name: &str) -> String {
    let clean: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(60).collect();
    if clean.is_empty() { "Font".into() } else { clean }
}

fn identity(bytes: &[u8], index: u32) -> u64 {
    let mut hasher = siphasher::sip::SipHasher13::new();
    bytes.hash(&mut hasher);
    index.hash(&mut hasher);
    hasher.finish()
}

/// The tags of the GSUB feature list, read from the table itself: a dozen lines, against a second font crate.
fn gsub_features(bytes: &[u8], index: u32) -> Vec<[u8; 4]> {
    let read = || -> Option<Vec<[u8; 4]>> {
        let start = if bytes.get(..4)? == b"ttcf" { long(bytes, 12 + 4 * index as usize)? } else { 0 };
        let tables = short(bytes, start + 4)?;
        let record =
            (0..tables).map(|n| start + 12 + 16 * n).find(|at| bytes.get(*at..at + 4) == Some(b"GSUB"))?;
        let gsub = long(bytes, record + 8)?;
        let list = gsub + short(bytes, gsub + 6)?;
        let tag = |n: usize| bytes.get(list + 2 + 6 * n..list + 6 + 6 * n)?.try_into().ok();
        let mut tags: Vec<[u8; 4]> = (0..short(bytes, list)?).map_while(tag).collect();
        tags.sort_unstable();
        tags.dedup();
        Some(tags)
    };
    read().unwrap_or_default()
}

fn short(bytes: &[u8], at: usize) -> Option<usize> {
    Some(usize::from(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?)))
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?) as usize)
}

impl PartialEq for Face {
    fn eq(&self, other: &Face) -> bool {
        self.key == other.key
    }
}

impl Eq for Face {}

impl Hash for Face {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key.hash(state);
    }
}

impl fmt::Debug for Face {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Cow::from(&self.name))
    }
}
