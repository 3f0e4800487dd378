//! Work beside the window: opening, saving, importing, exporting, dialogs. Each has a title, progress and, where
//! that makes sense, a way to stop it; a panic becomes an error.

mod export;
mod import;
mod proofs;

use crate::edition::Edition;
use crate::edition::folder::{self, stamp};
use crate::edition::journal::{Journal, Opened};
use crate::edition::people::ContributorId;
use crate::import::add::{Added, Incoming, Reading};
use crate::import::create;
use crate::notice::{Error, Notices, Place, Result};
use crate::output::file::FileKind;
use crate::verify::{self, Report};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, mpsc};
use std::time::Duration;

pub(super) use export::Wanted;
pub(super) use proofs::WantedProofs;

/// Files that did not change for so long are not being written.
const SETTLED: Duration = Duration::from_millis(250);

/// What a job tells the window.
#[derive(Debug)]
pub(super) enum News {
    /// A stage of an export has begun.
    Stage {
        /// Which job.
        job: u64,
        /// How far it is.
        progress: Progress,
    },
    /// An edition was read.
    Opened(Result<Box<OpenedEdition>>),
    /// An edition was made in a folder.
    Created {
        /// Its folder.
        result: Result<PathBuf>,
        /// Texts it begins with.
        files: Vec<PathBuf>,
    },
    /// So many of so many files are read.
    Reading {
        /// Which job.
        job: u64,
        /// How many are read, of how many.
        progress: (usize, usize),
    },
    /// Texts were read.
    Read {
        /// Which job.
        job: u64,
        /// What was read.
        reading: Box<Reading>,
    },
    /// Pieces were made of texts.
    Added {
        /// The generation of the edition they were made for.
        generation: u64,
        /// The texts.
        incoming: Vec<Incoming>,
        /// What they bring.
        added: Box<Added>,
        /// What came up.
        notices: Notices,
    },
    /// The edition was written.
    Saved {
        /// The generation that was written.
        generation: u64,
        /// What was written, or why it was not.
        result: Result<SavedEdition>,
    },
    /// The journal was written.
    Journalled {
        /// The generation it holds.
        generation: u64,
        /// Why it could not be written.
        result: Result<()>,
    },
    /// Files were exported, or proofs written.
    Exported {
        /// Which job.
        job: u64,
        /// The files and what making them brought up, or why there are none; `None` when it was stopped.
        result: Result<Option<(Vec<PathBuf>, Notices)>>,
    },
    /// Finished files were looked over.
    Verified(Vec<Result<Report>>),
    /// Files on the disk are others than they were.
    Changed(Found),
    /// The edition was not written, because files on the disk are others than they were.
    NotSaved(Found),
    /// A dialog was answered.
    Chosen(Purpose, Vec<PathBuf>),
    /// A dialog could not be shown.
    NoDialog(Purpose, super::dialogs::Dialog),
}

/// What a dialog is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A folder to open.
    Open,
    /// A folder for a new edition of these texts.
    Create(Vec<PathBuf>),
    /// Texts to add.
    Add,
    /// Texts for a new edition.
    NewOf,
    /// Where a file of this kind goes.
    File(FileKind),
    /// The folder of the proofs.
    Proofs,
    /// A picture for the text.
    Picture,
    /// The portrait of a person.
    Portrait(ContributorId),
    /// What stands between sections: in the edition, or in the variant of this name.
    Ornament(Option<Arc<str>>),
    /// The picture of the cover.
    CoverPicture,
    /// The profile of the press.
    Profile,
    /// The document of the permission of a piece.
    Document(PathBuf),
}

/// Stages of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// Lines and pages.
    Typesetting,
    /// A file of this kind.
    File(FileKind),
    /// Proofs of pieces.
    Proofs,
    /// Files.
    Writing,
}

/// How far an export is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Progress {
    /// How much is done, from 0 to 1.
    pub(super) done: f32,
    /// What is under way.
    pub(super) stage: Stage,
    /// At which book, from 1.
    pub(super) book: usize,
    /// Of how many: the edition and its variants.
    pub(super) of: usize,
}

/// An edition read from its folder.
#[derive(Debug)]
pub(super) struct OpenedEdition {
    /// The folder.
    pub dir: PathBuf,
    /// The edition.
    pub edition: Edition,
    /// How its files look.
    pub stamp: stamp::Stamp,
    /// What came up.
    pub notices: Notices,
    /// Its lock and journal.
    pub journal: Option<Journal>,
    /// Whether another window has it open.
    pub elsewhere: bool,
    /// Work that was not saved when the program ended.
    pub unsaved: Option<Box<Edition>>,
}

/// What a folder says that another program has changed.
#[derive(Debug)]
pub(super) struct Found {
    /// The edition in the folder.
    pub(super) edition: Box<Edition>,
    /// How its files look.
    pub(super) stamp: stamp::Stamp,
    /// What came up.
    pub(super) notices: Notices,
}

/// What a save came to.
#[derive(Debug)]
pub(super) struct SavedEdition {
    /// What was saved.
    pub edition: Arc<Edition>,
    /// What reading it again gives.
    pub read: Box<Edition>,
    /// How the files look now.
    pub stamp: stamp::Stamp,
    /// What reading them brings up.
    pub notices: Notices,
}

/// The jobs of the window.
pub(super) struct Jobs {
    tell: mpsc::Sender<News>,
    /// What they tell.
    pub news: mpsc::Receiver<News>,
    wake: Arc<dyn Fn() + Send + Sync>,
    last: u64,
}

impl std::fmt::Debug for Jobs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Jobs({} begun)", self.last)
    }
}

impl Jobs {
    /// No jobs yet; `wake` is called when there is something to tell.
    pub(super) fn new(wake: impl Fn() + Send + Sync + 'static) -> Jobs {
        let (tell, news) = mpsc::channel();
        Jobs { tell, news, wake: Arc::new(wake), last: 0 }
    }

    /// Reads the edition in a folder.
    pub(super) fn open(&self, dir: PathBuf) {
        self.start(move |told| told(News::Opened(guarded(|| open(&dir).map(Box::new)))));
    }

    /// Makes an edition in a folder, which begins with these texts.
    pub(super) fn create(&self, dir: PathBuf, files: Vec<PathBuf>) {
        self.start(move |told| {
            let made = guarded(|| create::create(&dir, None, &mut Notices::new()).map(|made| made.dir));
            told(News::Created { result: made, files });
        });
    }

    /// Makes an edition that is a copy of the sample.
    pub(super) fn create_sample(&self, dir: PathBuf) {
        self.start(move |told| {
            let result = guarded(|| super::sample::write(&dir));
            told(News::Created { result, files: Vec::new() });
        });
    }

    /// Writes an edition into its folder, unless the files there are others than `known`: those would be
    /// overwritten.
    pub(super) fn save(
        &self,
        generation: u64,
        edition: Arc<Edition>,
        dir: PathBuf,
        known: stamp::Stamp,
        journal: Option<Arc<Journal>>,
    ) {
        self.start(move |told| {
            if dir.join("edition.toml").exists()
                && stamp::stamp(&dir) != known
                && let Ok(found) = guarded(|| found(&dir))
            {
                return told(News::NotSaved(found));
            }
            let result = guarded(|| {
                folder::save(&edition, &dir)?;
                if let Some(journal) = &journal {
                    journal.clear()?;
                }
                let Found { edition: read, stamp, notices } = found(&dir)?;
                Ok(SavedEdition { edition: edition.clone(), read, stamp, notices })
            });
            told(News::Saved { generation, result });
        });
    }

    /// Writes unsaved work into the journal.
    pub(super) fn journal(&self, generation: u64, edition: Arc<Edition>, journal: Arc<Journal>) {
        self.start(move |told| {
            told(News::Journalled { generation, result: guarded(|| journal.write(&edition)) });
        });
    }

    /// Looks whether files on the disk are others than `known`.
    pub(super) fn look_for_changes(&self, dir: PathBuf, known: stamp::Stamp) {
        self.start(move |told| {
            let now = stamp::stamp(&dir);
            if now == known {
                return;
            }
            // A program may be in the middle of writing: what it has only half written would look like taken out.
            std::thread::sleep(SETTLED);
            if stamp::stamp(&dir) != now {
                return;
            }
            // What can't be read just now will be at the next look.
            if let Ok(found) = guarded(|| found(&dir)) {
                told(News::Changed(found));
            }
        });
    }

    /// Exports an edition and variants of it; the job's number and the way to stop it.
    pub(super) fn export(&mut self, edition: Arc<Edition>, wanted: Vec<Wanted>) -> (u64, Arc<AtomicBool>) {
        self.stoppable(move |stopped, tell| export::export(&edition, &wanted, stopped, tell))
    }

    /// Writes proofs; the job's number and the way to stop it.
    pub(super) fn proofs(&mut self, edition: Arc<Edition>, wanted: WantedProofs) -> (u64, Arc<AtomicBool>) {
        self.stoppable(move |stopped, tell| proofs::write(&edition, &wanted, stopped, tell))
    }

    /// Lets finished files be looked over by our own rules and by validators.
    pub(super) fn verify(&self, files: Vec<PathBuf>) {
        self.start(move |told| {
            let reports = files.iter().map(|file| guarded(|| verify::file(file))).collect();
            told(News::Verified(reports));
        });
    }

    /// Does work that makes files, tells how far it is and can be stopped.
    fn stoppable(
        &mut self,
        work: impl FnOnce(&AtomicBool, &dyn Fn(Progress)) -> Result<Option<(Vec<PathBuf>, Notices)>>
        + Send
        + 'static,
    ) -> (u64, Arc<AtomicBool>) {
        self.last += 1;
        let job = self.last;
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = stop.clone();
        self.start(move |told| {
            let tell = |progress| told(News::Stage { job, progress });
            let result = guarded(|| work(&stopped, &tell));
            told(News::Exported { job, result });
        });
        (job, stop)
    }

    /// Shows a dialog of the desktop. Where there is none, or the editor would rather type, the news says so.
    pub(super) fn ask(&self, purpose: Purpose, dialog: super::dialogs::Dialog, types: bool) {
        if types || !super::dialogs::available() {
            self.start(move |told| told(News::NoDialog(purpose, dialog)));
            return;
        }
        // Made here, because some systems want that on the window's thread; awaited elsewhere.
        let answer = dialog.show();
        self.start(move |told| told(News::Chosen(purpose, pollster::block_on(answer))));
    }

    /// Does work on a thread of its own, which tells what comes of it.
    fn start(&self, work: impl FnOnce(&dyn Fn(News)) + Send + 'static) {
        let tell = self.teller();
        std::thread::spawn(move || work(&tell));
    }

    /// Tells news to the window, from any thread.
    fn teller(&self) -> impl Fn(News) + Send + Sync + 'static {
        let tell = self.tell.clone();
        let wake = self.wake.clone();
        move |news| {
            // A window that is gone needs no news.
            let _ = tell.send(news);
            wake();
        }
    }
}

/// What the folder says now.
fn found(dir: &Path) -> Result<Found> {
    let mut notices = Notices::new();
    let stamp = stamp::stamp(dir);
    let edition = folder::load(dir, &mut notices)?;
    Ok(Found { edition: Box::new(edition), stamp, notices })
}

/// Runs work; a panic becomes an error.
fn guarded<T>(work: impl FnOnce() -> Result<T>) -> Result<T> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        let hint = "your texts are as they were; please tell the makers of Pamphleteer what you did";
        Err(Error::new(Place::default(), "the program has met a fault of its own", hint))
    })
}

fn open(path: &Path) -> Result<OpenedEdition> {
    let dir = match path.file_name() {
        Some(name) if name == "edition.toml" => path.parent().unwrap_or(Path::new(".")),
        _ => path,
    };
    let dir = dir.canonicalize().unwrap_or_else(|_| dir.to_path_buf());
    let mut notices = Notices::new();
    let stamp = stamp::stamp(&dir);
    let edition = folder::load(&dir, &mut notices)?;
    let mut opened =
        OpenedEdition { dir, edition, stamp, notices, journal: None, elsewhere: false, unsaved: None };
    match Journal::open(&opened.dir)? {
        Opened::Free(journal) => opened.journal = Some(journal),
        Opened::Recoverable(journal) => {
            match journal.recover(&mut Notices::new()) {
                Ok(unsaved) => opened.unsaved = Some(Box::new(unsaved)),
                Err(error) => opened.notices.doubt(error.place, error.what, error.hint),
            }
            opened.journal = Some(journal);
        }
        Opened::Elsewhere => opened.elsewhere = true,
    }
    Ok(opened)
}
