//! Bracketed spans, `[words]{.smallcaps}`, `[mots]{lang=fr}` and `[Lahore]{.index}`, references to pages,
//! `[page](#name){.page}`, and what other programs write between brackets.
//!
//! They are found in the gathered words of a paragraph, so that marks inside them are kept whatever they are.

use super::desk::Desk;
use super::inline::{Inline, LINE_END};
use super::link_in_edition;
use crate::edition::language::Language;
use crate::edition::text::marks;
use crate::edition::text::{Mark, Marked};
use crate::notice::Rule;
use std::ops::Range;

/// No list of attributes is longer: what is, is prose in braces.
const LONGEST_ATTRIBUTES: usize = 200;

/// Whether a class asks for small capitals.
pub(super) fn is_small_caps(class: &str) -> bool {
    matches!(class, "smallcaps" | "sc" | "small-caps")
}

/// Makes marks of the spans in `inline`, and takes their brackets and attributes out of its text.
pub(super) fn resolve(inline: &mut Inline, desk: &mut Desk<'_>) {
    if inline.text.contains(['[', '{', '^', '~']) {
        cut_out(inline, desk);
    }
    name_index_marks(inline);
    // Links that were refused.
    inline.marks.retain(|marked| !matches!(&marked.mark, Mark::Link(address) if address.is_empty()));
}

fn cut_out(inline: &mut Inline, desk: &mut Desk<'_>) {
    report_shortcodes(inline, desk, inline.source.start);
    let mut gone = Vec::new();
    of_pictures(inline, &mut gone, desk);
    bracketed(inline, &mut gone, desk);
    behind_links(inline, &mut gone, desk);
    raised(inline, '^', Mark::Superscript, &mut gone);
    raised(inline, '~', Mark::Subscript, &mut gone);
    let gone = merged(gone);
    inline.text = marks::cut(&inline.text, &mut inline.marks, &gone);
}

/// The heading under which words stand in the index: on one line, without the signs of Markdown.
pub(super) fn index_heading(words: &str) -> String {
    let plain: String = words.chars().filter(|c| !"[]{}^~\"<>\\".contains(*c)).collect();
    plain.replace(LINE_END, " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Marks for the index without a heading of their own take the words they stand over, once those are known.
fn name_index_marks(inline: &mut Inline) {
    let Inline { text, marks, .. } = inline;
    for marked in marks.iter_mut() {
        if let Mark::Index(heading) = &mut marked.mark
            && heading.is_empty()
        {
            *heading = index_heading(text.get(marked.range.clone()).unwrap_or_default()).into();
        }
    }
    marks.retain(|marked| !matches!(&marked.mark, Mark::Index(heading) if heading.is_empty()));
}

/// Sorts ranges, and makes one of those that overlap.
fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| range.start);
    let mut merged: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match merged.last_mut().filter(|last| range.start < last.end) {
            Some(last) => last.end = last.end.max(range.end),
            None => merged.push(range),
        }
    }
    merged
}

/// Reads the attributes right behind pictures: `![…](…){.landscape}`.
fn of_pictures(inline: &mut Inline, gone: &mut Vec<Range<usize>>, desk: &mut Desk<'_>) {
    for index in 0..inline.pictures.len() {
        let (from, at) = (inline.pictures[index].text_at, inline.pictures[index].at);
        let Some((words, end)) = braced(inline, from) else { continue };
        for attribute in words {
            if attribute == ".landscape" {
                inline.pictures[index].landscape = true;
            } else {
                let what = format!("“{attribute}” behind a picture means nothing here");
                desk.doubt(at, what, "known is {.landscape}");
            }
        }
        gone.push(from..end);
    }
}

/// The attributes in the braces that open at a byte, and the end behind them.
fn braced(inline: &Inline, open: usize) -> Option<(Vec<String>, usize)> {
    let rest = inline.text.get(open..)?.strip_prefix('{')?;
    let limit = rest.char_indices().map(|(at, _)| at).nth(LONGEST_ATTRIBUTES).unwrap_or(rest.len());
    let length = rest[..limit].find('}')?;
    let inside = &rest[..length];
    if inline.is_literal(open) || inside.contains(['\n', LINE_END, '[', ']', '{', '^', '~']) {
        return None;
    }
    let attributes: Vec<String> = attributes(inside).into_iter().map(str::to_string).collect();
    let all_known_forms = attributes.iter().all(|word| word.starts_with(['.', '#']) || word.contains('='));
    (!attributes.is_empty() && all_known_forms).then_some((attributes, open + length + 2))
}

/// Marks `XIX^e^` and `H~2~O`. The parser knows them at the edge of a word only; here, as in Pandoc, they stand
/// anywhere and hold no space.
fn raised(inline: &mut Inline, sign: char, mark: Mark, gone: &mut Vec<Range<usize>>) {
    let mut open: Option<usize> = None;
    for (at, letter) in inline.text.char_indices() {
        if letter.is_whitespace() {
            open = None;
        }
        if letter != sign || inline.is_literal(at) {
            continue;
        }
        match open.take().filter(|start| start + 1 < at) {
            Some(start) => {
                inline.marks.push(Marked { range: start + 1..at, mark: mark.clone() });
                gone.extend([start..start + 1, at..at + 1]);
            }
            None => open = Some(at),
        }
    }
}

/// Marks spans, and opens links between notes.
fn bracketed(inline: &mut Inline, gone: &mut Vec<Range<usize>>, desk: &mut Desk<'_>) {
    let at = inline.source.start;
    let mut open: Vec<usize> = Vec::new();
    let mut position = 0;
    while let Some(found) = inline.text[position..].find(['[', ']']).map(|found| position + found) {
        position = found + 1;
        if inline.is_literal(found) {
            continue;
        }
        if inline.text.as_bytes()[found] == b'[' {
            open.push(found);
            continue;
        }
        let Some(start) = open.pop() else { continue };
        if let Some(end) = span(inline, start, found, desk) {
            gone.extend([start..start + 1, found..end]);
            position = end;
        } else if let Some((target, end)) = wiki_link(inline, start, found, &open) {
            open.pop();
            desk.doubt_by(
                Rule::LeftOutLink,
                at,
                "a link between notes, “[[…]]”, is left out; its words stay",
                "",
            );
            gone.extend([target, found..end]);
            position = end;
        } else {
            report_missing_note(&inline.text[start..=found], at, desk);
        }
    }
}

/// Marks the span between the brackets, if attributes follow; the end of those.
fn span(inline: &mut Inline, start: usize, end: usize, desk: &mut Desk<'_>) -> Option<usize> {
    let (mut marks, behind) = attributes_at(inline, end + 1, desk)?;
    if marks.iter().any(is_page) {
        let what = "“.page” behind brackets needs a link before it; the words stay";
        desk.doubt(inline.source.start, what, "write [page](03-other.md){.page} or [page](#name){.page}");
        marks.retain(|mark| !is_page(mark));
    }
    inline.marks.extend(marks.into_iter().map(|mark| Marked { range: start + 1..end, mark }));
    Some(behind)
}

/// Reads what is said behind links: `[page](#roads){.page}`.
fn behind_links(inline: &mut Inline, gone: &mut Vec<Range<usize>>, desk: &mut Desk<'_>) {
    for index in 0..inline.marks.len() {
        let Marked { range, mark: Mark::Link(_) } = inline.marks[index].clone() else { continue };
        let Some((marks, behind)) = attributes_at(inline, range.end, desk) else { continue };
        gone.push(range.end..behind);
        for mark in marks {
            if !is_page(&mark) {
                inline.marks.push(Marked { range: range.clone(), mark });
            } else if range.is_empty() {
                let hint = "write the words before the number between the brackets: [page](…){.page}";
                desk.doubt(inline.source.start, "a reference to a page has no words and is left out", hint);
            } else {
                let link = inline.marks[index].mark.clone();
                inline.marks[index].mark = with_page(link, inline.source.start, desk);
            }
        }
    }
}

fn is_page(mark: &Mark) -> bool {
    matches!(mark, Mark::Page(_))
}

/// The mark of a link behind which the number of its page shall stand.
pub(super) fn with_page(link: Mark, at: usize, desk: &mut Desk<'_>) -> Mark {
    match link {
        Mark::Link(address) if link_in_edition(&address, desk.context.folder).is_some() => {
            Mark::Page(address)
        }
        Mark::Link(address) if !address.is_empty() => {
            let what = format!("“{address}” has no page in the book; the link stays, without a number");
            desk.doubt_by(Rule::DeadLink, at, what, "“.page” is for “#name” and for files of pieces");
            Mark::Link(address)
        }
        other => other,
    }
}

/// The marks that attributes beginning at `at` ask for, and the end of those.
fn attributes_at(inline: &Inline, at: usize, desk: &mut Desk<'_>) -> Option<(Vec<Mark>, usize)> {
    let (attributes, behind) = braced(inline, at)?;
    let mut marks = Vec::new();
    for attribute in attributes {
        match mark(&attribute) {
            Some(mark) => marks.push(mark),
            None => {
                let what = format!("“{attribute}” behind brackets means nothing here; the words stay");
                let known = "known are {.smallcaps}, {.index}, {lang=fr} and, behind links, {.page}";
                desk.doubt(inline.source.start, what, known);
            }
        }
    }
    Some((marks, behind))
}

/// The attributes between braces; in quotes they may hold spaces.
fn attributes(inside: &str) -> Vec<&str> {
    let mut is_quoted = false;
    let parts = inside.split(|letter: char| {
        is_quoted ^= matches!(letter, '"' | '“' | '”');
        !is_quoted && letter.is_whitespace()
    });
    parts.filter(|part| !part.is_empty()).collect()
}

/// The mark an attribute asks for.
fn mark(attribute: &str) -> Option<Mark> {
    if attribute.strip_prefix('.').is_some_and(is_small_caps) {
        return Some(Mark::SmallCaps);
    }
    if attribute == ".index" {
        return Some(Mark::Index("".into()));
    }
    if attribute == ".page" {
        return Some(Mark::Page("".into()));
    }
    let (key, value) = attribute.split_once('=')?;
    let value = value.trim_matches(['"', '\'', '“', '”']);
    if key == "index" {
        return Some(Mark::Index(index_heading(value).into()));
    }
    (key == "lang").then(|| Language::parse(value)).flatten().map(Mark::Language)
}

/// For the inner brackets of `[[target|words]]`: the opening brackets with the target, and the end behind it.
fn wiki_link(inline: &Inline, start: usize, end: usize, open: &[usize]) -> Option<(Range<usize>, usize)> {
    let outer = start.checked_sub(1).filter(|outer| open.last() == Some(outer))?;
    let closed = inline.text.as_bytes().get(end + 1) == Some(&b']') && !inline.is_literal(end + 1);
    let inside = &inline.text[start + 1..end];
    if !closed || inside.contains('[') {
        return None;
    }
    let words = inside.rfind('|').map_or(start + 1, |bar| start + 1 + bar + 1);
    Some((outer..words, end + 2))
}

/// Says so when `[^1]` has no text. The parser makes a note only of those that have one.
fn report_missing_note(bracketed: &str, at: usize, desk: &mut Desk<'_>) {
    let label = bracketed.strip_prefix("[^").and_then(|rest| rest.strip_suffix(']'));
    if let Some(label) =
        label.filter(|label| (1..100).contains(&label.len()) && !label.contains([' ', LINE_END]))
    {
        let hint = format!("add a line “[^{label}]: …”");
        desk.fault_by(Rule::FootnoteLost, at, format!("the note “{label}” has no text"), &hint);
    }
}

/// Says so when the text calls the template language of another program.
fn report_shortcodes(inline: &Inline, desk: &mut Desk<'_>, at: usize) {
    for (open, close) in [("{{<", ">}}"), ("{{%", "%}}"), ("{{", "}}"), ("{%", "%}")] {
        let found = inline.text.match_indices(open).find(|(at, _)| !inline.is_literal(*at));
        if found.is_some_and(|(start, _)| inline.text[start..].contains(close)) {
            let what =
                format!("“{open} … {close}” is a command of another program; it is printed as it stands");
            return desk.doubt(at, what, "write what it stands for");
        }
    }
}
