//! Disclaimers: for which pieces they are meant, in which language, and what is filled in.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

mod common;

use common::{Desk, typeset};
use pamphleteer::check;
use pamphleteer::edition::Edition;
use pamphleteer::edition::change::Change;
use pamphleteer::edition::disclaimer::Conditions;
use pamphleteer::edition::folder;
use pamphleteer::edition::text::Text;
use pamphleteer::notice::Notices;

const EDITION: &str = r#"title = "Views"
language = "en"
publisher = "Quay Press"
pieces = ["pieces/a.md", "pieces/b.md", "pieces/c.md", "pieces/d.md"]

[disclaimer.house]
text = "Views of {author} (house)."
default = true

[disclaimer.staff] # those on the payroll
text = "{author} speaks for {affiliation} alone."
texts = { ur = "یہ {author} کی رائے ہے۔", fr = "Avis de {author}." }
when = { affiliation = ["quay board", "Dock Office"] } # by record

[disclaimer.gazette]
text = "From the Gazette."
when = { outlet = "The Gazette", kicker = "Letter" }
place = "both"

[disclaimer.never]
text = "Never."
when = { kicker = "Nothing" }
place = "imprint"
"#;

const PEOPLE: &str = "[ann]\nname = \"Ann Lee\"\naffiliation = \"Quay Board\"\n\n[bo]\nname = \"Bo Dean\"\n";

fn desk() -> Desk {
    let desk = Desk::new();
    desk.write("edition/edition.toml", EDITION);
    desk.write("edition/contributors.toml", PEOPLE);
    let piece = |name: &str, front: &str| {
        desk.write(
            &format!("edition/pieces/{name}.md"),
            format!("---\ntitle: {name}\n{front}\n---\nWords.\n"),
        );
    };
    piece("a", "authors: [ann]");
    piece("b", "authors: [bo]\nkicker: letter\ncredit: { outlet: the gazette }");
    piece("c", "authors: [bo, ann]\nlanguage: ur\nkicker: Letter");
    piece("d", "authors: [ann]\ndisclaimer: { waived: \"a poem\" }");
    desk
}

fn plain(text: &Text) -> String {
    let mut words = String::new();
    text.each_paragraph(&mut |paragraph| words.push_str(&paragraph.words()));
    words
}

fn carried(edition: &Edition) -> Vec<Vec<String>> {
    let words = |piece| {
        let filled = edition.disclaimers_after(piece);
        filled.iter().map(|filled| plain(&filled.text)).collect()
    };
    edition.included().map(|(_, piece)| words(piece)).collect()
}

#[test]
fn each_piece_carries_exactly_what_its_conditions_give() {
    let (edition, _, _) = typeset(&desk().path("edition"));
    assert_eq!(
        carried(&edition),
        [
            vec!["Views of Ann Lee (house).", "Ann Lee speaks for Quay Board alone."],
            vec!["Views of Bo Dean (house).", "From the Gazette."],
            vec!["Views of Bo Dean اور Ann Lee (house).", "یہ Bo Dean اور Ann Lee کی رائے ہے۔"],
            vec![],
        ]
    );
    // On the imprint stands what some piece carries.
    let imprint: Vec<String> =
        edition.disclaimers_on_imprint().iter().map(|filled| plain(&filled.text)).collect();
    assert_eq!(imprint, ["From the Gazette."]);
}

#[test]
fn conditions_that_nothing_meets_and_affiliations_that_are_missing_are_told() {
    let desk = desk();
    desk.write("edition/contributors.toml", PEOPLE.replace("affiliation = \"Quay Board\"\n", ""));
    let toml = EDITION
        .replace("when = { affiliation = [\"quay board\", \"Dock Office\"] } # by record", "default = true");
    desk.write("edition/edition.toml", toml);
    let (edition, book, mut notices) = typeset(&desk.path("edition"));
    check::preflight(&edition, &book, &mut notices);
    let told: Vec<String> = notices.iter().map(ToString::to_string).collect();
    assert!(
        told.iter()
            .any(|line| line.contains("no piece of the book meets the conditions of the disclaimer “never”"))
    );
    let missing =
        "pieces/a.md: doubt: the disclaimer “staff” names the affiliation of an author who has none";
    assert!(told.iter().any(|line| line.starts_with(missing)), "{told:#?}");
}

#[test]
fn a_field_that_is_unknown_is_told_with_its_line_and_what_was_meant() {
    let desk = desk();
    desk.write("edition/edition.toml", EDITION.replace("Views of {author}", "Views of {autor}"));
    let (edition, _, notices) = typeset(&desk.path("edition"));
    let told: Vec<String> = notices.iter().map(ToString::to_string).collect();
    assert!(
        told.iter().any(|line| line.starts_with("edition.toml:7")
            && line.contains("“{autor}” can't be filled in")
            && line.contains("did you mean {author}?")),
        "{told:#?}"
    );
    assert!(carried(&edition)[0][0].contains("{autor}"));
}

#[test]
fn a_changed_condition_is_saved_and_all_else_stays_as_it_was_typed() {
    let desk = desk();
    let mut notices = Notices::new();
    let mut edition = folder::load(&desk.path("edition"), &mut notices).unwrap();
    let mut all = edition.disclaimers.clone();
    all[1].when = Conditions {
        affiliation: vec!["Quay Board".into()],
        outlet: vec!["A; B".into()],
        ..Conditions::default()
    };
    all[2].when = Conditions::default();
    edition.apply(Change::Disclaimers(all));
    folder::save(&edition, &desk.path("edition")).unwrap();
    let text = desk.text("edition/edition.toml");
    assert!(text.contains("[disclaimer.staff] # those on the payroll"), "{text}");
    assert!(text.contains("# by record"), "{text}");
    let again = folder::load(&desk.path("edition"), &mut notices).unwrap();
    assert_eq!(again.disclaimers, edition.disclaimers);
    assert_eq!(again.contributors, edition.contributors);
}
