//! The board: one row a piece, with what is known of it and what is still missing. A click selects the piece, so that
//! the inspector shows its fields; the state of its permission can be set in the row itself.

use super::act::{Act, Acts, Selection};
use super::document::Document;
use super::inspector::rights as states;
use super::words::{edits, rights as words};
use super::{field, look};
use crate::check::board::{self, Board, Row};
use crate::edition::change::Change;
use crate::edition::piece_field::PieceField;
use crate::notice::Weight;
use egui::{ComboBox, Key, Label, Rect, RichText, ScrollArea, Sense, Ui, UiBuilder, vec2};
use std::path::PathBuf;
use std::sync::Arc;

/// How high a row is, in points: three lines.
const ROW: f32 = 66.0;
/// How wide the list of states in a row is.
const STATES: f32 = 170.0;

/// The pane, and the board it shows.
#[derive(Debug, Default)]
pub(super) struct BoardPane {
    only_missing: bool,
    made: Option<Made>,
}

/// A board, and what it was made of.
#[derive(Debug)]
struct Made {
    dir: PathBuf,
    generation: u64,
    variant: Option<Arc<str>>,
    board: Arc<Board>,
}

impl BoardPane {
    /// The board of the edition as it is now, or of the variant that is shown.
    fn board(&mut self, document: &Document) -> Arc<Board> {
        let variant = document.shown().cloned();
        let is_newest = |made: &&Made| {
            made.generation == document.generation && made.variant == variant && made.dir == document.dir
        };
        if let Some(made) = self.made.as_ref().filter(is_newest) {
            return made.board.clone();
        }
        let board = Arc::new(board::of(&document.to_show()));
        let (dir, generation) = (document.dir.clone(), document.generation);
        self.made = Some(Made { dir, generation, variant, board: board.clone() });
        board
    }

    /// Draws the pane.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        selection: &Selection,
        selected: &[PathBuf],
        acts: &mut Acts,
    ) {
        let board = self.board(document);
        ui.horizontal_wrapped(|ui| {
            if let Some(on) = field::check(ui, words::ONLY_MISSING, self.only_missing) {
                self.only_missing = on;
            }
            ui.label(RichText::new(board.summary()).color(look::weak(ui)));
        });
        ui.separator();
        let wanted = |row: &&Row| !self.only_missing || !row.missing.is_empty();
        let rows: Vec<&Row> = board.rows.iter().filter(wanted).collect();
        if rows.is_empty() {
            let why = if board.rows.is_empty() { words::NO_ROWS } else { words::NOTHING_LACKS };
            ui.label(why);
            return;
        }
        let is_selected = |row: &Row| *selection == Selection::Pieces && selected.contains(&row.file);
        let mut area = ScrollArea::vertical().id_salt("board").auto_shrink(false);
        if let Some(next) = moved(ui, &rows) {
            ui.memory_mut(|memory| memory.request_focus(id(rows[next])));
            acts.push(Act::SelectPieces(vec![rows[next].file.clone()]));
            area = area.vertical_scroll_offset(look::offset_of_row(ui, next, ROW, rows.len()));
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        area.show_rows(ui, ROW, rows.len(), |ui, shown| {
            for row in &rows[shown] {
                piece(ui, document, row, is_selected(row), acts);
            }
        });
    }
}

fn id(row: &Row) -> egui::Id {
    egui::Id::unique(("board row", &row.file))
}

/// The row that the arrow keys lead to from the one that has the focus; a row out of view is not drawn, so that egui
/// can't go there itself.
fn moved(ui: &Ui, rows: &[&Row]) -> Option<usize> {
    let focused = ui.memory(|memory| memory.focused())?;
    let at = rows.iter().position(|row| id(row) == focused)?;
    let (up, down) = ui.input(|input| (input.key_pressed(Key::ArrowUp), input.key_pressed(Key::ArrowDown)));
    let next = if down {
        at + 1
    } else if up {
        at.checked_sub(1)?
    } else {
        return None;
    };
    (next < rows.len()).then_some(next)
}

/// The row of a piece.
fn piece(ui: &mut Ui, document: &Document, row: &Row, selected: bool, acts: &mut Acts) {
    let rect = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), ROW));
    let response = ui.interact(rect, id(row), Sense::click());
    ui.advance_cursor_after_rect(rect);
    let lacks = lacks(row);
    let name = words::row_for_readers(&row.title, &row.authors, row.standing.words(), &lacks);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::ListBoxOption, true, selected, &name));
    let visuals = ui.visuals();
    if selected || response.hovered() || response.has_focus() {
        let fill = if selected { visuals.selection.bg_fill } else { visuals.widgets.hovered.weak_bg_fill };
        ui.painter().rect_filled(rect, 3.0, fill);
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), visuals.widgets.noninteractive.bg_stroke);
    let response = response.on_hover_text(facts(row).join("\n"));
    if response.clicked() {
        response.request_focus();
        acts.push(Act::SelectPieces(vec![row.file.clone()]));
    }
    let inner = rect.shrink2(vec2(8.0, 4.0));
    let left = Rect::from_min_max(inner.min, inner.max - vec2(STATES + 12.0, 0.0));
    let right = Rect::from_min_max(egui::pos2(inner.right() - STATES, inner.top()), inner.max);
    lines(ui, left, row, &lacks, selected);
    state(&mut ui.new_child(UiBuilder::new().max_rect(right)), document, row, acts);
}

/// What is missing, in a sentence.
fn lacks(row: &Row) -> String {
    match (row.missing.is_empty(), row.blocked) {
        (true, _) => String::new(),
        (false, true) => words::not_yet(&row.lacks()),
        (false, false) => words::missing(&row.lacks()),
    }
}

/// Title and authors, what is known, what is missing; painted, because the row has said it all to those who listen.
fn lines(ui: &Ui, rect: Rect, row: &Row, lacks: &str, selected: bool) {
    let plain = ui.visuals().strong_text_color();
    // On the colour of the selection only plain letters are legible; the words say what colours say elsewhere.
    let weak = if selected { plain } else { look::weak(ui) };
    let line = |from: f32, text: &str, font, colour| {
        let top = rect.min + vec2(0.0, from);
        look::line(ui, Rect::from_min_size(top, vec2(rect.width(), 18.0)), text, font, colour, false);
    };
    let by = if row.authors.is_empty() { String::new() } else { format!(" — {}", row.authors) };
    line(0.0, &format!("{}{by}", row.title), look::body(), plain);
    line(21.0, &facts(row).join(" · "), look::small(), weak);
    match lacks {
        "" => line(39.0, words::COMPLETE, look::small(), weak),
        lacks => {
            let weight = if row.blocked { Weight::Fault } else { Weight::Doubt };
            let colour = if selected { plain } else { look::weight(ui, weight) };
            line(39.0, lacks, look::small(), colour);
        }
    }
}

/// What is known of a piece beside the state of its permission.
fn facts(row: &Row) -> Vec<String> {
    let holder: Vec<String> = row.holder.iter().chain(&row.date).cloned().collect();
    let facts = [
        Some(words::note(row.author_note.word())),
        Some(words::disclaimer(&row.disclaimer)),
        row.credit.as_deref().map(words::credit),
        Some(holder.join(", ")).filter(|holder| !holder.is_empty()),
        row.document.as_ref().map(|document| words::document(&document.path, document.found)),
    ];
    facts.into_iter().flatten().collect()
}

/// The state of the permission, to be set here.
fn state(ui: &mut Ui, document: &Document, row: &Row, acts: &mut Acts) {
    let Some(piece) = document.piece(&row.file) else { return };
    let own = piece.permission.as_ref();
    let stated = states::stated(own);
    let options = states::states(&document.edition, piece);
    let otherwise = states::otherwise(own);
    let shown = options.iter().find(|(state, _)| *state == stated).map_or(&*otherwise, |(_, text)| text);
    let list = ComboBox::from_id_salt(("board state", &row.file)).width(STATES - 8.0).truncate();
    let list = list.selected_text(shown).show_ui(ui, |ui| {
        let picked = options.iter().filter(|(state, text)| field::line(ui, *state == stated, text));
        picked.map(|(state, _)| state.clone()).last()
    });
    list.response.accessible_name(words::state_of(&row.title));
    if row.standing.words() != shown.to_lowercase()
        && stated == Some(crate::edition::permission::State::Licence)
    {
        ui.add(
            Label::new(RichText::new(row.standing.words()).font(look::small())).truncate().selectable(false),
        );
    }
    if let Some(picked) = list.inner.flatten().filter(|picked| *picked != stated) {
        let field = PieceField::Permission(states::with_state(own, picked));
        acts.change(edits::field(field.name()), Change::Field(row.file.clone(), field));
    }
}
