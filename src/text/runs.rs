//! Runs: the longest stretches of text that are shaped together. They part only where shaping changes: level,
//! script, language, face, size, features; never at links or note marks, which would break kerning.

use super::bidi::{Neighbours, first_script, levels, script_of};
use super::{Content, Span};
use crate::design::TextStyle;
use crate::edition::language::Language;
use crate::fonts::choose::{Choice, Wanted};
use crate::fonts::{Face, Fonts};
use std::ops::Range;
use std::sync::Arc;
use unicode_script::Script;
use unicode_segmentation::UnicodeSegmentation;

/// A stretch of text that is shaped together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TextRun {
    pub(super) range: Range<usize>,
    pub(super) face: Arc<Face>,
    pub(super) style: TextStyle,
    pub(super) language: Language,
    pub(super) script: Script,
    pub(super) level: u8,
}

/// Cuts the text into runs, in logical order; what no font has goes into `missing`.
pub(super) fn itemise(content: &Content, fonts: &Fonts, missing: &mut Vec<(usize, char)>) -> Vec<TextRun> {
    let text = &*content.text;
    let levels = levels(text, content.language);
    let mut runs: Vec<TextRun> = Vec::new();
    for span in &content.spans {
        let range = span.start as usize..span.end as usize;
        let face = span.style.family.family().face(span.style.bold, span.style.italic);
        if levels.is_none() && is_simple(&text[range.clone()], face) {
            let script = first_script(&text[range.clone()]);
            let run = TextRun {
                range,
                face: face.clone(),
                style: span.style,
                language: span.language,
                script,
                level: 0,
            };
            push(&mut runs, run);
        } else {
            by_cluster(content, span, levels.as_deref(), fonts, missing, &mut runs);
        }
    }
    runs
}

/// Whether one face draws all of it in one script: true of nearly every paragraph, so it is worth asking first.
fn is_simple(text: &str, face: &Face) -> bool {
    let mut script = Script::Common;
    text.chars().all(|c| {
        let own = script_of(c);
        if own != Script::Common && own != Script::Inherited {
            if script != Script::Common && own != script {
                return false;
            }
            script = own;
        }
        matches!(c, '\n' | '\u{202f}') || face.has(c)
    })
}

fn by_cluster(
    content: &Content,
    span: &Span,
    levels: Option<&[u8]>,
    fonts: &Fonts,
    missing: &mut Vec<(usize, char)>,
    runs: &mut Vec<TextRun>,
) {
    let text = &content.text[span.start as usize..span.end as usize];
    let mut neighbours = Neighbours::of(text, span.language);
    let mut chooser =
        Chooser { fonts, style: span.style, nastaliq: content.language.is_nastaliq(), last: None };
    for (offset, cluster) in text.grapheme_indices(true) {
        let at = span.start as usize + offset;
        let level = levels.map_or(0, |levels| levels[at]);
        let script = neighbours.script(cluster, level);
        let choice = chooser.choose(script, cluster, &text[offset..]);
        if !choice.found
            && let Some(letter) = cluster.chars().find(|c| !choice.face.has(*c))
        {
            missing.push((at, letter));
        }
        let range = at..at + cluster.len();
        let style = adapted(span.style, script, choice.scale);
        push(runs, TextRun { range, face: choice.face, style, language: span.language, script, level });
    }
}

/// Finds faces for the clusters of a span, and remembers the last one: neighbours mostly share it.
struct Chooser<'a> {
    fonts: &'a Fonts,
    style: TextStyle,
    nastaliq: bool,
    last: Option<(Script, Choice)>,
}

impl Chooser<'_> {
    /// The face for a cluster in a script; `rest` is the text from it on.
    fn choose(&mut self, script: Script, cluster: &str, rest: &str) -> Choice {
        let TextStyle { family, bold, italic, .. } = self.style;
        let wanted = Wanted { family, bold, italic, script, nastaliq: self.nastaliq };
        let is_sign = first_script(cluster) == Script::Common;
        // Figures, spaces and Latin signs between ideographs come from the text family.
        if is_sign && !(is_ideographic(script) && cluster.is_ascii()) {
            if self.last.as_ref().is_none_or(|(of, _)| *of != script) {
                // A sign before the first letter looks like that letter.
                let letter = rest.graphemes(true).take(40).find(|letter| first_script(letter) == script);
                self.last = letter.map(|letter| (script, self.fonts.choose(wanted, letter)));
            }
            if let Some((of, choice)) = &self.last
                && *of == script
                && choice.found
                && choice.face.draws(cluster)
            {
                return choice.clone();
            }
        }
        let choice = self.fonts.choose(wanted, cluster);
        if !is_sign {
            self.last = Some((script, choice.clone()));
        }
        choice
    }
}

/// The style as it suits a script: its size, and no space between letters that hang together.
fn adapted(style: TextStyle, script: Script, scale: u16) -> TextStyle {
    let size = if scale == 1000 { style.size } else { style.size.scale(f64::from(scale) / 1000.0) };
    TextStyle { size, tracking: if is_joined(script) { 0 } else { style.tracking }, ..style }
}

/// Whether space between its letters would tear words apart.
fn is_joined(script: Script) -> bool {
    use Script as S;
    matches!(
        script,
        S::Arabic | S::Syriac | S::Mongolian | S::Nko | S::Devanagari | S::Bengali | S::Gurmukhi | S::Tibetan
    )
}

/// Whether its letters are set each in a square of its own.
pub(super) fn is_ideographic(script: Script) -> bool {
    use Script as S;
    matches!(script, S::Han | S::Hiragana | S::Katakana | S::Bopomofo | S::Yi)
}

/// Adds a run, or lengthens the last one when it shapes alike.
fn push(runs: &mut Vec<TextRun>, run: TextRun) {
    if run.range.is_empty() {
        return;
    }
    if let Some(last) = runs.last_mut()
        && last.range.end == run.range.start
        && last.face == run.face
        && last.style == run.style
        && last.language == run.language
        && last.level == run.level
        && (last.script == run.script || run.script == Script::Common)
    {
        last.range.end = run.range.end;
        return;
    }
    runs.push(run);
}
