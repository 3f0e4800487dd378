//! Which face draws a letter: the theme's, else the companion of its script, else the edition's, else the system's.

use super::{Face, FamilyName, Fonts, system};
use crate::edition::language::Language;
use std::sync::Arc;
use unicode_script::{Script, UnicodeScript};

/// A face, and whether it really has the letters.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What draws them.
    pub face: Arc<Face>,
    /// False when no font has them: the face's empty box is drawn.
    pub found: bool,
}

impl Fonts {
    /// The face that draws `cluster` (what a reader takes for one letter) in the style of `family`.
    pub fn choose(
        &self,
        family: FamilyName,
        bold: bool,
        italic: bool,
        language: Language,
        cluster: &str,
    ) -> Choice {
        let first = family.family().face(bold, italic);
        let found = |face: &Arc<Face>| Choice { face: face.clone(), found: true };
        if draws(first, cluster) {
            return found(first);
        }
        if let Some(companion) = companion(cluster, language) {
            let face = companion.family().face(bold, italic);
            if draws(face, cluster) {
                return found(face);
            }
        }
        if let Some(face) = self.own.iter().find(|face| draws(face, cluster)) {
            return found(face);
        }
        // A sign that the text family lacks (an arrow, an ornament) is better taken from a bundled neighbour
        // than shown as a box.
        let bundled = FamilyName::ALL.iter().map(|name| name.family().face(bold, italic));
        if let Some(face) = bundled.into_iter().find(|face| draws(face, cluster)) {
            return found(face);
        }
        if self.use_system
            && let Some(face) = system::find(cluster)
        {
            return Choice { face, found: true };
        }
        Choice { face: first.clone(), found: false }
    }
}

/// Whether the face has every visible character of a cluster.
fn draws(face: &Face, cluster: &str) -> bool {
    cluster.chars().all(|c| is_invisible(c) || face.has(c))
}

/// Characters that direct, join or divide, and are never drawn.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\n' | '\r' | '\t')
}

/// The bundled family made for the script of a cluster.
fn companion(cluster: &str, language: Language) -> Option<FamilyName> {
    let script =
        cluster.chars().map(|c| c.script()).find(|s| !matches!(s, Script::Common | Script::Inherited))?;
    match script {
        Script::Arabic if matches!(language.primary(), "ur" | "pa" | "ks") => {
            Some(FamilyName::NotoNastaliqUrdu)
        }
        Script::Arabic => Some(FamilyName::Amiri),
        Script::Hebrew => Some(FamilyName::FrankRuhlLibre),
        Script::Devanagari => Some(FamilyName::TiroDevanagari),
        Script::Latin | Script::Cyrillic | Script::Greek => Some(FamilyName::Alegreya),
        _ => None,
    }
}
