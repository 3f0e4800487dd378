//! The batch command: files, reports, exit codes.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

mod common;

use common::{Desk, SAMPLE, copy};
use std::path::Path;

#[test]
fn the_sample_becomes_both_files_beside_its_texts() {
    let desk = Desk::with_sample("theme = \"classic\"");
    let said = desk.run(&["export", "edition"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!(said.out, "edition/out/the-kitchen-chair.pdf\nedition/out/the-kitchen-chair.epub\n");
    assert_eq!(said.err, "", "the sample has nothing to mend, and a pipe gets no progress");
    assert!(desk.bytes("edition/out/the-kitchen-chair.pdf").starts_with(b"%PDF-1.7"));
    assert!(desk.bytes("edition/out/the-kitchen-chair.epub").starts_with(b"PK"));
}

#[test]
fn a_named_file_is_the_only_one_written() {
    let desk = Desk::with_edition();
    assert_eq!(desk.run(&["export", "edition", "--pdf", "a/book.pdf"]).code, 0);
    assert!(desk.path("a/book.pdf").exists());
    assert!(!desk.path("edition/out").exists());
    assert_eq!(desk.run(&["export", "edition", "--epub", "b/book.epub"]).code, 0);
    assert!(desk.path("b/book.epub").exists());
    assert_eq!(std::fs::read_dir(desk.path("b")).unwrap().count(), 1);
}

#[test]
fn several_editions_share_a_folder_and_one_that_fails_keeps_none_back() {
    let desk = Desk::with_edition();
    copy(&desk.path("edition"), &desk.path("again"));
    desk.write("broken/edition.toml", "title = \n");
    let said = desk.run(&["export", "edition", "broken", "again", "--out", "books"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("broken: edition.toml:1:9: "), "{}", said.err);
    assert!(said.err.contains("again: edition.toml: remark"), "each notice names its edition: {}", said.err);
    let files: Vec<&str> = said.out.lines().collect();
    let expected =
        ["books/two-views.pdf", "books/two-views.epub", "books/two-views-2.pdf", "books/two-views-2.epub"];
    assert_eq!(files, expected);
    assert!(files.iter().all(|file| desk.path(file).exists()));
}

#[test]
fn wrong_use_is_told_from_failure() {
    let desk = Desk::with_edition();
    for wrong in [
        &["export"][..],
        &["export", "edition", "--colour"],
        &["export", "edition", "edition", "--pdf", "book.pdf"],
        &["export", "edition", "--pdf", "book.pdf", "--out", "books"],
        &["print", "edition"],
    ] {
        let said = desk.run(wrong);
        assert_eq!(said.code, 2, "{wrong:?}");
        assert!(!said.err.is_empty(), "{wrong:?}");
    }
    assert_eq!(desk.run(&["export", "nowhere"]).code, 1);
    assert_eq!(desk.run(&["--help"]).code, 0);
}

#[test]
fn json_is_one_object_an_edition() {
    let desk = Desk::with_edition();
    let said = desk.run(&["export", "edition", "nowhere", "--json", "--out", "books"]);
    assert_eq!(said.code, 1);
    let [done, failed] = &said.json()[..] else { panic!("{}", said.out) };
    assert_eq!(done["edition"], "edition");
    assert_eq!(done["files"], serde_json::json!(["books/two-views.pdf", "books/two-views.epub"]));
    assert_eq!(done["words"], 6);
    assert!(done["pages"].as_u64().unwrap() >= 8);
    for stage in ["read", "typeset", "pdf", "epub", "total"] {
        assert!(done["milliseconds"][stage].is_u64(), "{stage}");
    }
    let notice = &done["notices"][0];
    assert_eq!((notice["weight"].as_str(), notice["file"].as_str()), (Some("remark"), Some("edition.toml")));
    assert!(failed["error"].as_str().unwrap().contains("nowhere"), "{failed}");
}

#[test]
fn the_same_edition_gives_the_same_bytes() {
    let desk = Desk::with_sample("theme = \"essay\"\nepub_fonts = true");
    let first = desk.export_with(&[("RAYON_NUM_THREADS", "1")]);
    // Elsewhere, later, on more threads, in another place of the world.
    let other = Desk::with_sample("theme = \"essay\"\nepub_fonts = true");
    let second = other.export_with(&[("RAYON_NUM_THREADS", "4"), ("TZ", "Asia/Karachi"), ("LANG", "ru_RU")]);
    assert!(first.0 == second.0, "the PDFs differ");
    assert!(first.1 == second.1, "the EPUBs differ");
}

#[test]
fn a_failed_export_leaves_the_older_file() {
    let desk = Desk::with_edition();
    let before = desk.export();
    desk.write("edition/edition.toml", "title = \"Two Views\nno end");
    assert_eq!(desk.run(&["export", "edition", "--pdf", "book.pdf"]).code, 1);
    assert_eq!(desk.run(&["export", "edition", "--epub", "book.epub"]).code, 1);
    assert!(before == (desk.bytes("book.pdf"), desk.bytes("book.epub")));
    assert_eq!(std::fs::read_dir(desk.path("")).unwrap().count(), 3, "a half-made file was left behind");
}

#[test]
fn a_file_that_cannot_be_written_is_said_plainly() {
    let desk = Desk::with_edition();
    desk.write("book.pdf/inside", "a folder of this name");
    let said = desk.run(&["export", "edition", "--pdf", "book.pdf"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("book.pdf: something that is no file has this name"), "{}", said.err);
    assert!(desk.path("book.pdf/inside").exists());
    // One that can't be written keeps the other from being replaced.
    desk.write("out/two-views.pdf", "old");
    desk.write("out/two-views.epub/inside", "");
    assert_eq!(desk.run(&["export", "edition", "--out", "out"]).code, 1);
    assert_eq!(desk.text("out/two-views.pdf"), "old");
}

#[test]
fn loose_texts_become_an_edition_that_exports() {
    let desk = Desk::new();
    desk.write("texts/2 Second.md", "---\ntitle: The Second\nauthor: Ann Lee\n---\nWords of the second.\n");
    desk.write("texts/10 Tenth.md", "---\ntitle: The Tenth\nauthor: Ann Lee\n---\nWords of the tenth.\n");
    let said = desk.run(&["new", "made", "--from", "texts"]);
    assert_eq!(said.code, 0, "{said:?}");
    let said = desk.run(&["export", "made", "--json"]);
    assert_eq!(said.json()[0]["words"], 8);
    let toml = desk.text("made/edition.toml");
    assert!(toml.find("second").unwrap() < toml.find("tenth").unwrap(), "{toml}");
    assert_eq!(desk.run(&["new", "made"]).code, 1, "an edition is never overwritten");
}

#[test]
fn the_report_of_the_figures_is_one_file_with_pictures_of_the_worst_spreads() {
    let desk = Desk::with_edition();
    let sample = Path::new(SAMPLE).canonicalize().unwrap();
    let said = desk.run(&["measure", sample.to_str().unwrap(), "--html", "figures.html"]);
    assert_eq!(said.code, 0, "{said:?}");
    let html = desk.text("figures.html");
    assert!(html.starts_with("<!DOCTYPE html>") && html.trim_end().ends_with("</html>"));
    assert!(html.contains("<h1>The Kitchen Chair</h1>") && html.contains("pieces/the-price-of-a-gate.md"));
    assert!(html.matches("src=\"data:image/png;base64,").count() >= 4, "spreads are shown");
    assert!(!html.contains("src=\"http") && !html.contains("href=\"http"), "it needs nothing else");
    let said = desk.run(&["measure", sample.to_str().unwrap(), "--html", "."]);
    assert!(said.code == 1 && !said.err.is_empty(), "a folder is no file: {said:?}");
}

#[test]
fn figures_and_preflight_are_printed_and_given_as_json() {
    let desk = Desk::with_edition();
    let sample = Path::new(SAMPLE).canonicalize().unwrap();
    let sample = sample.to_str().unwrap();
    let figures = &desk.run(&["measure", sample, "--json"]).json()[0];
    let book = &figures["book"];
    for none in
        ["three_hyphens", "overfull", "runts", "widows", "orphans", "recto_foot_hyphens", "uneven_spreads"]
    {
        assert_eq!(book[none], 0, "{none}");
    }
    assert!(book["word_space_sd"].as_f64().unwrap() <= 0.12, "{book}");
    assert!(book["hyphen_percent"].as_f64().unwrap() <= 3.0, "{book}");
    let piece = &figures["pieces"][0];
    assert!(piece["word_space_sd"].as_f64().unwrap() > 0.0 && piece["worst"].is_array(), "{piece}");
    let worst = figures["worst"].as_array().unwrap();
    let loose = worst.iter().find(|case| case["fault"] == "loose line").expect("the sample has a loose line");
    assert!(loose["page"].is_string() && loose["line"].as_u64().unwrap() > 0, "{loose}");
    assert!(loose["value"].as_f64().unwrap() > 1.5 && !loose["words"].as_str().unwrap().is_empty());
    assert!(desk.run(&["measure", sample]).out.contains("word space, deviation"));

    assert_eq!(desk.run(&["check", sample]).code, 0);
    desk.write("edition/pieces/b.md", "---\ntitle: Another\ndisclaimer: nobody\n---\n![](absent.png)\n");
    let said = desk.run(&["check", "edition", "--json"]);
    let found = said.json();
    let whats: Vec<&str> =
        found[0]["notices"].as_array().unwrap().iter().filter_map(|notice| notice["what"].as_str()).collect();
    assert_eq!(said.code, 1, "a missing picture is a fault");
    for part in ["no author", "nobody", "absent.png"] {
        assert!(whats.iter().any(|what| what.contains(part)), "{part}: {whats:#?}");
    }
}
