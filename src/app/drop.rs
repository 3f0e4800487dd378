//! Files and folders over the window: what dropping them would do, and doing it.

use super::act::{Act, Acts};
use super::document::Document;
use super::words::drop as words;
use egui::{Align2, Color32, FontId, LayerId, Order};
use std::path::{Path, PathBuf};

/// What dropping these would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Open the edition in this folder.
    Open(PathBuf),
    /// Add these texts to the open edition.
    Add(Vec<PathBuf>),
    /// Make a new edition of these texts.
    Create(Vec<PathBuf>),
    /// Nothing: there is no text among them.
    Nothing,
}

/// What dropping these would do. Looks at names and folders only, never into files.
pub(super) fn meaning(paths: &[PathBuf], is_open: bool) -> Meaning {
    let edition = paths.iter().find_map(|path| match path.file_name() {
        Some(name) if name == "edition.toml" => path.parent().map(Path::to_path_buf),
        _ => path.join("edition.toml").exists().then(|| path.clone()),
    });
    if let Some(dir) = edition {
        return Meaning::Open(dir);
    }
    let texts: Vec<PathBuf> =
        paths.iter().filter(|path| path.is_dir() || crate::import::is_read(path)).cloned().collect();
    match (texts.is_empty(), is_open) {
        (true, _) => Meaning::Nothing,
        (false, true) => Meaning::Add(texts),
        (false, false) => Meaning::Create(texts),
    }
}

/// Whether a file is a picture that can be put into a text.
pub(super) fn is_picture(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| matches!(ending.as_str(), "png" | "jpg" | "jpeg"))
}

/// While files hover over the window, says what dropping them would do.
pub(super) fn overlay(ctx: &egui::Context, document: Option<&Document>) {
    let hovered = ctx.input(|input| input.raw.hovered_files.clone());
    if hovered.is_empty() {
        return;
    }
    let paths: Vec<PathBuf> = hovered.iter().filter_map(|file| file.path.clone()).collect();
    let text = say(&paths, hovered.len(), document);
    let painter = ctx.layer_painter(LayerId::new(Order::Foreground, egui::Id::unique("dropped files")));
    let area = ctx.content_rect();
    painter.rect_filled(area, 0.0, Color32::from_black_alpha(190));
    painter.rect_stroke(
        area.shrink(14.0),
        8.0,
        egui::Stroke::new(2.0, Color32::WHITE),
        egui::StrokeKind::Inside,
    );
    painter.text(area.center(), Align2::CENTER_CENTER, text, FontId::proportional(24.0), Color32::WHITE);
}

fn say(paths: &[PathBuf], count: usize, document: Option<&Document>) -> String {
    let name =
        |dir: &Path| dir.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    match (meaning(paths, document.is_some()), document) {
        // Some systems tell the names only when the files are dropped.
        _ if paths.is_empty() => {
            document.map_or_else(|| words::create(count), |document| words::add(count, &document.title()))
        }
        (Meaning::Open(dir), _) => words::open(&name(&dir)),
        (Meaning::Add(texts), Some(document)) => words::add(texts.len(), &document.title()),
        (Meaning::Create(texts) | Meaning::Add(texts), _) => match texts.as_slice() {
            [folder] if folder.is_dir() => words::FOLDER.into(),
            texts => words::create(texts.len()),
        },
        (Meaning::Nothing, _) => words::NOTHING.into(),
    }
}

/// Takes what was dropped.
pub(super) fn take(ctx: &egui::Context, acts: &mut Acts) {
    let dropped = ctx.input(|input| input.raw.dropped_files.clone());
    if !dropped.is_empty() {
        acts.push(Act::Take(dropped.iter().map(|file| file.path().to_path_buf()).collect()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_what_dropping_would_do() {
        let path = |name: &str| vec![PathBuf::from(name)];
        assert_eq!(meaning(&path("assets/sample"), true), Meaning::Open("assets/sample".into()));
        assert_eq!(
            meaning(&path("assets/sample/edition.toml"), false),
            Meaning::Open("assets/sample".into())
        );
        assert_eq!(meaning(&path("a.md"), true), Meaning::Add(path("a.md")));
        assert_eq!(meaning(&path("A.TXT"), false), Meaning::Create(path("A.TXT")));
        assert_eq!(meaning(&path("program.exe"), true), Meaning::Nothing);
    }
}
