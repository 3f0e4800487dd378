//! The commands of the table.

use crate::app::App;
use crate::app::act::Selection;
use crate::app::command::Command;
use crate::app::dialogs::Kind;
use crate::app::jobs::Purpose;
use crate::app::memory::{Centre, Colours, Zoom};
use crate::app::palette::Palette;
use crate::app::questions::Next;
use crate::app::words::{ask, bars, contents, edits};
use crate::app::{editor, export, proofs, sample};
use crate::edition::arrange::{self, SortBy};
use crate::edition::text::Paragraph;
use std::path::PathBuf;

/// Endings of texts, for dialogs.
const TEXTS: &[&str] = crate::import::ENDINGS;

impl App {
    /// Runs a command.
    pub(super) fn run(&mut self, ctx: &egui::Context, command: Command) {
        match command {
            Command::New => self.ask(Purpose::Create(Vec::new()), ask::NEW, Kind::NewFolder),
            Command::Open => self.ask(Purpose::Open, ask::OPEN, Kind::Folder),
            Command::OpenSample => self.jobs.create_sample(sample::place()),
            Command::Add => self.ask_for_texts(),
            Command::PastePiece => ctx.send_viewport_cmd(egui::ViewportCommand::RequestPaste),
            Command::Save => self.save(),
            // One dialog at a time shows how far the work is.
            Command::Export | Command::Proofs if self.exporting.is_some() => {}
            Command::Export => self.export = self.document.as_ref().map(export::Export::new),
            Command::Proofs => self.ask_for_proofs(),
            Command::Close => self.leave(Next::Close),
            Command::Quit => self.leave(Next::Quit),
            Command::Undo => self.undo(true),
            Command::Redo => self.undo(false),
            Command::Find => self.find(false),
            Command::FindEverywhere => self.find(true),
            Command::Palette => self.palette = Some(Palette::default()),
            Command::Keys => self.keys = true,
            Command::SelectAll
            | Command::MoveUp
            | Command::MoveDown
            | Command::Include
            | Command::Rename
            | Command::Duplicate
            | Command::Delete
            | Command::NewPart
            | Command::SortByTitle
            | Command::SortByAuthor
            | Command::SortByDate => self.arrange(command),
            other => self.look(ctx, other),
        }
    }

    /// Commands that change what is seen.
    fn look(&mut self, ctx: &egui::Context, command: Command) {
        let pages = self.memory.pages_mut();
        match command {
            Command::ShowPages => self.show_centre(Centre::Pages),
            Command::ShowText => self.show_centre(Centre::Text),
            Command::ShowBoth => self.show_centre(Centre::Both),
            Command::ShowEbook => self.show_centre(Centre::Ebook),
            Command::ShowBoard => self.show_centre(Centre::Board),
            Command::ZoomIn => self.pages.zoom_by(pages, 1.2),
            Command::ZoomOut => self.pages.zoom_by(pages, 1.0 / 1.2),
            Command::ActualSize => pages.zoom = Zoom::Times(1.0),
            Command::FitPage => pages.zoom = Zoom::Fit,
            Command::FitWidth => pages.zoom = Zoom::Width,
            Command::Spreads => {
                pages.spreads = !pages.spreads;
                self.pages.go(self.pages.page);
            }
            Command::Thumbnails => {
                pages.thumbnails = !pages.thumbnails;
                self.pages.go(self.pages.page);
            }
            Command::NextVariant => self.show_next_variant(),
            Command::Guides => pages.guides = !pages.guides,
            Command::GoToPage => self.pages.going = Some(String::new()),
            Command::NextPage | Command::PreviousPage => {
                if let Some(document) = &self.document {
                    self.pages.turn(pages, document, command == Command::NextPage);
                }
            }
            Command::TypePaths => self.memory.types_paths = !self.memory.types_paths,
            Command::ShowContents => self.memory.contents = !self.memory.contents,
            Command::ShowInspector => self.memory.inspector = !self.memory.inspector,
            Command::ShowNotices => self.memory.notices = !self.memory.notices,
            Command::Light | Command::Dark | Command::SystemColours => {
                self.memory.colours = match command {
                    Command::Light => Colours::Light,
                    Command::Dark => Colours::Dark,
                    _ => Colours::System,
                };
                self.colours(ctx);
            }
            _ => {}
        }
    }

    pub(super) fn show_centre(&mut self, centre: Centre) {
        // A text needs a piece: the first, when none is selected.
        if !matches!(centre, Centre::Pages | Centre::Board) && self.contents.selected.is_empty() {
            let first =
                self.document.as_ref().and_then(|document| document.pieces().next().map(|p| p.file.clone()));
            if let Some(first) = first {
                self.select_pieces(vec![first]);
            }
        }
        self.memory.centre = centre;
        self.pages.go(self.pages.page);
    }

    fn ask_for_proofs(&mut self) {
        let selected = if self.selection == Selection::Pieces { self.chosen_pieces() } else { Vec::new() };
        self.proofs = self.document.as_ref().map(|document| proofs::Proofs::new(document, selected));
    }

    fn ask_for_texts(&mut self) {
        let purpose = if self.document.is_some() { Purpose::Add } else { Purpose::NewOf };
        self.ask(purpose, ask::ADD, Kind::Files(ask::TEXTS, TEXTS));
    }

    fn undo(&mut self, back: bool) {
        let Some(document) = &mut self.document else { return };
        let label = if back { document.undo() } else { document.redo() };
        if let Some(label) = label {
            self.toasts.say(if back { bars::undone(&label) } else { bars::redone(&label) });
        }
    }

    /// The edition, then its variants in turn.
    fn show_next_variant(&mut self) {
        let Some(document) = &self.document else { return };
        let variants = &document.edition.variants;
        let shown = document.shown().and_then(|name| variants.iter().position(|one| one.name == *name));
        let next = variants.get(shown.map_or(0, |at| at + 1)).map(|variant| variant.name.clone());
        self.show_variant(next);
    }

    fn find(&mut self, everywhere: bool) {
        if self.contents.selected.len() != 1 || !matches!(self.memory.centre, Centre::Text | Centre::Both) {
            let first = self.contents.foremost().cloned();
            self.show_centre(Centre::Text);
            if let Some(first) = first {
                self.contents.select(vec![first]);
            }
        }
        let chosen = self.editor.chosen();
        self.editor.find = Some(editor::find::Find::new(everywhere, chosen));
    }

    /// The selected pieces in the order of the book.
    fn chosen_pieces(&self) -> Vec<PathBuf> {
        let Some(document) = &self.document else { return Vec::new() };
        let files = document.pieces().map(|piece| piece.file.clone());
        files.filter(|file| self.contents.is_selected(file)).collect()
    }

    /// Commands that arrange pieces.
    fn arrange(&mut self, command: Command) {
        let files = self.chosen_pieces();
        let Some(document) = &self.document else { return };
        let edition = document.edition.clone();
        match command {
            Command::SelectAll => {
                let all = document.pieces().map(|piece| piece.file.clone()).collect();
                self.contents.select(all);
                self.selection = Selection::Pieces;
            }
            Command::MoveUp | Command::MoveDown => {
                let change = arrange::moved_by(&edition, &files, command == Command::MoveUp);
                self.change_to(edits::moved(files.len()), change);
            }
            Command::Include => {
                let put_in = !files.iter().all(|file| edition.piece(file).is_some_and(|piece| piece.include));
                self.change_to(
                    edits::included(files.len(), put_in),
                    arrange::included(&edition, &files, put_in),
                );
            }
            Command::Rename => {
                if let Some(file) = self.contents.foremost().cloned() {
                    self.rename(&file);
                }
            }
            Command::Duplicate => {
                self.change_to(edits::duplicated(files.len()), arrange::duplicated(&edition, &files));
            }
            Command::Delete => self.delete(&files),
            Command::NewPart => self.new_part(),
            Command::SortByTitle => self.sort(SortBy::Title),
            Command::SortByAuthor => self.sort(SortBy::Author),
            _ => self.sort(SortBy::Date),
        }
    }

    fn delete(&mut self, files: &[PathBuf]) {
        let Some(document) = &self.document else { return };
        let all: Vec<PathBuf> = document.pieces().map(|piece| piece.file.clone()).collect();
        // What stands behind the deleted ones is selected next, so that Delete can be pressed again.
        let last = all.iter().rposition(|file| files.contains(file));
        let rest = |file: &&PathBuf| !files.contains(file);
        let next = last.and_then(|last| {
            all[last..].iter().find(rest).or_else(|| all[..last].iter().rfind(rest)).cloned()
        });
        let change = arrange::removed(&document.edition, files);
        self.change_to(edits::deleted(files.len()), change);
        self.contents.select(next.into_iter().collect());
        self.selection =
            if self.contents.selected.is_empty() { Selection::Edition } else { Selection::Pieces };
    }

    /// A part that begins at the selected piece, or an empty one at the end.
    fn new_part(&mut self) {
        let Some(document) = &self.document else { return };
        let slot = self.contents.foremost().and_then(|file| document.slot(file));
        let change = match slot {
            Some((part, index)) => {
                arrange::part_begun(&document.edition, Paragraph::plain(contents::NEW_PART), part, index)
            }
            None => {
                let end = document.edition.parts.len();
                arrange::part_added(&document.edition, Paragraph::plain(contents::NEW_PART), end)
            }
        };
        let at = slot.map_or(document.edition.parts.len(), |(part, _)| part + 1);
        self.change_to(edits::PART_ADDED, change);
        self.selection = Selection::Part(at);
    }

    fn sort(&mut self, by: SortBy) {
        let part = match self.selection {
            Selection::Part(part) => Some(part),
            _ => None,
        };
        if let Some(document) = &self.document {
            let change = arrange::sorted(&document.edition, part, by);
            self.change_to(edits::SORTED, change);
        }
    }
}
