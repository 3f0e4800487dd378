//! Editions on the disk: what is loaded, what is saved, and what is said about what is wrong.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

use pamphleteer::edition::disclaimer::DisclaimerChoice;
use pamphleteer::edition::text::Paragraph;
use pamphleteer::edition::{Edition, Part, folder, markdown};
use pamphleteer::import::{self, create};
use pamphleteer::notice::{Notices, Result};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A folder that goes away with the test.
struct Desk {
    dir: tempfile::TempDir,
}

impl Desk {
    fn empty() -> Desk {
        Desk { dir: tempfile::tempdir().unwrap() }
    }

    /// A small edition of two pieces.
    fn edition() -> Desk {
        Desk::empty()
            .with("edition.toml", EDITION)
            .with(
                "contributors.toml",
                "# who\n[ann-lee]\nname = \"Ann Lee\" # really\n\n[bo]\nname = \"Bo\"\n",
            )
            .with("pieces/a.md", PIECE)
            .with("pieces/b.md", "---\ntitle: B\nauthors: [Cy Dean]\n---\nB *b*.\n")
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

    fn load(&self) -> (Edition, Vec<String>) {
        let mut notices = Notices::new();
        let edition = folder::load(self.dir.path(), &mut notices).unwrap();
        (edition, notices.iter().map(ToString::to_string).collect())
    }

    fn notices(&self) -> Vec<String> {
        self.load().1
    }

    fn error(&self) -> String {
        folder::load(self.dir.path(), &mut Notices::new()).unwrap_err().to_string()
    }

    /// Loads, changes, saves; the files written.
    fn change(&self, change: impl FnOnce(&mut Edition)) -> Vec<String> {
        let mut edition = self.load().0;
        change(&mut edition);
        let written = folder::save(&edition, self.dir.path()).unwrap();
        let (again, _) = self.load();
        assert_eq!(same_anywhere(again), same_anywhere(edition));
        written.iter().map(|path| path.display().to_string()).collect()
    }

    fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        let mut folders = vec![self.dir.path().to_path_buf()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    files.insert(path.clone(), std::fs::read(path).unwrap());
                }
            }
        }
        files
    }
}

/// An edition without the lines on which its texts begin, which depend on the front matter's form.
fn same_anywhere(mut edition: Edition) -> Edition {
    for piece in edition.parts.iter_mut().flat_map(|part| &mut part.pieces) {
        Arc::make_mut(piece).body_line = 0;
    }
    edition
}

const EDITION: &str = r#"# Our book
title = "Two"     # for now
language = "en-GB"
editors = ["bo"]
publisher = "Us"
date = 2026-03-01
wonder = "kept"

[design]
body_size = "11pt" # small

[disclaimer.house]
text = "Views of {author}."
default = true

[[part]]
title = "One"
pieces = [
    "pieces/a.md", # first
]

# the end
[[part]]
title = "Other"
pieces = ["pieces/b.md"]
"#;

const PIECE: &str = "---\n# by hand\ntitle: \"A *title*\"\nmood: grim   # ours\nauthors: [ann-lee]\ndate: 2025-11-03\n\
credit: { outlet: The Post, date: 2025-11-03 }\n\n---\nA text.[^1]\n\n[^1]: A note.\n";

#[test]
fn an_edition_is_what_its_files_say() {
    let (edition, notices) = Desk::edition().load();
    assert_eq!(edition.title, "Two");
    assert_eq!(edition.publisher.name, "Us");
    assert_eq!(edition.date.unwrap().to_string(), "2026-03-01");
    let piece = &edition.parts[0].pieces[0];
    assert_eq!(&*piece.title.text, "A title");
    assert_eq!(edition.byline(piece), "Ann Lee");
    assert_eq!(piece.credit.as_ref().unwrap().outlet, "The Post");
    assert_eq!(piece.body.notes.len(), 1);
    assert_eq!(piece.body_line, 10);
    assert_eq!(edition.byline(&edition.parts[1].pieces[0]), "Cy Dean");
    assert_eq!(
        notices,
        ["edition.toml:7: remark: “wonder” means nothing in edition.toml; it is kept as it is"]
    );
}

#[test]
fn saving_what_was_loaded_touches_nothing() {
    let desk =
        Desk::edition().with("pieces/b.md", "\u{FEFF}---\r\ntitle: B\r\nauthor: Cy Dean\r\n---\r\nB.\r\n");
    let before = desk.files();
    assert!(desk.change(|_| {}).is_empty());
    assert_eq!(desk.files(), before);
}

#[test]
fn only_the_lines_of_changed_keys_change() {
    let desk = Desk::edition();
    let written = desk.change(|edition| {
        let piece = Arc::make_mut(&mut edition.parts[0].pieces[0]);
        piece.title = markdown::inline("New: title");
        piece.date = None;
        piece.disclaimer = DisclaimerChoice::Waived("an obituary".into());
    });
    assert_eq!(written, ["pieces/a.md"]);
    let expected = PIECE
        .replace("\"A *title*\"", "\"New: title\"")
        .replace("date: 2025-11-03\ncredit", "credit")
        .replace("\n\n---\nA", "\n\ndisclaimer: { waived: \"an obituary\" }\n---\nA");
    assert_eq!(desk.text("pieces/a.md"), expected);
}

#[test]
fn comments_and_unknown_keys_of_toml_survive() {
    let desk = Desk::edition();
    let written = desk.change(|edition| {
        edition.title = "Three".into();
        edition.publisher.place = Some("Ghent".into());
        edition.design.body_size = Some(pamphleteer::units::Length::mm(4.0));
        edition.parts[0].title = Some(Paragraph::plain("First"));
        edition.parts.swap(0, 1);
        edition.contributors.get_mut("ann-lee").unwrap().sort_name = "Lee, Ann".into();
    });
    assert_eq!(written, ["contributors.toml", "edition.toml"]);
    let text = desk.text("edition.toml");
    for kept in ["# Our book", "# for now", "wonder = \"kept\"", "# small", "title = \"Three\""] {
        assert!(text.contains(kept), "{kept}: {text}");
    }
    assert!(text.find("Other") < text.find("First"), "{text}");
    assert!(desk.text("contributors.toml").contains("name = \"Ann Lee\" # really\nsort_name = \"Lee, Ann\""));
}

#[test]
fn an_edition_saved_elsewhere_is_the_same() {
    let edition = Desk::edition().load().0;
    let other = Desk::empty();
    folder::save(&edition, other.dir.path()).unwrap();
    let (again, notices) = other.load();
    assert_eq!(same_anywhere(again), same_anywhere(edition));
    assert!(notices.is_empty(), "{notices:?}");
}

#[test]
fn a_name_in_a_piece_needs_a_record_only_when_its_piece_is_written_with_ids() {
    let desk = Desk::edition();
    let written = desk.change(|edition| {
        let authors = edition.parts[0].pieces[0].authors.clone();
        Arc::make_mut(&mut edition.parts[1].pieces[0]).authors.extend(authors);
    });
    assert_eq!(written, ["pieces/b.md", "contributors.toml"]);
    assert!(desk.text("contributors.toml").contains("[cy-dean]\nname = \"Cy Dean\""));
}

#[test]
fn parts_and_pieces_come_and_go() {
    let desk = Desk::edition();
    desk.change(|edition| {
        let piece = edition.parts[1].pieces.remove(0);
        edition.parts[0].pieces.push(piece);
        edition.parts.remove(1);
        edition.disclaimers.clear();
    });
    let text = desk.text("edition.toml");
    assert!(text.contains("\"pieces/a.md\", # first\n    \"pieces/b.md\""), "{text}");
    assert!(!text.contains("disclaimer"), "{text}");
    desk.change(|edition| {
        let pieces = edition.parts[0].pieces.split_off(1);
        edition.parts.insert(0, Part { pieces, ..Part::default() });
    });
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    let cases = [
        (
            "edition.toml",
            "titel = \"x\"\ntitle = \"T\"",
            "edition.toml:1: remark: “titel” means nothing in edition.toml; it is kept as it is (did you mean “title”?)",
        ),
        (
            "edition.toml",
            "title = \"T\"\nsubjects = 3",
            "edition.toml:2: fault: “subjects” should be a list of texts; it is left out (it is a number here)",
        ),
        (
            "edition.toml",
            "title = \"T\"\npieces = [\n\"pieces/x.md\"]",
            "edition.toml:3: fault: “pieces/x.md” does not exist",
        ),
        (
            "edition.toml",
            "title = \"T\"\npieces = [\"pieces/a.md\",\n\"./pieces/a.md\"]",
            "edition.toml:3: doubt: “pieces/a.md” is listed twice",
        ),
        (
            "edition.toml",
            "title = \"T\"\npieces = [\"../a.md\"]",
            "“../a.md” lies outside the edition’s folder",
        ),
        (
            "edition.toml",
            "title = \"T\"",
            "pieces/a.md: doubt: the file is not in the book (add \"pieces/a.md\" to",
        ),
        ("edition.toml", "title = \"T\"\nmatter.foreword = \"matter/f.md\"", "“matter/f.md” does not exist"),
        (
            "pieces/a.md",
            "---\ntitle: A: B\n---\nx",
            "pieces/a.md:2: doubt: the value of “title” is no YAML; it is taken as it stands",
        ),
        (
            "pieces/a.md",
            "---\ntitle: A\nauthors: ann-le\n---\nx",
            "pieces/a.md:3: fault: no contributor is called “ann-le” (did you mean “ann-lee”?)",
        ),
        (
            "pieces/a.md",
            "---\ntitle: A\ndisclaimer: hose\n---\nx",
            "pieces/a.md: fault: no disclaimer is called “hose” (did you mean “house”?)",
        ),
        ("pieces/a.md", "---\ntitle: A\ndate: soon\n---\nx", "pieces/a.md:3: fault: “date” should be a date"),
        (
            "pieces/a.md",
            "---\ntitle: A\n---\n![m](../images/m.png)",
            "pieces/a.md:4: fault: the picture “images/m.png” does not exist",
        ),
        ("pieces/a.md", "---\ntitle: A\n---\n", "pieces/a.md: doubt: the piece has no words"),
        ("pieces/a.md", "x", "pieces/a.md:1: doubt: the piece has no title"),
        ("pieces/a.md", "---\ntitle: A\nno end", "pieces/a.md:1: doubt: the front matter has no end"),
        ("pieces/a.md", "---\ntitle: A\n---\nx\n\ny\u{2}", "pieces/a.md:6: remark: control characters"),
        (
            "contributors.toml",
            "[ann-lee]\nnam = \"x\"",
            "contributors.toml:2: remark: “nam” means nothing in [ann-lee]; it is kept as it is (did you mean “name”?)",
        ),
    ];
    for (file, text, expected) in cases {
        let notices = Desk::edition().with(file, text).notices();
        assert!(notices.iter().any(|line| line.contains(expected)), "{text}: {expected}\n{notices:#?}");
    }
}

#[test]
fn bytes_that_are_no_text_are_read_as_well_as_may_be() {
    let desk = Desk::edition().with("pieces/a.md", b"---\ntitle: A\n---\nfine\n\ncaf\xe9 noir");
    let (edition, notices) = desk.load();
    let expected = "pieces/a.md:6: fault: the file is not UTF-8";
    assert!(notices.iter().any(|line| line.starts_with(expected)), "{notices:?}");
    assert_eq!(edition.parts[0].pieces[0].body.words(), 3);
    let desk = Desk::edition().with("images/m.png", "no png");
    let notices = desk.with("pieces/a.md", "---\ntitle: A\n---\n![m](../images/m.png)").notices();
    assert!(
        notices[1].contains("can’t be used: the file is neither a JPEG nor a PNG picture"),
        "{notices:?}"
    );
}

#[test]
fn only_a_missing_folder_and_broken_toml_are_errors() {
    let missing = folder::load(Path::new("/no/such/folder"), &mut Notices::new()).unwrap_err();
    assert!(missing.to_string().contains("there is no such folder"));
    assert!(
        Desk::empty().error().contains("is this an edition? “pamphleteer new DIR --from FOLDER” makes one")
    );
    let broken = Desk::edition().with("edition.toml", "title = \"T\"\nlanguage = en\n").error();
    assert!(broken.starts_with("edition.toml:2:12: this is no TOML"), "{broken}");
    let broken = Desk::edition().with("contributors.toml", "[a\n").error();
    assert!(broken.starts_with("contributors.toml:1:"), "{broken}");
}

#[cfg(unix)]
#[test]
fn links_out_of_the_folder_are_not_followed() {
    let outside = Desk::empty().with("secret.md", "secret");
    let desk = Desk::edition();
    std::fs::remove_file(desk.path("pieces/a.md")).unwrap();
    std::os::unix::fs::symlink(outside.path("secret.md"), desk.path("pieces/a.md")).unwrap();
    let notices = desk.notices();
    assert!(notices.iter().any(|line| line.contains("“pieces/a.md” lies outside")), "{notices:?}");
}

/// The first piece of the edition, with another file.
fn first(text: &str) -> pamphleteer::edition::piece::Piece {
    Desk::edition().with("pieces/a.md", text).load().0.parts[0].pieces[0].as_ref().clone()
}

#[test]
fn front_matter_of_other_programs_is_understood() {
    let forms = [
        "---\nTitle: T\nAuthor: Ann Lee\nPubDate: 2020-01-02\nlang: de\nstandfirst: S\ndraft: true\n---\nx",
        "+++\ntitle = \"T\"\nauthors = [\"ann-lee\"]\ndate = 2020-01-02\nlanguage = \"de\"\nsubtitle = \"S\"\ninclude = false\n+++\nx",
        "---\ntitle: T\nauthors:\n  - name: Ann Lee\ndate: \"2020-01-02T10:00\"\nlocale: de\nsummary: S\ninclude: no\n---\nx",
    ];
    for form in forms {
        let piece = first(form);
        assert_eq!((&*piece.title.text, &*piece.authors[0]), ("T", "ann-lee"), "{form}");
        assert_eq!(piece.date.unwrap().to_string(), "2020-01-02", "{form}");
        assert_eq!(piece.language.unwrap().tag(), "de", "{form}");
        assert_eq!(&*piece.subtitle.unwrap().text, "S", "{form}");
        assert!(!piece.include, "{form}");
    }
    let piece = first("% T\n% Ann Lee; Bo\n% 2020\nx");
    assert_eq!((&*piece.title.text, piece.authors.len(), piece.date.unwrap().year), ("T", 2, 2020));
    assert_eq!(&*first("---\ntitle: 1.10\n---\nx").title.text, "1.10");
}

#[test]
fn many_pieces_load_at_once() {
    let mut desk = Desk::edition();
    let mut list = String::new();
    for number in 0..2_000 {
        let text = format!("---\ntitle: Piece {number}\nauthors: [Person {number}]\n---\nWords *here*.\n");
        desk = desk.with(&format!("pieces/{number}.md"), text);
        list.push_str(&format!("\"pieces/{number}.md\", \"pieces/no-{number}.md\",\n"));
    }
    let desk = desk.with("edition.toml", format!("title = \"T\"\npieces = [{list}]"));
    let start = std::time::Instant::now();
    let (edition, notices) = desk.load();
    assert_eq!((edition.parts[0].pieces.len(), notices.len()), (2_000, 2_002));
    // A tenth of this is usual; quadratic work would take longer.
    assert!(start.elapsed().as_secs() < 10, "{:?}", start.elapsed());
}

/// Makes an edition of the texts in a folder, and loads it.
fn created(from: &Desk) -> Result<(Desk, Edition, Vec<String>)> {
    let desk = Desk::empty();
    let mut notices = Notices::new();
    create::create(&desk.path("book"), Some(from.dir.path()), &mut notices)?;
    let edition = folder::load(&desk.path("book"), &mut notices)?;
    Ok((desk, edition, notices.iter().map(ToString::to_string).collect()))
}

/// A picture of one pixel.
fn pixel() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut writer = png::Encoder::new(&mut bytes, 1, 1).write_header().unwrap();
    writer.write_image_data(&[0; 1]).unwrap();
    drop(writer);
    bytes
}

#[test]
fn a_folder_of_texts_becomes_an_edition() {
    let early =
        "---\ntitle: Early\nauthor: Ann Lee\nbio: Ann Lee *sings*.\nlang: fr\nbook: Songs\n---\nOui.\n";
    let from = Desk::empty()
        .with("10 late.md", "# Late\n\nSee ![a *map*](pics/my%20map.png \"M\").\n")
        .with("2 early.md", early)
        .with("3 plain.txt", "Trams\n\nBy Bo Chu\n\nThey ring.\n")
        .with("pics/my map.png", pixel())
        .with("README.md", "about");
    let (desk, edition, notices) = created(&from).unwrap();
    let titles: Vec<&str> = edition.parts[0].pieces.iter().map(|piece| &*piece.title.text).collect();
    assert_eq!(titles, ["Early", "Trams", "Late"]);
    assert_eq!(edition.language.tag(), "fr");
    assert_eq!(edition.pictures.keys().map(|key| &**key).collect::<Vec<_>>(), ["images/my-map.png"]);
    assert_eq!(edition.author_notes(&edition.parts[0].pieces[0]).len(), 1);
    assert_eq!(edition.byline(&edition.parts[0].pieces[1]), "Bo Chu");
    assert!(notices.iter().any(|line| line.contains("about the folder")), "{notices:?}");
    assert!(notices.iter().all(|line| !line.contains("fault")), "{notices:?}");
    assert_eq!(desk.text("book/originals/3 plain.txt"), "Trams\n\nBy Bo Chu\n\nThey ring.\n");
    assert!(desk.text("book/edition.toml").contains("# subtitle = "));
    let people = desk.text("book/contributors.toml");
    assert!(
        people.starts_with("# One table a person") && people.ends_with("name = \"Bo Chu\"\n"),
        "{people}"
    );
    let again = create::create(&desk.path("book"), None, &mut Notices::new()).unwrap_err();
    assert!(again.to_string().contains("already holds an edition"));
}

#[test]
fn an_empty_edition_can_be_made_and_loaded() {
    let desk = Desk::empty();
    let made = create::create(&desk.path("my-book"), None, &mut Notices::new()).unwrap();
    assert_eq!((made.title.as_str(), made.pieces), ("my book", 0));
    let mut notices = Notices::new();
    folder::load(&desk.path("my-book"), &mut notices).unwrap();
    assert!(notices.is_empty(), "{notices:?}");
}

#[test]
fn other_formats_are_named() {
    let desk = Desk::empty().with("a.pdf", "x");
    let error = import::read(&desk.path("a.pdf"), &mut Notices::new()).unwrap_err();
    assert!(error.to_string().contains("the file is a PDF, which can’t be imported"), "{error}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_loading_or_saving_fail(
        piece in any::<Vec<u8>>(),
        front in "[a-zA-Z:\\-\"'\\[\\]{}|>&*!%#,. \n]{0,60}",
    ) {
        let mut bytes = format!("---\n{front}\n---\n").into_bytes();
        bytes.extend(&piece);
        let desk = Desk::edition().with("pieces/a.md", bytes).with("pieces/b.md", piece);
        desk.change(|_| {});
        desk.change(|edition| Arc::make_mut(&mut edition.parts[0].pieces[0]).title = Paragraph::plain("New"));
    }

    #[test]
    fn any_words_survive_a_save(
        title in "[ -~é“\u{A0}—]{1,20}x",
        name in "[A-Z][a-z .'-]{0,9} [A-Z]",
        own in "[a-z:#\"'{}\\\\ \n]{0,20}x",
    ) {
        let desk = Desk::edition();
        desk.change(|edition| {
            edition.title = title.trim().to_string();
            edition.contributors.get_mut("bo").unwrap().name = name.clone();
            let piece = Arc::make_mut(&mut edition.parts[0].pieces[0]);
            piece.title = markdown::inline(&markdown::escape(title.trim()));
            piece.disclaimer = DisclaimerChoice::Own(own.trim().to_string());
            piece.authors.push("bo".into());
        });
    }

    #[test]
    fn imported_words_are_never_lost(text in "([a-z]{1,9}|[ \n.*_#>-]){0,60}") {
        // An empty file is refused.
        prop_assume!(!text.trim().is_empty());
        let desk = Desk::empty().with("a.txt", &text);
        let found = import::read(&desk.path("a.txt"), &mut Notices::new()).unwrap()[0].compose();
        // What is not in the piece is listed as left out.
        let all = format!("{:?} {:?}", found.piece, found.dropped);
        for word in text.split(|c: char| !c.is_ascii_lowercase()).filter(|word| !word.is_empty()) {
            prop_assert!(all.contains(word), "{word} of {text:?} in {all:?}");
        }
    }
}
