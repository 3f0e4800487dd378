//! The back: the blurb, the publisher, the barcode of the ISBN.

use super::barcode;
use super::setter::{Setter, Words};
use crate::design::{Align, Role};
use crate::units::{Length, Point, Rect};

/// Sets the back on an area that is cut.
pub(super) fn set(setter: &mut Setter<'_, '_>, area: Rect) {
    let margin = area.width / 9;
    let (left, width) = (area.x + margin, area.width - margin * 2);
    let tint = setter.palette.on_ground();
    let edition = setter.edition;
    let foot = area.y + area.height - margin;
    let code = edition.isbn.print.as_deref().and_then(barcode::Barcode::of);
    let code_top = foot - if code.is_some() { barcode::HEIGHT } else { Length::ZERO };
    let blurb = edition.production.cover.blurb.as_ref().or(edition.description.as_ref());
    if let Some(blurb) = blurb {
        let size = (area.width / 24).min(Length::pt(15.0));
        let how = Words { role: Role::Body, size, most_lines: 60, align: Align::Start, tint };
        let top = area.y + margin + area.height / 20;
        let room = code_top - margin / 2 - top;
        fitting(setter, blurb.trim(), how, Point { x: left, y: top }, width, room);
    }
    if let Some(code) = code {
        let right = area.x + area.width - margin;
        code.draw(setter, Point { x: right - barcode::WIDTH, y: code_top });
    }
    publisher(setter, Point { x: left, y: foot }, width - barcode::WIDTH - margin / 2);
}

/// Sets paragraphs, smaller while they do not fit.
fn fitting(setter: &mut Setter<'_, '_>, text: &str, mut how: Words, at: Point, width: Length, room: Length) {
    let paragraphs: Vec<String> = text
        .split("\n\n")
        .map(|paragraph| paragraph.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|paragraph| !paragraph.is_empty())
        .collect();
    let least = Length::pt(6.0);
    loop {
        let gap = how.size.scale(0.6);
        let heights = paragraphs.iter().map(|paragraph| setter.height(paragraph, how, width) + gap);
        let whole: Length = heights.sum();
        if whole - gap <= room || how.size <= least {
            break;
        }
        how.size = how.size.scale(0.93).max(least);
    }
    let mut y = at.y;
    for paragraph in &paragraphs {
        y = setter.words(paragraph, how, Point { y, ..at }, width) + how.size.scale(0.6);
    }
}

/// The publisher at the foot, beside the barcode.
fn publisher(setter: &mut Setter<'_, '_>, foot: Point, width: Length) {
    let publisher = &setter.edition.publisher;
    let lines = [Some(publisher.name.as_str()).filter(|name| !name.is_empty()), publisher.url.as_deref()];
    let size = Length::pt(10.0);
    let how = Words {
        role: Role::BookPublisher,
        size,
        most_lines: 1,
        align: Align::Start,
        tint: setter.palette.on_ground(),
    };
    // An address in small capitals would be misread.
    let roles = [Role::BookPublisher, Role::Imprint];
    let both: Vec<_> = lines.into_iter().zip(roles).filter_map(|(line, role)| Some((line?, role))).collect();
    for (index, (line, role)) in both.into_iter().rev().enumerate() {
        let how = Words { role, ..how };
        let y = foot.y - size.scale(1.3) * index as i32;
        setter.line(line, how, Point { y, ..foot }, width);
    }
}
