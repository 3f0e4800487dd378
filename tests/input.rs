//! Bad and hostile input: a plain word about it, no panic, no lost word.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

mod common;

use common::{Desk, Said, pages_of};

/// A word that must be in both outputs, whatever stands beside it.
const MARKER: &str = "Marigold";

/// An edition of one piece.
fn desk(front: &str, body: &str) -> Desk {
    let desk = Desk::new();
    desk.write("edition/edition.toml", "title = \"T\"\npieces = [\"pieces/a.md\"]\n");
    desk.write("edition/pieces/a.md", format!("---\n{front}\n---\n{body}\n"));
    desk
}

/// Exports both, looks for the marker, and gives what was said.
fn export(desk: &Desk) -> Said {
    let said = desk.run(&["export", "edition", "--out", "out"]);
    assert_eq!(said.code, 0, "{said:?}");
    let pages = pages_of(&desk.bytes("out/t.epub"));
    let all: String =
        pages.iter().filter(|(name, _)| name.ends_with(".xhtml")).map(|(_, text)| &**text).collect();
    assert!(all.contains(MARKER), "the e-book lost a word");
    for (name, text) in pages.iter().filter(|(name, _)| name.ends_with(".xhtml")) {
        let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
        roxmltree::Document::parse_with_options(text, options)
            .unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    let pdf = lopdf::Document::load_mem(&desk.bytes("out/t.pdf")).unwrap();
    let numbers: Vec<u32> = pdf.get_pages().into_keys().collect();
    let text = pdf.extract_text(&numbers).unwrap().replace(['\n', '\u{ad}'], "");
    assert!(text.contains(MARKER), "the PDF lost a word: {}", text.chars().take(300).collect::<String>());
    said
}

/// Exports and expects these words in what is said.
fn says(desk: &Desk, parts: &[&str]) {
    let said = export(desk);
    for part in parts {
        assert!(said.err.contains(part), "“{part}” is not in:\n{}", said.err);
    }
}

fn fails(desk: &Desk, parts: &[&str]) {
    let said = desk.run(&["export", "edition"]);
    assert_eq!(said.code, 1, "{said:?}");
    for part in parts {
        assert!(said.err.contains(part), "“{part}” is not in:\n{}", said.err);
    }
    assert!(said.err.trim().ends_with(')'), "no hint: {}", said.err);
}

#[test]
fn what_is_no_edition_is_an_error_with_place_and_hint() {
    fails(&Desk::new(), &["edition: there is no such folder"]);
    let desk = Desk::new();
    desk.write("edition/readme.txt", "");
    fails(&desk, &["edition.toml", "pamphleteer new"]);
    desk.write("edition/edition.toml", "title = \"T\"\nlanguage = en\n");
    fails(&desk, &["edition.toml:2:12", "no TOML"]);
    desk.write("edition/edition.toml", [0x74, 0xff, 0xfe, 0x00]);
    fails(&desk, &["edition.toml:1"]);
}

#[test]
fn broken_front_matter_is_read_line_by_line() {
    let desk = desk("title: Towns: A View\nauthors: [Ann Lee", MARKER);
    says(&desk, &["pieces/a.md:2: doubt: the value of “title”", "pieces/a.md:3"]);
    assert!(pages_of(&desk.bytes("out/t.epub"))["OEBPS/piece-1.xhtml"].contains("Towns: A View"));
}

#[test]
fn what_is_listed_and_what_is_there_are_compared() {
    let desk = desk("title: A\nauthors: [nobody-here]\ndisclaimer: nowhere", MARKER);
    desk.write(
        "edition/edition.toml",
        "title = \"T\"\npieces = [\"pieces/a.md\",\n\"pieces/absent.md\",\n\"../out.md\"]\n",
    );
    desk.write("edition/pieces/b.md", "---\ntitle: B\n---\nB\n");
    desk.write("out.md", "---\ntitle: Secret\n---\nSecret\n");
    says(
        &desk,
        &[
            "edition.toml:3: fault: “pieces/absent.md” does not exist",
            "edition.toml:4: fault: “../out.md” lies outside the edition’s folder",
            "pieces/b.md: doubt: the file is not in the book",
            "pieces/a.md:3: fault: no contributor is called “nobody-here”",
            "no disclaimer is called “nowhere”",
        ],
    );
    let epub = pages_of(&desk.bytes("out/t.epub"));
    assert!(epub.values().all(|text| !text.contains("Secret")));
}

#[test]
fn pictures_that_cannot_be_had_are_named_with_their_line() {
    let desk = desk(
        "title: A",
        "Marigold\n\n![a](../images/none.png)\n\n![b](https://example.org/b.png)\n\n![c](../../out.png)\n\n\
         ![d](../images/empty.png)\n\n![e](../images/broken.jpg)\n\n![f](../images/cut.png)\n\n![g](../images/torn.png)",
    );
    desk.write("edition/images/empty.png", "");
    desk.write("edition/images/broken.jpg", b"\xff\xd8\xff\xe0 and then nothing");
    let whole = png(30, 30);
    desk.write("edition/images/cut.png", &whole[..whole.len() / 2]);
    desk.write("edition/images/torn.png", [&whole[..whole.len() / 2], &whole[whole.len() - 12..]].concat());
    says(
        &desk,
        &[
            "pieces/a.md:6: fault: the picture “images/none.png” does not exist",
            "pieces/a.md:8: fault: the picture “https://example.org/b.png” can't be in the book",
            "pieces/a.md:10: fault",
            "pieces/a.md:12: fault: the picture “images/empty.png” can’t be used",
            "pieces/a.md:14: fault: the picture “images/broken.jpg” can’t be used",
            "pieces/a.md:16: fault: the picture “images/cut.png” can’t be used: the file is cut off",
            "images/torn.png: fault: the picture can't be read",
        ],
    );
}

#[test]
fn pictures_of_any_shape_fit_the_page() {
    let desk = desk("title: A", "Marigold\n\n![tall](../images/tall.png)\n\n![wide](../images/wide.jpg)");
    desk.write("edition/images/tall.png", png(20, 3000));
    // A picture is known by its content, not by its name.
    desk.write("edition/images/wide.jpg", png(3000, 1));
    export(&desk);
}

#[test]
fn a_letter_that_no_font_has_is_named_and_kept() {
    let desk = desk("title: A", "One.\n\nMarigold \u{13000} stays.");
    says(
        &desk,
        &[
            "pieces/a.md:6: fault: no font has the letters of the script Egyptian Hieroglyphs, such as “\u{13000}” (U+13000)",
        ],
    );
    assert!(pages_of(&desk.bytes("out/t.epub"))["OEBPS/piece-1.xhtml"].contains('\u{13000}'));
}

#[test]
fn control_characters_and_foreign_markup_do_no_harm() {
    let body = "Mari\u{0}gold\u{1b}[31m \u{85}\u{202e}x\u{2066} <script>alert(1)</script> [l](javascript:alert(1)) &nbsp;";
    let desk = desk("title: A\u{7}", body);
    says(&desk, &["control characters", "the tag “<script>”", "javascript:alert(1)"]);
    let page = &pages_of(&desk.bytes("out/t.epub"))["OEBPS/piece-1.xhtml"];
    assert!(!page.contains("<script") && !page.contains("href=\"javascript"), "{page}");
}

#[test]
fn a_piece_may_have_no_words_and_no_title() {
    let desk = desk("title: \"\"", "");
    let said = desk.run(&["export", "edition"]);
    assert_eq!(said.code, 0);
    assert!(said.err.contains("the piece has no title"), "{}", said.err);
}

#[test]
fn a_piece_of_five_megabytes_is_set_and_a_longer_one_is_refused() {
    let paragraph = format!("Marigold {}\n\n", "and other words that nobody will ever read. ".repeat(300));
    let longest = 5 * 1024 * 1024;
    let desk = desk("title: A", &paragraph.repeat(longest / paragraph.len() / 8));
    export(&desk);
    desk.write("edition/pieces/a.md", format!("---\ntitle: A\n---\n{}", "x".repeat(longest + 1)));
    let said = desk.run(&["export", "edition"]);
    assert!(said.err.contains("is longer than 5 MiB"), "{}", said.err);
}

#[test]
fn words_titles_and_nests_may_be_as_long_and_deep_as_they_like() {
    let nested: String = (0..150).map(|depth| format!("{}- item\n", "  ".repeat(depth))).collect();
    let table = format!("| a | b |\n|---|---|\n{}", "| cell | some words that go on |\n".repeat(600));
    let wide = format!("|{}\n|{}\n|{}", " a |".repeat(60), "---|".repeat(60), " b |".repeat(60));
    let note = format!("x[^1]\n\n[^1]: {}", "A note that goes on and on. ".repeat(500));
    for body in [
        "x".repeat(5000),
        "\u{301}".repeat(3000),
        format!("{} deep", ">".repeat(200)),
        nested,
        table,
        wide,
        note,
        format!("`{}`", "y".repeat(900)),
    ] {
        export(&desk("title: A", &format!("Marigold\n\n{body}")));
    }
    let said = export(&desk(&format!("title: \"{}\"", "A long title ".repeat(300)), MARKER));
    assert!(!said.err.contains("fault"), "{}", said.err);
}

#[test]
fn thousands_of_pieces_are_a_book() {
    let desk = Desk::new();
    let names: Vec<String> = (0..2000).map(|number| format!("\"pieces/p{number}.md\"")).collect();
    desk.write("edition/edition.toml", format!("title = \"T\"\npieces = [{}]\n", names.join(", ")));
    for number in 0..2000 {
        let text = format!("---\ntitle: Piece {number}\nauthors: [Ann Lee]\n---\nMarigold {number}.\n");
        desk.write(&format!("edition/pieces/p{number}.md"), text);
    }
    let said = desk.run(&["export", "edition", "--out", "out", "--json"]);
    let report = &said.json()[0];
    assert_eq!(report["words"], 4000);
    assert!(report["pages"].as_u64().unwrap() > 2000);
}

#[test]
fn a_design_that_cannot_be_is_replaced_by_one_that_can() {
    let wrong = [
        ("trim = \"1x1mm\"", "can't be made"),
        ("trim = \"banana\"", "is no page size"),
        ("body_size = \"0pt\"", "body size of 0pt"),
        ("body_size = \"1000pt\"", "body size of 1000pt"),
        ("leading = \"1pt\"", "leading of 1pt"),
        ("margins = { inner = \"100mm\", outer = \"100mm\" }", "too little room"),
        ("margins = { top = \"200mm\", bottom = \"200mm\" }", "too little room"),
        ("theme = \"gothic\"", "there is no theme “gothic”"),
        ("ornament = \"far too many signs\"", "one to five characters"),
        ("opener = \"left\"", "should be \"recto\" or \"next\""),
        ("typo = 1", "“typo” means nothing in [design]"),
    ];
    for (design, what) in wrong {
        let desk = desk("title: A", &"Marigold and words. ".repeat(60));
        let toml = format!("title = \"T\"\npieces = [\"pieces/a.md\"]\n[design]\n{design}\n");
        desk.write("edition/edition.toml", toml);
        says(&desk, &["edition.toml", what]);
    }
    for odd in [
        "trim = \"70mm x 70mm\"\nbody_size = \"36pt\"",
        "trim = \"900mm x 900mm\"",
        "sink = 40\nindent = \"500mm\"",
    ] {
        let desk = desk("title: A", &"Marigold and words. ".repeat(60));
        desk.write(
            "edition/edition.toml",
            format!("title = \"T\"\npieces = [\"pieces/a.md\"]\n[design]\n{odd}\n"),
        );
        export(&desk);
    }
}

#[test]
fn values_of_the_wrong_kind_are_left_out_one_by_one() {
    let desk =
        desk("title: A\ndate: 2026-13-45\nlanguage: klingon!!\ncredit: [1, 2]\ninclude: maybe", MARKER);
    let toml =
        "title = \"T\"\nsubtitle = []\ndate = \"soon\"\npieces = [\"pieces/a.md\"]\ndesign = 3\nisbn = 2\n";
    desk.write("edition/edition.toml", toml);
    says(
        &desk,
        &[
            "edition.toml:2: fault: “subtitle” should be a text",
            "edition.toml:3: fault: “date” should be a date",
            "edition.toml:5: fault: “design” should be a table",
            "pieces/a.md:3: fault: “date”",
            "pieces/a.md:4: fault: “language”",
            "pieces/a.md:5: fault: “credit”",
            "pieces/a.md:6: fault: “include”",
        ],
    );
}

#[test]
fn a_paragraph_or_table_of_very_many_lines_is_whole() {
    for body in [
        format!("{}Marigold", "w\\\n".repeat(70_000)),
        format!("| a |\n|---|\n{}| Marigold |\n", "| w |\n".repeat(61_000)),
        format!("{}Marigold.", "Words that run on. ".repeat(40_000)),
    ] {
        let desk = desk("title: A", &body);
        let said = desk.run(&["export", "edition", "--pdf", "t.pdf"]);
        assert_eq!(said.code, 0, "{said:?}");
        let pdf = lopdf::Document::load_mem(&desk.bytes("t.pdf")).unwrap();
        let last: Vec<u32> = pdf.get_pages().into_keys().rev().take(1).collect();
        assert!(pdf.extract_text(&last).unwrap().contains(MARKER), "the last line is lost");
    }
}

/// A grey picture.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Grayscale);
    let grey = vec![128; (width * height) as usize];
    encoder.write_header().unwrap().write_image_data(&grey).unwrap();
    bytes
}
