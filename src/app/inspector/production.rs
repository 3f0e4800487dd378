//! How the files of an edition are made: its cover, the press, standards of the PDF.

use super::lengths::Unit;
use crate::app::act::{Act, Acts};
use crate::app::document::Document;
use crate::app::field::{self, Field};
use crate::app::words::{edits, production as words};
use crate::edition::change::Change;
use crate::edition::history::MergeKey;
use crate::edition::production::cover::{CoverColour, CoverStyle};
use crate::edition::production::standard::Standard;
use crate::edition::production::stock::Stock;
use crate::edition::production::{Press, PressColour, Production, Signature};
use crate::units::Length;
use egui::Ui;

/// Whose fields these are.
const WHOSE: &str = "production";

/// Asks for another way to make files; what is typed is one step of undo.
fn change(acts: &mut Acts, field: &'static str, typed: bool, production: Production) {
    let change = Change::Production(Box::new(production));
    match typed {
        true => acts.type_in(edits::field(field), change, MergeKey::EditionField(field)),
        false => acts.change(edits::field(field), change),
    }
}

/// Draws the fields of the cover.
pub(super) fn cover(ui: &mut Ui, document: &Document, acts: &mut Acts) {
    let now = &document.edition.production;
    let with = |put: &dyn Fn(&mut Production)| {
        let mut new = now.clone();
        put(&mut new);
        new
    };
    let mut styles = vec![(None, words::AS_THEME.to_string())];
    styles.extend(CoverStyle::ALL.map(|(_, style)| (Some(style), words::style(style).to_string())));
    if let Some(style) = field::choice(ui, WHOSE, words::STYLE, &now.cover.style, &styles, "") {
        change(acts, words::STYLE[0], false, with(&|new| new.cover.style = style));
    }
    let mut colours = vec![(None, words::AS_THEME.to_string())];
    colours.extend(CoverColour::ALL.map(|(_, colour)| (Some(colour), words::colour(colour).to_string())));
    if let Some(colour) = field::choice(ui, WHOSE, words::COLOUR, &now.cover.colour, &colours, "") {
        change(acts, words::COLOUR[0], false, with(&|new| new.cover.colour = colour));
    }
    let picture = now.cover.picture.as_ref().map(ToString::to_string);
    let typed = Field::new(WHOSE, words::PICTURE).placeholder(words::NO_PICTURE).optional(ui, &picture);
    if let Some(path) = typed {
        change(
            acts,
            words::PICTURE[0],
            true,
            with(&|new| new.cover.picture = path.as_deref().map(Into::into)),
        );
    }
    if ui.button(words::CHOOSE_PICTURE).accessible_name(words::CHOOSE_COVER).clicked() {
        acts.push(Act::AskForCoverPicture);
    }
    let blurb = Field::new(WHOSE, words::BLURB).rows(3).note(words::BLURB_NOTE);
    if let Some(blurb) = blurb.optional(ui, &now.cover.blurb) {
        change(acts, words::BLURB[0], true, with(&|new| new.cover.blurb = blurb.clone()));
    }
}

/// Draws the fields of the press.
pub(super) fn press(ui: &mut Ui, document: &Document, acts: &mut Acts) {
    let now = &document.edition.production;
    let with = |put: &dyn Fn(&mut Press)| {
        let mut new = now.clone();
        put(&mut new.press);
        new
    };
    let bleed = Field::new(WHOSE, words::BLEED).placeholder("3 mm");
    let write =
        |bleed: &Option<Length>| bleed.map(|bleed| Unit::Millimetres.write(bleed)).unwrap_or_default();
    if let Some(bleed) = bleed.show(ui, &now.press.bleed, write, bleed_of) {
        change(acts, words::BLEED[0], true, with(&|new| new.bleed = bleed));
    }
    if let Some(on) = field::check(ui, words::MARKS, now.press.marks == Some(true)) {
        change(acts, words::MARKS[0], false, with(&|new| new.marks = on.then_some(true)));
    }
    let colours = [
        (PressColour::AsIs, words::AS_IS.to_string()),
        (PressColour::Grey, words::GREY.to_string()),
        (PressColour::Cmyk, words::INKS.to_string()),
    ];
    let colour = now.press.colour.unwrap_or_default();
    if let Some(colour) = field::choice(ui, WHOSE, words::PICTURES, &colour, &colours, "") {
        let colour = Some(colour).filter(|colour| *colour != PressColour::default());
        change(acts, words::PICTURES[0], false, with(&|new| new.colour = colour));
    }
    profile(ui, now, acts);
    let mut signatures = vec![(None, words::NO_SIGNATURE.to_string())];
    signatures.extend(Signature::ALL.map(|(it, pages)| (Some(it), words::signature(pages))));
    if let Some(signature) = field::choice(ui, WHOSE, words::SIGNATURE, &now.press.signature, &signatures, "")
    {
        change(acts, words::SIGNATURE[0], false, with(&|new| new.signature = signature));
    }
    let paper = Field::new(WHOSE, words::PAPER).placeholder(Stock::USUAL.to_string()).note(words::PAPER_NOTE);
    let write = |paper: &Option<Stock>| paper.map(|paper| paper.to_string()).unwrap_or_default();
    if let Some(paper) = paper.show(ui, &now.press.paper, write, paper_of) {
        change(acts, words::PAPER[0], true, with(&|new| new.paper = paper));
    }
    let ink = Field::new(WHOSE, words::INK).placeholder(format!("{} %", Press::INK));
    let write = |ink: &Option<u16>| ink.map(|ink| format!("{ink} %")).unwrap_or_default();
    if let Some(ink) = ink.show(ui, &now.press.ink, write, ink_of) {
        change(acts, words::INK[0], true, with(&|new| new.ink = ink));
    }
}

/// The profile of the press: its name, a way to another one, a way to none.
fn profile(ui: &mut Ui, now: &Production, acts: &mut Acts) {
    let profile = now.press.profile.as_ref();
    let (label, removed) = field::head(ui, words::PROFILE, profile.map(|_| words::NO_PROFILE));
    if removed {
        let mut new = now.clone();
        new.press.profile = None;
        change(acts, words::PROFILE[0], false, new);
    }
    let name = profile.map_or(words::OWN_PROFILE.to_string(), |profile| profile.path.to_string());
    ui.add(egui::Label::new(name).wrap()).labelled_by(label.id);
    if ui.button(words::CHOOSE_PROFILE).clicked() {
        acts.push(Act::AskForProfile);
    }
}

/// Draws the standards that the PDF must meet.
pub(super) fn standards(ui: &mut Ui, document: &Document, acts: &mut Acts) {
    let now = &document.edition.production;
    let archive = now.standards.iter().copied().find(|standard| standard.archive().is_some());
    let accessible = now.standards.contains(&Standard::Ua1);
    let with = |archive: Option<Standard>, accessible: bool| {
        let standards = archive.into_iter().chain(accessible.then_some(Standard::Ua1)).collect();
        Production { standards, ..now.clone() }
    };
    let mut lines = vec![(None, words::NO_STANDARD.to_string())];
    let archives = Standard::ALL.into_iter().filter(|standard| standard.archive().is_some());
    lines.extend(archives.map(|standard| (Some(standard), words::standard(standard))));
    if let Some(archive) = field::choice(ui, WHOSE, words::ARCHIVE, &archive, &lines, "") {
        change(acts, words::ARCHIVE[0], false, with(archive, accessible));
    }
    if let Some(on) = field::check(ui, words::ACCESSIBLE, accessible) {
        change(acts, words::ACCESSIBLE[0], false, with(archive, on));
    }
    if let Some(why) = Standard::contradiction(&now.standards) {
        field::error(ui, why);
    }
    field::note(ui, words::STANDARDS_NOTE);
}

fn bleed_of(text: &str) -> Result<Option<Length>, String> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let bleed = Unit::Millimetres.parse(text, Length::pt(11.0))?;
    let fits = (Length::ZERO..=Length::mm(20.0)).contains(&bleed);
    fits.then_some(Some(bleed)).ok_or_else(|| words::WRONG_BLEED.to_string())
}

fn paper_of(text: &str) -> Result<Option<Stock>, String> {
    match text.trim() {
        "" => Ok(None),
        text => Stock::parse(text).map(Some),
    }
}

fn ink_of(text: &str) -> Result<Option<u16>, String> {
    let text = text.trim().trim_end_matches('%').trim_end();
    if text.is_empty() {
        return Ok(None);
    }
    let ink = text.parse().ok().filter(|ink| (100..=400).contains(ink));
    ink.map(Some).ok_or_else(|| words::WRONG_INK.to_string())
}
