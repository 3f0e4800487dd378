//! The window in an editor's hands, without a screen: `egui_kittest` draws it, real threads work behind it.

use crate::common::Desk;
use crate::screen::Screen;
use egui::accesskit::Role;
use egui::{DroppedFile, Event, Key, Modifiers, Rect, ViewportCommand, ViewportEvent, ViewportId};
use egui_kittest::kittest::{By, NodeT, Queryable};
use egui_kittest::{Harness, Node};
use pamphleteer::app::App;
use pamphleteer::app::command::Command;
use pamphleteer::app::document::Document;
use pamphleteer::edition::Edition;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// So long a test waits for a thread before it says what it waited for.
const PATIENCE: Duration = Duration::from_secs(40);

/// No key held.
pub(crate) const PLAIN: Modifiers = Modifiers::NONE;
/// Ctrl, as a keyboard of Linux or Windows tells it.
pub(crate) const CTRL: Modifiers =
    Modifiers { alt: false, ctrl: true, shift: false, mac_cmd: false, command: true };
/// Alt.
pub(crate) const ALT: Modifiers = Modifiers::ALT;
/// Shift.
pub(crate) const SHIFT: Modifiers = Modifiers::SHIFT;

/// The window.
pub(crate) struct Window {
    harness: Harness<'static, App>,
    /// What the title bar says.
    bar: String,
    /// Whether the window has told the desktop to close it, in whatever frame.
    pub(crate) has_closed: bool,
}

/// A file that is dropped on the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

impl Desk {
    /// The desk with a copy of the sample edition.
    pub(crate) fn with_the_sample() -> Desk {
        Desk::with_sample("theme = \"classic\"\ntrim = \"6x9in\"")
    }

    /// The window with the desk's edition open, its pages painted.
    pub(crate) fn window(&self) -> Window {
        let mut window = self.window_that_asks();
        window.until("the pages are painted", |window| window.app().is_up_to_date());
        window
    }

    /// The window with the desk's edition open, whatever it asks first.
    pub(crate) fn window_that_asks(&self) -> Window {
        let mut window = Window::of(vec![self.path("edition")]);
        window.until("the edition is open", |window| window.app().document.is_some());
        window
    }
}

impl Window {
    /// A window in which these paths are opened.
    pub(crate) fn of(paths: Vec<PathBuf>) -> Window {
        let harness = Harness::builder()
            .with_size([1280.0, 800.0])
            .with_step_dt(1.0 / 60.0)
            .with_max_steps(64)
            .allow_missing_glyphs()
            .renderer(Screen::default())
            .build_eframe(|creation| App::new(&creation.egui_ctx, None, paths));
        Window { harness, bar: String::new(), has_closed: false }
    }

    pub(crate) fn app(&self) -> &App {
        self.harness.state()
    }

    pub(crate) fn app_mut(&mut self) -> &mut App {
        self.harness.state_mut()
    }

    pub(crate) fn document(&self) -> &Document {
        self.app().document.as_ref().expect("an open edition")
    }

    pub(crate) fn edition(&self) -> &Edition {
        &self.document().edition
    }

    pub(crate) fn is_dirty(&self) -> bool {
        self.document().is_dirty()
    }

    /// The titles of the pieces in order.
    pub(crate) fn titles(&self) -> Vec<String> {
        self.document().pieces().map(|piece| piece.title.words()).collect()
    }

    // ---- time ----

    /// One frame for each event that waits, or one.
    pub(crate) fn step(&mut self) {
        self.harness.step();
        let root = self.harness.output().viewport_output.get(&ViewportId::ROOT);
        for command in root.iter().flat_map(|root| &root.commands) {
            match command {
                ViewportCommand::Title(title) => self.bar.clone_from(title),
                ViewportCommand::Close => self.has_closed = true,
                _ => {}
            }
        }
    }

    /// One frame for this event alone.
    fn event(&mut self, event: Event) {
        self.harness.event(event);
        self.step();
    }

    /// Some frames: what was asked for is done and drawn.
    pub(crate) fn settle(&mut self) {
        (0..4).for_each(|_| self.step());
    }

    /// Frames until something is so. The threads behind the window keep real time.
    pub(crate) fn until(&mut self, what: &str, is_so: impl Fn(&Window) -> bool) {
        let begun = Instant::now();
        loop {
            self.step();
            if is_so(self) {
                return;
            }
            if begun.elapsed() > PATIENCE {
                panic!("in vain waited until {what}; the window says {:?}", self.app().messages());
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Lets the window's clock go on.
    pub(crate) fn seconds_pass(&mut self, seconds: f64) {
        let now = self.harness.ctx.input(|input| input.time);
        self.harness.input_mut().time = Some(now + seconds);
        self.step();
        std::thread::sleep(Duration::from_millis(30));
        self.settle();
    }

    /// Until all pages in view are set and painted as the edition is now.
    pub(crate) fn until_painted(&mut self) {
        self.settle();
        self.until("the pages are painted", |window| window.app().is_up_to_date());
        self.settle();
    }

    /// Until the folder holds the edition.
    pub(crate) fn save(&mut self) {
        self.press(CTRL, Key::S);
        self.until("the edition is saved", |window| !window.is_dirty());
    }

    /// Until the journal holds what the window says.
    pub(crate) fn until_journalled(&mut self) {
        self.seconds_pass(2.5);
        self.until("unsaved work is written down", |window| {
            window.document().journalled == window.document().generation
        });
    }

    // ---- hands ----

    pub(crate) fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.event(Event::ModifiersChanged(modifiers));
        for pressed in [true, false] {
            self.event(Event::Key { key, physical_key: None, pressed, repeat: false, modifiers });
        }
        self.event(Event::ModifiersChanged(PLAIN));
        self.settle();
    }

    /// Runs a command by its key.
    pub(crate) fn run(&mut self, command: Command) {
        let shortcut = command.shortcut().unwrap_or_else(|| panic!("{command:?} has no key"));
        let mut modifiers = shortcut.modifiers;
        modifiers.ctrl |= modifiers.command;
        self.press(modifiers, shortcut.logical_key);
    }

    /// Runs a command by its name in the palette.
    pub(crate) fn say(&mut self, command: Command) {
        self.run(Command::Palette);
        self.type_in(command.name());
        self.press(PLAIN, Key::Enter);
    }

    /// Types letter after letter, as fingers do.
    pub(crate) fn type_in(&mut self, words: &str) {
        for letter in words.chars() {
            self.event(Event::Text(letter.to_string()));
        }
        self.settle();
    }

    /// Clicks on what has this name.
    pub(crate) fn click(&mut self, name: &str) {
        self.find(name).unwrap_or_else(|| panic!("nothing is called “{name}”: {}", self.names())).click();
        self.settle();
    }

    /// Clicks on the button of this name.
    pub(crate) fn click_button(&mut self, name: &str) {
        self.button(name).unwrap_or_else(|| panic!("no button “{name}”: {}", self.names())).click();
        self.settle();
    }

    /// Clicks on a button of a pane that is longer than the window.
    pub(crate) fn click_below(&mut self, name: &str) {
        let button = self.button(name);
        button.unwrap_or_else(|| panic!("no button “{name}”: {}", self.names())).scroll_to_me();
        self.settle();
        self.click_button(name);
    }

    /// Clicks on the button of this name that was drawn last: the one in a dialog, in front of all others.
    pub(crate) fn click_last_button(&mut self, name: &str) {
        let last = self.called(&[Role::Button], name).last();
        last.unwrap_or_else(|| panic!("no button “{name}”: {}", self.names())).click();
        self.settle();
    }

    pub(crate) fn click_at(&mut self, at: egui::Pos2) {
        self.harness.hover_at(at);
        self.harness.drag_at(at);
        self.harness.event(Event::PointerButton {
            pos: at,
            button: egui::PointerButton::Primary,
            pressed: false,
            modifiers: PLAIN,
        });
        self.settle();
    }

    /// Picks a piece in the list.
    pub(crate) fn pick(&mut self, title: &str) {
        self.pick_with(title, PLAIN);
    }

    /// Picks a piece in the list with a key held.
    pub(crate) fn pick_with(&mut self, title: &str, modifiers: Modifiers) {
        self.row(title).click_modifiers(modifiers);
        self.settle();
    }

    /// Scrolls to what has this name, and clicks on it.
    pub(crate) fn reach(&mut self, name: &str) {
        let found = self.find(name).unwrap_or_else(|| panic!("nothing is called “{name}”: {}", self.names()));
        found.scroll_to_me();
        self.until_at_rest(&[], name);
        self.click(name);
    }

    /// Waits until what has this name stands still: a list scrolls for some frames.
    fn until_at_rest(&mut self, roles: &'static [Role], name: &str) {
        let place = |window: &Window| window.called(roles, name).next().map(|node| node.rect());
        let mut before = None;
        for _ in 0..40 {
            self.settle();
            let now = place(self);
            if now == before {
                return;
            }
            before = now;
        }
    }

    /// Picks a line of a list in the inspector.
    pub(crate) fn pick_line(&mut self, list: &str, line: &str) {
        let found = self.called(&[Role::ComboBox], list).next();
        found.unwrap_or_else(|| panic!("no list “{list}”: {}", self.names())).scroll_to_me();
        self.until_at_rest(&[Role::ComboBox], list);
        self.called(&[Role::ComboBox], list).next().unwrap().click();
        self.settle();
        self.called(&[], line).last().unwrap().click_accesskit();
        self.settle();
    }

    /// Drags a piece behind another.
    pub(crate) fn drag_behind(&mut self, title: &str, other: &str) {
        let (from, onto) = (self.row(title).rect(), self.row(other).rect());
        self.drag_from(from.center(), onto);
    }

    /// Drags what has this name behind what has the other.
    pub(crate) fn drag_named(&mut self, name: &str, other: &str) {
        let place =
            |name: &str| self.find(name).unwrap_or_else(|| panic!("no “{name}”: {}", self.names())).rect();
        let (from, onto) = (place(name), place(other));
        self.drag_from(from.center(), onto);
    }

    fn drag_from(&mut self, from: egui::Pos2, onto: Rect) {
        let to = egui::pos2(onto.center().x, onto.bottom() - 4.0);
        self.harness.hover_at(from);
        self.harness.drag_at(from);
        self.step();
        for share in 1..=8 {
            self.harness.hover_at(from.lerp(to, share as f32 / 8.0));
            self.step();
        }
        self.harness.drop_at(to);
        self.settle();
    }

    /// Drops files on the window.
    pub(crate) fn drop_files(&mut self, paths: &[PathBuf]) {
        for path in paths {
            self.harness.input_mut().dropped_files.push(Arc::new(Dropped(path.clone())));
        }
        self.settle();
    }

    /// Holds files over the window.
    pub(crate) fn hold_files(&mut self, paths: &[PathBuf]) {
        for path in paths {
            let hovered = egui::HoveredFile { path: Some(path.clone()), ..Default::default() };
            self.harness.input_mut().hovered_files.push(hovered);
        }
        self.settle();
    }

    /// Takes the files away again.
    pub(crate) fn take_files_away(&mut self) {
        self.harness.input_mut().hovered_files.clear();
        self.settle();
    }

    pub(crate) fn paste(&mut self, text: &str) {
        self.harness.event(Event::Paste(text.into()));
        self.settle();
    }

    /// Asks the window to close, as the desktop does; whether it would.
    pub(crate) fn ask_to_close(&mut self) -> bool {
        let viewport = self.harness.input_mut().viewports.entry(ViewportId::ROOT).or_default();
        viewport.events.push(ViewportEvent::Close);
        self.step();
        !self.told(&ViewportCommand::CancelClose)
    }

    /// Whether the window told the desktop something in the last frame.
    fn told(&self, command: &ViewportCommand) -> bool {
        let root = self.harness.output().viewport_output.get(&ViewportId::ROOT);
        root.is_some_and(|root| root.commands.contains(command))
    }

    // ---- eyes ----

    /// All that have one of these roles and this name, in the order in which they were drawn.
    fn called(&self, roles: &'static [Role], name: &str) -> impl Iterator<Item = Node<'_>> {
        let name = name.to_string();
        let by = By::new().predicate(move |node| {
            let is_called = node.label().as_deref() == Some(name.as_str());
            is_called && (roles.is_empty() || roles.contains(&node.role()))
        });
        self.harness.query_all(by)
    }

    /// What has this very name.
    pub(crate) fn find(&self, name: &str) -> Option<Node<'_>> {
        self.called(&[], name).next()
    }

    /// The button of this name.
    pub(crate) fn button(&self, name: &str) -> Option<Node<'_>> {
        self.called(&[Role::Button], name).next()
    }

    /// The whole names of the buttons that are called so at their beginning.
    pub(crate) fn buttons_called(&self, beginning: &str) -> Vec<String> {
        let beginning = beginning.to_string();
        let by = By::new()
            .role(Role::Button)
            .predicate(move |node| node.label().is_some_and(|name| name.starts_with(&*beginning)));
        let nodes = self.harness.query_all(by);
        nodes.filter_map(|node| node.accesskit_node().label()).collect()
    }

    /// The field of this name.
    pub(crate) fn field(&self, name: &str) -> Option<Node<'_>> {
        self.called(&[Role::TextInput, Role::MultilineTextInput], name).next()
    }

    /// Puts the cursor into a field.
    pub(crate) fn go_into(&mut self, name: &str) {
        self.field(name).unwrap_or_else(|| panic!("no field “{name}”: {}", self.names())).focus();
        self.settle();
    }

    /// Whether something says this, alone or among other words.
    pub(crate) fn says(&self, words: &str) -> bool {
        self.harness.query_all_by_label_contains(words).next().is_some()
    }

    /// The row of a piece in the list.
    pub(crate) fn row(&self, title: &str) -> Node<'_> {
        self.find_row(title).unwrap_or_else(|| panic!("no piece “{title}” in the list: {:?}", self.rows()))
    }

    pub(crate) fn find_row(&self, title: &str) -> Option<Node<'_>> {
        let title = title.to_string();
        let by = By::new().role(Role::ListBoxOption).predicate(move |node| {
            let name = node.label().unwrap_or_default();
            name.strip_prefix(&title).is_some_and(|rest| rest.is_empty() || rest.starts_with(','))
        });
        self.harness.query_all(by).next()
    }

    /// The names of the rows of the list that are drawn.
    pub(crate) fn rows(&self) -> Vec<String> {
        let rows = self.harness.query_all_by_role(Role::ListBoxOption);
        rows.filter_map(|row| row.accesskit_node().label()).collect()
    }

    /// The pages whose middle is on the screen: where, and their words.
    pub(crate) fn pages(&self) -> Vec<(Rect, String)> {
        let pages = self.harness.query_all_by_role(Role::Image);
        let said = |page: Node<'_>| Some((page.rect(), page.accesskit_node().label()?));
        let screen = self.harness.ctx.content_rect().shrink(60.0);
        let is_seen =
            |(area, words): &(Rect, String)| words.starts_with("Page ") && screen.contains(area.center());
        pages.filter_map(said).filter(is_seen).collect()
    }

    /// Whether a page that is drawn says this.
    pub(crate) fn page_says(&self, words: &str) -> bool {
        self.pages().iter().any(|(_, page)| page.contains(words))
    }

    /// What the title bar says.
    pub(crate) fn title_bar(&self) -> &str {
        &self.bar
    }

    /// Goes to a page by its printed number.
    pub(crate) fn go_to_page(&mut self, folio: &str) {
        self.run(Command::GoToPage);
        self.type_in(folio);
        self.press(PLAIN, Key::Enter);
        self.until_painted();
    }

    /// Whether the window has dark colours.
    pub(crate) fn is_dark(&self) -> bool {
        self.harness.ctx.theme() == egui::Theme::Dark
    }

    /// What is on the screen.
    pub(crate) fn picture(&mut self) -> image::RgbaImage {
        self.harness.render().unwrap()
    }

    /// All parts of the window that take a key or a click and have no name.
    pub(crate) fn nameless(&self) -> Vec<String> {
        use egui::accesskit::Action;
        let mut nameless = self.harness.unnamed_widgets();
        for node in self.harness.root().children_recursive() {
            let node = node.accesskit_node();
            let data = node.data();
            let takes = data.supports_action(Action::Click) || data.supports_action(Action::Focus);
            let has_name = [node.label(), node.value(), data.placeholder().map(ToString::to_string)]
                .into_iter()
                .flatten()
                .any(|name| !name.trim().is_empty());
            // egui draws its scroll bars itself and gives them no name.
            let is_ours = node.role() != Role::ScrollBar && !node.is_hidden();
            if takes && !has_name && is_ours {
                nameless.push(format!("{:?} at {:?}", node.role(), node.raw_bounds()));
            }
        }
        nameless
    }

    /// The names of everything, for reports.
    fn names(&self) -> String {
        let nodes = self.harness.root().children_recursive();
        let names = nodes.filter_map(|node| node.accesskit_node().label());
        names.map(|name| name.chars().take(60).collect::<String>()).collect::<Vec<_>>().join(" | ")
    }
}

/// The edition in a folder.
pub(crate) fn load(dir: &Path) -> Edition {
    let mut notices = pamphleteer::notice::Notices::new();
    pamphleteer::edition::folder::load(dir, &mut notices).unwrap()
}
