//! Portraits: named in the records, printed where the design says, with the words about their person beside them.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

mod common;

use common::{Desk, pages_of};
use pamphleteer::book::{self, Book, cache::Cache};
use pamphleteer::design::Role;
use pamphleteer::edition::design_settings::Portraits;
use pamphleteer::edition::{Edition, folder};
use pamphleteer::notice::Notices;
use pamphleteer::page::sheet::{Item, NodeKind};
use pamphleteer::units::{Length, Rect};

const PEOPLE: &str = "[ann-lee]\nname = \"Ann Lee\"\nshort_note = \"Ann Lee keeps bees.\" # short\n\
    portrait = \"images/ann.png\"\nportrait_alt = \"A woman with a veil\"\n\
    [bo-dean]\nname = \"Bo Young\"\nshort_note = \"Bo Young keeps nothing at all.\"\n";

fn desk(people: &str) -> Desk {
    let desk = Desk::with_edition();
    desk.write("edition/contributors.toml", people);
    desk.write("edition/pieces/a.md", "---\ntitle: A View\nauthors: [ann-lee]\n---\nAll is well.\n");
    desk.write("edition/pieces/b.md", "---\ntitle: Another\nauthors: [bo-dean]\n---\nAll is lost.\n");
    // Any picture will do; this one is wider than high.
    let picture = std::fs::read("assets/sample/images/night-flow.png").unwrap();
    desk.write("edition/images/ann.png", picture);
    desk
}

fn load(desk: &Desk) -> (Edition, Vec<String>) {
    let mut notices = Notices::new();
    let edition = folder::load(&desk.path("edition"), &mut notices).unwrap();
    (edition, notices.iter().map(ToString::to_string).collect())
}

fn typeset(edition: &Edition) -> Book {
    book::typeset(edition, &Cache::single_run(), &mut Notices::new())
}

/// Sheet, left edge, right edge, baseline.
type Words = (usize, Length, Length, Length);

/// The portraits of a book, and the lines of these roles.
fn placed(book: &Book, roles: &[Role]) -> (Vec<(usize, Rect)>, Vec<Words>) {
    let (mut pictures, mut lines) = (Vec::new(), Vec::new());
    for (sheet, page) in book.sheets.iter().enumerate() {
        for item in &page.items {
            match item {
                Item::Picture { area, .. } => pictures.push((sheet, *area)),
                Item::Line { at, line, node } => {
                    let kind = book.structure.nodes[node.0 as usize].kind;
                    if roles.iter().any(|role| kind == NodeKind::Block(*role)) {
                        let left = at.x + line.start;
                        lines.push((sheet, left, left + line.width, at.y));
                    }
                }
                _ => {}
            }
        }
    }
    (pictures, lines)
}

#[test]
fn words_stand_beside_the_portrait_and_below_each_other() {
    for (language, right) in [("en", false), ("he", true)] {
        let desk = desk(PEOPLE);
        let (mut edition, notices) = load(&desk);
        assert_eq!(notices, Vec::<String>::new());
        edition.language = pamphleteer::edition::language::Language::parse(language).unwrap();
        edition.design.portraits = Some(Portraits::All);
        let book = typeset(&edition);
        let roles = [Role::ContributorName, Role::ContributorNote];
        let (pictures, lines) = placed(&book, &roles);
        assert_eq!(pictures.len(), 2, "beside the note, and in the list");
        let (sheet, area) = pictures[1];
        let text = book.design.text_area(book.sheets[sheet].side);
        let beside: Vec<_> = lines.iter().filter(|line| line.0 == sheet).collect();
        assert_eq!(beside.len(), 4, "names and notes");
        let hair = Length::pt(0.5);
        if right {
            assert!((area.x + area.width - text.x - text.width).0.abs() < 64, "at the right");
        } else {
            assert_eq!(area.x, text.x);
        }
        for line in &beside {
            assert!(if right { line.2 <= area.x + hair } else { line.1 + hair >= area.x + area.width });
        }
        // Bo Young, who has none, stands in the same column, below the picture.
        let next = beside.iter().map(|line| line.3).filter(|y| *y > area.y + area.height).min().unwrap();
        assert!(next - book.design.body_size > area.y + area.height);
        assert_eq!(beside.iter().filter(|line| line.3 > area.y + area.height).count(), 2);
    }
}

#[test]
fn the_design_says_where_portraits_stand() {
    let desk = desk(PEOPLE);
    let count = |portraits: &str| {
        let pieces = "title = \"T\"\npieces = [\"pieces/a.md\", \"pieces/b.md\"]\n[design]\n";
        desk.write("edition/edition.toml", format!("{pieces}{portraits}"));
        let (edition, notices) = load(&desk);
        assert_eq!(notices, Vec::<String>::new());
        let printed = placed(&typeset(&edition), &[]).0.len();
        let (_, epub) = desk.export();
        let pages = pages_of(&epub);
        let shown = pages.values().map(|page| page.matches("alt=\"A woman with a veil\"").count()).sum();
        (printed, shown)
    };
    assert_eq!(count(""), (1, 1));
    assert_eq!(count("portraits = \"none\"\n"), (0, 0));
    assert_eq!(count("portraits = \"all\"\n"), (2, 2));
}

#[test]
fn a_portrait_that_is_not_there_is_told_with_its_line_and_its_words_stay() {
    let gone = desk(&PEOPLE.replace("ann.png", "nobody.png"));
    let (edition, notices) = load(&gone);
    assert_eq!(notices.len(), 1);
    assert!(
        notices[0].contains("contributors.toml:4: fault: the picture “images/nobody.png” does not exist")
    );
    assert!(placed(&typeset(&edition), &[]).0.is_empty());
    let text = desk(PEOPLE);
    text.write("edition/images/ann.png", "no picture");
    assert!(load(&text).1[0].contains("can’t be used"));
    let outside = desk(&PEOPLE.replace("images/ann.png", "../ann.png"));
    assert!(load(&outside).1[0].contains("lies outside"));
    let without = desk(&PEOPLE.replace("portrait = \"images/ann.png\"\n", ""));
    assert!(load(&without).1[0].contains("there is no portrait that these words could describe"));
}

#[test]
fn a_portrait_is_written_back_beside_what_stands_there() {
    let desk = desk(PEOPLE);
    let (edition, _) = load(&desk);
    let mut new = edition.clone();
    let person = new.contributors.get_mut("ann-lee").unwrap();
    person.portrait.as_mut().unwrap().alt = "Ann at her hives".into();
    folder::save(&new, &desk.path("edition")).unwrap();
    let wanted = PEOPLE.replace("A woman with a veil", "Ann at her hives");
    assert_eq!(desk.text("edition/contributors.toml"), wanted);
    let mut bare = new.clone();
    bare.contributors.get_mut("ann-lee").unwrap().portrait = None;
    folder::save(&bare, &desk.path("edition")).unwrap();
    assert!(!desk.text("edition/contributors.toml").contains("portrait"));
}
