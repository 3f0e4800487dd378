//! Where a piece was first published, and the right to print it; and the permission of all pieces.

use super::piece::{pick, type_in};
use super::samples;
use crate::app::act::{Act, Acts};
use crate::app::document::Document;
use crate::app::field::{self, Field};
use crate::app::words::{inspector as words, rights};
use crate::check;
use crate::edition::Edition;
use crate::edition::permission::licence::{CreativeCommons, Licence, Terms, Version};
use crate::edition::permission::{Permission, State};
use crate::edition::piece::{Changes, Credit, Piece};
use crate::edition::piece_field::PieceField;
use egui::{Button, Ui};
use std::fmt::Debug;
use std::hash::Hash;

/// The fields of a credit.
pub(super) fn credit(ui: &mut Ui, document: &Document, piece: &Piece, acts: &mut Acts) {
    let file = &piece.file;
    let mut credit = piece.credit.clone().unwrap_or_default();
    let mut changed = false;
    if let Some(new) = Field::new(file, words::OUTLET).words(ui, &credit.outlet) {
        (credit.outlet, changed) = (new, true);
    }
    if let Some(new) = Field::new(file, words::OUTLET_DATE).date(ui, &credit.date) {
        (credit.date, changed) = (new, true);
    }
    if let Some(new) = Field::new(file, words::OUTLET_URL).address(ui, &credit.url) {
        (credit.url, changed) = (new, true);
    }
    let title = Field::new(file, rights::ORIGINAL_TITLE).placeholder(piece.title.words());
    if let Some(new) = title.optional(ui, &credit.title) {
        (credit.title, changed) = (new, true);
    }
    let said =
        |changes: &Option<Changes>| changes.as_ref().map(Changes::written).unwrap_or_default().to_string();
    let changes = Field::new(file, rights::CHANGES);
    if let Some(new) = changes.show(ui, &credit.changes, said, |text| Ok(Changes::parse(text))) {
        (credit.changes, changed) = (new, true);
    }
    match document.edition.credit_line(piece) {
        Some(line) => samples::show(ui, words::AS_PRINTED, [&line]),
        None => field::note(ui, words::CREDIT_NOTE),
    }
    if changed {
        type_in(acts, piece, PieceField::Credit(Some(credit).filter(|credit| *credit != Credit::default())));
    }
}

/// The fields of the permission of a piece.
pub(super) fn permission(ui: &mut Ui, document: &Document, piece: &Piece, acts: &mut Acts) {
    let edition = &document.edition;
    if let Some(state) = state_of(ui, &piece.file, rights::STATE, piece, edition) {
        pick(acts, piece, PieceField::Permission(state));
    }
    if let Some(own) = &piece.permission {
        if let Some(new) = fields(ui, &piece.file, document, own) {
            let field = PieceField::Permission(some(new.permission));
            if new.typed { type_in(acts, piece, field) } else { pick(acts, piece, field) }
        }
        document_buttons(ui, document, piece, own, acts);
    }
    let printed = edition.printed_permission(piece);
    if edition.permission_of(piece).is_some() {
        samples::show(ui, words::AS_PRINTED, printed.as_ref());
    }
    for gap in check::rights::gaps(edition, piece) {
        field::note(ui, &format!("{}: {}.", crate::app::words::notices::weight(gap.weight), gap.what));
    }
}

/// A list of states; the permission with the one that was picked. `Some(None)` leaves it to the edition.
pub(in crate::app) fn state_of(
    ui: &mut Ui,
    whose: impl Hash + Debug,
    names: [&str; 2],
    piece: &Piece,
    edition: &Edition,
) -> Option<Option<Permission>> {
    let own = piece.permission.as_ref();
    let picked = field::choice(ui, whose, names, &stated(own), &states(edition, piece), &otherwise(own))?;
    Some(with_state(own, picked))
}

/// The states of a list, the first leaves it to the edition.
pub(in crate::app) fn states(edition: &Edition, piece: &Piece) -> Vec<(Option<State>, String)> {
    let of_all = edition.permission.as_ref().and_then(|permission| permission.state.as_ref());
    let none = match of_all.filter(|_| piece.permission.as_ref().is_none_or(is_bare)) {
        Some(state) => rights::as_edition(&rights::state(state)),
        None => rights::NOT_SAID.to_string(),
    };
    let known = State::ALL.map(|state| (Some(state.clone()), rights::state(&state)));
    std::iter::once((None, none)).chain(known).collect()
}

/// Whether a permission says no more than a state.
fn is_bare(permission: &Permission) -> bool {
    Permission { state: None, ..permission.clone() } == Permission::default()
}

/// The state of a permission.
pub(in crate::app) fn stated(permission: Option<&Permission>) -> Option<State> {
    permission.and_then(|permission| permission.state.clone())
}

/// What a list shows of a state that is not on it.
pub(in crate::app) fn otherwise(permission: Option<&Permission>) -> String {
    stated(permission).map(|state| rights::state(&state)).unwrap_or_default()
}

/// The permission with another state; `None` where it says nothing any more.
pub(in crate::app) fn with_state(own: Option<&Permission>, state: Option<State>) -> Option<Permission> {
    some(Permission { state, ..own.cloned().unwrap_or_default() })
}

fn some(permission: Permission) -> Option<Permission> {
    Some(permission).filter(|permission| *permission != Permission::default())
}

/// A permission as it was changed: by typing or by picking.
struct Changed {
    permission: Permission,
    typed: bool,
}

/// The fields beside the state.
fn fields(
    ui: &mut Ui,
    whose: impl Hash + Debug + Copy,
    document: &Document,
    own: &Permission,
) -> Option<Changed> {
    let mut permission = own.clone();
    let (mut typed, mut picked) = (false, false);
    if own.state == Some(State::Licence) {
        licence(ui, whose, &mut permission, &mut typed, &mut picked);
    }
    if let Some(new) = Field::new(whose, rights::HOLDER).optional(ui, &permission.holder) {
        (permission.holder, typed) = (new, true);
    }
    if let Some(new) = Field::new(whose, rights::PERMISSION_DATE).date(ui, &permission.date) {
        (permission.date, typed) = (new, true);
    }
    let is_there = permission.document.as_ref().is_none_or(|path| document.edition.has_document(path));
    let field = Field::new(whose, rights::DOCUMENT).placeholder("permissions/…");
    let field = field.note(if is_there { "" } else { rights::NO_DOCUMENT });
    let path = permission.document.as_ref().map(ToString::to_string);
    let parse = |text: &str| match text.trim() {
        "" => Ok(None),
        path if Permission::is_path(path) => Ok(Some(path.replace('\\', "/"))),
        _ => Err(rights::OUTSIDE.to_string()),
    };
    if let Some(new) = field.show(ui, &path, |path| path.clone().unwrap_or_default(), parse) {
        (permission.document, typed) = (new.map(Into::into), true);
    }
    let wording = Field::new(whose, rights::WORDING);
    if let Some(new) = wording.optional(ui, &permission.wording) {
        (permission.wording, typed) = (new, true);
    }
    (typed || picked).then_some(Changed { permission, typed })
}

/// The licence: a list of those of Creative Commons, and its name in any case.
fn licence(
    ui: &mut Ui,
    whose: impl Hash + Debug + Copy,
    permission: &mut Permission,
    typed: &mut bool,
    picked: &mut bool,
) {
    let mut licence = permission.licence.clone().unwrap_or_default();
    let newest = |terms| CreativeCommons {
        terms,
        version: Some(if terms == Terms::Zero { Version::V1_0 } else { Version::V4_0 }),
        port: None,
    };
    let known = Terms::ALL.map(|terms| (Some(newest(terms)), newest(terms).to_string()));
    let chosen = licence.creative_commons();
    let otherwise = chosen.map_or(rights::OTHER_LICENCE.to_string(), |known| known.to_string());
    if let Some(Some(new)) = field::choice(ui, whose, rights::LICENCE, &chosen, &known, &otherwise) {
        (licence, *picked) = (Licence { name: new.to_string(), url: None }, true);
    }
    let full_name = chosen.map(|known| known.full_name()).unwrap_or_default();
    if let Some(new) = Field::new(whose, rights::LICENCE_NAME).note(&full_name).words(ui, &licence.name) {
        (licence.name, *typed) = (new, true);
    }
    let usual = chosen.and_then(|known| known.address()).unwrap_or_default();
    let url = Field::new(whose, rights::LICENCE_URL);
    let written = |url: &Option<String>| url.clone().unwrap_or_default();
    let parse = |text: &str| match text.trim() {
        "" => Ok(None),
        url if crate::edition::markdown::is_safe_link(url) => Ok(Some(url.to_string())),
        _ => Err(words::NO_ADDRESS.to_string()),
    };
    let usual = if usual.is_empty() { "https://" } else { &usual };
    if let Some(new) = url.placeholder(usual).show(ui, &licence.url, written, parse) {
        (licence.url, *typed) = (new, true);
    }
    permission.licence = Some(licence).filter(|licence| *licence != Licence::default());
}

fn document_buttons(ui: &mut Ui, document: &Document, piece: &Piece, own: &Permission, acts: &mut Acts) {
    ui.horizontal_wrapped(|ui| {
        if ui.button(rights::CHOOSE_DOCUMENT).on_hover_text(rights::CHOOSE_DOCUMENT_TIP).clicked() {
            acts.push(Act::AskForDocument(piece.file.clone()));
        }
        let there = own.document.as_ref().filter(|path| document.edition.has_document(path));
        if ui.add_enabled(there.is_some(), Button::new(rights::OPEN_DOCUMENT)).clicked()
            && let Some(path) = there
        {
            acts.push(Act::OpenOutside(document.dir.join(&**path)));
        }
    });
}

/// The permission of all pieces; the new one, when it was changed, and whether by typing.
pub(super) fn of_all(ui: &mut Ui, document: &Document) -> Option<(Option<Permission>, bool)> {
    const WHOSE: &str = "edition";
    let own = document.edition.permission.as_ref();
    let known = State::ALL.map(|state| (Some(state.clone()), rights::state(&state)));
    let lines: Vec<_> = std::iter::once((None, rights::NOT_SAID.to_string())).chain(known).collect();
    let picked = field::choice(ui, WHOSE, rights::ALL_PIECES, &stated(own), &lines, &otherwise(own));
    if let Some(state) = picked {
        return Some((with_state(own, state), false));
    }
    let changed = fields(ui, WHOSE, document, own?)?;
    Some((some(changed.permission), changed.typed))
}
