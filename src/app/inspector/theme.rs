//! Theme and page size.

use super::owner::Owner;
use crate::app::act::Acts;
use crate::app::field::{self, Field};
use crate::app::words::{edits, inspector as words};
use crate::design::Design;
use crate::design::theme::Theme;
use crate::design::trim::Trim;
use crate::edition::design_settings::DesignSettings;
use egui::{Id, Ui};

/// Draws the themes: one line each, with what it is for.
pub(super) fn themes(ui: &mut Ui, owner: &Owner<'_>, design: &Design, acts: &mut Acts) {
    let wishes = owner.wishes();
    let pick = |theme: Option<Theme>, acts: &mut Acts| {
        let theme = theme.map(|theme| theme.name().to_string());
        let change = owner.design(DesignSettings { theme, ..wishes.clone() });
        acts.change(edits::field(words::THEME[0]), change);
    };
    let usual = owner.base.theme.as_deref().and_then(Theme::named).unwrap_or(Theme::Classic);
    let reset = wishes.theme.is_some() && design.theme != usual;
    if field::head(ui, words::THEME, reset.then_some(owner.usual())).1 {
        pick(None, acts);
    }
    for theme in Theme::ALL {
        let [name, what] = words::theme(theme);
        if ui.radio(design.theme == theme, name).on_hover_text(what).clicked() && design.theme != theme {
            pick(Some(theme), acts);
        }
        field::note(ui, what);
    }
}

/// A line of the list of page sizes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    Named(&'static str),
    Own,
}

/// Draws the page sizes.
pub(super) fn trims(ui: &mut Ui, owner: &Owner<'_>, design: &Design, acts: &mut Acts) {
    let wishes = owner.wishes();
    let set = |trim: Option<String>| owner.design(DesignSettings { trim, ..wishes.clone() });
    let usual = owner.base.trim.as_deref().and_then(|trim| Trim::parse(trim).ok());
    let reset = wishes.trim.is_some() && design.trim != usual.unwrap_or(Trim::SIX_BY_NINE);
    let (label, back) = field::head(ui, words::TRIM, reset.then_some(owner.usual()));
    let id = Id::unique(("own page size", owner.id()));
    let named = Trim::named()
        .into_iter()
        .map(|(name, _)| (Line::Named(name), words::trim(name).unwrap_or(name).to_string()));
    let mut lines: Vec<(Line, String)> = named.collect();
    lines.push((Line::Own, words::OWN_SIZE.into()));
    let known = Trim::named().into_iter().find(|(_, trim)| *trim == design.trim);
    let chosen = match known {
        Some((name, _)) if !field::is_on(ui, id) => Line::Named(name),
        _ => Line::Own,
    };
    let picked = field::choice_of(
        ui,
        &label,
        ("page size", owner.id()),
        words::TRIM[1],
        &chosen,
        &lines,
        words::OWN_SIZE,
    );
    if chosen == Line::Own
        && let Some(new) = own(ui, owner, design)
    {
        owner.type_in(acts, words::TRIM[0], set(new));
    }
    match picked {
        Some(Line::Own) => field::switch(ui, id, true),
        Some(Line::Named(name)) => {
            field::switch(ui, id, false);
            acts.change(edits::field(words::TRIM[0]), set(Some(name.to_string())));
        }
        None => {}
    }
    if back {
        field::switch(ui, id, false);
        acts.change(edits::field(words::TRIM[0]), set(None));
    }
}

/// A size of one's own, as two lengths.
fn own(ui: &mut Ui, owner: &Owner<'_>, design: &Design) -> Option<Option<String>> {
    let written = |trim: &Option<String>| trim.clone().unwrap_or_default();
    let field = Field::new(owner.id(), words::OWN_TRIM).placeholder(in_millimetres(design.trim));
    field.note(words::OWN_TRIM[1]).show(ui, &owner.wishes().trim, written, |text| match text.trim() {
        "" => Ok(None),
        text => Trim::parse(text).map(|_| Some(text.to_string())),
    })
}

fn in_millimetres(trim: Trim) -> String {
    let mm = |points: f64| (points * 25.4 / 72.0).round();
    format!("{}mm x {}mm", mm(trim.width.to_pt()), mm(trim.height.to_pt()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_size_has_words_and_every_example_is_one() {
        for (name, trim) in Trim::named() {
            assert!(words::trim(name).is_some(), "{name}");
            assert!(Trim::parse(&in_millimetres(trim)).is_ok(), "{name}");
        }
    }
}
