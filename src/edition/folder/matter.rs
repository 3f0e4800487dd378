//! `[matter]` of `edition.toml`: which pages stand around the pieces, with whose words, and in which order.

use super::media::FreeTextFile;
use super::source::{Folder, Unreadable, tidy};
use super::toml::TomlReader;
use super::{is_text_file, keys};
use crate::edition::markdown;
use crate::edition::matter::order::{Entry, Page};
use crate::edition::matter::{
    ContributorsMatter, Depth, FreeText, Matter, MatterSettings, Shown, SourcesMatter,
};
use crate::notice::Place;
use std::path::PathBuf;
use toml_edit::{Item, TableLike};

/// An order has at most so many entries: no book has more pages of its own.
const MOST_PAGES: usize = 300;

/// Reads the table `matter` of a table, which is said over `base`; `name` is what notices call it.
pub(super) fn read(
    toml: &mut TomlReader<'_>,
    table: &dyn TableLike,
    name: &str,
    base: &Matter,
    folder: &Folder,
) -> MatterSettings {
    let Some(table) = toml.table(table, "matter") else { return MatterSettings::default() };
    toml.unknown(table, name, &keys::matter());
    let depths =
        [("pieces", Depth::Pieces), ("authors", Depth::Authors), ("standfirsts", Depth::Standfirsts)];
    let notes = [
        ("short", ContributorsMatter::Short),
        ("long", ContributorsMatter::Long),
        ("short with pieces", ContributorsMatter::ShortWithPieces),
        ("long with pieces", ContributorsMatter::LongWithPieces),
    ];
    let sources = [("permissions", SourcesMatter::WherePermitted)];
    let mut reader = Reader { toml, table, folder };
    let mut settings = MatterSettings {
        half_title: reader.shown("half_title", (), &[]),
        title_page: reader.shown("title_page", (), &[]),
        imprint: reader.shown("imprint", (), &[]),
        dedication: reader.free_text("dedication"),
        epigraph: reader.free_text("epigraph"),
        contents: reader.shown("contents", Depth::Authors, &depths),
        foreword: reader.free_text("foreword"),
        introduction: reader.free_text("introduction"),
        contributors: reader.shown("contributors", ContributorsMatter::Short, &notes),
        sources: reader.shown("sources", SourcesMatter::Always, &sources),
        author_index: reader.shown("author_index", (), &[]),
        index: reader.shown("index", (), &[]),
        colophon: reader.shown("colophon", (), &[]),
        order: None,
    };
    reader.order(base, &mut settings);
    settings
}

struct Reader<'r, 'n, 't> {
    toml: &'r mut TomlReader<'n>,
    table: &'t dyn TableLike,
    folder: &'r Folder,
}

impl Reader<'_, '_, '_> {
    /// A page that is made of the data (`true`, or one of a few words that say how), the editor's own words, or
    /// nothing. One word alone is taken for a slip, not for a whole page.
    fn shown<T: Copy>(&mut self, key: &str, usual: T, ways: &[(&str, T)]) -> Option<Shown<T>> {
        let item = self.table.get(key)?;
        match item.as_bool() {
            Some(true) => return Some(Shown::Generated(usual)),
            Some(false) => return Some(Shown::Omitted),
            None => {}
        }
        let Some(word) = item.as_str().map(str::trim) else {
            if item.as_table_like().is_none() {
                self.wrong(key, item, ways, "");
                return None;
            }
            return self.free_text(key)?.map(Shown::Own);
        };
        if let Some((_, way)) = ways.iter().find(|(known, _)| *known == word) {
            return Some(Shown::Generated(*way));
        }
        if !is_text_file(word) && !word.contains(char::is_whitespace) {
            self.wrong(key, item, ways, word);
            return None;
        }
        self.free_text(key)?.map(Shown::Own)
    }

    /// Says what a page can be.
    fn wrong<T>(&mut self, key: &str, item: &Item, ways: &[(&str, T)], word: &str) {
        let words: Vec<&str> = ways.iter().map(|(word, _)| *word).collect();
        let said: String = words.iter().map(|word| format!(", \"{word}\"")).collect();
        let what = format!("“{key}” should be true, false{said}, or words of your own; it is left out");
        let hint = match keys::nearest(word, &words) {
            Some(near) => format!("did you mean “{near}”?"),
            None => "words of your own are a file like \"matter/page.md\", or { text = \"…\" }".into(),
        };
        let place = self.toml.place(item.span());
        self.toml.notices.fault(place, what, hint);
    }

    /// A page of the editor's own words: a file, the words themselves, a table with `title` and `text`, or `false` for
    /// none. What can't be read says nothing.
    fn free_text(&mut self, key: &str) -> Option<Option<FreeText>> {
        let item = self.table.get(key)?;
        let place = self.toml.place(item.span());
        if let Some(inside) = item.as_table_like() {
            self.toml.unknown(inside, key, &["title", "text"]);
            let title = self.toml.text(inside, "title");
            let text = markdown::inline_text(&self.toml.text(inside, "text")?);
            return Some(Some(FreeText { file: None, title, text }));
        }
        if item.as_bool() == Some(false) {
            return Some(None);
        }
        let words = self.toml.text(self.table, key)?;
        if !is_text_file(&words) {
            return Some(Some(FreeText { file: None, title: None, text: markdown::inline_text(&words) }));
        }
        FreeTextFile { file: tidy(words.trim()), place }.read(self.folder, self.toml.notices).map(Some)
    }

    /// The order of the pages. Names that mean nothing or stand twice are left out.
    fn order(&mut self, base: &Matter, settings: &mut MatterSettings) {
        if !self.table.contains_key("order") {
            return;
        }
        let mut order: Vec<Entry> = Vec::new();
        let mut notes = None;
        let mut words = self.toml.texts(self.table, "order");
        if let Some((_, place)) = words.get(MOST_PAGES) {
            let what =
                format!("only {MOST_PAGES} pages of “order” are read; this one is not, nor any behind it");
            self.toml.notices.doubt(place.clone(), what, "put several texts on one page");
            words.truncate(MOST_PAGES);
        }
        for (word, place) in words {
            let Some(entry) = self.entry(word.trim(), &place) else { continue };
            if entry.page() == Some(Page::Notes) {
                notes.get_or_insert(place.clone());
            }
            let is_page = |text: &FreeText| Some(&text.file) == entry.own().map(|own| &own.file);
            if order.iter().any(|known| known.is_same(&entry)) {
                let what = format!("“{word}” stands twice in “order”; the first place holds");
                self.toml.notices.fault(place, what, "take one of them out");
            } else if settings.free_texts().any(is_page) {
                let what = format!("“{word}” is a page of [matter] already; it is left out of “order”");
                self.toml.notices.fault(place, what, "name the page there by its key, as “foreword”");
            } else {
                order.push(entry);
            }
        }
        settings.order = Some(order);
        if let Some((place, text)) = notes.zip(base.with(settings).text_behind_notes()) {
            let what = format!(
                "the notes of the book stand behind all texts that have notes, and so behind “{text}”"
            );
            self.toml.notices.doubt(place, what, "put “notes” behind it in “order”");
        }
    }

    /// An entry of the order. A page whose file is missing keeps its place for the day when it is there.
    fn entry(&mut self, word: &str, place: &Place) -> Option<Entry> {
        if let Some(page) = Page::of_key(word) {
            return Some(Entry::Page(page));
        }
        if is_text_file(word) {
            let file = tidy(word);
            let read = FreeTextFile { file: file.clone(), place: place.clone() };
            let file = PathBuf::from(file);
            let is_missing = matches!(self.folder.find(&file), Err(Unreadable::Missing));
            let missing = is_missing.then(|| FreeText { file: Some(file), ..FreeText::default() });
            return read.read(self.folder, self.toml.notices).or(missing).map(Entry::Own);
        }
        let known = Page::USUAL.map(Page::key);
        let hint = match keys::nearest(word, &known) {
            Some(near) => format!("did you mean “{near}”?"),
            None => format!("known are {}, and files of Markdown", known.join(", ")),
        };
        let what = format!("“{word}” in “order” is no page of a book; it is left out");
        self.toml.notices.fault(place.clone(), what, hint);
        None
    }
}
