//! A path that is typed, for desktops without file dialogs: Tab completes it.

use super::dialogs::{Dialog, Kind};
use super::jobs::Purpose;
use super::words::ask as words;
use egui::{Key, Modal, Modifiers};
use std::path::{Path, PathBuf};

/// A question for a path.
#[derive(Debug)]
pub(super) struct PathField {
    /// What it is for.
    pub purpose: Purpose,
    title: String,
    /// Whether only folders can be meant.
    folders: bool,
    typed: String,
}

/// What became of the question.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It is still asked.
    Open,
    /// It was closed.
    Closed,
    /// A path was given.
    Chosen(PathBuf),
}

impl PathField {
    /// Asks what a dialog would have asked.
    pub(super) fn new(purpose: Purpose, dialog: Dialog) -> PathField {
        let mut typed = dialog.folder.unwrap_or_else(|| PathBuf::from("/")).display().to_string();
        if !typed.ends_with('/') {
            typed.push('/');
        }
        match &dialog.kind {
            Kind::Save(name) => typed.push_str(name),
            Kind::NewFolder => typed.push_str(words::NEW_FOLDER),
            Kind::Folder | Kind::Files(..) => {}
        }
        PathField {
            purpose,
            title: dialog.title,
            folders: matches!(dialog.kind, Kind::Folder | Kind::NewFolder),
            typed,
        }
    }

    /// Draws the question.
    pub(super) fn show(&mut self, ctx: &egui::Context) -> Outcome {
        let mut outcome = Outcome::Open;
        let modal = Modal::new(egui::Id::unique("path")).frame(super::look::dialog(ctx)).show(ctx, |ui| {
            ui.set_width(520.0);
            ui.heading(&self.title);
            ui.label(words::PATH_WHY);
            let id = egui::Id::unique("path field");
            let tab = ui.memory(|memory| memory.has_focus(id))
                && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Tab));
            if tab {
                self.typed = completed(&self.typed);
            }
            let field = egui::TextEdit::singleline(&mut self.typed)
                .id(id)
                .desired_width(f32::INFINITY)
                .lock_focus(true);
            let mut output = field.show(ui);
            if tab {
                let end = egui::text::CCursor::new(self.typed.chars().count());
                output.state.cursor.set_char_range(Some(egui::text::CCursorRange::one(end)));
                output.state.store(ui.ctx(), id);
            }
            let response = output.response.response.accessible_name(words::PATH);
            if !response.has_focus() && !response.lost_focus() {
                response.request_focus();
            }
            let enter = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let fitting = |name: &String| !self.folders || name.ends_with('/');
            for name in entries(&self.typed).into_iter().filter(fitting).take(8) {
                if ui.link(&name).clicked() {
                    let folder = self.typed.rfind('/').map_or(0, |slash| slash + 1);
                    self.typed.replace_range(folder.., &name);
                }
            }
            ui.horizontal(|ui| {
                if (ui.button(words::OK).clicked() || enter) && !self.typed.trim().is_empty() {
                    outcome = Outcome::Chosen(PathBuf::from(self.typed.trim()));
                }
                if ui.button(words::CANCEL).clicked() {
                    outcome = Outcome::Closed;
                }
            });
        });
        if outcome == Outcome::Open && modal.should_close() {
            outcome = Outcome::Closed;
        }
        outcome
    }
}

/// The names in the typed folder that begin as the typed name does; folders end in a slash.
fn entries(typed: &str) -> Vec<String> {
    let (folder, start) = typed.rsplit_once('/').unwrap_or(("", typed));
    let folder = if folder.is_empty() { Path::new("/") } else { Path::new(folder) };
    let Ok(read) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut names: Vec<String> = read
        .flatten()
        .map(|entry| {
            let slash = if entry.path().is_dir() { "/" } else { "" };
            format!("{}{slash}", entry.file_name().to_string_lossy())
        })
        .filter(|name| name.starts_with(start) && (!name.starts_with('.') || start.starts_with('.')))
        .collect();
    names.sort();
    names
}

/// The typed path, as far as all names that begin like it agree.
fn completed(typed: &str) -> String {
    let names = entries(typed);
    let Some(first) = names.first() else { return typed.to_string() };
    let common = names.iter().fold(first.as_str(), |common, name| {
        let agree = common.char_indices().zip(name.chars()).find(|((_, a), b)| a != b);
        let end = agree.map_or(common.len().min(name.len()), |((at, _), _)| at);
        &common[..end]
    });
    let folder = typed.rfind('/').map_or(0, |slash| slash + 1);
    format!("{}{common}", &typed[..folder])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_completed_as_far_as_it_is_clear() {
        let dir = tempfile::tempdir().expect("a folder");
        let root = dir.path().display();
        std::fs::create_dir(dir.path().join("editions")).expect("a folder");
        std::fs::write(dir.path().join("editing.txt"), "").expect("a file");
        assert_eq!(completed(&format!("{root}/e")), format!("{root}/editi"));
        assert_eq!(completed(&format!("{root}/editio")), format!("{root}/editions/"));
        assert_eq!(completed(&format!("{root}/x")), format!("{root}/x"));
    }
}
