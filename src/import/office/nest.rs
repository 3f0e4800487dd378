//! Flat paragraphs become nested blocks: neighbours of one quotation, list or listing are put together, captions
//! to their pictures, and headings are counted from 1.

use super::{Body, Bullet, Item, Role, Sign, Words, guess};
use crate::edition::text::marks::slice;
use crate::edition::text::{Block, Mark, Paragraph, QuoteKind};
use crate::import::limits;
use crate::import::manuscript::{Line, Style};
use std::iter::Peekable;
use std::vec::IntoIter;

/// Marks times line breaks, up to which a paragraph is cut with its marks.
const MARKS_TO_CUT: usize = 10_000_000;

/// The lines of a manuscript.
pub(in super::super) fn lines(mut items: Vec<Item>) -> Vec<Line> {
    guess::guess(&mut items);
    let mut items = split(items).into_iter().peekable();
    let mut lines: Vec<Line> = Vec::new();
    while let Some(Item { body, number }) = items.next() {
        let line = |block, style| Line { block, style, article: None, number };
        match body {
            Body::Block(block) => lines.push(line(block, Style::Plain)),
            Body::Words(words) => match words.role {
                Role::Styled(Style::Caption) => caption(words.text, number, &mut lines),
                Role::Styled(style) => lines.push(line(Block::Paragraph(plain_weight(words)), style)),
                _ => lines.push(line(block(words, &mut items), Style::Plain)),
            },
        }
    }
    let mut lines = table_captions(lines);
    levels(&mut lines);
    lines
}

/// The blocks of a note or a cell.
pub(in super::super) fn blocks(items: Vec<Item>) -> Vec<Block> {
    let mut items = split(items).into_iter().peekable();
    let mut blocks = Vec::new();
    while let Some(Item { body, .. }) = items.next() {
        blocks.push(match body {
            Body::Block(block) => block,
            Body::Words(words) => block(words, &mut items),
        });
    }
    blocks
}

/// The block that begins with this paragraph.
fn block(words: Words, items: &mut Peekable<IntoIter<Item>>) -> Block {
    match (words.role, words.bullet) {
        (Role::Heading(level), _) => Block::Heading { level, text: plain_weight(words), id: None },
        (Role::Rule, _) => Block::Ornament,
        (Role::Code, _) => code(words, items),
        (Role::Quote, _) => quote(words, items),
        (_, Some(bullet)) => list(words, bullet, items, 0),
        _ if words.is_indented => quote(words, items),
        _ => Block::Paragraph(words.text),
    }
}

fn is_quote(words: &Words) -> bool {
    words.role == Role::Quote || (words.role == Role::Body && words.is_indented && words.bullet.is_none())
}

fn quote(first: Words, items: &mut Peekable<IntoIter<Item>>) -> Block {
    let mut blocks = Vec::new();
    let mut next = Some(first);
    while let Some(words) = next {
        blocks.push(match words.bullet {
            Some(bullet) => list(words, bullet, items, 0),
            None => Block::Paragraph(words.text),
        });
        next = next_words(items, is_quote);
    }
    Block::Quote { kind: QuoteKind::Quote, blocks, attribution: None }
}

fn code(first: Words, items: &mut Peekable<IntoIter<Item>>) -> Block {
    let mut text = first.text.text.to_string();
    while let Some(words) = next_words(items, |words| words.role == Role::Code) {
        text.push('\n');
        text.push_str(&words.text.text);
    }
    Block::Code(text.into())
}

/// The list that begins with this item.
fn list(first: Words, bullet: Bullet, items: &mut Peekable<IntoIter<Item>>, depth: usize) -> Block {
    let start = match bullet.sign {
        Sign::Number(number) => Some(number),
        Sign::Dot | Sign::None => None,
    };
    let mut rows = vec![vec![Block::Paragraph(first.text)]];
    loop {
        let same = |other: &Bullet| other.level <= bullet.level || depth >= limits::BLOCK_DEPTH;
        let is_item = |words: &Words| {
            words.bullet.is_some_and(|other| match other.sign {
                Sign::None => same(&other) && other.level == bullet.level,
                sign => {
                    let is_number = matches!(sign, Sign::Number(_));
                    same(&other)
                        && other.level == bullet.level
                        && is_number == start.is_some()
                        // Another list of numbers counts anew; dots are dots.
                        && (!is_number || other.list == bullet.list || sign != Sign::Number(1))
                }
            })
        };
        let is_deeper = |words: &Words| words.bullet.is_some_and(|other| other.level > bullet.level);
        if let Some(words) = next_words(items, is_item) {
            match words.bullet.map(|bullet| bullet.sign) {
                Some(Sign::None) => push(&mut rows, Block::Paragraph(words.text)),
                _ => rows.push(vec![Block::Paragraph(words.text)]),
            }
        } else if let Some(words) = next_words(items, is_deeper) {
            let inner = words.bullet.unwrap_or(bullet);
            let block = match inner.sign {
                Sign::None => Block::Paragraph(words.text),
                _ if depth < limits::BLOCK_DEPTH => list(words, inner, items, depth + 1),
                _ => Block::Paragraph(words.text),
            };
            push(&mut rows, block);
        } else {
            return Block::List { start, items: rows };
        }
    }
}

fn push(rows: &mut [Vec<Block>], block: Block) {
    if let Some(row) = rows.last_mut() {
        row.push(block);
    }
}

/// The next paragraph, if it is one of these.
fn next_words(items: &mut Peekable<IntoIter<Item>>, is_one: impl Fn(&Words) -> bool) -> Option<Words> {
    let next = items.next_if(|item| item.as_words().is_some_and(|words| belongs(words) && is_one(words)))?;
    match next.body {
        Body::Words(words) => Some(words),
        Body::Block(_) => None,
    }
}

/// Whether a paragraph can be part of a quotation, a list or a listing at all.
fn belongs(words: &Words) -> bool {
    matches!(words.role, Role::Body | Role::Quote | Role::Code)
}

/// Leaves out empty paragraphs, and cuts others where an empty line was made with two line breaks.
fn split(items: Vec<Item>) -> Vec<Item> {
    let mut out = Vec::with_capacity(items.len());
    for Item { body, number } in items {
        let Body::Words(words) = body else {
            out.push(Item { body, number });
            continue;
        };
        if words.role == Role::Rule && words.text.is_empty() {
            out.push(Item::words(words, number));
        } else if words.role == Role::Code || !words.text.text.contains('\n') {
            if !words.text.is_empty() {
                out.push(Item::words(words, number));
            }
        } else {
            let parts = paragraphs(&words.text);
            // Each gets a copy of the rest, which must not hold all the marks.
            let words = Words { text: Paragraph::default(), ..words };
            for (index, text) in parts.into_iter().enumerate() {
                let bullet = words.bullet.map(|bullet| match index {
                    0 => bullet,
                    _ => Bullet { sign: Sign::None, ..bullet },
                });
                out.push(Item::words(Words { text, bullet, ..words.clone() }, number));
            }
        }
    }
    out
}

/// The paragraphs between empty lines.
fn paragraphs(paragraph: &Paragraph) -> Vec<Paragraph> {
    let text = &paragraph.text;
    // Each cut looks at all marks; nobody writes so many into one paragraph, unless to see what happens.
    if paragraph.marks.len().saturating_mul(text.matches('\n').count()) > MARKS_TO_CUT {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        return lines.map(Paragraph::plain).collect();
    }
    let mut found = Vec::new();
    let (mut start, mut end, mut at) = (0, 0, 0);
    let mut add = |start: usize, end: usize| {
        let words = &text[start..end];
        let from = start + words.len() - words.trim_start().len();
        if !words.trim().is_empty() {
            found.push(slice(paragraph, from..from + words.trim().len()));
        }
    };
    for line in text.split('\n') {
        if line.trim().is_empty() {
            add(start, end.max(start));
            start = (at + line.len() + 1).min(text.len());
        }
        at += line.len() + 1;
        end = (at - 1).max(start);
    }
    add(start, end.max(start).min(text.len()));
    found
}

/// Words without the weight that goes without saying in a heading.
fn plain_weight(words: Words) -> Paragraph {
    let mut text = words.text;
    lighten(&mut text);
    text
}

/// Takes away a weight that all letters have.
pub(super) fn lighten(paragraph: &mut Paragraph) {
    let text = &paragraph.text;
    let is_heavy = |at: usize| {
        paragraph
            .marks
            .iter()
            .any(|marked| matches!(marked.mark, Mark::Strong | Mark::Note(_)) && marked.range.contains(&at))
    };
    if text.len() <= limits::TITLE * 4
        && text.char_indices().all(|(at, letter)| letter.is_whitespace() || is_heavy(at))
    {
        paragraph.marks.retain(|marked| marked.mark != Mark::Strong);
    }
}

/// Gives a caption to the picture or table before it, or lets it stand as a line.
fn caption(text: Paragraph, number: usize, lines: &mut Vec<Line>) {
    match lines.last_mut().map(|line| &mut line.block) {
        Some(Block::Figure { caption: caption @ None, .. }) => *caption = Some(text),
        _ => lines.push(Line { block: Block::Paragraph(text), style: Style::Caption, article: None, number }),
    }
}

/// Gives captions that stand above or below a table to it.
fn table_captions(lines: Vec<Line>) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::with_capacity(lines.len());
    for mut line in lines {
        let before = out.last_mut();
        match (before, &mut line) {
            (Some(above), Line { block: Block::Table(table), .. })
                if above.style == Style::Caption && table.caption.is_none() =>
            {
                table.caption = words_of(above);
                out.pop();
            }
            (Some(Line { block: Block::Table(table), .. }), below)
                if below.style == Style::Caption && table.caption.is_none() =>
            {
                table.caption = words_of(below);
                continue;
            }
            _ => {}
        }
        out.push(line);
    }
    out
}

fn words_of(line: &Line) -> Option<Paragraph> {
    match &line.block {
        Block::Paragraph(words) => Some(words.clone()),
        _ => None,
    }
}

/// Counts headings from 1, whatever the file used.
fn levels(lines: &mut [Line]) {
    let level = |line: &Line| match line.block {
        Block::Heading { level, .. } => Some(level),
        _ => None,
    };
    let above = lines.iter().filter_map(level).min().unwrap_or(1).saturating_sub(1);
    for line in lines {
        if let Block::Heading { level, .. } = &mut line.block {
            *level -= above;
        }
    }
}
