//! Text of an edition as XHTML: blocks and inline marks, with the breaks of the printed pages where they fall.

mod inline;

use super::pages::Break;
use super::picture_name;
use crate::book::Book;
use crate::edition::Edition;
use crate::edition::design_settings::NotesPlace;
use crate::edition::language::Language;
use crate::edition::numerals::Numerals;
use crate::edition::people::Contributor;
use crate::edition::text::{Align, Block, Note, Paragraph, QuoteKind, Table, Text, VerseLine};
use crate::edition::words::Words;
use inline::Inline;
use std::collections::{BTreeSet, VecDeque};
use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

/// Text content: markup characters escaped, characters that XML forbids dropped.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        push(&mut out, letter);
    }
    out
}

/// An attribute value in double quotes.
pub(super) fn attribute(text: &str) -> String {
    escape(text).replace('"', "&quot;").replace('\n', " ")
}

fn push(out: &mut String, letter: char) {
    match letter {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '\t' | '\n' => out.push(letter),
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {}
        _ => out.push(letter),
    }
}

/// Level of the title that stands above a text.
const TITLE: u8 = 1;

/// Writes the text of one document.
pub(super) struct Writer<'e> {
    pub(super) edition: &'e Edition,
    pub(super) pictures: &'e BTreeSet<Arc<str>>,
    pub(super) language: Language,
    /// Breaks of the printed pages still to come, in order.
    pub(super) breaks: VecDeque<Break>,
    pub(super) out: String,
    /// The book, and the file whose text is written: for links to its other texts.
    pub(super) book: Option<(&'e Book, &'e Path)>,
    /// Names of headings, that links may go to.
    ids: BTreeSet<Arc<str>>,
    /// Level of the last heading: no level is left out, for those who go from heading to heading.
    last_heading: u8,
    /// Where the notes stand.
    home: NotesHome,
    /// The notes that were marked: only the first mark of each is the place its note leads back to.
    marked: BTreeSet<usize>,
}

/// Where the notes of a text stand.
#[derive(Clone, Debug, PartialEq, Eq)]
enum NotesHome {
    /// Below it.
    Here,
    /// In the document of all notes, under the name of this one.
    Gathered(String),
    /// This is that document, at the notes of the document of this name.
    Of(String),
}

impl<'e> Writer<'e> {
    /// A writer; headings of the text begin below a title of level 1.
    pub(super) fn new(
        edition: &'e Edition,
        pictures: &'e BTreeSet<Arc<str>>,
        language: Language,
    ) -> Writer<'e> {
        Writer {
            edition,
            pictures,
            language,
            breaks: VecDeque::new(),
            out: String::new(),
            book: None,
            ids: BTreeSet::new(),
            last_heading: TITLE,
            home: NotesHome::Here,
            marked: BTreeSet::new(),
        }
    }

    /// Lets the notes of the text stand at the end of the book, where the design says so; `name` is the document's.
    pub(super) fn gather_notes(&mut self, name: &str) {
        if self.edition.design.notes == Some(NotesPlace::Book) {
            self.home = NotesHome::Gathered(name.to_string());
        }
    }

    /// The notes of a text of another document, numbered as there.
    pub(super) fn gathered(&mut self, name: &str, text: &Text, language: Language) {
        self.home = NotesHome::Of(name.to_string());
        self.language = language;
        self.ids = text.heading_names();
        self.out.push_str("<ol class=\"endnotes\">\n");
        for (index, note) in text.notes.iter().enumerate() {
            let number = index + 1;
            let _ = write!(self.out, "<li id=\"{name}-note-{number}\">\n<p>");
            self.note(note, number, &format!("{name}.xhtml"));
            self.out.push_str("</li>\n");
        }
        self.out.push_str("</ol>\n");
    }

    /// The blocks of a text and its notes.
    pub(super) fn text(&mut self, text: &Text) {
        self.ids = text.heading_names();
        for block in &text.blocks {
            self.block(block);
        }
        while let Some(page) = self.breaks.pop_front() {
            self.out.push_str(&format!("<div>{}</div>\n", page.marker()));
        }
        if self.home == NotesHome::Here {
            self.notes(&text.notes);
        }
    }

    /// Blocks of small print, each paragraph as it is.
    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(text) => self.wrapped("p", "", text),
            Block::Heading { level, text, id } => {
                let wanted = TITLE.saturating_add((*level).max(1));
                self.last_heading = wanted.min(self.last_heading + 1).min(6);
                let tag = format!("h{}", self.last_heading);
                let name = id
                    .as_ref()
                    .map_or_else(String::new, |id| format!(" id=\"id-{}\"", attribute(&safe_id(id))));
                self.wrapped(&tag, &name, text);
            }
            Block::Quote { kind, blocks, attribution } => {
                let (open, close) = match kind {
                    QuoteKind::Quote => ("<blockquote>", "</blockquote>\n"),
                    QuoteKind::Pull => ("<aside class=\"pullquote\" role=\"doc-pullquote\">", "</aside>\n"),
                    QuoteKind::Epigraph => (
                        "<blockquote class=\"epigraph\" epub:type=\"epigraph\" role=\"doc-epigraph\">",
                        "</blockquote>\n",
                    ),
                };
                let _ = writeln!(self.out, "{open}");
                self.blocks(blocks);
                if let Some(attribution) = attribution {
                    self.out.push_str("<p class=\"attribution\">— ");
                    self.inline(attribution);
                    self.out.push_str("</p>\n");
                }
                self.out.push_str(close);
            }
            Block::List { start, items } => self.list(*start, items),
            Block::Verse(lines) => self.verse(lines),
            Block::Table(table) => self.table(table),
            Block::Figure { picture, alt, caption, .. } => self.figure(picture, alt, caption.as_ref()),
            Block::Ornament => self.out.push_str("<hr class=\"ornament\"/>\n"),
            Block::Code(code) => {
                let _ = writeln!(self.out, "<pre><code>{}</code></pre>", escape(code));
            }
        }
    }

    fn wrapped(&mut self, tag: &str, attributes: &str, text: &Paragraph) {
        let _ = write!(self.out, "<{tag}{attributes}>");
        self.inline(text);
        let _ = writeln!(self.out, "</{tag}>");
    }

    fn list(&mut self, start: Option<u64>, items: &[Vec<Block>]) {
        let close = match start {
            Some(1) => {
                self.out.push_str("<ol>\n");
                "</ol>\n"
            }
            Some(first) => {
                // HTML takes a signed 32-bit start.
                let _ = writeln!(self.out, "<ol start=\"{}\">", first.min(2_000_000_000));
                "</ol>\n"
            }
            None => {
                self.out.push_str("<ul>\n");
                "</ul>\n"
            }
        };
        for item in items {
            self.out.push_str("<li>");
            self.blocks(item);
            self.out.push_str("</li>\n");
        }
        self.out.push_str(close);
    }

    fn verse(&mut self, lines: &[VerseLine]) {
        self.out.push_str("<div class=\"verse\">\n");
        for stanza in lines.split(|line| line.text.is_empty()).filter(|stanza| !stanza.is_empty()) {
            self.out.push_str("<p>");
            for (number, line) in stanza.iter().enumerate() {
                if number > 0 {
                    self.out.push_str("<br/>\n");
                }
                let indent = line.indent.min(16);
                if indent > 0 {
                    self.out.push_str(&"\u{2002}".repeat(usize::from(indent)));
                }
                self.inline(&line.text);
            }
            self.out.push_str("</p>\n");
        }
        self.out.push_str("</div>\n");
    }

    fn table(&mut self, table: &Table) {
        self.out.push_str("<table>\n");
        if let Some(caption) = &table.caption {
            self.wrapped("caption", "", caption);
        }
        if !table.head.is_empty() {
            self.out.push_str("<thead>\n<tr>\n");
            for (cell, align) in table.head.iter().zip(&table.columns) {
                self.wrapped("th", &format!(" scope=\"col\"{}", class_of(*align)), cell);
            }
            self.out.push_str("</tr>\n</thead>\n");
        }
        if !table.rows.is_empty() {
            self.out.push_str("<tbody>\n");
            for row in &table.rows {
                self.out.push_str("<tr>\n");
                for (cell, align) in row.iter().zip(&table.columns) {
                    self.wrapped("td", class_of(*align), cell);
                }
                self.out.push_str("</tr>\n");
            }
            self.out.push_str("</tbody>\n");
        }
        self.out.push_str("</table>\n");
    }

    fn figure(&mut self, picture: &Arc<str>, alt: &str, caption: Option<&Paragraph>) {
        let file = self.edition.pictures.get(picture).filter(|_| self.pictures.contains(picture));
        self.out.push_str("<figure>\n");
        match file {
            Some(file) => {
                let name = picture_name(self.pictures, picture, file.kind.extension());
                let _ = writeln!(self.out, "<img src=\"{name}\" alt=\"{}\"/>", attribute(alt));
            }
            // Without the picture its description is all there is.
            None => {
                let _ = writeln!(self.out, "<p>{}</p>", escape(alt));
            }
        }
        if let Some(caption) = caption {
            self.wrapped("figcaption", "", caption);
        }
        self.out.push_str("</figure>\n");
    }

    /// The portrait of a person, before the words about her.
    pub(super) fn portrait(&mut self, person: &Contributor) {
        let Some(portrait) = &person.portrait else { return };
        if let Some(file) = self.edition.pictures.get(&portrait.picture) {
            let name = picture_name(self.pictures, &portrait.picture, file.kind.extension());
            let alt = attribute(person.portrait_alt());
            let _ =
                writeln!(self.out, "<figure class=\"portrait\"><img src=\"{name}\" alt=\"{alt}\"/></figure>");
        }
    }

    fn notes(&mut self, notes: &[Note]) {
        let numerals = self.numerals();
        for (index, note) in notes.iter().enumerate() {
            let number = index + 1;
            let label = numerals.write(number);
            let _ = write!(
                self.out,
                "<aside id=\"note-{number}\" class=\"footnote\" epub:type=\"footnote\" role=\"doc-footnote\">\n<p>{label}. "
            );
            self.note(note, number, "");
            self.out.push_str("</aside>\n");
        }
    }

    /// The words of a note whose first paragraph is open; its mark is in `document`.
    fn note(&mut self, note: &Note, number: usize, document: &str) {
        let (first, rest) = match note.blocks.split_first() {
            Some((Block::Paragraph(first), rest)) => (Some(first), rest),
            _ => (None, &note.blocks[..]),
        };
        if let Some(first) = first {
            self.inline(first);
        }
        let back = attribute(Words::of(self.language).back_to_text);
        let label = self.numerals().write(number);
        let _ = writeln!(
            self.out,
            " <a href=\"{document}#mark-{number}\" role=\"doc-backlink\" aria-label=\"{back}, {label}\">\u{21a9}\u{fe0e}</a></p>"
        );
        self.blocks(rest);
    }

    /// The figures that notes are counted in.
    fn numerals(&self) -> Numerals {
        self.edition.design.numerals.unwrap_or_default().numerals(self.language)
    }

    /// A paragraph's words with their marks.
    pub(super) fn inline(&mut self, paragraph: &Paragraph) {
        let breaks = self.breaks_in(paragraph);
        Inline::new(self, &paragraph.marks, breaks).run(&paragraph.text);
    }

    /// The page breaks that fall into a paragraph, as bytes of its words.
    fn breaks_in(&mut self, paragraph: &Paragraph) -> VecDeque<(usize, Break)> {
        let source = &paragraph.source;
        let mut inside = VecDeque::new();
        while let Some(page) = self.breaks.front() {
            let Some(at) = page.at else {
                // A page that begins with a picture or a table: marked before the next words.
                inside.extend(self.breaks.pop_front().map(|page| (0, page)));
                continue;
            };
            if source.is_empty() || at >= source.end {
                break;
            }
            let share = at.saturating_sub(source.start) * paragraph.text.len() / source.len();
            let word = paragraph.text.char_indices().find(|(byte, c)| *byte >= share && *c == ' ');
            let byte = if share == 0 { 0 } else { word.map_or(paragraph.text.len(), |(byte, _)| byte + 1) };
            inside.extend(self.breaks.pop_front().map(|page| (byte, page)));
        }
        inside
    }

    /// The id of the mark of a note, once: a note may be marked again.
    fn mark_id(&mut self, number: usize) -> String {
        let is_first = !matches!(self.home, NotesHome::Of(_)) && self.marked.insert(number);
        if is_first { format!(" id=\"mark-{number}\"") } else { String::new() }
    }

    /// Where a link goes, if it may go there.
    fn target(&self, url: &str) -> Option<String> {
        match url.strip_prefix('#') {
            Some(id) if self.ids.contains(id) => {
                let document = match &self.home {
                    NotesHome::Of(name) => format!("{name}.xhtml"),
                    _ => String::new(),
                };
                Some(format!("{document}#id-{}", safe_id(id)))
            }
            Some(_) => None,
            None if crate::edition::markdown::is_safe_link(url) => Some(iri(url)),
            None => self.place(url).map(|(target, _)| target),
        }
    }

    /// Where a link to another text of the book goes, and the page of the printed book.
    fn place(&self, link: &str) -> Option<(String, Option<String>)> {
        let (book, file) = self.book?;
        let found = book.places.find(file, link)?;
        let document = format!("{}.xhtml", found.chapter);
        let target = match &found.name {
            Some(name) => format!("{document}#id-{}", safe_id(name)),
            None => document,
        };
        Some((target, book.folio_of(&found.destination()).map(|folio| book.printed(folio))))
    }
}

fn class_of(align: Align) -> &'static str {
    match align {
        Align::Start => "",
        Align::Centre => " class=\"centre\"",
        Align::End => " class=\"end\"",
    }
}

/// A name with nothing that an id or a fragment may not hold.
fn safe_id(id: &str) -> String {
    let safe = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '-' };
    id.chars().map(safe).collect()
}

/// An address with spaces and signs that no address may hold percent-encoded.
fn iri(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for letter in url.chars() {
        match letter {
            ' ' | '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' | '[' | ']' => {
                let mut bytes = [0; 4];
                letter.encode_utf8(&mut bytes).bytes().for_each(|byte| out.push_str(&format!("%{byte:02X}")));
            }
            '\0'..='\u{1f}' | '\u{7f}' => {}
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_breaks_the_markup() {
        assert_eq!(escape("a < b & \u{1}c > \"d\""), "a &lt; b &amp; c &gt; \"d\"");
        assert_eq!(attribute("\"x\"\n<y>"), "&quot;x&quot; &lt;y&gt;");
        assert_eq!(iri("https://example.org/a b[1]|{x}"), "https://example.org/a%20b%5B1%5D%7C%7Bx%7D");
    }
}
