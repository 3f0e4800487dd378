//! The contents: parts, titles, authors, and page numbers that are filled in when the book is joined.

use super::chapter::{Chapter, Kind, heading};
use crate::design::{Align, BlockStyle, Design, Role};
use crate::edition::Edition;
use crate::edition::text::Paragraph;
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
                author(builder, &edition.byline(piece));
            }
            Kind::Foreword(_) | Kind::Notes | Kind::Contributors | Kind::Sources(_) | Kind::Index(..) => {
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
    let mut words = title.clone();
    // A title broken for its own page runs on here, and leads nowhere else.
    words.text = words.text.replace('\n', " ").into();
    words.marks.retain(|m| {
        !matches!(m.mark, crate::edition::text::Mark::Link(_) | crate::edition::text::Mark::Note(_))
    });
    words.source = 0..0;
    let content = content(&words, style.text, builder.language());
    let style = turned(hung(style, design.body_size), &content, design);
    builder.lines(role, &style, content, 0..0, None);
    if let Some(last) = builder.last() {
        last.reference = Some(format!("/{name}").into());
    }
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

fn author(builder: &mut Builder<'_, '_>, byline: &str) {
    if byline.is_empty() {
        return;
    }
    let design = builder.desk.studio.design;
    if let Some(title) = builder.last() {
        title.keep_with_next = true;
    }
    let style = hung(design.style(Role::ContentsAuthor), design.body_size);
    let style = BlockStyle { first_indent: Length::ZERO, ..style };
    let content = content(&Paragraph::plain(byline), style.text, builder.language());
    let style = turned(style, &content, design);
    builder.lines(Role::ContentsAuthor, &style, content, 0..0, None);
}
