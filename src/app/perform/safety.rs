//! Nothing is lost: saving, the journal, questions, and an eye on the folder.

use crate::app::App;
use crate::app::act::{Answer, Edit};
use crate::app::questions::{Next, Question};
use crate::app::words::{edits, said};
use crate::edition::change::Change;
use crate::edition::merge::merge;
use std::sync::Arc;
use std::time::Duration;

/// So often unsaved work is written down and the folder looked at.
const EVERY: f64 = 2.0;

impl App {
    /// Writes the edition into its folder.
    pub(super) fn save(&mut self) {
        // An autosave under way would come after the save and leave a journal behind.
        self.save_again = self.journalling || self.saving.is_some();
        let Some(document) = self.document.as_mut().filter(|_| !self.save_again) else { return };
        document.history.pause();
        self.saving = Some(document.generation);
        let journal = document.journal.clone();
        let (edition, dir, stamp) = (document.edition.clone(), document.dir.clone(), document.stamp.clone());
        self.jobs.save(document.generation, edition, dir, stamp, journal);
    }

    /// Takes an answer to the question that is asked.
    pub(super) fn answer(&mut self, ctx: &egui::Context, answer: Answer) {
        match (self.question.take(), answer) {
            (Some(Question::Unsaved(next)), Answer::Save) => {
                self.after_save = Some(next);
                self.save();
            }
            (Some(Question::Unsaved(next)), Answer::Discard) => {
                if let Some(journal) = self.document.as_ref().and_then(|document| document.journal.as_ref()) {
                    // What can't be cleared is offered once more at the next start, and lost to nobody.
                    let _ = journal.clear();
                }
                self.go_on(next);
                ctx.request_repaint();
            }
            (Some(Question::Recover(unsaved)), Answer::Recover) => self.recover(&unsaved),
            (Some(Question::Recover(_)), Answer::DeclineRecovery) => {
                if let Some(journal) = self.document.as_ref().and_then(|document| document.journal.as_ref())
                    && let Err(error) = journal.clear()
                {
                    self.toasts.complain(error.to_string());
                }
            }
            (Some(Question::Changed(conflicts, _)), Answer::Merge(theirs)) => {
                let chosen = conflicts.into_iter().zip(theirs).filter(|(_, theirs)| *theirs);
                let changes = chosen.map(|(conflict, _)| conflict.take_theirs).collect();
                self.change_to(edits::MERGED, Change::Several(changes));
                if std::mem::take(&mut self.save_again) {
                    self.save();
                }
            }
            (Some(question @ (Question::Recover(_) | Question::Changed(..))), _) => {
                self.question = Some(question)
            }
            _ => {}
        }
    }

    /// The unsaved work becomes a change of what the folder says, so that it can be undone.
    fn recover(&mut self, unsaved: &crate::edition::Edition) {
        if let Some(document) = &mut self.document {
            let merged = merge(&document.edition, &document.edition.clone(), unsaved);
            let change = Change::Several(merged.changes);
            document.change(Edit { label: edits::RECOVERED.into(), change, key: None });
        }
    }

    /// Does what takes the place of the open edition; unsaved changes were asked about.
    pub(super) fn go_on(&mut self, next: Next) {
        match next {
            Next::Quit => {
                self.may_close = true;
                self.closing = true;
            }
            Next::Close => self.forget_document(),
            Next::Open(dir) => {
                self.release();
                self.jobs.open(dir);
            }
            Next::Create(dir, files) => {
                self.release();
                self.jobs.create(dir, files);
            }
        }
    }

    /// The lock is given back before another edition, or the same one, is opened; changes were asked about.
    fn release(&mut self) {
        if let Some(document) = &mut self.document {
            document.journal = None;
            document.history.saved();
        }
    }

    /// From time to time unsaved work is written down, and the folder looked at.
    pub(in crate::app) fn look_after_the_folder(&mut self, ctx: &egui::Context) {
        if std::mem::take(&mut self.closing) {
            ctx.send_viewport_cmd(egui::ViewportCommand::Close);
        }
        let now = ctx.input(|input| input.time);
        let Some(document) = &mut self.document else { return };
        if now - self.looked < EVERY {
            ctx.request_repaint_after(Duration::from_secs_f64(EVERY));
            return;
        }
        self.looked = now;
        // A pause in typing ends a step of undo.
        if self.paused_at == document.generation {
            document.history.pause();
        }
        self.paused_at = document.generation;
        if let Some(journal) = document.journal.as_ref().filter(|journal| journal.why_not().is_none())
            && document.is_dirty()
            && document.journalled != document.generation
            && !self.journalling
            && self.saving.is_none()
        {
            self.journalling = true;
            self.jobs.journal(document.generation, document.edition.clone(), Arc::clone(journal));
        }
        if self.saving.is_none() && self.question.is_none() {
            if document.dir.is_dir() {
                self.jobs.look_for_changes(document.dir.clone(), document.stamp.clone());
            } else if !std::mem::replace(&mut document.is_gone, true) {
                document.history.unsaved();
                self.toasts.complain(said::GONE);
            }
        }
        ctx.request_repaint_after(Duration::from_secs_f64(EVERY));
    }
}
