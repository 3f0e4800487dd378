//! The small things: small capitals, initials, quotation marks, figures, as a reader of the printed page meets them.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

mod common;

use common::Desk;
use pamphleteer::book::sheet::Item;
use pamphleteer::book::{self, Book, cache::Cache};
use pamphleteer::edition::folder;
use pamphleteer::notice::Notices;
use pamphleteer::text::line::{Line, Run};
use pamphleteer::units::{Length, Point, Side};
use std::sync::Arc;

/// An edition of one piece a text, designed like this.
fn desk(language: &str, design: &str, texts: &[&str]) -> Desk {
    let desk = Desk::new();
    let files: Vec<String> = (0..texts.len()).map(|number| format!("\"pieces/{number}.md\"")).collect();
    let toml = format!(
        "title = \"T\"\nlanguage = \"{language}\"\npieces = [{}]\n\n[design]\n{design}\n",
        files.join(", ")
    );
    desk.write("edition/edition.toml", toml);
    for (number, text) in texts.iter().enumerate() {
        desk.write(&format!("edition/pieces/{number}.md"), format!("---\ntitle: T\n---\n{text}\n"));
    }
    desk
}

fn typeset(desk: &Desk) -> (Book, Notices) {
    let mut notices = Notices::new();
    let edition = folder::load(&desk.path("edition"), &mut notices).unwrap();
    let book = book::typeset(&edition, &Cache::single_run(), &mut notices);
    (book, notices)
}

/// The first line whose paragraph begins with these words, and where it stands.
fn line(book: &Book, words: &str) -> (Point, Arc<Line>, Side) {
    let lines = book.sheets.iter().flat_map(|sheet| sheet.items.iter().map(move |item| (sheet.side, item)));
    let mut lines = lines.filter_map(|(side, item)| match item {
        Item::Line { at, line, .. } => Some((*at, line.clone(), side)),
        _ => None,
    });
    lines.find(|(_, line, _)| line.text.starts_with(words)).unwrap_or_else(|| panic!("no {words}"))
}

fn run_with<'l>(line: &'l Line, words: &str) -> &'l Run {
    let at = line.text.find(words).unwrap() as u32;
    line.runs.iter().find(|run| run.range.contains(&at)).unwrap()
}

const CYRILLIC: &str = "Слово [Остановка]{.smallcaps} и [Stop]{.smallcaps} рядом.";

#[test]
fn capitals_stand_for_small_ones_where_a_font_has_none() {
    let (book, notices) = typeset(&desk("ru", "theme = \"classic\"", &[CYRILLIC, CYRILLIC]));
    let (_, line, _) = line(&book, "Слово");
    let (word, capital, small) =
        (run_with(&line, "Слово"), run_with(&line, "О"), run_with(&line, "становка"));
    assert_eq!(capital.size, word.size);
    // As high as an x and a little more, the capital’s glyph, the author’s letters.
    let face = &small.face;
    let height = face.at(face.cap_height, small.size);
    let x_height = face.at(face.x_height, word.size);
    assert!(height > x_height && height < x_height.scale(1.2), "{height:?} {x_height:?}");
    assert_eq!(small.glyphs[0], face.glyph('С').unwrap());
    assert!(small.letter == word.letter && line.text.contains("Остановка"));
    // EB Garamond’s own small capitals of Latin are used.
    assert_eq!(run_with(&line, "top").size, word.size);
    let said: Vec<_> = notices.iter().filter(|notice| notice.what.contains("no small capitals")).collect();
    let text: Vec<_> = said.iter().filter(|notice| notice.what.contains("EBGaramond-Regular")).collect();
    assert_eq!(text.len(), 1, "{said:#?}");
    assert!(text[0].what.contains("Cyrillic") && text[0].hint.contains("Alegreya"));
}

#[test]
fn real_small_capitals_are_used_where_a_font_has_them() {
    let (book, notices) = typeset(&desk("ru", "theme = \"essay\"", &[CYRILLIC]));
    let (_, line, _) = line(&book, "Слово");
    assert_eq!(run_with(&line, "становка").size, run_with(&line, "Слово").size);
    assert!(!notices.iter().any(|notice| notice.what.contains("small capitals")), "{notices:?}");
}

const BENCH: &str = " said the woman at the stop, and nobody on the bench was surprised, for the bus was late again and \
    had been late since the company changed its colours. We had brought bread, and a quarrel older than the timetable.";

/// Where the ink of the initial and of the mark before it begin, from the left edge of the text; their sizes.
fn initial(text: &str, design: &str) -> [(Length, Length); 2] {
    let (book, _) = typeset(&desk("en", design, &[text]));
    let (at, line, side) = line(&book, &text[..text.chars().next().unwrap().len_utf8()]);
    let edge = book.design.text_area(side).x;
    let place = |run: &Run| (at.x + line.start + run.xs[0] - edge, run.size);
    [place(&line.runs[0]), place(&line.runs[1])]
}

#[test]
fn a_quotation_mark_before_an_initial_hangs_beside_it_in_the_size_of_the_text() {
    for theme in ["classic", "essay", "modern"] {
        let design = format!("theme = \"{theme}\"\ndrop_caps = 3");
        for text in ["“Never again,”", "„Nie wieder“,", "« Jamais »,", "»Nein«,", "“*Never* again,”"]
        {
            let [(mark, size), (letter, large)] = initial(&format!("{text}{BENCH}"), &design);
            assert!(large > size * 3, "{theme} {text}: {large:?} {size:?}");
            // An italic letter leans away from its mark, which follows it.
            let before = if text.contains('*') { large.scale(0.3) } else { Length::ZERO };
            assert!(mark < before, "{theme} {text}: {mark:?}");
            // A third of a point is what the bend of the line moves it by.
            assert!(
                letter < Length::pt(0.35) && letter > -Length::pt(0.35),
                "{theme} {text}: the letter stands at {letter:?}"
            );
        }
    }
}

#[test]
fn the_tail_of_an_initial_stays_above_the_next_line() {
    let depth = |letter: &str| {
        let text = format!("{letter}ust so,{BENCH}");
        let (book, _) = typeset(&desk("en", "theme = \"classic\"\ndrop_caps = 3", &[&text]));
        let (_, line, _) = line(&book, &text[..4]);
        let run = &line.runs[0];
        let below = run.face.at(run.face.ink_depth(run.glyphs[0]).unwrap(), run.size);
        below - run.rise - book.design.leading * 2
    };
    assert!(depth("M").0.abs() < 1024, "{:?}", depth("M"));
    assert!(depth("J") < Length::pt(1.0), "{:?}", depth("J"));
}
