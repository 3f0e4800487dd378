//! The pages around the pieces. A pair is the name of a page or field and what it means.

use crate::edition::matter::order::Page;

pub(crate) const NOTE: &str =
    "In the order of the book. Drag a page to another place, or move it with Alt+↑ and Alt+↓.";
pub(crate) const STANDS: [&str; 2] =
    ["What stands there", "Made of the edition’s data, or words of your own"];
pub(crate) const NONE: &str = "None";
pub(crate) const MADE: &str = "Made of the edition’s data";
pub(crate) const OWN: &str = "Words of your own";
pub(crate) const IN_OWN: &str = "Own words";
pub(crate) const BRIEF_DEPTHS: [&str; 3] = ["Titles", "Authors", "Standfirsts"];
pub(crate) const TITLES: &str = "Titles";
pub(crate) const WITH_AUTHORS: &str = "Titles and authors";
pub(crate) const WITH_STANDFIRSTS: &str = "Titles, standfirsts and authors";
pub(crate) const SHORT_NOTES: &str = "Short notes";
pub(crate) const LONG_NOTES: &str = "Long notes";
pub(crate) const SHORT_WITH_PIECES: &str = "Short notes, and their pieces";
pub(crate) const LONG_WITH_PIECES: &str = "Long notes, and their pieces";
pub(crate) const WHERE_PERMITTED: &str = "Where permissions say something";
pub(crate) const WITH_CREDITS: &str = "Where there are credits, too";
pub(crate) const HEADING: [&str; 2] = ["Heading", "Where you want another word than the usual one"];
pub(crate) const WORDS: [&str; 2] = ["Words of the page", "What stands on it"];
pub(crate) const NEW_PAGE: [&str; 2] =
    ["New page", "A page of your own, such as acknowledgements: its title; drag it to its place"];
pub(crate) const NEW_PAGE_STEP: &str = "adding a page";
pub(crate) const REMOVE: &str = "Take this page out";
pub(crate) const REMOVE_TIP: &str = "Its file stays in the folder";
pub(crate) const REMOVE_STEP: &str = "taking a page out";
pub(crate) const BORROWED: &str = "The words are those of the edition.";
pub(crate) const COPY: &str = "Other words for this variant";
pub(crate) const COPY_STEP: &str = "other words for a variant";
pub(crate) const UP: &str = "Move up";
pub(crate) const DOWN: &str = "Move down";
pub(crate) const MOVE_STEP: &str = "moving a page";
pub(crate) const USUAL_ORDER: &str = "Usual order";
pub(crate) const ORDER_AS_EDITION: &str = "Order as the edition";
pub(crate) const ORDER_TIP: &str = "Puts every page back to its place";
pub(crate) const OPEN_TIP: &str = "Click to see what stands there; drag to move it";
pub(crate) const PIECES_NOTE: &str =
    "The parts and pieces. Pages before them have roman numerals, pages behind them arabic ones.";
pub(crate) const NOTES_NOTE: &str = "Comes where the design gathers all notes at the end of the book; it stands behind all texts that have some.";
pub(crate) const IMPRINT_NOTE: &str =
    "Publisher, rights, ISBN and the disclaimers of the whole book stand there.";
pub(crate) const SOURCES_NOTE: &str = "What licences ask for then stands below the pieces.";
pub(crate) const UNTITLED: &str = "Page without a title";

/// The name of a page, and what it is.
pub(crate) fn page(page: Page) -> [&'static str; 2] {
    match page {
        Page::HalfTitle => ["Half title", "The very first page: the title alone"],
        Page::TitlePage => ["Title page", "Title, subtitle, editors and publisher"],
        Page::Imprint => ["Imprint", "The copyright page behind the title page"],
        Page::Dedication => ["Dedication", "A line or two on a page of their own; empty for none"],
        Page::Epigraph => {
            ["Epigraph", "Words that the book begins with; a last paragraph “— Name” says whose they are"]
        }
        Page::Contents => ["Contents", "The list of pieces with their pages"],
        Page::Foreword => ["Foreword", "By somebody else as a rule, before the book begins; empty for none"],
        Page::Introduction => ["Introduction", "Leads into the pieces; empty for none"],
        Page::Pieces => ["Pieces", "The parts and pieces"],
        Page::Notes => ["Notes", "The notes of the whole book"],
        Page::Contributors => ["About the contributors", "The pages that tell who wrote the book"],
        Page::Sources => [
            "Sources and permissions",
            "Where the pieces come from, and with whose permission they are printed",
        ],
        Page::AuthorIndex => {
            ["Index of authors", "Every author by surname, with the pages on which their pieces begin"]
        }
        Page::Index => {
            ["Index", "Names and things marked in the texts, with their pages; nothing is marked, no index"]
        }
        Page::Colophon => ["Colophon", "How the book was made and by whom, on its last page"],
    }
}

/// A row of the list for a screen reader.
pub(crate) fn row(name: &str, state: &str) -> String {
    if state.is_empty() { format!("{name}, page around the pieces") } else { format!("{name}, {state}") }
}

pub(crate) fn file(file: &str) -> String {
    format!("In the file {file}.")
}
