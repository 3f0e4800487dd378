//! A piece's own note beside the one of the record, and what becomes of it.

use super::samples;
use crate::app::act::Acts;
use crate::app::document::Document;
use crate::app::words::edits;
use crate::app::words::{inspector, people as words};
use crate::edition::arrange::{self, NoteChoice};
use crate::edition::piece::{AuthorNote, Piece};
use crate::edition::text::Text;
use egui::Ui;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Draws both with what differs marked, and the three answers; nothing where they say the same.
pub(super) fn show(ui: &mut Ui, document: &Document, piece: &Piece, acts: &mut Acts) {
    let AuthorNote::Own { text, .. } = &piece.author_note else { return };
    let Some((_, person)) = document.edition.differing_note(piece) else { return };
    ui.label(words::DIFFERS);
    let (record, own) = (split(&person.short_note), split(text));
    let (record, own) = marked(&record, &own);
    samples::compared(ui, words::IN_RECORD, &record);
    samples::compared(ui, words::IN_PIECE, &own);
    ui.horizontal_wrapped(|ui| {
        for ([label, tip], choice) in [
            (words::TAKE_NOTE, NoteChoice::Take),
            (words::USE_RECORD, NoteChoice::UseRecord),
            (words::KEEP_NOTE, NoteChoice::Keep),
        ] {
            if ui.button(label).on_hover_text(tip).clicked() {
                let change = arrange::note_settled(&document.edition, &piece.file, choice);
                acts.change(edits::field(inspector::AUTHOR_NOTE[0]), change);
            }
        }
    });
}

fn split(text: &Text) -> Vec<String> {
    let mut words = Vec::new();
    text.each_paragraph(&mut |paragraph| {
        words.extend(paragraph.text.split_whitespace().map(str::to_string));
    });
    words
}

/// Words of a text, each with whether the other text has it not.
type Marked<'w> = Vec<(&'w str, bool)>;

/// The words of both.
fn marked<'w>(one: &'w [String], other: &'w [String]) -> (Marked<'w>, Marked<'w>) {
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for operation in capture_diff_slices(Algorithm::Patience, one, other) {
        let differs = !matches!(operation, DiffOp::Equal { .. });
        left.extend(one[operation.old_range()].iter().map(|word| (word.as_str(), differs)));
        right.extend(other[operation.new_range()].iter().map(|word| (word.as_str(), differs)));
    }
    (left, right)
}
