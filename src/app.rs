//! The window: in come an editor's clicks, keys and files; out go changes of an edition, its pages, and books.
//!
//! ```text
//!  panes ── read ──► Document, view state        (one frame)
//!    └───── Acts ──► perform ──► Document.change ──► Stage ──► pages
//!                       └──────► Jobs: open, save, import, export
//! ```
//! A frame is drawn from what is known and changes nothing; what was asked for stands in [`act::Acts`] and is
//! performed after it, in one place. State is parted by how long it lives: the open edition ([`document`]), what is
//! remembered between two days ([`memory`]), what a pane remembers of itself, and jobs under way.

pub mod act;
mod bars;
mod bidi;
mod board;
pub mod command;
mod contents;
mod dialogs;
pub mod document;
mod drag;
mod drop;
mod ebook;
mod editor;
mod export;
mod field;
mod inspector;
mod intake;
mod jobs;
mod look;
mod making;
pub mod memory;
mod notices;
mod palette;
mod pathfield;
mod perform;
mod preview;
mod proofs;
mod questions;
mod sample;
pub mod stage;
mod toasts;
mod welcome;
mod words;

use act::{Act, Acts, Selection};
use command::Command;
use document::Document;
use egui::{CentralPanel, Panel, Ui};
use memory::{Centre, Colours, Memory};
use stage::Stage;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// Opens the window; what these paths name is opened in it.
///
/// # Errors
/// When there is no screen to open a window on, with the system's reason.
pub fn run(paths: Vec<PathBuf>) -> Result<(), String> {
    let icon = eframe::icon_data::from_png_bytes(include_bytes!("../assets/icon/pamphleteer-256.png"));
    let mut viewport = egui::ViewportBuilder::default()
        .with_title("Pamphleteer")
        .with_app_id("pamphleteer")
        .with_inner_size([1280.0, 800.0])
        .with_min_inner_size([720.0, 480.0])
        .with_drag_and_drop(true);
    if let Ok(icon) = icon {
        viewport = viewport.with_icon(icon);
    }
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    let start = move |creation: &eframe::CreationContext<'_>| -> Result<Box<dyn eframe::App>, _> {
        Ok(Box::new(App::new(&creation.egui_ctx, creation.storage, paths)))
    };
    eframe::run_native("pamphleteer", options, Box::new(start)).map_err(|error| error.to_string())
}

/// The window's state.
#[derive(Debug)]
pub struct App {
    /// The open edition.
    pub document: Option<Document>,
    /// What is remembered between two days.
    pub memory: Memory,
    /// What is selected.
    pub selection: Selection,
    contents: contents::Contents,
    pages: preview::Pages,
    editor: editor::Editor,
    ebook: ebook::Ebook,
    board: board::BoardPane,
    inspector: inspector::Inspector,
    palette: Option<palette::Palette>,
    keys: bool,
    export: Option<export::Export>,
    proofs: Option<proofs::Proofs>,
    intake: Option<intake::Sheet>,
    question: Option<questions::Question>,
    path: Option<pathfield::PathField>,
    toasts: toasts::Toasts,
    stage: Stage,
    jobs: jobs::Jobs,
    exporting: Option<Underway<jobs::Progress>>,
    reading: Option<Underway<(usize, usize)>>,
    /// Texts with which an edition that is being made begins.
    begins_with: Vec<PathBuf>,
    /// Whether the open edition was just made and waits for them.
    is_beginning: bool,
    /// The generation that is being written.
    saving: Option<u64>,
    /// Whether to save as soon as what stands before it has ended.
    save_again: bool,
    /// What is done when the save under way has ended.
    after_save: Option<questions::Next>,
    journalling: bool,
    acts: Acts,
    /// The generation that the stage was asked for.
    staged: u64,
    /// When the journal was written and the disk looked at last, on egui's clock.
    looked: f64,
    /// The generation at the last look: typing has paused when it is the same at the next.
    paused_at: u64,
    may_close: bool,
    closing: bool,
    title: String,
}

/// A job that tells how far it is, and can be stopped.
#[derive(Debug)]
struct Underway<P> {
    job: u64,
    progress: P,
    stop: Arc<AtomicBool>,
}

impl App {
    /// The window's state at the start; what `paths` name is opened.
    pub fn new(ctx: &egui::Context, storage: Option<&dyn eframe::Storage>, paths: Vec<PathBuf>) -> App {
        look::fonts(ctx);
        look::style(ctx);
        let memory = storage.and_then(|storage| eframe::get_value(storage, memory::KEY));
        let wake = |ctx: &egui::Context| {
            let ctx = ctx.clone();
            move || ctx.request_repaint()
        };
        let mut app = App {
            document: None,
            memory: memory.unwrap_or_default(),
            selection: Selection::default(),
            contents: contents::Contents::default(),
            pages: preview::Pages::default(),
            editor: editor::Editor::default(),
            ebook: ebook::Ebook::new(wake(ctx)),
            board: board::BoardPane::default(),
            inspector: inspector::Inspector::default(),
            palette: None,
            keys: false,
            export: None,
            proofs: None,
            intake: None,
            question: None,
            path: None,
            toasts: toasts::Toasts::default(),
            stage: Stage::new(wake(ctx)),
            jobs: jobs::Jobs::new(wake(ctx)),
            exporting: None,
            reading: None,
            begins_with: Vec::new(),
            is_beginning: false,
            saving: None,
            save_again: false,
            after_save: None,
            journalling: false,
            acts: Acts::default(),
            staged: 0,
            looked: 0.0,
            paused_at: 0,
            may_close: false,
            closing: false,
            title: String::new(),
        };
        app.colours(ctx);
        if !paths.is_empty() {
            app.acts.push(Act::Take(paths));
        }
        app
    }

    /// What the window says in its corner, for tests.
    pub fn messages(&self) -> Vec<String> {
        self.toasts.texts().map(ToString::to_string).collect()
    }

    /// Whether the pages in view are those of the edition as it is now, painted.
    pub fn is_up_to_date(&self) -> bool {
        let Some(document) = &self.document else { return false };
        let is_set = document.set.as_ref().is_some_and(|set| document.is_newest(set));
        is_set && self.pages.is_painted(self.pages.page)
    }

    /// The pages' own state, for benchmarks: which page is in view.
    pub fn page_in_view(&self) -> usize {
        self.pages.page
    }

    /// What is done whether the window is seen or not: news of threads, dropped files, closing.
    pub fn logic(&mut self, ctx: &egui::Context) {
        self.take_news(ctx);
        drop::take(ctx, &mut self.acts);
        self.take_keys(ctx);
        self.perform_all(ctx);
        self.look_after_the_folder(ctx);
        self.set_title(ctx);
        if ctx.input(|input| input.viewport().close_requested()) && !self.may_close {
            self.asked_to_close(ctx);
        }
    }

    /// Draws a frame.
    pub fn ui(&mut self, ui: &mut Ui) {
        let mut acts = std::mem::take(&mut self.acts);
        Panel::top("menus").show(ui, |ui| {
            let state = self.state();
            bars::menus(ui, &state, &mut acts);
            if self.document.is_some() {
                bars::buttons(ui, &state, &mut acts);
            }
        });
        Panel::bottom("state").show(ui, |ui| bars::status(ui, &self.state(), &mut acts));
        match self.document.take() {
            Some(document) => {
                self.panes(ui, &document, &mut acts);
                self.document = Some(document);
            }
            None => {
                CentralPanel::default().show(ui, |ui| welcome::show(ui, &self.memory, &mut acts));
            }
        }
        let ctx = ui.ctx().clone();
        self.dialogs(&ctx, &mut acts);
        drop::overlay(&ctx, self.document.as_ref());
        self.toasts.show(&ctx);
        // What was asked for in answer to a dialog comes last.
        acts.append(std::mem::take(&mut self.acts));
        self.acts = acts;
        self.perform_all(&ctx);
    }

    fn panes(&mut self, ui: &mut Ui, document: &Document, acts: &mut Acts) {
        if self.memory.notices {
            let panel = Panel::bottom("notices").resizable(true).default_size(180.0).min_size(80.0);
            panel.show(ui, |ui| notices::show(ui, document, acts));
        }
        if self.memory.contents {
            let panel = Panel::left("contents").resizable(true).default_size(264.0).size_range(200.0..=460.0);
            panel.show(ui, |ui| self.contents.show(ui, document, &self.selection, acts));
        }
        if self.memory.inspector {
            let panel =
                Panel::right("inspector").resizable(true).default_size(300.0).size_range(240.0..=520.0);
            let pieces = self.contents.selected.clone();
            panel.show(ui, |ui| self.inspector.show(ui, document, &self.selection, &pieces, acts));
        }
        if self.memory.centre == Centre::Both {
            let half = ui.available_width() / 2.0;
            let panel = Panel::left("text").resizable(true).default_size(half).min_size(280.0);
            panel.show(ui, |ui| self.text(ui, document, acts));
        }
        let frame = egui::Frame::central_panel(ui.style()).inner_margin(egui::Margin::same(4));
        CentralPanel::default().frame(frame).show(ui, |ui| match self.memory.centre {
            Centre::Pages | Centre::Both => {
                let view = self.pages.show(ui, document, self.memory.pages_mut(), acts);
                self.stage.show(&view);
            }
            Centre::Text => self.text(ui, document, acts),
            Centre::Ebook => {
                let file = self.contents.foremost().cloned();
                self.ebook.show(ui, document, file.as_deref(), &mut self.memory.ebook, acts);
            }
            Centre::Board => {
                let pieces = self.contents.selected.clone();
                self.board.show(ui, document, &self.selection, &pieces, acts);
            }
        });
    }

    fn text(&mut self, ui: &mut Ui, document: &Document, acts: &mut Acts) {
        let file = match self.contents.selected.as_slice() {
            [] => None,
            [file] => Some(file),
            _ => {
                ui.centered_and_justified(|ui| ui.label(words::text::SEVERAL));
                return;
            }
        };
        match file.and_then(|file| document.piece(file)) {
            Some(piece) => self.editor.show(ui, document, &piece.clone(), acts),
            None => _ = ui.centered_and_justified(|ui| ui.label(words::text::NO_PIECE)),
        }
    }

    fn dialogs(&mut self, ctx: &egui::Context, acts: &mut Acts) {
        if let Some(mut palette) = self.palette.take() {
            let has_edition = self.document.is_some();
            let open = palette.show(ctx, |command| has_edition || !command.needs_edition(), acts);
            self.palette = open.then_some(palette);
        }
        if self.keys {
            self.keys = palette::keys(ctx);
        }
        if let (Some(mut export), Some(document)) = (self.export.take(), &self.document) {
            let open = export.show(ctx, document, &mut self.memory.export, acts);
            self.export = open.then_some(export);
        }
        if let (Some(mut proofs), Some(document)) = (self.proofs.take(), &self.document) {
            let open = proofs.show(ctx, document, &mut self.memory.proofs, acts);
            self.proofs = open.then_some(proofs);
        }
        if let (Some(mut sheet), Some(document)) = (self.intake.take(), &self.document) {
            let open = sheet.show(ctx, document, &mut self.memory.looks_at_all, acts);
            self.intake = open.then_some(sheet);
        }
        if let Some(question) = &mut self.question {
            let title = self.document.as_ref().map(Document::title).unwrap_or_default();
            question.show(ctx, &title, acts);
        }
        if let Some(mut path) = self.path.take() {
            match path.show(ctx) {
                pathfield::Outcome::Open => self.path = Some(path),
                pathfield::Outcome::Closed => {}
                pathfield::Outcome::Chosen(chosen) => self.chosen(path.purpose, vec![chosen]),
            }
        }
    }

    fn state(&self) -> bars::State<'_> {
        bars::State {
            document: self.document.as_ref(),
            memory: &self.memory,
            export: self.exporting.as_ref().map(|job| job.progress),
            reading: self.reading.as_ref().map(|job| job.progress),
            saving: self.saving.is_some(),
        }
    }

    fn is_dirty(&self) -> bool {
        self.document.as_ref().is_some_and(Document::is_dirty)
    }

    /// The window's own button: unsaved changes are asked about first.
    fn asked_to_close(&mut self, ctx: &egui::Context) {
        if self.is_dirty() {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.question = Some(questions::Question::Unsaved(questions::Next::Quit));
        } else if let Some(document) = &mut self.document {
            // What can't be emptied is offered once more at the next start.
            let _ = document.clear_journal();
        }
    }

    fn take_keys(&mut self, ctx: &egui::Context) {
        // A question or dialog has the keys for itself.
        let dialogs = self.question.is_some() || self.path.is_some() || self.palette.is_some();
        if dialogs || self.export.is_some() || self.proofs.is_some() || self.intake.is_some() {
            return;
        }
        let typing = ctx.text_edit_focused();
        let has_edition = self.document.is_some();
        // Fields of the window's own, not of the edition, undo their own typing.
        let own = ctx.memory(|memory| memory.focused()).is_some_and(|id| {
            [contents::FILTER, editor::find::WANTED, editor::find::INSTEAD]
                .iter()
                .any(|own| egui::Id::unique(*own) == id)
        });
        // A list with rows of its own moves those.
        let keeps = typing || inspector::rows_have_focus(ctx);
        let commands = ctx.input_mut(|input| Command::pressed(input, keeps, own));
        for command in commands.into_iter().filter(|command| has_edition || !command.needs_edition()) {
            self.acts.run(command);
        }
        self.take_pasted(ctx, typing);
    }

    fn colours(&self, ctx: &egui::Context) {
        ctx.set_theme(match self.memory.colours {
            Colours::System => egui::ThemePreference::System,
            Colours::Light => egui::ThemePreference::Light,
            Colours::Dark => egui::ThemePreference::Dark,
        });
    }

    fn set_title(&mut self, ctx: &egui::Context) {
        let title = match &self.document {
            Some(document) => words::bars::window(&document.title(), document.is_dirty()),
            None => words::welcome::TITLE.to_string(),
        };
        if title != self.title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _: &mut eframe::Frame) {
        App::logic(self, ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        App::ui(self, ui);
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        eframe::set_value(storage, memory::KEY, &self.memory);
    }
}
