//! The places that are worst: which page, which line, how bad.

use crate::page::sheet::Folio;
use std::fmt;

/// What is wrong with a line or a page. The order is that of gravity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fault {
    /// A line wider than its measure; by points.
    Overfull,
    /// A last line alone at the head of a page.
    Widow,
    /// A first line alone at the foot of a page.
    Orphan,
    /// A heading at the foot of a page.
    HeadingAtFoot,
    /// Facing full pages that end at different heights; by points.
    UnevenSpread,
    /// A line whose baseline is off the grid; by points.
    OffGrid,
    /// A last line narrower than two ems; its width in points.
    Runt,
    /// The third hyphen below two others.
    Ladder,
    /// A word divided at the foot of a recto, where the leaf must be turned.
    RectoFootHyphen,
    /// A line with spaces more than half as wide again as natural; its word space.
    Loose,
    /// A line with spaces of less than three quarters of the natural width; its word space.
    Tight,
    /// A line of quite another colour than the one before: tight below loose, even below very loose; its word space.
    ClassJump,
    /// A line that begins or ends with the same word as the one before.
    Stack,
    /// A spread longer or shorter than the design's depth; by lines.
    SpreadOffDepth,
}

impl Fault {
    /// All of them, the gravest first.
    pub const ALL: [Fault; 14] = [
        Fault::Overfull,
        Fault::Widow,
        Fault::Orphan,
        Fault::HeadingAtFoot,
        Fault::UnevenSpread,
        Fault::OffGrid,
        Fault::Runt,
        Fault::Ladder,
        Fault::RectoFootHyphen,
        Fault::Loose,
        Fault::Tight,
        Fault::ClassJump,
        Fault::Stack,
        Fault::SpreadOffDepth,
    ];

    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Fault::Overfull => "line too wide",
            Fault::Widow => "widow",
            Fault::Orphan => "orphan",
            Fault::HeadingAtFoot => "heading at the foot",
            Fault::UnevenSpread => "uneven spread",
            Fault::OffGrid => "line off the grid",
            Fault::Runt => "runt",
            Fault::Ladder => "three hyphens in a row",
            Fault::RectoFootHyphen => "hyphen at the foot of a recto",
            Fault::Loose => "loose line",
            Fault::Tight => "tight line",
            Fault::ClassJump => "jump of colour",
            Fault::Stack => "same word below itself",
            Fault::SpreadOffDepth => "spread off depth",
        }
    }

    /// What one of them weighs where spreads are compared.
    pub fn weight(self) -> f64 {
        match self {
            Fault::Overfull | Fault::Widow | Fault::Orphan | Fault::HeadingAtFoot => 100.0,
            Fault::UnevenSpread | Fault::OffGrid => 50.0,
            Fault::Runt | Fault::Ladder => 30.0,
            Fault::RectoFootHyphen => 15.0,
            Fault::Loose => 10.0,
            Fault::Tight | Fault::ClassJump => 3.0,
            Fault::Stack => 2.0,
            Fault::SpreadOffDepth => 1.0,
        }
    }
}

/// A fault with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// What it is.
    pub fault: Fault,
    /// Index of the sheet.
    pub sheet: usize,
    /// The page's number.
    pub folio: Folio,
    /// The line on the page, from 1, headings and quotations counted, notes not; `None` for a whole page or spread.
    pub line: Option<usize>,
    /// How bad it is, in the unit of its fault; 1 where there is only one way to be so.
    pub value: f64,
    /// The words of the line.
    pub words: String,
}

impl Case {
    /// How much graver it is than the mildest of its kind, for sorting: larger is worse.
    pub fn badness(&self) -> f64 {
        match self.fault {
            // Of runts and tight lines the small ones are bad.
            Fault::Runt | Fault::Tight => -self.value,
            Fault::ClassJump => (self.value - 1.0).abs(),
            _ => self.value,
        }
    }
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, page {}", self.fault.name(), self.folio)?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        match self.fault {
            Fault::Loose | Fault::Tight | Fault::ClassJump => write!(f, ": {:.2}", self.value)?,
            Fault::Overfull | Fault::UnevenSpread | Fault::OffGrid | Fault::Runt => {
                write!(f, ": {:.1} pt", self.value)?;
            }
            Fault::SpreadOffDepth => write!(f, ": {:.0}", self.value)?,
            _ => {}
        }
        if self.words.is_empty() { Ok(()) } else { write!(f, " “{}”", self.words) }
    }
}

/// The worst of each kind, at most `most` of it; gravest kinds first.
pub fn worst(cases: &[Case], most: usize) -> Vec<&Case> {
    let mut sorted: Vec<&Case> = cases.iter().collect();
    sorted.sort_by(|a, b| {
        let by_kind = a.fault.cmp(&b.fault);
        by_kind
            .then(b.badness().total_cmp(&a.badness()))
            .then(a.sheet.cmp(&b.sheet))
            .then(a.line.cmp(&b.line))
    });
    let mut of_kind = (None, 0);
    sorted.retain(|case| {
        of_kind =
            if of_kind.0 == Some(case.fault) { (of_kind.0, of_kind.1 + 1) } else { (Some(case.fault), 1) };
        of_kind.1 <= most
    });
    sorted
}

/// The spreads with the gravest faults, worst first: index of the left sheet (the first page of a book stands alone
/// on the right: 0), and what is wrong on both sheets.
pub fn worst_spreads(cases: &[Case], most: usize) -> Vec<(usize, Vec<&Case>)> {
    let mut spreads: std::collections::BTreeMap<usize, Vec<&Case>> = std::collections::BTreeMap::new();
    for case in cases {
        // Sheets 1 and 2 face each other, 3 and 4, and so on.
        let left = if case.sheet == 0 { 0 } else { (case.sheet - 1) / 2 * 2 + 1 };
        spreads.entry(left).or_default().push(case);
    }
    let mut spreads: Vec<(usize, Vec<&Case>)> = spreads.into_iter().collect();
    let weight = |cases: &[&Case]| cases.iter().map(|case| case.fault.weight()).sum::<f64>();
    spreads.sort_by(|a, b| weight(&b.1).total_cmp(&weight(&a.1)).then(a.0.cmp(&b.0)));
    spreads.truncate(most);
    spreads
}
