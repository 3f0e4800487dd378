//! A paragraph as inline Markdown.
//!
//! The rules for `*` and its like forbid some marks (emphasis on “a ” with its space, on a quotation mark after
//! a letter). A paragraph is therefore written the plain way, read back, and if that gives another, written
//! again with HTML tags, which have no such rules.

use super::bend;
use super::blocks::{read_back, read_line};
use super::escape::{Edges, escape_into};
use super::spans::index_heading;
use crate::edition::text::{Block, Mark, Marked, Paragraph, VerseLine};

/// How marks are written.
#[derive(Clone, Copy, PartialEq)]
enum Style {
    /// `*words*`
    Plain,
    /// `<em>words</em>`
    Tags,
}

/// Where a paragraph stands, which decides about its line ends and what else must be escaped.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Spot {
    /// On lines of its own.
    Lines,
    /// On one line: titles.
    Line,
    /// In the cell of a table.
    Cell,
    /// In a heading, behind which braces mean something.
    Heading,
}

impl Spot {
    /// What is markup there beside the usual: a bar ends a cell; braces and number signs at the end of a heading
    /// are no words.
    fn markup(self) -> &'static [char] {
        match self {
            Spot::Cell => &['|'],
            Spot::Heading => &['{', '}', '#'],
            Spot::Lines | Spot::Line => &[],
        }
    }
}

/// Writes a paragraph as one line of inline Markdown, such that reading gives the same marks over the same words.
pub fn write_inline(paragraph: &Paragraph) -> String {
    write_at(paragraph, Spot::Line)
}

/// Writes a paragraph for a spot.
pub(super) fn write_at(paragraph: &Paragraph, spot: Spot) -> String {
    if spot == Spot::Lines && paragraph.bend != 0 {
        let level = Paragraph { bend: 0, ..paragraph.clone() };
        return write_at(&level, spot) + &bend::written(paragraph.bend);
    }
    let plain = written(paragraph, spot, Style::Plain);
    let notes = notes(paragraph);
    let reads_back = match spot {
        Spot::Lines => {
            matches!(read_back(&plain, &notes).as_slice(), [Block::Paragraph(back)] if same(back, paragraph))
        }
        _ => same(&read_line(&plain, &notes), paragraph),
    };
    if reads_back { plain } else { written(paragraph, spot, Style::Tags) }
}

/// Writes lines of verse. They are one paragraph to the parser, so that a mark of one line might end in another.
pub(super) fn write_verse(lines: &[VerseLine]) -> String {
    let in_style = |style| {
        let line = |line: &VerseLine| match line.text.text.is_empty() {
            true => "|".to_string(),
            false => {
                let indent = " ".repeat(usize::from(line.indent));
                format!("| {indent}{}", written(&line.text, Spot::Line, style))
            }
        };
        lines.iter().map(line).collect::<Vec<_>>().join("\n")
    };
    let plain = in_style(Style::Plain);
    let notes: Vec<usize> = lines.iter().flat_map(|line| notes(&line.text)).collect();
    let reads_back = match read_back(&plain, &notes).as_slice() {
        [Block::Verse(back)] => {
            let mut pairs = back.iter().zip(lines);
            back.len() == lines.len() && pairs.all(|(back, line)| same(&back.text, &line.text))
        }
        _ => false,
    };
    if reads_back { plain } else { in_style(Style::Tags) }
}

/// The notes a paragraph refers to.
fn notes(paragraph: &Paragraph) -> Vec<usize> {
    paragraph.marks.iter().filter_map(note).collect()
}

/// Whether two paragraphs say the same, wherever they come from.
fn same(one: &Paragraph, other: &Paragraph) -> bool {
    one.text == other.text && one.marks == other.marks && one.bend == other.bend
}

fn note(marked: &Marked) -> Option<usize> {
    match marked.mark {
        Mark::Note(number) => Some(number),
        _ => None,
    }
}

/// Writes text and marks in one style.
fn written(paragraph: &Paragraph, spot: Spot, style: Style) -> String {
    let mut pen = Pen { out: String::new(), spot, style, text: &paragraph.text, at: 0 };
    let mut open: Vec<&Marked> = Vec::new();
    for marked in &paragraph.marks {
        while open.last().is_some_and(|last| last.range.end <= marked.range.start) {
            open.pop().into_iter().for_each(|last| pen.close(last));
        }
        pen.words_to(marked.range.start);
        pen.open(marked);
        open.push(marked);
    }
    while let Some(last) = open.pop() {
        pen.close(last);
    }
    pen.words_to(paragraph.text.len());
    if spot == Spot::Lines && bend::find(&paragraph.text).is_some() {
        // Words that only look like a wish about lines.
        let open = pen.out.rfind('{').unwrap_or(pen.out.len());
        let backslashes = pen.out[..open].bytes().rev().take_while(|byte| *byte == b'\\').count();
        if backslashes.is_multiple_of(2) {
            pen.out.insert(open, '\\');
        }
    }
    pen.out
}

/// Writes a paragraph from left to right.
struct Pen<'p> {
    out: String,
    spot: Spot,
    style: Style,
    text: &'p str,
    /// How much of the text is written.
    at: usize,
}

impl Pen<'_> {
    /// Writes the words up to `end`, line by line.
    fn words_to(&mut self, end: usize) {
        let Some(words) = self.text.get(self.at..end) else { return };
        let mut lines = words.split('\n').peekable();
        let mut behind_mark = self.at > 0;
        while let Some(line) = lines.next() {
            let is_start = self.at == 0 || self.text[..self.at].ends_with('\n');
            let is_end = lines.peek().is_some() || end == self.text.len();
            let edges =
                Edges { line_start: is_start, line_end: is_end, behind_mark, also: self.spot.markup() };
            escape_into(&mut self.out, line, edges);
            behind_mark = false;
            self.at += line.len();
            if lines.peek().is_some() {
                self.at += 1;
                self.line_break();
            }
        }
    }

    fn line_break(&mut self) {
        let at_ends = self.out.is_empty() || self.out.ends_with('\n');
        let plain = self.spot == Spot::Lines && self.style == Style::Plain && !at_ends;
        self.out.push_str(if plain { "\\\n" } else { "<br>" });
    }

    fn open(&mut self, marked: &Marked) {
        if let Mark::Note(number) = marked.mark {
            // The number is the reader's to find.
            self.at = marked.range.end;
            return self.bracket(&format!("[^{}]", number + 1));
        }
        if marked.mark == Mark::Code && self.style == Style::Plain {
            let code = &self.text[marked.range.clone()];
            self.out.push_str(&fenced(code, self.spot));
            self.at = marked.range.end;
            return;
        }
        let open = self.delimiters(marked).0;
        self.bracket(&open);
    }

    /// Writes what may begin with a bracket, which an exclamation mark before it would make a picture.
    fn bracket(&mut self, open: &str) {
        if open.starts_with('[') && self.out.ends_with('!') {
            self.out.pop();
            self.out.push_str("\\!");
        }
        self.out.push_str(open);
    }

    fn close(&mut self, marked: &Marked) {
        self.words_to(marked.range.end.max(self.at));
        let is_done = match marked.mark {
            Mark::Note(_) => true,
            Mark::Code => self.style == Style::Plain,
            _ => false,
        };
        if !is_done {
            let close = self.delimiters(marked).1;
            self.out.push_str(&close);
        }
    }

    /// What stands before and behind words under a mark.
    fn delimiters(&self, marked: &Marked) -> (String, String) {
        let pair = |open: &str, close: &str| (open.to_string(), close.to_string());
        let tag = |name: &str| (format!("<{name}>"), format!("</{name}>"));
        let is_plain = self.style == Style::Plain;
        match &marked.mark {
            Mark::Index(heading) if is_plain => {
                let words = index_heading(&self.text[marked.range.clone()]);
                let is_own = *words == **heading;
                ("[".into(), if is_own { "]{.index}".into() } else { format!("]{{index=\"{heading}\"}}") })
            }
            Mark::Index(heading) => {
                (format!("<span class=\"index\" title=\"{}\">", attribute(heading)), "</span>".into())
            }
            Mark::Emphasis if is_plain => pair("*", "*"),
            Mark::Strong if is_plain => pair("**", "**"),
            Mark::Superscript if is_plain => pair("^", "^"),
            Mark::Subscript if is_plain => pair("~", "~"),
            Mark::Struck if is_plain => pair("~~", "~~"),
            Mark::SmallCaps if is_plain => pair("[", "]{.smallcaps}"),
            Mark::Language(language) if is_plain => ("[".into(), format!("]{{lang={language}}}")),
            Mark::Link(url) if is_plain => ("[".into(), format!("]({})", destination(url))),
            Mark::Page(place) if is_plain => ("[".into(), format!("]({}){{.page}}", destination(place))),
            Mark::Emphasis => tag("em"),
            Mark::Strong => tag("strong"),
            Mark::Superscript => tag("sup"),
            Mark::Subscript => tag("sub"),
            Mark::Struck => tag("s"),
            Mark::Code => tag("code"),
            Mark::SmallCaps => pair("<span class=\"smallcaps\">", "</span>"),
            Mark::Language(language) => (format!("<span lang=\"{language}\">"), "</span>".into()),
            Mark::Link(url) => (format!("<a href=\"{}\">", attribute(url)), "</a>".into()),
            Mark::Page(place) => (format!("<a class=\"page\" href=\"{}\">", attribute(place)), "</a>".into()),
            Mark::Note(_) => pair("", ""),
        }
    }
}

/// A code span with enough backticks around it.
fn fenced(code: &str, spot: Spot) -> String {
    let longest = code.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if code.starts_with(['`', ' ']) || code.ends_with(['`', ' ']) { " " } else { "" };
    let code = if spot == Spot::Cell { code.replace('|', "\\|") } else { code.to_string() };
    format!("{fence}{pad}{code}{pad}{fence}")
}

/// A link's address as Markdown has it.
fn destination(url: &str) -> String {
    let mut written = String::with_capacity(url.len());
    for letter in url.chars() {
        if letter.is_ascii_punctuation()
            && !matches!(letter, '/' | '#' | ':' | '.' | '-' | '?' | '=' | '%' | ',')
        {
            written.push_str(&format!("&#{};", u32::from(letter)));
        } else {
            written.push(letter);
        }
    }
    written
}

/// A value between double quotes in HTML.
fn attribute(url: &str) -> String {
    url.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('|', "&#124;")
}
