//! What inline elements mean for the words in them.

use crate::edition::language::Language;
use crate::edition::markdown::is_safe_link;
use crate::edition::text::Mark;
use dom_query::NodeRef;

/// Elements that stand in a line.
pub(super) fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr"
            | "acronym"
            | "b"
            | "bdi"
            | "bdo"
            | "big"
            | "cite"
            | "code"
            | "data"
            | "del"
            | "dfn"
            | "em"
            | "font"
            | "i"
            | "ins"
            | "kbd"
            | "label"
            | "mark"
            | "q"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strike"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "tt"
            | "u"
            | "var"
            | "wbr"
            | "ruby"
            | "rb"
            | "rt"
            | "nobr"
    )
}

/// Elements that show nothing to be read.
pub(super) fn is_silent(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "template"
            | "svg"
            | "iframe"
            | "object"
            | "embed"
            | "canvas"
            | "video"
            | "audio"
            | "map"
            | "head"
            | "link"
            | "meta"
            | "title"
            | "noscript"
            | "input"
            | "textarea"
            | "select"
            | "datalist"
            | "math"
            | "rp"
    )
}

/// The mark that an inline element puts on its words.
pub(super) fn mark(node: &NodeRef<'_>, name: &str) -> Vec<Mark> {
    let style = node.attr("style").map(|style| style.to_lowercase().replace(' ', "")).unwrap_or_default();
    let mut marks = Vec::new();
    match name {
        "em" | "i" | "cite" | "dfn" | "var" if !style.contains("font-style:normal") => {
            marks.push(Mark::Emphasis)
        }
        // Google Docs wraps whole texts in a bold that is none.
        "strong" | "b" if !style.contains("font-weight:normal") && !style.contains("font-weight:400") => {
            marks.push(Mark::Strong)
        }
        "sup" => marks.push(Mark::Superscript),
        "sub" => marks.push(Mark::Subscript),
        "del" | "s" | "strike" => marks.push(Mark::Struck),
        "code" | "kbd" | "samp" | "tt" => marks.push(Mark::Code),
        "a" => marks.extend(link(node)),
        _ => {}
    }
    if style.contains("font-style:italic") {
        marks.push(Mark::Emphasis);
    }
    if ["font-weight:bold", "font-weight:700", "font-weight:600", "font-weight:800"]
        .iter()
        .any(|bold| style.contains(bold))
    {
        marks.push(Mark::Strong);
    }
    if style.contains("font-variant:small-caps") {
        marks.push(Mark::SmallCaps);
    }
    if name != "a"
        && let Some(language) =
            node.attr("lang").or_else(|| node.attr("xml:lang")).and_then(|tag| Language::parse(&tag))
    {
        marks.push(Mark::Language(language));
    }
    marks
}

/// A link that may stand in a book, without what only counts clicks.
fn link(node: &NodeRef<'_>) -> Option<Mark> {
    let address = node.attr("href")?;
    let address = address.trim();
    is_safe_link(address).then(|| Mark::Link(untracked(address).into()))
}

/// An address without the parameters that follow its readers.
pub(super) fn untracked(address: &str) -> String {
    let (address, place) =
        address.split_once('#').map_or((address, None), |(address, place)| (address, Some(place)));
    let Some((page, query)) = address.split_once('?') else {
        return place.map_or(address.to_string(), |place| format!("{address}#{place}"));
    };
    let follows = |part: &&str| {
        let key = part.split('=').next().unwrap_or_default().to_lowercase();
        !(key.starts_with("utm_")
            || matches!(
                key.as_str(),
                "fbclid"
                    | "gclid"
                    | "mc_cid"
                    | "mc_eid"
                    | "igshid"
                    | "ref_src"
                    | "cmpid"
                    | "smid"
                    | "smtyp"
                    | "ncid"
                    | "_ga"
                    | "yclid"
                    | "msclkid"
            ))
    };
    let kept: Vec<&str> = query.split('&').filter(follows).collect();
    let mut whole = page.to_string();
    if !kept.is_empty() {
        whole.push('?');
        whole.push_str(&kept.join("&"));
    }
    if let Some(place) = place {
        whole.push('#');
        whole.push_str(place);
    }
    whole
}
