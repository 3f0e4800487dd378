//! The list of texts at the left of the sheet.

use super::Sheet;
use super::text::Urgency;
use crate::app::look;
use crate::app::words::intake as words;
use crate::import::add::Joins;
use egui::{Rect, RichText, ScrollArea, Sense, Ui, pos2, vec2};

/// The height of a row in points.
const ROW: f32 = 42.0;

impl Sheet {
    /// Draws the list.
    pub(super) fn list(&mut self, ui: &mut Ui) {
        ui.label(RichText::new(words::TEXTS).strong());
        let said = if self.said.is_empty() { 0.0 } else { 120.0 };
        let height = (ui.available_height() - said).max(80.0);
        let mut scroll = ScrollArea::vertical().id_salt("intake list").max_height(height);
        if std::mem::take(&mut self.reveal) {
            scroll =
                scroll.vertical_scroll_offset(look::offset_of_row(ui, self.current, ROW, self.texts.len()));
        }
        scroll.auto_shrink([false, self.said.is_empty()]).show_rows(ui, ROW, self.texts.len(), |ui, rows| {
            rows.for_each(|row| self.row(ui, row));
        });
        if !self.said.is_empty() {
            ui.separator();
            ui.label(RichText::new(words::unread(self.said.len())).strong());
            ScrollArea::vertical().id_salt("intake said").show(ui, |ui| {
                self.said.iter().for_each(|said| _ = ui.label(RichText::new(said).font(look::small())));
            });
        }
    }

    fn row(&mut self, ui: &mut Ui, index: usize) {
        let Some(text) = self.texts.get_mut(index) else { return };
        let rect = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), ROW - 6.0));
        let (title, status) = (text.title(), text.status());
        let tick = Rect::from_min_size(rect.min, vec2(26.0, rect.height()));
        let mut joins = text.incoming.joins != Joins::Not;
        let ticked = ui.put(tick, egui::Checkbox::without_text(&mut joins));
        let ticked = ticked.on_hover_text(words::tick_for_readers(&title));
        ticked.widget_info(|| {
            egui::WidgetInfo::selected(egui::Role::CheckBox, true, joins, words::tick_for_readers(&title))
        });
        if ticked.changed() {
            text.incoming.joins = match (&text.incoming.earlier, joins) {
                (_, false) => Joins::Not,
                (Some(earlier), true) if !earlier.is_same => Joins::AsVersion,
                _ => Joins::AsPiece,
            };
        }
        let rest = Rect::from_min_max(pos2(tick.right() + 2.0, rect.top()), rect.max);
        let response = ui.interact(rest, egui::Id::unique(("intake text", text.number)), Sense::click());
        let selected = index == self.current;
        let name = words::text_for_readers(&title, &status);
        response.widget_info(|| egui::WidgetInfo::selected(egui::Role::ListBoxOption, true, selected, &name));
        let visuals = ui.style().interact_selectable(&response, selected);
        if selected || response.hovered() || response.has_focus() {
            ui.painter().rect_filled(rest, 4.0, visuals.weak_bg_fill);
        }
        let line = |top: f32| {
            Rect::from_min_size(pos2(rest.left() + 4.0, rest.top() + top), vec2(rest.width() - 8.0, 16.0))
        };
        look::line(ui, line(2.0), &title, look::body(), visuals.text_color(), false);
        let below = format!("{} · {status}", text.name());
        let colour = match text.urgency() {
            Urgency::Doubtful => look::weight(ui, crate::notice::Weight::Doubt),
            Urgency::WantsALook | Urgency::Sure => look::weak(ui),
        };
        look::line(ui, line(19.0), &below, look::small(), colour, false);
        if response.clicked() {
            response.request_focus();
            self.current = index;
        }
    }
}
