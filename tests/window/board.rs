//! The board: what each piece lacks, at a glance, and set right there.

use crate::common::Desk;
use crate::driver::{CTRL, PLAIN, Window};
use egui::Key;
use egui_kittest::kittest::NodeT as _;
use pamphleteer::edition::permission::State;
use std::path::Path;

/// Three pieces: one granted, one pending, one that says nothing.
fn desk() -> Desk {
    let desk = Desk::with_edition();
    desk.write(
        "edition/edition.toml",
        "title = \"Two Views\"\npieces = [\"pieces/a.md\", \"pieces/b.md\", \"pieces/c.md\"]\n",
    );
    let text = |title: &str, rest: &str| {
        format!(
            "---\ntitle: {title}\nauthors: [Ann Lee]\nauthor_note: Ann Lee waits.\n{rest}---\nThe bus was late. {title}.\n"
        )
    };
    let granted = "credit: { outlet: The Courier }\npermission: { state: granted, holder: The Courier, date: 2025-01-02, document: permissions/letter.pdf }\n";
    desk.write("edition/pieces/a.md", text("A View", granted));
    desk.write("edition/pieces/b.md", text("Another", "permission: pending # by mail\n"));
    desk.write("edition/pieces/c.md", text("A Third", ""));
    desk.write("edition/permissions/letter.pdf", "%PDF");
    desk
}

/// The rows of the board as a screen reader says them.
fn rows(window: &Window) -> Vec<String> {
    window.rows().into_iter().filter(|name| name.contains("Permission: ")).collect()
}

#[test]
fn the_board_says_in_words_what_each_piece_lacks() {
    let desk = desk();
    let mut window = desk.window();
    window.press(CTRL, Key::Num5);
    assert_eq!(
        rows(&window),
        [
            "A View, Ann Lee. Permission: granted. Complete",
            "Another, Ann Lee. Permission: pending. Not to be printed yet. Missing: an answer",
            "A Third, Ann Lee. Permission: not stated. Not to be printed yet. Missing: permission",
        ]
    );
    assert!(window.says("3 pieces: 1 granted, 1 pending, 1 not stated; 2 lack something"));
    window.click("Only what lacks something");
    assert_eq!(rows(&window).len(), 2);
    assert_eq!(window.nameless(), Vec::<String>::new());
}

#[test]
fn a_row_selects_its_piece_and_its_state_is_set_undone_and_saved() {
    let desk = desk();
    let mut window = desk.window();
    window.press(CTRL, Key::Num5);
    let name = rows(&window)[1].clone();
    window.click(&name);
    // The inspector shows its fields beside the board.
    assert!(window.field("Right holder").is_some());
    window.click("Permission of Another");
    window.click_last_button("Granted");
    let state = |window: &Window| {
        window.edition().piece(Path::new("pieces/b.md")).unwrap().permission.clone().unwrap().state
    };
    assert_eq!(state(&window), Some(State::Granted));
    assert!(rows(&window)[1].contains("Missing: right holder"), "{:?}", rows(&window));
    window.press(CTRL, Key::Z);
    assert_eq!(state(&window), Some(State::Pending));
    window.go_into("Right holder");
    window.type_in("Northern Echo");
    window.save();
    let saved = desk.text("edition/pieces/b.md");
    assert!(
        saved.contains("permission: { state: pending, holder: \"Northern Echo\" } # by mail\n"),
        "{saved}"
    );
}

#[test]
fn arrow_keys_lead_from_row_to_row() {
    let desk = desk();
    let mut window = desk.window();
    window.press(CTRL, Key::Num5);
    let name = rows(&window)[0].clone();
    window.click(&name);
    window.press(PLAIN, Key::ArrowDown);
    window.press(PLAIN, Key::ArrowDown);
    window.press(PLAIN, Key::ArrowUp);
    let title = window.field("Title").and_then(|field| field.accesskit_node().value());
    assert_eq!(title.as_deref(), Some("Another"));
}

#[test]
fn the_export_dialog_names_what_may_not_be_printed_and_holds_back_when_told_to() {
    let desk = desk();
    let mut window = desk.window();
    window.press(CTRL, Key::E);
    assert!(window.says("2 pieces may not be printed yet:"));
    assert!(window.says("Another: the permission is pending"));
    window.click("Write nothing while a permission is not settled");
    window.click_button("Export");
    window.settle();
    assert!(window.button("Done").is_none() && !desk.path("edition/out").exists());
    window.click_button("Show the board");
    assert_eq!(rows(&window).len(), 3);
    window.press(CTRL, Key::E);
    window.click("Write nothing while a permission is not settled");
    window.click_button("Export");
    window.until("it is done", |window| window.button("Done").is_some());
    assert!(desk.bytes("edition/out/two-views.pdf").starts_with(b"%PDF"));
}

/// What an editor does with three texts of which she knows nothing yet: names the author, writes the note, chooses a
/// disclaimer for all, and sets the permissions on the board.
#[test]
fn a_pile_of_pieces_without_notes_becomes_a_clean_board() {
    let desk = Desk::with_edition();
    desk.write("edition/contributors.toml", "");
    desk.write("edition/edition.toml", "title = \"Pile\"\npieces = [\"pieces/a.md\", \"pieces/b.md\"]\n");
    desk.write("edition/pieces/a.md", "---\ntitle: Gates\n---\nThe gate was open.\n");
    desk.write("edition/pieces/b.md", "---\ntitle: Hinges\n---\nThe hinge was not.\n");
    let mut window = desk.window();
    window.press(CTRL, Key::Num5);
    let lacks = |window: &Window| rows(window).join("\n");
    assert_eq!(lacks(&window).matches("Missing: author").count(), 2, "{}", lacks(&window));

    for title in ["Gates", "Hinges"] {
        let row = rows(&window).into_iter().find(|row| row.starts_with(title)).unwrap();
        window.click(&row);
        window.go_into("New person for authors");
        window.type_in("Nell Harrow");
        window.press(PLAIN, Key::Enter);
        window.settle();
        window.click(&format!("Permission of {title}"));
        window.click_last_button("Own");
    }
    assert_eq!(window.edition().contributors.len(), 1, "one person, named twice");
    assert_eq!(lacks(&window).matches("author note").count(), 2, "{}", lacks(&window));

    // The note goes into the record, once for both.
    window.click("Nell Harrow");
    window.go_into("Short note");
    window.type_in("Nell Harrow mends gates.");
    window.settle();
    // A disclaimer of the house for every piece.
    window.click("Disclaimers");
    window.go_into("New disclaimer");
    window.type_in("house");
    window.press(PLAIN, Key::Enter);
    window.settle();
    assert_eq!(lacks(&window).matches("Complete").count(), 2, "{}", lacks(&window));
    window.save();
    let said = desk.run(&["check", "edition", "--board"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(desk.text("edition/contributors.toml").contains("short_note = \"Nell Harrow mends gates.\""));
}
