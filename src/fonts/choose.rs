//! Which face draws a letter: the theme's, else the companion of its script, else the edition's, else the system's.

use super::{Face, FamilyName, Fonts, system};
use std::sync::Arc;
use unicode_script::Script;

/// A face, and whether it really has the letters.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What draws them.
    pub face: Arc<Face>,
    /// The size at which they look as large as the text family's, in thousandths of its size.
    pub scale: u16,
    /// False when no font has them: the face's empty box is drawn.
    pub found: bool,
}

/// Whose letters are wanted.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// The family of the text.
    pub family: FamilyName,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// The script of the text around them: signs that many scripts share look like their neighbours.
    pub script: Script,
    /// Whether Arabic letters are Nastaliq: a line of text in another script has no room for it, and takes Naskh.
    pub nastaliq: bool,
}

impl Fonts {
    /// The face that draws `cluster` (what a reader takes for one letter).
    pub fn choose(&self, wanted: Wanted, cluster: &str) -> Choice {
        let Wanted { family, bold, italic, script, nastaliq } = wanted;
        let found = |face: &Arc<Face>, scale| Choice { face: face.clone(), scale, found: true };
        let of = |family: FamilyName| family.family().face(bold, italic);
        let neighbour = is_text_script(script).then_some(FamilyName::Alegreya);
        let (first, companion) = (of(family), FamilyName::companion(script, nastaliq).or(neighbour));
        if is_text_script(script) && first.draws(cluster) {
            return found(first, 1000);
        }
        if let Some(companion) = companion.filter(|companion| of(*companion).draws(cluster)) {
            return found(of(companion), companion.scale());
        }
        if first.draws(cluster) {
            return found(first, 1000);
        }
        if let Some(face) = self.own.iter().find(|face| face.draws(cluster)) {
            return found(face, scale_of(script));
        }
        // A sign that the text family lacks (an arrow, an ornament) is better taken from a bundled neighbour
        // than shown as a box.
        let mut bundled = FamilyName::ALL.into_iter();
        if let Some(neighbour) = bundled.find(|name| of(*name).draws(cluster)) {
            return found(of(neighbour), neighbour.scale());
        }
        if self.use_system
            && let Some(face) = system::find(cluster)
        {
            return Choice { face, scale: scale_of(script), found: true };
        }
        Choice { face: first.clone(), scale: 1000, found: false }
    }
}

impl FamilyName {
    /// The bundled family that draws a script in a text of this family; `None` where none does.
    pub fn drawing(self, script: Script, nastaliq: bool) -> Option<FamilyName> {
        if is_text_script(script) { Some(self) } else { FamilyName::companion(script, nastaliq) }
    }

    /// The bundled family made for a script that the text families don't draw.
    pub fn companion(script: Script, nastaliq: bool) -> Option<FamilyName> {
        match script {
            Script::Arabic if nastaliq => Some(FamilyName::NotoNastaliqUrdu),
            Script::Arabic => Some(FamilyName::Amiri),
            Script::Hebrew => Some(FamilyName::FrankRuhlLibre),
            Script::Devanagari => Some(FamilyName::TiroDevanagari),
            _ => None,
        }
    }

    /// The size at which a companion looks as large as the text families, in thousandths of theirs: Arabic letters
    /// are small for their em.
    pub fn scale(self) -> u16 {
        match self {
            FamilyName::Amiri => 1120,
            FamilyName::NotoNastaliqUrdu => 1060,
            FamilyName::FrankRuhlLibre => 1040,
            _ => 1000,
        }
    }
}

/// Letters of these scripts fill their em and would look too large beside Latin of the same size.
fn scale_of(script: Script) -> u16 {
    match script {
        Script::Han | Script::Hiragana | Script::Katakana | Script::Bopomofo | Script::Hangul => 920,
        _ => 1000,
    }
}

impl Face {
    /// Whether the face has every visible character of a cluster.
    pub fn draws(&self, cluster: &str) -> bool {
        cluster.chars().all(|c| is_invisible(c) || self.has(c))
    }
}

/// Characters that direct, join or divide, and are never drawn.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{202f}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\n' | '\r' | '\t')
}

/// Scripts that the text families draw themselves.
fn is_text_script(script: Script) -> bool {
    matches!(script, Script::Latin | Script::Cyrillic | Script::Greek)
}
