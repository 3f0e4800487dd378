//! Find and replace, in the piece or in all pieces.

use super::Editor;
use crate::app::act::{Act, Acts};
use crate::app::document::Document;
use crate::app::words::{edits, text as words};
use crate::edition::arrange;
use crate::edition::change::Change;
use crate::notice::Notices;
use egui::{Key, ScrollArea, TextEdit, Ui};
use std::ops::Range;
use std::path::PathBuf;

/// Names of the fields, for the focus.
pub(in crate::app) const WANTED: &str = "words to find";
/// Name of the field of the words that take their place.
pub(in crate::app) const INSTEAD: &str = "words instead";

/// The bar, while it is open.
#[derive(Debug, Default)]
pub(crate) struct Find {
    wanted: String,
    instead: String,
    match_case: bool,
    /// Whether all pieces are searched.
    pub everywhere: bool,
    opened: bool,
}

impl Find {
    /// An empty bar.
    pub(crate) fn new(everywhere: bool, wanted: String) -> Find {
        Find { wanted, everywhere, ..Find::default() }
    }

    /// Draws it; whether it stays open.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        editor: &mut Editor,
        acts: &mut Acts,
    ) -> bool {
        let mut open = true;
        egui::Frame::group(ui.style()).show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                let field = TextEdit::singleline(&mut self.wanted)
                    .id(egui::Id::unique(WANTED))
                    .hint_text(words::FIND)
                    .desired_width(160.0);
                let response = ui.add(field).accessible_name(words::FIND);
                if !std::mem::replace(&mut self.opened, true) {
                    response.request_focus();
                }
                let enter = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
                let back = ui.input(|input| input.modifiers.shift);
                let found = matches(&editor.buffer, &self.wanted, self.match_case);
                if ui.button(words::NEXT).clicked() || (enter && !back) {
                    self.step(editor, &found, false);
                    response.request_focus();
                }
                if ui.button(words::PREVIOUS).clicked() || (enter && back) {
                    self.step(editor, &found, true);
                    response.request_focus();
                }
                let field = TextEdit::singleline(&mut self.instead)
                    .id(egui::Id::unique(INSTEAD))
                    .hint_text(words::REPLACE)
                    .desired_width(160.0);
                ui.add(field).accessible_name(words::REPLACE);
                self.replace_buttons(ui, document, editor, &found, acts);
                ui.checkbox(&mut self.match_case, words::MATCH_CASE);
                ui.checkbox(&mut self.everywhere, words::EVERYWHERE);
                if !self.everywhere && !self.wanted.is_empty() {
                    ui.label(words::found(found.len()));
                }
                open =
                    !ui.button(words::CLOSE).clicked() && !ui.input(|input| input.key_pressed(Key::Escape));
            });
            if self.everywhere && !self.wanted.is_empty() {
                self.results(ui, document, acts);
            }
        });
        open
    }

    fn replace_buttons(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        editor: &mut Editor,
        found: &[Range<usize>],
        acts: &mut Acts,
    ) {
        if ui.button(words::REPLACE_ONE).clicked() {
            match found.iter().find(|range| **range == editor.selected) {
                Some(range) => {
                    let text = replaced(&editor.buffer, std::slice::from_ref(range), &self.instead);
                    let end = range.start + self.instead.len();
                    editor.put(text, end..end, edits::REPLACED, acts);
                    editor.stays_in_find = true;
                }
                None => self.step(editor, found, false),
            }
        }
        if ui.button(words::REPLACE_ALL).clicked() {
            match self.everywhere {
                true => self.replace_everywhere(document, acts),
                false if !found.is_empty() => {
                    let text = replaced(&editor.buffer, found, &self.instead);
                    editor.put(text, 0..0, edits::REPLACED, acts);
                    acts.push(Act::Say(words::replaced(found.len())));
                }
                false => {}
            }
        }
    }

    /// Selects the next place after the cursor, or the one before it; past the end it goes on at the beginning.
    fn step(&self, editor: &mut Editor, found: &[Range<usize>], back: bool) {
        let here = &editor.selected;
        let next = match back {
            false => found.iter().find(|range| range.start >= here.end).or(found.first()),
            true => found.iter().rev().find(|range| range.start < here.start).or(found.last()),
        };
        if let Some(range) = next.cloned() {
            editor.jump = Some(range);
            editor.stays_in_find = true;
        }
    }

    fn replace_everywhere(&self, document: &Document, acts: &mut Acts) {
        let mut changes = Vec::new();
        let mut places = 0;
        for piece in document.pieces() {
            let found = matches(&piece.markdown, &self.wanted, self.match_case);
            let text = replaced(&piece.markdown, &found, &self.instead);
            // What is odd in the new text is said when it is saved and read again.
            let mut notices = Notices::new();
            if let Some(change) = arrange::with_markdown(&document.edition, &piece.file, &text, &mut notices)
            {
                places += found.len();
                changes.push(change);
            }
        }
        if places > 0 {
            acts.change(edits::REPLACED, Change::Several(changes));
        }
        acts.push(Act::Say(words::replaced(places)));
    }

    /// The pieces in which the words stand, with the line around each place.
    fn results(&self, ui: &mut Ui, document: &Document, acts: &mut Acts) {
        let mut total = 0;
        let mut rows: Vec<(PathBuf, usize, String)> = Vec::new();
        for piece in document.pieces() {
            for range in matches(&piece.markdown, &self.wanted, self.match_case) {
                total += 1;
                if rows.len() < 200 {
                    let line = format!("{}: {}", piece.title.words(), around(&piece.markdown, &range));
                    rows.push((piece.file.clone(), range.start, line));
                }
            }
        }
        ui.label(words::found(total));
        ScrollArea::vertical().id_salt("found").max_height(180.0).show(ui, |ui| {
            for (file, byte, line) in rows {
                if ui.link(line).clicked() {
                    acts.push(Act::ShowSource(file, byte));
                }
            }
        });
    }
}

/// Where the words stand in the text, without overlap.
pub(crate) fn matches(text: &str, wanted: &str, match_case: bool) -> Vec<Range<usize>> {
    if wanted.is_empty() {
        return Vec::new();
    }
    if match_case {
        return text.match_indices(wanted).map(|(at, found)| at..at + found.len()).collect();
    }
    let wanted: Vec<char> = wanted.chars().flat_map(char::to_lowercase).collect();
    let mut found = Vec::new();
    let mut past = 0;
    for (at, _) in text.char_indices() {
        if at < past {
            continue;
        }
        let mut left = wanted.as_slice();
        for (offset, letter) in text[at..].char_indices() {
            let Some(rest) = letter.to_lowercase().try_fold(left, |left, low| left.strip_prefix(&[low]))
            else {
                break;
            };
            left = rest;
            if left.is_empty() {
                past = at + offset + letter.len_utf8();
                found.push(at..past);
                break;
            }
        }
    }
    found
}

/// The text with these places replaced.
pub(crate) fn replaced(text: &str, places: &[Range<usize>], instead: &str) -> String {
    let mut done = String::with_capacity(text.len());
    let mut at = 0;
    for place in places {
        done.push_str(&text[at..place.start]);
        done.push_str(instead);
        at = place.end;
    }
    done.push_str(&text[at..]);
    done
}

/// Some words around a place.
fn around(text: &str, place: &Range<usize>) -> String {
    let line_start = text[..place.start].rfind('\n').map_or(0, |at| at + 1);
    let before: Vec<char> = text[line_start..place.start].chars().collect();
    let before: String = before[before.len().saturating_sub(30)..].iter().collect();
    let after: String = text[place.end..].chars().take_while(|letter| *letter != '\n').take(40).collect();
    format!("…{before}{}{after}…", &text[place.clone()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whatever_their_case_and_letters() {
        assert_eq!(matches("Ein Ort, ein ORT", "ort", false), [4..7, 13..16]);
        assert_eq!(matches("Ein Ort, ein ORT", "ORT", true), vec![13..16]);
        assert_eq!(matches("Улица улицы", "УЛИЦ", false).len(), 2);
        assert_eq!(matches("aaaa", "aa", false), [0..2, 2..4]);
        assert!(matches("abc", "", false).is_empty());
    }

    #[test]
    fn all_places_are_replaced_and_nothing_else() {
        let text = "One, one, ONE.";
        assert_eq!(replaced(text, &matches(text, "one", false), "two"), "two, two, two.");
    }
}
