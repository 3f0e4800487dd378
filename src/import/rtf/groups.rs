//! Tokens go to where they belong; groups open and close.

use super::fonts::Fonts;
use super::lists::Lists;
use super::picture::Drawing;
use super::state::{Kept, Opened, Place, State};
use super::styles::Styles;
use super::tables::Grid;
use super::tokens::Token;
use crate::edition::picture::Picture;
use crate::edition::text::Note;
use crate::import::manuscript::Stated;
use crate::import::office::{self, Item, Pen, link, target};
use crate::notice::Notices;
use std::collections::BTreeMap;
use std::path::Path;

/// Groups in each other, of which each has a state of its own.
const DEPTH: usize = 1_000;

/// What a reader knows while it goes through the file.
pub(super) struct Reader<'n> {
    pub(super) path: &'n Path,
    pub(super) notices: &'n mut Notices,
    pub(super) state: State,
    stack: Vec<State>,
    /// Groups too deep for a state.
    lost: usize,
    /// Whether all groups have closed.
    is_closed: bool,
    /// Whether `\*` stands before: a destination that may be skipped.
    pub(super) is_optional: bool,
    pub(super) fonts: Fonts,
    pub(super) styles: Styles,
    pub(super) based_on: Option<i32>,
    pub(super) lists: Lists,
    /// Bytes that are not decoded yet.
    pub(super) bytes: Vec<u8>,
    /// Characters that stand for one behind `\u`.
    pub(super) skip: usize,
    /// The first half of a pair.
    pub(super) high: Option<u16>,
    pub(super) desk: Desk,
    /// What is aside while a note or box is written, and how many paragraphs there were: those of a note don't count.
    aside: Vec<(Desk, usize)>,
    pub(super) kept: String,
    pub(super) commenter: String,
    pub(super) created: [i32; 3],
    pub(super) drawing: Drawing,
    pub(super) notes: Vec<Note>,
    pub(super) pictures: BTreeMap<String, Picture>,
    pub(super) stated: Stated,
    pub(super) number: usize,
    /// Paragraphs that ended, in notes and comments too; cells have a limit of their own.
    pub(super) ended: usize,
}

/// Where a text is written: the main one, a note, a box.
#[derive(Default)]
pub(super) struct Desk {
    pub(super) pen: Pen,
    pub(super) items: Vec<Item>,
    /// The paragraphs of the cell that is written.
    pub(super) cell: Vec<Item>,
    pub(super) grid: Grid,
    /// Pictures and boxes, which come behind their paragraph.
    pub(super) behind: Vec<Item>,
}

impl<'n> Reader<'n> {
    pub(super) fn new(path: &'n Path, notices: &'n mut Notices) -> Reader<'n> {
        Reader {
            path,
            notices,
            state: State { fallback: 1, ..State::default() },
            stack: Vec::new(),
            lost: 0,
            is_closed: false,
            is_optional: false,
            fonts: Fonts::default(),
            styles: Styles::default(),
            based_on: None,
            lists: Lists::default(),
            bytes: Vec::new(),
            skip: 0,
            high: None,
            desk: Desk::default(),
            aside: Vec::new(),
            kept: String::new(),
            commenter: String::new(),
            created: [0; 3],
            drawing: Drawing::default(),
            notes: Vec::new(),
            pictures: BTreeMap::new(),
            stated: Stated::default(),
            number: 0,
            ended: 0,
        }
    }

    /// Whether the file is whole.
    pub(super) fn is_whole(&self) -> bool {
        self.is_closed
    }

    pub(super) fn token(&mut self, token: Token<'_>) {
        // What stands behind the last group is no text.
        if self.is_closed {
            return;
        }
        match token {
            Token::Open => self.open(),
            Token::Close => self.close(),
            Token::Word(..) | Token::Sign(_) | Token::Hex(_) | Token::Byte(_) if self.is_skipped(&token) => {}
            Token::Word(word, number) => self.word(word, number),
            Token::Sign(b'*') => self.is_optional = true,
            Token::Sign(sign) => self.sign(sign),
            Token::Hex(byte) => self.byte(byte),
            Token::Byte(byte) => self.byte(byte),
            Token::Binary(bytes) => self.drawing.binary(bytes, self.state.place),
        }
    }

    /// Whether a token is the older way of writing the character before.
    fn is_skipped(&mut self, token: &Token<'_>) -> bool {
        // Words that mean no character end it, whatever was announced.
        if matches!(token, Token::Word("u" | "par" | "line" | "cell" | "row" | "tab", _)) {
            self.skip = 0;
        }
        let is_skipped = self.skip > 0;
        self.skip -= usize::from(is_skipped);
        is_skipped
    }

    fn open(&mut self) {
        self.decode();
        self.skip = 0;
        self.is_optional = false;
        if self.stack.len() >= DEPTH {
            self.lost += 1;
            return;
        }
        let inner = State { opened: Opened::Nothing, ..self.state.clone() };
        self.stack.push(std::mem::replace(&mut self.state, inner));
    }

    fn close(&mut self) {
        self.decode();
        self.skip = 0;
        self.is_optional = false;
        if self.lost > 0 {
            self.lost -= 1;
            return;
        }
        let Some(outer) = self.stack.pop() else { return };
        let closed = std::mem::replace(&mut self.state, outer);
        match closed.opened {
            Opened::Nothing => {}
            Opened::Style => {
                let based_on = self.based_on.take();
                self.styles.define(&closed, based_on);
            }
            // The result of the field stands in the next group of the group around.
            Opened::Instruction => {
                let instruction = std::mem::take(&mut self.kept);
                self.state.link = target(&instruction).and_then(|address| link(&address));
            }
            Opened::Picture => self.picture(),
            Opened::Kept(kept) => self.keep(kept),
            Opened::Note | Opened::Comment | Opened::Box => self.put_back(&closed),
        }
        self.is_closed = self.stack.is_empty();
    }

    /// A note, comment or box begins: it is written on a desk of its own.
    pub(super) fn set_aside(&mut self, opened: Opened) {
        self.decode();
        if self.aside.len() >= 20 {
            self.state.place = Place::Nowhere;
            return;
        }
        self.aside.push((std::mem::take(&mut self.desk), self.number));
        let fallback = self.state.fallback;
        self.state = State { opened, fallback, is_in_box: opened == Opened::Box, ..State::default() };
    }

    /// It ends, and what was aside goes on.
    fn put_back(&mut self, closed: &State) {
        self.end_desk(closed);
        let Some((outer, number)) = self.aside.pop() else { return };
        self.number = number;
        let inner = std::mem::replace(&mut self.desk, outer);
        match closed.opened {
            Opened::Note => {
                self.desk.pen.note(self.notes.len());
                self.notes.push(Note { blocks: office::blocks(inner.items) });
            }
            Opened::Comment => self.comment(office::blocks(inner.items)),
            _ => self.desk.behind.extend(inner.items),
        }
    }

    /// Keeps a word.
    fn keep(&mut self, kept: Kept) {
        let words = std::mem::take(&mut self.kept);
        match kept {
            Kept::Title => {
                self.stated.title = office::title(&words).map(crate::edition::text::Paragraph::plain)
            }
            Kept::Author => self.stated.authors = words.split(';').filter_map(office::author).collect(),
            Kept::Created => {
                let [year, month, day] = self.created;
                self.stated.date =
                    crate::edition::date::Date::parse(&format!("{year:04}-{month:02}-{day:02}"));
            }
            Kept::Commenter => self.commenter = words.trim().to_string(),
        }
    }

    /// What was written when the file ends; whatever is still open is closed.
    pub(super) fn finish(&mut self) -> Vec<Item> {
        self.decode();
        while let Some(outer) = self.stack.pop() {
            let closed = std::mem::replace(&mut self.state, outer);
            if matches!(closed.opened, Opened::Note | Opened::Comment | Opened::Box) {
                self.put_back(&closed);
            }
        }
        let state = State { stand: self.state.stand.clone(), ..State::default() };
        self.end_desk(&state);
        std::mem::take(&mut self.desk.items)
    }
}
