//! Messy texts come in: the sheet shows what each line is, and the editor says it better.

use crate::common::Desk;
use crate::driver::{CTRL, PLAIN, Window, load};
use egui::Key;

/// A pasted page: furniture around a piece whose author is not to be known by any rule.
const MESSY: &str = "Home\nOpinion\nSubscribe\n\nThe Long Bench\n\nqorvath\n\n\
    A bench is the only seat in town that asks nothing of you, and for that reason alone it deserves a column.\n\n\
    People sit on it who would not sit together anywhere else -- and they know it, and they stay.\n\n\
    Remove it, and you have a street. Leave it, and you have a place where a street may stop and think.\n\n\
    Share this article\nMost read\n";

/// The window with the sheet of this text open.
fn sheet(desk: &Desk) -> Window {
    desk.write("in/bench.txt", MESSY);
    let mut window = desk.window();
    window.drop_files(&[desk.path("in/bench.txt")]);
    window.until("the sheet is open", |window| window.says("Look at the texts that came in"));
    window
}

/// Picks the line that ends with these words.
fn pick_line(window: &mut Window, words: &str) {
    let name = window.rows().into_iter().find(|row| row.ends_with(words));
    let name = name.unwrap_or_else(|| panic!("no line “{words}”: {:?}", window.rows()));
    window.click(&name);
}

#[test]
fn a_doubtful_text_is_looked_at_before_it_joins() {
    let desk = Desk::with_edition();
    let mut window = sheet(&desk);
    assert_eq!(window.titles(), ["A View", "Another"], "nothing joins before it was looked at");
    assert!(window.says("No byline was found"));
    assert!(window.nameless().is_empty(), "{:?}", window.nameless());
    pick_line(&mut window, "qorvath");
    window.press(PLAIN, Key::B);
    assert!(!window.says("No byline was found"));
    window.click_button("Add the text");
    window.until("it is a piece", |window| window.titles().len() == 3);
    window.save();
    let saved = load(&desk.path("edition"));
    let piece = saved.pieces().last().unwrap().clone();
    assert_eq!(piece.title.words(), "The Long Bench");
    assert_eq!(saved.byline(&piece), "qorvath");
    assert!(piece.markdown.contains("anywhere else – and they know it"), "{}", piece.markdown);
    assert!(!piece.markdown.contains("Share this"), "{}", piece.markdown);
    assert_eq!(desk.text("edition/originals/bench.txt"), MESSY);
    window.press(CTRL, Key::Z);
    assert_eq!(window.titles().len(), 2, "joining can be undone");
}

#[test]
fn lines_move_by_button_and_corrections_are_taken_back() {
    let desk = Desk::with_edition();
    let mut window = sheet(&desk);
    pick_line(&mut window, "qorvath");
    window.click_button("Byline");
    pick_line(&mut window, "Share this article");
    window.click_last_button("Text");
    assert!(window.says("Dashes (1)"));
    window.click("Dashes");
    window.click_button("Add the text");
    window.until("it is a piece", |window| window.titles().len() == 3);
    let piece = window.edition().pieces().last().unwrap().clone();
    assert!(piece.markdown.contains("else -- and"), "{}", piece.markdown);
    assert!(piece.markdown.trim_end().ends_with("Share this article"), "{}", piece.markdown);
}

#[test]
fn a_text_can_be_left_out_and_all_can_be() {
    let desk = Desk::with_edition();
    let mut window = sheet(&desk);
    window.click_button("Add none");
    window.settle();
    assert!(!window.says("Look at the texts"));
    assert_eq!(window.titles(), ["A View", "Another"]);
    assert!(!window.is_dirty());
    assert!(!desk.path("edition/originals").exists());
}

#[test]
fn a_new_version_is_shown_beside_the_piece() {
    let desk = Desk::with_edition();
    desk.write(
        "in/c.md",
        "---\ntitle: On Coal\nauthor: Cy Dean\n---\nCoal is old.\n\nIt burns.\n\nIt is done.\n",
    );
    let mut window = desk.window();
    window.drop_files(&[desk.path("in/c.md")]);
    window.until("it is a piece", |window| window.titles().len() == 3);
    window.save();
    let edited = desk.text("edition/pieces/c.md").replace("Coal is old.", "Coal is very old.");
    desk.write("edition/pieces/c.md", edited);
    window.seconds_pass(3.0);
    window.until("the change is taken over", |window| {
        window.edition().pieces().last().is_some_and(|piece| piece.markdown.contains("very old"))
    });
    let newer = "---\ntitle: On Coal\nauthor: Cy Dean\n---\nCoal was king.\n\nIt burns.\n\nIt is over.\n";
    desk.write("in/c.md", newer);
    window.drop_files(&[desk.path("in/c.md")]);
    window.until("both are compared", |window| window.says("In the new file"));
    assert!(window.says("changed in both"));
    window.click_button("Add the text");
    window.until("the piece is up to date", |window| window.says("brought up to date"));
    let piece = window.edition().pieces().last().unwrap().clone();
    assert_eq!(piece.markdown.trim(), "Coal is very old.\n\nIt burns.\n\nIt is over.");
    assert_eq!(window.titles().len(), 3);
    window.drop_files(&[desk.path("in/c.md")]);
    window.until("it is known", |window| window.says("has these texts already"));
}
