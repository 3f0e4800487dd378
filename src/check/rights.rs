//! What stands between a piece and print: its credit and its permission go in, what is lacking comes out.
//!
//! Preflight, the board and `export --strict` ask here, so that they never differ.

use crate::edition::Edition;
use crate::edition::language::Language;
use crate::edition::markdown;
use crate::edition::permission::licence::{CreativeCommons, Licence, Terms};
use crate::edition::permission::{Permission, State};
use crate::edition::piece::{Changes, Credit, Piece};
use crate::notice::{Notice, Notices, Place, Rule, Weight};

/// Something that the rights of a piece lack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// How much it matters.
    pub weight: Weight,
    /// What is missing, in a few words for a list; empty where nothing is, and a remark is all.
    pub missing: &'static str,
    /// What is odd, as in a notice.
    pub what: String,
    /// What to do.
    pub hint: String,
    /// Whether the piece may not be printed before it is mended: `export --strict` refuses.
    pub blocks: bool,
    /// What the notice goes by.
    rule: Rule,
    /// Whether reading the folder has said it already, with its line.
    told: bool,
}

impl Gap {
    fn new(weight: Weight, missing: &'static str, what: impl Into<String>, hint: impl Into<String>) -> Gap {
        let (what, hint) = (what.into(), hint.into());
        Gap { weight, missing, what, hint, blocks: false, rule: Rule::Permission, told: false }
    }

    /// The same by another rule than that of permissions.
    fn by(self, rule: Rule) -> Gap {
        Gap { rule, ..self }
    }

    fn blocking(self) -> Gap {
        Gap { blocks: true, ..self }
    }

    /// Whether the same is said with its line when the folder is read.
    fn told(self) -> Gap {
        Gap { told: true, ..self }
    }

    fn notice(&self, piece: &Piece) -> Notice {
        let place = Place::file(&piece.file);
        Notice::new(self.weight, place, &*self.what, &*self.hint).by(self.rule)
    }
}

/// What is doubtful about the rights of the pieces in the book.
pub(super) fn preflight(edition: &Edition, notices: &mut Notices) {
    for (_, piece) in edition.included() {
        let gaps = gaps(edition, piece);
        gaps.iter().filter(|gap| !gap.told).for_each(|gap| notices.push(gap.notice(piece)));
    }
}

/// Why the edition may not be printed yet: a notice for each piece whose permission is not settled. Empty for editions
/// that keep no account of permissions.
pub fn unsettled(edition: &Edition) -> Notices {
    let mut notices = Notices::new();
    for (_, piece) in edition.included() {
        let gaps = gaps(edition, piece);
        // The gravest is enough to say no.
        gaps.first().filter(|gap| gap.blocks).into_iter().for_each(|gap| notices.push(gap.notice(piece)));
    }
    notices
}

/// What the rights of a piece lack, the gravest first.
pub fn gaps(edition: &Edition, piece: &Piece) -> Vec<Gap> {
    let mut gaps = Vec::new();
    about_credit(piece.credit.as_ref(), &mut gaps);
    gaps.iter_mut().for_each(|gap| gap.rule = Rule::Credit);
    match edition.permission_of(piece) {
        Some(permission) => about_permission(edition, piece, permission, &mut gaps),
        None if edition.uses_permissions() => gaps.push(unstated()),
        None => {}
    }
    gaps.sort_by_key(|gap| (std::cmp::Reverse(gap.blocks), std::cmp::Reverse(gap.weight)));
    gaps
}

fn about_credit(credit: Option<&Credit>, gaps: &mut Vec<Gap>) {
    let Some(credit) = credit else { return };
    if let Some(url) = credit.url.as_deref().filter(|url| !markdown::is_safe_link(url)) {
        let what = format!("the address of the credit, “{url}”, is no web address and is not printed");
        gaps.push(Gap::new(Weight::Doubt, "web address of the credit", what, "write it with https://"));
    }
    if credit.outlet.is_empty() {
        let what = match credit.date {
            Some(date) => format!("the credit of {date} names no outlet"),
            None => "the credit names no outlet".to_string(),
        };
        gaps.push(Gap::new(Weight::Doubt, "outlet of the credit", what, "add outlet: … to the credit"));
    }
}

fn unstated() -> Gap {
    let hint = "write permission: own, granted, pending, refused or public-domain, or a licence; what holds for all \
                pieces can stand in edition.toml";
    Gap::new(Weight::Doubt, "permission", "nothing says that the piece may be printed", hint).blocking()
}

fn about_permission(edition: &Edition, piece: &Piece, permission: &Permission, gaps: &mut Vec<Gap>) {
    match &permission.state {
        None => gaps.push(unstated()),
        Some(State::Own | State::PublicDomain) => {}
        Some(State::Granted) => about_grant(piece, permission, gaps),
        Some(State::Pending) => gaps.push(pending(permission)),
        Some(State::Refused) => gaps.push(refused(permission)),
        Some(State::Licence) => {
            let mut of_licence = Vec::new();
            about_licence(piece, permission, &mut of_licence);
            gaps.extend(of_licence.into_iter().map(|gap| gap.by(Rule::Licence)));
        }
        Some(State::Unknown(word)) => {
            let what = format!("“{word}” is no state of a permission");
            gaps.push(
                Gap::new(Weight::Fault, "permission", what, "choose one of the list").blocking().told(),
            );
        }
    }
    if let Some(path) = permission.document.as_deref().filter(|path| !edition.has_document(path)) {
        let what = format!("the document “{path}” of the permission does not exist");
        let hint = "put it into “permissions”, or correct its name there";
        gaps.push(Gap::new(Weight::Fault, "the document itself", what, hint).blocking().told());
    }
    if let (Some(licence), Some(state)) = (&permission.licence, &permission.state)
        && *state != State::Licence
    {
        let what = format!(
            "the permission is “{}” and names a licence too, {}",
            state.word(),
            licence.printed_name()
        );
        gaps.push(Gap::new(
            Weight::Doubt,
            "one answer: licence or state",
            what,
            "take out the state, or the licence",
        ));
    }
}

fn pending(permission: &Permission) -> Gap {
    let of = permission.holder.as_ref().map(|holder| format!(" of {holder}")).unwrap_or_default();
    let since = permission.date.map(|date| format!(" since {}", date.in_words(Language::ENGLISH)));
    let what = format!("the permission{of} is pending{}", since.unwrap_or_default());
    Gap::new(Weight::Doubt, "an answer", what, "ask again, or leave the piece out with include: false")
        .blocking()
}

fn refused(permission: &Permission) -> Gap {
    let what = match &permission.holder {
        Some(holder) => format!("{holder} has refused permission to print the piece"),
        None => "permission to print the piece was refused".to_string(),
    };
    Gap::new(Weight::Fault, "permission (refused)", what, "leave it out with include: false").blocking()
}

fn about_grant(piece: &Piece, permission: &Permission, gaps: &mut Vec<Gap>) {
    if permission.holder.is_none() && permission.wording.is_none() {
        let what = "the permission names no right holder, so that readers are not told of it";
        gaps.push(Gap::new(Weight::Doubt, "right holder", what, "add holder: … to the permission"));
    }
    if permission.date.is_none() {
        let what = "the permission has no date";
        gaps.push(Gap::new(Weight::Remark, "date of the permission", what, "add date: 2026-03-01 to it"));
    }
    if permission.document.is_none() {
        let hint = "put the letter into “permissions” and add document: permissions/letter.pdf";
        gaps.push(Gap::new(Weight::Remark, "document", "no document proves the permission", hint));
    }
    if piece.credit.is_none() {
        let what = "nothing says where the piece was first published";
        let hint = "add credit: { outlet: …, date: … }";
        gaps.push(Gap::new(Weight::Remark, "credit", what, hint).by(Rule::NoCredit));
    }
}

fn about_licence(piece: &Piece, permission: &Permission, gaps: &mut Vec<Gap>) {
    let named = permission.licence.as_ref().filter(|licence| !licence.name.trim().is_empty());
    let Some(licence) = named else {
        let what = "the piece is under a licence that has no name";
        let hint = "add licence: CC-BY-4.0, or whatever it is called";
        return gaps.push(Gap::new(Weight::Fault, "name of the licence", what, hint).blocking());
    };
    let known = licence.creative_commons();
    about_address(licence, known, gaps);
    // CC0 asks for nothing.
    if known.is_some_and(|known| known.terms == Terms::Zero) {
        return;
    }
    let name = licence.printed_name();
    if piece.authors.is_empty() && permission.holder.is_none() {
        let what = format!("{name} asks for the name of the author, and none is given");
        gaps.push(Gap::new(Weight::Doubt, "name of the author", what, "add authors: […], or a holder"));
    }
    let url = piece.credit.as_ref().and_then(|credit| credit.url.as_deref());
    if url.is_none() {
        let what = format!("{name} asks for the address of the text, and the credit has none");
        gaps.push(Gap::new(Weight::Doubt, "address of the source", what, "add url: https://… to the credit"));
    }
    if let Some(known) = known {
        about_terms(piece, known, gaps);
    }
}

fn about_address(licence: &Licence, known: Option<CreativeCommons>, gaps: &mut Vec<Gap>) {
    let name = licence.printed_name();
    match (&licence.url, known) {
        (Some(url), _) if !markdown::is_safe_link(url) => {
            let what = format!("the address of the licence, “{url}”, is no web address and is not printed");
            gaps.push(Gap::new(Weight::Doubt, "address of the licence", what, "write it with https://"));
        }
        (None, Some(known)) if known.version.is_none() => {
            let what = format!("{name} has no version, and so no address");
            let hint = format!("the page of the text says which: {} 4.0, 3.0 …", known.terms.name());
            gaps.push(Gap::new(Weight::Doubt, "version of the licence", what, hint));
        }
        (None, None) => {
            let what = format!("readers can't find the licence “{name}”: it has no address");
            gaps.push(Gap::new(
                Weight::Doubt,
                "address of the licence",
                what,
                "add url: https://… to the permission",
            ));
        }
        _ => {}
    }
}

/// What a licence of Creative Commons allows and asks for.
fn about_terms(piece: &Piece, known: CreativeCommons, gaps: &mut Vec<Gap>) {
    let changes = piece.credit.as_ref().and_then(|credit| credit.changes.as_ref());
    match changes {
        None => {
            let what = format!("{known} asks to say whether the text was changed");
            let hint = "add changes: none, or what was changed, to the credit";
            gaps.push(Gap::new(Weight::Doubt, "what was changed", what, hint));
        }
        Some(Changes::Made(changes)) if known.terms.forbids_changes() => {
            let what = format!("{known} does not allow a changed text, and the credit says: {changes}");
            gaps.push(Gap::new(
                Weight::Doubt,
                "permission to change it",
                what,
                "print it unchanged, or ask the author",
            ));
        }
        Some(Changes::Made(_)) if matches!(known.terms, Terms::BySa | Terms::ByNcSa) => {
            let what = format!("{known}: the changed text may be given on under the same licence only");
            gaps.push(Gap::new(
                Weight::Remark,
                "",
                what,
                "let the rights line of the edition not say otherwise",
            ));
        }
        Some(_) => {}
    }
    if known.terms.forbids_sale() {
        let what = format!("{known}: an edition with this piece must not be sold");
        gaps.push(Gap::new(Weight::Remark, "", what, "ask the author, if money is to be taken for it"));
    }
}
