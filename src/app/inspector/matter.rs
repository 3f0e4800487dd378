//! Which pages stand around the pieces, and the words of dedication and foreword.

use crate::app::act::Acts;
use crate::app::document::Document;
use crate::app::field::{self, Field};
use crate::app::words::{edits, inspector as words};
use crate::edition::change::Change;
use crate::edition::matter::{ContributorsMatter, FreeText, Matter};
use egui::Ui;
use std::path::{Path, PathBuf};

const WHOSE: &str = "matter";

/// Draws the fields.
pub(super) fn show(ui: &mut Ui, document: &Document, acts: &mut Acts) {
    let matter = &document.edition.matter;
    ticks(ui, matter, acts);
    about(ui, matter, acts);
    let file = |free: &Option<FreeText>| free.as_ref().and_then(|free| free.file.clone());
    let base = &document.base.matter;
    let dedication =
        Page { names: words::DEDICATION, rows: 2, usual: "dedication", before: file(&base.dedication) };
    if let Some(new) = dedication.show(ui, document, &matter.dedication) {
        super::edition::type_in(
            acts,
            words::DEDICATION[0],
            Change::Matter(Matter { dedication: new, ..matter.clone() }),
        );
    }
    let foreword = Page { names: words::FOREWORD, rows: 5, usual: "foreword", before: file(&base.foreword) };
    if let Some(new) = foreword.show(ui, document, &matter.foreword) {
        super::edition::type_in(
            acts,
            words::FOREWORD[0],
            Change::Matter(Matter { foreword: new, ..matter.clone() }),
        );
    }
    if let Some(foreword) = &matter.foreword {
        let field = Field::new(WHOSE, words::FOREWORD_TITLE);
        if let Some(title) = field.optional(ui, &foreword.title) {
            let foreword = Some(FreeText { title, ..foreword.clone() });
            let change = Change::Matter(Matter { foreword, ..matter.clone() });
            super::edition::type_in(acts, words::FOREWORD_TITLE[0], change);
        }
    }
}

fn ticks(ui: &mut Ui, matter: &Matter, acts: &mut Acts) {
    let mut new = matter.clone();
    let pages = [
        (words::HALF_TITLE, &mut new.half_title),
        (words::TITLE_PAGE, &mut new.title_page),
        (words::IMPRINT, &mut new.imprint),
        (words::CONTENTS, &mut new.contents),
    ];
    let mut changed = None;
    for (names, page) in pages {
        if let Some(on) = field::check(ui, names, *page) {
            *page = on;
            changed = Some(names[0]);
        }
        if names == words::IMPRINT {
            field::note(ui, words::IMPRINT_NOTE);
        }
    }
    if let Some(name) = changed {
        acts.change(edits::field(name), Change::Matter(new));
    }
}

fn about(ui: &mut Ui, matter: &Matter, acts: &mut Acts) {
    let lines = [
        (ContributorsMatter::Omitted, words::ABOUT_NONE.to_string()),
        (ContributorsMatter::Short, words::ABOUT_SHORT.to_string()),
        (ContributorsMatter::Long, words::ABOUT_LONG.to_string()),
    ];
    if let Some(contributors) = field::choice(ui, WHOSE, words::ABOUT, &matter.contributors, &lines, "") {
        acts.change(edits::field(words::ABOUT[0]), Change::Matter(Matter { contributors, ..matter.clone() }));
    }
}

/// A page of the editor's own words.
struct Page<'a> {
    names: [&'a str; 2],
    rows: usize,
    /// The usual name of its file.
    usual: &'a str,
    /// The file it has on the disk.
    before: Option<PathBuf>,
}

impl Page<'_> {
    /// Draws the words; the new page, when they were changed.
    fn show(&self, ui: &mut Ui, document: &Document, free: &Option<FreeText>) -> Option<Option<FreeText>> {
        let file = free.as_ref().and_then(|free| free.file.clone());
        let path = if free.is_some() { file.clone().unwrap_or_default() } else { self.usual_file() };
        let field = Field::new(WHOSE, self.names).rows(self.rows).note(words::MARKDOWN);
        let text = free.as_ref().map(|free| free.text.clone()).unwrap_or_default();
        let text = field.markdown(ui, &text, &path)?;
        if text.blocks.is_empty() {
            return Some(None);
        }
        let file = if free.is_some() { file } else { Some(self.new_file(&document.dir)) };
        let title = free.as_ref().and_then(|free| free.title.clone());
        Some(Some(FreeText { file, title, text }))
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
        let page = |before| Page { names: words::FOREWORD, rows: 1, usual: "foreword", before };
        assert_eq!(page(None).new_file(dir.path()), Path::new("matter/foreword.md"));
        std::fs::create_dir(dir.path().join("matter")).expect("a folder");
        std::fs::write(dir.path().join("matter/foreword.md"), "").expect("a file");
        assert_eq!(page(None).new_file(dir.path()), Path::new("matter/foreword-2.md"));
        let before = Some(PathBuf::from("matter/foreword.md"));
        assert_eq!(page(before).new_file(dir.path()), Path::new("matter/foreword.md"));
    }
}
