//! The fields of the design: what an editor says, and what theme and page size say where she says nothing.

use super::edition::type_in;
use super::lengths::{LengthField, Unit};
use super::{section, theme};
use crate::app::act::Acts;
use crate::app::document::Document;
use crate::app::field::{self, Field};
use crate::app::words::{edits, inspector as words};
use crate::design::Design;
use crate::edition::change::Change;
use crate::edition::design_settings::{DesignSettings, MarginSettings, NotesPlace, Opener};
use crate::notice::Notices;
use crate::units::Length;
use egui::Ui;

const WHOSE: &str = "design";

/// Draws the fields.
pub(super) fn show(ui: &mut Ui, document: &Document, acts: &mut Acts) {
    let wishes = &document.edition.design;
    // What holds now: a few additions, so that it is never a book behind.
    let design = Design::of(&document.edition, &mut Notices::new());
    section(ui, words::LOOK, |ui| {
        theme::themes(ui, wishes, &design, acts);
        theme::trims(ui, wishes, &design, acts);
    });
    section(ui, words::TYPE, |ui| {
        type_sizes(ui, wishes, &design, acts);
        hyphenate(ui, wishes, &design, acts);
        notes(ui, wishes, &design, acts);
    });
    section(ui, words::MARGINS, |ui| margins(ui, wishes, &design, acts));
    section(ui, words::OPENING, |ui| {
        opener(ui, wishes, &design, acts);
        sink(ui, wishes, &design, acts);
        drop_caps(ui, wishes, &design, acts);
        ornament(ui, wishes, &design, acts);
    });
    section(ui, words::FONTS, |ui| fonts(ui, wishes, acts));
}

fn type_sizes(ui: &mut Ui, wishes: &DesignSettings, design: &Design, acts: &mut Acts) {
    let field = |names, low, high, now| LengthField {
        names,
        unit: Unit::Points,
        within: (low, high),
        now,
        reset: words::AS_THEME,
        em: design.body_size,
    };
    let mut new = wishes.clone();
    let size = field(words::BODY_SIZE, Length::pt(6.0), Length::pt(36.0), design.body_size);
    let leading = field(words::LEADING, design.body_size, Length::pt(72.0), design.leading);
    let indent = field(words::INDENT, Length::ZERO, design.trim.width / 4, design.indent);
    for (field, wish) in [(size, &mut new.body_size), (leading, &mut new.leading), (indent, &mut new.indent)]
    {
        if let Some(length) = field.show(ui, *wish) {
            *wish = length;
        }
    }
    if new != *wishes {
        type_in(acts, words::TYPE, Change::Design(new));
    }
}

fn margins(ui: &mut Ui, wishes: &DesignSettings, design: &Design, acts: &mut Acts) {
    let mut new = wishes.margins;
    let MarginSettings { top, bottom, inner, outer } = &mut new;
    let now = &design.margins;
    let height = design.trim.height / 3;
    let width = design.trim.width / 3;
    let fields = [
        (words::TOP, top, now.top, height),
        (words::BOTTOM, bottom, now.bottom, height),
        (words::INNER, inner, now.inner, width),
        (words::OUTER, outer, now.outer, width),
    ];
    for (names, wish, now, most) in fields {
        let within = (Length::ZERO, most);
        let (unit, reset, em) = (Unit::Millimetres, words::AS_TRIM, design.body_size);
        if let Some(length) = (LengthField { names, unit, within, now, reset, em }).show(ui, *wish) {
            *wish = length;
        }
    }
    if new != wishes.margins {
        type_in(acts, words::MARGINS, Change::Design(DesignSettings { margins: new, ..wishes.clone() }));
    }
}

fn opener(ui: &mut Ui, wishes: &DesignSettings, design: &Design, acts: &mut Acts) {
    let usual = design.theme.sizes(design.trim).opener;
    let usual = if usual == Opener::Recto { words::RIGHT_PAGE } else { words::NEXT_PAGE };
    let lines = [
        (None, words::as_theme(usual)),
        (Some(Opener::Next), words::NEXT_PAGE.to_string()),
        (Some(Opener::Recto), words::RIGHT_PAGE.to_string()),
    ];
    if let Some(opener) = field::choice(ui, WHOSE, words::OPENER, &wishes.opener, &lines, "") {
        acts.change(
            edits::field(words::OPENER[0]),
            Change::Design(DesignSettings { opener, ..wishes.clone() }),
        );
    }
    if design.opener == Opener::Recto {
        field::note(ui, words::RIGHT_PAGE_NOTE);
    }
}

fn sink(ui: &mut Ui, wishes: &DesignSettings, design: &Design, acts: &mut Acts) {
    let set = |sink| Change::Design(DesignSettings { sink, ..wishes.clone() });
    let (label, reset) = field::head(ui, words::SINK, wishes.sink.map(|_| words::AS_THEME));
    let write = |sink: &Option<u8>| sink.map(|sink| sink.to_string()).unwrap_or_default();
    let field = Field::new(WHOSE, words::SINK).placeholder(words::is_now(&design.sink.to_string()));
    let typed = field.input(ui, &label, &wishes.sink, write, lines_above);
    if let Some(sink) = if reset { Some(None) } else { typed } {
        type_in(acts, words::SINK[0], set(sink));
    }
}

fn drop_caps(ui: &mut Ui, wishes: &DesignSettings, design: &Design, acts: &mut Acts) {
    let lines = [0_u16, 2, 3, 4].map(|lines| match lines {
        0 => (lines, words::NO_INITIAL.to_string()),
        lines => (lines, words::initial_of(lines)),
    });
    if let Some(lines) = field::choice(ui, WHOSE, words::DROP_CAPS, &design.drop_caps, &lines, "") {
        // None is usual and need not be said.
        let drop_caps = (lines > 0).then_some(lines as u8);
        let change = Change::Design(DesignSettings { drop_caps, ..wishes.clone() });
        acts.change(edits::field(words::DROP_CAPS[0]), change);
    }
}

fn notes(ui: &mut Ui, wishes: &DesignSettings, design: &Design, acts: &mut Acts) {
    let places =
        [(NotesPlace::Foot, words::AT_FOOT.to_string()), (NotesPlace::End, words::AT_END.to_string())];
    if let Some(place) = field::choice(ui, WHOSE, words::NOTES_STAND, &design.notes, &places, "") {
        let notes = (place != NotesPlace::Foot).then_some(place);
        let change = Change::Design(DesignSettings { notes, ..wishes.clone() });
        acts.change(edits::field(words::NOTES_STAND[0]), change);
    }
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

fn ornament(ui: &mut Ui, wishes: &DesignSettings, design: &Design, acts: &mut Acts) {
    let set = |ornament| Change::Design(DesignSettings { ornament, ..wishes.clone() });
    let (label, reset) = field::head(ui, words::ORNAMENT, wishes.ornament.as_ref().map(|_| words::AS_THEME));
    let write = |ornament: &Option<String>| ornament.clone().unwrap_or_default();
    let field = Field::new(WHOSE, words::ORNAMENT).placeholder(words::is_now(design.theme.ornament()));
    let typed = field.input(ui, &label, &wishes.ornament, write, |text| match text.trim() {
        "" => Ok(None),
        text if text.chars().count() <= 5 => Ok(Some(text.to_string())),
        _ => Err(words::NO_ORNAMENT.to_string()),
    });
    if let Some(ornament) = if reset { Some(None) } else { typed } {
        type_in(acts, words::ORNAMENT[0], set(ornament));
    }
}

fn hyphenate(ui: &mut Ui, wishes: &DesignSettings, design: &Design, acts: &mut Acts) {
    if let Some(on) = field::check(ui, words::HYPHENATE, design.hyphenate) {
        // What is usual anyway need not be said.
        let hyphenate = (!on).then_some(false);
        let change = Change::Design(DesignSettings { hyphenate, ..wishes.clone() });
        acts.change(edits::field(words::HYPHENATE[0]), change);
    }
}

fn fonts(ui: &mut Ui, wishes: &DesignSettings, acts: &mut Acts) {
    let epub = wishes.epub_fonts.unwrap_or(false);
    if let Some(on) = field::check(ui, words::EPUB_FONTS, epub) {
        let change = Change::Design(DesignSettings { epub_fonts: on.then_some(true), ..wishes.clone() });
        acts.change(edits::field(words::EPUB_FONTS[0]), change);
    }
    field::note(ui, words::EPUB_FONTS[1]);
    let system = wishes.system_fonts.unwrap_or(false);
    if let Some(on) = field::check(ui, words::SYSTEM_FONTS, system) {
        let change = Change::Design(DesignSettings { system_fonts: on.then_some(true), ..wishes.clone() });
        acts.change(edits::field(words::SYSTEM_FONTS[0]), change);
    }
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
