//! What stands between the sections of a piece.

use super::Builder;
use crate::design::{Ornament, Role};
use crate::page::flow::{Body, GridFit, Row, RowPicture};
use crate::page::sheet::NodeKind;
use crate::units::{Length, Rect};
use std::sync::Arc;

/// Dots an inch at which a picture is printed that is small enough.
const DOTS: f64 = 300.0;

impl Builder<'_, '_> {
    /// Adds the ornament of the design.
    pub(super) fn ornament(&mut self) {
        match self.desk.studio.design.ornament.clone() {
            Ornament::Sign(sign) => self.plain(Role::Ornament, &sign),
            Ornament::Picture(picture) => self.pictured_ornament(&picture),
        }
        self.first = true;
    }

    /// A picture as ornament: at most a line of the grid high and half the measure wide, in the middle. It says nothing
    /// that the words do not, so that it is decoration to those who can't see it.
    fn pictured_ornament(&mut self, key: &Arc<str>) {
        let studio = self.desk.studio;
        let Some(picture) = studio.pictures.get(key) else { return };
        let (across, down) = (f64::from(picture.width), f64::from(picture.height));
        let room = self.measure();
        let natural = Length::pt(across * 72.0 / DOTS);
        let highest = studio.design.leading.scale(across / down);
        let width = natural.min(highest).min(room / 2).max(Length(1));
        let height = width.scale(down / across).max(Length(1));
        let node = self.desk.node(NodeKind::Artifact, self.parent, self.language, None);
        let area = Rect { x: (room - width) / 2, y: Length::ZERO, width, height };
        let picture = Some(RowPicture { area, picture: key.clone(), node });
        let row = Row { picture, ..Row::of_lines(Vec::new(), height, room, node) };
        let body = Body::Rows { rows: vec![row], head: None, notes: Vec::new(), whole: false };
        let style = studio.design.style(Role::Ornament);
        self.push(&style, self.language, body, node, 0..0, GridFit::Middle);
    }
}
