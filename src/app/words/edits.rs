//! Names of changes, as undo says them.

pub(crate) const TITLE: &str = "change of title";
pub(crate) const PART_MOVED: &str = "moving a part";
pub(crate) const PART_REMOVED: &str = "dissolving a part";
pub(crate) const PART_ADDED: &str = "new part";
pub(crate) const SORTED: &str = "sorting";
pub(crate) const TYPING: &str = "typing";
pub(crate) const FORMAT: &str = "formatting";
pub(crate) const REPLACED: &str = "replacing";
pub(crate) const MERGED: &str = "taking over changes from the files";
pub(crate) const RECOVERED: &str = "recovering unsaved work";
pub(crate) const PICTURE: &str = "inserting a picture";
pub(crate) const PORTRAIT: &str = "the portrait";

pub(crate) fn moved(pieces: usize) -> String {
    plural(pieces, "moving a piece", "moving {} pieces")
}

pub(crate) fn deleted(pieces: usize) -> String {
    plural(pieces, "deleting a piece", "deleting {} pieces")
}

pub(crate) fn duplicated(pieces: usize) -> String {
    plural(pieces, "copying a piece", "copying {} pieces")
}

pub(crate) fn added(pieces: usize) -> String {
    plural(pieces, "adding a piece", "adding {} pieces")
}

pub(crate) fn included(pieces: usize, put_in: bool) -> String {
    match put_in {
        true => plural(pieces, "putting a piece in", "putting {} pieces in"),
        false => plural(pieces, "leaving a piece out", "leaving {} pieces out"),
    }
}

pub(crate) fn field(name: &str) -> String {
    format!("change of {}", name.to_lowercase())
}

fn plural(count: usize, one: &str, many: &str) -> String {
    if count == 1 { one.to_string() } else { many.replace("{}", &count.to_string()) }
}
