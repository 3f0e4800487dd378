//! Space between signs that no font has in itself: squeezed punctuation and the quarter em of Chinese and Japanese,
//! the narrow spaces of French.

use super::Content;
use super::runs::is_ideographic;
use super::segments;
use super::shape::Shaped;
use unicode_script::UnicodeScript;

/// Sets the widths of glyphs right, run by run.
pub(super) fn adjust(content: &Content, shaped: &mut Shaped) {
    let text = &*content.text;
    let french = content.spans.iter().any(|span| span.language.primary() == "fr");
    if !french && !text.chars().any(|c| c == '\u{202f}' || (c as u32) >= 0x2e80) {
        return;
    }
    for (run, glyphs) in shaped.runs.iter().zip(&mut shaped.glyphs) {
        let em = run.style.size.0;
        let french = run.language.primary() == "fr";
        for index in 0..glyphs.len() {
            let at = glyphs.cluster[index] as usize;
            let Some(letter) = text[at..].chars().next() else { continue };
            let end = at + letter.len_utf8();
            match letter {
                '\u{202f}' => glyphs.advance[index] = em / 5,
                ' ' | '\u{a0}' if french && is_narrow(&text[end..]) => glyphs.advance[index] = em / 5,
                _ if (letter as u32) < 0x2000 && !letter.is_alphanumeric() => {}
                _ => {
                    let wide = glyphs.advance[index] > em * 3 / 4;
                    let next = text[end..].chars().next();
                    if wide
                        && is_closing(letter)
                        && next.is_some_and(|next| is_closing(next) || is_opening(next))
                    {
                        glyphs.advance[index] -= em / 2;
                    } else if wide
                        && is_opening(letter)
                        && text[..at].chars().next_back().is_some_and(is_opening)
                    {
                        glyphs.advance[index] -= em / 2;
                        glyphs.dx[index] -= em / 2;
                    } else if is_gap(text, end) {
                        glyphs.advance[index] += em / 4;
                    }
                }
            }
        }
    }
}

/// Whether French sets a narrow space before what follows: `;`, `!`, `?`. Before `:` and inside quotation marks it is
/// a whole one (Imprimerie nationale).
fn is_narrow(after: &str) -> bool {
    after.starts_with([';', '!', '?'])
}

/// Whether an ideograph and a Latin letter or figure meet at a byte: a quarter em stands between them.
pub(super) fn is_gap(text: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (text[..at].chars().next_back(), text[at..].chars().next()) else {
        return false;
    };
    let is_letter = |c: char| c.is_alphanumeric() && !is_square(c) && (c as u32) < 0x530;
    is_square(before) && is_letter(after) || is_letter(before) && is_square(after)
}

/// Whether a character is an ideograph or kana.
pub(super) fn is_square(letter: char) -> bool {
    (letter as u32) >= 0x2e80 && letter.is_alphanumeric() && is_ideographic(letter.script()) || letter == 'ー'
}

/// Signs whose ink stands in the left half of their square.
pub(super) fn is_closing(sign: char) -> bool {
    matches!(
        sign,
        '、' | '。'
            | '，'
            | '．'
            | '」'
            | '』'
            | '）'
            | '］'
            | '｝'
            | '〕'
            | '〉'
            | '》'
            | '】'
            | '〗'
            | '〙'
    )
}

/// Signs whose ink stands in the right half of their square.
pub(super) fn is_opening(sign: char) -> bool {
    matches!(sign, '「' | '『' | '（' | '［' | '｛' | '〔' | '〈' | '《' | '【' | '〖' | '〘')
}

/// How much of a glyph's advance gives way like a word space: text without spaces is justified between its letters.
pub(super) fn give(text: &str, at: usize, advance: i32) -> i32 {
    match text.as_bytes().get(at) {
        Some(b' ') => advance,
        // Thai, Lao, Burmese, Khmer write words without spaces between them.
        Some(0xe0 | 0xe1) if segments::is_complex_at(text, at) => advance / 20,
        Some(byte) if *byte >= 0xe2 => {
            let letter = text[at..].chars().next().unwrap_or(' ');
            if is_square(letter) || is_closing(letter) { advance / 10 } else { 0 }
        }
        _ => 0,
    }
}
