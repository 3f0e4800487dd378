//! The pages around the pieces in the inspector: put in, left out, written, moved; each step undone.

use crate::common::Desk;
use crate::driver::{ALT, PLAIN, Window, load};
use egui::Key;
use pamphleteer::app::act::Selection;
use pamphleteer::app::command::Command;
use pamphleteer::edition::matter::order::{Entry, Page};
use pamphleteer::edition::matter::{ContributorsMatter, Depth, Shown};
use pamphleteer::edition::merge::merge;
use std::path::Path;

/// The window with a small edition, a variant of it and a page of its own; the fields of the edition are shown.
fn window(desk: &Desk) -> Window {
    let toml = desk.text("edition/edition.toml");
    let matter = "[matter]\nforeword = \"matter/foreword.md\"\norder = [\"pieces\", \"matter/thanks.md\"]\n[variant.pocket]\n";
    desk.write("edition/edition.toml", toml + matter);
    desk.write("edition/matter/foreword.md", "Before it.\n");
    desk.write("edition/matter/thanks.md", "---\ntitle: Thanks\n---\nTo all.\n");
    let mut window = desk.window();
    window.app_mut().selection = Selection::Edition;
    window.settle();
    window
}

fn order(window: &Window) -> Vec<String> {
    let name = |entry: Entry| match entry {
        Entry::Page(page) => page.key().to_string(),
        Entry::Own(text) => text.title.unwrap_or_default(),
    };
    window.edition().matter.arranged().into_iter().map(name).collect()
}

#[test]
fn a_page_is_left_out_made_and_written_and_each_step_undone() {
    let desk = Desk::with_edition();
    let mut window = window(&desk);
    window.reach("Imprint");
    assert_eq!(window.edition().matter.imprint, Shown::Omitted);
    window.run(Command::Undo);
    assert_eq!(window.edition().matter.imprint, Shown::Generated(()));
    // The depth of the contents.
    window.reach("Contents, Titles and authors");
    window.pick_line("What stands there", "Titles, standfirsts and authors");
    assert_eq!(window.edition().matter.contents, Shown::Generated(Depth::Standfirsts));
    window.reach("About the contributors, Short notes");
    window.pick_line("What stands there", "Long notes");
    assert_eq!(window.edition().matter.contributors, Shown::Generated(ContributorsMatter::Long));
    // The colophon begins with what would be printed, and gets a file.
    window.reach("Colophon, None");
    window.pick_line("What stands there", "Words of your own");
    let own = window.edition().matter.colophon.own().cloned().unwrap();
    assert_eq!(own.file.as_deref(), Some(Path::new("matter/colophon.md")));
    window.go_into("Colophon");
    window.press(PLAIN, Key::End);
    window.type_in(" By hand.");
    window.go_into("Heading");
    window.type_in("Made");
    window.until_painted();
    let own = window.edition().matter.colophon.own().cloned().unwrap();
    assert_eq!(own.title.as_deref(), Some("Made"));
    let words = pamphleteer::edition::markdown::write(&own.text);
    assert!(words.contains("Set in EB Garamond.") && words.contains("By hand."), "{words}");
    window.save();
    assert!(desk.text("edition/matter/colophon.md").contains("By hand."));
    assert!(desk.text("edition/edition.toml").contains("colophon = \"matter/colophon.md\""));
    for _ in 0..3 {
        window.run(Command::Undo);
    }
    assert_eq!(window.edition().matter.colophon, Shown::Omitted);
    assert_eq!(window.edition().matter.contributors, Shown::Generated(ContributorsMatter::Long));
}

#[test]
fn a_page_without_words_asks_for_them() {
    let desk = Desk::with_edition();
    let mut window = window(&desk);
    window.reach("Introduction");
    assert_eq!(window.edition().matter.introduction, None);
    window.go_into("Introduction");
    window.type_in("Into it.");
    window.until_painted();
    let introduction = window.edition().matter.introduction.clone().unwrap();
    assert_eq!(introduction.file.as_deref(), Some(Path::new("matter/introduction.md")));
    window.reach("Introduction");
    assert_eq!(window.edition().matter.introduction, None, "the box takes it out again");
}

#[test]
fn pages_are_dragged_and_moved_by_keys() {
    let desk = Desk::with_edition();
    let mut window = window(&desk);
    let before = order(&window);
    let pieces = window.titles();
    // Twice: opened and closed, the list is in sight.
    window.reach("Epigraph, None");
    window.reach("Epigraph, None");
    window.drag_named("Half title, Made of the edition’s data", "Title page, Made of the edition’s data");
    assert_eq!(order(&window)[..2], ["title_page", "half_title"]);
    window.run(Command::Undo);
    assert_eq!(order(&window), before);
    window.reach("Contents, Titles and authors");
    window.press(ALT, Key::ArrowDown);
    let at = |window: &Window, name: &str| order(window).iter().position(|known| known == name).unwrap();
    assert_eq!(at(&window, "contents"), at(&window, "foreword") + 1);
    assert_eq!(window.titles(), pieces, "the pieces stay where they are");
    window.press(ALT, Key::ArrowUp);
    assert_eq!(order(&window), before);
    // The thanks go before the pieces, and are saved there.
    window.reach("Thanks, Words of your own");
    window.press(ALT, Key::ArrowUp);
    assert_eq!(at(&window, "Thanks") + 1, at(&window, "pieces"));
    window.save();
    let saved = load(&desk.path("edition"));
    assert_eq!(saved.matter.arranged(), window.edition().matter.arranged());
    window.reach("Usual order");
    assert_eq!(at(&window, "Thanks"), at(&window, "pieces") + 1, "it stays in the book");
}

#[test]
fn a_page_of_ones_own_is_added_written_and_taken_out() {
    let desk = Desk::with_edition();
    let mut window = window(&desk);
    window.reach("New page");
    window.type_in("Further reading");
    window.press(PLAIN, Key::Enter);
    let own = |window: &Window| {
        let order = &window.edition().matter.order;
        order
            .iter()
            .filter_map(Entry::own)
            .find(|own| own.title.as_deref() == Some("Further reading"))
            .cloned()
    };
    assert_eq!(own(&window).unwrap().file.as_deref(), Some(Path::new("matter/further-reading.md")));
    window.go_into("Words of the page");
    window.type_in("Sit and read.");
    window.until_painted();
    assert_eq!(own(&window).unwrap().text.words(), 3);
    window.save();
    assert!(desk.text("edition/matter/further-reading.md").contains("Sit and read."));
    let book = &window.document().set.as_ref().unwrap().book;
    assert!(book.outline.iter().any(|mark| mark.title == "Further reading"));
    window.reach("Take this page out");
    assert!(own(&window).is_none());
    window.run(Command::Undo);
    assert!(own(&window).is_some());
}

#[test]
fn a_variant_has_its_own_pages_and_order() {
    let desk = Desk::with_edition();
    let mut window = window(&desk);
    let before = window.edition().matter.clone();
    window.app_mut().selection = Selection::Variant("pocket".into());
    window.settle();
    window.reach("Imprint");
    window.reach("Contents, Titles and authors");
    window.pick_line("What stands there", "Titles");
    window.press(PLAIN, Key::Escape);
    window.reach("Thanks, Words of your own");
    window.press(ALT, Key::ArrowUp);
    // The words are the edition's until they are copied.
    window.reach("Other words for this variant");
    window.go_into("Words of the page");
    window.type_in("Thank you! ");
    window.until_painted();
    assert_eq!(window.edition().matter, before, "the edition stays as it is");
    let pocket = window.edition().as_variant("pocket").unwrap().matter;
    assert_eq!((pocket.imprint.clone(), pocket.depth()), (Shown::Omitted, Depth::Pieces));
    let arranged = pocket.arranged();
    let thanks = arranged.iter().position(|entry| entry.own().is_some()).unwrap();
    assert_eq!(arranged[thanks + 1].page(), Some(Page::Pieces));
    let own = arranged[thanks].own().unwrap();
    assert_eq!(own.file.as_deref(), Some(Path::new("matter/thanks-pocket.md")));
    window.save();
    assert!(desk.text("edition/matter/thanks-pocket.md").contains("Thank you!"));
    assert!(!desk.text("edition/matter/thanks.md").contains("Thank you!"));
    let saved = merge(window.edition(), window.edition(), &load(&desk.path("edition")));
    assert!(saved.changes.is_empty() && saved.conflicts.is_empty(), "{saved:?}");
    window.reach("Order as the edition");
    assert_eq!(window.edition().variants[0].matter.order, None);
}

#[test]
fn the_list_can_be_looked_at() {
    let Some(target) = std::env::var_os("MATTER_PICTURES") else { return };
    let desk = Desk::with_the_sample();
    let mut window = desk.window();
    window.app_mut().selection = Selection::Edition;
    window.settle();
    window.reach("Colophon, None");
    window.reach("Contents, Titles and authors");
    window.picture().save(Path::new(&target).join("matter.png")).unwrap();
}
