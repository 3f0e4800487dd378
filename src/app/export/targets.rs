//! Which variants are exported, and to which files: a path for one, names beside each other for several.

use crate::app::document::Document;
use crate::check;
use crate::output::file::FileKind;
use crate::output::{file_stem, variant_stem};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What the dialog has ticked and where it goes.
#[derive(Debug)]
pub(super) struct Targets {
    /// The variants that are ticked; `None` is the edition itself.
    ticked: Vec<Option<Arc<str>>>,
    /// Where the files of each kind go.
    all: [Target; 5],
}

/// Where the files of one format go.
#[derive(Debug)]
pub(super) struct Target {
    /// The file; of several variants that of the edition.
    pub(super) path: String,
    kind: FileKind,
    /// Whether the editor has named it: then no other is proposed.
    is_named: bool,
}

impl Targets {
    /// What is shown is ticked; the edition's own folder `out` is proposed.
    pub(super) fn new(document: &Document) -> Targets {
        let all = FileKind::ALL.map(|kind| Target { path: String::new(), kind, is_named: false });
        let ticked = vec![document.shown().cloned()];
        let mut targets = Targets { ticked, all };
        targets.propose(document);
        targets
    }

    /// Where the files of a kind go.
    pub(super) fn of(&mut self, kind: FileKind) -> &mut Target {
        &mut self.all[kind as usize]
    }

    /// Whether a variant is ticked.
    pub(super) fn has(&self, variant: &Option<Arc<str>>) -> bool {
        self.ticked.contains(variant)
    }

    /// Ticks a variant or takes its tick away.
    pub(super) fn choose(&mut self, variant: Option<Arc<str>>, on: bool, document: &Document) {
        self.ticked.retain(|known| *known != variant);
        if on {
            self.ticked.push(variant);
        }
        self.propose(document);
    }

    /// The ticked ones that the edition has, the edition first.
    pub(super) fn chosen(&self, document: &Document) -> Vec<Option<Arc<str>>> {
        let variants = document.edition.variants.iter().map(|variant| Some(variant.name.clone()));
        std::iter::once(None).chain(variants).filter(|variant| self.has(variant)).collect()
    }

    /// Why the pieces of the chosen ones may not be printed yet, each once: title and reason.
    pub(super) fn unsettled(
        &self,
        document: &Document,
        chosen: &[Option<Arc<str>>],
    ) -> Vec<(String, String)> {
        let mut lines: Vec<(String, String)> = Vec::new();
        for variant in chosen {
            let varied = variant.as_ref().and_then(|name| document.edition.as_variant(name));
            let edition = varied.as_ref().unwrap_or(&document.edition);
            for notice in &check::rights::unsettled(edition) {
                let piece = notice.place.file.as_deref().and_then(|file| edition.piece(file));
                let title = piece.map(|piece| piece.title.words()).unwrap_or_default();
                let line = (title, notice.what.clone());
                if !lines.contains(&line) {
                    lines.push(line);
                }
            }
        }
        lines
    }

    fn propose(&mut self, document: &Document) {
        let chosen = self.chosen(document);
        let only = if let [only] = chosen.as_slice() { only.as_deref() } else { None };
        let stem = variant_stem(&file_stem(&document.edition.title), only);
        let folder = document.dir.join("out");
        for target in self.all.iter_mut().filter(|target| !target.is_named) {
            target.path = folder.join(target.kind.file_name(&stem)).display().to_string();
        }
    }
}

impl Target {
    /// The editor names the file.
    pub(super) fn name(&mut self, path: String) {
        (self.path, self.is_named) = (path, true);
    }

    /// The file of one of the chosen variants. One alone has the very path; of several each variant has its name
    /// behind that of the edition.
    pub(super) fn file(&self, variant: &Option<Arc<str>>, chosen: &[Option<Arc<str>>]) -> PathBuf {
        let path = Path::new(self.path.trim());
        let Some(name) = variant.as_deref().filter(|_| chosen.len() > 1) else { return path.to_path_buf() };
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let mut file = variant_stem(&stem, Some(name));
        if let Some(ending) = path.extension() {
            file = format!("{file}.{}", ending.to_string_lossy());
        }
        path.with_file_name(file)
    }
}
