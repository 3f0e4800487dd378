//! An edition made up of a small generator's words, the same every time, and the allocator of the program.

#![allow(dead_code, reason = "each benchmark uses its part")]

use pamphleteer::edition::markdown::{self, Context};
use pamphleteer::edition::piece::Piece;
use pamphleteer::edition::text::Paragraph;
use pamphleteer::edition::{Edition, Part};
use pamphleteer::notice::Notices;
use std::sync::Arc;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

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

/// So many paragraphs of some 118 words.
pub(crate) fn paragraphs(count: usize) -> Vec<String> {
    let mut generator = Generator::new();
    (0..count).map(|_| generator.paragraph()).collect()
}

/// An edition of 85 pieces and some 190,000 words, so many times over.
pub(crate) fn generated(times: usize) -> Edition {
    let mut generator = Generator::new();
    let pieces = (1..=PIECES * times).map(|number| generator.piece(number)).collect();
    Edition {
        title: "Generated".into(),
        parts: vec![Part { pieces, ..Part::default() }],
        ..Edition::default()
    }
}

/// The edition with one word added in the middle of one piece.
pub(crate) fn edited(edition: &Edition, word: &str) -> Edition {
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
