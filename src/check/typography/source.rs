//! Edits of a paragraph's letters go in; the same edits of the Markdown it was read from come out.
//!
//! Letters and Markdown are walked along together: what the paragraph has not is markup. That can go wrong, in an
//! address that ends like the next word; so what was made is read again, and counts only if it says what it should.

use crate::edition::markdown::{self, Context};
use crate::edition::piece::Piece;
use crate::edition::piece_field::PieceField;
use crate::edition::text::edits::Edit;
use crate::edition::text::{Mark, Paragraph, Text};
use crate::notice::Notices;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::path::Path;

/// The edits that make one line of another.
pub(super) fn difference(old: &str, new: &str) -> Vec<Edit> {
    let letters = |text: &str| text.chars().collect::<Vec<char>>();
    let (from, to) = (letters(old), letters(new));
    let mut starts: Vec<usize> = old.char_indices().map(|(at, _)| at).collect();
    starts.push(old.len());
    let ops = capture_diff_slices(Algorithm::Myers, &from, &to);
    let changed = ops.into_iter().filter(|op| !matches!(op, DiffOp::Equal { .. }));
    changed
        .map(|op| {
            let (gone, come) = (op.old_range(), op.new_range());
            Edit::new(starts[gone.start]..starts[gone.end], to[come].iter().collect::<String>())
        })
        .collect()
}

/// Edits of a paragraph as edits of the Markdown; `None` where they can't be found in it.
pub(in crate::check) fn edits(markdown: &str, paragraph: &Paragraph, edits: &[Edit]) -> Option<Vec<Edit>> {
    let source = markdown.get(paragraph.source.clone()).filter(|source| !source.is_empty())?;
    let at = aligned(paragraph, source)?;
    let of = |edit: &Edit| {
        let start = *at.get(edit.range.start)?;
        let end = match edit.range.is_empty() {
            true => start,
            // Behind the last letter that goes: markup behind it stays.
            false => {
                let last =
                    paragraph.text[edit.range.clone()].char_indices().next_back()?.0 + edit.range.start;
                let last = *at.get(last)?;
                last + source[last..].chars().next()?.len_utf8()
            }
        };
        let offset = paragraph.source.start;
        Some(Edit::new(offset + start..offset + end, edit.with.clone()))
    };
    edits.iter().map(of).collect()
}

/// For each byte of a paragraph at which a letter begins, and for its end, where that stands in its Markdown.
fn aligned(paragraph: &Paragraph, source: &str) -> Option<Vec<usize>> {
    let mut at = vec![0; paragraph.text.len() + 1];
    let mut place = 0;
    let mut letters = paragraph.text.char_indices().peekable();
    while let Some((byte, letter)) = letters.next() {
        let note = paragraph.marks.iter().find(|m| m.range.start == byte && matches!(m.mark, Mark::Note(_)));
        if let Some(note) = note {
            place += source[place..].find("[^")?;
            at[byte] = place;
            place += source[place..].find(']')? + 1;
            while letters.next_if(|(next, _)| *next < note.range.end).is_some() {}
            continue;
        }
        place = next_of(source, place, letter)?;
        at[byte] = place;
        place += source[place..].chars().next().map_or(0, char::len_utf8);
    }
    at[paragraph.text.len()] = place;
    Some(at)
}

/// Where a letter stands from a byte on, behind what is markup.
fn next_of(source: &str, mut place: usize, letter: char) -> Option<usize> {
    loop {
        let rest = source.get(place..)?;
        let there = rest.chars().next()?;
        let is_letter = there == letter || letter == ' ' && there == '\n';
        // A backslash before a sign is markup even where the next letter is one.
        let is_escape = there == '\\' && rest[1..].starts_with(|c: char| c.is_ascii_punctuation());
        if is_letter && !(is_escape && rest[1..].starts_with(letter)) {
            return Some(place);
        }
        place += match there {
            ']' if rest.starts_with("](") => rest.find(')')? + 1,
            ')' | ']' if rest[1..].starts_with('{') => rest.find('}')? + 1,
            '{' => rest.find('}').map_or(1, |end| end + 1),
            '<' => rest.find('>').map_or(1, |end| end + 1),
            _ => there.len_utf8(),
        };
    }
}

/// The body of a piece with edits of its Markdown made; `None` if it does not say then what it should.
pub(in crate::check) fn applied(piece: &Piece, mut edits: Vec<Edit>, expected: &Text) -> Option<PieceField> {
    edits.sort_by_key(|edit| edit.range.start);
    let mut markdown = String::with_capacity(piece.markdown.len() + edits.len());
    let mut from = 0;
    for edit in &edits {
        markdown.push_str(piece.markdown.get(from..edit.range.start)?);
        markdown.push_str(&edit.with);
        from = edit.range.end;
    }
    markdown.push_str(piece.markdown.get(from..)?);
    let folder = piece.file.parent().unwrap_or(Path::new(""));
    let context = Context { file: &piece.file, first_line: piece.body_line, folder };
    let body = markdown::read(&markdown, &context, &mut Notices::new());
    says_the_same(&body, expected).then(|| PieceField::Body(markdown.into(), body))
}

/// Whether two texts are the same but for where they stand in their files.
fn says_the_same(one: &Text, two: &Text) -> bool {
    let anywhere = |text: &Text| {
        let mut text = text.clone();
        text.each_paragraph_mut(&mut |paragraph| paragraph.source = 0..0);
        text
    };
    anywhere(one) == anywhere(two)
}
