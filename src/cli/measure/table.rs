//! Figures as a table, for the terminal and for the report.

use super::{FiguresReport, Measured};
use crate::cli::report;
use crate::measure;

/// The rows of a table of figures: what it is, how much, what a good book has; and whether it is as good.
pub(super) struct Row {
    pub(super) name: &'static str,
    pub(super) value: String,
    pub(super) goal: &'static str,
    pub(super) is_good: bool,
}

impl Row {
    fn count(name: &'static str, value: usize) -> Row {
        Row { name, value: value.to_string(), goal: "0", is_good: value == 0 }
    }

    fn most(name: &'static str, value: f64, shown: String, most: f64, goal: &'static str) -> Row {
        Row { name, value: shown, goal, is_good: value <= most }
    }

    fn plain(name: &'static str, value: String) -> Row {
        Row { name, value, goal: "", is_good: true }
    }
}

/// All figures in the order in which a typographer asks for them.
pub(super) fn rows(figures: &FiguresReport) -> Vec<Row> {
    let range = |[least, most]: [f64; 2]| format!("{least:+.1} to {most:+.1} %");
    let widest = |[least, most]: [f64; 2]| most.max(-least);
    let percent = |value: f64| format!("{value:.1} %");
    let spreads = |count: usize| format!("{count} of {}", figures.full_spreads);
    let off_depth = 100.0 * figures.spreads_off_depth as f64 / figures.full_spreads.max(1) as f64;
    let (space, glyphs, letters) =
        (figures.word_space_sd, figures.glyph_width_percent, figures.letter_space_percent);
    vec![
        Row::plain("pages", figures.pages.to_string()),
        Row::plain("lines of running text", figures.lines.to_string()),
        Row::most("word space, deviation", space, format!("{space:.3}"), 0.12, "≤ 0.12"),
        Row::most(
            "word space, 99th percentile",
            figures.word_space_p99,
            format!("{:.2}", figures.word_space_p99),
            1.4,
            "≤ 1.40",
        ),
        Row::plain("word space, mean", format!("{:.2}", figures.word_space_mean)),
        Row::plain("word space, narrowest", format!("{:.2}", figures.word_space_min)),
        Row::plain("word space, widest", format!("{:.2}", figures.word_space_max)),
        Row::most("width of glyphs", widest(glyphs), range(glyphs), 2.05, "± 2 %"),
        Row::most("distance of letters, of the size", widest(letters), range(letters), 1.05, "± 1 %"),
        Row::plain("loose lines", percent(figures.loose_percent)),
        Row::plain("tight lines", percent(figures.tight_percent)),
        Row::most(
            "jumps of colour from line to line",
            figures.class_jump_percent,
            percent(figures.class_jump_percent),
            0.5,
            "≤ 0.5 %",
        ),
        Row::most(
            "lines ending in a hyphen",
            figures.hyphen_percent,
            percent(figures.hyphen_percent),
            3.0,
            "≤ 3 %",
        ),
        Row::count("three hyphens in a row", figures.three_hyphens),
        Row::count("hyphens at the foot of a recto", figures.recto_foot_hyphens),
        Row::plain("same word below itself", figures.stacks.to_string()),
        Row::count("lines too wide", figures.overfull),
        Row::count("runts", figures.runts),
        Row::count("widows", figures.widows),
        Row::count("orphans", figures.orphans),
        Row::count("headings at the foot of a page", figures.headings_at_foot),
        Row {
            is_good: figures.uneven_spreads == 0,
            ..Row::most("uneven spreads", 0.0, spreads(figures.uneven_spreads), 0.0, "0")
        },
        Row::most("spreads off depth", off_depth, spreads(figures.spreads_off_depth), 5.0, "≤ 5 %"),
        Row::count("lines off the grid", figures.off_grid),
    ]
}

/// Prints the figures of an edition, its worst places and, one a line, its pieces.
pub(super) fn print(measured: &Measured) {
    let found = &measured.report;
    report::say(&heading(measured));
    report::say(&format!("  {:<34}{:>14}", "words", found.words));
    for row in rows(&found.book) {
        let goal = if row.is_good { String::new() } else { format!("   (good: {})", row.goal) };
        report::say(&format!("  {:<34}{:>14}{goal}", row.name, row.value));
    }
    let cases = measured.found.cases();
    let worst = measure::worst(&cases, 1);
    if !worst.is_empty() {
        report::say("  the worst places");
    }
    for case in worst {
        report::say(&format!("    {case}"));
    }
    report::say("  pieces: deviation, 99th percentile, hyphens, faults");
    for piece in &found.pieces {
        let figures = &piece.figures;
        let faults = rows(figures).iter().filter(|row| !row.is_good).count();
        report::say(&format!(
            "    {:.3}  {:.2}  {:>4.1} %  {faults:>2}  {}",
            figures.word_space_sd, figures.word_space_p99, figures.hyphen_percent, piece.file
        ));
    }
}

/// The title, with the variant.
pub(super) fn heading(measured: &Measured) -> String {
    match &measured.report.variant {
        None => measured.report.title.clone(),
        Some(variant) => format!("{} ({variant})", measured.report.title),
    }
}
