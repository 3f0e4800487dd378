//! What holds at a place of a rich text: where the words go, how they look, how the paragraph stands.

use std::sync::Arc;

/// Where the words of a group go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Place {
    /// Into the text.
    #[default]
    Text,
    /// Nowhere.
    Nowhere,
    /// Into the table of fonts.
    Fonts,
    /// Into the styles.
    Styles,
    /// Into the definitions of lists.
    Lists,
    /// Into the properties of the document; the words of none.
    Info,
    /// Into a word that is kept: title, author, the instruction of a field, the author of a comment.
    Kept,
    /// Into a picture.
    Picture,
}

/// A word that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kept {
    Title,
    Author,
    Created,
    Commenter,
}

/// What begins with a group and ends with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Opened {
    /// Nothing.
    #[default]
    Nothing,
    Note,
    Comment,
    Box,
    Picture,
    Style,
    /// The instruction of a field.
    Instruction,
    Kept(Kept),
}

/// What holds at a place.
#[derive(Clone, Debug, Default)]
pub(super) struct State {
    pub(super) place: Place,
    pub(super) opened: Opened,
    pub(super) letters: Letters,
    pub(super) stand: Stand,
    /// How many characters stand for one behind `\u`.
    pub(super) fallback: usize,
    pub(super) link: Option<Arc<str>>,
    pub(super) is_in_box: bool,
}

/// How letters look.
#[derive(Clone, Debug, Default)]
pub(super) struct Letters {
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) small_caps: bool,
    pub(super) raised: bool,
    pub(super) lowered: bool,
    pub(super) struck: bool,
    pub(super) hidden: bool,
    pub(super) deleted: bool,
    /// In half points; 0 for the usual 24.
    pub(super) size: u32,
    pub(super) font: i32,
}

/// How a paragraph stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Stand {
    pub(super) style: i32,
    pub(super) start: i32,
    pub(super) end: i32,
    pub(super) list: Option<i32>,
    pub(super) level: usize,
    pub(super) outline: Option<u8>,
    pub(super) is_in_table: bool,
    pub(super) is_initial: bool,
    pub(super) is_centred: bool,
    pub(super) is_flush_right: bool,
}

impl Letters {
    /// The size, in half points.
    pub(super) fn size(&self) -> u32 {
        if self.size == 0 { 24 } else { self.size }
    }
}
