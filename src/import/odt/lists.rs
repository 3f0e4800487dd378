//! Lists of an OpenDocument text: nested already, they become flat items with levels, as in other formats.

use super::block::Reader;
use crate::import::office::{Bullet, Item, Sign};
use crate::import::xml;
use roxmltree::Node;
use std::collections::BTreeMap;

/// The lists of a file.
#[derive(Clone, Debug, Default)]
pub(super) struct Lists {
    /// How many there were.
    count: u32,
    /// The next number of a list style, for lists that go on.
    next: BTreeMap<String, u64>,
}

impl Reader<'_, '_> {
    /// A list at `level`, from 0. `outer` is the list style of the list around it.
    pub(super) fn list(
        &mut self,
        node: Node<'_, '_>,
        outer: Option<&str>,
        level: usize,
        depth: usize,
        items: &mut Vec<Item>,
    ) {
        if level == 0 {
            self.lists.count += 1;
        }
        let own = xml::attribute(node, "style-name").filter(|name| !name.is_empty());
        let named = own.or(outer).map(str::to_string).or_else(|| self.list_of_first(node));
        let style = named.unwrap_or_default();
        let start = self.styles.start(&style, level);
        let goes_on = xml::attribute(node, "continue-numbering") == Some("true")
            || xml::attribute(node, "continue-list").is_some();
        let mut next = match self.lists.next.get(&style) {
            Some(next) if goes_on && level == 0 => *next,
            _ => start.unwrap_or(1),
        };
        for item in xml::elements(node) {
            let is_item = xml::name(item) == "list-item";
            if let Some(value) = xml::attribute(item, "start-value").and_then(|value| value.parse().ok()) {
                next = value;
            }
            let sign = match start {
                _ if !is_item => Sign::None,
                Some(_) => Sign::Number(next),
                None => Sign::Dot,
            };
            let bullet = Bullet { list: self.lists.count, level, sign };
            self.item(item, bullet, &style, depth, items);
            next = next.saturating_add(u64::from(is_item));
        }
        if level == 0 {
            self.lists.next.insert(style, next);
        }
    }

    /// An item: its first paragraph has the sign, the others none.
    fn item(&mut self, node: Node<'_, '_>, bullet: Bullet, style: &str, depth: usize, items: &mut Vec<Item>) {
        let mut bullet = bullet;
        for child in xml::elements(node) {
            match xml::name(child) {
                "p" | "h" => {
                    self.paragraph(child, Some(bullet), depth, items);
                    bullet.sign = Sign::None;
                }
                "list" if depth < crate::import::limits::BLOCK_DEPTH => {
                    self.list(child, Some(style), bullet.level + 1, depth + 1, items);
                }
                "list" => self.blocks(child, depth + 1, items),
                "table" => self.table(child, depth, items),
                _ => {}
            }
        }
    }

    /// The list style that the style of the first paragraph brings along.
    fn list_of_first(&self, node: Node<'_, '_>) -> Option<String> {
        let first = node.descendants().find(|node| xml::name(*node) == "p")?;
        self.styles.list_of(xml::attribute(first, "style-name")?)
    }
}
