//! A page as operators: lines, rules, pictures, in reading order.

use super::fonts::FontsInUse;
use super::glyphs::{TextState, origin, show};
use super::pictures::Pictures;
use super::stream::ContentStream;
use crate::page::sheet::{Item, Sheet};
use crate::units::{Length, Rect};

/// The content stream of a page of this height.
pub(super) fn stream(sheet: &Sheet, height: Length, fonts: &mut FontsInUse, pictures: &Pictures) -> Vec<u8> {
    let mut out = ContentStream::default();
    if sheet.items.is_empty() {
        return out.into_bytes();
    }
    out.black();
    let mut text: Option<TextState> = None;
    for item in &sheet.items {
        match item {
            Item::Line { at, line, .. } => {
                let state = text.get_or_insert_with(|| {
                    out.begin_text();
                    TextState::default()
                });
                for run in &line.runs {
                    if let Some(font) = fonts.font(&run.face) {
                        show(run, line, origin(*at, line, height), state, font, &mut out);
                    }
                }
            }
            Item::Rule { area, .. } => {
                end_text(&mut text, &mut out);
                out.rectangle(&turned(area, height));
            }
            Item::Picture { area, picture, .. } => {
                end_text(&mut text, &mut out);
                if let Some(id) = pictures.id(picture) {
                    out.picture(&id.0, &turned(area, height));
                }
            }
        }
    }
    end_text(&mut text, &mut out);
    out.into_bytes()
}

/// Text state lasts beyond a text section: the scale and the distance of letters must not.
fn end_text(text: &mut Option<TextState>, out: &mut ContentStream) {
    if text.take().is_some() {
        out.horizontal_scale(100_000);
        out.letter_space(0);
        out.end_text();
    }
}

/// A rectangle by its lower left corner, y upwards.
fn turned(area: &Rect, height: Length) -> Rect {
    Rect { y: height - area.y - area.height, ..*area }
}
