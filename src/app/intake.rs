//! The intake sheet: texts that came in, before they join the edition. The lines of the original with what each is
//! taken for stand at the left, what they become at the right; the doubtful texts stand first.

mod corrections;
mod lines;
mod list;
mod result;
mod text;
mod versions;

use super::act::{Act, Acts};
use super::document::Document;
use super::look;
use super::words::intake as words;
use crate::import::add::{Incoming, Joins};
use crate::import::intake::Field;
use crate::notice::Notices;
use egui::{Button, Key, KeyboardShortcut, Modal, Modifiers, Panel, RichText, Ui, Vec2, vec2};
use text::{Text, Urgency};

/// Adds all texts.
const ADD_ALL: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Enter);

/// The sheet, while it is open.
#[derive(Debug)]
pub(super) struct Sheet {
    texts: Vec<Text>,
    /// Which text is looked at.
    current: usize,
    /// What reading the files brought up.
    said: Vec<String>,
    /// Whether the row of the current text shall come into view.
    reveal: bool,
    /// Its size when it was drawn last.
    size: Vec2,
}

impl Sheet {
    /// Shows texts, the doubtful ones first.
    pub(super) fn new(document: &Document, incoming: Vec<Incoming>, notices: &Notices) -> Sheet {
        let mut sheet =
            Sheet { texts: Vec::new(), current: 0, said: Vec::new(), reveal: true, size: Vec2::ZERO };
        sheet.more(document, incoming, notices);
        sheet
    }

    /// Shows more texts.
    pub(super) fn more(&mut self, document: &Document, incoming: Vec<Incoming>, notices: &Notices) {
        self.said.extend(notices.iter().map(ToString::to_string));
        self.texts.extend(incoming.into_iter().map(|text| Text::new(text, document)));
        // What is wanted first stands first; among equals the order of the files stays.
        self.texts.sort_by_key(Text::urgency);
        self.current = 0;
    }

    /// Draws it; whether it stays open.
    pub(super) fn show(
        &mut self,
        ctx: &egui::Context,
        document: &Document,
        shows_all: &mut bool,
        acts: &mut Acts,
    ) -> bool {
        let mut open = true;
        Modal::new(egui::Id::unique("intake")).frame(look::dialog(ctx)).show(ctx, |ui| {
            let size = ctx.content_rect().size() - vec2(72.0, 72.0);
            ui.set_min_size(size);
            ui.set_max_size(size);
            if std::mem::replace(&mut self.size, size) != size {
                // Where it lies follows from its size in the frame before.
                ctx.request_repaint();
            }
            let add_all = self.keys(ui, document);
            // What the editor has said about the texts is not thrown away by one key.
            let is_touched = self.texts.iter().any(|text| text.is_touched);
            open = is_touched || !ui.input(|input| input.key_pressed(Key::Escape));
            Panel::top("intake head").show_separator_line(false).show(ui, |ui| self.head(ui, shows_all));
            Panel::bottom("intake foot").show_separator_line(false).show(ui, |ui| {
                open &= self.foot(ui, add_all, acts);
            });
            let most = (size.x * 0.3).max(120.0);
            let texts = Panel::left("intake texts").resizable(true).default_size(230.0);
            texts.size_range(110.0..=most).show(ui, |ui| self.list(ui));
            let (half, most) = (ui.available_width() * 0.52, ui.available_width() * 0.66);
            let is_version = self.texts.get(self.current).is_some_and(|text| text.compares());
            if let Some(text) = self.texts.get_mut(self.current).filter(|_| !is_version) {
                let lines = Panel::left("intake lines").resizable(true).default_size(half);
                lines.size_range(most.min(200.0)..=most).show(ui, |ui| text.lines(ui, document));
            }
            let frame = egui::Frame::central_panel(ui.style()).inner_margin(egui::Margin::symmetric(8, 0));
            egui::CentralPanel::default().frame(frame).show(ui, |ui| {
                if let Some(text) = self.texts.get_mut(self.current) {
                    text.head(ui, document);
                    if is_version { text.versions(ui) } else { text.result(ui, document) }
                }
            });
        });
        open && !self.texts.is_empty()
    }

    fn head(&self, ui: &mut Ui, shows_all: &mut bool) {
        let doubtful = self.texts.iter().filter(|text| text.urgency() == Urgency::Doubtful).count();
        ui.horizontal(|ui| {
            ui.heading(words::TITLE);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.checkbox(shows_all, words::ALL_SHOWN).on_hover_text(words::ALL_SHOWN_TIP);
            });
        });
        ui.label(words::summary(self.texts.len(), doubtful));
        ui.add_space(4.0);
    }

    /// The buttons; whether the sheet stays open.
    fn foot(&mut self, ui: &mut Ui, add_all: bool, acts: &mut Acts) -> bool {
        let mut open = true;
        ui.add_space(6.0);
        ui.horizontal(|ui| {
            let joining = self.texts.iter().filter(|text| text.incoming.joins != Joins::Not).count();
            let all = Button::new(RichText::new(words::add_all(joining)).strong());
            let all = ui.add_enabled(joining > 0, all.shortcut_text(ui.ctx().format_shortcut(&ADD_ALL)));
            let all = all.accessible_name(words::add_all(joining));
            if all.clicked() || add_all && joining > 0 {
                // In the order in which the files came.
                let mut texts = std::mem::take(&mut self.texts);
                texts.sort_by_key(|text| text.number);
                acts.push(Act::Join(texts.into_iter().map(|text| text.incoming).collect()));
                open = false;
            }
            if self.texts.len() > 1 {
                let this = self.texts.get(self.current).is_some_and(|text| text.incoming.joins != Joins::Not);
                if ui.add_enabled(this, Button::new(words::ADD_THIS)).clicked() {
                    let text = self.take_current();
                    acts.push(Act::Join(vec![text.incoming]));
                }
                if ui.button(words::SKIP).clicked() {
                    self.take_current();
                }
            }
            if ui.button(words::CANCEL).clicked() {
                open = false;
            }
        });
        open
    }

    fn take_current(&mut self) -> Text {
        let text = self.texts.remove(self.current);
        self.current = self.current.min(self.texts.len().saturating_sub(1));
        text
    }

    /// Letters make the picked lines a field, arrows pick lines, pages turn to the next text.
    /// Whether all shall be added.
    fn keys(&mut self, ui: &Ui, document: &Document) -> bool {
        if ui.ctx().text_edit_focused() || egui::Popup::is_any_open(ui.ctx()) {
            return false;
        }
        let (next, previous) = ui.input_mut(|input| {
            (
                input.consume_key(Modifiers::NONE, Key::PageDown),
                input.consume_key(Modifiers::NONE, Key::PageUp),
            )
        });
        if next || previous {
            let last = self.texts.len().saturating_sub(1);
            self.current = if next { (self.current + 1).min(last) } else { self.current.saturating_sub(1) };
            self.reveal = true;
        }
        if let Some(text) = self.texts.get_mut(self.current).filter(|text| !text.compares()) {
            for field in Field::ALL {
                let key = Key::from_name(words::field(field)[1]);
                if key.is_some_and(|key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key))) {
                    text.assign(field, document);
                }
            }
            text.arrows(ui);
        }
        ui.input_mut(|input| input.consume_shortcut(&ADD_ALL))
    }
}
