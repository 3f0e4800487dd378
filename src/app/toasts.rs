//! Short messages in the corner: said for a while, read out to those who can't see them.

use egui::{Align2, Area, Frame, Id, Order, RichText, vec2};

/// The messages on the screen.
#[derive(Debug, Default)]
pub(super) struct Toasts(Vec<Toast>);

#[derive(Debug)]
struct Toast {
    text: String,
    is_error: bool,
    /// When it goes, on egui's clock; `None` until it was first drawn.
    until: Option<f64>,
}

impl Toasts {
    /// Says something for some seconds.
    pub(super) fn say(&mut self, text: impl Into<String>) {
        self.0.push(Toast { text: text.into(), is_error: false, until: None });
    }

    /// Says what went wrong; it stays until it is closed.
    pub(super) fn complain(&mut self, text: impl Into<String>) {
        self.0.push(Toast { text: text.into(), is_error: true, until: None });
    }

    /// What is said now.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|toast| toast.text.as_str())
    }

    /// Draws them.
    pub(super) fn show(&mut self, ctx: &egui::Context) {
        let now = ctx.input(|input| input.time);
        for toast in &mut self.0 {
            let stay = if toast.is_error { f64::INFINITY } else { 5.0 };
            toast.until.get_or_insert(now + stay);
        }
        self.0.retain(|toast| toast.until.is_none_or(|until| until > now));
        if self.0.is_empty() {
            return;
        }
        let next = self.0.iter().filter_map(|toast| toast.until).fold(f64::INFINITY, f64::min);
        if next.is_finite() {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64((next - now).max(0.05)));
        }
        let mut closed = None;
        let area = Area::new(Id::unique("messages")).order(Order::Foreground);
        area.anchor(Align2::RIGHT_BOTTOM, vec2(-14.0, -40.0)).show(ctx, |ui| {
            for (index, toast) in self.0.iter().enumerate() {
                let fill = ui.visuals().extreme_bg_color;
                let weight = crate::notice::Weight::Fault;
                let edge =
                    if toast.is_error { super::look::weight(ui, weight) } else { super::look::weak(ui) };
                Frame::popup(ui.style()).fill(fill).stroke(egui::Stroke::new(1.5, edge)).show(ui, |ui| {
                    ui.horizontal(|ui| {
                        ui.set_max_width(420.0);
                        ui.add(egui::Label::new(RichText::new(&toast.text)).wrap());
                        let close = ui.small_button("×").accessible_name(super::words::ask::CLOSE);
                        if close.clicked() {
                            closed = Some(index);
                        }
                    });
                });
            }
        });
        if let Some(index) = closed {
            self.0.remove(index);
        }
    }
}
