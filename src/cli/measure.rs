//! `pamphleteer measure`: the typographic figures of an edition.

mod html;
mod table;

use super::report;
use super::variants::Wanted;
use crate::book::{self, Book, cache::Cache};
use crate::edition::{Edition, folder};
use crate::measure::{self, Case, Figures, Report};
use crate::notice::{Notices, Result};
use crate::output;
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What to measure, and how to tell.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Folders of editions
    #[arg(required = true)]
    dirs: Vec<PathBuf>,
    /// Also write a report with pictures of the worst spreads: one HTML file that needs nothing else
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    #[command(flatten)]
    wanted: Wanted,
    /// Print JSON, one object an edition or variant: figures and worst places of the book and of each piece
    #[arg(long)]
    json: bool,
}

/// How many of the worst places of each kind are named.
const MOST_CASES: usize = 3;

/// Figures as they are printed.
#[derive(Debug, Serialize)]
struct FiguresReport {
    pages: usize,
    lines: usize,
    justified_lines: usize,
    word_space_mean: f64,
    word_space_sd: f64,
    word_space_p99: f64,
    word_space_min: f64,
    word_space_max: f64,
    glyph_width_percent: [f64; 2],
    letter_space_percent: [f64; 2],
    loose_percent: f64,
    tight_percent: f64,
    class_jump_percent: f64,
    hyphen_percent: f64,
    three_hyphens: usize,
    recto_foot_hyphens: usize,
    stacks: usize,
    overfull: usize,
    runts: usize,
    widows: usize,
    orphans: usize,
    headings_at_foot: usize,
    full_spreads: usize,
    uneven_spreads: usize,
    spreads_off_depth: usize,
    off_grid: usize,
}

#[derive(Debug, Serialize)]
struct EditionReport {
    edition: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    variant: Option<String>,
    title: String,
    words: usize,
    book: FiguresReport,
    worst: Vec<CaseReport>,
    pieces: Vec<PieceReport>,
}

#[derive(Debug, Serialize)]
struct PieceReport {
    file: String,
    #[serde(flatten)]
    figures: FiguresReport,
    worst: Vec<CaseReport>,
}

/// A place that could be better.
#[derive(Debug, Serialize)]
struct CaseReport {
    fault: &'static str,
    page: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    value: f64,
    #[serde(skip_serializing_if = "String::is_empty")]
    words: String,
}

/// An edition with everything that was found in it.
struct Measured {
    edition: Edition,
    book: Book,
    found: Report,
    report: EditionReport,
}

/// Measures all editions.
pub(super) fn run(options: &Options) -> ExitCode {
    let mut failed = false;
    let mut page = options.html.as_ref().map(|_| html::Page::default());
    for dir in &options.dirs {
        let told = each(dir, &options.wanted, |measured| {
            if options.json {
                report::object(&measured.report);
            } else {
                table::print(&measured);
            }
            page.as_mut().map_or(Ok(()), |page| page.add(&measured))
        });
        if let Err(error) = told {
            failed = true;
            report::failure(dir, None, &error, options.json);
        }
    }
    if let (Some(page), Some(file)) = (page, &options.html)
        && let Err(error) = output::save(file, page.finish().as_bytes())
    {
        failed = true;
        report::failure(file, None, &error, options.json);
    }
    ExitCode::from(u8::from(failed))
}

fn each(dir: &Path, wanted: &Wanted, mut tell: impl FnMut(Measured) -> Result<()>) -> Result<()> {
    let editions = wanted.of(folder::load(dir, &mut Notices::new())?)?;
    let cache = Cache::single_run();
    editions.into_iter().try_for_each(|edition| tell(measure(dir, edition, &cache)))
}

fn measure(dir: &Path, edition: Edition, cache: &Cache) -> Measured {
    let book = book::typeset(&edition, cache, &mut Notices::new());
    let found = measure::figures(&book);
    let pieces = found.chapters.iter().filter(|chapter| chapter.figures.lines > 0);
    let report = EditionReport {
        edition: report::portable(dir),
        variant: edition.variant.as_ref().map(ToString::to_string),
        title: edition.title.clone(),
        words: report::words(&edition),
        book: FiguresReport::of(&found.book),
        worst: CaseReport::worst(&found.cases()),
        pieces: pieces
            .map(|chapter| PieceReport {
                file: report::portable(&chapter.file),
                figures: FiguresReport::of(&chapter.figures),
                worst: CaseReport::worst(&chapter.cases),
            })
            .collect(),
    };
    Measured { edition, book, found, report }
}

fn rounded(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

impl CaseReport {
    fn worst(cases: &[Case]) -> Vec<CaseReport> {
        let report = |case: &Case| CaseReport {
            fault: case.fault.name(),
            page: case.folio.to_string(),
            line: case.line,
            value: rounded(case.value),
            words: case.words.clone(),
        };
        measure::worst(cases, MOST_CASES).into_iter().map(report).collect()
    }
}

impl FiguresReport {
    fn of(figures: &Figures) -> FiguresReport {
        let percents = |(least, most): (f64, f64)| [rounded(least * 100.0), rounded(most * 100.0)];
        FiguresReport {
            pages: figures.pages,
            lines: figures.lines,
            justified_lines: figures.justified,
            word_space_mean: rounded(figures.space_mean),
            word_space_sd: rounded(figures.space_sd),
            word_space_p99: rounded(figures.space_p99),
            word_space_min: rounded(figures.space_min),
            word_space_max: rounded(figures.space_max),
            glyph_width_percent: percents(figures.glyph_width),
            letter_space_percent: percents(figures.letter_space),
            loose_percent: rounded(figures.percent_of_justified(figures.loose)),
            tight_percent: rounded(figures.percent_of_justified(figures.tight)),
            class_jump_percent: rounded(figures.percent_of_justified(figures.class_jumps)),
            hyphen_percent: rounded(figures.percent_of_lines(figures.hyphens)),
            three_hyphens: figures.ladders,
            recto_foot_hyphens: figures.recto_foot_hyphens,
            stacks: figures.stacks,
            overfull: figures.overfull,
            runts: figures.runts,
            widows: figures.widows,
            orphans: figures.orphans,
            headings_at_foot: figures.headings_at_foot,
            full_spreads: figures.spreads,
            uneven_spreads: figures.uneven_spreads,
            spreads_off_depth: figures.spreads_off_depth,
            off_grid: figures.off_grid,
        }
    }
}
