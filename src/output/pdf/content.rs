//! A page as operators: lines, rules, pictures, in reading order.

use super::fonts::FontsInUse;
use super::glyphs::{TextState, origin, show};
use super::pictures::Pictures;
use super::{points, rounded};
use crate::page::sheet::{Item, Sheet};
use crate::units::{Length, Rect};
use printpdf::{Color, CurTransMat, DictItem, Greyscale, Op, PaintMode};

/// The operators of a page of this height.
pub(super) fn operators(
    sheet: &Sheet,
    height: Length,
    fonts: &mut FontsInUse,
    pictures: &Pictures,
) -> Vec<Op> {
    let mut out = Vec::with_capacity(sheet.items.len() * 4 + 4);
    if sheet.items.is_empty() {
        return out;
    }
    out.push(Op::SetFillColor { col: Color::Greyscale(Greyscale { percent: 0.0, icc_profile: None }) });
    let mut text: Option<TextState> = None;
    for item in &sheet.items {
        match item {
            Item::Line { at, line, .. } => {
                let state = text.get_or_insert_with(|| {
                    out.push(Op::StartTextSection);
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
                out.push(rule(area, height));
            }
            Item::Picture { area, picture, .. } => {
                end_text(&mut text, &mut out);
                if let Some(id) = pictures.id(picture) {
                    draw(area, height, &id.0, &mut out);
                }
            }
        }
    }
    end_text(&mut text, &mut out);
    out
}

/// Text state lasts beyond a text section: the scale must not.
fn end_text(text: &mut Option<TextState>, out: &mut Vec<Op>) {
    if text.take().is_some() {
        out.push(Op::SetHorizontalScaling { percent: 100.0 });
        out.push(Op::EndTextSection);
    }
}

fn rule(area: &Rect, height: Length) -> Op {
    Op::DrawRectangle {
        rectangle: printpdf::Rect {
            x: points(area.x),
            y: points(height - area.y - area.height),
            width: points(area.width),
            height: points(area.height),
            mode: Some(PaintMode::Fill),
            winding_order: None,
        },
    }
}

fn draw(area: &Rect, height: Length, name: &str, out: &mut Vec<Op>) {
    let (x, y) = (rounded(area.x), rounded(height - area.y - area.height));
    let matrix = [rounded(area.width), 0.0, 0.0, rounded(area.height), x, y];
    out.push(Op::SaveGraphicsState);
    out.push(Op::SetTransformationMatrix { matrix: CurTransMat::Raw(matrix) });
    out.push(Op::Unknown { key: "Do".into(), value: vec![DictItem::Name(name.as_bytes().to_vec())] });
    out.push(Op::RestoreGraphicsState);
}
