//! Credits and permissions: read from the files and written back, told on the board, printed, and asked for.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

mod common;

use common::{Desk, pages_of};
use pamphleteer::book::sheet::{Item, Target};
use pamphleteer::book::{self, Book, cache::Cache};
use pamphleteer::check::{self, board::Standing};
use pamphleteer::edition::change::Change;
use pamphleteer::edition::folder;
use pamphleteer::edition::language::Language;
use pamphleteer::edition::permission::licence::Licence;
use pamphleteer::edition::permission::{Permission, State};
use pamphleteer::edition::piece::{Changes, Credit, Piece};
use pamphleteer::edition::piece_field::PieceField;
use pamphleteer::edition::text::{Paragraph, Text};
use pamphleteer::edition::words::rights::RightsWords;
use pamphleteer::edition::{Edition, Part};
use pamphleteer::notice::Notices;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const FIRST: &str = "title: Nineteen Minutes\nauthors: [Ann Lee]";

/// An edition of pieces with this front matter, `pieces/1.md` and so on.
fn desk(pieces: &[&str]) -> Desk {
    let desk = Desk::new();
    let files: Vec<String> = (1..=pieces.len()).map(|number| format!("\"pieces/{number}.md\"")).collect();
    desk.write(
        "edition/edition.toml",
        format!("title = \"Stops\"\nlanguage = \"en\"\npieces = [{}]\n", files.join(", ")),
    );
    for (index, front) in pieces.iter().enumerate() {
        let body = format!("The bus was late for the {index}. time, and the bench was cold.");
        desk.write(&format!("edition/pieces/{}.md", index + 1), format!("---\n{front}\n---\n{body}\n"));
    }
    desk
}

/// Six pieces whose permissions stand in six ways, one that is silent, and one that is left out.
fn six_states() -> Desk {
    let desk = desk(&[
        "title: Nineteen Minutes\nauthors: [Ann Lee]\ncredit: { outlet: The Carrow Courier, date: 2024-05-03, url: \"https://courier.example/19\", title: \"Late Again\", changes: shortened }\npermission: { state: granted, holder: Carrow Media Ltd., date: 2025-11-02, document: permissions/courier.pdf }",
        "title: Our Own Bench\nauthors: [Ann Lee]\npermission: own",
        "title: \"Weather, and Committees\"\nauthors: [Bo Dean]\npermission: { state: pending, holder: Northern Echo, date: 2026-01-12 }",
        "title: \"=Sums\"\nauthors: [Bo Dean]\npermission: refused",
        "title: Plain Words\nauthors: [Ann Lee]\ncredit: { outlet: Open Letters, url: \"https://letters.example/plain\", changes: none }\npermission: CC-BY-4.0",
        "title: اردو کا کالم\nlanguage: ur\nauthors: [نادیہ]\ncredit: { outlet: The Old Gazette, date: 1887 }\npermission: public domain",
        "title: Silence\nauthors: [Bo Dean]",
        "title: Left Out\nauthors: [Bo Dean]\npermission: refused\ninclude: false",
    ]);
    desk.write("edition/permissions/courier.pdf", "%PDF");
    desk
}

fn load(desk: &Desk) -> (Edition, Vec<String>) {
    let mut notices = Notices::new();
    let edition = folder::load(&desk.path("edition"), &mut notices).unwrap();
    (edition, notices.iter().map(ToString::to_string).collect())
}

fn piece(edition: &Edition, number: usize) -> &Arc<Piece> {
    edition.pieces().nth(number - 1).unwrap()
}

/// Changes the permission of the first piece and saves; the piece’s file.
fn with_permission(desk: &Desk, change: impl Fn(&mut Permission)) -> String {
    let (mut edition, _) = load(desk);
    let mut permission = piece(&edition, 1).permission.clone().unwrap_or_default();
    change(&mut permission);
    let file = PathBuf::from("pieces/1.md");
    edition.apply(Change::Field(file, PieceField::Permission(Some(permission))));
    folder::save(&edition, &desk.path("edition")).unwrap();
    desk.text("edition/pieces/1.md")
}

#[test]
fn every_key_of_credit_and_permission_is_read() {
    let (edition, notices) = load(&six_states());
    assert_eq!(notices, Vec::<String>::new());
    let first = piece(&edition, 1);
    let credit = first.credit.clone().unwrap();
    assert_eq!(credit.title.as_deref(), Some("Late Again"));
    assert_eq!(credit.changes, Some(Changes::Made("shortened".into())));
    let permission = first.permission.clone().unwrap();
    assert_eq!(permission.state, Some(State::Granted));
    assert_eq!(permission.holder.as_deref(), Some("Carrow Media Ltd."));
    assert_eq!(permission.date.unwrap().to_string(), "2025-11-02");
    assert_eq!(permission.document.as_deref(), Some("permissions/courier.pdf"));
    assert_eq!(
        piece(&edition, 5).permission.clone().unwrap().in_force().unwrap().printed_name(),
        "CC BY 4.0"
    );
    assert_eq!(piece(&edition, 6).permission.clone().unwrap().state, Some(State::PublicDomain));
}

#[test]
fn a_changed_key_leaves_the_others_their_lines_their_comments_and_their_words() {
    let written = format!(
        "{FIRST}\npermission:   # see the blue folder\n  state: pending   # asked twice\n  holder: Northern Echo\n  clerk: Mrs Vane  # extension 12\n  date: next week"
    );
    let desk = desk(&[&written]);
    let saved = with_permission(&desk, |permission| permission.state = Some(State::Granted));
    let wanted = written.replace("state: pending", "state: granted");
    assert!(saved.starts_with(&format!("---\n{wanted}\n---\n")), "{saved}");
    let saved = with_permission(&desk, |permission| {
        permission.document = Some("permissions/a.pdf".into());
        permission.holder = None;
    });
    let wanted = wanted.replace("  holder: Northern Echo\n", "") + "\n  document: \"permissions/a.pdf\"";
    assert!(saved.starts_with(&format!("---\n{wanted}\n---\n")), "{saved}");
}

#[test]
fn a_map_on_one_line_keeps_unknown_keys_and_the_comment_behind_it() {
    let desk = desk(&[&format!("{FIRST}\npermission: {{ state: grantd, clerk: Mrs Vane }}  # call her")]);
    let saved = with_permission(&desk, |permission| permission.holder = Some("Carrow Media".into()));
    let line = saved.lines().find(|line| line.starts_with("permission")).unwrap();
    assert_eq!(
        line,
        "permission: { state: grantd, clerk: \"Mrs Vane\", holder: \"Carrow Media\" }  # call her"
    );
}

#[test]
fn a_bare_word_becomes_a_map_when_there_is_more_to_say() {
    let desk = desk(&[&format!("{FIRST}\npermission: CC BY-SA 3.0")]);
    let saved = with_permission(&desk, |permission| permission.holder = Some("Ann Lee".into()));
    assert!(saved.contains("\npermission: { licence: \"CC BY-SA 3.0\", holder: \"Ann Lee\" }\n"), "{saved}");
    let saved = with_permission(&desk, |permission| *permission = Permission::stated(State::Own));
    assert!(saved.contains("\npermission: { state: own }\n"), "{saved}");
}

#[test]
fn a_credit_keeps_what_it_says_beside() {
    let desk = desk(&[&format!("{FIRST}\ncredit: {{ outlet: The Courier, page: 7, date: soon }}")]);
    let (mut edition, _) = load(&desk);
    let credit = piece(&edition, 1).credit.clone().unwrap();
    let credit = Credit { changes: Some(Changes::Unchanged), ..credit };
    edition.apply(Change::Field("pieces/1.md".into(), PieceField::Credit(Some(credit))));
    folder::save(&edition, &desk.path("edition")).unwrap();
    let saved = desk.text("edition/pieces/1.md");
    assert!(
        saved.contains("credit: { outlet: \"The Courier\", page: \"7\", date: soon, changes: none }"),
        "{saved}"
    );
}

#[test]
fn the_permission_of_all_pieces_is_written_where_it_stood() {
    let desk = desk(&[FIRST, "title: Two\nauthors: [Bo Dean]\npermission: refused"]);
    let toml = desk.text("edition/edition.toml");
    desk.write("edition/edition.toml", toml + "permission = \"own\" # all written for us\n");
    let (mut edition, notices) = load(&desk);
    assert_eq!(notices, Vec::<String>::new());
    assert_eq!(edition.permission_of(piece(&edition, 1)).unwrap().state, Some(State::Own));
    assert_eq!(edition.permission_of(piece(&edition, 2)).unwrap().state, Some(State::Refused));
    let permission = Permission { holder: Some("The Centre".into()), ..edition.permission.clone().unwrap() };
    edition.apply(Change::Permission(Some(permission.clone())));
    folder::save(&edition, &desk.path("edition")).unwrap();
    assert_eq!(load(&desk).0.permission, Some(permission));
    edition.apply(Change::Permission(None));
    folder::save(&edition, &desk.path("edition")).unwrap();
    assert!(!desk.text("edition/edition.toml").contains("permission"));
}

#[test]
fn bad_input_is_named_with_its_line_and_a_hint() {
    let desk = desk(&[
        &format!("{FIRST}\npermission: grantd"),
        "title: Two\nauthors: [Ann Lee]\npermission: { state: own, dated: 2024, date: soon, document: ../letter.pdf }",
        "title: Three\nauthors: [Ann Lee]\npermission: { state: granted, holder: X, document: permissions/gone.pdf }",
        "title: Four\nauthors: [Ann Lee]\npermission: [own]",
        "title: Five\nauthors: [Ann Lee]\npermission: { state: licence }",
    ]);
    let (edition, mut said) = load(&desk);
    let mut notices = Notices::new();
    let book = book::typeset(&edition, &Cache::single_run(), &mut notices);
    check::preflight(&edition, &book, &mut notices);
    said.extend(notices.iter().map(ToString::to_string));
    for part in [
        "pieces/1.md:4: fault: “grantd” is no state of a permission (did you mean “granted”?)",
        "pieces/2.md:4: remark: “dated” means nothing in “permission”; it is kept as it is (did you mean “date”?)",
        "pieces/2.md:4: fault: the date of the permission, “soon”, is none; it is left out (write it like",
        "pieces/2.md:4: fault: the document “../letter.pdf” lies outside the edition’s folder (copy it",
        "pieces/3.md:4: fault: the document “permissions/gone.pdf” of the permission does not exist (put it",
        "pieces/4.md:4: fault: “permission” says nothing; it is left out (write permission: own",
        "pieces/5.md: fault: the piece is under a licence that has no name (add licence: CC-BY-4.0",
    ] {
        assert!(said.iter().any(|line| line.starts_with(part)), "{part} in {said:#?}");
    }
    // What could not be understood is not lost when something else is saved.
    let before = desk.text("edition/pieces/2.md");
    let mut edition = edition;
    edition.apply(Change::Field("pieces/2.md".into(), PieceField::Kicker(Some(Paragraph::plain("K")))));
    folder::save(&edition, &desk.path("edition")).unwrap();
    let after = desk.text("edition/pieces/2.md");
    assert_eq!(after.replace("kicker: \"K\"\n", ""), before);
}

fn plain(text: &Text) -> String {
    text.blocks.iter().map(pamphleteer::edition::text::Block::plain).collect::<Vec<_>>().join("\n")
}

/// What the permission of a piece under a licence has printed.
fn attribution(language: &str, licence: &str, changes: Option<Changes>) -> String {
    let language = Language::parse(language).unwrap();
    let credit = Credit {
        outlet: "Open Letters".into(),
        url: Some("https://letters.example/1".into()),
        title: Some("Old “Words”".into()),
        changes,
        ..Credit::default()
    };
    let piece = Piece {
        file: "pieces/1.md".into(),
        title: Paragraph::plain("New Words"),
        authors: vec!["Ann Lee".into()],
        credit: Some(credit),
        permission: Some(Permission {
            licence: Some(Licence { name: licence.into(), url: None }),
            ..Permission::stated(State::Licence)
        }),
        include: true,
        ..Piece::default()
    };
    let part = Part { pieces: vec![Arc::new(piece.clone())], ..Part::default() };
    let edition = Edition { language, parts: vec![part], ..Edition::default() };
    plain(&edition.printed_permission(&piece).unwrap())
}

#[test]
fn an_attribution_says_what_the_licence_asks_for() {
    let shortened = || Some(Changes::Made("shortened".into()));
    assert_eq!(
        attribution("en", "CC-BY-4.0", shortened()),
        "“Old ‘Words’” by Ann Lee is licensed under CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/). \
         Changes: shortened. Source: https://letters.example/1"
    );
    assert_eq!(
        attribution("en", "cc by-nc-nd 2.5", Some(Changes::Unchanged)),
        "“Old ‘Words’” by Ann Lee is licensed under CC BY-NC-ND 2.5 \
         (https://creativecommons.org/licenses/by-nc-nd/2.5/). Unchanged. Source: https://letters.example/1"
    );
    assert_eq!(
        attribution("en", "CC0", None),
        "Public domain (CC0 1.0, https://creativecommons.org/publicdomain/zero/1.0/). Source: https://letters.example/1"
    );
    assert_eq!(
        attribution("en", "The Reading Licence", None),
        "“Old ‘Words’” by Ann Lee is licensed under The Reading Licence. Source: https://letters.example/1"
    );
}

#[test]
fn every_language_names_title_author_licence_and_source() {
    let tags = ["en", "fr", "de", "es", "ru", "ur", "ar", "fa", "he", "hi", "ja", "zh"];
    let mut titles: Vec<&str> = Vec::new();
    for tag in tags {
        let words = RightsWords::of(Language::parse(tag).unwrap());
        assert!(!titles.contains(&words.sources), "{tag}");
        titles.push(words.sources);
        let line = attribution(tag, "CC BY 4.0", Some(Changes::Made("abridged".into())));
        for part in
            ["Words", "Ann Lee", "CC BY 4.0", "licenses/by/4.0/", "abridged", "https://letters.example/1"]
        {
            assert!(line.contains(part), "{tag}: {part} in {line}");
        }
        assert!(!line.contains(['{', '}']), "{tag}: {line}");
    }
    let german = attribution("de", "CC BY 4.0", None);
    assert!(german.starts_with("„Old “Words”“ von Ann Lee steht unter der Lizenz CC BY 4.0 ("), "{german}");
    let french = attribution("fr", "CC BY 4.0", None);
    assert!(french.contains("«\u{202f}Old “Words”\u{202f}» de Ann Lee"), "{french}");
}

#[test]
fn a_credit_names_the_title_it_had_and_what_was_changed() {
    let (edition, _) = load(&six_states());
    let line = plain(&edition.credit_line(piece(&edition, 1)).unwrap());
    assert_eq!(
        line,
        "First published in The Carrow Courier as “Late Again”, 3 May 2024. Shortened. https://courier.example/19"
    );
}

#[test]
fn the_board_tells_six_states_in_the_order_of_the_book() {
    let desk = six_states();
    let (edition, _) = load(&desk);
    let board = check::board::of(&edition);
    let standings: Vec<&str> = board.rows.iter().map(|row| row.standing.words()).collect();
    let wanted = ["granted", "own", "pending", "refused", "CC BY 4.0", "public domain", "not stated"];
    assert_eq!(standings, wanted);
    assert_eq!(board.rows[6].standing, Standing::Unstated);
    assert_eq!(board.rows[2].missing, ["an answer", "author note"]);
    assert!(board.rows[0].document.as_ref().unwrap().found);
    assert_eq!(
        board.summary(),
        "7 pieces: 1 own, 1 granted, 1 public domain, 1 under a licence, 1 pending, 1 refused, 1 not stated; \
         7 lack something; 1 is left out of the book"
    );
    let said = desk.run(&["check", "edition", "--board"]);
    assert_eq!(said.code, 1, "{said:?}");
    let lines: Vec<&str> = said.out.lines().collect();
    assert!(lines[0].starts_with("no  title "), "{}", said.out);
    assert!(lines.last().unwrap().ends_with(&board.summary()), "{}", said.out);
    // Every column begins where its head does, whatever script stands before it.
    let column = lines[0].find("missing").unwrap();
    for line in &lines[1..8] {
        let mut width = 0;
        let from = line.char_indices().find(|(_, letter)| {
            let here = width;
            width += unicode_width::UnicodeWidthChar::width(*letter).unwrap_or(0);
            here == column
        });
        let cell = &line[from.unwrap().0..];
        assert!(
            ["author note", "an answer", "leave to print", "permission"].iter().any(|w| cell.starts_with(w)),
            "{line}"
        );
    }
}

#[test]
fn the_board_for_spreadsheets_holds_every_cell_whole_and_no_formula() {
    let said = six_states().run(&["check", "edition", "--board", "--csv"]);
    let rest = said.out.strip_prefix('\u{feff}').unwrap();
    assert!(rest.lines().count() == 8 && rest.ends_with("\r\n"), "{rest}");
    let mut reader = csv::Reader::from_reader(rest.as_bytes());
    assert_eq!(reader.headers().unwrap().len(), 11);
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(&rows[2][1], "Weather, and Committees");
    assert_eq!(&rows[3][1], "'=Sums");
    assert_eq!(&rows[5][1], "اردو کا کالم");
    assert_eq!(&rows[0][9], "permissions/courier.pdf");
}

#[test]
fn the_board_for_programs_says_what_may_be_printed() {
    let said = six_states().run(&["check", "edition", "--board", "--json"]);
    let object = &said.json()[0];
    assert_eq!(object["may_be_printed"], false);
    assert_eq!(object["left_out"], 1);
    assert_eq!(object["counts"]["pending"], 1);
    let pieces = object["pieces"].as_array().unwrap();
    let open: Vec<bool> = pieces.iter().map(|piece| piece["may_be_printed"].as_bool().unwrap()).collect();
    assert_eq!(open, [true, true, false, false, true, true, false]);
    assert_eq!(pieces[0]["document_found"], true);
}

#[test]
fn strict_writes_nothing_and_leaves_older_files_while_a_permission_is_not_settled() {
    let desk = six_states();
    desk.write("edition/out/stops.pdf", "older");
    let said = desk.run(&["export", "edition", "--strict"]);
    assert_eq!(said.code, 1);
    for part in ["pieces/3.md: the permission of Northern Echo is pending", "pieces/4.md", "pieces/7.md"] {
        assert!(said.err.contains(part), "{part} in {}", said.err);
    }
    assert!(!said.err.contains("pieces/2.md") && !said.err.contains("pieces/8.md"), "{}", said.err);
    assert_eq!(desk.text("edition/out/stops.pdf"), "older");
    assert!(!desk.path("edition/out/stops.epub").exists());
    // Without it the book is made, and the same is said.
    let said = desk.run(&["export", "edition"]);
    assert_eq!(said.code, 0);
    assert!(said.err.contains("doubt: the permission of Northern Echo is pending"), "{}", said.err);
    assert!(desk.bytes("edition/out/stops.pdf").starts_with(b"%PDF"));
}

#[test]
fn strict_asks_nothing_of_editions_that_keep_no_account() {
    let desk = Desk::with_edition();
    let said = desk.run(&["export", "edition", "--strict"]);
    assert_eq!(said.code, 0, "{said:?}");
    let board = desk.run(&["check", "edition", "--board"]);
    assert_eq!(board.code, 0);
    assert!(board.out.contains("2 pieces; 2 lack something"), "{}", board.out);
}

/// The words of the chapter `file`, and its links.
fn words(book: &Book, file: &str) -> (String, Vec<(String, Target)>) {
    let chapter = book.chapters.iter().find(|chapter| chapter.file == Path::new(file)).unwrap();
    let sheets = &book.sheets[chapter.first..chapter.first + chapter.count];
    let line = |item: &Item| match item {
        Item::Line { line, .. } => {
            Some(line.text[line.range.start as usize..line.range.end as usize].to_string())
        }
        _ => None,
    };
    let text: Vec<String> = sheets.iter().flat_map(|sheet| &sheet.items).filter_map(line).collect();
    let links = sheets.iter().flat_map(|sheet| &sheet.links);
    (text.concat(), links.map(|link| (link.words.clone(), link.target.clone())).collect())
}

#[test]
fn the_page_of_sources_says_of_each_piece_where_it_stands_and_by_whose_leave() {
    let desk = six_states();
    let (edition, book, notices) = common::typeset(&desk.path("edition"));
    assert!(!notices.iter().any(|notice| notice.what.contains("leads")), "{notices:?}");
    let (text, links) = words(&book, "sources");
    let folio = |name: &str| book.folio_of(name).unwrap().to_string();
    for part in [
        "Sources and permissions".to_string(),
        format!(
            "Ann Lee, page\u{a0}{}. First published in The Carrow Courier as “Late Again”",
            folio("piece-1")
        ),
        "By permission of Carrow Media Ltd. https://courier.example/19".into(),
        "“Plain Words” by Ann Lee is licensed under CC BY 4.0 (".into(),
        "1887. Public domain.".into(),
    ] {
        assert!(text.contains(&part), "{part} in {text}");
    }
    for absent in ["Ltd..", "Committees", "=Sums", "pending", "Northern Echo", "Left Out"] {
        assert!(!text.contains(absent), "{absent} in {text}");
    }
    let place = |name: &str| Target::Place(name.into());
    assert!(
        links.iter().any(|(words, to)| words == "Nineteen Minutes" && *to == place("piece-1")),
        "{links:?}"
    );
    assert!(
        links.iter().any(|(words, to)| words.starts_with("page") && *to == place("piece-5")),
        "{links:?}"
    );
    assert!(book.outline.iter().any(|mark| mark.title == "Sources and permissions"));
    let (contents, _) = words(&book, "contents");
    assert!(contents.contains("Sources and permissions"), "{contents}");
    // What stands there does not stand below the piece too.
    assert!(edition.permission_line(piece(&edition, 1)).is_none());

    let (_, epub) = desk.export();
    let pages = pages_of(&epub);
    let page = pages.iter().find(|(name, _)| name.ends_with("/sources.xhtml")).unwrap().1;
    for part in [
        "epub:type=\"other-credits\" role=\"doc-credits\"".to_string(),
        "<h2><a href=\"piece-1.xhtml\">Nineteen Minutes</a></h2>".into(),
        format!("<a href=\"piece-1.xhtml\">page\u{a0}{}</a>", folio("piece-1")),
        "<a href=\"https://creativecommons.org/licenses/by/4.0/\">".into(),
    ] {
        assert!(page.contains(&part), "{part} in {page}");
    }
    let navigation = pages.iter().find(|(name, _)| name.ends_with("/nav.xhtml")).unwrap().1;
    assert!(navigation.contains("<a epub:type=\"other-credits\" href=\"sources.xhtml\">"), "{navigation}");
}

#[test]
fn without_that_page_what_a_licence_asks_for_stands_below_the_piece() {
    let desk = six_states();
    let toml = desk.text("edition/edition.toml");
    desk.write("edition/edition.toml", format!("{toml}\n[matter]\nsources = false\n"));
    let (edition, book, _) = common::typeset(&desk.path("edition"));
    assert!(!edition.has_sources());
    let (text, _) = words(&book, "pieces/5.md");
    assert!(text.contains("First published in Open Letters.“Plain Words” by Ann Lee is licensed"), "{text}");
    assert!(words(&book, "pieces/1.md").0.contains("By permission of Carrow Media Ltd."));
    // A variant can have it nevertheless, and say so in its own words.
    let toml = desk.text("edition/edition.toml");
    desk.write("edition/edition.toml", format!("{toml}\n[variant.web.matter]\nsources = \"permissions\"\n"));
    let (edition, notices) = load(&desk);
    assert_eq!(notices, Vec::<String>::new());
    assert!(edition.as_variant("web").unwrap().has_sources());
}

#[test]
fn credits_alone_make_no_page_unless_it_is_asked_for() {
    let desk =
        desk(&[&format!("{FIRST}\ncredit: {{ outlet: The Courier }}"), "title: Two\nauthors: [Bo Dean]"]);
    assert!(!load(&desk).0.has_sources());
    let toml = desk.text("edition/edition.toml");
    desk.write("edition/edition.toml", format!("{toml}\n[matter]\nsources = true\n"));
    let (edition, book, _) = common::typeset(&desk.path("edition"));
    assert!(edition.has_sources());
    let (text, _) = words(&book, "sources");
    assert!(text.contains("First published in The Courier.") && !text.contains("Two"), "{text}");
}

#[test]
fn licences_are_held_to_their_terms() {
    let front = |licence: &str, changes: &str| {
        format!(
            "{FIRST}\ncredit: {{ outlet: X, url: \"https://x.example/1\"{changes} }}\npermission: {licence}"
        )
    };
    let said = |licence: &str, changes: &str| {
        let (edition, _) = load(&desk(&[&front(licence, changes)]));
        let gaps = check::rights::gaps(&edition, piece(&edition, 1));
        gaps.iter().map(|gap| format!("{}: {}", gap.weight.word(), gap.what)).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(said("CC BY 4.0", ", changes: none"), "");
    assert_eq!(said("CC0", ""), "");
    assert_eq!(said("CC BY 4.0", ""), "doubt: CC BY 4.0 asks to say whether the text was changed");
    let text = said("CC BY-ND 4.0", ", changes: shortened");
    assert_eq!(text, "doubt: CC BY-ND 4.0 does not allow a changed text, and the credit says: shortened");
    let text = said("CC BY-NC 4.0", ", changes: none");
    assert_eq!(text, "remark: CC BY-NC 4.0: an edition with this piece must not be sold");
    assert!(said("CC BY-SA 4.0", ", changes: shortened").contains("under the same licence only"));
    assert!(said("CC BY", ", changes: none").contains("has no version, and so no address"));
    let own = said("{ licence: The Reading Licence }", ", changes: none");
    assert_eq!(own, "doubt: readers can't find the licence “The Reading Licence”: it has no address");
}

#[test]
fn imported_front_matter_brings_its_credit_and_permission_along() {
    let desk = Desk::with_edition();
    desk.write(
        "new.md",
        "---\ntitle: New\nauthor: Cy Orr\ncredit: { outlet: The Courier, date: 2024-05-03, title: Older, changes: none }\npermission: { state: granted, holder: The Courier }\n---\nThe bench was painted, and nobody sat down on it for a week.\n",
    );
    let said = desk.run(&["import", "new.md", "--into", "edition"]);
    assert_eq!(said.code, 0, "{said:?}");
    let (edition, _) = load(&desk);
    let new = edition.pieces().find(|piece| piece.title.words() == "New").unwrap();
    let credit = new.credit.clone().unwrap();
    assert_eq!((credit.title.as_deref(), credit.changes), (Some("Older"), Some(Changes::Unchanged)));
    assert_eq!(credit.date.unwrap().to_string(), "2024-05-03");
    assert_eq!(new.permission.clone().unwrap().holder.as_deref(), Some("The Courier"));
}
