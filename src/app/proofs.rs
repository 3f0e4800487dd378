//! The dialog of the proofs: of which pieces, on which paper, with which date, where to; how far it is, and what came of
//! it.

use super::act::{Act, Acts};
use super::document::Document;
use super::field;
use super::jobs::{Purpose, WantedProofs};
use super::making::{self, State};
use super::memory::{PaperSize, ProofsMemory};
use super::words::{ask, export as common, proofs as words};
use crate::edition::Edition;
use crate::edition::people::ContributorId;
use crate::output::proofs::{By, Planned, folder_of, plan};
use egui::{RichText, ScrollArea, TextEdit, Ui};
use std::path::{Path, PathBuf};

/// The dialog, while it is open.
#[derive(Debug)]
pub(super) struct Proofs {
    of: Of,
    date: String,
    folder: String,
    /// The pieces that were selected when the dialog was opened.
    selected: Vec<PathBuf>,
    pub(super) state: State,
}

/// Whose proofs are wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Of {
    /// Of all pieces in the book.
    All,
    /// Of the selected ones.
    Selected,
    /// Of the pieces of one author.
    Author(ContributorId),
}

impl Proofs {
    /// Asks which proofs are wanted; those of the pieces that are selected, where that are several.
    pub(super) fn new(document: &Document, selected: Vec<PathBuf>) -> Proofs {
        let of = if selected.len() > 1 { Of::Selected } else { Of::All };
        let folder = folder_of(&document.dir).display().to_string();
        Proofs { of, date: String::new(), folder, selected, state: State::Asking }
    }

    /// A folder was chosen in a dialog.
    pub(super) fn chosen(&mut self, folder: &Path) {
        self.folder = folder.display().to_string();
    }

    /// Draws the dialog; whether it stays open.
    pub(super) fn show(
        &mut self,
        ctx: &egui::Context,
        document: &Document,
        memory: &mut ProofsMemory,
        acts: &mut Acts,
    ) -> bool {
        making::dialog(ctx, "proofs", words::TITLE, |ui| match &self.state {
            State::Asking => self.ask(ui, document, memory, acts),
            State::Running(progress) => making::running(ui, *progress, acts),
            State::Done(files) => done(ui, files, acts),
            State::Failed(error) => making::failed(ui, error),
        })
    }

    fn ask(&mut self, ui: &mut Ui, document: &Document, memory: &mut ProofsMemory, acts: &mut Acts) -> bool {
        let edition = document.in_view();
        self.fields(ui, edition, memory, acts);
        let wanted = self.wanted(edition, memory);
        let replaced = wanted.files().filter(|file| file.exists()).count();
        let weak = super::look::weak(ui);
        ui.label(RichText::new(words::files(wanted.proofs.len(), replaced)).color(weak));
        ui.add_space(10.0);
        let mut open = true;
        ui.horizontal(|ui| {
            let any = !wanted.proofs.is_empty() && !self.folder.trim().is_empty();
            let go = egui::Button::new(RichText::new(words::GO).strong());
            let go = ui.add_enabled(any, go).on_disabled_hover_text(words::NOTHING);
            super::look::default_button(&go);
            if go.clicked() {
                acts.push(Act::WriteProofs(wanted));
            }
            if ui.button(ask::CANCEL).clicked() {
                open = false;
            }
        });
        open
    }

    fn fields(&mut self, ui: &mut Ui, edition: &Edition, memory: &mut ProofsMemory, acts: &mut Acts) {
        let mut of = vec![(Of::All, words::ALL.to_string())];
        if !self.selected.is_empty() {
            of.push((Of::Selected, words::selected(self.selected.len())));
        }
        let authors = edition.author_ids().into_iter().map(|id| {
            let name = edition.contributor(&id).name;
            (Of::Author(id), name)
        });
        of.extend(authors);
        if let Some(new) = field::choice(ui, "proofs", words::OF, &self.of, &of, "") {
            self.of = new;
        }
        let each = [(false, words::EACH_PIECE.to_string()), (true, words::EACH_AUTHOR.to_string())];
        if let Some(new) = field::choice(ui, "proofs", words::EACH, &memory.by_author, &each, "") {
            memory.by_author = new;
        }
        let paper = [(PaperSize::A4, words::A4.to_string()), (PaperSize::Letter, words::LETTER.to_string())];
        if let Some(new) = field::choice(ui, "proofs", words::PAPER, &memory.paper, &paper, "") {
            memory.paper = new;
        }
        let (label, _) = field::head(ui, words::DATE, None);
        let date = TextEdit::singleline(&mut self.date).desired_width(f32::INFINITY);
        ui.add(date).labelled_by(label.id).on_hover_text(words::DATE[1]);
        let (label, _) = field::head(ui, words::FOLDER, None);
        ui.horizontal(|ui| {
            let folder = TextEdit::singleline(&mut self.folder).desired_width(430.0);
            ui.add(folder).labelled_by(label.id).on_hover_text(words::FOLDER[1]);
            let name = format!("{}: {}", words::FOLDER[0], common::CHOOSE);
            if ui.button(common::CHOOSE).accessible_name(name).clicked() {
                acts.push(Act::AskForTarget(Purpose::Proofs, PathBuf::from(self.folder.trim())));
            }
        });
        ui.add_space(6.0);
    }

    /// What is asked for as the fields stand.
    fn wanted(&self, edition: &Edition, memory: &ProofsMemory) -> WantedProofs {
        let by = if memory.by_author { By::Author } else { By::Piece };
        let is_wanted = |proof: &Planned| match &self.of {
            Of::All => true,
            Of::Selected => proof.pieces.iter().any(|file| self.selected.contains(file)),
            Of::Author(id) => proof.is_for(id, edition),
        };
        WantedProofs {
            proofs: plan(edition, by).into_iter().filter(is_wanted).collect(),
            paper: memory.paper.trim(),
            date: self.date.clone(),
            folder: PathBuf::from(self.folder.trim()),
        }
    }
}

/// The files that were written: their folder, and each by its name; whether the dialog stays open.
fn done(ui: &mut Ui, files: &[PathBuf], acts: &mut Acts) -> bool {
    let folder = files.first().and_then(|file| file.parent()).unwrap_or(Path::new(""));
    ui.add(egui::Label::new(words::done(files.len(), &folder.display().to_string())).wrap());
    ui.add_space(6.0);
    ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
        for file in files {
            let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            ui.horizontal(|ui| {
                let open = ui.button(common::OPEN).accessible_name(format!("{} {name}", common::OPEN));
                if open.clicked() {
                    acts.push(Act::OpenOutside(file.clone()));
                }
                ui.add(egui::Label::new(&name).truncate());
            });
        }
    });
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        let done = ui.button(common::DONE);
        super::look::default_button(&done);
        if ui.button(common::SHOW).clicked() {
            acts.push(Act::OpenOutside(folder.to_path_buf()));
        }
        !done.clicked()
    })
    .inner
}
