//! Files that were made to break an import, or broke on the way: each is refused with a plain message, or its text
//! is still there, and nothing takes long.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

#[path = "common/drafts.rs"]
mod drafts;

use drafts::{Folder, PROSE, docx, epub, odt, png, read, word, zipped};
use pamphleteer::import::intake::Field;
use pamphleteer::import::{create, files, limits};
use pamphleteer::notice::Notices;

#[test]
fn an_archive_that_swells_is_refused() {
    let folder = Folder::new();
    let zeros = vec![b' '; limits::ARCHIVE_PART as usize + 1];
    for (name, part) in [("a.docx", "word/document.xml"), ("a.odt", "content.xml")] {
        let outcome = folder.read(name, zipped(&[(part, &zeros)]));
        assert!(outcome.why().contains("the text of the file is too large"), "{}", outcome.why());
    }
    let chapter = format!("<html><body><p>{}</p></body></html>", PROSE.repeat(3));
    let package = "<package><manifest><item id='a' href='a.xhtml' media-type='text/html'/>\
        <item id='b' href='b.xhtml' media-type='text/html'/></manifest><spine><itemref idref='b'/><itemref idref='a'/></spine></package>";
    let book = epub(&chapter, &[("O/b.xhtml", &zeros)]);
    assert!(folder.read("a.epub", &book).error.is_none());
    let parts: [(&str, &[u8]); 4] = [
        ("META-INF/container.xml", b"<c><rootfile full-path='O/p.opf'/></c>"),
        ("O/p.opf", package.as_bytes()),
        ("O/b.xhtml", &zeros),
        ("O/a.xhtml", chapter.as_bytes()),
    ];
    let outcome = folder.read("b.epub", zipped(&parts));
    assert!(outcome.said.contains("the chapter “O/b.xhtml” is too large"), "{}", outcome.said);
    assert!(outcome.words().contains("a long way"));
}

#[test]
fn names_in_an_archive_and_addresses_never_leave_it() {
    let folder = Folder::new();
    let secret = folder.file("secret.png", png(2, 3));
    let absolute = secret.to_str().unwrap();
    let drawing = "<w:p><w:r><w:drawing><a:blip r:embed='p'/></w:drawing></w:r></w:p>";
    for target in ["../../secret.png", absolute, "..\\..\\secret.png", "%2e%2e/%2e%2e/secret.png"] {
        let relations = format!("<R><Relationship Id='p' Target='{target}'/></R>");
        let parts: [(&str, &[u8]); 2] =
            [("word/_rels/document.xml.rels", relations.as_bytes()), ("../../x", b"no")];
        let outcome = folder.read("in/a.docx", docx(&[word(PROSE), drawing.into()].concat(), &parts));
        assert!(outcome.markdown.contains("a long way"), "{target}");
        assert!(outcome.intakes.iter().all(|intake| intake.pictures.is_empty()), "{target}");
        let frame =
            format!("<text:p>{PROSE}<draw:frame><draw:image xlink:href='{target}'/></draw:frame></text:p>");
        let outcome = folder.read("in/a.odt", odt(&frame, &[]));
        assert!(outcome.said.contains("secret.png"), "{target}: {}", outcome.said);
        assert!(outcome.intakes.iter().all(|intake| intake.pictures.is_empty()), "{target}");
    }
    assert!(!folder.path("x").exists() && !folder.path("in/x").exists());
}

#[test]
fn entities_are_never_expanded() {
    let folder = Folder::new();
    let laughs: String =
        (1..10).map(|n| format!("<!ENTITY l{n} '{}'>", format!("&l{};", n - 1).repeat(10))).collect();
    let outside = "<!ENTITY l9 SYSTEM 'file:///etc/passwd'>";
    for entities in [format!("<!ENTITY l0 'laugh'>{laughs}"), outside.into()] {
        let doctype = format!("<?xml version='1.0'?><!DOCTYPE x [{entities}]>");
        let document = format!(
            "{doctype}<w:document xmlns:w='w'><w:body>{}{}</w:body></w:document>",
            word(PROSE),
            word("&l9;")
        );
        let outcome = folder.read("a.docx", zipped(&[("word/document.xml", document)]));
        assert!(
            outcome.words().contains("a long way") && outcome.words().len() < 2_000,
            "{}",
            outcome.words().len()
        );
        assert!(outcome.said.contains("damaged"), "{}", outcome.said);
        let content = format!("{doctype}<x xmlns:text='t'><text:p>{PROSE}</text:p><text:p>&l9;</text:p></x>");
        let outcome = folder.read("a.odt", zipped(&[("content.xml", content)]));
        assert!(outcome.words().contains("a long way") && outcome.words().len() < 2_000);
        let page = format!("{doctype}<html><body><p>{PROSE}</p><p>&l9;</p></body></html>");
        let outcome = folder.read("a.html", &page);
        assert!(outcome.words().contains("a long way") && outcome.words().len() < 4_000);
        let outcome =
            folder.read("a.epub", epub(&page.replace("<p>&l9;", &format!("<p>{PROSE}{PROSE}&l9;")), &[]));
        assert!(outcome.words().contains("a long way") && outcome.words().len() < 4_000);
    }
}

#[test]
fn tags_of_any_depth_give_their_words() {
    let folder = Folder::new();
    let nested = |open: &str, close: &str| {
        format!("{}{PROSE}{}<p>And the end.</p>", open.repeat(100_000), close.repeat(100_000))
    };
    for (open, close) in
        [("<div>", "</div>"), ("<div></p>", ""), ("<div><!--</div>-->", ""), ("<ul><li>", ""), ("<b><p>", "")]
    {
        let outcome = folder.read("a.html", nested(open, close));
        assert!(outcome.said.contains("only its words are taken"), "{open}: {}", outcome.said);
        assert!(outcome.words().contains("a long way") && outcome.words().contains("And the end."), "{open}");
        assert!(outcome.time < limits::TIME, "{open}: {:?}", outcome.time);
    }
    let chapter = nested("<div>", "</div>").replace(PROSE, &PROSE.repeat(4));
    assert!(folder.read("a.epub", epub(&chapter, &[])).words().contains("a long way"));
    let groups = format!("{{\\rtf1 {}{PROSE}{}\\par End.\\par}}", "{".repeat(100_000), "}".repeat(100_000));
    assert!(folder.read("a.rtf", groups).markdown.contains("a long way"));
    let lists = format!(
        "{{\\rtf1 {}{PROSE}\\par{}}}",
        "{\\pard\\ls1\\ilvl8 x\\par ".repeat(100_000),
        "}".repeat(100_000)
    );
    assert!(folder.read("b.rtf", lists).words().contains("a long way"));
    let tables = format!("{}{}", "<w:tbl><w:tr><w:tc>".repeat(30_000), word(PROSE));
    let outcome = folder.read("a.docx", docx(&tables, &[]));
    assert!(
        outcome.markdown.contains("a long way") && outcome.said.contains("complicated"),
        "{}",
        outcome.said
    );
    let quotes = format!("{} {PROSE}", ">".repeat(100_000));
    let outcome = folder.read("a.md", quotes);
    assert!(outcome.markdown.contains("a long way") && outcome.said.contains("nested more than 100 deep"));
}

#[test]
fn emphasis_that_never_ends_is_not_multiplied() {
    let emphasis: String = (0..300).map(|n| format!("<b x={n}>")).collect();
    let page = format!("<p>{emphasis}</p>{}<p>{PROSE}</p>", "<p>x</p>".repeat(60_000));
    let outcome = Folder::new().read("a.html", page);
    assert!(outcome.said.contains("too many tags that never end") && outcome.words().contains("a long way"));
}

#[test]
fn pictures_of_too_many_pixels_are_named_and_not_decoded() {
    use base64::Engine;
    let folder = Folder::new();
    let huge = png(25_000, 20_000);
    let drawing = "<w:p><w:r><w:drawing><a:blip r:embed='p'/></w:drawing></w:r></w:p>";
    let relations: &[u8] = b"<R><Relationship Id='p' Target='media/huge.png'/></R>";
    let parts = [("word/_rels/document.xml.rels", relations), ("word/media/huge.png", huge.as_slice())];
    let outcome = folder.read("a.docx", docx(&[word(PROSE), drawing.into()].concat(), &parts));
    let said = "a.docx:2: fault: the picture “huge.png” can’t be used: the picture has 25000 × 20000 pixels";
    assert!(outcome.said.contains(said), "{}", outcome.said);
    assert!(outcome.markdown.contains("a long way"));
    let mut padded = huge.clone();
    padded.resize(2_000, 0);
    let data = base64::engine::general_purpose::STANDARD.encode(&padded);
    let outcome = folder
        .read("a.html", format!("<p>{PROSE}</p><img src='data:image/png;base64,{data}'><p>{PROSE} Two.</p>"));
    assert!(outcome.said.contains("25000 × 20000 pixels"), "{}", outcome.said);
    assert!(outcome.intakes[0].pictures.is_empty() && outcome.markdown.contains("a long way"));
}

#[test]
fn pictures_of_other_kinds_are_named_once_with_place_and_hint() {
    let folder = Folder::new();
    let kinds: [(&str, &[u8]); 5] = [
        ("a.webp", b"RIFF\x24\0\0\0WEBPVP8 \x18\0\0\0"),
        ("a.gif", b"GIF89a\x02\0\x02\0\x80\0\0"),
        ("a.bmp", b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0"),
        ("a.tif", b"II*\0\x08\0\0\0"),
        ("a.emf", b"\x01\0\0\0\x6c\0\0\0"),
    ];
    for (name, bytes) in kinds {
        let drawing = "<w:p><w:r><w:drawing><a:blip r:embed='p'/></w:drawing></w:r></w:p>";
        let relations = format!("<R><Relationship Id='p' Target='media/{name}'/></R>");
        let part = format!("word/media/{name}");
        let parts = [("word/_rels/document.xml.rels", relations.as_bytes()), (part.as_str(), bytes)];
        let outcome = folder.read("a.docx", docx(&[word(PROSE), drawing.repeat(3)].concat(), &parts));
        let said = format!(
            "a.docx:2: fault: the picture “{name}” can’t be used: the file is neither a JPEG nor a PNG picture"
        );
        assert!(
            outcome.said.contains(&said) && outcome.said.contains("save it as PNG or JPEG"),
            "{}",
            outcome.said
        );
        assert_eq!(outcome.said.matches(name).count(), 1, "{}", outcome.said);
        let frame = format!(
            "<text:p>{PROSE}<draw:frame><draw:image xlink:href='Pictures/{name}'/></draw:frame></text:p>"
        );
        let part = format!("Pictures/{name}");
        let outcome = folder.read("a.odt", odt(&frame, &[(part.as_str(), bytes)]));
        assert_eq!(outcome.said.matches("neither a JPEG nor a PNG").count(), 1, "{}", outcome.said);
        assert!(outcome.said.contains("save it as PNG or JPEG") && outcome.markdown.contains("a long way"));
        let chapter = format!("<p>{}</p><img src='{name}'/>", PROSE.repeat(4));
        let part = format!("O/{name}");
        let outcome = folder.read("a.epub", epub(&chapter, &[(part.as_str(), bytes)]));
        assert_eq!(outcome.said.matches("neither a JPEG nor a PNG").count(), 1, "{}", outcome.said);
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let outcome = folder.read("a.rtf", format!("{{\\rtf1 {PROSE}\\par{{\\pict\\pngblip {hex}}}\\par}}"));
        assert_eq!(outcome.said.matches("neither a JPEG nor a PNG").count(), 1, "{}", outcome.said);
    }
}

#[test]
fn nothing_outside_the_folder_of_a_text_is_read() {
    let folder = Folder::new();
    folder.file("secret.png", png(200, 300));
    let absolute = folder.path("secret.png");
    let far = absolute.to_str().unwrap();
    let page = format!(
        "<p>{PROSE}</p><img src='file://{far}'><img src='{far}'><img src='../secret.png'><img src='file:///etc/passwd'><p>{PROSE} Two.</p>"
    );
    folder.file("in/a.html", page);
    folder.file(
        "in/b.md",
        format!("{PROSE}\n\n![x](../secret.png)\n\n![y]({far})\n\n![z](../../../../etc/passwd)\n"),
    );
    #[cfg(unix)]
    std::os::unix::fs::symlink(&absolute, folder.path("in/link.png")).unwrap();
    folder.file("in/c.md", format!("{PROSE}\n\n![x](link.png)\n"));
    let mut notices = Notices::new();
    let made = create::create(&folder.path("out"), Some(&folder.path("in")), &mut notices).unwrap();
    assert_eq!(made.pieces, 3);
    assert_eq!(std::fs::read_dir(folder.path("out/images")).unwrap().count(), 0, "{notices:?}");
    let said: String = notices.iter().map(ToString::to_string).collect();
    assert!(said.contains("lies outside the folder"), "{said}");
    let text = std::fs::read_to_string(folder.path("out/pieces/a.md")).unwrap();
    assert!(!text.contains("file:") && text.contains("a long way"), "{text}");
}

#[test]
fn links_that_run_something_become_words() {
    let folder = Folder::new();
    for address in [
        "javascript:alert(1)",
        "JavaScript:x",
        "java\nscript:x",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
    ] {
        let html = format!("<p>{PROSE} <a href='{address}'>the words</a> go on.</p><p>{PROSE} Two.</p>");
        let field = format!(
            "<w:p><w:r><w:t>{PROSE} </w:t></w:r><w:fldSimple w:instr='HYPERLINK \"{address}\"'><w:r><w:t>the words</w:t></w:r></w:fldSimple><w:r><w:t> go on.</w:t></w:r></w:p>"
        );
        let rtf = format!(
            "{{\\rtf1 {PROSE} {{\\field{{\\*\\fldinst HYPERLINK \"{address}\"}}{{\\fldrslt the words}}}} go on.\\par}}"
        );
        let text =
            format!("<text:p>{PROSE} <text:a xlink:href='{address}'>the words</text:a> go on.</text:p>");
        for outcome in [
            folder.read("a.html", html),
            folder.read("a.docx", docx(&field, &[])),
            folder.read("a.rtf", rtf),
            folder.read("a.odt", odt(&text, &[])),
            folder.read("a.md", format!("{PROSE} [the words]({address}) go on.\n")),
        ] {
            let markdown = &outcome.markdown;
            assert!(
                markdown.contains("the words") && !markdown.contains("[the words]("),
                "{address}: {markdown}"
            );
        }
    }
}

#[test]
fn endless_tables_end() {
    let folder = Folder::new();
    let row = format!("<tr>{}</tr>", "<td>x".repeat(100));
    let outcome = folder.read("a.html", format!("<p>{PROSE}</p><table>{}</table>", row.repeat(20_000)));
    assert!(outcome.said.contains("more than 200000 tags") && outcome.words().contains("a long way"));
    // Each row would get as many cells as the widest.
    let jagged = format!("{}<tr>{}", "<tr><td>x".repeat(9_000), "<td>y".repeat(9_000));
    let outcome = folder.read("b.html", format!("<p>{PROSE}</p><table>{jagged}</table>"));
    assert!(outcome.words().contains("a long way"));
    let spans = "<tr><td colspan=1000000 rowspan=1000000>a<td>b".repeat(3);
    let outcome = folder.read("c.html", format!("<p>{PROSE}</p><table>{spans}</table><p>{PROSE} Two.</p>"));
    assert!(outcome.markdown.contains("a long way") && outcome.words().contains('b'));
    let cell = |more: &str| format!("<w:tc><w:tcPr>{more}</w:tcPr>{}</w:tc>", word("x"));
    let row = format!("<w:tr>{}</w:tr>", cell("").repeat(60));
    let outcome =
        folder.read("a.docx", docx(&format!("{}<w:tbl>{}</w:tbl>", word(PROSE), row.repeat(5_000)), &[]));
    assert!(outcome.said.contains("more than 20000 cells; the others are left out"), "{}", outcome.said);
    let wide = format!("<w:tr>{}</w:tr>", cell("<w:gridSpan w:val='1000000'/>").repeat(3));
    let outcome = folder.read("b.docx", docx(&format!("{}<w:tbl>{wide}</w:tbl>", word(PROSE)), &[]));
    assert!(outcome.markdown.len() < 5_000 && outcome.markdown.contains("a long way"));
    let jagged = format!(
        "{}<w:tr>{}</w:tr>",
        format!("<w:tr>{}</w:tr>", cell("")).repeat(9_000),
        cell("").repeat(9_000)
    );
    assert!(
        folder
            .read("c.docx", docx(&format!("{}<w:tbl>{jagged}</w:tbl>", word(PROSE)), &[]))
            .markdown
            .contains("a long way")
    );
    let cells = "<table:table-cell table:number-columns-repeated='1000000000'/>".repeat(500);
    let table = format!(
        "<text:p>{PROSE}</text:p><table:table>{}</table:table>",
        format!("<table:table-row>{cells}</table:table-row>").repeat(10)
    );
    assert!(folder.read("a.odt", odt(&table, &[])).said.contains("more than 20000 cells"));
    let outcome = folder.read(
        "a.rtf",
        format!("{{\\rtf1 {PROSE}\\par\\pard\\intbl {}\\row\\pard End.\\par}}", "x\\cell ".repeat(500_000)),
    );
    assert!(
        outcome.said.contains("more than 20000 cells") && outcome.markdown.contains("a long way"),
        "{} {}",
        outcome.why(),
        outcome.said
    );
}

#[test]
fn binary_files_with_the_ending_of_a_text_are_refused() {
    let folder = Folder::new();
    let mut binary = b"\x7fELF\x02\x01\x01\0\0\0".to_vec();
    binary.extend((0..60_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8));
    for name in ["a.txt", "a.md", "a.html"] {
        let outcome = folder.read(name, &binary);
        assert!(outcome.why().contains("not a text, whatever its name says"), "{name}: {}", outcome.why());
    }
    for name in ["a.docx", "a.odt", "a.rtf", "a.epub"] {
        let outcome = folder.read(name, &binary);
        assert!(
            outcome.why().contains("whatever its name says, but something unknown"),
            "{name}: {}",
            outcome.why()
        );
    }
}

#[test]
fn empty_files_and_those_of_white_space_say_so() {
    let folder = Folder::new();
    for name in ["a.docx", "a.odt", "a.rtf", "a.epub"] {
        assert!(folder.read(name, b"").why().contains("the file is empty"), "{name}");
    }
    for name in ["a.txt", "a.md", "a.html"] {
        for bytes in [&b""[..], b" \n\n ", b"\xEF\xBB\xBF", b"\xFF\xFE"] {
            let outcome = folder.read(name, bytes);
            assert!(outcome.why().contains("the file is empty"), "{name} {bytes:?}: {}", outcome.why());
        }
    }
}

#[test]
fn old_and_locked_files_are_named_as_such() {
    let folder = Folder::new();
    let mut old = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    old.resize(4_096, 0);
    assert!(folder.read("a.docx", &old).why().contains("an old Office file (such as .doc)"));
    assert!(folder.read("a.doc", &old).why().contains("an old Word file (DOC), which can’t be imported"));
    old.extend("EncryptedPackage".bytes().flat_map(|letter| [letter, 0]));
    assert!(folder.read("b.docx", &old).why().contains("locked with a password"));
    let manifest: &[u8] = b"<m><encryption-data/></m>";
    assert!(
        folder
            .read("a.odt", odt("<text:p>x</text:p>", &[("META-INF/manifest.xml", manifest)]))
            .why()
            .contains("locked")
    );
    let locks: [(&str, &[u8]); 2] = [("META-INF/encryption.xml", b""), ("META-INF/rights.xml", b"")];
    assert!(folder.read("a.epub", epub("x", &locks)).why().contains("locked"));
}

#[test]
fn cut_archives_are_refused_or_give_what_is_left() {
    let folder = Folder::new();
    let whole = [
        ("a.docx", docx(&word(PROSE).repeat(20), &[])),
        ("a.odt", odt(&format!("<text:p>{PROSE}</text:p>").repeat(20), &[])),
        ("a.epub", epub(&format!("<p>{PROSE}</p>").repeat(20), &[])),
    ];
    for (name, bytes) in whole {
        assert!(folder.read(name, &bytes).words().contains("a long way"), "{name}");
        for length in (4..bytes.len()).step_by(37) {
            let why = folder.read(name, &bytes[..length]).error.unwrap_or_default();
            assert!(why.contains("damaged and can’t be opened"), "{name} {length}: {why}");
        }
    }
}

#[test]
fn circles_end() {
    let folder = Folder::new();
    let style = |id: &str, base: &str| {
        format!(
            "<w:style w:type='paragraph' w:styleId='{id}'><w:name w:val='x{id}'/><w:basedOn w:val='{base}'/></w:style>"
        )
    };
    let styles =
        format!("<w:styles xmlns:w='w'>{}{}{}</w:styles>", style("a", "b"), style("b", "a"), style("c", "c"));
    let numbering = "<w:numbering xmlns:w='w'><w:abstractNum w:abstractNumId='0'><w:numStyleLink w:val='a'/></w:abstractNum>\
        <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='2'/></w:num></w:numbering>";
    let styled = |style: &str, list: u8| {
        format!(
            "<w:p><w:pPr><w:pStyle w:val='{style}'/><w:numPr><w:ilvl w:val='99'/><w:numId w:val='{list}'/></w:numPr></w:pPr><w:r><w:t>{PROSE}</w:t></w:r></w:p>"
        )
    };
    let call = "<w:r><w:footnoteReference w:id='1'/></w:r>";
    let body = [styled("a", 1), styled("c", 2), format!("<w:p>{call}</w:p>")].concat();
    let notes = format!(
        "<w:footnotes xmlns:w='w'><w:footnote w:id='1'><w:p><w:r><w:t>See</w:t></w:r>{call}</w:p></w:footnote></w:footnotes>"
    );
    let parts = [
        ("word/styles.xml", styles.as_bytes()),
        ("word/numbering.xml", numbering.as_bytes()),
        ("word/footnotes.xml", notes.as_bytes()),
    ];
    let outcome = folder.read("a.docx", docx(&body, &parts));
    assert!(
        outcome.markdown.contains("a long way") && outcome.markdown.contains("See"),
        "{}",
        outcome.markdown
    );
    let styles = "<s xmlns:office='o' xmlns:style='y'><office:styles><style:style style:name='a' style:family='paragraph' style:parent-style-name='b'/>\
        <style:style style:name='b' style:family='paragraph' style:parent-style-name='a'/></office:styles></s>";
    let text = format!("<text:p text:style-name='a'>{PROSE}</text:p>");
    assert!(
        folder
            .read("a.odt", odt(&text, &[("styles.xml", styles.as_bytes())]))
            .markdown
            .contains("a long way")
    );
    let rtf = format!(
        "{{\\rtf1{{\\stylesheet{{\\s1\\sbasedon2 a;}}{{\\s2\\sbasedon1 b;}}}}\\pard\\s1 {PROSE}\\par}}"
    );
    assert!(folder.read("a.rtf", rtf).markdown.contains("a long way"));
    let page = format!(
        "<p>{PROSE}<a href='#fn1'>1</a></p><p id='fn1'>See <a href='#fn2'>2</a></p><p id='fn2'>See <a href='#fn1'>1</a></p><p>{PROSE} Two.</p>"
    );
    assert!(folder.read("a.html", page).words().contains("a long way"));
    let markdown = format!("{PROSE}[^a]\n\n[^a]: See[^b].\n\n[^b]: See[^a].\n");
    assert!(folder.read("a.md", markdown).markdown.contains("See"));
}

#[test]
fn texts_of_odd_letters_are_read() {
    let folder = Folder::new();
    for name in ["a.txt", "a.md", "a.html"] {
        let marks = folder.read(name, "\u{301}".repeat(100_000));
        assert!(marks.words().contains('\u{301}'), "{name}");
        let line = folder.read(name, "a".repeat(limits::PIECE - 1));
        assert_eq!(line.words().matches('a').count(), limits::PIECE - 1, "{name}");
        assert!(line.said.contains("more than 1 MiB; it is cut into several"), "{name}: {}", line.said);
        let invalid =
            folder.read(name, [b"Words \xC3( and \xFF\xFE more. ".as_slice(), PROSE.as_bytes()].concat());
        assert!(
            invalid.words().contains("a long way") && invalid.said.contains("not UTF-8"),
            "{name}: {}",
            invalid.said
        );
        let mut wide: Vec<u8> =
            [0xFF, 0xFE].into_iter().chain(PROSE.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        wide.push(b'x');
        assert!(folder.read(name, &wide).words().contains("a long way"), "{name}");
    }
    let outcome = folder.read("b.txt", PROSE.repeat(limits::PIECE / PROSE.len() + 1));
    assert!(outcome.why().contains("the text has more than 5 MiB"), "{}", outcome.why());
    let outcome = folder.read("c.txt", vec![b'a'; limits::TEXT as usize + 1]);
    assert!(outcome.why().contains("the file has more than 10 MiB"), "{}", outcome.why());
}

#[test]
fn many_lines_take_little_time() {
    let folder = Folder::new();
    for (name, text) in [
        ("a.txt", format!("{PROSE}\n").repeat(10_000)),
        ("b.txt", (0..50_000).map(|n| format!("A line {n}\n\n")).collect()),
        ("c.txt", format!("{PROSE}\n").repeat(25_000)),
        ("d.txt", "\n".repeat(5_000_000) + PROSE),
        ("e.txt", "\"".repeat(500_000)),
    ] {
        let outcome = folder.read(name, text);
        assert!(
            outcome.error.is_none() && outcome.time < limits::TIME,
            "{name}: {} {:?}",
            outcome.why(),
            outcome.time
        );
    }
}

#[test]
fn many_notes_and_breaks_take_little_time() {
    let folder = Folder::new();
    let calls: String =
        (0..20_000).map(|n| format!("<w:r><w:footnoteReference w:id='{n}'/></w:r>")).collect();
    let notes: String =
        (0..20_000).map(|n| format!("<w:footnote w:id='{n}'>{}</w:footnote>", word("n"))).collect();
    let notes = format!("<w:footnotes xmlns:w='w'>{notes}</w:footnotes>");
    let body = format!("{}<w:p>{calls}</w:p>", word(PROSE));
    let outcome = folder.read("a.docx", docx(&body, &[("word/footnotes.xml", notes.as_bytes())]));
    assert!(outcome.markdown.contains("[^20000]"), "{}", outcome.why());
    let breaks =
        "<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t><w:br/><w:br/></w:r><w:r><w:t>b</w:t></w:r>".repeat(50_000);
    let outcome = folder.read("b.docx", docx(&format!("{}<w:p>{breaks}</w:p>", word(PROSE)), &[]));
    assert!(outcome.markdown.contains("a long way"), "{}", outcome.why());
}

#[test]
fn front_matter_that_swells_is_no_front_matter() {
    let folder = Folder::new();
    let outcome = folder.read("a.md", format!("---\ntitle: {}\n---\n{PROSE}\n", "x".repeat(70_000)));
    assert!(outcome.said.contains("front matter of more than 64 KiB is read as text"), "{}", outcome.said);
    assert!(outcome.markdown.contains("a long way"));
    let letters: Vec<char> = ('a'..='z').collect();
    let bomb: String = letters
        .windows(2)
        .map(|two| format!("{}: &{} [{}]\n", two[1], two[1], format!("*{},", two[0]).repeat(9)))
        .collect();
    let outcome = folder.read("b.md", format!("---\na: &a [x,x,x]\n{bomb}---\n{PROSE}\n"));
    assert!(outcome.of(Field::Body).contains("a long way") && outcome.time < limits::TIME);
    let deep = folder.read("c.md", format!("---\ntags: {}\n---\n{PROSE}\n", "[".repeat(50_000)));
    assert!(deep.words().contains("a long way"));
}

#[test]
fn archives_of_too_many_parts_are_refused() {
    let names: Vec<String> = (0..=limits::ARCHIVE_ENTRIES).map(|n| n.to_string()).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    let outcome = Folder::new().read("a.docx", zipped(&parts));
    assert!(outcome.why().contains("more than 4096 parts"), "{}", outcome.why());
}

#[cfg(unix)]
#[test]
fn a_folder_that_contains_itself_is_read_once() {
    let folder = Folder::new();
    folder.file("in/a.txt", PROSE);
    std::os::unix::fs::symlink(folder.path("in"), folder.path("in/again")).unwrap();
    std::os::unix::fs::symlink(folder.path("in/loop.txt"), folder.path("in/loop.txt")).unwrap();
    let mut notices = Notices::new();
    let found = files::gather(&[folder.path("in")], &mut notices);
    assert_eq!(found, [folder.path("in/a.txt")]);
    let made = create::create(&folder.path("out"), Some(&folder.path("in")), &mut notices).unwrap();
    assert_eq!(made.pieces, 1);
    assert!(!read(&folder.path("in/loop.txt")).why().is_empty());
}
