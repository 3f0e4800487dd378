//! The pages pane: the true pages of the book, as spreads or single, with overlays, thumbnails and ways to the source.

mod place;
mod sheets;
mod shown;
mod thumbnails;

use super::act::{Act, Acts};
use super::document::Document;
use super::memory::{PagesMemory, Zoom};
use super::stage::{Painted, Picture, Set, View};
use super::words::pages as words;
use crate::units::Length;
use egui::{Pos2, Rect, ScrollArea, TextureHandle, Ui, Vec2, pos2, vec2};
pub(super) use place::text_of;
use rustc_hash::FxHashMap;
use std::path::PathBuf;

/// Points of the screen in a point of paper, as large as on paper.
const PER_POINT: f32 = 96.0 / 72.0;
/// Space around pages.
const GAP: f32 = 18.0;

/// What the pane itself remembers.
#[derive(Default)]
pub(super) struct Pages {
    textures: FxHashMap<Picture, TextureHandle>,
    /// The page in the middle of the pane.
    pub page: usize,
    /// A page to be brought into view.
    jump: Option<usize>,
    /// How far the pages are scrolled.
    offset: Vec2,
    /// How large the pages are shown, 1 as on paper.
    scale: f32,
    /// The number of the page to go to, while it is typed.
    pub going: Option<String>,
    /// A piece to be brought into view as soon as it is typeset.
    pub(super) awaited: Option<PathBuf>,
    /// Where the cursor is in the text.
    pub cursor: Option<(PathBuf, usize)>,
    /// What is wanted from the painter.
    view: View,
}

impl std::fmt::Debug for Pages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Pages(page {}, {} textures)", self.page, self.textures.len())
    }
}

impl Pages {
    /// Brings a page into view.
    pub(super) fn go(&mut self, page: usize) {
        self.jump = Some(page);
        self.page = page;
    }

    /// The page or spread after or before the one in view.
    pub(super) fn turn(&mut self, memory: &PagesMemory, document: &Document, forward: bool) {
        let step = if memory.spreads { 2 } else { 1 };
        let last = document.set.as_ref().map_or(0, |set| set.book.sheets.len().saturating_sub(1));
        let to = if forward { self.page + step } else { self.page.saturating_sub(step) };
        self.go(to.min(last));
    }

    /// Makes pages larger or smaller by a factor.
    pub(super) fn zoom_by(&mut self, memory: &mut PagesMemory, factor: f32) {
        let now = if self.scale > 0.0 { self.scale } else { 1.0 };
        memory.zoom = Zoom::Times((now * factor).clamp(0.1, 8.0));
    }

    /// Takes a painted picture.
    pub(super) fn take(&mut self, ctx: &egui::Context, painted: Painted) {
        if !self.view.pictures.contains(&painted.picture) {
            return;
        }
        let options = egui::TextureOptions::LINEAR;
        match self.textures.get_mut(&painted.picture) {
            Some(texture) => texture.set(painted.image, options),
            None => {
                let name = format!("{:?}", painted.picture);
                self.textures.insert(painted.picture, ctx.load_texture(name, painted.image, options));
            }
        }
    }

    /// Whether a page is painted.
    pub(super) fn is_painted(&self, page: usize) -> bool {
        self.textures.contains_key(&Picture::Page(page))
    }

    /// Forgets all pictures: another edition is open.
    pub(super) fn clear(&mut self) {
        *self = Pages::default();
    }

    /// Draws the pane; what the painter is to paint.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        memory: &mut PagesMemory,
        acts: &mut Acts,
    ) -> View {
        let Some(set) = document.set.clone() else {
            ui.centered_and_justified(|ui| ui.spinner());
            return View::default();
        };
        self.bar(ui, document, &set, memory, acts);
        let mut view = View::default();
        if memory.thumbnails {
            self.thumbnails(ui, &set, &mut view);
        }
        let mut wanted = View::default();
        self.area(ui, document, &set, memory, acts, &mut wanted);
        // Pages in view are more urgent than their small pictures.
        view.pictures.splice(0..0, wanted.pictures);
        view.dpi = wanted.dpi;
        self.textures.retain(|picture, _| view.pictures.contains(picture));
        self.view = view.clone();
        view
    }

    fn bar(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        set: &Set,
        memory: &mut PagesMemory,
        acts: &mut Acts,
    ) {
        use super::command::Command;
        ui.horizontal_wrapped(|ui| {
            super::bars::small(ui, "◀", Command::PreviousPage, acts);
            let last = set.book.sheets.len();
            let folio =
                set.book.sheets.get(self.page).map(|sheet| sheet.folio.to_string()).unwrap_or_default();
            match self.going.take() {
                Some(typed) => self.go_field(ui, set, typed),
                None => {
                    let label = words::page_of(&folio, self.page + 1, last);
                    if ui.button(label).on_hover_text(Command::GoToPage.words().1).clicked() {
                        self.going = Some(String::new());
                    }
                }
            }
            super::bars::small(ui, "▶", Command::NextPage, acts);
            ui.separator();
            super::bars::small(ui, "−", Command::ZoomOut, acts);
            let percent = format!("{:.0} %", self.scale * 100.0);
            ui.menu_button(percent, |ui| {
                for (command, zoom) in [
                    (Command::FitPage, Zoom::Fit),
                    (Command::FitWidth, Zoom::Width),
                    (Command::ActualSize, Zoom::Times(1.0)),
                ] {
                    if ui.selectable_label(memory.zoom == zoom, command.name()).clicked() {
                        memory.zoom = zoom;
                        ui.close();
                    }
                }
                for times in [0.5, 0.75, 1.25, 1.5, 2.0, 4.0] {
                    if ui.button(format!("{:.0} %", times * 100.0)).clicked() {
                        memory.zoom = Zoom::Times(times);
                        ui.close();
                    }
                }
            })
            .response
            .on_hover_text(words::ZOOM_TIP);
            super::bars::small(ui, "+", Command::ZoomIn, acts);
            ui.separator();
            super::bars::toggle(ui, memory.spreads, Command::Spreads, acts);
            super::bars::toggle(ui, memory.thumbnails, Command::Thumbnails, acts);
            super::bars::toggle(ui, memory.guides, Command::Guides, acts);
            shown::show(ui, document, acts);
        });
    }

    /// The field in which a page's number is typed: a folio as printed.
    fn go_field(&mut self, ui: &mut Ui, set: &Set, mut typed: String) {
        let field = egui::TextEdit::singleline(&mut typed).desired_width(80.0).hint_text(words::GO_HINT);
        let response = ui.add(field).accessible_name(words::GO_HINT);
        if response.lost_focus() {
            let wanted = typed.trim().to_lowercase();
            if let Some(page) = set.book.sheets.iter().position(|sheet| sheet.folio.to_string() == wanted) {
                self.go(page);
            }
            return;
        }
        response.request_focus();
        self.going = Some(typed);
    }

    fn area(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        set: &Set,
        memory: &mut PagesMemory,
        acts: &mut Acts,
        view: &mut View,
    ) {
        let back = super::look::desk(ui);
        egui::Frame::NONE.fill(back).show(ui, |ui| {
            let bars = ui.spacing().scroll.allocated_width();
            let space = ui.available_size() - vec2(bars, bars);
            let trim = set.book.design.trim;
            let paper = vec2(trim.width.to_pt32(), trim.height.to_pt32()) * PER_POINT;
            let across = if memory.spreads { 2.0 } else { 1.0 };
            let scale = match memory.zoom {
                Zoom::Times(times) => times,
                Zoom::Width => (space.x - 3.0 * GAP) / (paper.x * across),
                Zoom::Fit => {
                    ((space.x - 3.0 * GAP) / (paper.x * across)).min((space.y - 2.0 * GAP) / paper.y)
                }
            };
            let desk = sheets::Layout::new(
                set.book.sheets.len(),
                memory.spreads,
                set.book.design.binding,
                paper * scale.clamp(0.05, 8.0),
                space,
            );
            self.follow_zoom(ui, &desk, scale.clamp(0.05, 8.0));
            if let Some(page) = self.jump.take() {
                self.offset = desk.offset_of(page, space);
            }
            let mut area = ScrollArea::both().id_salt("pages").auto_shrink(false);
            area = area.scroll_offset(self.offset);
            let output = area.show_viewport(ui, |ui, viewport| {
                ui.set_min_size(desk.size);
                let origin = ui.max_rect().min;
                self.draw(ui, document, set, memory, &desk, origin, viewport, acts, view);
            });
            self.offset = output.state.clamped_offset();
            let middle = self.offset.y + space.y * 0.4;
            // The page that was asked for stays the page in view as long as it is on the screen.
            if !desk.is_in_view(self.page, self.offset.y, space.y) {
                self.page = desk.page_at(middle);
            }
            let zoom = ui.input(egui::InputState::zoom_delta);
            if (zoom - 1.0).abs() > 0.001
                && output.inner_rect.contains(ui.ctx().pointer_latest_pos().unwrap_or_default())
            {
                self.zoom_by(memory, zoom);
            }
        });
    }

    /// When the scale changes, what was in the middle (or under the pointer) stays there.
    fn follow_zoom(&mut self, ui: &Ui, desk: &sheets::Layout, scale: f32) {
        if self.scale > 0.0 && (scale - self.scale).abs() > f32::EPSILON {
            let area = ui.available_rect_before_wrap();
            let pointer = ui.ctx().pointer_latest_pos().filter(|at| area.contains(*at));
            let still = pointer.unwrap_or_else(|| area.center()) - area.min;
            let factor = scale / self.scale;
            self.offset = ((self.offset + still) * factor - still).max(Vec2::ZERO);
            self.offset.y = self.offset.y.min((desk.size.y - area.height()).max(0.0));
            if pointer.is_none() {
                self.jump = Some(self.page);
            }
        }
        self.scale = scale;
    }

    #[allow(clippy::too_many_arguments, reason = "what is drawn, where to, and who is told")]
    fn draw(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        set: &Set,
        memory: &PagesMemory,
        desk: &sheets::Layout,
        origin: Pos2,
        viewport: Rect,
        acts: &mut Acts,
        view: &mut View,
    ) {
        let density = ui.ctx().pixels_per_point();
        view.dpi = f64::from(self.scale * 96.0 * density);
        let seen = desk.pages_in(viewport.y_range());
        for page in seen.clone() {
            let rect = snap(desk.rect_of(page).translate(origin.to_vec2()), density);
            view.pictures.push(Picture::Page(page));
            self.page_picture(ui, document, set, page, rect, acts);
            if let Some(x) = desk.fold_of(page) {
                let fold = egui::Stroke::new(1.0, egui::Color32::from_black_alpha(36));
                ui.painter().vline(x - desk.rect_of(page).left() + rect.left(), rect.y_range(), fold);
            }
            if memory.guides {
                sheets::guides(ui, set, page, rect);
            }
        }
        // The neighbours, so that turning a page shows it at once.
        let before = seen.start.saturating_sub(2)..seen.start;
        let after = seen.end..(seen.end + 2).min(set.book.sheets.len());
        view.pictures.extend(after.chain(before).map(Picture::Page));
    }

    /// One page: its picture, and what a click on it does.
    fn page_picture(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        set: &Set,
        page: usize,
        rect: Rect,
        acts: &mut Acts,
    ) {
        let response = ui.interact(rect, egui::Id::unique(("page", page)), egui::Sense::click());
        let sheet = &set.book.sheets[page];
        let name = words::page_for_readers(&sheet.folio.to_string(), &place::text_of(sheet));
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &name));
        let painter = ui.painter();
        painter.rect_filled(
            rect.translate(vec2(2.0, 3.0)).expand(1.0),
            1.0,
            egui::Color32::from_black_alpha(40),
        );
        painter.rect_filled(rect, 0.0, egui::Color32::WHITE);
        if let Some(texture) = self.textures.get(&Picture::Page(page)) {
            // A picture of the size before is stretched until the new one comes.
            let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
            painter.image(texture.id(), rect, whole, egui::Color32::WHITE);
        }
        let per_point = self.scale * PER_POINT;
        if let Some((file, byte)) = &self.cursor
            && let Some(area) = place::line_at(set, page, file, *byte)
        {
            let bar = Rect::from_min_size(
                rect.min + vec2(area.min.x - 7.0, area.min.y) * per_point,
                vec2(2.0, area.height()) * per_point,
            );
            painter.rect_filled(bar, 1.0, ui.visuals().selection.bg_fill);
        }
        let Some(pointer) = response.hover_pos() else { return };
        let at = (pointer - rect.min) / per_point;
        let at = crate::units::Point { x: Length::pt(f64::from(at.x)), y: Length::pt(f64::from(at.y)) };
        let found = place::at(set, page, at, &document.edition);
        if found.is_some() {
            ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
        }
        if response.clicked() {
            self.page = page;
            match found {
                Some(place::Found::Page(page)) => acts.push(Act::ShowPage(page)),
                Some(place::Found::Source(file, byte)) => acts.push(Act::ShowSource(file, byte)),
                Some(place::Found::Piece(file)) => acts.push(Act::SelectPieces(vec![file])),
                None => {}
            }
        }
    }
}

/// The rectangle on whole pixels, so that the picture is not blurred.
fn snap(rect: Rect, density: f32) -> Rect {
    let round = |at: Pos2| pos2((at.x * density).round() / density, (at.y * density).round() / density);
    Rect::from_min_size(round(rect.min), rect.size())
}
