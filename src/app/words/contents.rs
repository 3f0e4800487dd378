//! The contents pane.

use crate::edition::sign_off::Standing;

pub(crate) const EDITION_TIP: &str = "Title, editors, publisher and imprint of the edition";
pub(crate) const PEOPLE: &str = "People";
pub(crate) const PEOPLE_TIP: &str = "Authors and editors with their notes";
pub(crate) const DISCLAIMERS: &str = "Disclaimers";
pub(crate) const DISCLAIMERS_TIP: &str = "“The views expressed…” and which pieces carry it";
pub(crate) const DESIGN: &str = "Design";
pub(crate) const DESIGN_TIP: &str = "Theme, page size, type and margins";
pub(crate) const ADD_TIP: &str = "Add pieces or a part";
pub(crate) const SORT: &str = "Sort";
pub(crate) const FILTER: &str = "Filter by title or author";
pub(crate) const NOTHING_FOUND: &str = "No piece has these words in its title or byline.";
pub(crate) const NO_TITLE: &str = "(no title)";
pub(crate) const PART_UP: &str = "Move part up";
pub(crate) const PART_DOWN: &str = "Move part down";
pub(crate) const DISSOLVE_PART: &str = "Dissolve part";
pub(crate) const DISSOLVE_PART_TIP: &str = "Its pieces stay in the book";
pub(crate) const NEW_PART: &str = "New part";

pub(crate) fn words(count: usize) -> String {
    format!("{} words", super::grouped(count))
}

pub(crate) fn pieces(count: usize) -> String {
    format!("{count} pieces")
}

pub(crate) fn left_out(byline: &str) -> String {
    if byline.is_empty() { "left out".into() } else { format!("{byline} · left out") }
}

/// The name of a piece, with how its sign-off stands; nothing more where nobody has signed it.
pub(crate) fn signed_for_readers(name: &str, standing: Option<Standing>) -> String {
    standing.and_then(signed).map_or_else(|| name.into(), |signed| format!("{name}, {signed}"))
}

/// The words below the title of a piece, with how its sign-off stands before them.
pub(crate) fn signed_before(standing: Option<Standing>, words: &str) -> String {
    match standing.and_then(signed) {
        Some(signed) if words.is_empty() => signed.into(),
        Some(signed) => format!("{signed} · {words}"),
        None => words.into(),
    }
}

fn signed(standing: Standing) -> Option<&'static str> {
    match standing {
        Standing::Open => None,
        Standing::Signed => Some("signed"),
        Standing::Unsaid => Some("signed, text not said"),
        Standing::Stale => Some("changed since it was signed"),
    }
}

pub(crate) fn part_for_readers(title: &str, pieces: usize) -> String {
    format!("Part: {title}, {pieces} pieces")
}

pub(crate) fn piece_for_readers(title: &str, byline: &str, include: bool) -> String {
    let by = if byline.is_empty() { String::new() } else { format!(", by {byline}") };
    let out = if include { "" } else { ", left out" };
    format!("{title}{by}{out}")
}
