//! The styles of an OpenDocument text: named ones, and those that each change by hand has made.

use crate::import::office::{Role, role};
use crate::import::xml;
use roxmltree::Node;
use std::collections::BTreeMap;

/// Styles based on each other, at most.
const CHAIN: usize = 20;
/// From this indent on at both sides, in points, a paragraph is set off as a quotation.
const INDENT: f32 = 14.0;

/// The styles of a file.
#[derive(Clone, Debug, Default)]
pub(super) struct Styles {
    /// By family and name.
    by_name: BTreeMap<(String, String), Style>,
    /// For each list style and level, its first number; `None` for dots.
    lists: BTreeMap<String, BTreeMap<usize, Option<u64>>>,
}

#[derive(Clone, Debug, Default)]
struct Style {
    /// As the program shows it.
    shown: String,
    parent: Option<String>,
    outline: Option<u8>,
    list: Option<String>,
    indents: (Option<f32>, Option<f32>),
    letters: Letters,
    /// Whether it was made by hand, not chosen by its name.
    is_automatic: bool,
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
    /// In half points.
    pub(super) size: Option<u32>,
}

impl Styles {
    /// Adds the styles of a part.
    pub(super) fn add(&mut self, root: Node<'_, '_>) {
        for group in
            xml::elements(root).filter(|node| matches!(xml::name(*node), "styles" | "automatic-styles"))
        {
            let is_automatic = xml::name(group) == "automatic-styles";
            for node in xml::elements(group) {
                let name = xml::attribute(node, "name").unwrap_or_default().to_string();
                let family = xml::attribute(node, "family").unwrap_or_default().to_string();
                match xml::name(node) {
                    "style" => {
                        self.by_name.insert((family, name), Style::read(node, is_automatic));
                    }
                    "default-style" => {
                        self.by_name.insert((family, String::new()), Style::read(node, false));
                    }
                    "list-style" => {
                        self.lists.insert(name, levels(node));
                    }
                    _ => {}
                }
            }
        }
    }

    fn chain<'s>(&'s self, family: &'s str, name: &str) -> impl Iterator<Item = &'s Style> {
        let find = move |name: &str| self.by_name.get(&(family.to_string(), name.to_string()));
        let next = move |style: &&'s Style| style.parent.as_deref().and_then(find);
        std::iter::successors(find(name), next).take(CHAIN)
    }

    /// What a paragraph style says.
    pub(super) fn role(&self, name: &str) -> Role {
        let own = self
            .chain("paragraph", name)
            .find_map(|style| role(&style.shown))
            .or_else(|| role(&spaced(name)));
        let outline =
            || self.chain("paragraph", name).find_map(|style| style.outline).filter(|level| *level > 0);
        own.or_else(|| outline().map(Role::Heading)).unwrap_or_default()
    }

    /// How the letters of a paragraph look: by its named style, and by hand.
    pub(super) fn paragraph(&self, name: &str) -> (Letters, Letters) {
        let (mut named, mut by_hand) = (Letters::default(), Letters::default());
        for style in self.chain("paragraph", name) {
            match style.is_automatic {
                true => by_hand = by_hand.over(&style.letters),
                false => named = named.over(&style.letters),
            }
        }
        let default = self.by_name.get(&("paragraph".into(), String::new()));
        named.size = named.size.or(default.and_then(|style| style.letters.size)).or(Some(24));
        (named, by_hand)
    }

    /// How the letters of a text style look.
    pub(super) fn text(&self, name: &str) -> Letters {
        let mut letters =
            self.chain("text", name).fold(Letters::default(), |low, style| low.over(&style.letters));
        let is_code =
            |name: &str| matches!(name, "source text" | "source_text" | "teletype" | "verbatim char");
        if self.chain("text", name).any(|style| is_code(&style.shown)) || is_code(&spaced(name)) {
            letters.code = Some(true);
        }
        letters
    }

    /// Whether a paragraph is set in from both sides.
    pub(super) fn is_indented(&self, name: &str) -> bool {
        let side = |of: fn(&Style) -> Option<f32>| self.chain("paragraph", name).find_map(of).unwrap_or(0.0);
        side(|style| style.indents.0) >= INDENT && side(|style| style.indents.1) >= INDENT
    }

    /// The list style that a paragraph style brings along.
    pub(super) fn list_of(&self, name: &str) -> Option<String> {
        self.chain("paragraph", name).find_map(|style| style.list.clone())
    }

    /// The first number of a level of a list; `None` for dots.
    pub(super) fn start(&self, list: &str, level: usize) -> Option<u64> {
        *self.lists.get(list)?.get(&level)?
    }
}

impl Style {
    fn read(node: Node<'_, '_>, is_automatic: bool) -> Style {
        let shown =
            xml::attribute(node, "display-name").or_else(|| xml::attribute(node, "name")).unwrap_or_default();
        let paragraph = xml::child(node, "paragraph-properties");
        let side = |name| paragraph.and_then(|node| xml::attribute(node, name)).and_then(points);
        Style {
            shown: spaced(shown),
            parent: xml::attribute(node, "parent-style-name").map(str::to_string),
            outline: xml::attribute(node, "default-outline-level").and_then(|level| level.parse().ok()),
            list: xml::attribute(node, "list-style-name").map(str::to_string).filter(|name| !name.is_empty()),
            indents: (side("margin-left"), side("margin-right")),
            letters: xml::child(node, "text-properties").map(Letters::read).unwrap_or_default(),
            is_automatic,
        }
    }
}

impl Letters {
    fn read(node: Node<'_, '_>) -> Letters {
        let get = |name| xml::attribute(node, name);
        let position = get("text-position").map(|position| position.split(' ').next().unwrap_or_default());
        let shift = |position: &str| position.trim_end_matches('%').parse::<f32>().unwrap_or(0.0);
        let is_heavy =
            |weight: &str| weight == "bold" || weight.parse::<u32>().is_ok_and(|weight| weight >= 600);
        let font = get("font-name").or_else(|| get("font-family"));
        let is_code = |font: &str| {
            ["courier", "mono", "consolas"].iter().any(|name| font.to_lowercase().contains(name))
        };
        Letters {
            bold: get("font-weight").map(is_heavy),
            italic: get("font-style").map(|style| style == "italic" || style == "oblique"),
            small_caps: get("font-variant").map(|variant| variant == "small-caps"),
            struck: get("text-line-through-style").map(|style| style != "none"),
            hidden: get("display").map(|display| display == "none"),
            raised: position.map(|position| position == "super" || shift(position) > 0.0),
            lowered: position.map(|position| position == "sub" || shift(position) < 0.0),
            code: font.filter(|font| is_code(font)).map(|_| true),
            size: get("font-size").and_then(points).map(|size| (size * 2.0) as u32),
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

/// The levels of a list style, from 0.
fn levels(node: Node<'_, '_>) -> BTreeMap<usize, Option<u64>> {
    let level = |node: Node<'_, '_>| {
        let level: usize = xml::attribute(node, "level")?.parse().ok()?;
        let has_number = xml::name(node) == "list-level-style-number"
            && xml::attribute(node, "num-format").is_some_and(|format| !format.is_empty());
        let start = xml::attribute(node, "start-value").and_then(|start| start.parse().ok()).unwrap_or(1);
        Some((level.saturating_sub(1), has_number.then_some(start)))
    };
    xml::elements(node).filter_map(level).collect()
}

/// A name with its signs turned back: `Heading_20_1` is “heading 1”.
fn spaced(name: &str) -> String {
    name.replace("_20_", " ").to_lowercase()
}

/// A length in points.
fn points(length: &str) -> Option<f32> {
    let unit =
        length.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '.' || letter == '-');
    let number: f32 = length[..length.len() - unit.len()].parse().ok()?;
    let points = match unit {
        "pt" => 1.0,
        "cm" => 28.346,
        "mm" => 2.8346,
        "in" => 72.0,
        "pc" => 12.0,
        _ => return None,
    };
    Some(number * points)
}
