//! The list of notices: what is doubtful or missing, where, and what to do about it. A click goes there; what
//! the program can mend has a button.

use super::act::{Act, Acts, Selection};
use super::document::Document;
use super::words::notices as words;
use crate::notice::{Notice, Rule};
use egui::{ScrollArea, Ui};
use std::path::Path;

/// Draws the list.
pub(super) fn show(ui: &mut Ui, document: &Document, acts: &mut Acts) {
    if document.notices().is_empty() {
        ui.label(words::NONE);
        return;
    }
    ScrollArea::vertical().id_salt("notices").auto_shrink(false).show(ui, |ui| {
        for (index, notice) in document.notices().iter().enumerate() {
            row(ui, document, index, notice, acts);
        }
    });
}

fn row(ui: &mut Ui, document: &Document, index: usize, notice: &Notice, acts: &mut Acts) {
    let colour = super::look::weight(ui, notice.weight);
    let place = place_of(document, notice);
    let mut text = egui::text::LayoutJob::default();
    let mut say = |words: &str, colour: egui::Color32, size: f32| {
        let format = egui::TextFormat {
            font_id: egui::FontId::proportional(size),
            color: colour,
            ..Default::default()
        };
        text.append(words, 0.0, format);
    };
    let (plain, weak) = (ui.visuals().text_color(), super::look::weak(ui));
    say(&format!("{}  ", words::weight(notice.weight)), colour, 14.0);
    if !place.is_empty() {
        say(&format!("{place}: "), weak, 14.0);
    }
    say(&notice.what, plain, 14.0);
    if !notice.hint.is_empty() {
        say(&format!("\n{}", notice.hint), weak, 12.5);
    }
    text.wrap.max_width = ui.available_width() - 16.0;
    let name = format!("{} {place} {} {}", words::weight(notice.weight), notice.what, notice.hint);
    ui.push_id(index, |ui| {
        let button = egui::Button::new(text).frame_when_inactive(false).wrap();
        if ui.add(button).accessible_name(&name).clicked() {
            go(document, notice, acts);
        }
        if let Some(mend) = notice.mend {
            ui.horizontal(|ui| {
                ui.add_space(8.0);
                let [label, tip] = words::mend(mend);
                let button = ui.small_button(label).on_hover_text(tip);
                if button.accessible_name(words::mend_name(mend, &notice.what)).clicked() {
                    make(document, notice, acts);
                }
            });
        }
    });
}

/// Mends what a notice found, as one step that can be undone.
fn make(document: &Document, notice: &Notice, acts: &mut Acts) {
    match crate::check::mend::change(&document.edition, notice) {
        Some(change) => acts.change(words::MENDED, change),
        // It was mended by hand a moment ago, and the list is not yet made anew.
        None => acts.push(Act::Say(words::NOTHING_LEFT.into())),
    }
}

/// The title of the piece instead of its file, and the page.
fn place_of(document: &Document, notice: &Notice) -> String {
    let Some(file) = &notice.place.file else { return notice.place.to_string() };
    match document.piece(file) {
        Some(piece) if !piece.title.is_empty() => match &notice.place.page {
            Some(page) => format!("{} (page {page})", piece.title.words()),
            None => piece.title.words(),
        },
        _ => notice.place.to_string(),
    }
}

/// Goes to where a notice points.
fn go(document: &Document, notice: &Notice, acts: &mut Acts) {
    let Some(file) = notice.place.file.as_deref() else { return };
    if let Some(piece) = document.piece(file) {
        match notice.place.line.filter(|line| *line >= piece.body_line) {
            Some(line) => {
                let before = piece.markdown.split_inclusive('\n').take(line - piece.body_line);
                acts.push(Act::ShowSource(file.to_path_buf(), before.map(str::len).sum()));
            }
            None => acts.push(Act::SelectPieces(vec![file.to_path_buf()])),
        }
        return;
    }
    let selection = match file {
        _ if file == Path::new("contributors.toml") && notice.rule == Rule::SamePerson => Selection::People,
        _ if file == Path::new("contributors.toml") => {
            let people = document.edition.contributors.iter();
            let named = people.filter(|(_, person)| notice.what.contains(&person.name));
            named.map(|(id, _)| Selection::Person(id.clone())).next().unwrap_or(Selection::People)
        }
        _ => Selection::Edition,
    };
    acts.push(Act::Select(selection));
}
