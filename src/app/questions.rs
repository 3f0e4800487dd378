//! Questions that must be answered before the window goes on: unsaved changes, recovery, changed files.

use super::act::{Act, Acts, Answer};
use super::words::ask as words;
use crate::edition::Edition;
use crate::edition::merge::Conflict;
use egui::{Modal, RichText, ScrollArea, Ui};
use std::path::PathBuf;

/// A question.
#[derive(Debug)]
pub(super) enum Question {
    /// Save before this is done?
    Unsaved(Next),
    /// Take up unsaved work?
    Recover(Box<Edition>),
    /// Whose words shall stay? One answer a conflict: whether the file's.
    Changed(Vec<Conflict>, Vec<bool>),
}

/// What is done after a question about unsaved changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// Leave.
    Quit,
    /// Close the edition.
    Close,
    /// Open another.
    Open(PathBuf),
    /// Make a new one.
    Create(PathBuf, Vec<PathBuf>),
}

impl Question {
    /// Draws the question about an edition of this title.
    pub(super) fn show(&mut self, ctx: &egui::Context, title: &str, acts: &mut Acts) {
        let modal =
            Modal::new(egui::Id::unique("question")).frame(super::look::dialog(ctx)).show(ctx, |ui| {
                ui.set_width(480.0);
                match self {
                    Question::Unsaved(_) => unsaved(ui, title, acts),
                    Question::Recover(_) => recover(ui, title, acts),
                    Question::Changed(conflicts, theirs) => changed(ui, conflicts, theirs, acts),
                }
            });
        if modal.should_close() {
            // Recovery and changed files stay asked: closing the question would decide it.
            if matches!(self, Question::Unsaved(_)) {
                acts.push(Act::Answer(Answer::Nothing));
            }
        }
    }
}

fn unsaved(ui: &mut Ui, title: &str, acts: &mut Acts) {
    ui.heading(words::UNSAVED);
    ui.label(words::unsaved(title));
    buttons(
        ui,
        &[(words::SAVE, Answer::Save), (words::DISCARD, Answer::Discard), (words::CANCEL, Answer::Nothing)],
        acts,
    );
}

fn recover(ui: &mut Ui, title: &str, acts: &mut Acts) {
    ui.heading(words::RECOVER_TITLE);
    ui.label(words::recover(title));
    buttons(ui, &[(words::RECOVER, Answer::Recover), (words::DECLINE, Answer::DeclineRecovery)], acts);
}

fn changed(ui: &mut Ui, conflicts: &[Conflict], theirs: &mut [bool], acts: &mut Acts) {
    ui.heading(words::CHANGED_TITLE);
    ui.label(words::CHANGED);
    ScrollArea::vertical().max_height(260.0).show(ui, |ui| {
        for (conflict, theirs) in conflicts.iter().zip(theirs.iter_mut()) {
            ui.add_space(4.0);
            ui.label(&conflict.what);
            ui.horizontal(|ui| {
                ui.selectable_value(theirs, false, words::MINE);
                ui.selectable_value(theirs, true, words::THEIRS);
            });
        }
    });
    buttons(ui, &[(words::APPLY, Answer::Merge(theirs.to_vec()))], acts);
}

fn buttons(ui: &mut Ui, answers: &[(&str, Answer)], acts: &mut Acts) {
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        for (index, (words, answer)) in answers.iter().enumerate() {
            let text = if index == 0 { RichText::new(*words).strong() } else { RichText::new(*words) };
            let response = ui.button(text);
            if index == 0 {
                super::look::default_button(&response);
            }
            if response.clicked() {
                acts.push(Act::Answer(answer.clone()));
            }
        }
    });
}
