//! What is asked for while a frame is drawn, and done after it: panes read the window's state and change nothing.

use super::command::Command;
use crate::edition::change::Change;
use crate::edition::history::MergeKey;
use crate::edition::people::ContributorId;
use crate::import::add::{Incoming, Source};
use std::path::PathBuf;
use std::sync::Arc;

/// Something asked for.
#[derive(Debug)]
pub enum Act {
    /// A command of the table.
    Run(Command),
    /// A change of the edition. Boxed, because most acts are small.
    Change(Box<Edit>),
    /// The text of a piece is now this.
    SetText {
        /// The piece.
        file: PathBuf,
        /// Its Markdown.
        text: String,
        /// What undo says.
        label: String,
        /// Whether it is a keystroke, one of many.
        typing: bool,
    },
    /// The cursor stands at a byte of a piece's text.
    CursorAt(PathBuf, usize),
    /// Ask for a picture to put into the text.
    AskForPicture,
    /// A portrait for this person is to be chosen.
    AskForPortrait(ContributorId),
    /// A picture is to be chosen that stands between sections: in the edition, or in the variant of this name.
    AskForOrnament(Option<Arc<str>>),
    /// Ask for the picture of the cover.
    AskForCoverPicture,
    /// Ask for the profile of the press.
    AskForProfile,
    /// Let finished files be looked over.
    Verify(Vec<PathBuf>),
    /// The document of the permission of this piece is to be chosen.
    AskForDocument(PathBuf),
    /// Look at something.
    Select(Selection),
    /// Select these pieces, the last one foremost.
    SelectPieces(Vec<PathBuf>),
    /// Open a folder, or the folder of an `edition.toml`.
    Open(PathBuf),
    /// Make an edition in a folder, of these texts.
    Create {
        /// The folder.
        dir: PathBuf,
        /// Texts to begin with.
        files: Vec<PathBuf>,
    },
    /// Add texts as pieces.
    Add(Source),
    /// Make pieces of texts that were looked at.
    Join(Vec<Incoming>),
    /// Open or add what was dropped.
    Take(Vec<PathBuf>),
    /// Show a page, by index.
    ShowPage(usize),
    /// Show where a text stands: a file of the edition and a byte of its Markdown.
    ShowSource(PathBuf, usize),
    /// Show the list of notices.
    ShowNotices,
    /// Ask where a file goes, beginning at a path.
    AskForTarget(super::jobs::Purpose, PathBuf),
    /// Export the edition and variants of it.
    Export(Vec<super::jobs::Wanted>),
    /// Write proofs of pieces.
    WriteProofs(super::jobs::WantedProofs),
    /// Show the pages of a variant, or those of the edition itself.
    ShowVariant(Option<Arc<str>>),
    /// Stop what is under way.
    Cancel,
    /// Answer a question.
    Answer(Answer),
    /// Open a file or folder with the program of the desktop.
    OpenOutside(PathBuf),
    /// Say something for a while.
    Say(String),
    /// Forget an edition that was open once.
    ForgetRecent(PathBuf),
}

/// An answer to a question of the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Never mind.
    Nothing,
    /// Save, then do what was asked.
    Save,
    /// Do it without saving.
    Discard,
    /// Take up the work that was not saved.
    Recover,
    /// Leave it.
    DeclineRecovery,
    /// Of each conflict, whether the file's words are taken.
    Merge(Vec<bool>),
}

/// A change of the edition with the words for undo.
#[derive(Debug)]
pub struct Edit {
    /// What it does: “Change of the title”.
    pub label: String,
    /// The change.
    pub change: Change,
    /// Steps with one key that follow each other are undone as one.
    pub key: Option<MergeKey>,
}

/// What is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Selection {
    /// The edition as a whole.
    #[default]
    Edition,
    /// Its design.
    Design,
    /// A part, by index.
    Part(usize),
    /// The selected pieces.
    Pieces,
    /// The people.
    People,
    /// A contributor.
    Person(ContributorId),
    /// The disclaimers.
    Disclaimers,
    /// A disclaimer.
    Disclaimer(Arc<str>),
    /// A variant.
    Variant(Arc<str>),
}

/// The things asked for, in order.
#[derive(Debug, Default)]
pub struct Acts(Vec<Act>);

impl Acts {
    /// Asks for something.
    pub fn push(&mut self, act: Act) {
        self.0.push(act);
    }

    /// Asks for a command.
    pub fn run(&mut self, command: Command) {
        self.0.push(Act::Run(command));
    }

    /// Asks for a change that is a step of its own.
    pub fn change(&mut self, label: impl Into<String>, change: Change) {
        self.0.push(Act::Change(Box::new(Edit { label: label.into(), change, key: None })));
    }

    /// Asks for a change that becomes one step with those of the same key just before it: typing.
    pub fn type_in(&mut self, label: impl Into<String>, change: Change, key: MergeKey) {
        self.0.push(Act::Change(Box::new(Edit { label: label.into(), change, key: Some(key) })));
    }

    /// Asks for all that others asked for, after what is asked for here.
    pub fn append(&mut self, mut others: Acts) {
        self.0.append(&mut others.0);
    }

    /// Takes all.
    pub fn take(&mut self) -> Vec<Act> {
        std::mem::take(&mut self.0)
    }
}
