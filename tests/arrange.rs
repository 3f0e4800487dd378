//! What an editor does in a contents list, and how it is undone.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

use pamphleteer::edition::arrange::{self, Slot, SortBy};
use pamphleteer::edition::change::Change;
use pamphleteer::edition::date::Date;
use pamphleteer::edition::history::{History, MergeKey};
use pamphleteer::edition::people::Contributor;
use pamphleteer::edition::piece::Piece;
use pamphleteer::edition::text::Paragraph;
use pamphleteer::edition::{Edition, Part, markdown, merge};
use pamphleteer::notice::Notices;
use proptest::prelude::*;
use std::path::{Path, PathBuf};
use std::sync::Arc;

fn file(name: &str) -> PathBuf {
    PathBuf::from(format!("pieces/{name}.md"))
}

fn files(names: &str) -> Vec<PathBuf> {
    names.split_whitespace().map(file).collect()
}

fn piece(name: &str) -> Arc<Piece> {
    let (title, include) = (Paragraph::plain(name), true);
    Arc::new(Piece { file: file(name), title, include, body_line: 4, ..Piece::default() })
}

/// An edition drawn as `a b | One: c d`.
fn edition(drawn: &str) -> Edition {
    let parts = drawn.split('|').map(|part| {
        let (title, names) = part.split_once(':').map_or((None, part), |(title, names)| (Some(title), names));
        Part {
            title: title.map(|title| Paragraph::plain(title.trim())),
            subtitle: None,
            pieces: names.split_whitespace().map(piece).collect(),
        }
    });
    Edition { parts: parts.collect(), ..Edition::default() }
}

/// The edition as [`edition`] draws it.
fn drawn(edition: &Edition) -> String {
    let part = |part: &Part| {
        let title = part.title.iter().map(|title| format!("{}:", title.text));
        let names = part.pieces.iter().map(|p| p.file.file_stem().unwrap().to_string_lossy().into_owned());
        title.chain(names).collect::<Vec<_>>().join(" ")
    };
    edition.parts.iter().map(part).collect::<Vec<_>>().join(" | ")
}

fn after(before: &str, change: impl FnOnce(&Edition) -> Change) -> String {
    let mut edition = edition(before);
    let change = change(&edition);
    edition.apply(change);
    drawn(&edition)
}

#[test]
fn pieces_move_together_to_where_they_are_dropped() {
    let moved = |names: &str, part, index| {
        after("a b c d | One: e f", |e| arrange::moved(e, &files(names), Slot { part, index }))
    };
    assert_eq!(moved("b", 1, 1), "a c d | One: e b f");
    assert_eq!(moved("f b", 0, 0), "b f a c d | One: e");
    assert_eq!(moved("a b", 0, 3), "c a b d | One: e f");
    assert_eq!(moved("b c", 0, 2), "a b c d | One: e f");
    assert_eq!(moved("a", 1, 2), "b c d | One: e f a");
    for (part, index) in [(2, 0), (1, 3), (0, usize::MAX)] {
        assert_eq!(moved("a", part, index), "a b c d | One: e f");
    }
    assert_eq!(moved("nobody", 1, 0), "a b c d | One: e f");
}

#[test]
fn keys_move_pieces_over_the_borders_of_parts() {
    let step = |before: &str, names: &str, up| after(before, |e| arrange::moved_by(e, &files(names), up));
    assert_eq!(step("a b | One: c d", "b", true), "b a | One: c d");
    assert_eq!(step("a b | One: c d", "c d", true), "a b c d | One:");
    assert_eq!(step("a b | One: c d", "a b", false), "a | One: b c d".replace("a | One: b", " | One: a b"));
    assert_eq!(step("a b | One: c d", "a b", true), "a b | One: c d");
    assert_eq!(step("a b c | One: d", "a c", true), "a c b | One: d");
    assert_eq!(step("a | One: | Two: b", "b", true), "a | One: b | Two:");
    assert_eq!(step("a b", "a b", false), "a b");
}

#[test]
fn a_copy_stands_behind_its_original_in_a_file_of_its_own() {
    let copied = |before, names| after(before, |e| arrange::duplicated(e, &files(names)));
    assert_eq!(copied("a b | One: a-2", "a"), "a a-3 b | One: a-2");
    assert_eq!(copied("a b", "a b"), "a a-2 b b-2");
    // A disk that does not tell capitals from small letters must not have one file for both.
    assert_eq!(copied("A", "A"), "A a-2");
}

#[test]
fn added_pieces_never_take_the_file_of_another() {
    let added = |before, names: &str, part, index| {
        let pieces = names.split_whitespace().map(piece).collect();
        after(before, |e| arrange::added(e, pieces, Slot { part, index }))
    };
    assert_eq!(added("a | One: b", "c d", 1, 0), "a | One: c d b");
    assert_eq!(added("a | One: b", "a A", 1, 1), "a | One: b a-2 a-3");
    assert_eq!(added("a", "c", 0, 5), "a");
    let mut empty = Edition::default();
    let change = arrange::added(&empty, vec![piece("a")], Slot::default());
    empty.apply(change);
    assert_eq!(drawn(&empty), "a");
}

#[test]
fn a_part_goes_without_its_pieces() {
    let removed = |before, part| after(before, |e| arrange::part_removed(e, part));
    assert_eq!(removed("a | One: b | Two: c", 1), "a b | Two: c");
    assert_eq!(removed("One: a | Two: b", 0), "a | Two: b");
    assert_eq!(removed("a | Two: b", 0), "Two: a b");
    assert_eq!(removed("One: | Two: b", 0), "Two: b");
    assert_eq!(removed("a b", 0), "a b");
    assert_eq!(removed("a b", 9), "a b");
}

#[test]
fn parts_come_move_and_are_named() {
    let title = || Paragraph::plain("New");
    assert_eq!(after("a | One: b", |e| arrange::part_added(e, title(), 2)), "a | One: b | New:");
    assert_eq!(after("a | One: b", |e| arrange::part_moved(e, 1, 0)), "One: b | a");
    assert_eq!(after("a | One: b", |e| arrange::part_moved(e, 1, 2)), "a | One: b");
    assert_eq!(after("a | One: b", |e| arrange::part_named(e, 1, Some(title()), None)), "a | New: b");
    assert_eq!(after("a | One: b", |e| arrange::part_named(e, 2, Some(title()), None)), "a | One: b");
}

#[test]
fn pieces_are_sorted_as_a_librarian_does() {
    let mut edition = edition("b A c a");
    for (id, name) in [("ann", "Ann Lee"), ("bo", "Bo Abel")] {
        edition.contributors.insert(id.into(), Contributor::named(name));
    }
    let said =
        [(Some("2022-03"), Some("ann")), (None, Some("bo")), (Some("2022"), None), (None, Some("ann"))];
    for (piece, (date, author)) in edition.parts[0].pieces.iter_mut().zip(said) {
        let piece = Arc::make_mut(piece);
        piece.date = date.and_then(Date::parse);
        piece.authors = author.map(Into::into).into_iter().collect();
    }
    let sorted = |by| {
        let mut edition = edition.clone();
        let change = arrange::sorted(&edition, Some(0), by);
        edition.apply(change);
        drawn(&edition)
    };
    assert_eq!(sorted(SortBy::Title), "A a b c");
    assert_eq!(sorted(SortBy::Author), "A b a c");
    assert_eq!(sorted(SortBy::Date), "c b A a");
    assert_eq!(after("b a | One: d c", |e| arrange::sorted(e, None, SortBy::Title)), "a b | One: c d");
    assert_eq!(after("b a", |e| arrange::sorted(e, Some(1), SortBy::Title)), "b a");
}

#[test]
fn a_new_body_is_read_as_loading_reads_it() {
    let mut edition = edition("a");
    let mut notices = Notices::new();
    let text = "New *words*.\n\n![x](https://x.org/a.png)\n";
    let change = arrange::with_markdown(&edition, &file("a"), text, &mut notices).unwrap();
    edition.apply(change);
    let piece = edition.piece(&file("a")).unwrap();
    assert_eq!((&*piece.markdown, piece.body.words() > 1), (text, true));
    assert!(notices.iter().all(|notice| notice.place.line == Some(6)), "{notices:?}");
    assert!(!notices.is_empty());
    assert!(arrange::with_markdown(&edition, &file("a"), text, &mut notices).is_none());
    assert!(arrange::with_markdown(&edition, &file("b"), text, &mut notices).is_none());
}

#[test]
fn a_renamed_contributor_keeps_every_byline() {
    let mut edition = edition("a b");
    edition.contributors.insert("ann".into(), Contributor::named("Ann Lee"));
    edition.editors = vec!["ann".into()];
    Arc::make_mut(&mut edition.parts[0].pieces[1]).authors = vec!["bo".into(), "ann".into()];
    let before = edition.clone();
    let inverse = edition.apply(arrange::contributor_renamed(&before, "ann", "ann-lee"));
    assert_eq!(edition.names(&edition.editors, edition.language), ["Ann Lee"]);
    assert_eq!(edition.byline(&edition.parts[0].pieces[1]), "bo and Ann Lee");
    edition.apply(inverse);
    assert_eq!(edition, before);
    assert!(arrange::contributor_renamed(&before, "ann", "ann").is_nothing());
}

/// A deed of an editor, out of numbers.
#[derive(Clone, Debug)]
struct Deed {
    kind: usize,
    files: Vec<usize>,
    part: usize,
    index: usize,
    flag: bool,
}

impl Deed {
    fn any() -> impl Strategy<Value = Deed> {
        let numbers =
            (0..16_usize, prop::collection::vec(0..9_usize, 0..5), 0..5_usize, 0..7_usize, any::<bool>());
        numbers.prop_map(|(kind, files, part, index, flag)| Deed { kind, files, part, index, flag })
    }

    /// The files it is about, some of which are nowhere.
    fn files(&self, edition: &Edition) -> Vec<PathBuf> {
        let all: Vec<PathBuf> =
            edition.parts.iter().flat_map(|p| &p.pieces).map(|p| p.file.clone()).collect();
        self.files.iter().map(|index| all.get(*index).cloned().unwrap_or_else(|| file("nowhere"))).collect()
    }

    /// What it changes, and by how many pieces the edition may grow or shrink.
    fn change(&self, edition: &Edition) -> Change {
        let (files, at) = (self.files(edition), Slot { part: self.part, index: self.index });
        let title = Paragraph::plain(format!("Part {}", self.index));
        let first = files.first().map_or(Path::new("nowhere"), |file| file);
        match self.kind {
            0 | 1 => arrange::moved(edition, &files, at),
            2 | 3 => arrange::moved_by(edition, &files, self.flag),
            4 => arrange::added(edition, files.iter().map(|file| new(file)).collect(), at),
            5 => arrange::removed(edition, &files),
            6 => arrange::duplicated(edition, &files),
            7 => arrange::included(edition, &files, self.flag),
            8 => arrange::sorted(edition, self.flag.then_some(self.part), SortBy::Title),
            9 => arrange::part_added(edition, title, self.part),
            10 => arrange::part_removed(edition, self.part),
            11 => arrange::part_moved(edition, self.part, self.index),
            12 => arrange::part_named(edition, self.part, Some(title), None),
            13 => arrange::with_markdown(edition, first, &format!("{}", self.index), &mut Notices::new())
                .unwrap_or(Change::nothing()),
            14 => Change::Title(self.index.to_string()),
            _ => Change::Placed(new(first), self.flag.then_some(at)),
        }
    }

    /// How many pieces there are afterwards.
    fn pieces_after(&self, edition: &Edition) -> Option<usize> {
        let count = edition.parts.iter().map(|part| part.pieces.len()).sum::<usize>();
        let mut known = self.files(edition);
        known.sort();
        known.dedup();
        known.retain(|file| edition.piece(file).is_some());
        match self.kind {
            4 | 15 => None,
            5 => Some(count - known.len()),
            6 => Some(count + known.len()),
            _ => Some(count),
        }
    }
}

fn new(file: &Path) -> Arc<Piece> {
    Arc::new(Piece { file: file.to_path_buf(), title: markdown::inline("*New*"), ..Piece::default() })
}

/// All files of an edition, sorted.
fn all_files(edition: &Edition) -> Vec<PathBuf> {
    let pieces = edition.pieces();
    let mut files: Vec<PathBuf> = pieces.map(|piece| piece.file.clone()).collect();
    files.sort();
    files
}

/// An edition without parts that have neither words nor pieces: the disk does not know them.
fn without_empty_places(mut edition: Edition) -> Edition {
    edition.parts.retain(|part| *part != Part::default());
    edition
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_can_be_undone_and_done_again(
        deeds in prop::collection::vec((Deed::any(), any::<bool>(), any::<bool>()), 0..24),
    ) {
        let before = edition("a b c | One: d e | Two: | Three: f");
        let (mut edition, mut history) = (before.clone(), History::new());
        for (deed, merge, pause) in deeds {
            let inverse = edition.apply(deed.change(&edition));
            history.record("Deed".into(), inverse, merge.then_some(MergeKey::EditionField("any")));
            if pause {
                history.pause();
            }
        }
        let after = edition.clone();
        while history.undo(&mut edition).is_some() {}
        prop_assert_eq!(&edition, &before);
        prop_assert!(history.is_saved());
        while history.redo(&mut edition).is_some() {}
        prop_assert_eq!(&edition, &after);
    }

    #[test]
    fn what_one_side_alone_did_is_merged_without_a_question(
        deeds in prop::collection::vec(Deed::any(), 0..12),
    ) {
        let base = edition("a b c | One: d e | Two: | Three: f");
        let mut other = base.clone();
        for deed in deeds {
            other.apply(deed.change(&other));
        }
        for (ours, theirs) in [(&base, &other), (&other, &base), (&other, &other)] {
            let merge = merge::merge(&base, ours, theirs);
            prop_assert!(merge.conflicts.is_empty(), "{:?}", merge.conflicts);
            let mut merged = ours.clone();
            merged.apply(Change::Several(merge.changes));
            prop_assert_eq!(without_empty_places(merged), without_empty_places(other.clone()));
        }
    }

    #[test]
    fn a_merge_loses_no_piece_that_either_side_has_new(
        mine in prop::collection::vec(Deed::any(), 0..8),
        others in prop::collection::vec(Deed::any(), 0..8),
    ) {
        let base = edition("a b c | One: d e | Two: | Three: f");
        let (mut ours, mut theirs) = (base.clone(), base.clone());
        for (side, deeds) in [(&mut ours, mine), (&mut theirs, others)] {
            for deed in deeds {
                side.apply(deed.change(side));
            }
        }
        let merge = merge::merge(&base, &ours, &theirs);
        let mut merged = ours.clone();
        merged.apply(Change::Several(merge.changes));
        for file in all_files(&ours).iter().chain(&all_files(&theirs)).filter(|file| base.piece(file).is_none()) {
            prop_assert!(merged.piece(file).is_some(), "{file:?}");
        }
        // Whatever is answered: no piece stands twice.
        for conflict in merge.conflicts {
            merged.apply(conflict.take_theirs);
            let mut files = all_files(&merged);
            files.dedup();
            prop_assert_eq!(files.len(), all_files(&merged).len());
        }
    }

    #[test]
    fn no_piece_is_lost_or_doubled(deeds in prop::collection::vec(Deed::any(), 1..24)) {
        let mut edition = edition("a b c | One: d e | Two: | Three: f");
        for deed in deeds {
            let expected = deed.pieces_after(&edition);
            let same_files = !matches!(deed.kind, 4 | 5 | 6 | 15);
            let before = all_files(&edition);
            edition.apply(deed.change(&edition));
            let mut after = all_files(&edition);
            prop_assert!(expected.is_none_or(|count| count == after.len()), "{deed:?}: {}", drawn(&edition));
            prop_assert!(!same_files || before == after, "{deed:?}: {}", drawn(&edition));
            after.dedup();
            prop_assert_eq!(after.len(), all_files(&edition).len());
        }
    }
}
