//! The ways in which a page around the pieces can be made, as an editor picks them.

use crate::app::words::matter as words;
use crate::edition::matter::order::Page;
use crate::edition::matter::{ContributorsMatter, Depth, FreeText, Matter, Shown, SourcesMatter};

/// What an editor picks for a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// It is left out.
    Off,
    /// It is made of the data in one of the ways of [`made`].
    Made(usize),
    /// The editor's words stand there.
    Own,
}

const DEPTHS: [Depth; 3] = [Depth::Pieces, Depth::Authors, Depth::Standfirsts];
const NOTES: [ContributorsMatter; 4] = [
    ContributorsMatter::Short,
    ContributorsMatter::Long,
    ContributorsMatter::ShortWithPieces,
    ContributorsMatter::LongWithPieces,
];
const SOURCES: [SourcesMatter; 2] = [SourcesMatter::WherePermitted, SourcesMatter::Always];

/// Whether a page can be left out.
pub(super) fn can_be_off(page: Page) -> bool {
    !matches!(page, Page::Pieces | Page::Notes)
}

/// Whether a page has the editor's words, or is none.
pub(super) fn is_words_only(page: Page) -> bool {
    matches!(page, Page::Dedication | Page::Epigraph | Page::Foreword | Page::Introduction)
}

/// The words for the ways in which a page can be made of the data.
pub(super) fn made(page: Page) -> &'static [&'static str] {
    match page {
        Page::Contents => &[words::TITLES, words::WITH_AUTHORS, words::WITH_STANDFIRSTS],
        Page::Contributors => {
            &[words::SHORT_NOTES, words::LONG_NOTES, words::SHORT_WITH_PIECES, words::LONG_WITH_PIECES]
        }
        Page::Sources => &[words::WHERE_PERMITTED, words::WITH_CREDITS],
        _ if is_words_only(page) || !can_be_off(page) => &[],
        _ => &[words::MADE],
    }
}

/// The usual one of them.
pub(super) fn usual(page: Page) -> usize {
    usize::from(page == Page::Contents)
}

/// How a page is made now.
pub(super) fn of(matter: &Matter, page: Page) -> Way {
    fn way<T: PartialEq>(shown: &Shown<T>, ways: &[T]) -> Way {
        match shown {
            Shown::Omitted => Way::Off,
            Shown::Generated(how) => Way::Made(ways.iter().position(|way| way == how).unwrap_or(0)),
            Shown::Own(_) => Way::Own,
        }
    }
    match page {
        Page::HalfTitle => way(&matter.half_title, &[()]),
        Page::TitlePage => way(&matter.title_page, &[()]),
        Page::Imprint => way(&matter.imprint, &[()]),
        Page::Contents => way(&matter.contents, &DEPTHS),
        Page::Contributors => way(&matter.contributors, &NOTES),
        Page::Sources => way(&matter.sources, &SOURCES),
        Page::AuthorIndex => way(&matter.author_index, &[()]),
        Page::Index => way(&matter.index, &[()]),
        Page::Colophon => way(&matter.colophon, &[()]),
        Page::Dedication | Page::Epigraph | Page::Foreword | Page::Introduction => {
            if matter.wants(page) {
                Way::Own
            } else {
                Way::Off
            }
        }
        Page::Pieces | Page::Notes => Way::Made(0),
    }
}

/// The matter with a page made in another way, with these words where it is [`Way::Own`].
pub(super) fn turned(matter: &Matter, page: Page, way: Way, own: FreeText) -> Matter {
    fn shown<T: Copy>(way: Way, own: FreeText, ways: &[T]) -> Shown<T> {
        match way {
            Way::Off => Shown::Omitted,
            Way::Made(number) => ways.get(number).map_or(Shown::Omitted, |how| Shown::Generated(*how)),
            Way::Own => Shown::Own(own),
        }
    }
    let mut new = matter.clone();
    let words = |own| Some(own).filter(|_| way == Way::Own);
    match page {
        Page::HalfTitle => new.half_title = shown(way, own, &[()]),
        Page::TitlePage => new.title_page = shown(way, own, &[()]),
        Page::Imprint => new.imprint = shown(way, own, &[()]),
        Page::Dedication => new.dedication = words(own),
        Page::Epigraph => new.epigraph = words(own),
        Page::Contents => new.contents = shown(way, own, &DEPTHS),
        Page::Foreword => new.foreword = words(own),
        Page::Introduction => new.introduction = words(own),
        Page::Contributors => new.contributors = shown(way, own, &NOTES),
        Page::Sources => new.sources = shown(way, own, &SOURCES),
        Page::AuthorIndex => new.author_index = shown(way, own, &[()]),
        Page::Index => new.index = shown(way, own, &[()]),
        Page::Colophon => new.colophon = shown(way, own, &[()]),
        Page::Pieces | Page::Notes => {}
    }
    new
}

/// How a page is made now, in a few words.
pub(super) fn state(matter: &Matter, page: Page) -> &'static str {
    match of(matter, page) {
        Way::Off => words::NONE,
        Way::Made(number) => made(page).get(number).copied().unwrap_or_default(),
        Way::Own => words::OWN,
    }
}

/// What of that its box does not say, in a word or two.
pub(super) fn brief(matter: &Matter, page: Page) -> &'static str {
    match of(matter, page) {
        Way::Own if !is_words_only(page) => words::IN_OWN,
        Way::Made(number) if page == Page::Contents => {
            words::BRIEF_DEPTHS.get(number).copied().unwrap_or_default()
        }
        Way::Made(number) if page == Page::Contributors => {
            made(page).get(number).copied().unwrap_or_default()
        }
        _ => "",
    }
}
