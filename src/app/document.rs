//! The open edition: what it says now, what its folder says, and the way back.

use super::act::Edit;
use super::stage::Set;
use crate::edition::Edition;
use crate::edition::change::Change;
use crate::edition::folder::stamp::Stamp;
use crate::edition::history::History;
use crate::edition::journal::Journal;
use crate::edition::piece::Piece;
use crate::edition::piece_field::PieceField;
use crate::edition::sign_off::Standing;
use crate::notice::{Notice, Notices, Result, Weight};
use rustc_hash::FxHashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// An open edition.
#[derive(Debug)]
pub struct Document {
    /// Its folder.
    pub dir: PathBuf,
    /// What it says now.
    pub edition: Arc<Edition>,
    /// What its folder says.
    pub base: Arc<Edition>,
    /// How the folder's files looked when they were read or written last.
    pub stamp: Stamp,
    /// The way back.
    pub history: History,
    /// Where unsaved work is kept; `None` where nothing can be written.
    pub journal: Option<Arc<Journal>>,
    /// Grows with each change.
    pub generation: u64,
    /// The generation that the journal holds.
    pub journalled: u64,
    /// Whether the journal holds work of this window.
    pub has_journal: bool,
    /// Whether the folder has vanished.
    pub is_gone: bool,
    /// The newest book; a few keystrokes behind `edition` at most.
    pub set: Option<Arc<Set>>,
    /// The variant whose pages are shown; `None` for those of the edition itself.
    pub shown: Option<Arc<str>>,
    /// What reading the folder brought up.
    loaded: Vec<Notice>,
    /// All notices, the gravest first.
    notices: Vec<Notice>,
    /// The gravest notice of each file, and how many there are.
    marks: FxHashMap<PathBuf, (Weight, usize)>,
}

impl Document {
    /// An edition that was just read from `dir`.
    pub fn new(
        dir: PathBuf,
        edition: Edition,
        stamp: Stamp,
        journal: Option<Journal>,
        notices: Notices,
    ) -> Document {
        let edition = Arc::new(edition);
        let mut document = Document {
            dir,
            base: edition.clone(),
            edition,
            stamp,
            history: History::new(),
            journal: journal.map(Arc::new),
            generation: 1,
            journalled: 1,
            has_journal: false,
            is_gone: false,
            set: None,
            shown: None,
            loaded: notices.iter().cloned().collect(),
            notices: Vec::new(),
            marks: FxHashMap::default(),
        };
        document.gather_notices();
        document
    }

    /// Changes the edition, so that it can be undone.
    pub fn change(&mut self, edit: Edit) {
        let inverse = Arc::make_mut(&mut self.edition).apply(edit.change);
        self.history.record(edit.label, inverse, edit.key);
        self.generation += 1;
    }

    /// Takes the last change back; its words.
    pub fn undo(&mut self) -> Option<String> {
        let label = self.history.undo(Arc::make_mut(&mut self.edition))?;
        self.generation += 1;
        Some(label)
    }

    /// Does the last undone change again; its words.
    pub fn redo(&mut self) -> Option<String> {
        let label = self.history.redo(Arc::make_mut(&mut self.edition))?;
        self.generation += 1;
        Some(label)
    }

    /// Whether the folder says something else.
    pub fn is_dirty(&self) -> bool {
        !self.history.is_saved()
    }

    /// The name of the variant whose pages are shown, while there is one of that name.
    pub fn shown(&self) -> Option<&Arc<str>> {
        self.shown.as_ref().filter(|name| self.edition.variant(name).is_some())
    }

    /// The edition whose pages are shown: this one, or that of a variant.
    pub fn to_show(&self) -> Arc<Edition> {
        let variant = self.shown.as_ref().and_then(|name| self.edition.as_variant(name));
        variant.map_or_else(|| self.edition.clone(), Arc::new)
    }

    /// The same as it was typeset last, without the pains of making it.
    pub fn in_view(&self) -> &Edition {
        let set = self.set.as_ref().filter(|set| self.shown().is_some() && set.edition.variant.is_some());
        set.map_or(&self.edition, |set| &set.edition)
    }

    /// Whether these are the pages that are to be shown, as the edition is now.
    pub fn is_newest(&self, set: &Set) -> bool {
        set.generation == self.generation && set.edition.variant.as_ref() == self.shown()
    }

    /// The title, or the name of the folder.
    pub fn title(&self) -> String {
        if self.edition.title.trim().is_empty() {
            return self.dir.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        }
        self.edition.title.clone()
    }

    /// The piece of a file.
    pub fn piece(&self, file: &Path) -> Option<&Arc<Piece>> {
        self.edition.piece(file)
    }

    /// Part and place of a file in the edition.
    pub fn slot(&self, file: &Path) -> Option<(usize, usize)> {
        self.edition.parts.iter().enumerate().find_map(|(part, pieces)| {
            let index = pieces.pieces.iter().position(|piece| piece.file == file)?;
            Some((part, index))
        })
    }

    /// All pieces in order.
    pub fn pieces(&self) -> impl Iterator<Item = &Arc<Piece>> {
        self.edition.pieces()
    }

    /// Empties the journal when all is saved, or given up: a start after a crash shall offer nothing that is past.
    pub fn clear_journal(&mut self) -> Result<()> {
        let held = std::mem::take(&mut self.has_journal);
        self.journalled = 0;
        match &self.journal {
            Some(journal) if held => journal.clear(),
            _ => Ok(()),
        }
    }

    /// A new book has come.
    pub fn take_set(&mut self, set: Arc<Set>) {
        self.set = Some(set);
        self.gather_notices();
    }

    /// The folder was written: on which line the text of each piece begins now. That is no change of the edition.
    pub fn take_lines(&mut self, read: &Edition) {
        for piece in read.pieces() {
            let known = self.piece(&piece.file).map(|known| known.body_line);
            if known.is_some_and(|line| line != piece.body_line) {
                let line = || Change::Field(piece.file.clone(), PieceField::BodyLine(piece.body_line));
                Arc::make_mut(&mut self.edition).apply(line());
                Arc::make_mut(&mut self.base).apply(line());
            }
        }
    }

    /// A document of a permission lies in the folder now. That is no change of the edition.
    pub fn add_document(&mut self, name: Arc<str>) {
        Arc::make_mut(&mut self.edition).documents.insert(name.clone());
        Arc::make_mut(&mut self.base).documents.insert(name);
        self.generation += 1;
    }

    /// The folder was written: which documents of permissions lie in it.
    pub fn take_documents(&mut self, read: &Edition) {
        if self.edition.documents != read.documents {
            let journalled = self.journalled == self.generation;
            Arc::make_mut(&mut self.edition).documents.clone_from(&read.documents);
            Arc::make_mut(&mut self.base).documents.clone_from(&read.documents);
            self.generation += 1;
            // Nothing that a journal holds has changed.
            self.journalled += u64::from(journalled);
        }
    }

    /// The folder was read again: what that brought up.
    pub fn take_notices(&mut self, notices: &Notices) {
        self.loaded = notices.iter().cloned().collect();
        self.gather_notices();
    }

    /// A piece was edited: what its file said before about its text is past.
    pub fn forget_notices_of(&mut self, file: &Path, notices: Notices) {
        let first = self.piece(file).map_or(1, |piece| piece.body_line);
        self.loaded.retain(|notice| {
            notice.place.file.as_deref() != Some(file) || notice.place.line.is_none_or(|line| line < first)
        });
        self.loaded.extend(notices.iter().cloned());
    }

    /// All notices, the gravest first.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// The gravest notice of a file, and how many it has.
    pub fn mark(&self, file: &Path) -> Option<(Weight, usize)> {
        self.marks.get(file).copied()
    }

    /// How many notices of a weight there are.
    pub fn count(&self, weight: Weight) -> usize {
        self.notices.iter().filter(|notice| notice.weight == weight).count()
    }

    /// Words of a piece.
    pub fn words(&self, file: &Path) -> Option<usize> {
        self.set.as_ref()?.words.get(file).copied()
    }

    /// How the sign-off of a piece stands; `None` where nobody has signed it.
    pub fn standing(&self, file: &Path) -> Option<Standing> {
        self.set.as_ref()?.standings.get(file).copied()
    }

    /// Words of all pieces in the book.
    pub fn all_words(&self) -> usize {
        self.in_view().included().filter_map(|(_, piece)| self.words(&piece.file)).sum()
    }

    /// The index of the page on which a byte of a file stands.
    pub fn page_of(&self, file: &Path, byte: usize) -> Option<usize> {
        let set = self.set.as_ref()?;
        let chapter = set.book.chapters.iter().find(|chapter| chapter.file == file)?;
        // A page that begins with an ornament says no byte: the text before a byte tells whether it is past.
        let begun = |start: &Option<usize>| start.is_some_and(|start| start <= byte);
        let past = chapter.breaks.iter().rposition(begun).map_or(0, |last| last + 1);
        Some(chapter.first + past.min(chapter.count.saturating_sub(1)))
    }

    fn gather_notices(&mut self) {
        let mut all = Notices::new();
        let set = self.set.iter().flat_map(|set| &set.notices);
        self.loaded.iter().chain(set).for_each(|notice| all.push(notice.clone()));
        self.notices = all.iter().cloned().collect();
        self.notices.sort_by_key(|notice| std::cmp::Reverse(notice.weight));
        self.marks.clear();
        for notice in &self.notices {
            if let Some(file) = &notice.place.file {
                let mark = self.marks.entry(file.clone()).or_insert((notice.weight, 0));
                mark.1 += 1;
            }
        }
    }
}
