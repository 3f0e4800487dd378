//! The authors that a page states.

use super::super::super::manuscript::Style;
use super::super::hints;
use super::linked::texts;
use super::single;
use crate::import::recognise;
use dom_query::{Document, NodeId, NodeRef};
use serde_json::Value;
use std::collections::BTreeMap;

/// The authors: of JSON-LD those that are persons, else those of the `meta` elements, else those that the text marks
/// as such.
pub(super) fn authors(
    articles: &[Value],
    metas: &BTreeMap<String, Vec<String>>,
    document: &Document,
) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for article in articles {
        for key in ["author", "creator"] {
            if found.is_empty()
                && let Some(author) = article.get(key)
            {
                persons(author, &mut found);
            }
        }
    }
    if found.is_empty() {
        let named = [
            "author",
            "article:author",
            "article:author_name",
            "dc:creator",
            "dcterms:creator",
            "citation_author",
            "parsely-author",
            "sailthru:author",
            "byl",
            "twitter:data1",
            "authors",
            "creator",
        ];
        let labelled = metas.get("twitter:label1").is_some_and(|label| {
            label
                .iter()
                .any(|label| label.to_lowercase().contains("by") || label.to_lowercase().contains("author"))
        });
        let values = named.iter().filter(|name| **name != "twitter:data1" || labelled).find_map(|name| {
            let names: Vec<String> = metas.get(*name)?.iter().map(|value| without_address(value)).collect();
            Some(names).filter(|names| names.iter().any(|name| !name.is_empty()))
        });
        found.extend(values.into_iter().flatten().filter(|name| !name.is_empty()));
    }
    if found.is_empty() {
        found = marked_authors(document);
    }
    found.iter().map(|name| single(name)).collect()
}

/// “Ann Lee (http://…)” without the address; nothing of what is only one.
fn without_address(value: &str) -> String {
    let name =
        value.split_once('(').map_or(value, |(name, rest)| if rest.contains("://") { name } else { value });
    if name.contains("://") { String::new() } else { name.trim().to_string() }
}

/// Whether an element says that its words are an author: by `rel` or `itemprop`; by its class or by where it leads.
const MARKS: [fn(&NodeRef<'_>) -> bool; 2] = [
    |node| {
        let words =
            format!("{} {}", node.attr("rel").unwrap_or_default(), node.attr("itemprop").unwrap_or_default());
        !node.has_name("meta") && words.split_whitespace().any(|word| word.eq_ignore_ascii_case("author"))
    },
    |node| {
        let class = node.attr("class").unwrap_or_default().to_lowercase();
        let href = node.attr("href").filter(|_| node.has_name("a")).unwrap_or_default().to_lowercase();
        class.split_whitespace().any(|word| CLASSES.contains(&word))
            || PATHS.iter().any(|path| href.contains(path))
    },
];

/// Classes of elements that hold the name of an author and nothing else.
const CLASSES: &[&str] = &[
    "author-name",
    "author__name",
    "author_name",
    "authorname",
    "author-link",
    "author__link",
    "byline-name",
    "byline__name",
    "byline__author",
    "byline-author",
    "post-author-name",
    "entry-author-name",
];

/// Paths of pages about an author.
const PATHS: &[&str] =
    &["/author/", "/authors/", "/autor/", "/autoren/", "/auteur/", "/journaliste/", "/columnists/"];

/// The authors that the text itself marks, those of the first place that has any, outside of comments and lists of
/// other texts. What only a class says counts from the main heading on: above it are the authors of other texts.
fn marked_authors(document: &Document) -> Vec<String> {
    let heading = document.root().descendants_it().find(|node| node.has_name("h1")).map(|node| node.id);
    MARKS
        .iter()
        .zip([None, heading])
        .map(|(is_marked, from)| first_marked(document, *is_marked, from))
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

fn first_marked(
    document: &Document,
    is_marked: fn(&NodeRef<'_>) -> bool,
    from: Option<NodeId>,
) -> Vec<String> {
    let mut place = None;
    let mut found = Vec::new();
    let root = document.root();
    let all = root.descendants_it().skip_while(|node| from.is_some_and(|from| node.id != from));
    for node in all.filter(is_marked) {
        let words = named(&node);
        if is_aside(&node) || !recognise::is_name(&words) {
            continue;
        }
        let own = node.parent().and_then(|parent| parent.parent()).map(|node| node.id);
        if place.is_none() {
            place = own;
        }
        // Two authors stand in one line, not in one page.
        if own == place && !found.contains(&words) {
            found.push(words);
        }
    }
    found
}

/// Whether an element stands outside of the text. The foot of an article is not: blogs sign there.
fn is_aside(node: &NodeRef<'_>) -> bool {
    const FEET: &[&str] = &["post-footer", "entry-footer", "article-footer"];
    node.ancestors(None).iter().any(|above| {
        let name = above.node_name().unwrap_or_default();
        let class = above.attr("class").unwrap_or_default().to_lowercase();
        let is_foot = FEET.iter().any(|foot| class.contains(foot));
        !is_foot && hints::of(above, &name) == Some(Style::Furniture)
    })
}

/// The name in an element: that of the part which is marked as the name, or which is a link, else all its words.
fn named(node: &NodeRef<'_>) -> String {
    let is_name = |part: &NodeRef<'_>| part.attr("itemprop").is_some_and(|prop| &*prop == "name");
    let part =
        node.descendants_it().find(is_name).or_else(|| node.descendants_it().find(|part| part.has_name("a")));
    single(&part.map_or_else(|| node.text(), |part| part.text()))
}

fn persons(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| persons(value, found)),
        Value::Object(entries) => {
            let is_house = entries
                .get("@type")
                .map(texts)
                .unwrap_or_default()
                .iter()
                .any(|kind| kind.contains("Organization"));
            if !is_house {
                found.extend(entries.get("name").map(texts).unwrap_or_default());
            }
        }
        other => found.extend(texts(other)),
    }
}
