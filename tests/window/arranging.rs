//! Pieces find their place: by hand, by key, in or out of the book, and back again.

use crate::common::Desk;
use crate::driver::{ALT, CTRL, PLAIN, SHIFT, Window, load};
use egui::Key;
use pamphleteer::app::command::Command;

const BENCHES: &str = "Benches";
const LEAK: &str = "What the Leak Knows";
const TRAIN: &str = "The Last Train Should Wait";
const SCHOOL: &str = "The Walk to School Is a Subject";

/// The words of the printed contents.
fn printed_contents(window: &mut Window) -> String {
    window.go_to_page("vii");
    let pages = window.pages();
    let page = pages.into_iter().find(|(_, words)| words.contains("Contents"));
    page.unwrap_or_else(|| panic!("no contents in view: {:?}", window.pages())).1
}

fn stand_in_this_order(text: &str, words: &[&str]) -> bool {
    let places: Vec<Option<usize>> = words.iter().map(|words| text.find(words)).collect();
    places.iter().all(Option::is_some) && places.is_sorted()
}

#[test]
fn a_dragged_piece_changes_its_place_in_list_and_printed_contents() {
    let desk = Desk::with_the_sample();
    let mut window = desk.window();
    assert!(stand_in_this_order(&printed_contents(&mut window), &[BENCHES, LEAK, TRAIN]));
    window.drag_behind(BENCHES, TRAIN);
    assert_eq!(window.titles()[..4], [LEAK, TRAIN, BENCHES, SCHOOL]);
    assert!(window.is_dirty());
    assert_eq!(window.title_bar(), "• The Kitchen Chair – Pamphleteer");
    window.until_painted();
    assert!(stand_in_this_order(&printed_contents(&mut window), &[LEAK, TRAIN, BENCHES]));
    let rows: Vec<_> = [LEAK, TRAIN, BENCHES].map(|title| window.row(title).rect().top()).to_vec();
    assert!(rows.is_sorted(), "the list shows the order");
}

#[test]
fn keys_move_pieces_up_and_down() {
    let desk = Desk::with_the_sample();
    let mut window = desk.window();
    window.pick(BENCHES);
    window.press(ALT, Key::ArrowDown);
    assert_eq!(window.titles()[..3], [LEAK, BENCHES, TRAIN]);
    window.press(ALT, Key::ArrowDown);
    assert_eq!(window.titles()[..3], [LEAK, TRAIN, BENCHES]);
    window.press(ALT, Key::ArrowUp);
    assert_eq!(window.titles()[..3], [LEAK, BENCHES, TRAIN]);
}

#[test]
fn several_pieces_are_moved_left_out_and_deleted_and_undo_brings_all_back() {
    let desk = Desk::with_the_sample();
    let mut window = desk.window();
    window.pick(BENCHES);
    window.pick_with(TRAIN, SHIFT);
    window.pick_with(LEAK, CTRL);
    window.press(ALT, Key::ArrowDown);
    window.press(PLAIN, Key::Space);
    let left_out = |title: &str| window.document().pieces().any(|p| p.title.words() == title && !p.include);
    assert!(left_out(BENCHES) && left_out(TRAIN) && !left_out(LEAK));
    assert!(window.rows().iter().any(|row| row.contains(BENCHES) && row.contains("left out")));
    assert!(window.says("11 pieces"), "the line of state counts what is in the book");
    window.press(PLAIN, Key::Delete);
    assert_eq!(window.titles().len(), 11);
    assert!(window.find_row(BENCHES).is_none());
    for _ in 0..3 {
        window.press(CTRL, Key::Z);
    }
    assert_eq!(*window.edition(), load(&desk.path("edition")));
    assert!(!window.is_dirty(), "all is as it is on the disk");
    assert!(window.find_row(BENCHES).is_some());
    window.press(CTRL | SHIFT, Key::Z);
    assert!(window.is_dirty());
}

#[test]
fn a_new_title_is_seen_in_list_page_and_title_bar() {
    let desk = Desk::with_the_sample();
    let mut window = desk.window();
    window.pick(LEAK);
    window.press(PLAIN, Key::F2);
    window.press(CTRL, Key::A);
    window.type_in("What Water Wants");
    window.press(PLAIN, Key::Enter);
    assert_eq!(window.titles()[1], "What Water Wants");
    assert!(window.find_row("What Water Wants").is_some());
    assert_eq!(window.title_bar(), "• The Kitchen Chair – Pamphleteer");
    window.until_painted();
    assert!(window.page_says("What Water Wants"), "{:?}", window.pages());
    window.press(PLAIN, Key::F2);
    window.type_in("nothing");
    window.press(PLAIN, Key::Escape);
    assert_eq!(window.titles()[1], "What Water Wants", "Escape leaves the title");
}

#[test]
fn pieces_are_sorted_copied_and_parted() {
    let desk = Desk::with_the_sample();
    let mut window = desk.window();
    let parts = |window: &Window| window.edition().parts.len();
    window.say(Command::SortByTitle);
    assert_eq!(window.titles()[..4], [BENCHES, TRAIN, SCHOOL, LEAK]);
    window.pick(TRAIN);
    window.press(CTRL, Key::D);
    assert_eq!(window.titles().len(), 14);
    window.say(Command::NewPart);
    assert_eq!(parts(&window), 4);
    assert!(window.rows().iter().any(|row| row.contains("New part")), "{:?}", window.rows());
    for _ in 0..3 {
        window.press(CTRL, Key::Z);
    }
    assert_eq!(*window.edition(), load(&desk.path("edition")));
}

#[test]
fn arrows_walk_through_the_list() {
    let desk = Desk::with_the_sample();
    let mut window = desk.window();
    window.pick(BENCHES);
    window.press(PLAIN, Key::ArrowDown);
    window.press(PLAIN, Key::ArrowDown);
    assert!(window.row(TRAIN).is_focused());
    window.until_painted();
    assert!(window.page_says("nineteen seconds"));
    window.press(SHIFT, Key::ArrowUp);
    window.press(PLAIN, Key::Space);
    let out: Vec<_> = window.document().pieces().filter(|p| !p.include).map(|p| p.title.words()).collect();
    assert_eq!(out, [LEAK, TRAIN]);
}
