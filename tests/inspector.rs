//! The inspector, driven by the names of its fields: what is typed is in the edition, what is undone is not.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use pamphleteer::app::App;
use pamphleteer::app::act::Selection;
use pamphleteer::app::document::Document;
use pamphleteer::design::theme::Theme;
use pamphleteer::edition::change::Change;
use pamphleteer::edition::copyfit::Copyfit;
use pamphleteer::edition::date::Date;
use pamphleteer::edition::design_settings::{NotesPlace, Portraits};
use pamphleteer::edition::disclaimer::DisclaimerChoice;
use pamphleteer::edition::matter::Shown;
use pamphleteer::edition::piece::{AuthorNote, Piece};
use pamphleteer::edition::variant::PieceChoice;
use std::path::Path;
use std::time::{Duration, Instant};

const BENCHES: &str = "pieces/benches.md";

/// The window with a copy of the sample edition, and what an editor does in it.
struct Desk {
    window: Harness<'static, App>,
    _dir: tempfile::TempDir,
}

impl Desk {
    fn new() -> Desk {
        let dir = tempfile::tempdir().unwrap();
        let edition = dir.path().join("edition");
        copy(Path::new("assets/sample"), &edition);
        let window = Harness::builder()
            .with_size([1280.0, 800.0])
            .with_max_steps(64)
            .allow_missing_glyphs()
            .build_eframe(|cc| App::new(&cc.egui_ctx, None, vec![edition]));
        let mut desk = Desk { window, _dir: dir };
        desk.wait("the book", |app| app.document.is_some() && app.is_up_to_date());
        desk
    }

    /// Draws frames until something is so.
    fn wait(&mut self, what: &str, so: impl Fn(&App) -> bool) {
        let start = Instant::now();
        loop {
            self.window.step();
            if so(self.window.state()) {
                return;
            }
            assert!(start.elapsed() < Duration::from_secs(10), "waited too long for {what}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Draws the frames in which an act takes effect.
    fn settle(&mut self) {
        (0..4).for_each(|_| self.window.step());
    }

    fn document(&self) -> &Document {
        self.window.state().document.as_ref().unwrap()
    }

    fn piece(&self, file: &str) -> Piece {
        Piece::clone(self.document().edition.piece(Path::new(file)).unwrap())
    }

    fn select(&mut self, selection: Selection) -> &mut Desk {
        self.window.state_mut().selection = selection;
        self.settle();
        self
    }

    fn open_piece(&mut self, title: &str) -> &mut Desk {
        self.row(title).click();
        self.settle();
        self
    }

    /// The row of a piece in the list.
    fn row<'n>(&'n self, title: &'n str) -> egui_kittest::Node<'n> {
        let mut rows = self.window.get_all_by_label_contains(title);
        rows.find(|node| node.accesskit_node().role() == egui::Role::ListBoxOption).unwrap()
    }

    /// Clicks a button, link, box or line of a list.
    fn click(&mut self, label: &str) -> &mut Desk {
        self.window.get_by_label(label).scroll_to_me();
        self.settle();
        self.window.get_by_label(label).click();
        self.settle();
        self
    }

    /// Picks a line of a list.
    fn pick(&mut self, list: &str, line: &str) -> &mut Desk {
        self.window.get_by_role_and_label(egui::Role::ComboBox, list).scroll_to_me();
        self.settle();
        self.window.get_by_role_and_label(egui::Role::ComboBox, list).click();
        self.settle();
        // The list shows the same words where the line is chosen already.
        self.window.get_all_by_label(line).last().unwrap().click_accesskit();
        self.settle();
        self
    }

    /// Puts the cursor into a field, at its end.
    fn enter(&mut self, label: &str) -> &mut Desk {
        self.field(label).scroll_to_me();
        self.settle();
        self.field(label).focus();
        self.settle();
        self.window.key_press(egui::Key::End);
        self.settle();
        self
    }

    /// Types into the field that has the focus.
    fn write(&mut self, label: &str, text: &str) -> &mut Desk {
        self.field(label).type_text(text);
        self.settle();
        self
    }

    /// Empties the field and types.
    fn rewrite(&mut self, label: &str, text: &str) -> &mut Desk {
        self.enter(label);
        self.window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
        // Ctrl+A may be a command of the window: the field is emptied by hand.
        let length = self.value(label).chars().count();
        self.window.key_press(egui::Key::End);
        (0..length).for_each(|_| self.window.key_press(egui::Key::Backspace));
        self.settle();
        self.write(label, text)
    }

    fn field<'n>(&'n self, label: &'n str) -> egui_kittest::Node<'n> {
        let fields = self.window.get_all_by_label(label);
        let is_field = |node: &egui_kittest::Node<'_>| {
            let role = node.accesskit_node().role();
            matches!(role, egui::Role::TextInput | egui::Role::MultilineTextInput)
        };
        fields.into_iter().find(is_field).unwrap_or_else(|| panic!("no field {label}"))
    }

    fn value(&self, label: &str) -> String {
        self.field(label).value().unwrap_or_default()
    }

    fn undo(&mut self) -> &mut Desk {
        self.window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
        self.settle();
        self
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() { copy(&path, &target) } else { std::fs::copy(&path, &target).map(|_| ()).unwrap() }
    }
}

#[test]
fn a_title_that_is_typed_is_the_title_until_it_is_undone() {
    let mut desk = Desk::new();
    desk.open_piece("Benches").enter("Title").write("Title", " of *Stone*");
    let title = desk.piece(BENCHES).title;
    assert_eq!((&*title.text, title.marks.len()), ("Benches of Stone", 1));
    assert_eq!(desk.value("Title"), "Benches of *Stone*");
    // The field still has the focus; the draft goes with what it meant.
    desk.undo();
    assert_eq!(&*desk.piece(BENCHES).title.text, "Benches");
    assert_eq!(desk.value("Title"), "Benches");
    assert!(!desk.document().is_dirty());
}

#[test]
fn half_a_date_changes_nothing_and_says_why() {
    let mut desk = Desk::new();
    let before = desk.open_piece("Benches").piece(BENCHES).date;
    desk.enter("Date");
    desk.window.key_press(egui::Key::Backspace);
    desk.window.key_press(egui::Key::Backspace);
    desk.settle();
    assert_eq!(desk.value("Date"), "2025-04-");
    assert!(!desk.document().is_dirty());
    assert_eq!(desk.piece(BENCHES).date, before);
    assert!(desk.window.query_by_label("Write 2026-03-01, 2026-03 or 2026.").is_some());
    desk.write("Date", "30");
    assert_eq!(desk.piece(BENCHES).date, Date::parse("2025-04-30"));
    assert!(desk.window.query_by_label("Write 2026-03-01, 2026-03 or 2026.").is_none());
}

#[test]
fn a_draft_stays_with_its_piece() {
    let mut desk = Desk::new();
    desk.open_piece("Benches").enter("Date").write("Date", "x");
    desk.open_piece("What the Leak Knows");
    assert_eq!(desk.value("Date"), "2025-02-20");
    desk.open_piece("Benches");
    assert_eq!(desk.value("Date"), "2025-04-14");
    assert!(!desk.document().is_dirty());
}

#[test]
fn a_new_author_gets_a_record_in_the_same_step() {
    let mut desk = Desk::new();
    desk.open_piece("Benches").enter("New person for authors").write("New person for authors", "Zoë O’Hara");
    desk.window.key_press(egui::Key::Enter);
    desk.settle();
    assert_eq!(desk.document().edition.contributors["zoe-o-hara"].name, "Zoë O’Hara");
    let authors: Vec<String> = desk.piece(BENCHES).authors.iter().map(ToString::to_string).collect();
    assert_eq!(authors, ["orla-penhallow", "zoe-o-hara"]);
    desk.click("Move up: Zoë O’Hara");
    assert_eq!(&*desk.piece(BENCHES).authors[0], "zoe-o-hara");
    desk.undo().undo();
    assert_eq!(desk.piece(BENCHES).authors.len(), 1);
    assert!(!desk.document().edition.contributors.contains_key("zoe-o-hara"));
}

#[test]
fn a_known_author_is_picked_and_her_name_leads_to_her_record() {
    let mut desk = Desk::new();
    desk.open_piece("Benches").pick("Add to authors", "Ferris, Jonquil");
    assert_eq!(&*desk.piece(BENCHES).authors[1], "jonquil-ferris");
    desk.click("Jonquil Ferris");
    assert_eq!(desk.window.state().selection, Selection::Person("jonquil-ferris".into()));
    desk.enter("Short note").write("Short note", " She can *sing*.");
    let note = &desk.document().edition.contributors["jonquil-ferris"].short_note;
    assert_eq!(note.blocks.len(), 1);
    assert!(pamphleteer::edition::markdown::write(note).ends_with("She can *sing*.\n"));
}

#[test]
fn a_disclaimer_is_chosen_and_shown_as_it_will_be_printed() {
    let mut desk = Desk::new();
    let sample = "The views expressed in this piece are those of Orla Penhallow and are not necessarily";
    desk.open_piece("Benches");
    let samples = |desk: &Desk| desk.window.query_all_by_label_contains(sample).count();
    let before = samples(&desk);
    assert!(before > 0);
    desk.pick("Disclaimer", "None, for a reason");
    assert_eq!(desk.piece(BENCHES).disclaimer, DisclaimerChoice::Waived(String::new()));
    desk.wait("the book", App::is_up_to_date);
    desk.settle();
    assert_eq!(samples(&desk), 0);
    desk.enter("Reason for none").write("Reason for none", "It speaks for the house.");
    assert_eq!(desk.piece(BENCHES).disclaimer, DisclaimerChoice::Waived("It speaks for the house.".into()));
}

#[test]
fn own_words_begin_with_those_that_were_printed() {
    let mut desk = Desk::new();
    desk.open_piece("Benches").pick("Author note", "Own words");
    let AuthorNote::Own { text, .. } = desk.piece(BENCHES).author_note else { panic!("no own words") };
    assert_eq!(text.blocks, desk.document().edition.contributors["orla-penhallow"].short_note.blocks);
}

#[test]
fn several_pieces_get_one_kicker_and_give_it_back_as_one() {
    let mut desk = Desk::new();
    desk.open_piece("Benches");
    desk.row("The Last Train").click_modifiers(egui::Modifiers::SHIFT);
    desk.settle();
    assert!(desk.window.query_by_label("3 pieces · 1,996 words").is_some());
    desk.enter("Kicker").write("Kicker", "Streets");
    let files = [BENCHES, "pieces/what-the-leak-knows.md", "pieces/the-last-train-should-wait.md"];
    let kickers = |desk: &Desk| files.map(|file| desk.piece(file).kicker.map(|kicker| kicker.words()));
    assert_eq!(kickers(&desk), [(); 3].map(|()| Some("Streets".to_string())));
    desk.undo();
    assert_eq!(kickers(&desk), [Some("City life".into()), Some("Water".into()), None]);
}

#[test]
fn a_design_change_reaches_the_book_and_there_is_a_way_back() {
    let mut desk = Desk::new();
    desk.select(Selection::Design).click("Modern");
    desk.wait("the book", App::is_up_to_date);
    assert_eq!(desk.document().set.as_ref().unwrap().book.design.theme, Theme::Modern);
    desk.enter("Size of the text").write("Size of the text", "12");
    desk.wait("the book", App::is_up_to_date);
    assert_eq!(desk.document().set.as_ref().unwrap().book.design.body_size.to_pt32(), 12.0);
    desk.click("Size of the text: as the theme");
    assert_eq!(desk.document().edition.design.body_size, None);
    desk.click("Top margin: A little more");
    assert!(desk.document().edition.design.margins.top.is_some());
    desk.pick("Page size", "A5 · 148 × 210 mm");
    assert_eq!(desk.document().edition.design.trim.as_deref(), Some("a5"));
}

#[test]
fn a_piece_is_fitted_to_a_length_and_as_it_fell_again() {
    let mut desk = Desk::new();
    desk.open_piece("Benches").pick("Length", "3 pages");
    assert_eq!(desk.piece(BENCHES).copyfit, Some(Copyfit::Pages(3)));
    desk.wait("the book", App::is_up_to_date);
    let set = desk.document().set.clone().unwrap();
    let said = set.notices.iter().find(|notice| notice.what.contains("3 pages")).unwrap();
    assert_eq!(said.place.file.as_deref(), Some(Path::new(BENCHES)));
    desk.undo();
    assert_eq!(desk.piece(BENCHES).copyfit, None);
}

#[test]
fn an_epigraph_gets_a_file_and_portraits_a_place() {
    let mut desk = Desk::new();
    desk.select(Selection::Edition).click("Epigraph, None").enter("Epigraph").write("Epigraph", "Sit.");
    let epigraph = desk.document().edition.matter.epigraph.clone().unwrap();
    assert_eq!(epigraph.file.as_deref(), Some(Path::new("matter/epigraph.md")));
    desk.select(Selection::Design).pick("Portraits stand", "There and beside the author notes");
    assert_eq!(desk.document().edition.design.portraits, Some(Portraits::All));
    desk.pick("Notes stand", "All at the end of the book");
    assert_eq!(desk.document().edition.design.notes, Some(NotesPlace::Book));
}

#[test]
fn a_dedication_gets_a_file_and_goes_when_it_is_emptied() {
    let mut desk = Desk::new();
    desk.select(Selection::Edition).click("Dedication, Words of your own").rewrite("Dedication", "");
    assert_eq!(desk.document().edition.matter.dedication, None);
    desk.write("Dedication", "To all who sit");
    let dedication = desk.document().edition.matter.dedication.clone().unwrap();
    assert_eq!(dedication.file.as_deref(), Some(Path::new("matter/dedication.md")));
    assert_eq!(dedication.text.words(), 4);
}

#[test]
fn a_new_disclaimer_is_made_renamed_and_deleted() {
    let mut desk = Desk::new();
    desk.select(Selection::Disclaimers).enter("New disclaimer").write("New disclaimer", "Legal advice");
    desk.window.key_press(egui::Key::Enter);
    desk.settle();
    assert_eq!(desk.window.state().selection, Selection::Disclaimer("legal-advice".into()));
    desk.click("For every piece that names none").enter("Name").write("Name", "-2");
    desk.click("Rename");
    let names = |desk: &Desk| {
        desk.document().edition.disclaimers.iter().map(|d| d.name.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(names(&desk), ["house", "collection", "legal-advice-2"]);
    desk.click("Delete this disclaimer");
    assert_eq!(names(&desk), ["house", "collection"]);
    assert_eq!(desk.window.state().selection, Selection::Disclaimers);
}

#[test]
fn somebody_who_wrote_something_cannot_be_removed() {
    let mut desk = Desk::new();
    desk.select(Selection::Person("jonquil-ferris".into())).click("Remove this person");
    assert!(desk.document().edition.contributors.contains_key("jonquil-ferris"));
    assert!(desk.window.query_by_label_contains("2 pieces would lose a name").is_some());
    desk.select(Selection::People).enter("New person").write("New person", "Ann Lee");
    desk.window.key_press(egui::Key::Enter);
    desk.settle();
    desk.click("Remove this person");
    assert!(!desk.document().edition.contributors.contains_key("ann-lee"));
}

#[test]
fn a_part_is_named_moved_and_dissolved() {
    let mut desk = Desk::new();
    desk.select(Selection::Part(0)).enter("Part title").write("Part title", " Again");
    let title = |desk: &Desk, part: usize| {
        desk.document().edition.parts[part].title.as_ref().map(|title| title.words())
    };
    let first = desk.document().edition.parts.iter().position(|part| part.title.is_some()).unwrap();
    desk.select(Selection::Part(first));
    desk.click("Move down");
    assert_eq!(desk.window.state().selection, Selection::Part(first + 1));
    let moved = title(&desk, first + 1);
    desk.click("Dissolve");
    assert_ne!(title(&desk, first + 1), moved);
}

#[test]
fn the_edition_says_what_is_typed_and_saves_it() {
    let mut desk = Desk::new();
    desk.select(Selection::Edition).enter("Subjects").write("Subjects", ", Furniture");
    assert_eq!(desk.document().edition.subjects.last().map(String::as_str), Some("Furniture"));
    desk.enter("Web address").write("Web address", " x");
    assert!(desk.window.query_by_label_contains("An address begins with").is_some());
    assert_eq!(desk.document().edition.publisher.url.as_deref(), Some("https://example.org/weirhouse"));
    desk.pick("Language", "French");
    assert_eq!(desk.document().edition.language.tag(), "fr");
    desk.window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::S);
    desk.wait("the save", |app| app.document.as_ref().is_some_and(|document| !document.is_dirty()));
    let toml = std::fs::read_to_string(desk.document().dir.join("edition.toml")).unwrap();
    assert!(toml.contains("\"Furniture\"") && toml.contains("language = \"fr\""), "{toml}");
}

#[test]
fn a_contact_is_typed_and_printed_only_when_it_is_ticked() {
    let mut desk = Desk::new();
    desk.select(Selection::Person("orla-penhallow".into()));
    desk.rewrite("E-mail", "orla");
    let email = |desk: &Desk| desk.document().edition.contributors["orla-penhallow"].contacts.email.clone();
    assert_eq!(email(&desk).value, "", "half an address is none");
    desk.write("E-mail", "@example.org");
    assert_eq!(email(&desk).value, "orla@example.org");
    let printed = |desk: &Desk| {
        let notes = desk.document().edition.author_notes(&desk.piece(BENCHES));
        format!("{notes:?}").contains("orla@example.org")
    };
    assert!(!printed(&desk));
    desk.click("Print the e-mail address");
    assert!(email(&desk).print && printed(&desk));
    desk.undo();
    assert!(!printed(&desk));
    desk.undo();
    assert_eq!(email(&desk).value, "");
}

#[test]
fn what_changes_under_a_field_is_seen_in_it() {
    let mut desk = Desk::new();
    desk.open_piece("Benches").enter("Title").write("Title", "!");
    let document = desk.window.state_mut().document.as_mut().unwrap();
    let field =
        pamphleteer::edition::piece_field::PieceField::Title(pamphleteer::edition::markdown::inline("Seats"));
    let change = Change::Field(BENCHES.into(), field);
    document.change(pamphleteer::app::act::Edit { label: "title".into(), change, key: None });
    desk.settle();
    assert_eq!(desk.value("Title"), "Seats");
}

#[test]
fn a_variant_is_made_changed_and_removed_and_all_of_it_undone() {
    let mut desk = Desk::new();
    desk.select(Selection::Edition).enter("New variant").write("New variant", "Pocket edition");
    desk.window.key_press(egui::Key::Enter);
    desk.settle();
    assert_eq!(desk.window.state().selection, Selection::Variant("pocket-edition".into()));
    let before = desk.document().edition.design.clone();
    desk.pick("Page size", "A5 · 148 × 210 mm").click("Show its pages");
    desk.wait("its pages", App::is_up_to_date);
    assert_eq!(desk.document().set.as_ref().unwrap().book.design.trim.width.to_pt32().round(), 420.0);
    desk.enter("Size of the text").write("Size of the text", "9.5");
    desk.click("Half title").click("Divide words");
    let variant = |desk: &Desk| desk.document().edition.variants[0].clone();
    assert_eq!(variant(&desk).title.as_deref(), Some("Pocket edition"));
    assert_eq!(variant(&desk).design.trim.as_deref(), Some("a5"));
    assert_eq!(variant(&desk).design.hyphenate, Some(false));
    assert_eq!(variant(&desk).matter.half_title, Some(Shown::Omitted));
    assert_eq!(desk.document().edition.design, before, "the edition stays as it is");
    desk.click("Divide words").click("Page size: as the edition");
    assert_eq!((variant(&desk).design.hyphenate, variant(&desk).design.trim), (None, None));
    desk.undo();
    // Pieces: here, and where the piece is.
    desk.open_piece("Benches").click("In the variant “Pocket edition”");
    assert_eq!(variant(&desk).pieces, PieceChoice::Without(vec![BENCHES.into()]));
    desk.undo();
    assert_eq!(variant(&desk).pieces, PieceChoice::All);
    let whole = variant(&desk);
    desk.select(Selection::Variant("pocket-edition".into())).click("Remove this variant");
    assert!(desk.document().edition.variants.is_empty());
    desk.wait("the pages of the edition", App::is_up_to_date);
    assert_eq!(desk.document().set.as_ref().unwrap().book.design.trim.width.to_pt32(), 432.0);
    desk.undo();
    assert_eq!(variant(&desk), whole);
}

#[test]
fn words_changed_for_a_variant_leave_those_of_the_edition_alone() {
    let mut desk = Desk::new();
    desk.select(Selection::Edition).enter("New variant").write("New variant", "large");
    desk.window.key_press(egui::Key::Enter);
    desk.settle();
    let before = desk.document().edition.matter.clone();
    desk.click("Dedication, Words of your own").enter("Dedication").write("Dedication", " Again");
    let edition = desk.document().edition.clone();
    assert_eq!(edition.matter, before);
    let dedication = edition.variants[0].matter.dedication.clone().unwrap().unwrap();
    assert_eq!(dedication.file.as_deref(), Some(Path::new("matter/dedication-large.md")));
    assert_eq!(dedication.text.words(), before.dedication.as_ref().unwrap().text.words() + 1);
    desk.undo();
    assert_eq!(desk.document().edition.variants[0].matter.dedication, None);
}
