//! The fields of the design: what an editor says, and what theme and page size say where she says nothing.

use super::lengths::{LengthField, Unit};
use super::owner::Owner;
use super::{section, theme};
use crate::app::act::{Act, Acts};
use crate::app::document::Document;
use crate::app::field::{self, Field};
use crate::app::words::{edits, inspector as words};
use crate::design::Design;
use crate::edition::design_settings::{
    Counting, DesignSettings, MarginSettings, NotesPlace, Opener, Portraits, Quotes,
};
use crate::edition::numerals::Numerals;
use crate::edition::picture::is_picture_name;
use crate::notice::Notices;
use crate::units::Length;
use egui::Ui;

/// Draws the fields of the edition's design.
pub(super) fn show(ui: &mut Ui, document: &Document, acts: &mut Acts) {
    // What holds now: a few additions, so that it is never a book behind.
    let design = Design::of(&document.edition, &mut Notices::new());
    sections(ui, &Owner::edition(&document.edition), &design, acts);
}

/// Draws the fields of the design of an edition or a variant; `design` is what holds now.
pub(super) fn sections(ui: &mut Ui, owner: &Owner<'_>, design: &Design, acts: &mut Acts) {
    section(ui, words::LOOK, |ui| {
        theme::themes(ui, owner, design, acts);
        theme::trims(ui, owner, design, acts);
    });
    section(ui, words::TYPE, |ui| {
        type_sizes(ui, owner, design, acts);
        hyphenate(ui, owner, design, acts);
        quotes(ui, owner, acts);
        numerals(ui, owner, acts);
        notes(ui, owner, design, acts);
        portraits(ui, owner, acts);
    });
    section(ui, words::MARGINS, |ui| margins(ui, owner, design, acts));
    section(ui, words::OPENING, |ui| {
        opener(ui, owner, design, acts);
        sink(ui, owner, design, acts);
        drop_caps(ui, owner, design, acts);
        ornament(ui, owner, design, acts);
    });
    section(ui, words::FONTS, |ui| fonts(ui, owner, acts));
}

fn type_sizes(ui: &mut Ui, owner: &Owner<'_>, design: &Design, acts: &mut Acts) {
    let wishes = owner.wishes();
    let field = |names, low, high, now, base: &Option<Length>| LengthField {
        names,
        unit: Unit::Points,
        within: (low, high),
        now,
        reset: owner.reset(base, words::AS_THEME),
        em: design.body_size,
    };
    let mut new = wishes.clone();
    let size =
        field(words::BODY_SIZE, Length::pt(6.0), Length::pt(36.0), design.body_size, &owner.base.body_size);
    let leading =
        field(words::LEADING, design.body_size, Length::pt(72.0), design.leading, &owner.base.leading);
    let indent = field(words::INDENT, Length::ZERO, design.trim.width / 4, design.indent, &owner.base.indent);
    for (field, wish) in [(size, &mut new.body_size), (leading, &mut new.leading), (indent, &mut new.indent)]
    {
        if let Some(length) = field.show(ui, *wish) {
            *wish = length;
        }
    }
    if new != *wishes {
        owner.type_in(acts, words::TYPE, owner.design(new));
    }
}

fn margins(ui: &mut Ui, owner: &Owner<'_>, design: &Design, acts: &mut Acts) {
    let wishes = owner.wishes();
    let mut new = wishes.margins;
    let MarginSettings { top, bottom, inner, outer } = &mut new;
    let (now, base) = (&design.margins, &owner.base.margins);
    let height = design.trim.height / 3;
    let width = design.trim.width / 3;
    let fields = [
        (words::TOP, top, now.top, height, base.top),
        (words::BOTTOM, bottom, now.bottom, height, base.bottom),
        (words::INNER, inner, now.inner, width, base.inner),
        (words::OUTER, outer, now.outer, width, base.outer),
    ];
    for (names, wish, now, most, base) in fields {
        let within = (Length::ZERO, most);
        let (unit, em) = (Unit::Millimetres, design.body_size);
        let reset = owner.reset(&base, words::AS_TRIM);
        if let Some(length) = (LengthField { names, unit, within, now, reset, em }).show(ui, *wish) {
            *wish = length;
        }
    }
    if new != wishes.margins {
        owner.type_in(acts, words::MARGINS, owner.design(DesignSettings { margins: new, ..wishes.clone() }));
    }
}

fn opener(ui: &mut Ui, owner: &Owner<'_>, design: &Design, acts: &mut Acts) {
    let wishes = owner.wishes();
    let usual = owner.base.opener.unwrap_or(design.theme.sizes(design.trim).opener);
    let usual = match usual {
        Opener::Recto => words::RIGHT_PAGE,
        Opener::Next => words::NEXT_PAGE,
        Opener::RunOn => words::SAME_PAGE,
    };
    let by = if owner.base.opener.is_some() { words::as_edition(usual) } else { words::as_theme(usual) };
    let lines = [
        (None, by),
        (Some(Opener::Next), words::NEXT_PAGE.to_string()),
        (Some(Opener::Recto), words::RIGHT_PAGE.to_string()),
        (Some(Opener::RunOn), words::SAME_PAGE.to_string()),
    ];
    if let Some(opener) = field::choice(ui, owner.id(), words::OPENER, &wishes.opener, &lines, "") {
        acts.change(
            edits::field(words::OPENER[0]),
            owner.design(DesignSettings { opener, ..wishes.clone() }),
        );
    }
    match design.opener {
        Opener::Recto => field::note(ui, words::RIGHT_PAGE_NOTE),
        Opener::RunOn => field::note(ui, words::SAME_PAGE_NOTE),
        Opener::Next => {}
    }
}

fn sink(ui: &mut Ui, owner: &Owner<'_>, design: &Design, acts: &mut Acts) {
    let wishes = owner.wishes();
    let set = |sink| owner.design(DesignSettings { sink, ..wishes.clone() });
    let (label, reset) =
        field::head(ui, words::SINK, wishes.sink.map(|_| owner.reset(&owner.base.sink, words::AS_THEME)));
    let write = |sink: &Option<u8>| sink.map(|sink| sink.to_string()).unwrap_or_default();
    let field =
        Field::new(owner.id(), words::SINK).placeholder(by(&owner.base.sink, &design.sink.to_string()));
    let typed = field.input(ui, &label, &wishes.sink, write, lines_above);
    if let Some(sink) = if reset { Some(None) } else { typed } {
        owner.type_in(acts, words::SINK[0], set(sink));
    }
}

fn drop_caps(ui: &mut Ui, owner: &Owner<'_>, design: &Design, acts: &mut Acts) {
    let wishes = owner.wishes();
    let lines = [0_u16, 2, 3, 4].map(|lines| match lines {
        0 => (lines, words::NO_INITIAL.to_string()),
        lines => (lines, words::initial_of(lines)),
    });
    if let Some(lines) = field::choice(ui, owner.id(), words::DROP_CAPS, &design.drop_caps, &lines, "") {
        // What is so anyway need not be said.
        let drop_caps = Some(lines as u8).filter(|lines| *lines != owner.base.drop_caps.unwrap_or(0));
        let change = owner.design(DesignSettings { drop_caps, ..wishes.clone() });
        acts.change(edits::field(words::DROP_CAPS[0]), change);
    }
}

fn notes(ui: &mut Ui, owner: &Owner<'_>, design: &Design, acts: &mut Acts) {
    let wishes = owner.wishes();
    let places = [
        (NotesPlace::Foot, words::AT_FOOT.to_string()),
        (NotesPlace::End, words::AT_END.to_string()),
        (NotesPlace::Book, words::AT_BACK.to_string()),
    ];
    if let Some(place) = field::choice(ui, owner.id(), words::NOTES_STAND, &design.notes, &places, "") {
        let notes = (place != owner.base.notes.unwrap_or_default()).then_some(place);
        let change = owner.design(DesignSettings { notes, ..wishes.clone() });
        acts.change(edits::field(words::NOTES_STAND[0]), change);
    }
}

fn portraits(ui: &mut Ui, owner: &Owner<'_>, acts: &mut Acts) {
    let wishes = owner.wishes();
    let usual = owner.base.portraits.unwrap_or_default();
    let lines = [
        (Portraits::None, words::PORTRAITS_NONE.to_string()),
        (Portraits::Contributors, words::PORTRAITS_ABOUT.to_string()),
        (Portraits::All, words::PORTRAITS_ALL.to_string()),
    ];
    let now = wishes.portraits.unwrap_or(usual);
    if let Some(place) = field::choice(ui, owner.id(), words::PORTRAITS, &now, &lines, "") {
        let portraits = (place != usual).then_some(place);
        let change = owner.design(DesignSettings { portraits, ..wishes.clone() });
        acts.change(edits::field(words::PORTRAITS[0]), change);
    }
}

/// What stands in an empty field: the value, and who says it.
fn by<T>(base: &Option<T>, value: &str) -> String {
    if base.is_some() { words::is_by_edition(value) } else { words::is_now(value) }
}

/// A number of lines as it is typed; none is the theme's.
fn lines_above(text: &str) -> Result<Option<u8>, String> {
    match text.trim() {
        "" => Ok(None),
        text => {
            text.parse().ok().filter(|lines| *lines <= 40).map(Some).ok_or_else(|| words::NO_SINK.to_string())
        }
    }
}

fn ornament(ui: &mut Ui, owner: &Owner<'_>, design: &Design, acts: &mut Acts) {
    let wishes = owner.wishes();
    let set = |ornament| owner.design(DesignSettings { ornament, ..wishes.clone() });
    let (label, reset) = field::head(
        ui,
        words::ORNAMENT,
        wishes.ornament.as_ref().map(|_| owner.reset(&owner.base.ornament, words::AS_THEME)),
    );
    let write = |ornament: &Option<String>| ornament.clone().unwrap_or_default();
    let usual = owner.base.ornament.as_deref().unwrap_or(design.theme.ornament());
    let field = Field::new(owner.id(), words::ORNAMENT).placeholder(by(&owner.base.ornament, usual));
    let typed = field.input(ui, &label, &wishes.ornament, write, |text| match text.trim() {
        "" => Ok(None),
        text if text.chars().count() <= 5 || is_picture_name(text) => Ok(Some(text.to_string())),
        _ => Err(words::NO_ORNAMENT.to_string()),
    });
    if let Some(ornament) = if reset { Some(None) } else { typed } {
        owner.type_in(acts, words::ORNAMENT[0], set(ornament));
    }
    if ui.button(words::CHOOSE_ORNAMENT).clicked() {
        acts.push(Act::AskForOrnament(owner.name()));
    }
}

/// A box to tick: whether it is ticked, whether it is without a wish, and the wishes with its own.
fn tick(
    ui: &mut Ui,
    owner: &Owner<'_>,
    names: [&str; 2],
    (now, usual): (bool, bool),
    wish: impl FnOnce(Option<bool>) -> DesignSettings,
    acts: &mut Acts,
) {
    if let Some(on) = field::check(ui, names, now) {
        // What is usual anyway need not be said.
        acts.change(edits::field(names[0]), owner.design(wish((on != usual).then_some(on))));
    }
}

fn hyphenate(ui: &mut Ui, owner: &Owner<'_>, design: &Design, acts: &mut Acts) {
    let (wishes, usual) = (owner.wishes(), owner.base.hyphenate.unwrap_or(true));
    let wish = |hyphenate| DesignSettings { hyphenate, ..wishes.clone() };
    tick(ui, owner, words::HYPHENATE, (design.hyphenate, usual), wish, acts);
}

fn quotes(ui: &mut Ui, owner: &Owner<'_>, acts: &mut Acts) {
    let (wishes, usual) = (owner.wishes(), owner.base.quotes.unwrap_or_default());
    let is_turned = |quotes: Quotes| quotes == Quotes::Language;
    let wish = |on: Option<bool>| {
        let quotes = on.map(|on| if on { Quotes::Language } else { Quotes::AsTyped });
        DesignSettings { quotes, ..wishes.clone() }
    };
    let states = (is_turned(wishes.quotes.unwrap_or(usual)), is_turned(usual));
    tick(ui, owner, words::QUOTES, states, wish, acts);
}

/// Shown only where the language counts in figures of its own.
fn numerals(ui: &mut Ui, owner: &Owner<'_>, acts: &mut Acts) {
    if Numerals::of(owner.language()) == Numerals::Latin {
        return;
    }
    let (wishes, usual) = (owner.wishes(), owner.base.numerals.unwrap_or_default());
    let is_native = |counting: Counting| counting == Counting::Native;
    let wish = |on: Option<bool>| {
        let numerals = on.map(|on| if on { Counting::Native } else { Counting::Latin });
        DesignSettings { numerals, ..wishes.clone() }
    };
    let states = (is_native(wishes.numerals.unwrap_or(usual)), is_native(usual));
    tick(ui, owner, words::NUMERALS, states, wish, acts);
}

fn fonts(ui: &mut Ui, owner: &Owner<'_>, acts: &mut Acts) {
    let wishes = owner.wishes();
    let usual = owner.base.epub_fonts.unwrap_or(false);
    let wish = |epub_fonts| DesignSettings { epub_fonts, ..wishes.clone() };
    tick(ui, owner, words::EPUB_FONTS, (wishes.epub_fonts.unwrap_or(usual), usual), wish, acts);
    field::note(ui, words::EPUB_FONTS[1]);
    let usual = owner.base.system_fonts.unwrap_or(false);
    let wish = |system_fonts| DesignSettings { system_fonts, ..wishes.clone() };
    tick(ui, owner, words::SYSTEM_FONTS, (wishes.system_fonts.unwrap_or(usual), usual), wish, acts);
    field::note(ui, words::SYSTEM_FONTS_NOTE);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_above_a_title_are_forty_at_most() {
        assert_eq!(lines_above(" 7"), Ok(Some(7)));
        assert_eq!(lines_above(""), Ok(None));
        assert!(lines_above("41").is_err() && lines_above("many").is_err());
    }
}
