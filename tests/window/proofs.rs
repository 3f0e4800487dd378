//! The dialog of the proofs, and sign-offs in the inspector and the list.

use crate::common::Desk;
use crate::driver::{CTRL, PLAIN, Window};
use egui::Key;
use pamphleteer::app::command::Command;
use pamphleteer::edition::sign_off::Standing;
use std::path::Path;

fn standing(window: &Window) -> Standing {
    let edition = window.edition();
    edition.standing(edition.piece(Path::new("pieces/a.md")).unwrap())
}

#[test]
fn the_dialog_writes_a_proof_for_each_piece() {
    let desk = Desk::with_edition();
    let mut window = desk.window();
    window.run(Command::Proofs);
    assert!(window.says("2 files are written"));
    window.go_into("Date of the proofs");
    window.type_in("2026-03-01");
    window.click_button("Write proofs");
    window.until("it is done", |window| window.button("Done").is_some());
    assert!(desk.bytes("edition/out/proofs/ann-lee-a-view.pdf").starts_with(b"%PDF"));
    assert!(window.says("bo-dean-another.pdf"));
    // The dialog finds its new height first.
    window.settle();
    window.click_button("Done");
    assert!(!window.is_dirty());
    window.run(Command::Proofs);
    assert!(window.says("2 replace older proofs"));
    window.press(PLAIN, Key::Escape);
    assert!(!window.says("older proofs"));
}

#[test]
fn the_proofs_of_one_author_go_where_the_path_says() {
    let desk = Desk::with_edition();
    let mut window = desk.window();
    window.say(Command::Proofs);
    window.click("Proofs of");
    window.click("Bo Dean");
    window.go_into("Folder");
    window.press(CTRL, Key::A);
    window.type_in(&desk.path("mine").display().to_string());
    assert!(window.says("One file is written"));
    window.click_button("Write proofs");
    window.until("it is done", |window| window.button("Done").is_some());
    assert!(desk.path("mine/bo-dean-another.pdf").exists());
    assert!(!desk.path("mine/ann-lee-a-view.pdf").exists());
}

#[test]
fn what_cannot_be_written_is_said_in_the_dialog() {
    let desk = Desk::with_edition();
    desk.write("edition/out/proofs/bo-dean-another.pdf/inside", "older");
    let mut window = desk.window();
    window.run(Command::Proofs);
    window.click_button("Write proofs");
    window.until("the dialog says so", |window| {
        window.says("bo-dean-another.pdf") && window.button("Close").is_some()
    });
    assert!(!desk.path("edition/out/proofs/ann-lee-a-view.pdf").exists());
}

#[test]
fn a_piece_is_signed_goes_stale_and_is_taken_back_in_the_inspector() {
    let desk = Desk::with_edition();
    let mut window = desk.window();
    window.pick("A View");
    assert!(window.says("Not signed"));
    window.go_into("Signed on");
    window.type_in("2026-03-02");
    window.click_below("Sign off");
    assert_eq!(standing(&window), Standing::Signed);
    window.until_painted();
    assert!(window.says("Signed by Ann Lee on 2026-03-02"));
    assert!(window.find("A View, by Ann Lee, signed").is_some(), "the list says it too");
    window.save();
    assert!(desk.text("edition/pieces/a.md").contains("signed: { by: \"Ann Lee\", date: 2026-03-02, text: "));

    window.go_into("Title");
    window.type_in("!");
    window.until_painted();
    assert_eq!(standing(&window), Standing::Stale);
    assert!(window.says("the text has changed since it was signed"));
    assert!(window.find_row("A View!").is_some() || window.says("changed since it was signed"));
    window.click_below("Take back");
    assert_eq!(standing(&window), Standing::Open);
    window.run(Command::Undo);
    assert_eq!(standing(&window), Standing::Stale, "taking back can be undone");
}
