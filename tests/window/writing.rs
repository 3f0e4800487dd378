//! Words are written in the text pane and stand on the page.

use crate::common::Desk;
use crate::driver::{CTRL, PLAIN, SHIFT, Window};
use egui::Key;
use pamphleteer::app::command::Command;

const TEXT: &str = "Text of the piece";

/// The window with a piece's text and pages, the cursor at the beginning of the text.
fn at_the_text(desk: &Desk, title: &str) -> Window {
    let mut window = desk.window();
    window.pick(title);
    window.run(Command::ShowBoth);
    window.go_into(TEXT);
    window.press(CTRL, Key::Home);
    window.until_painted();
    window
}

fn markdown(window: &Window, title: &str) -> String {
    let piece = window.document().pieces().find(|piece| piece.title.words() == title);
    piece.unwrap().markdown.to_string()
}

#[test]
fn typed_words_are_seen_on_the_page() {
    let desk = Desk::with_the_sample();
    let mut window = at_the_text(&desk, "Benches");
    window.type_in("Zounds! ");
    window.until_painted();
    assert!(window.page_says("Zounds!"), "{:?}", window.pages());
    assert!(window.says("Not saved yet"));
    assert!(desk.text("edition/pieces/benches.md").contains("\nLast spring"), "the file waits for Save");
}

#[test]
fn typing_is_undone_as_one_step() {
    let desk = Desk::with_the_sample();
    let mut window = at_the_text(&desk, "Benches");
    let before = markdown(&window, "Benches");
    window.type_in("Sit down. ");
    assert!(markdown(&window, "Benches").starts_with("Sit down. Last"));
    window.press(CTRL, Key::Z);
    assert_eq!(markdown(&window, "Benches"), before);
    assert_eq!(window.field(TEXT).unwrap().value().unwrap(), before, "the field follows");
    assert!(!window.is_dirty());
    window.press(CTRL | SHIFT, Key::Z);
    assert!(markdown(&window, "Benches").starts_with("Sit down. Last"));
    assert!(window.field(TEXT).unwrap().value().unwrap().starts_with("Sit down. Last"));
}

#[test]
fn a_pause_ends_a_step_of_undo() {
    let desk = Desk::with_edition();
    let mut window = at_the_text(&desk, "A View");
    window.type_in("One. ");
    window.seconds_pass(2.1);
    window.seconds_pass(2.1);
    window.type_in("Two. ");
    window.press(CTRL, Key::Z);
    assert!(markdown(&window, "A View").starts_with("One. All is well."));
}

#[test]
fn words_are_replaced_in_all_pieces_at_once() {
    let desk = Desk::with_edition();
    let mut window = desk.window();
    window.press(CTRL | SHIFT, Key::F);
    window.type_in("all is");
    assert!(window.says("Found 2 times"), "both pieces are searched");
    window.go_into("Replace with");
    window.type_in("Nothing was");
    window.click_button("Replace all");
    assert!(markdown(&window, "A View").starts_with("Nothing was well."));
    assert!(markdown(&window, "Another").starts_with("Nothing was lost."));
    assert!(window.says("2 places were changed"));
    window.press(CTRL, Key::Z);
    assert!(markdown(&window, "A View").starts_with("All is well."), "one step takes all back");
    assert!(markdown(&window, "Another").starts_with("All is lost."));
    assert!(!window.is_dirty());
}

#[test]
fn found_words_are_walked_through_and_replaced_one_by_one() {
    let desk = Desk::with_edition();
    desk.write("edition/pieces/a.md", "---\ntitle: A View\nauthors: [Ann Lee]\n---\nRain, rain and rain.\n");
    let mut window = at_the_text(&desk, "A View");
    window.press(CTRL, Key::F);
    window.type_in("rain");
    assert!(window.says("Found 3 times"));
    window.press(PLAIN, Key::Enter);
    window.press(PLAIN, Key::Enter);
    assert_eq!(
        markdown(&window, "A View"),
        "Rain, rain and rain.\n",
        "Enter in the field types nothing into the text"
    );
    window.click_button("Previous");
    window.go_into("Replace with");
    window.type_in("snow");
    window.click_button("Replace");
    assert_eq!(markdown(&window, "A View"), "snow, rain and rain.\n");
    window.press(PLAIN, Key::Escape);
    assert!(window.field("Replace with").is_none(), "Escape closes the bar");
}

#[test]
fn buttons_mark_up_the_selected_words() {
    let desk = Desk::with_edition();
    let mut window = at_the_text(&desk, "A View");
    for _ in 0..3 {
        window.press(SHIFT, Key::ArrowRight);
    }
    window.click_button("Emphasis");
    assert!(markdown(&window, "A View").starts_with("*All* is well."), "{}", markdown(&window, "A View"));
    window.until_painted();
    assert!(window.page_says("All is well."), "{:?}", window.pages());
}

#[test]
fn several_picked_pieces_have_no_text_to_type_into() {
    let desk = Desk::with_edition();
    let mut window = at_the_text(&desk, "A View");
    window.pick("A View");
    window.pick_with("Another", CTRL);
    assert!(window.field(TEXT).is_none());
    assert!(window.says("Several pieces are selected"));
}
