//! The window shows the edition: its pieces in the list, its pages as they will be printed.

use crate::common::Desk;
use crate::driver::{CTRL, PLAIN, SHIFT, Window};
use crate::screen::ink;
use egui::Key;
use pamphleteer::app::command::Command;
use pamphleteer::app::memory::Centre;

#[test]
fn an_opened_edition_shows_its_pieces_and_its_pages() {
    let desk = Desk::with_the_sample();
    let mut window = desk.window();
    let rows = window.rows().join("\n");
    for words in ["Streets and Pipes", "Benches, by Orla Penhallow", "Остановка «Хлебозавод»"]
    {
        assert!(rows.contains(words), "{words} in {rows}");
    }
    assert!(window.says("13 pieces"), "the line of state counts pieces");
    assert!(window.says("All saved"));
    // The title page is a picture with letters on it, not a white area.
    window.pick("Benches");
    window.until_painted();
    let pages = window.pages();
    assert!(!pages.is_empty());
    let picture = window.picture();
    for (area, words) in pages.iter().filter(|(_, words)| words.len() > 1_000) {
        let ink = ink(&picture, area.shrink(4.0));
        assert!((0.003..0.3).contains(&ink), "{ink} of the page “{}…” is dark", &words[..40]);
    }
}

#[test]
fn a_picked_piece_brings_its_page_into_view() {
    let desk = Desk::with_the_sample();
    let mut window = desk.window();
    for (title, words) in [
        ("The Last Train Should Wait", "nineteen seconds"),
        ("Hedges Are Infrastructure", "a road bridge"),
        ("Benches", "eleven benches"),
    ] {
        window.pick(title);
        window.until_painted();
        assert!(window.page_says(words), "“{title}” is not in view: {:?}", window.pages());
    }
}

#[test]
fn a_click_on_a_page_goes_to_its_text() {
    let desk = Desk::with_the_sample();
    let mut window = desk.window();
    window.pick("Benches");
    window.until_painted();
    let (area, _) = window.pages().into_iter().find(|(_, words)| words.contains("eleven benches")).unwrap();
    window.click_at(area.lerp_inside(egui::vec2(0.5, 0.8)));
    assert_eq!(window.app().memory.centre, Centre::Both);
    let field = window.field("Text of the piece").unwrap();
    assert!(field.value().unwrap().starts_with("Last spring my town"));
}

#[test]
fn pages_are_turned_and_found_by_their_printed_number() {
    let desk = Desk::with_the_sample();
    let mut window = desk.window();
    window.go_to_page("7");
    assert!(window.pages().iter().any(|(_, page)| page.starts_with("Page 7:")), "{:?}", window.pages());
    let before = window.app().page_in_view();
    window.run(Command::NextPage);
    assert_eq!(window.app().page_in_view(), before + 2, "a spread further");
    window.run(Command::PreviousPage);
    assert_eq!(window.app().page_in_view(), before);
    window.go_to_page("v");
    assert!(window.pages().iter().any(|(_, page)| page.starts_with("Page v:")), "{:?}", window.pages());
}

#[test]
fn the_palette_runs_what_is_typed() {
    let desk = Desk::with_the_sample();
    let mut window = desk.window();
    window.press(CTRL | SHIFT, Key::P);
    window.type_in("side by side");
    assert!(window.says("Text and pages"));
    window.press(PLAIN, Key::Enter);
    assert!(window.field("Text of the piece").is_some(), "text and pages are shown");
    window.say(Command::Dark);
    assert!(window.is_dark());
    window.say(Command::Light);
    assert!(!window.is_dark());
    window.run(Command::Palette);
    window.press(PLAIN, Key::Escape);
    assert!(!window.says("Type what you want to do"));
}

#[test]
fn hundreds_of_pieces_are_at_hand() {
    let desk = Desk::new();
    let mut pieces = String::new();
    for number in 1..=300 {
        pieces += &format!("  \"pieces/{number:03}.md\",\n");
        let text = format!("---\ntitle: Opinion {number}\nauthors: [Ann Lee]\n---\nSaid {number} times.\n");
        desk.write(&format!("edition/pieces/{number:03}.md"), text);
    }
    desk.write("edition/edition.toml", format!("title = \"Many\"\npieces = [\n{pieces}]\n"));
    let mut window = desk.window();
    assert!(window.rows().len() < 60, "only rows in view are drawn");
    let begun = std::time::Instant::now();
    (0..50).for_each(|_| window.step());
    let frame = begun.elapsed() / 50;
    assert!(frame.as_millis() < 100, "a frame took {frame:?}");
    window.pick("Opinion 1");
    window.press(PLAIN, Key::End);
    window.until_painted();
    assert!(window.find_row("Opinion 300").is_some(), "{:?}", window.rows());
    assert!(window.page_says("Said 300 times"), "{:?}", window.pages());
    window.go_into("Filter by title or author");
    window.type_in("opinion 123");
    assert_eq!(window.rows().len(), 1, "{:?}", window.rows());
    window.pick("Opinion 123");
    window.until_painted();
    assert!(window.page_says("Said 123 times"), "{:?}", window.pages());
}

#[test]
fn a_window_without_an_edition_says_what_to_begin_with() {
    let window = Window::of(Vec::new());
    for words in ["New edition…", "Open edition…", "Open the sample", "No edition is open"] {
        assert!(window.says(words), "{words}");
    }
}

#[test]
fn a_path_without_an_edition_is_complained_about_in_plain_words() {
    let desk = Desk::new();
    desk.write("edition/edition.toml", "title = \n");
    let mut window = Window::of(vec![desk.path("edition")]);
    window.until("the fault is named", |window| window.says("edition.toml"));
    assert!(window.app().document.is_none());
    let mut window = Window::of(vec![desk.path("nowhere")]);
    window.until("the fault is named", |window| window.says("does not exist"));
}

#[test]
fn a_window_that_was_left_with_a_text_opens_with_one_and_its_page() {
    let desk = Desk::with_the_sample();
    let mut window = Window::of(Vec::new());
    window.app_mut().memory.centre = Centre::Both;
    window.drop_files(&[desk.path("edition")]);
    window.until("the edition is open", |window| window.app().document.is_some());
    window.until("the page of the first piece is in view", |window| {
        let first = window.document().pieces().next().map(|piece| piece.file.clone());
        let page = first.and_then(|file| window.document().page_of(&file, 0));
        page == Some(window.app().page_in_view())
    });
    assert!(window.field("Text of the piece").is_some());
}
