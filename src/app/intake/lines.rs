//! The lines of the original, each with the field that it is taken for.

use super::text::Text;
use crate::app::document::Document;
use crate::app::look;
use crate::app::words::intake as words;
use crate::edition::text::Block;
use crate::import::intake::{DOUBTFUL, Field, IntakeLine, Origin};
use egui::{Button, Id, Key, Modifiers, Rect, Response, RichText, ScrollArea, Sense, Ui, pos2, vec2};

/// Lines that are dragged.
#[derive(Clone, Debug)]
struct Dragged;

/// How wide the names of fields and the numbers of lines are, in points.
const FIELD: f32 = 84.0;
const NUMBER: f32 = 34.0;
/// Of a line that is longer only the beginning is shown.
const LONGEST: usize = 2_000;

impl Text {
    /// Draws the fields and the lines.
    pub(super) fn lines(&mut self, ui: &mut Ui, document: &Document) {
        ui.label(RichText::new(words::ORIGINAL).strong());
        self.fields(ui, document);
        ui.label(RichText::new(words::LINES_HINT).font(look::small()).color(look::weak(ui)));
        ScrollArea::vertical().id_salt(("intake lines", self.number)).auto_shrink([false; 2]).show(
            ui,
            |ui| {
                let width = ui.available_width();
                let count = self.incoming.intake.lines.len();
                if (self.heights.0 - width).abs() > 0.5 || self.heights.1.len() != count {
                    self.heights = (width, vec![0.0; count]);
                }
                for index in 0..count {
                    self.line(ui, index, document);
                }
            },
        );
    }

    /// A button for each field: it takes the picked lines, or lines that are dropped on it.
    fn fields(&mut self, ui: &mut Ui, document: &Document) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
            for field in Field::ALL {
                let [name, key, what] = words::field(field);
                let button = Button::new(name).shortcut_text(key).fill(look::field(ui, field));
                let response = ui.add(button).on_hover_text(words::move_to(name, key, what));
                let response = response.accessible_name(name);
                if response.dnd_hover_payload::<Dragged>().is_some() {
                    ui.painter().rect_stroke(
                        response.rect.expand(2.0),
                        4.0,
                        look::drop_line(ui),
                        egui::StrokeKind::Outside,
                    );
                }
                if response.clicked() || response.dnd_release_payload::<Dragged>().is_some() {
                    self.assign(field, document);
                }
            }
        });
    }

    fn id(&self, index: usize) -> Id {
        Id::unique(("intake line", self.number, index))
    }

    fn line(&mut self, ui: &mut Ui, index: usize, document: &Document) {
        let known = self.heights.1[index];
        let place = Rect::from_min_size(ui.cursor().min, vec2(self.heights.0, known));
        let revealed = self.reveal && index == self.cursor;
        if known > 0.0 && !ui.is_rect_visible(place) && !revealed {
            ui.advance_cursor_after_rect(place);
            return;
        }
        let line = &self.incoming.intake.lines[index];
        let text = shown(line);
        let wrap = self.heights.0 - FIELD - NUMBER - 14.0;
        let colour = if line.field == Field::Dropped { look::weak(ui) } else { ui.visuals().text_color() };
        let display = crate::app::bidi::for_display(&text).into_owned();
        let galley = ui.painter().layout(display, look::writing(), colour, wrap.max(60.0));
        let rect = Rect::from_min_size(place.min, vec2(self.heights.0, galley.size().y.max(18.0) + 8.0));
        let response = ui.interact(rect, self.id(index), Sense::click_and_drag());
        ui.advance_cursor_after_rect(rect);
        self.heights.1[index] = rect.height();
        let picked = self.picked.contains(&index);
        let (field, number, origin) = (line.field, line.number, line.origin);
        let unsure = line.confidence < DOUBTFUL && field != Field::Dropped;
        let [name, ..] = words::field(field);
        let label = words::line_for_readers(number, name, &text);
        response.widget_info(|| egui::WidgetInfo::selected(egui::Role::ListBoxOption, true, picked, &label));
        paint(ui, &response, rect, field, picked, unsure);
        let number = if number > 0 { number.to_string() } else { "–".into() };
        let number_at = pos2(rect.left() + FIELD + NUMBER, rect.top() + 5.0);
        ui.painter().text(number_at, egui::Align2::RIGHT_TOP, number, look::small(), look::weak(ui));
        ui.painter().galley(pos2(rect.left() + FIELD + NUMBER + 10.0, rect.top() + 4.0), galley, colour);
        let response = match origin {
            Origin::Text => response,
            Origin::Stated => response.on_hover_text(words::STATED),
            Origin::Derived => response.on_hover_text(words::DERIVED),
        };
        if revealed {
            self.reveal = false;
            response.scroll_to_me(None);
            response.request_focus();
        }
        self.act_on(ui, &response, index, document);
    }

    fn act_on(&mut self, ui: &Ui, response: &Response, index: usize, document: &Document) {
        if response.clicked() {
            response.request_focus();
            let modifiers = ui.input(|input| input.modifiers);
            self.pick(index, modifiers.shift, modifiers.command);
        }
        if (response.drag_started() || response.secondary_clicked()) && !self.picked.contains(&index) {
            self.pick(index, false, false);
        }
        if response.dragged() {
            response.dnd_set_drag_payload(Dragged);
        }
        response.context_menu(|ui| {
            for field in Field::ALL {
                let [name, key, _] = words::field(field);
                if ui.add(Button::new(name).shortcut_text(key)).clicked() {
                    self.assign(field, document);
                }
            }
        });
    }

    /// Picks a line: alone, up to it from where the range began, or beside what is picked.
    fn pick(&mut self, index: usize, range: bool, beside: bool) {
        self.cursor = index;
        if range {
            self.picked = (self.anchor.min(index)..=self.anchor.max(index)).collect();
            return;
        }
        self.anchor = index;
        if !beside {
            self.picked = [index].into();
        } else if !self.picked.remove(&index) {
            self.picked.insert(index);
        }
    }

    /// Picks the lines of a field and brings the first into view.
    pub(super) fn pick_field(&mut self, field: Field) {
        let lines = self.incoming.intake.lines.iter().enumerate();
        let picked = lines.filter(|(_, line)| line.field == field).map(|(index, _)| index).collect();
        self.picked = picked;
        if let Some(first) = self.picked.first() {
            self.cursor = *first;
            self.anchor = *first;
            self.reveal = true;
        }
    }

    /// Arrow keys while a line has the focus, or nothing has it.
    pub(super) fn arrows(&mut self, ui: &Ui) {
        let focus = ui.memory(egui::Memory::focused);
        let on_line = focus == Some(self.id(self.cursor));
        if focus.is_some() && !on_line {
            return;
        }
        if on_line {
            let arrows = egui::EventFilter { vertical_arrows: true, ..egui::EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(self.id(self.cursor), arrows));
        }
        let last = self.incoming.intake.lines.len().saturating_sub(1);
        for (modifiers, range) in [(Modifiers::SHIFT, true), (Modifiers::NONE, false)] {
            let (down, up) = ui.input_mut(|input| {
                (input.consume_key(modifiers, Key::ArrowDown), input.consume_key(modifiers, Key::ArrowUp))
            });
            if down || up {
                let from = self.cursor;
                // The first arrow picks the line the keys stand on.
                let to = match self.picked.is_empty() {
                    true => from,
                    false if down => (from + 1).min(last),
                    false => from.saturating_sub(1),
                };
                self.pick(to, range, false);
                self.reveal = true;
            }
        }
    }
}

fn paint(ui: &Ui, response: &Response, rect: Rect, field: Field, picked: bool, unsure: bool) {
    let painter = ui.painter();
    let ground = look::field(ui, field);
    let chip = Rect::from_min_max(rect.min + vec2(1.0, 2.0), pos2(rect.left() + FIELD, rect.bottom() - 2.0));
    if picked {
        painter.rect_filled(rect, 4.0, ui.visuals().selection.bg_fill.gamma_multiply(0.35));
    } else if response.hovered() {
        painter.rect_filled(rect, 4.0, ui.visuals().widgets.hovered.weak_bg_fill.gamma_multiply(0.5));
    }
    painter.rect_filled(chip, 4.0, ground);
    let name = words::field(field)[0];
    let name = if unsure { format!("{name} ?") } else { name.to_string() };
    let at = chip.left_top() + vec2(6.0, 4.0);
    painter.text(at, egui::Align2::LEFT_TOP, name, look::small(), ui.visuals().strong_text_color());
    if unsure {
        let doubt = egui::Stroke::new(1.5, look::weight(ui, crate::notice::Weight::Doubt));
        painter.rect_stroke(chip, 4.0, doubt, egui::StrokeKind::Inside);
    }
    if response.has_focus() {
        painter.rect_stroke(rect, 4.0, ui.visuals().selection.stroke, egui::StrokeKind::Inside);
    }
}

/// The words of a line, as far as they are shown.
fn shown(line: &IntakeLine) -> String {
    let mut words = match &line.block {
        Block::Ornament => words::BREAK.to_string(),
        Block::Table(_) => format!("{} {}", words::TABLE, line.block.plain()),
        Block::Figure { alt, .. } => format!("{} {alt} {}", words::PICTURE, line.block.plain()),
        block => block.plain(),
    };
    if let Some((end, _)) = words.char_indices().nth(LONGEST) {
        words.truncate(end);
        words.push('…');
    }
    words
}
