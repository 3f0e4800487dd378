//! What the lines of a text become.

use super::text::Text;
use crate::app::document::Document;
use crate::app::words::inspector::LANGUAGES;
use crate::app::words::intake as words;
use crate::app::{bidi, field, look};
use crate::edition::disclaimer::DisclaimerChoice;
use crate::edition::language::Language;
use crate::edition::markdown;
use crate::edition::text::Block;
use crate::import::add::Joins;
use crate::import::intake::Field;
use crate::notice::Weight;
use egui::{ComboBox, FontId, Label, Link, RichText, ScrollArea, Ui};

impl Text {
    /// What becomes of it, its language, and what somebody should look at.
    pub(super) fn head(&mut self, ui: &mut Ui, document: &Document) {
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(words::RESULT).strong());
            self.language(ui, document);
        });
        if self.incoming.earlier.is_some() {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = 14.0;
                let joins = &mut self.incoming.joins;
                ui.radio_value(joins, Joins::AsVersion, words::AS_VERSION);
                ui.radio_value(joins, Joins::AsPiece, words::AS_PIECE);
                ui.radio_value(joins, Joins::Not, words::NOT);
            });
        }
        for doubt in &self.doubts {
            ui.label(RichText::new(doubt).color(look::weight(ui, Weight::Doubt)));
        }
        ui.add_space(2.0);
    }

    fn language(&mut self, ui: &mut Ui, document: &Document) {
        let language = self.incoming.intake.language;
        let tag = language.map(|language| language.to_string());
        let known = LANGUAGES.iter().find(|(known, _)| Some(*known) == tag.as_deref());
        let shown = known.map(|(_, name)| (*name).to_string()).or(tag);
        let mut picked = None;
        ui.label(words::LANGUAGE);
        let list = ComboBox::from_id_salt(("intake language", self.number));
        let list = list.selected_text(shown.unwrap_or_else(|| words::UNKNOWN.into()));
        let shown = list.show_ui(ui, |ui| {
            for (tag, name) in LANGUAGES {
                let of_list = Language::parse(tag);
                if field::line(ui, language == of_list, name) {
                    picked = of_list;
                }
            }
        });
        shown.response.accessible_name(words::LANGUAGE);
        if let Some(language) = picked {
            self.set_language(language, document);
        }
    }

    /// Draws the fields, the text and the corrections.
    pub(super) fn result(&mut self, ui: &mut Ui, document: &Document) {
        let height = ui.available_height();
        let corrections = if self.corrections.is_empty() { 40.0 } else { (height * 0.3).clamp(90.0, 260.0) };
        ScrollArea::vertical()
            .id_salt(("intake result", self.number))
            .max_height((height - corrections).max(80.0))
            .auto_shrink([false; 2])
            .show(ui, |ui| {
                self.written_fields(ui, &Field::ALL[..6]);
                ui.add_space(6.0);
                body(ui, &self.body.blocks);
                ui.add_space(6.0);
                self.written_fields(ui, &Field::ALL[7..9]);
            });
        ui.separator();
        self.show_corrections(ui, document);
    }

    fn written_fields(&mut self, ui: &mut Ui, fields: &[Field]) {
        for field in fields {
            let said = self.said(*field);
            if said.is_empty() {
                continue;
            }
            ui.horizontal_wrapped(|ui| {
                let name = RichText::new(words::field(*field)[0]).font(look::small());
                if ui.add(Link::new(name)).clicked() {
                    self.pick_field(*field);
                }
            });
            let font = match field {
                Field::Title => FontId::new(21.0, look::writing().family),
                Field::Subtitle => FontId::new(17.0, look::writing().family),
                _ => look::writing(),
            };
            ui.add(Label::new(RichText::new(bidi::for_display(&said)).font(font)).wrap());
        }
    }

    /// What a field says.
    fn said(&self, field: Field) -> String {
        let piece = &self.composed.piece;
        let words = |markdown: &Option<String>| {
            let text = markdown.as_deref().map(markdown::inline_text).unwrap_or_default();
            text.blocks.iter().map(Block::plain).collect::<Vec<_>>().join("\n")
        };
        match field {
            Field::Kicker => words(&piece.kicker),
            Field::Title => self.title(),
            Field::Subtitle => words(&piece.subtitle),
            Field::Byline => piece.authors.join(", "),
            Field::Date => piece.date.map(|date| date.to_string()).unwrap_or_default(),
            Field::Credit => piece.credit.as_ref().map(|credit| credit.outlet.clone()).unwrap_or_default(),
            Field::AuthorNote => words(&piece.author_note),
            Field::Disclaimer => match &piece.disclaimer {
                DisclaimerChoice::Own(own) => words(&Some(own.clone())),
                DisclaimerChoice::Named(names) => names.join(", "),
                DisclaimerChoice::Default | DisclaimerChoice::Waived(_) => String::new(),
            },
            Field::Body | Field::Dropped => String::new(),
        }
    }
}

/// The blocks of the text, each in its kind's letters.
fn body(ui: &mut Ui, blocks: &[Block]) {
    for block in blocks {
        let said = match block {
            Block::Ornament => words::BREAK.to_string(),
            Block::Figure { alt, .. } => format!("{} {alt} {}", words::PICTURE, block.plain()),
            Block::Quote { blocks, .. } => {
                ui.indent("quote", |ui| body(ui, blocks));
                continue;
            }
            Block::List { items, .. } => {
                let item = |blocks: &Vec<Block>| {
                    format!("• {}", blocks.iter().map(Block::plain).collect::<Vec<_>>().join("\n"))
                };
                items.iter().map(item).collect::<Vec<_>>().join("\n")
            }
            block => block.plain(),
        };
        let said = bidi::for_display(&said).into_owned();
        let text = RichText::new(said).font(look::writing());
        let text = if matches!(block, Block::Heading { .. }) { text.strong().size(17.0) } else { text };
        ui.add(Label::new(text).wrap());
        ui.add_space(3.0);
    }
}
