//! A length of the design that may be left to theme or page size.

use crate::app::field::{self, Field};
use crate::app::words::inspector as words;
use crate::units::Length;
use egui::Ui;

/// In which unit a length is shown. Any may be typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// Points: type.
    Points,
    /// Millimetres: paper.
    Millimetres,
}

impl Unit {
    pub(super) fn write(self, length: Length) -> String {
        let (value, unit) = match self {
            Unit::Points => (length.to_pt(), "pt"),
            Unit::Millimetres => (length.to_pt() * 25.4 / 72.0, "mm"),
        };
        let value = format!("{value:.2}");
        format!("{} {unit}", value.trim_end_matches('0').trim_end_matches('.'))
    }

    /// One step of the buttons, counted from the last whole one.
    fn stepped(self, length: Length, up: bool) -> Length {
        let (made, step): (fn(f64) -> Length, f64) = match self {
            Unit::Points => (Length::pt, 0.25),
            Unit::Millimetres => (Length::mm, 0.5),
        };
        let steps = length.to_pt() / made(step).to_pt();
        // A step that is nearly reached is reached, or the button would seem to do nothing.
        let steps = if up { (steps + 0.02).floor() + 1.0 } else { (steps - 0.02).ceil() - 1.0 };
        made(steps * step)
    }

    pub(super) fn parse(self, text: &str, em: Length) -> Result<Length, String> {
        let text = text.trim().replace(',', ".");
        let is_number = text.ends_with(|letter: char| letter.is_ascii_digit());
        let unit = if self == Unit::Points { "pt" } else { "mm" };
        let text = if is_number { format!("{text}{unit}") } else { text };
        Length::parse(&text, em).map_err(|_| words::NO_LENGTH.to_string())
    }
}

/// What a length of the design may be, and what it is unless said.
#[derive(Debug)]
pub(super) struct LengthField<'a> {
    /// Its name and explanation.
    pub(super) names: [&'a str; 2],
    /// The unit in which it is shown.
    pub(super) unit: Unit,
    /// The shortest and the longest.
    pub(super) within: (Length, Length),
    /// What it is in the book now.
    pub(super) now: Length,
    /// What the link says that leaves it to the theme or the page size.
    pub(super) reset: &'a str,
    /// The size of an em.
    pub(super) em: Length,
}

impl LengthField<'_> {
    /// Draws label, field and buttons; the new wish, when it was changed.
    pub(super) fn show(&self, ui: &mut Ui, wish: Option<Length>) -> Option<Option<Length>> {
        let (label, reset) = field::head(ui, self.names, wish.map(|_| self.reset));
        let (low, high) = self.within;
        let now = self.unit.write(self.now);
        let usual = match self.reset {
            words::AS_EDITION => words::is_by_edition(&now),
            words::AS_TRIM => words::is_by_trim(&now),
            _ => words::is_now(&now),
        };
        let mut new = None;
        ui.horizontal_top(|ui| {
            let width = (ui.available_width() - 72.0).max(60.0);
            let write =
                |wish: &Option<Length>| wish.map(|length| self.unit.write(length)).unwrap_or_default();
            let field = Field::new("design", self.names).placeholder(usual);
            let typed = ui.vertical(|ui| {
                ui.set_width(width);
                field.input(ui, &label, &wish, write, |text| self.parse(text))
            });
            new = typed.inner;
            for (sign, does, up) in [("−", words::LESS, false), ("+", words::MORE, true)] {
                let stepped = self.unit.stepped(wish.unwrap_or(self.now), up);
                let can = (low..=high).contains(&stepped);
                let button = ui.add_enabled(can, egui::Button::new(sign).min_size(egui::vec2(28.0, 0.0)));
                if button
                    .on_hover_text(does)
                    .accessible_name(words::for_person(self.names[0], does))
                    .clicked()
                {
                    new = Some(Some(stepped));
                }
            }
        });
        if reset { Some(None) } else { new }
    }

    fn parse(&self, text: &str) -> Result<Option<Length>, String> {
        if text.trim().is_empty() {
            return Ok(None);
        }
        let length = self.unit.parse(text, self.em)?;
        let (low, high) = self.within;
        match (low..=high).contains(&length) {
            true => Ok(Some(length)),
            false => Err(words::no_size(&self.unit.write(low), &self.unit.write(high))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_alone_is_in_the_unit_of_the_field() {
        let em = Length::pt(11.0);
        assert_eq!(Unit::Points.parse("10,5", em), Ok(Length::pt(10.5)));
        assert_eq!(Unit::Millimetres.parse("18", em), Ok(Length::mm(18.0)));
        assert_eq!(Unit::Millimetres.parse("0.75 in", em), Ok(Length::inch(0.75)));
        assert!(Unit::Points.parse("large", em).is_err());
    }

    #[test]
    fn lengths_are_written_without_needless_figures_and_stepped_to_whole_steps() {
        assert_eq!(Unit::Points.write(Length::pt(10.5)), "10.5 pt");
        assert_eq!(Unit::Millimetres.write(Length::mm(18.0)), "18 mm");
        assert_eq!(Unit::Points.stepped(Length::pt(10.6), true), Length::pt(10.75));
        assert_eq!(Unit::Points.stepped(Length::pt(10.5), false), Length::pt(10.25));
        assert_eq!(Unit::Millimetres.stepped(Length::mm(18.0), true), Length::mm(18.5));
        assert_eq!(Unit::Millimetres.stepped(Length::mm(18.5), true), Length::mm(19.0));
    }
}
