//! One row of the contents pane: a part, or a piece with its author, words and marks.

use super::{Contents, Dragged, ROW, Row, drop_on};
use crate::app::act::{Act, Acts, Selection};
use crate::app::command::Command;
use crate::app::document::Document;
use crate::app::words::{self, contents};
use crate::app::{drag, look};
use crate::edition::arrange;
use crate::edition::change::Slot;
use crate::edition::markdown;
use crate::edition::piece::Piece;
use egui::{Align2, Rect, Response, Sense, Ui, pos2, vec2};
use std::sync::Arc;

impl Contents {
    /// The row of a part.
    pub(super) fn part_row(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        number: usize,
        selection: &Selection,
        acts: &mut Acts,
    ) {
        let Some(part) = document.edition.parts.get(number) else { return };
        let title = part.title.as_ref().map(|title| title.words()).unwrap_or_default();
        let row = Row::Part(number);
        let rect = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), ROW));
        let response = ui.interact(rect, row.id(), Sense::click_and_drag());
        ui.advance_cursor_after_rect(rect);
        let selected = *selection == Selection::Part(number);
        let label = contents::part_for_readers(&title, part.pieces.len());
        response
            .widget_info(|| egui::WidgetInfo::selected(egui::Role::ListBoxOption, true, selected, &label));
        let visuals = ui.style().interact_selectable(&response, selected);
        if selected || response.hovered() || response.has_focus() {
            ui.painter().rect_filled(rect.shrink(1.0), 4.0, visuals.weak_bg_fill);
        }
        let text = Rect::from_min_max(
            pos2(rect.left() + 8.0, rect.top() + 12.0),
            rect.right_bottom() - vec2(8.0, 0.0),
        );
        look::line(ui, text, &title.to_uppercase(), look::small(), visuals.text_color(), true);
        response.dnd_set_drag_payload(Dragged::Part(number));
        if response.clicked() {
            response.request_focus();
            acts.push(Act::Select(Selection::Part(number)));
        }
        response.context_menu(|ui| {
            if ui.button(contents::PART_UP).clicked() && number > 0 {
                acts.change(
                    words::edits::PART_MOVED,
                    arrange::part_moved(&document.edition, number, number - 1),
                );
            }
            if ui.button(contents::PART_DOWN).clicked() {
                acts.change(
                    words::edits::PART_MOVED,
                    arrange::part_moved(&document.edition, number, number + 1),
                );
            }
            if ui.button(contents::DISSOLVE_PART).on_hover_text(contents::DISSOLVE_PART_TIP).clicked() {
                acts.change(words::edits::PART_REMOVED, arrange::part_removed(&document.edition, number));
            }
        });
        if response.dnd_hover_payload::<Dragged>().is_some() {
            ui.painter().hline(rect.x_range(), rect.bottom(), look::drop_line(ui));
        }
        if let Some(dragged) = response.dnd_release_payload::<Dragged>() {
            drop_on(&dragged, Slot { part: number, index: 0 }, number, document, acts);
        }
    }

    /// The row of a piece.
    pub(super) fn piece_row(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        row: &Row,
        rows: &[Row],
        selection: &Selection,
        acts: &mut Acts,
    ) {
        let Row::Piece { part, index, piece } = row else { return };
        let rect = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), ROW));
        if self.renaming.as_ref().is_some_and(|(file, _)| *file == piece.file) {
            ui.advance_cursor_after_rect(rect);
            self.rename_row(ui, rect, piece, acts);
            return;
        }
        let response = ui.interact(rect, row.id(), Sense::click_and_drag());
        ui.advance_cursor_after_rect(rect);
        let selected = *selection == Selection::Pieces && self.is_selected(&piece.file);
        let byline = document.edition.byline(piece);
        let name = contents::piece_for_readers(&piece.title.words(), &byline, piece.include);
        let name = contents::signed_for_readers(&name, document.standing(&piece.file));
        response.widget_info(|| egui::WidgetInfo::selected(egui::Role::ListBoxOption, true, selected, &name));
        self.paint_piece(ui, &response, rect, document, piece, selected, &byline);
        if response.clicked() {
            response.request_focus();
            let modifiers = ui.input(|input| input.modifiers);
            self.pick(row, rows, modifiers.shift, modifiers.command, acts);
        }
        if response.double_clicked() {
            acts.run(Command::ShowText);
        }
        if response.secondary_clicked() && !self.is_selected(&piece.file) {
            acts.push(Act::SelectPieces(vec![piece.file.clone()]));
        }
        response.context_menu(|ui| {
            let commands = [
                Command::ShowText,
                Command::Rename,
                Command::Include,
                Command::MoveUp,
                Command::MoveDown,
                Command::Duplicate,
                Command::Delete,
            ];
            for command in commands {
                crate::app::bars::item(ui, command, true, acts);
            }
        });
        self.drag_and_drop(ui, &response, document, Slot { part: *part, index: *index }, piece, acts);
    }

    fn drag_and_drop(
        &self,
        ui: &Ui,
        response: &Response,
        document: &Document,
        here: Slot,
        piece: &Piece,
        acts: &mut Acts,
    ) {
        // With a filter the neighbours on the screen are not those in the book.
        if !self.filter.trim().is_empty() {
            return;
        }
        if response.dragged() {
            let files = match self.is_selected(&piece.file) {
                // In the order of the book, whatever the order in which they were picked.
                true => {
                    let chosen =
                        document.pieces().map(|piece| &piece.file).filter(|file| self.is_selected(file));
                    chosen.cloned().collect()
                }
                false => vec![piece.file.clone()],
            };
            response.dnd_set_drag_payload(Dragged::Pieces(files));
        }
        let Some(below) = drag::line::<Dragged>(ui, response) else { return };
        if let Some(dragged) = response.dnd_release_payload::<Dragged>() {
            let slot = Slot { index: here.index + usize::from(below), ..here };
            drop_on(&dragged, slot, here.part, document, acts);
        }
    }

    fn paint_piece(
        &self,
        ui: &Ui,
        response: &Response,
        rect: Rect,
        document: &Document,
        piece: &Arc<Piece>,
        selected: bool,
        byline: &str,
    ) {
        let visuals = ui.style().interact_selectable(response, selected);
        if selected || response.hovered() {
            ui.painter().rect_filled(rect.shrink(1.0), 4.0, visuals.weak_bg_fill);
        }
        if response.has_focus() {
            ui.painter().rect_stroke(
                rect.shrink(1.0),
                4.0,
                ui.visuals().selection.stroke,
                egui::StrokeKind::Inside,
            );
        }
        let dragged = egui::DragAndDrop::payload::<Dragged>(ui.ctx());
        let moving = dragged
            .as_deref()
            .is_some_and(|dragged| matches!(dragged, Dragged::Pieces(files) if files.contains(&piece.file)));
        let strength = if moving || !piece.include { 0.45 } else { 1.0 };
        let strong = visuals.text_color().gamma_multiply(strength);
        let weak = look::weak(ui).gamma_multiply(strength);
        let right = self.marks(ui, rect, document, piece);
        let title = piece.title.words();
        let title = if title.trim().is_empty() { contents::NO_TITLE } else { title.as_str() };
        let line = |top: f32| {
            Rect::from_min_size(
                pos2(rect.left() + 14.0, rect.top() + top),
                vec2(right - rect.left() - 18.0, 16.0),
            )
        };
        look::line(ui, line(4.0), title, look::body(), strong, false);
        // A name of another script keeps its direction, and gives none to the window's own words.
        let byline = if byline.is_empty() { String::new() } else { format!("\u{2068}{byline}\u{2069}") };
        let below = match (byline.as_str(), document.words(&piece.file)) {
            (_, _) if !piece.include => contents::left_out(&byline),
            ("", Some(count)) => contents::words(count),
            (name, Some(count)) => format!("{name} · {}", contents::words(count)),
            (name, None) => name.to_string(),
        };
        // Before the name, which may be longer than the row.
        let below = contents::signed_before(document.standing(&piece.file), &below);
        look::line(ui, line(21.0), &format!("\u{200e}{below}"), look::small(), weak, false);
    }

    /// Marks at the right edge; where they begin.
    fn marks(&self, ui: &Ui, rect: Rect, document: &Document, piece: &Piece) -> f32 {
        let Some((weight, count)) = document.mark(&piece.file) else { return rect.right() - 4.0 };
        let centre = pos2(rect.right() - 16.0, rect.center().y);
        let colour = look::weight(ui, weight);
        ui.painter().circle_filled(centre, 8.0, colour.gamma_multiply(0.2));
        ui.painter().text(centre, Align2::CENTER_CENTER, count.to_string(), look::small(), colour);
        rect.right() - 28.0
    }

    fn rename_row(&mut self, ui: &mut Ui, rect: Rect, piece: &Arc<Piece>, acts: &mut Acts) {
        let Some((file, mut title)) = self.renaming.take() else { return };
        let field = egui::TextEdit::singleline(&mut title).id(egui::Id::unique("rename"));
        let response = ui.put(rect.shrink2(vec2(6.0, 8.0)), field).accessible_name(words::inspector::TITLE);
        if response.lost_focus() {
            let given_up = ui.input(|input| input.key_pressed(egui::Key::Escape));
            if !given_up && title != markdown::write_inline(&piece.title) {
                let renamed = Piece { title: markdown::inline(&title), ..Piece::clone(piece) };
                acts.change(words::edits::TITLE, crate::edition::change::Change::Piece(Arc::new(renamed)));
            }
            let row = egui::Id::unique(("contents piece", &file));
            ui.memory_mut(|memory| memory.request_focus(row));
            return;
        }
        if !response.has_focus() {
            response.request_focus();
        }
        self.renaming = Some((file, title));
    }
}
