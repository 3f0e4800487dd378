//! `pamphleteer check --board`: the state of each piece as a table for people, for spreadsheets, for programs.

use super::report;
use crate::check::board::{Board, Row};
use crate::edition::Edition;
use serde::Serialize;
use std::path::Path;
use unicode_width::UnicodeWidthStr;

/// The columns, by what stands above them.
const HEAD: [&str; 11] = [
    "no",
    "title",
    "author",
    "author note",
    "disclaimer",
    "credit",
    "permission",
    "right holder",
    "date",
    "document",
    "missing",
];

/// How wide a column of the printed table may get; what is longer is cut. What is missing stands last and whole.
const WIDEST: [usize; 11] = [4, 34, 22, 11, 14, 26, 18, 22, 10, 26, usize::MAX];

/// How the board is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// An aligned table.
    Text,
    /// For a spreadsheet.
    Csv,
    /// One object an edition or variant.
    Json,
}

/// Prints the board of an edition or a variant.
pub(super) fn print(dir: &Path, edition: &Edition, board: &Board, form: Form) {
    match form {
        Form::Json => report::object(&BoardReport::of(dir, edition, board)),
        Form::Csv => report::raw(&csv(board)),
        Form::Text => {
            let name = report::name(dir, edition.variant.as_deref());
            table(board).iter().for_each(|line| report::say(line));
            report::say(&format!("{name}: {}", board.summary()));
        }
    }
}

/// The cells of a row. A document that is not there is said so.
fn cells(number: usize, row: &Row) -> [String; 11] {
    let words = |words: &Option<String>| words.clone().unwrap_or_default();
    let document = row.document.as_ref().map(|document| {
        let not_there = if document.found { "" } else { "not there: " };
        format!("{not_there}{}", document.path)
    });
    [
        number.to_string(),
        row.title.clone(),
        row.authors.clone(),
        row.author_note.word().to_string(),
        row.disclaimer.clone(),
        words(&row.credit),
        row.standing.words().to_string(),
        words(&row.holder),
        words(&row.date),
        words(&document),
        row.lacks(),
    ]
}

/// The lines of the printed table.
fn table(board: &Board) -> Vec<String> {
    let rows = board.rows.iter().enumerate().map(|(index, row)| cells(index + 1, row));
    let rows: Vec<[String; 11]> = std::iter::once(HEAD.map(str::to_string))
        .chain(rows)
        .map(|row| std::array::from_fn(|column| cut(&row[column], WIDEST[column])))
        .collect();
    let widths: [usize; 11] =
        std::array::from_fn(|column| rows.iter().map(|row| row[column].width()).max().unwrap_or(0));
    rows.iter().map(|row| line(row, &widths)).collect()
}

fn line(row: &[String; 11], widths: &[usize; 11]) -> String {
    let mut line = String::new();
    for (index, (cell, width)) in row.iter().zip(widths).enumerate() {
        let gap = " ".repeat(width - cell.width());
        match index {
            0 => line.push_str(&format!("{gap}{}", isolated(cell))),
            _ => line.push_str(&format!("  {}{gap}", isolated(cell))),
        }
    }
    line.trim_end().to_string()
}

/// A cell cut to so many columns. Empty ones are marked, so that the eye keeps to its column.
fn cut(cell: &str, most: usize) -> String {
    let cell = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    if cell.is_empty() {
        return "·".into();
    }
    if cell.width() <= most {
        return cell;
    }
    let mut kept = String::new();
    for letter in unicode_segmentation::UnicodeSegmentation::graphemes(&*cell, true) {
        if kept.width() + letter.width() + 1 > most {
            break;
        }
        kept.push_str(letter);
    }
    format!("{}…", kept.trim_end())
}

/// Words from right to left between isolates, which take no room: a terminal that turns them leaves the columns alone.
fn isolated(cell: &str) -> String {
    let turns = unicode_bidi::BidiInfo::new(cell, None).has_rtl();
    if turns { format!("\u{2068}{cell}\u{2069}") } else { cell.to_string() }
}

/// The table for a spreadsheet: every cell whole, quoted by RFC 4180, in UTF-8 with the mark by which Excel knows it.
fn csv(board: &Board) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let rows = board.rows.iter().enumerate().map(|(index, row)| cells(index + 1, row));
    let head = std::iter::once(HEAD.map(str::to_string));
    for row in head.chain(rows) {
        // Writing into memory can't fail, and all rows are of one length.
        let _ = writer.write_record(row.iter().map(|cell| harmless(cell)));
    }
    writer.into_inner().unwrap_or_default()
}

/// A cell that no spreadsheet takes for a formula: what begins like one gets an apostrophe before it, as OWASP advises.
fn harmless(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if is_formula { format!("'{cell}") } else { cell.to_string() }
}

/// The board as JSON.
#[derive(Debug, Serialize)]
struct BoardReport<'b> {
    edition: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    variant: Option<String>,
    pieces: Vec<RowReport<'b>>,
    left_out: usize,
    /// How many pieces stand how.
    counts: serde_json::Map<String, serde_json::Value>,
    /// Whether `export --strict` would write it.
    may_be_printed: bool,
}

#[derive(Debug, Serialize)]
struct RowReport<'b> {
    file: String,
    title: &'b str,
    authors: &'b str,
    author_note: &'static str,
    disclaimer: &'b str,
    credit: Option<&'b str>,
    permission: &'b str,
    holder: Option<&'b str>,
    date: Option<&'b str>,
    document: Option<&'b str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    document_found: Option<bool>,
    missing: &'b [&'static str],
    may_be_printed: bool,
}

impl<'b> BoardReport<'b> {
    fn of(dir: &Path, edition: &Edition, board: &'b Board) -> BoardReport<'b> {
        BoardReport {
            edition: report::portable(dir),
            variant: edition.variant.as_ref().map(ToString::to_string),
            pieces: board.rows.iter().map(RowReport::of).collect(),
            left_out: board.left_out,
            counts: board
                .counts()
                .into_iter()
                .map(|(word, count)| (word.to_string(), count.into()))
                .collect(),
            may_be_printed: !board.is_blocked(),
        }
    }
}

impl<'b> RowReport<'b> {
    fn of(row: &'b Row) -> RowReport<'b> {
        RowReport {
            file: report::portable(&row.file),
            title: &row.title,
            authors: &row.authors,
            author_note: row.author_note.word(),
            disclaimer: &row.disclaimer,
            credit: row.credit.as_deref(),
            permission: row.standing.words(),
            holder: row.holder.as_deref(),
            date: row.date.as_deref(),
            document: row.document.as_ref().map(|document| &*document.path),
            document_found: row.document.as_ref().map(|document| document.found),
            missing: &row.missing,
            may_be_printed: !row.blocked,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_cut_by_the_width_of_their_letters() {
        assert_eq!(cut("  a\nb ", 10), "a b");
        assert_eq!(cut("", 10), "·");
        assert_eq!(cut("新しい時代の新聞", 7), "新しい…");
        assert_eq!(cut("नमस्ते दुनिया", 4), "नम…");
    }

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=1+1", "@SUM(A1)", "-2", "+2", "\t=1"] {
            assert_eq!(harmless(cell), format!("'{cell}"));
        }
        assert_eq!(harmless("The Price = 3"), "The Price = 3");
    }
}
