//! Inverses of changes go in as they are made; undo and redo of everything come out.
//!
//! Time is not known here: steps with one [`MergeKey`] that follow each other are one step until
//! [`History::pause`], which the window calls when the editor stops typing.

use super::Edition;
use super::change::Change;
use super::people::ContributorId;
use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;

/// So many steps can be undone; older ones are forgotten.
const MOST_STEPS: usize = 1_000;

/// What an editor is typing in: steps with the same key become one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum MergeKey {
    /// The body of the piece of this file.
    Body(PathBuf),
    /// A field of the piece of this file, by a name of the caller's choice.
    PieceField(PathBuf, &'static str),
    /// A field of a contributor, by a name of the caller's choice.
    ContributorField(ContributorId, &'static str),
    /// A field of a variant, by its name and a name of the caller's choice.
    VariantField(Arc<str>, &'static str),
    /// A field of the edition, by a name of the caller's choice.
    EditionField(&'static str),
    /// The page of the editor's own in this file, in the edition or in the variant of this name.
    OwnPage(Option<Arc<str>>, PathBuf),
}

/// One step: what leads back (or forth again), and the state it leads to.
#[derive(Clone, Debug)]
struct Step {
    label: String,
    change: Change,
    merge: Option<MergeKey>,
    leads_to: u64,
}

/// What was done to an edition, so that it can be undone.
#[derive(Clone, Debug, Default)]
pub struct History {
    undo: VecDeque<Step>,
    redo: Vec<Step>,
    /// The number of the state the edition is in; every record makes a state that was never there.
    state: u64,
    last_state: u64,
    /// The state that is on the disk.
    saved: Option<u64>,
    /// Whether the last step may still grow.
    is_open: bool,
}

impl History {
    /// Nothing done yet; what is there is saved.
    pub fn new() -> History {
        History { saved: Some(0), ..History::default() }
    }

    /// Remembers that something was done, and what undoes it. Forgets what could be redone. A change that did
    /// nothing is not remembered.
    pub fn record(&mut self, label: String, inverse: Change, merge: Option<MergeKey>) {
        if inverse.is_nothing() {
            return;
        }
        self.redo.clear();
        let before = self.state;
        self.last_state += 1;
        self.state = self.last_state;
        let last = self.undo.back_mut().filter(|last| self.is_open && merge.is_some() && last.merge == merge);
        self.is_open = true;
        if let Some(last) = last {
            if !last.change.covers(&inverse) {
                let older = std::mem::replace(&mut last.change, Change::nothing());
                last.change = Change::Several(vec![inverse, older]);
            }
            return;
        }
        self.undo.push_back(Step { label, change: inverse, merge, leads_to: before });
        if self.undo.len() > MOST_STEPS {
            self.undo.pop_front();
        }
    }

    /// The editor paused: what comes next is a step of its own.
    pub fn pause(&mut self) {
        self.is_open = false;
    }

    /// Undoes the last step; its label.
    pub fn undo(&mut self, edition: &mut Edition) -> Option<String> {
        self.pause();
        let step = self.undo.pop_back()?;
        let label = step.label.clone();
        let back = self.take(step, edition);
        self.redo.push(back);
        Some(label)
    }

    /// Does again what was undone last; its label.
    pub fn redo(&mut self, edition: &mut Edition) -> Option<String> {
        self.pause();
        let step = self.redo.pop()?;
        let label = step.label.clone();
        let back = self.take(step, edition);
        self.undo.push_back(back);
        Some(label)
    }

    /// Takes a step; the step that leads back.
    fn take(&mut self, step: Step, edition: &mut Edition) -> Step {
        let leads_to = std::mem::replace(&mut self.state, step.leads_to);
        Step { change: edition.apply(step.change), leads_to, ..step }
    }

    /// What would be undone.
    pub fn undo_label(&self) -> Option<&str> {
        self.undo.back().map(|step| step.label.as_str())
    }

    /// What would be redone.
    pub fn redo_label(&self) -> Option<&str> {
        self.redo.last().map(|step| step.label.as_str())
    }

    /// The edition was saved as it is now. What is typed next is a step of its own, so that undo finds this state.
    pub fn saved(&mut self) {
        self.pause();
        self.saved = Some(self.state);
    }

    /// The disk says something else than any state of this history: after a recovery, or when the files changed.
    pub fn unsaved(&mut self) {
        self.saved = None;
    }

    /// Whether the edition is as it was saved; true again when it is undone back to that.
    pub fn is_saved(&self) -> bool {
        self.saved == Some(self.state)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives the edition a title, as typing does.
    fn titled(edition: &mut Edition, history: &mut History, title: &str) {
        let inverse = edition.apply(Change::Title(title.into()));
        history.record("Title".into(), inverse, Some(MergeKey::EditionField("title")));
    }

    #[test]
    fn typing_is_one_step_until_a_pause() {
        let (mut edition, mut history) = (Edition::default(), History::new());
        for title in ["A", "Ab", "Abc"] {
            titled(&mut edition, &mut history, title);
        }
        history.pause();
        titled(&mut edition, &mut history, "Abcd");
        assert_eq!(history.undo(&mut edition).as_deref(), Some("Title"));
        assert_eq!(edition.title, "Abc");
        history.undo(&mut edition);
        assert_eq!((edition.title.as_str(), history.undo_label()), ("", None));
        history.redo(&mut edition);
        history.redo(&mut edition);
        assert_eq!((edition.title.as_str(), history.redo_label()), ("Abcd", None));
    }

    #[test]
    fn one_step_of_several_things_undoes_them_all() {
        let (mut edition, mut history) = (Edition::default(), History::new());
        titled(&mut edition, &mut history, "A");
        let inverse = edition.apply(Change::Rights(Some("ours".into())));
        history.record("Title".into(), inverse, Some(MergeKey::EditionField("title")));
        history.undo(&mut edition);
        assert_eq!(edition, Edition::default());
    }

    #[test]
    fn saved_is_a_state_that_undo_and_redo_find_again() {
        let (mut edition, mut history) = (Edition::default(), History::new());
        assert!(history.is_saved());
        titled(&mut edition, &mut history, "A");
        assert!(!history.is_saved());
        history.saved();
        titled(&mut edition, &mut history, "Ab");
        assert!(!history.is_saved());
        history.undo(&mut edition);
        assert!(history.is_saved() && edition.title == "A");
        history.undo(&mut edition);
        titled(&mut edition, &mut history, "A");
        // The same words, but on another way: asking once too often loses nothing.
        assert!(!history.is_saved());
    }

    #[test]
    fn a_thousand_steps_are_kept() {
        let (mut edition, mut history) = (Edition::default(), History::new());
        for number in 0..1_100 {
            titled(&mut edition, &mut history, &number.to_string());
            history.pause();
        }
        let undone = std::iter::from_fn(|| history.undo(&mut edition)).count();
        assert_eq!((undone, edition.title.as_str()), (1_000, "99"));
    }
}
