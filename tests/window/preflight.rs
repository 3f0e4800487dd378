//! Preflight: what a notice leads to, and the buttons that mend.

use crate::common::Desk;
use crate::driver::{CTRL, Window};
use egui::Key;
use std::path::Path;

fn desk() -> Desk {
    let desk = Desk::with_edition();
    desk.write(
        "edition/contributors.toml",
        "[john-smith]\nname = \"John Smith\"\nshort_note = \"John Smith mends clocks. He tweets @smith.\"\n\n[j-smith]\nname = \"J. Smith\"\n",
    );
    desk.write(
        "edition/edition.toml",
        "title = \"Two Views\"\npieces = [\"pieces/a.md\", \"pieces/b.md\"]\n",
    );
    desk.write("edition/pieces/a.md", "---\ntitle: Hands\nauthors: [john-smith]\n---\nOne... and two.\n");
    desk.write("edition/pieces/b.md", "---\ntitle: Bells\nauthors: [j-smith]\n---\nOne... and two.\n");
    desk
}

/// The window with its list of notices open and up to date.
fn window(desk: &Desk) -> Window {
    let mut window = desk.window();
    window.app_mut().memory.notices = true;
    window.until_painted();
    window
}

fn mend(window: &mut Window, button: &str) {
    let name =
        window.buttons_called(button).into_iter().next().unwrap_or_else(|| panic!("no button “{button}…”"));
    window.click_below(&name);
    window.until_painted();
}

#[test]
fn a_notice_has_a_button_that_mends_it_and_the_step_is_undone() {
    let desk = desk();
    let mut window = window(&desk);
    let markdown =
        |window: &Window, file: &str| window.edition().piece(Path::new(file)).unwrap().markdown.clone();

    mend(&mut window, "Mend: three points stand for an ellipsis");
    assert_eq!(&*markdown(&window, "pieces/a.md"), "One… and two.\n");
    window.press(CTRL, Key::Z);
    assert_eq!(&*markdown(&window, "pieces/a.md"), "One... and two.\n");
    window.until_painted();

    mend(&mut window, "Leave out: “Bells” is in the book twice");
    assert!(!window.edition().piece(Path::new("pieces/b.md")).unwrap().include);
    window.press(CTRL, Key::Z);
    window.until_painted();

    mend(&mut window, "Take out: the handle @smith");
    let record = &window.edition().contributors["john-smith"];
    assert_eq!((record.short_note.blocks.len(), &*record.contacts.handle.value), (1, "@smith"));
    assert!(window.buttons_called("Take out: ").is_empty());

    mend(&mut window, "Make one record: ");
    assert_eq!(window.edition().contributors.len(), 1);
    assert!(window.edition().contributors.contains_key("john-smith"), "the fuller name stays");
    assert_eq!(window.nameless(), Vec::<String>::new());
}

#[test]
fn a_notice_about_two_records_leads_to_the_people() {
    let desk = desk();
    let mut window = window(&desk);
    let names = window.buttons_called("Remark contributors.toml ");
    window.click_below(names.iter().find(|name| name.contains("one person")).unwrap());
    assert!(window.says("Two records may be one person’s:"));
}
