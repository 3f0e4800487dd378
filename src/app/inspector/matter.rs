//! The pages around the pieces, as one list in their order: each on or off, made of the data or in the editor's words.

mod page;
mod ways;

use super::owner::Owner;
use crate::app::act::Acts;
use crate::app::document::Document;
use crate::app::words::{edits, inspector as inspector_words, matter as words};
use crate::app::{drag, field, look};
use crate::edition::folder::unique_slug;
use crate::edition::matter::order::{Entry, Page};
use crate::edition::matter::{FreeText, Matter};
use egui::{Checkbox, Id, Key, Modifiers, Rect, Response, RichText, Sense, Ui, pos2, vec2};
use std::path::PathBuf;
use std::sync::Arc;
use ways::Way;

/// Height of a row in points.
const ROW: f32 = 26.0;

/// A page that is dragged: whose list it is of, and its place there.
#[derive(Clone, Debug)]
struct Dragged {
    whose: Option<Arc<str>>,
    from: usize,
}

/// Draws the list.
pub(super) fn show(ui: &mut Ui, document: &Document, owner: &Owner<'_>, acts: &mut Acts) {
    let matter = &owner.matter();
    let list = List { document, owner, matter, entries: &matter.arranged() };
    field::note(ui, words::NOTE);
    drag::scroll_at_the_edge::<Dragged>(ui);
    for (at, entry) in list.entries.iter().enumerate() {
        list.row(ui, at, entry, acts);
        if list.is_open(ui, entry) {
            ui.indent(("matter page", key(entry)), |ui| {
                page::show(ui, &list, entry, acts);
                ui.add_space(4.0);
            });
        }
    }
    list.reset(ui, acts);
    list.add(ui, acts);
    if let Some(dragged) = egui::DragAndDrop::payload::<Dragged>(ui.ctx())
        && let Some(entry) = list.entries.get(dragged.from).filter(|_| dragged.whose == owner.name())
    {
        drag::ghost(ui, &name(entry));
    }
}

/// Whether a row of such a list has the focus.
pub(super) fn has_focus(ctx: &egui::Context) -> bool {
    let row: Option<Id> = ctx.data(|data| data.get_temp(Id::unique(FOCUSED)));
    row.is_some() && ctx.memory(egui::Memory::focused) == row
}

/// Where the row that had the focus last is remembered.
const FOCUSED: &str = "row of the pages around the pieces";

/// The list of one owner.
struct List<'a> {
    document: &'a Document,
    owner: &'a Owner<'a>,
    matter: &'a Matter,
    entries: &'a [Entry],
}

impl List<'_> {
    fn id(&self, entry: &Entry) -> Id {
        Id::unique(("matter row", self.owner.id(), key(entry)))
    }

    /// Where the key of the row that shows its fields is remembered.
    fn opened(&self) -> Id {
        Id::unique(("matter opened", self.owner.id()))
    }

    fn is_open(&self, ui: &Ui, entry: &Entry) -> bool {
        ui.data(|data| data.get_temp::<String>(self.opened())).is_some_and(|open| open == key(entry))
    }

    fn open(&self, ui: &Ui, entry: Option<&Entry>) {
        ui.data_mut(|data| data.insert_temp(self.opened(), entry.map(key).unwrap_or_default()));
    }

    fn row(&self, ui: &mut Ui, at: usize, entry: &Entry, acts: &mut Acts) {
        let rect = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), ROW));
        let response = ui.interact(rect, self.id(entry), Sense::click_and_drag());
        ui.advance_cursor_after_rect(rect);
        let is_open = self.is_open(ui, entry);
        let (name, state) = (name(entry), self.state(entry));
        let label = words::row(&name, state);
        response.widget_info(|| egui::WidgetInfo::selected(egui::Role::TreeItem, true, is_open, &label));
        let brief = entry.page().map_or(words::IN_OWN, |page| ways::brief(self.matter, page));
        self.paint(ui, &response, &name, brief, is_open);
        self.tick(ui, rect, entry, &name, acts);
        if response.clicked() {
            response.request_focus();
            self.open(ui, (!is_open).then_some(entry));
        }
        self.keys(ui, &response, at, acts);
        self.menu(&response, at, acts);
        self.drag(ui, &response, at, acts);
        response.on_hover_text(words::OPEN_TIP);
    }

    fn paint(&self, ui: &Ui, response: &Response, name: &str, brief: &str, is_open: bool) {
        let rect = response.rect;
        let visuals = ui.style().interact_selectable(response, is_open);
        if is_open || response.hovered() {
            ui.painter().rect_filled(rect.shrink(1.0), 4.0, visuals.weak_bg_fill);
        }
        if response.has_focus() {
            let stroke = ui.visuals().selection.stroke;
            ui.painter().rect_stroke(rect.shrink(1.0), 4.0, stroke, egui::StrokeKind::Inside);
        }
        let strong = visuals.text_color();
        let weak = if is_open { strong } else { look::weak(ui) };
        let share = if brief.is_empty() { 1.0 } else { 0.66 };
        let middle = rect.left() + rect.width() * share;
        let part = |left: f32, right: f32, top: f32| {
            Rect::from_min_max(pos2(left, rect.top() + top), pos2(right, rect.bottom()))
        };
        look::line(ui, part(rect.left() + 30.0, middle - 6.0, 5.0), name, look::body(), strong, false);
        look::line(ui, part(middle, rect.right() - 6.0, 7.0), brief, look::small(), weak, false);
    }

    /// The box that puts a page in or leaves it out.
    fn tick(&self, ui: &mut Ui, rect: Rect, entry: &Entry, name: &str, acts: &mut Acts) {
        let Some(page) = entry.page().filter(|page| ways::can_be_off(*page)) else { return };
        let place = Rect::from_min_size(rect.min + vec2(6.0, 2.0), vec2(20.0, ROW - 4.0));
        let mut on = self.matter.wants(page);
        let response = ui.put(place, Checkbox::without_text(&mut on)).on_hover_text(words::page(page)[1]);
        response.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, true, on, name));
        if !response.changed() {
            return;
        }
        if on && ways::is_words_only(page) {
            // There is nothing to print yet: the words are asked for.
            self.open(ui, Some(entry));
            return;
        }
        let way = if on { Way::Made(ways::usual(page)) } else { Way::Off };
        let new = ways::turned(self.matter, page, way, FreeText::default());
        acts.change(edits::field(words::page(page)[0]), self.owner.with_matter(new));
    }

    /// Keys while a row has the focus.
    fn keys(&self, ui: &Ui, response: &Response, at: usize, acts: &mut Acts) {
        if !response.has_focus() {
            return;
        }
        ui.data_mut(|data| data.insert_temp(Id::unique(FOCUSED), response.id));
        let arrows = egui::EventFilter { vertical_arrows: true, ..egui::EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        let (step, moves) = ui.input_mut(|input| {
            let mut step = |keep| {
                i64::from(input.consume_key(keep, Key::ArrowDown))
                    - i64::from(input.consume_key(keep, Key::ArrowUp))
            };
            // Longer combinations first.
            let moves = step(Modifiers::ALT);
            (step(Modifiers::NONE), moves)
        });
        let to = at as i64 + step;
        if let Some(next) = usize::try_from(to).ok().and_then(|to| self.entries.get(to)).filter(|_| step != 0)
        {
            ui.memory_mut(|memory| memory.request_focus(self.id(next)));
        }
        if moves != 0 {
            self.step(at, moves > 0, acts);
        }
    }

    fn menu(&self, response: &Response, at: usize, acts: &mut Acts) {
        response.context_menu(|ui| {
            if ui.button(words::UP).clicked() {
                self.step(at, false, acts);
            }
            if ui.button(words::DOWN).clicked() {
                self.step(at, true, acts);
            }
        });
    }

    fn drag(&self, ui: &Ui, response: &Response, at: usize, acts: &mut Acts) {
        response.dnd_set_drag_payload(Dragged { whose: self.owner.name(), from: at });
        let Some(below) = drag::line::<Dragged>(ui, response) else { return };
        if let Some(dragged) = response.dnd_release_payload::<Dragged>()
            && dragged.whose == self.owner.name()
        {
            self.moved(dragged.from, at + usize::from(below), acts);
        }
    }

    fn step(&self, at: usize, down: bool, acts: &mut Acts) {
        let to = if down { at + 2 } else { at.saturating_sub(1) };
        self.moved(at, to, acts);
    }

    /// Moves a page before the one that is at `to` now.
    fn moved(&self, from: usize, to: usize, acts: &mut Acts) {
        let mut entries = self.entries.to_vec();
        if from >= entries.len() {
            return;
        }
        let entry = entries.remove(from);
        let to = if from < to { to - 1 } else { to };
        entries.insert(to.min(entries.len()), entry);
        self.order(entries, words::MOVE_STEP, acts);
    }

    /// Asks for another order; what has to stand behind something stays there.
    fn order(&self, entries: Vec<Entry>, step: &str, acts: &mut Acts) {
        let new = Matter { order: entries, ..self.matter.clone() };
        let order = new.arranged();
        if order == self.entries {
            return;
        }
        let is_usual = order.iter().map(Entry::page).eq(Page::USUAL.map(Some));
        let order = if is_usual { Vec::new() } else { order };
        acts.change(step, self.owner.with_matter(Matter { order, ..new }));
    }

    /// The way back to the usual order, or to that of the edition.
    fn reset(&self, ui: &mut Ui, acts: &mut Acts) {
        let own = |entry: &&Entry| entry.own().is_some();
        let usual: Vec<Entry> = match self.owner.name() {
            Some(_) => self.document.edition.matter.order.clone(),
            // Pages of the editor's own stay in the book.
            None => self.matter.order.iter().filter(own).cloned().collect(),
        };
        if usual == self.matter.order {
            return;
        }
        let label = if self.owner.name().is_some() { words::ORDER_AS_EDITION } else { words::USUAL_ORDER };
        let link = ui.link(RichText::new(label).font(look::small())).on_hover_text(words::ORDER_TIP);
        if link.clicked() {
            let new = Matter { order: usual, ..self.matter.clone() };
            acts.change(words::MOVE_STEP, self.owner.with_matter(new));
        }
    }

    /// A field for the title of a new page, which stands behind the pieces until it is moved.
    fn add(&self, ui: &mut Ui, acts: &mut Acts) {
        let title = field::entry(ui, self.owner.id(), words::NEW_PAGE, "", inspector_words::ADD);
        let Some(title) = title else { return };
        let name = unique_slug(&self.owner.file_name(&title), "page", |slug| self.is_taken(slug));
        let file = Some(PathBuf::from(format!("matter/{name}.md")));
        let page = Entry::Own(FreeText { file, title: Some(title), ..FreeText::default() });
        self.open(ui, Some(&page));
        let mut entries = self.entries.to_vec();
        let pieces = entries.iter().position(|entry| entry.page() == Some(Page::Pieces));
        entries.insert(pieces.map_or(entries.len(), |at| at + 1), page);
        self.order(entries, words::NEW_PAGE_STEP, acts);
    }

    /// Whether a file of this name is there, or will be.
    fn is_taken(&self, name: &str) -> bool {
        let file = PathBuf::from(format!("matter/{name}.md"));
        let is_used = self.document.edition.free_texts().any(|text| text.file.as_ref() == Some(&file));
        is_used || self.document.dir.join(&file).exists()
    }

    /// What stands there, in a few words.
    fn state(&self, entry: &Entry) -> &'static str {
        entry.page().map_or(words::OWN, |page| ways::state(self.matter, page))
    }
}

/// What tells an entry from all others.
fn key(entry: &Entry) -> String {
    match entry {
        Entry::Page(page) => page.key().to_string(),
        Entry::Own(text) => text.file.as_ref().map(|file| file.display().to_string()).unwrap_or_default(),
    }
}

/// What an entry is called.
fn name(entry: &Entry) -> String {
    match entry {
        Entry::Page(page) => words::page(*page)[0].to_string(),
        Entry::Own(text) => text.title.clone().unwrap_or_else(|| words::UNTITLED.to_string()),
    }
}
