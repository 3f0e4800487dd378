//! A paragraph of an edition becomes something to set: its marks become styles and anchors.

use crate::design::{Caps, Figures, TextStyle};
use crate::edition::language::Language;
use crate::edition::markdown::is_safe_link;
use crate::edition::text::{Mark, Paragraph};
use crate::fonts::FamilyName;
use crate::text::line::Anchor;
use crate::text::{Content, Span};
use std::sync::Arc;

/// The paragraph in a base style.
pub fn content(paragraph: &Paragraph, style: TextStyle, language: Language) -> Content {
    let language = own_language(paragraph, language);
    let spans = spans(paragraph, style, language);
    let anchors = paragraph.marks.iter().filter_map(|marked| {
        let anchor = match &marked.mark {
            Mark::Link(url) if url.starts_with('#') || is_safe_link(url) => Anchor::Link(url.clone()),
            Mark::Note(number) => Anchor::Note(*number),
            Mark::Index(heading) => Anchor::Index(heading.clone()),
            _ => return None,
        };
        Some((marked.range.start as u32..marked.range.end as u32, anchor))
    });
    Content {
        text: crate::text::drawable(paragraph.text.clone()),
        spans,
        anchors: anchors.collect(),
        bend: paragraph.bend,
        language,
    }
}

/// The language of a paragraph in a text in `language`: the one that marks all of it, or whose letters are its only
/// ones.
fn own_language(paragraph: &Paragraph, language: Language) -> Language {
    let whole = 0..paragraph.text.trim_end().len();
    let marked = paragraph.marks.iter().find_map(|marked| match marked.mark {
        Mark::Language(own) if marked.range.start == 0 && marked.range.end >= whole.end => Some(own),
        _ => None,
    });
    marked.unwrap_or_else(|| language.of_words(&paragraph.text))
}

/// The paragraph behind a label in the same line: the number of a footnote.
pub fn with_label(label: &str, label_style: TextStyle, anchor: Anchor, rest: Content) -> Content {
    let text: Arc<str> = format!("{label}\u{2002}{}", rest.text).into();
    let shift = (label.len() + '\u{2002}'.len_utf8()) as u32;
    let language = rest.language;
    let first = Span { start: 0, end: label.len() as u32, style: label_style, language };
    let gap_style = rest.spans.first().map_or(label_style, |span| span.style);
    let gap = Span { start: label.len() as u32, end: shift, style: gap_style, language };
    let moved =
        rest.spans.iter().map(|span| Span { start: span.start + shift, end: span.end + shift, ..*span });
    let spans = [first, gap].into_iter().chain(moved).collect();
    let moved =
        rest.anchors.into_iter().map(|(range, anchor)| (range.start + shift..range.end + shift, anchor));
    let anchors = std::iter::once((0..label.len() as u32, anchor)).chain(moved).collect();
    Content { text, spans, anchors, bend: rest.bend, language }
}

/// How a raised number looks beside text of a style.
pub fn note_number(style: TextStyle) -> TextStyle {
    let size = style.size.scale(0.64);
    let (caps, figures) = (Caps::Normal, Figures::Lining);
    TextStyle {
        size,
        rise: style.rise + style.size.scale(0.34),
        italic: false,
        bold: false,
        tracking: 0,
        caps,
        figures,
        ..style
    }
}

fn spans(paragraph: &Paragraph, style: TextStyle, language: Language) -> Vec<Span> {
    let length = paragraph.text.len();
    if paragraph.marks.is_empty() {
        return vec![Span { start: 0, end: length as u32, style, language }];
    }
    let mut edges: Vec<usize> = paragraph.marks.iter().flat_map(|m| [m.range.start, m.range.end]).collect();
    edges.extend([0, length]);
    edges.sort_unstable();
    edges.dedup();
    let mut spans: Vec<Span> = Vec::with_capacity(edges.len());
    for pair in edges.windows(2) {
        let over = paragraph.marks.iter().filter(|m| m.range.start <= pair[0] && m.range.end >= pair[1]);
        let (mut span_style, mut span_language) = (style, language);
        for marked in over {
            apply(&marked.mark, &mut span_style, &mut span_language);
        }
        let span =
            Span { start: pair[0] as u32, end: pair[1] as u32, style: span_style, language: span_language };
        match spans.last_mut() {
            Some(last) if last.style == span.style && last.language == span.language => last.end = span.end,
            _ => spans.push(span),
        }
    }
    spans
}

fn apply(mark: &Mark, style: &mut TextStyle, language: &mut Language) {
    match mark {
        // Emphasis inside italics stands upright.
        Mark::Emphasis => style.italic = !style.italic,
        Mark::Strong => style.bold = true,
        Mark::SmallCaps => {
            style.caps = Caps::Small;
            style.tracking = style.tracking.max(25);
        }
        Mark::Superscript => {
            style.rise += style.size.scale(0.34);
            style.size = style.size.scale(0.66);
            style.figures = Figures::Lining;
        }
        Mark::Subscript => {
            style.rise -= style.size.scale(0.14);
            style.size = style.size.scale(0.66);
            style.figures = Figures::Lining;
        }
        Mark::Code => {
            style.family = FamilyName::AlegreyaSans;
            style.size = style.size.scale(0.95);
            style.figures = Figures::Lining;
        }
        Mark::Language(own) => *language = *own,
        Mark::Note(_) => *style = note_number(*style),
        // A link is underlined by no printer; on the screen its area is active. Struck text is ruled when placed.
        Mark::Link(_) | Mark::Page(_) | Mark::Struck | Mark::Index(_) => {}
    }
}
