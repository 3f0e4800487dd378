//! Which pages stand around the pieces, and the words of dedication, epigraph and foreword.

use super::owner::Owner;
use crate::app::act::Acts;
use crate::app::document::Document;
use crate::app::field::{self, Field};
use crate::app::words::{edits, inspector as words, rights};
use crate::edition::matter::{ContributorsMatter, FreeText, Matter, Shown, SourcesMatter};
use egui::Ui;
use std::path::{Path, PathBuf};

/// Draws the fields.
pub(super) fn show(ui: &mut Ui, document: &Document, owner: &Owner<'_>, acts: &mut Acts) {
    let matter = &owner.matter();
    ticks(ui, owner, matter, acts);
    about(ui, owner, matter, acts);
    sources(ui, owner, matter, acts);
    let base = &document.base.matter;
    let dedication = Page::new(owner, words::DEDICATION, 2, "dedication", &base.dedication);
    if let Some(new) = dedication.show(ui, document, &matter.dedication) {
        let change = owner.with_matter(Matter { dedication: new, ..matter.clone() });
        owner.type_in(acts, words::DEDICATION[0], change);
    }
    let epigraph = Page::new(owner, words::EPIGRAPH, 3, "epigraph", &base.epigraph);
    if let Some(new) = epigraph.show(ui, document, &matter.epigraph) {
        let change = owner.with_matter(Matter { epigraph: new, ..matter.clone() });
        owner.type_in(acts, words::EPIGRAPH[0], change);
    }
    let page = Page::new(owner, words::FOREWORD, 5, "foreword", &base.foreword);
    if let Some(new) = page.show(ui, document, &matter.foreword) {
        let change = owner.with_matter(Matter { foreword: new, ..matter.clone() });
        owner.type_in(acts, words::FOREWORD[0], change);
    }
    if let Some(foreword) = &matter.foreword {
        let field = Field::new(owner.id(), words::FOREWORD_TITLE);
        if let Some(title) = field.optional(ui, &foreword.title) {
            let file = page.file_of(document, &matter.foreword);
            let foreword = Some(FreeText { file, title, ..foreword.clone() });
            let change = owner.with_matter(Matter { foreword, ..matter.clone() });
            owner.type_in(acts, words::FOREWORD_TITLE[0], change);
        }
    }
}

fn ticks(ui: &mut Ui, owner: &Owner<'_>, matter: &Matter, acts: &mut Acts) {
    let mut new = matter.clone();
    let pages = [
        (words::HALF_TITLE, &mut new.half_title),
        (words::TITLE_PAGE, &mut new.title_page),
        (words::IMPRINT, &mut new.imprint),
        (words::INDEX, &mut new.index),
        (words::AUTHOR_INDEX, &mut new.author_index),
    ];
    let mut changed = None;
    for (names, page) in pages {
        if let Some(on) = field::check(ui, names, !page.is_omitted()) {
            *page = if on { Shown::Generated(()) } else { Shown::Omitted };
            changed = Some(names[0]);
        }
        if names == words::IMPRINT {
            field::note(ui, words::IMPRINT_NOTE);
        }
    }
    if let Some(name) = changed {
        acts.change(edits::field(name), owner.with_matter(new));
    }
}

fn about(ui: &mut Ui, owner: &Owner<'_>, matter: &Matter, acts: &mut Acts) {
    let lines = [
        (Shown::Omitted, words::ABOUT_NONE.to_string()),
        (Shown::Generated(ContributorsMatter::Short), words::ABOUT_SHORT.to_string()),
        (Shown::Generated(ContributorsMatter::Long), words::ABOUT_LONG.to_string()),
        (Shown::Generated(ContributorsMatter::ShortWithPieces), words::ABOUT_SHORT_PIECES.to_string()),
        (Shown::Generated(ContributorsMatter::LongWithPieces), words::ABOUT_LONG_PIECES.to_string()),
    ];
    if let Some(contributors) = field::choice(ui, owner.id(), words::ABOUT, &matter.contributors, &lines, "")
    {
        let change = owner.with_matter(Matter { contributors, ..matter.clone() });
        acts.change(edits::field(words::ABOUT[0]), change);
    }
}

fn sources(ui: &mut Ui, owner: &Owner<'_>, matter: &Matter, acts: &mut Acts) {
    let lines = [
        (Shown::Omitted, rights::SOURCES_NONE.to_string()),
        (Shown::Generated(SourcesMatter::WherePermitted), rights::SOURCES_PERMITTED.to_string()),
        (Shown::Generated(SourcesMatter::Always), rights::SOURCES_ALWAYS.to_string()),
    ];
    if let Some(sources) = field::choice(ui, owner.id(), rights::SOURCES, &matter.sources, &lines, "") {
        let change = owner.with_matter(Matter { sources, ..matter.clone() });
        acts.change(edits::field(rights::SOURCES[0]), change);
    }
}

/// A page of the editor's own words.
struct Page<'a> {
    owner: &'a Owner<'a>,
    names: [&'a str; 2],
    rows: usize,
    /// The usual name of its file.
    usual: String,
    /// The file it has on the disk.
    before: Option<PathBuf>,
}

impl<'a> Page<'a> {
    fn new(
        owner: &'a Owner<'a>,
        names: [&'a str; 2],
        rows: usize,
        usual: &str,
        saved: &Option<FreeText>,
    ) -> Page<'a> {
        // A page of a variant never takes the file of the edition.
        let is_edition = owner.id().1.is_none();
        let before = saved.as_ref().filter(|_| is_edition).and_then(|page| page.file.clone());
        Page { owner, names, rows, usual: owner.file_name(usual), before }
    }

    /// Draws the words; the new page, when they were changed.
    fn show(&self, ui: &mut Ui, document: &Document, free: &Option<FreeText>) -> Option<Option<FreeText>> {
        let file = free.as_ref().and_then(|free| free.file.clone());
        let path = if free.is_some() { file.unwrap_or_default() } else { self.usual_file() };
        let field = Field::new(self.owner.id(), self.names).rows(self.rows).note(words::MARKDOWN);
        let text = free.as_ref().map(|free| free.text.clone()).unwrap_or_default();
        let text = field.markdown(ui, &text, &path)?;
        if text.blocks.is_empty() {
            return Some(None);
        }
        let title = free.as_ref().and_then(|free| free.title.clone());
        Some(Some(FreeText { file: self.file_of(document, free), title, text }))
    }

    /// The file of the page once it is changed.
    fn file_of(&self, document: &Document, free: &Option<FreeText>) -> Option<PathBuf> {
        match free {
            Some(own) if !self.owner.borrows(free) => own.file.clone(),
            _ => Some(self.new_file(&document.dir)),
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
        (1..100).map(named).find(|file| !dir.join(file).exists()).unwrap_or_else(|| self.usual_file())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_page_takes_no_file_of_something_else() {
        let dir = tempfile::tempdir().expect("a folder");
        let edition = crate::edition::Edition::default();
        let owner = Owner::edition(&edition);
        let page = |before| Page {
            owner: &owner,
            names: words::FOREWORD,
            rows: 1,
            usual: "foreword".into(),
            before,
        };
        assert_eq!(page(None).new_file(dir.path()), Path::new("matter/foreword.md"));
        std::fs::create_dir(dir.path().join("matter")).expect("a folder");
        std::fs::write(dir.path().join("matter/foreword.md"), "").expect("a file");
        assert_eq!(page(None).new_file(dir.path()), Path::new("matter/foreword-2.md"));
        let before = Some(PathBuf::from("matter/foreword.md"));
        assert_eq!(page(before).new_file(dir.path()), Path::new("matter/foreword.md"));
    }
}
