//! Pieces that run on: each begins below the one before, where its opening and four lines have room.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

mod common;

use common::{Desk, typeset};
use pamphleteer::book::cache::Cache;
use pamphleteer::book::sheet::{Item, NodeKind};
use pamphleteer::book::{self, Book, ChapterPages};
use pamphleteer::design::Role;
use pamphleteer::edition::folder;
use pamphleteer::measure;
use pamphleteer::notice::Notices;
use pamphleteer::units::Length;
use std::collections::BTreeMap;

const PIECES: usize = 14;

/// Words that no other piece has.
fn body(piece: usize, paragraphs: usize) -> String {
    let sentence = |at: usize| {
        format!(
            "On day {piece}.{at} the clerk of the weights came down to the quay with his brass scale, \
             and nobody had anything to weigh. He stayed until the lamps were lit. "
        )
    };
    (0..paragraphs).map(|at| format!("{}\n\n", sentence(at).repeat(2))).collect()
}

/// Short pieces of uneven lengths; every third with a note on its last line.
fn desk(design: &str) -> Desk {
    let desk = Desk::new();
    let files: Vec<String> = (1..=PIECES).map(|piece| format!("\"pieces/{piece:02}.md\"")).collect();
    let toml = format!(
        "title = \"Weights\"\nlanguage = \"en\"\npieces = [{}]\n\n[design]\nopener = \"run-on\"\n{design}\n",
        files.join(", ")
    );
    desk.write("edition/edition.toml", toml);
    for piece in 1..=PIECES {
        let mut text = body(piece, 2 + piece * 5 % 7);
        if piece % 3 == 0 {
            text = format!("{}[^1]\n\n[^1]: Note {piece}: brass is sold by its weight.\n", text.trim_end());
        }
        let front = format!("---\ntitle: Scale {piece}\nauthors: [Ann Lee]\n---\n");
        desk.write(&format!("edition/pieces/{piece:02}.md"), format!("{front}{text}"));
    }
    desk
}

fn pieces(book: &Book) -> Vec<&ChapterPages> {
    book.chapters.iter().filter(|chapter| chapter.file.starts_with("pieces")).collect()
}

/// The lines of a sheet from the top down: distance, role, words, and whose they are.
fn lines(book: &Book, sheet: usize) -> Vec<(Length, Role, &str, &ChapterPages)> {
    let mut lines: Vec<_> = book.sheets[sheet]
        .items
        .iter()
        .filter_map(|item| {
            let Item::Line { at, line, node } = item else { return None };
            let NodeKind::Block(role) = book.structure.node(*node).kind else { return None };
            let owner = book.chapters.iter().find(|chapter| chapter.nodes.contains(&node.0))?;
            Some((at.y, role, &line.text[line.range.start as usize..line.range.end as usize], owner))
        })
        .collect();
    lines.sort_by_key(|(y, ..)| *y);
    lines
}

/// Sheets on which a piece begins below another.
fn shared(book: &Book) -> Vec<usize> {
    let pieces = pieces(book);
    let below = pieces.windows(2).filter(|pair| pair[0].first + pair[0].count > pair[1].first);
    below.map(|pair| pair[1].first).collect()
}

#[test]
fn pieces_stand_below_each_other_with_four_lines_at_least_and_share_nothing_else() {
    let (_, book, notices) = typeset(&desk("").path("edition"));
    let shared = shared(&book);
    assert!(shared.len() >= PIECES / 2, "{shared:?}");
    for sheet in &shared {
        let lines = lines(&book, *sheet);
        let title = lines.iter().position(|line| line.1 == Role::Title).unwrap();
        let opened = lines[title].3;
        let body: Vec<_> =
            lines.iter().filter(|line| line.3.file == opened.file && line.1.is_running_text()).collect();
        assert!(body.len() >= 4, "{:?} begins with {} lines", opened.file, body.len());
        // Three lines of the grid stay free above it.
        if title > 0 {
            let free = lines[title].0 - lines[title - 1].0;
            assert!(free > book.design.leading * 3, "{free}");
        }
    }
    // Nothing stands upon anything else, notes included.
    for sheet in 0..book.sheets.len() {
        for pair in lines(&book, sheet).windows(2) {
            assert!(
                pair[1].0 - pair[0].0 >= Length::pt(8.0) || pair[0].3.file.ends_with("contents"),
                "{pair:?}"
            );
        }
    }
    assert!(!notices.iter().any(|notice| notice.what.contains("page")), "{notices:?}");
}

#[test]
fn every_word_is_printed_once_and_counted_once() {
    let desk = desk("");
    let (_, book, _) = typeset(&desk.path("edition"));
    let mut printed: BTreeMap<&std::path::Path, usize> = BTreeMap::new();
    for sheet in 0..book.sheets.len() {
        for (_, role, _, owner) in lines(&book, sheet) {
            *printed.entry(&owner.file).or_default() += usize::from(role.is_running_text());
        }
    }
    let report = measure::figures(&book);
    for chapter in report.chapters.iter().filter(|chapter| chapter.file.starts_with("pieces")) {
        assert_eq!(chapter.figures.lines, printed[chapter.file.as_path()], "{:?}", chapter.file);
    }
    let words: String = (0..book.sheets.len())
        .flat_map(|sheet| lines(&book, sheet))
        .map(|(_, _, words, _)| words.replace('\u{ad}', ""))
        .collect();
    for piece in 1..=PIECES {
        assert_eq!(words.matches(&format!("On day {piece}.0 ")).count(), 2, "piece {piece}");
    }
}

#[test]
fn notes_of_two_pieces_stand_below_one_rule_at_the_foot() {
    let mut desk = desk("");
    let mut seen = 0;
    // A note in every piece, so that pages have those of two.
    for piece in 1..=PIECES {
        let text = body(piece, 2 + piece * 5 % 7);
        let text =
            format!("---\ntitle: Scale {piece}\n---\n{}[^1]\n\n[^1]: Note {piece}.\n", text.trim_end());
        let first = text.replacen(" the clerk", " the clerk[^2]", 1);
        desk.write(&format!("edition/pieces/{piece:02}.md"), format!("{first}[^2]: First {piece}.\n"));
    }
    let desk = &mut desk;
    let (_, book, _) = typeset(&desk.path("edition"));
    for sheet in shared(&book) {
        let notes: Vec<_> = lines(&book, sheet).into_iter().filter(|l| l.1 == Role::Footnote).collect();
        let mut files: Vec<_> = notes.iter().map(|note| &note.3.file).collect();
        assert!(files.is_sorted(), "{files:?}");
        files.dedup();
        if files.len() < 2 {
            continue;
        }
        seen += 1;
        let rules = book.sheets[sheet].items.iter().filter(|item| matches!(item, Item::Rule { .. }));
        assert_eq!(rules.count(), 1);
        // They stand line below line, the last one on the last line of the page.
        let steps: Vec<Length> = notes.windows(2).map(|pair| pair[1].0 - pair[0].0).collect();
        assert!(steps.iter().all(|step| *step == steps[0]), "{steps:?}");
        let text_ends = lines(&book, sheet).into_iter().rfind(|line| line.1 != Role::Footnote).unwrap().0;
        assert!(notes[0].0 > text_ends + book.design.leading / 2);
    }
    assert!(seen >= 3, "{seen} pages have notes of two pieces");
}

#[test]
fn facing_pages_are_level_where_pieces_share_them() {
    for design in ["", "trim = \"a5\"", "theme = \"essay\"", "theme = \"modern\""] {
        let desk = desk(design);
        // Longer ones, so that more pages face each other.
        for piece in 1..=PIECES {
            let text = format!("---\ntitle: Scale {piece}\n---\n{}", body(piece, 9 + piece * 5 % 11));
            desk.write(&format!("edition/pieces/{piece:02}.md"), text);
        }
        let (_, book, _) = typeset(&desk.path("edition"));
        let figures = measure::figures(&book).book;
        assert!(figures.spreads > 4 && !shared(&book).is_empty(), "{design}: {figures:?}");
        let faults = (figures.uneven_spreads, figures.widows, figures.orphans, figures.headings_at_foot);
        assert_eq!(faults, (0, 0, 0, 0), "{design}");
        assert_eq!(figures.off_grid, 0, "{design}");
    }
}

#[test]
fn a_changed_piece_moves_those_behind_it_as_a_new_run_would() {
    let desk = desk("");
    let mut notices = Notices::new();
    let cache = Cache::new();
    for paragraphs in [9, 1, 3, 2] {
        let text = format!("---\ntitle: Scale 2\n---\n{}", body(2, paragraphs));
        desk.write("edition/pieces/02.md", text);
        let edition = folder::load(&desk.path("edition"), &mut notices).unwrap();
        let kept = book::typeset(&edition, &cache, &mut Notices::new());
        let fresh = book::typeset(&edition, &Cache::single_run(), &mut Notices::new());
        assert_eq!(kept.sheets.len(), fresh.sheets.len());
        for (index, (kept, fresh)) in kept.sheets.iter().zip(&fresh.sheets).enumerate() {
            assert_eq!(format!("{kept:?}"), format!("{fresh:?}"), "sheet {index}, {paragraphs} paragraphs");
        }
    }
}

#[test]
fn the_e_book_marks_each_printed_page_once_where_it_begins() {
    let desk = desk("");
    let (_, epub) = desk.export();
    let files = common::unzip(&epub);
    let text = |name: &str| {
        let (_, bytes, _) = files.iter().find(|(file, ..)| file.ends_with(name)).unwrap();
        String::from_utf8(bytes.clone()).unwrap()
    };
    let mut marks: Vec<String> = Vec::new();
    for (name, bytes, _) in files.iter().filter(|(name, ..)| name.contains("piece-")) {
        let page = String::from_utf8(bytes.clone()).unwrap();
        assert!(page.contains("<h1"), "{name}");
        marks
            .extend(page.split("id=\"page-").skip(1).map(|rest| rest.split('"').next().unwrap().to_string()));
    }
    let mut numbers: Vec<u32> = marks.iter().map(|mark| mark.parse().unwrap()).collect();
    numbers.sort_unstable();
    let all: Vec<u32> = (1..=numbers.len() as u32).collect();
    assert_eq!(numbers, all);
    let listed = text("nav.xhtml").matches("#page-").count();
    assert!(listed >= numbers.len(), "{listed}");
}

#[test]
fn bookmarks_and_numbers_lead_to_the_page_a_piece_shares() {
    let (_, book, _) = typeset(&desk("").path("edition"));
    for (number, chapter) in pieces(&book).iter().enumerate() {
        let name = format!("piece-{}", number + 1);
        let place = book.destinations.iter().find(|place| *place.name == *name).unwrap();
        assert_eq!(place.sheet, chapter.first);
        let shares = shared(&book).contains(&chapter.first);
        let title = lines(&book, chapter.first)
            .into_iter()
            .find(|line| line.1 == Role::Title && line.3.file == chapter.file)
            .unwrap();
        assert!(place.y < title.0);
        if shares
            && number > 0
            && pieces(&book)[number - 1].first + pieces(&book)[number - 1].count > chapter.first
        {
            assert!(place.y + book.design.leading * 6 > title.0, "{} {}", place.y, title.0);
        }
    }
}
