//! Variants of an edition: other design, other pages around the pieces, other pieces, never another text.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

mod common;

use common::{Desk, pages_of};
use pamphleteer::edition::change::Change;
use pamphleteer::edition::design_settings::NotesPlace;
use pamphleteer::edition::folder;
use pamphleteer::edition::journal::{Journal, Opened};
use pamphleteer::edition::matter::{ContributorsMatter, Shown};
use pamphleteer::edition::merge::merge;
use pamphleteer::edition::variant::{PieceChoice, Variant};
use pamphleteer::edition::{Edition, markdown};
use pamphleteer::notice::Notices;
use std::path::Path;
use std::sync::Arc;

const LARGE: &str = r#"
# For readers with weak eyes.
[variant.large]
title = "Large print"
edition = "Large print edition"
isbn = { print = "978-0-00-916243-5" }
without = [
  # too many pictures
  "pieces/hedges.md",
  "pieces/ostanovka.md",
]

[variant.large.design]
trim = "a4"
body_size = "18pt" # at least

[variant.large.matter]
half_title = false
foreword = false
dedication = "For all who *hold* it closer."
contributors = "long"

[variant.pocket]
only = ["pieces/the-correction.md", "pieces/benches.md"]

[variant.pocket.design]
trim = "a5"
notes = "end"
"#;

/// The sample with two variants.
fn desk() -> Desk {
    let desk = Desk::with_sample("theme = \"classic\"\ntrim = \"6x9in\"\nindent = \"14pt\"");
    let toml = desk.text("edition/edition.toml");
    desk.write("edition/edition.toml", toml + LARGE);
    desk
}

fn load(desk: &Desk) -> (Edition, Vec<String>) {
    let mut notices = Notices::new();
    let edition = folder::load(&desk.path("edition"), &mut notices).unwrap();
    (edition, notices.iter().map(ToString::to_string).collect())
}

fn files(edition: &Edition) -> Vec<&str> {
    edition.included().map(|(_, piece)| piece.file.to_str().unwrap()).collect()
}

#[test]
fn a_variant_says_only_what_is_otherwise() {
    let (edition, notices) = load(&desk());
    assert!(notices.is_empty(), "{notices:?}");
    let labels: Vec<&str> = edition.variants.iter().map(Variant::label).collect();
    assert_eq!(labels, ["Large print", "pocket"]);
    let large = edition.as_variant("large").unwrap();
    assert_eq!(large.variant.as_deref(), Some("large"));
    assert_eq!(large.statement.as_deref(), Some("Large print edition"));
    assert_eq!(large.isbn.print.as_deref(), Some("978-0-00-916243-5"));
    assert_eq!(large.isbn.epub, edition.isbn.epub, "what is not said is the edition’s");
    assert_eq!(large.design.trim.as_deref(), Some("a4"));
    assert_eq!((&large.design.theme, large.design.indent), (&edition.design.theme, edition.design.indent));
    assert!(large.matter.half_title.is_omitted() && !large.matter.imprint.is_omitted());
    assert!(large.matter.foreword.is_none());
    assert_eq!(large.matter.dedication.as_ref().unwrap().text.words(), 6);
    assert_eq!(large.matter.contributors, Shown::Generated(ContributorsMatter::Long));
    assert_eq!(files(&large).len(), files(&edition).len() - 2);
    let pocket = edition.as_variant("pocket").unwrap();
    assert_eq!(pocket.design.notes, Some(NotesPlace::End));
    assert_eq!(files(&pocket), ["pieces/benches.md", "pieces/the-correction.md"], "in the edition’s order");
    assert_eq!(pocket.matter, edition.matter);
    assert!(edition.as_variant("huge").is_none());
    // A piece that is in both is the very same one.
    let of = |edition: &Edition| edition.piece(Path::new("pieces/benches.md")).unwrap().clone();
    assert!(Arc::ptr_eq(&of(&pocket), &of(&edition)));
}

#[test]
fn what_means_nothing_is_a_notice_with_its_line() {
    let desk = Desk::with_edition();
    let toml = desk.text("edition/edition.toml");
    let odd = "[variant.small]\nonly = [\"pieces/aa.md\"]\nwithout = [\"pieces/b.md\"]\ncolour = 1\n\
               [variant.small.design]\ntrimm = \"a5\"\n[variant.small.matter]\nforeward = false\n\
               [variant.\"gros/petit\"]\n[variant.all]\n\
               [variant.odd]\nextends = \"small\"\ntrim = \"a5\"\nimprint = false\n";
    desk.write("edition/edition.toml", format!("{toml}{odd}"));
    let (edition, notices) = load(&desk);
    let said = |parts: &[&str]| {
        let is_said = notices.iter().any(|notice| parts.iter().all(|part| notice.contains(part)));
        assert!(is_said, "{parts:?}: {notices:#?}");
    };
    said(&["edition.toml:4", "“pieces/aa.md”", "did you mean “pieces/a.md”?"]);
    said(&["edition.toml:5", "both “only” and “without”"]);
    said(&["edition.toml:6", "“colour” means nothing in [variant.small]"]);
    said(&["“trim” means nothing in [variant.odd]", "write it under [variant.odd.design]"]);
    said(&["“imprint” means nothing in [variant.odd]", "write it under [variant.odd.matter]"]);
    said(&["“extends” means nothing in [variant.odd]", "varies the edition itself"]);
    said(&["edition.toml:8", "“trimm” means nothing in [variant.small.design]", "“trim”"]);
    said(&["edition.toml:10", "“foreward” means nothing in [variant.small.matter]", "“foreword”"]);
    said(&["edition.toml:11", "“gros/petit” can’t be the name"]);
    said(&["edition.toml:12", "“all” can’t be the name"]);
    assert_eq!(edition.variants.len(), 2);
    assert_eq!(edition.variants[0].pieces, PieceChoice::Only(vec!["pieces/aa.md".into()]));
    // Saving loses none of it.
    let before = desk.text("edition/edition.toml");
    let mut changed = edition.clone();
    changed.title = "Three Views".into();
    folder::save(&changed, &desk.path("edition")).unwrap();
    assert_eq!(desk.text("edition/edition.toml"), before.replace("Two Views", "Three Views"));
}

#[test]
fn saving_changes_only_what_was_changed() {
    let desk = desk();
    let (mut edition, _) = load(&desk);
    let before = desk.text("edition/edition.toml");
    assert!(folder::save(&edition, &desk.path("edition")).unwrap().is_empty());
    let mut variants = edition.variants.clone();
    variants[0].design.trim = Some("b5".into());
    variants[0].pieces = variants[0].pieces.with(Path::new("pieces/ostanovka.md"), true);
    variants[0].matter.foreword = None;
    variants.push(Variant { name: "screen".into(), ..Variant::default() });
    let back = edition.apply(Change::Variants(variants));
    folder::save(&edition, &desk.path("edition")).unwrap();
    let expected = before
        .replace("trim = \"a4\"", "trim = \"b5\"")
        .replace("  \"pieces/ostanovka.md\",\n]\n\n[variant", "]\n\n[variant")
        .replace("foreword = false\n", "")
        + "\n[variant.screen]\n";
    assert_eq!(desk.text("edition/edition.toml"), expected);
    let (read, notices) = load(&desk);
    assert!(notices.is_empty(), "{notices:?}");
    assert_eq!(read.variants, edition.variants);
    edition.apply(back);
    folder::save(&edition, &desk.path("edition")).unwrap();
    assert_eq!(load(&desk).0.variants, edition.variants);
    edition.apply(Change::Variants(Vec::new()));
    folder::save(&edition, &desk.path("edition")).unwrap();
    assert!(!desk.text("edition/edition.toml").contains("variant"));
}

#[test]
fn words_of_a_variant_have_a_file_of_their_own() {
    let desk = desk();
    let (mut edition, _) = load(&desk);
    let mut variants = edition.variants.clone();
    let foreword = |text: &str| {
        let text = markdown::inline_text(text);
        let file = Some("matter/foreword-pocket.md".into());
        Some(Some(pamphleteer::edition::matter::FreeText { file, title: None, text }))
    };
    variants[1].matter.foreword = foreword("Short words.");
    edition.apply(Change::Variants(variants.clone()));
    // Lost power: the journal has them.
    let Opened::Free(journal) = Journal::open(&desk.path("edition")).unwrap() else { panic!("not free") };
    journal.write(&edition).unwrap();
    let recovered = journal.recover(&mut Notices::new()).unwrap();
    assert!(merge(&edition, &edition, &recovered).changes.is_empty());
    assert_eq!(recovered.as_variant("pocket").unwrap().matter.foreword.unwrap().text.words(), 2);
    folder::save(&edition, &desk.path("edition")).unwrap();
    assert_eq!(desk.text("edition/matter/foreword-pocket.md"), "Short words.\n");
    variants[1].matter.foreword = foreword("Shorter.");
    edition.apply(Change::Variants(variants));
    folder::save(&edition, &desk.path("edition")).unwrap();
    assert_eq!(desk.text("edition/matter/foreword-pocket.md"), "Shorter.\n");
    let (read, notices) = load(&desk);
    assert!(notices.is_empty(), "{notices:?}");
    assert_ne!(read.matter.foreword, read.as_variant("pocket").unwrap().matter.foreword);
}

#[test]
fn changes_of_both_sides_come_together() {
    let base = load(&desk()).0;
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.title = "Ours".into();
    theirs.variants[0].design.trim = Some("b5".into());
    let merged = merge(&base, &ours, &theirs);
    assert_eq!(merged.changes, [Change::Variants(theirs.variants.clone())]);
    ours.variants.pop();
    let merged = merge(&base, &ours, &theirs);
    assert!(merged.changes.is_empty());
    assert_eq!(merged.conflicts[0].what, "the variants of the edition");
    assert_eq!(merged.conflicts[0].ours_label, "Large print");
    assert_eq!(merged.conflicts[0].theirs_label, "Large print, pocket");
}

#[test]
fn all_variants_are_exported_beside_the_edition() {
    let desk = desk();
    let said = desk.run(&["export", "edition", "--variant", "all", "--json"]);
    assert_eq!(said.code, 0, "{said:?}");
    let done = said.json();
    let names: Vec<Option<&str>> = done.iter().map(|book| book["variant"].as_str()).collect();
    assert_eq!(names, [None, Some("large"), Some("pocket")]);
    let stems = ["the-kitchen-chair", "the-kitchen-chair-large", "the-kitchen-chair-pocket"];
    for (book, stem) in done.iter().zip(stems) {
        let files = ["pdf", "epub"].map(|ending| format!("edition/out/{stem}.{ending}"));
        assert_eq!(book["files"], serde_json::json!(files));
        assert!(files.iter().all(|file| desk.path(file).exists()));
    }
    let pages: Vec<u64> = done.iter().map(|book| book["pages"].as_u64().unwrap()).collect();
    assert!(pages[2] < pages[0] && pages[0] != pages[1], "{pages:?}");
    // Three books, three identifiers.
    let identifiers: std::collections::BTreeSet<String> = stems.map(|stem| identifier(&desk, stem)).into();
    assert_eq!(identifiers.len(), 3, "{identifiers:?}");
}

/// The identifier of an exported e-book.
fn identifier(desk: &Desk, stem: &str) -> String {
    let pages = pages_of(&desk.bytes(&format!("edition/out/{stem}.epub")));
    let package = pages.iter().find(|(name, _)| name.ends_with(".opf")).unwrap().1;
    let (_, after) = package.split_once("id=\"book-id\">").unwrap();
    after.split('<').next().unwrap().to_string()
}

#[test]
fn named_variants_are_exported_alone() {
    let desk = desk();
    let said =
        desk.run(&["export", "edition", "--variant", "pocket", "--variant", "large", "--out", "books"]);
    assert_eq!(said.code, 0, "{said:?}");
    let made = "books/the-kitchen-chair-large.pdf\nbooks/the-kitchen-chair-large.epub\n\
                books/the-kitchen-chair-pocket.pdf\nbooks/the-kitchen-chair-pocket.epub\n";
    assert_eq!(said.out, made);
    assert_eq!(desk.run(&["export", "edition", "--variant", "pocket", "--pdf", "pocket.pdf"]).code, 0);
    assert!(desk.bytes("pocket.pdf") == desk.bytes("books/the-kitchen-chair-pocket.pdf"));
    let two = ["export", "edition", "--variant", "pocket", "--variant", "large", "--pdf", "book.pdf"];
    assert_eq!(desk.run(&two).code, 2);
    assert_eq!(desk.run(&["export", "edition", "--variant", "all", "--epub", "book.epub"]).code, 2);
}

#[test]
fn an_unknown_variant_fails_and_the_known_ones_are_named() {
    let desk = desk();
    for command in ["export", "check", "measure"] {
        let said = desk.run(&[command, "edition", "--variant", "pockets"]);
        assert_eq!(said.code, 1, "{command}: {said:?}");
        assert!(said.err.contains("there is no variant “pockets”"), "{}", said.err);
        assert!(said.err.contains("“large”, “pocket”"), "{}", said.err);
    }
    assert!(!desk.path("edition/out").exists());
    let plain = Desk::with_edition();
    let said = plain.run(&["export", "edition", "--variant", "pocket"]);
    assert!(said.err.contains("has no variants"), "{}", said.err);
    assert_eq!(plain.run(&["export", "edition", "--variant", "all"]).code, 0);
}

#[test]
fn the_same_variant_gives_the_same_bytes() {
    let (one, two) = (desk(), desk());
    for (desk, threads) in [(&one, "1"), (&two, "4")] {
        let said = desk.run_with(
            &["export", "edition", "--variant", "large", "--out", "books"],
            &[("RAYON_NUM_THREADS", threads)],
        );
        assert_eq!(said.code, 0, "{said:?}");
    }
    for file in ["books/the-kitchen-chair-large.pdf", "books/the-kitchen-chair-large.epub"] {
        assert!(one.bytes(file) == two.bytes(file), "{file} differs");
    }
}

#[test]
fn variants_are_measured_and_checked() {
    let desk = desk();
    let figures = desk.run(&["measure", "edition", "--variant", "all", "--json"]).json();
    let words: Vec<u64> = figures.iter().map(|book| book["words"].as_u64().unwrap()).collect();
    assert_eq!(words.len(), 3);
    assert!(words[2] < words[1] && words[1] < words[0], "{words:?}");
    assert_eq!(figures[1]["variant"], "large");
    let said = desk.run(&["check", "edition", "--variant", "pocket"]);
    assert_eq!((said.code, said.out.as_str()), (0, "edition (pocket): nothing to mend\n"), "{said:?}");
}
