//! Front and back matter: pages made of the data, left out, or in the editor's words; their order; both outputs.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

mod common;

use common::{Desk, pages_of};
use pamphleteer::book::Book;
use pamphleteer::book::sheet::{Item, Target};
use pamphleteer::edition::matter::order::{Entry, Page};
use pamphleteer::edition::matter::{Depth, FreeText, Shown};
use pamphleteer::edition::{Edition, folder, markdown};
use pamphleteer::notice::Notices;
use std::collections::BTreeMap;

/// Two pieces in a part, one with a footnote, a mark for the index and a standfirst; both with a credit and a note.
fn desk(matter: &str) -> Desk {
    let desk = Desk::new();
    desk.write(
        "edition/edition.toml",
        format!(
            "title = \"Two Stops\"\nlanguage = \"en\"\npublisher = {{ name = \"Bench Press\", place = \"Orford\" }}\n\
             edition = \"First edition\"\ndate = \"2026-03\"\n\n[[part]]\ntitle = \"Waiting\"\n\
             pieces = [\"pieces/a.md\", \"pieces/b.md\"]\n\n[matter]\n{matter}\n"
        ),
    );
    desk.write(
        "edition/pieces/a.md",
        "---\ntitle: A Bench\nsubtitle: On sitting *down*\nauthors: [ann-lee]\ncredit: { outlet: The Timetable }\n---\n\
         [Lahore]{.index} has benches.[^1]\n\n[^1]: Some.\n",
    );
    desk.write("edition/pieces/b.md", "---\ntitle: A Shelter\nauthors: [Bo Dean]\n---\nIt rains.\n");
    desk.write(
        "edition/contributors.toml",
        "[ann-lee]\nname = \"Ann Lee\"\nsort_name = \"Lee, Ann\"\nshort_note = \"Ann Lee waits.\"\n",
    );
    desk
}

/// A page of words of one's own, with a link into the book and a footnote.
fn own(key: &str) -> String {
    format!(
        "---\ntitle: Own {key}\n---\nHere stands *{key}* itself, as in [the bench](../pieces/a.md).[^x]\n\n[^x]: A note on {key}.\n"
    )
}

const REPLACED: [&str; 11] = [
    "half_title",
    "title_page",
    "imprint",
    "contents",
    "foreword",
    "introduction",
    "contributors",
    "sources",
    "author_index",
    "index",
    "colophon",
];

/// The edition with every page replaced.
fn replaced(order: &str) -> Desk {
    let lines: Vec<String> = REPLACED.iter().map(|key| format!("{key} = \"matter/{key}.md\"")).collect();
    let desk = desk(&format!("{}\n{order}", lines.join("\n")));
    for key in REPLACED {
        desk.write(&format!("edition/matter/{key}.md"), own(key));
    }
    desk.write("edition/matter/thanks.md", own("thanks"));
    desk
}

fn load(desk: &Desk) -> (Edition, Vec<String>) {
    let mut notices = Notices::new();
    let edition = folder::load(&desk.path("edition"), &mut notices).unwrap();
    (edition, notices.iter().map(ToString::to_string).collect())
}

fn typeset(desk: &Desk) -> Book {
    common::typeset(&desk.path("edition")).1
}

/// The chapters of a book with their first folio and their words.
fn chapters(book: &Book) -> Vec<(String, String, String)> {
    let words = |item: &Item| match item {
        Item::Line { line, .. } => {
            Some(line.text[line.range.start as usize..line.range.end as usize].to_string())
        }
        _ => None,
    };
    let all = book.chapters.iter().map(|chapter| {
        let sheets = &book.sheets[chapter.first..chapter.first + chapter.count];
        let lines: Vec<String> = sheets.iter().flat_map(|sheet| &sheet.items).filter_map(words).collect();
        let folio = sheets.first().map(|sheet| sheet.folio.to_string()).unwrap_or_default();
        (chapter.file.to_string_lossy().into_owned(), folio, lines.join("|"))
    });
    all.collect()
}

fn names(book: &Book) -> Vec<String> {
    chapters(book).into_iter().map(|(name, ..)| name).collect()
}

fn words_of(book: &Book, name: &str) -> String {
    chapters(book).into_iter().find(|(known, ..)| known == name).map(|(.., words)| words).unwrap_or_default()
}

/// The files of the e-book by name.
fn epub(desk: &Desk) -> BTreeMap<String, String> {
    let (edition, book, _) = common::typeset(&desk.path("edition"));
    let bytes = pamphleteer::output::epub::write(&edition, &book).unwrap();
    let pages = pages_of(&bytes).into_iter();
    pages.map(|(name, text)| (name.trim_start_matches("OEBPS/").to_string(), text)).collect()
}

/// The documents of the e-book in the reading order.
fn spine(files: &BTreeMap<String, String>) -> Vec<String> {
    let package = &files["content.opf"];
    let items: BTreeMap<&str, &str> = package
        .lines()
        .filter(|line| line.contains("<item "))
        .filter_map(|line| Some((between(line, " id=\"")?, between(line, "href=\"")?)))
        .collect();
    let refs = package.lines().filter(|line| line.contains("<itemref "));
    refs.filter_map(|line| Some(items[between(line, "idref=\"")?].to_string())).collect()
}

fn between<'t>(line: &'t str, start: &str) -> Option<&'t str> {
    line.split_once(start)?.1.split('"').next()
}

fn hrefs(text: &str) -> Vec<&str> {
    text.match_indices("href=\"").filter_map(|(at, _)| between(&text[at..], "href=\"")).collect()
}

#[test]
fn a_book_has_the_usual_pages_in_the_usual_order() {
    let desk = desk(
        "dedication = \"To all who wait\"\nepigraph = \"Sit.\"\nforeword = \"Before it.\"\nintroduction = \"Into it.\"\n\
         sources = true\nauthor_index = true\ncolophon = true\n",
    );
    let book = typeset(&desk);
    let usual = "half-title title-page imprint dedication epigraph contents foreword introduction part-1 pieces/a.md \
                 pieces/b.md contributors sources authors index colophon";
    assert_eq!(names(&book).join(" "), usual);
    let colophon = words_of(&book, "colophon");
    assert_eq!(
        colophon,
        "Set in EB Garamond. The pages measure 152 × 229 mm.|Published by Bench Press, Orford. First edition, March 2026."
    );
    assert_eq!(book.chapters.last().unwrap().first, book.sheets.len() - 1, "the colophon is the last page");
    assert!(words_of(&book, "contents").contains("Introduction"));
    let files = epub(&desk);
    let usual = "cover title-page imprint dedication epigraph nav foreword introduction part-1 piece-1 piece-2 \
                 contributors sources authors index colophon";
    let spine =
        spine(&files).iter().map(|file| file.trim_end_matches(".xhtml").to_string()).collect::<Vec<_>>();
    assert_eq!(spine.join(" "), usual);
    assert!(files["introduction.xhtml"].contains("epub:type=\"introduction\" role=\"doc-introduction\""));
    assert!(files["colophon.xhtml"].contains("epub:type=\"colophon\" role=\"doc-colophon\""));
    assert!(files["colophon.xhtml"].contains("Published by Bench Press, Orford."));
}

#[test]
fn every_page_can_be_left_out() {
    let keys = ["half_title", "title_page", "imprint", "contents", "contributors", "index"];
    let lines: Vec<String> = keys.iter().map(|key| format!("{key} = false")).collect();
    let desk = desk(&lines.join("\n"));
    assert_eq!(names(&typeset(&desk)), ["part-1", "pieces/a.md", "pieces/b.md"]);
    assert_eq!(spine(&epub(&desk)), ["cover.xhtml", "part-1.xhtml", "piece-1.xhtml", "piece-2.xhtml"]);
}

#[test]
fn words_of_ones_own_stand_in_the_place_of_every_page() {
    let desk = replaced("");
    let book = typeset(&desk);
    let files = epub(&desk);
    let documents = spine(&files);
    for key in REPLACED {
        let words = words_of(&book, &format!("matter/{key}.md"));
        assert!(words.contains(&format!("Here stands {key} itself")), "{key}: {words}");
        assert!(
            words.contains(&format!("Own {key}")) && words.contains(&format!("A note on {key}.")),
            "{words}"
        );
        let name = Page::of_key(key).unwrap().name();
        let document = &files[&format!("{name}.xhtml")];
        assert!(document.contains(&format!("<h1 id=\"title\">Own {key}</h1>")), "{document}");
        assert!(document.contains("href=\"piece-1.xhtml\">the bench</a>"), "{document}");
        assert!(
            document.contains("<a href=\"#note-1\"") || document.contains("href=\"#note-1\""),
            "{document}"
        );
        assert!(documents.contains(&format!("{name}.xhtml")), "{name} is not read");
    }
    for (name, role) in [
        ("imprint", "epub:type=\"copyright-page\""),
        ("contents", "role=\"doc-toc\""),
        ("sources", "role=\"doc-credits\""),
        ("index", "role=\"doc-index\""),
        ("colophon", "role=\"doc-colophon\""),
        ("half-title", "epub:type=\"halftitlepage\""),
    ] {
        assert!(files[&format!("{name}.xhtml")].contains(role), "{name}");
    }
    // Pages without folio stay so; the others have theirs.
    let heads = |name: &str| {
        let chapter = book.chapters.iter().find(|chapter| chapter.file.ends_with(name)).unwrap();
        let folio = book.sheets[chapter.first].folio.to_string();
        words_of(&book, &format!("matter/{name}")).split('|').any(|line| line == folio)
    };
    assert!(!heads("imprint.md") && !heads("title_page.md") && !heads("colophon.md"));
    assert!(heads("contents.md") && heads("sources.md"));
    // The link leads to the bench, the bookmarks have the editor's titles.
    let contents = book.chapters.iter().find(|chapter| chapter.file.ends_with("contents.md")).unwrap();
    let links = &book.sheets[contents.first].links;
    assert!(links.iter().any(|link| matches!(&link.target, Target::Place(place) if &**place == "piece-1")));
    let marks: Vec<&str> = book.outline.iter().map(|mark| mark.title.as_str()).collect();
    assert!(marks.contains(&"Own imprint") && marks.contains(&"Own index"), "{marks:?}");
    // Navigation works all the same, and licences keep their words: no generated page has them.
    assert!(files["nav.xhtml"].contains("piece-1.xhtml") && !documents.contains(&"nav.xhtml".to_string()));
    assert!(files["nav.xhtml"].contains("epub:type=\"toc\" href=\"contents.xhtml\""));
    assert!(words_of(&book, "pieces/a.md").contains("The Timetable"));
}

#[test]
fn a_page_without_a_title_of_its_own_keeps_its_label() {
    let desk = desk("contributors = \"People who wait, all of them.\"\nimprint = { text = \"Ours.\" }\n");
    let book = typeset(&desk);
    assert!(words_of(&book, "contributors").starts_with("About the contributors|People who wait"));
    assert_eq!(words_of(&book, "imprint"), "Ours.");
    assert!(book.outline.iter().any(|mark| mark.title == "Imprint"));
    assert!(epub(&desk)["contributors.xhtml"].contains(">About the contributors</h1>"));
}

#[test]
fn gathered_notes_come_from_every_page() {
    let desk = replaced("order = [\"colophon\", \"matter/thanks.md\"]\n[design]\nnotes = \"book\"");
    let book = typeset(&desk);
    let (_, notices) = load(&desk);
    assert!(notices.is_empty(), "{notices:?}");
    assert_eq!(names(&book).last().unwrap(), "notes");
    let notes = words_of(&book, "notes");
    let files = epub(&desk);
    for key in REPLACED.iter().chain(&["thanks"]) {
        assert!(
            notes.contains(&format!("Own {key}|")) && notes.contains(&format!("A note on {key}.")),
            "{notes}"
        );
        assert!(files["notes.xhtml"].contains(&format!("A note on {key}.")));
    }
    assert!(files["own-1.xhtml"].contains("notes.xhtml#own-1-note-1"), "{}", files["own-1.xhtml"]);
}

#[test]
fn pages_stand_in_the_order_that_is_asked_for() {
    let order = "order = [\"contents\", \"half_title\", \"title_page\", \"imprint\", \"matter/thanks.md\", \"foreword\", \"pieces\", \
                 \"introduction\", \"index\", \"contributors\"]\nforeword = \"Before it.\"\nintroduction = \"After all.\"";
    let desk = desk(order);
    desk.write("edition/matter/thanks.md", own("thanks"));
    let (_, notices) = load(&desk);
    assert!(notices.is_empty(), "{notices:?}");
    let book = typeset(&desk);
    let expected = "contents half-title title-page imprint matter/thanks.md foreword part-1 pieces/a.md pieces/b.md \
                    introduction index contributors";
    assert_eq!(names(&book).join(" "), expected);
    let folios: Vec<String> = chapters(&book).into_iter().map(|(_, folio, _)| folio).collect();
    let is_roman = |folio: &String| folio.chars().all(|c| "ivxlc".contains(c));
    assert!(folios[..6].iter().all(is_roman) && !folios[6..].iter().any(is_roman), "{folios:?}");
    assert_eq!(folios[6], "1");
    // The imprint opens behind the title page.
    assert_eq!((folios[2].as_str(), folios[3].as_str()), ("v", "vi"));
    let words = words_of(&book, "contents");
    let places = ["Own thanks", "Foreword", "A Bench", "Introduction", "Index", "About the contributors"];
    let found: Vec<Option<usize>> = places.iter().map(|place| words.find(place)).collect();
    assert!(found.iter().all(Option::is_some) && found.is_sorted(), "{words}");
    let files = epub(&desk);
    let documents = spine(&files).join(" ").replace(".xhtml", "");
    let expected =
        "cover nav title-page imprint own-1 foreword part-1 piece-1 piece-2 introduction index contributors";
    assert_eq!(documents, expected);
    let navigation = &files["nav.xhtml"];
    let (toc, landmarks) = navigation.split_once("epub:type=\"landmarks\"").unwrap();
    assert_eq!(
        hrefs(toc)
            .into_iter()
            .filter(|href| href.ends_with("xhtml"))
            .collect::<Vec<_>>()
            .join(" ")
            .replace(".xhtml", ""),
        "own-1 foreword part-1 piece-1 piece-2 introduction index contributors"
    );
    let landmarks = landmarks.split_once("page-list").unwrap().0;
    assert_eq!(
        hrefs(landmarks),
        [
            "cover.xhtml",
            "nav.xhtml#toc",
            "title-page.xhtml",
            "foreword.xhtml",
            "part-1.xhtml",
            "introduction.xhtml",
            "index.xhtml",
            "contributors.xhtml"
        ]
    );
    // Page numbers are listed in reading order, and the index leads to them.
    assert!(files["index.xhtml"].contains("href=\"piece-1.xhtml#page-3\">3</a>"), "{}", files["index.xhtml"]);
}

#[test]
fn an_index_before_the_pieces_names_their_true_pages() {
    let desk = desk("order = [\"contents\", \"index\", \"author_index\", \"pieces\"]\nauthor_index = true");
    let many: String =
        (0..90).map(|n| format!("[Name {n}]{{.index}} [Other {n}]{{.index}} wait.\n\n")).collect();
    desk.write("edition/pieces/b.md", format!("---\ntitle: A Shelter\nauthors: [Bo Dean]\n---\n{many}"));
    let book = typeset(&desk);
    let folio = |name: &str| chapters(&book).into_iter().find(|(known, ..)| known == name).unwrap().1;
    assert_eq!(folio("part-1"), "1");
    let first = book.chapters.iter().find(|chapter| chapter.file.ends_with("index")).unwrap();
    assert!(first.count > 1, "a long index");
    for index in &book.indexes {
        for (sheet, folio) in index.entries.iter().flat_map(|entry| &entry.pages) {
            assert_eq!(book.sheets[*sheet].folio, *folio);
        }
    }
    assert!(words_of(&book, "authors").contains(&format!("Dean, Bo, {}", folio("pieces/b.md"))));
    assert!(words_of(&book, "contents").contains("Index of authors"));
}

#[test]
fn the_contents_have_three_depths() {
    for (value, authors, standfirst) in [
        ("true", true, false),
        ("\"authors\"", true, false),
        ("\"pieces\"", false, false),
        ("\"standfirsts\"", true, true),
    ] {
        let desk = desk(&format!("contents = {value}"));
        let words = words_of(&typeset(&desk), "contents");
        let navigation = &epub(&desk)["nav.xhtml"];
        for text in [&words, navigation] {
            assert!(text.contains("A Bench"), "{value}: {text}");
            assert_eq!(text.contains("Ann Lee"), authors, "{value}: {text}");
            assert_eq!(text.contains("On sitting down"), standfirst, "{value}: {text}");
        }
    }
}

#[test]
fn labels_are_in_the_language_of_the_edition() {
    for (language, introduction, publisher) in [
        ("en", "Introduction", "Published by Bench Press, Orford."),
        ("fr", "Introduction", "Publié par Bench Press, Orford."),
        ("de", "Einleitung", "Erschienen bei Bench Press, Orford."),
        ("es", "Introducción", "Publicado por Bench Press, Orford."),
        ("ru", "Введение", "Издатель: Bench Press, Orford."),
        ("ur", "مقدمہ", "ناشر: Bench Press، Orford۔"),
        ("ar", "مقدمة", "الناشر: Bench Press، Orford."),
        ("fa", "مقدمه", "ناشر: Bench Press، Orford."),
        ("he", "מבוא", "הוצאה לאור: Bench Press, Orford."),
        ("hi", "भूमिका", "प्रकाशक: Bench Press, Orford।"),
        ("ja", "序論", "発行：Bench Press、Orford。"),
        ("zh", "导言", "出版：Bench Press、Orford。"),
    ] {
        let desk = desk("introduction = \"Into it.\"\ncolophon = true");
        let toml = desk.text("edition/edition.toml");
        desk.write("edition/edition.toml", toml.replace("\"en\"", &format!("\"{language}\"")));
        let files = epub(&desk);
        assert!(files["introduction.xhtml"].contains(&format!(">{introduction}</h1>")), "{language}");
        assert!(files["colophon.xhtml"].contains(publisher), "{language}: {}", files["colophon.xhtml"]);
        assert!(!files["colophon.xhtml"].contains('{'), "{language}: a field is not filled in");
    }
}

#[test]
fn what_is_wrong_is_said_with_its_line() {
    let desk = desk(
        "contents = \"peices\"\nhalf_title = \"yes\"\nindex = 3\n\
         order = [\n  \"halftitle\",\n  \"contents\",\n  \"contents\",\n  \"weather\",\n  \"matter/gone.md\",\n  \"notes\",\n  \"matter/a.md\",\n  7,\n]",
    );
    desk.write("edition/matter/a.md", own("a"));
    let (edition, notices) = load(&desk);
    let said = |line: u32, parts: &[&str]| {
        let place = format!("edition.toml:{line}: ");
        let is_said = notices
            .iter()
            .any(|notice| notice.starts_with(&place) && parts.iter().all(|p| notice.contains(p)));
        assert!(is_said, "{line} {parts:?}: {notices:#?}");
    };
    said(
        12,
        &[
            "“contents” should be true, false, \"pieces\", \"authors\", \"standfirsts\"",
            "did you mean “pieces”?",
        ],
    );
    said(13, &["“half_title” should be true, false, or words of your own"]);
    said(14, &["“index” should be true, false"]);
    said(16, &["“halftitle” in “order” is no page of a book", "did you mean “half_title”?"]);
    said(18, &["“contents” stands twice"]);
    said(19, &["“weather”", "known are half_title, title_page"]);
    said(20, &["“matter/gone.md” does not exist"]);
    said(21, &["behind “matter/a.md”", "put “notes” behind it"]);
    said(23, &["“order” should be a list of texts"]);
    assert_eq!(edition.matter.contents, Shown::Generated(Depth::Authors));
    assert_eq!(edition.matter.order.len(), 4, "{:?}", edition.matter.order);
    // The book is made all the same, and nothing of it is lost by saving.
    typeset(&desk);
    let before = desk.text("edition/edition.toml");
    let changed = Edition { title: "Three Stops".into(), ..edition };
    folder::save(&changed, &desk.path("edition")).unwrap();
    assert_eq!(desk.text("edition/edition.toml"), before.replace("Two Stops", "Three Stops"));
    assert!(!desk.path("edition/matter/gone.md").exists());
}

#[test]
fn a_page_has_one_place() {
    let desk = desk("foreword = \"matter/f.md\"\norder = [\"matter/f.md\", \"pieces\"]");
    desk.write("edition/matter/f.md", "Before it.\n");
    let (edition, notices) = load(&desk);
    assert!(notices.iter().any(|notice| notice.contains("is a page of [matter] already")), "{notices:?}");
    assert_eq!(edition.matter.order, [Entry::Page(Page::Pieces)]);
}

#[test]
fn only_what_changed_is_written_and_comments_stay() {
    let matter = "# Around the pieces.\nhalf_title = true # plain\ncontents = \"authors\"\nimprint = \"matter/i.md\"\norder = [\n    \
                  \"contents\", # first of all\n    \"title_page\",\n    # own words\n    \"matter/thanks.md\",\n]\n";
    let desk = desk(matter);
    desk.write("edition/matter/thanks.md", own("thanks"));
    desk.write("edition/matter/i.md", own("i"));
    let (mut edition, notices) = load(&desk);
    assert!(notices.is_empty(), "{notices:?}");
    let before = desk.text("edition/edition.toml");
    assert!(folder::save(&edition, &desk.path("edition")).unwrap().is_empty());
    edition.matter.contents = Shown::Generated(Depth::Standfirsts);
    edition.matter.colophon =
        Shown::Own(FreeText { text: markdown::inline_text("Printed."), ..FreeText::default() });
    edition.matter.order.swap(0, 1);
    edition.matter.free_texts_mut().for_each(|text| {
        if text.file.as_ref().is_some_and(|file| file.ends_with("thanks.md")) {
            text.title = Some("Thank you".into());
        }
    });
    folder::save(&edition, &desk.path("edition")).unwrap();
    let expected = before
        .replace("\"authors\"", "\"standfirsts\"")
        .replace(
            "    \"contents\", # first of all\n    \"title_page\",",
            "    \"title_page\",\n    \"contents\", # first of all",
        )
        .replace(
            "\"matter/thanks.md\",\n]\n",
            "\"matter/thanks.md\",\n]\ncolophon = { text = \"Printed.\" }\n",
        );
    let written = desk.text("edition/edition.toml");
    // The comment behind an entry belongs to the next one in TOML; all that is asked is that none is lost.
    for comment in ["# Around the pieces.", "# plain", "# first of all", "# own words"] {
        assert!(written.contains(comment), "{written}");
    }
    assert_eq!(without_order(&written), without_order(&expected));
    assert!(
        desk.text("edition/matter/thanks.md").contains("Thank you"),
        "{}",
        desk.text("edition/matter/thanks.md")
    );
    assert!(desk.text("edition/matter/i.md").contains("Here stands *i* itself"));
    let (read, notices) = load(&desk);
    assert!(notices.is_empty(), "{notices:?}");
    assert_eq!(read.matter.contents, edition.matter.contents);
    let keys = |edition: &Edition| {
        edition.matter.order.iter().map(|entry| entry.page().map(Page::key)).collect::<Vec<_>>()
    };
    assert_eq!(keys(&read), [Some("title_page"), Some("contents"), None]);
    assert_eq!(read.matter.colophon.own().unwrap().text.words(), 1);
    // Off and on again, and the usual order.
    edition.matter.colophon = Shown::Generated(());
    edition.matter.order.clear();
    folder::save(&edition, &desk.path("edition")).unwrap();
    let written = desk.text("edition/edition.toml");
    assert!(written.contains("colophon = true") && !written.contains("order"), "{written}");
    assert!(desk.path("edition/matter/thanks.md").exists(), "a text that is not shown is not thrown away");
}

fn without_order(toml: &str) -> String {
    let (before, rest) = toml.split_once("order = [").unwrap();
    format!("{before}{}", rest.split_once("]\n").unwrap().1)
}

#[test]
fn a_variant_has_an_order_and_words_of_its_own() {
    let desk = replaced(
        "order = [\"foreword\", \"contents\"]\n\n[variant.pocket.matter]\nimprint = true\ncolophon = false\ncontents = \"pieces\"\n\
         foreword = \"matter/foreword.md\"\norder = [\"pieces\", \"imprint\", \"matter/thanks.md\"]",
    );
    let (edition, notices) = load(&desk);
    assert!(notices.is_empty(), "{notices:?}");
    let pocket = edition.as_variant("pocket").unwrap();
    let keys: Vec<String> = pocket.matter.seats().iter().map(|seat| seat.name.to_string()).collect();
    assert_eq!(
        keys.join(" "),
        "half-title title-page contents foreword introduction pieces imprint own-1 contributors sources authors index notes"
    );
    assert_eq!(edition.variants[0].matter.foreword, None, "one text has one home");
    assert_eq!(pocket.matter.depth(), Depth::Pieces);
    assert!(folder::save(&edition, &desk.path("edition")).unwrap().is_empty());
    let said = desk.run(&["export", "edition", "--variant", "pocket"]);
    assert_eq!(said.code, 0, "{said:?}");
}
