//! The fields of one page around the pieces: how it is made, and the editor's words.

use super::ways::{self, Way};
use super::{List, words};
use crate::app::act::Acts;
use crate::app::document::Document;
use crate::app::field::{self, Field};
use crate::app::inspector::owner::Owner;
use crate::app::words::{edits, inspector as inspector_words};
use crate::book::colophon;
use crate::design::Design;
use crate::edition::Edition;
use crate::edition::change::Change;
use crate::edition::matter::order::{Entry, Page};
use crate::edition::matter::{FreeText, Matter};
use crate::edition::text::Text;
use crate::notice::Notices;
use egui::Ui;
use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// Draws the fields.
pub(super) fn show(ui: &mut Ui, list: &List<'_>, entry: &Entry, acts: &mut Acts) {
    match entry {
        Entry::Own(text) => own_page(ui, list, text, acts),
        Entry::Page(Page::Pieces) => field::note(ui, words::PIECES_NOTE),
        Entry::Page(Page::Notes) => field::note(ui, words::NOTES_NOTE),
        Entry::Page(page) => known_page(ui, list, *page, acts),
    }
}

/// A page that every book can have.
fn known_page(ui: &mut Ui, list: &List<'_>, page: Page, acts: &mut Acts) {
    let List { document, owner, matter, .. } = list;
    let home = Home::of(owner, document, page);
    if !ways::is_words_only(page) {
        choice(ui, list, page, &home, acts);
        match page {
            Page::Imprint if ways::of(matter, page) != Way::Own => field::note(ui, words::IMPRINT_NOTE),
            Page::Sources if ways::of(matter, page) == Way::Own => field::note(ui, words::SOURCES_NOTE),
            _ => {}
        }
        if ways::of(matter, page) != Way::Own {
            return;
        }
    }
    let now = matter.text_of(page).cloned();
    let names = words::page(page);
    let rows = if page == Page::Dedication { 2 } else { 5 };
    if let Some(new) = home.words(ui, names, rows, &now) {
        // A page that can have no other words goes with them.
        let is_gone = new.text.blocks.is_empty() && ways::is_words_only(page);
        let way = if is_gone { Way::Off } else { Way::Own };
        owner.type_in(acts, names[0], owner.with_matter(ways::turned(matter, page, way, new)));
    }
    let Some(now) = now else { return };
    let has_heading = !matches!(page, Page::Dedication | Page::Epigraph);
    if has_heading && let Some(title) = home.heading(ui, &now) {
        let new = FreeText { file: home.file_of(&Some(now.clone())), title, ..now.clone() };
        owner.type_in(acts, page.key(), owner.with_matter(ways::turned(matter, page, Way::Own, new)));
    }
    said_where(ui, &now);
}

fn choice(ui: &mut Ui, list: &List<'_>, page: Page, home: &Home<'_>, acts: &mut Acts) {
    let mut lines = vec![(Way::Off, words::NONE.to_string())];
    let made = ways::made(page).iter().enumerate();
    lines.extend(made.map(|(number, line)| (Way::Made(number), line.to_string())));
    lines.push((Way::Own, words::OWN.to_string()));
    let now = ways::of(list.matter, page);
    let whose = (list.owner.id(), page.key());
    let Some(way) = field::choice(ui, whose, words::STANDS, &now, &lines, "") else { return };
    let own = match way {
        Way::Own => FreeText {
            file: home.file_of(&None),
            title: None,
            text: beginning(list.document, list.owner, page),
        },
        _ => FreeText::default(),
    };
    let change = list.owner.with_matter(ways::turned(list.matter, page, way, own));
    acts.change(edits::field(words::page(page)[0]), change);
}

/// The words that an editor's own begin with: those that were printed, where they are running text.
fn beginning(document: &Document, owner: &Owner<'_>, page: Page) -> Text {
    let edition: Cow<'_, Edition> = match owner.name() {
        None => Cow::Borrowed(&*document.edition),
        Some(name) => {
            document.edition.as_variant(&name).map_or(Cow::Borrowed(&*document.edition), Cow::Owned)
        }
    };
    match page {
        Page::Colophon => colophon::text(&edition, &Design::of(&edition, &mut Notices::new())),
        _ => Text::default(),
    }
}

/// A page of the editor's own.
fn own_page(ui: &mut Ui, list: &List<'_>, now: &FreeText, acts: &mut Acts) {
    let List { document, owner, matter, .. } = list;
    let stem = now.file.as_ref().and_then(|file| file.file_stem());
    let usual = stem.map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let key = super::key(&Entry::Own(now.clone()));
    let home = Home { owner, document, key, usual: owner.file_name(&usual), before: None };
    let put = |new: FreeText| {
        let mut matter = Matter::clone(matter);
        let same = |entry: &&mut Entry| entry.own().is_some_and(|own| own.file == now.file);
        matter.order.iter_mut().filter(same).for_each(|entry| *entry = Entry::Own(new.clone()));
        owner.with_matter(matter)
    };
    if owner.borrows(now) {
        // One text has one home: the variant gets a copy before anything is changed in it.
        field::note(ui, words::BORROWED);
        if ui.button(words::COPY).clicked() {
            let new = FreeText { file: Some(home.new_file(&document.dir)), ..now.clone() };
            list.open(ui, Some(&Entry::Own(new.clone())));
            acts.change(words::COPY_STEP, put(new));
        }
    } else {
        own_words(ui, list, &home, now, &put, acts);
    }
    said_where(ui, now);
    if ui.button(words::REMOVE).on_hover_text(words::REMOVE_TIP).clicked() {
        let mut matter = Matter::clone(matter);
        matter.order.retain(|entry| entry.own().is_none_or(|own| own.file != now.file));
        acts.change(words::REMOVE_STEP, owner.with_matter(matter));
    }
}

fn own_words(
    ui: &mut Ui,
    list: &List<'_>,
    home: &Home<'_>,
    now: &FreeText,
    put: &dyn Fn(FreeText) -> Change,
    acts: &mut Acts,
) {
    if let Some(title) = home.heading(ui, now) {
        let new = FreeText { title, ..now.clone() };
        list.owner.type_on_page(acts, &new, put(new.clone()));
    }
    if let Some(new) = home.words(ui, words::WORDS, 5, &Some(now.clone())) {
        list.owner.type_on_page(acts, &new, put(new.clone()));
    }
}

/// In which file the words are.
fn said_where(ui: &mut Ui, text: &FreeText) {
    if let Some(file) = &text.file {
        field::note(ui, &words::file(&file.to_string_lossy().replace('\\', "/")));
    }
}

/// Where the editor's words of a page are at home.
struct Home<'a> {
    owner: &'a Owner<'a>,
    document: &'a Document,
    /// What tells its fields from those of other pages.
    key: String,
    /// The usual name of their file.
    usual: String,
    /// The file they have on the disk.
    before: Option<PathBuf>,
}

impl<'a> Home<'a> {
    fn of(owner: &'a Owner<'a>, document: &'a Document, page: Page) -> Home<'a> {
        // A page of a variant never takes the file of the edition.
        let is_edition = owner.name().is_none();
        let saved = document.base.matter.text_of(page).filter(|_| is_edition);
        let before = saved.and_then(|page| page.file.clone());
        Home { owner, document, key: page.key().into(), usual: owner.file_name(page.name()), before }
    }

    /// Draws the words; the new page, when they were changed.
    fn words(&self, ui: &mut Ui, names: [&str; 2], rows: usize, now: &Option<FreeText>) -> Option<FreeText> {
        let file = now.as_ref().and_then(|free| free.file.clone());
        let path = if now.is_some() { file.unwrap_or_default() } else { self.usual_file() };
        let field =
            Field::new((self.owner.id(), self.key.clone()), names).rows(rows).note(inspector_words::MARKDOWN);
        let text = now.as_ref().map(|free| free.text.clone()).unwrap_or_default();
        let text = field.markdown(ui, &text, &path)?;
        let title = now.as_ref().and_then(|free| free.title.clone());
        Some(FreeText { file: self.file_of(now), title, text })
    }

    /// Draws the heading; the new one, when it was changed.
    fn heading(&self, ui: &mut Ui, now: &FreeText) -> Option<Option<String>> {
        Field::new((self.owner.id(), self.key.clone()), words::HEADING).optional(ui, &now.title)
    }

    /// The file of the page once it is changed.
    fn file_of(&self, now: &Option<FreeText>) -> Option<PathBuf> {
        match now {
            Some(own) if !self.owner.borrows(own) => own.file.clone(),
            _ => Some(self.new_file(&self.document.dir)),
        }
    }

    fn usual_file(&self) -> PathBuf {
        Path::new("matter").join(format!("{}.md", self.usual))
    }

    /// The file of a page that is new: the one it had, or one that nothing else has.
    fn new_file(&self, dir: &Path) -> PathBuf {
        if let Some(file) = &self.before {
            return file.clone();
        }
        let named = |number: usize| match number {
            1 => self.usual_file(),
            _ => Path::new("matter").join(format!("{}-{number}.md", self.usual)),
        };
        let is_used =
            |file: &PathBuf| self.document.edition.free_texts().any(|text| text.file.as_ref() == Some(file));
        let mut files = (1..100).map(named);
        files.find(|file| !dir.join(file).exists() && !is_used(file)).unwrap_or_else(|| self.usual_file())
    }
}
