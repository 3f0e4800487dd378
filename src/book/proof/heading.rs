//! The lines above and below the page of a proof: whose it is, of when, which sheet of how many, how lines are counted.

use super::Pull;
use crate::design::{Align, Caps, Figures, Role, TextStyle};
use crate::edition::language::Language;
use crate::edition::language::script::is_right_to_left;
use crate::page::sheet::Item;
use crate::text::Content;
use crate::text::line::Line;
use crate::units::{Length, Point, Rect};
use std::sync::Arc;
use unicode_script::UnicodeScript;

/// The line of which the example speaks.
const EXAMPLE: usize = 7;

impl Pull<'_> {
    /// What stands above and below a sheet.
    pub(super) fn heading(&mut self, sheet: usize) -> Vec<Item> {
        let (whose, page) = self.origins[sheet].clone();
        let area = self.paper.printable();
        let style = self.heading_style();
        let start = [Some(self.words.proof.to_string()), Some(self.press.edition.title.clone()), Some(whose)];
        let start = start.into_iter().chain([self.date()]).flatten().filter(|words| !words.trim().is_empty());
        let count = |number: usize| self.counted(number);
        let end = self.words.sheet.replace("{sheets}", &count(self.sheets.len()));
        let end = end.replace("{sheet}", &count(sheet + 1));
        let mut items = self.row(start.collect(), end, area.y + style.size, style, area);
        if let Some(page) = page {
            let folio = self.press.book.sheets.get(page).map(|sheet| self.press.book.printed(sheet.folio));
            let lines = self.words.lines.replace("{page}", &folio.unwrap_or_default());
            let lines = lines.replace("{line}", &self.counted(EXAMPLE));
            let reduced = match self.paper.percent {
                100 => String::new(),
                percent => self.words.reduced.replace("{percent}", &self.counted(percent as usize)),
            };
            items.extend(self.row(vec![lines], reduced, area.y + area.height, style, area));
        }
        items
    }

    /// A number in the figures of the book.
    pub(super) fn counted(&self, number: usize) -> String {
        let design = self.desk.studio.design;
        design.numerals(design.language).write(number)
    }

    fn heading_style(&self) -> TextStyle {
        let design = self.desk.studio.design;
        let size = design.body_size.scale(0.74).max(Length::pt(7.5));
        let text = design.style(Role::Credit).text;
        TextStyle { size, caps: Caps::Normal, figures: Figures::Lining, tracking: 0, italic: false, ..text }
    }

    /// A row of words at one edge and words at the other; where there is no room for all, the longest of the first are
    /// cut.
    fn row(
        &mut self,
        mut start: Vec<String>,
        end: String,
        y: Length,
        style: TextStyle,
        area: Rect,
    ) -> Vec<Item> {
        let language = self.press.edition.language;
        let rtl = language.is_right_to_left();
        let end = (!end.is_empty()).then(|| self.words_of(&end, style));
        let room = area.width - end.as_ref().map_or(Length::ZERO, |end| end.width + style.size * 2);
        let mut line = self.words_of(&joined(&start, language), style);
        while line.width > room && cut_longest(&mut start) {
            line = self.words_of(&joined(&start, language), style);
        }
        let left = |line: Arc<Line>| (area.x, line);
        let right = |line: Arc<Line>| (area.x + area.width - line.width, line);
        let (start, end) = match rtl {
            false => (left(line), end.map(right)),
            true => (right(line), end.map(left)),
        };
        let item = |(x, line)| Item::Line { at: Point { x, y }, line, node: self.artifact };
        std::iter::once(start).chain(end).map(item).collect()
    }

    /// Words as one line from its left edge.
    pub(super) fn words_of(&mut self, words: &str, style: TextStyle) -> Arc<Line> {
        let content = Content::plain(words, style, self.press.edition.language);
        self.desk.line(&content, Length::ZERO, Align::Start)
    }
}

/// Words with points between; each keeps its direction and gives none to its neighbours.
fn joined(words: &[String], language: Language) -> String {
    match words {
        [only] => only.clone(),
        _ => words.iter().map(|words| apart(words, language)).collect::<Vec<_>>().join(" · "),
    }
}

/// Words that run the other way than those of the language, set apart; others as they are, so that nothing unseen is
/// copied with them.
pub(super) fn apart(words: &str, language: Language) -> String {
    let rtl = language.is_right_to_left();
    let turns = |letter: char| letter.is_alphabetic() && is_right_to_left(letter.script()) != rtl;
    if words.chars().any(turns) { format!("\u{2068}{words}\u{2069}") } else { words.to_string() }
}

/// Takes a tenth off the longest words; whether that was possible.
fn cut_longest(words: &mut [String]) -> bool {
    let Some(longest) = words.iter_mut().max_by_key(|words| words.chars().count()) else { return false };
    let letters = longest.trim_end_matches('…').chars().count();
    if letters < 8 {
        return false;
    }
    let kept: String = longest.chars().take(letters * 9 / 10).collect();
    *longest = format!("{}…", kept.trim_end_matches(|letter: char| !letter.is_alphanumeric()));
    true
}
