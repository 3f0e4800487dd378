//! A page as operators: lines, rules, pictures, in reading order.

use super::fonts::FontsInUse;
use super::glyphs::{TextState, origin, show};
use super::pictures::Pictures;
use super::stream::ContentStream;
use crate::page::sheet::{Item, Sheet};
use crate::text::line::Line;
use crate::units::{Length, Point, Rect};

/// The content stream of a page of this height.
pub(super) fn stream(sheet: &Sheet, height: Length, fonts: &mut FontsInUse, pictures: &Pictures) -> Vec<u8> {
    let mut out = ContentStream::default();
    if sheet.items.is_empty() {
        return out.into_bytes();
    }
    out.black();
    let mut page = Page { height, fonts, pictures, text: None, out };
    for item in &sheet.items {
        page.item(item);
    }
    page.end_text();
    page.out.into_bytes()
}

/// A page being written.
struct Page<'p> {
    height: Length,
    fonts: &'p mut FontsInUse,
    pictures: &'p Pictures,
    /// The open text section.
    text: Option<TextState>,
    out: ContentStream,
}

impl Page<'_> {
    fn item(&mut self, item: &Item) {
        match item {
            Item::Line { at, line, .. } => self.line(*at, line),
            Item::Rule { area, .. } => {
                self.end_text();
                self.out.rectangle(&upwards(area, self.height));
            }
            Item::Picture { area, picture, .. } => {
                self.end_text();
                if let Some(id) = self.pictures.id(picture) {
                    self.out.picture(&id.0, &upwards(area, self.height));
                }
            }
            Item::Turned { at, item } => {
                self.end_text();
                self.out.begin_turned(*at, self.height);
                self.item(item);
                self.end_text();
                self.out.end_turned();
            }
        }
    }

    fn line(&mut self, at: Point, line: &Line) {
        let (out, height) = (&mut self.out, self.height);
        let state = self.text.get_or_insert_with(|| {
            out.begin_text();
            TextState::default()
        });
        for run in &line.runs {
            if let Some(font) = self.fonts.font(&run.face) {
                show(run, line, origin(at, line, height), state, font, out);
            }
        }
    }

    /// Text state lasts beyond a text section: the scale and the distance of letters must not.
    fn end_text(&mut self) {
        if self.text.take().is_some() {
            self.out.horizontal_scale(100_000);
            self.out.letter_space(0);
            self.out.end_text();
        }
    }
}

/// A rectangle by its lower left corner, y upwards.
fn upwards(area: &Rect, height: Length) -> Rect {
    Rect { y: height - area.y - area.height, ..*area }
}
