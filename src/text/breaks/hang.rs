//! How far signs hang out of the measure.

use crate::text::spacing::{is_closing, is_opening};

/// A share of a width, to the nearest unit.
pub(super) fn part(width: i32, share: f32) -> i32 {
    (width as f32 * share).round() as i32
}

/// How much of a sign hangs out at the end of a line: the lighter its ink, the more (after microtype's tables in
/// spirit, drawn up for our faces by eye).
pub(super) fn right_hang(sign: char) -> f32 {
    match sign {
        '-' | '\u{2010}' | '\u{ad}' => 0.55,
        '.' | ',' | '…' | '،' | '۔' => 0.65,
        // The empty half of its square.
        sign if is_closing(sign) => 0.5,
        '’' | '”' | '\'' | '"' | '»' | '›' => 0.5,
        ';' | ':' | '؛' => 0.35,
        '—' | '–' => 0.2,
        '!' | '?' | '؟' => 0.12,
        _ => 0.0,
    }
}

/// How much of a sign hangs out at the start of a line.
pub(in crate::text) fn left_hang(sign: char) -> f32 {
    match sign {
        '‘' | '“' | '„' | '‚' | '\'' | '"' | '«' | '‹' => 0.5,
        sign if is_opening(sign) => 0.5,
        '—' | '–' => 0.15,
        '(' | '[' => 0.1,
        'T' | 'V' | 'W' | 'Y' => 0.06,
        'A' | 'J' => 0.03,
        _ => 0.0,
    }
}
