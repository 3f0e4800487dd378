//! Parting: chapters find their pages one after the other, because where one ends decides where the next begins.

use super::chapter::{Chapter, Kind, Section};
use crate::design::Design;
use crate::edition::design_settings::Opener;
use crate::page::{self, Ending, Opening, Plan, Prepared, Studio};
use crate::units::{Length, Side};
use std::sync::Arc;

/// So many ways a piece was parted are remembered: a page more before it turns it to the other side, and back.
const REMEMBERED: usize = 2;

/// A chapter on its way.
pub(super) struct Job {
    pub(super) key: Option<u128>,
    pub(super) prepared: Arc<Prepared>,
    /// How it was parted, the newest first.
    pub(super) parted: Vec<Parted>,
}

/// A chapter parted into pages, and the pages when they were made.
#[derive(Clone, Debug)]
pub(super) struct Parted {
    opening: Opening,
    plan: Arc<Plan>,
    /// The pages, and how much higher the notes of the last one stand than they would.
    placed: Option<(Length, Arc<page::Chapter>)>,
}

/// Where a chapter stands in the book.
#[derive(Debug)]
pub(super) struct Stand {
    /// Index of its first sheet.
    pub(super) first: usize,
    /// How far down that sheet the chapter before reaches, where the two share it.
    pub(super) below: Option<Length>,
    /// Index of its last sheet; of the one before its first where it has none.
    last: usize,
    /// Lines of the grid that its last page may fill.
    depth: i32,
    /// Whether it has notes there.
    has_notes: bool,
    /// How much higher they stand than they would alone.
    lift: Length,
}

/// A chapter on its pages.
#[derive(Debug)]
pub(super) struct LaidOut {
    /// Index of its first sheet.
    pub(super) first: usize,
    /// How far down that sheet the chapter before reaches, where the two share it.
    pub(super) below: Option<Length>,
    pub(super) pages: Arc<page::Chapter>,
}

impl Job {
    /// Parts the chapter, or finds how it was parted; `None` where it has no room.
    fn part(&mut self, opening: Opening, design: &Design) -> Option<Arc<Plan>> {
        match self.parted.iter().position(|known| known.opening == opening) {
            Some(known) => self.parted[..=known].rotate_right(1),
            None => {
                let plan = Arc::new(self.prepared.plan(opening, design)?);
                self.parted.truncate(REMEMBERED - 1);
                self.parted.insert(0, Parted { opening, plan, placed: None });
            }
        }
        self.parted.first().map(|parted| parted.plan.clone())
    }

    /// The pages as the chapter was parted last.
    pub(super) fn pages(&mut self, stand: &Stand, studio: Studio<'_>) -> Arc<page::Chapter> {
        let Some(parted) = self.parted.first_mut() else { return Arc::default() };
        match &parted.placed {
            Some((lift, pages)) if *lift == stand.lift => pages.clone(),
            _ => {
                let pages = Arc::new(self.prepared.place(&parted.plan, stand.lift, studio));
                parted.placed = Some((stand.lift, pages.clone()));
                pages
            }
        }
    }
}

/// Parts all chapters.
pub(super) fn part(chapters: &[Chapter<'_>], jobs: &mut [Job], design: &Design) -> Vec<Stand> {
    let mut parting = Parting { stands: Vec::with_capacity(jobs.len()), next: 0, ending: None, after: None };
    for (chapter, job) in chapters.iter().zip(jobs) {
        parting.chapter(chapter, job, &design.for_language(chapter.language));
    }
    parting.stands
}

struct Parting {
    stands: Vec<Stand>,
    /// Index of the next free sheet.
    next: usize,
    /// The end of the piece before, where another can follow on its page.
    ending: Option<Ending>,
    /// The section of the chapter before, and whether that was a piece.
    after: Option<(Section, bool)>,
}

impl Parting {
    fn chapter(&mut self, chapter: &Chapter<'_>, job: &mut Job, design: &Design) {
        let is_piece = matches!(chapter.kind, Kind::Piece(_));
        let ending = self.ending.take().filter(|ending| ending.suits(design));
        let runs_on = chapter.opens == Opener::RunOn && self.after.is_some_and(|(_, is_piece)| is_piece);
        let below = ending.filter(|_| runs_on).and_then(|ending| {
            let plan = job.part(Opening::Below(ending), design)?;
            Some((self.next - 1, Some(ending.text()), plan))
        });
        let begins = self.after.map_or(Section::Front, |(section, _)| section) != chapter.section;
        let (first, below, plan) = below.unwrap_or_else(|| {
            if (chapter.opens == Opener::Recto || begins) && Side::of(self.next) == Side::Verso {
                self.next += 1;
            }
            let side = Side::of(self.next);
            let opening = if runs_on { Opening::Head(side) } else { Opening::Sunk(side) };
            (self.next, None, job.part(opening, design).unwrap_or_default())
        });
        self.after = Some((chapter.section, is_piece));
        self.ending = if is_piece { job.prepared.ending(&plan, design) } else { None };
        self.next = first + plan.pages();
        self.stand(first, below, job, &plan, design);
    }

    /// Notes of the chapters above make room for those of this one.
    fn stand(&mut self, first: usize, below: Option<Length>, job: &Job, plan: &Plan, design: &Design) {
        let (first_notes, last_notes) = job.prepared.notes_at_ends(plan);
        let (first_depth, depth) = plan.depths();
        if below.is_some() {
            let lift = |above: &Stand| first_notes + design.leading * (above.depth - first_depth);
            for above in self.stands.iter_mut().rev().take_while(|above| above.last == first) {
                above.lift += if above.has_notes { lift(above) } else { Length::ZERO };
                above.depth = first_depth;
            }
        }
        self.stands.push(Stand {
            first,
            below,
            last: (first + plan.pages()).saturating_sub(1),
            depth,
            has_notes: last_notes > Length::ZERO,
            lift: Length::ZERO,
        });
    }
}
