//! Paragraphs, cells and rows of a rich text end; comments become notices.

use super::groups::Reader;
use super::state::{Stand, State};
use crate::edition::text::{Align, Block};
use crate::import::limits;
use crate::import::office::{Cell, Item, Role, Words};
use crate::notice::Place;

/// From this indent on at both sides, in twentieths of a point, a paragraph is set off as a quotation.
const INDENT: i32 = 280;

impl Reader<'_> {
    /// A word that stands for letters, or ends something.
    pub(super) fn text(&mut self, word: &str) {
        let letters = match word {
            "tab" | "page" | "column" => " ",
            "emdash" => "—",
            "endash" => "–",
            "lquote" => "‘",
            "rquote" => "’",
            "ldblquote" => "“",
            "rdblquote" => "”",
            "bullet" => "•",
            "emspace" => "\u{2003}",
            "enspace" => "\u{2002}",
            "zwj" => "\u{200D}",
            "zwnj" => "\u{200C}",
            _ => return self.end(word),
        };
        self.write(letters);
    }

    fn end(&mut self, word: &str) {
        let stand = self.state.stand.clone();
        match word {
            "line" | "lbr" if !self.state.letters.hidden => self.desk.pen.line_break(),
            // The mark of a deleted paragraph joins it with the next.
            "par" | "sect" if self.state.letters.deleted => self.number += 1,
            "par" | "sect" | "nestcell" => self.paragraph(&stand),
            "cell" => self.cell(&stand),
            "row" => self.desk.grid.row(),
            "trowd" | "trhdr" | "clmrg" | "clvmrg" | "cellx" => self.desk.grid.define(word),
            _ => {}
        }
    }

    fn paragraph(&mut self, stand: &Stand) {
        self.number += 1;
        self.ended += 1;
        if stand.is_initial {
            return;
        }
        let item = self.item(stand);
        if stand.is_in_table {
            self.desk.cell.push(item);
            self.desk.cell.append(&mut self.desk.behind);
            return;
        }
        self.end_table();
        self.desk.items.push(item);
        self.desk.items.append(&mut self.desk.behind);
    }

    fn item(&mut self, stand: &Stand) -> Item {
        let role = self.styles.role(stand.style, stand.outline);
        let bullet = match role {
            Role::Heading(_) => None,
            _ => stand.list.and_then(|list| self.lists.bullet(list, stand.level)),
        };
        let is_indented = stand.start >= INDENT && stand.end >= INDENT;
        let (text, look) = self.desk.pen.finish();
        Item::words(Words { text, role, bullet, is_indented, look }, self.number)
    }

    fn cell(&mut self, stand: &Stand) {
        self.number += 1;
        let item = self.item(stand);
        let mut items = std::mem::take(&mut self.desk.cell);
        items.push(item);
        items.append(&mut self.desk.behind);
        items.retain(|item| !item.is_blank());
        let is_head = !items.is_empty() && items.iter().all(Item::is_heavy);
        let align = match stand {
            Stand { is_centred: true, .. } => Align::Centre,
            Stand { is_flush_right: true, .. } => Align::End,
            _ => Align::Start,
        };
        self.desk.grid.cell(Cell { items, span: 1, is_head, align });
    }

    fn end_table(&mut self) {
        if self.desk.grid.is_full {
            let what = format!("a table has more than {} cells; the others are left out", limits::CELLS);
            self.notices.fault(Place::line(self.path, self.number), what, "cut the table into parts");
        }
        let table = self.desk.grid.finish(self.number);
        self.desk.items.extend(table);
        // Words of a cell that never ended.
        let mut left = std::mem::take(&mut self.desk.cell);
        self.desk.items.append(&mut left);
    }

    /// What is written on the desk ends.
    pub(super) fn end_desk(&mut self, state: &State) {
        self.end_table();
        if !self.desk.pen.is_blank() || !self.desk.behind.is_empty() {
            let stand = Stand { is_in_table: false, is_initial: false, ..state.stand.clone() };
            self.paragraph(&stand);
        }
    }

    /// Reports a comment.
    pub(super) fn comment(&mut self, blocks: Vec<Block>) {
        let mut words = String::new();
        for block in &blocks {
            block.each_paragraph(&mut |paragraph| {
                words.push_str(&paragraph.words());
                words.push(' ');
            });
        }
        let words: String = words.trim().chars().take(400).collect();
        let author = if self.commenter.is_empty() { "somebody" } else { &self.commenter };
        if !words.is_empty() {
            let what = format!("a comment by {author} says: “{words}”");
            let hint = "comments are not printed; see whether something is to be done";
            self.notices.remark(Place::line(self.path, self.number + 1), what, hint);
        }
    }

    /// Says once that there are tracked changes.
    pub(super) fn tell_of_changes(&mut self) {
        let what = "the file has tracked changes; they are taken as accepted";
        let hint = "if some should be refused, decide on them in the original, and import it again";
        self.notices.doubt(Place::file(self.path), what, hint);
    }
}
