//! The length a piece is fitted to, picked from a list.

use super::piece::pick;
use crate::app::act::Acts;
use crate::app::field;
use crate::app::words::inspector as words;
use crate::edition::copyfit::Copyfit;
use crate::edition::piece::Piece;
use crate::edition::piece_field::PieceField;
use egui::Ui;

/// How many pages more or fewer than it has now a piece may be asked to have; copyfitting bends no further.
const REACH: u16 = 2;

/// Draws the list; `pages` is how many the piece has in the newest book.
pub(super) fn show(ui: &mut Ui, piece: &Piece, pages: Option<usize>, acts: &mut Acts) {
    let mut lines = vec![
        (None, words::AS_IT_FALLS.to_string()),
        (Some(Copyfit::Close), words::CLOSE_LAST_PAGE.to_string()),
    ];
    let now = pages.and_then(|pages| u16::try_from(pages).ok());
    let near = now.into_iter().flat_map(|now| now.saturating_sub(REACH).max(1)..=now.saturating_add(REACH));
    lines.extend(near.map(|pages| (Some(Copyfit::Pages(pages)), words::pages(usize::from(pages)))));
    if let Some(Copyfit::Pages(wish)) = piece.copyfit
        && lines.iter().all(|(line, _)| *line != piece.copyfit)
    {
        lines.push((piece.copyfit, words::pages(usize::from(wish))));
    }
    if let Some(length) = field::choice(ui, &piece.file, words::COPYFIT, &piece.copyfit, &lines, "") {
        pick(acts, piece, PieceField::Copyfit(length));
    }
}
