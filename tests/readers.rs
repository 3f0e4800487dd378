//! What programs that nobody here wrote see in our files: pages look in poppler and in mupdf as we paint them, and the
//! words that pdftotext, mutool and pypdf take out are those of the pieces.
//!
//! A program that is not installed is left out, unless `PAMPHLETEER_VALIDATORS` is set.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

mod common;

use common::{SAMPLE, ask, typeset};
use pamphleteer::book::Book;
use pamphleteer::edition::Edition;
use pamphleteer::edition::text::Text;
use pamphleteer::notice::Notices;
use pamphleteer::output::png::{Colours, Painter, Pixels};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

const TRIAL: &str = "tests/editions/trial";
const URDU: &str = "tests/editions/urdu";

/// Dots an inch of the pages.
const DPI: f64 = 72.0;
/// Pixels of a side of the squares whose grey is compared: edges may be drawn otherwise, letters not.
const SQUARE: usize = 8;

/// An edition, its book, and its PDF in a folder.
struct Printed {
    edition: Edition,
    book: Book,
    folder: tempfile::TempDir,
}

impl Printed {
    fn of(edition: &str) -> Printed {
        let (edition, book, _) = typeset(Path::new(edition));
        let pdf = pamphleteer::output::pdf::write(&book, &edition, &mut Notices::new()).unwrap();
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("book.pdf"), pdf).unwrap();
        Printed { edition, book, folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

/// A page in grey.
struct Grey {
    width: usize,
    height: usize,
    values: Vec<u8>,
}

impl Grey {
    /// A picture as both programs write it: `P5`, width, height, 255, and the values.
    fn read(path: &Path) -> Grey {
        let bytes = std::fs::read(path).unwrap();
        let mut words = Vec::new();
        let mut at = 0;
        while words.len() < 4 {
            let end = at + bytes[at..].iter().position(u8::is_ascii_whitespace).unwrap();
            match bytes[at] {
                b'#' => at += bytes[at..].iter().position(|byte| *byte == b'\n').unwrap() + 1,
                _ => {
                    words.push(String::from_utf8(bytes[at..end].to_vec()).unwrap());
                    at = end + 1;
                }
            }
        }
        assert_eq!((words[0].as_str(), words[3].as_str()), ("P5", "255"), "{}", path.display());
        let [width, height] = [1, 2].map(|word| words[word].parse().unwrap());
        Grey { width, height, values: bytes[at..].to_vec() }
    }

    fn ours(pixels: &Pixels) -> Grey {
        let grey =
            |rgb: &[u8]| (u32::from(rgb[0]) * 299 + u32::from(rgb[1]) * 587 + u32::from(rgb[2]) * 114) / 1000;
        let values = pixels.rgb.chunks_exact(3).map(|rgb| grey(rgb) as u8).collect();
        Grey { width: pixels.width as usize, height: pixels.height as usize, values }
    }

    /// The mean of the square at a place, in squares.
    fn square(&self, column: usize, row: usize) -> f64 {
        let (mut sum, mut count) = (0.0, 0.0);
        for y in row * SQUARE..((row + 1) * SQUARE).min(self.height) {
            for x in column * SQUARE..((column + 1) * SQUARE).min(self.width) {
                sum += f64::from(self.values[y * self.width + x]);
                count += 1.0;
            }
        }
        sum / f64::max(count, 1.0)
    }

    /// How far two pages differ: in the mean, and in the square that differs most.
    fn differs(&self, other: &Grey) -> (f64, f64) {
        assert!(self.width.abs_diff(other.width) <= 1 && self.height.abs_diff(other.height) <= 1);
        let columns = self.width.min(other.width) / SQUARE;
        let rows = self.height.min(other.height) / SQUARE;
        let (mut sum, mut most) = (0.0, 0.0);
        for row in 0..rows {
            for column in 0..columns {
                let far = (self.square(column, row) - other.square(column, row)).abs();
                sum += far;
                most = f64::max(most, far);
            }
        }
        (sum / (columns * rows) as f64, most)
    }
}

/// One page of each kind: that on which each page of the matter, the first part and the first pieces begin, and the
/// second of a piece.
fn of_each_kind(book: &Book) -> BTreeSet<usize> {
    let mut pages = BTreeSet::new();
    let mut pieces = 0;
    for chapter in &book.chapters {
        if chapter.file.starts_with("pieces") {
            pieces += 1;
            if pieces == 1 {
                pages.insert(chapter.first + 1);
            }
            if pieces > 4 {
                continue;
            }
        }
        pages.insert(chapter.first);
    }
    pages.retain(|page| *page < book.sheets.len());
    pages
}

#[test]
fn poppler_and_mupdf_show_the_pages_that_we_paint() {
    let mut compared = 0;
    for edition in [SAMPLE, TRIAL, URDU] {
        let printed = Printed::of(edition);
        let mut painter = Painter::new();
        for page in of_each_kind(&printed.book) {
            let number = (page + 1).to_string();
            let dpi = DPI.to_string();
            let poppler =
                ["-r", &dpi, "-gray", "-singlefile", "-f", &number, "-l", &number, "book.pdf", "poppler"];
            let mupdf = ["draw", "-q", "-r", &dpi, "-c", "gray", "-o", "mupdf.pgm", "book.pdf", &number];
            let sheet = &printed.book.sheets[page];
            let ours = painter.paint(&printed.book, &printed.edition, sheet, DPI, Colours::BLACK_ON_WHITE);
            let ours = Grey::ours(&ours);
            for (program, arguments) in [("pdftoppm", &poppler[..]), ("mutool", &mupdf)] {
                let Some(_) = ask(program, arguments, printed.folder.path()) else { continue };
                let file = if program == "mutool" { "mupdf.pgm" } else { "poppler.pgm" };
                let (mean, most) = ours.differs(&Grey::read(&printed.path(file)));
                if std::env::var_os("TELL").is_some() {
                    println!("{edition}, page {number}, {program}: {mean:.2} {most:.1}");
                }
                assert!(
                    mean < MEAN && most < MOST,
                    "{edition}, page {number}, {program}: {mean:.2}, {most:.1}"
                );
                compared += 1;
            }
        }
    }
    let must = std::env::var_os("PAMPHLETEER_VALIDATORS").is_some();
    assert!(!must || compared > 60, "only {compared} pages were compared");
}

/// Of 255 greys: edges of letters are drawn a little otherwise by each program. A letter that is missing or stands a
/// point off is 60 and more in its square.
const MEAN: f64 = 2.0;
const MOST: f64 = 40.0;

/// Letters and figures alone.
fn bare(word: &str) -> String {
    word.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// How often each word stands in a text whose divided words are whole again.
fn counted(text: &str) -> BTreeMap<String, usize> {
    // Addresses break behind their slashes, without a sign.
    let healed = ["\u{ad}\n", "\u{2010}\n", "-\n", "/\n"]
        .iter()
        .fold(text.to_string(), |text, end| text.replace(end, ""));
    let mut words = BTreeMap::new();
    for word in healed.split_whitespace().map(bare).filter(|word| !word.is_empty()) {
        *words.entry(word).or_insert(0) += 1;
    }
    words
}

/// The words of a piece that a text has too seldom.
fn lacking(body: &Text, text: &str) -> Vec<String> {
    let mut source = String::new();
    body.each_paragraph(&mut |paragraph| source += &format!("{}\n", paragraph.words()));
    let found = counted(text);
    // The number of a note stands close to its word.
    let with_note = |word: &str| {
        let noted = found.range(word.to_string()..).take_while(|(other, _)| other.starts_with(word));
        let is_note = |rest: &str| rest.len() <= 2 && rest.chars().all(|figure| figure.is_ascii_digit());
        noted.filter(|(other, _)| is_note(&other[word.len()..])).map(|(_, count)| count).sum::<usize>()
    };
    counted(&source).into_iter().filter(|(word, count)| with_note(word) < *count).map(|(w, _)| w).collect()
}

#[test]
fn other_programs_take_the_words_of_the_pieces_out_of_the_pdf() {
    const PYPDF: &str =
        "import pypdf; print('\\f'.join(p.extract_text() for p in pypdf.PdfReader('book.pdf').pages))";
    for edition in [SAMPLE, TRIAL, URDU] {
        let printed = Printed::of(edition);
        for (program, arguments) in [
            ("pdftotext", &["book.pdf", "-"][..]),
            ("mutool", &["draw", "-q", "-F", "txt", "book.pdf"]),
            ("python3", &["-c", PYPDF]),
        ] {
            let Some(text) = ask(program, arguments, printed.folder.path()) else { continue };
            let text = String::from_utf8(text).unwrap();
            let pages: Vec<&str> = text.split('\u{c}').collect();
            assert!(pages.len() >= printed.book.sheets.len(), "{program}: {} pages", pages.len());
            for chapter in printed.book.chapters.iter().filter(|c| c.file.starts_with("pieces")) {
                let text = pages[chapter.first..chapter.first + chapter.count].join("\n");
                let (_, piece) =
                    printed.edition.included().find(|(_, piece)| piece.file == chapter.file).unwrap();
                let mut lacking = lacking(&piece.body, &text);
                // pypdf takes what is raised for a word of its own; it and mupdf before 1.24 look at glyphs alone, of
                // which joined letters have several, and not at the text that is said to be theirs. pdftotext sets
                // spaces of lines that run both ways beside other words.
                let is_joined =
                    |word: &str| word.chars().any(|letter| ('\u{600}'..'\u{780}').contains(&letter));
                let runs_both_ways = is_joined(&piece.markdown);
                let letters = bare(&text);
                let is_apart = program != "python3" && !runs_both_ways;
                lacking.retain(|word| is_apart || !letters.contains(word));
                lacking.retain(|word| program == "pdftotext" || !is_joined(word));
                assert!(lacking.is_empty(), "{edition}, {program}, {}: {lacking:?}", chapter.file.display());
            }
        }
    }
}
