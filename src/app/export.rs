//! The export dialog: formats and variants, where to, how far it is, and what came of it.

mod targets;
mod verified;

use super::act::{Act, Acts};
use super::document::Document;
use super::field;
use super::jobs::{Purpose, Wanted};
use super::making::{self, State};
use super::memory::{ExportMemory, PaperSize};
use super::words::{ask, export as words, proofs, rights};
use crate::notice::{Result, Weight};
use crate::output::file::FileKind;
use crate::verify::Report;
use egui::{RichText, ScrollArea, Ui};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use targets::{Target, Targets};
use verified::Verified;

/// So many of the pieces that may not be printed yet are named.
const MOST_UNSETTLED: usize = 6;

/// The dialog, while it is open.
#[derive(Debug)]
pub(super) struct Export {
    targets: Targets,
    pub(super) state: State,
    /// What was said of the files that were made.
    verified: Verified,
}

impl Export {
    /// Asks where the files of an edition shall go; its own folder `out` is proposed.
    pub(super) fn new(document: &Document) -> Export {
        Export { targets: Targets::new(document), state: State::Asking, verified: Verified::default() }
    }

    /// The files that were made are being looked over.
    pub(super) fn verifying(&mut self) {
        self.verified = Verified::UnderWay;
    }

    /// They were looked over.
    pub(super) fn verified(&mut self, reports: Vec<Result<Report>>) {
        self.verified = Verified::Done(reports);
    }

    /// A path was chosen in a dialog.
    pub(super) fn chosen(&mut self, kind: FileKind, path: &Path) {
        self.targets.of(kind).name(path.display().to_string());
    }

    /// Draws the dialog; whether it stays open.
    pub(super) fn show(
        &mut self,
        ctx: &egui::Context,
        document: &Document,
        memory: &mut ExportMemory,
        acts: &mut Acts,
    ) -> bool {
        making::dialog(ctx, "export", words::TITLE, |ui| match &self.state {
            State::Asking => self.ask(ui, document, memory, acts),
            State::Running(progress) => making::running(ui, *progress, acts),
            State::Done(files) => done(ui, document, files, &self.verified, acts),
            State::Failed(error) => making::failed(ui, error),
        })
    }

    fn ask(&mut self, ui: &mut Ui, document: &Document, memory: &mut ExportMemory, acts: &mut Acts) -> bool {
        variants(ui, document, &mut self.targets);
        let chosen = self.targets.chosen(document);
        for kind in FileKind::ALL {
            format(ui, kind, memory.wants(kind), self.targets.of(kind), &chosen, acts);
        }
        if memory.booklet {
            paper(ui, &mut memory.paper);
        }
        let mut open = !notices(ui, document, acts);
        let refused = self.unsettled(ui, document, &chosen, memory, acts, &mut open);
        ui.add_space(10.0);
        ui.horizontal(|ui| {
            let kinds: Vec<FileKind> =
                FileKind::ALL.into_iter().filter(|kind| *memory.wants(*kind)).collect();
            let any = !kinds.is_empty() && !chosen.is_empty() && !refused;
            let missing = match chosen.is_empty() {
                true => words::NO_VARIANT,
                false if refused => rights::REFUSED,
                false => words::NOTHING_CHOSEN,
            };
            let go = egui::Button::new(RichText::new(words::GO).strong());
            let go = ui.add_enabled(any, go).on_disabled_hover_text(missing);
            super::look::default_button(&go);
            if go.clicked() {
                let wanted = chosen.iter().map(|variant| Wanted {
                    variant: variant.clone(),
                    files: kinds
                        .iter()
                        .map(|kind| (*kind, self.targets.of(*kind).file(variant, &chosen)))
                        .collect(),
                    paper: memory.paper.trim(),
                });
                let wanted = wanted.collect();
                self.verified = Verified::default();
                acts.push(Act::Export(wanted));
            }
            if ui.button(ask::CANCEL).clicked() {
                open = false;
            }
        });
        open
    }
}

impl Export {
    /// The pieces that may not be printed yet, and whether nothing is to be written therefore; whether that is so now.
    fn unsettled(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        chosen: &[Option<Arc<str>>],
        memory: &mut ExportMemory,
        acts: &mut Acts,
        open: &mut bool,
    ) -> bool {
        if !document.edition.uses_permissions() {
            return false;
        }
        let unsettled = self.targets.unsettled(document, chosen);
        ui.add_space(8.0);
        if !unsettled.is_empty() {
            ui.colored_label(super::look::weight(ui, Weight::Fault), rights::unsettled(unsettled.len()));
            for (title, reason) in unsettled.iter().take(MOST_UNSETTLED) {
                let line = format!("{}: {reason}", super::bidi::for_display(title));
                ui.add(egui::Label::new(line).wrap());
            }
            if let Some(more) = unsettled.len().checked_sub(MOST_UNSETTLED).filter(|more| *more > 0) {
                ui.label(rights::more(more));
            }
            if ui.button(rights::SHOW_BOARD).clicked() {
                acts.run(super::command::Command::ShowBoard);
                *open = false;
            }
        }
        ui.checkbox(&mut memory.strict, rights::STRICT[0]).on_hover_text(rights::STRICT[1]);
        memory.strict && !unsettled.is_empty()
    }
}

/// The edition and its variants, to be ticked; nothing where there are no variants.
fn variants(ui: &mut Ui, document: &Document, targets: &mut Targets) {
    if document.edition.variants.is_empty() {
        return;
    }
    ui.add_space(4.0);
    ui.label(words::VARIANTS);
    ui.horizontal_wrapped(|ui| {
        let mut tick = |name: Option<Arc<str>>, label: &str| {
            let mut on = targets.has(&name);
            let ticked = ui.checkbox(&mut on, label);
            if ticked.accessible_name(words::variant_for_readers(label)).changed() {
                targets.choose(name, on, document);
            }
        };
        tick(None, words::EDITION);
        for variant in &document.edition.variants {
            tick(Some(variant.name.clone()), variant.label());
        }
    });
}

/// The paper of a booklet.
fn paper(ui: &mut Ui, paper: &mut PaperSize) {
    let papers = [(PaperSize::A4, proofs::A4.to_string()), (PaperSize::Letter, proofs::LETTER.to_string())];
    if let Some(new) = field::choice(ui, "export", words::PAPER, paper, &papers, "") {
        *paper = new;
    }
}

/// One kind of file: whether it is made, and where it goes.
fn format(
    ui: &mut Ui,
    kind: FileKind,
    wanted: &mut bool,
    target: &mut Target,
    chosen: &[Option<Arc<str>>],
    acts: &mut Acts,
) {
    let name = words::kind(kind);
    ui.add_space(4.0);
    ui.checkbox(wanted, name);
    if !*wanted {
        return;
    }
    ui.scope(|ui| {
        ui.horizontal(|ui| {
            let mut path = target.path.clone();
            let field = egui::TextEdit::singleline(&mut path).desired_width(430.0);
            if ui.add(field).accessible_name(name).changed() {
                target.name(path);
            }
            if ui.button(words::CHOOSE).accessible_name(format!("{name}: {}", words::CHOOSE)).clicked() {
                acts.push(Act::AskForTarget(Purpose::File(kind), PathBuf::from(target.path.as_str())));
            }
        });
        let files: Vec<PathBuf> = chosen.iter().map(|variant| target.file(variant, chosen)).collect();
        let weak = |text: &str| RichText::new(text).color(super::look::weak(ui));
        let (several, replaces) = (files.len() > 1, files.iter().any(|file| file.exists()));
        let names: Vec<String> =
            files.iter().filter_map(|file| Some(file.file_name()?.to_string_lossy().into_owned())).collect();
        let (names, replaced) = (weak(&words::files(&names)), weak(words::REPLACES));
        if several {
            ui.add(egui::Label::new(names).wrap());
        }
        if replaces {
            ui.label(replaced);
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

fn done(ui: &mut Ui, document: &Document, files: &[PathBuf], verified: &Verified, acts: &mut Acts) -> bool {
    ScrollArea::vertical().max_height(360.0).min_scrolled_height(360.0).show(ui, |ui| {
        made(ui, files, acts);
        ui.add_space(8.0);
        if verified.show(ui) {
            acts.push(Act::Verify(files.to_vec()));
        }
    });
    let look = notices(ui, document, acts);
    ui.add_space(10.0);
    let done = ui.button(words::DONE);
    super::look::default_button(&done);
    !done.clicked() && !look
}

/// The files that were made.
fn made(ui: &mut Ui, files: &[PathBuf], acts: &mut Acts) {
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
}
