//! The typesetter through its public doors: nothing is lost, nothing sticks out, and lines stay where they were.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

mod common;

use pamphleteer::book::{self, Book, cache::Cache};
use pamphleteer::design::Role;
use pamphleteer::edition::design_settings::NotesPlace;
use pamphleteer::edition::markdown::{self, Context};
use pamphleteer::edition::piece::Piece;
use pamphleteer::edition::text::{Block, Paragraph};
use pamphleteer::edition::{Edition, Part, folder};
use pamphleteer::notice::Notices;
use pamphleteer::page::sheet::{Item, NodeKind};
use pamphleteer::text::line::Line;
use pamphleteer::units::Length;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_letter_is_set_once_and_in_order(paragraphs in text(), theme in 0..3_usize) {
        let (edition, book, notices) = set(&paragraphs.join("\n\n"), theme);
        let wanted: Vec<Arc<str>> = edition.parts[0].pieces[0].body.blocks.iter().filter_map(words).collect();
        let mut lines = lines(&book, Role::is_running_text).into_iter().peekable();
        for paragraph in &wanted {
            let mut at = 0;
            while let Some(line) = lines.next_if(|line| line.line.text == *paragraph && line.line.range.start as usize == at) {
                at = line.line.range.end as usize;
            }
            prop_assert_eq!(at, paragraph.len(), "a paragraph breaks off: {}", paragraph);
        }
        prop_assert!(lines.next().is_none(), "a line is set twice");
        prop_assert!(notices.iter().all(|notice| !notice.what.contains("too wide")), "{:?}", notices);
    }

    #[test]
    fn every_line_stands_in_its_frame_and_knows_what_it_is(paragraphs in text(), theme in 0..3_usize) {
        let (_, book, _) = set(&paragraphs.join("\n\n"), theme);
        let hair = Length::pt(0.6);
        for placed in lines(&book, |_| true) {
            let node = &book.structure.nodes[placed.node];
            prop_assert!(matches!(node.kind, NodeKind::Block(_) | NodeKind::Artifact), "{:?}", node.kind);
            prop_assert!(!node.language.tag().is_empty());
            let area = book.design.text_area(book.sheets[placed.sheet].side);
            if matches!(node.kind, NodeKind::Block(_)) {
                // A spread may be a line deeper than usual.
                prop_assert!(placed.y <= area.y + area.height + book.design.leading);
                let (left, right) = (placed.x + placed.line.start, placed.x + placed.line.start + placed.line.width);
                // Signs hang into the margin by part of their width.
                let hang = book.design.body_size;
                prop_assert!(left + hang + hair >= area.x && right <= area.x + area.width + hang + hair, "{:?}", placed.line.text);
            }
        }
    }

    #[test]
    fn facing_full_pages_are_level(paragraphs in text(), theme in 0..3_usize) {
        // A long piece of such paragraphs: pages can always be made level.
        let text: Vec<String> = (0..6).flat_map(|_| paragraphs.clone()).collect();
        let (_, book, _) = set(&text.join("\n\n"), theme);
        let figures = pamphleteer::measure::figures(&book).book;
        prop_assert_eq!((figures.widows, figures.orphans, figures.off_grid, figures.overfull), (0, 0, 0, 0));
    }
}

#[test]
fn a_changed_word_gives_the_same_book_with_a_warm_cache_as_with_none() {
    let cache = Cache::new();
    let mut edition = sample("classic");
    book::typeset(&edition, &cache, &mut Notices::new());
    for word in ["indeed", "perhaps"] {
        let piece = &edition.parts[1].pieces[0];
        let markdown = piece.markdown.replacen("benches", &format!("benches {word}"), 1);
        edition.parts[1].pieces[0] = Arc::new(with_body(piece, &markdown));
        let warm = book::typeset(&edition, &cache, &mut Notices::new());
        let cold = book::typeset(&edition, &Cache::single_run(), &mut Notices::new());
        assert!(warm.sheets == cold.sheets && warm.destinations == cold.destinations, "{word}");
    }
}

/// One printed line a row: folio, word space in thousandths, words. A change of a break shows in the diff.
/// `UPDATE=1 cargo test` writes the sheets anew; read the diff before you keep it.
#[test]
fn proof_sheets_stay_as_they_were() {
    let mut changed = Vec::new();
    for theme in ["classic", "essay", "modern"] {
        let book = book::typeset(&sample(theme), &Cache::single_run(), &mut Notices::new());
        for file in ["pieces/the-price-of-a-gate.md", "pieces/ostanovka.md"] {
            let sheet = proof(&book, file);
            let name = Path::new(file).file_stem().unwrap().to_string_lossy();
            let path = Path::new("tests/proofs").join(format!("{theme}-{name}.txt"));
            if std::env::var_os("UPDATE").is_some() {
                std::fs::create_dir_all("tests/proofs").unwrap();
                std::fs::write(&path, &sheet).unwrap();
            } else if std::fs::read_to_string(&path).unwrap_or_default() != sheet {
                changed.push(path.display().to_string());
            }
        }
    }
    assert!(changed.is_empty(), "lines broke otherwise: {changed:?}");
}

fn proof(book: &Book, file: &str) -> String {
    let chapter = book.chapters.iter().find(|chapter| chapter.file == Path::new(file)).unwrap();
    let mut sheet = String::new();
    for placed in lines(book, |_| true) {
        if !(chapter.first..chapter.first + chapter.count).contains(&placed.sheet) {
            continue;
        }
        let line = &placed.line;
        let space = line.space.map_or("-".to_string(), |space| space.to_string());
        let words = &line.text[line.range.start as usize..line.range.end as usize];
        let folio = book.sheets[placed.sheet].folio;
        writeln!(sheet, "{folio:>3} {space:>5} {}", words.trim_end()).unwrap();
    }
    sheet
}

/// What stands between paragraphs, in every theme: a proof sheet each.
#[test]
fn forms_between_paragraphs_stay_as_they_were() {
    let mut changed = Vec::new();
    for (number, theme) in ["classic", "essay", "modern"].into_iter().enumerate() {
        let (_, book, notices) = set(FORMS, number);
        assert_eq!(notices.iter().count(), 0, "{notices:?}");
        let sheet = proof(&book, "pieces/a.md");
        let path = Path::new("tests/proofs").join(format!("{theme}-forms.txt"));
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &sheet).unwrap();
        } else if std::fs::read_to_string(&path).unwrap_or_default() != sheet {
            changed.push(path.display().to_string());
        }
    }
    assert!(changed.is_empty(), "lines broke otherwise: {changed:?}");
}

const FORMS: &str = "\
::: epigraph
| A door is only half a wall,
|   the other half is who will call.

— Inscription above a ferry house
:::

The ferry house at Ansel Reach has been shut since the bridge was opened, and the bridge has been shut since March. \
Between them they make a crossing of eleven miles, which the post does in a van and everybody else does in conversation.

::: pullquote
Between them they make a crossing of eleven miles.[^1]

— The ferryman
:::

Nobody planned this. Two offices, each of them careful, closed one thing each.

| Crossing | Years | Fare |
|---|--:|--:|
| ferry[^2] | 212 | 4d |
| bridge | 61 | none |

Table: What there was.[^3]

The van goes twice.

[^1]: By road, measured by the postman.
[^2]: A rope ferry until 1904.
[^3]: From the minutes of the parish.
";

#[test]
fn a_pull_quote_stays_whole_and_the_text_below_it_on_the_grid() {
    let words =
        "The meeting was long, and of those who came to it nobody could say afterwards what for. ".repeat(5);
    for theme in 0..3 {
        for before in 4..11 {
            let pulled =
                "Nobody could say afterwards what it had been for, and nobody would have wanted to. "
                    .repeat(3);
            let before = vec![words.as_str(); before].join("\n\n");
            let text = format!("{before}\n\n::: pullquote\n{pulled}\n:::\n\n{words}\n\n{words}\n\n{words}");
            let (_, book, _) = set(&text, theme);
            let quote = lines(&book, |role| role == Role::PullQuote);
            assert!(
                quote.len() >= 4 && quote.iter().all(|line| line.sheet == quote[0].sheet),
                "{}",
                quote.len()
            );
            let figures = pamphleteer::measure::figures(&book).book;
            assert_eq!((figures.off_grid, figures.widows, figures.orphans), (0, 0, 0));
            // Nothing of it is lost, and nothing stands twice.
            let set: String = quote
                .iter()
                .map(|l| &l.line.text[l.line.range.start as usize..l.line.range.end as usize])
                .collect();
            assert_eq!(
                set.split_whitespace().collect::<Vec<_>>(),
                pulled.split_whitespace().collect::<Vec<_>>()
            );
        }
    }
}

#[test]
fn stanzas_stay_parted_in_a_quotation_too() {
    for before in ["", "> "] {
        let text = format!("Here.\n\n{before}| one\n{before}| two\n{before}|\n{before}| three\n\nThere.");
        let (_, book, _) = set(&text, 0);
        let y: Vec<Length> = lines(&book, |role| role == Role::Verse).iter().map(|line| line.y).collect();
        assert_eq!([y[1] - y[0], y[2] - y[1]], [book.design.leading, book.design.leading * 2], "{before:?}");
    }
}

#[test]
fn an_epigraph_stands_above_the_first_paragraph_which_keeps_its_initial() {
    let text = "::: epigraph\nBegin.\n\n— Anon.\n:::\n\n".to_string()
        + &"Alone among its neighbours the town has kept its benches, and nobody can say why it did. "
            .repeat(4);
    let (mut edition, _, _) = set(&text, 0);
    edition.design.drop_caps = Some(2);
    let book = book::typeset(&edition, &Cache::single_run(), &mut Notices::new());
    let epigraph = lines(&book, |role| matches!(role, Role::Epigraph | Role::EpigraphAttribution));
    assert_eq!(epigraph.iter().map(|line| &*line.line.text).collect::<Vec<_>>(), ["Begin.", "— Anon."]);
    let body = lines(&book, Role::is_running_text);
    assert!(body[0].y > epigraph[1].y + book.design.leading && body[0].sheet == epigraph[1].sheet);
    assert!(body[0].line.runs[0].size > book.design.body_size, "no initial");
}

struct Placed {
    sheet: usize,
    x: Length,
    y: Length,
    node: usize,
    line: Arc<Line>,
}

/// The lines of a book whose role is wanted, in reading order; running heads and folios have none.
fn lines(book: &Book, wanted: impl Fn(Role) -> bool) -> Vec<Placed> {
    let mut out = Vec::new();
    for (sheet, page) in book.sheets.iter().enumerate() {
        for item in &page.items {
            let Item::Line { at, line, node } = item else { continue };
            let node = node.0 as usize;
            let role = match book.structure.nodes[node].kind {
                NodeKind::Block(role) => role,
                _ => Role::RunningHead,
            };
            if wanted(role) {
                out.push(Placed { sheet, x: at.x, y: at.y, node, line: line.clone() });
            }
        }
    }
    out
}

fn words(block: &Block) -> Option<Arc<str>> {
    match block {
        Block::Paragraph(paragraph) => Some(paragraph.text.clone()),
        _ => None,
    }
}

/// Paragraphs of words in two scripts, some of them long, with the signs that hang.
fn text() -> impl Strategy<Value = Vec<String>> {
    let word = prop_oneof![
        8 => "[a-z]{1,11}",
        2 => "[A-Z][a-z]{2,14}[,.;:!?]",
        2 => "[а-я]{2,13}",
        1 => "“[a-z]{3,9}”",
        1 => "[a-z]{4,9}-[a-z]{4,9}",
    ];
    let paragraph = prop::collection::vec(word, 12..140).prop_map(|words| format!("So {}", words.join(" ")));
    prop::collection::vec(paragraph, 2..9)
}

fn set(markdown: &str, theme: usize) -> (Edition, Book, Notices) {
    let piece = Piece {
        file: "pieces/a.md".into(),
        title: Paragraph::plain("A piece"),
        include: true,
        ..Piece::default()
    };
    let mut edition = Edition {
        title: "A book".into(),
        parts: vec![Part { pieces: vec![Arc::new(with_body(&piece, markdown))], ..Part::default() }],
        ..Edition::default()
    };
    edition.design.theme = Some(["classic", "essay", "modern"][theme].into());
    let mut notices = Notices::new();
    let book = book::typeset(&edition, &Cache::single_run(), &mut notices);
    (edition, book, notices)
}

fn sample(theme: &str) -> Edition {
    let mut edition = folder::load(common::SAMPLE.as_ref(), &mut Notices::new()).unwrap();
    edition.design.theme = Some(theme.into());
    edition
}

fn with_body(piece: &Piece, markdown: &str) -> Piece {
    let context = Context { file: &piece.file, ..Context::default() };
    Piece {
        body: markdown::read(markdown, &context, &mut Notices::new()),
        markdown: markdown.into(),
        ..piece.clone()
    }
}

#[test]
fn an_initial_is_some_lines_high_and_the_lines_beside_it_make_room() {
    let text =
        "Alone among its neighbours the town has kept its benches, and nobody can say why it did. ".repeat(4);
    let (edition, _, _) = set(&text, 0);
    for lines in [2_u8, 3] {
        let mut edition = edition.clone();
        edition.design.drop_caps = Some(lines);
        let book = book::typeset(&edition, &Cache::single_run(), &mut Notices::new());
        let placed = self::lines(&book, Role::is_running_text);
        let (first, second) = (&placed[0], &placed[1]);
        let letter = &first.line.runs[0];
        assert_eq!(&first.line.text[letter.range.start as usize..letter.range.end as usize], "A");
        // It stands on the baseline of its last line, and reaches as high as a capital of the first.
        assert_eq!(first.y - letter.rise, first.y + book.design.leading * (i32::from(lines) - 1));
        let face = &letter.face;
        let capital = |size: Length| size.scale(f64::from(face.cap_height) / f64::from(face.units_per_em));
        let height = capital(letter.size) - capital(book.design.body_size);
        assert!((height + letter.rise).0.abs() < 64, "{height} {}", letter.rise);
        assert!(second.line.start > Length::pt(10.0), "no room is made");
        assert!(placed[usize::from(lines)].line.start < Length::pt(1.0), "too much room is made");
    }
}

#[test]
fn a_paragraph_too_short_for_an_initial_has_none() {
    for text in
        ["Short.", "1848 was a year of many long and loud revolutions, all over Europe. It was the year."]
    {
        let (mut edition, _, _) = set(text, 0);
        edition.design.drop_caps = Some(3);
        let book = book::typeset(&edition, &Cache::single_run(), &mut Notices::new());
        let body = book.design.body_size;
        assert!(
            lines(&book, Role::is_running_text).iter().all(|l| l
                .line
                .runs
                .iter()
                .all(|run| run.size == body))
        );
    }
}

#[test]
fn notes_at_the_end_stand_behind_the_text_and_are_linked_both_ways() {
    let (mut edition, foot, _) = set("One.[^1]\n\nTwo.[^2]\n\n[^1]: First note.\n\n[^2]: Second note.\n", 0);
    edition.design.notes = Some(NotesPlace::End);
    let end = book::typeset(&edition, &Cache::single_run(), &mut Notices::new());
    let words = |book: &Book| -> Vec<String> {
        lines(book, |role| role.is_running_text() || role == Role::Footnote)
            .iter()
            .map(|l| l.line.text.to_string())
            .collect()
    };
    assert_eq!(words(&end), ["One.1", "Two.2", "1\u{2002}First note.", "2\u{2002}Second note."]);
    assert_eq!(words(&end), words(&foot));
    let last = |book: &Book| lines(book, |role| role == Role::Footnote).last().unwrap().y;
    assert!(last(&end) < last(&foot), "the notes stand at the foot all the same");
    let names = |book: &Book| -> BTreeSet<Arc<str>> {
        book.destinations.iter().map(|place| place.name.clone()).collect()
    };
    assert_eq!(names(&end), names(&foot));
    let links = |book: &Book| -> usize { book.sheets.iter().map(|sheet| sheet.links.len()).sum() };
    assert_eq!(links(&end), links(&foot));
}

#[test]
fn notes_of_the_book_stand_at_its_back_under_titles_and_are_linked_both_ways() {
    let text = "One.[^1] *See* two.[^2]\n\n## Here {#here}\n\nThree.\n\n[^1]: First, but see [here](#here).\n\n[^2]: Second note.\n";
    let (mut edition, _, _) = set(text, 0);
    let second = Piece {
        file: "pieces/b.md".into(),
        title: Paragraph::plain("B piece"),
        ..(*edition.parts[0].pieces[0]).clone()
    };
    edition.parts[0].pieces.push(Arc::new(second));
    edition.design.notes = Some(NotesPlace::Book);
    let mut notices = Notices::new();
    let book = book::typeset(&edition, &Cache::single_run(), &mut notices);
    assert_eq!(notices.iter().count(), 0, "{notices:?}");
    let notes = book.chapters.iter().find(|chapter| chapter.file == Path::new("notes")).unwrap();
    let back = notes.first..notes.first + notes.count;
    let said = |wanted: Role| -> Vec<String> {
        let there = lines(&book, |role| role == wanted).into_iter().filter(|line| back.contains(&line.sheet));
        there.map(|line| line.line.text.to_string()).collect()
    };
    assert_eq!(said(Role::Heading(2)), ["A piece", "B piece"]);
    assert_eq!(said(Role::Footnote), ["1\u{2002}First, but see here.", "2\u{2002}Second note."].repeat(2));
    assert!(lines(&book, |role| role == Role::Footnote).iter().all(|line| back.contains(&line.sheet)));
    // From every mark to its note and back, and from a note into its piece.
    let place =
        |name: &str| book.destinations.iter().find(|place| *place.name == *name).map(|place| place.sheet);
    let links: Vec<(usize, String)> = book
        .sheets
        .iter()
        .enumerate()
        .flat_map(|(sheet, page)| page.links.iter().map(move |link| (sheet, format!("{:?}", link.target))))
        .collect();
    for piece in ["piece-1", "piece-2"] {
        let home = place(piece).unwrap();
        for (name, from_back) in
            [("note-1", false), ("note-2", false), ("mark-1", true), ("mark-2", true), ("id-here", true)]
        {
            let target = format!("{piece}-{name}");
            let sheet = place(&target).unwrap_or_else(|| panic!("{target} is no place"));
            assert_eq!(back.contains(&sheet), !from_back, "{target}");
            let wanted = format!("Place(\"{target}\")");
            assert!(
                links
                    .iter()
                    .any(|(at, link)| *link == wanted
                        && if from_back { back.contains(at) } else { *at == home }),
                "{wanted}"
            );
        }
    }
    assert!(book.outline.iter().any(|mark| mark.title == "Notes"));
    assert!(lines(&book, |role| role == Role::ContentsEntry).iter().any(|line| &*line.line.text == "Notes"));
}
