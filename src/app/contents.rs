//! The contents pane: parts and pieces in the order of the book, to be picked, dragged, sorted and renamed.

mod row;

use super::act::{Act, Acts, Selection};
use super::command::Command;
use super::document::Document;
use super::words::contents as words;
use crate::edition::arrange;
use crate::edition::change::Slot;
use crate::edition::markdown;
use crate::edition::piece::Piece;
use egui::{Key, Modifiers, ScrollArea, Ui, vec2};
use rustc_hash::FxHashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Name of the filter's field, for the focus.
pub(super) const FILTER: &str = "filter of the contents";

/// Height of a row in points: two lines.
const ROW: f32 = 40.0;

/// What the pane itself remembers.
#[derive(Debug, Default)]
pub(super) struct Contents {
    /// The selected pieces, the foremost last.
    pub selected: Vec<PathBuf>,
    /// The same, to be found at once among thousands.
    chosen: FxHashSet<PathBuf>,
    /// The state of the edition in which all of them were there.
    checked: u64,
    /// Where a range began.
    anchor: Option<PathBuf>,
    /// What titles and authors must contain.
    pub filter: String,
    /// The piece whose title is being typed, and the title so far.
    renaming: Option<(PathBuf, String)>,
    /// Whether the foremost piece is to be scrolled into view.
    reveal: bool,
}

/// A row of the pane.
#[derive(Clone, Debug)]
enum Row {
    Part(usize),
    Piece { part: usize, index: usize, piece: Arc<Piece> },
}

/// What is dragged.
#[derive(Clone, Debug)]
enum Dragged {
    Pieces(Vec<PathBuf>),
    Part(usize),
}

impl Contents {
    /// The foremost selected piece.
    pub(super) fn foremost(&self) -> Option<&PathBuf> {
        self.selected.last()
    }

    /// Selects these pieces.
    pub(super) fn select(&mut self, files: Vec<PathBuf>) {
        self.anchor = files.last().cloned();
        self.chosen = files.iter().cloned().collect();
        self.selected = files;
        self.reveal = true;
    }

    /// Forgets selected pieces that are gone.
    fn check(&mut self, document: &Document) {
        if std::mem::replace(&mut self.checked, document.generation) == document.generation {
            return;
        }
        let there: FxHashSet<&Path> = document.pieces().map(|piece| &*piece.file).collect();
        self.selected.retain(|file| there.contains(&**file));
        self.chosen = self.selected.iter().cloned().collect();
    }

    /// Whether a piece is selected.
    pub(super) fn is_selected(&self, file: &Path) -> bool {
        self.chosen.contains(file)
    }

    /// Lets the title of a piece be typed in its row.
    pub(super) fn rename(&mut self, document: &Document, file: &Path) {
        if let Some(piece) = document.piece(file) {
            self.renaming = Some((file.to_path_buf(), markdown::write_inline(&piece.title)));
            self.reveal = true;
        }
    }

    /// Draws the pane.
    pub(super) fn show(&mut self, ui: &mut Ui, document: &Document, selection: &Selection, acts: &mut Acts) {
        self.check(document);
        self.head(ui, document, selection, acts);
        let rows = self.rows(document);
        self.keys(ui, &rows, acts);
        let reveal = std::mem::take(&mut self.reveal).then(|| self.foremost().cloned()).flatten();
        let mut area = ScrollArea::vertical().id_salt("contents").auto_shrink(false);
        if let Some(at) = reveal.and_then(|file| rows.iter().position(|row| row.is(&file))) {
            area = area.vertical_scroll_offset(super::look::offset_of_row(ui, at, ROW, rows.len() + 1));
        }
        // Rows touch; the area must know that before it counts them.
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        area.show_rows(ui, ROW, rows.len() + 1, |ui, range| {
            super::drag::scroll_at_the_edge::<Dragged>(ui);
            for at in range {
                match rows.get(at) {
                    Some(Row::Part(part)) => self.part_row(ui, document, *part, selection, acts),
                    Some(row) => self.piece_row(ui, document, row, &rows, selection, acts),
                    None => self.below(ui, document, acts),
                }
            }
        });
        if rows.is_empty() && !self.filter.is_empty() {
            ui.weak(words::NOTHING_FOUND);
        }
        self.ghost(ui, document);
    }

    fn head(&mut self, ui: &mut Ui, document: &Document, selection: &Selection, acts: &mut Acts) {
        ui.horizontal(|ui| {
            let title = document.title();
            let chosen = matches!(selection, Selection::Edition | Selection::Design);
            let label = egui::Button::selectable(chosen, egui::RichText::new(title).strong()).truncate();
            if ui.add(label).on_hover_text(words::EDITION_TIP).clicked() {
                acts.push(Act::Select(Selection::Edition));
            }
        });
        ui.horizontal(|ui| {
            let people = matches!(selection, Selection::People | Selection::Person(_));
            if ui.selectable_label(people, words::PEOPLE).on_hover_text(words::PEOPLE_TIP).clicked() {
                acts.push(Act::Select(Selection::People));
            }
            let texts = matches!(selection, Selection::Disclaimers | Selection::Disclaimer(_));
            if ui.selectable_label(texts, words::DISCLAIMERS).on_hover_text(words::DISCLAIMERS_TIP).clicked()
            {
                acts.push(Act::Select(Selection::Disclaimers));
            }
            let design = *selection == Selection::Design;
            if ui.selectable_label(design, words::DESIGN).on_hover_text(words::DESIGN_TIP).clicked() {
                acts.push(Act::Select(Selection::Design));
            }
        });
        ui.horizontal(|ui| {
            ui.menu_button("+", |ui| {
                for command in [Command::Add, Command::PastePiece, Command::NewPart] {
                    super::bars::item(ui, command, true, acts);
                }
            })
            .response
            .on_hover_text(words::ADD_TIP);
            ui.menu_button(words::SORT, |ui| {
                for command in [Command::SortByTitle, Command::SortByAuthor, Command::SortByDate] {
                    super::bars::item(ui, command, true, acts);
                }
            });
            let field = egui::TextEdit::singleline(&mut self.filter)
                .id(egui::Id::unique(FILTER))
                .hint_text(words::FILTER)
                .desired_width(f32::INFINITY);
            ui.add(field).accessible_name(words::FILTER);
        });
        ui.add_space(2.0);
    }

    /// The rows that the filter leaves.
    fn rows(&self, document: &Document) -> Vec<Row> {
        let wanted = self.filter.trim().to_lowercase();
        let mut rows = Vec::new();
        for (number, part) in document.edition.parts.iter().enumerate() {
            let found = part.pieces.iter().enumerate().filter(|(_, piece)| {
                wanted.is_empty()
                    || piece.title.text.to_lowercase().contains(&wanted)
                    || document.edition.byline(piece).to_lowercase().contains(&wanted)
            });
            let pieces: Vec<Row> = found
                .map(|(index, piece)| Row::Piece { part: number, index, piece: piece.clone() })
                .collect();
            if part.title.is_some() && (wanted.is_empty() || !pieces.is_empty()) {
                rows.push(Row::Part(number));
            }
            rows.extend(pieces);
        }
        rows
    }

    /// Arrow keys while the pane has the focus.
    fn keys(&mut self, ui: &Ui, rows: &[Row], acts: &mut Acts) {
        let focus = ui.memory(egui::Memory::focused);
        let focused = rows.iter().position(|row| focus == Some(row.id()));
        let Some(at) = focused else { return };
        // Otherwise egui moves the focus by these keys too, to whatever lies in that direction.
        let arrows = egui::EventFilter { vertical_arrows: true, ..egui::EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(rows[at].id(), arrows));
        let (step, extend, open, toggle, delete, all) = ui.input_mut(|input| {
            let extend = input.modifiers.shift;
            let keep = if extend { Modifiers::SHIFT } else { Modifiers::NONE };
            let down = i64::from(input.consume_key(keep, Key::ArrowDown));
            let up = i64::from(input.consume_key(keep, Key::ArrowUp));
            let home = input.consume_key(keep, Key::Home);
            let end = input.consume_key(keep, Key::End);
            let page = i64::from(input.consume_key(keep, Key::PageDown))
                - i64::from(input.consume_key(keep, Key::PageUp));
            let far = rows.len() as i64;
            let step = down - up + page * 10 + if end { far } else { 0 } - if home { far } else { 0 };
            (
                step,
                extend,
                input.consume_key(Modifiers::NONE, Key::Enter),
                input.consume_key(Modifiers::NONE, Key::Space),
                input.consume_key(Modifiers::NONE, Key::Delete),
                input.consume_key(Modifiers::COMMAND, Key::A),
            )
        });
        if step != 0 {
            let to = (at as i64 + step).clamp(0, rows.len() as i64 - 1) as usize;
            ui.memory_mut(|memory| memory.request_focus(rows[to].id()));
            self.pick(&rows[to], rows, extend, false, acts);
            self.reveal = true;
        }
        if open {
            acts.run(Command::ShowText);
        }
        if toggle {
            acts.run(Command::Include);
        }
        if delete {
            acts.run(Command::Delete);
        }
        if all {
            acts.run(Command::SelectAll);
        }
    }

    /// A row was picked: alone, as the end of a range, or beside what was picked before.
    fn pick(&mut self, row: &Row, rows: &[Row], range: bool, beside: bool, acts: &mut Acts) {
        let Row::Piece { piece, .. } = row else {
            if let Row::Part(part) = row {
                acts.push(Act::Select(Selection::Part(*part)));
            }
            return;
        };
        let file = piece.file.clone();
        let anchor = self.anchor.clone().and_then(|anchor| rows.iter().position(|row| row.is(&anchor)));
        let here = rows.iter().position(|row| row.is(&file));
        let mut files = match (range, anchor, here) {
            (true, Some(from), Some(to)) => {
                let files = rows[from.min(to)..=from.max(to)].iter().filter_map(Row::file);
                files.filter(|other| *other != file).collect()
            }
            _ if beside => self.selected.iter().filter(|other| **other != file).cloned().collect(),
            _ => Vec::new(),
        };
        let taken_out = beside && !range && self.selected.contains(&file);
        if !taken_out {
            files.push(file.clone());
        }
        if !range {
            self.anchor = Some(file);
        }
        acts.push(Act::SelectPieces(files));
    }

    /// The empty space below the rows takes what is dropped to the end.
    fn below(&mut self, ui: &mut Ui, document: &Document, acts: &mut Acts) {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), egui::Sense::hover());
        if response.dnd_hover_payload::<Dragged>().is_some() {
            ui.painter().hline(rect.x_range(), rect.top(), super::look::drop_line(ui));
        }
        if let Some(dragged) = response.dnd_release_payload::<Dragged>() {
            let last = document.edition.parts.len().saturating_sub(1);
            let index = document.edition.parts.last().map_or(0, |part| part.pieces.len());
            drop_on(&dragged, Slot { part: last, index }, last, document, acts);
        }
    }

    /// What is dragged, beside the pointer.
    fn ghost(&self, ui: &Ui, document: &Document) {
        let Some(dragged) = egui::DragAndDrop::payload::<Dragged>(ui.ctx()) else { return };
        let text = match &*dragged {
            Dragged::Pieces(files) if files.len() > 1 => words::pieces(files.len()),
            Dragged::Pieces(files) => {
                let piece = files.first().and_then(|file| document.piece(file));
                piece.map(|piece| piece.title.words()).unwrap_or_default()
            }
            Dragged::Part(part) => {
                let part = document.edition.parts.get(*part);
                part.and_then(|part| part.title.as_ref()).map(|title| title.words()).unwrap_or_default()
            }
        };
        super::drag::ghost(ui, &text);
    }
}

/// Puts what was dragged where it was dropped.
fn drop_on(dragged: &Dragged, slot: Slot, part: usize, document: &Document, acts: &mut Acts) {
    match dragged {
        Dragged::Pieces(files) => {
            let label = super::words::edits::moved(files.len());
            acts.change(label, arrange::moved(&document.edition, files, slot));
        }
        Dragged::Part(from) => {
            acts.change(super::words::edits::PART_MOVED, arrange::part_moved(&document.edition, *from, part))
        }
    }
}

impl Row {
    /// The identity of the row follows what it shows, so that focus and drag follow it too.
    fn id(&self) -> egui::Id {
        match self {
            Row::Part(part) => egui::Id::unique(("contents part", *part)),
            Row::Piece { piece, .. } => egui::Id::unique(("contents piece", &piece.file)),
        }
    }

    fn file(&self) -> Option<PathBuf> {
        match self {
            Row::Part(_) => None,
            Row::Piece { piece, .. } => Some(piece.file.clone()),
        }
    }

    fn is(&self, file: &Path) -> bool {
        matches!(self, Row::Piece { piece, .. } if piece.file == file)
    }
}
