//! Colours, sizes and fonts of the window: one table, light and dark.

use crate::fonts::FamilyName;
use crate::notice::Weight;
use egui::epaint::text::{FontInsert, FontPriority, InsertFontFamily};
use egui::{Color32, FontData, FontFamily, FontId, Galley, Rect, Stroke, Ui, vec2};
use std::sync::Arc;

/// Lines over pages.
#[derive(Clone, Copy, Debug)]
pub(super) struct Guides {
    /// The cut.
    pub trim: Color32,
    /// The text area.
    pub margins: Color32,
    /// The baselines.
    pub grid: Color32,
}

/// Colours of the lines over pages, which are white in every theme.
pub(super) fn guides() -> Guides {
    Guides {
        trim: Color32::from_rgb(210, 60, 60),
        margins: Color32::from_rgb(40, 120, 200),
        grid: Color32::from_rgba_unmultiplied(40, 120, 200, 90),
    }
}

/// Letters of lists and labels.
pub(super) fn body() -> FontId {
    FontId::proportional(14.0)
}

/// Letters of what is less important.
pub(super) fn small() -> FontId {
    FontId::proportional(11.5)
}

/// The colour of what is less important; four and a half times as light or dark as its ground, or more.
pub(super) fn weak(ui: &Ui) -> Color32 {
    if ui.visuals().dark_mode { Color32::from_gray(165) } else { Color32::from_gray(90) }
}

/// The ground on which pages lie.
pub(super) fn desk(ui: &Ui) -> Color32 {
    if ui.visuals().dark_mode { Color32::from_gray(38) } else { Color32::from_gray(214) }
}

/// The frame of dialogs and questions.
pub(super) fn dialog(ctx: &egui::Context) -> egui::Frame {
    egui::Frame::popup(&ctx.global_style()).inner_margin(egui::Margin::same(18))
}

/// Makes a button the one that Enter presses, as long as nothing else has the focus.
pub(super) fn default_button(response: &egui::Response) {
    if response.ctx.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
}

/// How far a list of rows of one height is scrolled, so that a row stands in its middle, or as near to it as the list
/// reaches.
pub(super) fn offset_of_row(ui: &Ui, row: usize, height: f32, rows: usize) -> f32 {
    let space = ui.available_height();
    let most = (rows as f32 * height - ui.spacing().item_spacing.y - space).max(0.0);
    (row as f32 * height - space / 2.0).clamp(0.0, most)
}

/// The line that shows where something will be dropped.
pub(super) fn drop_line(ui: &Ui) -> Stroke {
    Stroke::new(3.0, ui.visuals().selection.stroke.color)
}

/// The colour of a notice.
pub(super) fn weight(ui: &Ui, weight: Weight) -> Color32 {
    match (weight, ui.visuals().dark_mode) {
        (Weight::Fault, false) => Color32::from_rgb(170, 30, 30),
        (Weight::Fault, true) => Color32::from_rgb(255, 130, 120),
        (Weight::Doubt, false) => Color32::from_rgb(140, 90, 0),
        (Weight::Doubt, true) => Color32::from_rgb(240, 190, 90),
        (Weight::Remark, false) => Color32::from_rgb(40, 90, 150),
        (Weight::Remark, true) => Color32::from_rgb(130, 180, 240),
    }
}

/// The colour of a field of a text that came in: a ground on which letters are easily read.
pub(super) fn field(ui: &Ui, field: crate::import::intake::Field) -> Color32 {
    use crate::import::intake::Field;
    let [red, green, blue] = match field {
        Field::Kicker => [186, 120, 200],
        Field::Title => [80, 130, 220],
        Field::Subtitle => [70, 170, 210],
        Field::Byline => [60, 165, 120],
        Field::Date => [140, 165, 60],
        Field::Credit => [180, 150, 60],
        Field::Body => [150, 150, 150],
        Field::AuthorNote => [215, 135, 60],
        Field::Disclaimer => [205, 95, 95],
        Field::Dropped => [95, 95, 95],
    };
    let ground = if ui.visuals().dark_mode { [27.0; 3] } else { [248.0; 3] };
    let strength = if ui.visuals().dark_mode { 0.38 } else { 0.30 };
    let mix = |colour: u8, ground: f32| (f32::from(colour) * strength + ground * (1.0 - strength)) as u8;
    Color32::from_rgb(mix(red, ground[0]), mix(green, ground[1]), mix(blue, ground[2]))
}

/// The ground of words that are new.
pub(super) fn new_words(ui: &Ui) -> Color32 {
    if ui.visuals().dark_mode { Color32::from_rgb(70, 74, 20) } else { Color32::from_rgb(255, 240, 160) }
}

/// The letters in which texts are written: those of a book.
pub(super) fn writing() -> FontId {
    FontId::new(15.5, FontFamily::Name(WRITING.into()))
}

const WRITING: &str = "writing";

/// Fonts of the window: egui's own, then the bundled ones for the scripts it lacks. What none has comes from the
/// system where eframe finds it.
pub(super) fn fonts(ctx: &egui::Context) {
    let companions =
        [FamilyName::AlegreyaSans, FamilyName::Amiri, FamilyName::FrankRuhlLibre, FamilyName::TiroDevanagari];
    let everywhere = [FontFamily::Proportional, FontFamily::Monospace, FontFamily::Name(WRITING.into())];
    add_font(ctx, FamilyName::Literata, &everywhere[2..]);
    companions.into_iter().for_each(|family| add_font(ctx, family, &everywhere));
}

/// Adds a bundled font behind those that a family of the window has.
fn add_font(ctx: &egui::Context, family: FamilyName, places: &[FontFamily]) {
    let face = family.family().face(false, false);
    if let crate::fonts::face::FontBytes::Bundled(bytes) = face.bytes {
        let lowest =
            |family: &FontFamily| InsertFontFamily { family: family.clone(), priority: FontPriority::Lowest };
        let places = places.iter().map(lowest).collect();
        ctx.add_font(FontInsert::new(&face.name, FontData::from_static(bytes), places));
    }
}

/// Spaces and corners.
pub(super) fn style(ctx: &egui::Context) {
    ctx.all_styles_mut(|style| {
        style.spacing.item_spacing = vec2(8.0, 6.0);
        style.spacing.button_padding = vec2(8.0, 4.0);
        style.spacing.interact_size.y = 24.0;
        style.spacing.scroll.floating = false;
        style.spacing.scroll.foreground_color = false;
        // A fade would lie over pages and text like a shadow that is not printed.
        style.spacing.scroll.fade.strength = 0.0;
        // A list that has grown since the last frame would spring back from its new end, as far as to its beginning.
        style.spacing.scroll.kinetic.rubber_band = false;
        let text = if style.visuals.dark_mode { Color32::from_gray(214) } else { Color32::from_gray(28) };
        style.visuals.widgets.noninteractive.fg_stroke.color = text;
        style.visuals.widgets.inactive.fg_stroke.color = text;
        // egui's own blue is too light on white to be read by everybody.
        style.visuals.hyperlink_color = if style.visuals.dark_mode {
            Color32::from_rgb(120, 185, 255)
        } else {
            Color32::from_rgb(0, 88, 165)
        };
        style.url_in_tooltip = true;
        style.visuals.striped = false;
    });
    ctx.options_mut(|options| {
        // Our own keys: pages are zoomed, not the window; closing asks first.
        options.zoom_with_keyboard = false;
        options.quit_shortcuts.clear();
        options.fallback_theme = egui::Theme::Light;
    });
}

/// A line of text that is cut with an ellipsis where it is too long, and stands at the right where it runs from
/// right to left.
pub(super) fn line(ui: &Ui, rect: Rect, text: &str, font: FontId, colour: Color32, spaced: bool) {
    let galley = galley(ui, text, font, colour, rect.width(), spaced);
    let right_to_left = super::bidi::is_right_to_left(text);
    let x = if right_to_left { rect.right() - galley.size().x } else { rect.left() };
    ui.painter().galley(egui::pos2(x, rect.top()), galley, colour);
}

fn galley(ui: &Ui, text: &str, font: FontId, colour: Color32, width: f32, spaced: bool) -> Arc<Galley> {
    let format = egui::TextFormat {
        font_id: font,
        color: colour,
        extra_letter_spacing: if spaced { 0.6 } else { 0.0 },
        ..egui::TextFormat::default()
    };
    let text = super::bidi::for_display(text);
    let mut job = egui::text::LayoutJob::single_section(text.into_owned(), format);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width);
    ui.painter().layout_job(job)
}
