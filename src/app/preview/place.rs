//! From a point of a page to the text that stands there, and back.

use crate::app::stage::Set;
use crate::book::ChapterPages;
use crate::edition::Edition;
use crate::page::sheet::{Item, NodeId, NodeKind, Sheet, SourceRange, Target};
use crate::text::line::Line;
use crate::units::{Length, Point};
use egui::{Rect, pos2};
use std::path::{Path, PathBuf};

/// What stands at a point.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A link to a page.
    Page(usize),
    /// A byte of a file of the edition.
    Source(PathBuf, usize),
    /// A piece, at a line that is made of its data: title, byline, note.
    Piece(PathBuf),
}

/// What stands at a point of a page.
pub(super) fn at(set: &Set, page: usize, point: Point, edition: &Edition) -> Option<Found> {
    let sheet = set.book.sheets.get(page)?;
    let inside = |area: crate::units::Rect| {
        point.x >= area.x
            && point.x <= area.x + area.width
            && point.y >= area.y
            && point.y <= area.y + area.height
    };
    if let Some(link) = sheet.links.iter().find(|link| inside(link.area))
        && let Target::Place(name) = &link.target
        && let Some(place) = set.book.destinations.iter().find(|place| place.name == *name)
    {
        return Some(Found::Page(place.sheet));
    }
    let (at, line, node) = sheet.items.iter().find_map(|item| match item {
        Item::Line { at, line, node } if covers(*at, line, point) => Some((*at, line, *node)),
        _ => None,
    })?;
    if let Some(source) = source_of(set, node) {
        let letter = letter_at(line, point.x - at.x);
        let byte = edition
            .piece(&source.file)
            .map_or(source.bytes.start, |piece| byte_in(&piece.markdown, source, line, letter));
        return Some(Found::Source(source.file.clone(), byte));
    }
    let mut chapters = set.book.chapters.iter();
    // Running heads belong to the book, and lead to the first piece of their page.
    let is_head = set.book.structure.node(node).kind == NodeKind::Artifact;
    let stands_here = |chapter: &&ChapterPages| match is_head {
        true => (chapter.first..chapter.first + chapter.count).contains(&page),
        false => chapter.nodes.contains(&node.0),
    };
    let chapter = chapters.find(stands_here)?;
    edition.piece(&chapter.file).map(|_| Found::Piece(chapter.file.clone()))
}

/// The area of the line in which a byte of a file stands, in points of paper.
pub(super) fn line_at(set: &Set, page: usize, file: &Path, byte: usize) -> Option<Rect> {
    let sheet = set.book.sheets.get(page)?;
    sheet.items.iter().find_map(|item| {
        let Item::Line { at, line, node } = item else { return None };
        let source =
            source_of(set, *node).filter(|source| source.file == file && source.bytes.contains(&byte))?;
        let share = |offset: u32| {
            let length = line.text.len().max(1);
            source.bytes.start + source.bytes.len() * offset as usize / length
        };
        let here = share(line.range.start)..share(line.range.end).max(share(line.range.start) + 1);
        here.contains(&byte).then(|| {
            let size = size_of(line);
            Rect::from_min_max(
                pos2(at.x.to_pt32(), (at.y - size.scale(0.8)).to_pt32()),
                pos2((at.x + line.width).to_pt32(), (at.y + size.scale(0.25)).to_pt32()),
            )
        })
    })
}

/// The words of a page, for those who can't see it.
pub(in crate::app) fn text_of(sheet: &Sheet) -> String {
    let mut text = String::new();
    for item in &sheet.items {
        if let Item::Line { line, .. } = item.upright() {
            text.push_str(line.text.get(line.range.start as usize..line.range.end as usize).unwrap_or(""));
            text.push(' ');
        }
    }
    text
}

fn source_of(set: &Set, node: NodeId) -> Option<&SourceRange> {
    let mut node = Some(node);
    while let Some(id) = node {
        let here = set.book.structure.node(id);
        if let Some(source) = &here.source {
            return Some(source);
        }
        node = here.parent;
    }
    None
}

fn size_of(line: &Line) -> Length {
    line.runs.iter().map(|run| run.size).max().unwrap_or(Length::pt(10.0))
}

fn covers(at: Point, line: &Line, point: Point) -> bool {
    let size = size_of(line);
    let (left, right) = (at.x + line.start, at.x + line.start + line.width);
    point.y >= at.y - size && point.y <= at.y + size.scale(0.35) && point.x >= left && point.x <= right
}

/// The byte of the paragraph's text at a distance from the line's start.
fn letter_at(line: &Line, x: Length) -> usize {
    let x = x - line.start;
    let mut best = line.range.start;
    for run in &line.runs {
        for (origin, cluster) in run.xs.iter().zip(&run.clusters) {
            if *origin <= x {
                best = *cluster;
            }
        }
    }
    best as usize
}

/// Whether a sign is a quotation mark or an apostrophe, in any form.
fn is_quote(sign: char) -> bool {
    matches!(sign, '"' | '\'' | '“' | '”' | '„' | '‘' | '’' | '‚' | '«' | '»' | '‹' | '›' | '״' | '׳')
}

/// The byte of the Markdown for a byte of the paragraph: about as far into the block, at the same letters.
fn byte_in(markdown: &str, source: &SourceRange, line: &Line, letter: usize) -> usize {
    let block = markdown.get(source.bytes.clone()).unwrap_or("");
    let about = block.len() * letter.min(line.text.len()) / line.text.len().max(1);
    // From the beginning of the word, so that the letters can be found again whatever is marked up around it.
    let before = line.text.get(..letter).unwrap_or("");
    // Only as far as quotation marks, which are printed otherwise than they were typed.
    let ends = |letter: char| letter.is_whitespace() || is_quote(letter);
    let word = before.char_indices().rfind(|(_, letter)| ends(*letter));
    let word = word.map_or(0, |(at, letter)| at + letter.len_utf8());
    let rest = line.text.get(word..).unwrap_or("");
    let needle: String = rest.chars().take_while(|letter| !ends(*letter)).collect();
    let nearest = block.match_indices(&needle).filter(|_| !needle.is_empty());
    let nearest =
        nearest.min_by_key(|(at, _)| at.abs_diff(about)).map(|(at, _)| at + letter.saturating_sub(word));
    let mut byte = nearest.unwrap_or(about).min(block.len());
    while !block.is_char_boundary(byte) {
        byte -= 1;
    }
    source.bytes.start + byte
}
