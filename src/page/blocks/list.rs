//! Lists: items with their numbers or bullets beside them.

use super::Builder;
use crate::design::Role;
use crate::edition::text;
use crate::page::content::content;
use crate::page::sheet::NodeKind;
use crate::text::Content;

impl Builder<'_, '_> {
    pub(super) fn list(&mut self, start: Option<u64>, items: &[Vec<text::Block>], depth: u8) {
        let outer = self.parent;
        let list = self.desk.node(NodeKind::List, outer, self.language, None);
        let from = self.flow.blocks.len();
        let numerals = self.desk.studio.design.numerals(self.language);
        for (number, item) in items.iter().enumerate() {
            self.parent = self.desk.node(NodeKind::Item, list, self.language, None);
            let label = match start {
                Some(start) => format!("{}.", numerals.write(start.saturating_add(number as u64))),
                None if depth.is_multiple_of(2) => "–".to_string(),
                None => "•".to_string(),
            };
            self.item(&label, item, depth);
        }
        self.close_up(from);
        self.parent = outer;
        self.first = depth == 1;
    }

    fn item(&mut self, label: &str, item: &[text::Block], depth: u8) {
        let role = Role::ListItem(depth);
        let mut label = Some(label);
        for block in item {
            match block {
                text::Block::Paragraph(paragraph) => {
                    let style = self.desk.studio.design.style(role);
                    let content = content(paragraph, style.text, self.language);
                    self.lines(role, &style, content, paragraph.source.clone(), label.take());
                }
                text::Block::List { start, items } => {
                    self.bare_label(label.take(), role);
                    self.list(*start, items, depth.saturating_add(1).min(6));
                }
                other => {
                    self.bare_label(label.take(), role);
                    self.inset_by(role, |builder| builder.block(other));
                }
            }
        }
        self.bare_label(label, role);
    }

    /// An item that does not begin with words still shows its number.
    fn bare_label(&mut self, label: Option<&str>, role: Role) {
        if let Some(label) = label {
            let style = self.desk.studio.design.style(role);
            let content = Content::plain("\u{a0}", style.text, self.language);
            self.lines(role, &style, content, 0..0, Some(label));
        }
    }
}
