//! All commands by name, and all keys at a glance.

use super::act::Acts;
use super::command::Command;
use super::words::{ask, palette as words};
use egui::{Key, Modal, ScrollArea, Ui};

/// The command palette, while it is open.
#[derive(Debug, Default)]
pub(super) struct Palette {
    typed: String,
    /// Which of the found commands Enter runs.
    chosen: usize,
}

impl Palette {
    /// Draws it; whether it stays open.
    pub(super) fn show(
        &mut self,
        ctx: &egui::Context,
        can: impl Fn(Command) -> bool,
        acts: &mut Acts,
    ) -> bool {
        let mut open = true;
        let modal = Modal::new(egui::Id::unique("palette")).frame(super::look::dialog(ctx)).show(ctx, |ui| {
            ui.set_width(460.0);
            let field = egui::TextEdit::singleline(&mut self.typed)
                .hint_text(words::HINT)
                .desired_width(f32::INFINITY);
            let response = ui.add(field).accessible_name(words::HINT);
            if response.changed() {
                self.chosen = 0;
            }
            response.request_focus();
            let found: Vec<Command> =
                Command::ALL.iter().copied().filter(|c| self.is_wanted(*c) && can(*c)).collect();
            if found.is_empty() {
                ui.weak(words::NOTHING);
            }
            self.move_choice(ui, found.len());
            let enter = ui.input(|input| input.key_pressed(Key::Enter));
            ScrollArea::vertical().max_height(360.0).min_scrolled_height(360.0).show(ui, |ui| {
                for (index, command) in found.iter().enumerate() {
                    let mut button = egui::Button::selectable(index == self.chosen, command.name());
                    if let Some(shortcut) = command.shortcut() {
                        button = button.shortcut_text(ui.ctx().format_shortcut(&shortcut));
                    }
                    let button = button.min_size(egui::vec2(ui.available_width(), 0.0));
                    let response = ui.add(button).on_hover_text(command.words().1);
                    if index == self.chosen {
                        response.scroll_to_me(None);
                    }
                    if response.clicked() || (enter && index == self.chosen) {
                        acts.run(*command);
                        open = false;
                    }
                }
            });
        });
        open && !modal.should_close()
    }

    /// Whether all words typed are in the command's name or sentence.
    fn is_wanted(&self, command: Command) -> bool {
        let (name, does) = command.words();
        let text = format!("{name} {does}").to_lowercase();
        command != Command::Palette
            && self.typed.to_lowercase().split_whitespace().all(|word| text.contains(word))
    }

    fn move_choice(&mut self, ui: &Ui, count: usize) {
        let (down, up) =
            ui.input(|input| (input.key_pressed(Key::ArrowDown), input.key_pressed(Key::ArrowUp)));
        if down {
            self.chosen += 1;
        }
        if up {
            self.chosen = self.chosen.saturating_sub(1);
        }
        self.chosen = self.chosen.min(count.saturating_sub(1));
    }
}

/// The list of all keys; whether it stays open.
pub(super) fn keys(ctx: &egui::Context) -> bool {
    let mut open = true;
    let modal = Modal::new(egui::Id::unique("keys")).frame(super::look::dialog(ctx)).show(ctx, |ui| {
        ui.set_width(520.0);
        ui.heading(words::KEYS);
        ScrollArea::vertical().max_height(420.0).auto_shrink([false, true]).show(ui, |ui| {
            egui::Grid::new("keys").num_columns(2).striped(true).show(ui, |ui| {
                for command in Command::ALL {
                    if let Some(shortcut) = command.shortcut() {
                        ui.strong(ui.ctx().format_shortcut(&shortcut));
                        ui.label(command.words().1);
                        ui.end_row();
                    }
                }
                for (key, does) in words::MORE_KEYS {
                    ui.strong(*key);
                    ui.label(*does);
                    ui.end_row();
                }
            });
        });
        if ui.button(ask::CLOSE).clicked() {
            open = false;
        }
    });
    open && !modal.should_close()
}
