//! Quotations set off from the text, with the name of who is quoted.

use super::{Builder, prefix};
use crate::design::{BlockStyle, Role};
use crate::edition::text::{Block, Paragraph};
use crate::page::content::content;
use crate::page::sheet::NodeKind;
use crate::units::Length;

impl Builder<'_, '_> {
    /// Adds a quotation.
    pub(super) fn quote(&mut self, blocks: &[Block], attribution: Option<&Paragraph>) {
        let outer = self.parent;
        self.parent = self.desk.node(NodeKind::Quote, outer, self.language, None);
        let from = self.flow.blocks.len();
        let mut follows = false;
        for block in blocks {
            if let Block::Paragraph(paragraph) = block {
                self.quoted(Role::Quote, paragraph, follows);
                follows = true;
            } else {
                self.inset_by(Role::Quote, |builder| builder.block(block));
                follows = false;
            }
        }
        if let Some(attribution) = attribution {
            let mut words = attribution.clone();
            prefix(&mut words, "— ");
            self.quoted(Role::Attribution, &words, false);
        }
        self.close_up(from);
        self.parent = outer;
        self.first = true;
    }

    /// A paragraph of a quotation; one that follows another is indented.
    fn quoted(&mut self, role: Role, paragraph: &Paragraph, follows: bool) {
        let design = self.desk.studio.design;
        let style = design.style(role);
        let first_indent = if follows { design.indent } else { style.first_indent };
        if !paragraph.is_empty() {
            let content = content(paragraph, style.text, self.language);
            let style = BlockStyle { first_indent, ..style };
            self.lines(role, &style, content, paragraph.source.clone(), None);
        }
        if let Some([before, last]) = self.flow.blocks.last_chunk_mut::<2>()
            && role == Role::Attribution
        {
            before.keep_with_next = true;
            last.before = Length::ZERO;
        }
    }
}
