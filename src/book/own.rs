//! The editor's own words on a page around the pieces, in the dress of that page.

use super::chapter::{Chapter, heading};
use super::front;
use super::refer::References;
use crate::design::Role;
use crate::edition::matter::FreeText;
use crate::edition::matter::order::Page;
use crate::edition::text::Block;
use crate::page::blocks::Builder;

/// Adds the words that stand on `page`, or on a page of the editor's own.
pub(super) fn add(
    builder: &mut Builder<'_, '_>,
    this: &Chapter<'_>,
    page: Option<Page>,
    own: &FreeText,
    references: References<'_>,
) {
    let text = references.filled(&own.text, &this.file, builder.desk);
    let title = own.title.as_deref().unwrap_or_default();
    match page {
        Some(Page::HalfTitle) => {
            let is_title = |block: &Block| matches!(block, Block::Heading { level: 1, .. });
            let has_title = !title.is_empty() || text.blocks.iter().any(is_title);
            let words = if has_title { Role::BookSubtitle } else { Role::HalfTitle };
            builder.plain(Role::HalfTitle, title);
            builder.text_as(words, Role::HalfTitle, &text);
            front::sink(builder, 3, 10);
        }
        Some(Page::TitlePage) => {
            builder.plain(Role::BookTitle, title);
            builder.text_as(Role::BookSubtitle, Role::BookTitle, &text);
            front::sink(builder, 1, 5);
        }
        Some(Page::Imprint | Page::Colophon) => {
            builder.plain(Role::Heading(2), title);
            builder.text_as(Role::Imprint, Role::Heading(2), &text);
        }
        _ => {
            if let Some(title) = &this.title {
                heading(builder, title);
            }
            builder.text(&text);
        }
    }
}
