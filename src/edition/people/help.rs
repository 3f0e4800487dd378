//! Who did what for a piece beside writing it.

use super::ContributorId;

/// What somebody did for a piece beside writing it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Help {
    /// Brought it over from another language.
    Translation,
    /// Asked the questions.
    Interview,
    /// Edited it; the editors of the whole book are the edition's.
    Editing,
}

impl Help {
    /// All kinds in the order in which they are printed.
    pub const ALL: [Help; 3] = [Help::Translation, Help::Interview, Help::Editing];

    /// The key of the people in the front matter.
    pub fn key(self) -> &'static str {
        match self {
            Help::Translation => "translators",
            Help::Interview => "interviewers",
            Help::Editing => "editors",
        }
    }

    /// The code of the role among the relators of MARC 21, which catalogues and e-books use.
    pub fn relator(self) -> &'static str {
        match self {
            Help::Translation => "trl",
            Help::Interview => "ivr",
            Help::Editing => "edt",
        }
    }
}

/// The people who helped with a piece, each kind in the order in which they are named.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Helpers {
    /// Who translated it.
    pub translators: Vec<ContributorId>,
    /// Who asked the questions.
    pub interviewers: Vec<ContributorId>,
    /// Who edited it.
    pub editors: Vec<ContributorId>,
}

impl Helpers {
    /// Those who gave this help.
    pub fn get(&self, help: Help) -> &Vec<ContributorId> {
        match help {
            Help::Translation => &self.translators,
            Help::Interview => &self.interviewers,
            Help::Editing => &self.editors,
        }
    }

    /// Those who gave this help, to be changed.
    pub fn get_mut(&mut self, help: Help) -> &mut Vec<ContributorId> {
        match help {
            Help::Translation => &mut self.translators,
            Help::Interview => &mut self.interviewers,
            Help::Editing => &mut self.editors,
        }
    }

    /// Everybody, and what each did.
    pub fn iter(&self) -> impl Iterator<Item = (Help, &ContributorId)> {
        Help::ALL.into_iter().flat_map(|help| self.get(help).iter().map(move |id| (help, id)))
    }
}
