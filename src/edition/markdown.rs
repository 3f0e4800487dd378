//! Markdown to text and back.
//!
//! In: the body of a piece as its editor wrote it. Out: [`Text`], and notices about what a book can't carry. The
//! steps: `notes` finds the footnotes, `blocks` walks the parser's events, `inline` gathers the words of
//! one paragraph, `fences` finds `::: pullquote`, `spans` reads `[words]{.smallcaps}` in them, `marks` puts the marks
//! in order. [`write()`] goes the other way, and reading what it wrote gives the same text.
//!
//! The parser is pulldown-cmark with CommonMark, GFM tables, footnotes, strikethrough, task lists, heading
//! attributes, and super- and subscript. Smart punctuation is off, because quotes are set by language elsewhere;
//! metadata blocks are off, because they swallow `---` in the text; mathematics is off, because “$5–$7” is money.

pub(crate) mod bend;
mod blocks;
mod desk;
mod escape;
mod fences;
mod headings;
mod html;
mod inline;
mod notes;
mod paths;
mod rename;
mod shapes;
mod spans;
mod write;
mod write_inline;

pub use escape::escape;
pub use rename::rename_pictures;
pub use write::{write, write_from};
pub use write_inline::write_inline;

use super::text::{Paragraph, QuoteKind, Text};
use crate::notice::Notices;
use std::path::{Path, PathBuf};

/// What a reader of Markdown knows of the file it reads.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The file that notices name.
    pub file: &'a Path,
    /// The line of that file, from 1, on which the Markdown begins.
    pub first_line: usize,
    /// The file's folder below the edition's: pictures are named from there.
    pub folder: &'a Path,
}

impl Default for Context<'_> {
    fn default() -> Self {
        Context { file: Path::new(""), first_line: 1, folder: Path::new("") }
    }
}

/// Reads a body of Markdown. Source ranges count bytes of `source`.
///
/// Never fails and loses no words: what a book can't carry becomes plain words and a notice.
pub fn read(source: &str, context: &Context<'_>, notices: &mut Notices) -> Text {
    blocks::read(source, context, notices)
}

/// Reads one paragraph of inline Markdown, such as a title. Nothing in it begins a block: “1984. A year” and
/// “# metoo” stay as they are. Line breaks are `<br>`, or a line end behind a backslash or two spaces.
pub fn inline(source: &str) -> Paragraph {
    blocks::read_line(source, &[])
}

/// Reads a short text of paragraphs, such as an author note or a disclaimer.
pub fn inline_text(source: &str) -> Text {
    read(source, &Context::default(), &mut Notices::new())
}

/// A page of words as an epigraph, and behind it what can't be in one.
pub fn epigraph(page: &Text) -> Text {
    let (epigraph, others) =
        shapes::fenced(QuoteKind::Epigraph, page.with_notes_inside().into_owned().blocks);
    Text { blocks: epigraph.into_iter().chain(others).collect(), notes: Vec::new() }
}

/// The file that a link in a file of `folder` leads to, below the edition's folder, and the name in it; `None` for
/// links that lead out of the edition. The file is empty for `#name`, which stays in its own.
pub fn link_in_edition<'l>(link: &'l str, folder: &Path) -> Option<(PathBuf, Option<&'l str>)> {
    let (file, name) = link.split_once('#').map_or((link, None), |(file, name)| (file, Some(name)));
    let name = name.filter(|name| !name.is_empty());
    if file.is_empty() {
        return name.map(|name| (PathBuf::new(), Some(name)));
    }
    let ends = |ending: &str| {
        let at = file.len().checked_sub(ending.len());
        at.and_then(|at| file.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case(ending))
    };
    let is_markdown = ends(".md") || ends(".markdown");
    let path = paths::resolve(file, folder).ok().filter(|_| is_markdown)?;
    Some((path.into(), name))
}

/// How a text at the top of the edition's folder links to the file of a piece; `None` where that is no Markdown.
pub fn link_to(file: &Path) -> Option<String> {
    let link = paths::destination(&file.to_string_lossy().replace('\\', "/"), Path::new(""));
    link_in_edition(&link, Path::new("")).is_some().then_some(link)
}

/// Whether a link may stand in a book: http, https, mailto.
pub fn is_safe_link(url: &str) -> bool {
    let known = ["http://", "https://", "mailto:"].iter().any(|scheme| {
        url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
            && url.len() > scheme.len()
    });
    known && !url.chars().any(|letter| letter.is_whitespace() || letter.is_control())
}

#[cfg(test)]
mod tests;
