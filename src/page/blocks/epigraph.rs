//! Epigraphs: small words between the opening of a text and its first paragraph.

use super::{Builder, prefix};
use crate::design::{BlockStyle, Role};
use crate::edition::text::{Block, Paragraph};
use crate::page::content::content;
use crate::page::sheet::NodeKind;
use crate::units::Length;

impl Builder<'_, '_> {
    /// Adds an epigraph; it stands whole, and never at the foot of a page.
    pub(super) fn epigraph(&mut self, blocks: &[Block], attribution: Option<&Paragraph>) {
        let outer = self.parent;
        self.parent = self.desk.node(NodeKind::Quote, outer, self.language, None);
        let from = self.count();
        let style = self.desk.studio.design.style(Role::Epigraph);
        let (em, hang) = (style.text.size, style.text.size.scale(1.5));
        let mut follows = false;
        for block in blocks {
            match block {
                Block::Verse(lines) => {
                    for line in lines {
                        let first_indent = em / 2 * i32::from(line.indent.min(16)) - hang;
                        let turned = BlockStyle { first_indent, start: style.start + hang, ..style };
                        self.epigraph_lines(Role::Epigraph, &turned, &line.text);
                    }
                    follows = false;
                }
                other => other.each_paragraph(&mut |paragraph| {
                    let first_indent = if follows { em } else { style.first_indent };
                    self.epigraph_lines(Role::Epigraph, &BlockStyle { first_indent, ..style }, paragraph);
                    follows = true;
                }),
            }
        }
        if let Some(attribution) = attribution {
            let mut words = attribution.clone();
            prefix(&mut words, "— ");
            let style = self.desk.studio.design.style(Role::EpigraphAttribution);
            self.epigraph_lines(Role::EpigraphAttribution, &style, &words);
        }
        self.flow.blocks.iter_mut().skip(from).for_each(|block| block.keep_with_next = true);
        if let Some(last) = self.flow.blocks.get_mut(from..).and_then(<[_]>::last_mut) {
            last.after = style.after;
        }
        self.parent = outer;
        self.first = true;
    }

    fn epigraph_lines(&mut self, role: Role, style: &BlockStyle, words: &Paragraph) {
        if words.is_empty() {
            // A blank line of verse.
            if let Some(last) = self.last() {
                last.after = style.leading / 2;
            }
            return;
        }
        let content = content(words, style.text, self.language);
        let style = &BlockStyle { before: Length::ZERO, after: Length::ZERO, ..*style };
        self.lines(role, style, content, words.source.clone(), None);
    }
}
