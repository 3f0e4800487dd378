//! The files for presses and office printers, the standards that an edition asks for, and what shops ask of an e-book.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

mod common;

use common::Desk;
use lopdf::{Dictionary, Document, Object};

/// A small edition with a picture in colours, and these lines at the end of its file.
fn desk(lines: &str) -> Desk {
    let desk = Desk::with_edition();
    let toml = desk.text("edition/edition.toml");
    desk.write("edition/edition.toml", format!("date = 2026-11-02\n{toml}\n{lines}"));
    desk.write("edition/images/red.png", picture(600, 300));
    desk.write(
        "edition/pieces/a.md",
        "---\ntitle: A View\nauthor: Ann Lee\n---\nThe first words. [A link](https://example.org).\n\n![Red.](../images/red.png)\n",
    );
    desk
}

/// A red picture.
fn picture(width: u32, height: u32) -> Vec<u8> {
    let rgb = [200_u8, 30, 20].repeat(width as usize * height as usize);
    pamphleteer::output::png::write(&pamphleteer::output::png::Pixels { width, height, rgb }).unwrap()
}

/// Makes a file of a kind; what it says, and what the command said.
fn made(desk: &Desk, kind: &str) -> (Document, String) {
    let file = desk.path("made.pdf");
    let said = desk.run(&["export", "edition", &format!("--{kind}"), &file.display().to_string()]);
    assert!(said.code == 0, "{said:?}");
    (Document::load_mem(&desk.bytes("made.pdf")).unwrap(), said.err)
}

fn catalog(pdf: &Document) -> &Dictionary {
    pdf.catalog().unwrap()
}

fn xmp(pdf: &Document) -> String {
    let xmp = catalog(pdf).get(b"Metadata").unwrap().as_reference().unwrap();
    String::from_utf8(pdf.get_object(xmp).unwrap().as_stream().unwrap().content.clone()).unwrap()
}

fn page(pdf: &Document, number: u32) -> &Dictionary {
    pdf.get_dictionary(pdf.get_pages()[&number]).unwrap()
}

fn area(page: &Dictionary, name: &str) -> Vec<f32> {
    let numbers = page.get(name.as_bytes()).unwrap().as_array().unwrap();
    numbers.iter().map(|number| number.as_float().unwrap()).collect()
}

fn content(pdf: &Document, number: u32) -> String {
    String::from_utf8_lossy(&pdf.get_page_content(pdf.get_pages()[&number])).into_owned()
}

/// The colour spaces of all pictures but masks, as they are written.
fn spaces(pdf: &Document) -> Vec<String> {
    let images = pdf.objects.values().filter_map(|object| object.as_stream().ok());
    let images = images
        .filter(|image| image.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|n| n == b"Image"));
    images
        .map(|image| match image.dict.get(b"ColorSpace").unwrap() {
            Object::Array(array) => String::from_utf8_lossy(array[0].as_name().unwrap()).into_owned(),
            name => String::from_utf8_lossy(name.as_name().unwrap()).into_owned(),
        })
        .collect()
}

#[test]
fn the_file_for_a_press_has_its_boxes_marks_and_colours_and_no_links() {
    let desk = desk("[print]\nbleed = \"3mm\"\nmarks = true\nsignature = 16\n");
    let (pdf, said) = made(&desk, "print");
    let pages = pdf.get_pages().len();
    assert!(pages.is_multiple_of(16), "{pages}");
    assert!(said.contains("fill up the last signature of 16 pages"), "{said}");
    for number in 1..=pages as u32 {
        let page = page(&pdf, number);
        let (media, bleed, trim) = (area(page, "MediaBox"), area(page, "BleedBox"), area(page, "TrimBox"));
        assert!((trim[2] - trim[0] - 432.0).abs() < 0.01 && (trim[3] - trim[1] - 648.0).abs() < 0.01);
        assert!((trim[0] - bleed[0] - 8.504).abs() < 0.01, "3 mm of bleed");
        assert!(media[2] > bleed[2] + 14.0, "room for the marks");
        assert!(page.get(b"Annots").is_err(), "a press has no clicks");
        assert!(content(&pdf, number).contains("/All cs 1 scn"), "marks in all inks");
    }
    // Text is black ink alone.
    let words =
        (1..=pages as u32).map(|number| content(&pdf, number)).find(|page| page.contains("TJ")).unwrap();
    assert!(words.contains("0 g\n") && !words.contains(" rg") && !words.contains(" k\n"), "{words}");
    assert!(xmp(&pdf).contains("<pdfxid:GTS_PDFXVersion>PDF/X-4<") && pdf.version == "1.6");
    assert!(catalog(&pdf).get(b"StructTreeRoot").is_err());
    let intents = catalog(&pdf).get(b"OutputIntents").unwrap().as_array().unwrap();
    let intent = pdf.get_dictionary(intents[0].as_reference().unwrap()).unwrap();
    assert_eq!(intent.get(b"S").unwrap().as_name().unwrap(), b"GTS_PDFX");
    assert_eq!(spaces(&pdf), ["ICCBased"], "colours of a screen say what they mean");
}

#[test]
fn pictures_become_grey_or_stay() {
    let grey = desk("[print]\ncolour = \"grey\"\n");
    assert_eq!(spaces(&made(&grey, "print").0), ["DeviceGray"]);
    assert_eq!(spaces(&made(&grey, "pdf").0), ["DeviceRGB"], "on screens they keep their colours");
}

#[test]
fn without_a_profile_no_picture_becomes_ink_and_older_files_stay() {
    let desk = desk("[print]\ncolour = \"cmyk\"\n");
    desk.write("made.pdf", "older");
    let file = desk.path("made.pdf").display().to_string();
    let said = desk.run(&["export", "edition", "--print", &file]);
    assert!(said.code == 1 && said.err.contains("no profile says how"), "{said:?}");
    assert_eq!(desk.text("made.pdf"), "older");
    let toml = desk.text("edition/edition.toml");
    desk.write("edition/press.icc", "no profile at all");
    desk.write("edition/edition.toml", toml.replace("[print]", "[print]\nprofile = \"press.icc\""));
    let said = desk.run(&["export", "edition", "--print", &file]);
    assert!(
        said.code == 1 && said.err.contains("“press.icc” can’t be used: it is no colour profile"),
        "{said:?}"
    );
    assert_eq!(desk.text("made.pdf"), "older");
}

#[test]
fn a_cover_is_as_wide_as_its_pages_are_thick() {
    let widths = ["90 gsm", "90 gsm 2.5", "72 ppi"].map(|paper| {
        let desk = desk(&format!("[print]\nbleed = \"0mm\"\npaper = \"{paper}\"\n[isbn]\nprint = \"978-0-306-40615-7\"\n[cover]\nstyle = \"band\"\nblurb = \"Words on the back.\"\n"));
        let (pdf, said) = made(&desk, "cover");
        assert!(said.contains("the cover does not say that it meets PDF/X-4"), "{said}");
        assert_eq!(pdf.get_pages().len(), 1);
        let text = pdf.extract_text(&[1]).unwrap();
        for words in ["Two Views", "Words on the back.", "ISBN 978-0-306-40615-7"] {
            assert!(text.contains(words), "{words} in {text}");
        }
        let trim = area(page(&pdf, 1), "TrimBox");
        (made(&desk, "print").0.get_pages().len(), trim[2] - trim[0] - 864.0)
    });
    let [(pages, thin), (_, thick), (_, inches)] = widths;
    let leaves = pages.div_ceil(2) as f32;
    assert!((thin - leaves * 0.1125 * 72.0 / 25.4).abs() < 0.1, "{thin}");
    assert!((thick - 2.0 * thin).abs() < 0.1, "{thick}");
    assert!((inches - leaves * 2.0).abs() < 0.1, "{inches}");
}

#[test]
fn a_booklet_has_two_pages_a_side_and_the_first_beside_the_last() {
    let desk = desk("");
    let sheets = made(&desk, "print").0.get_pages().len();
    let (pdf, _) = made(&desk, "booklet");
    assert_eq!(pdf.get_pages().len(), sheets.next_multiple_of(4) / 2);
    let media = area(page(&pdf, 1), "MediaBox");
    assert!((media[2] - 841.89).abs() < 0.1 && (media[3] - 595.28).abs() < 0.1, "A4 lying: {media:?}");
    // The first page of the book is the half title, and stands on the first side.
    assert!(pdf.extract_text(&[1]).unwrap().contains("Two Views"));
    let preferences = catalog(&pdf).get(b"ViewerPreferences").unwrap().as_dict().unwrap();
    assert_eq!(preferences.get(b"Duplex").unwrap().as_name().unwrap(), b"DuplexFlipShortEdge");
}

#[test]
fn the_standards_that_are_asked_for_are_met_or_there_is_no_file() {
    let old = desk("[pdf]\nstandard = [\"a-1b\"]\n");
    let (pdf, _) = made(&old, "pdf");
    assert!(old.bytes("made.pdf").starts_with(b"%PDF-1.4"));
    assert!(xmp(&pdf).contains("<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B<"));
    assert!(
        !String::from_utf8_lossy(&old.bytes("made.pdf")).contains("/ObjStm"),
        "PDF 1.4 has no object streams"
    );

    let sources = desk("[pdf]\nstandard = [\"PDF/A-3a\", \"ua-1\"]\n");
    let (pdf, _) = made(&sources, "pdf");
    assert!(xmp(&pdf).contains("<pdfaid:part>3<") && xmp(&pdf).contains("<pdfuaid:part>1<"));
    assert_eq!(catalog(&pdf).get(b"AF").unwrap().as_array().unwrap().len(), 2, "both pieces");
    let file = pdf.objects.values().filter_map(|object| object.as_stream().ok()).find(|stream| {
        stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"text/markdown")
    });
    let file = file.unwrap();
    let text = file.decompressed_content().unwrap_or_else(|_| file.content.clone());
    assert!(String::from_utf8(text).unwrap().contains("The first words."));

    let both = desk("[pdf]\nstandard = [\"a-1b\", \"ua-1\"]\n");
    let said = both.run(&["export", "edition", "--pdf", "made.pdf"]);
    assert!(said.code == 1 && said.err.contains("one PDF can’t meet PDF/A-1b and PDF/UA-1"), "{said:?}");
}

#[test]
fn what_stands_against_a_wanted_standard_is_named_with_its_place() {
    let desk = desk("[pdf]\nstandard = [\"ua-1\"]\n");
    let piece = desk.text("edition/pieces/a.md").replace("![Red.]", "![]");
    desk.write("edition/pieces/a.md", piece);
    desk.write("made.pdf", "older");
    let file = desk.path("made.pdf").display().to_string();
    let said = desk.run(&["export", "edition", "--pdf", &file]);
    assert_eq!(said.code, 1);
    assert!(
        said.err.contains("can’t meet PDF/UA-1: images/red.png: the picture has no description"),
        "{said:?}"
    );
    assert_eq!(desk.text("made.pdf"), "older");
}

#[test]
fn wrong_wishes_are_named_with_their_line_and_kept() {
    let wrong = "[pdf]\nstandard = [\"a-9z\"]\n[print]\nbleed = \"3m\"\nsignature = 5\npaper = \"thick\"\nink = 900\ncolour = \"pink\"\nprofile = \"../out.icc\"\n[cover]\nstyle = \"wild\"\n";
    let desk = desk(wrong);
    let said = desk.run(&["check", "edition"]);
    for words in
        ["a-9z", "bleed", "signature", "thick", "ink", "colour", "outside the edition’s folder", "style"]
    {
        let told = said
            .out
            .lines()
            .chain(said.err.lines())
            .any(|line| line.contains("edition.toml:") && line.contains(words));
        assert!(told, "{words}: {said:?}");
    }
}

#[test]
fn all_kinds_go_into_one_folder_and_are_the_same_each_time() {
    let desk = desk("[print]\nmarks = true\n");
    for folder in ["one", "two"] {
        let said =
            desk.run(&["export", "edition", "--make", "pdf,epub,print,cover,booklet", "--out", folder]);
        assert!(said.code == 0, "{said:?}");
    }
    for name in [
        "two-views.pdf",
        "two-views.epub",
        "two-views-print.pdf",
        "two-views-cover.pdf",
        "two-views-booklet.pdf",
    ] {
        assert!(desk.bytes(&format!("one/{name}")) == desk.bytes(&format!("two/{name}")), "{name}");
    }
}

#[test]
fn an_e_book_has_its_series_its_codes_and_pictures_of_a_fit_size() {
    let desk = desk("[series]\ntitle = \"Views\"\nnumber = \"3\"\n");
    let toml = desk.text("edition/edition.toml");
    desk.write("edition/edition.toml", format!("bisac = [\"soc052000\"]\nthema = \"JBCT\"\n{toml}"));
    desk.write("edition/images/red.png", picture(3000, 2000));
    let (_, epub) = desk.export();
    let files = common::unzip(&epub);
    let of = |name: &str| {
        files.iter().find(|(path, ..)| path.ends_with(name)).map(|(_, bytes, _)| bytes.clone()).unwrap()
    };
    let package = String::from_utf8(of(".opf")).unwrap();
    for words in [
        "<meta property=\"belongs-to-collection\" id=\"series\">Views</meta>",
        "<meta refines=\"#series\" property=\"group-position\">3</meta>",
        ">SOC052000</dc:subject>",
        "property=\"authority\">BISAC</meta>",
        ">JBCT</dc:subject>",
    ] {
        assert!(package.contains(words), "{words} in {package}");
    }
    let size = |bytes: Vec<u8>| {
        let picture = pamphleteer::edition::picture::Picture::read(bytes).unwrap();
        (picture.width, picture.height)
    };
    assert_eq!(size(of("cover.png")), (1600, 2560));
    let (width, height) = size(of("images/picture-1.png"));
    assert!(width * height <= 4_000_000 && width > 2400, "{width} × {height}");
}

#[test]
fn pictures_with_too_few_dots_are_told_and_that_of_the_cover_too() {
    let desk = desk("[cover]\npicture = \"images/front.png\"\n");
    desk.write("edition/images/front.png", picture(300, 300));
    let said = desk.run(&["export", "edition", "--pdf", "a.pdf"]);
    for words in [
        "images/red.png (page 1): doubt: the picture is printed with 150 dots an inch and may look soft",
        "images/front.png: doubt: the picture is printed on the cover with",
    ] {
        assert!(said.err.contains(words), "{words} is not in {}", said.err);
    }
    desk.write("edition/images/front.png", picture(3000, 3000));
    let said = desk.run(&["export", "edition", "--pdf", "a.pdf"]);
    assert!(!said.err.contains("front.png"), "{}", said.err);
}

#[test]
fn saving_keeps_what_is_said_of_files_and_their_comments() {
    let lines = "# our printer\n[print]\nmarks = true # always\npaper = \"90 gsm 1.5\"\n[cover]\nstyle = \"field\"\ncolour = \"plum\"\n";
    let desk = desk(lines);
    let mut notices = pamphleteer::notice::Notices::new();
    let mut edition = pamphleteer::edition::folder::load(&desk.path("edition"), &mut notices).unwrap();
    let before = desk.text("edition/edition.toml");
    pamphleteer::edition::folder::save(&edition, &desk.path("edition")).unwrap();
    assert_eq!(desk.text("edition/edition.toml"), before);
    edition.production.press.marks = None;
    edition.production.cover.blurb = Some("Buy it.".into());
    edition.production.standards = vec![pamphleteer::edition::production::standard::Standard::A2u];
    pamphleteer::edition::folder::save(&edition, &desk.path("edition")).unwrap();
    let after = desk.text("edition/edition.toml");
    assert!(after.contains("# our printer") && after.contains("blurb = \"Buy it.\""), "{after}");
    assert!(!after.contains("marks") && after.contains("standard = [\"a-2u\"]"), "{after}");
    let again = pamphleteer::edition::folder::load(&desk.path("edition"), &mut notices).unwrap();
    assert_eq!(again.production, edition.production);
}
