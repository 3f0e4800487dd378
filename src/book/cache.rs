//! Chapters set before: a changed word sets its own paragraph and parts its own chapter, nothing else.

use super::chapter::{Chapter, Kind};
use super::index;
use super::parting::{self, Job, LaidOut, Parted, Stand};
use super::refer::{self, Links, Numbers, Places, References};
use crate::design::Design;
use crate::edition::Edition;
use crate::edition::piece::Piece;
use crate::fonts::Fonts;
use crate::notice::Notices;
use crate::page::sheet::Folio;
use crate::page::{self, Prepared, Shapers, Studio};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use siphasher::sip128::{Hasher128, SipHasher13};
use std::borrow::Cow;
use std::cell::RefCell;
use std::hash::{Hash, Hasher};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

/// What typesetting remembers between two runs.
#[derive(Debug, Default)]
pub struct Cache {
    /// `None` for a single run, which would only pay for remembering.
    paragraphs: Option<page::Cache>,
    pub(super) shapers: Shapers,
    known: Mutex<FxHashMap<u128, Known>>,
    printed: Mutex<FxHashMap<PathBuf, Printed>>,
}

/// A piece, under what customs it was printed, and as it is printed.
#[derive(Debug, Clone)]
struct Printed {
    typed: Arc<Piece>,
    customs: u64,
    printed: Arc<Piece>,
}

/// A piece that was set.
#[derive(Debug, Clone)]
struct Known {
    prepared: Arc<Prepared>,
    parted: Vec<Parted>,
    fresh: bool,
}

impl Cache {
    /// A cache for an edition that stays open.
    pub fn new() -> Cache {
        Cache { paragraphs: Some(page::Cache::default()), ..Cache::default() }
    }

    /// A cache for one run: remembers nothing.
    pub fn single_run() -> Cache {
        Cache::default()
    }

    /// The edition as it is printed; pieces that have not changed are those of the last time.
    pub(super) fn printed<'e>(&self, edition: &'e Edition) -> Cow<'e, Edition> {
        if self.paragraphs.is_none() {
            return edition.printed();
        }
        let mut hasher = siphasher::sip::SipHasher13::new();
        (edition.language, edition.design.quotes, edition.design.numerals).hash(&mut hasher);
        let customs = hasher.finish();
        let mut known = self.printed.lock().unwrap_or_else(PoisonError::into_inner);
        let before = std::mem::take(&mut *known);
        let now = RefCell::new(FxHashMap::default());
        let edition = edition.printed_with(|piece| {
            let same = |known: &&Printed| Arc::ptr_eq(&known.typed, piece) && known.customs == customs;
            let printed = before.get(&piece.file).filter(same).map(|known| known.printed.clone());
            let printed = printed.unwrap_or_else(|| edition.printed_piece(piece));
            let known = Printed { typed: piece.clone(), customs, printed: printed.clone() };
            now.borrow_mut().insert(piece.file.clone(), known);
            printed
        });
        *known = now.into_inner();
        edition
    }

    pub(super) fn studio<'a>(
        &'a self,
        edition: &'a Edition,
        design: &'a Design,
        fonts: &'a Fonts,
    ) -> Studio<'a> {
        Studio {
            design,
            fonts,
            pictures: &edition.pictures,
            cache: self.paragraphs.as_ref(),
            shapers: &self.shapers,
        }
    }

    /// Sets all chapters and finds their pages; again those with numbers of pages that turned out to be others.
    pub(super) fn lay_out(
        &self,
        chapters: &mut [Chapter<'_>],
        places: &Places,
        edition: &Edition,
        studio: Studio<'_>,
        notices: &mut Notices,
    ) -> Vec<LaidOut> {
        let common = self.paragraphs.is_some().then(|| common_key(edition, studio.design));
        let links: Vec<Links> =
            chapters.iter().map(|chapter| places.links_of(chapter, chapters, edition)).collect();
        let mut numbers = Numbers::default();
        let prepare = |chapters: &[Chapter<'_>], number: usize, numbers: &Numbers| {
            let resolved = links[number].resolved(numbers);
            let key = common.and_then(|common| piece_key(&chapters[number], edition, resolved, common));
            self.prepare(&chapters[number], key, edition, chapters, studio, References { places, numbers })
        };
        let all = 0..chapters.len();
        let mut jobs: Vec<Job> =
            all.into_par_iter().map(|number| prepare(chapters, number, &numbers)).collect();
        let stands = parting::part(chapters, &mut jobs, studio.design);
        let has_index = chapters.iter().any(|chapter| matches!(chapter.kind, Kind::Index(..)));
        let mut laid_out = if has_index || links.iter().any(Links::have_numbers) {
            self.place(chapters, &mut jobs, &stands, studio)
        } else {
            self.place_for_good(chapters, std::mem::take(&mut jobs), &stands, studio)
        };
        for round in 0..=refer::ROUNDS {
            let now = Numbers::found(&links, chapters, &laid_out);
            let indexes = index::changed(chapters, &laid_out, edition);
            let mut restless: Vec<usize> =
                (0..chapters.len()).filter(|number| !links[*number].are_alike(&now, &numbers)).collect();
            restless.extend(indexes.iter().map(|(number, _)| *number));
            if restless.is_empty() {
                break;
            }
            if round == refer::ROUNDS {
                restless.iter().for_each(|number| refer::report_restless(&chapters[*number], notices));
                break;
            }
            for (number, entries) in indexes {
                if let Kind::Index(_, old) = &mut chapters[number].kind {
                    *old = entries;
                }
            }
            let again: Vec<(usize, Job)> =
                restless.into_par_iter().map(|number| (number, prepare(chapters, number, &now))).collect();
            again.into_iter().for_each(|(number, job)| jobs[number] = job);
            let stands = parting::part(chapters, &mut jobs, studio.design);
            laid_out = self.place(chapters, &mut jobs, &stands, studio);
            numbers = now;
        }
        for notice in laid_out.iter().flat_map(|chapter| &chapter.pages.notices) {
            notices.push(notice.clone());
        }
        self.forget();
        laid_out
    }

    /// Puts the parted chapters on their pages.
    fn place(
        &self,
        chapters: &[Chapter<'_>],
        jobs: &mut [Job],
        stands: &[Stand],
        studio: Studio<'_>,
    ) -> Vec<LaidOut> {
        let chapters = chapters.par_iter().zip(jobs).zip(stands);
        chapters.map(|((chapter, job), stand)| self.place_one(chapter, job, stand, studio)).collect()
    }

    /// The same where no chapter will be set again: what a page was made from goes when it is made.
    fn place_for_good(
        &self,
        chapters: &[Chapter<'_>],
        jobs: Vec<Job>,
        stands: &[Stand],
        studio: Studio<'_>,
    ) -> Vec<LaidOut> {
        let chapters = chapters.par_iter().zip(jobs).zip(stands);
        chapters.map(|((chapter, mut job), stand)| self.place_one(chapter, &mut job, stand, studio)).collect()
    }

    fn place_one(&self, chapter: &Chapter<'_>, job: &mut Job, stand: &Stand, studio: Studio<'_>) -> LaidOut {
        let design = studio.design.for_language(chapter.language);
        let pages = job.pages(stand, Studio { design: &design, ..studio });
        self.remember(job);
        LaidOut { first: stand.first, below: stand.below, pages }
    }

    fn prepare(
        &self,
        chapter: &Chapter<'_>,
        key: Option<u128>,
        edition: &Edition,
        chapters: &[Chapter<'_>],
        studio: Studio<'_>,
        references: References<'_>,
    ) -> Job {
        let known =
            key.and_then(|key| self.known.lock().unwrap_or_else(PoisonError::into_inner).get(&key).cloned());
        let own_design = studio.design.for_language(chapter.language);
        let studio = Studio { design: &own_design, ..studio };
        match known {
            Some(known) => Job { key, prepared: known.prepared, parted: known.parted },
            None => {
                let prepared = Arc::new(chapter.prepare(edition, chapters, studio, references));
                Job { key, prepared, parted: Vec::new() }
            }
        }
    }

    fn remember(&self, job: &Job) {
        if let Some(key) = job.key {
            let known = Known { prepared: job.prepared.clone(), parted: job.parted.clone(), fresh: true };
            self.known.lock().unwrap_or_else(PoisonError::into_inner).insert(key, known);
        }
    }

    /// Drops what this run did not use.
    fn forget(&self) {
        if let Some(paragraphs) = &self.paragraphs {
            paragraphs.next_round();
            self.known
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .retain(|_, known| std::mem::take(&mut known.fresh));
        }
    }
}

/// What all pieces depend on.
fn common_key(edition: &Edition, design: &Design) -> u64 {
    let mut hasher = siphasher::sip::SipHasher13::new();
    design.hash(&mut hasher);
    edition.language.hash(&mut hasher);
    edition.design.hash(&mut hasher);
    for (name, bytes) in &edition.fonts {
        (name, bytes.len()).hash(&mut hasher);
    }
    for (name, picture) in &edition.pictures {
        (name, picture.width, picture.height).hash(&mut hasher);
    }
    hasher.finish()
}

/// What a piece depends on; `None` for matter, which is made of everything.
fn piece_key<'l>(
    chapter: &Chapter<'_>,
    edition: &Edition,
    links: impl Iterator<Item = (Option<&'l Arc<str>>, Option<Folio>)>,
    common: u64,
) -> Option<u128> {
    let Kind::Piece(piece) = &chapter.kind else { return None };
    let mut hasher = SipHasher13::new();
    common.hash(&mut hasher);
    piece.hash(&mut hasher);
    edition.byline(piece).hash(&mut hasher);
    edition.help_lines(piece).hash(&mut hasher);
    edition.author_notes(piece).hash(&mut hasher);
    edition.disclaimers_after(piece).hash(&mut hasher);
    edition.is_gathered(piece).hash(&mut hasher);
    edition.credit_line(piece).hash(&mut hasher);
    edition.permission_line(piece).hash(&mut hasher);
    links.for_each(|link| link.hash(&mut hasher));
    Some(hasher.finish128().as_u128())
}
