//! Menus, the bar of buttons below them, and the line of state at the foot.

use super::act::{Act, Acts};
use super::command::Command;
use super::document::Document;
use super::jobs::Progress;
use super::memory::{Centre, Memory};
use super::words::{bars as words, jobs as stages};
use crate::notice::Weight;
use egui::{Button, RichText, Ui};
use std::path::PathBuf;

/// What the bars must know.
#[derive(Debug)]
pub(super) struct State<'a> {
    /// The open edition.
    pub document: Option<&'a Document>,
    /// What is remembered.
    pub memory: &'a Memory,
    /// How far an export under way is.
    pub export: Option<Progress>,
    /// How many files of how many are read, while some are.
    pub reading: Option<(usize, usize)>,
    /// Whether a save is under way.
    pub saving: bool,
}

impl State<'_> {
    fn can(&self, command: Command) -> bool {
        let Some(document) = self.document else { return !command.needs_edition() };
        match command {
            Command::Undo => document.history.undo_label().is_some(),
            Command::Redo => document.history.redo_label().is_some(),
            Command::Export | Command::Proofs => self.export.is_none(),
            Command::NextVariant => !document.edition.variants.is_empty(),
            _ => true,
        }
    }
}

/// A line of a menu.
pub(super) fn item(ui: &mut Ui, command: Command, enabled: bool, acts: &mut Acts) {
    let mut button = Button::new(command.name());
    if let Some(shortcut) = command.shortcut() {
        button = button.shortcut_text(ui.ctx().format_shortcut(&shortcut));
    }
    if ui.add_enabled(enabled, button).on_hover_text(command.words().1).clicked() {
        acts.run(command);
        ui.close();
    }
}

/// A small button with a sign.
pub(super) fn small(ui: &mut Ui, sign: &str, command: Command, acts: &mut Acts) {
    let response = ui.button(sign).accessible_name(command.name()).on_hover_text(tip(ui, command));
    if response.clicked() {
        acts.run(command);
    }
}

/// A button that is pressed or not.
pub(super) fn toggle(ui: &mut Ui, on: bool, command: Command, acts: &mut Acts) {
    let tip = tip(ui, command);
    if ui.selectable_label(on, command.name()).on_hover_text(tip).clicked() {
        acts.run(command);
    }
}

/// What a command does, and its key.
fn tip(ui: &Ui, command: Command) -> String {
    let does = command.words().1;
    match command.shortcut() {
        Some(shortcut) => format!("{does} ({})", ui.ctx().format_shortcut(&shortcut)),
        None => does.to_string(),
    }
}

/// The menus.
pub(super) fn menus(ui: &mut Ui, state: &State<'_>, acts: &mut Acts) {
    use Command as C;
    egui::MenuBar::new().ui(ui, |ui| {
        file_menu(ui, state, acts);
        let mut menu = |ui: &mut Ui, name: &str, commands: &[Option<Command>]| {
            ui.menu_button(name, |ui| {
                for command in commands {
                    match command {
                        Some(command) => item(ui, *command, state.can(*command), acts),
                        None => _ = ui.separator(),
                    }
                }
            });
        };
        let edit = [
            Some(C::Undo),
            Some(C::Redo),
            None,
            Some(C::Find),
            Some(C::FindEverywhere),
            None,
            Some(C::SelectAll),
            Some(C::Rename),
            Some(C::Duplicate),
            Some(C::Delete),
        ];
        menu(ui, words::EDIT, &edit);
        let arrange = [
            Some(C::MoveUp),
            Some(C::MoveDown),
            Some(C::Include),
            Some(C::NewPart),
            None,
            Some(C::SortByTitle),
            Some(C::SortByAuthor),
            Some(C::SortByDate),
        ];
        menu(ui, words::ARRANGE, &arrange);
        let view = [
            Some(C::ShowPages),
            Some(C::ShowText),
            Some(C::ShowBoth),
            Some(C::ShowEbook),
            Some(C::ShowBoard),
            None,
            Some(C::Spreads),
            Some(C::Thumbnails),
            Some(C::Guides),
            Some(C::GoToPage),
            Some(C::NextPage),
            Some(C::PreviousPage),
            Some(C::NextVariant),
            None,
            Some(C::ZoomIn),
            Some(C::ZoomOut),
            Some(C::ActualSize),
            Some(C::FitPage),
            Some(C::FitWidth),
            None,
            Some(C::ShowContents),
            Some(C::ShowInspector),
            Some(C::ShowNotices),
            None,
            Some(C::Light),
            Some(C::Dark),
            Some(C::SystemColours),
            None,
            Some(C::TypePaths),
        ];
        menu(ui, words::VIEW, &view);
        menu(ui, words::HELP, &[Some(C::Palette), Some(C::Keys), Some(C::OpenSample)]);
    });
}

fn file_menu(ui: &mut Ui, state: &State<'_>, acts: &mut Acts) {
    use Command as C;
    ui.menu_button(words::FILE, |ui| {
        let items = |ui: &mut Ui, commands: &[Command], acts: &mut Acts| {
            commands.iter().for_each(|command| item(ui, *command, state.can(*command), acts));
        };
        items(ui, &[C::New, C::Open], acts);
        let recent = &state.memory.recent;
        ui.add_enabled_ui(!recent.is_empty(), |ui| {
            ui.menu_button(words::RECENT, |ui| recent_menu(ui, recent, acts));
        });
        ui.separator();
        items(ui, &[C::Add, C::PastePiece], acts);
        ui.separator();
        items(ui, &[C::Save, C::Export, C::Proofs], acts);
        ui.separator();
        items(ui, &[C::Close, C::Quit], acts);
    });
}

/// The editions opened before, as a menu.
fn recent_menu(ui: &mut Ui, recent: &[PathBuf], acts: &mut Acts) {
    for dir in recent {
        let name = dir.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if ui.button(name).on_hover_text(dir.display().to_string()).clicked() {
            acts.push(Act::Open(dir.clone()));
            ui.close();
        }
    }
}

/// The bar of buttons.
pub(super) fn buttons(ui: &mut Ui, state: &State<'_>, acts: &mut Acts) {
    ui.horizontal(|ui| {
        for (centre, command) in [
            (Centre::Pages, Command::ShowPages),
            (Centre::Text, Command::ShowText),
            (Centre::Both, Command::ShowBoth),
            (Centre::Ebook, Command::ShowEbook),
            (Centre::Board, Command::ShowBoard),
        ] {
            toggle(ui, state.memory.centre == centre, command, acts);
        }
        ui.separator();
        for command in [Command::Undo, Command::Redo] {
            let label = state.document.and_then(|document| match command {
                Command::Undo => document.history.undo_label(),
                _ => document.history.redo_label(),
            });
            let tip = label.map_or_else(|| tip(ui, command), |label| words::history(command.name(), label));
            if ui.add_enabled(state.can(command), Button::new(command.name())).on_hover_text(tip).clicked() {
                acts.run(command);
            }
        }
        ui.separator();
        let unsaved = state.document.is_some_and(Document::is_dirty);
        let save = Button::new(Command::Save.name());
        if ui.add_enabled(unsaved && !state.saving, save).on_hover_text(tip(ui, Command::Save)).clicked() {
            acts.run(Command::Save);
        }
        let export = Button::new(RichText::new(Command::Export.name()).strong());
        if ui
            .add_enabled(state.can(Command::Export), export)
            .on_hover_text(tip(ui, Command::Export))
            .clicked()
        {
            acts.run(Command::Export);
        }
    });
}

/// The line of state.
pub(super) fn status(ui: &mut Ui, state: &State<'_>, acts: &mut Acts) {
    ui.horizontal(|ui| {
        let Some(document) = state.document else {
            ui.weak(words::NOTHING_OPEN);
            return;
        };
        let counts =
            [Weight::Fault, Weight::Doubt, Weight::Remark].map(|weight| (weight, document.count(weight)));
        let total: usize = counts.iter().map(|(_, count)| count).sum();
        let label =
            if total == 0 { words::NO_NOTICES.to_string() } else { words::notices(counts.map(|(_, n)| n)) };
        let gravest = counts.iter().find(|(_, count)| *count > 0);
        let colour =
            gravest.map_or_else(|| super::look::weak(ui), |(weight, _)| super::look::weight(ui, *weight));
        let notices = Button::selectable(state.memory.notices, RichText::new(label).color(colour));
        if ui.add(notices).on_hover_text(tip(ui, Command::ShowNotices)).clicked() {
            acts.run(Command::ShowNotices);
        }
        ui.separator();
        let pieces = document.in_view().included().count();
        let pages = document.set.as_ref().map_or(0, |set| set.book.sheets.len());
        ui.label(words::size(pieces, document.all_words(), pages));
        ui.separator();
        let saved = match (state.saving, document.is_dirty()) {
            (true, _) => words::SAVING,
            (false, true) => words::UNSAVED,
            (false, false) => words::SAVED,
        };
        ui.label(saved);
        if let Some(progress) = state.export {
            ui.separator();
            ui.add(
                egui::ProgressBar::new(progress.done).desired_width(180.0).text(stages::progress(progress)),
            );
            if ui.button(stages::CANCEL).clicked() {
                acts.push(Act::Cancel);
            }
        }
        // What is read in no time needs no bar.
        if let Some((done, of)) = state.reading.filter(|(_, of)| *of > 1) {
            ui.separator();
            let bar = egui::ProgressBar::new(done as f32 / of as f32);
            ui.add(bar.desired_width(180.0).text(stages::reading(done, of)));
            if ui.button(stages::CANCEL).clicked() {
                acts.push(Act::Cancel);
            }
        }
    });
}
