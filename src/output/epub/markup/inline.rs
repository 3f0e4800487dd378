//! Inline marks as nested elements.

use super::{NotesHome, Writer, attribute, push};
use crate::edition::text::{Mark, Marked, NUMBER_ALONE};
use crate::output::epub::document::language_attributes;
use crate::output::epub::pages::Break;
use std::borrow::Cow;
use std::collections::VecDeque;

/// The words of a paragraph being written.
pub(super) struct Inline<'w, 'e, 'p> {
    writer: &'w mut Writer<'e>,
    open: Vec<(&'p Marked, Cow<'static, str>)>,
    marks: &'p [Marked],
    breaks: VecDeque<(usize, Break)>,
}

impl<'w, 'e, 'p> Inline<'w, 'e, 'p> {
    /// Begins a paragraph with these marks, into which these page breaks fall, as bytes of its words.
    pub(super) fn new(
        writer: &'w mut Writer<'e>,
        marks: &'p [Marked],
        breaks: VecDeque<(usize, Break)>,
    ) -> Inline<'w, 'e, 'p> {
        Inline { writer, open: Vec::new(), marks, breaks }
    }

    /// Writes the words.
    pub(super) fn run(&mut self, text: &str) {
        let mut next = 0;
        for (byte, letter) in text.char_indices() {
            self.close_up_to(byte);
            self.page_breaks(byte);
            while let Some(marked) = self.marks.get(next).filter(|m| m.range.start <= byte) {
                self.open(marked);
                next += 1;
            }
            if self.is_number_alone(byte, letter) {
                continue;
            }
            match letter {
                '\n' => self.writer.out.push_str("<br/>"),
                '\u{2028}' | '\u{2029}' => self.writer.out.push(' '),
                _ => push(&mut self.writer.out, letter),
            }
        }
        self.close_up_to(usize::MAX);
        self.page_breaks(usize::MAX);
    }

    /// Whether a letter only makes room for the number of a page, which then stands without a space before it.
    fn is_number_alone(&mut self, byte: usize, letter: char) -> bool {
        let Some((marked, close)) = self.open.last_mut().filter(|_| NUMBER_ALONE.contains(letter)) else {
            return false;
        };
        let is_alone = matches!(marked.mark, Mark::Page(_))
            && marked.range == (byte..byte + NUMBER_ALONE.len())
            && !close.is_empty();
        if is_alone {
            *close = close.trim_start_matches('\u{a0}').to_string().into();
        }
        is_alone
    }

    fn page_breaks(&mut self, byte: usize) {
        while let Some((_, page)) = self.breaks.front().filter(|(at, _)| *at <= byte).cloned() {
            self.breaks.pop_front();
            self.writer.out.push_str(&page.marker());
        }
    }

    fn close_up_to(&mut self, byte: usize) {
        while let Some((_, close)) = self.open.last().filter(|(marked, _)| marked.range.end <= byte) {
            self.writer.out.push_str(close);
            self.open.pop();
        }
    }

    fn open(&mut self, marked: &'p Marked) {
        let is_link = |mark: &Mark| matches!(mark, Mark::Link(_) | Mark::Page(_));
        let in_link = self.open.iter().any(|(m, close)| is_link(&m.mark) && !close.is_empty());
        let (open, close): (String, Cow<'static, str>) = match &marked.mark {
            Mark::Emphasis => ("<em>".to_string(), "</em>".into()),
            Mark::Strong => ("<strong>".to_string(), "</strong>".into()),
            Mark::SmallCaps => ("<span class=\"small-caps\">".to_string(), "</span>".into()),
            Mark::Superscript => ("<sup>".to_string(), "</sup>".into()),
            Mark::Subscript => ("<sub>".to_string(), "</sub>".into()),
            Mark::Struck => ("<s>".to_string(), "</s>".into()),
            Mark::Code => ("<code>".to_string(), "</code>".into()),
            // The index leads to the printed page.
            Mark::Index(_) => (String::new(), "".into()),
            Mark::Language(language) => {
                (format!("<span{}>", language_attributes(*language)), "</span>".into())
            }
            Mark::Link(url) => match self.writer.target(url).filter(|_| !in_link) {
                Some(target) => (format!("<a href=\"{}\">", attribute(&target)), "</a>".into()),
                None => (String::new(), "".into()),
            },
            // A link in a link is not allowed: the mark stays, its link goes.
            Mark::Page(link) => match self.writer.place(link) {
                Some((target, folio)) => {
                    let number = folio.map_or_else(String::new, |folio| format!("\u{a0}{folio}"));
                    match in_link {
                        true => (String::new(), number.into()),
                        false => {
                            (format!("<a href=\"{}\">", attribute(&target)), format!("{number}</a>").into())
                        }
                    }
                }
                None => (String::new(), "".into()),
            },
            Mark::Note(number) if in_link => {
                (format!("<sup{}>", self.writer.mark_id(number + 1)), "</sup>".into())
            }
            Mark::Note(number) => {
                let number = number + 1;
                let target = match &self.writer.home {
                    NotesHome::Here => format!("#note-{number}"),
                    NotesHome::Gathered(name) => format!("notes.xhtml#{name}-note-{number}"),
                    NotesHome::Of(name) => format!("#{name}-note-{number}"),
                };
                let id = self.writer.mark_id(number);
                let link = format!("<a{id} href=\"{target}\" epub:type=\"noteref\" role=\"doc-noteref\">");
                (format!("<sup>{link}"), "</a></sup>".into())
            }
        };
        self.writer.out.push_str(&open);
        self.open.push((marked, close));
    }
}
