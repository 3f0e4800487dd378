//! The rooms of the source tree know only what stands below them, as the crate's documentation draws it.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Each room and what it may use. Every room may use itself.
const MAY_USE: [(&str, &[&str]); 16] = [
    ("units", &[]),
    ("notice", &["units"]),
    ("edition", &["notice", "units"]),
    ("import", &["edition", "notice", "units"]),
    ("fonts", &["edition", "notice", "units"]),
    ("design", &["fonts", "edition", "notice", "units"]),
    ("text", &["fonts", "design", "edition", "notice", "units"]),
    ("page", &["text", "fonts", "design", "edition", "notice", "units"]),
    ("book", &["page", "text", "fonts", "design", "edition", "notice", "units"]),
    ("output", BELOW_OUTPUT),
    ("check", &["import", "book", "page", "text", "fonts", "design", "edition", "notice", "units"]),
    ("measure", BELOW_OUTPUT),
    // It looks at files alone, so that it can't agree with a mistake of those who write them.
    ("verify", &["notice"]),
    ("cli", SHELL),
    ("app", SHELL),
    ("main", &["app", "cli"]),
];

const BELOW_OUTPUT: &[&str] = &["book", "page", "text", "fonts", "design", "edition", "notice", "units"];

const SHELL: &[&str] = &[
    "output", "check", "measure", "verify", "import", "book", "page", "text", "fonts", "design", "edition",
    "notice", "units",
];

#[test]
fn every_room_uses_only_rooms_below_it() {
    let files = sources(Path::new("src"));
    assert!(files.len() > 50, "the source tree was not found");
    let mut wrong = Vec::new();
    for file in &files {
        let room = room_of(file);
        if room == "lib" {
            continue;
        }
        let allowed = MAY_USE.iter().find(|(name, _)| *name == room).map(|(_, allowed)| *allowed);
        let allowed = allowed.unwrap_or_else(|| panic!("{} is in no known room", file.display()));
        let text = std::fs::read_to_string(file).unwrap();
        for used in rooms_used(&text) {
            let known = MAY_USE.iter().any(|(name, _)| *name == used);
            if known && used != room && !allowed.contains(&used.as_str()) {
                wrong.push(format!("{} ({room}) uses {used}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_breach_would_be_seen() {
    let text = "use crate::book::Book;\nuse crate::{edition::Edition, page::{self, sheet}};\nfn a(_: crate::text::Line) {}";
    let used: Vec<String> = rooms_used(text).into_iter().collect();
    assert_eq!(used, ["book", "edition", "page", "text"]);
}

#[test]
fn only_one_file_speaks_to_each_foreign_format() {
    // The shaper, the PDF writer and the EPUB container could be swapped: each has one door. `lopdf` has two: one room
    // writes files with it, the other reads what anybody wrote.
    for (package, door) in [
        ("harfrust", "src/text/shape.rs"),
        ("pulldown_cmark", "src/edition/markdown"),
        ("printpdf", "src/output/pdf"),
        ("lopdf", "src/output/pdf"),
        ("epub_builder", "src/output/epub/package.rs"),
        ("egui", "src/app"),
        ("eframe", "src/app"),
        ("rfd", "src/app/dialogs.rs"),
    ] {
        for file in sources(Path::new("src")) {
            let text = std::fs::read_to_string(&file).unwrap();
            let is_reader = package == "lopdf" && file.starts_with("src/verify/pdf.rs");
            let speaks = text.lines().any(|line| {
                let code = line.split("//").next().unwrap_or("");
                code.contains(&format!("{package}::"))
            });
            assert!(
                !speaks || is_reader || file.to_string_lossy().starts_with(door),
                "{} uses {package}, whose door is {door}",
                file.display()
            );
        }
    }
}

#[test]
fn no_file_is_a_drawer_for_odds_and_ends() {
    for file in sources(Path::new("src")) {
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(
            !["mod", "utils", "util", "helpers", "misc", "common"].contains(&&*name),
            "{}",
            file.display()
        );
    }
}

fn sources(dir: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The room of a file: the first folder or file below `src`.
fn room_of(file: &Path) -> String {
    let first = file.components().nth(1).unwrap().as_os_str().to_string_lossy().into_owned();
    first.trim_end_matches(".rs").to_string()
}

/// The rooms that a source text names after `crate::`, in braces too.
fn rooms_used(text: &str) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for (at, _) in text.match_indices("crate::") {
        let rest = &text[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(list) => used.extend(first_names(list)),
            None => used.extend(name(rest)),
        }
    }
    used
}

/// The first names of a list in braces, up to the brace that closes it.
fn first_names(list: &str) -> Vec<String> {
    let mut names = Vec::new();
    let (mut depth, mut start) = (0, true);
    for (at, sign) in list.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => start = true,
            _ if start && !sign.is_whitespace() => {
                names.extend(name(&list[at..]));
                start = false;
            }
            _ => {}
        }
    }
    names
}

fn name(text: &str) -> Option<String> {
    let name: String = text.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
    (!name.is_empty()).then_some(name)
}
