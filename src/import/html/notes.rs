//! Footnotes of a page: a link with a short mark, and an element with an id that it leads to.

use dom_query::{Document, NodeId, NodeRef};
use std::collections::{BTreeMap, BTreeSet};

/// The notes of a page, before their words are read.
#[derive(Default)]
pub(super) struct Targets<'d> {
    /// The number of each target by its id, from 0, in the order of the links.
    numbers: BTreeMap<String, usize>,
    /// The elements that hold the notes.
    pub(super) nodes: Vec<NodeRef<'d>>,
    ids: BTreeSet<NodeId>,
}

impl<'d> Targets<'d> {
    /// Finds the notes of a page.
    pub(super) fn of(document: &'d Document) -> Targets<'d> {
        let mut by_id: BTreeMap<String, NodeRef<'d>> = BTreeMap::new();
        for node in document.root().descendants_it().filter(NodeRef::is_element) {
            if let Some(id) = node.attr("id") {
                by_id.entry(id.to_string()).or_insert(node);
            }
        }
        let mut targets = Targets::default();
        for link in document.root().descendants_it().filter(|node| node.has_name("a")) {
            let Some(id) = reference(&link) else { continue };
            let Some(node) = by_id.get(&id).and_then(holder) else { continue };
            if targets.numbers.contains_key(&id)
                || node.ancestors_it(Some(40)).any(|outer| outer.id == link.id)
            {
                continue;
            }
            // A link inside the note leads back.
            if link.ancestors_it(None).any(|outer| outer.id == node.id) {
                continue;
            }
            targets.numbers.insert(id, targets.nodes.len());
            targets.nodes.push(node);
            targets.ids.insert(node.id);
        }
        targets
    }

    /// The note that a link marks.
    pub(super) fn marked_by(&self, link: &NodeRef<'_>) -> Option<usize> {
        self.numbers.get(&reference(link)?).copied()
    }

    /// Whether an element holds a note.
    pub(super) fn holds(&self, node: &NodeRef<'_>) -> bool {
        self.ids.contains(&node.id)
    }
}

/// The id that a note's mark leads to.
pub(in crate::import) fn reference(link: &NodeRef<'_>) -> Option<String> {
    let href = link.attr("href")?;
    let id = href
        .rsplit_once('#')
        .filter(|(page, _)| page.is_empty() || !page.contains("://"))
        .map(|(_, id)| id)?;
    let lower = id.to_lowercase();
    let is_named =
        ["fn", "note", "ftn", "footnote", "endnote", "cite_note", "edn", "sdfootnote", "sdendnote"]
            .iter()
            .any(|word| lower.contains(word))
            && !lower.contains("fnref")
            && !lower.contains("noteref")
            && !lower.contains("backlink");
    let text = link.text();
    let mark = text.trim().trim_matches(['[', ']', '(', ')', '.']);
    let is_mark = !mark.is_empty()
        && mark.chars().count() <= 4
        && (mark.chars().all(|l| l.is_ascii_digit())
            || mark.chars().all(|l| matches!(l, '*' | '†' | '‡'))
            || mark.len() <= 3 && mark.chars().all(|l| matches!(l, 'i' | 'v' | 'x')));
    let is_typed = link.attr("epub:type").is_some_and(|kind| kind.contains("noteref"))
        || link.attr("role").is_some_and(|role| role.contains("noteref"));
    (is_mark && (is_named || is_typed)).then(|| id.to_string())
}

/// The element that holds a note: an id on an empty anchor means what is around it.
pub(in crate::import) fn holder<'d>(node: &NodeRef<'d>) -> Option<NodeRef<'d>> {
    if !matches!(node.node_name().as_deref(), Some("a" | "sup" | "span")) {
        return Some(*node);
    }
    node.ancestors_it(Some(4)).find(|outer| {
        matches!(outer.node_name().as_deref(), Some("p" | "li" | "div" | "aside" | "dd" | "td"))
    })
}
