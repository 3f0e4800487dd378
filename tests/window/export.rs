//! The export dialog: both files or neither.

use crate::common::Desk;
use crate::driver::{CTRL, PLAIN, Window};
use egui::Key;

fn export(window: &mut Window) {
    window.press(CTRL, Key::E);
    window.click_button("Export");
}

#[test]
fn the_dialog_makes_the_pdf_and_the_e_book() {
    let desk = Desk::with_edition();
    let mut window = desk.window();
    export(&mut window);
    window.until("it is done", |window| window.button("Done").is_some());
    assert!(desk.bytes("edition/out/two-views.pdf").starts_with(b"%PDF"));
    assert!(desk.bytes("edition/out/two-views.epub").starts_with(b"PK"));
    assert!(window.says("two-views.pdf") && window.says("two-views.epub"));
    window.click_button("Done");
    assert!(window.button("Done").is_none());
    assert!(!window.is_dirty());
}

#[test]
fn only_what_is_ticked_is_made_where_the_path_says() {
    let desk = Desk::with_edition();
    let mut window = desk.window();
    window.press(CTRL, Key::E);
    window.click("EPUB, for e-readers");
    window.go_into("PDF, for screens");
    window.press(CTRL, Key::A);
    window.type_in(&desk.path("edition/mine.pdf").display().to_string());
    window.click_button("Export");
    window.until("it is done", |window| window.button("Done").is_some());
    assert!(desk.bytes("edition/mine.pdf").starts_with(b"%PDF"));
    assert!(!desk.path("edition/out").exists());
}

#[test]
fn older_files_stay_when_one_of_them_cannot_be_written() {
    let desk = Desk::with_edition();
    desk.write("edition/out/two-views.pdf", "older");
    std::fs::create_dir(desk.path("edition/out/two-views.epub")).unwrap();
    let mut window = desk.window();
    export(&mut window);
    window.until("the dialog says so", |window| {
        window.says("two-views.epub") && window.button("Close").is_some()
    });
    assert_eq!(desk.bytes("edition/out/two-views.pdf"), b"older");
    assert!(window.button("Done").is_none());
}

#[test]
fn escape_closes_the_dialog_and_exports_nothing() {
    let desk = Desk::with_edition();
    let mut window = desk.window();
    window.press(CTRL, Key::E);
    assert!(window.says("PDF, for screens"));
    window.press(PLAIN, Key::Escape);
    assert!(!window.says("PDF, for screens"));
    assert!(!desk.path("edition/out").exists());
}

#[test]
fn a_cover_and_a_booklet_are_made_beside_the_books() {
    let desk = Desk::with_edition();
    let mut window = desk.window();
    window.press(CTRL, Key::E);
    window.click("Cover of the printed book");
    window.click("Booklet, to fold and staple");
    window.click("PDF, for a printing press");
    window.pick_line("Paper of the booklet", "Letter");
    window.click_button("Export");
    window.until("it is done", |window| window.button("Done").is_some());
    for kind in ["cover", "booklet", "print"] {
        assert!(desk.bytes(&format!("edition/out/two-views-{kind}.pdf")).starts_with(b"%PDF"), "{kind}");
    }
}

#[test]
fn files_that_were_made_are_looked_over() {
    let desk = Desk::with_edition();
    let mut window = desk.window();
    export(&mut window);
    window.until("it is done", |window| window.button("Done").is_some());
    window.settle();
    window.click_button("Look the files over");
    window.until("it is said what was found", |window| window.says("Pamphleteer: nothing found"));
    assert!(window.button("Look the files over").is_none());
}
