//! Files come in and go out: dropped texts, saved pieces, what other programs write.

use crate::common::Desk;
use crate::driver::{CTRL, PLAIN, Window, load};
use egui::Key;
use pamphleteer::app::command::Command;
use pamphleteer::edition::Edition;

#[test]
fn dropped_texts_become_pieces_and_their_files_are_kept() {
    let desk = Desk::with_edition();
    desk.write("in/on-bridges.md", "---\ntitle: On Bridges\nauthor: Cy Dean\n---\nMend them.\n");
    desk.write("in/on-tolls.txt", "On Tolls\nby Di Fox\n\nAbolish them.\n");
    let mut window = desk.window();
    let files = [desk.path("in/on-bridges.md"), desk.path("in/on-tolls.txt")];
    window.hold_files(&files);
    window.take_files_away();
    window.drop_files(&files);
    window.until("both are pieces", |window| window.titles().len() == 4);
    assert!(window.titles().contains(&"On Bridges".to_string()), "{:?}", window.titles());
    window.until_painted();
    assert!(window.says("2 pieces were added"));
    window.save();
    let saved = load(&desk.path("edition"));
    let words = |edition: &Edition| {
        let pieces = edition.parts.iter().flat_map(|part| &part.pieces);
        pieces
            .map(|piece| (piece.title.words(), piece.authors.clone(), piece.markdown.clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(words(&saved), words(window.edition()));
    assert_eq!(saved.contributors, window.edition().contributors);
    assert_eq!(desk.text("edition/originals/on-tolls.txt"), "On Tolls\nby Di Fox\n\nAbolish them.\n");
    assert!(desk.path("in/on-bridges.md").exists(), "what was dropped stays where it was");
    window.press(CTRL, Key::Z);
    assert_eq!(window.titles(), ["A View", "Another"]);
}

#[test]
fn what_holds_no_text_changes_nothing_and_is_said() {
    let desk = Desk::with_edition();
    desk.write("in/program.exe", [0_u8, 159, 146, 150]);
    desk.write("in/noise.md", [0_u8, 0, 255, 254, 0, 1, 2, 0, 0, 3]);
    std::fs::create_dir(desk.path("in/empty")).unwrap();
    let mut window = desk.window();
    for (name, words) in [
        ("program.exe", "Nothing here can be read"),
        ("empty", "No text was found"),
        ("noise.md", "noise.md"),
        ("gone.md", "gone.md"),
    ] {
        window.drop_files(&[desk.path("in").join(name)]);
        window.until(&format!("something is said about {name}"), |window| window.says(words));
        assert_eq!(window.titles(), ["A View", "Another"], "{name}");
        assert!(!window.is_dirty(), "{name}");
        while window.button("Close").is_some() {
            window.click_button("Close");
        }
    }
}

#[test]
fn a_dropped_edition_is_opened() {
    let desk = Desk::with_edition();
    desk.write("other/edition.toml", "title = \"Other\"\npieces = [\"pieces/o.md\"]\n");
    desk.write("other/pieces/o.md", "---\ntitle: Only\n---\nAlone.\n");
    let mut window = desk.window();
    window.drop_files(&[desk.path("other")]);
    window.until("it is open", |window| window.document().title() == "Other");
    assert_eq!(window.titles(), ["Only"]);
}

#[test]
fn pasted_text_becomes_a_piece_when_nobody_types() {
    let desk = Desk::with_edition();
    let mut window = desk.window();
    window.paste("A Pasted View\n\nIt came from a letter.");
    // Who wrote it does not stand in it.
    window.until("it is looked at", |window| window.says("No byline was found"));
    window.click_button("Add the text");
    window.until("it is a piece", |window| window.titles().len() == 3);
    assert_eq!(desk.text("edition/originals/pasted.txt"), "A Pasted View\n\nIt came from a letter.");
    window.until_painted();
    assert!(window.titles().contains(&"A Pasted View".to_string()), "{:?}", window.titles());
}

#[test]
fn save_writes_what_the_window_says_and_keeps_unknown_keys() {
    let desk = Desk::with_edition();
    let text = "---\ntitle: A View\nmood: grim # ours\nauthors: [Ann Lee]\n---\nAll is well.\n";
    desk.write("edition/pieces/a.md", text);
    let mut window = desk.window();
    window.pick("A View");
    window.run(Command::ShowText);
    window.go_into("Text of the piece");
    window.press(CTRL, Key::Home);
    window.type_in("Hear, hear. ");
    window.save();
    let saved = desk.text("edition/pieces/a.md");
    assert!(saved.contains("mood: grim # ours"), "{saved}");
    assert!(saved.contains("Hear, hear. All is well."), "{saved}");
    assert!(window.says("All saved"));
    assert!(!window.title_bar().starts_with('•'), "{}", window.title_bar());
    assert_eq!(load(&desk.path("edition")), *window.edition());
}

#[test]
fn a_deleted_piece_lies_in_the_trash_after_save_and_comes_back() {
    let desk = Desk::with_edition();
    let before = desk.text("edition/pieces/b.md");
    let mut window = desk.window();
    window.pick("Another");
    window.press(PLAIN, Key::Delete);
    assert!(desk.path("edition/pieces/b.md").exists(), "the file waits for Save");
    window.save();
    assert!(!desk.path("edition/pieces/b.md").exists());
    assert_eq!(desk.text("edition/originals/trash/b.md"), before);
    window.press(CTRL, Key::Z);
    assert_eq!(window.titles(), ["A View", "Another"]);
    window.save();
    assert_eq!(load(&desk.path("edition")), *window.edition());
    assert!(desk.text("edition/pieces/b.md").contains("All is lost."));
}

#[test]
fn what_another_program_wrote_is_taken_over_where_nobody_wrote_here() {
    let desk = Desk::with_edition();
    let mut window = desk.window();
    let text = "---\ntitle: A View\nauthors: [Ann Lee]\n---\nAll is changed.\n";
    desk.write("edition/pieces/a.md", text);
    window.seconds_pass(2.5);
    window.until("it is taken over", |window| {
        window.document().pieces().any(|piece| piece.markdown.contains("changed"))
    });
    assert!(!window.is_dirty(), "nothing of ours is unsaved");
    window.pick("A View");
    window.until_painted();
    assert!(window.page_says("All is changed."), "{:?}", window.pages());
}

/// A piece that both the editor and another program changed, and the question that is asked.
fn with_two_versions(desk: &Desk) -> Window {
    let mut window = desk.window();
    window.pick("A View");
    window.run(Command::ShowText);
    window.go_into("Text of the piece");
    window.press(CTRL, Key::Home);
    window.type_in("Mine. ");
    desk.write("edition/pieces/a.md", "---\ntitle: A View\nauthors: [Ann Lee]\n---\nTheirs.\n");
    desk.write("edition/pieces/b.md", "---\ntitle: Another\nauthors: [Bo Dean]\n---\nAll is found.\n");
    window.seconds_pass(2.5);
    window.until("the question is asked", |window| window.says("changed by another program"));
    assert!(window.document().pieces().any(|piece| piece.markdown.contains("found")), "b.md is taken over");
    window
}

#[test]
fn where_both_wrote_the_editor_chooses_and_may_keep_her_own() {
    let desk = Desk::with_edition();
    let mut window = with_two_versions(&desk);
    window.press(PLAIN, Key::Escape);
    assert!(window.says("changed by another program"), "Escape decides nothing");
    window.click_button("Take over");
    assert!(window.document().pieces().any(|piece| piece.markdown.starts_with("Mine. All is well.")));
    window.save();
    assert!(desk.text("edition/pieces/a.md").contains("Mine. All is well."));
    assert!(desk.text("edition/pieces/b.md").contains("All is found."));
}

#[test]
fn where_both_wrote_the_editor_chooses_and_may_take_theirs() {
    let desk = Desk::with_edition();
    let mut window = with_two_versions(&desk);
    window.click("The file’s");
    window.click_button("Take over");
    assert!(window.document().pieces().any(|piece| piece.markdown.starts_with("Theirs.")));
    window.press(CTRL, Key::Z);
    assert!(window.document().pieces().any(|piece| piece.markdown.starts_with("Mine.")), "it can be undone");
}

#[test]
fn a_vanished_folder_is_said_and_written_again() {
    let desk = Desk::with_the_sample();
    let mut window = desk.window();
    std::fs::remove_dir_all(desk.path("edition")).unwrap();
    window.seconds_pass(2.5);
    window.until("it is said", |window| window.says("folder is gone"));
    assert!(window.is_dirty());
    window.save();
    let saved = load(&desk.path("edition"));
    assert_eq!(saved, *window.edition());
    assert_eq!(saved.pictures.len(), 1, "pictures are written too");
}

#[test]
fn a_folder_of_texts_becomes_an_edition_where_the_editor_says() {
    let desk = Desk::new();
    desk.write("in/one.md", "---\ntitle: On Bridges\nauthor: Cy Dean\n---\nMend them.\n");
    desk.write("in/two.txt", "On Tolls\nby Di Fox\n\nAbolish them.\n");
    let mut window = Window::of(Vec::new());
    window.app_mut().memory.types_paths = true;
    window.drop_files(&[desk.path("in")]);
    window.until("a path is asked for", |window| window.field("Path").is_some());
    window.press(CTRL, Key::A);
    window.type_in(&desk.path("made").display().to_string());
    window.press(PLAIN, Key::Enter);
    window.until("the edition is there with its texts", |window| {
        window.app().document.is_some() && window.titles().len() == 2 && !window.is_dirty()
    });
    assert_eq!(window.titles(), ["On Bridges", "On Tolls"]);
    assert!(desk.path("made/edition.toml").exists());
    assert!(desk.path("made/originals/one.md").exists());
    assert_eq!(window.app().memory.recent.len(), 1);
}

#[test]
fn a_new_edition_is_not_made_among_other_files() {
    let desk = Desk::new();
    desk.write("full/letter.txt", "Dear editor");
    let mut window = Window::of(Vec::new());
    window.app_mut().memory.types_paths = true;
    window.run(Command::New);
    window.until("a path is asked for", |window| window.field("Path").is_some());
    window.press(CTRL, Key::A);
    window.type_in(&desk.path("full").display().to_string());
    window.click_last_button("OK");
    window.until("it is said why not", |window| window.says("the folder is not empty"));
    assert!(window.app().document.is_none());
    assert!(!desk.path("full/edition.toml").exists());
}

#[test]
fn the_last_of_many_new_pieces_is_in_view_in_the_list_and_on_the_page() {
    let desk = Desk::with_the_sample();
    for number in 1..=60 {
        let text = format!("---\ntitle: Piece {number}\nauthor: Ann Lee\n---\nSome words.\n");
        desk.write(&format!("in/{number}.md"), text);
    }
    let mut window = desk.window();
    window.drop_files(&[desk.path("in")]);
    window.until("all are pieces", |window| window.titles().len() == 73);
    window.until_painted();
    assert!(window.rows().iter().any(|row| row.starts_with("Piece 60")), "{:?}", window.rows());
    assert!(window.page_says("Piece 60"), "page {} is in view", window.app().page_in_view());
}
