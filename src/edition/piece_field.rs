//! The fields of a piece, each as a value of its own: out of a piece, and into it again.
//!
//! Two people may change two fields of one piece; a change of one field must not undo the other.

use super::copyfit::Copyfit;
use super::date::Date;
use super::disclaimer::DisclaimerChoice;
use super::language::Language;
use super::people::ContributorId;
use super::people::help::Help;
use super::permission::Permission;
use super::piece::{AuthorNote, Credit, Piece};
use super::sign_off::SignOff;
use super::text::{Paragraph, Text};
use std::mem::replace;
use std::sync::Arc;

/// One field of a piece and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PieceField {
    /// The short label above the title.
    Kicker(Option<Paragraph>),
    /// The title.
    Title(Paragraph),
    /// The title for running heads.
    ShortTitle(Option<Paragraph>),
    /// The subtitle or standfirst.
    Subtitle(Option<Paragraph>),
    /// The authors in the order of the byline.
    Authors(Vec<ContributorId>),
    /// Those who gave a help: its translators, interviewers or editors.
    Helpers(Help, Vec<ContributorId>),
    /// The date.
    Date(Option<Date>),
    /// The language, where it is not the edition's.
    Language(Option<Language>),
    /// Where it was first published.
    Credit(Option<Credit>),
    /// The right to print it.
    Permission(Option<Permission>),
    /// Which disclaimer it carries.
    Disclaimer(DisclaimerChoice),
    /// Its author note.
    AuthorNote(AuthorNote),
    /// The length it is fitted to.
    Copyfit(Option<Copyfit>),
    /// Who has agreed to it, and to which words.
    Signed(Option<SignOff>),
    /// Whether it is in the book.
    Include(bool),
    /// The file it was imported from.
    Original(Option<Arc<str>>),
    /// The body: its Markdown and what that means.
    Body(Arc<str>, Text),
    /// The line of the file on which the body begins.
    BodyLine(usize),
}

impl PieceField {
    /// All fields of a piece, always in the same order.
    pub fn all(piece: &Piece) -> Vec<PieceField> {
        let helpers = Help::ALL.map(|help| PieceField::Helpers(help, piece.helped(help).to_vec()));
        let mut all = vec![
            PieceField::Kicker(piece.kicker.clone()),
            PieceField::Title(piece.title.clone()),
            PieceField::ShortTitle(piece.short_title.clone()),
            PieceField::Subtitle(piece.subtitle.clone()),
            PieceField::Authors(piece.authors.clone()),
            PieceField::Date(piece.date),
            PieceField::Language(piece.language),
            PieceField::Credit(piece.credit.clone()),
            PieceField::Permission(piece.permission.clone()),
            PieceField::Disclaimer(piece.disclaimer.clone()),
            PieceField::AuthorNote(piece.author_note.clone()),
            PieceField::Copyfit(piece.copyfit),
            PieceField::Signed(piece.signed.clone()),
            PieceField::Include(piece.include),
            PieceField::Original(piece.original.clone()),
            PieceField::Body(piece.markdown.clone(), piece.body.clone()),
            PieceField::BodyLine(piece.body_line),
        ];
        all.extend(helpers);
        all
    }

    /// Puts the field into a piece; what it said before.
    pub fn put(self, piece: &mut Piece) -> PieceField {
        match self {
            PieceField::Kicker(new) => PieceField::Kicker(replace(&mut piece.kicker, new)),
            PieceField::Title(new) => PieceField::Title(replace(&mut piece.title, new)),
            PieceField::ShortTitle(new) => PieceField::ShortTitle(replace(&mut piece.short_title, new)),
            PieceField::Subtitle(new) => PieceField::Subtitle(replace(&mut piece.subtitle, new)),
            PieceField::Authors(new) => PieceField::Authors(replace(&mut piece.authors, new)),
            PieceField::Helpers(help, new) => PieceField::Helpers(help, piece.set_helped(help, new)),
            PieceField::Date(new) => PieceField::Date(replace(&mut piece.date, new)),
            PieceField::Language(new) => PieceField::Language(replace(&mut piece.language, new)),
            PieceField::Credit(new) => PieceField::Credit(replace(&mut piece.credit, new)),
            PieceField::Permission(new) => PieceField::Permission(replace(&mut piece.permission, new)),
            PieceField::Disclaimer(new) => PieceField::Disclaimer(replace(&mut piece.disclaimer, new)),
            PieceField::AuthorNote(new) => PieceField::AuthorNote(replace(&mut piece.author_note, new)),
            PieceField::Copyfit(new) => PieceField::Copyfit(replace(&mut piece.copyfit, new)),
            PieceField::Signed(new) => PieceField::Signed(replace(&mut piece.signed, new)),
            PieceField::Include(new) => PieceField::Include(replace(&mut piece.include, new)),
            PieceField::Original(new) => PieceField::Original(replace(&mut piece.original, new)),
            PieceField::Body(markdown, body) => {
                let markdown = replace(&mut piece.markdown, markdown);
                PieceField::Body(markdown, replace(&mut piece.body, body))
            }
            PieceField::BodyLine(new) => PieceField::BodyLine(replace(&mut piece.body_line, new)),
        }
    }

    /// What an editor calls the field.
    pub fn name(&self) -> &'static str {
        match self {
            PieceField::Kicker(_) => "kicker",
            PieceField::Title(_) => "title",
            PieceField::ShortTitle(_) => "short title",
            PieceField::Subtitle(_) => "subtitle",
            PieceField::Authors(_) => "authors",
            PieceField::Helpers(help, _) => help.key(),
            PieceField::Date(_) => "date",
            PieceField::Language(_) => "language",
            PieceField::Credit(_) => "credit",
            PieceField::Permission(_) => "permission",
            PieceField::Disclaimer(_) => "disclaimer",
            PieceField::AuthorNote(_) => "author note",
            PieceField::Copyfit(_) => "length",
            PieceField::Signed(_) => "sign-off",
            PieceField::Include(_) => "place in the book",
            PieceField::Original(_) => "original file",
            PieceField::Body(..) => "text",
            PieceField::BodyLine(_) => "first line",
        }
    }

    /// Whether both are the same field, whatever they say.
    pub(super) fn is_same_as(&self, other: &PieceField) -> bool {
        if let (PieceField::Helpers(one, _), PieceField::Helpers(other, _)) = (self, other) {
            return one == other;
        }
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}
