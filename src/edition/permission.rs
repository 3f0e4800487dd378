//! The right to print a piece: who holds it, whether it was given, and what proves that.
//!
//! A piece says it in its front matter, the edition for all pieces that say nothing (`permission` in `edition.toml`).
//! What the editor wrote is kept as it is, also where it means nothing: a state that no list knows is shown and asked
//! about, never dropped.

pub mod licence;

use super::Edition;
use super::date::Date;
use super::piece::Piece;
use licence::Licence;
use std::path::{Component, Path};
use std::sync::Arc;

/// Whether a piece may be printed, by whose leave, and what proves it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Permission {
    /// How matters stand; `None` where nothing is said.
    pub state: Option<State>,
    /// Who holds the right.
    pub holder: Option<String>,
    /// When it was given, asked for or refused.
    pub date: Option<Date>,
    /// The letter or contract, as a path below the edition's folder with forward slashes: `permissions/letter.pdf`.
    pub document: Option<Arc<str>>,
    /// The licence of a text that is under one.
    pub licence: Option<Licence>,
    /// The words that the right holder wants to see in print, as inline Markdown, in the place of ours.
    pub wording: Option<String>,
}

/// How matters stand with a permission.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// The publisher holds the right.
    Own,
    /// The right holder has agreed.
    Granted,
    /// Asked for, not answered.
    Pending,
    /// The right holder has said no.
    Refused,
    /// Nobody holds a right.
    PublicDomain,
    /// A public licence allows it: [`Permission::licence`].
    Licence,
    /// A word that is no state, as it was written.
    Unknown(Arc<str>),
}

impl State {
    /// The states that an editor can choose, in the order of lists.
    pub const ALL: [State; 6] =
        [State::Own, State::Granted, State::Pending, State::Refused, State::PublicDomain, State::Licence];

    /// The state a word means, in any case, with `-`, `_` or a space in it.
    pub fn parse(word: &str) -> State {
        match word.trim().to_lowercase().replace(['_', ' '], "-").as_str() {
            "own" => State::Own,
            "granted" => State::Granted,
            "pending" => State::Pending,
            "refused" => State::Refused,
            "public-domain" => State::PublicDomain,
            "licence" | "license" => State::Licence,
            _ => State::Unknown(word.trim().into()),
        }
    }

    /// The word in the files.
    pub fn word(&self) -> &str {
        match self {
            State::Own => "own",
            State::Granted => "granted",
            State::Pending => "pending",
            State::Refused => "refused",
            State::PublicDomain => "public-domain",
            State::Licence => "licence",
            State::Unknown(word) => word,
        }
    }

    /// Whether the piece may be printed.
    pub fn is_settled(&self) -> bool {
        matches!(self, State::Own | State::Granted | State::PublicDomain | State::Licence)
    }
}

impl Permission {
    /// A permission of which only the state is known.
    pub fn stated(state: State) -> Permission {
        Permission { state: Some(state), ..Permission::default() }
    }

    /// Whether a path can be that of a document: below the edition's folder, and not the folder itself.
    pub fn is_path(path: &str) -> bool {
        let has_drive = path.as_bytes().get(1) == Some(&b':');
        let path = Path::new(path);
        let stays = path.components().all(|step| matches!(step, Component::Normal(_) | Component::CurDir));
        stays && !has_drive && path.file_name().is_some()
    }

    /// The licence, where the text is under one.
    pub fn in_force(&self) -> Option<&Licence> {
        self.licence.as_ref().filter(|_| self.state == Some(State::Licence))
    }
}

impl Edition {
    /// The permission of a piece: its own, or what the edition says of all.
    pub fn permission_of<'e>(&'e self, piece: &'e Piece) -> Option<&'e Permission> {
        piece.permission.as_ref().or(self.permission.as_ref())
    }

    /// Whether the edition keeps account of permissions: somebody said one of a piece in the book, or of all.
    pub fn uses_permissions(&self) -> bool {
        self.permission.is_some() || self.included().any(|(_, piece)| piece.permission.is_some())
    }

    /// Whether a document lies in the edition's folder.
    pub fn has_document(&self, path: &str) -> bool {
        self.documents.contains(path)
    }
}
