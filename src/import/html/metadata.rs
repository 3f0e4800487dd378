//! What a page states about itself: JSON-LD first, then OpenGraph and the other `meta` elements, then `title` and `html`.

use super::super::manuscript::Stated;
use super::inline::untracked;
use crate::edition::date::Date;
use crate::edition::language::Language;
use crate::edition::markdown::is_safe_link;
use crate::edition::text::Paragraph;
use crate::import::recognise;
use dom_query::{Document, NodeRef};
use serde_json::Value;
use std::collections::BTreeMap;

/// The kinds of thing that JSON-LD calls an article.
const ARTICLES: &[&str] = &[
    "Article",
    "NewsArticle",
    "OpinionNewsArticle",
    "BlogPosting",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "BackgroundNewsArticle",
    "ReviewNewsArticle",
    "Report",
    "ScholarlyArticle",
    "SocialMediaPosting",
    "Review",
    "AdvertiserContentArticle",
    "LiveBlogPosting",
    "TechArticle",
    "CreativeWork",
];

/// Reads what a page states.
pub(super) fn read(document: &Document) -> Stated {
    let metas = metas(document);
    let meta = |names: &[&str]| {
        names.iter().find_map(|name| metas.get(*name).and_then(|values| values.first())).cloned()
    };
    let linked = articles(document);
    let article = linked.first();
    let text = |key: &str| article.and_then(|article| plain_text(article.get(key)?));
    let title = text("headline")
        .or_else(|| {
            meta(&[
                "og:title",
                "twitter:title",
                "dc:title",
                "dcterms:title",
                "citation_title",
                "parsely-title",
                "sailthru:title",
                "title",
            ])
        })
        .or_else(|| element(document, "title"));
    let outlet =
        meta(&["og:site_name", "application-name", "citation_journal_title"]).or_else(|| publisher(article?));
    let date = text("datePublished")
        .or_else(|| {
            meta(&[
                "article:published_time",
                "og:published_time",
                "datepublished",
                "date",
                "dc:date",
                "dc:date:issued",
                "dcterms:created",
                "citation_publication_date",
                "parsely-pub-date",
                "sailthru:date",
                "pubdate",
                "publishdate",
                "publish-date",
                "article:published",
                "originalpublicationdate",
                "last_modified",
            ])
        })
        .or_else(|| time(document));
    let canonical = canonical(document).or_else(|| meta(&["og:url"])).or_else(|| text("url"));
    Stated {
        title: title.map(|title| Paragraph::plain(single(&title))),
        subtitle: text("alternativeHeadline")
            .or_else(|| text("description"))
            .or_else(|| meta(&["og:description", "description", "twitter:description"]))
            .map(|words| Paragraph::plain(single(&words))),
        kicker: text("articleSection")
            .or_else(|| meta(&["article:section", "section"]))
            .filter(|kicker| kicker.chars().count() <= 40)
            .map(|words| Paragraph::plain(single(&words))),
        authors: authors(&linked, &metas, document),
        date: date.as_deref().and_then(|date| Date::parse(date).or_else(|| recognise::published(date))),
        language: language(document, article),
        outlet,
        url: canonical.filter(|url| is_safe_link(url)).map(|url| untracked(&url)),
        ..Stated::default()
    }
}

/// What a chapter of an e-book states: its language.
pub(super) fn of_chapter(document: &Document) -> Stated {
    Stated { language: language(document, None), ..Stated::default() }
}

fn single(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The values of `meta` elements by name, in small letters.
fn metas(document: &Document) -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for node in document.root().descendants_it().filter(|node| node.has_name("meta")) {
        let name = node.attr("property").or_else(|| node.attr("name")).or_else(|| node.attr("itemprop"));
        let (Some(name), Some(content)) = (name, node.attr("content")) else { continue };
        let content = unescaped(content.trim());
        // One element may state several things; “DC.title” and “dc:title” are one name.
        for name in name.split_whitespace().filter(|_| !content.is_empty()) {
            found.entry(name.to_lowercase().replace('.', ":")).or_default().push(content.clone());
        }
    }
    found
}

/// Some sites escape twice.
fn unescaped(text: &str) -> String {
    if !text.contains('&') {
        return text.to_string();
    }
    text.replace("&amp;", "&")
        .replace("&quot;", "\"")
        .replace("&#039;", "'")
        .replace("&#39;", "'")
        .replace("&rsquo;", "’")
        .replace("&lsquo;", "‘")
        .replace("&ldquo;", "“")
        .replace("&rdquo;", "”")
        .replace("&#8217;", "’")
        .replace("&#8216;", "‘")
        .replace("&#8220;", "“")
        .replace("&#8221;", "”")
        .replace("&#8211;", "–")
        .replace("&#8212;", "—")
        .replace("&ndash;", "–")
        .replace("&mdash;", "—")
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
}

fn element(document: &Document, name: &str) -> Option<String> {
    let node = document.root().descendants_it().find(|node| node.has_name(name))?;
    Some(node.text().trim().to_string()).filter(|text| !text.is_empty())
}

fn canonical(document: &Document) -> Option<String> {
    let node = document.root().descendants_it().find(|node| {
        node.has_name("link") && node.attr("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical"))
    })?;
    node.attr("href").map(|href| href.to_string())
}

/// The date that a `time` element says it was published.
fn time(document: &Document) -> Option<String> {
    let is_published = |node: &NodeRef<'_>| {
        let says = format!(
            "{} {}",
            node.attr("itemprop").unwrap_or_default(),
            node.attr("class").unwrap_or_default()
        )
        .to_lowercase();
        says.contains("publish") || says.contains("entry-date") || node.has_attr("pubdate")
    };
    let node = document
        .root()
        .descendants_it()
        .find(|node| (node.has_name("time") || node.has_attr("itemprop")) && is_published(node))?;
    node.attr("datetime").or_else(|| node.attr("content")).map(|date| date.to_string())
}

fn language(document: &Document, article: Option<&Value>) -> Option<Language> {
    let html = document.root().descendants_it().find(|node| node.has_name("html"));
    let stated =
        html.and_then(|html| html.attr("lang").or_else(|| html.attr("xml:lang"))).map(|tag| tag.to_string());
    let stated = stated.or_else(|| plain_text(article?.get("inLanguage")?));
    stated.and_then(|tag| Language::parse(&tag))
}

/// The articles that the JSON-LD of a page describes.
fn articles(document: &Document) -> Vec<Value> {
    let mut found = Vec::new();
    for node in document.root().descendants_it().filter(|node| node.has_name("script")) {
        let is_linked = node.attr("type").is_some_and(|kind| kind.to_lowercase().contains("ld+json"));
        let text = node.text();
        if !is_linked || text.len() > 2 << 20 {
            continue;
        }
        let text = text
            .trim()
            .trim_start_matches("<!--")
            .trim_end_matches("-->")
            .trim()
            .trim_start_matches("//<![CDATA[")
            .trim_end_matches("//]]>");
        // Line breaks inside strings are common, and no JSON.
        let Some(value) = serde_json::from_str(text)
            .ok()
            .or_else(|| serde_json::from_str::<Value>(&text.replace(['\n', '\r', '\t'], " ")).ok())
        else {
            continue;
        };
        gather(&value, &mut found, 0);
    }
    // The most that is said of one first.
    found.sort_by_key(|article| {
        std::cmp::Reverse(
            ["headline", "author", "datePublished"].iter().filter(|key| article.get(**key).is_some()).count(),
        )
    });
    found
}

fn gather(value: &Value, found: &mut Vec<Value>, depth: usize) {
    if depth > 6 {
        return;
    }
    match value {
        Value::Array(values) => values.iter().for_each(|value| gather(value, found, depth + 1)),
        Value::Object(entries) => {
            let kinds = entries.get("@type").map(texts).unwrap_or_default();
            if kinds.iter().any(|kind| ARTICLES.contains(&kind.as_str()))
                && (entries.contains_key("headline") || entries.contains_key("author"))
            {
                found.push(value.clone());
            }
            for key in ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement"] {
                entries.get(key).into_iter().for_each(|value| gather(value, found, depth + 1));
            }
        }
        _ => {}
    }
}

/// A value as one text: of a list the first, of an object its name.
fn plain_text(value: &Value) -> Option<String> {
    texts(value).into_iter().next()
}

fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => {
            Some(unescaped(text.trim())).filter(|text| !text.is_empty()).into_iter().collect()
        }
        Value::Array(values) => values.iter().flat_map(texts).collect(),
        Value::Object(entries) => {
            entries.get("name").or_else(|| entries.get("@value")).map(texts).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

fn publisher(article: &Value) -> Option<String> {
    plain_text(article.get("publisher")?)
}

/// The authors: of JSON-LD those that are persons, else those of the `meta` elements, else those that the text marks
/// as such.
fn authors(articles: &[Value], metas: &BTreeMap<String, Vec<String>>, document: &Document) -> Vec<String> {
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

/// The authors that the text itself marks, by `rel` or `itemprop`: those of the first place that has any, outside of
/// comments and lists of other texts.
fn marked_authors(document: &Document) -> Vec<String> {
    let is_author = |node: &NodeRef<'_>| {
        let words =
            format!("{} {}", node.attr("rel").unwrap_or_default(), node.attr("itemprop").unwrap_or_default());
        !node.has_name("meta") && words.split_whitespace().any(|word| word.eq_ignore_ascii_case("author"))
    };
    let mut place = None;
    let mut found = Vec::new();
    for node in document.root().descendants_it().filter(is_author) {
        let is_aside = node.ancestors(None).iter().any(|above| {
            let name = above.node_name().unwrap_or_default();
            super::hints::of(above, &name) == Some(super::super::manuscript::Style::Furniture)
        });
        let words = named(&node);
        if is_aside || !recognise::is_name(&words) {
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
