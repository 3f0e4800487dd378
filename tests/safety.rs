//! Nothing an editor wrote is lost: not to a crash, a second window, a file changed elsewhere, or a slip of the hand.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

use pamphleteer::edition::arrange::{self, Slot};
use pamphleteer::edition::change::Change;
use pamphleteer::edition::journal::{Journal, Opened};
use pamphleteer::edition::merge::{Merge, merge};
use pamphleteer::edition::picture::Picture;
use pamphleteer::edition::piece::Piece;
use pamphleteer::edition::text::Paragraph;
use pamphleteer::edition::{Edition, folder, markdown};
use pamphleteer::notice::Notices;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// An edition's folder that goes away with the test.
struct Desk {
    dir: tempfile::TempDir,
}

const A: &str =
    "---\ntitle: Alpha\nmood: grim # ours\nauthors: [ann-lee]\n---\nA text.\n\n![m](../images/m.png)\n";
const B: &str = "---\ntitle: Beta\nweather: fair\nauthors: [Cy Dean]\n---\nB text.\n";

impl Desk {
    fn new() -> Desk {
        let edition = "title = \"Two\"\nwonder = \"kept\"\npieces = [\"pieces/a.md\"]\n\n[[part]]\ntitle = \"One\"\n\
                       pieces = [\"pieces/b.md\"]\n";
        Desk { dir: tempfile::tempdir().unwrap() }
            .with("edition.toml", edition)
            .with("contributors.toml", "[ann-lee]\nname = \"Ann Lee\"\n")
            .with("pieces/a.md", A)
            .with("pieces/b.md", B)
            .with("images/m.png", pixels(1))
    }

    fn with(self, file: &str, text: impl AsRef<[u8]>) -> Desk {
        let path = self.path(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
        self
    }

    fn path(&self, file: &str) -> PathBuf {
        self.dir.path().join(file)
    }

    fn text(&self, file: &str) -> String {
        std::fs::read_to_string(self.path(file)).unwrap()
    }

    fn has(&self, file: &str) -> bool {
        self.path(file).exists()
    }

    fn load(&self) -> Edition {
        folder::load(self.dir.path(), &mut Notices::new()).unwrap()
    }

    fn save(&self, edition: &Edition) {
        folder::save(edition, self.dir.path()).unwrap();
    }

    fn open(&self) -> Opened {
        Journal::open(self.dir.path()).unwrap()
    }

    /// The journal of an edition that nobody has open and that has nothing to recover.
    fn journal(&self) -> Journal {
        match self.open() {
            Opened::Free(journal) => journal,
            other => panic!("{other:?}"),
        }
    }

    /// The journal of an edition whose last window crashed.
    fn crashed(&self) -> Journal {
        match self.open() {
            Opened::Recoverable(journal) => journal,
            other => panic!("{other:?}"),
        }
    }
}

/// A grey picture, one pixel wide.
fn pixels(height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut writer = png::Encoder::new(&mut bytes, 1, height).write_header().unwrap();
    writer.write_image_data(&vec![0; height as usize]).unwrap();
    drop(writer);
    bytes
}

fn file(name: &str) -> PathBuf {
    PathBuf::from(format!("pieces/{name}.md"))
}

/// Types a body.
fn typed(edition: &mut Edition, name: &str, text: &str) {
    if let Some(change) = arrange::with_markdown(edition, &file(name), text, &mut Notices::new()) {
        edition.apply(change);
    }
}

fn titled(edition: &mut Edition, name: &str, title: &str) {
    let mut piece = Piece::clone(edition.piece(&file(name)).unwrap());
    piece.title = markdown::inline(title);
    edition.apply(Change::Piece(Arc::new(piece)));
}

/// An edition without the lines on which its texts begin: those of a new piece are known once it is in a file.
fn same_anywhere(mut edition: Edition) -> Edition {
    for piece in edition.parts.iter_mut().flat_map(|part| &mut part.pieces) {
        Arc::make_mut(piece).body_line = 0;
    }
    edition
}

/// Files of pieces, part by part.
fn order(edition: &Edition) -> String {
    let part = |part: &pamphleteer::edition::Part| {
        let names = part.pieces.iter().map(|piece| piece.file.file_stem().unwrap().to_string_lossy());
        names.collect::<Vec<_>>().join(" ")
    };
    edition.parts.iter().map(part).collect::<Vec<_>>().join(" | ")
}

// -- the journal --

#[test]
fn after_a_crash_everything_is_there_again() {
    let desk = Desk::new();
    let mut edition = desk.load();
    let journal = desk.journal();
    journal.write(&edition).unwrap();
    typed(&mut edition, "a", "New words.\n\n![m](../images/m.png)\n\n![n](../images/n.png)\n");
    edition.apply(Change::Picture("images/n.png".into(), Some(Picture::read(pixels(2)).unwrap())));
    edition.apply(Change::Title("Three".into()));
    let change = arrange::duplicated(&edition, &[file("b")]);
    edition.apply(change);
    // The window hands it to a worker.
    std::thread::scope(|scope| scope.spawn(|| journal.write(&edition)).join().unwrap()).unwrap();
    drop(journal);

    assert_eq!(desk.text("pieces/a.md"), A, "the true files are touched only by saving");
    let journal = desk.crashed();
    let mut notices = Notices::new();
    let recovered = journal.recover(&mut notices).unwrap();
    assert_eq!(same_anywhere(recovered.clone()), same_anywhere(edition));
    assert!(notices.iter().all(|notice| notice.what.contains("wonder")), "{notices:?}");
    assert!(!desk.has(".pamphleteer/recovery/images/m.png"), "known pictures are not copied");

    desk.save(&recovered);
    journal.clear().unwrap();
    drop(journal);
    desk.journal();
    assert!(desk.text("pieces/a.md").contains("mood: grim # ours"));
    assert!(desk.text("edition.toml").contains("wonder"));
}

#[test]
fn a_picture_that_was_undone_does_not_come_back() {
    let desk = Desk::new();
    let mut edition = desk.load();
    let journal = desk.journal();
    let inverse =
        edition.apply(Change::Picture("images/m.png".into(), Some(Picture::read(pixels(3)).unwrap())));
    journal.write(&edition).unwrap();
    assert_eq!(journal.recover(&mut Notices::new()).unwrap(), edition);
    edition.apply(inverse);
    edition.apply(Change::Font("x.ttf".into(), Some([1, 2, 3].as_slice().into())));
    journal.write(&edition).unwrap();
    let inverse = edition.apply(Change::Font("x.ttf".into(), None));
    assert!(!inverse.is_nothing());
    journal.write(&edition).unwrap();
    assert_eq!(journal.recover(&mut Notices::new()).unwrap(), edition);
}

#[test]
fn a_second_window_learns_that_the_edition_is_open() {
    let desk = Desk::new();
    let journal = desk.journal();
    assert!(matches!(desk.open(), Opened::Elsewhere));
    drop(journal);
    desk.journal();
    assert_eq!(desk.text(".pamphleteer/.gitignore"), "*\n");
}

#[test]
fn a_half_written_shadow_is_never_offered() {
    let desk = Desk::new();
    let journal = desk.journal();
    journal.write(&desk.load()).unwrap();
    drop(journal);
    std::fs::remove_file(desk.path(".pamphleteer/recovery/.whole")).unwrap();
    let journal = desk.journal();
    assert!(journal.recover(&mut Notices::new()).is_err());
    // What is left of it does not get into the next.
    let desk = desk.with(".pamphleteer/recovery/pieces/a.md", "half");
    journal.write(&desk.load()).unwrap();
    assert_eq!(journal.recover(&mut Notices::new()).unwrap(), desk.load());
}

#[test]
fn what_is_declined_is_kept_all_the_same() {
    let desk = Desk::new();
    let mut edition = desk.load();
    for round in ["declined", "declined-2", "declined-3"] {
        edition.apply(Change::Title(round.into()));
        let journal = desk.journal();
        journal.write(&edition).unwrap();
        drop(journal);
        let journal = desk.crashed();
        match round {
            // Going on without an answer is an answer too.
            "declined-3" => journal.write(&desk.load()).unwrap(),
            _ => journal.clear().unwrap(),
        }
        let kept = folder::load(&desk.path(".pamphleteer").join(round), &mut Notices::new()).unwrap();
        assert_eq!(kept.title, round);
        journal.clear().unwrap();
    }
    assert!(!desk.has(".pamphleteer/recovery"));
}

#[test]
fn a_folder_that_can_not_be_written_opens_and_says_why() {
    let desk = Desk::new().with(".pamphleteer", "in the way");
    let journal = desk.journal();
    assert!(journal.why_not().is_some());
    let error = journal.write(&desk.load()).unwrap_err().to_string();
    assert!(error.contains("can't make the folder"), "{error}");
    journal.clear().unwrap();
    assert!(Journal::open(Path::new("/no/such/folder")).is_err());
}

// -- the trash --

#[test]
fn a_removed_piece_lies_in_the_trash_and_comes_back_as_it_was() {
    let desk = Desk::new();
    let mut edition = desk.load();
    let inverse = edition.apply(arrange::removed(&edition.clone(), &[file("a")]));
    desk.save(&edition);
    assert!(!desk.has("pieces/a.md"));
    assert_eq!(desk.text("originals/trash/a.md"), A);
    edition.apply(inverse);
    desk.save(&edition);
    assert_eq!(desk.text("pieces/a.md"), A);
    assert!(!desk.has("originals/trash/a.md"));
    assert_eq!(desk.load().parts, edition.parts);
}

#[test]
fn what_was_changed_meanwhile_keeps_its_unknown_keys() {
    let desk = Desk::new();
    let mut edition = desk.load();
    let inverse = edition.apply(arrange::removed(&edition.clone(), &[file("a")]));
    desk.save(&edition);
    edition.apply(inverse);
    typed(&mut edition, "a", "Other words.\n");
    desk.save(&edition);
    assert_eq!(desk.text("pieces/a.md"), A.split_once("A text").unwrap().0.to_string() + "Other words.\n");
}

#[test]
fn the_trash_never_writes_over_anything() {
    let desk = Desk::new();
    for round in 0..3 {
        let mut edition = desk.load();
        let title = format!("Round {round}");
        if edition.piece(&file("a")).is_none() {
            let piece = Piece { file: file("a"), include: true, body_line: 4, ..Piece::default() };
            let change = arrange::added(&edition, vec![Arc::new(piece)], Slot::default());
            edition.apply(change);
        }
        titled(&mut edition, "a", &title);
        typed(&mut edition, "a", &format!("Words of {title}.\n"));
        desk.save(&edition);
        let change = arrange::removed(&edition, &[file("a")]);
        edition.apply(change);
        desk.save(&edition);
    }
    for (name, round) in [("a", 0), ("a-2", 1), ("a-3", 2)] {
        let text = desk.text(&format!("originals/trash/{name}.md"));
        assert!(text.contains(&format!("Words of Round {round}.")), "{name}: {text}");
    }
}

#[test]
fn files_that_no_list_named_stay_and_lose_nothing() {
    let desk = Desk::new().with("pieces/draft.md", "---\ntitle: Draft\n---\nD.\n");
    let mut edition = desk.load();
    let change = arrange::removed(&edition, &[file("b")]);
    edition.apply(change);
    desk.save(&edition);
    assert!(desk.has("pieces/draft.md") && desk.has("originals/trash/b.md"));
    // A piece that gets the draft's name by chance.
    let piece =
        Piece { file: file("draft"), title: Paragraph::plain("Other"), include: true, ..Piece::default() };
    let change = arrange::added(&edition, vec![Arc::new(piece)], Slot::default());
    edition.apply(change);
    desk.save(&edition);
    assert!(desk.text("pieces/draft.md").contains("Other"));
    assert_eq!(desk.text("originals/trash/draft.md"), "---\ntitle: Draft\n---\nD.\n");
}

#[test]
fn a_file_that_can_not_be_read_stays_listed_whatever_becomes_of_its_part() {
    let toml = "title = \"T\"\npieces = [\"pieces/a.md\"]\n\n[[part]]\ntitle = \"One\"\n\
                pieces = [\"pieces/b.md\", \"pieces/lost.md\"]\n";
    let desk = Desk::new().with("edition.toml", toml);
    let mut edition = desk.load();
    let change = arrange::part_named(&edition, 1, Some(Paragraph::plain("Other")), None);
    edition.apply(change);
    desk.save(&edition);
    assert!(desk.text("edition.toml").contains("pieces/lost.md"), "{}", desk.text("edition.toml"));
    let change = arrange::part_removed(&edition, 1);
    edition.apply(change);
    desk.save(&edition);
    let text = desk.text("edition.toml");
    assert_eq!(text.matches("pieces/lost.md").count(), 1, "{text}");
    assert_eq!(order(&desk.load()), "a b");
}

// -- the disk changed --

#[test]
fn a_stamp_names_the_files_that_changed() {
    let desk = Desk::new();
    let before = folder::stamp(desk.dir.path());
    assert_eq!(before, folder::stamp(desk.dir.path()));
    desk.journal().write(&desk.load()).unwrap();
    assert_eq!(before, folder::stamp(desk.dir.path()), "the journal is none of the edition's files");
    let desk =
        desk.with("pieces/a.md", "longer or shorter").with("matter/f.md", "F.").with("pieces/x.txt", "");
    std::fs::remove_file(desk.path("images/m.png")).unwrap();
    let changed = before.changed_files(&folder::stamp(desk.dir.path()));
    assert_eq!(changed, ["images/m.png", "matter/f.md", "pieces/a.md"].map(PathBuf::from));
}

/// Ours with what a merge brings.
fn merged(base: &Edition, ours: &Edition, theirs: &Edition) -> (Edition, Merge) {
    let merge = merge(base, ours, theirs);
    let mut edition = ours.clone();
    edition.apply(Change::Several(merge.changes.clone()));
    (edition, merge)
}

fn questions(merge: &Merge) -> Vec<&str> {
    merge.conflicts.iter().map(|conflict| conflict.what.as_str()).collect()
}

#[test]
fn what_only_one_side_changed_is_no_question() {
    let base = Desk::new().load();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    typed(&mut ours, "a", "Ours.\n");
    ours.apply(Change::Rights(Some("ours".into())));
    titled(&mut theirs, "a", "*Theirs*");
    typed(&mut theirs, "b", "Theirs.\n");
    theirs.apply(Change::Title("Theirs".into()));
    let (edition, merge) = merged(&base, &ours, &theirs);
    assert_eq!(questions(&merge), [""; 0]);
    let a = edition.piece(&file("a")).unwrap();
    assert_eq!((&*a.title.text, &*a.markdown), ("Theirs", "Ours.\n"));
    assert_eq!(&*edition.piece(&file("b")).unwrap().markdown, "Theirs.\n");
    assert_eq!((edition.title.as_str(), edition.rights.as_deref()), ("Theirs", Some("ours")));
    assert_eq!(merged(&base, &base, &theirs).0, theirs);
    assert_eq!(merged(&base, &ours, &base).0, ours);
    assert!(merged(&base, &ours, &ours).1.changes.is_empty());
}

#[test]
fn what_both_changed_is_asked_in_plain_words_and_may_be_taken_in_any_order() {
    let base = Desk::new().load();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    for (edition, words) in [(&mut ours, "Ours"), (&mut theirs, "Theirs")] {
        titled(edition, "a", words);
        typed(edition, "a", &format!("{words}.\n"));
        edition.apply(Change::Title(words.into()));
        let mut record = edition.contributors["ann-lee"].clone();
        record.short_note = markdown::inline_text(words);
        edition.apply(Change::Contributor("ann-lee".into(), Some(record)));
    }
    let (mut edition, merge) = merged(&base, &ours, &theirs);
    assert_eq!(edition, ours);
    let expected =
        ["the title of the edition", "the title of “Ours”", "the text of “Ours”", "the record of Ann Lee"];
    assert_eq!(questions(&merge), expected);
    assert_eq!(
        (merge.conflicts[1].ours_label.as_str(), merge.conflicts[1].theirs_label.as_str()),
        ("Ours", "Theirs")
    );
    for conflict in merge.conflicts.into_iter().rev() {
        edition.apply(conflict.take_theirs);
    }
    assert_eq!(edition, theirs);
}

#[test]
fn pieces_that_came_and_went_on_either_side_come_and_go() {
    let desk = Desk::new();
    let base = desk.load();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    let new = |name: &str| vec![Arc::new(Piece { file: file(name), include: true, ..Piece::default() })];
    let change = arrange::added(&ours, new("ours"), Slot { part: 1, index: 1 });
    ours.apply(change);
    let change = arrange::added(&theirs, new("theirs"), Slot { part: 1, index: 1 });
    theirs.apply(change);
    let change = arrange::removed(&theirs, &[file("a")]);
    theirs.apply(change);
    let (edition, merge) = merged(&base, &ours, &theirs);
    assert_eq!((order(&edition).as_str(), merge.conflicts.len()), (" | b theirs ours", 0));
    // The window moved a piece, the disk has a new one.
    let mut ours = base.clone();
    let change = arrange::moved(&ours, &[file("b")], Slot { part: 0, index: 0 });
    ours.apply(change);
    let (edition, merge) = merged(&base, &ours, &theirs);
    assert_eq!((order(&edition).as_str(), merge.conflicts.len()), ("b theirs | ", 0));
}

#[test]
fn two_orders_of_the_same_pieces_are_a_question() {
    let base = Desk::new().load();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    let change = arrange::moved(&ours, &[file("b")], Slot { part: 0, index: 0 });
    ours.apply(change);
    let change = arrange::moved(&theirs, &[file("b")], Slot { part: 0, index: 1 });
    theirs.apply(change);
    typed(&mut theirs, "a", "Theirs.\n");
    let (mut edition, merge) = merged(&base, &ours, &theirs);
    assert_eq!(questions(&merge), ["the order of the parts and pieces"]);
    assert_eq!(order(&edition), "b a | ");
    edition.apply(merge.conflicts[0].take_theirs.clone());
    assert_eq!(edition, theirs);
}

#[test]
fn a_piece_edited_here_and_taken_out_there_is_a_question_and_the_other_way_round() {
    let base = Desk::new().load();
    let (mut edited, mut gone) = (base.clone(), base.clone());
    typed(&mut edited, "a", "Edited.\n");
    let change = arrange::removed(&gone, &[file("a")]);
    gone.apply(change);

    let (mut edition, merge) = merged(&base, &edited, &gone);
    assert_eq!(questions(&merge), ["“Alpha”, which was changed here and taken out there"]);
    assert_eq!(edition, edited);
    edition.apply(merge.conflicts[0].take_theirs.clone());
    assert_eq!(order(&edition), " | b");

    let (mut edition, merge) = merged(&base, &gone, &edited);
    assert_eq!(questions(&merge), ["“Alpha”, which was taken out here and changed there"]);
    assert_eq!(order(&edition), " | b");
    edition.apply(merge.conflicts[0].take_theirs.clone());
    assert_eq!(&*edition.piece(&file("a")).unwrap().markdown, "Edited.\n");
}

#[test]
fn saving_and_loading_again_is_no_change_by_anybody() {
    let desk = Desk::new();
    let base = desk.load();
    let mut ours = base.clone();
    ours.apply(Change::Title("New".into()));
    titled(&mut ours, "a", "Other *title*");
    typed(&mut ours, "a", "Words.\n");
    desk.save(&ours);
    let saved = ours.clone();
    typed(&mut ours, "a", "More words.\n");
    titled(&mut ours, "a", "Third");
    let (edition, merge) = merged(&saved, &ours, &desk.load());
    assert_eq!((questions(&merge), edition), (vec![], ours));
}

#[test]
fn a_picture_that_no_text_on_the_disk_shows_is_not_taken_away() {
    let base = Desk::new().load();
    let mut theirs = base.clone();
    theirs.apply(Change::Picture("images/m.png".into(), None));
    theirs.apply(Change::Picture("images/n.png".into(), Some(Picture::read(pixels(2)).unwrap())));
    let edition = merged(&base, &base, &theirs).0;
    assert_eq!(
        edition.pictures.keys().map(|name| &**name).collect::<Vec<_>>(),
        ["images/m.png", "images/n.png"]
    );
}
