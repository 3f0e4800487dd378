//! Texts are read, and made pieces of.

use super::{Jobs, News, guarded};
use crate::edition::Edition;
use crate::import::add::{self, Added, Incoming, Reading, Source};
use crate::notice::Notices;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

impl Jobs {
    /// Reads texts for the edition in a folder; the job's number and the way to stop it.
    pub(in crate::app) fn read(
        &mut self,
        edition: Arc<Edition>,
        dir: PathBuf,
        source: Source,
    ) -> (u64, Arc<AtomicBool>) {
        self.last += 1;
        let job = self.last;
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = stop.clone();
        let tell = self.teller();
        self.start(move |told| {
            let progress = |done, of| {
                tell(News::Reading { job, progress: (done, of) });
                !stopped.load(Ordering::Relaxed)
            };
            let read = guarded(|| {
                let mut reading = add::read(&source, &progress);
                add::seen_before(&mut reading.incoming, &edition, &dir);
                Ok(reading)
            });
            let failed = |error| Reading { failed: vec![error], ..Reading::default() };
            told(News::Read { job, reading: Box::new(read.unwrap_or_else(failed)) });
        });
        (job, stop)
    }

    /// Makes pieces of texts for the edition in a folder.
    pub(in crate::app) fn add(
        &self,
        generation: u64,
        edition: Arc<Edition>,
        dir: PathBuf,
        incoming: Vec<Incoming>,
    ) {
        self.start(move |told| {
            let mut notices = Notices::new();
            let added = guarded(|| Ok(add::add(&edition, &dir, &incoming, &mut notices)));
            let added = added.unwrap_or_else(|error| {
                notices.fault(error.place, error.what, error.hint);
                Added::default()
            });
            told(News::Added { generation, incoming, added: Box::new(added), notices });
        });
    }
}
