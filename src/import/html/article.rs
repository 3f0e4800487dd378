//! Which parts of a page are its article, by readability.
//!
//! Every element gets a number before readability takes a copy of the page apart; the numbers it leaves tell which
//! lines it kept.

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};
use std::collections::BTreeSet;

/// The attribute that carries an element's number.
pub(super) const NUMBER: &str = "data-line";

/// Numbers all elements; how many there are.
pub(super) fn number(document: &Document) -> usize {
    // The walk must be over before anything is changed.
    let nodes: Vec<NodeRef<'_>> = document.root().descendants_it().filter(NodeRef::is_element).collect();
    for (index, node) in nodes.iter().enumerate() {
        node.set_attr(NUMBER, &(index + 1).to_string());
    }
    nodes.len()
}

/// The numbers of the elements in the readable part; `None` where there is none.
pub(super) fn readable(document: &Document, numbered: usize) -> Option<BTreeSet<u32>> {
    let config = Config {
        keep_classes: false,
        disable_json_ld: true,
        max_elements_to_parse: numbered.max(1) + 1,
        ..Config::default()
    };
    let mut readability = Readability::with_document(document.clone(), None, Some(config)).ok()?;
    let article = readability.parse().ok()?;
    let content: &str = &article.content;
    let mark = format!("{NUMBER}=\"");
    let mut numbers = BTreeSet::new();
    for (at, _) in content.match_indices(&mark) {
        let digits = content[at + mark.len()..].split('"').next().unwrap_or_default();
        numbers.extend(digits.parse::<u32>());
    }
    (!numbers.is_empty()).then_some(numbers)
}

/// The number of an element.
pub(super) fn number_of(node: &NodeRef<'_>) -> Option<u32> {
    node.attr(NUMBER)?.parse().ok()
}
