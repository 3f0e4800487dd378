//! What a page states about itself: JSON-LD first, then OpenGraph and the other `meta` elements, then `title` and `html`.

mod authors;
mod linked;

use super::super::manuscript::Stated;
use super::inline::untracked;
use crate::edition::date::Date;
use crate::edition::language::Language;
use crate::edition::markdown::is_safe_link;
use crate::edition::text::Paragraph;
use crate::import::recognise;
use dom_query::{Document, NodeRef};
use linked::plain_text;
use serde_json::Value;
use std::collections::BTreeMap;

/// Reads what a page states.
pub(super) fn read(document: &Document) -> Stated {
    let metas = metas(document);
    let meta = |names: &[&str]| {
        names.iter().find_map(|name| metas.get(*name).and_then(|values| values.first())).cloned()
    };
    let linked = linked::articles(document);
    let article = linked.first();
    let text = |key: &str| article.and_then(|article| plain_text(article.get(key)?));
    let bar = element(document, "title").unwrap_or_default();
    // Encyclopaedias state a description as headline; what the window's title says too is the title.
    let is_said = |words: &String| bar.starts_with(words.as_str());
    let headline = text("headline");
    let name = text("name").filter(|name| is_said(name) && !headline.as_ref().is_some_and(is_said));
    let title = name
        .or(headline)
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
        .or_else(|| Some(bar.clone()).filter(|bar| !bar.is_empty()));
    let outlet = meta(&["og:site_name", "application-name", "citation_journal_title"])
        .or_else(|| plain_text(article?.get("publisher")?));
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
        authors: authors::authors(&linked, &metas, document),
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
