//! What lists do alike while something is dragged over them.

use super::look;
use egui::{Ui, vec2};
use std::any::Any;

/// While something of this kind is dragged near an edge, the list moves.
pub(super) fn scroll_at_the_edge<T: Any + Send + Sync>(ui: &mut Ui) {
    const EDGE: f32 = 30.0;
    if !egui::DragAndDrop::has_payload_of_type::<T>(ui.ctx()) {
        return;
    }
    let Some(pointer) = ui.ctx().pointer_latest_pos() else { return };
    let area = ui.clip_rect();
    if !area.x_range().contains(pointer.x) {
        return;
    }
    let above = (area.top() + EDGE - pointer.y).max(0.0);
    let below = (pointer.y - area.bottom() + EDGE).max(0.0);
    if above > 0.0 || below > 0.0 {
        ui.scroll_with_delta(vec2(0.0, (above - below).clamp(-12.0, 12.0)));
        ui.ctx().request_repaint();
    }
}

/// Draws the words for what is dragged beside the pointer.
pub(super) fn ghost(ui: &Ui, words: &str) {
    let Some(at) = ui.ctx().pointer_interact_pos() else { return };
    egui::Area::new(egui::Id::unique("dragged"))
        .order(egui::Order::Tooltip)
        .interactable(false)
        .fixed_pos(at + vec2(12.0, -8.0))
        .show(ui.ctx(), |ui| egui::Frame::popup(ui.style()).show(ui, |ui| ui.label(words)));
}

/// Where something dragged would fall on a row: a line above or below it, and whether it is below. `None` where
/// nothing of this kind is over the row.
pub(super) fn line<T: Any + Send + Sync>(ui: &Ui, response: &egui::Response) -> Option<bool> {
    let below = ui.ctx().pointer_interact_pos()?.y > response.rect.center().y;
    if response.dnd_hover_payload::<T>().is_some() {
        let y = if below { response.rect.bottom() } else { response.rect.top() };
        ui.painter().hline(response.rect.x_range(), y, look::drop_line(ui));
    }
    Some(below)
}
