//! What our own rules and the validators on this computer say of the files that were made.

use crate::app::look;
use crate::app::words::export as words;
use crate::notice::{Result, Weight};
use crate::verify::{Outcome, Report};
use egui::{Label, RichText, Ui};

/// How far that is.
#[derive(Debug, Default)]
pub(super) enum Verified {
    /// Nobody has asked.
    #[default]
    Unasked,
    /// They are being asked.
    UnderWay,
    /// What they said of each file.
    Done(Vec<Result<Report>>),
}

impl Verified {
    /// Draws what was said; whether somebody asks now.
    pub(super) fn show(&self, ui: &mut Ui) -> bool {
        match self {
            Verified::Unasked => ui.button(words::VERIFY[0]).on_hover_text(words::VERIFY[1]).clicked(),
            Verified::UnderWay => {
                ui.label(words::VERIFYING);
                false
            }
            Verified::Done(reports) => {
                reports.iter().for_each(|report| show(ui, report));
                false
            }
        }
    }
}

fn show(ui: &mut Ui, report: &Result<Report>) {
    let wrong = look::weight(ui, Weight::Fault);
    let report = match report {
        Ok(report) => report,
        Err(error) => {
            ui.colored_label(wrong, error.to_string());
            return;
        }
    };
    let name = report.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    ui.label(RichText::new(name).strong());
    for check in &report.checks {
        let line = words::said(check.by, &check.outcome);
        match &check.outcome {
            Outcome::Found(lines) => {
                ui.colored_label(wrong, line);
                for line in lines {
                    ui.add(Label::new(line).wrap());
                }
            }
            Outcome::Clean => _ = ui.label(line),
            Outcome::Absent(_) => {
                let weak = look::weak(ui);
                ui.add(Label::new(RichText::new(line).color(weak)).wrap());
            }
        }
    }
}
