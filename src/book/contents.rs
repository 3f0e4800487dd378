//! The contents: parts, titles, standfirsts, authors, and page numbers that are filled in when the book is joined.

use super::chapter::{Chapter, Kind, heading};
use crate::design::{Align, BlockStyle, Design, Role};
use crate::edition::Edition;
use crate::edition::matter::Depth;
use crate::edition::text::{Mark, Paragraph};
use crate::edition::words::Words;
use crate::page::blocks::Builder;
use crate::page::content::content;
use crate::page::sheet::{NodeId, NodeKind};
use crate::text::Content;
use crate::units::{Binding, Length};
use std::sync::Arc;

/// Adds the contents. Its length is fixed by its entries; the numbers stand in a column of their own.
pub(super) fn add(builder: &mut Builder<'_, '_>, edition: &Edition, chapters: &[Chapter<'_>]) {
    heading(builder, Words::of(edition.language).contents);
    builder.let_pages_be_ragged();
    let list = builder.desk.node(NodeKind::Contents, NodeId(0), edition.language, None);
    let mut in_part = false;
    let depth = edition.matter.depth();
    for chapter in chapters {
        let node = builder.desk.node(NodeKind::ContentsItem, list, chapter.language, None);
        builder.set_parent(node);
        builder.set_language(chapter.language);
        match &chapter.kind {
            Kind::PartPage(part) => {
                let title = part.title.clone().unwrap_or_default();
                entry(builder, Role::ContentsPart, &title, &chapter.name);
                in_part = true;
            }
            Kind::Piece(piece) => {
                entry(builder, Role::ContentsEntry, &piece.title, &chapter.name);
                if let Some(standfirst) = piece.subtitle.as_ref().filter(|_| depth == Depth::Standfirsts) {
                    below(builder, Role::ContentsStandfirst, standfirst);
                }
                if depth != Depth::Pieces {
                    below(builder, Role::ContentsAuthor, &Paragraph::plain(edition.byline(piece)));
                }
            }
            _ if chapter.is_listed() => {
                let title = Paragraph::plain(chapter.title.as_deref().unwrap_or_default());
                entry(builder, Role::ContentsEntry, &title, &chapter.name);
                // What follows the parts belongs to none of them.
                let apart = builder.desk.studio.design.style(Role::ContentsPart).before;
                if let Some(last) = builder.last().filter(|_| in_part) {
                    last.before = apart;
                }
            }
            _ => {}
        }
    }
    builder.set_parent(NodeId(0));
}

fn entry(builder: &mut Builder<'_, '_>, role: Role, title: &Paragraph, name: &Arc<str>) {
    if title.is_empty() {
        return;
    }
    let design = builder.desk.studio.design;
    let style = design.style(role);
    let content = content(&listed(title), style.text, builder.language());
    let style = turned(hung(style, design.body_size), &content, design);
    builder.lines(role, &style, content, 0..0, None);
    if let Some(last) = builder.last() {
        last.reference = Some(format!("/{name}").into());
    }
}

/// Words of a page as they are listed: broken for their own page, they run on here, and lead nowhere else.
fn listed(words: &Paragraph) -> Paragraph {
    let mut words = words.clone();
    words.text = words.text.replace('\n', " ").into();
    words.marks.retain(|m| !matches!(m.mark, Mark::Link(_) | Mark::Note(_) | Mark::Index(_)));
    words.source = 0..0;
    words
}

/// Turned lines are set in, and the column of numbers stays free.
fn hung(style: BlockStyle, em: Length) -> BlockStyle {
    BlockStyle { start: style.start + em, first_indent: -em, end: em * 3, ..style }
}

/// A title that runs in the other direction begins where the others begin, and its lines end at the numbers.
fn turned(style: BlockStyle, content: &Content, design: &Design) -> BlockStyle {
    if content.language.is_right_to_left() == (design.binding == Binding::Right) {
        return style;
    }
    let (start, end) = (style.end, style.start + style.first_indent);
    BlockStyle { start, end, first_indent: Length::ZERO, align: Align::End, ..style }
}

/// A line below a title.
fn below(builder: &mut Builder<'_, '_>, role: Role, words: &Paragraph) {
    if words.is_empty() {
        return;
    }
    let design = builder.desk.studio.design;
    if let Some(title) = builder.last() {
        title.keep_with_next = true;
    }
    let style = hung(design.style(role), design.body_size);
    let style = BlockStyle { first_indent: Length::ZERO, ..style };
    let content = content(&listed(words), style.text, builder.language());
    let style = turned(style, &content, design);
    builder.lines(role, &style, content, 0..0, None);
}
