//! What threads tell the window.

use crate::app::act::{Act, Edit, Selection};
use crate::app::document::Document;
use crate::app::export::Export;
use crate::app::jobs::{Found, News, OpenedEdition, Progress, SavedEdition, Stage, Wanted, WantedProofs};
use crate::app::making::State;
use crate::app::proofs::Proofs;
use crate::app::questions::Question;
use crate::app::stage::Event;
use crate::app::words::{edits, said};
use crate::app::{App, Underway, intake, memory};
use crate::edition::arrange;
use crate::edition::change::Change;
use crate::edition::merge::merge;
use crate::import::add::{Added, Incoming, Joins, Reading, Source};
use crate::notice::{Error, Notices, Result, Weight};
use std::path::PathBuf;
use std::sync::Arc;

impl App {
    /// Takes all news.
    pub(in crate::app) fn take_news(&mut self, ctx: &egui::Context) {
        while let Ok(event) = self.stage.events.try_recv() {
            match event {
                Event::Set(set) => {
                    let Some(document) = &mut self.document else { continue };
                    let is_newest = document.is_newest(&set);
                    let last = set.book.sheets.len().saturating_sub(1);
                    document.take_set(set);
                    // The book may have become shorter.
                    self.pages.page = self.pages.page.min(last);
                    if is_newest && let Some(file) = self.pages.awaited.take() {
                        self.show_page_of(&file, 0);
                        continue;
                    }
                    // The cursor may stand on another page now.
                    if self.memory.centre == memory::Centre::Both
                        && let Some((file, byte)) = self.pages.cursor.clone()
                    {
                        self.show_page_of(&file, byte);
                    }
                }
                Event::Painted(painted) => self.pages.take(ctx, painted),
                Event::Failed(why) => self.toasts.complain(said::broke_off(&why)),
            }
        }
        while let Ok(news) = self.jobs.news.try_recv() {
            self.take(news);
        }
    }

    fn take(&mut self, news: News) {
        match news {
            News::Verified(reports) => {
                if let Some(export) = &mut self.export {
                    export.verified(reports);
                }
            }
            News::Opened(Ok(opened)) => self.opened(*opened),
            News::Opened(Err(error)) => self.toasts.complain(error.to_string()),
            News::Created { result: Ok(dir), files } => {
                self.begins_with = files;
                self.jobs.open(dir);
            }
            News::Created { result: Err(error), .. } => self.toasts.complain(error.to_string()),
            News::Reading { job, progress } => {
                if let Some(reading) = self.reading.as_mut().filter(|reading| reading.job == job) {
                    // Threads tell it in any order.
                    reading.progress = reading.progress.max(progress);
                }
            }
            News::Read { job, reading } => self.has_read(job, *reading),
            News::Added { generation, incoming, added, notices } => {
                self.added(generation, incoming, *added, &notices);
            }
            News::Saved { generation, result } => self.saved(generation, result),
            News::Journalled { generation, result } => self.journalled(generation, result),
            News::Stage { job, progress } => {
                if let Some(exporting) = self.exporting.as_mut().filter(|exporting| exporting.job == job) {
                    exporting.progress = progress;
                    self.show_progress(progress);
                }
            }
            News::Exported { job, result } => self.exported(job, result),
            News::Changed(found) => self.changed_on_disk(found),
            News::NotSaved(found) => {
                self.saving = None;
                self.changed_on_disk(found);
                // What is asked now is saved after the answer.
                self.save_again = self.question.is_some();
                if !self.save_again {
                    self.save();
                }
            }
            News::Chosen(purpose, paths) => self.chosen(purpose, paths),
            News::NoDialog(purpose, dialog) => {
                self.path = Some(crate::app::pathfield::PathField::new(purpose, dialog));
            }
        }
    }

    fn opened(&mut self, opened: OpenedEdition) {
        self.memory.opened(&opened.dir);
        if opened.elsewhere {
            self.toasts.complain(said::ELSEWHERE);
        }
        if opened.journal.as_ref().is_some_and(|journal| journal.why_not().is_some()) {
            self.toasts.complain(said::READ_ONLY);
        }
        let unsaved = opened.unsaved.map(Question::Recover);
        let OpenedEdition { dir, edition, stamp, journal, notices, .. } = opened;
        self.forget_document();
        self.document = Some(Document::new(dir, edition, stamp, journal, notices));
        self.question = unsaved;
        self.staged = 0;
        self.stage_newest();
        // A window that was left with a text shows one again.
        self.show_centre(self.memory.centre);
        let files = std::mem::take(&mut self.begins_with);
        self.is_beginning = !files.is_empty();
        if self.is_beginning {
            self.acts.push(Act::Add(Source::Files(files)));
        }
    }

    /// Nothing is open any more.
    pub(in crate::app) fn forget_document(&mut self) {
        self.stage.clear();
        self.document = None;
        self.pages.clear();
        self.ebook.clear();
        self.editor = crate::app::editor::Editor::default();
        self.contents = crate::app::contents::Contents::default();
        self.selection = Selection::Edition;
        self.export = None;
        self.proofs = None;
        self.intake = None;
    }

    /// Texts were read: what is doubtful in them is looked at first, the others join at once.
    fn has_read(&mut self, job: u64, reading: Reading) {
        if self.reading.as_ref().is_some_and(|reading| reading.job == job) {
            self.reading = None;
        }
        let mut notices = reading.notices;
        for Error { place, what, hint } in reading.failed {
            notices.fault(place, what, hint);
        }
        let Some(document) = &self.document else { return };
        if reading.incoming.is_empty() {
            self.say_faults(&notices);
            self.toasts.complain(said::NO_TEXT);
        } else if let Some(sheet) = &mut self.intake {
            sheet.more(document, reading.incoming, &notices);
        } else if self.memory.looks_at_all || reading.incoming.iter().any(Incoming::wants_a_look) {
            self.intake = Some(intake::Sheet::new(document, reading.incoming, &notices));
        } else {
            for text in &reading.incoming {
                notices.append(text.notices.clone());
            }
            self.say_faults(&notices);
            self.acts.push(Act::Join(reading.incoming));
        }
    }

    fn added(&mut self, generation: u64, incoming: Vec<Incoming>, added: Added, notices: &Notices) {
        self.say_faults(notices);
        let Some(document) = &self.document else { return };
        if generation != document.generation {
            // The edition changed while the pieces were made: names may be taken now.
            self.acts.push(Act::Join(incoming));
            return;
        }
        if added.pieces.is_empty() && added.changed.is_empty() {
            let same = incoming.iter().all(|text| text.joins == Joins::Not);
            return if same {
                self.toasts.say(said::NOTHING_NEW)
            } else {
                self.toasts.complain(said::NO_TEXT)
            };
        }
        if let Err(error) = added.originals.keep(&document.dir) {
            self.toasts.complain(error.to_string());
        }
        let (new, changed) = (added.pieces.len(), added.changed.len());
        let files = added.pieces.iter().map(|piece| piece.file.clone());
        let files: Vec<PathBuf> = added.changed.into_iter().chain(files).collect();
        // Changes of pieces go first: the new order is made of the pieces as they are then.
        let mut edition = document.edition.as_ref().clone();
        edition.apply(Change::Several(added.changes.clone()));
        let place = arrange::added(&edition, added.pieces, self.slot_for_new());
        let mut changes = added.changes;
        changes.push(place);
        self.change_to(edits::added(new + changed), Change::Several(changes));
        self.toasts.say(said::added(new, changed));
        if std::mem::take(&mut self.is_beginning) {
            // An edition that was asked for with its texts is there with them.
            self.save();
        }
        self.selection = Selection::Pieces;
        self.pages.awaited = files.last().cloned();
        self.contents.select(files);
        self.stage_newest();
    }

    /// The faults of an import, the first ones in full.
    fn say_faults(&mut self, notices: &Notices) {
        let faults: Vec<String> = notices
            .iter()
            .filter(|notice| notice.weight != Weight::Remark)
            .map(ToString::to_string)
            .collect();
        for fault in faults.iter().take(3) {
            self.toasts.complain(fault.clone());
        }
        if faults.len() > 3 {
            self.toasts.complain(said::more(faults.len() - 3));
        }
    }

    fn saved(&mut self, generation: u64, result: Result<SavedEdition>) {
        self.saving = None;
        let next = self.after_save.take();
        let Some(document) = &mut self.document else { return };
        match result {
            Ok(saved) => {
                document.base = saved.edition;
                document.take_lines(&saved.read);
                document.stamp = saved.stamp;
                document.take_notices(&saved.notices);
                if document.generation == generation {
                    document.history.saved();
                    document.journalled = generation;
                }
                document.take_documents(&saved.read);
                document.has_journal = false;
                let title = document.title();
                self.toasts.say(said::saved(&title));
                if let Some(next) = next {
                    self.leave(next);
                }
            }
            // The question was answered with “save”, which failed: the window stays.
            Err(error) => self.toasts.complain(error.to_string()),
        }
    }

    fn journalled(&mut self, generation: u64, result: Result<()>) {
        self.journalling = false;
        if self.save_again {
            self.save();
        }
        let Some(document) = &mut self.document else { return };
        match result {
            Ok(()) => {
                document.journalled = generation;
                document.has_journal = true;
            }
            Err(error) => {
                // Said once: the next try comes with the next change.
                document.journalled = document.generation;
                self.toasts.complain(error.to_string());
            }
        }
    }

    fn exported(&mut self, job: u64, result: Result<Option<(Vec<PathBuf>, Notices)>>) {
        if self.exporting.as_ref().is_none_or(|exporting| exporting.job != job) {
            return;
        }
        self.exporting = None;
        let result = result.map(|done| {
            done.map(|(files, notices)| {
                self.say_faults(&notices);
                files
            })
        });
        let dialog = making(&mut self.proofs, &mut self.export).next();
        match (result, dialog) {
            (Ok(Some(files)), Some(state)) => *state = State::Done(files),
            (Ok(Some(files)), None) => self.toasts.say(said::exported(&files)),
            (Ok(None), state) => {
                if let Some(state) = state {
                    *state = State::Asking;
                }
                self.toasts.say(said::STOPPED);
            }
            (Err(error), Some(state)) => *state = State::Failed(error),
            (Err(error), None) => self.toasts.complain(error.to_string()),
        }
    }

    /// Files were changed by another program: what does not touch ours is taken over, the rest is asked.
    fn changed_on_disk(&mut self, found: Found) {
        let Found { edition: theirs, stamp, notices } = found;
        let Some(document) = &mut self.document else { return };
        if self.saving.is_some() || stamp == document.stamp {
            return;
        }
        let merged = merge(&document.base, &document.edition, &theirs);
        document.stamp = stamp;
        let was_saved = !document.is_dirty();
        document.base = Arc::from(theirs);
        document.take_notices(&notices);
        if !merged.changes.is_empty() {
            let change = Change::Several(merged.changes);
            document.change(Edit { label: edits::MERGED.into(), change, key: None });
            if was_saved {
                document.history.saved();
            }
            self.toasts.say(said::MERGED);
        }
        if !merged.conflicts.is_empty() {
            let answers = vec![false; merged.conflicts.len()];
            self.question = Some(Question::Changed(merged.conflicts, answers));
        }
        self.stage_newest();
    }

    /// Begins an export.
    pub(super) fn start_export(&mut self, wanted: Vec<Wanted>) {
        let Some(document) = self.document.as_ref().filter(|_| self.exporting.is_none()) else { return };
        let progress = Progress { done: 0.0, stage: Stage::Typesetting, book: 1, of: wanted.len() };
        let (job, stop) = self.jobs.export(document.edition.clone(), wanted);
        self.exporting = Some(Underway { job, progress, stop });
        self.show_progress(progress);
    }

    /// Begins to write proofs.
    pub(super) fn start_proofs(&mut self, wanted: WantedProofs) {
        let Some(document) = self.document.as_ref().filter(|_| self.exporting.is_none()) else { return };
        let progress = Progress { done: 0.0, stage: Stage::Typesetting, book: 1, of: 1 };
        let (job, stop) = self.jobs.proofs(document.to_show(), wanted);
        self.exporting = Some(Underway { job, progress, stop });
        self.show_progress(progress);
    }

    /// Shows in the dialog that is open how far the files are.
    fn show_progress(&mut self, progress: Progress) {
        making(&mut self.proofs, &mut self.export).for_each(|state| *state = State::Running(progress));
    }

    /// What was pasted becomes a piece, when nobody types or Shift was held.
    pub(in crate::app) fn take_pasted(&mut self, ctx: &egui::Context, typing: bool) {
        let pasted = ctx.input_mut(|input| {
            let as_piece = !typing || input.modifiers.shift;
            let at =
                input.events.iter().position(|event| matches!(event, egui::Event::Paste(_)) && as_piece)?;
            match input.events.remove(at) {
                egui::Event::Paste(text) => Some(text),
                _ => None,
            }
        });
        let Some(text) = pasted else { return };
        let paths: Vec<PathBuf> = text.lines().map(|line| PathBuf::from(line.trim())).collect();
        // A file manager copies paths.
        if !paths.is_empty()
            && paths.len() < 500
            && paths.iter().all(|path| path.is_absolute() && path.exists())
        {
            self.acts.push(Act::Take(paths));
        } else if text.trim().is_empty() {
            self.toasts.complain(said::NO_CLIPBOARD);
        } else {
            self.acts.push(Act::Add(Source::Text(text)));
        }
    }
}

/// How far the dialogs are that are open and make files.
fn making<'d>(
    proofs: &'d mut Option<Proofs>,
    export: &'d mut Option<Export>,
) -> impl Iterator<Item = &'d mut State> {
    let proofs = proofs.iter_mut().map(|proofs| &mut proofs.state);
    proofs.chain(export.iter_mut().map(|export| &mut export.state))
}
