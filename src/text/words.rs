//! Runs shaped word by word: a book has few words and says them often.
//!
//! It is done where it gives the very glyphs that the whole run would: in the bundled fonts, whose tables reach across a
//! space from one letter to the next and no farther (the test below), and between letters of which that has been tried.

use super::fit::has_loose_letters;
use super::runs::TextRun;
use super::shape::{Glyphs, Plan, Shaper};
use crate::fonts::face::FontBytes;
use std::ops::Range;
use unicode_normalization::char::is_combining_mark;

/// Longer stretches, such as addresses, are hardly said twice.
const LONGEST: usize = 80;

impl Shaper {
    /// The glyphs of a run.
    pub(super) fn run(&mut self, text: &str, run: &TextRun) -> Glyphs {
        if !is_known(run) {
            return self.shape(text, run, run.range.clone());
        }
        let plan = self.plan(run);
        let mut glyphs = Glyphs::default();
        glyphs.reserve(run.range.len());
        let mut from = run.range.start;
        let mut end = from;
        for word in text[run.range.clone()].split_inclusive(' ') {
            if end > from && self.part_at(&plan, run, &text[from..], end - from) {
                self.stretch(&plan, run, text, from..end, &mut glyphs);
                from = end;
            }
            end += word.len();
        }
        self.stretch(&plan, run, text, from..end, &mut glyphs);
        glyphs
    }

    fn stretch(&mut self, plan: &Plan, run: &TextRun, text: &str, range: Range<usize>, glyphs: &mut Glyphs) {
        if range.len() > LONGEST {
            glyphs.append(&self.shape(text, run, range), 0..usize::MAX, 0);
        } else {
            let base = range.start as u32;
            glyphs.append(&self.fragment_by(plan, run, &text[range]), 0..usize::MAX, base);
        }
    }

    /// Whether what stands before byte `at` of a stretch, a space at its end, and what follows look the same together as
    /// apart.
    fn part_at(&mut self, plan: &Plan, run: &TextRun, stretch: &str, at: usize) -> bool {
        let mut before = stretch[..at].chars().rev().skip(1);
        let mut after = stretch[at..].chars();
        let (Some(last), Some(first)) = (before.next(), after.next()) else { return false };
        // A mark changes the letter that it stands on, and what has no form of its own may change any.
        let stands_alone = |letter: char| letter.is_alphanumeric() && !is_combining_mark(letter);
        let is_plain = |letter: char| stands_alone(letter) || is_sign(letter);
        if !is_plain(last)
            || !is_plain(first)
            || after.next().is_some_and(|next| !is_plain(next) && next != ' ')
        {
            return false;
        }
        self.neighbours(plan, run, last, first)
    }

    /// Whether two letters with a space between them look the same together as apart; tried once.
    fn neighbours(&mut self, plan: &Plan, run: &TextRun, last: char, first: char) -> bool {
        let key = (plan.number, last, first);
        if let Some(known) = self.neighbours.get(&key) {
            return *known;
        }
        let left = format!("{last} ");
        let mut apart = (*self.fragment_by(plan, run, &left)).clone();
        apart.append(&self.fragment_by(plan, run, &first.to_string()), 0..usize::MAX, left.len() as u32);
        let together = self.fragment_by(plan, run, &format!("{left}{first}"));
        let same = apart == *together;
        self.neighbours.insert(key, same);
        same
    }
}

/// Whether the font and the script of a run have been tried.
fn is_known(run: &TextRun) -> bool {
    matches!(run.face.bytes, FontBytes::Bundled(_)) && has_loose_letters(run)
}

/// Signs that stand at the edges of words.
fn is_sign(letter: char) -> bool {
    letter.is_ascii_punctuation()
        || matches!(letter, '\u{2010}'..='\u{2027}' | '«' | '»' | '‹' | '›' | '¿' | '¡')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{Caps, Figures, TextStyle};
    use crate::edition::language::Language;
    use crate::fonts::{FamilyName, Fonts};
    use crate::text::{Content, runs};
    use crate::units::Length;

    /// Words with what fonts like to change: ligatures, figures, capitals, quotation marks, and the letters that they
    /// set closer to a space.
    const TEXTS: [(&str, &str); 5] = [
        (
            "en",
            "“Office” of the affluent fjord: To VAT, AWAY! Quoth he—“1,234 flying offices” – ‘Tis a fee (of 50%) for Taft. \
             VA TA f, f. ff ffi Th The T. fi jr. q. J. fly; A “V” W, Y. -- [x] {y} /z/ *a* #1 & Co. Q: A? r, v. w; y! “” ’’ ‘",
        ),
        ("de", "„Größe“ für Käufer: Straße, ÄÖÜ, Auflage, Schifffahrt, Tür. »Ja«, ›nein‹; 3½ × 10²"),
        ("fr", "L’été à Œuvre, ça et là ; « Oui » ! ÇÀ où ? Île-de-France, fi — fl"),
        ("ru", "«Хлеб», — сказал он. ГУЛАГ. Т. Г. Ф. У, А; щи да Ёж"),
        ("el", "Το φως. «Αθήνα» και ΤΑ ΑΥ, Έ. ποτέ; ρ, τ· ύ."),
    ];

    #[test]
    fn words_look_the_same_alone_and_in_their_run() {
        let fonts = Fonts::bundled();
        let families =
            [FamilyName::EbGaramond, FamilyName::Alegreya, FamilyName::AlegreyaSans, FamilyName::Literata];
        let mut shaper = Shaper::new();
        for family in families {
            for (bold, italic) in [(false, false), (false, true), (true, false), (true, true)] {
                for (caps, tracking) in [(Caps::Normal, 0), (Caps::Small, 0), (Caps::AllSmall, 40)] {
                    for figures in [Figures::OldStyle, Figures::Lining, Figures::Tabular] {
                        let plain = TextStyle::new(family, Length::pt(11.0));
                        let style = TextStyle { bold, italic, caps, figures, tracking, ..plain };
                        for (language, text) in TEXTS {
                            let language = Language::parse(language).expect("a tag");
                            let content = Content::plain(text, style, language);
                            for run in runs::itemise(&content, &fonts, &mut Vec::new()) {
                                let whole = shaper.shape(text, &run, run.range.clone());
                                let by_words = shaper.run(text, &run);
                                assert!(whole == by_words, "{style:?}: {}", &text[run.range.clone()]);
                            }
                        }
                    }
                }
            }
        }
        assert!(shaper.neighbours.values().any(|apart| *apart), "nothing was shaped by words");
    }
}
