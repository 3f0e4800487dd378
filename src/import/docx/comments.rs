//! Comments of a Word file become notices.

use super::body::Reader;
use crate::import::xml;
use roxmltree::Node;
use std::collections::BTreeMap;

/// Letters of a comment that a notice shows.
const SHOWN: usize = 400;

/// The comments of a file: author and words by identifier.
#[derive(Clone, Debug, Default)]
pub(super) struct Comments(BTreeMap<String, (String, String)>);

impl Comments {
    /// Reads the part.
    pub(super) fn read(text: &str) -> Comments {
        let Ok(document) = xml::parse(text) else { return Comments::default() };
        let comments = xml::all(document.root_element(), "comment").map(|node| {
            let author = xml::attribute(node, "author").unwrap_or_default().trim().to_string();
            let paragraphs = node.descendants().filter(|node| xml::name(*node) == "p").map(xml::words);
            let words: String = paragraphs.collect::<Vec<_>>().join(" ").trim().chars().take(SHOWN).collect();
            (xml::attribute(node, "id").unwrap_or_default().to_string(), (author, words))
        });
        Comments(comments.collect())
    }
}

impl Reader<'_, '_> {
    /// Reports the comment that stands here.
    pub(super) fn comment(&mut self, node: Node<'_, '_>) {
        let comment = xml::attribute(node, "id").and_then(|id| self.comments.0.get(id));
        let Some((author, words)) = comment.filter(|(_, words)| !words.is_empty()) else { return };
        let author = if author.is_empty() { "somebody" } else { author };
        let what = format!("a comment by {author} says: “{words}”");
        self.parts.notices.remark(
            self.here(),
            what,
            "comments are not printed; see whether something is to be done",
        );
    }
}
