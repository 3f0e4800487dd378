//! Texts that no page has room for: they are set somehow, named, and nothing of them is lost.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

mod common;

use common::Desk;
use pamphleteer::book::Book;
use pamphleteer::book::sheet::Item;
use pamphleteer::output;
use pamphleteer::page::sheet::NodeKind;
use std::fmt::Write as _;

/// A book of one text, what was said, and the words on its pages without white space.
struct Trial {
    book: Book,
    said: Vec<String>,
    words: String,
}

fn trial(desk: &Desk, text: &str) -> Trial {
    desk.write("edition/edition.toml", "title = \"Stops\"\nlanguage = \"en\"\npieces = [\"pieces/a.md\"]\n");
    desk.write("edition/pieces/a.md", format!("---\ntitle: A Bench\nauthors: [Ann Lee]\n---\n{text}\n"));
    let (edition, book, mut notices) = common::typeset(&desk.path("edition"));
    // Whatever it is, it comes out.
    output::pdf::write(&book, &edition, &mut notices).unwrap();
    output::epub::write(&edition, &book).unwrap();
    let said = notices
        .iter()
        .map(ToString::to_string)
        .filter(|said| {
            said.starts_with("pieces/") || said.starts_with("fonts/") || said.starts_with("images/")
        })
        .collect();
    let mut words = String::new();
    let height = book.design.trim.height;
    for item in book.sheets.iter().flat_map(|sheet| &sheet.items) {
        if let Item::Line { line, at, node } = item
            && book.structure.node(*node).kind != NodeKind::Artifact
        {
            let set = &line.text[line.range.start as usize..line.range.end as usize];
            assert!(at.y < height, "“{set}” stands below its page");
            words.push_str(set);
        }
    }
    words.retain(|letter| !letter.is_whitespace());
    Trial { book, said, words }
}

/// A white picture of one bit a pixel.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::One);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&vec![0xFF; (width.div_ceil(8) * height) as usize]).unwrap();
    writer.finish().unwrap();
    bytes
}

impl Trial {
    fn says(&self, words: &str) -> bool {
        self.said.iter().any(|said| said.contains(words))
    }

    /// How often a word stands on the pages.
    fn count(&self, word: &str) -> usize {
        self.words.matches(word).count()
    }
}

#[test]
fn words_wider_than_a_line_are_broken_and_named() {
    let desk = Desk::new();
    let trial = trial(&desk, &format!("One.\n\nTwo {} three.\n", "bcdfghjkl".repeat(300)));
    assert_eq!(trial.count("bcdfghjkl"), 300);
    assert!(
        trial.said[0].starts_with("pieces/a.md:7: ") && trial.says("wider than the line"),
        "{:?}",
        trial.said
    );
}

#[test]
fn tables_wider_than_the_page_keep_their_words() {
    let desk = Desk::new();
    let row = |cell: &str, cells: usize| format!("|{}\n", format!(" {cell} |").repeat(cells));
    let table = |head: &str, cell: &str, cells: usize| {
        format!("Before.\n\n{}{}{}\nAfter.", row(head, cells), row("---", cells), row(cell, cells).repeat(3))
    };
    let many = trial(&desk, &table("H", "unbreakable", 30));
    assert!(many.says("too wide") && many.count("unbreakable") == 90, "{:?}", many.said);
    let wide = trial(&desk, &table("H", &"x".repeat(400), 3));
    assert!(wide.says("too wide") && wide.count("x") == 3_600, "{:?}", wide.said);
    let long = trial(&desk, &table("H", &"many words ".repeat(900), 2));
    assert_eq!((long.count("many"), long.count("words")), (5_400, 5_400));
}

#[test]
fn notes_longer_than_a_page_and_many_on_one_line_are_all_set() {
    let desk = Desk::new();
    let long = trial(&desk, &format!("A word.[^1] More.\n\n[^1]: {}", "Words of a note. ".repeat(700)));
    assert_eq!(long.count("Wordsofanote."), 700);
    let mut text = "One.".to_string();
    (1..=200).for_each(|number| write!(text, "[^{number}]").unwrap());
    (1..=200).for_each(|number| write!(text, "\n\n[^{number}]: Note N{number}E says this.").unwrap());
    let many = trial(&desk, &text);
    (1..=200).for_each(|number| assert_eq!(many.count(&format!("N{number}E")), 1, "{number}"));
}

#[test]
fn a_note_that_is_marked_twice_stands_once() {
    let trial = trial(&Desk::new(), "One.[^1] Two.[^1]\n\nThree.[^1]\n\n[^1]: By letter.\n");
    assert_eq!(trial.count("Byletter."), 1);
}

#[test]
fn headings_longer_than_a_page_go_on() {
    let trial = trial(&Desk::new(), &format!("Text.\n\n## {}\n\nText.", "Heading ".repeat(400)));
    assert_eq!(trial.count("Heading"), 400);
}

#[test]
fn controls_and_marks_without_letters_harm_nothing() {
    let desk = Desk::new();
    let bidi =
        trial(&desk, "One \u{202E}two \u{2067}three.\n\nFive \u{2069}\u{202C} six.\n\nאבג \u{202D} דה.");
    assert!(
        bidi.words.contains("Onetwothree.") && bidi.words.contains("Fivesix.") && bidi.words.contains("אבג")
    );
    assert!(bidi.says("control characters"), "{:?}", bidi.said);
    let marks = trial(
        &desk,
        &format!("\u{301}\u{302} alone a{} \u{64E} end.\n\n\u{300}\u{300}", "\u{301}".repeat(500)),
    );
    assert!(marks.words.contains("alone") && marks.count("\u{301}") >= 500 && marks.words.contains("end."));
}

#[test]
fn pictures_of_one_pixel_and_of_too_many() {
    let desk = Desk::new();
    let with = |name: &str, width, height| {
        desk.write(&format!("edition/images/{name}"), png(width, height));
        trial(&desk, &format!("Before.\n\n![A picture](../images/{name} \"Caption\")\n\nAfter."))
    };
    let pictures = |trial: &Trial| {
        let items = trial.book.sheets.iter().flat_map(|sheet| &sheet.items);
        items.filter(|item| matches!(item, Item::Picture { .. })).count()
    };
    let small = with("small.png", 1, 1);
    assert_eq!((pictures(&small), small.said.len()), (1, 0), "{:?}", small.said);
    for (name, width, height) in
        [("huge.png", 20_000, 20_000), ("thin.png", 1, 20_000), ("wide.png", 20_000, 1)]
    {
        let large = with(name, width, height);
        assert!(
            large.said[0].starts_with("pieces/a.md:7: ") && large.says("are the limit"),
            "{:?}",
            large.said
        );
        assert!(large.words.contains("Caption") && large.words.contains("After."));
    }
}

#[test]
fn fonts_that_lie_are_named_and_not_used() {
    let desk = Desk::new();
    let mut bytes = std::fs::read("fonts/eb-garamond/EBGaramond-Regular.ttf").unwrap();
    desk.write("edition/fonts/cut.ttf", &bytes[..bytes.len() / 3]);
    bytes[100..400].fill(0xFF);
    desk.write("edition/fonts/lies.ttf", &bytes);
    desk.write("edition/fonts/empty.ttf", b"");
    let trial = trial(&desk, "Text ᚠᚢᚦ.");
    for name in ["lies", "empty"] {
        assert!(trial.says(&format!("fonts/{name}.ttf: ")), "{:?}", trial.said);
    }
    assert!(trial.says("Runic") && trial.words.contains("Textᚠᚢᚦ."));
}
