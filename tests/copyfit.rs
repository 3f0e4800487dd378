//! The editor's wishes about length: a paragraph in a line more or fewer, a piece in so many pages.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

mod common;

use common::Desk;
use pamphleteer::book::Book;
use pamphleteer::book::sheet::Item;
use pamphleteer::measure;
use pamphleteer::notice::Notices;
use std::fmt::Write as _;

const WORDS: [&str; 24] = [
    "the",
    "bench",
    "was",
    "never",
    "painted",
    "because",
    "nobody",
    "at",
    "town",
    "hall",
    "could",
    "say",
    "whose",
    "colour",
    "it",
    "had",
    "once",
    "been",
    "and",
    "committees",
    "remember",
    "only",
    "quarrels",
    "of",
];

/// Paragraphs of 40 to 100 words that differ from each other.
fn paragraphs(count: usize) -> Vec<String> {
    longer(count, 0)
}

/// The same with so many words more.
fn longer(count: usize, more: u32) -> Vec<String> {
    let mut state = 7_u32;
    let mut next = |below: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 16) % below
    };
    let words = |next: &mut dyn FnMut(u32) -> u32| {
        let length = 40 + more + next(60);
        let words: Vec<&str> = (0..length).map(|_| WORDS[next(24) as usize]).collect();
        format!("It is so: {}.", words.join(" "))
    };
    (0..count).map(|_| words(&mut next)).collect()
}

/// The book of one piece, and what was said.
fn set(header: &str, paragraphs: &[String]) -> (Book, Notices) {
    let desk = Desk::new();
    desk.write(
        "edition/edition.toml",
        "title = \"Stops\"\nlanguage = \"en\"\npieces = [\"pieces/a.md\"]\n\n[matter]\ncontents = false\n",
    );
    let mut text = format!("---\ntitle: A Bench\nauthors: [Ann Lee]\n{header}---\n");
    paragraphs.iter().for_each(|paragraph| write!(text, "{paragraph}\n\n").unwrap());
    desk.write("edition/pieces/a.md", text);
    let (_, book, notices) = common::typeset(&desk.path("edition"));
    (book, notices)
}

fn pages(book: &Book) -> usize {
    book.chapters.iter().find(|chapter| chapter.file.ends_with("a.md")).unwrap().count
}

/// How many lines the paragraph that begins so has on all pages.
fn lines(book: &Book, start: &str) -> usize {
    let lines = book.sheets.iter().flat_map(|sheet| &sheet.items).filter_map(|item| match item {
        Item::Line { line, .. } => Some(line),
        _ => None,
    });
    lines.filter(|line| line.text.starts_with(start)).count()
}

fn said(notices: &Notices) -> Vec<String> {
    let about_length = |notice: &String| notice.contains("the piece ") || notice.contains("the paragraph ");
    notices.iter().map(ToString::to_string).filter(about_length).collect()
}

#[test]
fn a_paragraph_is_set_in_as_many_lines_more_or_fewer_as_are_asked_for() {
    let mut bent = [0, 0];
    for (index, paragraph) in longer(16, 90).iter().enumerate() {
        // Alone on its page nothing else bends it.
        let natural = lines(&set("", std::slice::from_ref(paragraph)).0, paragraph);
        for (way, wish) in [1_i32, -1].into_iter().enumerate() {
            let (book, notices) = set("", &[format!("{paragraph} {{lines={wish:+}}}")]);
            let got = lines(&book, paragraph) as i32 - natural as i32;
            // The words are the same, and what can't be done is said.
            match got {
                0 => assert!(said(&notices)[0].starts_with("pieces/a.md:5: "), "{index} {wish}"),
                got => {
                    assert_eq!(got, wish, "{index}");
                    assert_eq!(said(&notices), Vec::<String>::new());
                    bent[way] += 1;
                }
            }
            assert_eq!(measure::figures(&book).book.overfull, 0);
        }
    }
    assert!(bent[0] >= 12 && bent[1] >= 2, "{bent:?} of 16 paragraphs can be bent");
}

#[test]
fn a_piece_comes_to_the_pages_that_are_asked_for_or_it_is_said_how_much_is_wanting() {
    let mut met = [0, 0];
    for count in (10..60).step_by(6) {
        let texts = paragraphs(count);
        let natural = pages(&set("", &texts).0);
        for (way, wanted) in [natural - 1, natural + 1].into_iter().enumerate() {
            let (book, notices) = set(&format!("copyfit: {wanted}\n"), &texts);
            let (said, got) = (said(&notices), pages(&book));
            let figures = measure::figures(&book).book;
            assert_eq!(figures.widows + figures.orphans + figures.uneven_spreads + figures.overfull, 0);
            assert_eq!(said.len(), 1, "{said:?}");
            let is_met = got == wanted;
            assert!(is_met || got == natural);
            assert_eq!(said[0].contains("the piece is set in"), is_met, "{}", said[0]);
            let wanting = if way == 0 { "too many" } else { "missing" };
            assert_eq!(said[0].contains(wanting), !is_met, "{}", said[0]);
            met[way] += usize::from(is_met);
        }
    }
    assert!(met[0] >= 1 && met[1] >= 3, "{met:?} of 9 pieces can be made shorter and longer");
}

#[test]
fn a_last_page_of_a_few_lines_is_taken_back() {
    let texts = paragraphs(28);
    let natural = set("", &texts).0;
    let chapter = natural.chapters.iter().find(|chapter| chapter.file.ends_with("a.md")).unwrap();
    let last = &natural.sheets[chapter.first + chapter.count - 1];
    let is_text = |item: &&Item| matches!(item, Item::Line { line, .. } if line.text.starts_with("It is so"));
    assert!((1..4).contains(&last.items.iter().filter(is_text).count()), "the trial has a short last page");
    let (closed, notices) = set("copyfit: close\n", &texts);
    assert_eq!(pages(&closed), chapter.count - 1);
    assert!(said(&notices)[0].contains("the piece is set in 5 pages"));
    assert_eq!(measure::figures(&closed).book.uneven_spreads, 0);
}

#[test]
fn wishes_that_make_no_sense_are_named_with_their_place() {
    let texts = paragraphs(3);
    let (_, notices) = set("copyfit: short\n", &texts);
    let said: Vec<String> = notices.iter().map(ToString::to_string).collect();
    assert!(said.iter().any(|notice| notice.starts_with("pieces/a.md:4: ") && notice.contains("copyfit")));
    // What only looks like a wish stays words.
    let (book, _) = set("", &["It is so: {lines=many}".to_string()]);
    assert_eq!(lines(&book, "It is so: {lines=many}"), 1);
}
