//! The indexes: what is marked in the texts and who wrote them, with the pages.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

mod common;

use common::{Desk, pages_of};
use pamphleteer::book::index::{Entry, Kind};
use pamphleteer::book::sheet::Item;
use pamphleteer::book::{self, Book};
use pamphleteer::edition::folder;
use pamphleteer::edition::text::{Block, Mark};
use pamphleteer::notice::Notices;

const FILLER: &str = "The bus was late again, and nobody on the bench was surprised. We had brought bread, and a quarrel \
    that was older than the timetable.\n\n";

/// An edition of two pieces: names on several pages, a note, a name of its own heading, one with accents.
fn desk(matter: &str) -> Desk {
    let desk = Desk::new();
    desk.write(
        "edition/edition.toml",
        format!(
            "title = \"Stops\"\nlanguage = \"en\"\npieces = [\"pieces/a.md\", \"pieces/b.md\"]\n\n[matter]\n{matter}\n"
        ),
    );
    let name = "On the road to [Lahore]{.index} stands a bench.\n\n";
    let long = format!("{name}{}", FILLER.repeat(14));
    let first = format!(
        "---\ntitle: A Bench\nauthors: [Ann Lee]\n---\n{}{name}Met [him]{{index=\"Ängström, Bo\"}} and [*Orford*]{{.index}}.[^1]\n\n[^1]: See \
         [Zagreb]{{.index}}.\n",
        long.repeat(4)
    );
    desk.write("edition/pieces/a.md", first);
    desk.write(
        "edition/pieces/b.md",
        "---\ntitle: A Shelter\nauthors: [Bo Dean, Ann Lee]\n---\n[Ångermanland]{.index} is far from [Lahore]{.index}.\n",
    );
    desk
}

fn typeset(desk: &Desk) -> Book {
    common::typeset(&desk.path("edition")).1
}

fn said(entry: &Entry) -> String {
    let pages: Vec<String> = entry.pages.iter().map(|(_, folio)| folio.to_string()).collect();
    format!("{}: {}", entry.heading, pages.join(" "))
}

/// The words of the chapter `file` of a book, line by line.
fn lines(book: &Book, file: &str) -> Vec<String> {
    let chapter = book.chapters.iter().find(|chapter| chapter.file.ends_with(file)).unwrap();
    let sheets = &book.sheets[chapter.first..chapter.first + chapter.count];
    let words = |item: &Item| match item {
        Item::Line { line, .. } => {
            Some(line.text[line.range.start as usize..line.range.end as usize].to_string())
        }
        _ => None,
    };
    sheets.iter().flat_map(|sheet| &sheet.items).filter_map(words).collect()
}

#[test]
fn every_page_with_a_marked_name_stands_in_the_index() {
    let book = typeset(&desk(""));
    let index = &book.indexes[0];
    assert_eq!(index.kind, Kind::Marked);
    let headings: Vec<&str> = index.entries.iter().map(|entry| entry.heading.as_str()).collect();
    assert_eq!(headings, ["Ångermanland", "Ängström, Bo", "Lahore", "Orford", "Zagreb"]);
    for entry in &index.entries {
        for (sheet, folio) in &entry.pages {
            assert_eq!(book.sheets[*sheet].folio, *folio);
        }
    }
    // Where the name is met is where the lines with it stand.
    let meets = |sheet: &book::sheet::Sheet| {
        sheet.items.iter().any(|item| match item {
            Item::Line { line, .. } => {
                line.text[line.range.start as usize..line.range.end as usize].contains("Lahore")
            }
            _ => false,
        })
    };
    let index_first = book.chapters.last().unwrap().first;
    let met: Vec<usize> = (0..index_first).filter(|sheet| meets(&book.sheets[*sheet])).collect();
    let lahore = &index.entries[2];
    assert_eq!(lahore.pages.iter().map(|(sheet, _)| *sheet).collect::<Vec<_>>(), met);
    assert!(met.len() >= 4, "{met:?}");
    let printed = lines(&book, "index").join("|");
    assert!(printed.contains("Lahore, ") && printed.contains("Index"), "{printed}");
    // Each number is a link that arrives.
    let links = &book.sheets[index_first].links;
    assert_eq!(links.iter().map(|link| link.words.as_str()).collect::<Vec<_>>(), ["5", "4", "1–5", "4", "4"]);
    assert!(lines(&book, "contents").join("|").contains("Index"));
}

#[test]
fn authors_are_indexed_by_surname_when_asked() {
    let book = typeset(&desk("author_index = true\nindex = false"));
    let [index] = &book.indexes[..] else { panic!("one index") };
    assert_eq!(index.kind, Kind::Authors);
    let rows: Vec<String> = index.entries.iter().map(said).collect();
    let second = book.chapters.iter().find(|chapter| chapter.file.ends_with("b.md")).unwrap().first;
    let folio = &book.sheets[second].folio;
    assert_eq!(rows, [format!("Dean, Bo: {folio}"), format!("Lee, Ann: 1 {folio}")]);
}

#[test]
fn a_language_sorts_by_its_own_alphabet_and_without_marks_there_is_no_index() {
    let desk = desk("");
    let toml = desk.text("edition/edition.toml").replace("language = \"en\"", "language = \"sv\"");
    desk.write("edition/edition.toml", toml);
    let book = typeset(&desk);
    let headings: Vec<&str> = book.indexes[0].entries.iter().map(|entry| entry.heading.as_str()).collect();
    assert_eq!(headings, ["Lahore", "Orford", "Zagreb", "Ångermanland", "Ängström, Bo"]);
    assert!(typeset(&Desk::with_edition()).indexes.is_empty());
}

#[test]
fn marks_survive_saving_and_lead_to_the_printed_pages_in_the_e_book() {
    let desk = desk("author_index = true");
    let mut notices = Notices::new();
    let edition = folder::load(&desk.path("edition"), &mut notices).unwrap();
    assert!(notices.iter().all(|notice| !notice.what.contains("index")), "{notices:?}");
    let piece = edition.included().next().unwrap().1;
    let mut marks = Vec::new();
    for block in &piece.body.blocks {
        if let Block::Paragraph(paragraph) = block {
            marks.extend(paragraph.marks.iter().filter_map(|marked| match &marked.mark {
                Mark::Index(heading) => Some(heading.to_string()),
                _ => None,
            }));
        }
    }
    assert_eq!(marks.len(), 7, "{marks:?}");
    let written = pamphleteer::edition::markdown::write(&piece.body);
    assert!(written.contains("[Lahore]{.index}"), "{written}");
    assert!(written.contains("[him]{index=\"Ängström, Bo\"}"), "{written}");
    let (_, epub) = desk.export();
    let pages = pages_of(&epub);
    let index = pages.iter().find(|(name, _)| name.ends_with("/index.xhtml")).unwrap().1;
    let authors = pages.iter().find(|(name, _)| name.ends_with("/authors.xhtml")).unwrap().1;
    assert!(index.contains("epub:type=\"index-term\">Lahore</span>, <a epub:type=\"index-locator\" href=\"piece-1.xhtml#page-1\">1</a>"), "{index}");
    assert!(authors.contains("Dean, Bo</span>, <a "), "{authors}");
}
