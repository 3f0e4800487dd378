//! What an editor is told of a paragraph: wishes that can't be met, words that no line has room for.

use super::Builder;
use crate::notice::{Rule, counted};
use crate::text::SetParagraph;
use std::ops::Range;

impl Builder<'_, '_> {
    /// Says so when a word has no room on any line.
    pub(super) fn tell_of_broken_word(&mut self, set: &SetParagraph, source: &Range<usize>) {
        if let Some(word) = set.broken_word() {
            let start: String = word.chars().take(30).collect();
            let what = format!("a word is wider than the line and broken where it ends: “{start}…”");
            let hint = "put soft hyphens (&shy;) where it may be divided, or shorten it";
            let place = self.desk.place(source);
            self.desk.notices.of(Rule::BrokenWord).doubt(place, what, hint);
        }
    }

    /// Says so when a paragraph can't be bent as far as the editor wants it.
    pub(super) fn tell_of_unmet_wish(&mut self, set: &SetParagraph, source: &Range<usize>) {
        let (wish, unmet) = (set.content().bend, set.unbent);
        if unmet == 0 {
            return;
        }
        let lines = |count: i8| counted(usize::from(count.unsigned_abs()), "line");
        let (kind, way) = if wish < 0 { ("fewer", "cut a few words") } else { ("more", "add a few words") };
        let what = format!("the paragraph can't be set in {} {kind}", lines(wish));
        let got = if wish == unmet {
            "it is set as if nothing were asked for".into()
        } else {
            format!("{} is all it gives", lines(wish - unmet))
        };
        let hint = format!("{got}: {way}, or change {{lines={wish:+}}}");
        let place = self.desk.place(source);
        self.desk.notices.of(Rule::UnmetWish).doubt(place, what, hint);
    }
}
