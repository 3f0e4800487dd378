//! The e-book pane: the text of a piece as an e-book shows it, on a phone, an e-reader or a tablet.
//!
//! In: the open edition and a piece. Out: pages of the size of a screen, set by the same engine from the same text.
//! Every reading program sets an e-book its own way, so this shows order, parts and amount of the text, not its line
//! ends; the pane says so.

use super::act::Acts;
use super::command::Command;
use super::document::Document;
use super::memory::{Device, EbookMemory, Paper};
use super::stage::{Event, Look, Picture, Set, Stage, View};
use super::words::ebook as words;
use crate::edition::design_settings::{DesignSettings, MarginSettings, Opener};
use crate::edition::matter::Matter;
use crate::edition::{Edition, Part};
use crate::output::png::Colours;
use crate::units::Length;
use egui::{Rect, TextureHandle, Ui, pos2, vec2};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Points of paper in a pixel of a style sheet.
const PIXEL: f64 = 0.75;

/// What the pane itself remembers.
pub(super) struct Ebook {
    /// Typesets and paints for this pane alone; started when the pane is first shown.
    stage: Option<Stage>,
    wake: Arc<dyn Fn() + Send + Sync>,
    /// What the stage was asked for last.
    asked: Option<Asked>,
    number: u64,
    set: Option<Arc<Set>>,
    page: usize,
    texture: Option<TextureHandle>,
}

/// What a setting of an e-book depends on.
#[derive(Clone, Debug, PartialEq)]
struct Asked {
    generation: u64,
    variant: Option<Arc<str>>,
    file: PathBuf,
    device: Device,
    size: u16,
}

impl std::fmt::Debug for Ebook {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Ebook(page {} of {:?})", self.page, self.asked)
    }
}

impl Ebook {
    /// Nothing shown yet; `wake` is called when a page is painted.
    pub(super) fn new(wake: impl Fn() + Send + Sync + 'static) -> Ebook {
        let wake = Arc::new(wake);
        Ebook { stage: None, wake, asked: None, number: 0, set: None, page: 0, texture: None }
    }

    /// Forgets everything: another edition is open.
    pub(super) fn clear(&mut self) {
        if let Some(stage) = &self.stage {
            stage.clear();
        }
        self.asked = None;
        self.set = None;
        self.texture = None;
    }

    /// Draws the piece of a file as an e-book shows it.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        file: Option<&Path>,
        memory: &mut EbookMemory,
        acts: &mut Acts,
    ) {
        let Some(piece) = file.and_then(|file| document.piece(file)) else {
            ui.centered_and_justified(|ui| ui.label(super::words::text::NO_PIECE));
            return;
        };
        self.ask(document, &piece.file, *memory);
        self.take_events(ui.ctx());
        self.bar(ui, memory, acts);
        egui::Panel::bottom("e-book label").resizable(false).show_separator_line(false).show(ui, |ui| {
            ui.label(egui::RichText::new(words::HONEST).color(super::look::weak(ui)));
        });
        self.screen(ui, *memory);
    }

    /// Asks for the piece as this device shows it, unless that was asked already.
    fn ask(&mut self, document: &Document, file: &Path, memory: EbookMemory) {
        let EbookMemory { device, size, .. } = memory;
        let variant = document.shown().cloned();
        let wanted =
            Asked { generation: document.generation, variant, file: file.to_path_buf(), device, size };
        if self.asked.as_ref() == Some(&wanted) {
            return;
        }
        if self.asked.as_ref().is_none_or(|asked| asked.file != wanted.file) {
            self.page = 0;
        }
        self.number += 1;
        let edition = Arc::new(for_device(&document.to_show(), file, memory));
        let wake = self.wake.clone();
        self.stage.get_or_insert_with(|| Stage::new(move || wake())).set(self.number, edition);
        self.asked = Some(wanted);
    }

    fn take_events(&mut self, ctx: &egui::Context) {
        let Some(stage) = &self.stage else { return };
        while let Ok(event) = stage.events.try_recv() {
            match event {
                Event::Set(set) => {
                    self.page = self.page.min(set.book.sheets.len().saturating_sub(1));
                    self.set = Some(set);
                }
                Event::Painted(painted) if painted.picture.page() == self.page => {
                    let options = egui::TextureOptions::LINEAR;
                    match &mut self.texture {
                        Some(texture) => texture.set(painted.image, options),
                        None => self.texture = Some(ctx.load_texture("e-book page", painted.image, options)),
                    }
                }
                // A fault of typesetting is told by the pages.
                Event::Painted(_) | Event::Failed(_) => {}
            }
        }
    }

    fn bar(&mut self, ui: &mut Ui, memory: &mut EbookMemory, acts: &mut Acts) {
        let last = self.set.as_ref().map_or(0, |set| set.book.sheets.len().saturating_sub(1));
        ui.horizontal_wrapped(|ui| {
            for (device, name) in words::DEVICES {
                ui.selectable_value(&mut memory.device, device, name);
            }
            ui.separator();
            if ui.button("A−").accessible_name(words::SMALLER).on_hover_text(words::SMALLER).clicked() {
                memory.size = memory.size.saturating_sub(10).max(50);
            }
            ui.label(format!("{} %", memory.size));
            if ui.button("A+").accessible_name(words::LARGER).on_hover_text(words::LARGER).clicked() {
                memory.size = (memory.size + 10).min(250);
            }
            ui.separator();
            for (paper, name) in words::PAPERS {
                ui.selectable_value(&mut memory.paper, paper, name);
            }
            ui.separator();
            let back = ui.add_enabled(self.page > 0, egui::Button::new("◀"));
            if back.accessible_name(Command::PreviousPage.name()).clicked() {
                self.page -= 1;
            }
            ui.label(words::screen(self.page + 1, last + 1));
            let on = ui.add_enabled(self.page < last, egui::Button::new("▶"));
            if on.accessible_name(Command::NextPage.name()).clicked() {
                self.page += 1;
            }
            ui.separator();
            super::bars::small(ui, Command::ShowText.name(), Command::ShowText, acts);
        });
    }

    fn screen(&mut self, ui: &mut Ui, memory: EbookMemory) {
        let colours = colours(memory.paper);
        let (width, height) = pixels(memory.device);
        let space = ui.available_size() - vec2(40.0, 40.0);
        let scale = (space.x / width as f32).min(space.y / height as f32).clamp(0.2, 1.5);
        let size = vec2(width as f32, height as f32) * scale;
        let (area, response) = ui.allocate_exact_size(ui.available_size(), egui::Sense::click());
        let screen = Rect::from_center_size(area.center(), size);
        let words_on_it =
            self.set.as_ref().and_then(|set| set.book.sheets.get(self.page)).map(super::preview::text_of);
        let name = words::page_for_readers(words_on_it.as_deref().unwrap_or(""));
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &name));
        let painter = ui.painter();
        painter.rect_filled(screen.expand(14.0), 18.0, egui::Color32::from_gray(40));
        let [red, green, blue] = colours.paper;
        painter.rect_filled(screen, 2.0, egui::Color32::from_rgb(red, green, blue));
        if let Some(texture) = &self.texture {
            let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
            painter.image(texture.id(), screen, whole, egui::Color32::WHITE);
        }
        let density = ui.ctx().pixels_per_point();
        let view = View {
            pictures: vec![Picture::Page(self.page)],
            dpi: f64::from(96.0 * scale * density),
            thumbnail_dpi: 0.0,
            look: Look { colours, text_only: true },
        };
        if let Some(stage) = &self.stage {
            stage.show(&view);
        }
        self.turn(ui, &response, screen);
    }

    /// A click at the right or left half, or an arrow key, turns the page.
    fn turn(&mut self, ui: &Ui, response: &egui::Response, screen: Rect) {
        let last = self.set.as_ref().map_or(0, |set| set.book.sheets.len().saturating_sub(1));
        if response.clicked() {
            response.request_focus();
        }
        let clicked = response.interact_pointer_pos().filter(|_| response.clicked());
        let (mut on, mut back) =
            clicked.map_or((false, false), |at| (at.x >= screen.center().x, at.x < screen.center().x));
        if response.has_focus() {
            ui.input(|input| {
                on |= input.key_pressed(egui::Key::ArrowRight) || input.key_pressed(egui::Key::PageDown);
                back |= input.key_pressed(egui::Key::ArrowLeft) || input.key_pressed(egui::Key::PageUp);
            });
        }
        self.page = (self.page + usize::from(on)).min(last).saturating_sub(usize::from(back));
    }
}

/// Width and height of a screen, in pixels of a style sheet.
fn pixels(device: Device) -> (u32, u32) {
    match device {
        Device::Phone => (360, 640),
        Device::Reader => (536, 724),
        Device::Tablet => (768, 1024),
    }
}

fn colours(paper: Paper) -> Colours {
    match paper {
        Paper::Day => Colours::BLACK_ON_WHITE,
        Paper::Sepia => Colours { paper: [0xf6, 0xec, 0xd8], ink: [0x45, 0x32, 0x1f] },
        Paper::Night => Colours { paper: [0x14, 0x14, 0x16], ink: [0xd2, 0xd0, 0xca] },
    }
}

/// The edition with this piece alone, designed for a screen.
fn for_device(edition: &Edition, file: &Path, memory: EbookMemory) -> Edition {
    let (width, height) = pixels(memory.device);
    let length = |pixels: u32| Length::pt(f64::from(pixels) * PIXEL);
    // A style sheet's usual size of text is sixteen pixels.
    let body = Length::pt(16.0 * PIXEL * f64::from(memory.size) / 100.0);
    let margin = Some(length(width / 18));
    let mut piece = edition.piece(file).cloned();
    // In the book it stands on a page of its own.
    let permission = edition.permission.clone().filter(|_| !edition.has_sources());
    if let Some(piece) = piece.as_mut().filter(|piece| piece.permission.is_some() && edition.has_sources()) {
        Arc::make_mut(piece).permission = None;
    }
    let part = Part { pieces: piece.into_iter().collect(), ..Part::default() };
    Edition {
        parts: vec![part],
        permission,
        matter: Matter::none(),
        design: DesignSettings {
            trim: Some(format!("{}pt x {}pt", length(width).to_pt(), length(height).to_pt())),
            body_size: Some(body),
            leading: Some(body.scale(1.4)),
            margins: MarginSettings { top: margin, bottom: margin, inner: margin, outer: margin },
            opener: Some(Opener::Next),
            sink: Some(0),
            ..edition.design.clone()
        },
        ..edition.clone()
    }
}
