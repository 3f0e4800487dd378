//! Lines that are kept as they were written: verse and program text.

use super::Builder;
use crate::design::{BlockStyle, Role};
use crate::edition::text::VerseLine;
use crate::page::content::content;
use crate::units::Length;

impl Builder<'_, '_> {
    pub(super) fn verse(&mut self, lines: &[VerseLine]) {
        let from = self.flow.blocks.len();
        let style = self.desk.studio.design.style(Role::Verse);
        let em = style.text.size;
        for line in lines {
            if line.text.is_empty() {
                // A blank line parts stanzas.
                if let Some(last) = self.flow.blocks.last_mut() {
                    last.after = style.leading;
                }
                continue;
            }
            // A line too long for the measure turns over, its rest set in.
            let turned = BlockStyle {
                first_indent: -em * 2,
                start: style.start + em * 2 + em / 2 * i32::from(line.indent),
                ..style
            };
            let content = content(&line.text, style.text, self.language);
            self.lines(Role::Verse, &turned, content, line.text.source.clone(), None);
        }
        let count = self.flow.blocks.len();
        for (index, block) in self.flow.blocks.iter_mut().enumerate().skip(from) {
            if index > from {
                block.before = Length::ZERO;
            }
            if index + 1 < count && block.after != style.leading {
                block.after = Length::ZERO;
            }
            // Two lines of verse at least stand together.
            block.keep_with_next = index + 1 < count && (index == from || index + 2 == count);
        }
        self.first = true;
    }

    pub(super) fn code(&mut self, code: &str) {
        let from = self.flow.blocks.len();
        for line in code.trim_end().split('\n') {
            // Spaces at the start count; no-break ones are kept.
            let words = line.trim_end();
            let blank = words.len() - words.trim_start().len();
            let shown = format!("{}{}", "\u{a0}".repeat(blank), words.trim_start());
            self.plain(Role::Code, if shown.is_empty() { "\u{a0}" } else { &shown });
        }
        self.close_up(from);
        self.first = true;
    }
}
