//! How deep the tags of a page stand in each other, before it is parsed: never less than the parser will find.
//!
//! A page can be made so that counting tags shows nothing: end tags in comments and attributes, end tags that the
//! parser ignores, emphasis that it opens anew in each paragraph. So this follows the rules of the parser (HTML
//! standard, 13.2.6), and where they are many errs on the safe side.

use super::tags::{Tag, Tags};
use crate::import::limits;

/// Elements that the parser opens anew where they were not closed.
const FORMATTING: &[&str] =
    &["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];
/// Elements that hold nothing, that close each other, or that the parser often ignores: they add little depth.
const FLAT: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr", "p", "li", "dt", "dd", "option", "optgroup", "td", "th", "tr", "tbody", "thead", "tfoot",
    "caption", "colgroup", "html", "head", "body", "frame", "frameset",
];
/// Elements beyond which an end tag does not reach.
const BARRIERS: &[&str] =
    &["table", "applet", "marquee", "object", "template", "select", "foreignobject", "svg", "math"];
/// Elements that only an end tag of their own, or of one around them in the same scope, closes.
const SPECIAL: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "button",
    "center",
    "details",
    "dir",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "iframe",
    "listing",
    "main",
    "menu",
    "nav",
    "noembed",
    "noframes",
    "noscript",
    "ol",
    "plaintext",
    "pre",
    "search",
    "section",
    "summary",
    "ul",
    "xmp",
];
/// Elements of a page that end a drawing they stand in.
const BREAKING: &[&str] = &[
    "b",
    "big",
    "blockquote",
    "body",
    "br",
    "center",
    "code",
    "dd",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "hr",
    "i",
    "img",
    "li",
    "listing",
    "menu",
    "meta",
    "nobr",
    "ol",
    "p",
    "pre",
    "ruby",
    "s",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "table",
    "tt",
    "u",
    "ul",
    "var",
];
/// Elements of a drawing in which a page goes on.
const PAGES: &[&str] = &["foreignobject", "desc", "title", "mi", "mo", "mn", "ms", "mtext", "annotation-xml"];

/// The elements that are open at a place.
#[derive(Default)]
pub(super) struct Depth<'p> {
    open: Vec<&'p [u8]>,
    /// Of these, those that the parser opens anew.
    formatting: usize,
    /// How many tags there were, and how many elements the parser may open anew for them.
    pub(super) tags: usize,
    pub(super) reopened: usize,
    pub(super) deepest: usize,
    /// The most attributes of one tag: the parser compares each with each.
    pub(super) attributes: usize,
}

impl<'p> Depth<'p> {
    /// Goes through a page until it passes a limit.
    pub(super) fn of(page: &'p [u8]) -> Depth<'p> {
        let mut depth = Depth::default();
        let mut tags = Tags::new(page);
        while !depth.is_excessive()
            && let Some(tag) = tags.next(depth.is_drawing())
        {
            depth.attributes = depth.attributes.max(tag.attributes);
            match tag.is_end {
                true => depth.end(tag.name),
                false => depth.start(tag),
            }
        }
        depth
    }

    /// Whether a limit is passed.
    pub(super) fn is_excessive(&self) -> bool {
        self.tags > limits::TAGS
            || self.deepest > limits::DEPTH
            || self.reopened > limits::REOPENED
            || self.attributes > limits::ATTRIBUTES
    }

    /// Whether a drawing is open, in which tags may end with `/>`.
    fn is_drawing(&self) -> bool {
        let last = self.open.iter().rposition(|name| is_one(name, &["svg", "math"]));
        last.is_some_and(|at| !self.open[at..].iter().any(|name| is_one(name, PAGES)))
    }

    fn start(&mut self, tag: Tag<'p>) {
        self.tags += 1;
        self.reopened += self.formatting;
        let is_drawing = self.is_drawing();
        if is_drawing && is_one(tag.name, BREAKING) {
            let at = self.open.iter().rposition(|name| is_one(name, &["svg", "math"]));
            self.truncate(at.unwrap_or(0));
        } else if is_drawing && tag.is_closed {
            return;
        }
        if is_one(tag.name, FLAT) && !self.is_drawing() {
            return;
        }
        // A link in a link ends the outer one.
        if is_one(tag.name, &["a", "nobr"]) {
            self.remove(tag.name);
        }
        self.formatting += usize::from(is_one(tag.name, FORMATTING));
        self.open.push(tag.name);
        self.deepest = self.deepest.max(self.open.len() - self.formatting);
    }

    fn end(&mut self, name: &[u8]) {
        if is_one(name, FORMATTING) || name.eq_ignore_ascii_case(b"form") {
            return self.remove(name);
        }
        let ends_all =
            is_one(name, &["table", "template"]) || self.is_drawing() && is_one(name, &["svg", "math"]);
        let is_special = is_one(name, SPECIAL) || is_one(name, BARRIERS);
        for at in (0..self.open.len()).rev() {
            let open = self.open[at];
            if open.eq_ignore_ascii_case(name) {
                return self.truncate(at);
            }
            let stops = is_one(open, BARRIERS) || is_one(open, PAGES) || !is_special && is_one(open, SPECIAL);
            if stops && !ends_all {
                return;
            }
        }
    }

    fn remove(&mut self, name: &[u8]) {
        if let Some(at) = self.open.iter().rposition(|open| open.eq_ignore_ascii_case(name)) {
            self.formatting -= usize::from(is_one(name, FORMATTING));
            self.open.remove(at);
        }
    }

    /// Closes what is open from `at` on, but for what the parser would open anew.
    fn truncate(&mut self, at: usize) {
        let kept: Vec<&[u8]> = self.open.drain(at..).filter(|name| is_one(name, FORMATTING)).collect();
        self.open.extend(kept);
    }
}

fn is_one(name: &[u8], names: &[&str]) -> bool {
    names.iter().any(|one| name.eq_ignore_ascii_case(one.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn deepest(part: &str) -> Depth<'_> {
        Depth::of(part.as_bytes())
    }

    #[test]
    fn ordinary_pages_are_flat() {
        let page =
            "<html><body><div><p>a<p>b<ul><li>c<li>d</ul></div><br><img src='a'></body></html>".repeat(2_000);
        assert!(deepest(&page).deepest <= 2);
        let icons = "<svg><title>x</title><path d='a'/><g><path/></g></svg>".repeat(2_000);
        assert!(deepest(&icons).deepest <= 3);
        let sloppy = "<div><span><font size=1>a</div><a name=b>".repeat(600);
        assert!(!deepest(&sloppy).is_excessive());
    }

    #[test]
    fn no_trick_hides_the_depth() {
        for part in [
            "<div>",
            "<DIV></p>",
            "<div><!--</div>-->",
            "<div><!-- --!><!-- </div> -->",
            "<div x='</div>'>",
            "<div x=\"></div>\">",
            "<path>",
            "<svg><p><div/>",
            "<svg></svg><path/>",
            "<b><div></b>",
            "<span><div></span>",
            "<div><table></div>",
            "<div/>",
            "<div =\"><div a=\">",
            "<x><div></x>",
            "<svg><g><![CDATA[></g>]]>",
            "<section></div>",
            "<ul><li></li>",
            "<svg><desc><div/></svg>",
            "<div><script></div></script>",
        ] {
            let page = part.repeat(3_000);
            assert!(deepest(&page).is_excessive(), "{part}");
        }
        let emphasis: String = (0..300).map(|n| format!("<b x={n}>")).collect();
        let page = format!("<p>{emphasis}</p>{}", "<p>x</p>".repeat(100_000));
        assert!(deepest(&page).is_excessive());
    }
}
