//! The disclaimers of the edition: their list, and one of them.

use super::{samples, section};
use crate::app::act::{Act, Acts, Selection};
use crate::app::document::Document;
use crate::app::field::{self, Field};
use crate::app::look;
use crate::app::words::{edits, inspector as words};
use crate::edition::Edition;
use crate::edition::change::Change;
use crate::edition::disclaimer::{Conditions, Disclaimer, DisclaimerChoice, DisclaimerPlace};
use crate::edition::folder::unique_slug;
use crate::edition::language::Language;
use crate::edition::piece::Piece;
use crate::edition::piece_field::PieceField;
use crate::edition::text::{Block, Text};
use egui::{Button, RichText, Ui};
use std::sync::Arc;

/// Draws the list.
pub(super) fn list(ui: &mut Ui, document: &Document, acts: &mut Acts) {
    let edition = &document.edition;
    field::note(ui, words::WHAT_DISCLAIMERS);
    for disclaimer in &edition.disclaimers {
        let on_imprint = disclaimer.place != DisclaimerPlace::Piece;
        let carriers = carriers(edition, disclaimer).count();
        let what = words::disclaimer(carriers, disclaimer.default, on_imprint);
        let what = RichText::new(what).font(look::small()).color(look::weak(ui));
        let row = Button::selectable(false, (RichText::new(&*disclaimer.name).strong(), what));
        if ui.add(row.wrap().min_size(egui::vec2(ui.available_width(), 0.0))).clicked() {
            acts.push(Act::Select(Selection::Disclaimer(disclaimer.name.clone())));
        }
        field::note(ui, &disclaimer.text);
        ui.add_space(4.0);
    }
    ui.separator();
    if let Some(name) = field::entry(ui, "disclaimers", words::NEW_DISCLAIMER, "", words::ADD) {
        add(edition, &name, acts);
    }
    field::note(ui, words::NEW_DISCLAIMER[1]);
}

fn add(edition: &Edition, name: &str, acts: &mut Acts) {
    let taken = |slug: &str| edition.disclaimers.iter().any(|disclaimer| *disclaimer.name == *slug);
    let name: Arc<str> = unique_slug(name, "disclaimer", taken).into();
    let mut all = edition.disclaimers.clone();
    // The first one is what most editions need: below every piece.
    let default = all.is_empty();
    let place = DisclaimerPlace::Piece;
    let text = words::USUAL.into();
    let (texts, when) = (Vec::new(), Conditions::default());
    all.push(Disclaimer { name: name.clone(), text, texts, place, default, when });
    acts.change(words::NEW_DISCLAIMER_STEP, Change::Disclaimers(all));
    acts.push(Act::Select(Selection::Disclaimer(name)));
}

/// Draws the fields of one.
pub(super) fn show(ui: &mut Ui, document: &Document, name: &Arc<str>, acts: &mut Acts) {
    if ui.link(words::BACK_TO_DISCLAIMERS).clicked() {
        acts.push(Act::Select(Selection::Disclaimers));
    }
    let edition = &document.edition;
    let Some(at) = edition.disclaimers.iter().position(|disclaimer| disclaimer.name == *name) else {
        // It was renamed or taken away, perhaps by undo.
        list(ui, document, acts);
        return;
    };
    let disclaimer = &edition.disclaimers[at];
    section(ui, name, |ui| {
        let carriers = carriers(edition, disclaimer).count();
        let on_imprint = disclaimer.place != DisclaimerPlace::Piece;
        field::note(ui, &words::disclaimer(carriers, disclaimer.default, on_imprint));
        fields(ui, edition, at, acts);
    });
    section(ui, words::SAMPLES, |ui| sample(ui, edition, disclaimer));
    if let Some(new) = field::entry(ui, name, words::RENAME, name, words::RENAME_BUTTON) {
        rename(edition, at, &new, acts);
    }
    field::note(ui, words::RENAME[1]);
    ui.add_space(8.0);
    delete(ui, edition, at, acts);
}

fn fields(ui: &mut Ui, edition: &Edition, at: usize, acts: &mut Acts) {
    let disclaimer = &edition.disclaimers[at];
    let instead = |new: Disclaimer| {
        let mut all = edition.disclaimers.clone();
        all[at] = new;
        Change::Disclaimers(all)
    };
    let field = Field::new(&disclaimer.name, words::TEXT).rows(4).note(words::TEXT_NOTE);
    if let Some(text) = field.words(ui, &disclaimer.text) {
        super::edition::type_in(
            acts,
            words::DISCLAIMER[0],
            instead(Disclaimer { text, ..disclaimer.clone() }),
        );
    }
    let lines = [
        (DisclaimerPlace::Piece, words::AFTER_PIECES.to_string()),
        (DisclaimerPlace::Imprint, words::ON_IMPRINT.to_string()),
        (DisclaimerPlace::Both, words::ON_BOTH.to_string()),
        (DisclaimerPlace::Gathered, words::GATHERED.to_string()),
    ];
    if let Some(place) = field::choice(ui, &disclaimer.name, words::WHERE, &disclaimer.place, &lines, "") {
        acts.change(edits::field(words::DISCLAIMER[0]), instead(Disclaimer { place, ..disclaimer.clone() }));
    }
    if let Some(default) = field::check(ui, words::BY_DEFAULT, disclaimer.default) {
        acts.change(
            edits::field(words::DISCLAIMER[0]),
            instead(Disclaimer { default, ..disclaimer.clone() }),
        );
    }
    if let Some(when) = conditions(ui, disclaimer) {
        super::edition::type_in(acts, words::CONDITIONS, instead(Disclaimer { when, ..disclaimer.clone() }));
    }
    if let Some(texts) = texts(ui, edition, disclaimer) {
        super::edition::type_in(
            acts,
            words::OTHER_LANGUAGES,
            instead(Disclaimer { texts, ..disclaimer.clone() }),
        );
    }
}

/// For which pieces it is meant.
fn conditions(ui: &mut Ui, disclaimer: &Disclaimer) -> Option<Conditions> {
    ui.label(words::CONDITIONS);
    field::note(ui, words::CONDITIONS_NOTE);
    let when = &disclaimer.when;
    let mut field = |label, now: &[String]| {
        let written = now.join("; ");
        let typed = Field::new(&disclaimer.name, label).words(ui, &written)?;
        let words = typed.split(';').map(str::trim).filter(|word| !word.is_empty());
        Some(words.map(str::to_string).collect::<Vec<_>>()).filter(|typed| typed != now)
    };
    let affiliation = field(words::WHEN_AFFILIATION, &when.affiliation);
    let outlet = field(words::WHEN_OUTLET, &when.outlet);
    let kicker = field(words::WHEN_KICKER, &when.kicker);
    let is_typed = affiliation.is_some() || outlet.is_some() || kicker.is_some();
    is_typed.then(|| Conditions {
        affiliation: affiliation.unwrap_or_else(|| when.affiliation.clone()),
        outlet: outlet.unwrap_or_else(|| when.outlet.clone()),
        kicker: kicker.unwrap_or_else(|| when.kicker.clone()),
    })
}

/// Its words in the other languages of the edition's pieces, and in those that it has words for.
fn texts(ui: &mut Ui, edition: &Edition, disclaimer: &Disclaimer) -> Option<Vec<(Language, String)>> {
    let mut languages: Vec<Language> = disclaimer.texts.iter().map(|(language, _)| *language).collect();
    for piece in edition.pieces() {
        let language = edition.language_of(piece);
        if language != edition.language && !languages.contains(&language) {
            languages.push(language);
        }
    }
    let mut changed = None;
    for language in languages {
        let known = disclaimer.texts.iter().find(|(known, _)| *known == language);
        let now = known.map(|(_, text)| text.clone()).unwrap_or_default();
        let label = words::text_in(&super::language::name(language));
        let field = Field::new((&disclaimer.name, language), [label.as_str(), words::TEXT_IN]).rows(3);
        if let Some(text) = field.words(ui, &now) {
            let mut texts = disclaimer.texts.clone();
            match texts.iter_mut().find(|(known, _)| *known == language) {
                Some(known) => known.1 = text,
                None => texts.push((language, text)),
            }
            texts.retain(|(_, text)| !text.trim().is_empty());
            changed = Some(texts);
        }
    }
    changed
}

/// How it will read: below the first piece that carries it, and on the imprint.
fn sample(ui: &mut Ui, edition: &Edition, disclaimer: &Disclaimer) {
    let is_it = |name: &Option<Arc<str>>| name.as_ref() == Some(&disclaimer.name);
    if disclaimer.place != DisclaimerPlace::Imprint
        && let Some(piece) = carriers(edition, disclaimer).next()
    {
        let printed = edition.disclaimers_after(piece);
        let mut texts: Vec<Text> =
            printed.into_iter().filter(|filled| is_it(&filled.name)).map(|filled| filled.text).collect();
        if disclaimer.place == DisclaimerPlace::Gathered {
            let reference = edition.disclaimer_reference(piece).map(Block::Paragraph);
            texts.extend(reference.map(|words| Text { blocks: vec![words], notes: Vec::new() }));
        }
        samples::show(ui, &words::sample_after(&piece.title.words()), &texts);
    }
    if disclaimer.place != DisclaimerPlace::Piece {
        let printed = edition.disclaimers_on_imprint();
        let texts = printed.iter().filter(|filled| is_it(&filled.name)).map(|filled| &filled.text);
        let gathered = edition.gathered_disclaimers();
        let gathered = gathered.iter().filter(|known| known.name == disclaimer.name).map(|known| &known.text);
        samples::show(ui, words::SAMPLE_IMPRINT, texts.chain(gathered));
    }
}

/// The pieces in the book below which a disclaimer stands.
fn carriers<'e>(edition: &'e Edition, disclaimer: &'e Disclaimer) -> impl Iterator<Item = &'e Arc<Piece>> {
    let below = disclaimer.place != DisclaimerPlace::Imprint;
    edition
        .included()
        .map(|(_, piece)| piece)
        .filter(move |piece| below && edition.carries(piece, disclaimer))
}

/// The pieces that name a disclaimer, with the names they would have by `other`.
fn naming<'e>(
    edition: &'e Edition,
    name: &'e Arc<str>,
) -> impl Iterator<Item = (&'e Arc<Piece>, &'e Vec<Arc<str>>)> {
    edition.parts.iter().flat_map(|part| &part.pieces).filter_map(move |piece| match &piece.disclaimer {
        DisclaimerChoice::Named(names) if names.contains(name) => Some((piece, names)),
        _ => None,
    })
}

fn rename(edition: &Edition, at: usize, wish: &str, acts: &mut Acts) {
    let old = &edition.disclaimers[at].name;
    let name: Arc<str> = unique_slug(wish, "disclaimer", |_| false).into();
    if name == *old {
        return;
    }
    if edition.disclaimers.iter().any(|disclaimer| disclaimer.name == name) {
        return acts.push(Act::Say(words::TAKEN.into()));
    }
    acts.change(words::RENAME_STEP, renamed(edition, at, &name));
    acts.push(Act::Select(Selection::Disclaimer(name)));
}

/// Another name for a disclaimer, also in the pieces that name it.
fn renamed(edition: &Edition, at: usize, name: &Arc<str>) -> Change {
    let old = &edition.disclaimers[at].name;
    let mut all = edition.disclaimers.clone();
    all[at].name = name.clone();
    let pieces = naming(edition, old).map(|(piece, names)| {
        let names = names.iter().map(|one| if one == old { name.clone() } else { one.clone() }).collect();
        Change::Field(piece.file.clone(), PieceField::Disclaimer(DisclaimerChoice::Named(names)))
    });
    Change::Several(std::iter::once(Change::Disclaimers(all)).chain(pieces).collect())
}

fn delete(ui: &mut Ui, edition: &Edition, at: usize, acts: &mut Acts) {
    let titles: Vec<String> =
        naming(edition, &edition.disclaimers[at].name).map(|(piece, _)| piece.title.words()).collect();
    if !titles.is_empty() {
        field::note(ui, &words::deleting(&titles));
    }
    if ui.button(words::DELETE).clicked() {
        acts.change(words::DELETE_STEP, deleted(edition, at));
        acts.push(Act::Select(Selection::Disclaimers));
    }
}

/// A disclaimer taken away, also from the pieces that name it; those that name no other are as the edition.
fn deleted(edition: &Edition, at: usize) -> Change {
    let old = &edition.disclaimers[at].name;
    let mut all = edition.disclaimers.clone();
    all.remove(at);
    let pieces = naming(edition, old).map(|(piece, names)| {
        let names: Vec<Arc<str>> = names.iter().filter(|name| *name != old).cloned().collect();
        let choice =
            if names.is_empty() { DisclaimerChoice::Default } else { DisclaimerChoice::Named(names) };
        Change::Field(piece.file.clone(), PieceField::Disclaimer(choice))
    });
    Change::Several(std::iter::once(Change::Disclaimers(all)).chain(pieces).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::Part;

    fn edition() -> Edition {
        let disclaimer = |name: &str| Disclaimer {
            name: name.into(),
            text: "Views.".into(),
            texts: Vec::new(),
            place: DisclaimerPlace::Piece,
            default: false,
            when: Conditions::default(),
        };
        let named = |file: &str, names: &[&str]| {
            let names = names.iter().map(|name| Arc::from(*name)).collect();
            let disclaimer = DisclaimerChoice::Named(names);
            Arc::new(Piece { file: file.into(), disclaimer, include: true, ..Piece::default() })
        };
        let pieces = vec![named("a.md", &["house"]), named("b.md", &["house", "law"])];
        Edition {
            disclaimers: vec![disclaimer("house"), disclaimer("law")],
            parts: vec![Part { pieces, ..Part::default() }],
            ..Edition::default()
        }
    }

    fn choices(edition: &Edition) -> Vec<DisclaimerChoice> {
        edition.parts[0].pieces.iter().map(|piece| piece.disclaimer.clone()).collect()
    }

    #[test]
    fn a_deleted_disclaimer_is_taken_off_the_pieces_and_comes_back_whole() {
        let before = edition();
        let mut edition = before.clone();
        let back = edition.apply(deleted(&edition, 0));
        assert_eq!(
            choices(&edition),
            [DisclaimerChoice::Default, DisclaimerChoice::Named(vec!["law".into()])]
        );
        edition.apply(back);
        assert_eq!(edition, before);
    }

    #[test]
    fn a_renamed_disclaimer_keeps_its_pieces() {
        let mut edition = edition();
        edition.apply(renamed(&edition, 0, &"ours".into()));
        assert_eq!(carriers(&edition, &edition.disclaimers[0]).count(), 2);
        assert_eq!(carriers(&edition, &edition.disclaimers[1]).count(), 1);
    }
}
