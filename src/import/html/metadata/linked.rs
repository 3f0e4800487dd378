//! What a page says about itself in JSON-LD.

use super::unescaped;
use dom_query::Document;
use serde_json::Value;

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

/// The articles that the JSON-LD of a page describes.
pub(super) fn articles(document: &Document) -> Vec<Value> {
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
            .trim_start_matches("<![CDATA[")
            .trim_end_matches("//]]>")
            .trim_end_matches("]]>");
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
pub(super) fn plain_text(value: &Value) -> Option<String> {
    texts(value).into_iter().next()
}

pub(super) fn texts(value: &Value) -> Vec<String> {
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
