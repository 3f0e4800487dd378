//! Typesetting and painting off the window's thread: the newest edition wins, the pages in view come first.
//!
//! ```text
//! window ── edition ──► typesetter ── Set ──► window
//!        ── view ─────►      └──────► painter ── pictures ──► window
//! ```
//! Both threads take what is newest and forget what was asked before. The typesetter hands a new book to the painter
//! itself, so that a keystroke needs no detour through the window to be seen.

use crate::book::{self, Book, cache::Cache};
use crate::check::Preflight;
use crate::edition::Edition;
use crate::edition::piece::Piece;
use crate::edition::sign_off::Standing;
use crate::notice::{Notice, Notices};
use crate::output::png::{Colours, Painter, Pixels};
use crate::page::sheet::{Item, Sheet};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, mpsc};
use std::time::{Duration, Instant};

/// An edition and its book.
#[derive(Debug)]
pub struct Set {
    /// Which state of the edition this is.
    pub generation: u64,
    /// The edition.
    pub edition: Arc<Edition>,
    /// Its pages.
    pub book: Book,
    /// What came up.
    pub notices: Vec<Notice>,
    /// Words of each piece, by file.
    pub words: FxHashMap<PathBuf, usize>,
    /// How the sign-offs of the pieces stand that have one, by file.
    pub standings: FxHashMap<PathBuf, Standing>,
    /// How long typesetting took.
    pub took: Duration,
}

/// A page, or a small picture of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Picture {
    /// The page at the size of the view.
    Page(usize),
    /// Its small picture.
    Thumbnail(usize),
}

impl Picture {
    /// Index of the page.
    pub fn page(self) -> usize {
        match self {
            Picture::Page(page) | Picture::Thumbnail(page) => page,
        }
    }
}

/// What the window shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// What is wanted, the most urgent first; what is not named here is forgotten.
    pub pictures: Vec<Picture>,
    /// Dots an inch of pages.
    pub dpi: f64,
    /// Dots an inch of small pictures.
    pub thumbnail_dpi: f64,
    /// How pages look.
    pub look: Look,
}

/// How pages look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// Paper and ink.
    pub colours: Colours,
    /// Whether running heads and page numbers are left out: an e-book has none.
    pub text_only: bool,
}

impl Default for Look {
    fn default() -> Look {
        Look { colours: Colours::BLACK_ON_WHITE, text_only: false }
    }
}

/// What the stage tells the window.
#[derive(Debug)]
pub enum Event {
    /// An edition is set.
    Set(Arc<Set>),
    /// A picture is painted.
    Painted(Painted),
    /// Typesetting broke off: a fault of the program, in words for a report.
    Failed(String),
}

/// A painted picture.
pub struct Painted {
    /// Which.
    pub picture: Picture,
    /// Of which state of the edition.
    pub generation: u64,
    /// Its pixels.
    pub image: egui::ColorImage,
}

impl std::fmt::Debug for Painted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Painted({:?} of {})", self.picture, self.generation)
    }
}

/// The two threads, as the window sees them.
#[derive(Debug)]
pub struct Stage {
    shared: Arc<Shared>,
    /// What they tell.
    pub events: mpsc::Receiver<Event>,
}

/// Wakes the window; the library below knows no window.
type Wake = Arc<dyn Fn() + Send + Sync>;

struct Shared {
    desk: Mutex<Desk>,
    changed: Condvar,
    wake: Wake,
}

impl std::fmt::Debug for Shared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Shared")
    }
}

#[derive(Default)]
struct Desk {
    wanted: Option<(u64, Arc<Edition>)>,
    set: Option<Arc<Set>>,
    view: View,
    over: bool,
}

impl Shared {
    fn desk(&self) -> MutexGuard<'_, Desk> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'a>(&self, desk: MutexGuard<'a, Desk>) -> MutexGuard<'a, Desk> {
        self.changed.wait(desk).unwrap_or_else(PoisonError::into_inner)
    }
}

impl Stage {
    /// Starts the threads; `wake` is called when there is something to tell.
    pub fn new(wake: impl Fn() + Send + Sync + 'static) -> Stage {
        let (tell, events) = mpsc::channel();
        let shared =
            Arc::new(Shared { desk: Mutex::default(), changed: Condvar::new(), wake: Arc::new(wake) });
        let (typesetter, painter) = (shared.clone(), shared.clone());
        let tell_painted = tell.clone();
        start("typesetter", move || typeset(&typesetter, &tell));
        start("painter", move || paint(&painter, &tell_painted));
        Stage { shared, events }
    }

    /// Asks for an edition to be set; what was asked before and not begun is forgotten.
    pub fn set(&self, generation: u64, edition: Arc<Edition>) {
        self.shared.desk().wanted = Some((generation, edition));
        self.shared.changed.notify_all();
    }

    /// Says what is in view.
    pub fn show(&self, view: &View) {
        let mut desk = self.shared.desk();
        if desk.view != *view {
            desk.view = view.clone();
            self.shared.changed.notify_all();
        }
    }

    /// Forgets the edition and its pages.
    pub fn clear(&self) {
        let mut desk = self.shared.desk();
        desk.wanted = None;
        desk.set = None;
        desk.view = View::default();
        self.shared.changed.notify_all();
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.shared.desk().over = true;
        self.shared.changed.notify_all();
    }
}

fn start(name: &str, work: impl FnOnce() + Send + 'static) {
    // Without threads there is no window either: the system refuses only when it is out of memory.
    let started = std::thread::Builder::new().name(name.into()).stack_size(16 << 20).spawn(work);
    debug_assert!(started.is_ok());
}

/// The typesetter's day.
fn typeset(shared: &Shared, tell: &mpsc::Sender<Event>) {
    let mut tools = Tools::new();
    let mut before: Option<Arc<Set>> = None;
    loop {
        let mut desk = shared.desk();
        let (generation, edition) = loop {
            if desk.over {
                return;
            }
            match desk.wanted.take() {
                Some(wanted) => break wanted,
                None => desk = shared.wait(desk),
            }
        };
        drop(desk);
        let event =
            match catch_unwind(AssertUnwindSafe(|| tools.set(generation, &edition, before.as_deref()))) {
                Ok(set) => {
                    let set = Arc::new(set);
                    before = Some(set.clone());
                    shared.desk().set = Some(set.clone());
                    shared.changed.notify_all();
                    Event::Set(set)
                }
                Err(panic) => {
                    // What they remember may be half made.
                    tools = Tools::new();
                    Event::Failed(words_of(&*panic))
                }
            };
        if tell.send(event).is_err() {
            return;
        }
        (shared.wake)();
    }
}

/// What the typesetter keeps from one keystroke to the next, so that only the piece that was changed is set and looked
/// over.
struct Tools {
    cache: Cache,
    preflight: Preflight,
}

impl Tools {
    fn new() -> Tools {
        Tools { cache: Cache::new(), preflight: Preflight::default() }
    }

    fn set(&mut self, generation: u64, edition: &Arc<Edition>, before: Option<&Set>) -> Set {
        let begun = Instant::now();
        let mut notices = Notices::new();
        let book = book::typeset(edition, &self.cache, &mut notices);
        self.preflight.look(edition, &book, &mut notices);
        let words = words_of_pieces(edition, before);
        let standings = standings_of_pieces(edition);
        let took = begun.elapsed();
        Set {
            generation,
            edition: edition.clone(),
            book,
            notices: notices.iter().cloned().collect(),
            words,
            standings,
            took,
        }
    }
}

/// Words of each piece; a piece that is the same as before is not counted again.
fn words_of_pieces(edition: &Edition, before: Option<&Set>) -> FxHashMap<PathBuf, usize> {
    // The edition before is held as long as its pieces are compared, so that one address is one piece.
    let counted = before.iter().flat_map(|before| {
        before
            .edition
            .pieces()
            .filter_map(|piece| Some((Arc::as_ptr(piece), *before.words.get(&piece.file)?)))
    });
    let counted: FxHashMap<*const Piece, usize> = counted.collect();
    let count =
        |piece: &Arc<Piece>| counted.get(&Arc::as_ptr(piece)).copied().unwrap_or_else(|| piece.body.words());
    edition.pieces().map(|piece| (piece.file.clone(), count(piece))).collect()
}

/// How the sign-offs stand; nothing is said of pieces that nobody has signed.
fn standings_of_pieces(edition: &Edition) -> FxHashMap<PathBuf, Standing> {
    let signed: Vec<&Arc<Piece>> = edition.pieces().filter(|piece| piece.signed.is_some()).collect();
    signed.par_iter().map(|piece| (piece.file.clone(), edition.standing(piece))).collect()
}

fn words_of(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(ToString::to_string);
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
}

/// What was painted, so that it is not painted again.
struct Done {
    set: Arc<Set>,
    dpi: f64,
    look: Look,
}

/// The painter's day: one or two pictures at a time, then a look at what is wanted now.
fn paint(shared: &Shared, tell: &mpsc::Sender<Event>) {
    let painters: [Mutex<Painter>; 2] = Default::default();
    let mut done: FxHashMap<Picture, Done> = FxHashMap::default();
    loop {
        let mut desk = shared.desk();
        let next = loop {
            if desk.over {
                return;
            }
            done.retain(|picture, _| desk.view.pictures.contains(picture));
            let next = desk.set.clone().map(|set| (todo(&set, &desk.view, &mut done), set));
            match next {
                Some((todo, set)) if !todo.is_empty() => break (todo, set, desk.view.look),
                _ => desk = shared.wait(desk),
            }
        };
        drop(desk);
        let (todo, set, look) = next;
        let pictures: Vec<(Picture, f64, Option<egui::ColorImage>)> = todo
            .par_iter()
            .enumerate()
            .map(|(index, (picture, dpi))| {
                let mut painter = painters[index % 2].lock().unwrap_or_else(PoisonError::into_inner);
                let work = AssertUnwindSafe(|| picture_of(&mut painter, &set, picture.page(), *dpi, look));
                (*picture, *dpi, catch_unwind(work).ok())
            })
            .collect();
        for (picture, dpi, image) in pictures {
            done.insert(picture, Done { set: set.clone(), dpi, look });
            let Some(image) = image else { continue };
            let painted = Painted { picture, generation: set.generation, image };
            if tell.send(Event::Painted(painted)).is_err() {
                return;
            }
        }
        (shared.wake)();
    }
}

/// The next one or two pictures to paint. A page that is the same in the new book is not painted again.
fn todo(set: &Arc<Set>, view: &View, done: &mut FxHashMap<Picture, Done>) -> Vec<(Picture, f64)> {
    let mut todo = Vec::new();
    for picture in &view.pictures {
        let Some(sheet) = set.book.sheets.get(picture.page()) else { continue };
        let dpi = match picture {
            Picture::Page(_) => view.dpi,
            Picture::Thumbnail(_) => view.thumbnail_dpi,
        };
        let is_alike = |known: &&mut Done| known.look == view.look && (known.dpi - dpi).abs() < f64::EPSILON;
        if let Some(known) = done.get_mut(picture).filter(is_alike) {
            let same = Arc::ptr_eq(&known.set, set)
                || (known.set.book.sheets.get(picture.page()) == Some(sheet)
                    && known.set.book.design.trim == set.book.design.trim
                    && known.set.edition.pictures == set.edition.pictures);
            if same {
                known.set = set.clone();
                continue;
            }
        }
        todo.push((*picture, dpi));
        if todo.len() == 2 {
            break;
        }
    }
    todo
}

fn picture_of(painter: &mut Painter, set: &Set, page: usize, dpi: f64, look: Look) -> egui::ColorImage {
    let sheet = &set.book.sheets[page];
    let bare = look.text_only.then(|| without_heads(&set.book, sheet));
    let sheet = bare.as_ref().unwrap_or(sheet);
    let Pixels { width, height, rgb } = painter.paint(&set.book, &set.edition, sheet, dpi, look.colours);
    egui::ColorImage::from_rgb([width as usize, height as usize], &rgb)
}

/// The page without what stands outside its text area.
fn without_heads(book: &Book, sheet: &Sheet) -> Sheet {
    let area = book.design.text_area(sheet.side);
    let is_inside = |item: &&Item| match item {
        Item::Line { at, .. } => at.y > area.y && at.y <= area.y + area.height + book.design.leading,
        Item::Rule { .. } | Item::Picture { .. } | Item::Turned { .. } => true,
    };
    Sheet { items: sheet.items.iter().filter(is_inside).cloned().collect(), ..sheet.clone() }
}
