//! What is printed goes in, part by part; 32 bits that follow from it come out, the same on every machine and with
//! every version of the program.
//!
//! Nothing here is left to `derive(Hash)`, whose bytes change with the compiler: every string goes in with its length
//! behind it, in an order that is written down here. A change of this file makes every sign-off stale.

use crate::edition::markdown::is_safe_link;
use crate::edition::picture::Picture;
use crate::edition::text::{Align, Block, Mark, Paragraph, QuoteKind, Text};
use siphasher::sip::SipHasher13;
use std::collections::BTreeMap;
use std::hash::Hasher;
use std::ops::Range;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

/// A fingerprint being taken.
pub(super) struct Ink(SipHasher13);

/// The pictures of an edition by path.
type Pictures = BTreeMap<Arc<str>, Picture>;

impl Ink {
    pub(super) fn new() -> Ink {
        Ink(SipHasher13::new())
    }

    /// The fingerprint.
    pub(super) fn dry(self) -> u32 {
        let whole = self.0.finish();
        (whole ^ whole >> 32) as u32
    }

    /// A paragraph that may be missing.
    pub(super) fn line(&mut self, name: &str, paragraph: Option<&Paragraph>) {
        if let Some(paragraph) = paragraph.filter(|paragraph| !paragraph.is_empty()) {
            self.bytes(name.as_bytes());
            self.paragraph(paragraph);
        }
    }

    /// Plain words that may be missing.
    pub(super) fn words(&mut self, name: &str, words: &str) {
        self.line(name, Some(&Paragraph::plain(words)));
    }

    /// Running text with its notes.
    pub(super) fn text(&mut self, name: &str, text: &Text, pictures: &Pictures) {
        self.bytes(name.as_bytes());
        self.blocks(&text.blocks, pictures);
        for note in &text.notes {
            self.bytes(b"note");
            self.blocks(&note.blocks, pictures);
        }
        self.bytes(b"end");
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.0.write(bytes);
        self.0.write(&(bytes.len() as u64).to_le_bytes());
    }

    fn blocks(&mut self, blocks: &[Block], pictures: &Pictures) {
        blocks.iter().for_each(|block| self.block(block, pictures));
        self.bytes(b"end");
    }

    fn block(&mut self, block: &Block, pictures: &Pictures) {
        match block {
            Block::Paragraph(paragraph) => self.named("paragraph", paragraph),
            Block::Heading { level, text, .. } => self.named(&format!("heading {level}"), text),
            Block::Quote { kind, blocks, attribution } => {
                self.bytes(match kind {
                    QuoteKind::Quote => b"quote",
                    QuoteKind::Pull => b"pull quote",
                    QuoteKind::Epigraph => b"epigraph",
                });
                self.blocks(blocks, pictures);
                attribution.iter().for_each(|by| self.named("said by", by));
            }
            Block::List { start, items } => {
                self.bytes(start.map_or("list".into(), |start| format!("list from {start}")).as_bytes());
                items.iter().for_each(|item| self.blocks(item, pictures));
                self.bytes(b"end");
            }
            Block::Verse(lines) => {
                self.bytes(b"verse");
                lines.iter().for_each(|line| self.named(&line.indent.to_string(), &line.text));
            }
            Block::Table(table) => {
                table.caption.iter().for_each(|caption| self.named("table", caption));
                let columns = table.columns.iter().map(|column| match column {
                    Align::Start => 's',
                    Align::Centre => 'c',
                    Align::End => 'e',
                });
                self.bytes(columns.collect::<String>().as_bytes());
                let cells = table.head.iter().chain(table.rows.iter().flatten());
                cells.for_each(|cell| self.named("cell", cell));
            }
            // What a picture is called, and what is said to those who can't see it, is not printed.
            Block::Figure { picture, caption, .. } => {
                self.bytes(b"picture");
                self.bytes(pictures.get(picture).map_or(&[], |picture| &picture.bytes));
                caption.iter().for_each(|caption| self.named("caption", caption));
            }
            Block::Ornament => self.bytes(b"ornament"),
            Block::Code(code) => self.bytes(format!("code {code}").as_bytes()),
        }
    }

    fn named(&mut self, name: &str, paragraph: &Paragraph) {
        self.bytes(name.as_bytes());
        self.paragraph(paragraph);
    }

    /// The letters of a paragraph, in stretches that look alike.
    fn paragraph(&mut self, paragraph: &Paragraph) {
        let marks = paragraph.marks.iter().filter_map(|marked| Some((&marked.range, look(&marked.mark)?)));
        let marks: Vec<_> = marks.collect();
        let mut stretch = Stretch::default();
        let (mut looks, mut edge) = (Vec::new(), 0);
        for (at, letter) in paragraph.text.char_indices().filter(|(_, letter)| !is_unseen(*letter)) {
            // A space has no looks.
            if letter != '\n' && letter.is_whitespace() {
                stretch.space = true;
                continue;
            }
            if at >= edge {
                (looks, edge) = looks_at(at, &marks);
            }
            if looks != stretch.looks {
                self.stretch(&mut stretch);
                stretch.looks.clone_from(&looks);
            }
            if std::mem::take(&mut stretch.space) && stretch.begun {
                stretch.letters.push(' ');
            }
            stretch.begun = true;
            stretch.letters.push(if letter == '\u{2011}' { '-' } else { letter });
        }
        self.stretch(&mut stretch);
        self.bytes(b"end");
    }

    fn stretch(&mut self, stretch: &mut Stretch<'_>) {
        let letters = std::mem::take(&mut stretch.letters);
        if !letters.is_empty() {
            stretch.looks.iter().for_each(|look| self.bytes(look.as_bytes()));
            self.bytes(letters.nfc().collect::<String>().as_bytes());
        }
    }
}

/// Letters that look alike, being gathered.
#[derive(Default)]
struct Stretch<'p> {
    looks: Vec<&'p str>,
    letters: String,
    /// Whether a space stands before the next letter.
    space: bool,
    /// Whether the paragraph has begun.
    begun: bool,
}

/// How the letter at a byte looks, in one order whatever the order of its marks; and up to which byte that holds.
fn looks_at<'p>(at: usize, marks: &[(&Range<usize>, &'p str)]) -> (Vec<&'p str>, usize) {
    let over = marks.iter().filter(|(range, _)| range.contains(&at));
    let mut looks: Vec<&str> = over.map(|(_, look)| *look).collect();
    looks.sort_unstable();
    looks.dedup();
    let edges = marks.iter().flat_map(|(range, _)| [range.start, range.end]);
    (looks, edges.filter(|edge| *edge > at).min().unwrap_or(usize::MAX))
}

/// What a mark does to the look of its words, or where it leads readers on the web; `None` where nothing is seen of it.
fn look(mark: &Mark) -> Option<&str> {
    Some(match mark {
        Mark::Emphasis => "*",
        Mark::Strong => "**",
        Mark::SmallCaps => "caps",
        Mark::Superscript => "^",
        Mark::Subscript => "~",
        Mark::Struck => "~~",
        Mark::Code => "`",
        Mark::Note(_) => "note",
        // Files inside the edition may be renamed, and pages move.
        Mark::Link(to) => return Some(&**to).filter(|to| is_safe_link(to) && to.contains(':')),
        Mark::Page(_) => "page",
        Mark::Language(_) | Mark::Index(_) => return None,
    })
}

/// Signs that only say where a line may end.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}
