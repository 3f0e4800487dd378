//! A name as words: what is called before it and behind it left out, the family name last.

use super::Likeness;
use super::letters::Word;
use super::titles::{BEFORE, BEFORE_ANY, BEHIND, BEHIND_A_COMMA, COMMON, GENERATIONS, has};

/// A name, ready to be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its words; the family name is the last.
    words: Vec<Word>,
    /// Jr, Sr, III.
    generation: Option<String>,
}

impl Name {
    /// The words of a name as it is written.
    pub fn of(written: &str) -> Name {
        let mut generation = None;
        let parts = parts(written, &mut generation);
        // “Farooq, Dr. Hina”: what stands before the comma is the family name.
        let words = match parts.as_slice() {
            [family, given @ ..] => given.iter().flatten().chain(family).collect::<Vec<_>>(),
            [] => Vec::new(),
        };
        Name { words: words.into_iter().map(|word| Word::of(word)).collect(), generation }
    }

    /// How much two names are alike.
    pub fn likeness(&self, other: &Name) -> Likeness {
        let ([.., family], [.., other_family]) = (self.words.as_slice(), other.words.as_slice()) else {
            return Likeness::Different;
        };
        if self.generation != other.generation {
            return Likeness::Different;
        }
        if same_in_order(&self.words, &other.words) {
            return Likeness::Same;
        }
        // A name of one word is too little to be anybody's but its own.
        if self.words.len() < 2 || other.words.len() < 2 {
            return Likeness::Different;
        }
        let is_turned = self.is_turned(other);
        let is_alike = self.is_slip_of(other) || family.is(other_family) && self.is_short_of(other);
        if !is_alike && !is_turned {
            return Likeness::Different;
        }
        let is_common = |word: &Word| has(COMMON, &word.bare);
        // Hassan Ali and Ali Hassan are two people: given names are family names too where these names are common.
        if is_alike && (is_common(family) || is_common(other_family))
            || is_turned && self.words.iter().all(is_common)
        {
            return Likeness::Possible;
        }
        Likeness::Probable
    }

    /// How many of its words are initials.
    pub fn initials(&self) -> usize {
        self.words.iter().filter(|word| word.is_initial()).count()
    }

    /// Whether one has the initials of the other's given names, or has no middle initial where the other has one.
    fn is_short_of(&self, other: &Name) -> bool {
        let (one, two) = (&self.words[..self.words.len() - 1], &other.words[..other.words.len() - 1]);
        let (fewer, more) = if one.len() <= two.len() { (one, two) } else { (two, one) };
        let is_begun = fewer.iter().zip(more).all(|(one, two)| one.fits(two));
        let rest = &more[fewer.len()..];
        // A whole middle name more is another person: Muhammad Ali Khan is not Muhammad Khan. Behind two bare
        // initials it may be anybody.
        let is_firm = rest.is_empty() || fewer.iter().all(|word| !word.is_initial());
        is_begun && is_firm && rest.iter().all(Word::is_initial)
    }

    /// Whether the words are the same, the family name first in one of them.
    fn is_turned(&self, other: &Name) -> bool {
        let turned = |one: &[Word], two: &[Word]| {
            one.len() == two.len()
                && one.split_last().is_some_and(|(last, rest)| {
                    two.split_first()
                        .is_some_and(|(first, others)| last.is(first) && same_in_order(rest, others))
                })
        };
        turned(&self.words, &other.words) || turned(&other.words, &self.words)
    }

    /// Whether all words but one are the same, and that one differs by a slip of the pen.
    fn is_slip_of(&self, other: &Name) -> bool {
        const LEAST: usize = 10;
        if self.words.len() != other.words.len() {
            return false;
        }
        let mut differ = self.words.iter().zip(&other.words).filter(|(one, two)| !one.is(two));
        let (Some((one, two)), None) = (differ.next(), differ.next()) else { return false };
        let letters = |name: &Name| name.words.iter().map(|word| word.bare.chars().count()).sum::<usize>();
        one.is_slip_of(two) && letters(self).min(letters(other)) >= LEAST
    }
}

fn same_in_order(one: &[Word], two: &[Word]) -> bool {
    one.len() == two.len() && one.iter().zip(two).all(|(one, two)| one.is(two))
}

/// The words of the parts between commas that belong to the name.
fn parts(written: &str, generation: &mut Option<String>) -> Vec<Vec<String>> {
    let mut parts: Vec<Vec<String>> = Vec::new();
    let mut all = Vec::new();
    for part in written.split([',', '،']) {
        // “Hina Farooq, J.D.” has a degree, “Vance, J.D.” initials.
        let is_degree = parts.first().is_some_and(|first| first.len() > 1)
            && part.split_whitespace().all(|word| has(BEHIND, &letters(word)));
        let words = if is_degree { Vec::new() } else { words(part) };
        all.extend(words.iter().cloned());
        let words = bare(words, !parts.is_empty(), generation);
        if !words.is_empty() {
            parts.push(words);
        }
    }
    // Whoever is called only by a rank is called that.
    if parts.is_empty() && !all.is_empty() {
        parts.push(all);
    }
    parts
}

/// The words of a part without its brackets. Stops part initials, hyphens the halves of a name; an apostrophe does not.
fn words(part: &str) -> Vec<String> {
    let mut words = Vec::new();
    let all: Vec<&str> = part.split_whitespace().collect();
    for (index, word) in all.iter().enumerate() {
        let folded = word.to_lowercase();
        // “Ph.D.” behind a name is one word, “J.D.” before one are two.
        if index > 0 && all[index..].iter().all(|word| has(BEHIND, &letters(word))) {
            words.push(letters(word));
            continue;
        }
        let halves = folded.split(|letter: char| {
            matches!(letter, '.' | '-' | '\u{2010}' | '\u{2011}' | '(' | ')' | '[' | ']' | '·')
        });
        let halves = halves.map(|half| half.chars().filter(|l| !is_apostrophe(*l)).collect::<String>());
        words.extend(halves.filter(|half| half.chars().any(char::is_alphanumeric)));
    }
    words
}

/// The letters of a word, small, without what stands between them.
fn letters(word: &str) -> String {
    word.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | 'ʼ' | '`' | '"' | '“' | '”')
}

/// The words of a part without what stands before and behind a name.
fn bare(mut words: Vec<String>, is_behind_comma: bool, generation: &mut Option<String>) -> Vec<String> {
    while let Some(last) = words.last().filter(|last| has(GENERATIONS, last)) {
        *generation = Some(full_generation(last));
        words.pop();
    }
    let is_all = |words: &[String], list| words.iter().all(|word| has(list, word));
    if is_behind_comma && (is_all(&words, BEFORE) || is_all(&words, BEHIND)) {
        return Vec::new();
    }
    while words.len() > 1 {
        let titles = if words.len() > 2 || is_behind_comma { BEFORE } else { BEFORE_ANY };
        if !has(titles, &words[0]) {
            break;
        }
        words.remove(0);
    }
    let is_degree = |word: &String| has(BEHIND, word) && !has(BEHIND_A_COMMA, word);
    while words.len() > 2 && words.last().is_some_and(is_degree) {
        words.pop();
    }
    words
}

fn full_generation(word: &str) -> String {
    match word {
        "junior" => "jr",
        "senior" => "sr",
        other => other,
    }
    .to_string()
}

/// A name as it is printed, and its sort name where the printed name does not give it: “de la CRUZ, María” is printed
/// María de la Cruz. `None` for a name that is written in its usual order.
pub fn as_printed(written: &str) -> Option<(String, String)> {
    let (family, given) = written.split_once([',', '،'])?;
    let is_turned = !given.contains([',', '،']) && parts(written, &mut None).len() == 2;
    // “Hina Farooq, Lahore” is a name and a place.
    let is_family = family.split_whitespace().count() == 1
        || family.starts_with(char::is_lowercase)
        || !family.contains(char::is_lowercase);
    if !is_turned || !is_family {
        return None;
    }
    let (family, given) = (small(family.trim()), given.trim());
    let name = format!("{given} {family}");
    let sort_name = if family.contains(' ') { format!("{family}, {given}") } else { String::new() };
    Some((name, sort_name))
}

/// Words in capitals throughout, with one capital each.
fn small(words: &str) -> String {
    let word = |word: &str| {
        let is_shouted = word.chars().count() > 2 && word.chars().all(|l| !l.is_lowercase());
        let mut letters = word.chars();
        match letters.next().filter(|_| is_shouted) {
            Some(first) => first.to_string() + &letters.as_str().to_lowercase(),
            None => word.to_string(),
        }
    };
    words.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}
