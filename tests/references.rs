//! “See page 143”: links between the texts of a book, and the numbers of their pages.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

mod common;

use common::{Desk, pages_of};
use pamphleteer::book::sheet::{Item, Target};
use pamphleteer::book::{self, Book, cache::Cache};
use pamphleteer::edition::{Edition, folder, markdown};
use pamphleteer::notice::Notices;
use std::sync::Arc;

const FILLER: &str = "The bus was late again, and nobody on the bench was surprised. We had brought bread, and a quarrel \
    that was older than the timetable.\n\n";

/// Two pieces that name each other, the second long, with a named heading near its end; and a foreword.
fn desk(first: &str) -> Desk {
    let desk = Desk::new();
    desk.write(
        "edition/edition.toml",
        "title = \"Stops\"\nlanguage = \"en\"\npieces = [\"pieces/01-bench.md\", \"pieces/02-road.md\"]\n\n\
         [matter]\nforeword = \"matter/foreword.md\"\n",
    );
    desk.write("edition/matter/foreword.md", "Roads have [a piece](../pieces/02-road.md){.page}.\n");
    desk.write(
        "edition/pieces/01-bench.md",
        format!("---\ntitle: A Bench\nauthors: [Ann Lee]\n---\n{first}\n"),
    );
    let second = format!(
        "---\ntitle: A Road\nauthors: [Bo Dean]\n---\n{}## What it cost {{#cost}}\n\nMuch (see [page](#cost){{.page}}).\n",
        FILLER.repeat(120)
    );
    desk.write("edition/pieces/02-road.md", second);
    desk
}

const SEE: &str = "The bill is printed below ([*see* page](02-road.md#cost){.page}), the road itself from \
    [page](02-road.md){.page} on; [more](02-road.md) there.[^1]\n\n[^1]: Compare [p.](02-road.md#cost){.page}.";

fn load(desk: &Desk, notices: &mut Notices) -> Edition {
    folder::load(&desk.path("edition"), notices).unwrap()
}

fn typeset(desk: &Desk) -> (Book, Notices) {
    let (_, book, notices) = common::typeset(&desk.path("edition"));
    (book, notices)
}

/// The words of the chapter `file`.
fn words(book: &Book, file: &str) -> String {
    let chapter = book.chapters.iter().find(|chapter| chapter.file.ends_with(file)).unwrap();
    let sheets = &book.sheets[chapter.first..chapter.first + chapter.count];
    let line = |item: &Item| match item {
        Item::Line { line, .. } => {
            Some(line.text[line.range.start as usize..line.range.end as usize].to_string())
        }
        _ => None,
    };
    sheets.iter().flat_map(|sheet| &sheet.items).filter_map(line).collect()
}

fn folio(book: &Book, destination: &str) -> String {
    book.folio_of(destination).unwrap().to_string()
}

#[test]
fn a_reference_prints_the_page_of_a_piece_and_of_a_heading_and_leads_there() {
    let (book, notices) = typeset(&desk(SEE));
    assert!(!notices.iter().any(|notice| notice.what.contains("leads")), "{notices:?}");
    let (cost, road) = (folio(&book, "piece-2-id-cost"), folio(&book, "piece-2"));
    assert!(cost.parse::<u32>().unwrap() > road.parse::<u32>().unwrap() + 3, "{cost} {road}");
    let printed = words(&book, "01-bench.md");
    assert!(printed.contains(&format!("(see page\u{a0}{cost}), the road")), "{printed}");
    assert!(printed.contains(&format!("from page\u{a0}{road} on; more there.")), "{printed}");
    assert!(printed.contains(&format!("Compare p.\u{a0}{cost}.")), "{printed}");
    assert!(words(&book, "02-road.md").contains(&format!("Much (see page\u{a0}{cost}).")));
    assert!(words(&book, "foreword.md").contains(&format!("a piece\u{a0}{road}.")));
    // The heading is where the number says.
    let heading = book.sheets.iter().position(|sheet| {
        let is_heading =
            |item: &Item| matches!(item, Item::Line { line, .. } if &*line.text == "What it cost");
        sheet.items.iter().any(is_heading)
    });
    assert_eq!(book.sheets[heading.unwrap()].folio.to_string(), cost);
    // Words and number together are the link.
    let bench = book.chapters.iter().find(|chapter| chapter.file.ends_with("01-bench.md")).unwrap();
    let links: Vec<(&str, &Target)> =
        book.sheets[bench.first].links.iter().map(|link| (link.words.as_str(), &link.target)).collect();
    let place = |name: &str| Target::Place(name.into());
    assert!(links.iter().any(|(words, to)| words.ends_with(&cost) && **to == place("piece-2-id-cost")));
    assert!(links.contains(&("more", &place("piece-2"))), "{links:?}");
}

#[test]
fn a_reference_to_nothing_is_named_with_its_line_and_its_words_stay() {
    let text = "First.\n\nSee [page](02-road.md#price){.page} and [there](99-none.md){.page}, [below](#no){.page}, [out](../../x.md), \
                [web](https://example.org/){.page}, [so]{.page}.";
    let (book, notices) = typeset(&desk(text));
    let printed = words(&book, "01-bench.md");
    assert!(printed.contains("See page and there, below, out, web, so."), "{printed}");
    let said: Vec<String> = notices.iter().map(ToString::to_string).collect();
    for part in ["“02-road.md#price” leads", "“99-none.md” leads", "“#no” leads", "“../../x.md” is left out"]
    {
        let found =
            said.iter().find(|line| line.contains(part)).unwrap_or_else(|| panic!("{part}: {said:#?}"));
        assert!(found.starts_with("pieces/01-bench.md:7:"), "{found}");
    }
    assert!(said.iter().any(|line| line.contains("“https://example.org/” has no page")), "{said:#?}");
    assert!(said.iter().any(|line| line.contains("needs a link before it")), "{said:#?}");
}

#[test]
fn references_survive_saving() {
    let mut notices = Notices::new();
    let edition = load(&desk(SEE), &mut notices);
    let piece = edition.included().next().unwrap().1;
    let written = markdown::write_from(&piece.body, std::path::Path::new("pieces"));
    for part in ["[*see* page](02-road.md#cost){.page}", "[page](02-road.md){.page}", "[more](02-road.md)"] {
        assert!(written.contains(part), "{written}");
    }
    let title = "## See [page](#cost){.page}\n";
    let heading = markdown::read(title, &markdown::Context::default(), &mut notices);
    assert_eq!(markdown::write(&heading), title);
}

#[test]
fn in_the_e_book_a_reference_is_a_link_with_the_number_of_the_printed_page() {
    let desk = desk(SEE);
    let (book, _) = typeset(&desk);
    let (_, epub) = desk.export();
    let pages = pages_of(&epub);
    let piece = pages.iter().find(|(name, _)| name.ends_with("/piece-1.xhtml")).unwrap().1;
    let (cost, road) = (folio(&book, "piece-2-id-cost"), folio(&book, "piece-2"));
    for part in [
        format!("<a href=\"piece-2.xhtml#id-cost\"><em>see</em> page\u{a0}{cost}</a>"),
        format!("<a href=\"piece-2.xhtml\">page\u{a0}{road}</a>"),
        "<a href=\"piece-2.xhtml\">more</a>".into(),
    ] {
        assert!(piece.contains(&part), "{part} in {piece}");
    }
}

#[test]
fn what_is_remembered_gives_the_same_numbers() {
    let desk = desk(SEE);
    let mut notices = Notices::new();
    let mut edition = load(&desk, &mut notices);
    let cache = Cache::new();
    book::typeset(&edition, &cache, &mut notices);
    // The second piece loses pages before the heading.
    let piece = Arc::make_mut(&mut edition.parts[0].pieces[1]);
    let short: Arc<str> = piece.markdown.replacen(FILLER, "", 40).into();
    let context = markdown::Context::default();
    piece.body = markdown::read(&short, &context, &mut notices);
    piece.markdown = short;
    let again = book::typeset(&edition, &cache, &mut notices);
    let fresh = book::typeset(&edition, &Cache::single_run(), &mut notices);
    assert_eq!(again.sheets, fresh.sheets);
    let cost = folio(&again, "piece-2-id-cost");
    assert!(words(&again, "01-bench.md").contains(&format!("see page\u{a0}{cost}")));
}

/// Forty references in a foreword to its own heading take two lines more with “viii” than with “ix”, and can so push
/// that heading from the one page to the other and back. There is a book all the same, and a notice.
#[test]
fn a_number_that_moves_its_own_place_is_named() {
    let desk = desk("One.");
    let restless = (40..64).any(|lines| {
        let (filler, see) = ("A line.\n\n".repeat(lines), "[p.](#cost){.page} ".repeat(40));
        desk.write("edition/matter/foreword.md", format!("{filler}{see}\n\n## Cost {{#cost}}\n\nMuch.\n"));
        let (book, notices) = typeset(&desk);
        assert!(book.folio_of("foreword-id-cost").is_some());
        notices.iter().any(|notice| notice.what.contains("moves the page it names"))
    });
    assert!(restless);
}
