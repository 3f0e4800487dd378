//! The initial of a piece: its first letter, some lines high.
//!
//! The letter stays in its paragraph, set larger and lower than the rest of its line; the lines beside it begin later.
//! So its words are read and copied whole, and nothing else knows of it.

use super::Builder;
use crate::design::{Align, BlockStyle, Caps, Role, TextStyle};
use crate::edition::text::Paragraph;
use crate::edition::text::edits::{Edit, apply};
use crate::page::content::content;
use crate::page::sheet::NodeKind;
use crate::text::line::Line;
use crate::text::{Content, Measure, Span, hanging_share};
use crate::units::Length;
use std::ops::Range;
use unicode_script::{Script, UnicodeScript};
use unicode_segmentation::UnicodeSegmentation;

/// Air between the ink of an initial and the lines beside it, in ems of the text.
const AIR: f64 = 0.17;

impl Builder<'_, '_> {
    /// Adds a paragraph with an initial; nothing is added where it can't have one: it is too short, begins with no
    /// letter, or is in a script whose letters hang together.
    ///
    /// Quotation marks before the letter stay as large as the text and stand in the margin, so that the letter itself
    /// begins where the lines begin.
    pub(super) fn with_initial(&mut self, paragraph: &Paragraph) -> bool {
        let design = self.desk.studio.design;
        let style = design.style(Role::BodyFirst);
        let Some((marks, end)) = ends_of_initial(&paragraph.text) else { return false };
        if is_joined(words_script(&paragraph.text)) {
            return false;
        }
        let paragraph = &with_fixed_space(paragraph, marks);
        let (marks, end) = ends_of_initial(&paragraph.text).unwrap_or((marks, end));
        let lines = design.drop_caps;
        let mut words = content(paragraph, style.text, self.language);
        let Some(large) = enlarge(&mut words, marks, end, lines, style.leading) else { return false };
        let letter = Content::plain(&paragraph.text[marks..end], large, words.language);
        let letter = self.desk.line(&letter, Length::ZERO, Align::Start);
        lean(&mut words, marks, &letter, &style);
        let before = self.marks(&words, marks, style.align);
        let room = room(&mut words, &letter, lines, &style);
        let measure = Measure {
            // The first line holds the letter itself.
            first_indent: -(room + before),
            notch: Some((lines, room)),
            hyphenate: style.hyphenate,
            justification: design.justification(words.language),
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

    /// How far the marks before an initial stand in the margin, beside what hangs of them in any case.
    fn marks(&mut self, words: &Content, end: usize, align: Align) -> Length {
        let Some(first) = words.text[..end].chars().next() else { return Length::ZERO };
        let style = words.spans[0].style;
        let mut width = |text: &str| {
            let text = Content::plain(text, style, words.language);
            self.desk.line(&text, Length::ZERO, Align::Start).width
        };
        let share = if align == Align::Justified { hanging_share(first) } else { 0.0 };
        let hangs = width(&words.text[..first.len_utf8()]).scale(share);
        width(&words.text[..end]) - hangs
    }
}

/// The room an initial takes beside the lines below its first, and in it the place of the first: both begin where
/// its ink ends, so that the words stand nearer to an A or an L, and clear of what leans over.
fn room(words: &mut Content, letter: &Line, lines: u16, style: &BlockStyle) -> Length {
    let air = style.text.size.scale(AIR);
    if words.language.is_right_to_left() {
        return letter.width + air / 2;
    }
    let right = |line: u16| ink(letter, &beside(line, style)).map(|ink| ink.end);
    let first = right(0).unwrap_or(letter.width);
    let rest = (1..lines).filter_map(right).max().unwrap_or(first).max(first);
    // Words drawn too far over the foot of an L would leave its lines.
    let first = first.max(rest - letter.width.scale(0.3));
    if let Some(span) = words.spans.iter_mut().find(|span| span.style.size > style.text.size * 3 / 2) {
        span.style.tracking = tracking(first + air - letter.width, span.style.size);
    }
    rest + air
}

/// Sets a single mark beside the ink of the letter: nearer to the slope of an A, clear of the arms of a W.
fn lean(words: &mut Content, end: usize, letter: &Line, style: &BlockStyle) {
    if words.text[..end].chars().count() != 1 || words.language.is_right_to_left() {
        return;
    }
    let low = words.spans[0].style.rise;
    let line = (-low.0 / style.leading.0.max(1)).max(0) as u16;
    let Some(ink) = ink(letter, &beside(line, style)) else { return };
    let nearer = ink.start.min(letter.width.scale(0.4)) - style.text.size.scale(AIR / 3.0);
    words.spans[0].style.tracking = tracking(-nearer, words.spans[0].style.size);
}

/// The heights between which the letters of line `line` (from 0) beside an initial stand, above the first baseline.
fn beside(line: u16, style: &BlockStyle) -> Range<Length> {
    let baseline = -style.leading * i32::from(line);
    baseline - style.text.size.scale(0.2)..baseline + style.text.size.scale(0.75)
}

/// A distance as space after a letter of this size, in 1/1000 em.
fn tracking(distance: Length, size: Length) -> i16 {
    (f64::from(distance.0) * 1000.0 / f64::from(size.0.max(1))).round() as i16
}

/// From where to where the ink of a line reaches between two heights above the baseline, counted from its start.
fn ink(line: &Line, band: &Range<Length>) -> Option<Range<Length>> {
    let mut found: Option<Range<Length>> = None;
    for run in &line.runs {
        let units = |height: Length| {
            let above = i64::from((height - run.rise).0);
            (above * i64::from(run.face.units_per_em) / i64::from(run.size.0.max(1))) as i32
        };
        for (glyph, x) in run.glyphs.iter().zip(&run.xs) {
            let Some(ink) = run.face.ink(*glyph, units(band.start)..units(band.end)) else { continue };
            let (start, end) = (*x + run.face.at(ink.start, run.size), *x + run.face.at(ink.end, run.size));
            found = Some(found.map_or(start..end, |known| known.start.min(start)..known.end.max(end)));
        }
    }
    found
}

/// The script of the first letter.
fn words_script(text: &str) -> Script {
    text.chars().find(|c| c.is_alphabetic()).map_or(Script::Common, |c| c.script())
}

/// Whether a letter can't be set larger than those it joins, and custom has no initials.
fn is_joined(script: Script) -> bool {
    matches!(script, Script::Arabic | Script::Syriac | Script::Mongolian | Script::Nko)
}

/// The bytes at which the marks before an initial end, and the initial itself; `None` without one. Marks are quotation
/// marks of any language, with the space that French has behind them, and what else may open a sentence.
fn ends_of_initial(text: &str) -> Option<(usize, usize)> {
    let mut end = 0;
    let mut before = None;
    for cluster in text.graphemes(true) {
        let letter = cluster.chars().next()?;
        if letter.is_alphabetic() {
            return Some((end, end + cluster.len()));
        }
        let is_mark = matches!(
            letter,
            '“' | '”'
                | '‘'
                | '’'
                | '„'
                | '‚'
                | '«'
                | '»'
                | '‹'
                | '›'
                | '"'
                | '\''
                | '¿'
                | '¡'
                | '—'
                | '('
        );
        let is_space = matches!(letter, '\u{202f}' | '\u{a0}' | '\u{2009}' | '\u{200a}')
            || letter == ' ' && matches!(before, Some('«' | '‹'));
        if !(is_mark || is_space && before.is_some()) {
            return None;
        }
        end += cluster.len();
        before = Some(letter);
    }
    None
}

/// The paragraph with the space behind a mark before its initial made one of fixed width: the letter has its place.
fn with_fixed_space(paragraph: &Paragraph, marks: usize) -> Paragraph {
    let mut fixed = paragraph.clone();
    if let Some(at) = paragraph.text[..marks].find(' ') {
        apply(&mut fixed, &[Edit::new(at..at + 1, "\u{a0}")]);
    }
    fixed
}

/// Makes the letters from `start` to `end` so large that they reach from the top of a capital of the first line to the
/// baseline of line `lines`, a J or Q with its tail, which would run into the line below; their style, or `None` where
/// they are in several. Low marks before them stand on that baseline too.
fn enlarge(words: &mut Content, start: usize, end: usize, lines: u16, leading: Length) -> Option<TextStyle> {
    let index =
        words.spans.iter().position(|span| (span.start as usize..span.end as usize).contains(&start))?;
    let own = words.spans[index];
    if (own.end as usize) < end {
        return None;
    }
    let face = own.style.family.family().face(own.style.bold, own.style.italic);
    let em = f64::from(face.units_per_em);
    let capitals = f64::from(face.cap_height.max(1)) / em;
    let down = leading * (i32::from(lines) - 1);
    let glyph = words.text[start..end].chars().next().and_then(|letter| face.glyph(letter));
    let depth = glyph.and_then(|glyph| face.ink_depth(glyph)).map_or(0.0, |depth| f64::from(depth) / em);
    // The round letters dip a little below their baseline, and should.
    let tail = if depth > capitals / 8.0 { depth } else { 0.0 };
    let size = (own.style.size.scale(capitals) + down).scale(1.0 / (capitals + tail));
    let large =
        TextStyle { size, rise: size.scale(tail) - down, tracking: 0, caps: Caps::Normal, ..own.style };
    let at = |byte: usize| byte as u32;
    let parts = [
        Span { end: at(start), ..own },
        Span { start: at(start), end: at(end), style: large, ..own },
        Span { start: at(end), ..own },
    ];
    words.spans.splice(index..=index, parts.into_iter().filter(|span| span.start < span.end));
    if words.text[..start].starts_with(['„', '‚']) {
        let marks = words.spans.iter_mut().filter(|span| span.end as usize <= start);
        marks.for_each(|span| span.style.rise = -down);
    }
    Some(large)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_initial_is_a_letter_and_the_marks_before_it_are_not() {
        assert_eq!(ends_of_initial("At three"), Some((0, 1)));
        assert_eq!(ends_of_initial("“Now”"), Some(("“".len(), "“N".len())));
        assert_eq!(ends_of_initial("« Oui »"), Some(("« ".len(), "« O".len())));
        assert_eq!(ends_of_initial("»Ja«"), Some(("»".len(), "»J".len())));
        assert_eq!(ends_of_initial("Élan"), Some((0, "É".len())));
        for none in ["1848 was", "…and", "", " And", "— And"] {
            assert_eq!(ends_of_initial(none), None, "{none}");
        }
    }
}
