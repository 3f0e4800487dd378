//! Proofs for authors and their sign-off: what is on the sheets, what makes a sign-off stale, what the commands do.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

mod common;

use common::{Desk, SAMPLE, copy, typeset};
use pamphleteer::book::Book;
use pamphleteer::book::proof::{Order, Press, Proof};
use pamphleteer::book::sheet::{Folio, Item, NodeKind, Sheet};
use pamphleteer::design::trim::Trim;
use pamphleteer::edition::sign_off::Standing;
use pamphleteer::edition::{Edition, folder};
use pamphleteer::notice::{Notices, Weight};
use pamphleteer::output::proofs::{self, By};
use pamphleteer::text::line::Line;
use std::path::{Path, PathBuf};
use std::sync::Arc;

fn pull(edition: &Edition, book: &Book, files: &[&str], paper: Trim) -> Proof {
    let order = Order {
        pieces: files.iter().map(PathBuf::from).collect(),
        reader: None,
        paper,
        date: Some("2026-03-01".into()),
    };
    Press::new(edition, book).pull(&order)
}

/// The lines of a sheet with their places, those of heads and numbers too.
fn lines(sheet: &Sheet) -> Vec<(f64, f64, Arc<Line>, bool)> {
    lines_in(sheet, None)
}

fn lines_in(sheet: &Sheet, book: Option<&Book>) -> Vec<(f64, f64, Arc<Line>, bool)> {
    let lines = sheet.items.iter().filter_map(|item| match item {
        Item::Line { at, line, node } => {
            let is_mark = book.is_some_and(|book| book.structure.node(*node).kind == NodeKind::Artifact);
            Some((at.x.to_pt(), at.y.to_pt(), line.clone(), is_mark))
        }
        _ => None,
    });
    lines.collect()
}

fn words(line: &Line) -> &str {
    line.text[line.range.start as usize..line.range.end as usize].trim()
}

/// All words of a sheet, line by line.
fn text(sheet: &Sheet) -> String {
    lines(sheet).iter().map(|(_, _, line, _)| words(line).to_string()).collect::<Vec<_>>().join("\n")
}

/// What the proof itself says on a sheet: heads and numbers, not the page.
fn marks<'p>(proof: &'p Proof, sheet: &'p Sheet, page: &Sheet) -> Vec<(f64, f64, Arc<Line>)> {
    let on_page: Vec<Arc<Line>> = lines(page).into_iter().map(|(_, _, line, _)| line).collect();
    let all = lines_in(sheet, Some(&proof.book)).into_iter();
    let own = all.filter(|(_, _, line, _)| !on_page.iter().any(|known| Arc::ptr_eq(known, line)));
    own.map(|(x, y, line, _)| (x, y, line)).collect()
}

#[test]
fn the_sheets_of_a_proof_hold_the_very_lines_of_the_book() {
    let (edition, book, _) = typeset(Path::new(SAMPLE));
    for chapter in book.chapters.iter().filter(|chapter| edition.piece(&chapter.file).is_some()) {
        let file = chapter.file.to_str().unwrap();
        let proof = pull(&edition, &book, &[file], Trim::A4);
        assert_eq!(proof.book.sheets.len(), chapter.count + 1, "{file}: its pages and one sheet to sign");
        for (number, sheet) in proof.book.sheets.iter().take(chapter.count).enumerate() {
            let page = &book.sheets[chapter.first + number];
            assert_eq!((sheet.side, sheet.folio), (page.side, page.folio));
            let (there, here) = (lines(page), lines(sheet));
            let by = (here[0].0 - there[0].0, here[0].1 - there[0].1);
            for (one, two) in there.iter().zip(&here) {
                assert!(Arc::ptr_eq(&one.2, &two.2), "{file}: set anew: {}", words(&two.2));
                let moved = (two.0 - one.0, two.1 - one.1);
                assert!((moved.0 - by.0).abs() < 0.01 && (moved.1 - by.1).abs() < 0.01, "{file}");
            }
            for (x, y, line, _) in &here {
                assert!(*x >= 0.0 && x + line.width.to_pt() <= 595.5, "{file}: {}", words(line));
                assert!(*y > 0.0 && *y < 842.0);
            }
        }
    }
}

#[test]
fn every_fifth_line_of_a_page_has_its_number_beside_it_at_the_outer_edge() {
    let (edition, book, _) = typeset(Path::new(SAMPLE));
    let chapter =
        book.chapters.iter().find(|chapter| chapter.file.ends_with("one-sheet-of-paper.md")).unwrap();
    let proof = pull(&edition, &book, &["pieces/one-sheet-of-paper.md"], Trim::A4);
    let mut seen = 0;
    for number in 0..chapter.count {
        let (page, sheet) = (&book.sheets[chapter.first + number], &proof.book.sheets[number]);
        // Lines of text by their baselines, tables apart.
        let mut baselines: Vec<f64> = sheet
            .items
            .iter()
            .filter_map(|item| match item {
                Item::Line { at, node, .. } => match proof.book.structure.node(*node).kind {
                    NodeKind::Block(role) => {
                        use pamphleteer::design::Role;
                        let counts = !matches!(
                            role,
                            Role::TableCell | Role::TableHead | Role::ListLabel | Role::Ornament
                        );
                        counts.then(|| at.y.to_pt())
                    }
                    _ => None,
                },
                _ => None,
            })
            .collect();
        baselines.sort_by(f64::total_cmp);
        baselines.dedup_by(|a, b| (*a - *b).abs() < 0.01);
        let numbers: Vec<_> = marks(&proof, sheet, page)
            .into_iter()
            .filter_map(|(x, y, line)| Some((x, y, words(&line).parse::<usize>().ok()?)))
            .collect();
        assert_eq!(numbers.len(), baselines.len() / 5, "page {number}");
        for (index, (x, y, said)) in numbers.iter().enumerate() {
            assert_eq!(*said, (index + 1) * 5);
            assert!((baselines[said - 1] - y).abs() < 0.01, "number {said} stands beside its line");
            // A right-hand page has its margin at the right.
            let middle = lines(page)[0].0;
            assert_eq!(number % 2 == 0, *x > middle + 200.0, "page {number}: {x}");
            seen += 1;
        }
    }
    assert!(seen >= 8);
    // A table counts no line: the caption's two are the first of the page, the text below goes on with the third.
    assert!(text(&proof.book.sheets[1]).contains("page 16, line 7"), "the sheet says how lines are counted");
}

#[test]
fn a_sheet_says_whose_it_is_and_the_last_one_what_is_signed() {
    let (edition, book, _) = typeset(Path::new(SAMPLE));
    let proof = pull(&edition, &book, &["pieces/benches.md"], Trim::LETTER);
    let sheets = &proof.book.sheets;
    let said = text(&sheets[0]);
    for part in
        ["Proof", "The Kitchen Chair", "Orla Penhallow", "1 March 2026", "sheet 1 of 3", "page 3, line 7"]
    {
        assert!(said.contains(part), "{part}: {said}");
    }
    let last = text(&sheets[2]);
    let piece = edition.piece(Path::new("pieces/benches.md")).unwrap();
    let print = edition.fingerprint(piece).to_string();
    for part in [
        "Benches",
        "3–4 (2)",
        "552",
        &print,
        "Orla Penhallow kept a hardware shop",
        "The views expressed in this piece",
        "The Wendbury Courant",
        "I agree that the piece is printed as it stands.",
        "with the corrections marked",
        "new proof",
        "Signature",
        "Weirhouse Editions, ",
        "sheet 3 of 3",
    ] {
        assert!(last.replace(['\u{2068}', '\u{2069}'], "").contains(part), "{part}: {last}");
    }
    assert_eq!(sheets[2].folio, Folio::Roman(1));
}

#[test]
fn without_a_date_none_is_printed_and_other_words_are_printed_as_they_are() {
    let (edition, book, _) = typeset(Path::new(SAMPLE));
    let press = Press::new(&edition, &book);
    let order = |date: Option<&str>| Order {
        pieces: vec!["pieces/benches.md".into()],
        reader: None,
        paper: Trim::A4,
        date: date.map(str::to_string),
    };
    let said = |date| press.pull(&order(date)).book.sheets.iter().map(text).collect::<String>();
    assert!(!said(None).contains("2026") && !said(None).contains("Date of proof"));
    assert!(said(Some("second proof")).contains("second proof"));
}

#[test]
fn pages_too_large_for_the_paper_are_drawn_smaller_and_say_so() {
    let desk = Desk::with_sample("theme = \"modern\"\ntrim = \"a4\"");
    let (edition, book, _) = typeset(&desk.path("edition"));
    let proof = pull(&edition, &book, &["pieces/one-sheet-of-paper.md"], Trim::A4);
    let chapter =
        book.chapters.iter().find(|chapter| chapter.file.ends_with("one-sheet-of-paper.md")).unwrap();
    let (page, sheet) = (&book.sheets[chapter.first], &proof.book.sheets[0]);
    assert!(text(sheet).contains("reduced to 85 %"), "{}", text(sheet));
    for (one, two) in lines(page).iter().zip(lines(sheet)) {
        assert_eq!(words(&one.2), words(&two.2));
        let ratio = two.2.width.to_pt() / one.2.width.to_pt();
        assert!((ratio - 0.85).abs() < 0.002, "{ratio}");
        assert!(two.0 + two.2.width.to_pt() < 596.0);
    }
}

#[test]
fn a_proof_of_an_urdu_edition_is_turned_round() {
    let (edition, book, _) = typeset(Path::new("tests/editions/urdu"));
    let proof = pull(&edition, &book, &["pieces/bench.md"], Trim::A4);
    let (page, sheet) = (
        &book.sheets[book.chapters.iter().find(|c| c.file.ends_with("bench.md")).unwrap().first],
        &proof.book.sheets[0],
    );
    let marks = marks(&proof, sheet, page);
    let five =
        marks.iter().find(|(_, _, line)| words(line) == "۵").expect("a number in the figures of the book");
    // The right-hand page of a book bound on the right has its fold at the right.
    let leftmost = lines(page).iter().map(|(x, ..)| *x).fold(f64::MAX, f64::min);
    let shift = lines(sheet)[0].0 - lines(page)[0].0;
    assert!(five.0 < leftmost + shift, "the numbers stand at the left, where the page is cut");
    let said = text(proof.book.sheets.last().unwrap());
    assert!(said.contains("منظوری برائے اشاعت") && said.contains("نادیہ قریشی"), "{said}");
    let planned = proofs::plan(&edition, By::Piece);
    assert!(planned.iter().any(|one| one.stem == "نادیہ-قریشی-بینچ-کہاں-گئے"), "{planned:?}");
}

#[test]
fn notes_at_the_end_of_the_book_and_pieces_that_run_on_are_in_their_proofs() {
    let desk =
        Desk::with_sample("theme = \"classic\"\ntrim = \"6x9in\"\nnotes = \"book\"\nopener = \"run-on\"");
    let (edition, book, notices) = typeset(&desk.path("edition"));
    let proof = pull(&edition, &book, &["pieces/hedges.md"], Trim::A4);
    let said: String = proof.book.sheets.iter().map(text).collect::<Vec<_>>().join("\n");
    let note = edition.piece(Path::new("pieces/hedges.md")).unwrap().body.notes[0].blocks[0].plain();
    let start: String = note.chars().take(30).collect();
    assert!(said.contains(start.split_whitespace().next().unwrap()), "{start}: {notices:?}");
    let chapter = book.chapters.iter().find(|chapter| chapter.file.ends_with("hedges.md")).unwrap();
    assert!(proof.book.sheets.len() > chapter.count + 1, "the sheet of the notes is there");
    // Only lines of the piece have numbers, counted from the top of the page.
    let pdf = pamphleteer::output::pdf::write(&proof.book, &proof.edition, &mut Notices::new()).unwrap();
    assert!(pdf.starts_with(b"%PDF-1.7"));
}

#[test]
fn authors_have_their_pieces_and_co_authors_each_have_the_common_one() {
    let (edition, book, _) = typeset(Path::new(SAMPLE));
    let planned = proofs::plan(&edition, By::Author);
    let of = |name: &str| planned.iter().find(|one| one.stem == name).unwrap();
    assert_eq!(of("orla-penhallow").pieces.len(), 2);
    let common = Path::new("pieces/who-mends-the-mending-fund.md");
    for name in ["adaeze-winterbourne", "tobias-marchbank"] {
        assert!(of(name).pieces.iter().any(|file| file == common), "{name}");
    }
    let tobias = of("tobias-marchbank");
    let order =
        Order { pieces: tobias.pieces.clone(), reader: tobias.reader.clone(), paper: Trim::A4, date: None };
    let proof = Press::new(&edition, &book).pull(&order);
    let signed: Vec<String> =
        proof.book.sheets.iter().map(text).filter(|said| said.contains("Signature")).collect();
    assert_eq!(signed.len(), 2, "each piece is signed by itself");
    assert!(signed[1].contains("Adaeze Winterbourne and Tobias Marchbank"));
    let alone = pull(&edition, &book, &[common.to_str().unwrap()], Trim::A4);
    let last = text(alone.book.sheets.last().unwrap());
    assert_eq!(last.matches("Signature").count(), 2, "both sign the proof of the piece: {last}");
}

#[test]
fn no_two_proofs_have_one_file_and_a_proof_has_the_same_bytes_alone() {
    let desk = Desk::with_edition();
    for file in ["a", "b"] {
        desk.write(
            &format!("edition/pieces/{file}.md"),
            format!("---\ntitle: \"A View?\"\nauthor: Ann Lee\n---\nWords {file}.\n"),
        );
    }
    let said = desk.run(&["proof", "edition"]);
    assert_eq!(said.code, 0, "{said:?}");
    let all = [
        desk.bytes("edition/out/proofs/ann-lee-a-view.pdf"),
        desk.bytes("edition/out/proofs/ann-lee-a-view-2.pdf"),
    ];
    let said = desk.run(&["proof", "edition", "--piece", "b", "--out", "alone"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!(desk.bytes("alone/ann-lee-a-view-2.pdf"), all[1]);
    assert!(!desk.path("alone/ann-lee-a-view.pdf").exists());
    let pdf = lopdf::Document::load_mem(&all[1]).unwrap();
    assert_eq!(pdf.get_pages().len(), 2);
}

#[test]
fn the_command_says_what_it_wrote_and_how_things_stand() {
    let desk = Desk::with_edition();
    let said = desk.run(&["sign", "edition", "a.md", "--date", "2026-03-02"]);
    assert_eq!((said.code, said.out.as_str()), (0, "pieces/a.md: signed by Ann Lee\n"));
    assert!(desk.text("edition/pieces/a.md").contains("signed: { by: \"Ann Lee\", date: 2026-03-02, text: "));
    assert!(!desk.path("edition/contributors.toml").exists());
    let report = |desk: &Desk| desk.run(&["proof", "edition", "--out", "out", "--json"]).json().remove(0);
    let json = report(&desk);
    let states = |json: &serde_json::Value| -> Vec<String> {
        json["pieces"]
            .as_array()
            .unwrap()
            .iter()
            .map(|piece| piece["state"].as_str().unwrap().into())
            .collect()
    };
    assert_eq!(states(&json), ["signed", "not signed"]);
    assert_eq!(json["proofs"][0]["file"], "out/ann-lee-a-view.pdf");
    assert_eq!(
        (&json["pieces"][0]["by"], &json["pieces"][0]["date"]),
        (&"Ann Lee".into(), &"2026-03-02".into())
    );
    assert_eq!(json["pieces"][0]["text"], json["pieces"][0]["signed_text"]);
    let piece = desk.text("edition/pieces/a.md");
    desk.write("edition/pieces/a.md", piece.replace("All is well", "All is very well"));
    assert_eq!(states(&report(&desk)), ["stale", "not signed"]);
    let said = desk.run(&["check", "edition"]);
    assert!(
        said.out.contains("signed off by Ann Lee on 2026-03-02, but the text has changed since"),
        "{said:?}"
    );
    let said = desk.run(&["proof", "edition", "--status"]);
    let stale = "pieces/a.md: signed by Ann Lee on 2026-03-02, but the text has changed since\n";
    assert_eq!(said.out, format!("{stale}pieces/b.md: not signed\n"));
    assert_eq!(desk.run(&["sign", "edition", "A View", "--take-back"]).code, 0);
    assert_eq!(
        desk.text("edition/pieces/a.md"),
        "---\ntitle: A View\nauthors: [Ann Lee]\n---\nAll is very well.\n"
    );
}

#[test]
fn a_sheet_that_was_signed_for_another_text_is_stale_at_once() {
    let desk = Desk::with_edition();
    assert_eq!(desk.run(&["sign", "edition", "a", "--text", "1F9A 03BC"]).code, 0);
    assert!(desk.text("edition/pieces/a.md").contains("text: \"1f9a03bc\""));
    assert!(desk.run(&["proof", "edition", "--status"]).out.contains("has changed since"));
}

#[test]
fn authors_and_pieces_that_are_not_there_are_errors_that_say_what_comes_near() {
    let desk = Desk::with_edition();
    for (arguments, code, part) in [
        (["--author", "Ann Leigh"], 1, "“Ann Lee” (ann-lee)"),
        (["--author", "Nobody"], 1, "its authors are"),
        (["--piece", "pieces/c.md"], 1, "no piece is called “pieces/c.md”"),
        (["--paper", "large"], 2, "no page size"),
        (["--by", "town"], 2, "author"),
    ] {
        let said = desk.run(&["proof", "edition", arguments[0], arguments[1]]);
        assert!(said.code == code && said.err.contains(part), "{arguments:?}: {said:?}");
    }
    for name in ["ann lee", "LEE, ANN", "ann-lee"] {
        let said = desk.run(&["proof", "edition", "--author", name, "--out", "out"]);
        assert!(
            said.code == 0 && said.out.starts_with("out/ann-lee-a-view.pdf\npieces/a.md"),
            "{name}: {said:?}"
        );
    }
    for (arguments, code) in [(["--date", "yesterday"], 2), (["--text", "abc"], 2)] {
        assert_eq!(
            desk.run(&["sign", "edition", "a", arguments[0], arguments[1]]).code,
            code,
            "{arguments:?}"
        );
    }
    assert_eq!(desk.run(&["sign", "edition", "nothing"]).code, 1);
    assert!(!desk.text("edition/pieces/a.md").contains("signed"));
}

#[test]
fn what_cannot_be_written_is_an_error_and_leaves_what_is_there() {
    let desk = Desk::with_edition();
    desk.write("out/ann-lee-a-view.pdf/inside", "older");
    let said = desk.run(&["proof", "edition", "--out", "out"]);
    assert!(said.code == 1 && said.err.contains("something that is no file has this name"), "{said:?}");
    assert_eq!(desk.text("out/ann-lee-a-view.pdf/inside"), "older");
}

/// The sample with other words in a file.
fn with(file: &str, change: impl Fn(String) -> String) -> Edition {
    let desk = Desk::new();
    copy(Path::new(SAMPLE), &desk.path("edition"));
    desk.write(&format!("edition/{file}"), change(desk.text(&format!("edition/{file}"))));
    folder::load(&desk.path("edition"), &mut Notices::new()).unwrap()
}

fn print(edition: &Edition, file: &str) -> String {
    edition.fingerprint(edition.piece(Path::new(file)).unwrap()).to_string()
}

#[test]
fn a_fingerprint_follows_the_words_and_nothing_else() {
    const FILE: &str = "pieces/benches.md";
    let plain = folder::load(Path::new(SAMPLE), &mut Notices::new()).unwrap();
    let known = print(&plain, FILE);
    // Written down once: sign-offs of editions on disks must not go stale with a new version of the program.
    assert_eq!(known, "bd4d330c");
    let replaced = |from: &'static str, to: &'static str| {
        move |text: String| {
            assert!(text.contains(from), "{from}");
            text.replacen(from, to, 1)
        }
    };
    let same: [(&str, &str, &str); 7] = [
        (
            "edition.toml",
            "  \"pieces/benches.md\",\n  \"pieces/what-the-leak-knows.md\",",
            "  \"pieces/what-the-leak-knows.md\",\n  \"pieces/benches.md\",",
        ),
        (
            "edition.toml",
            "theme = \"classic\"",
            "theme = \"modern\"\nquotes = \"as typed\"\nbody_size = \"13pt\"",
        ),
        ("edition.toml", "title = \"The Kitchen Chair\"", "title = \"Other\""),
        (FILE, "It was done on a Tuesday", "It was done\non  a Tuesday"),
        (
            FILE,
            "“reached the end of their serviceable life”",
            "\"reached the end of their serviceable life\"",
        ),
        (FILE, "benches. It", "benches. [It]{.index}"),
        (FILE, "kicker:", "copyfit: close\nunknown: 7\npermission: granted\nkicker:"),
    ];
    for (file, from, to) in same {
        assert_eq!(print(&with(file, replaced(from, to)), FILE), known, "{to}");
    }
    let others = [
        (FILE, "eleven benches", "twelve benches"),
        (FILE, "It was done", "It *was* done"),
        (FILE, "title: \"Benches\"", "title: \"Seats\""),
        (FILE, "kicker: \"City life\"", "kicker: \"Cities\""),
        (FILE, "date: 2025-04-14\ncredit", "date: 2025-04-15\ncredit"),
        (FILE, "The Wendbury Courant", "The Wendbury Crier"),
        (FILE, "kicker:", "author_note: \"She sits.\"\nkicker:"),
        ("contributors.toml", "name = \"Orla Penhallow\"", "name = \"O. Penhallow\""),
        ("contributors.toml", "short_note = \"Orla Penhallow kept", "short_note = \"Orla Penhallow ran"),
        (
            "contributors.toml",
            "name = \"Orla Penhallow\"",
            "name = \"Orla Penhallow\"\nemail = \"o@example.org\"\nprint = [\"email\"]",
        ),
        ("edition.toml", "expressed in this piece", "expressed here"),
        ("edition.toml", "name = \"Weirhouse Editions\"", "name = \"Weirhouse\""),
    ];
    for (file, from, to) in others {
        assert_ne!(print(&with(file, replaced(from, to)), FILE), known, "{to}");
    }
}

#[test]
fn emphasis_written_otherwise_prints_the_same() {
    let print_of = |body: &str| {
        let desk = Desk::with_edition();
        desk.write("edition/pieces/a.md", format!("---\ntitle: A View\n---\n{body}\n"));
        print(&folder::load(&desk.path("edition"), &mut Notices::new()).unwrap(), "pieces/a.md")
    };
    assert_eq!(print_of("All *is well* here."), print_of("All _is well_\nhere."));
    assert_eq!(print_of("All *is*\u{a0}well."), print_of("All *is* well."));
    assert_eq!(print_of("Caf\u{e9}."), print_of("Cafe\u{301}."));
    assert_ne!(print_of("One.\n\nTwo."), print_of("One. Two."));
    assert_ne!(print_of("- One\n- Two"), print_of("One\n\nTwo"));
}

/// The edition of a piece with this line in its front matter, and what was said.
fn signed(line: &str) -> (Desk, Edition, Notices) {
    let desk = Desk::with_edition();
    desk.write(
        "edition/pieces/a.md",
        format!("---\ntitle: A View\nauthors: [Ann Lee]\n{line}\n---\nAll is well.\n"),
    );
    let mut notices = Notices::new();
    let edition = folder::load(&desk.path("edition"), &mut notices).unwrap();
    (desk, edition, notices)
}

#[test]
fn what_is_wrong_in_a_sign_off_is_said_with_its_line_and_kept_on_saving() {
    for (line, weight, part, standing) in [
        ("signed: { by: Ann, date: 2026-03-02 }", Weight::Doubt, "not said which text", Standing::Unsaid),
        ("signed: Ann", Weight::Doubt, "not said which text", Standing::Unsaid),
        ("signed: { by: Ann, text: 12 }", Weight::Doubt, "“12” is no fingerprint", Standing::Unsaid),
        (
            "signed: { by: Ann, date: soon, text: 1f9a03bc }",
            Weight::Fault,
            "“soon” is no date",
            Standing::Stale,
        ),
        ("signed: { date: 2026-03-02 }", Weight::Fault, "does not say by whom", Standing::Open),
        ("signed: true", Weight::Fault, "does not say by whom", Standing::Open),
        ("signed: { by: Ann, txt: 1f9a03bc }", Weight::Doubt, "“txt” means nothing", Standing::Unsaid),
    ] {
        let (desk, mut edition, notices) = signed(line);
        let found = notices.iter().find(|notice| notice.what.contains(part));
        let found = found.unwrap_or_else(|| panic!("{line}: {notices:?}"));
        assert_eq!((found.weight, found.place.line), (weight, Some(4)), "{line}");
        assert!(!found.hint.is_empty(), "{line}");
        assert_eq!(edition.standing(edition.piece(Path::new("pieces/a.md")).unwrap()), standing, "{line}");
        edition.title = "Other".into();
        folder::save(&edition, &desk.path("edition")).unwrap();
        assert!(desk.text("edition/pieces/a.md").contains(line), "{line} is kept");
    }
}

#[test]
fn signing_again_keeps_comments_and_keys_of_others() {
    let (desk, ..) = signed("signed: { by: Ann, via: post, text: 1f9a03bc } # by mail\n# a remark\nmine: 3");
    assert_eq!(desk.run(&["sign", "edition", "a", "--by", "Ann Lee", "--date", "2026-03-05"]).code, 0);
    let text = desk.text("edition/pieces/a.md");
    for part in ["by: \"Ann Lee\", date: 2026-03-05, text: ", ", via: post }", "# a remark\nmine: 3\n"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let mut notices = Notices::new();
    let edition = folder::load(&desk.path("edition"), &mut notices).unwrap();
    assert_eq!(edition.standing(edition.piece(Path::new("pieces/a.md")).unwrap()), Standing::Signed);
}
