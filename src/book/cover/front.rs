//! The front: title, subtitle, editors and publisher, in one of three styles.

use super::palette::Tint;
use super::setter::{Setter, Words};
use crate::design::{Align, Role};
use crate::edition::production::cover::CoverStyle;
use crate::edition::words;
use crate::units::{Length, Point, Rect};

/// Sets the front on an area that is cut; colour runs over its edge by `bleed` above, below and outside, which is the
/// side away from the spine.
pub(super) fn set(setter: &mut Setter<'_, '_>, area: Rect, bleed: Length) {
    let is_turned = setter.edition.language.is_right_to_left();
    let front = Front { area, bleed, is_turned, margin: area.width / 9 };
    match setter.palette.style {
        CoverStyle::Rules => front.rules(setter),
        CoverStyle::Band => front.band(setter),
        CoverStyle::Field => front.field(setter),
    }
}

/// Between title and subtitle, by the width.
const SUBTITLE_GAP: f64 = 0.035;

struct Front {
    area: Rect,
    bleed: Length,
    /// Whether the spine is at its right.
    is_turned: bool,
    margin: Length,
}

impl Front {
    /// A share of the height, from the top.
    fn down(&self, share: f64) -> Length {
        self.area.y + self.area.height.scale(share)
    }

    fn left(&self) -> Length {
        self.area.x + self.margin
    }

    fn width(&self) -> Length {
        self.area.width - self.margin * 2
    }

    fn size(&self, share: f64) -> Length {
        self.area.width.scale(share)
    }

    /// From edge to edge, with the bleed outside.
    fn across(&self, top: Length, bottom: Length) -> Rect {
        let x = if self.is_turned { self.area.x - self.bleed } else { self.area.x };
        Rect { x, y: top, width: self.area.width + self.bleed, height: bottom - top }
    }

    fn ground(&self, setter: &mut Setter<'_, '_>) {
        if self.bleed == Length::ZERO {
            setter.ground(self.area);
        }
    }

    fn at(&self, y: Length) -> Point {
        Point { x: self.left(), y }
    }

    /// Title and subtitle from `top` down; where they end.
    fn titles(
        &self,
        setter: &mut Setter<'_, '_>,
        top: Length,
        share: f64,
        align: Align,
        on_colour: bool,
    ) -> Length {
        let tint = if on_colour { setter.palette.paper } else { setter.palette.on_ground() };
        let edition = setter.edition;
        let (title, subtitle) = self.looks(share, align, tint);
        let mut y = setter.words(&edition.title, title, self.at(top), self.width());
        if let Some(words) = &edition.subtitle {
            y = setter.words(words, subtitle, self.at(y + self.size(SUBTITLE_GAP)), self.width());
        }
        y
    }

    fn looks(&self, share: f64, align: Align, tint: Tint) -> (Words, Words) {
        let size = self.size(share);
        let title = Words { role: Role::BookTitle, size, most_lines: 5, align, tint };
        let size = self.size(share * 0.4);
        (title, Words { role: Role::BookSubtitle, size, most_lines: 4, ..title })
    }

    /// The share of the width at which title and subtitle are no higher than `room`; at most `share`.
    fn fitting(&self, setter: &mut Setter<'_, '_>, share: f64, room: Length) -> f64 {
        let edition = setter.edition;
        let mut share = share;
        while share > 0.03 {
            let (title, subtitle) = self.looks(share, Align::Start, setter.palette.words);
            let mut height = setter.height(&edition.title, title, self.width());
            if let Some(words) = &edition.subtitle {
                height += self.size(SUBTITLE_GAP) + setter.height(words, subtitle, self.width());
            }
            if height <= room {
                break;
            }
            share *= 0.9;
        }
        share
    }

    /// The editors from `top` down; where they end.
    fn editors(&self, setter: &mut Setter<'_, '_>, top: Length, align: Align) -> Length {
        let edition = setter.edition;
        let words = words::Words::of(edition.language);
        let editors = words.list(&edition.names(&edition.editors, edition.language));
        if editors.is_empty() {
            return top;
        }
        let tint = setter.palette.on_ground();
        let how = Words { role: Role::BookEditors, size: self.size(0.042), most_lines: 5, align, tint };
        setter.words(&format!("{}\n{editors}", words.edited_by), how, self.at(top), self.width())
    }

    /// The publisher near the foot.
    fn publisher(&self, setter: &mut Setter<'_, '_>, align: Align) {
        let name = &setter.edition.publisher.name;
        if !name.is_empty() {
            let tint = setter.palette.on_ground();
            let how = Words { role: Role::BookPublisher, size: self.size(0.036), most_lines: 2, align, tint };
            setter.words(name, how, self.at(self.down(0.92)), self.width());
        }
    }

    /// The title between two rules in the middle of the page's upper half.
    fn rules(&self, setter: &mut Setter<'_, '_>) {
        self.ground(setter);
        let colour = setter.palette.colour;
        let rule = |y| Rect { x: self.left(), y, width: self.width(), height: self.size(0.004) };
        let gap = self.size(0.045);
        let top = self.down(0.15);
        setter.fill(colour, rule(top));
        let editors = self.down(0.76);
        let share = self.fitting(setter, 0.115, editors - top - gap * 4);
        let end = self.titles(setter, top + gap, share, Align::Centre, false) + gap;
        setter.fill(colour, rule(end));
        let room = self.area_between(end + gap, editors - gap);
        setter.picture(room);
        self.editors(setter, editors, Align::Centre);
        self.publisher(setter, Align::Centre);
    }

    /// The title on a band of colour from edge to edge.
    fn band(&self, setter: &mut Setter<'_, '_>) {
        self.ground(setter);
        let below = setter.next_layer();
        let pad = self.size(0.08);
        let top = self.down(0.14);
        let share = self.fitting(setter, 0.125, self.down(0.7) - top - pad * 2);
        let end = self.titles(setter, top + pad, share, Align::Start, true) + pad;
        setter.fill_below(setter.palette.colour, self.across(top, end), below);
        let below_editors = self.editors(setter, end + pad, Align::Start);
        let room = self.area_between(below_editors + pad, self.down(0.9) - pad / 2);
        setter.picture(room);
        self.publisher(setter, Align::Start);
    }

    /// Colour all over; a picture fills the upper half from edge to edge, the title stands below it.
    fn field(&self, setter: &mut Setter<'_, '_>) {
        self.ground(setter);
        let top = self.area.y - self.bleed;
        let picture = setter.picture_above(self.across(top, self.down(0.48)));
        let gap = self.size(0.07);
        let title = picture.map_or(self.down(0.2), |picture| picture.y + picture.height + gap);
        let editors = self.down(0.77);
        let share = self.fitting(setter, 0.13, editors - gap * 2 - title);
        let end = self.titles(setter, title, share, Align::Start, true);
        let rule = Rect { x: self.left(), y: end + gap, width: self.size(0.16), height: self.size(0.012) };
        setter.fill(setter.palette.paper, rule);
        self.editors(setter, editors, Align::Start);
        self.publisher(setter, Align::Start);
    }

    fn area_between(&self, top: Length, bottom: Length) -> Rect {
        Rect { x: self.left(), y: top, width: self.width(), height: (bottom - top).max(Length::ZERO) }
    }
}
