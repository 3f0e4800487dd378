//! The trial edition: forty pieces by twenty-five people in three scripts, five disclaimers with conditions, six states
//! of permission. Both books are read back and compared with `expected.json`, which says by rules of its own what must
//! stand where.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

mod common;

use common::{Desk, ask, pages_of};
use pamphleteer::book::{self, Book, cache::Cache};
use pamphleteer::edition::{Edition, folder};
use pamphleteer::notice::Notices;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

fn home() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/editions/trial"))
}

fn expected() -> Value {
    serde_json::from_str(&std::fs::read_to_string(home().join("expected.json")).unwrap()).unwrap()
}

/// The edition, its book, and the files of an export.
struct Trial {
    edition: Edition,
    book: Book,
    pdf: Vec<u8>,
    epub: BTreeMap<String, String>,
}

fn trial() -> Trial {
    let edition = folder::load(home(), &mut Notices::new()).unwrap();
    let book = book::typeset(&edition, &Cache::single_run(), &mut Notices::new());
    let pdf = pamphleteer::output::pdf::write(&book, &edition, &mut Notices::new()).unwrap();
    let epub = pages_of(&pamphleteer::output::epub::write(&edition, &book).unwrap());
    Trial { edition, book, pdf, epub }
}

/// The text of each page by `pdftotext`; `None` where that is not installed.
fn pages(pdf: &[u8]) -> Option<Vec<String>> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("book.pdf"), pdf).unwrap();
    let text = ask("pdftotext", &["-layout", "book.pdf", "-"], folder.path())?;
    Some(String::from_utf8(text).unwrap().split('\u{c}').map(str::to_string).collect())
}

/// Letters and figures alone: lines, hyphens and marks of direction make no difference.
fn bare(words: &str) -> String {
    words.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>().to_lowercase()
}

fn strip(document: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for letter in document.chars() {
        match letter {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            _ if !inside => text.push(letter),
            _ => {}
        }
    }
    text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
}

/// Whether a text of a language stands in another. Where lines run from right to left, pdftotext gives their words and
/// the stops between them in an order of its own, so that each word is looked for.
fn stands(whole: &str, text: &str, language: &str) -> bool {
    let whole = bare(whole);
    match language {
        "ur" => text.split_whitespace().all(|word| whole.contains(&bare(word))),
        _ => whole.contains(&bare(text)),
    }
}

/// What must be read with a piece, and what must not.
fn compare(piece: &Value, markers: &Value, text: &str, where_: &str) {
    let language = piece["language"].as_str().unwrap();
    let need = |said: &str| {
        assert!(stands(text, said, language), "{where_}: {} lacks “{said}” in:\n{text}", piece["file"]);
    };
    for key in ["title", "kicker", "byline"] {
        need(piece[key].as_str().unwrap());
    }
    for key in ["helpers", "text", "contacts"] {
        piece[key].as_array().unwrap().iter().for_each(|said| need(said.as_str().unwrap()));
    }
    piece["notes"].as_array().unwrap().iter().for_each(|note| {
        let note = note.as_str().unwrap();
        let script = if note.chars().any(|c| ('\u{600}'..'\u{700}').contains(&c)) { "ur" } else { language };
        assert!(stands(text, note, script), "{where_}: {} lacks the note “{note}”", piece["file"]);
    });
    if let Some(outlet) = piece["outlet"].as_str() {
        assert!(bare(text).contains(&bare(outlet)), "{where_}: {} lacks {outlet}", piece["file"]);
    }
    let carried = piece["disclaimers"].as_object().unwrap();
    for (name, said) in carried {
        if name != "letters" {
            need(said.as_str().unwrap());
        }
    }
    // No other disclaimer, and of what is gathered on the imprint only the reference.
    for name in ["institute", "lantern", "letters", "officials"] {
        if name == "letters" || !carried.contains_key(name) {
            let marker = markers[name][language].as_str().unwrap();
            assert!(!stands(text, marker, language), "{where_}: {} has “{marker}”", piece["file"]);
        }
    }
}

#[test]
fn every_text_of_the_trial_edition_is_in_the_pdf_in_its_place() {
    let (trial, expected) = (trial(), expected());
    let Some(pages) = pages(&trial.pdf) else { return };
    assert_eq!(pages.len(), trial.book.sheets.len() + 1);
    for piece in expected["pieces"].as_array().unwrap() {
        let file = Path::new(piece["file"].as_str().unwrap());
        let chapter = trial.book.chapters.iter().find(|chapter| chapter.file == file).unwrap();
        let text = pages[chapter.first..chapter.first + chapter.count].join("\n");
        compare(piece, &expected["markers"], &text, "PDF");
    }
    let of = |name: &str| {
        let chapter = trial.book.chapters.iter().find(|chapter| chapter.file == Path::new(name)).unwrap();
        pages[chapter.first..chapter.first + chapter.count].join("\n")
    };
    about_the_people(&expected, &of("contributors"), "PDF");
    pieces_of_the_people(&trial, &expected, &of("contributors"), "PDF");
    sources(&expected, &of("sources"), "PDF");
    imprint(&trial, &expected, &of("imprint"), "PDF");
    let index = bare(&of("authors"));
    for person in expected["people"].as_array().unwrap() {
        let wrote = trial.edition.author_ids().iter().any(|id| **id == *person["id"].as_str().unwrap());
        assert!(!wrote || index.contains(&bare(person["sort"].as_str().unwrap())), "{person}");
    }
    nothing_private(&expected, &pages.concat());
}

#[test]
fn every_text_of_the_trial_edition_is_in_the_e_book_in_its_place() {
    let (trial, expected) = (trial(), expected());
    let of = |name: String| strip(&trial.epub[&format!("OEBPS/{name}.xhtml")]);
    let mut number = 0;
    for part in &trial.edition.parts {
        for piece in &part.pieces {
            number += 1;
            let all = expected["pieces"].as_array().unwrap();
            let wanted = all.iter().find(|known| Path::new(known["file"].as_str().unwrap()) == piece.file);
            compare(wanted.unwrap(), &expected["markers"], &of(format!("piece-{number}")), "EPUB");
        }
    }
    assert_eq!(number, 40);
    about_the_people(&expected, &of("contributors".into()), "EPUB");
    pieces_of_the_people(&trial, &expected, &of("contributors".into()), "EPUB");
    sources(&expected, &of("sources".into()), "EPUB");
    imprint(&trial, &expected, &of("imprint".into()), "EPUB");
    nothing_private(&expected, &trial.epub.values().cloned().collect::<String>());
    let package = &trial.epub["OEBPS/content.opf"];
    let roles = |role: &str| package.matches(&format!(">{role}</meta>")).count();
    assert_eq!((roles("aut"), roles("trl"), roles("ivr"), roles("edt")), (25, 1, 1, 4), "{package}");
    assert_eq!(
        package.matches("alternate-script").count(),
        12 + 1,
        "each in two scripts, an editor among them"
    );
}

/// Everybody, with both names and the note.
fn about_the_people(expected: &Value, text: &str, where_: &str) {
    for person in expected["people"].as_array().unwrap() {
        let native = person["native"].as_str().unwrap();
        let script = if native.chars().any(|c| ('\u{600}'..'\u{700}').contains(&c)) { "ur" } else { "en" };
        for key in ["name", "native", "note"] {
            let said = person[key].as_str().unwrap();
            let script = if key == "name" { "en" } else { script };
            assert!(stands(text, said, script), "{where_}: About lacks “{said}”");
        }
    }
}

/// The titles of the pieces of somebody, behind a name.
fn pieces_of_the_people(trial: &Trial, expected: &Value, text: &str, where_: &str) {
    for piece in expected["pieces"].as_array().unwrap() {
        let title = piece["title"].as_str().unwrap();
        assert!(stands(text, title, piece["language"].as_str().unwrap()), "{where_}: About lacks “{title}”");
        let file = Path::new(piece["file"].as_str().unwrap());
        let first = trial.book.chapters.iter().find(|chapter| chapter.file == file).unwrap().first;
        let folio = trial.book.printed(trial.book.sheets[first].folio);
        assert!(bare(text).contains(&bare(&format!("page {folio}"))), "{where_}: About lacks page {folio}");
    }
}

/// What each state of permission has printed.
fn sources(expected: &Value, text: &str, where_: &str) {
    for piece in expected["pieces"].as_array().unwrap() {
        let title = piece["title"].as_str().unwrap();
        let language = piece["language"].as_str().unwrap();
        let (state, outlet) = (piece["state"].as_str().unwrap(), piece["outlet"].as_str());
        let prints = outlet.is_some() || matches!(state, "granted" | "public domain" | "licence");
        assert_eq!(stands(text, title, language), prints, "{where_}: “{title}”, {state}, {outlet:?}");
        if let Some(holder) = piece["holder"].as_str() {
            assert!(bare(text).contains(&bare(&format!("By permission of {holder}"))), "{where_}: {holder}");
        }
    }
    let count = |words: &str| bare(text).matches(&bare(words)).count();
    assert_eq!(count("is licensed under CC BY 4.0"), 6, "{where_}: {text}");
    assert_eq!(count("Public domain"), 6, "{where_}");
}

/// The texts of the imprint: one by its place, one gathered in three languages with its pages.
fn imprint(trial: &Trial, expected: &Value, text: &str, where_: &str) {
    let markers = &expected["markers"];
    assert!(stands(text, markers["lantern"]["en"].as_str().unwrap(), "en"), "{where_}: {text}");
    for language in ["en", "ru"] {
        assert!(stands(text, markers["letters"][language].as_str().unwrap(), language), "{where_}: {text}");
    }
    assert!(text.contains("© 2026 Quayside Press"), "{where_}: {text}");
    let letters = expected["pieces"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|piece| !piece["disclaimers"]["letters"].is_null());
    for piece in letters {
        let file = Path::new(piece["file"].as_str().unwrap());
        let first = trial.book.chapters.iter().find(|chapter| chapter.file == file).unwrap().first;
        let folio = trial.book.printed(trial.book.sheets[first].folio);
        assert!(
            text.split(|c: char| !c.is_alphanumeric()).any(|word| word == folio),
            "{where_}: {folio} in {text}"
        );
    }
}

/// No contact that its record does not print.
fn nothing_private(expected: &Value, text: &str) {
    for contact in expected["unprinted"].as_array().unwrap() {
        assert!(!bare(text).contains(&bare(contact.as_str().unwrap())), "{contact} is printed");
    }
}

#[test]
fn the_board_of_the_trial_edition_knows_all_six_states() {
    let desk = Desk::new();
    let said = desk.run(&["check", home().to_str().unwrap(), "--board", "--json"]);
    assert_eq!(said.code, 1, "refused and pending pieces may not be printed");
    let board = said.json();
    let rows = board[0]["pieces"].as_array().unwrap();
    let mut states: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows {
        *states.entry(row["permission"].as_str().unwrap().into()).or_default() += 1;
    }
    assert_eq!(states.len(), 6, "{states:?}");
    let strict = desk.run(&["export", home().to_str().unwrap(), "--strict", "--out", "out"]);
    assert_eq!(strict.code, 1);
    assert!(!desk.path("out").exists() || std::fs::read_dir(desk.path("out")).unwrap().next().is_none());
}
