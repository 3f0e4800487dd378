//! Nothing that was written is lost: not by closing, not by a crash, not where nothing can be saved.

use crate::common::Desk;
use crate::driver::{CTRL, PLAIN, Window};
use egui::Key;
use pamphleteer::app::command::Command;

const QUESTION: &str = "Save the changes first?";

/// The window after some words were typed into the first piece.
fn with_words(desk: &Desk) -> Window {
    let mut window = desk.window();
    window.pick("A View");
    window.run(Command::ShowText);
    window.go_into("Text of the piece");
    window.press(CTRL, Key::Home);
    window.type_in("Unsaved words. ");
    window
}

fn first(window: &Window) -> String {
    window.document().pieces().next().unwrap().markdown.to_string()
}

#[test]
fn a_saved_edition_closes_without_a_question() {
    let desk = Desk::with_edition();
    let mut window = desk.window();
    assert!(window.ask_to_close());
    assert!(!window.says(QUESTION));
}

#[test]
fn closing_with_unsaved_changes_asks_and_cancel_stays() {
    let desk = Desk::with_edition();
    let mut window = with_words(&desk);
    assert!(!window.ask_to_close());
    window.settle();
    assert!(window.says(QUESTION));
    window.click_button("Cancel");
    assert!(!window.says(QUESTION));
    assert!(!window.has_closed);
    assert!(first(&window).starts_with("Unsaved words."));
    assert!(!window.ask_to_close(), "it is asked again");
    window.settle();
    window.press(PLAIN, Key::Escape);
    assert!(!window.says(QUESTION), "Escape is Cancel");
}

#[test]
fn closing_with_save_writes_first() {
    let desk = Desk::with_edition();
    let mut window = with_words(&desk);
    window.ask_to_close();
    window.settle();
    // The bar has a button of this name too, behind the question.
    window.click_last_button("Save");
    window.until("the window closes", |window| window.has_closed);
    assert!(desk.text("edition/pieces/a.md").contains("Unsaved words."));
    assert!(window.ask_to_close());
}

#[test]
fn closing_without_saving_leaves_the_files_and_nothing_to_recover() {
    let desk = Desk::with_edition();
    let before = desk.text("edition/pieces/a.md");
    let mut window = with_words(&desk);
    window.until_journalled();
    window.press(CTRL, Key::Q);
    assert!(window.says(QUESTION));
    window.click_button("Don’t save");
    drop(window);
    assert_eq!(desk.text("edition/pieces/a.md"), before);
    let window = desk.window();
    assert!(!window.says("Take up where you left off?"));
    assert!(first(&window).starts_with("All is well."));
}

#[test]
fn after_a_crash_the_words_come_back() {
    let desk = Desk::with_edition();
    let mut window = with_words(&desk);
    window.until_journalled();
    drop(window);
    assert!(!desk.text("edition/pieces/a.md").contains("Unsaved"));
    let mut window = desk.window_that_asks();
    window.until("it is asked", |window| window.says("Take up where you left off?"));
    window.click_button("Recover");
    assert!(first(&window).starts_with("Unsaved words. All is well."));
    assert!(window.is_dirty());
    window.until_painted();
    window.save();
    assert!(desk.text("edition/pieces/a.md").contains("Unsaved words. All is well."));
    drop(window);
    let window = desk.window();
    assert!(!window.says("Take up where you left off?"), "it is asked once");
}

#[test]
fn after_a_crash_the_files_may_stay_as_they_are() {
    let desk = Desk::with_edition();
    let mut window = with_words(&desk);
    window.until_journalled();
    drop(window);
    let mut window = desk.window_that_asks();
    window.until("it is asked", |window| window.says("Take up where you left off?"));
    window.press(PLAIN, Key::Escape);
    assert!(window.says("Take up where you left off?"), "Escape decides nothing");
    window.click_button("Open as saved");
    assert!(first(&window).starts_with("All is well."));
    assert!(!window.is_dirty());
    drop(window);
    let window = desk.window();
    assert!(!window.says("Take up where you left off?"));
}

#[test]
fn a_crash_in_the_middle_of_the_question_loses_nothing() {
    let desk = Desk::with_edition();
    let mut window = with_words(&desk);
    window.until_journalled();
    drop(window);
    for _ in 0..2 {
        let mut window = desk.window_that_asks();
        window.until("it is asked", |window| window.says("Take up where you left off?"));
        window.seconds_pass(3.0);
    }
}

#[test]
fn another_edition_is_opened_only_after_the_question() {
    let desk = Desk::with_edition();
    desk.write("other/edition.toml", "title = \"Other\"\n");
    let mut window = with_words(&desk);
    window.drop_files(&[desk.path("other")]);
    assert!(window.says(QUESTION));
    window.click_button("Cancel");
    assert_eq!(window.document().title(), "Two Views");
    window.drop_files(&[desk.path("other")]);
    window.click_last_button("Save");
    window.until("it is open", |window| window.document().title() == "Other");
    assert!(desk.text("edition/pieces/a.md").contains("Unsaved words."));
}

#[test]
fn an_edition_that_cannot_be_written_to_opens_and_says_so() {
    let desk = Desk::with_edition();
    // A file where the journal's folder would be: nobody can write there, not even an administrator.
    desk.write("edition/.pamphleteer", "");
    let mut window = with_words(&desk);
    assert!(window.says("can’t be written to"));
    window.seconds_pass(2.5);
    window.seconds_pass(2.5);
    assert!(first(&window).starts_with("Unsaved words."));
    window.until_painted();
    assert!(window.app().messages().len() == 1, "it is said once: {:?}", window.app().messages());
}

#[test]
fn a_second_window_warns() {
    let desk = Desk::with_edition();
    let _first = desk.window();
    let second = desk.window();
    assert!(second.says("open in another window"));
}

#[test]
fn a_save_that_fails_keeps_the_window_and_the_words() {
    let desk = Desk::with_edition();
    // A file where the folder for deleted pieces would be.
    desk.write("edition/originals", "");
    let mut window = with_words(&desk);
    window.pick("Another");
    window.press(PLAIN, Key::Delete);
    window.ask_to_close();
    window.settle();
    window.click_last_button("Save");
    window.until("it is said", |window| window.says("originals"));
    assert!(!window.has_closed);
    assert!(window.is_dirty());
    assert!(first(&window).starts_with("Unsaved words."));
    assert!(!window.ask_to_close(), "it still asks");
}
