//! The welcome page: what to begin with.

use super::act::{Act, Acts};
use super::command::Command;
use super::memory::Memory;
use super::words::welcome as words;
use egui::{RichText, Ui, vec2};

/// Draws the page.
pub(super) fn show(ui: &mut Ui, memory: &Memory, acts: &mut Acts) {
    ui.vertical_centered(|ui| {
        ui.add_space((ui.available_height() * 0.16).max(12.0));
        ui.label(RichText::new(words::TITLE).size(34.0).strong());
        ui.label(RichText::new(words::WHAT).size(17.0));
        ui.add_space(22.0);
        for command in [Command::New, Command::Open, Command::OpenSample] {
            let button =
                egui::Button::new(RichText::new(command.name()).size(16.0)).min_size(vec2(260.0, 38.0));
            if ui.add(button).on_hover_text(command.words().1).clicked() {
                acts.run(command);
            }
            ui.add_space(2.0);
        }
        ui.add_space(12.0);
        ui.label(RichText::new(words::DROP).color(super::look::weak(ui)));
        ui.add_space(26.0);
        ui.label(RichText::new(words::RECENT).strong());
        if memory.recent.is_empty() {
            ui.label(RichText::new(words::NO_RECENT).color(super::look::weak(ui)));
        }
        for dir in memory.recent.iter().take(8) {
            let name = dir.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let response = ui.link(RichText::new(name).size(15.0)).on_hover_text(dir.display().to_string());
            if response.clicked() {
                acts.push(Act::Open(dir.clone()));
            }
            response.context_menu(|ui| {
                if ui.button(words::FORGET).clicked() {
                    acts.push(Act::ForgetRecent(dir.clone()));
                }
            });
        }
    });
}
