//! Words as they will be printed, in a box: paragraphs of a text with their emphasis.

use crate::app::{look, words::inspector as words};
use crate::edition::text::{Mark, Paragraph, Text};
use egui::text::LayoutJob;
use egui::{Frame, Margin, RichText, TextFormat, Ui};

/// Draws texts under a small heading; a line that says so where there are none.
pub(super) fn show<'a>(ui: &mut Ui, heading: &str, texts: impl IntoIterator<Item = &'a Text>) {
    let fill = ui.visuals().faint_bg_color;
    let frame = Frame::group(ui.style()).fill(fill).inner_margin(Margin::same(8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(RichText::new(heading).font(look::small()).color(look::weak(ui)));
        let mut is_empty = true;
        for text in texts {
            text.each_paragraph(&mut |paragraph| {
                ui.label(job(ui, paragraph));
                is_empty = false;
            });
        }
        if is_empty {
            ui.label(RichText::new(words::NOTHING_PRINTED).color(look::weak(ui)));
        }
    });
}

/// Draws words under a small heading, those that differ from others on a ground of their own.
pub(super) fn compared(ui: &mut Ui, heading: &str, words: &[(&str, bool)]) {
    ui.label(RichText::new(heading).font(look::small()).color(look::weak(ui)));
    let mut job = LayoutJob::default();
    for (index, (word, differs)) in words.iter().enumerate() {
        let plain =
            TextFormat { font_id: look::body(), color: ui.visuals().text_color(), ..TextFormat::default() };
        let ground =
            if *differs { ui.visuals().selection.bg_fill.gamma_multiply(0.45) } else { plain.background };
        let line = if *differs { egui::Stroke::new(1.0, plain.color) } else { egui::Stroke::NONE };
        if index > 0 {
            job.append(" ", 0.0, plain.clone());
        }
        job.append(word, 0.0, TextFormat { background: ground, underline: line, ..plain });
    }
    ui.label(job);
}

/// A paragraph with what is emphasised.
fn job(ui: &Ui, paragraph: &Paragraph) -> LayoutJob {
    let mut job = LayoutJob::default();
    for (range, marks) in runs(paragraph) {
        let is_strong = marks.contains(&&Mark::Strong);
        let colour = if is_strong { ui.visuals().strong_text_color() } else { ui.visuals().text_color() };
        let format = TextFormat {
            font_id: look::body(),
            color: colour,
            italics: marks.contains(&&Mark::Emphasis),
            ..TextFormat::default()
        };
        job.append(&paragraph.text[range], 0.0, format);
    }
    job
}

/// The stretches of a paragraph between the ends of its marks, each with the marks over it.
fn runs(paragraph: &Paragraph) -> Vec<(std::ops::Range<usize>, Vec<&Mark>)> {
    let mut edges: Vec<usize> = paragraph.marks.iter().flat_map(|m| [m.range.start, m.range.end]).collect();
    edges.extend([0, paragraph.text.len()]);
    edges.sort_unstable();
    edges.dedup();
    let pairs = edges.windows(2).map(|pair| pair[0]..pair[1]);
    let marked = |range: &std::ops::Range<usize>| {
        let over =
            paragraph.marks.iter().filter(|m| m.range.start <= range.start && range.end <= m.range.end);
        over.map(|m| &m.mark).collect::<Vec<_>>()
    };
    pairs.map(|range| (range.clone(), marked(&range))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::markdown;

    #[test]
    fn emphasis_parts_a_paragraph_into_runs() {
        let paragraph = markdown::inline("In *The **Times*** of May");
        let runs: Vec<_> =
            runs(&paragraph).into_iter().map(|(r, marks)| (&paragraph.text[r], marks.len())).collect();
        assert_eq!(runs, [("In ", 0), ("The ", 1), ("Times", 2), (" of May", 0)]);
    }
}
