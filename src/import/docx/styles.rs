//! The styles of a Word file: what they are called, what they are based on, how their letters look.

use crate::import::office::{Role, role};
use crate::import::xml;
use roxmltree::Node;
use std::collections::BTreeMap;

/// Styles based on each other, at most.
const CHAIN: usize = 20;

/// The styles of a file, by identifier.
#[derive(Clone, Debug, Default)]
pub(super) struct Styles {
    by_id: BTreeMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Option<String>,
    /// The size of letters where nothing is said, in half points.
    size: u32,
}

/// A style, or what one paragraph or run says itself.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    name: String,
    based_on: Option<String>,
    letters: Letters,
    layout: Layout,
}

/// How letters look; `None` where nothing is said.
#[derive(Clone, Debug, Default)]
pub(super) struct Letters {
    pub(super) bold: Option<bool>,
    pub(super) italic: Option<bool>,
    pub(super) small_caps: Option<bool>,
    pub(super) struck: Option<bool>,
    pub(super) hidden: Option<bool>,
    pub(super) raised: Option<bool>,
    pub(super) lowered: Option<bool>,
    pub(super) code: Option<bool>,
    pub(super) size: Option<u32>,
}

/// How a paragraph stands; `None` where nothing is said.
#[derive(Clone, Debug, Default)]
pub(super) struct Layout {
    /// The level of the outline, from 0; 9 means none.
    pub(super) outline: Option<u8>,
    /// The list, “0” for none, and the level in it.
    pub(super) list: Option<String>,
    pub(super) level: Option<usize>,
    /// Indents at both sides, in twentieths of a point.
    pub(super) start: Option<i32>,
    pub(super) end: Option<i32>,
}

impl Styles {
    /// Reads the part.
    pub(super) fn read(text: &str) -> Styles {
        let mut styles = Styles { size: 20, ..Styles::default() };
        let Ok(document) = xml::parse(text) else { return styles };
        let root = document.root_element();
        let defaults = xml::child(root, "docDefaults").and_then(|node| xml::below(node, "rPr"));
        if let Some(size) = defaults.and_then(|node| Letters::read(node).size) {
            styles.size = size;
        }
        for node in xml::all(root, "style") {
            let Some(id) = xml::attribute(node, "styleId") else { continue };
            let is_paragraph = xml::attribute(node, "type") == Some("paragraph");
            if is_paragraph
                && xml::attribute(node, "default").is_some_and(|value| value != "0" && value != "false")
            {
                styles.default = Some(id.to_string());
            }
            styles.by_id.insert(id.to_string(), Style::read(node));
        }
        styles
    }

    /// A style and those it is based on, the nearest first.
    fn chain<'s>(&'s self, id: Option<&str>) -> impl Iterator<Item = &'s Style> {
        let first = id.and_then(|id| self.by_id.get(id));
        let next = |style: &&'s Style| style.based_on.as_ref().and_then(|id| self.by_id.get(id));
        std::iter::successors(first, next).take(CHAIN)
    }

    /// The style of a paragraph that names `id`, or none.
    fn paragraph<'s>(&'s self, id: Option<&'s str>) -> Option<&'s str> {
        id.filter(|id| self.by_id.contains_key(*id)).or(self.default.as_deref())
    }

    /// What a paragraph style says: by its name or that of a style it is based on. A style that is not in the file
    /// is known by its identifier.
    pub(super) fn role(&self, id: Option<&str>, own: &Layout) -> Role {
        let missing = id.filter(|id| !self.by_id.contains_key(*id)).and_then(role);
        let named = || self.chain(self.paragraph(id)).find_map(|style| role(&style.name));
        let outline = own.outline.or_else(|| self.chain(id).find_map(|style| style.layout.outline));
        match missing.or_else(named) {
            Some(role) => role,
            None => outline.filter(|level| *level < 9).map_or(Role::Body, |level| Role::Heading(level + 1)),
        }
    }

    /// How the letters of a paragraph style look.
    pub(super) fn letters(&self, id: Option<&str>) -> Letters {
        let mut letters =
            self.chain(self.paragraph(id)).fold(Letters::default(), |low, style| low.over(&style.letters));
        letters.size = letters.size.or(Some(self.size));
        letters
    }

    /// How the letters of a character style look.
    pub(super) fn run(&self, id: Option<&str>) -> Letters {
        let mut letters = self.chain(id).fold(Letters::default(), |low, style| low.over(&style.letters));
        let is_code = |style: &Style| {
            matches!(
                style.name.as_str(),
                "html code" | "verbatim char" | "code" | "source text" | "html typewriter"
            )
        };
        if self.chain(id).any(is_code) {
            letters.code = Some(true);
        }
        letters
    }

    /// How a paragraph with this style stands, which says `own` itself.
    pub(super) fn layout(&self, id: Option<&str>, own: Layout) -> Layout {
        self.chain(self.paragraph(id)).fold(own, |low, style| low.over(&style.layout))
    }
}

impl Style {
    fn read(node: Node<'_, '_>) -> Style {
        Style {
            name: xml::value(node, "name").unwrap_or_default().to_lowercase(),
            based_on: xml::value(node, "basedOn").map(str::to_string),
            letters: xml::child(node, "rPr").map(Letters::read).unwrap_or_default(),
            layout: xml::child(node, "pPr").map(Layout::read).unwrap_or_default(),
        }
    }
}

/// A property that is on when it stands there, unless its value says no.
pub(super) fn switch(node: Node<'_, '_>, name: &str) -> Option<bool> {
    let child = xml::child(node, name)?;
    Some(!matches!(xml::attribute(child, "val"), Some("0" | "false" | "off" | "none")))
}

impl Letters {
    /// Reads an `rPr`.
    pub(super) fn read(node: Node<'_, '_>) -> Letters {
        let align = xml::value(node, "vertAlign");
        let raised = |half_points: i32| half_points >= 6;
        let position = xml::value(node, "position").and_then(|value| value.parse::<i32>().ok());
        Letters {
            bold: switch(node, "b").or_else(|| switch(node, "bCs").filter(|_| is_complex(node))),
            italic: switch(node, "i").or_else(|| switch(node, "iCs").filter(|_| is_complex(node))),
            small_caps: switch(node, "smallCaps"),
            struck: switch(node, "strike").or_else(|| switch(node, "dstrike")),
            hidden: switch(node, "vanish"),
            raised: align.map(|align| align == "superscript").or(position.map(raised)),
            lowered: align.map(|align| align == "subscript").or(position.map(|low| raised(-low))),
            code: None,
            size: xml::value(node, "sz").and_then(|size| size.parse::<f32>().ok()).map(|size| size as u32),
        }
    }

    /// These, and what `lower` says where these say nothing.
    pub(super) fn over(self, lower: &Letters) -> Letters {
        Letters {
            bold: self.bold.or(lower.bold),
            italic: self.italic.or(lower.italic),
            small_caps: self.small_caps.or(lower.small_caps),
            struck: self.struck.or(lower.struck),
            hidden: self.hidden.or(lower.hidden),
            raised: self.raised.or(lower.raised),
            lowered: self.lowered.or(lower.lowered),
            code: self.code.or(lower.code),
            size: self.size.or(lower.size),
        }
    }
}

/// Whether the letters are set as a script that runs from right to left, which has properties of its own.
fn is_complex(node: Node<'_, '_>) -> bool {
    switch(node, "rtl") == Some(true) || switch(node, "cs") == Some(true)
}

impl Layout {
    /// Reads a `pPr`.
    pub(super) fn read(node: Node<'_, '_>) -> Layout {
        let number = xml::child(node, "numPr");
        let indent = xml::child(node, "ind");
        let side = |names: [&str; 2]| {
            let value = names.iter().find_map(|name| indent.and_then(|node| xml::attribute(node, name)));
            value.and_then(|value| value.parse::<f32>().ok()).map(|value| value as i32)
        };
        Layout {
            outline: xml::value(node, "outlineLvl").and_then(|level| level.parse().ok()),
            list: number.and_then(|node| xml::value(node, "numId")).map(str::to_string),
            level: number.and_then(|node| xml::value(node, "ilvl")).and_then(|level| level.parse().ok()),
            start: side(["left", "start"]),
            end: side(["right", "end"]),
        }
    }

    fn over(self, lower: &Layout) -> Layout {
        Layout {
            outline: self.outline.or(lower.outline),
            list: self.list.or_else(|| lower.list.clone()),
            level: self.level.or(lower.level),
            start: self.start.or(lower.start),
            end: self.end.or(lower.end),
        }
    }
}
