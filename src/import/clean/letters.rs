//! Characters that nobody sees, and letters that are one and were written as several, or the other way round.

use crate::edition::text::edits::Edit;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Takes out soft hyphens, zero-width spaces, byte order marks, controls of direction. The joiners stay: Arabic and
/// Devanagari need them.
pub(super) fn invisible(text: &str) -> Vec<Edit> {
    text.char_indices()
        .filter(|(_, letter)| is_invisible(*letter))
        .map(|(at, letter)| Edit::new(at..at + letter.len_utf8(), ""))
        .collect()
}

/// Whether nobody sees a character, and no script needs it.
pub(in crate::import) fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FFFC}' | '\u{FFF9}'..='\u{FFFB}')
        || letter.is_control() && letter != '\n' && letter != '\t'
}

/// Opens ligature characters, and brings letters into their composed form.
pub(super) fn composed(text: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (at, letter) in text.char_indices() {
        let opened = match letter {
            'ﬀ' => "ff",
            'ﬁ' => "fi",
            'ﬂ' => "fl",
            'ﬃ' => "ffi",
            'ﬄ' => "ffl",
            'ﬅ' | 'ﬆ' => "st",
            _ => continue,
        };
        edits.push(Edit::new(at..at + letter.len_utf8(), opened));
    }
    if !is_nfc(text) {
        edits.extend(uncomposed(text));
        edits.sort_by_key(|edit| edit.range.start);
    }
    edits
}

/// Letters and the marks behind them, where they are one letter.
fn uncomposed(text: &str) -> Vec<Edit> {
    use unicode_segmentation::UnicodeSegmentation;
    let clusters = text.grapheme_indices(true).filter(|(_, cluster)| !is_nfc(cluster));
    clusters
        .map(|(at, cluster)| Edit::new(at..at + cluster.len(), cluster.nfc().collect::<String>()))
        .collect()
}
