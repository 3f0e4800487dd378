//! Labelled fields of panes: the value of something goes in, the value that was typed or picked comes out.
//!
//! A value often has another spelling than its editor's: Markdown is written back in one way only, half a date is
//! none. So a field that has the focus keeps what was typed, its *draft*, beside the value that it means; it is
//! forgotten when the focus leaves, or when the value changes for another reason, as by undo. The identity of a field
//! holds whose field it is, so that no draft is ever read into another piece.

use super::look;
use super::words::inspector as words;
use crate::edition::date::Date;
use crate::edition::markdown::{self, Context};
use crate::edition::text::{Paragraph, Text};
use crate::notice::{Notices, Weight};
use egui::{ComboBox, Id, Label, Layout, Response, RichText, ScrollArea, TextEdit, Ui};
use std::fmt::Debug;
use std::hash::Hash;
use std::path::Path;

/// Height in points beyond which a field of many lines scrolls by itself.
const TALLEST: f32 = 220.0;

/// By how many points a label is moved from the field above it to its own.
const CLOSER: f32 = 3.0;

/// What is typed in a field that has the focus.
#[derive(Clone, Debug, Default)]
struct Draft {
    text: String,
    /// The value as it was written when the field was drawn last.
    seen: String,
    /// The value as it will be written once the draft is taken over.
    sent: Option<String>,
    /// Why the draft means nothing yet.
    error: Option<String>,
}

impl Draft {
    /// The draft of a field whose value is now written like this.
    fn of(ui: &Ui, id: Id, now: String) -> Draft {
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        let kept = has_focus.then(|| ui.data(|data| data.get_temp::<Draft>(id))).flatten();
        match kept {
            Some(draft) if draft.seen == now => draft,
            Some(draft) if draft.sent.as_ref() == Some(&now) => Draft { seen: now, sent: None, ..draft },
            _ => Draft { text: now.clone(), seen: now, ..Draft::default() },
        }
    }
}

/// A field in which a value is typed.
#[derive(Debug)]
pub(super) struct Field<'a> {
    id: Id,
    label: &'a str,
    tip: &'a str,
    placeholder: String,
    note: &'a str,
    rows: usize,
}

impl<'a> Field<'a> {
    /// A field of this name and explanation; `whose` tells it from the same field of something else.
    pub(super) fn new(whose: impl Hash + Debug, [label, tip]: [&'a str; 2]) -> Field<'a> {
        let id = Id::unique(("field", whose, label));
        Field { id, label, tip, placeholder: String::new(), note: "", rows: 1 }
    }

    /// What stands in the field, weakly, while it is empty.
    pub(super) fn placeholder(mut self, text: impl Into<String>) -> Field<'a> {
        self.placeholder = text.into();
        self
    }

    /// A line of explanation below the field.
    pub(super) fn note(mut self, note: &'a str) -> Field<'a> {
        self.note = note;
        self
    }

    /// A field of several lines.
    pub(super) fn rows(mut self, rows: usize) -> Field<'a> {
        self.rows = rows;
        self
    }

    /// Draws label and field; the new value, when one was typed.
    pub(super) fn show<T>(
        self,
        ui: &mut Ui,
        value: &T,
        write: impl Fn(&T) -> String,
        parse: impl Fn(&str) -> Result<T, String>,
    ) -> Option<T> {
        let (label, _) = head(ui, [self.label, self.tip], None);
        self.input(ui, &label, value, write, parse)
    }

    /// Draws the field alone, below a label drawn before; the new value, when one was typed.
    pub(super) fn input<T>(
        self,
        ui: &mut Ui,
        label: &Response,
        value: &T,
        write: impl Fn(&T) -> String,
        parse: impl Fn(&str) -> Result<T, String>,
    ) -> Option<T> {
        let now = write(value);
        let mut draft = Draft::of(ui, self.id, now.clone());
        let response = self.edit(ui, &mut draft.text).labelled_by(label.id).on_hover_text(self.tip);
        let mut new = None;
        if response.changed() {
            match parse(draft.text.trim_end()) {
                Ok(parsed) => {
                    let written = write(&parsed);
                    new = (written != now).then_some(parsed);
                    (draft.sent, draft.error) = (Some(written), None);
                }
                Err(why) => (draft.sent, draft.error) = (None, Some(why)),
            }
        }
        if let Some(why) = &draft.error {
            error(ui, why);
        }
        note(ui, self.note);
        if response.has_focus() {
            ui.data_mut(|data| _ = data.insert_temp(self.id, draft));
        } else {
            ui.data_mut(|data| data.remove::<Draft>(self.id));
        }
        new
    }

    fn edit(&self, ui: &mut Ui, text: &mut String) -> Response {
        let placeholder = RichText::new(&self.placeholder).color(look::weak(ui));
        if self.rows == 1 {
            let field = TextEdit::singleline(text).id(self.id).hint_text(placeholder);
            return ui.add(field.desired_width(f32::INFINITY));
        }
        let area = ScrollArea::vertical()
            .id_salt(self.id)
            .max_height(TALLEST)
            .min_scrolled_height(TALLEST)
            .auto_shrink([false, true]);
        let field = TextEdit::multiline(text).id(self.id).hint_text(placeholder).desired_rows(self.rows);
        area.show(ui, |ui| ui.add(field.desired_width(f32::INFINITY))).inner
    }

    /// Plain words.
    pub(super) fn words(self, ui: &mut Ui, value: &String) -> Option<String> {
        self.show(ui, value, String::clone, |text| Ok(text.trim().to_string()))
    }

    /// Plain words, or nothing.
    pub(super) fn optional(self, ui: &mut Ui, value: &Option<String>) -> Option<Option<String>> {
        self.show(ui, value, |value| value.clone().unwrap_or_default(), |text| Ok(some(text.trim())))
    }

    /// One paragraph with inline Markdown.
    pub(super) fn inline(self, ui: &mut Ui, value: &Paragraph) -> Option<Paragraph> {
        self.show(ui, value, markdown::write_inline, |text| Ok(markdown::inline(text.trim())))
    }

    /// One paragraph with inline Markdown, or nothing.
    pub(super) fn inline_optional(self, ui: &mut Ui, value: &Option<Paragraph>) -> Option<Option<Paragraph>> {
        let write =
            |value: &Option<Paragraph>| value.as_ref().map(markdown::write_inline).unwrap_or_default();
        self.show(ui, value, write, |text| Ok(some(text.trim()).map(|text| markdown::inline(&text))))
    }

    /// A date, or nothing.
    pub(super) fn date(self, ui: &mut Ui, value: &Option<Date>) -> Option<Option<Date>> {
        let write = |value: &Option<Date>| value.map(|date| date.to_string()).unwrap_or_default();
        self.placeholder("2026-03-01").show(ui, value, write, date)
    }

    /// An address on the web, or nothing.
    pub(super) fn address(self, ui: &mut Ui, value: &Option<String>) -> Option<Option<String>> {
        let write = |value: &Option<String>| value.clone().unwrap_or_default();
        self.placeholder("https://").show(ui, value, write, address)
    }

    /// Paragraphs of Markdown, as the file of this path has them.
    pub(super) fn markdown(self, ui: &mut Ui, value: &Text, file: &Path) -> Option<Text> {
        let folder = file.parent().unwrap_or(Path::new(""));
        let write = |value: &Text| markdown::write_from(value, folder).trim_end().to_string();
        self.show(ui, value, write, |text| {
            let context = Context { file, first_line: 1, folder };
            Ok(markdown::read(text, &context, &mut Notices::new()))
        })
    }
}

/// Words, or nothing where there are none.
fn some(text: &str) -> Option<String> {
    Some(text.to_string()).filter(|text| !text.is_empty())
}

/// A date as it is typed; an empty one is none. A day of one figure is half a day: the second may be on its way.
fn date(text: &str) -> Result<Option<Date>, String> {
    match text.trim() {
        "" => Ok(None),
        text => {
            let date = Date::parse(text).filter(|date| date.to_string() == text);
            date.map(Some).ok_or_else(|| words::NO_DATE.to_string())
        }
    }
}

/// An address as it is typed; an empty one is none.
fn address(text: &str) -> Result<Option<String>, String> {
    match text.trim() {
        "" => Ok(None),
        text if markdown::is_safe_link(text) => Ok(Some(text.to_string())),
        _ => Err(words::NO_ADDRESS.to_string()),
    }
}

/// Draws the label of a field, and at the right a link that takes its value back, where there is one to take back;
/// the label, and whether the link was clicked.
pub(super) fn head(ui: &mut Ui, [label, tip]: [&str; 2], reset: Option<&str>) -> (Response, bool) {
    // A label stands nearer to its own field than to the one above.
    ui.add_space(CLOSER);
    let drawn = name(ui, [label, tip], reset);
    ui.add_space(-CLOSER);
    drawn
}

fn name(ui: &mut Ui, [label, tip]: [&str; 2], reset: Option<&str>) -> (Response, bool) {
    let Some(reset) = reset else {
        return (ui.label(label).on_hover_text(tip), false);
    };
    let row = ui.horizontal(|ui| {
        let response = ui.label(label).on_hover_text(tip);
        let link = |ui: &mut Ui| ui.link(RichText::new(reset).font(look::small()));
        let link = ui.with_layout(Layout::right_to_left(egui::Align::Center), link).inner;
        (response, link.on_hover_text(words::RESET_TIP).accessible_name(words::reset(label, reset)).clicked())
    });
    row.inner
}

/// A small line of explanation; nothing where there are no words.
pub(super) fn note(ui: &mut Ui, text: &str) {
    if !text.is_empty() {
        ui.add_space(-CLOSER);
        ui.add(Label::new(RichText::new(text).font(look::small()).color(look::weak(ui))).wrap());
    }
}

/// A small line that says what is wrong.
pub(super) fn error(ui: &mut Ui, text: &str) {
    let colour = look::weight(ui, Weight::Fault);
    ui.add(Label::new(RichText::new(text).font(look::small()).color(colour)).wrap());
}

/// A list to pick from; what was picked. `otherwise` is shown where what is chosen is not on the list.
pub(super) fn choice<T: PartialEq + Clone>(
    ui: &mut Ui,
    whose: impl Hash + Debug,
    words: [&str; 2],
    chosen: &T,
    options: &[(T, String)],
    otherwise: &str,
) -> Option<T> {
    let (label, _) = head(ui, words, None);
    choice_of(ui, &label, ("choice", whose, words[0]), words[1], chosen, options, otherwise)
}

/// The same, below a label drawn before.
pub(super) fn choice_of<T: PartialEq + Clone>(
    ui: &mut Ui,
    label: &Response,
    whose: impl Hash + Debug,
    tip: &str,
    chosen: &T,
    options: &[(T, String)],
    otherwise: &str,
) -> Option<T> {
    let text = options.iter().find(|(value, _)| value == chosen).map_or(otherwise, |(_, text)| text);
    let list =
        ComboBox::from_id_salt(Id::unique(whose)).width(ui.available_width()).truncate().selected_text(text);
    let list = list.show_ui(ui, |ui| {
        let picked = options.iter().filter(|(value, text)| line(ui, value == chosen, text));
        picked.map(|(value, _)| value.clone()).last()
    });
    list.response.labelled_by(label.id).on_hover_text(tip);
    list.inner.flatten().filter(|picked| picked != chosen)
}

/// A line of a list that opens; whether it was picked. The list closes: a click does that by itself, a key or a screen
/// reader's does not.
pub(super) fn line(ui: &mut Ui, is_chosen: bool, text: &str) -> bool {
    let picked = ui.selectable_label(is_chosen, text).clicked();
    if picked {
        ui.close();
    }
    picked
}

/// A box to tick; whether it is ticked from now on, when it was clicked.
pub(super) fn check(ui: &mut Ui, [label, tip]: [&str; 2], mut on: bool) -> Option<bool> {
    ui.checkbox(&mut on, label).on_hover_text(tip).changed().then_some(on)
}

/// A field for a name that takes effect as a whole: by Enter or the button behind it. The name.
pub(super) fn entry(
    ui: &mut Ui,
    whose: impl Hash + Debug,
    [label, tip]: [&str; 2],
    start: &str,
    button: &str,
) -> Option<String> {
    let id = Id::unique(("entry", whose, label));
    let mut text = ui.data(|data| data.get_temp::<String>(id)).unwrap_or_else(|| start.to_string());
    let (named, _) = head(ui, [label, tip], None);
    let (typed, clicked) = ui
        .horizontal(|ui| {
            let width = (ui.available_width() - 84.0).max(60.0);
            let field = TextEdit::singleline(&mut text).id(id).desired_width(width);
            let response = ui.add(field).labelled_by(named.id).on_hover_text(tip);
            let enter = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            let is_new = !text.trim().is_empty() && text.trim() != start;
            let clicked = ui.add_enabled(is_new, egui::Button::new(button)).clicked();
            (response, is_new && (enter || clicked))
        })
        .inner;
    if clicked || typed.changed() {
        ui.data_mut(|data| data.insert_temp(id, text.clone()));
    }
    if clicked {
        ui.data_mut(|data| data.remove::<String>(id));
        return Some(text.trim().to_string());
    }
    None
}

/// Whether something that only the pane knows is on: a list that shows its other half.
pub(super) fn is_on(ui: &Ui, id: Id) -> bool {
    ui.data(|data| data.get_temp(id)).unwrap_or(false)
}

/// Switches such a thing.
pub(super) fn switch(ui: &Ui, id: Id, on: bool) {
    ui.data_mut(|data| data.insert_temp(id, on));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_date_is_none_and_no_date_is_one() {
        assert_eq!(date(" "), Ok(None));
        assert_eq!(date("2026-03"), Ok(Date::parse("2026-03")));
        for half in ["2026-", "2026-0", "2026-03-", "2026-03-1", "2026-3x"] {
            assert_eq!(date(half), Err(words::NO_DATE.to_string()), "{half}");
        }
    }

    #[test]
    fn an_address_begins_as_addresses_do() {
        assert_eq!(address("https://example.org"), Ok(Some("https://example.org".into())));
        assert_eq!(address(""), Ok(None));
        assert!(address("http").is_err() && address("javascript:alert(1)").is_err());
    }
}
