//! A paragraph becomes lines.
//!
//! In: [`Content`], a string with styles over its ranges, and a [`Measure`], how wide its lines may be. Out: a
//! [`SetParagraph`], the best way to set it in every number of lines that is within reach; the page pass chooses
//! one and [`SetParagraph::lines`] places the glyphs.
//!
//! ```text
//! content ─► runs ─► shape once ─► prefix sums ─► breaks (+tail, +head) ─► total fit ─► lines
//! ```

mod bidi;
mod breaks;
mod finish;
mod fit;
mod hyphenate;
mod kashida;
mod kept;
pub mod line;
mod nobreak;
mod runs;
mod segments;
mod shape;
pub mod small_caps;
mod spacing;
mod words;

use crate::design::{Align, Justification, TextStyle};
use crate::edition::language::Language;
use crate::fonts::Fonts;
use crate::units::Length;
use line::{Anchor, Line};
pub use shape::Shaper;
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

/// What to set: a string, and what its ranges look like and do.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Content {
    /// The words; `'\n'` is a line break that was asked for.
    pub text: Arc<str>,
    /// Styles and languages over ranges of bytes, in order, covering the whole text.
    pub spans: Vec<Span>,
    /// What ranges do; they may overlap.
    pub anchors: Vec<(Range<u32>, Anchor)>,
    /// The language of the paragraph: its direction.
    pub language: Language,
    /// How many lines more or, below zero, fewer than suit it best it is wanted in.
    pub bend: i8,
}

/// A range of text in one style.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// How it looks.
    pub style: TextStyle,
    /// Its language.
    pub language: Language,
}

/// The words with a space for every tab and other sign that nothing draws; each is a byte long, so that places stay.
pub fn drawable(text: Arc<str>) -> Arc<str> {
    if text.bytes().all(|byte| byte == b'\n' || !byte.is_ascii_control()) {
        return text;
    }
    let is_drawn = |letter: char| letter == '\n' || !letter.is_ascii_control();
    text.chars().map(|letter| if is_drawn(letter) { letter } else { ' ' }).collect::<String>().into()
}

impl Content {
    /// A string in one style.
    pub fn plain(text: impl Into<Arc<str>>, style: TextStyle, language: Language) -> Content {
        let text = text.into();
        let spans = vec![Span { start: 0, end: text.len() as u32, style, language }];
        let text = drawable(text);
        Content { text, spans, anchors: Vec::new(), bend: 0, language }
    }
}

/// How wide lines may be, and how they fill it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Measure {
    /// Width of the lines.
    pub width: Length,
    /// How much later the first line begins; negative hangs.
    pub first_indent: Length,
    /// Lines beside an initial, and how much later they begin.
    pub notch: Option<(u16, Length)>,
    /// How the lines fill their width.
    pub align: Align,
    /// Whether words are divided.
    pub hyphenate: bool,
    /// How far justified lines may bend.
    pub justification: Justification,
}

impl Measure {
    /// Lines of this width, filled like this.
    pub fn new(width: Length, align: Align) -> Measure {
        let (first_indent, justification) = (Length::ZERO, Justification::default());
        Measure { width, first_indent, notch: None, align, hyphenate: false, justification }
    }

    /// How much later line `line` (from 0) begins.
    fn indent(&self, line: u16) -> Length {
        let notch = self.notch.filter(|(lines, _)| line < *lines).map_or(Length::ZERO, |(_, width)| width);
        notch + if line == 0 { self.first_indent } else { Length::ZERO }
    }

    /// The width that line `line` has to fill.
    fn room(&self, line: u16) -> Length {
        self.width - self.indent(line)
    }
}

/// The placed lines of one choice.
type Lines = Arc<[Arc<Line>]>;

/// A paragraph with the best way to set it in each number of lines that is within reach.
#[derive(Debug)]
pub struct SetParagraph {
    content: Content,
    measure: Measure,
    shaped: shape::Shaped,
    solutions: Vec<fit::Solution>,
    built: Mutex<Vec<Option<Lines>>>,
    /// How many of the lines more or fewer that were asked for it can't be bent by.
    pub unbent: i8,
    /// Characters that no font has, with their bytes.
    pub missing: Vec<(usize, char)>,
    /// Faces that lack small capitals which the text asks for.
    pub lacking: Vec<small_caps::Lacking>,
}

impl SetParagraph {
    /// The paragraph as one line.
    fn whole(
        content: &Content,
        measure: &Measure,
        shaped: shape::Shaped,
        shaper: &mut Shaper,
    ) -> SetParagraph {
        let solution = fit::Solution::whole(breaks::end(content, measure, &shaped, shaper));
        let (solutions, built) = (vec![solution], Mutex::new(vec![None]));
        SetParagraph {
            content: content.clone(),
            measure: *measure,
            shaped,
            solutions,
            built,
            unbent: 0,
            missing: Vec::new(),
            lacking: Vec::new(),
        }
    }

    /// The choices: number of lines, and how much worse than the best one. By number of lines; at least one.
    pub fn variants(&self) -> impl ExactSizeIterator<Item = (u32, f64)> + '_ {
        let best = self.solutions.iter().map(|s| s.demerits).fold(f64::INFINITY, f64::min);
        self.solutions.iter().map(move |s| (s.breaks.len() as u32, s.demerits - best))
    }

    /// How many lines a choice has.
    pub fn rows(&self, variant: usize) -> u32 {
        self.solutions[variant].breaks.len() as u32
    }

    /// The choice that looks best.
    pub fn best(&self) -> usize {
        self.variants().enumerate().min_by(|(_, a), (_, b)| a.1.total_cmp(&b.1)).map_or(0, |(index, _)| index)
    }

    /// The bytes at which the lines of a choice end.
    pub fn line_ends(&self, variant: usize) -> impl Iterator<Item = u32> + '_ {
        self.solutions[variant].breaks.iter().map(|b| b.at)
    }

    /// Whether its lines fill their measure.
    pub fn is_justified(&self) -> bool {
        self.measure.align == Align::Justified
    }

    /// Whether a line of a choice ends inside a word.
    pub fn is_divided(&self, variant: usize, line: usize) -> bool {
        self.solutions[variant].breaks.get(line).is_some_and(|b| b.kind == breaks::BreakKind::Hyphen)
    }

    /// The first word that is broken just anywhere because no line has room for it.
    pub fn broken_word(&self) -> Option<&str> {
        let broken = self.solutions[self.best()].breaks.iter().find(|b| b.is_anywhere())?;
        let (before, after) = self.content.text.split_at_checked(broken.at as usize)?;
        let start = before.rfind(char::is_whitespace).map_or(0, |space| space + 1);
        let end = after.find(char::is_whitespace).unwrap_or(after.len());
        self.content.text.get(start..before.len() + end).map(str::trim)
    }

    /// What was set.
    pub fn content(&self) -> &Content {
        &self.content
    }

    /// The lines of a choice, placed; built once.
    pub fn lines(&self, variant: usize, shaper: &mut Shaper) -> Lines {
        let mut built = self.built.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(lines) = &built[variant] {
            return lines.clone();
        }
        let lines =
            finish::lines(&self.content, &self.measure, &self.shaped, &self.solutions[variant], shaper);
        let lines: Lines = lines.into_iter().map(Arc::new).collect();
        built[variant] = Some(lines.clone());
        lines
    }
}

/// A paragraph as glyphs, the characters that no font has, and the faces that lack small capitals it asks for.
fn shaped(
    content: &Content,
    fonts: &Fonts,
    shaper: &mut Shaper,
) -> (shape::Shaped, Vec<(usize, char)>, Vec<small_caps::Lacking>) {
    let (mut missing, mut lacking) = (Vec::new(), Vec::new());
    let runs = runs::itemise(content, fonts, &mut missing);
    let runs = small_caps::reduce(&content.text, runs, shaper, &mut lacking);
    let mut shaped = shaper.paragraph(&content.text, runs);
    spacing::adjust(content, &mut shaped);
    (shaped, missing, lacking)
}

/// Sets a paragraph. An empty one gives one empty line.
pub fn set(content: &Content, measure: &Measure, fonts: &Fonts, shaper: &mut Shaper) -> SetParagraph {
    let (shaped, missing, lacking) = shaped(content, fonts, shaper);
    let breaks = breaks::candidates(content, measure, &shaped, shaper);
    let mut solutions = fit::total_fit(&breaks, measure, &fit::Prices::of(measure, breaks.em));
    let (mut measure, mut unbent) = (*measure, 0);
    if content.bend != 0
        && let Some(bent) = fit::bent(&breaks, &measure, &solutions, content.bend)
    {
        (solutions, measure, unbent) = (vec![bent.solution], bent.measure, bent.unmet);
    }
    let built = Mutex::new(vec![None; solutions.len()]);
    SetParagraph { content: content.clone(), measure, shaped, solutions, built, unbent, missing, lacking }
}

/// Sets what must stand on one line, such as a running head; cut with care by the caller where it is too long.
pub fn set_line(
    content: &Content,
    width: Length,
    align: Align,
    fonts: &Fonts,
    shaper: &mut Shaper,
) -> Arc<Line> {
    let wide = Measure::new(Length::pt(20_000.0), Align::Start);
    let (shaped, ..) = shaped(content, fonts, shaper);
    let set = SetParagraph::whole(content, &wide, shaped, shaper);
    let mut line = set
        .lines(set.best(), shaper)
        .first()
        .map(|line| (**line).clone())
        .unwrap_or_else(|| finish::empty(content));
    line.start = match align {
        Align::Justified | Align::Start => Length::ZERO,
        Align::Centre => (width - line.width) / 2,
        Align::End => width - line.width,
    };
    Arc::new(line)
}

/// How much of a sign at the start of a justified line stands in the margin, as a share of its width.
pub fn hanging_share(sign: char) -> f64 {
    f64::from(breaks::left_hang(sign))
}

/// The identity of a paragraph and its measure: equal keys are set alike.
pub fn key(content: &Content, measure: &Measure) -> u128 {
    use siphasher::sip128::Hasher128;
    let mut hasher = siphasher::sip128::SipHasher13::new();
    content.hash(&mut hasher);
    measure.hash(&mut hasher);
    let _ = hasher.finish();
    hasher.finish128().as_u128()
}
