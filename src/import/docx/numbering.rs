//! The lists of a Word file: what stands before an item, and which number it has.

use crate::import::office::{Bullet, Sign};
use crate::import::xml;
use roxmltree::Node;
use std::collections::BTreeMap;

/// Levels of a list, as many as Word has.
const LEVELS: usize = 9;

/// The lists of a file.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbering {
    /// By the identifier that paragraphs use.
    lists: BTreeMap<String, List>,
    /// The last number given at each level, by the definition that lists share.
    counted: BTreeMap<String, [Option<u64>; LEVELS]>,
    /// Lists that have begun, and begin anew at these numbers.
    begun: BTreeMap<String, u32>,
}

#[derive(Clone, Debug, Default)]
struct List {
    definition: String,
    levels: BTreeMap<usize, Level>,
    /// Levels at which the list starts again.
    restarts: BTreeMap<usize, u64>,
}

#[derive(Clone, Copy, Debug)]
struct Level {
    kind: Kind,
    start: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Dot,
    Number,
    Nothing,
}

impl Numbering {
    /// Reads the part.
    pub(super) fn read(text: &str) -> Numbering {
        let mut numbering = Numbering::default();
        let Ok(document) = xml::parse(text) else { return numbering };
        let root = document.root_element();
        let mut definitions: BTreeMap<&str, BTreeMap<usize, Level>> = BTreeMap::new();
        for node in xml::all(root, "abstractNum") {
            let levels = xml::all(node, "lvl").filter_map(level).collect();
            definitions.insert(xml::attribute(node, "abstractNumId").unwrap_or_default(), levels);
        }
        for node in xml::all(root, "num") {
            let definition = xml::value(node, "abstractNumId").unwrap_or_default();
            let mut list = List {
                definition: definition.to_string(),
                levels: definitions.get(definition).cloned().unwrap_or_default(),
                restarts: BTreeMap::new(),
            };
            for change in xml::all(node, "lvlOverride") {
                list.change(change);
            }
            numbering.lists.insert(xml::attribute(node, "numId").unwrap_or_default().to_string(), list);
        }
        numbering
    }

    /// What stands before the next item of `list`.
    pub(super) fn bullet(&mut self, id: &str, level: usize) -> Option<Bullet> {
        let list = self.lists.get(id)?;
        let level = level.min(LEVELS - 1);
        let Level { kind, start } =
            list.levels.get(&level).copied().unwrap_or(Level { kind: Kind::Dot, start: 1 });
        let next = self.begun.len() as u32;
        let is_new = !self.begun.contains_key(id);
        let number = *self.begun.entry(id.to_string()).or_insert(next);
        let counted = self.counted.entry(list.definition.clone()).or_default();
        if is_new {
            for (level, start) in &list.restarts {
                counted[(*level).min(LEVELS - 1)] = start.checked_sub(1);
            }
        }
        let sign = match kind {
            Kind::Dot => Sign::Dot,
            Kind::Nothing => Sign::None,
            Kind::Number => {
                let count = counted[level].map_or(start, |last| last.saturating_add(1));
                counted[level] = Some(count);
                counted[level + 1..].fill(None);
                Sign::Number(count)
            }
        };
        Some(Bullet { list: number, level, sign })
    }
}

impl List {
    fn change(&mut self, node: Node<'_, '_>) {
        let Some(at) = xml::attribute(node, "ilvl").and_then(|level| level.parse().ok()) else { return };
        if let Some((_, level)) = xml::child(node, "lvl").and_then(level) {
            self.levels.insert(at, level);
        }
        if let Some(start) = xml::value(node, "startOverride").and_then(|start| start.parse().ok()) {
            self.restarts.insert(at, start);
        }
    }
}

fn level(node: Node<'_, '_>) -> Option<(usize, Level)> {
    let at = xml::attribute(node, "ilvl")?.parse().ok()?;
    let format = xml::value(node, "numFmt").unwrap_or("decimal");
    let sign = xml::value(node, "lvlText").unwrap_or_default();
    let kind = match format {
        "bullet" if sign.trim().is_empty() => Kind::Nothing,
        "none" => Kind::Nothing,
        "bullet" => Kind::Dot,
        _ => Kind::Number,
    };
    let start = xml::value(node, "start").and_then(|start| start.parse().ok()).unwrap_or(1);
    Some((at, Level { kind, start }))
}
