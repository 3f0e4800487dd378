//! Variants in the window: their pages are shown, and their files made.

use crate::common::Desk;
use crate::driver::{CTRL, Window};
use egui::Key;
use egui_kittest::kittest::NodeT;
use pamphleteer::app::command::Command;

/// A small edition with a variant that has only its first piece, on smaller pages.
fn desk() -> Desk {
    let desk = Desk::with_edition();
    let toml = desk.text("edition/edition.toml");
    let variant = "[variant.pocket]\ntitle = \"Pocket edition\"\nonly = [\"pieces/a.md\"]\n\
                   [variant.pocket.design]\ntrim = \"a5\"\n[variant.screen]\n";
    desk.write("edition/edition.toml", toml + variant);
    desk
}

fn width(window: &Window) -> f32 {
    window.document().set.as_ref().unwrap().book.design.trim.width.to_pt32()
}

fn made(window: &mut Window) {
    window.click_button("Export");
    window.until("it is done", |window| window.button("Done").is_some());
}

#[test]
fn the_pages_of_a_variant_are_shown_and_those_of_the_edition_again() {
    let desk = desk();
    let mut window = desk.window();
    assert_eq!(width(&window), 432.0);
    let pages = window.document().set.as_ref().unwrap().book.sheets.len();
    window.say(Command::NextVariant);
    window.until_painted();
    assert!((width(&window) - 419.5).abs() < 0.2, "A5");
    assert!(window.document().set.as_ref().unwrap().book.sheets.len() < pages, "one piece only");
    assert!(!window.is_dirty(), "looking changes nothing");
    // A text that is changed is changed in the variant.
    window.pick("A View");
    window.run(Command::ShowText);
    window.go_into("Text of the piece");
    window.type_in("Very ");
    window.run(Command::ShowPages);
    window.until_painted();
    assert!(window.says("Very"));
    window.click("Shown");
    window.click("The edition");
    window.until_painted();
    assert_eq!(width(&window), 432.0);
    assert_eq!(window.document().set.as_ref().unwrap().book.sheets.len(), pages);
}

#[test]
fn the_dialog_makes_the_edition_and_its_variants() {
    let desk = desk();
    let mut window = desk.window();
    window.press(CTRL, Key::E);
    assert!(!window.says("Files: "), "one choice has the path of the field");
    window.click("Export: Pocket edition");
    assert!(window.says("Files: two-views.pdf, two-views-pocket.pdf"));
    made(&mut window);
    for file in ["two-views.pdf", "two-views.epub", "two-views-pocket.pdf", "two-views-pocket.epub"] {
        assert!(desk.path(&format!("edition/out/{file}")).exists(), "{file}");
        assert!(window.says(file), "{file}");
    }
    assert!(!desk.path("edition/out/two-views-screen.pdf").exists());
    assert_ne!(desk.bytes("edition/out/two-views.pdf"), desk.bytes("edition/out/two-views-pocket.pdf"));
}

#[test]
fn one_variant_alone_is_made_where_the_path_says() {
    let desk = desk();
    let mut window = desk.window();
    window.press(CTRL, Key::E);
    window.click("EPUB, for e-readers");
    window.click("Export: The edition itself");
    assert!(window.button("Export").is_some_and(|button| button.accesskit_node().is_disabled()));
    window.click("Export: Pocket edition");
    made(&mut window);
    assert!(desk.path("edition/out/two-views-pocket.pdf").exists());
    assert!(!desk.path("edition/out/two-views.pdf").exists());
    // What the batch command makes is the same.
    let said = desk.run(&["export", "edition", "--variant", "pocket", "--pdf", "batch.pdf"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(desk.bytes("batch.pdf") == desk.bytes("edition/out/two-views-pocket.pdf"));
}

#[test]
fn an_edition_without_variants_asks_for_none() {
    let desk = Desk::with_edition();
    let mut window = desk.window();
    assert!(window.find("Shown").is_none());
    window.press(CTRL, Key::E);
    assert!(window.find("Export: The edition itself").is_none());
}
