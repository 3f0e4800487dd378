//! `pamphleteer measure`: the typographic figures of an edition.

use super::report;
use super::variants::Wanted;
use crate::book::{self, cache::Cache};
use crate::edition::{Edition, folder};
use crate::measure::{self, Figures};
use crate::notice::{Notices, Result};
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Figures as they are printed.
#[derive(Debug, Serialize)]
struct FiguresReport {
    pages: usize,
    lines: usize,
    justified_lines: usize,
    word_space_mean: f64,
    word_space_sd: f64,
    word_space_p99: f64,
    word_space_max: f64,
    loose_percent: f64,
    hyphen_percent: f64,
    three_hyphens: usize,
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
    pieces: Vec<PieceReport>,
}

#[derive(Debug, Serialize)]
struct PieceReport {
    file: String,
    #[serde(flatten)]
    figures: FiguresReport,
}

/// Measures all editions.
pub(super) fn run(dirs: &[PathBuf], wanted: &Wanted, json: bool) -> ExitCode {
    let mut failed = false;
    for dir in dirs {
        match measure(dir, wanted) {
            Ok(found) if json => found.iter().for_each(report::object),
            Ok(found) => found.iter().for_each(print),
            Err(error) => {
                failed = true;
                report::failure(dir, None, &error, json);
            }
        }
    }
    ExitCode::from(u8::from(failed))
}

fn measure(dir: &Path, wanted: &Wanted) -> Result<Vec<EditionReport>> {
    let editions = wanted.of(folder::load(dir, &mut Notices::new())?)?;
    let cache = Cache::single_run();
    Ok(editions.iter().map(|edition| figures(dir, edition, &cache)).collect())
}

fn figures(dir: &Path, edition: &Edition, cache: &Cache) -> EditionReport {
    let book = book::typeset(edition, cache, &mut Notices::new());
    let found = measure::figures(&book);
    let pieces = found.chapters.iter().filter(|(_, figures)| figures.lines > 0);
    EditionReport {
        edition: report::portable(dir),
        variant: edition.variant.as_ref().map(ToString::to_string),
        title: edition.title.clone(),
        words: report::words(edition),
        book: FiguresReport::of(&found.book),
        pieces: pieces
            .map(|(file, figures)| PieceReport {
                file: report::portable(file),
                figures: FiguresReport::of(figures),
            })
            .collect(),
    }
}

impl FiguresReport {
    fn of(figures: &Figures) -> FiguresReport {
        let round = |value: f64| (value * 1000.0).round() / 1000.0;
        let percent = |part: usize, of: usize| round(100.0 * part as f64 / of.max(1) as f64);
        FiguresReport {
            pages: figures.pages,
            lines: figures.lines,
            justified_lines: figures.justified,
            word_space_mean: round(figures.space_mean),
            word_space_sd: round(figures.space_sd),
            word_space_p99: round(figures.space_p99),
            word_space_max: round(figures.space_max),
            loose_percent: percent(figures.loose, figures.justified),
            hyphen_percent: percent(figures.hyphens, figures.lines),
            three_hyphens: figures.ladders,
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

fn print(found: &EditionReport) {
    let book = &found.book;
    let rows = [
        ("pages", book.pages.to_string()),
        ("words", found.words.to_string()),
        ("lines of running text", book.lines.to_string()),
        ("word space, deviation", format!("{:.3}", book.word_space_sd)),
        ("word space, 99th percentile", format!("{:.2}", book.word_space_p99)),
        ("word space, widest", format!("{:.2}", book.word_space_max)),
        ("loose lines", format!("{:.1} %", book.loose_percent)),
        ("lines ending in a hyphen", format!("{:.1} %", book.hyphen_percent)),
        ("three hyphens in a row", book.three_hyphens.to_string()),
        ("lines too wide", book.overfull.to_string()),
        ("runts", book.runts.to_string()),
        ("widows", book.widows.to_string()),
        ("orphans", book.orphans.to_string()),
        ("headings at the foot of a page", book.headings_at_foot.to_string()),
        ("uneven spreads", format!("{} of {}", book.uneven_spreads, book.full_spreads)),
        ("spreads a line off depth", book.spreads_off_depth.to_string()),
        ("lines off the grid", book.off_grid.to_string()),
    ];
    report::say(&match &found.variant {
        None => found.title.clone(),
        Some(variant) => format!("{} ({variant})", found.title),
    });
    for (name, value) in rows {
        report::say(&format!("  {name:<32}{value:>10}"));
    }
}
