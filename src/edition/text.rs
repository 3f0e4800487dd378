//! Running text: blocks, and paragraphs with styled ranges. Markdown becomes this, pages and EPUB are made of it.
//!
//! A paragraph is one string and a list of marks over byte ranges, not a tree: the typesetter shapes the string
//! as a whole (kerning and ligatures cross the edge of a link), and the EPUB writer nests what overlaps. The
//! alternative, a tree of inline nodes, makes both of them flatten it again.

pub mod edits;
mod inside;
pub mod marks;

use super::language::Language;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

/// The text of a piece or a page of free matter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Text {
    /// Its blocks in order.
    pub blocks: Vec<Block>,
    /// Its footnotes; note `n` is marked in the text by [`Mark::Note`]`(n)` and printed as `n + 1`.
    pub notes: Vec<Note>,
}

/// A footnote.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Note {
    /// Usually one paragraph.
    pub blocks: Vec<Block>,
}

/// A block of running text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A heading inside a piece; level 1 is the highest of them, whatever the file used.
    Heading {
        /// From 1.
        level: u8,
        /// Its words.
        text: Paragraph,
        /// A name given to link to, as in `## Heading {#name}`.
        id: Option<Arc<str>>,
    },
    /// A quotation set off from the text.
    Quote {
        /// What it is for.
        kind: QuoteKind,
        /// What is quoted.
        blocks: Vec<Block>,
        /// Who said it: the last paragraph when it begins with a dash (the dash is not kept).
        attribution: Option<Paragraph>,
    },
    /// A list.
    List {
        /// The first number of a numbered list; `None` for bullets.
        start: Option<u64>,
        /// One row of blocks an item.
        items: Vec<Vec<Block>>,
    },
    /// Verse: one paragraph a line; leading spaces are kept as [`VerseLine::indent`].
    Verse(Vec<VerseLine>),
    /// A table.
    Table(Table),
    /// A picture that stands alone.
    Figure {
        /// Key into [`Edition::pictures`](super::Edition::pictures): the path below the edition's folder.
        picture: Arc<str>,
        /// What the picture shows, for those who can't see it.
        alt: Arc<str>,
        /// The words under it.
        caption: Option<Paragraph>,
        /// Whether it stands on a page of its own, turned: a wide picture in `{.landscape}`.
        landscape: bool,
    },
    /// A break between sections, set as an ornament.
    Ornament,
    /// Lines of program text, kept as they are.
    Code(Arc<str>),
}

/// What a quotation is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum QuoteKind {
    /// The text quotes somebody.
    #[default]
    Quote,
    /// A pull quote: words of the text itself, shown large to catch the eye. Paragraphs and verse only.
    Pull,
    /// An epigraph: words of somebody else that a text begins with. Paragraphs and verse only.
    Epigraph,
}

/// One line of verse; a blank one parts stanzas.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct VerseLine {
    /// How many spaces stood before it.
    pub indent: u8,
    /// Its words.
    pub text: Paragraph,
}

/// A simple table: every row has as many cells as there are columns.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Table {
    /// How each column is aligned.
    pub columns: Vec<Align>,
    /// The head row.
    pub head: Vec<Paragraph>,
    /// The body rows.
    pub rows: Vec<Vec<Paragraph>>,
    /// The words above it.
    pub caption: Option<Paragraph>,
}

/// How a column is aligned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Align {
    /// At the start of the line.
    #[default]
    Start,
    /// In the middle.
    Centre,
    /// At the end of the line: figures.
    End,
}

/// A paragraph: one string, and marks over ranges of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Paragraph {
    /// The words, without any markup; line breaks asked for are `'\n'`.
    pub text: Arc<str>,
    /// What ranges of it are; sorted by start, then longest first; ranges may nest, never cross.
    pub marks: Vec<Marked>,
    /// How many lines more or, below zero, fewer than suit it best the editor wants it set in.
    pub bend: i8,
    /// Bytes of the source file that it came from; empty when it came from elsewhere.
    pub source: Range<usize>,
}

/// A mark over a range of bytes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Marked {
    /// Byte range of [`Paragraph::text`], on character boundaries, not empty.
    pub range: Range<usize>,
    /// What it is.
    pub mark: Mark,
}

/// What a range of a paragraph is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// Emphasis: italics.
    Emphasis,
    /// Strong: bold.
    Strong,
    /// Small capitals.
    SmallCaps,
    /// Raised: `XIX^e^`.
    Superscript,
    /// Lowered: `H~2~O`.
    Subscript,
    /// Struck out.
    Struck,
    /// Program text.
    Code,
    /// A link: http, https, mailto, `#name` inside the piece, or another piece as its file calls it:
    /// `03-other.md`, `03-other.md#name`.
    Link(Arc<str>),
    /// A link inside the book, behind whose words stands the number of the page it leads to: `#name`, or another
    /// piece as its file calls it.
    Page(Arc<str>),
    /// Words of another language.
    Language(Language),
    /// The mark of footnote `n` (the text under it is its number).
    Note(usize),
    /// The index leads here under this heading: the words themselves, or what is said for them.
    Index(Arc<str>),
}

impl Paragraph {
    /// A paragraph without marks.
    pub fn plain(text: impl Into<Arc<str>>) -> Paragraph {
        Paragraph { text: text.into(), marks: Vec::new(), bend: 0, source: 0..0 }
    }

    /// Whether it has no words.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Its words without the marks of footnotes, on one line: for running heads, navigation, metadata.
    pub fn words(&self) -> String {
        let notes = self.marks.iter().filter(|marked| matches!(marked.mark, Mark::Note(_)));
        let mut notes: Vec<&Range<usize>> = notes.map(|marked| &marked.range).collect();
        notes.sort_unstable_by_key(|range| range.start);
        let mut words = String::with_capacity(self.text.len());
        let mut from = 0;
        for range in notes {
            words.push_str(self.text.get(from..range.start).unwrap_or_default());
            from = from.max(range.end);
        }
        words.push_str(self.text.get(from..).unwrap_or_default());
        if words.contains('\n') { words.replace('\n', " ") } else { words }
    }
}

impl Block {
    /// Calls `see` for every paragraph in the block, in reading order.
    pub fn each_paragraph<'a>(&'a self, see: &mut dyn FnMut(&'a Paragraph)) {
        match self {
            Block::Paragraph(text) | Block::Heading { text, .. } => see(text),
            Block::Quote { blocks, attribution, .. } => {
                blocks.iter().for_each(|b| b.each_paragraph(see));
                attribution.iter().for_each(see);
            }
            Block::List { items, .. } => items.iter().flatten().for_each(|b| b.each_paragraph(see)),
            Block::Verse(lines) => lines.iter().for_each(|line| see(&line.text)),
            Block::Table(table) => {
                table.caption.iter().chain(&table.head).chain(table.rows.iter().flatten()).for_each(see);
            }
            Block::Figure { caption, .. } => caption.iter().for_each(see),
            Block::Ornament | Block::Code(_) => {}
        }
    }

    /// Calls `change` for every paragraph in the block, in reading order.
    pub fn each_paragraph_mut(&mut self, change: &mut dyn FnMut(&mut Paragraph)) {
        self.change(true, change);
    }

    /// Calls `change` for every paragraph in the block but those of verse, which stands as its poet wrote it.
    pub fn each_prose_mut(&mut self, change: &mut dyn FnMut(&mut Paragraph)) {
        self.change(false, change);
    }

    fn change(&mut self, with_verse: bool, change: &mut dyn FnMut(&mut Paragraph)) {
        match self {
            Block::Paragraph(text) | Block::Heading { text, .. } => change(text),
            Block::Quote { blocks, attribution, .. } => {
                blocks.iter_mut().for_each(|b| b.change(with_verse, change));
                attribution.iter_mut().for_each(change);
            }
            Block::List { items, .. } => {
                items.iter_mut().flatten().for_each(|b| b.change(with_verse, change));
            }
            Block::Verse(lines) if with_verse => lines.iter_mut().for_each(|line| change(&mut line.text)),
            Block::Table(table) => {
                let rows = table.rows.iter_mut().flatten();
                table.caption.iter_mut().chain(&mut table.head).chain(rows).for_each(change);
            }
            Block::Figure { caption, .. } => caption.iter_mut().for_each(change),
            Block::Verse(_) | Block::Ornament | Block::Code(_) => {}
        }
    }

    /// Its words without any marks, a line for each paragraph.
    pub fn plain(&self) -> String {
        if let Block::Code(text) = self {
            return text.to_string();
        }
        let mut lines = Vec::new();
        self.each_paragraph(&mut |paragraph| lines.push(paragraph.words()));
        lines.join("\n")
    }
}

/// Words under a [`Mark::Page`] that make room for the number: `[#](gate.md){.page}` prints the number alone.
pub const NUMBER_ALONE: &str = "#";

impl Text {
    /// Calls `see` for every paragraph, the notes after the blocks.
    pub fn each_paragraph<'a>(&'a self, see: &mut dyn FnMut(&'a Paragraph)) {
        let notes = self.notes.iter().flat_map(|note| &note.blocks);
        self.blocks.iter().chain(notes).for_each(|block| block.each_paragraph(see));
    }

    /// Whether two texts have the same words. Quotes, dashes and spaces may differ: they do wherever a text was pasted.
    pub fn says_the_same(&self, other: &Text) -> bool {
        self.bare() == other.bare()
    }

    /// Whether two texts print the same, wherever their words come from.
    pub fn says_exactly(&self, other: &Text) -> bool {
        crate::edition::markdown::write(self) == crate::edition::markdown::write(other)
    }

    /// The words alone, between single spaces, without a last full stop.
    fn bare(&self) -> String {
        let mut words = String::new();
        self.each_paragraph(&mut |paragraph| {
            for word in paragraph.text.split_whitespace() {
                words.push_str(word);
                words.push(' ');
            }
        });
        let letters = words.chars().filter_map(|letter| match letter {
            '“' | '”' | '„' | '«' | '»' | '‟' => Some('"'),
            '‘' | '’' | '‚' | '‛' | '‹' | '›' => Some('\''),
            '–' | '—' | '‑' | '‐' => Some('-'),
            '\u{ad}' | '\u{200b}' => None,
            other => Some(other),
        });
        letters.collect::<String>().trim_end().trim_end_matches('.').to_string()
    }

    /// The names of its headings, which links lead to.
    pub fn heading_names(&self) -> BTreeSet<Arc<str>> {
        fn collect(blocks: &[Block], names: &mut BTreeSet<Arc<str>>) {
            for block in blocks {
                match block {
                    Block::Heading { id: Some(id), .. } => {
                        names.insert(id.clone());
                    }
                    Block::Quote { blocks, .. } => collect(blocks, names),
                    Block::List { items, .. } => items.iter().for_each(|item| collect(item, names)),
                    _ => {}
                }
            }
        }
        let mut names = BTreeSet::new();
        collect(&self.blocks, &mut names);
        names
    }

    /// Calls `change` for every paragraph, the notes after the blocks.
    pub fn each_paragraph_mut(&mut self, change: &mut dyn FnMut(&mut Paragraph)) {
        let notes = self.notes.iter_mut().flat_map(|note| &mut note.blocks);
        self.blocks.iter_mut().chain(notes).for_each(|block| block.each_paragraph_mut(change));
    }

    /// How many words it has, notes included.
    pub fn words(&self) -> usize {
        let mut words = 0;
        self.each_paragraph(&mut |p| words += p.text.split_whitespace().count());
        words
    }
}
