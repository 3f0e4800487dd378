//! The text pane.

pub(crate) const NO_PIECE: &str = "Select a piece in the list to see its text.";
pub(crate) const SEVERAL: &str = "Several pieces are selected. Select one to see its text.";
pub(crate) const EDITOR: &str = "Text of the piece";
pub(crate) const FIND: &str = "Find";
pub(crate) const REPLACE: &str = "Replace with";
pub(crate) const NEXT: &str = "Next";
pub(crate) const PREVIOUS: &str = "Previous";
pub(crate) const REPLACE_ONE: &str = "Replace";
pub(crate) const REPLACE_ALL: &str = "Replace all";
pub(crate) const EVERYWHERE: &str = "In all pieces";
pub(crate) const MATCH_CASE: &str = "Match case";
pub(crate) const CLOSE: &str = "Close";

pub(crate) fn found(count: usize) -> String {
    match count {
        0 => "Not found".into(),
        1 => "Found once".into(),
        _ => format!("Found {count} times"),
    }
}

pub(crate) fn words(count: usize, letters: usize) -> String {
    format!("{} words · {} characters", super::grouped(count), super::grouped(letters))
}

pub(crate) fn replaced(count: usize) -> String {
    match count {
        1 => "One place was changed".into(),
        _ => format!("{count} places were changed"),
    }
}

/// What stands on a button of the toolbar, its name, and what it does.
pub(crate) const BOLD: [&str; 3] = ["B", "Strong", "Make the selected words bold"];
pub(crate) const ITALIC: [&str; 3] = ["I", "Emphasis", "Make the selected words italic"];
pub(crate) const SMALL_CAPS: [&str; 3] = ["Sc", "Small caps", "Set the selected words in small capitals"];
pub(crate) const HEADING: [&str; 3] = ["Heading", "Heading", "Make the line a heading"];
pub(crate) const QUOTE: [&str; 3] = ["Quote", "Quotation", "Set the paragraph off as a quotation"];
pub(crate) const PULL_QUOTE: [&str; 3] =
    ["Pull quote", "Pull quote", "Show the words large, between rules, to catch the eye"];
pub(crate) const EPIGRAPH: [&str; 3] =
    ["Epigraph", "Epigraph", "Set the words small above the first paragraph; “— Name” below says whose"];
pub(crate) const LIST: [&str; 3] = ["List", "List", "Make the line an item of a list"];
pub(crate) const NUMBERS: [&str; 3] = ["1. List", "Numbered list", "Make the line a numbered item"];
pub(crate) const LINK: [&str; 3] = ["Link", "Link", "Make the selected words a link"];
pub(crate) const NOTE: [&str; 3] = ["Note", "Footnote", "Put a footnote here"];
pub(crate) const PICTURE: [&str; 3] = ["Picture…", "Picture…", "Put a picture here"];
pub(crate) const INDEX: [&str; 3] = ["Index", "Index", "Put the selected words in the index"];
pub(crate) const ORNAMENT: [&str; 3] = ["Ornament", "Ornament", "Put a break between sections here"];
pub(crate) const TIGHTER: [&str; 3] = ["¶ −1", "Tighter", "Set the paragraph in a line fewer"];
pub(crate) const LOOSER: [&str; 3] = ["¶ +1", "Looser", "Set the paragraph in a line more"];
pub(crate) const NOTE_TEXT: &str = "Text of the note.";
