//! An edition and an order for proofs go in; their PDFs lie on the disk.

use super::{Progress, Stage};
use crate::book::proof::Press;
use crate::book::{self, cache::Cache};
use crate::design::trim::Trim;
use crate::edition::Edition;
use crate::notice::{Notices, Result};
use crate::output;
use crate::output::proofs::{self, Planned};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

/// Proofs that are wanted.
#[derive(Clone, Debug, PartialEq)]
pub struct WantedProofs {
    /// Which.
    pub proofs: Vec<Planned>,
    /// The paper.
    pub paper: Trim,
    /// Their date, as it is printed; empty for none.
    pub date: String,
    /// The folder of their files.
    pub folder: PathBuf,
}

impl WantedProofs {
    /// The files, in the order of the proofs.
    pub fn files(&self) -> impl Iterator<Item = PathBuf> {
        self.proofs.iter().map(|one| self.folder.join(format!("{}.pdf", one.stem)))
    }
}

/// Makes the files, one after the other: of an edition of pictures all together would be too much to hold. These, and
/// what making them brought up; `None` when it was stopped, what is written until then stays.
pub(super) fn write(
    edition: &Edition,
    wanted: &WantedProofs,
    stop: &AtomicBool,
    tell: &dyn Fn(Progress),
) -> Result<Option<(Vec<PathBuf>, Notices)>> {
    wanted.files().try_for_each(|path| output::target(&path).map(drop))?;
    let of = wanted.proofs.len();
    tell(Progress { done: 0.0, stage: Stage::Typesetting, book: 1, of: 1 });
    // What typesetting finds doubtful stands in the window's list already.
    let book = book::typeset(edition, &Cache::single_run(), &mut Notices::new());
    let press = Press::new(edition, &book);
    let mut notices = Notices::new();
    let mut files = Vec::with_capacity(of);
    for (index, (proof, path)) in wanted.proofs.iter().zip(wanted.files()).enumerate() {
        if stop.load(Ordering::Relaxed) {
            return Ok(None);
        }
        let done = 0.3 + 0.7 * index as f32 / of as f32;
        tell(Progress { done, stage: Stage::Proofs, book: index + 1, of });
        let date = Some(wanted.date.trim()).filter(|date| !date.is_empty());
        let bytes = proofs::write(&press, proof, wanted.paper, date, &mut notices)?;
        output::save(&path, &bytes)?;
        files.push(path);
    }
    Ok(Some((files, notices)))
}
