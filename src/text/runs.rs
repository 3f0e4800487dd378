//! Runs: the longest stretches of text that are shaped together. They part only where shaping changes: level,
//! script, language, face, size, features; never at links or note marks, which would break kerning.

use super::{Content, Span};
use crate::design::TextStyle;
use crate::edition::language::Language;
use crate::fonts::{Face, Fonts};
use std::ops::Range;
use std::sync::Arc;
use unicode_script::{Script, UnicodeScript};
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
            by_cluster(text, span, levels.as_deref(), fonts, missing, &mut runs);
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
        c == '\n' || face.has(c)
    })
}

fn by_cluster(
    text: &str,
    span: &Span,
    levels: Option<&[u8]>,
    fonts: &Fonts,
    missing: &mut Vec<(usize, char)>,
    runs: &mut Vec<TextRun>,
) {
    let (start, end) = (span.start as usize, span.end as usize);
    let mut script = first_script(&text[start..end]);
    for (offset, cluster) in text[start..end].grapheme_indices(true) {
        let at = start + offset;
        let own = first_script(cluster);
        if own != Script::Common && own != Script::Inherited {
            script = own;
        }
        let style = span.style;
        let choice = fonts.choose(style.family, style.bold, style.italic, span.language, cluster);
        if !choice.found
            && let Some(letter) = cluster.chars().find(|c| !choice.face.has(*c))
        {
            missing.push((at, letter));
        }
        let level = levels.map_or(0, |levels| levels[at]);
        let range = at..at + cluster.len();
        push(runs, TextRun { range, face: choice.face, style, language: span.language, script, level });
    }
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

/// Bidi levels by byte; `None` when everything runs from left to right.
fn levels(text: &str, language: Language) -> Option<Vec<u8>> {
    let rtl_base = language.is_right_to_left();
    if !rtl_base && text.chars().all(|c| (c as u32) < 0x590) {
        return None;
    }
    let base = if rtl_base { unicode_bidi::Level::rtl() } else { unicode_bidi::Level::ltr() };
    let info = unicode_bidi::BidiInfo::new(text, Some(base));
    let levels: Vec<u8> = info.levels.iter().map(|level| level.number()).collect();
    (rtl_base || levels.iter().any(|level| *level > 0)).then_some(levels)
}

/// The script of the first letter that has one.
fn first_script(text: &str) -> Script {
    text.chars()
        .map(script_of)
        .find(|s| !matches!(s, Script::Common | Script::Inherited))
        .unwrap_or(Script::Common)
}

fn script_of(c: char) -> Script {
    if c.is_ascii() {
        return if c.is_ascii_alphabetic() { Script::Latin } else { Script::Common };
    }
    c.script()
}
