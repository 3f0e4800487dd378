//! Which words of a sentence go with the contacts in it.

use super::spots::Spot;
use super::wording;
use crate::edition::people::contacts::ContactKind;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// A sentence with contacts.
pub(super) struct Sentence<'a> {
    pub(super) text: &'a str,
    pub(super) range: Range<usize>,
    /// The contacts in it.
    pub(super) spots: &'a [&'a Spot],
    /// The words of the person's names.
    pub(super) names: &'a [String],
}

/// A place where a clause may begin: what stands between it and the one before.
#[derive(Clone, Debug)]
struct Joint {
    range: Range<usize>,
    /// Whether it is “and”, by itself or behind a comma: what follows may share the subject.
    is_and: bool,
    /// Whether it is a comma and nothing else.
    is_comma: bool,
}

impl Sentence<'_> {
    /// Whether it says nothing but how to reach somebody.
    pub(super) fn says_only_contacts(&self) -> bool {
        self.is_of_contacts(&self.range) && !self.is_of_house(&self.range)
    }

    /// Whether a contact that stays in the sentence is the person's: the words before it say so.
    pub(super) fn is_about_person(&self, spot: &Spot) -> bool {
        if spot.is_house() || spot.is_words {
            return false;
        }
        let before = wording::words_of(&self.unspotted(&(self.range.start..spot.range.start)));
        let near = before.iter().rev().take_while(|word| wording::is_filler(word));
        let tweets = |word: &String| word.starts_with("tweet") || word == "twittert";
        near.into_iter().any(|word| wording::is_verb(word))
            || spot.kind != ContactKind::Site && before.iter().any(|word| wording::can_be_reached(word))
            || spot.kind == ContactKind::Handle && before.iter().any(tweets)
    }

    /// The clauses that say nothing but contacts and without which the sentence is a good one.
    pub(super) fn clauses(&self) -> Vec<Range<usize>> {
        let mut found = self.brackets();
        let clause = self.relative().or_else(|| self.tail()).or_else(|| self.lead());
        found.extend(clause.filter(|clause| {
            found.iter().all(|other| other.end <= clause.start || clause.end <= other.start)
        }));
        found
    }

    /// Whether words are about contacts only. A page on the web needs a word that says what it is: “She is at @college”
    /// names an employer. So does a name on a network, unless it stands alone or beside the person's name.
    fn is_of_contacts(&self, range: &Range<usize>) -> bool {
        let words = wording::words_of(&self.unspotted(range));
        let is_told = words.iter().any(|word| wording::is_verb(word) || wording::is_label(word));
        let is_bare = words.iter().all(|word| self.names.contains(word));
        let mut spots = self.spots_in(range).peekable();
        spots.peek().is_some()
            && wording::say_only_contacts(&words, self.names)
            && spots.all(|spot| match spot.kind {
                ContactKind::Email | ContactKind::Phone => true,
                ContactKind::Handle => is_told || is_bare,
                ContactKind::Site | ContactKind::Orcid | ContactKind::Isni => is_told,
            })
    }

    /// Whether a mailbox of a house is among the contacts, and nobody is named who could be reached there.
    fn is_of_house(&self, range: &Range<usize>) -> bool {
        let words = wording::words_of(&self.unspotted(range));
        let is_named = words.iter().any(|word| wording::is_person(word) || self.names.contains(word));
        !is_named && self.spots_in(range).any(Spot::is_house)
    }

    fn spots_in<'s>(&'s self, range: &Range<usize>) -> impl Iterator<Item = &'s Spot> {
        let range = range.clone();
        self.spots.iter().copied().filter(move |spot| range.contains(&spot.range.start))
    }

    /// The words without the contacts; words that are links stay.
    fn unspotted(&self, range: &Range<usize>) -> String {
        let mut words = String::with_capacity(range.len());
        let mut from = range.start;
        for spot in self.spots_in(range).filter(|spot| !spot.is_words) {
            words.push_str(self.text.get(from..spot.range.start).unwrap_or_default());
            words.push(' ');
            from = spot.range.end.min(range.end);
        }
        words.push_str(self.text.get(from..range.end).unwrap_or_default());
        words
    }

    /// Where the words end, before the stop.
    fn end(&self) -> usize {
        let words = &self.text[self.range.clone()];
        let last = self.spots.last().map_or(self.range.start, |spot| spot.range.end);
        let end = words.trim_end_matches(|letter: char| !letter.is_alphanumeric() && letter != ')').len();
        (self.range.start + end).max(last).min(self.range.end)
    }

    fn joints(&self) -> Vec<Joint> {
        static JOINT: LazyLock<Regex> = LazyLock::new(|| {
            let pattern =
                r"(?P<mark>\s*[,;،؛])?\s+(?P<and>(?:and|und|et|y|и|اور|&)\s+)|\s*[,;،؛]\s+|\s+[|·•–—]\s+";
            Regex::new(pattern).unwrap_or_else(|error| panic!("the pattern of joints is broken: {error}"))
        });
        let words = &self.text[self.range.clone()];
        let joints = JOINT.captures_iter(words).filter_map(|captures| {
            let all = captures.get(0)?;
            Some(Joint {
                range: self.range.start + all.start()..self.range.start + all.end(),
                is_and: captures.name("and").is_some(),
                is_comma: all.as_str().trim() == "," || all.as_str().trim() == "،",
            })
        });
        let is_inside = |joint: &Joint| {
            self.spots.iter().any(|s| s.range.start < joint.range.end && joint.range.start < s.range.end)
        };
        joints.filter(|joint| !is_inside(joint)).collect()
    }

    /// Whether what begins at `range` is a clause about contacts, behind a joint of this kind.
    fn is_clause(&self, joint: &Joint, range: &Range<usize>) -> bool {
        if !self.is_of_contacts(range) || self.is_of_house(range) {
            return false;
        }
        let words = wording::words_of(&self.unspotted(range));
        if words.iter().any(|word| wording::is_verb(word)) {
            // “A pilot by training, he tweets @name”: what is left would be no sentence.
            let has_subject = words.first().is_some_and(|word| wording::is_person(word) && word != "who");
            return !(joint.is_comma && has_subject);
        }
        !joint.is_and && self.is_labelled(range)
    }

    /// Whether it begins like “Twitter: @name” or “e-mail name@example.org”; of a page the colon tells.
    fn is_labelled(&self, range: &Range<usize>) -> bool {
        let Some(first) = self.spots_in(range).next() else { return false };
        let before = &self.text[range.start..first.range.start.max(range.start)];
        let words = wording::words_of(before);
        let has_colon = before.trim_end().ends_with([':', '：']);
        !first.is_words
            && (1..=4).contains(&words.len())
            && words.iter().all(|word| wording::is_filler(word))
            && wording::is_label(&words[0])
            && (has_colon || first.kind != ContactKind::Site)
    }

    /// “… is a lawyer and tweets @name”: from the joint to the stop.
    fn tail(&self) -> Option<Range<usize>> {
        let end = self.end();
        self.joints().into_iter().find_map(|joint| {
            let is_good =
                self.is_clause(&joint, &(joint.range.end..end)) && self.is_sentence(joint.range.start);
            is_good.then_some(joint.range.start..end)
        })
    }

    /// Whether the sentence up to a place is one by itself.
    fn is_sentence(&self, end: usize) -> bool {
        let words = wording::words_of(&self.text[self.range.start..end]);
        words.len() >= 2 && !words.iter().any(|word| wording::wants_more(word))
    }

    /// “The writer, who tweets @name, is a lawyer”: with both commas.
    fn relative(&self) -> Option<Range<usize>> {
        let joints = self.joints();
        joints.iter().zip(joints.iter().skip(1)).find_map(|(open, close)| {
            let inside = open.range.end..close.range.start;
            let words = wording::words_of(self.text.get(inside.clone())?);
            let is_relative = matches!(words.first()?.as_str(), "who" | "qui" | "quien")
                && words.iter().any(|word| wording::is_verb(word))
                && self.is_of_contacts(&inside)
                && !self.is_of_house(&inside);
            // A space stays between the halves.
            let space = self.text[close.range.clone()].chars().next_back().map_or(0, char::len_utf8);
            (open.is_comma && close.is_comma && is_relative)
                .then(|| open.range.start..close.range.end - space)
        })
    }

    /// “She tweets @name and is a lawyer”: behind the subject, up to where it goes on.
    fn lead(&self) -> Option<Range<usize>> {
        let joint = self.joints().into_iter().find(|joint| joint.is_and)?;
        let head = self.range.start..joint.range.start;
        let words = wording::words_of(&self.unspotted(&head));
        let next = wording::words_of(&self.text[joint.range.end..self.range.end]).into_iter().next()?;
        if !self.is_of_contacts(&head)
            || self.is_of_house(&head)
            || !wording::goes_on(&next)
            || !words.iter().any(|word| wording::is_verb(word))
        {
            return None;
        }
        let mut start = self.range.start;
        for word in self.text[head].split_inclusive(' ') {
            let bare = wording::words_of(word);
            let is_subject = |word: &String| {
                wording::is_person(word)
                    || self.names.contains(word)
                    || matches!(word.as_str(), "the" | "this")
            };
            if bare.is_empty() || !bare.iter().all(is_subject) {
                break;
            }
            start += word.len();
        }
        (start > self.range.start).then_some(start..joint.range.end)
    }

    /// “Ann Lee (@annlee) teaches law”: brackets behind the name, or with a label behind a word that is no name.
    fn brackets(&self) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let words = &self.text[self.range.clone()];
        for (open, _) in words.match_indices('(').filter(|(open, _)| *open > 0) {
            let Some(close) = words[open..].find(')').map(|close| open + close) else { break };
            let inside = self.range.start + open + 1..self.range.start + close;
            let before = words[..open].trim_end();
            let last = before.rsplit(char::is_whitespace).next().unwrap_or_default();
            let told = wording::words_of(&self.unspotted(&inside));
            let is_told = told.iter().any(|word| wording::is_label(word) || wording::is_verb(word));
            let is_behind_name = wording::words_of(last).last().is_some_and(|word| self.names.contains(word));
            let is_behind_word = is_told && last.chars().all(char::is_lowercase);
            if self.is_of_contacts(&inside)
                && (is_behind_name || is_behind_word)
                && !self.spots_in(&inside).any(Spot::is_house)
            {
                found.push(self.range.start + before.len()..self.range.start + close + 1);
            }
        }
        found
    }
}

/// Whether a paragraph begins with the names of several people.
pub(super) fn names_several(text: &str) -> bool {
    static SEVERAL: LazyLock<Regex> = LazyLock::new(|| {
        let pattern = r"^(?:\p{Lu}[\pL.’'-]*\s+){1,4}(?:&|and|und|et|y|и)\s+\p{Lu}";
        Regex::new(pattern).unwrap_or_else(|error| panic!("the pattern of names is broken: {error}"))
    });
    SEVERAL.is_match(text)
}

/// Whether a sentence is about those who were named before it, if they are several.
pub(super) fn has_plural(sentence: &str) -> bool {
    const PLURAL: &[&str] =
        &["they", "them", "their", "ihnen", "ihre", "ils", "elles", "leur", "ellos", "ellas"];
    wording::words_of(sentence).iter().any(|word| PLURAL.contains(&&**word))
}
