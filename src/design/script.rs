//! What a script asks of the design: the height of its lines.

use super::Design;
use crate::edition::language::Language;
use std::borrow::Cow;
use unicode_script::Script;

/// Distance of baselines, as a multiple of the theme's: in halves and quarters, so that lines of two scripts meet on
/// the grid again and again.
fn height(language: Language) -> f64 {
    use Script as S;
    if language.is_nastaliq() {
        // Words slope down to their line: 2.3 em.
        return 2.0;
    }
    match language.script() {
        // Naskh with its vowel signs: 1.7 em.
        S::Arabic | S::Syriac | S::Thaana | S::Nko => 1.5,
        S::Tibetan | S::Myanmar | S::Khmer => 1.5,
        S::Latin | S::Cyrillic | S::Greek | S::Armenian | S::Georgian | S::Hebrew | S::Ethiopic => 1.0,
        // Signs above and below the letters, or letters that fill their square.
        _ => 1.25,
    }
}

/// How much farther apart the lines of `language` stand than those of `other`.
pub fn ratio(language: Language, other: Language) -> f64 {
    height(language) / height(other)
}

/// The distance of baselines for a language, where Latin has `latin`.
pub(super) fn leading(latin: crate::units::Length, language: Language) -> crate::units::Length {
    latin.scale(height(language))
}

/// The lines left free above an opener, where Latin has `latin`: as much of the page, not as many lines.
pub(super) fn sink(latin: u8, language: Language) -> i32 {
    (f64::from(latin) / height(language)).round() as i32
}

impl Design {
    /// The design for a chapter in a language: its grid is that of the chapter's script, on the same text area.
    pub fn for_language(&self, language: Language) -> Cow<'_, Design> {
        let ratio = ratio(language, self.language);
        if ratio == 1.0 {
            return Cow::Borrowed(self);
        }
        let height = self.leading * self.depth;
        let leading = self.leading.scale(ratio).max(self.body_size);
        let depth = (height.0 / leading.0).max(3);
        let mut design = Design { leading, depth, language, ..self.clone() };
        design.sink = (f64::from(self.sink) / ratio).round().min(f64::from(depth / 2)) as i32;
        design.margins.bottom = self.margins.bottom + height - leading * depth;
        Cow::Owned(design)
    }
}
