//! What it costs to type in the window with an edition of some 500 pages open: `cargo bench --bench window`.
//!
//! Two figures: from a keystroke to the new picture of its page, and the time of one frame of the whole window while
//! somebody types. Keystrokes differ, so half of them and 95 of 100 are faster than what is printed.

#![allow(clippy::unwrap_used, reason = "a benchmark that can't run has no figure")]

mod common;

use common::{edited, generated};
use egui::Event as Input;
use egui_kittest::Harness;
use pamphleteer::app::App;
use pamphleteer::app::command::Command;
use pamphleteer::app::stage::{Event, Picture, Set, Stage, View};
use pamphleteer::edition::Edition;
use pamphleteer::edition::folder;
use std::sync::Arc;
use std::time::{Duration, Instant};

const KEYSTROKES: usize = 200;

fn main() {
    let edition = generated(1);
    from_keystroke_to_picture(&edition);
    frames_while_typing(&edition);
}

fn report(what: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)].as_secs_f64() * 1e3;
    println!("{what:<46} half {:7.2} ms   95 % {:7.2} ms   worst {:7.2} ms", at(50), at(95), at(100));
}

/// Threads as in the window: an edition goes to the typesetter, the two pages in view come from the painter.
fn from_keystroke_to_picture(edition: &Edition) {
    let stage = Stage::new(|| ());
    let set = |generation: u64, edition: Edition| -> Arc<Set> {
        stage.set(generation, Arc::new(edition));
        loop {
            if let Event::Set(set) = stage.events.recv().unwrap()
                && set.generation == generation
            {
                return set;
            }
        }
    };
    let before = set(1, edited(edition, "seldom"));
    let after = set(2, edited(edition, "often"));
    println!("{} pages", after.book.sheets.len());
    let sheets = before.book.sheets.iter().zip(&after.book.sheets);
    let page = sheets.into_iter().position(|(before, after)| before != after).unwrap();
    let left = page - usize::from(page.is_multiple_of(2));
    let pictures = vec![Picture::Page(left), Picture::Page(left + 1)];
    stage.show(&View { pictures, dpi: 96.0, ..View::default() });
    let mut generation = 2;
    let painted = |edition: Edition, generation: u64| -> Duration {
        let begun = Instant::now();
        stage.set(generation, Arc::new(edition));
        loop {
            match stage.events.recv().unwrap() {
                Event::Painted(painted) if painted.generation == generation => return begun.elapsed(),
                Event::Failed(why) => panic!("{why}"),
                _ => {}
            }
        }
    };
    let mut times = Vec::new();
    for keystroke in 0..KEYSTROKES {
        generation += 1;
        // What the window does before: the changed piece is read again.
        let begun = Instant::now();
        let edition = edited(edition, if keystroke % 2 == 0 { "seldom" } else { "often" });
        times.push(begun.elapsed() + painted(edition, generation));
    }
    report("from a keystroke to the picture of its page", times);
}

/// The whole window, its text and its pages side by side.
fn frames_while_typing(edition: &Edition) {
    let dir = tempfile::tempdir().unwrap();
    folder::save(edition, dir.path()).unwrap();
    let paths = vec![dir.path().to_path_buf()];
    let mut window = Harness::builder()
        .with_size([1280.0, 800.0])
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(64)
        .allow_missing_glyphs()
        .with_accessibility_check(false)
        .build_eframe(|creation| App::new(&creation.egui_ctx, None, paths));
    until_up_to_date(&mut window);
    let key = |window: &mut Harness<'_, App>, command: Command| {
        let shortcut = command.shortcut().unwrap();
        window.key_press_modifiers(shortcut.modifiers, shortcut.logical_key);
        window.run_steps(4);
    };
    key(&mut window, Command::ShowBoth);
    // The middle of the text pane takes the cursor.
    let middle = egui::pos2(420.0, 400.0);
    window.hover_at(middle);
    window.drag_at(middle);
    window.drop_at(middle);
    window.run_steps(4);
    until_up_to_date(&mut window);
    let step = |window: &mut Harness<'_, App>| {
        let begun = Instant::now();
        window.step();
        begun.elapsed()
    };
    let words_before = markdown(&window);
    let (mut typing, mut after, mut waiting) = (Vec::new(), Vec::new(), Vec::new());
    for keystroke in 0..KEYSTROKES {
        let letter = if keystroke % 6 == 5 { " " } else { "e" };
        window.event(Input::Text(letter.into()));
        typing.push(step(&mut window));
        after.push(step(&mut window));
        // As fast as a quick typist: the pages come in between.
        let pause = Instant::now();
        while pause.elapsed() < Duration::from_millis(80) {
            waiting.push(step(&mut window));
            std::thread::sleep(Duration::from_millis(8));
        }
    }
    assert_eq!(markdown(&window), words_before + KEYSTROKES, "all keystrokes have arrived");
    report("the frame that takes the keystroke", typing);
    report("the frame after it", after);
    report("other frames meanwhile", waiting);
}

/// Letters of all pieces.
fn markdown(window: &Harness<'_, App>) -> usize {
    window.state().document.as_ref().unwrap().pieces().map(|piece| piece.markdown.len()).sum()
}

fn until_up_to_date(window: &mut Harness<'_, App>) {
    let begun = Instant::now();
    while !window.state().is_up_to_date() {
        window.step();
        assert!(begun.elapsed() < Duration::from_secs(60), "the pages do not come");
        std::thread::sleep(Duration::from_millis(5));
    }
}
