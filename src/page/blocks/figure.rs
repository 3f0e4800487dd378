//! Pictures with their captions.

use super::{Builder, baseline};
use crate::design::{Align, Role};
use crate::edition::text::Paragraph;
use crate::notice::Rule;
use crate::page::content::content;
use crate::page::flow::{Body, GridFit};
use crate::page::sheet::NodeKind;
use crate::text::Measure;
use crate::text::line::Line;
use crate::units::Length;
use std::sync::Arc;

impl Builder<'_, '_> {
    pub(super) fn figure(
        &mut self,
        key: &Arc<str>,
        alt: &Arc<str>,
        caption: Option<&Paragraph>,
        landscape: bool,
    ) {
        let turned = landscape && self.is_wide(key);
        let design = self.desk.studio.design;
        let node = self.desk.node(NodeKind::Figure, self.parent, self.language, None);
        self.desk.nodes[node.0 as usize].alt = Some(alt.clone());
        let (measure, highest) = self.room_for_picture(turned);
        let caption_style = design.style(Role::Caption);
        let caption_node = self.desk.node(NodeKind::Block(Role::Caption), node, self.language, None);
        let mut room = measure;
        let (lines, caption_height, (width, height, picture)) = loop {
            let lines = self.caption(caption, room);
            let caption_height = match lines.len() {
                0 => Length::ZERO,
                count => caption_style.before + caption_style.leading * count as i32,
            };
            let most = (highest - caption_height).max(design.leading);
            let size = self.picture_size(key, measure, most);
            // The caption of a turned picture is as wide as the picture, which it may make smaller.
            if !turned || size.0 >= room {
                break (lines, caption_height, size);
            }
            room = size.0;
        };
        let mut caption_lines = Vec::new();
        for (index, line) in lines.iter().enumerate() {
            let y = height
                + caption_style.before
                + caption_style.leading * index as i32
                + baseline(&caption_style);
            caption_lines.push((y, line.clone()));
        }
        let total = height + caption_height;
        let offset = (measure - width) / 2;
        let caption = caption_lines;
        let body = Body::Picture { picture, width, height, offset, caption, caption_node, total, turned };
        let style = design.style(Role::Figure);
        let follows_heading = self.last().is_some_and(|block| block.keep_with_next);
        self.push(&style, self.language, body, node, 0..0, GridFit::Middle);
        if turned {
            // The text goes on as if it were not there.
            if let Some(figure) = self.last() {
                figure.keep_with_next = follows_heading;
            }
            return;
        }
        self.first = true;
    }

    /// The lines of a caption of this width.
    fn caption(&mut self, caption: Option<&Paragraph>, width: Length) -> Arc<[Arc<Line>]> {
        let Some(words) = caption else { return Arc::default() };
        let style = self.desk.studio.design.style(Role::Caption);
        let content = content(words, style.text, self.language);
        let align = if style.align == Align::Justified { Align::Start } else { style.align };
        let set = self.desk.set(&content, &Measure::new(width, align), &words.source);
        let best = set.best();
        self.desk.lines(&set, best)
    }

    /// The width and the height that a picture may have: turned, those of the page change places.
    fn room_for_picture(&self, turned: bool) -> (Length, Length) {
        let design = self.desk.studio.design;
        let height = design.leading * design.depth;
        if turned { (height, design.measure()) } else { (self.measure(), height) }
    }

    /// Whether a picture is worth a turned page; says so where it is not.
    fn is_wide(&mut self, key: &Arc<str>) -> bool {
        let Some(picture) = self.desk.studio.pictures.get(key) else { return false };
        let is_wide = u64::from(picture.width) * 10 >= u64::from(picture.height) * 12;
        if !is_wide {
            let what =
                format!("the picture “{key}” is not wide enough for a turned page; it stands in the text");
            let name = key.rsplit('/').next().unwrap_or(key);
            let line = self.desk.origin.markdown.find(name).map_or(0..0, |at| at..at + 1);
            let place = self.desk.place(&line);
            self.desk.notices.of(Rule::Design).doubt(place, what, "leave out {.landscape}");
        }
        is_wide
    }

    /// As wide as the measure, but no larger than 150 dots an inch allow, and no higher than the page.
    fn picture_size(
        &self,
        key: &Arc<str>,
        measure: Length,
        most: Length,
    ) -> (Length, Length, Option<Arc<str>>) {
        let Some(picture) = self.desk.studio.pictures.get(key) else {
            return (measure, self.desk.studio.design.leading * 4, None);
        };
        let natural = Length::pt(f64::from(picture.width) * 72.0 / 150.0);
        let width = measure.min(natural.max(Length::pt(36.0)));
        let height = width.scale(f64::from(picture.height) / f64::from(picture.width));
        if height <= most {
            return (width, height.max(Length(1)), Some(key.clone()));
        }
        let width = most.scale(f64::from(picture.width) / f64::from(picture.height));
        (width.max(Length(1)), most, Some(key.clone()))
    }
}
