//! Letters of symbol fonts, which have codes of their own, become the characters they show.

const GREEK: &str = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
const GREEK_SMALL: &str = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";

/// The character that code `code` of `font` shows; `None` when it is not known.
pub(in super::super) fn symbol(font: &str, code: u32) -> Option<char> {
    let low = if (0xF000..=0xF0FF).contains(&code) { code - 0xF000 } else { code };
    let font = font.to_lowercase();
    match font.as_str() {
        "symbol" => of_symbol(low),
        _ if font.starts_with("wingdings") || font.starts_with("webdings") => of_wingdings(low),
        _ => char::from_u32(low).filter(|letter| !letter.is_control()),
    }
}

fn of_symbol(code: u32) -> Option<char> {
    Some(match code {
        0x41..=0x5A => GREEK.chars().nth(code as usize - 0x41)?,
        0x61..=0x7A => GREEK_SMALL.chars().nth(code as usize - 0x61)?,
        0x2D => '−',
        0xA2 => '′',
        0xA3 => '≤',
        0xA5 => '∞',
        0xAC => '←',
        0xAE => '→',
        0xB0 => '°',
        0xB1 => '±',
        0xB2 => '″',
        0xB3 => '≥',
        0xB4 => '×',
        0xB7 => '•',
        0xB9 => '≠',
        0xBB => '≈',
        0xBC => '…',
        0xD3 => '©',
        0xD2 => '®',
        0xD4 => '™',
        0x20..=0x7E => char::from_u32(code)?,
        _ => return None,
    })
}

fn of_wingdings(code: u32) -> Option<char> {
    Some(match code {
        0x20 => ' ',
        0x4A => '☺',
        0x6C => '●',
        0x6E => '■',
        0x6F => '□',
        0x75 => '◆',
        0x76 => '❖',
        0x9F => '•',
        0xA7 => '▪',
        0xA8 => '◻',
        0xD8 => '➢',
        0xDF => '←',
        0xE0 => '→',
        0xE1 => '↑',
        0xE2 => '↓',
        0xF0 => '⇨',
        0xFB => '✗',
        0xFC => '✓',
        _ => return None,
    })
}
