//! `pamphleteer verify`: nothing is found in what we make, and each rule finds what it is for.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

mod common;

use common::Desk;
use lopdf::{Document, Object};
use std::io::Write;
use std::path::Path;

/// Without the validators of this computer: those are no part of the rules.
const ALONE: [(&str, &str); 1] = [("PATH", "")];

fn verify(desk: &Desk, file: &str) -> (i32, String) {
    let said = desk.run_with(&["verify", file], &ALONE);
    (said.code, said.out + &said.err)
}

#[test]
fn nothing_is_found_in_files_of_every_kind() {
    for folder in ["assets/sample", "tests/editions/trial", "tests/editions/urdu", "tests/editions/hostile"] {
        let desk = Desk::new();
        common::copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &desk.path("edition"));
        let said = desk.run(&["export", "edition", "--make", "pdf,epub,print,cover,booklet", "--out", "out"]);
        assert!(said.code == 0, "{said:?}");
        for entry in std::fs::read_dir(desk.path("out")).unwrap() {
            let file = entry.unwrap().path().display().to_string();
            let (code, said) = verify(&desk, &file);
            assert!(code == 0 && said.contains("Pamphleteer: nothing found"), "{said}");
            assert!(said.contains("not asked"), "{said}");
        }
    }
}

#[test]
fn each_rule_of_a_pdf_finds_what_it_is_for() {
    let desk = Desk::with_sample("");
    let (pdf, _) = desk.export();
    let spoilt = |spoil: &dyn Fn(&mut Document)| {
        let mut document = Document::load_mem(&pdf).unwrap();
        spoil(&mut document);
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        desk.write("spoilt.pdf", bytes);
        verify(&desk, "spoilt.pdf")
    };
    let take = |key: &'static [u8], of: &'static [u8]| {
        move |document: &mut Document| {
            for object in document.objects.values_mut() {
                if let Object::Dictionary(dictionary) = object {
                    let is =
                        |name: &[u8]| dictionary.get(name).and_then(Object::as_name).is_ok_and(|it| it == of);
                    if is(b"Type") || is(b"Subtype") || is(b"S") {
                        dictionary.remove(key);
                    }
                }
            }
        }
    };
    let rules: [(&'static [u8], &'static [u8], &str); 8] = [
        (b"Lang", b"Catalog", "names no language"),
        (b"Metadata", b"Catalog", "metadata are missing"),
        (b"ToUnicode", b"Type0", "has no letters for its glyphs"),
        (b"FontFile3", b"FontDescriptor", "is not in the file"),
        (b"Alt", b"Figure", "a picture has no description"),
        (b"Contents", b"Link", "a link has no words"),
        (b"ViewerPreferences", b"Catalog", "does not show its title"),
        (b"OutputIntents", b"Catalog", "does not say what its colours mean"),
    ];
    for (key, of, told) in rules {
        let (code, said) = spoilt(&|document| {
            take(key, of)(document);
            // Fonts are of either kind.
            if key == b"FontFile3" {
                take(b"FontFile2", of)(document);
            }
        });
        assert!(code == 1 && said.contains(told), "{told}: {said}");
    }
    let (code, said) = spoilt(&|document| {
        let page = document.get_pages()[&1];
        document.change_page_content(page, b"0 0 10 10 re f".to_vec()).unwrap();
    });
    assert!(code == 1 && said.contains("page 1: something is drawn and not marked"), "{said}");
    let (code, said) = spoilt(&|document| {
        let page = document.get_pages()[&2];
        let outside =
            vec![Object::Integer(-50), Object::Integer(0), Object::Integer(100), Object::Integer(100)];
        document.get_dictionary_mut(page).unwrap().set("TrimBox", outside);
    });
    assert!(code == 1 && said.contains("page 2 is cut outside its paper"), "{said}");
}

#[test]
fn each_rule_of_an_e_book_finds_what_it_is_for() {
    let desk = Desk::with_sample("");
    let (_, epub) = desk.export();
    let files = common::unzip(&epub);
    let spoilt = |name: &str, from: &str, to: &str| {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (path, bytes, _) in &files {
            let kind = if path == "mimetype" {
                zip::CompressionMethod::Stored
            } else {
                zip::CompressionMethod::Deflated
            };
            zip.start_file(path, zip::write::SimpleFileOptions::default().compression_method(kind)).unwrap();
            let bytes = match path.ends_with(name) {
                true => {
                    let text = String::from_utf8(bytes.clone()).unwrap();
                    assert!(text.contains(from), "{from} in {path}");
                    text.replacen(from, to, 1).into_bytes()
                }
                false => bytes.clone(),
            };
            zip.write_all(&bytes).unwrap();
        }
        desk.write("spoilt.epub", zip.finish().unwrap().into_inner());
        verify(&desk, "spoilt.epub")
    };
    for (name, from, to, told) in [
        ("mimetype", "epub", "epup", "does not begin with its kind"),
        (".opf", "<dc:title", "<dc:tutle", "content.opf: "),
        (".opf", "schema:accessibilitySummary", "schema:summary", "does not say schema:accessibilitySummary"),
        (".opf", "href=\"style.css\"", "href=\"stile.css\"", "is listed and not there"),
        ("piece-1.xhtml", "<h1", "<h1 <", "piece-1.xhtml: "),
        ("piece-1.xhtml", " lang=\"", " lung=\"", "names no language"),
        ("piece-1.xhtml", "</body>", "<script/></body>", "has a script"),
        ("piece-1.xhtml", "</body>", "<img src=\"../nowhere.png\"/></body>", "leads to no file of the book"),
        ("piece-1.xhtml", "</body>", "<p><a href=\"#nowhere\">x</a></p></body>", "leads to no place"),
        ("piece-1.xhtml", "</body>", "<img src=\"cover.png\"/></body>", "a picture has no description"),
    ] {
        let (code, said) = spoilt(name, from, to);
        assert!(code == 1 && said.contains(told), "{told}: {said}");
    }
}

#[test]
fn what_is_no_book_is_said_to_be_none() {
    let desk = Desk::new();
    desk.write("text.txt", "Words.");
    desk.write("broken.pdf", "%PDF-1.7 and no more");
    desk.write("broken.epub", "PK and no more");
    for (file, told) in [
        ("text.txt", "neither a PDF nor an EPUB"),
        ("nowhere.pdf", "nowhere.pdf"),
        ("broken.pdf", "can’t be read as a PDF"),
        ("broken.epub", "can’t be unpacked"),
    ] {
        let (code, said) = verify(&desk, file);
        assert!(code == 1 && said.contains(told), "{told}: {said}");
    }
}
