//! Small pictures of all pages beside the pages.

use super::Pages;
use crate::app::stage::{Picture, Set, View};
use crate::app::words::pages as words;
use egui::{Align2, Color32, Panel, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

const WIDTH: f32 = 76.0;

impl Pages {
    /// Draws the strip; what it wants to be painted goes into `view`.
    pub(super) fn thumbnails(&mut self, ui: &mut Ui, set: &Set, view: &mut View) {
        let trim = set.book.design.trim;
        let height = WIDTH * trim.height.to_pt32() / trim.width.to_pt32();
        let density = ui.ctx().pixels_per_point();
        view.thumbnail_dpi = f64::from(WIDTH * density) / trim.width.to_pt() * 72.0;
        Panel::left("thumbnails").resizable(false).exact_size(WIDTH + 30.0).show(ui, |ui| {
            let row = height + 20.0;
            let current = self.page;
            let reveal = self.jump.is_some();
            let mut area = ScrollArea::vertical().id_salt("thumbnails").auto_shrink(false);
            if reveal {
                let pitch = row + ui.spacing().item_spacing.y;
                let pages = set.book.sheets.len();
                area =
                    area.vertical_scroll_offset(crate::app::look::offset_of_row(ui, current, pitch, pages));
            }
            area.show_rows(ui, row, set.book.sheets.len(), |ui, range| {
                for page in range {
                    let (rect, response) = ui.allocate_exact_size(vec2(WIDTH + 8.0, row), Sense::click());
                    let folio = set.book.sheets[page].folio.to_string();
                    let name = words::thumbnail_for_readers(&folio);
                    response.widget_info(|| {
                        egui::WidgetInfo::selected(egui::Role::Button, true, page == current, &name)
                    });
                    let picture = Rect::from_min_size(rect.min + vec2(4.0, 2.0), vec2(WIDTH, height));
                    let painter = ui.painter();
                    painter.rect_filled(picture, 0.0, Color32::WHITE);
                    if let Some(texture) = self.textures.get(&Picture::Thumbnail(page)) {
                        let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
                        painter.image(texture.id(), picture, whole, Color32::WHITE);
                    }
                    let stroke = if page == current {
                        Stroke::new(2.0, ui.visuals().selection.bg_fill)
                    } else {
                        ui.visuals().widgets.noninteractive.bg_stroke
                    };
                    painter.rect_stroke(picture, 0.0, stroke, StrokeKind::Outside);
                    let under = picture.center_bottom() + vec2(0.0, 2.0);
                    let colour = ui.visuals().text_color();
                    painter.text(under, Align2::CENTER_TOP, folio, crate::app::look::small(), colour);
                    view.pictures.push(Picture::Thumbnail(page));
                    if response.clicked() {
                        self.go(page);
                    }
                }
            });
        });
    }
}
