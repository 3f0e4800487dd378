//! Fenced blocks, as Pandoc writes them: `::: pullquote` or `::: epigraph`, the words, and `:::`.
//!
//! The parser knows none. It is shown breaks (`***`) of as many bytes in the place of their fences, which end
//! paragraphs, lists and tables as a fence must; the reader looks up what each break really is. Where the parser sees
//! no break, as in program text, there is no fence.

use super::notes::Found;
use crate::edition::text::QuoteKind;
use pulldown_cmark::{Event, Tag};
use std::borrow::Cow;
use std::ops::Range;

/// What a fence begins with.
pub(super) const FENCE: &str = ":::";

/// So often the parser is asked which fences it sees: what is still unclear then is no fence.
const ROUNDS: usize = 4;

/// The name of a kind behind its fence.
pub(super) fn name(kind: QuoteKind) -> Option<&'static str> {
    match kind {
        QuoteKind::Quote => None,
        QuoteKind::Pull => Some("pullquote"),
        QuoteKind::Epigraph => Some("epigraph"),
    }
}

fn kind(name: &str) -> Option<QuoteKind> {
    match name {
        "pullquote" | "pull-quote" => Some(QuoteKind::Pull),
        "epigraph" => Some(QuoteKind::Epigraph),
        _ => None,
    }
}

/// The fences of a text.
#[derive(Debug, Default)]
pub(super) struct Fences {
    blocks: Vec<Fenced>,
    /// Lines that look like a fence and are none.
    pub(super) odd: Vec<Range<usize>>,
}

/// A fenced block: the bytes of its two lines.
#[derive(Clone, Debug)]
struct Fenced {
    kind: QuoteKind,
    open: Range<usize>,
    close: Range<usize>,
}

impl Fences {
    /// Finds the fences of `source`, which `parse` makes events of.
    pub(super) fn find(source: &str, parse: impl Fn(&str) -> Vec<(Event<'_>, Range<usize>)>) -> Fences {
        if !source.contains(FENCE) {
            return Fences::default();
        }
        let lines = lines(source, &literal(&parse(source)));
        let mut fences = Fences { blocks: pairs(source, &lines), odd: Vec::new() };
        for round in 0..ROUNDS {
            let breaks = breaks(&parse(&fences.shown(source)));
            let is_seen = |line: &Range<usize>| breaks.binary_search(&line.start).is_ok();
            let before = fences.blocks.len();
            fences.blocks.retain(|block| round + 1 < ROUNDS && is_seen(&block.open) && is_seen(&block.close));
            if fences.blocks.len() == before {
                break;
            }
        }
        fences.odd = lines.into_iter().filter(|line| fences.at(line.start).is_none()).collect();
        fences
    }

    /// The source as the parser is to see it.
    pub(super) fn shown<'s>(&self, source: &'s str) -> Cow<'s, str> {
        if self.blocks.is_empty() {
            return Cow::Borrowed(source);
        }
        let mut shown = source.to_string();
        for line in self.blocks.iter().flat_map(|block| [&block.open, &block.close]) {
            let width = line.len();
            shown.replace_range(line.clone(), &format!("{:<width$}", "***"));
        }
        Cow::Owned(shown)
    }

    /// What the break at this byte really is: the opening of a fenced block, or its end (`None`).
    pub(super) fn at(&self, byte: usize) -> Option<Option<QuoteKind>> {
        let index = self.blocks.partition_point(|block| block.close.start < byte);
        let block = self.blocks.get(index)?;
        if block.open.start == byte {
            return Some(Some(block.kind));
        }
        (block.close.start == byte).then_some(None)
    }
}

/// The ranges that are kept as they stand.
fn literal(events: &[Found<'_>]) -> Vec<Range<usize>> {
    let literal =
        events.iter().filter(|(event, _)| matches!(event, Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock)));
    literal.map(|(_, range)| range.clone()).collect()
}

/// Where breaks begin that stand in no other block.
fn breaks(events: &[Found<'_>]) -> Vec<usize> {
    let mut depth = 0;
    let mut breaks = Vec::new();
    for (event, range) in events {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            Event::Rule if depth == 0 => breaks.push(range.start),
            _ => {}
        }
    }
    breaks
}

/// Lines that look like a fence, without their ends.
fn lines(source: &str, literal: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in source.split_inclusive('\n') {
        let words = line.trim_end();
        let index = literal.partition_point(|range| range.end <= start);
        let is_literal = literal.get(index).is_some_and(|range| range.start <= start);
        if words.trim_start_matches([' ', '>']).starts_with(FENCE) && !is_literal {
            lines.push(start..start + words.len());
        }
        start += line.len();
    }
    lines
}

/// Pairs each known opening with the next closing fence.
fn pairs(source: &str, lines: &[Range<usize>]) -> Vec<Fenced> {
    let mut blocks = Vec::new();
    let mut open: Option<(QuoteKind, Range<usize>)> = None;
    for line in lines {
        let words = source[line.clone()].trim_matches(':').trim();
        if !source[line.clone()].starts_with(FENCE) {
            continue;
        }
        if words.is_empty() {
            let opened = open.take();
            blocks.extend(opened.map(|(kind, open)| Fenced { kind, open, close: line.clone() }));
        } else {
            let class = words.strip_prefix("{.").and_then(|rest| rest.strip_suffix('}'));
            open = kind(class.unwrap_or(words)).map(|kind| (kind, line.clone()));
        }
    }
    blocks
}
