//! What was asked for is done: the one place in which the window's state and the edition change.

mod commands;
mod documents;
mod news;
mod pictures;
mod safety;

use super::act::{Act, Edit, Selection};
use super::dialogs::{Dialog, Kind};
use super::jobs::Purpose;
use super::memory::Centre;
use super::questions::{Next, Question};
use super::{App, Underway, drop, editor, words};
use crate::edition::arrange;
use crate::edition::change::{Change, Slot};
use crate::edition::history::MergeKey;
use crate::import::add::{Incoming, Source};
use crate::notice::Notices;
use crate::output::file::FileKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

impl App {
    /// Does all that was asked for.
    pub(super) fn perform_all(&mut self, ctx: &egui::Context) {
        let acts = self.acts.take();
        if acts.is_empty() {
            return;
        }
        for act in acts {
            self.perform(ctx, act);
        }
        self.stage_newest();
        // What changed after the frame was drawn is seen only in another one.
        ctx.request_repaint();
    }

    /// Asks the stage for the edition as it is now.
    pub(super) fn stage_newest(&mut self) {
        if let Some(document) = &self.document
            && self.staged != document.generation
        {
            self.staged = document.generation;
            self.stage.set(document.generation, document.to_show());
        }
    }

    fn perform(&mut self, ctx: &egui::Context, act: Act) {
        match act {
            Act::Run(command) => self.run(ctx, command),
            Act::Change(edit) => self.change(*edit),
            Act::SetText { file, text, label, typing } => self.set_text(&file, &text, label, typing),
            Act::CursorAt(file, byte) => self.cursor_at(file, byte),
            Act::AskForPicture => self.ask_for_picture(Purpose::Picture),
            Act::AskForPortrait(id) => self.ask_for_picture(Purpose::Portrait(id)),
            Act::AskForOrnament(variant) => self.ask_for_picture(Purpose::Ornament(variant)),
            Act::AskForCoverPicture => self.ask_for_picture(Purpose::CoverPicture),
            Act::AskForProfile => {
                let kind = Kind::Files("ICC", &["icc", "icm"]);
                self.ask(Purpose::Profile, words::ask::PROFILE, kind);
            }
            Act::Verify(files) => {
                if let Some(export) = &mut self.export {
                    export.verifying();
                }
                self.jobs.verify(files);
            }
            Act::AskForDocument(file) => {
                let kind = Kind::Files(words::ask::DOCUMENTS, documents::ENDINGS);
                self.ask(Purpose::Document(file), words::ask::DOCUMENT, kind);
            }
            Act::AskForTarget(purpose, path) => self.ask_for_target(purpose, &path),
            Act::Select(selection) => self.select(selection),
            Act::SelectPieces(files) => self.select_pieces(files),
            Act::Open(dir) => self.leave(Next::Open(dir)),
            Act::Create { dir, files } => self.leave(Next::Create(dir, files)),
            Act::Add(source) => self.read(source),
            Act::Join(incoming) => self.join(incoming),
            Act::Take(paths) => self.take_paths(paths),
            Act::ShowPage(page) => self.pages.go(page),
            Act::ShowSource(file, byte) => self.show_source(file, byte),
            Act::ShowNotices => self.memory.notices = true,
            Act::Export(wanted) => self.start_export(wanted),
            Act::WriteProofs(wanted) => self.start_proofs(wanted),
            Act::ShowVariant(variant) => self.show_variant(variant),
            Act::Cancel => {
                let stops = self.exporting.iter().map(|job| &job.stop);
                let stops = stops.chain(self.reading.iter().map(|job| &job.stop));
                stops.for_each(|stop| stop.store(true, Ordering::Relaxed));
            }
            Act::Answer(answer) => self.answer(ctx, answer),
            Act::OpenOutside(path) => self.open_outside(ctx, &path),
            Act::Say(text) => self.toasts.say(text),
            Act::ForgetRecent(dir) => self.memory.recent.retain(|known| *known != dir),
        }
    }

    pub(super) fn change(&mut self, edit: Edit) {
        if let Some(document) = &mut self.document
            && !edit.change.is_nothing()
        {
            document.change(edit);
        }
    }

    pub(super) fn change_to(&mut self, label: impl Into<String>, change: Change) {
        self.change(Edit { label: label.into(), change, key: None });
    }

    fn set_text(&mut self, file: &Path, text: &str, label: String, typing: bool) {
        let Some(document) = &mut self.document else { return };
        let mut notices = Notices::new();
        let Some(change) = arrange::with_markdown(&document.edition, file, text, &mut notices) else {
            return;
        };
        let key = typing.then(|| MergeKey::Body(file.to_path_buf()));
        document.change(Edit { label, change, key });
        document.forget_notices_of(file, notices);
    }

    fn cursor_at(&mut self, file: PathBuf, byte: usize) {
        if self.memory.centre == Centre::Both {
            self.show_page_of(&file, byte);
        }
        self.pages.cursor = Some((file, byte));
    }

    fn show_page_of(&mut self, file: &Path, byte: usize) {
        let page = self.document.as_ref().and_then(|document| document.page_of(file, byte));
        if let Some(page) = page.filter(|page| *page != self.pages.page) {
            self.pages.go(page);
        }
    }

    fn select(&mut self, selection: Selection) {
        if let (Selection::Part(part), Some(document)) = (&selection, &self.document)
            && let Some(piece) = document.edition.parts.get(*part).and_then(|part| part.pieces.first())
            && let Some(page) = document.page_of(&piece.file, 0)
        {
            self.pages.go(page.saturating_sub(1));
        }
        self.selection = selection;
    }

    pub(super) fn select_pieces(&mut self, files: Vec<PathBuf>) {
        if let Some(file) = files.last() {
            let page = self.document.as_ref().and_then(|document| document.page_of(file, 0));
            match page {
                Some(page) => self.pages.go(page),
                // Not typeset yet: its page is shown when it is.
                None => self.pages.awaited = Some(file.clone()),
            }
            self.pages.cursor = None;
        }
        self.selection = if files.is_empty() { Selection::Edition } else { Selection::Pieces };
        self.contents.select(files);
    }

    /// Shows the pages of a variant, from the piece on that is in view.
    pub(super) fn show_variant(&mut self, variant: Option<Arc<str>>) {
        let Some(document) = &mut self.document else { return };
        if document.shown == variant {
            return;
        }
        let book = document.set.as_ref().map(|set| &set.book);
        let in_view = book.and_then(|book| {
            let page = self.pages.page;
            book.chapters
                .iter()
                .find(|chapter| (chapter.first..chapter.first + chapter.count).contains(&page))
        });
        self.pages.awaited =
            in_view.map(|chapter| chapter.file.clone()).filter(|file| document.piece(file).is_some());
        document.shown = variant;
        self.staged = 0;
    }

    fn rename(&mut self, file: &Path) {
        if let Some(document) = &self.document {
            self.memory.contents = true;
            self.contents.rename(document, file);
        }
    }

    fn show_source(&mut self, file: PathBuf, byte: usize) {
        let Some(document) = &self.document else { return };
        if document.piece(&file).is_none() {
            self.selection = Selection::Edition;
            return;
        }
        self.selection = Selection::Pieces;
        if self.contents.foremost() != Some(&file) || self.contents.selected.len() > 1 {
            self.contents.select(vec![file.clone()]);
        }
        if matches!(self.memory.centre, Centre::Pages | Centre::Ebook | Centre::Board) {
            self.memory.centre = Centre::Both;
            // The pages become narrower: the page in view stays in view.
            self.pages.go(self.pages.page);
        }
        self.editor.go(&file, byte..byte);
        self.pages.cursor = Some((file, byte));
    }

    /// Opens, adds or makes what was dropped or named on the command line.
    fn take_paths(&mut self, paths: Vec<PathBuf>) {
        let writes = matches!(self.memory.centre, Centre::Text | Centre::Both);
        let pictures: Vec<&PathBuf> = paths.iter().filter(|path| drop::is_picture(path)).collect();
        if writes
            && !pictures.is_empty()
            && pictures.len() == paths.len()
            && self.contents.selected.len() == 1
        {
            pictures.into_iter().for_each(|path| self.insert_picture(path));
            return;
        }
        match drop::meaning(&paths, self.document.is_some()) {
            drop::Meaning::Open(dir) => self.leave(Next::Open(dir)),
            drop::Meaning::Add(files) => self.read(Source::Files(files)),
            drop::Meaning::Create(files) => {
                self.ask(Purpose::Create(files), words::ask::NEW, Kind::NewFolder);
            }
            drop::Meaning::Nothing => match paths.iter().find(|path| !path.exists()) {
                Some(missing) => self.toasts.complain(words::said::missing(&missing.display().to_string())),
                None => self.toasts.complain(words::drop::NOTHING),
            },
        }
    }

    /// Reads texts; what comes of them is looked at before it joins the edition.
    pub(super) fn read(&mut self, source: Source) {
        let Some(document) = &self.document else { return };
        let (edition, dir) = (document.edition.clone(), document.dir.clone());
        let (job, stop) = self.jobs.read(edition, dir, source);
        self.reading = Some(Underway { job, progress: (0, 0), stop });
    }

    /// Makes pieces of texts.
    pub(super) fn join(&mut self, incoming: Vec<Incoming>) {
        if let Some(document) = &self.document {
            let (edition, dir) = (document.edition.clone(), document.dir.clone());
            self.jobs.add(document.generation, edition, dir, incoming);
        }
    }

    /// Puts pieces behind the selected one, or at the end.
    pub(super) fn slot_for_new(&self) -> Slot {
        let Some(document) = &self.document else { return Slot::default() };
        let behind = self.contents.foremost().and_then(|file| document.slot(file));
        match behind {
            Some((part, index)) => Slot { part, index: index + 1 },
            None => {
                let part = document.edition.parts.len().saturating_sub(1);
                Slot { part, index: document.edition.parts.last().map_or(0, |part| part.pieces.len()) }
            }
        }
    }

    /// Puts a picture from the disk into the text, at the cursor.
    pub(super) fn insert_picture(&mut self, path: &Path) {
        let Some((name, picture)) = self.picture_of(path) else { return };
        let Some(document) = &self.document else { return };
        let Some(piece) = self.contents.foremost().and_then(|file| document.piece(file)) else { return };
        let below = Path::new("..").join(&*name);
        let below = below.display().to_string().replace('\\', "/");
        let (text, cursor) = editor::format::picture(&piece.markdown, self.editor.selected.end, &below);
        let file = piece.file.clone();
        let mut with = document.edition.as_ref().clone();
        let add = Change::Picture(name, Some(picture));
        with.apply(add.clone());
        let mut notices = Notices::new();
        let set = arrange::with_markdown(&with, &file, &text, &mut notices);
        self.change_to(words::edits::PICTURE, Change::Several(std::iter::once(add).chain(set).collect()));
        self.editor.go(&file, cursor);
    }

    fn ask_for_target(&mut self, purpose: Purpose, path: &Path) {
        if purpose == Purpose::Proofs {
            return self.ask(purpose, words::ask::PROOFS, Kind::Folder);
        }
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let title = match purpose {
            Purpose::File(FileKind::Epub) => words::ask::EPUB,
            _ => words::ask::PDF,
        };
        let folder = path.parent().filter(|folder| folder.is_dir()).map(Path::to_path_buf);
        let folder = folder.or_else(|| self.document.as_ref().map(|document| document.dir.clone()));
        let dialog = Dialog { title: title.into(), kind: Kind::Save(name), folder };
        self.jobs.ask(purpose, dialog, self.memory.types_paths);
    }

    fn ask_for_picture(&mut self, purpose: Purpose) {
        let kind = Kind::Files("JPEG, PNG", &["png", "jpg", "jpeg"]);
        self.ask(purpose, words::ask::PICTURE, kind);
    }

    /// Asks for a path, in a dialog of the desktop or our own.
    pub(super) fn ask(&mut self, purpose: Purpose, title: &str, kind: Kind) {
        let folder = self.memory.last_folder.clone().or_else(std::env::home_dir);
        self.jobs.ask(purpose, Dialog { title: title.into(), kind, folder }, self.memory.types_paths);
    }

    /// A path was chosen.
    pub(super) fn chosen(&mut self, purpose: Purpose, mut paths: Vec<PathBuf>) {
        if paths.is_empty() {
            return;
        }
        let first = paths.remove(0);
        match purpose {
            Purpose::Open => self.acts.push(Act::Open(first)),
            Purpose::Create(files) => self.acts.push(Act::Create { dir: first, files }),
            Purpose::NewOf => {
                let files = std::iter::once(first).chain(paths).collect();
                self.ask(Purpose::Create(files), words::ask::NEW, Kind::NewFolder);
            }
            Purpose::Add => {
                let files = std::iter::once(first).chain(paths).collect();
                self.acts.push(Act::Add(Source::Files(files)));
            }
            Purpose::Picture => self.insert_picture(&first),
            Purpose::Portrait(id) => self.hang_portrait(&id, &first),
            Purpose::Proofs => {
                if let Some(proofs) = &mut self.proofs {
                    proofs.chosen(&first);
                }
            }
            Purpose::Ornament(variant) => self.put_ornament(variant.as_deref(), &first),
            Purpose::CoverPicture => self.put_on_cover(&first),
            Purpose::Profile => self.take_profile(&first),
            Purpose::Document(file) => self.file_document(&file, &first),
            Purpose::File(kind) => {
                if let Some(export) = &mut self.export {
                    export.chosen(kind, &first);
                }
            }
        }
    }

    /// Does what takes the place of the open edition, after a question when it has unsaved changes.
    pub(super) fn leave(&mut self, next: Next) {
        if self.is_dirty() {
            self.question = Some(Question::Unsaved(next));
        } else {
            self.go_on(next);
        }
    }

    fn open_outside(&mut self, ctx: &egui::Context, path: &Path) {
        // The desktop decides which program shows it; the address is built by hand because paths are no addresses.
        let path = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
        let mut url = String::from("file://");
        for byte in path.display().to_string().bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => {
                    url.push(byte as char)
                }
                other => url.push_str(&format!("%{other:02X}")),
            }
        }
        ctx.open_url(egui::OpenUrl::new_tab(url));
    }
}
