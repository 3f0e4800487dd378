//! The little HTML that people put into Markdown: cut into tags, comments and words.

use pulldown_cmark::{Event, Parser};
use std::ops::Range;

/// A piece of HTML.
#[derive(Debug, PartialEq)]
pub(super) enum Token<'h> {
    /// An opening or empty tag.
    Open(Tag<'h>),
    /// A closing tag, by its name in lower case.
    Close(String),
    /// A comment, a declaration or a processing instruction.
    Comment,
    /// Words, still with their entities.
    Words(&'h str),
}

/// An opening tag.
#[derive(Debug, PartialEq)]
pub(super) struct Tag<'h> {
    /// Its name in lower case.
    pub(super) name: String,
    /// What stands behind the name.
    rest: &'h str,
}

impl Tag<'_> {
    /// The value of an attribute.
    pub(super) fn attribute(&self, wanted: &str) -> Option<String> {
        let mut rest = self.rest;
        while let Some(equals) = rest.find('=') {
            let name = rest[..equals].trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
            let (value, behind) = value(rest[equals + 1..].trim_start());
            if name.eq_ignore_ascii_case(wanted) {
                return Some(decode(value));
            }
            rest = behind;
        }
        None
    }
}

/// An attribute's value at the start of `text`, and what stands behind it.
fn value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inside) = text.strip_prefix(quote) {
            return inside.split_once(quote).unwrap_or((inside, ""));
        }
    }
    let end = text.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(text.len());
    text.split_at(end)
}

/// Whether a tag begins a new line on a page: its words are a paragraph of their own.
pub(super) fn is_block(name: &str) -> bool {
    let headings = matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6");
    let rows =
        matches!(name, "ul" | "ol" | "li" | "dl" | "dt" | "dd" | "table" | "tr" | "td" | "th" | "caption");
    let groups = matches!(name, "p" | "div" | "section" | "article" | "blockquote" | "figure" | "figcaption");
    headings || rows || groups || matches!(name, "pre" | "hr" | "details" | "summary" | "center")
}

/// Cuts HTML into its tokens and their bytes. A `<` that begins no tag is a word.
pub(super) fn tokens(html: &str) -> Vec<(Token<'_>, Range<usize>)> {
    let mut tokens = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(open) = html[at..].find('<').map(|found| at + found) {
        let Some((token, length)) = tag(&html[open..]) else {
            at = open + 1;
            continue;
        };
        if open > start {
            tokens.push((Token::Words(&html[start..open]), start..open));
        }
        at = open + length;
        start = at;
        tokens.push((token, open..at));
    }
    if start < html.len() {
        tokens.push((Token::Words(&html[start..]), start..html.len()));
    }
    tokens
}

/// The tag or comment at the start of `html`, and its length.
fn tag(html: &str) -> Option<(Token<'_>, usize)> {
    if html.starts_with("<!--") {
        let end = html.find("-->").map_or(html.len(), |at| at + 3);
        return Some((Token::Comment, end));
    }
    // A tag without end is looked for once, not from each `<` of a long text.
    let end = html[1..].find(['<', '>']).filter(|at| html.as_bytes()[at + 1] == b'>')? + 2;
    let inside = &html[1..end - 1];
    if inside.starts_with(['!', '?']) {
        return Some((Token::Comment, end));
    }
    if let Some(name) = inside.strip_prefix('/') {
        return Some((Token::Close(name.trim().to_lowercase()), end));
    }
    let split = inside.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(inside.len());
    let (name, rest) = inside.split_at(split);
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        .then(|| (Token::Open(Tag { name: name.to_lowercase(), rest }), end))
}

/// Resolves entities (`&eacute;`, `&#233;`). The parser of Markdown knows them all, so it is asked.
pub(super) fn decode(words: &str) -> String {
    let mut decoded = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(start) = rest.find('&') {
        decoded.push_str(&rest[..start]);
        rest = &rest[start..];
        // The longest name of an entity has 31 letters.
        let end = rest.bytes().take(34).position(|byte| byte == b';').map_or(1, |at| at + 1);
        let entity = &rest[..end];
        let is_entity = entity.len() > 2
            && entity[1..end - 1].bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#');
        if is_entity {
            for event in Parser::new(entity) {
                if let Event::Text(text) = event {
                    decoded.push_str(&text);
                }
            }
        } else {
            decoded.push_str(entity);
        }
        rest = &rest[end..];
    }
    decoded.push_str(rest);
    decoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_words_are_told_apart() {
        let tokens: Vec<_> = tokens("a < b <SPAN class='sc' lang=fr>c</span><!-- d --> e")
            .into_iter()
            .map(|(token, _)| token)
            .collect();
        assert_eq!(tokens[0], Token::Words("a < b "));
        let Token::Open(tag) = &tokens[1] else { panic!("no tag: {tokens:?}") };
        assert_eq!(tag.name, "span");
        assert_eq!(tag.attribute("class").as_deref(), Some("sc"));
        assert_eq!(tag.attribute("lang").as_deref(), Some("fr"));
        assert_eq!(tokens[3], Token::Close("span".into()));
        assert_eq!(tokens[4], Token::Comment);
    }

    #[test]
    fn entities_become_letters() {
        assert_eq!(decode("caf&eacute; &amp; th&#233; & more;"), "café & thé & more;");
    }
}
