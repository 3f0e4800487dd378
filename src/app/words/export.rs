//! Export.

use crate::output::file::FileKind;
use crate::verify::Outcome;

pub(crate) const VERIFY: [&str; 2] = [
    "Look the files over",
    "By our own rules, and by EPUBCheck, Ace, veraPDF and qpdf where they are installed",
];
pub(crate) const VERIFYING: &str = "The files are being looked over…";
pub(crate) const TITLE: &str = "Export";
pub(crate) const PAPER: [&str; 2] = ["Paper of the booklet", "What your printer prints on"];
pub(crate) const CHOOSE: &str = "Choose…";
pub(crate) const GO: &str = "Export";
pub(crate) const DONE: &str = "Done";
pub(crate) const OPEN: &str = "Open";
pub(crate) const SHOW: &str = "Show in folder";
pub(crate) const LOOK: &str = "Look at them first";
pub(crate) const REPLACES: &str = "replaces the file that is there";
pub(crate) const NOTHING_CHOSEN: &str = "Choose at least one format.";
pub(crate) const NO_VARIANT: &str = "Choose the edition or a variant.";
pub(crate) const VARIANTS: &str = "Variants";
pub(crate) const EDITION: &str = "The edition itself";

pub(crate) fn kind(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Pdf => "PDF, for screens",
        FileKind::Epub => "EPUB, for e-readers",
        FileKind::Print => "PDF, for a printing press",
        FileKind::Cover => "Cover of the printed book",
        FileKind::Booklet => "Booklet, to fold and staple",
    }
}

pub(crate) fn said(by: &str, outcome: &Outcome) -> String {
    match outcome {
        Outcome::Clean => format!("{by}: nothing found"),
        Outcome::Found(lines) => format!("{by}: {}", crate::notice::counted(lines.len(), "finding")),
        Outcome::Absent(hint) => format!("{by}: not asked ({hint})"),
    }
}

pub(crate) fn variant_for_readers(label: &str) -> String {
    format!("Export: {label}")
}

pub(crate) fn files(names: &[String]) -> String {
    format!("Files: {}", names.join(", "))
}

pub(crate) fn notices(faults: usize, doubts: usize) -> String {
    match (faults, doubts) {
        (0, n) => format!("{n} doubtful places were found."),
        (n, 0) => format!("{n} faults were found."),
        (f, d) => format!("{f} faults and {d} doubtful places were found."),
    }
}
