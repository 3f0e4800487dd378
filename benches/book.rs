//! What it costs to make a book: `cargo bench`.
//!
//! Measured on a text of 85 pieces and some 190,000 words that is made up here, and, where the variable
//! `PAMPHLETEER_CORPUS` names the folder of an edition, on that edition too.

#![allow(missing_docs, reason = "the macros of criterion write undocumented functions")]
#![allow(clippy::unwrap_used, reason = "a benchmark that can't run has no figure")]

use criterion::{Criterion, criterion_group, criterion_main};
use pamphleteer::book::{self, cache::Cache};
use pamphleteer::edition::markdown::{self, Context};
use pamphleteer::edition::piece::Piece;
use pamphleteer::edition::text::Paragraph;
use pamphleteer::edition::{Edition, Part, folder};
use pamphleteer::notice::Notices;
use pamphleteer::output;
use std::hint::black_box;
use std::sync::Arc;

const PIECES: usize = 85;
const PARAGRAPHS: usize = 19;
const WORDS: usize = 118;

/// Words of English lengths and letters; which comes next follows from a small generator, the same every time.
const VOCABULARY: &str = "the of and to in a that it is for on with as be by which not this but from or have an \
    they we people government state power union public great against constitution national would authority \
    nation members legislative objection experience necessary circumstances representatives administration \
    justice liberty reason question judgment office proper effect means common interests particular \
    establishment different subject every always never perhaps neighbouring considerable difficulty";

struct Generator {
    state: u64,
    words: Vec<&'static str>,
}

impl Generator {
    fn new() -> Generator {
        Generator { state: 0x9e37_79b9_7f4a_7c15, words: VOCABULARY.split_whitespace().collect() }
    }

    fn next(&mut self, below: usize) -> usize {
        // Xorshift (Marsaglia 2003).
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        (self.state % below as u64) as usize
    }

    fn paragraph(&mut self) -> String {
        let length = WORDS / 2 + self.next(WORDS);
        let mut text = String::new();
        let mut begins = true;
        for index in 0..length {
            // Short words come first in the list and often in the text.
            let most = if self.next(2) == 0 { 24 } else { self.words.len() };
            let chosen = self.next(most);
            let word = self.words[chosen];
            match begins {
                true => {
                    text.extend(word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)))
                }
                false => text.push_str(word),
            }
            begins = self.next(18) == 0 || index + 1 == length;
            text.push_str(if begins {
                ". "
            } else if self.next(9) == 0 {
                ", "
            } else {
                " "
            });
        }
        text.trim_end().to_string()
    }

    fn piece(&mut self, number: usize) -> Arc<Piece> {
        let paragraphs: Vec<String> = (0..PARAGRAPHS).map(|_| self.paragraph()).collect();
        let piece = Piece {
            file: format!("pieces/{number}.md").into(),
            title: Paragraph::plain(format!("Opinion number {number}")),
            include: true,
            ..Piece::default()
        };
        Arc::new(with_body(&piece, &paragraphs.join("\n\n")))
    }
}

fn with_body(piece: &Piece, markdown: &str) -> Piece {
    let context = Context { file: &piece.file, ..Context::default() };
    Piece {
        body: markdown::read(markdown, &context, &mut Notices::new()),
        markdown: markdown.into(),
        ..piece.clone()
    }
}

fn generated(times: usize) -> Edition {
    let mut generator = Generator::new();
    let pieces = (1..=PIECES * times).map(|number| generator.piece(number)).collect();
    Edition {
        title: "Generated".into(),
        parts: vec![Part { pieces, ..Part::default() }],
        ..Edition::default()
    }
}

fn typeset(edition: &Edition, cache: &Cache) -> book::Book {
    book::typeset(edition, cache, &mut Notices::new())
}

/// The edition with one word added in the middle of one piece.
fn edited(edition: &Edition, word: &str) -> Edition {
    let mut edition = edition.clone();
    let part = edition.parts.iter_mut().find(|part| !part.pieces.is_empty()).unwrap();
    let middle = part.pieces.len() / 2;
    let piece = &part.pieces[middle];
    let (before, after) = piece
        .markdown
        .split_at(piece.markdown[piece.markdown.len() / 2..].find(' ').unwrap() + piece.markdown.len() / 2);
    let markdown = format!("{before} {word}{after}");
    part.pieces[middle] = Arc::new(with_body(piece, &markdown));
    edition
}

fn measure(criterion: &mut Criterion, name: &str, edition: &Edition) {
    let mut group = criterion.benchmark_group(name);
    group.sample_size(10);
    group.bench_function("typeset", |bencher| {
        bencher.iter(|| black_box(typeset(edition, &Cache::single_run())));
    });
    let book = typeset(edition, &Cache::single_run());
    group.bench_function("pdf", |bencher| {
        bencher.iter(|| output::pdf::write(&book, edition, &mut Notices::new()).unwrap());
    });
    group.bench_function("epub", |bencher| {
        bencher.iter(|| output::epub::write(edition, &book).unwrap());
    });
    // Two texts in turn, so that every round changes a word.
    let cache = Cache::new();
    let texts = [edited(edition, "seldom"), edited(edition, "often")];
    texts.iter().for_each(|text| drop(typeset(text, &cache)));
    let mut round = 0;
    group.bench_function("one word changed, to positioned pages", |bencher| {
        bencher.iter_batched(
            || {
                round += 1;
                edited(edition, &format!("word{round}"))
            },
            |text| black_box(typeset(&text, &cache)),
            criterion::BatchSize::PerIteration,
        );
    });
    group.finish();
}

fn of_generated_text(criterion: &mut Criterion) {
    measure(criterion, "generated", &generated(1));
    let large = generated(10);
    let mut group = criterion.benchmark_group("generated, ten times the text");
    group.sample_size(10);
    group.bench_function("typeset", |bencher| {
        bencher.iter(|| black_box(typeset(&large, &Cache::single_run())));
    });
    group.finish();
}

fn of_a_corpus(criterion: &mut Criterion) {
    let Some(dir) = std::env::var_os("PAMPHLETEER_CORPUS") else { return };
    let edition = folder::load(dir.as_ref(), &mut Notices::new()).unwrap();
    measure(criterion, "corpus", &edition);
}

criterion_group!(benches, of_generated_text, of_a_corpus);
criterion_main!(benches);
