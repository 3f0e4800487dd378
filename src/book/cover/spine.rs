//! The spine: title and editors along it.

use super::Turn;
use super::setter::{Setter, Words};
use crate::design::{Align, Role};
use crate::units::{Length, Point, Rect};

/// Words on a narrower spine than this would be cut by the fold.
const NARROWEST: Length = Length(17_415);

/// Sets the spine on an area. Too narrow a one stays empty.
pub(super) fn set(setter: &mut Setter<'_, '_>, area: Rect) {
    if area.width < NARROWEST {
        return;
    }
    let edition = setter.edition;
    // On most of the continent of Europe spines are read upwards, elsewhere downwards (ISO 6357).
    let upwards = ["fr", "de", "es", "it", "pt", "ca", "ro", "nl", "cs", "pl", "hu", "ru", "uk", "el"];
    let clockwise = !upwards.contains(&edition.language.primary());
    let at = match clockwise {
        true => Point { x: area.x + area.width, y: area.y },
        false => Point { x: area.x, y: area.y + area.height },
    };
    setter.turn(Some(Turn { at, clockwise }));
    // Along the spine: its length is the width of what is set.
    let (length, height) = (area.height, area.width);
    let margin = length / 18;
    let tint = setter.palette.on_ground();
    let size = height.scale(0.5).min(Length::pt(22.0));
    let baseline = height / 2 + size.scale(0.32);
    let how = Words { role: Role::BookTitle, size, most_lines: 1, align: Align::Start, tint };
    let title = length.scale(0.58);
    setter.line(&edition.title, how, Point { x: margin, y: baseline }, title);
    let last: Vec<String> = edition.names(&edition.editors, edition.language);
    let names = last.join(", ");
    if !names.is_empty() {
        let size = size.scale(0.72);
        let how = Words { role: Role::BookEditors, size, align: Align::End, ..how };
        let rest = length - title - margin * 3;
        let at = Point { x: margin * 2 + title, y: height / 2 + size.scale(0.32) };
        setter.line(&names, how, at, rest);
    }
    setter.turn(None);
}
