//! A notice goes in; the change of the edition that mends it comes out.
//!
//! A mend is made anew from the edition as it is when it is asked for: what a notice said a keystroke ago may have
//! been mended by hand.

use super::typography::{self, Custom};
use super::{contacts, people};
use crate::edition::Edition;
use crate::edition::change::Change;
use crate::edition::piece_field::PieceField;
use crate::notice::{Mend, Notice};
use std::path::Path;

/// The change that mends a notice; `None` where the program can't, or there is nothing left to mend.
pub fn change(edition: &Edition, notice: &Notice) -> Option<Change> {
    let file = notice.place.file.as_deref()?;
    match notice.mend? {
        Mend::Typography if file == Path::new("contributors.toml") => {
            let custom = Custom::of_edition(edition);
            edition
                .contributors
                .iter()
                .find(|(id, _)| notice.about.as_deref() == Some(&typography::about(notice.rule, id)))
                .and_then(|(id, person)| typography::mended_person(id, person, notice.rule, custom))
        }
        Mend::Typography => {
            let piece = edition.piece(file)?;
            typography::mended_piece(piece, notice.rule, Custom::of(edition, piece))
        }
        Mend::LeaveOut => edition
            .piece(file)
            .filter(|piece| piece.include)
            .map(|piece| Change::Field(piece.file.clone(), PieceField::Include(false))),
        Mend::TakeOut => contacts::change(edition, notice),
        Mend::KeepNote => people::kept_note(edition, notice),
        Mend::OneRecord => people::one_record(edition, notice),
    }
}
