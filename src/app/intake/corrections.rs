//! The corrections of a text, by kind; each can be taken back.

use super::text::Text;
use crate::app::document::Document;
use crate::app::look;
use crate::app::words::intake as words;
use crate::import::clean::CorrectionId;
use egui::{CollapsingHeader, RichText, ScrollArea, Ui};

/// Of more corrections of a kind only the first are listed one by one.
const LISTED: usize = 400;

impl Text {
    /// Draws them.
    pub(super) fn show_corrections(&mut self, ui: &mut Ui, document: &Document) {
        if self.corrections.is_empty() {
            ui.label(RichText::new(words::NO_CORRECTIONS).color(look::weak(ui)));
            return;
        }
        let title = words::corrections(self.corrections.len());
        ui.label(RichText::new(title).strong()).on_hover_text(words::CORRECTIONS_TIP);
        let mut asked: Option<(Vec<CorrectionId>, bool)> = None;
        ScrollArea::vertical().id_salt(("intake corrections", self.number)).auto_shrink([false; 2]).show(
            ui,
            |ui| {
                for (kind, made) in self.by_kind() {
                    let undone = &self.incoming.intake.undone;
                    let name = words::kind(kind);
                    let ids = || made.iter().map(|correction| correction.id).collect::<Vec<_>>();
                    let mut all = made.iter().all(|correction| !undone.contains(&correction.id));
                    ui.horizontal_top(|ui| {
                        let ticked = ui.checkbox(&mut all, "").on_hover_text(words::CORRECTIONS_TIP);
                        ticked.widget_info(|| {
                            egui::WidgetInfo::selected(egui::Role::CheckBox, true, all, name)
                        });
                        if ticked.changed() {
                            asked = Some((ids(), all));
                        }
                        let header = CollapsingHeader::new(words::kind_of(name, made.len()));
                        header.id_salt((self.number, name)).show(ui, |ui| {
                            for correction in made.iter().take(LISTED) {
                                let mut on = !undone.contains(&correction.id);
                                let shown = words::correction(
                                    &visible(&correction.before),
                                    &visible(&correction.after),
                                );
                                let number = format!("{}  {shown}", correction.number);
                                if ui.checkbox(&mut on, number).changed() {
                                    asked = Some((vec![correction.id], on));
                                }
                            }
                        });
                    });
                }
            },
        );
        if let Some((ids, make)) = asked {
            self.correct(&ids, make, document);
        }
    }
}

/// Spaces and characters that nobody sees, made visible.
fn visible(words: &str) -> String {
    let shown = words.chars().map(|letter| match letter {
        '\u{a0}' | '\u{202f}' => '␣',
        '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => '·',
        letter if letter.is_control() => '·',
        letter => letter,
    });
    shown.collect()
}
