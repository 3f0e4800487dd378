//! Whatever takes a click or a key has a name for those who can't see it.

use crate::common::Desk;
use crate::driver::{CTRL, PLAIN, SHIFT, Window};
use egui::Key;
use pamphleteer::app::command::Command;

fn has_names(window: &Window, place: &str) {
    let nameless = window.nameless();
    assert!(nameless.is_empty(), "{place}: {}", nameless.join("\n"));
}

#[test]
fn everything_has_a_name_in_every_view() {
    let desk = Desk::with_the_sample();
    let mut window = desk.window();
    window.app_mut().memory.inspector = true;
    window.app_mut().memory.notices = true;
    window.pick("Benches");
    for command in [Command::ShowPages, Command::ShowText, Command::ShowBoth, Command::ShowEbook] {
        window.run(command);
        window.settle();
        has_names(&window, command.name());
    }
    window.run(Command::ShowPages);
    for name in ["The Kitchen Chair", "People", "Disclaimers", "Design"] {
        window.click(name);
        has_names(&window, name);
    }
    window.say(Command::Thumbnails);
    has_names(&window, "thumbnails");
}

#[test]
fn everything_has_a_name_in_dialogs_and_menus() {
    let desk = Desk::with_the_sample();
    let mut window = desk.window();
    window.press(CTRL, Key::E);
    has_names(&window, "export");
    window.press(PLAIN, Key::Escape);
    window.run(Command::Proofs);
    has_names(&window, "proofs");
    window.press(PLAIN, Key::Escape);
    window.press(CTRL | SHIFT, Key::P);
    has_names(&window, "palette");
    window.press(PLAIN, Key::Escape);
    window.run(Command::Keys);
    has_names(&window, "keys");
    window.press(PLAIN, Key::Escape);
    for menu in ["File", "Edit", "Arrange", "View", "Help"] {
        window.click(menu);
        has_names(&window, menu);
        window.press(PLAIN, Key::Escape);
    }
    window.press(CTRL, Key::F);
    has_names(&window, "find");
    has_names(&Window::of(Vec::new()), "welcome");
}
