//! Running heads and folios: which words, cut with care where they are long, and where they stand.

use super::chapter::{Chapter, Kind};
use crate::design::theme::Theme;
use crate::design::{Align, Design, Role, TextStyle};
use crate::edition::Edition;
use crate::edition::language::Language;
use crate::page::Desk;
use crate::page::sheet::{Folio, Item, NodeId};
use crate::text::Content;
use crate::text::line::Line;
use crate::units::{Binding, Length, Point, Rect, Side};
use std::sync::Arc;

/// The heads of a chapter: what stands over its versos and rectos.
#[derive(Clone, Debug, Default)]
pub(super) struct Heads {
    verso: Option<Arc<Line>>,
    recto: Option<Arc<Line>>,
}

/// Sets the heads of a chapter: the authors over the verso, the short title over the recto.
pub(super) fn set(chapter: &Chapter<'_>, edition: &Edition, desk: &mut Desk<'_>) -> Heads {
    let title = chapter.title.clone().unwrap_or_default();
    let (verso, recto) = match &chapter.kind {
        Kind::Piece(piece) => {
            let short = piece.short_title.as_ref().unwrap_or(&piece.title).words();
            let byline = edition.byline(piece);
            (if byline.is_empty() { edition.title.clone() } else { byline }, short)
        }
        _ => (edition.title.clone(), title),
    };
    let mut head = |words: &str| (!words.trim().is_empty()).then(|| cut(words, chapter.language, desk));
    Heads { verso: head(&verso), recto: head(&recto) }
}

/// The longest beginning of `words` that leaves room for the folio and some air: the whole; the part before a
/// colon; whole words and an ellipsis.
fn cut(words: &str, language: Language, desk: &mut Desk<'_>) -> Arc<Line> {
    let design = desk.studio.design;
    let style = design.style(Role::RunningHead).text;
    let room = design.measure() - folio_room(design) * if design.theme == Theme::Classic { 2 } else { 1 };
    // No head holds more; what is far too long need not be tried word by word.
    let words = words.trim();
    let words = words.char_indices().nth(MOST_LETTERS).map_or(words, |(end, _)| &words[..end]);
    let mut fits = |text: &str| {
        let line = desk.line(&Content::plain(text, style, language), room, Align::Start);
        (line.width <= room).then_some(line)
    };
    if let Some(line) = fits(words) {
        return line;
    }
    let before_colon =
        words.split_once(": ").map(|(first, _)| first).filter(|first| first.split_whitespace().count() > 1);
    if let Some(line) = before_colon.and_then(&mut fits) {
        return line;
    }
    let ends: Vec<usize> =
        words.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at).collect();
    for end in ends.iter().rev() {
        // An ellipsis never follows a comma or a small word's dash.
        let kept = words[..*end].trim_end_matches(|c: char| !c.is_alphanumeric());
        if let Some(line) = fits(&format!("{kept}…")) {
            return line;
        }
    }
    // One endless word: letter by letter.
    let mut kept: Vec<char> = words.chars().take(200).collect();
    while kept.len() > 1 {
        kept.truncate(kept.len() * 9 / 10);
        if let Some(line) = fits(&format!("{}…", kept.iter().collect::<String>())) {
            return line;
        }
    }
    desk.line(&Content::plain("…", style, language), room, Align::Start)
}

const MOST_LETTERS: usize = 400;

/// Width kept free for the folio and the space beside it.
fn folio_room(design: &Design) -> Length {
    design.body_size * 4
}

/// What a page carries at its head and foot.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dressing {
    pub(super) side: Side,
    pub(super) folio: Folio,
    /// An opener has no head, and its folio at the foot.
    pub(super) opener: bool,
    pub(super) node: NodeId,
}

/// The head and folio of a page.
pub(super) fn dress(heads: &Heads, dressing: Dressing, desk: &mut Desk<'_>) -> Vec<Item> {
    let design = desk.studio.design;
    let area = design.text_area(dressing.side);
    let classic = design.theme == Theme::Classic;
    let modern = design.theme == Theme::Modern;
    let mut items = Vec::new();
    // One line of the grid stays free between head and text.
    let head_y = area.y - design.leading * 2 + design.baseline();
    let foot_y = area.y + area.height + design.leading + design.baseline() - design.leading / 4;
    let folio = folio_line(dressing.folio, desk);
    let outer_left = outer_is_left(dressing.side, design.binding);
    let at_foot = dressing.opener || modern;
    let folio_align = if at_foot && classic { Align::Centre } else { outer(outer_left) };
    let folio_y = if at_foot { foot_y } else { head_y };
    items.push(item(&folio, folio_align, folio_y, area, dressing.node));
    let head = if dressing.side == Side::Verso { &heads.verso } else { &heads.recto };
    if let Some(head) = head.as_ref().filter(|_| !dressing.opener) {
        let align = match design.theme {
            Theme::Classic => Align::Centre,
            Theme::Essay => outer(!outer_left),
            Theme::Modern => outer(outer_left),
        };
        items.push(item(head, align, head_y, area, dressing.node));
    }
    items
}

fn outer(left: bool) -> Align {
    if left { Align::Start } else { Align::End }
}

fn outer_is_left(side: Side, binding: Binding) -> bool {
    (side == Side::Verso) == (binding == Binding::Left)
}

fn folio_line(folio: Folio, desk: &mut Desk<'_>) -> Arc<Line> {
    let design = desk.studio.design;
    let style = design.style(Role::Folio).text;
    desk.line(&number(folio, style, design), Length::ZERO, Align::Start)
}

/// A page number, in the figures of the book.
fn number(folio: Folio, style: TextStyle, design: &Design) -> Content {
    let words = folio.printed(design.numerals(design.language));
    // Roman and Latin numerals run from left to right in every book.
    let is_foreign = words.is_ascii() && design.language.is_right_to_left();
    let language = if is_foreign { Language::ENGLISH } else { design.language };
    Content::plain(words, style, language)
}

fn item(line: &Arc<Line>, align: Align, y: Length, area: Rect, node: NodeId) -> Item {
    let free = area.width - line.width;
    let shift = match align {
        Align::Justified | Align::Start => Length::ZERO,
        Align::Centre => free / 2,
        Align::End => free,
    };
    Item::Line { at: Point { x: area.x + shift, y }, line: line.clone(), node }
}

/// A page number in the contents, set to end at the edge of the text area where lines end.
pub(super) fn reference(folio: Folio, y: Length, node: NodeId, desk: &mut Desk<'_>) -> Item {
    let design = desk.studio.design;
    let style = design.style(Role::ContentsEntry).text;
    let line = desk.line(&number(folio, style, design), Length::ZERO, Align::Start);
    let x = if design.binding == Binding::Right { Length::ZERO } else { design.measure() - line.width };
    Item::Line { at: Point { x, y }, line, node }
}
