//! An edition and the wanted variants of it go in; their files lie on the disk, all of them or none.

use super::{Progress, Stage};
use crate::book::{self, cache::Cache};
use crate::design::trim::Trim;
use crate::edition::Edition;
use crate::notice::{Notices, Result};
use crate::output;
use crate::output::file::FileKind;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// One output of an edition, and where its files go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The variant; `None` for the edition itself.
    pub variant: Option<Arc<str>>,
    /// Its files.
    pub files: Vec<(FileKind, PathBuf)>,
    /// The paper of a booklet.
    pub paper: Trim,
}

/// Makes the files; these, and what making them brought up. `None` when it was stopped.
pub(super) fn export(
    edition: &Edition,
    wanted: &[Wanted],
    stop: &AtomicBool,
    tell: &dyn Fn(Progress),
) -> Result<Option<(Vec<PathBuf>, Notices)>> {
    wanted.iter().flat_map(|one| &one.files).try_for_each(|(_, path)| output::target(path).map(drop))?;
    let cache = Cache::single_run();
    let mut notices = Notices::new();
    let mut files = Vec::new();
    for (index, one) in wanted.iter().enumerate() {
        let stage = |done: f32, stage| {
            let done = (index as f32 + done) / wanted.len() as f32;
            tell(Progress { done, stage, book: index + 1, of: wanted.len() });
        };
        // A variant that is gone meanwhile has no book.
        let varied = one.variant.as_ref().map(|name| edition.as_variant(name));
        let edition = match &varied {
            Some(Some(variant)) => variant,
            Some(None) => continue,
            None => edition,
        };
        match make(edition, one, &cache, stop, &stage, &mut notices)? {
            Some(made) => files.extend(made),
            None => return Ok(None),
        }
    }
    tell(Progress { done: 0.95, stage: Stage::Writing, book: wanted.len(), of: wanted.len() });
    // All are made before one is written.
    for (path, bytes) in &files {
        output::save(path, bytes)?;
    }
    Ok(Some((files.into_iter().map(|(path, _)| path).collect(), notices)))
}

/// A file, and what it will hold.
type Made = (PathBuf, Vec<u8>);

/// The files of one book; `None` when it was stopped.
fn make(
    edition: &Edition,
    wanted: &Wanted,
    cache: &Cache,
    stop: &AtomicBool,
    stage: &dyn Fn(f32, Stage),
    notices: &mut Notices,
) -> Result<Option<Vec<Made>>> {
    let stopped = || stop.load(Ordering::Relaxed);
    stage(0.0, Stage::Typesetting);
    // What typesetting finds doubtful stands in the window's list already.
    let book = book::typeset(edition, cache, &mut Notices::new());
    let mut files = Vec::new();
    for (index, (kind, path)) in wanted.files.iter().enumerate() {
        if stopped() {
            return Ok(None);
        }
        stage(0.4 + 0.5 * index as f32 / wanted.files.len() as f32, Stage::File(*kind));
        files.push((path.clone(), kind.make(&book, edition, wanted.paper, notices)?));
    }
    Ok((!stopped()).then_some(files))
}
