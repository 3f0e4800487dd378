//! Shaping: text becomes glyphs. The shaper lives here and nowhere else.

use super::hyphenate::Divisions;
use super::kept::Kept;
use super::runs::TextRun;
use super::small_caps;
use crate::design::{Caps, Figures, TextStyle};
use crate::fonts::Face;
use crate::units::Length;
use harfrust::{
    Buffer, BufferFlags, Direction, Feature, Language, Script, ShapeOptions, ShapePlan, ShaperFont, Tag,
};
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::Arc;

/// Glyphs, one array a property; lengths in 1/1024 pt at the run's size, tracking included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Glyphs {
    pub(super) id: Vec<u16>,
    /// Byte of the text at which the glyph's cluster begins.
    pub(super) cluster: Vec<u32>,
    pub(super) advance: Vec<i32>,
    pub(super) dx: Vec<i32>,
    pub(super) dy: Vec<i32>,
    /// Whether the text before this glyph, set alone, might look different.
    pub(super) unsafe_before: Vec<bool>,
}

impl Glyphs {
    pub(super) fn len(&self) -> usize {
        self.id.len()
    }

    pub(super) fn width(&self) -> i32 {
        self.advance.iter().sum()
    }

    /// Makes room for so many more.
    pub(super) fn reserve(&mut self, more: usize) {
        self.id.reserve(more);
        self.cluster.reserve(more);
        self.advance.reserve(more);
        self.dx.reserve(more);
        self.dy.reserve(more);
        self.unsafe_before.reserve(more);
    }

    /// Puts some of other glyphs behind these, their clusters later by `base`.
    pub(super) fn append(&mut self, more: &Glyphs, range: Range<usize>, base: u32) {
        let range = range.start.min(more.len())..range.end.min(more.len());
        self.id.extend_from_slice(&more.id[range.clone()]);
        self.cluster.extend(more.cluster[range.clone()].iter().map(|cluster| cluster + base));
        self.advance.extend_from_slice(&more.advance[range.clone()]);
        self.dx.extend_from_slice(&more.dx[range.clone()]);
        self.dy.extend_from_slice(&more.dy[range.clone()]);
        self.unsafe_before.extend_from_slice(&more.unsafe_before[range]);
    }
}

/// A shaped paragraph: its runs, and the glyphs of each (in visual order inside a run).
#[derive(Clone, Debug, Default)]
pub(super) struct Shaped {
    pub(super) runs: Vec<TextRun>,
    pub(super) glyphs: Vec<Glyphs>,
}

/// The shaper with what it has learnt: one a thread.
#[derive(Default)]
pub struct Shaper {
    buffer: Buffer,
    plans: FxHashMap<PlanKey, Arc<Plan>>,
    fragments: Kept<FragmentStyle, Arc<Glyphs>>,
    /// Whether two letters with a space between them look the same together as apart: plan, last and first letter.
    pub(super) neighbours: FxHashMap<(u32, char, char), bool>,
    /// Where words may be divided.
    pub(super) divisions: Divisions,
}

/// The plan's number, size and tracking.
type FragmentStyle = (u32, i32, i16);

/// What a plan depends on.
#[derive(Clone, PartialEq, Eq, Hash)]
struct PlanKey {
    face: u64,
    script: unicode_script::Script,
    right_to_left: bool,
    language: crate::edition::language::Language,
    features: FeatureKey,
}

type FeatureKey = (Caps, Figures, bool);

pub(super) struct Plan {
    plan: ShapePlan,
    features: Vec<Feature>,
    /// Counts plans, so that a fragment's key is small.
    pub(super) number: u32,
}

impl Shaper {
    /// A shaper that knows nothing yet.
    pub fn new() -> Shaper {
        Shaper::default()
    }

    /// Shapes all runs of a paragraph.
    pub(super) fn paragraph(&mut self, text: &str, runs: Vec<TextRun>) -> Shaped {
        let glyphs = runs.iter().map(|run| self.run(text, run)).collect();
        Shaped { runs, glyphs }
    }

    /// Shapes `range` of the text as part of `run`, with nothing around it.
    pub(super) fn shape(&mut self, text: &str, run: &TextRun, range: Range<usize>) -> Glyphs {
        let plan = self.plan(run);
        self.buffer.clear();
        self.buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES);
        for (offset, letter) in text[range.clone()].char_indices() {
            add(&mut self.buffer, letter, run, range.start + offset);
        }
        self.shaped(run, &plan)
    }

    /// The glyphs of a fragment with nothing around it, from the cache. Clusters count from the fragment's start.
    pub(super) fn fragment(&mut self, run: &TextRun, text: &str) -> Arc<Glyphs> {
        let plan = self.plan(run);
        self.fragment_by(&plan, run, text)
    }

    /// The same by the plan of the run.
    pub(super) fn fragment_by(&mut self, plan: &Plan, run: &TextRun, text: &str) -> Arc<Glyphs> {
        let style = (plan.number, run.style.size.0, run.style.tracking);
        if let Some(glyphs) = self.fragments.get(&style, text) {
            return glyphs;
        }
        self.buffer.clear();
        self.buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES);
        for (at, letter) in text.char_indices() {
            add(&mut self.buffer, letter, run, at);
        }
        let glyphs = Arc::new(self.shaped(run, plan));
        self.fragments.keep(style, text, glyphs.clone());
        glyphs
    }

    /// The bytes of `range` before which a joint of letters may be drawn longer.
    pub(super) fn joints(&mut self, text: &str, run: &TextRun, range: Range<usize>) -> Vec<usize> {
        let plan = self.plan(run);
        self.buffer.clear();
        self.buffer
            .set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES | BufferFlags::PRODUCE_SAFE_TO_INSERT_TATWEEL);
        for (offset, letter) in text[range.clone()].char_indices() {
            add(&mut self.buffer, letter, run, range.start + offset);
        }
        self.shaped(run, &plan);
        let infos = self.buffer.glyph_infos().iter();
        let mut joints: Vec<usize> =
            infos.filter(|info| info.safe_to_insert_tatweel()).map(|info| info.cluster as usize).collect();
        joints.sort_unstable();
        joints.dedup();
        joints
    }

    /// Shapes `range` with tatweels before some of its bytes; they belong to the letter before them.
    pub(super) fn elongated(
        &mut self,
        text: &str,
        run: &TextRun,
        range: Range<usize>,
        tatweels: &[(usize, usize)],
    ) -> Glyphs {
        let plan = self.plan(run);
        self.buffer.clear();
        self.buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES);
        let mut cluster = range.start;
        for (offset, letter) in text[range.clone()].char_indices() {
            let at = range.start + offset;
            let times = tatweels.iter().find(|(before, _)| *before == at).map_or(0, |(_, times)| *times);
            for _ in 0..times {
                self.buffer.push(0x640, cluster as u32);
            }
            add(&mut self.buffer, letter, run, at);
            cluster = at;
        }
        self.shaped(run, &plan)
    }

    fn shaped(&mut self, run: &TextRun, plan: &Plan) -> Glyphs {
        self.buffer.set_direction(plan.plan.direction());
        self.buffer.set_script(plan.plan.script());
        self.buffer.set_language(plan.plan.language().cloned());
        let font = ShaperFont::new(&run.face.font);
        let options = ShapeOptions::new().plan(Some(&plan.plan)).features(&plan.features);
        let mut glyphs = Glyphs::default();
        if harfrust::shape(&font, &mut self.buffer, options).is_err() {
            return glyphs;
        }
        let infos = self.buffer.glyph_infos();
        glyphs.id.reserve(infos.len());
        glyphs.cluster.reserve(infos.len());
        glyphs.advance.reserve(infos.len());
        let scale = |units: i32| run.face.at(units, run.style.size).0;
        let tracking = run.style.size.scale(f64::from(run.style.tracking) / 1000.0).0;
        for (info, position) in infos.iter().zip(self.buffer.glyph_positions()) {
            glyphs.id.push(info.glyph_id as u16);
            glyphs.cluster.push(info.cluster);
            let tracked = if position.x_advance == 0 { 0 } else { tracking };
            glyphs.advance.push(scale(position.x_advance) + tracked);
            glyphs.dx.push(scale(position.x_offset));
            glyphs.dy.push(scale(position.y_offset));
            glyphs.unsafe_before.push(info.unsafe_to_break());
        }
        glyphs
    }

    /// How a run is shaped.
    pub(super) fn plan(&mut self, run: &TextRun) -> Arc<Plan> {
        let key = PlanKey {
            face: run.face.key,
            script: run.script,
            right_to_left: run.level % 2 == 1,
            language: run.language,
            features: (run.style.caps, run.style.figures, run.style.tracking != 0),
        };
        if let Some(plan) = self.plans.get(&key) {
            return plan.clone();
        }
        let features = features(&run.style, &run.face);
        let direction = if key.right_to_left { Direction::RightToLeft } else { Direction::LeftToRight };
        let script = script(run.script);
        let language = Language::new(run.language.tag());
        let plan = ShapePlan::new(&run.face.font, direction, script, language.as_ref(), &features);
        let plan = Arc::new(Plan { plan, features, number: self.plans.len() as u32 });
        self.plans.insert(key, plan.clone());
        plan
    }
}

impl std::fmt::Debug for Shaper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Shaper({} plans, {} fragments)", self.plans.len(), self.fragments.count())
    }
}

/// Puts what is drawn for a character into the buffer.
fn add(buffer: &mut Buffer, letter: char, run: &TextRun, cluster: usize) {
    if run.style.caps == Caps::Reduced {
        small_caps::capitals(letter, run).for_each(|capital| buffer.push(capital as u32, cluster as u32));
    } else {
        buffer.push(drawn(letter, run) as u32, cluster as u32);
    }
}

/// The character drawn for a character: a line break that was asked for is never drawn, but as a space it keeps
/// clusters apart; a narrow space that the face lacks is a space, made narrow afterwards.
fn drawn(letter: char, run: &TextRun) -> char {
    match letter {
        '\n' => ' ',
        '\u{202f}' if !run.face.has(letter) => ' ',
        other => other,
    }
}

/// The OpenType script of a Unicode script; `None` lets the shaper use the font's default.
fn script(script: unicode_script::Script) -> Option<Script> {
    use unicode_script::Script as S;
    if matches!(script, S::Common | S::Inherited | S::Unknown) {
        return Script::from_iso15924_tag(Tag::new(b"Latn"));
    }
    let name = script.short_name().as_bytes();
    Script::from_iso15924_tag(Tag::new(&[name[0], name[1], name[2], name[3]]))
}

fn features(style: &TextStyle, face: &Face) -> Vec<Feature> {
    let mut list = Vec::new();
    let mut on = |tag: &[u8; 4], value: u32| list.push(Feature::new(Tag::new(tag), value, ..));
    if matches!(style.caps, Caps::Small | Caps::AllSmall) && face.has_feature(b"smcp") {
        on(b"smcp", 1);
        if style.caps == Caps::AllSmall {
            on(b"c2sc", 1);
        }
    }
    match style.figures {
        Figures::OldStyle => on(b"onum", 1),
        Figures::Lining => on(b"lnum", 1),
        Figures::Tabular => {
            on(b"lnum", 1);
            on(b"tnum", 1);
        }
    }
    if style.tracking != 0 {
        // Letters set apart must not be tied together.
        on(b"liga", 0);
        on(b"clig", 0);
    }
    list
}

impl Shaped {
    /// The size of most of the text: an initial is larger, the mark of a note smaller.
    pub(super) fn size(&self) -> Length {
        let longest = self.runs.iter().rev().max_by_key(|run| run.range.len());
        longest.map_or(Length::pt(10.0), |run| run.style.size)
    }
}
