//! The parser's events become blocks.

use super::desk::Desk;
use super::fences::Fences;
use super::html::{self, Token};
use super::inline::Inline;
use super::notes::{Found, NoteBook};
use super::shapes::{captions, fenced, figure, quote, verse};
use super::{Context, headings, inline};
use crate::edition::text::marks;
use crate::edition::text::{Align, Block, Note, Paragraph, QuoteKind, Table, Text};
use crate::notice::{Notices, Rule};
use pulldown_cmark::{Alignment, CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;
use std::path::Path;

/// Quotes and lists nested deeper than this are flattened: no page has room for them, and nothing that walks
/// a text needs to fear for its stack.
const DEEPEST: usize = 100;

/// Stands before a line so that nothing in it begins a block. A no-break space is white to the rules of
/// emphasis, and text to the rules of blocks.
const GUARD: char = '\u{A0}';

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_SUPERSCRIPT
        | Options::ENABLE_SUBSCRIPT
}

/// Reads a body; see [`super::read`].
pub(super) fn read(source: &str, context: &Context<'_>, notices: &mut Notices) -> Text {
    let fences = Fences::find(source, events);
    let shown = fences.shown(source);
    let mut reader = Reader::new(source, &shown, context, notices);
    reader.fences = fences;
    reader.odd_fences();
    let mut blocks = reader.blocks(0);
    let mut notes = Vec::new();
    reader.read_notes(&mut notes);
    reader.unused_definitions(&mut blocks);
    reader.read_notes(&mut notes);
    reader.desk.close();
    let mut text = Text { blocks, notes };
    headings::normalise(&mut text);
    text
}

fn events(source: &str) -> Vec<Found<'_>> {
    Parser::new_ext(source, options()).into_offset_iter().collect()
}

/// Reads what the writer wrote of one block. The labels of `known_notes` are theirs plus one.
pub(super) fn read_back(written: &str, known_notes: &[usize]) -> Vec<Block> {
    let source = format!("{written}{}", definitions(known_notes));
    let mut notices = Notices::new();
    let mut reader = Reader::new(&source, &source, &anywhere(), &mut notices);
    reader.notes.fix(known_notes);
    reader.blocks(0)
}

/// A place so deep that a link to any other file of the edition is one: what is only read back is in no file.
fn anywhere() -> Context<'static> {
    Context { folder: Path::new("a/a/a/a/a/a/a/a"), ..Context::default() }
}

/// Something for the labels of these notes to refer to: the parser makes notes of no others.
fn definitions(notes: &[usize]) -> String {
    notes.iter().map(|note| format!("\n\n[^{}]: .", note + 1)).collect()
}

/// Reads one line; see [`super::inline()`]. The labels of `known_notes` are theirs plus one.
pub(super) fn read_line(source: &str, known_notes: &[usize]) -> Paragraph {
    let mut line = String::from(GUARD);
    let mut lines = source.lines().peekable();
    while let Some(part) = lines.next() {
        let asks_break = part.ends_with('\\') || part.ends_with("  ");
        match (lines.peek(), asks_break) {
            (None, _) => line.push_str(part),
            (Some(_), true) => line.extend([part.strip_suffix('\\').unwrap_or(part.trim_end()), "<br>"]),
            (Some(_), false) => line.extend([part, " "]),
        }
    }
    line.push_str(&definitions(known_notes));
    let mut notices = Notices::new();
    let mut reader = Reader::new(&line, &line, &anywhere(), &mut notices);
    reader.notes.fix(known_notes);
    reader.at = 1;
    let mut gathered = reader.gather(0..0);
    // A picture in a title can only be its words.
    for picture in std::mem::take(&mut gathered.pictures) {
        gathered.text.push_str(&picture.alt);
    }
    let paragraph = gathered.finish(&mut reader.desk).paragraph;
    let guard = if paragraph.text.starts_with(GUARD) { GUARD.len_utf8() } else { 0 };
    Paragraph { source: 0..0, ..marks::slice(&paragraph, guard..paragraph.text.len()) }
}

/// Walks the events of one source.
struct Reader<'a> {
    desk: Desk<'a>,
    events: Vec<Found<'a>>,
    /// Index of the next event.
    at: usize,
    notes: NoteBook,
    fences: Fences,
}

impl<'a> Reader<'a> {
    /// A reader of `source`, whose fences are breaks in what is `shown` to the parser.
    fn new(source: &'a str, shown: &'a str, context: &Context<'a>, notices: &'a mut Notices) -> Reader<'a> {
        let events = events(shown);
        let notes = NoteBook::of(&events);
        Reader { desk: Desk::new(source, context, notices), events, at: 0, notes, fences: Fences::default() }
    }

    /// Says of lines that look like a fence that they are none.
    fn odd_fences(&mut self) {
        for line in std::mem::take(&mut self.fences.odd) {
            let what = format!(
                "“{}” opens or closes nothing; it is printed as it stands",
                &self.desk.source[line.clone()]
            );
            let hint =
                "known are “::: pullquote” and “::: epigraph”, at the start of a line, each closed by “:::”";
            self.desk.doubt(line.start, what, hint);
        }
    }

    /// Blocks up to the end of the container they stand in, whose closing event is left.
    fn blocks(&mut self, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut flattened = 0;
        while let Some((event, range)) = self.events.get(self.at) {
            match event {
                Event::End(_) if flattened == 0 => break,
                Event::Rule if self.fences.at(range.start) == Some(None) => break,
                Event::End(_) => {
                    flattened -= 1;
                    self.at += 1;
                }
                Event::Start(Tag::BlockQuote(_) | Tag::List(_) | Tag::Item) if depth >= DEEPEST => {
                    let what = format!("quotes and lists nested more than {DEEPEST} deep are made flat");
                    // Once is enough for what is nested in it.
                    if flattened == 0 {
                        self.desk.doubt(range.start, what, "");
                    }
                    flattened += 1;
                    self.at += 1;
                }
                _ => self.block(depth, &mut blocks),
            }
        }
        captions(&mut blocks);
        blocks
    }

    /// Takes the next block and appends what it becomes.
    fn block(&mut self, depth: usize, blocks: &mut Vec<Block>) {
        let Some((event, range)) = self.events.get(self.at).cloned() else { return };
        let opening = self.at;
        self.at += 1;
        match event {
            Event::Rule => match self.fences.at(range.start).flatten() {
                None => return blocks.push(Block::Ornament),
                Some(kind) => self.fenced(kind, range.start, depth, blocks),
            },
            Event::Start(Tag::Paragraph) => self.paragraph(range, blocks),
            Event::Start(Tag::Heading { level, id, classes, attrs }) => {
                let mut gathered = self.gather(range);
                headings::give_back_attributes(&mut gathered, &classes, &attrs);
                let id = id.filter(|id| !id.is_empty()).map(|id| id.as_ref().into());
                self.place(gathered, blocks, |text| Block::Heading { level: level as u8, text, id });
            }
            Event::Start(Tag::BlockQuote(_)) => {
                let quote = quote(QuoteKind::Quote, self.blocks(depth + 1));
                blocks.extend(quote);
            }
            Event::Start(Tag::List(start)) => {
                let items = self.items(depth + 1);
                blocks.push(Block::List { start, items });
            }
            Event::Start(Tag::Table(columns)) => self.table(&columns, blocks),
            Event::Start(Tag::CodeBlock(kind)) => {
                let code = self.code(&kind, range.start);
                blocks.push(code);
            }
            Event::Start(Tag::HtmlBlock) => self.html_block(range, blocks),
            Event::Start(Tag::FootnoteDefinition(_)) => {
                self.at = self.notes.end_of(opening).unwrap_or(self.at);
                return;
            }
            // Words without a paragraph of their own: an item of a tight list.
            _ => {
                self.at = opening;
                let start = range.start;
                let mut gathered = self.gather(range);
                let end = self.events.get(self.at.saturating_sub(1)).map_or(start, |(_, range)| range.end);
                gathered.source = start..end.max(start);
                gathered.may_bend = true;
                // Whatever the parser may bring one day: no event is looked at twice.
                self.at = self.at.max(opening + 1);
                return self.place(gathered, blocks, Block::Paragraph);
            }
        }
        // The closing event.
        self.at += 1;
    }

    /// Gathers words up to the end of their container, whose closing event is left, or up to the next block.
    fn gather(&mut self, source: Range<usize>) -> Inline {
        let mut gathered = Inline::new(source);
        let mut open = 0;
        while let Some((event, range)) = self.events.get(self.at) {
            match event {
                Event::Start(tag) if is_block(tag) => break,
                Event::Rule => break,
                Event::End(_) if open == 0 => break,
                Event::Start(_) => open += 1,
                Event::End(_) => open -= 1,
                _ => {}
            }
            gathered.take(event, range.clone(), &mut self.desk, &mut self.notes);
            self.at += 1;
        }
        gathered
    }

    fn paragraph(&mut self, range: Range<usize>, blocks: &mut Vec<Block>) {
        let mut gathered = self.gather(range);
        gathered.may_bend = true;
        self.place(gathered, blocks, Block::Paragraph);
    }

    /// Appends what a gathered paragraph becomes: a block, verse, and a figure for each picture in it.
    fn place(&mut self, gathered: Inline, blocks: &mut Vec<Block>, make: impl FnOnce(Paragraph) -> Block) {
        let finished = gathered.finish(&mut self.desk);
        let has_words = !finished.paragraph.is_empty();
        if has_words && !finished.verse.is_empty() {
            blocks.push(Block::Verse(verse(&finished.paragraph, &finished.verse)));
        } else if has_words {
            blocks.push(make(finished.paragraph));
        }
        for picture in finished.pictures {
            if has_words {
                self.desk.remark(picture.at, "a picture inside a line stands below its paragraph", "");
            }
            blocks.push(figure(picture));
        }
    }

    /// Reads what stands between two fences; what can't be in such a block stands below it.
    fn fenced(&mut self, kind: QuoteKind, at: usize, depth: usize, blocks: &mut Vec<Block>) {
        let (quote, others) = fenced(kind, self.blocks(depth + 1));
        if !others.is_empty() {
            let what = "only paragraphs and verse can stand between “:::”; the rest stands below";
            self.desk.doubt(at, what, "move it out");
        }
        blocks.extend(quote);
        blocks.extend(others);
    }

    fn items(&mut self, depth: usize) -> Vec<Vec<Block>> {
        let mut items = Vec::new();
        while let Some((Event::Start(Tag::Item), _)) = self.events.get(self.at) {
            self.at += 1;
            items.push(self.blocks(depth));
            self.at += 1;
        }
        items
    }

    fn table(&mut self, columns: &[Alignment], blocks: &mut Vec<Block>) {
        let columns = columns.iter().map(|alignment| match alignment {
            Alignment::None | Alignment::Left => Align::Start,
            Alignment::Center => Align::Centre,
            Alignment::Right => Align::End,
        });
        let mut table = Table { columns: columns.collect(), ..Table::default() };
        let mut pictures = Vec::new();
        let mut row = Vec::new();
        while let Some((event, range)) = self.events.get(self.at).cloned() {
            match event {
                Event::End(TagEnd::Table) => break,
                Event::Start(Tag::TableCell) => {
                    self.at += 1;
                    let finished = self.gather(range).finish(&mut self.desk);
                    pictures.extend(finished.pictures);
                    row.push(finished.paragraph);
                }
                Event::End(TagEnd::TableHead) => table.head = std::mem::take(&mut row),
                Event::End(TagEnd::TableRow) => table.rows.push(std::mem::take(&mut row)),
                _ => {}
            }
            self.at += 1;
        }
        blocks.push(Block::Table(table));
        for picture in pictures {
            self.desk.remark(picture.at, "a picture inside a table stands below it", "");
            blocks.push(figure(picture));
        }
    }

    /// Lines of a program. The one word behind its fence names the language and is not printed; more words, or
    /// one with no lines below, were meant to be read.
    fn code(&mut self, kind: &CodeBlockKind<'_>, at: usize) -> Block {
        let mut code = String::new();
        while let Some((Event::Text(lines), range)) = self.events.get(self.at) {
            self.desk.clean_into(&mut code, lines, range.start);
            self.at += 1;
        }
        let code = code.strip_suffix('\n').unwrap_or(&code);
        let CodeBlockKind::Fenced(behind) = kind else { return Block::Code(code.into()) };
        let mut words = String::new();
        self.desk.clean_into(&mut words, behind.trim(), at);
        if words.is_empty() {
            return Block::Code(code.into());
        }
        let is_language = words.starts_with('{') || !words.contains(char::is_whitespace);
        if is_language && !code.trim().is_empty() {
            let what = format!("“{words}” behind the marks of a program is its language and is not printed");
            self.desk.remark(at, what, "");
            return Block::Code(code.into());
        }
        let lines = if code.is_empty() { words } else { format!("{words}\n{code}") };
        Block::Code(lines.into())
    }

    /// Lines of HTML: tags that part paragraphs do so, the others are read as inside a paragraph.
    fn html_block(&mut self, range: Range<usize>, blocks: &mut Vec<Block>) {
        let mut lines = String::new();
        while let Some((Event::Html(line) | Event::Text(line), _)) = self.events.get(self.at) {
            lines.push_str(line);
            self.at += 1;
        }
        let mut gathered = Inline::new(range.clone());
        let mut skipped: Option<String> = None;
        for (token, bytes) in html::tokens(&lines) {
            match (token, &skipped) {
                (Token::Close(name), Some(open)) if name == *open => skipped = None,
                (_, Some(_)) => {}
                (Token::Open(tag), _) if matches!(tag.name.as_str(), "script" | "style") => {
                    let what = format!("the “<{}>” is left out of the book", tag.name);
                    self.desk.doubt(range.start, what, "");
                    skipped = Some(tag.name);
                }
                (Token::Open(tag), _) if html::is_block(&tag.name) => {
                    inline::report_tag(&tag.name, range.start, &mut self.desk);
                    self.html_paragraph(std::mem::replace(&mut gathered, Inline::new(range.clone())), blocks);
                }
                (Token::Close(name), _) if html::is_block(&name) => {
                    self.html_paragraph(std::mem::replace(&mut gathered, Inline::new(range.clone())), blocks);
                }
                _ => gathered.html(&lines[bytes], range.start, &mut self.desk),
            }
        }
        self.html_paragraph(gathered, blocks);
    }

    /// Places words of HTML without the white space around them.
    fn html_paragraph(&mut self, gathered: Inline, blocks: &mut Vec<Block>) {
        self.place(gathered, blocks, |words| {
            let start = words.text.len() - words.text.trim_start().len();
            Block::Paragraph(marks::slice(&words, start..words.text.trim_end().len()))
        });
    }

    /// The blocks of a definition.
    fn definition(&mut self, definition: usize) -> Vec<Block> {
        self.at = self.notes.definitions[definition].first;
        self.blocks(1)
    }

    /// Reads the notes that have been referred to. They may refer to further notes; each is read once.
    fn read_notes(&mut self, notes: &mut Vec<Note>) {
        while let Some(definition) = self.notes.take(notes.len()) {
            notes.push(Note { blocks: self.definition(definition) });
        }
    }

    /// Keeps the words of notes to which nothing refers: as paragraphs at the end.
    fn unused_definitions(&mut self, blocks: &mut Vec<Block>) {
        for index in 0..self.notes.definitions.len() {
            let definition = &self.notes.definitions[index];
            if definition.used {
                continue;
            }
            let at = definition.at;
            let label = self.notes.label(index).to_string();
            let hint = format!("write “[^{label}]” where it belongs");
            self.desk.fault_by(
                Rule::FootnoteLost,
                at,
                format!("nothing refers to the note “{label}”; it stands at the end"),
                &hint,
            );
            blocks.extend(self.definition(index));
        }
    }
}

/// Whether a tag opens a block, not a range of words.
fn is_block(tag: &Tag<'_>) -> bool {
    let inline = matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Superscript);
    !(inline || matches!(tag, Tag::Subscript | Tag::Link { .. } | Tag::Image { .. }))
}
