//! What Word files, OpenDocument texts and rich texts have in common: a row of flat paragraphs, each with what its
//! style and its look say, becomes the nested lines of a manuscript.

mod face;
mod guess;
mod links;
mod nest;
mod pen;
mod properties;
mod roles;
#[cfg(test)]
mod shown;
mod symbols;
mod tables;

pub(super) use face::{Face, Look};
pub(super) use links::{link, target};
pub(super) use nest::{blocks, lines};
pub(super) use pen::Pen;
pub(super) use properties::{author, title};
pub(super) use roles::role;
#[cfg(test)]
pub(super) use shown::shown;
pub(super) use symbols::symbol;
pub(super) use tables::{Cell, table};

use super::manuscript::Style;
use crate::edition::text::{Block, Paragraph};

/// Something that stands in the text of a file.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    /// What it is.
    pub(super) body: Body,
    /// The number of its paragraph in the file, from 1.
    pub(super) number: usize,
}

/// What stands in the text of a file.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Body {
    /// A paragraph.
    Words(Words),
    /// A table or a picture.
    Block(Block),
}

/// A paragraph as its file has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Words {
    /// Its words.
    pub(super) text: Paragraph,
    /// What its style says it is.
    pub(super) role: Role,
    /// Its place in a list.
    pub(super) bullet: Option<Bullet>,
    /// Whether it is set in from both sides, as quotations are.
    pub(super) is_indented: bool,
    /// How large and how heavy its letters are.
    pub(super) look: Look,
}

/// What the style of a paragraph says it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    /// Nothing.
    #[default]
    Body,
    /// A heading of this level, from 1.
    Heading(u8),
    /// Something that stands before or after the text.
    Styled(Style),
    /// A quotation.
    Quote,
    /// Program text.
    Code,
    /// A line across the page.
    Rule,
}

/// The place of a paragraph in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bullet {
    /// Which list of the file it is; two lists may follow each other.
    pub(super) list: u32,
    /// How deep it stands, from 0.
    pub(super) level: usize,
    /// What is in front of it.
    pub(super) sign: Sign,
}

/// What is in front of an item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// A dot or the like.
    Dot,
    /// This number.
    Number(u64),
    /// Nothing: the paragraph goes on with the item before it.
    None,
}

impl Item {
    /// A paragraph.
    pub(super) fn words(words: Words, number: usize) -> Item {
        Item { body: Body::Words(words), number }
    }

    /// A table or a picture.
    pub(super) fn block(block: Block, number: usize) -> Item {
        Item { body: Body::Block(block), number }
    }

    /// Whether it shows nothing.
    pub(super) fn is_blank(&self) -> bool {
        self.as_words().is_some_and(|words| words.text.is_empty() && words.role != Role::Rule)
    }

    /// Whether it is a picture.
    pub(super) fn is_figure(&self) -> bool {
        matches!(&self.body, Body::Block(Block::Figure { .. }))
    }

    /// Whether all its letters are heavy.
    pub(super) fn is_heavy(&self) -> bool {
        self.as_words().is_some_and(|words| words.look.is_heavy())
    }

    /// Its paragraph, if it is one.
    fn as_words(&self) -> Option<&Words> {
        match &self.body {
            Body::Words(words) => Some(words),
            Body::Block(_) => None,
        }
    }
}
