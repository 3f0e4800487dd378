//! The initial of a piece: its first letter, some lines high.
//!
//! The letter stays in its paragraph, set larger and lower than the rest of its line; the lines beside it begin later.
//! So its words are read and copied whole, and nothing else knows of it.

use super::Builder;
use crate::design::{Align, Role, TextStyle};
use crate::edition::text::Paragraph;
use crate::page::content::content;
use crate::page::sheet::NodeKind;
use crate::text::{Content, Measure, Span};
use crate::units::Length;
use unicode_segmentation::UnicodeSegmentation;

impl Builder<'_, '_> {
    /// Adds a paragraph with an initial; nothing is added where it can't have one: it is too short, begins with no
    /// letter, or runs from right to left.
    pub(super) fn with_initial(&mut self, paragraph: &Paragraph) -> bool {
        let design = self.desk.studio.design;
        let style = design.style(Role::BodyFirst);
        let end = end_of_initial(&paragraph.text);
        if end == 0 || self.language.is_right_to_left() {
            return false;
        }
        let lines = design.drop_caps;
        let mut words = content(paragraph, style.text, self.language);
        let Some(large) = enlarge(&mut words, end, lines, style.leading) else { return false };
        let letter = Content::plain(&paragraph.text[..end], large, self.language);
        let width = self.desk.line(&letter, Length::ZERO, Align::Start).width + style.text.size.scale(0.08);
        let measure = Measure {
            // The first line holds the letter itself.
            first_indent: -width,
            notch: Some((lines, width)),
            hyphenate: style.hyphenate,
            justification: design.justification(),
            ..Measure::new(design.measure(), style.align)
        };
        let set = self.desk.set(&words, &measure, &paragraph.source);
        if set.variants().any(|(count, _)| count < u32::from(lines)) {
            return false;
        }
        let source = paragraph.source.clone();
        let role = NodeKind::Block(Role::BodyFirst);
        let node = self.desk.node(role, self.parent, self.language, Some(source.clone()));
        self.set_lines(Role::BodyFirst, &style, set, node, source, None);
        true
    }
}

/// The byte at which the initial ends: the first letter, with an opening quotation mark before it; 0 without one.
fn end_of_initial(text: &str) -> usize {
    let mut end = 0;
    for cluster in text.graphemes(true) {
        end += cluster.len();
        match cluster.chars().next() {
            Some(letter) if letter.is_alphabetic() => return end,
            Some(
                '“' | '‘' | '„' | '‚' | '«' | '‹' | '"' | '\'' | '¿' | '¡' | '—' | '(' | '\u{202f}'
                | '\u{a0}',
            ) => {}
            _ => return 0,
        }
    }
    0
}

/// Makes the letters before `end` so large that their capitals reach from the top of a capital of the first line to
/// the baseline of line `lines`; their style, or `None` where they are in several.
fn enlarge(words: &mut Content, end: usize, lines: u16, leading: Length) -> Option<TextStyle> {
    let first = *words.spans.first()?;
    if (first.end as usize) < end {
        return None;
    }
    let face = first.style.family.family().face(first.style.bold, first.style.italic);
    let capitals = f64::from(face.cap_height.max(1)) / f64::from(face.units_per_em);
    let down = leading * (i32::from(lines) - 1);
    let large = TextStyle {
        size: first.style.size + down.scale(1.0 / capitals),
        rise: -down,
        tracking: 0,
        ..first.style
    };
    words.spans[0].start = end as u32;
    words.spans.insert(0, Span { start: 0, end: end as u32, style: large, ..first });
    words.spans.retain(|span| span.start < span.end);
    Some(large)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_initial_is_a_letter_with_the_quotation_mark_before_it() {
        assert_eq!(end_of_initial("At three"), 1);
        assert_eq!(end_of_initial("“Now”"), "“N".len());
        assert_eq!(end_of_initial("Élan"), "É".len());
        assert_eq!(end_of_initial("1848 was"), 0);
        assert_eq!(end_of_initial("…and"), 0);
        assert_eq!(end_of_initial(""), 0);
    }
}
