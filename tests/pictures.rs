//! Small pictures of pages that words can't describe: openers with their initials, Nastaliq, tables and notes.
//!
//! `UPDATE=1 cargo test` paints them anew; look at them before you keep them.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

mod common;

use common::{Desk, typeset};
use pamphleteer::book::Book;
use pamphleteer::edition::Edition;
use pamphleteer::output::png::{self, Colours, Pixels};
use std::path::Path;

/// Dots an inch: enough for a line to be seen a point too low.
const DPI: f64 = 44.0;

fn text() -> String {
    let mut text = "“Nobody asked us,” said the ferryman, “and nobody will.” He had kept the boat for nineteen years, and the \
        bridge for none.[^1] What he kept now was a bench, from which both could be seen.\n\n"
        .to_string();
    text.push_str(
        &"The council met on a Monday and found that the bench was not on the map. It asked for a map on which it was, \
          and the office that draws maps asked for a bench.[^2]\n\n"
            .repeat(2),
    );
    text.push_str(
        "::: pullquote\nThe bench was not on the map.\n:::\n\n| Crossing | Years | Fare |\n|---|--:|--:|\n",
    );
    (1..=34)
        .for_each(|row| text.push_str(&format!("| Boat {row} | {} | {}d |\n", 18 + row * 5, row % 7 + 1)));
    text.push_str("\nThat was the list.[^3]\n\n[^1]: It was opened in March.\n[^2]: By letter.\n[^3]: It is kept in a tin.\n");
    text
}

fn set(desk: &Desk, theme: &str) -> (Edition, Book) {
    desk.write(
        "edition/edition.toml",
        format!("title = \"Stops\"\nlanguage = \"en\"\npieces = [\"pieces/a.md\"]\n\n[design]\ntheme = \"{theme}\"\ndrop_caps = 3\n"),
    );
    let head = "---\ntitle: The Bench by the Water\nsubtitle: What a crossing costs\nauthors: [Ann Lee]\ndate: 2025-03-01\n---\n";
    desk.write("edition/pieces/a.md", format!("{head}{}", text()));
    let (edition, book, _) = typeset(&desk.path("edition"));
    (edition, book)
}

/// The page of the first piece, from 0.
fn painted(edition: &Edition, book: &Book, page: usize) -> Pixels {
    let piece = book.chapters.iter().find(|chapter| chapter.file.starts_with("pieces")).unwrap();
    png::render(book, edition, &book.sheets[piece.first + page], DPI, Colours::BLACK_ON_WHITE)
}

/// Grey values of a PNG file of three bytes a pixel.
fn kept(path: &Path) -> Option<Vec<u8>> {
    let decoder = ::png::Decoder::new(std::io::Cursor::new(std::fs::read(path).ok()?));
    let mut reader = decoder.read_info().ok()?;
    let mut bytes = vec![0; reader.output_buffer_size()?];
    reader.next_frame(&mut bytes).ok()?;
    Some(bytes)
}

#[test]
fn pages_look_as_they_did() {
    let desk = Desk::new();
    let mut pictures = Vec::new();
    for theme in ["classic", "essay", "modern"] {
        let (edition, book) = set(&desk, theme);
        pictures.push((format!("{theme}-opener"), painted(&edition, &book, 0)));
        if theme == "classic" {
            pictures.push(("classic-table".into(), painted(&edition, &book, 1)));
        }
    }
    let (edition, book, _) = typeset("tests/editions/urdu".as_ref());
    pictures.push(("urdu-opener".into(), painted(&edition, &book, 0)));
    let mut changed = Vec::new();
    for (name, pixels) in pictures {
        let path = Path::new("tests/proofs").join(format!("{name}.png"));
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, png::write(&pixels).unwrap()).unwrap();
            continue;
        }
        let kept = kept(&path).unwrap_or_default();
        // Rounding may differ from one processor to the next, by little and in few places.
        let far = pixels.rgb.iter().zip(&kept).filter(|(one, other)| one.abs_diff(**other) > 40).count();
        if kept.len() != pixels.rgb.len() || far * 2_000 > kept.len() {
            changed.push(format!("{name} ({far} values)"));
        }
    }
    assert!(changed.is_empty(), "pages look different: {changed:?}");
}
