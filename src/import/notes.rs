//! Notes that are marked nowhere in the text go with what was left out; the others are counted anew.

use crate::edition::text::{Mark, Marked, Paragraph, Text};
use std::collections::BTreeMap;

/// The text with the notes that it marks, in the order of their marks.
pub(super) fn used(mut text: Text) -> Text {
    let mut order: Vec<usize> = Vec::new();
    // The new number of each.
    let mut places: BTreeMap<usize, usize> = BTreeMap::new();
    let mut see = |paragraph: &Paragraph| {
        for marked in &paragraph.marks {
            if let Mark::Note(number) = marked.mark
                && number < text.notes.len()
                && !places.contains_key(&number)
            {
                places.insert(number, order.len());
                order.push(number);
            }
        }
    };
    text.blocks.iter().for_each(|block| block.each_paragraph(&mut see));
    if order.iter().copied().eq(0..text.notes.len()) {
        return text;
    }
    for block in &mut text.blocks {
        block.each_prose_mut(&mut |paragraph| renumber(paragraph, &places));
    }
    text.notes = order.iter().map(|number| text.notes[*number].clone()).collect();
    text
}

fn renumber(paragraph: &mut Paragraph, places: &BTreeMap<usize, usize>) {
    let mut text = String::with_capacity(paragraph.text.len());
    let mut marks: Vec<Marked> = Vec::new();
    let mut from = 0;
    let notes: Vec<(usize, usize, usize)> = paragraph
        .marks
        .iter()
        .filter_map(|marked| match marked.mark {
            Mark::Note(number) => Some((marked.range.start, marked.range.end, number)),
            _ => None,
        })
        .collect();
    if notes.is_empty() {
        return;
    }
    let mut moves: Vec<(usize, isize)> = Vec::new();
    for (start, end, number) in notes {
        text.push_str(&paragraph.text[from..start]);
        if let Some(&place) = places.get(&number) {
            let begins = text.len();
            text.push_str(&(place + 1).to_string());
            marks.push(Marked { range: begins..text.len(), mark: Mark::Note(place) });
        }
        from = end;
        moves.push((end, text.len() as isize - end as isize));
    }
    text.push_str(&paragraph.text[from..]);
    let moved = |at: usize| {
        let before = moves.partition_point(|(end, _)| *end <= at);
        let by = before.checked_sub(1).map_or(0, |last| moves[last].1);
        at.saturating_add_signed(by).min(text.len())
    };
    for marked in paragraph.marks.iter().filter(|marked| !matches!(marked.mark, Mark::Note(_))) {
        marks.push(Marked {
            range: moved(marked.range.start)..moved(marked.range.end),
            mark: marked.mark.clone(),
        });
    }
    paragraph.marks = crate::edition::text::marks::nest(marks);
    paragraph.text = text.into();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::markdown::{inline_text, write};
    use crate::edition::text::Block;

    #[test]
    fn notes_without_a_mark_go() {
        let mut text = inline_text("A[^1] b[^2] *c*[^3].\n\n[^1]: One.\n[^2]: Two.\n[^3]: Three.\n");
        let Block::Paragraph(first) = &mut text.blocks[0] else { panic!("a paragraph") };
        first.marks.retain(|marked| marked.mark != Mark::Note(0));
        first.text = first.text.replacen('1', "", 1).into();
        first.marks.iter_mut().for_each(|marked| marked.range = marked.range.start - 1..marked.range.end - 1);
        assert_eq!(write(&used(text)), "A b[^1] *c*[^2].\n\n[^1]: Two.\n\n[^2]: Three.\n");
    }
}
