//! Small capitals of letters for which a font has none: capitals, drawn as high as small ones would be.

use super::runs::TextRun;
use super::shape::Shaper;
use crate::design::{Caps, TextStyle};
use crate::fonts::Face;
use std::char::ToUppercase;
use std::sync::Arc;
use unicode_script::Script;
use unicode_segmentation::UnicodeSegmentation;

/// How high small capitals stand, in heights of the letter x: type founders make them a little higher.
const HEIGHT: f64 = 1.14;

/// Letter-space that reduced capitals have beside what their style says, in 1/1000 em.
const APART: f64 = 20.0;

/// They never stand so far apart that programs take each for a word of its own, in 1/1000 em.
const MOST_APART: f64 = 80.0;

/// A face without small capitals for the letters of a script.
pub type Lacking = (Arc<Face>, Script);

/// Parts runs where the face has no small capitals for a letter, so that its capital is set there, smaller. What was
/// lacking goes into `lacking`, once a face and script.
pub(super) fn reduce(
    text: &str,
    runs: Vec<TextRun>,
    shaper: &mut Shaper,
    lacking: &mut Vec<Lacking>,
) -> Vec<TextRun> {
    if runs.iter().all(|run| run.style.caps == Caps::Normal) {
        return runs;
    }
    let mut parted: Vec<TextRun> = Vec::with_capacity(runs.len());
    for run in runs {
        if run.style.caps == Caps::Normal {
            parted.push(run);
            continue;
        }
        let small = reduced(&run.style, &run.face);
        let from = parted.len();
        for (offset, cluster) in text[run.range.clone()].grapheme_indices(true) {
            let start = run.range.start + offset;
            let lacks = lacks(&run, cluster, shaper);
            if lacks && !lacking.iter().any(|(face, script)| *face == run.face && *script == run.script) {
                lacking.push((run.face.clone(), run.script));
            }
            let style = if lacks { small } else { run.style };
            match parted[from..].last_mut().filter(|last| last.style == style) {
                Some(last) => last.range.end = start + cluster.len(),
                None => parted.push(TextRun { range: start..start + cluster.len(), style, ..run.clone() }),
            }
        }
    }
    parted
}

/// Whether the face has no small capital for a letter that should be one.
fn lacks(run: &TextRun, cluster: &str, shaper: &mut Shaper) -> bool {
    let wanted = cluster.chars().any(|letter| match run.style.caps {
        Caps::Small => has_capital(letter),
        _ => has_capital(letter) || letter.is_uppercase(),
    });
    if !wanted {
        return false;
    }
    if !run.face.has_feature(b"smcp") {
        return true;
    }
    let plain = TextRun { style: TextStyle { caps: Caps::Normal, ..run.style }, ..run.clone() };
    shaper.fragment(run, cluster).id == shaper.fragment(&plain, cluster).id
}

fn has_capital(letter: char) -> bool {
    letter.is_lowercase() && letter.to_uppercase().ne(std::iter::once(letter))
}

/// The style of capitals in the place of small ones.
fn reduced(style: &TextStyle, face: &Face) -> TextStyle {
    let factor = f64::from(face.x_height) * HEIGHT / f64::from(face.cap_height.max(1));
    let factor = factor.clamp(0.6, 0.85);
    // The same distance as in the larger size, and some more: what is drawn smaller stands too close.
    let tracking = (f64::from(style.tracking) / factor + APART).min(MOST_APART).round() as i16;
    TextStyle { size: style.size.scale(factor), caps: Caps::Reduced, tracking, ..*style }
}

/// The capitals drawn for a letter: those of its language, in Greek without the accent.
pub(super) fn capitals(letter: char, run: &TextRun) -> ToUppercase {
    let turkic = matches!(run.language.primary(), "tr" | "az");
    let drawn = match letter {
        'i' if turkic => 'İ',
        'ß' if run.face.has('ẞ') => 'ẞ',
        'ά' | 'Ά' => 'Α',
        'έ' | 'Έ' => 'Ε',
        'ή' | 'Ή' => 'Η',
        'ί' | 'Ί' => 'Ι',
        'ό' | 'Ό' => 'Ο',
        'ύ' | 'Ύ' => 'Υ',
        'ώ' | 'Ώ' => 'Ω',
        'ΐ' => 'Ϊ',
        'ΰ' => 'Ϋ',
        other => other,
    };
    drawn.to_uppercase()
}
