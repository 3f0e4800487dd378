//! The order of the pages around the pieces: what an editor names goes in; every page at its place comes out.
//!
//! Most editors name a few pages that shall stand elsewhere. The others keep the usual order, and the named ones the
//! order they are named in; of all ways to join both the one is taken that turns the fewest pairs round. The
//! alternative, a list that must be complete, makes every old edition wrong when a new page is invented.

use super::{FreeText, Matter};
use std::sync::Arc;

/// What every book can have at a place of its own: the pieces, and the pages around them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Page {
    /// The half title.
    HalfTitle,
    /// The title page.
    TitlePage,
    /// The imprint.
    Imprint,
    /// The dedication.
    Dedication,
    /// The epigraph.
    Epigraph,
    /// The contents.
    Contents,
    /// The foreword.
    Foreword,
    /// The introduction.
    Introduction,
    /// The parts and pieces: what stands before them is counted in roman numerals.
    Pieces,
    /// The notes of the whole book, where the design gathers them.
    Notes,
    /// “About the contributors”.
    Contributors,
    /// “Sources and permissions”.
    Sources,
    /// The index of authors.
    AuthorIndex,
    /// The index.
    Index,
    /// The colophon.
    Colophon,
}

/// An entry of the order.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Entry {
    /// One that every book can have.
    Page(Page),
    /// A page of the editor's own, which has a file.
    Own(FreeText),
}

/// A page at its place in the book.
#[derive(Clone, Debug)]
pub struct Seat<'m> {
    /// Which it is; `None` for a page of the editor's own.
    pub page: Option<Page>,
    /// The editor's words that stand there; `None` where it is made of the data.
    pub text: Option<&'m FreeText>,
    /// Its name in the book: ASCII, of no other page.
    pub name: Arc<str>,
}

impl Page {
    /// All in the usual order.
    pub const USUAL: [Page; 15] = [
        Page::HalfTitle,
        Page::TitlePage,
        Page::Imprint,
        Page::Dedication,
        Page::Epigraph,
        Page::Contents,
        Page::Foreword,
        Page::Introduction,
        Page::Pieces,
        Page::Notes,
        Page::Contributors,
        Page::Sources,
        Page::AuthorIndex,
        Page::Index,
        Page::Colophon,
    ];

    /// What `order` calls it: its key under `[matter]`, where it has one.
    pub fn key(self) -> &'static str {
        match self {
            Page::HalfTitle => "half_title",
            Page::TitlePage => "title_page",
            Page::Imprint => "imprint",
            Page::Dedication => "dedication",
            Page::Epigraph => "epigraph",
            Page::Contents => "contents",
            Page::Foreword => "foreword",
            Page::Introduction => "introduction",
            Page::Pieces => "pieces",
            Page::Notes => "notes",
            Page::Contributors => "contributors",
            Page::Sources => "sources",
            Page::AuthorIndex => "author_index",
            Page::Index => "index",
            Page::Colophon => "colophon",
        }
    }

    /// The page of a key.
    pub fn of_key(key: &str) -> Option<Page> {
        Page::USUAL.into_iter().find(|page| page.key() == key)
    }

    /// Whether the contents list it, where it stands in the book.
    pub fn is_listed(self) -> bool {
        matches!(
            self,
            Page::Foreword
                | Page::Introduction
                | Page::Notes
                | Page::Contributors
                | Page::Sources
                | Page::AuthorIndex
                | Page::Index
        )
    }

    /// Its name in the book, that links and file names have.
    pub fn name(self) -> &'static str {
        match self {
            Page::HalfTitle => "half-title",
            Page::TitlePage => "title-page",
            Page::AuthorIndex => "authors",
            other => other.key(),
        }
    }
}

impl Entry {
    /// The editor's own page.
    pub fn own(&self) -> Option<&FreeText> {
        match self {
            Entry::Own(text) => Some(text),
            Entry::Page(_) => None,
        }
    }

    pub(super) fn own_mut(&mut self) -> Option<&mut FreeText> {
        match self {
            Entry::Own(text) => Some(text),
            Entry::Page(_) => None,
        }
    }

    /// Which page it is, if not one of the editor's own.
    pub fn page(&self) -> Option<Page> {
        match self {
            Entry::Page(page) => Some(*page),
            Entry::Own(_) => None,
        }
    }

    /// Whether it is the same entry, whatever stands on it.
    pub fn is_same(&self, other: &Entry) -> bool {
        match (self, other) {
            (Entry::Page(one), Entry::Page(two)) => one == two,
            (Entry::Own(one), Entry::Own(two)) => one.file == two.file,
            _ => false,
        }
    }
}

impl Matter {
    /// Every page at its place, those too that the book does not have. The notes of the book stand behind all texts
    /// that have notes, wherever they were ordered.
    pub fn arranged(&self) -> Vec<Entry> {
        let mut all = joined(&self.order);
        if let Some((notes, behind)) = self.notes_too_early(&all) {
            all[notes..=behind].rotate_left(1);
        }
        all
    }

    /// The text that stands behind the notes of the book although it has some: what to call it.
    pub fn text_behind_notes(&self) -> Option<String> {
        let all = joined(&self.order);
        let (_, behind) = self.notes_too_early(&all)?;
        Some(match &all[behind] {
            Entry::Page(page) => page.key().to_string(),
            Entry::Own(text) => {
                text.file.as_ref().map(|file| file.to_string_lossy().replace('\\', "/")).unwrap_or_default()
            }
        })
    }

    /// The pages that the book has, at their places.
    pub fn seats(&self) -> Vec<Seat<'_>> {
        let mut seats = Vec::new();
        let mut count = 0;
        for entry in self.arranged() {
            match entry {
                Entry::Page(page) if self.wants(page) => {
                    seats.push(Seat { page: Some(page), text: self.text_of(page), name: page.name().into() });
                }
                Entry::Page(_) => {}
                Entry::Own(own) => {
                    let mut texts = self.order.iter().filter_map(Entry::own);
                    let text = texts.find(|text| text.file == own.file && !text.is_empty());
                    if text.is_some() {
                        count += 1;
                        seats.push(Seat { page: None, text, name: format!("own-{count}").into() });
                    }
                }
            }
        }
        seats
    }

    /// Where the notes of the book stand, and the last text behind them that has notes.
    fn notes_too_early(&self, all: &[Entry]) -> Option<(usize, usize)> {
        let has_notes = |entry: &Entry| match entry {
            Entry::Page(Page::Pieces) => true,
            // Their notes stand in the text.
            Entry::Page(Page::Dedication | Page::Epigraph) => false,
            Entry::Page(page) => self.text_of(*page).is_some_and(|text| !text.text.notes.is_empty()),
            Entry::Own(text) => !text.text.notes.is_empty(),
        };
        let notes = all.iter().position(|entry| entry.page() == Some(Page::Notes))?;
        let last = all.iter().rposition(has_notes)?;
        (last > notes).then_some((notes, last))
    }
}

/// More pairs than a book has.
const MOST: usize = 10_000;

/// The named entries in their order and all others in the usual one, joined so that the fewest pairs stand in
/// another order than the usual; where that is the same, named ones stand first.
fn joined(named: &[Entry]) -> Vec<Entry> {
    let is_named = |page: &Page| named.iter().any(|entry| entry.page() == Some(*page));
    let others: Vec<Page> = Page::USUAL.into_iter().filter(|page| !is_named(page)).collect();
    let ranks = ranks(named);
    let rank = |page: Page| 2 * page as usize;
    // cost[n][o]: pairs turned round when the named from n and the others from o on are joined.
    let (count, left) = (named.len(), others.len());
    // Whether a page stands before or behind the pieces weighs more than all else.
    let weight = |one: Option<Page>, two: Option<Page>| match [one, two].contains(&Some(Page::Pieces)) {
        true => MOST,
        false => 1,
    };
    let named_next = |n: usize, o: usize| -> usize {
        let turned = others[o..].iter().filter(|page| rank(**page) < ranks[n]);
        turned.map(|page| weight(named[n].page(), Some(*page))).sum()
    };
    let other_next = |n: usize, o: usize| -> usize {
        let turned = named[n..].iter().zip(&ranks[n..]).filter(|(_, own)| **own < rank(others[o]));
        turned.map(|(entry, _)| weight(entry.page(), Some(others[o]))).sum()
    };
    let mut cost = vec![vec![0; left + 1]; count + 1];
    for n in (0..count).rev() {
        for o in (0..left).rev() {
            cost[n][o] = (cost[n + 1][o] + named_next(n, o)).min(cost[n][o + 1] + other_next(n, o));
        }
    }
    let mut all = Vec::with_capacity(count + left);
    let (mut n, mut o) = (0, 0);
    while n < count || o < left {
        let takes_named =
            o == left || n < count && cost[n + 1][o] + named_next(n, o) <= cost[n][o + 1] + other_next(n, o);
        if takes_named {
            all.push(named[n].clone());
            n += 1;
        } else {
            all.push(Entry::Page(others[o]));
            o += 1;
        }
    }
    all
}

/// Where each named entry would stand by custom. A page of the editor's own stands by the page that is named before
/// it, else by the one behind it; alone it follows the pieces.
fn ranks(named: &[Entry]) -> Vec<usize> {
    let known = |entry: &Entry| entry.page().map(|page| 2 * page as usize);
    let mut ranks = Vec::with_capacity(named.len());
    for (index, entry) in named.iter().enumerate() {
        let before = || named[..index].iter().rev().find_map(known).map(|rank| rank + 1);
        let behind = || named[index..].iter().find_map(known).map(|rank| rank.saturating_sub(1));
        let alone = 2 * Page::Pieces as usize + 1;
        ranks.push(known(entry).or_else(before).or_else(behind).unwrap_or(alone));
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::markdown;

    fn order(words: &[&str]) -> Vec<Entry> {
        let entry = |word: &&str| match Page::of_key(word) {
            Some(page) => Entry::Page(page),
            None => Entry::Own(FreeText { file: Some(word.into()), ..FreeText::default() }),
        };
        words.iter().map(entry).collect()
    }

    fn arranged(words: &[&str]) -> String {
        let matter = Matter { order: order(words), ..Matter::default() };
        let word = |entry: Entry| match entry {
            Entry::Page(page) => page.key().to_string(),
            Entry::Own(text) => text.file.expect("a file").display().to_string(),
        };
        matter.arranged().into_iter().map(word).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_is_not_named_keeps_its_usual_place() {
        let usual = "half_title title_page imprint dedication epigraph contents foreword introduction pieces \
                     notes contributors sources author_index index colophon";
        assert_eq!(arranged(&[]), usual);
        assert_eq!(arranged(&["foreword"]), usual);
        assert_eq!(
            arranged(&["foreword", "contents"]),
            usual.replace("contents foreword", "foreword contents")
        );
        assert!(
            arranged(&["contents", "title_page", "imprint"])
                .starts_with("half_title contents title_page imprint dedication epigraph foreword")
        );
        assert!(
            arranged(&["index", "contributors"])
                .ends_with("pieces notes index contributors sources author_index colophon")
        );
        assert!(arranged(&["pieces", "foreword"]).contains("introduction pieces foreword notes"));
        assert!(
            arranged(&["pieces", "imprint"]).contains("contents foreword introduction pieces imprint notes")
        );
    }

    #[test]
    fn a_page_of_ones_own_stands_beside_what_it_was_named_with() {
        assert!(arranged(&["thanks.md"]).contains("pieces thanks.md notes"));
        assert!(arranged(&["pieces", "thanks.md"]).contains("pieces thanks.md notes"));
        assert!(arranged(&["thanks.md", "pieces"]).contains("introduction thanks.md pieces"));
        assert!(arranged(&["contents", "map.md", "pieces"]).contains("contents map.md foreword"));
        assert!(arranged(&["index", "colophon", "advertisement.md"]).ends_with("colophon advertisement.md"));
    }

    #[test]
    fn the_notes_stand_behind_all_that_have_some() {
        assert!(arranged(&["notes", "pieces"]).contains("introduction pieces notes contributors"));
        let mut matter = Matter { order: order(&["colophon", "after.md"]), ..Matter::default() };
        assert_eq!(matter.text_behind_notes(), None);
        matter.free_texts_mut().for_each(|text| text.text = markdown::inline_text("Yes.[^1]\n\n[^1]: No."));
        assert_eq!(matter.text_behind_notes().as_deref(), Some("after.md"));
        let last = matter.arranged().pop().expect("a page");
        assert_eq!(last, Entry::Page(Page::Notes));
        assert_eq!(matter.seats().iter().rev().nth(1).map(|seat| &*seat.name), Some("own-1"));
    }
}
