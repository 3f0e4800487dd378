//! Which disclaimer a piece carries, or several pieces.

use crate::app::field::{self, Field};
use crate::app::words::inspector as words;
use crate::edition::Edition;
use crate::edition::disclaimer::DisclaimerChoice;
use egui::Ui;
use std::fmt::Debug;
use std::hash::Hash;
use std::sync::Arc;

/// The four answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Default,
    Named,
    Own,
    Waived,
}

impl Kind {
    fn of(choice: &DisclaimerChoice) -> Kind {
        match choice {
            DisclaimerChoice::Default => Kind::Default,
            DisclaimerChoice::Named(_) => Kind::Named,
            DisclaimerChoice::Own(_) => Kind::Own,
            DisclaimerChoice::Waived(_) => Kind::Waived,
        }
    }
}

/// Another choice, and whether it was typed or picked.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct New {
    /// The choice.
    pub(super) choice: DisclaimerChoice,
    /// Whether it is one of many keystrokes.
    pub(super) typed: bool,
}

/// Draws the choice, `None` where several pieces differ; another one, when it was made.
pub(super) fn show<W: Hash + Debug + Copy>(
    ui: &mut Ui,
    whose: W,
    edition: &Edition,
    choice: Option<&DisclaimerChoice>,
) -> Option<New> {
    let lines: Vec<(Option<Kind>, String)> = kinds(edition, choice);
    let kind = choice.map(Kind::of);
    if let Some(Some(picked)) = field::choice(ui, whose, words::DISCLAIMER, &kind, &lines, words::MIXED) {
        return Some(New { choice: first(edition, picked), typed: false });
    }
    match choice? {
        DisclaimerChoice::Default => {
            if edition.disclaimers.is_empty() {
                field::note(ui, words::NO_DISCLAIMERS);
            }
            None
        }
        DisclaimerChoice::Named(names) => {
            let names = named(ui, edition, names)?;
            Some(New { choice: DisclaimerChoice::Named(names), typed: false })
        }
        DisclaimerChoice::Own(text) => {
            let field = Field::new(whose, words::DISCLAIMER_TEXT).rows(3).note(words::TEXT_NOTE);
            let text = field.show(ui, text, String::clone, needed)?;
            Some(New { choice: DisclaimerChoice::Own(text), typed: true })
        }
        DisclaimerChoice::Waived(reason) => {
            let field = Field::new(whose, words::WAIVED).note(words::WAIVED_NOTE).rows(2);
            let reason = field.words(ui, reason)?;
            Some(New { choice: DisclaimerChoice::Waived(reason), typed: true })
        }
    }
}

/// The answers that can be given: names only where there are some.
fn kinds(edition: &Edition, choice: Option<&DisclaimerChoice>) -> Vec<(Option<Kind>, String)> {
    let mut lines = vec![(Some(Kind::Default), words::AS_EDITION.to_string())];
    if !edition.disclaimers.is_empty() || choice.map(Kind::of) == Some(Kind::Named) {
        lines.push((Some(Kind::Named), words::THESE.into()));
    }
    lines.push((Some(Kind::Own), words::OWN_WORDS.into()));
    lines.push((Some(Kind::Waived), words::WAIVE.into()));
    lines
}

/// What an answer begins with: that which is printed by default, so that nothing is lost by looking.
fn first(edition: &Edition, kind: Kind) -> DisclaimerChoice {
    let default = edition.disclaimers.iter().find(|d| d.default).or(edition.disclaimers.first());
    match kind {
        Kind::Default => DisclaimerChoice::Default,
        Kind::Named => DisclaimerChoice::Named(default.iter().map(|d| d.name.clone()).collect()),
        Kind::Own => DisclaimerChoice::Own(default.map_or(words::USUAL, |d| &d.text).to_string()),
        Kind::Waived => DisclaimerChoice::Waived(String::new()),
    }
}

/// A box to tick for each disclaimer; the names, when they changed.
fn named(ui: &mut Ui, edition: &Edition, names: &[Arc<str>]) -> Option<Vec<Arc<str>>> {
    let mut new = None;
    let known = edition.disclaimers.iter().map(|d| (d.name.clone(), d.name.to_string(), d.text.as_str()));
    let unknown = names.iter().filter(|name| !edition.disclaimers.iter().any(|d| d.name == **name));
    let unknown = unknown.map(|name| (name.clone(), words::named_by_nothing(name), ""));
    for (name, label, text) in known.chain(unknown) {
        let mut on = names.contains(&name);
        // A piece that names none would say nothing in its file: as the edition, that is.
        let may_change = !on || names.len() > 1;
        let tick = ui.add_enabled(may_change, egui::Checkbox::new(&mut on, label));
        let changed = tick.changed();
        tick.on_hover_text(text).on_disabled_hover_text(words::LAST_NAMED);
        if changed {
            let mut all: Vec<Arc<str>> = names.iter().filter(|other| **other != name).cloned().collect();
            all.extend(on.then_some(name));
            new = Some(all);
        }
    }
    new
}

/// Words of one's own; none are no words: the file could not tell them from “as the edition”.
pub(super) fn needed(text: &str) -> Result<String, String> {
    match text.trim() {
        "" => Err(words::NO_WORDS.to_string()),
        text => Ok(text.to_string()),
    }
}
