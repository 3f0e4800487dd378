//! The text pane: the Markdown of a piece, with a bar of buttons, its length, find and replace.

pub(super) mod find;
pub(super) mod format;

use super::act::{Act, Acts};
use super::document::Document;
use super::words::text as words;
use crate::edition::piece::Piece;
use egui::text::{CCursor, CCursorRange};
use egui::{ScrollArea, TextEdit, Ui, vec2};
use find::Find;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// Widest column of text, in points: some eighty letters.
const MEASURE: f32 = 680.0;

/// What the pane itself remembers.
#[derive(Debug, Default)]
pub(super) struct Editor {
    file: PathBuf,
    /// The text as the field holds it: the piece's Markdown, or a keystroke ahead of it.
    buffer: String,
    /// The selected bytes; empty where the cursor is.
    pub selected: Range<usize>,
    /// Bytes to be selected and brought into view.
    jump: Option<Range<usize>>,
    /// Whether the field for words to be found keeps the focus when the text jumps.
    stays_in_find: bool,
    /// Find and replace, while it is open.
    pub find: Option<Find>,
}

impl Editor {
    /// The name of the field, for the focus.
    pub(super) fn id() -> egui::Id {
        egui::Id::unique("text of the piece")
    }

    /// Puts the cursor at a byte of a piece's text.
    pub(super) fn go(&mut self, file: &Path, bytes: Range<usize>) {
        if self.file != file {
            self.file = file.to_path_buf();
            self.buffer.clear();
        }
        self.jump = Some(bytes);
        self.stays_in_find = false;
    }

    /// The selected words, where they stand in one line.
    pub(super) fn chosen(&self) -> String {
        self.buffer.get(self.selected.clone()).filter(|words| !words.contains('\n')).unwrap_or("").to_string()
    }

    /// Draws the pane for a piece.
    pub(super) fn show(&mut self, ui: &mut Ui, document: &Document, piece: &Piece, acts: &mut Acts) {
        if self.file != piece.file {
            self.file.clone_from(&piece.file);
            self.selected = 0..0;
            self.jump = self.jump.take().filter(|_| false);
        }
        if *self.buffer != *piece.markdown {
            self.buffer = piece.markdown.to_string();
        }
        // What is asked for below is done in the next frame: a click takes the focus from all fields in its own, and
        // a changed text comes back only then.
        let jump = self.jump.take();
        self.bar(ui, acts);
        if let Some(mut find) = self.find.take() {
            let open = find.show(ui, document, self, acts);
            self.find = open.then_some(find);
        }
        self.foot(ui, piece);
        self.field(ui, jump, acts);
        if self.jump.is_some() {
            ui.ctx().request_repaint();
        }
    }

    fn bar(&mut self, ui: &mut Ui, acts: &mut Acts) {
        ui.horizontal_wrapped(|ui| {
            for tool in format::Tool::ALL {
                let [_, name, does] = tool.words();
                if ui.button(tool.sign()).accessible_name(name).on_hover_text(does).clicked() {
                    match tool {
                        format::Tool::Picture => acts.push(Act::AskForPicture),
                        tool => {
                            let (text, selected) = format::apply(*tool, &self.buffer, self.selected.clone());
                            self.put(text, selected, super::words::edits::FORMAT, acts);
                        }
                    }
                }
            }
            ui.separator();
            super::bars::small(ui, super::command::Command::Find.name(), super::command::Command::Find, acts);
        });
    }

    /// Puts another text into the field, with these bytes selected, as a step of its own.
    pub(super) fn put(&mut self, text: String, selected: Range<usize>, label: &str, acts: &mut Acts) {
        acts.push(Act::SetText { file: self.file.clone(), text, label: label.into(), typing: false });
        self.jump = Some(selected);
        self.stays_in_find = false;
    }

    fn foot(&self, ui: &mut Ui, piece: &Piece) {
        egui::Panel::bottom("text foot").resizable(false).show_separator_line(false).show(ui, |ui| {
            let chosen = self.buffer.get(self.selected.clone()).filter(|text| !text.is_empty());
            let (count, letters) = match chosen {
                Some(text) => (text.split_whitespace().count(), text.chars().count()),
                None => (piece.body.words(), piece.markdown.chars().count()),
            };
            ui.label(egui::RichText::new(words::words(count, letters)).color(super::look::weak(ui)));
        });
    }

    fn field(&mut self, ui: &mut Ui, jump: Option<Range<usize>>, acts: &mut Acts) {
        let id = Editor::id();
        if let Some(bytes) = &jump {
            let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
            state.cursor.set_char_range(Some(self.chars(bytes)));
            state.store(ui.ctx(), id);
            match self.stays_in_find {
                true => {
                    self.selected = bytes.clone();
                    acts.push(Act::CursorAt(self.file.clone(), bytes.end));
                }
                false => ui.memory_mut(|memory| memory.request_focus(id)),
            }
        }
        ScrollArea::vertical().id_salt(("text", &self.file)).auto_shrink(false).show(ui, |ui| {
            let width = ui.available_width();
            let margin = ((width - MEASURE) / 2.0).max(10.0);
            egui::Frame::NONE.inner_margin(egui::Margin::symmetric(margin.min(120.0) as i8, 8)).show(
                ui,
                |ui| {
                    let field = TextEdit::multiline(&mut self.buffer)
                        .id(id)
                        .font(super::look::writing())
                        .frame(egui::Frame::NONE)
                        .desired_width(MEASURE.min(width - 20.0))
                        .min_size(vec2(0.0, ui.available_height() - 16.0))
                        .lock_focus(false);
                    let output = field.show(ui);
                    let response = output.response.response.accessible_name(words::EDITOR);
                    if response.changed() {
                        let text = self.buffer.clone();
                        let label = super::words::edits::TYPING.to_string();
                        acts.push(Act::SetText { file: self.file.clone(), text, label, typing: true });
                    }
                    let place = |cursor: CCursor| {
                        output.galley.pos_from_cursor(cursor).translate(output.galley_pos.to_vec2())
                    };
                    let [start, end] = self.chars(&self.selected).sorted_cursors();
                    let end = jump.as_ref().map_or(end, |bytes| self.chars(bytes).primary);
                    if jump.is_some() {
                        ui.scroll_to_rect(place(end).expand2(vec2(0.0, 80.0)), None);
                    }
                    let Some(cursor) = output.cursor_range else {
                        // egui shows a selection only in the field that has the focus.
                        if self.find.is_some() && !self.selected.is_empty() {
                            let (start, end) = (place(start), place(end));
                            let same_row = (start.min.y - end.min.y).abs() < 1.0;
                            let right = if same_row { end.max.x } else { start.max.x + 40.0 };
                            let area = egui::Rect::from_min_max(start.min, egui::pos2(right, start.max.y));
                            let colour = ui.visuals().selection.bg_fill.gamma_multiply(0.5);
                            ui.painter().rect_filled(area, 2.0, colour);
                        }
                        return;
                    };
                    let range = cursor.as_sorted_char_range();
                    let selected = self.byte(range.start.into())..self.byte(range.end.into());
                    let moved = selected != self.selected;
                    self.selected = selected;
                    if moved || response.changed() {
                        acts.push(Act::CursorAt(self.file.clone(), self.selected.end));
                    }
                },
            );
        });
    }

    fn byte(&self, letter: usize) -> usize {
        self.buffer.char_indices().nth(letter).map_or(self.buffer.len(), |(byte, _)| byte)
    }

    fn chars(&self, bytes: &Range<usize>) -> CCursorRange {
        let letter = |byte: usize| {
            let byte = (0..=byte.min(self.buffer.len())).rev().find(|at| self.buffer.is_char_boundary(*at));
            CCursor::new(self.buffer[..byte.unwrap_or(0)].chars().count())
        };
        CCursorRange::two(letter(bytes.start), letter(bytes.end))
    }
}
