//! The export dialog: formats, where to, how far it is, and what came of it.

use super::act::{Act, Acts};
use super::document::Document;
use super::jobs::{Purpose, Stage};
use super::memory::ExportMemory;
use super::words::{ask, export as words, jobs as stages};
use crate::notice::{Error, Weight};
use crate::output::file_stem;
use egui::{Modal, RichText, Ui};
use std::path::{Path, PathBuf};

/// The dialog, while it is open.
#[derive(Debug)]
pub(super) struct Export {
    pdf: String,
    epub: String,
    state: State,
}

#[derive(Debug)]
enum State {
    Asking,
    Running(f32, Stage),
    Done(Vec<PathBuf>),
    Failed(Error),
}

impl Export {
    /// Asks where the files of an edition shall go; its own folder `out` is proposed.
    pub(super) fn new(document: &Document) -> Export {
        let folder = document.dir.join("out");
        let stem = file_stem(&document.edition.title);
        let path = |ending: &str| folder.join(format!("{stem}.{ending}")).display().to_string();
        Export { pdf: path("pdf"), epub: path("epub"), state: State::Asking }
    }

    /// A path was chosen in a dialog.
    pub(super) fn chosen(&mut self, purpose: &Purpose, path: &Path) {
        match purpose {
            Purpose::Pdf => self.pdf = path.display().to_string(),
            _ => self.epub = path.display().to_string(),
        }
    }

    /// The export has come so far.
    pub(super) fn stage(&mut self, done: f32, stage: Stage) {
        self.state = State::Running(done, stage);
    }

    /// The export has ended.
    pub(super) fn ended(&mut self, result: Result<Vec<PathBuf>, Error>) {
        self.state = match result {
            Ok(files) => State::Done(files),
            Err(error) => State::Failed(error),
        };
    }

    /// The export was stopped: the question is asked again.
    pub(super) fn stopped(&mut self) {
        self.state = State::Asking;
    }

    /// Draws the dialog; whether it stays open.
    pub(super) fn show(
        &mut self,
        ctx: &egui::Context,
        document: &Document,
        memory: &mut ExportMemory,
        acts: &mut Acts,
    ) -> bool {
        let mut open = true;
        let modal = Modal::new(egui::Id::unique("export")).frame(super::look::dialog(ctx)).show(ctx, |ui| {
            ui.set_width(540.0);
            ui.heading(words::TITLE);
            open = match &self.state {
                State::Asking => self.ask(ui, document, memory, acts),
                State::Running(done, stage) => running(ui, *done, *stage, acts),
                State::Done(files) => done(ui, document, files, acts),
                State::Failed(error) => failed(ui, error),
            };
        });
        // Escape and a click beside it close the dialog; an export under way goes on, and the line of state shows it.
        open && !modal.should_close()
    }

    fn ask(&mut self, ui: &mut Ui, document: &Document, memory: &mut ExportMemory, acts: &mut Acts) -> bool {
        format(ui, words::PDF, &mut memory.pdf, &mut self.pdf, Purpose::Pdf, acts);
        format(ui, words::EPUB, &mut memory.epub, &mut self.epub, Purpose::Epub, acts);
        let mut open = !notices(ui, document, acts);
        ui.add_space(10.0);
        ui.horizontal(|ui| {
            let any = memory.pdf || memory.epub;
            let go = egui::Button::new(RichText::new(words::GO).strong());
            let go = ui.add_enabled(any, go).on_disabled_hover_text(words::NOTHING_CHOSEN);
            super::look::default_button(&go);
            if go.clicked() {
                let path = |wanted: bool, path: &str| wanted.then(|| PathBuf::from(path.trim()));
                acts.push(Act::Export {
                    pdf: path(memory.pdf, &self.pdf),
                    epub: path(memory.epub, &self.epub),
                });
            }
            if ui.button(ask::CANCEL).clicked() {
                open = false;
            }
        });
        open
    }
}

/// One format: whether it is made, and where it goes.
fn format(ui: &mut Ui, name: &str, wanted: &mut bool, path: &mut String, purpose: Purpose, acts: &mut Acts) {
    ui.add_space(4.0);
    ui.checkbox(wanted, name);
    ui.add_enabled_ui(*wanted, |ui| {
        ui.horizontal(|ui| {
            let field = egui::TextEdit::singleline(path).desired_width(430.0);
            ui.add(field).accessible_name(name);
            if ui.button(words::CHOOSE).accessible_name(format!("{name}: {}", words::CHOOSE)).clicked() {
                acts.push(Act::AskForTarget(purpose, PathBuf::from(path.as_str())));
            }
        });
        if *wanted && Path::new(path.trim()).exists() {
            ui.label(RichText::new(words::REPLACES).color(super::look::weak(ui)));
        }
    });
}

/// What preflight found; whether the editor would rather look at it first.
fn notices(ui: &mut Ui, document: &Document, acts: &mut Acts) -> bool {
    let (faults, doubts) = (document.count(Weight::Fault), document.count(Weight::Doubt));
    if faults + doubts == 0 {
        return false;
    }
    let gravest = if faults > 0 { Weight::Fault } else { Weight::Doubt };
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        ui.colored_label(super::look::weight(ui, gravest), words::notices(faults, doubts));
        let look = ui.button(words::LOOK).clicked();
        if look {
            acts.push(Act::ShowNotices);
        }
        look
    })
    .inner
}

fn running(ui: &mut Ui, done: f32, stage: Stage, acts: &mut Acts) -> bool {
    ui.add_space(8.0);
    ui.add(egui::ProgressBar::new(done).text(stages::stage(stage)));
    ui.add_space(8.0);
    if ui.button(stages::CANCEL).clicked() {
        acts.push(Act::Cancel);
    }
    true
}

fn done(ui: &mut Ui, document: &Document, files: &[PathBuf], acts: &mut Acts) -> bool {
    for file in files {
        ui.add_space(6.0);
        let size = std::fs::metadata(file).map(|data| data.len()).unwrap_or_default();
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        ui.horizontal(|ui| {
            ui.label(RichText::new(&name).strong());
            ui.label(RichText::new(format!("{:.1} MB", size as f64 / 1e6)).color(super::look::weak(ui)));
        });
        ui.label(RichText::new(file.display().to_string()).color(super::look::weak(ui)));
        ui.horizontal(|ui| {
            if ui.button(words::OPEN).accessible_name(format!("{} {name}", words::OPEN)).clicked() {
                acts.push(Act::OpenOutside(file.clone()));
            }
            if ui.button(words::SHOW).accessible_name(format!("{name}: {}", words::SHOW)).clicked() {
                acts.push(Act::OpenOutside(file.parent().unwrap_or(file).to_path_buf()));
            }
        });
    }
    let look = notices(ui, document, acts);
    ui.add_space(10.0);
    let done = ui.button(words::DONE);
    super::look::default_button(&done);
    !done.clicked() && !look
}

fn failed(ui: &mut Ui, error: &Error) -> bool {
    ui.add_space(8.0);
    ui.colored_label(super::look::weight(ui, Weight::Fault), error.to_string());
    ui.add_space(10.0);
    !ui.button(ask::CLOSE).clicked()
}
