//! People: two records that are one person's, a note that differs from the record, who helped with a piece.

use crate::common::Desk;
use crate::driver::{CTRL, Window};
use egui::Key;
use pamphleteer::app::command::Command;
use pamphleteer::edition::people::help::Help;
use pamphleteer::edition::piece::AuthorNote;
use std::path::Path;

fn desk() -> Desk {
    let desk = Desk::with_edition();
    desk.write(
        "edition/contributors.toml",
        "[john-smith]\nname = \"John Smith\"\nshort_note = \"John Smith mends clocks.\"\n\n[j-smith]\nname = \"J. Smith\"\nemail = \"js@example.org\"\n",
    );
    desk.write(
        "edition/edition.toml",
        "title = \"Two Views\"\npieces = [\"pieces/a.md\", \"pieces/b.md\"]\n",
    );
    desk.write(
        "edition/pieces/a.md",
        "---\ntitle: Hands\nauthors: [john-smith]\nauthor_note: John Smith mends watches.\n---\nOne.\n",
    );
    desk.write("edition/pieces/b.md", "---\ntitle: Bells\nauthors: [j-smith]\n---\nTwo.\n");
    desk
}

fn authors(window: &Window, file: &str) -> Vec<String> {
    window.edition().piece(Path::new(file)).unwrap().authors.iter().map(ToString::to_string).collect()
}

#[test]
fn records_of_one_person_are_named_and_become_one_and_two_again() {
    let desk = desk();
    let mut window = desk.window();
    window.click("People");
    assert!(window.says("Two records may be one person’s:"));
    window.click("Keep John Smith");
    assert_eq!(window.edition().contributors.len(), 1);
    assert_eq!(authors(&window, "pieces/b.md"), ["john-smith"]);
    assert_eq!(window.edition().contributors["john-smith"].contacts.email.value, "js@example.org");
    window.press(CTRL, Key::Z);
    assert_eq!(authors(&window, "pieces/b.md"), ["j-smith"]);
    window.run(Command::Redo);
    window.save();
    assert!(!desk.text("edition/contributors.toml").contains("[j-smith]"));
    assert!(desk.text("edition/pieces/b.md").contains("john-smith"));
    assert_eq!(window.nameless(), Vec::<String>::new());
}

#[test]
fn a_note_that_differs_is_shown_beside_the_record_and_settled() {
    let desk = desk();
    let mut window = desk.window();
    window.pick("Hands");
    assert!(window.says("This note is not the one in the record."));
    let note =
        |window: &Window| window.edition().piece(Path::new("pieces/a.md")).unwrap().author_note.clone();
    window.button("Keep both").unwrap().scroll_to_me();
    window.settle();
    window.click_below("Keep both");
    assert!(matches!(note(&window), AuthorNote::Own { kept: true, .. }));
    assert!(!window.says("This note is not the one in the record."));
    window.press(CTRL, Key::Z);
    window.click_below("Put into the record");
    assert_eq!(note(&window), AuthorNote::FromContributors);
    window.save();
    assert!(desk.text("edition/contributors.toml").contains("short_note = \"John Smith mends watches.\""));
    assert!(!desk.text("edition/pieces/a.md").contains("watches"));
}

#[test]
fn a_translator_is_named_on_the_page() {
    let desk = desk();
    let mut window = desk.window();
    window.pick("Bells");
    window.click("Translator, interviewer, editor");
    window.click("Add to translators");
    window.click_last_button("Smith, John");
    let piece = window.edition().piece(Path::new("pieces/b.md")).unwrap().clone();
    assert_eq!(piece.helped(Help::Translation).iter().map(|id| &**id).collect::<Vec<_>>(), ["john-smith"]);
    window.until("the page says so", |window| window.page_says("Translated by John Smith"));
    window.press(CTRL, Key::Z);
    assert!(window.edition().piece(Path::new("pieces/b.md")).unwrap().helpers.is_none());
}
