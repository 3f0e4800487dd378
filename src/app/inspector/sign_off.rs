//! The sign-off of a piece: how it stands, and how it is written down or taken back.

use super::piece::pick;
use crate::app::act::Acts;
use crate::app::document::Document;
use crate::app::field::{self, Field};
use crate::app::words::inspector as words;
use crate::edition::date::Date;
use crate::edition::piece::Piece;
use crate::edition::piece_field::PieceField;
use crate::edition::sign_off::{Fingerprint, SignOff, Standing};
use egui::{Button, Id, Label, Ui};
use std::sync::Arc;

/// What is typed before it is written down.
#[derive(Clone, Debug, Default)]
struct Draft {
    by: String,
    date: Option<Date>,
    text: Option<Fingerprint>,
}

/// Draws how things stand, and the fields of a new sign-off where there is none that holds.
pub(super) fn show(ui: &mut Ui, document: &Document, piece: &Arc<Piece>, acts: &mut Acts) {
    let standing = document.edition.standing(piece);
    ui.add(Label::new(words::standing(standing, piece.signed.as_ref())).wrap());
    if piece.signed.is_some() && ui.button(words::TAKE_BACK[0]).on_hover_text(words::TAKE_BACK[1]).clicked() {
        pick(acts, piece, PieceField::Signed(None));
    }
    if standing != Standing::Signed {
        sign(ui, document, piece, acts);
    }
    field::note(ui, &words::state_of_text(&document.edition.fingerprint(piece).to_string()));
}

fn sign(ui: &mut Ui, document: &Document, piece: &Piece, acts: &mut Acts) {
    let id = Id::unique(("sign-off", &piece.file));
    let mut draft = ui.data(|data| data.get_temp::<Draft>(id)).unwrap_or_default();
    let byline = document.edition.byline(piece);
    let mut changed = false;
    if let Some(by) = Field::new(&piece.file, words::SIGNED_BY).placeholder(&byline).words(ui, &draft.by) {
        (draft.by, changed) = (by, true);
    }
    if let Some(date) = Field::new(&piece.file, words::SIGNED_ON).date(ui, &draft.date) {
        (draft.date, changed) = (date, true);
    }
    let write = |text: &Option<Fingerprint>| text.map(|text| text.to_string()).unwrap_or_default();
    let read = |text: &str| match Fingerprint::parse(text) {
        _ if text.trim().is_empty() => Ok(None),
        None => Err(words::NO_STATE.to_string()),
        text => Ok(text),
    };
    let text = Field::new(&piece.file, words::SIGNED_TEXT).placeholder(words::AS_IT_IS_NOW);
    if let Some(text) = text.show(ui, &draft.text, write, read) {
        (draft.text, changed) = (text, true);
    }
    let by = if draft.by.trim().is_empty() { byline } else { draft.by.trim().to_string() };
    let button = ui.add_enabled(!by.is_empty(), Button::new(words::SIGN[0]));
    if button.on_hover_text(words::SIGN[1]).on_disabled_hover_text(words::SIGNED_BY[1]).clicked() {
        // The piece in the edition, so that its words are those of this moment.
        let now = document.piece(&piece.file).map(|piece| document.edition.fingerprint(piece));
        let signed = SignOff { by, date: draft.date, text: draft.text.or(now) };
        pick(acts, piece, PieceField::Signed(Some(signed)));
        ui.data_mut(|data| data.remove::<Draft>(id));
    } else if changed {
        ui.data_mut(|data| _ = data.insert_temp(id, draft));
    }
}
