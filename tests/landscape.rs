//! Pictures on pages of their own, turned, while the text goes on.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

mod common;

use common::{Desk, pages_of};
use lopdf::Document;
use pamphleteer::book::{self, Book, cache::Cache};
use pamphleteer::design::Role;
use pamphleteer::edition::{Edition, folder};
use pamphleteer::measure;
use pamphleteer::notice::Notices;
use pamphleteer::output::png::{Colours, Painter};
use pamphleteer::page::sheet::{Item, NodeKind, turned};
use pamphleteer::units::Rect;

const FIGURE: &str =
    "![A curve](../images/wide.png \"The *night* line, by <https://example.org/pipes>\"){.landscape}";

/// A piece of so many paragraphs, with figures in front of some of them.
fn desk(paragraphs: usize, figures: &[usize]) -> Desk {
    let desk = Desk::new();
    let words =
        "The pipe was laid when the hill was still a hill, and nobody who drew the plan has seen the water. ";
    let mut text = String::from("---\ntitle: A View\n---\n");
    for number in 0..=paragraphs {
        for _ in figures.iter().filter(|figure| **figure == number) {
            text.push_str(&format!("{FIGURE}\n\n"));
        }
        if number < paragraphs {
            text.push_str(&format!("Number {number}. {}\n\n", words.repeat(5).trim()));
        }
    }
    desk.write("edition/edition.toml", "title = \"T\"\npieces = [\"pieces/a.md\"]\n");
    desk.write("edition/pieces/a.md", text);
    let picture = std::fs::read("assets/sample/images/night-flow.png").unwrap();
    desk.write("edition/images/wide.png", picture);
    desk
}

fn typeset(desk: &Desk, theme: &str) -> (Edition, Book) {
    let mut notices = Notices::new();
    let mut edition = folder::load(&desk.path("edition"), &mut notices).unwrap();
    edition.design.theme = Some(theme.into());
    let book = book::typeset(&edition, &Cache::single_run(), &mut notices);
    assert_eq!(notices.iter().count(), 0, "{notices:?}");
    (edition, book)
}

/// The sheets with a turned picture, and where it stands.
fn turned_pages(book: &Book) -> Vec<(usize, Rect)> {
    let mut found = Vec::new();
    for (sheet, page) in book.sheets.iter().enumerate() {
        for item in &page.items {
            if let Item::Turned { at, item } = item
                && let Item::Picture { area, .. } = **item
            {
                found.push((sheet, turned(area, *at)));
            }
        }
    }
    found
}

#[test]
fn the_picture_has_the_next_page_and_the_text_goes_on_around_it() {
    for (theme, figures) in [("classic", vec![9]), ("essay", vec![5, 5, 14]), ("modern", vec![24])] {
        let (_, book) = typeset(&desk(24, &figures), theme);
        let pages = turned_pages(&book);
        assert_eq!(pages.len(), figures.len());
        let mut said = Vec::new();
        for (sheet, page) in book.sheets.iter().enumerate() {
            let body = page.items.iter().filter(|item| match item {
                Item::Line { node, .. } => {
                    book.structure.node(*node).kind == NodeKind::Block(Role::Body)
                        || book.structure.node(*node).kind == NodeKind::Block(Role::BodyFirst)
                }
                _ => false,
            });
            let lines: Vec<&Item> = body.collect();
            let is_turned = pages.iter().any(|(at, _)| *at == sheet);
            assert!(!is_turned || lines.is_empty(), "text stands on the page of a picture");
            for item in lines {
                let Item::Line { line, .. } = item else { continue };
                if line.range.start == 0 {
                    said.push(line.text.split('.').next().unwrap().to_string());
                }
            }
        }
        // Every paragraph once, in order.
        assert_eq!(said, (0..24).map(|number| format!("Number {number}")).collect::<Vec<_>>());
        for (sheet, area) in &pages {
            let text = book.design.text_area(book.sheets[*sheet].side);
            assert!(area.x >= text.x && area.x + area.width <= text.x + text.width, "{area:?}");
            assert!(area.y >= text.y && area.y + area.height <= text.y + text.height, "{area:?}");
            assert!(area.height > area.width, "it lies on its side");
            // The caption reads upwards at its right.
            let caption = book.sheets[*sheet].items.iter().find_map(|item| match item {
                Item::Turned { at, item } => match &**item {
                    Item::Line { at: own, .. } => Some(at.x + own.y),
                    _ => None,
                },
                _ => None,
            });
            assert!(caption.unwrap() > area.x + area.width);
            // It begins where the picture does, at the foot of the page.
            let starts = book.sheets[*sheet].items.iter().filter_map(|item| match item {
                Item::Turned { at, item } => match &**item {
                    Item::Line { at: own, line, .. } => Some(at.y - own.x - line.start),
                    _ => None,
                },
                _ => None,
            });
            for start in starts {
                assert!((start - area.y - area.height).0.abs() < 2048, "{start} {area:?}");
            }
            let link = &book.sheets[*sheet].links[0].area;
            assert!(link.height > link.width && link.x > area.x + area.width, "{link:?}");
        }
        let figures = measure::figures(&book).book;
        assert_eq!((figures.widows, figures.orphans, figures.off_grid), (0, 0, 0), "{theme}");
    }
}

#[test]
fn it_is_painted_where_it_stands_and_written_turned() {
    let desk = desk(6, &[1]);
    let (edition, book) = typeset(&desk, "classic");
    let (sheet, area) = turned_pages(&book)[0];
    let page = Painter::new().paint(&book, &edition, &book.sheets[sheet], 72.0, Colours::BLACK_ON_WHITE);
    let text = book.design.text_area(book.sheets[sheet].side);
    let (mut inside, mut beside) = (0, 0);
    for (index, pixel) in page.rgb.chunks(3).enumerate() {
        let (x, y) = (index as u32 % page.width, index as u32 / page.width);
        let is_in = |area: &Rect| {
            let (x, y) = (f64::from(x), f64::from(y));
            x + 1.0 >= area.x.to_pt()
                && x <= (area.x + area.width).to_pt()
                && y + 1.0 >= area.y.to_pt()
                && y <= (area.y + area.height).to_pt()
        };
        if pixel != [255, 255, 255]
            && f64::from(y) > text.y.to_pt() - 2.0
            && f64::from(y) < (text.y + text.height).to_pt()
        {
            if is_in(&area) {
                inside += 1
            } else if !is_in(&text) {
                beside += 1
            }
        }
    }
    assert!(inside > 500 && beside == 0, "{inside} {beside}");
    let (pdf, epub) = desk.export();
    let pdf = Document::load_mem(&pdf).unwrap();
    let pages = pdf.get_pages();
    let content = pdf.get_page_content(pages[&(sheet as u32 + 1)]);
    let content = String::from_utf8_lossy(&content).into_owned();
    assert!(content.contains("0 1 -1 0 ") && content.matches("\nq\n").count() >= 2, "{content}");
    assert!(pdf.extract_text(&[sheet as u32 + 1]).unwrap().contains("line"), "the caption is no text");
    let page = &pages_of(&epub)["OEBPS/piece-1.xhtml"];
    assert!(page.contains("<figure>\n<img src=\"images/picture-1.png\" alt=\"A curve\"/>"), "{page}");
}
