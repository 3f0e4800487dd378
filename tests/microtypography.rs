//! The small things: small capitals, initials, quotation marks, figures, as a reader of the printed page meets them.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

mod common;

use common::Desk;
use pamphleteer::book::Book;
use pamphleteer::book::sheet::Item;
use pamphleteer::notice::Notices;
use pamphleteer::text::line::{Line, Run};
use pamphleteer::units::{Length, Point, Side};
use std::sync::Arc;

/// An edition of one piece a text, designed like this.
fn desk(language: &str, design: &str, texts: &[&str]) -> Desk {
    let desk = Desk::new();
    let files: Vec<String> = (0..texts.len()).map(|number| format!("\"pieces/{number}.md\"")).collect();
    let toml = format!(
        "title = \"T\"\nlanguage = \"{language}\"\npieces = [{}]\n\n[design]\n{design}\n",
        files.join(", ")
    );
    desk.write("edition/edition.toml", toml);
    for (number, text) in texts.iter().enumerate() {
        desk.write(&format!("edition/pieces/{number}.md"), format!("---\ntitle: T\n---\n{text}\n"));
    }
    desk
}

fn typeset(desk: &Desk) -> (Book, Notices) {
    let (_, book, notices) = common::typeset(&desk.path("edition"));
    (book, notices)
}

/// The first line whose paragraph begins with these words, and where it stands.
fn line(book: &Book, words: &str) -> (Point, Arc<Line>, Side) {
    let lines = book.sheets.iter().flat_map(|sheet| sheet.items.iter().map(move |item| (sheet.side, item)));
    let mut lines = lines.filter_map(|(side, item)| match item {
        Item::Line { at, line, .. } => Some((*at, line.clone(), side)),
        _ => None,
    });
    lines.find(|(_, line, _)| line.text.starts_with(words)).unwrap_or_else(|| panic!("no {words}"))
}

/// The words of a chapter, line by line.
fn words(book: &Book, file: &str) -> String {
    let chapter = book.chapters.iter().find(|chapter| chapter.file.ends_with(file)).unwrap();
    let sheets = &book.sheets[chapter.first..chapter.first + chapter.count];
    let line = |item: &Item| match item {
        Item::Line { line, .. } => {
            Some(line.text[line.range.start as usize..line.range.end as usize].trim().to_string())
        }
        _ => None,
    };
    sheets.iter().flat_map(|sheet| &sheet.items).filter_map(line).collect::<Vec<_>>().join("|")
}

fn run_with<'l>(line: &'l Line, words: &str) -> &'l Run {
    let at = line.text.find(words).unwrap() as u32;
    line.runs.iter().find(|run| run.range.contains(&at)).unwrap()
}

const CYRILLIC: &str = "Слово [Остановка]{.smallcaps} и [Stop]{.smallcaps} рядом.";

#[test]
fn capitals_stand_for_small_ones_where_a_font_has_none() {
    let (book, notices) = typeset(&desk("ru", "theme = \"classic\"", &[CYRILLIC, CYRILLIC]));
    let (_, line, _) = line(&book, "Слово");
    let (word, capital, small) =
        (run_with(&line, "Слово"), run_with(&line, "О"), run_with(&line, "становка"));
    assert_eq!(capital.size, word.size);
    // As high as an x and a little more, the capital’s glyph, the author’s letters.
    let face = &small.face;
    let height = face.at(face.cap_height, small.size);
    let x_height = face.at(face.x_height, word.size);
    assert!(height > x_height && height < x_height.scale(1.2), "{height:?} {x_height:?}");
    assert_eq!(small.glyphs[0], face.glyph('С').unwrap());
    assert!(small.letter == word.letter && line.text.contains("Остановка"));
    // EB Garamond’s own small capitals of Latin are used.
    assert_eq!(run_with(&line, "top").size, word.size);
    let said: Vec<_> = notices.iter().filter(|notice| notice.what.contains("no small capitals")).collect();
    let text: Vec<_> = said.iter().filter(|notice| notice.what.contains("EBGaramond-Regular")).collect();
    assert_eq!(text.len(), 1, "{said:#?}");
    assert!(text[0].what.contains("Cyrillic") && text[0].hint.contains("Alegreya"));
}

#[test]
fn real_small_capitals_are_used_where_a_font_has_them() {
    let (book, notices) = typeset(&desk("ru", "theme = \"essay\"", &[CYRILLIC]));
    let (_, line, _) = line(&book, "Слово");
    assert_eq!(run_with(&line, "становка").size, run_with(&line, "Слово").size);
    assert!(!notices.iter().any(|notice| notice.what.contains("small capitals")), "{notices:?}");
}

const BENCH: &str = " said the woman at the stop, and nobody on the bench was surprised, for the bus was late again and \
    had been late since the company changed its colours. We had brought bread, and a quarrel older than the timetable.";

/// Where the ink of the initial and of the mark before it begin, from the left edge of the text; their sizes.
fn initial(text: &str, design: &str) -> [(Length, Length); 2] {
    let (book, _) = typeset(&desk("en", design, &[text]));
    let (at, line, side) = line(&book, &text[..text.chars().next().unwrap().len_utf8()]);
    let edge = book.design.text_area(side).x;
    let place = |run: &Run| (at.x + line.start + run.xs[0] - edge, run.size);
    [place(&line.runs[0]), place(&line.runs[1])]
}

#[test]
fn a_quotation_mark_before_an_initial_hangs_beside_it_in_the_size_of_the_text() {
    for theme in ["classic", "essay", "modern"] {
        let design = format!("theme = \"{theme}\"\ndrop_caps = 3");
        for text in ["“Never again,”", "„Nie wieder“,", "« Jamais »,", "»Nein«,", "“*Never* again,”"]
        {
            let [(mark, size), (letter, large)] = initial(&format!("{text}{BENCH}"), &design);
            assert!(large > size * 3, "{theme} {text}: {large:?} {size:?}");
            // An italic letter leans away from its mark, which follows it.
            let before = if text.contains('*') { large.scale(0.3) } else { Length::ZERO };
            assert!(mark < before, "{theme} {text}: {mark:?}");
            // A third of a point is what the bend of the line moves it by.
            assert!(
                letter < Length::pt(0.35) && letter > -Length::pt(0.35),
                "{theme} {text}: the letter stands at {letter:?}"
            );
        }
    }
}

#[test]
fn the_tail_of_an_initial_stays_above_the_next_line() {
    let depth = |letter: &str| {
        let text = format!("{letter}ust so,{BENCH}");
        let (book, _) = typeset(&desk("en", "theme = \"classic\"\ndrop_caps = 3", &[&text]));
        let (_, line, _) = line(&book, &text[..4]);
        let run = &line.runs[0];
        let below = run.face.at(run.face.ink_depth(run.glyphs[0]).unwrap(), run.size);
        below - run.rise - book.design.leading * 2
    };
    assert!(depth("M").0.abs() < 1024, "{:?}", depth("M"));
    assert!(depth("J") < Length::pt(1.0), "{:?}", depth("J"));
}

#[test]
fn straight_quotes_are_printed_as_the_language_has_them_and_stay_in_the_file() {
    let rows = [
        ("de", "\"Das 'kleine' Wort\", sagte er.", "„Das ‚kleine‘ Wort“, sagte er."),
        ("fr", "Il dit \"jamais\" et s'en va.", "Il dit «\u{202f}jamais\u{202f}» et s’en va."),
        ("pl", "Powiedział \"nie\" i poszedł.", "Powiedział „nie” i poszedł."),
        ("en", "\"I don't,\" he said, \"say 'never'.\"", "“I don’t,” he said, “say ‘never’.”"),
        ("sv", "Hon sade \"aldrig\" till honom.", "Hon sade ”aldrig” till honom."),
        ("ru", "Он сказал \"нет\" и ушёл.", "Он сказал «нет» и ушёл."),
        ("he", "\"שלום\" אמר צה\"ל וג'ון.", "“שלום” אמר צה״ל וג׳ון."),
        ("en", "“Curly” ‘stays’ “here”, 6' 2\" tall.", "“Curly” ‘stays’ “here”, 6' 2\" tall."),
    ];
    for (language, typed, printed) in rows {
        let desk = desk(language, "", &[typed]);
        let found = words(&typeset(&desk).0, "0.md").replace('|', " ");
        assert!(found.contains(printed), "{language}: {found}");
        let (_, epub) = desk.export();
        let pages = common::pages_of(&epub);
        let page = pages.iter().find(|(name, _)| name.ends_with("/piece-1.xhtml")).unwrap().1;
        assert!(page.contains(printed) || page.contains(&printed.replace('"', "&quot;")), "{page}");
        assert!(desk.text("edition/pieces/0.md").contains(typed));
    }
    let kept = "`a \"b\"` and https://x.org/\"a\"b there\n\n| A \"line\" of verse";
    let found = words(&typeset(&desk("de", "", &[kept])).0, "0.md");
    assert!(found.contains("a \"b\" and https://x.org/\"a\"b there|A \"line\" of verse"), "{found}");
    let typed = words(&typeset(&desk("de", "quotes = \"as typed\"", &["\"So\"."])).0, "0.md");
    assert!(typed.contains("\"So\"."), "{typed}");
}

/// The page labels of a PDF that are words.
fn page_labels(pdf: &[u8]) -> Vec<String> {
    let pdf = lopdf::Document::load_mem(pdf).unwrap();
    let labels = pdf.catalog().unwrap().get(b"PageLabels").unwrap();
    let labels = pdf.dereference(labels).unwrap().1.as_dict().unwrap();
    let ranges = labels.get(b"Nums").unwrap().as_array().unwrap();
    let words = |label: &lopdf::Object| {
        let bytes = label.as_dict().ok()?.get(b"P").ok()?.as_str().ok()?;
        let units = bytes[2..].chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
        String::from_utf16(&units.collect::<Vec<_>>()).ok()
    };
    ranges.iter().filter_map(words).collect()
}

const COUNTED: &str = "وقف الناس في الموقف.[^1]\n\n1. خبز\n2. ماء\n\n[^1]: في المدينة.";

#[test]
fn books_are_counted_in_the_figures_of_their_language() {
    for (language, one, two) in [("ar", '١', '٢'), ("fa", '۱', '۲'), ("ur", '۱', '۲')] {
        let desk = desk(language, "", &[COUNTED, COUNTED]);
        let (book, _) = typeset(&desk);
        let second = words(&book, "1.md");
        assert!(second.ends_with(&format!("|{two}")), "the folio: {second}");
        assert!(second.contains(&format!("الموقف.{one}")), "the mark of the note: {second}");
        assert!(second.contains(&format!("|{one}\u{2002}")), "the number of the note: {second}");
        assert!(second.contains(&format!("{two}.|")), "the list: {second}");
        assert!(
            words(&book, "contents").ends_with(&format!("|{one}|{two}|v")),
            "{}",
            words(&book, "contents")
        );
        let (pdf, epub) = desk.export();
        assert!(page_labels(&pdf).contains(&two.to_string()), "{language}: {:?}", page_labels(&pdf));
        let pages = common::pages_of(&epub);
        let navigation = pages.iter().find(|(name, _)| name.ends_with("/nav.xhtml")).unwrap().1;
        assert!(navigation.contains(&format!("href=\"piece-2.xhtml#page-2\">{two}</a>")), "{navigation}");
        let piece = pages.iter().find(|(name, _)| name.ends_with("/piece-2.xhtml")).unwrap().1;
        assert!(
            piece.contains(&format!("<p>{one}. ")) && piece.contains(&format!(">{one}</a></sup>")),
            "{piece}"
        );
    }
    for (language, design) in [("ar-MA", ""), ("fa", "numerals = \"latin\"")] {
        let (book, _) = typeset(&desk(language, design, &[COUNTED, COUNTED]));
        assert!(words(&book, "1.md").ends_with("|2"), "{language}");
    }
}
