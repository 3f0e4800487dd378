//! The report for people: one HTML file with figures, worst places and pictures of the worst spreads in it.

use super::table::{self, Row};
use super::{CaseReport, Measured};
use crate::measure::{self, Case};
use crate::notice::Result;
use crate::output::png::{self, Colours, Painter};
use crate::page::sheet::{Item, NodeKind};
use base64::Engine;
use std::fmt::Write;

/// Dots an inch of the pictures: text can be read, and a spread is not much wider than a window.
const DPI: f64 = 110.0;
/// How many spreads are shown of each edition.
const MOST_SPREADS: usize = 6;

const STYLE: &str = "body{font:16px/1.45 Georgia,serif;max-width:1160px;margin:2rem auto;padding:0 1rem;color:#222}\
table{border-collapse:collapse;margin:1rem 0}td,th{padding:.15rem .8rem .15rem 0;text-align:left;\
vertical-align:top}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}tr.bad td{color:#a11}\
.spread{display:flex;justify-content:center;background:#ddd;padding:1rem}.page{position:relative;width:50%}\
.page img{display:block;width:100%}.mark{position:absolute;background:#f603;border-left:3px solid #e40}\
figure{margin:2rem 0}figcaption{margin-bottom:.5rem}";

/// The report on its way.
#[derive(Default)]
pub(super) struct Page {
    body: String,
    title: String,
}

impl Page {
    /// Adds an edition.
    pub(super) fn add(&mut self, measured: &Measured) -> Result<()> {
        let heading = escaped(&table::heading(measured));
        if self.title.is_empty() {
            self.title.clone_from(&heading);
        }
        self.put(&format!("<h1>{heading}</h1>\n<p>{} words.</p>\n", measured.report.words));
        self.figures(&table::rows(&measured.report.book));
        self.put("<h2>The worst places</h2>\n");
        self.cases(&measured.report.worst);
        self.pieces(measured);
        self.spreads(measured)
    }

    /// The file.
    pub(super) fn finish(self) -> String {
        let Page { body, title } = self;
        format!(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>Figures of {title}</title>\n\
             <style>{STYLE}</style></head>\n<body>\n{body}</body>\n</html>\n"
        )
    }

    fn put(&mut self, html: &str) {
        self.body.push_str(html);
    }

    fn figures(&mut self, rows: &[Row]) {
        self.put("<table>\n<tr><th>Figure</th><th class=n>Here</th><th class=n>Good</th></tr>\n");
        for row in rows {
            let class = if row.is_good { "" } else { " class=bad" };
            let (name, value, goal) = (row.name, &row.value, row.goal);
            self.put(&format!(
                "<tr{class}><td>{name}</td><td class=n>{value}</td><td class=n>{goal}</td></tr>\n"
            ));
        }
        self.put("</table>\n");
    }

    fn cases(&mut self, cases: &[CaseReport]) {
        if cases.is_empty() {
            return self.put("<p>None.</p>\n");
        }
        self.put("<table>\n<tr><th>Fault</th><th class=n>Page</th><th class=n>Line</th><th class=n>Size</th><th>Words</th></tr>\n");
        for case in cases {
            let line = case.line.map(|line| line.to_string()).unwrap_or_default();
            let words = escaped(&case.words);
            self.put(&format!(
                "<tr><td>{}</td><td class=n>{}</td><td class=n>{line}</td><td class=n>{:.2}</td><td>{words}</td></tr>\n",
                case.fault, case.page, case.value
            ));
        }
        self.put("</table>\n");
    }

    fn pieces(&mut self, measured: &Measured) {
        self.put("<h2>Pieces</h2>\n");
        for piece in &measured.report.pieces {
            let rows = table::rows(&piece.figures);
            let bad = rows.iter().filter(|row| !row.is_good).count();
            let (sd, p99) = (piece.figures.word_space_sd, piece.figures.word_space_p99);
            let hyphens = piece.figures.hyphen_percent;
            self.put(&format!(
                "<details><summary>{}: deviation {sd:.3}, 99th percentile {p99:.2}, hyphens {hyphens:.1} %, \
                 figures short of good: {bad}</summary>\n",
                escaped(&piece.file)
            ));
            self.figures(&rows);
            self.cases(&piece.worst);
            self.put("</details>\n");
        }
    }

    fn spreads(&mut self, measured: &Measured) -> Result<()> {
        let cases = measured.found.cases();
        let worst = measure::worst_spreads(&cases, MOST_SPREADS);
        if !worst.is_empty() {
            self.put("<h2>The worst spreads</h2>\n");
        }
        let mut painter = Painter::new();
        for (left, cases) in worst {
            let said: Vec<String> = cases.iter().map(|case| escaped(&case.to_string())).collect();
            self.put(&format!(
                "<figure><figcaption>{}</figcaption>\n<div class=spread>\n",
                said.join("<br>\n")
            ));
            // The first page of a book stands alone.
            let last = if left == 0 { 0 } else { left + 1 };
            for number in left..=last.min(measured.book.sheets.len().saturating_sub(1)) {
                self.page(measured, number, &cases, &mut painter)?;
            }
            self.put("</div></figure>\n");
        }
        Ok(())
    }

    fn page(
        &mut self,
        measured: &Measured,
        number: usize,
        cases: &[&Case],
        painter: &mut Painter,
    ) -> Result<()> {
        let sheet = &measured.book.sheets[number];
        let pixels = painter.paint(&measured.book, &measured.edition, sheet, DPI, Colours::BLACK_ON_WHITE);
        let data = base64::engine::general_purpose::STANDARD.encode(png::write(&pixels)?);
        let folio = sheet.folio;
        self.put(&format!("<div class=page><img alt=\"Page {folio}\" src=\"data:image/png;base64,{data}\">"));
        for case in cases.iter().filter(|case| case.sheet == number) {
            self.mark(measured, case);
        }
        self.put("</div>\n");
        Ok(())
    }

    /// A tint over the line of a case.
    fn mark(&mut self, measured: &Measured, case: &Case) {
        let book = &measured.book;
        let lines = book.sheets[case.sheet].items.iter().filter_map(|item| match item {
            Item::Line { at, line, node } => match book.structure.node(*node).kind {
                NodeKind::Artifact => None,
                _ => Some((at, line)),
            },
            _ => None,
        });
        let wanted = |line: &str| case.line.is_some() && line.trim() == case.words;
        let words = |line: &crate::text::line::Line| {
            wanted(line.text.get(line.range.start as usize..line.range.end as usize).unwrap_or(""))
        };
        let Some((at, _)) = lines.into_iter().find(|(_, line)| words(line)) else { return };
        let design = &book.design;
        let (width, height) = (design.trim.width.to_pt(), design.trim.height.to_pt());
        let top = 100.0 * (at.y - design.body_size).to_pt() / height;
        let tall = 100.0 * design.leading.to_pt() / height;
        let left = 100.0 * (at.x.to_pt() - 6.0) / width;
        let wide = 100.0 * (design.measure().to_pt() + 9.0) / width;
        let _ = write!(
            self.body,
            "<div class=mark style=\"left:{left:.2}%;top:{top:.2}%;width:{wide:.2}%;height:{tall:.2}%\" title=\"{}\"></div>",
            escaped(&case.to_string())
        );
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
