//! What every step of reading needs at hand: the source, the places in it, and the list of notices.

use super::Context;
use crate::notice::{Notices, Place, Rule};

/// The source being read, and where to report what is odd in it.
pub(super) struct Desk<'a> {
    pub(super) source: &'a str,
    pub(super) context: Context<'a>,
    notices: &'a mut Notices,
    /// Byte offsets at which lines begin. Counted once: a long file may earn a notice on every line.
    lines: Vec<usize>,
    /// Where the first control character was dropped.
    control: Option<usize>,
}

impl<'a> Desk<'a> {
    pub(super) fn new(source: &'a str, context: &Context<'a>, notices: &'a mut Notices) -> Desk<'a> {
        let ends = source.match_indices('\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(ends).collect();
        Desk { source, context: *context, notices, lines, control: None }
    }

    /// The place of byte `at`, as a line of the file.
    fn place(&self, at: usize) -> Place {
        let line = self.lines.partition_point(|start| *start <= at);
        Place::line(self.context.file, self.context.first_line + line.saturating_sub(1))
    }

    pub(super) fn remark(&mut self, at: usize, what: impl Into<String>, hint: &str) {
        self.notices.remark(self.place(at), what, hint);
    }

    pub(super) fn doubt(&mut self, at: usize, what: impl Into<String>, hint: &str) {
        self.notices.doubt(self.place(at), what, hint);
    }

    /// A doubt that goes by a rule.
    pub(super) fn doubt_by(&mut self, rule: Rule, at: usize, what: impl Into<String>, hint: &str) {
        let place = self.place(at);
        self.notices.of(rule).doubt(place, what, hint);
    }

    /// A fault that goes by a rule.
    pub(super) fn fault_by(&mut self, rule: Rule, at: usize, what: impl Into<String>, hint: &str) {
        let place = self.place(at);
        self.notices.of(rule).fault(place, what, hint);
    }

    /// Appends `words` without what no page can show, which is reported once for the whole text.
    pub(super) fn clean_into(&mut self, text: &mut String, words: &str, at: usize) {
        for letter in words.chars() {
            if is_unprintable(letter) {
                self.control.get_or_insert(at);
            } else {
                text.push(letter);
            }
        }
    }

    /// Says once that control characters were dropped.
    pub(super) fn close(&mut self) {
        if let Some(at) = self.control {
            self.remark(at, "control characters that no page can show are left out", "");
        }
    }
}

/// Control characters (but tab and line feed), noncharacters, and controls of writing direction, which would
/// turn the rest of a line around when their partner is missing.
fn is_unprintable(letter: char) -> bool {
    matches!(letter, '\0'..='\u{8}' | '\u{B}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{FFFE}' | '\u{FFFF}')
        || matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}
