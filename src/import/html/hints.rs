//! What tags, classes and attributes say of the text below them.

use super::super::manuscript::Style;
use dom_query::NodeRef;

/// Words in classes and ids, and what they say. The first that fits counts.
const CLASSES: &[(Style, &[&str])] = &[
    (Style::Furniture, &["screen-reader", "visually-hidden", "sr-only", "visuallyhidden"]),
    (
        Style::AuthorNote,
        &[
            "author-bio",
            "authorbio",
            "author_bio",
            "about-author",
            "about-the-author",
            "author-box",
            "authorbox",
            "author-info",
            "author-description",
            "author-desc",
            "author__bio",
            "author-card",
            "author-details",
            "contributor-bio",
            "bio-text",
            "writer-bio",
            "byline-bio",
            "article-author-bio",
            "author-profile",
            "author-about",
            "post-author-bio",
            "user-bio",
            "guest-author",
            "ft-bio",
            "author-blurb",
            "tagline-author",
            "bio__",
        ],
    ),
    (
        Style::Furniture,
        &[
            "share",
            "sharing",
            "social",
            "comment",
            "disqus",
            "related",
            "newsletter",
            "subscribe",
            "subscription",
            "promo",
            "advert",
            "ad-container",
            "ad-slot",
            "sponsor",
            "sidebar",
            "breadcrumb",
            "menu",
            "navbar",
            "navigation",
            "nav-",
            "-nav",
            "site-header",
            "site-footer",
            "cookie",
            "popup",
            "modal",
            "recommend",
            "trending",
            "widget",
            "tags",
            "tag-list",
            "taglist",
            "toolbar",
            "pagination",
            "skip-link",
            "login",
            "paywall",
            "most-read",
            "most-popular",
            "mostread",
            "read-more",
            "readmore",
            "more-stories",
            "outbrain",
            "taboola",
            "donate",
            "signup",
            "sign-up",
            "footer",
            "masthead",
            "topics",
            "gdpr",
            "consent",
            "print-only",
            "noprint",
            "no-print",
            "next-post",
            "prev-post",
            "post-navigation",
            "jp-relatedposts",
            "sharedaddy",
            "reaction",
            "rating",
            "teaser",
            "also-read",
        ],
    ),
    (
        Style::Caption,
        &[
            "caption",
            "photo-credit",
            "image-credit",
            "media-credit",
            "photocredit",
            "figcaption",
            "imagecredit",
            "img-credit",
            "legende",
            "bildunterschrift",
        ],
    ),
    (
        Style::Byline,
        &[
            "byline",
            "author-name",
            "authorname",
            "article-author",
            "post-author",
            "entry-author",
            "meta-author",
            "author-link",
            "c-author",
            "autor",
            "auteur",
        ],
    ),
    (
        Style::Date,
        &[
            "dateline",
            "timestamp",
            "pubdate",
            "publish-date",
            "published",
            "entry-date",
            "post-date",
            "article-date",
            "date-published",
            "datetime",
            "post-time",
        ],
    ),
    (
        Style::Subtitle,
        &[
            "subtitle",
            "standfirst",
            "subhead",
            "sub-head",
            "sub-title",
            "dek",
            "deck",
            "article-summary",
            "article__summary",
            "article-intro",
            "article__intro",
            "chapo",
            "article-excerpt",
            "post-excerpt",
            "article-lead",
            "article__lead",
            "article__desc",
            "article-description",
            "post-subtitle",
            "entry-subtitle",
            "headline-secondary",
            "strapline",
            "drophead",
        ],
    ),
    (
        Style::Kicker,
        &[
            "kicker",
            "eyebrow",
            "overline",
            "section-label",
            "article-section",
            "rubric",
            "article-category",
            "post-category",
            "topline",
            "label-section",
            "cat-links",
        ],
    ),
    (Style::Disclaimer, &["disclaimer"]),
    (
        Style::Title,
        &[
            "entry-title",
            "post-title",
            "article-title",
            "article__title",
            "headline",
            "article-headline",
            "story-title",
            "page-title",
        ],
    ),
];

/// What an element says of its text, if it says anything.
pub(super) fn of(node: &NodeRef<'_>, name: &str) -> Option<Style> {
    let attr = |name: &str| node.attr(name).map(|value| value.to_lowercase()).unwrap_or_default();
    let hidden = node.has_attr("hidden")
        || attr("aria-hidden") == "true" && name != "span" && name != "p"
        || attr("style").replace(' ', "").contains("display:none");
    if hidden {
        return Some(Style::Furniture);
    }
    let classes = format!("{} {}", attr("class"), attr("id"));
    let by_name = match name {
        "nav" | "form" | "button" | "select" | "menu" | "dialog" => Some(Style::Furniture),
        "figcaption" => Some(Style::Caption),
        "footer" => Some(Style::Furniture).filter(|_| !is_about_author(&classes)),
        "aside" => Some(Style::Furniture).filter(|_| {
            !is_about_author(&classes) && !classes.contains("note") && !classes.contains("quote")
        }),
        "time" => Some(Style::Date),
        "address" => Some(Style::Byline),
        _ => None,
    };
    let props = format!("{} {} {}", attr("itemprop"), attr("rel"), attr("role"));
    let by_prop = props.split_whitespace().find_map(|word| match word {
        "author" | "creator" => Some(Style::Byline),
        "headline" if name.starts_with('h') => Some(Style::Title),
        "alternativeheadline" => Some(Style::Subtitle),
        "datepublished" => Some(Style::Date),
        "articlesection" => Some(Style::Kicker),
        "navigation" | "banner" | "search" | "contentinfo" | "complementary" | "dialog" => {
            Some(Style::Furniture)
        }
        _ => None,
    });
    by_name.or(by_prop).or_else(|| by_class(&classes, name))
}

fn is_about_author(classes: &str) -> bool {
    classes.contains("author") || classes.contains("bio") || classes.contains("contributor")
}

fn by_class(classes: &str, name: &str) -> Option<Style> {
    // The classes of the whole page say nothing of a text in it.
    if classes.trim().is_empty() || matches!(name, "body" | "html" | "main" | "article") {
        return None;
    }
    let found = CLASSES
        .iter()
        .find(|(_, words)| words.iter().any(|word| has(classes, word)))
        .map(|(style, _)| *style)?;
    match found {
        // A title is a heading; other things are called headlines too.
        Style::Title if !name.starts_with('h') => None,
        Style::Furniture if name.len() == 2 && name.starts_with('h') && classes.contains("title") => None,
        Style::Furniture if is_article_of_page(classes) => None,
        found => Some(found),
    }
}

/// Whether a class has a word, at a border of words.
fn has(classes: &str, word: &str) -> bool {
    classes.match_indices(word).any(|(at, _)| {
        let before = classes[..at].chars().next_back();
        let after = classes[at + word.len()..].chars().next();
        let starts = before.is_none_or(|l| !l.is_ascii_alphanumeric()) || word.starts_with('-');
        let ends = after.is_none_or(|l| !l.is_ascii_alphabetic() || l == 's')
            || word.ends_with(['-', '_'])
            || word.len() > 7;
        starts && ends
    })
}

/// “has-sidebar”, “with-comments”: said of the page, not of a part.
fn is_article_of_page(classes: &str) -> bool {
    [
        "widget blog",
        "has-",
        "with-",
        "no-",
        "hentry",
        "article-body",
        "article__body",
        "entry-content",
        "post-content",
        "article-content",
        "story-body",
    ]
    .iter()
    .any(|word| has(classes, word))
}
