//! The XML parts of an archive: bytes become a tree, unless they are made to exhaust the parser. Elements and
//! attributes are found by their local names, since prefixes and even namespaces differ between programs.

use super::limits;
use roxmltree::{Document, Node, ParsingOptions};
use std::borrow::Cow;

/// Tags in each other; real documents stay below 100.
const DEPTH: usize = 500;
/// Declarations of namespaces: the parser copies those of the parent for each.
const NAMESPACES: usize = 5_000;

/// Why a part is not parsed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It is no well-formed XML.
    Broken,
    /// It passes a limit.
    Limit,
}

/// Bytes as text: UTF-8 unless a byte order mark says otherwise.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, length)) => encoding.decode_without_bom_handling(&bytes[length..]).0,
        None => String::from_utf8_lossy(bytes),
    }
}

/// Parses a part.
pub(super) fn parse(text: &str) -> Result<Document<'_>, Fault> {
    if !is_tame(text.as_bytes()) {
        return Err(Fault::Limit);
    }
    let options =
        ParsingOptions { allow_dtd: false, nodes_limit: limits::XML_NODES, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => Fault::Limit,
        _ => Fault::Broken,
    })
}

/// Text without a DOCTYPE that only names a file. One that declares entities stays, and is refused.
pub(super) fn without_doctype(text: &str) -> Cow<'_, str> {
    let Some(start) = text[..text.floor_char_boundary(4096)].find("<!DOCTYPE") else {
        return Cow::Borrowed(text);
    };
    match text[start..].find(['[', '>']) {
        Some(end) if text[start + end..].starts_with('>') => {
            Cow::Owned([&text[..start], &text[start + end + 1..]].concat())
        }
        _ => Cow::Borrowed(text),
    }
}

/// Whether depth, attributes and namespaces stay within the limits; a scan that never looks back.
fn is_tame(bytes: &[u8]) -> bool {
    let (mut depth, mut namespaces) = (0_usize, 0_usize);
    let mut at = 0;
    while let Some(next) = bytes[at..].iter().position(|byte| *byte == b'<') {
        let start = at + next + 1;
        let rest = &bytes[start..];
        at = match rest.first() {
            Some(b'!') if rest.starts_with(b"!--") => start + after(rest, b"-->"),
            Some(b'!') if rest.starts_with(b"![CDATA[") => start + after(rest, b"]]>"),
            Some(b'?') => start + after(rest, b"?>"),
            Some(b'/') => {
                depth = depth.saturating_sub(1);
                start + after(rest, b">")
            }
            _ => {
                let tag = Tag::scan(rest);
                depth += usize::from(!tag.is_empty);
                namespaces += tag.namespaces;
                if depth > DEPTH || tag.attributes > limits::ATTRIBUTES || namespaces > NAMESPACES {
                    return false;
                }
                start + tag.length
            }
        };
    }
    true
}

/// A start tag, from behind its `<`.
struct Tag {
    length: usize,
    attributes: usize,
    namespaces: usize,
    is_empty: bool,
}

impl Tag {
    fn scan(bytes: &[u8]) -> Tag {
        let mut tag = Tag { length: bytes.len(), attributes: 0, namespaces: 0, is_empty: false };
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            match byte {
                b'"' | b'\'' => {
                    let value = &bytes[at + 1..];
                    at += 1 + value.iter().position(|next| *next == byte).unwrap_or(value.len());
                    tag.attributes += 1;
                }
                b'x' if bytes[at..].starts_with(b"xmlns") => tag.namespaces += 1,
                b'>' => {
                    tag.length = at + 1;
                    tag.is_empty = at > 0 && bytes[at - 1] == b'/';
                    return tag;
                }
                _ => {}
            }
            at += 1;
        }
        tag
    }
}

/// How far it is to behind `end`.
fn after(bytes: &[u8], end: &[u8]) -> usize {
    bytes.windows(end.len()).position(|window| window == end).map_or(bytes.len(), |at| at + end.len())
}

/// The name of an element without its prefix; empty for text.
pub(super) fn name<'d>(node: Node<'d, '_>) -> &'d str {
    node.tag_name().name()
}

/// The element children.
pub(super) fn elements<'d, 'i>(node: Node<'d, 'i>) -> impl Iterator<Item = Node<'d, 'i>> {
    node.children().filter(Node::is_element)
}

/// The element children of this name.
pub(super) fn all<'d, 'i>(node: Node<'d, 'i>, wanted: &str) -> impl Iterator<Item = Node<'d, 'i>> {
    elements(node).filter(move |child| name(*child) == wanted)
}

/// The first element child of this name.
pub(super) fn child<'d, 'i>(node: Node<'d, 'i>, wanted: &str) -> Option<Node<'d, 'i>> {
    elements(node).find(|child| name(*child) == wanted)
}

/// The first element of this name anywhere below.
pub(super) fn below<'d, 'i>(node: Node<'d, 'i>, wanted: &str) -> Option<Node<'d, 'i>> {
    node.descendants().skip(1).find(|child| name(*child) == wanted)
}

/// The attribute of this local name.
pub(super) fn attribute<'d>(node: Node<'d, '_>, wanted: &str) -> Option<&'d str> {
    node.attributes().find(|attribute| attribute.name() == wanted).map(|attribute| attribute.value())
}

/// The attribute `val` of the child of this name, as Word writes properties.
pub(super) fn value<'d>(node: Node<'d, '_>, wanted: &str) -> Option<&'d str> {
    child(node, wanted).and_then(|child| attribute(child, "val"))
}

/// All words below, without white space at the ends.
pub(super) fn words(node: Node<'_, '_>) -> String {
    let text: String = node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trees_that_exhaust_the_parser_are_refused() {
        let deep = "<a>".repeat(100_000);
        assert_eq!(parse(&deep).err(), Some(Fault::Limit));
        let wide: String = (0..2_000).map(|n| format!(" a{n}=''")).collect();
        assert_eq!(parse(&format!("<a{wide}/>")).err(), Some(Fault::Limit));
        let entities = "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>";
        assert_eq!(parse(&without_doctype(entities)).err(), Some(Fault::Broken));
        let named = "<?xml version=\"1.0\"?><!DOCTYPE a PUBLIC \"x\" \"y.dtd\"><a>b</a>";
        assert_eq!(words(parse(&without_doctype(named)).unwrap().root_element()), "b");
    }

    #[test]
    fn the_scan_sees_through_comments_and_quotes() {
        let text = "<a b='>'><!-- <c> --><![CDATA[<d>]]><?e <f> ?></a>";
        assert!(is_tame(text.as_bytes()));
        assert!(parse(text).is_ok());
    }
}
