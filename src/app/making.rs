//! What the dialogs that make files have in common: they ask, show how far the work is, and what came of it.

use super::act::{Act, Acts};
use super::jobs::Progress;
use super::look;
use super::words::{ask, jobs as stages};
use crate::notice::{Error, Weight};
use egui::{Modal, Ui};
use std::path::PathBuf;

/// How far a dialog is that makes files.
#[derive(Debug)]
pub(super) enum State {
    /// It asks what is wanted; also when the work was stopped.
    Asking,
    /// The files are being made.
    Running(Progress),
    /// They are made.
    Done(Vec<PathBuf>),
    /// They could not be made.
    Failed(Error),
}

/// Draws such a dialog; whether it stays open, as its content says.
pub(super) fn dialog(
    ctx: &egui::Context,
    name: &'static str,
    title: &str,
    content: impl FnOnce(&mut Ui) -> bool,
) -> bool {
    let modal = Modal::new(egui::Id::unique(name)).frame(look::dialog(ctx)).show(ctx, |ui| {
        ui.set_width(540.0);
        ui.heading(title);
        content(ui)
    });
    // Escape and a click beside it close the dialog; work under way goes on, and the line of state shows it.
    modal.inner && !modal.should_close()
}

/// How far the work is, with a way to stop it.
pub(super) fn running(ui: &mut Ui, progress: Progress, acts: &mut Acts) -> bool {
    ui.add_space(8.0);
    ui.add(egui::ProgressBar::new(progress.done).text(stages::progress(progress)));
    ui.add_space(8.0);
    if ui.button(stages::CANCEL).clicked() {
        acts.push(Act::Cancel);
    }
    true
}

/// Why there are none; whether the dialog stays open.
pub(super) fn failed(ui: &mut Ui, error: &Error) -> bool {
    ui.add_space(8.0);
    ui.colored_label(look::weight(ui, Weight::Fault), error.to_string());
    ui.add_space(10.0);
    !ui.button(ask::CLOSE).clicked()
}
