//! What it costs to make a book: `cargo bench`.
//!
//! Measured on a text of 85 pieces and some 190,000 words that is made up here, and, where the variable
//! `PAMPHLETEER_CORPUS` names the folder of an edition, on that edition too.

#![allow(missing_docs, reason = "the macros of criterion write undocumented functions")]
#![allow(clippy::unwrap_used, reason = "a benchmark that can't run has no figure")]

mod common;

use common::{edited, generated};
use criterion::{Criterion, criterion_group, criterion_main};
use pamphleteer::book::{self, cache::Cache};
use pamphleteer::design::trim::Trim;
use pamphleteer::edition::{Edition, folder};
use pamphleteer::notice::Notices;
use pamphleteer::output::{self, file::FileKind};
use std::hint::black_box;
use std::time::{Duration, Instant};

fn typeset(edition: &Edition, cache: &Cache) -> book::Book {
    book::typeset(edition, cache, &mut Notices::new())
}

fn measure(criterion: &mut Criterion, name: &str, edition: &Edition) {
    let mut group = criterion.benchmark_group(name);
    group.sample_size(10);
    group.bench_function("typeset", |bencher| {
        bencher.iter(|| black_box(typeset(edition, &Cache::single_run())));
    });
    let book = typeset(edition, &Cache::single_run());
    for kind in FileKind::ALL {
        group.bench_function(kind.key(), |bencher| {
            bencher.iter(|| kind.make(&book, edition, Trim::A4, &mut Notices::new()).unwrap());
        });
    }
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

/// From a keystroke to positioned pages, one after the other as somebody types; the goal is 8 ms, 16 ms for 99 of 100.
fn keystrokes(name: &str, edition: &Edition) {
    let cache = Cache::new();
    typeset(edition, &cache);
    let mut word = String::new();
    let mut times: Vec<Duration> = (0..300)
        .map(|number| {
            word.push(if number % 6 == 5 { ' ' } else { 'e' });
            let text = edited(edition, &word);
            let begun = Instant::now();
            black_box(typeset(&text, &cache));
            begun.elapsed()
        })
        .collect();
    times.sort();
    let at = |share: usize| times[times.len() * share / 100].as_secs_f64() * 1e3;
    println!("{name}/one keystroke to positioned pages: half {:.2} ms, 99 % {:.2} ms", at(50), at(99));
}

fn of_generated_text(criterion: &mut Criterion) {
    measure(criterion, "generated", &generated(1));
    keystrokes("generated", &generated(1));
    let large = generated(10);
    let mut group = criterion.benchmark_group("generated, ten times the text");
    group.sample_size(10);
    group.bench_function("typeset", |bencher| {
        bencher.iter(|| black_box(typeset(&large, &Cache::single_run())));
    });
    let book = typeset(&large, &Cache::single_run());
    group.bench_function("pdf", |bencher| {
        bencher.iter(|| output::pdf::write(&book, &large, &mut Notices::new()).unwrap());
    });
    group.finish();
}

fn of_a_corpus(criterion: &mut Criterion) {
    let Some(dir) = std::env::var_os("PAMPHLETEER_CORPUS") else { return };
    let edition = folder::load(dir.as_ref(), &mut Notices::new()).unwrap();
    measure(criterion, "corpus", &edition);
    keystrokes("corpus", &edition);
}

criterion_group!(benches, of_generated_text, of_a_corpus);
criterion_main!(benches);
