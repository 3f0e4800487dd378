//! The words of one paragraph, gathered event by event.

use super::desk::Desk;
use super::html::{self, Token};
use super::notes::NoteBook;
use super::{bend, is_safe_link, link_in_edition, paths, spans};
use crate::edition::language::Language;
use crate::edition::text::marks;
use crate::edition::text::{Mark, Marked, Paragraph};
use crate::notice::Rule;
use pulldown_cmark::{Event, LinkType, Tag};
use std::ops::Range;

/// Stands for a line end of the file while a paragraph is gathered: verse needs to know where they were.
/// No text can hold one, because control characters are dropped. As long as the space it becomes.
pub(super) const LINE_END: char = '\r';

/// A paragraph in the making.
#[derive(Default)]
pub(super) struct Inline {
    pub(super) text: String,
    pub(super) marks: Vec<Marked>,
    /// Ranges of `text` that are meant literally: escaped characters, entities, code. Sorted.
    literal: Vec<Range<usize>>,
    /// Where the last words ended in the source.
    read_to: usize,
    open: Vec<Open>,
    image: Option<Image>,
    /// The pictures that stood in the paragraph.
    pub(super) pictures: Vec<FoundPicture>,
    pub(super) source: Range<usize>,
    /// Whether it is a paragraph of running text, which may ask for more or fewer lines.
    pub(super) may_bend: bool,
}

/// A mark that has begun.
struct Open {
    start: usize,
    mark: Option<Mark>,
    /// The HTML tag that opened it; `None` for Markdown.
    tag: Option<String>,
    /// How many pictures there were.
    pictures: usize,
}

/// A picture whose alternative text is being gathered.
struct Image {
    /// How many images are open inside it.
    inner: usize,
    destination: String,
    title: String,
    alt: String,
    at: usize,
}

/// A picture that stood in a paragraph.
pub(super) struct FoundPicture {
    pub(super) path: String,
    pub(super) alt: String,
    pub(super) title: String,
    pub(super) at: usize,
    /// Where in the words of its paragraph it stood.
    pub(super) text_at: usize,
    /// Whether it has a page of its own.
    pub(super) landscape: bool,
}

impl Inline {
    pub(super) fn new(source: Range<usize>) -> Inline {
        Inline { source, ..Inline::default() }
    }

    /// Whether the byte at `at` is meant literally.
    pub(super) fn is_literal(&self, at: usize) -> bool {
        let index = self.literal.partition_point(|range| range.end <= at);
        self.literal.get(index).is_some_and(|range| range.contains(&at))
    }

    /// Takes one event of the parser.
    pub(super) fn take(
        &mut self,
        event: &Event<'_>,
        at: Range<usize>,
        desk: &mut Desk<'_>,
        notes: &mut NoteBook,
    ) {
        if self.image.is_some() {
            return self.take_alt(event, desk);
        }
        match event {
            Event::Start(tag) => self.start(tag, at.start, desk),
            Event::End(_) => self.end(desk, at.start),
            Event::Text(words) => self.words(words, at, desk),
            Event::Code(code) => self.code(code, at.start, desk),
            Event::SoftBreak => self.text.push(LINE_END),
            Event::HardBreak => self.text.push('\n'),
            Event::FootnoteReference(label) => {
                let number = notes.number(label);
                self.marked(&(number + 1).to_string(), Mark::Note(number));
            }
            Event::TaskListMarker(done) => self.text.push_str(if *done { "☑ " } else { "☐ " }),
            Event::InlineHtml(html) | Event::Html(html) => self.html(html, at.start, desk),
            // Not asked of the parser, or no inline event at all.
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::Rule => {}
        }
    }

    /// Adds words of the source.
    fn words(&mut self, words: &str, at: Range<usize>, desk: &mut Desk<'_>) {
        let start = self.text.len();
        desk.clean_into(&mut self.text, words, at.start);
        // A backslash that is in no event is an escape; one that is was escaped itself.
        let escaped = desk.source[..at.start].ends_with('\\') && self.read_to != at.start;
        self.read_to = at.end;
        if desk.source.get(at) != Some(words) {
            self.literal.push(start..self.text.len());
        } else if escaped {
            let first = words.chars().next().map_or(0, char::len_utf8);
            self.literal.push(start..(start + first).min(self.text.len()));
        }
    }

    fn code(&mut self, code: &str, at: usize, desk: &mut Desk<'_>) {
        let start = self.text.len();
        desk.clean_into(&mut self.text, code, at);
        self.literal.push(start..self.text.len());
        self.marks.push(Marked { range: start..self.text.len(), mark: Mark::Code });
    }

    /// Adds words under a mark.
    fn marked(&mut self, words: &str, mark: Mark) {
        let start = self.text.len();
        self.text.push_str(words);
        self.marks.push(Marked { range: start..self.text.len(), mark });
    }

    fn start(&mut self, tag: &Tag<'_>, at: usize, desk: &mut Desk<'_>) {
        let mark = match tag {
            Tag::Emphasis => Some(Mark::Emphasis),
            Tag::Strong => Some(Mark::Strong),
            Tag::Strikethrough => Some(Mark::Struck),
            Tag::Superscript => Some(Mark::Superscript),
            Tag::Subscript => Some(Mark::Subscript),
            Tag::Link { link_type: LinkType::Email, dest_url, .. } => {
                let mail = dest_url.strip_prefix("mailto:").unwrap_or(dest_url);
                link(&format!("mailto:{mail}"), at, desk)
            }
            Tag::Link { dest_url, .. } => link(dest_url, at, desk),
            Tag::Image { dest_url, title, .. } => {
                let (destination, title) = (dest_url.to_string(), title.to_string());
                self.image = Some(Image { inner: 0, destination, title, alt: String::new(), at });
                return;
            }
            _ => None,
        };
        self.push_open(mark, None);
    }

    fn push_open(&mut self, mark: Option<Mark>, tag: Option<String>) {
        self.open.push(Open { start: self.text.len(), mark, tag, pictures: self.pictures.len() });
    }

    /// Ends the innermost mark that Markdown opened, and the tags left open in it.
    fn end(&mut self, desk: &mut Desk<'_>, at: usize) {
        while let Some(open) = self.open.pop() {
            let is_tag = open.tag.is_some();
            self.close(open, desk, at);
            if !is_tag {
                break;
            }
        }
    }

    fn close(&mut self, open: Open, desk: &mut Desk<'_>, at: usize) {
        let Some(mark) = open.mark else { return };
        if matches!(mark, Mark::Link(_)) && self.pictures.len() > open.pictures {
            desk.remark(at, "a picture can't be a link; the link is left out", "");
        }
        self.marks.push(Marked { range: open.start..self.text.len(), mark });
    }

    /// Takes the HTML of one event: a single tag inside a paragraph, a run of lines outside.
    pub(super) fn html(&mut self, html: &str, at: usize, desk: &mut Desk<'_>) {
        for (token, _) in html::tokens(html) {
            match token {
                Token::Open(tag) => self.open_tag(&tag, at, desk),
                Token::Close(name) => self.close_tag(&name, desk, at),
                Token::Comment => desk.remark(at, "a comment is left out of the book", ""),
                Token::Words(words) => {
                    let start = self.text.len();
                    desk.clean_into(&mut self.text, &html::decode(words).replace('\n', " "), at);
                    self.literal.push(start..self.text.len());
                }
            }
        }
    }

    fn open_tag(&mut self, tag: &html::Tag<'_>, at: usize, desk: &mut Desk<'_>) {
        let marks: Vec<Mark> = match tag.name.as_str() {
            "br" => return self.text.push('\n'),
            "em" | "i" => vec![Mark::Emphasis],
            "strong" | "b" => vec![Mark::Strong],
            "sup" => vec![Mark::Superscript],
            "sub" => vec![Mark::Subscript],
            "s" | "del" | "strike" => vec![Mark::Struck],
            "code" | "kbd" | "tt" => vec![Mark::Code],
            "a" => anchor_marks(tag, at, desk),
            "span" => span_marks(tag),
            name => return report_tag(name, at, desk),
        };
        // A tag of two marks closes both: the inner one has no name and goes with the outer.
        let mut marks = marks.into_iter();
        self.push_open(marks.next(), Some(tag.name.clone()));
        for mark in marks {
            self.push_open(Some(mark), Some(String::new()));
        }
    }

    /// Closes the innermost tag of this name, unless a mark of Markdown was opened inside it.
    fn close_tag(&mut self, name: &str, desk: &mut Desk<'_>, at: usize) {
        let inside = self.open.iter().rev().take_while(|open| open.tag.is_some());
        let Some(depth) = inside.map(|open| open.tag.as_deref()).position(|tag| tag == Some(name)) else {
            return;
        };
        for _ in 0..=depth {
            if let Some(open) = self.open.pop() {
                self.close(open, desk, at);
            }
        }
    }

    /// Gathers the alternative text of an image; ends it.
    fn take_alt(&mut self, event: &Event<'_>, desk: &mut Desk<'_>) {
        let Some(image) = &mut self.image else { return };
        match event {
            Event::Start(_) => image.inner += 1,
            Event::End(_) if image.inner > 0 => image.inner -= 1,
            Event::End(_) => self.end_image(desk),
            Event::Text(words) | Event::Code(words) => desk.clean_into(&mut image.alt, words, image.at),
            Event::SoftBreak | Event::HardBreak => image.alt.push(' '),
            _ => {}
        }
    }

    /// Keeps the picture for the figure it becomes, or its words if it can't be in the book.
    fn end_image(&mut self, desk: &mut Desk<'_>) {
        let Some(image) = self.image.take() else { return };
        let hint = match paths::resolve(&image.destination, desk.context.folder) {
            Ok(path) => {
                let Image { alt, title, at, .. } = image;
                let text_at = self.text.len();
                return self.pictures.push(FoundPicture { path, alt, title, at, text_at, landscape: false });
            }
            Err(paths::NoPath::Remote) => "nothing is fetched from the web; save it in the folder “images”",
            Err(paths::NoPath::Outside) => "put it into the folder “images” of the edition",
        };
        let what = format!("the picture “{}” can't be in the book; its words stay", image.destination);
        desk.fault_by(Rule::PictureNotUsed, image.at, what, hint);
        let start = self.text.len();
        self.text.push_str(&image.alt);
        if !image.title.is_empty() {
            self.text.push_str(if image.alt.is_empty() { "" } else { " " });
            desk.clean_into(&mut self.text, &image.title, image.at);
        }
        self.literal.push(start..self.text.len());
    }

    /// The finished paragraph, and the byte offsets at which its lines of the file begin.
    pub(super) fn finish(mut self, desk: &mut Desk<'_>) -> Finished {
        let at = self.source.start;
        self.end_all(desk, at);
        let is_verse = self.is_verse();
        let bend = if self.may_bend && !is_verse { bend::take(&mut self) } else { 0 };
        spans::resolve(&mut self, desk);
        let lines =
            if is_verse { self.text.split([LINE_END, '\n']).map(str::len).collect() } else { Vec::new() };
        let text = self.text.replace(LINE_END, " ");
        let marks = marks::nest(std::mem::take(&mut self.marks));
        let paragraph = Paragraph { text: text.into(), marks, bend, source: self.source };
        Finished { paragraph, verse: lines, pictures: self.pictures }
    }

    fn end_all(&mut self, desk: &mut Desk<'_>, at: usize) {
        if self.image.is_some() {
            self.end_image(desk);
        }
        while let Some(open) = self.open.pop() {
            self.close(open, desk, at);
        }
    }

    /// Whether every line begins with a bar and a space, or is a lone bar: a line block.
    fn is_verse(&self) -> bool {
        let mut at = 0;
        let is_line = |line: &str, at: usize| {
            (line.starts_with("| ") || line.trim_end() == "|") && !self.is_literal(at)
        };
        !self.text.is_empty()
            && self.text.split([LINE_END, '\n']).all(|line| {
                let start = at;
                at += line.len() + 1;
                is_line(line, start)
            })
    }
}

/// A gathered paragraph.
pub(super) struct Finished {
    pub(super) paragraph: Paragraph,
    /// The lengths of its lines, if it is verse.
    pub(super) verse: Vec<usize>,
    pub(super) pictures: Vec<FoundPicture>,
}

/// The mark of a link; without an address if it can't stand in a book, so that what is said behind it goes with it.
fn link(url: &str, at: usize, desk: &mut Desk<'_>) -> Option<Mark> {
    let inside = !url.contains(char::is_whitespace) && link_in_edition(url, desk.context.folder).is_some();
    if inside || is_safe_link(url) {
        return Some(Mark::Link(url.into()));
    }
    let what = format!("the link to “{url}” is left out; its words stay");
    desk.doubt_by(
        Rule::LeftOutLink,
        at,
        what,
        "only http, https, mailto, “#name” and files of pieces are links in a book",
    );
    Some(Mark::Link("".into()))
}

/// What an `<a>` says: a link, or a reference to a page.
fn anchor_marks(tag: &html::Tag<'_>, at: usize, desk: &mut Desk<'_>) -> Vec<Mark> {
    let mark = tag.attribute("href").and_then(|url| link(&url, at, desk));
    let class = tag.attribute("class").unwrap_or_default();
    let wants_page = class.split_whitespace().any(|class| class == "page");
    let mark = mark.map(|mark| if wants_page { spans::with_page(mark, at, desk) } else { mark });
    mark.into_iter().collect()
}

/// Says that a tag is left out.
pub(super) fn report_tag(name: &str, at: usize, desk: &mut Desk<'_>) {
    let what = format!("the tag “<{name}>” is left out; its words stay");
    desk.doubt_by(Rule::LeftOutTag, at, what, "write it in Markdown");
}

/// What a `<span>` says: small capitals, a language, an index mark.
fn span_marks(tag: &html::Tag<'_>) -> Vec<Mark> {
    let class = tag.attribute("class").unwrap_or_default();
    let small_caps = class.split_whitespace().any(spans::is_small_caps).then_some(Mark::SmallCaps);
    let language = tag.attribute("lang").and_then(|lang| Language::parse(&lang)).map(Mark::Language);
    let is_indexed = class.split_whitespace().any(|class| class == "index");
    let heading = tag.attribute("title").unwrap_or_default();
    let index = is_indexed.then(|| Mark::Index(spans::index_heading(&heading).into()));
    language.into_iter().chain(small_caps).chain(index).collect()
}
