//! The PDF, read back with a library of its own: fonts, text, places, labels, metadata.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

mod common;

use common::Desk;
use lopdf::{Dictionary, Document, Object};
use pamphleteer::edition::text::Block;
use pamphleteer::edition::{Edition, folder};
use pamphleteer::notice::Notices;
use std::collections::BTreeMap;

#[test]
fn fonts_are_embedded_subsets_whose_glyphs_have_text_and_their_own_widths() {
    let pdf = sample("theme = \"classic\"");
    let fonts = fonts(&pdf);
    assert!(fonts.len() >= 3);
    for font in fonts.values() {
        let name = String::from_utf8_lossy(font.get(b"BaseFont").unwrap().as_name().unwrap()).into_owned();
        let (tag, _) = name.split_once('+').unwrap();
        assert!(tag.len() == 6 && tag.bytes().all(|b| b.is_ascii_uppercase()), "{name}");
        let descendant = font.get(b"DescendantFonts").unwrap().as_array().unwrap()[0].as_dict().unwrap();
        let descriptor = dict(&pdf, descendant.get(b"FontDescriptor").unwrap());
        let program = stream(&pdf, descriptor.get(b"FontFile2").or(descriptor.get(b"FontFile3")).unwrap());
        let widths = widths(descendant);
        let hmtx = advances(&program);
        // Parts of composed letters follow the glyphs that text shows.
        assert!(widths.len() <= hmtx.len(), "{name}");
        // The empty box has no width here: it is shown by no text of the sample.
        assert!(widths.iter().zip(&hmtx).skip(1).all(|(a, b)| (a - b).abs() <= 1), "{name}");
        let letters = to_unicode(&stream(&pdf, font.get(b"ToUnicode").unwrap()));
        assert!(letters.len() + 20 >= hmtx.len() / 2, "{name}: {} of {}", letters.len(), hmtx.len());
    }
}

#[test]
fn every_word_of_every_piece_can_be_copied_in_order() {
    let initials = "modern\"\ndrop_caps = 3\nnotes = \"end";
    for theme in ["classic", "essay", "modern", initials] {
        let pdf = sample(&format!("theme = \"{theme}\""));
        let pages: Vec<String> = pdf.get_pages().values().map(|page| text_of(&pdf, *page)).collect();
        let book = pages.join(" ");
        let words: Vec<String> = tokens(&book);
        let edition = sample_edition();
        for (_, piece) in edition.included() {
            let mut at = 0;
            for block in &piece.body.blocks {
                let mut wanted = Vec::new();
                block.each_paragraph(&mut |paragraph| wanted.extend(tokens(&paragraph.words())));
                // Tables and pictures may wait for the head of the next page.
                let floats = matches!(block, Block::Table(_) | Block::Figure { .. });
                let mut from = if floats { 0 } else { at };
                for word in &wanted {
                    let found = find(&words[from..], word);
                    from +=
                        found.unwrap_or_else(|| panic!("{theme}: {} lacks “{word}”", piece.file.display()));
                }
                at = if floats { at } else { from };
            }
        }
        assert!(book.contains("office where the figures"), "{theme}: a ligature is lost");
        assert!(!book.contains('\u{fffd}'));
    }
}

#[test]
fn divided_words_are_whole_again_when_they_are_copied() {
    let pdf = sample("theme = \"classic\"");
    let book: String = pdf.get_pages().values().map(|page| text_of(&pdf, *page)).collect();
    // A soft hyphen stands for the hyphen that was added; what follows it is the rest of the word.
    let divided = book.match_indices('\u{ad}').count();
    assert!(divided >= 10, "only {divided} divided words");
    let joined = book.replace('\u{ad}', "");
    assert!(joined.contains("Wendbury you may choose"), "a divided word is torn apart");
}

#[test]
fn pages_have_the_size_that_was_asked_for() {
    for (trim, width, height) in
        [("6x9in", 432.0, 648.0), ("a5", 419.528, 595.276), ("100mm x 150mm", 283.465, 425.197)]
    {
        let pdf = sample(&format!("trim = \"{trim}\""));
        for page in pdf.get_pages().values() {
            let page = pdf.get_dictionary(*page).unwrap();
            for name in [b"MediaBox".as_slice(), b"TrimBox", b"CropBox"] {
                let found: Vec<f32> = page
                    .get(name)
                    .unwrap()
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|n| n.as_float().unwrap())
                    .collect();
                assert_eq!(found[..2], [0.0, 0.0]);
                assert!((found[2] - width).abs() < 0.01 && (found[3] - height).abs() < 0.01, "{found:?}");
            }
        }
    }
}

#[test]
fn page_labels_are_roman_then_arabic() {
    let pdf = sample("theme = \"classic\"");
    let labels = dict(&pdf, pdf.catalog().unwrap().get(b"PageLabels").unwrap());
    let ranges = labels.get(b"Nums").unwrap().as_array().unwrap();
    let styles: Vec<(i64, &[u8])> = ranges
        .chunks(2)
        .map(|pair| (pair[0].as_i64().unwrap(), dict(&pdf, &pair[1]).get(b"S").unwrap().as_name().unwrap()))
        .collect();
    assert_eq!(styles, [(0, b"r".as_slice()), (10, b"D")]);
}

#[test]
fn bookmarks_nest_and_every_link_arrives() {
    let pdf = sample("theme = \"classic\"");
    let places = places(&pdf);
    let catalog = pdf.catalog().unwrap();
    let outline = dict(&pdf, catalog.get(b"Outlines").unwrap());
    let tree = bookmarks(&pdf, outline);
    let part = tree.iter().find(|(title, _)| title == "Ground and Money").unwrap();
    let titles: Vec<&str> = part.1.iter().map(String::as_str).collect();
    assert_eq!(
        titles[1..],
        ["Hedges Are Infrastructure", "The Price of a Gate", "Who Mends the Mending Fund?"]
    );

    let (mut to_places, mut to_web) = (0, 0);
    for page in pdf.get_pages().values() {
        let page = pdf.get_dictionary(*page).unwrap();
        let Ok(annotations) = page.get(b"Annots").and_then(Object::as_array) else { continue };
        for annotation in annotations.iter().map(|annotation| dict(&pdf, annotation)) {
            assert!(!annotation.get(b"Contents").unwrap().as_str().unwrap().is_empty());
            if let Ok(name) = annotation.get(b"Dest") {
                to_places += 1;
                assert!(places.contains_key(&words(name)), "{} leads nowhere", words(name));
            } else {
                to_web += 1;
                let action = dict(&pdf, annotation.get(b"A").unwrap());
                assert!(words(action.get(b"URI").unwrap()).starts_with("https://"));
            }
        }
    }
    assert!(to_places > 30 && to_web > 10, "{to_places} {to_web}");
    // The contents lead to the page that bears the title.
    let page = places["piece-6"];
    assert!(text_of(&pdf, page).contains("Hedges Are Infrastructure"));
}

#[test]
fn metadata_agree() {
    let pdf = sample("theme = \"classic\"");
    let catalog = pdf.catalog().unwrap();
    assert_eq!(words(catalog.get(b"Lang").unwrap()), "en-GB");
    let info = dict(&pdf, pdf.trailer.get(b"Info").unwrap());
    assert_eq!(words(info.get(b"Title").unwrap()), "The Kitchen Chair");
    let xmp = String::from_utf8(stream(&pdf, catalog.get(b"Metadata").unwrap())).unwrap();
    for part in ["The Kitchen Chair", "Orla Penhallow", "2026-03-01", &words(info.get(b"Producer").unwrap())]
    {
        assert!(xmp.contains(part), "{part}");
    }
}

#[test]
fn signs_that_mean_something_to_a_pdf_stay_words() {
    let desk = Desk::with_edition();
    let title = r"A (b) \c < d > & {e} %f / [g]";
    desk.write("edition/edition.toml", format!("title = '{title}'\npieces = [\"pieces/a.md\"]\n"));
    desk.write("edition/pieces/a.md", format!("---\ntitle: '{title}'\n---\nx\n"));
    let pdf = Document::load_mem(&desk.export().0).unwrap();
    let info = dict(&pdf, pdf.trailer.get(b"Info").unwrap());
    assert_eq!(words(info.get(b"Title").unwrap()), title);
    let outline = dict(&pdf, pdf.catalog().unwrap().get(b"Outlines").unwrap());
    assert!(bookmarks(&pdf, outline).iter().any(|(words, _)| words == title));
    let xmp = String::from_utf8(stream(&pdf, pdf.catalog().unwrap().get(b"Metadata").unwrap())).unwrap();
    assert!(roxmltree::Document::parse(xmp.trim_start_matches('\u{feff}')).is_ok(), "{xmp}");
    let first = pdf.get_pages()[&1];
    assert!(text_of(&pdf, first).contains(title), "{}", text_of(&pdf, first));
}

#[test]
fn contacts_are_printed_as_links_where_the_record_says_so() {
    let desk = Desk::with_edition();
    desk.write("edition/pieces/a.md", "---\ntitle: A View\nauthors: [ann]\n---\nAll is well.\n");
    let people = "[ann]\nname = \"Ann\"\nemail = \"ann@example.org\"\nhandle = \"@ann_lee\"\n";
    let made = |print: &str| {
        desk.write("edition/contributors.toml", format!("{people}print = [{print}]\n"));
        let pdf = Document::load_mem(&desk.export().0).unwrap();
        let text: String = pdf.get_pages().values().map(|page| text_of(&pdf, *page)).collect();
        (text, pdf.objects.values().map(|object| format!("{object:?}")).collect::<String>())
    };
    let (text, objects) = made("\"email\"");
    assert_eq!(text.matches("ann@example.org").count(), 2, "{text}");
    assert!(objects.contains("mailto:ann@example.org"));
    assert!(!text.contains("@ann_lee") && !objects.contains("ann_lee"));
    let (text, objects) = made("");
    assert!(!text.contains("example.org") && !objects.contains("example.org"));
}

fn sample(design: &str) -> Document {
    Document::load_mem(&Desk::with_sample(design).export().0).unwrap()
}

fn sample_edition() -> Edition {
    folder::load(common::SAMPLE.as_ref(), &mut Notices::new()).unwrap()
}

/// How many words to go over for `word`, which may be divided by the head of a page.
fn find(words: &[String], word: &str) -> Option<usize> {
    // Between the parts of a divided word stand at most the notes of a page and the next running head.
    let is_here = |index: usize| {
        let after = words[index + 1..].iter().take(300);
        words[index] == word || after.into_iter().any(|rest| format!("{}{rest}", words[index]) == word)
    };
    (0..words.len()).find(|index| is_here(*index)).map(|index| index + 1)
}

/// Words without the signs around them; a divided word is whole.
fn tokens(text: &str) -> Vec<String> {
    let text = text.replace('\u{ad}', "");
    let ends = |c: char| c.is_whitespace() || matches!(c, '—' | '–' | '-' | '/' | '\u{2011}');
    text.split(ends)
        .map(|word| word.chars().filter(|c| c.is_alphanumeric()).collect::<String>())
        .filter(|word| !word.is_empty() && !word.chars().all(|c| c.is_ascii_digit()))
        // The mark of a note stands close to its word.
        .map(|word| word.trim_end_matches(|c: char| c.is_ascii_digit()).to_string())
        .collect()
}

fn dict<'d>(pdf: &'d Document, object: &'d Object) -> &'d Dictionary {
    match object {
        Object::Reference(id) => pdf.get_dictionary(*id).unwrap(),
        other => other.as_dict().unwrap(),
    }
}

fn stream(pdf: &Document, object: &Object) -> Vec<u8> {
    let stream = pdf.get_object(object.as_reference().unwrap()).unwrap().as_stream().unwrap();
    stream.decompressed_content().unwrap_or_else(|_| stream.content.clone())
}

/// A text string.
fn words(object: &Object) -> String {
    let bytes = object.as_str().unwrap();
    match bytes.strip_prefix(&[0xfe, 0xff]) {
        Some(units) => utf16(units),
        None => String::from_utf8(bytes.to_vec()).unwrap(),
    }
}

fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16(&units).unwrap()
}

/// All composite fonts by the name that pages give them.
fn fonts(pdf: &Document) -> BTreeMap<Vec<u8>, &Dictionary> {
    let mut fonts = BTreeMap::new();
    for page in pdf.get_pages().values() {
        let page = pdf.get_dictionary(*page).unwrap();
        let Ok(resources) = page.get(b"Resources") else { continue };
        let Ok(list) = dict(pdf, resources).get(b"Font") else { continue };
        for (name, font) in dict(pdf, list) {
            fonts.insert(name.clone(), dict(pdf, font));
        }
    }
    fonts
}

fn widths(font: &Dictionary) -> Vec<i64> {
    let list = font.get(b"W").unwrap().as_array().unwrap();
    assert_eq!((list.len(), list[0].as_i64().unwrap()), (2, 0));
    list[1].as_array().unwrap().iter().map(|width| width.as_i64().unwrap()).collect()
}

/// The advances of a TrueType program in 1/1000 em, out of its `hmtx`.
fn advances(program: &[u8]) -> Vec<i64> {
    let number = |at: usize| u16::from_be_bytes([program[at], program[at + 1]]);
    let long = |at: usize| u32::from_be_bytes(program[at..at + 4].try_into().unwrap()) as usize;
    let table = |tag: &[u8]| {
        let entries = (0..usize::from(number(4))).map(|index| 12 + index * 16);
        let entry = entries.into_iter().find(|at| &program[*at..*at + 4] == tag).unwrap();
        long(entry + 8)
    };
    let units = f64::from(number(table(b"head") + 18));
    let count = usize::from(number(table(b"hhea") + 34));
    let glyphs = usize::from(number(table(b"maxp") + 4));
    let hmtx = table(b"hmtx");
    let advance = |index: usize| f64::from(number(hmtx + index.min(count - 1) * 4));
    (0..glyphs).map(|index| (advance(index) * 1000.0 / units).round() as i64).collect()
}

/// What each glyph stands for.
fn to_unicode(cmap: &[u8]) -> BTreeMap<u16, String> {
    let text = String::from_utf8(cmap.to_vec()).unwrap();
    let hex = |field: &str| -> Vec<u8> {
        let digits = field.trim_matches(['<', '>']);
        (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap()).collect()
    };
    text.lines()
        .filter_map(|line| line.split_once(' '))
        .filter(|(glyph, letters)| glyph.starts_with('<') && letters.starts_with('<') && glyph.len() == 6)
        .filter(|(glyph, letters)| !(*glyph == "<0000>" && *letters == "<FFFF>"))
        .map(|(glyph, letters)| {
            let glyph = hex(glyph);
            (u16::from_be_bytes([glyph[0], glyph[1]]), utf16(&hex(letters)))
        })
        .collect()
}

/// The text of a page as a reader copies it.
fn text_of(pdf: &Document, page: lopdf::ObjectId) -> String {
    let fonts: BTreeMap<Vec<u8>, BTreeMap<u16, String>> = fonts(pdf)
        .into_iter()
        .map(|(name, font)| (name, to_unicode(&stream(pdf, font.get(b"ToUnicode").unwrap()))))
        .collect();
    let content = lopdf::content::Content::decode(&pdf.get_page_content(page)).unwrap();
    let mut text = String::new();
    let mut letters = None;
    // Whether an outer span has said already what its glyphs stand for.
    let mut spans: Vec<bool> = Vec::new();
    for operation in &content.operations {
        match operation.operator.as_str() {
            "Tf" => letters = fonts.get(operation.operands[0].as_name().unwrap()),
            "BDC" => {
                let actual = operation.operands[1].as_dict().ok().and_then(|d| d.get(b"ActualText").ok());
                text.push_str(&actual.map(words).unwrap_or_default());
                spans.push(actual.is_some());
            }
            "BMC" => spans.push(false),
            "EMC" => assert!(spans.pop().is_some(), "a span ends that never began"),
            "TJ" if !spans.contains(&true) => {
                for shown in operation.operands[0].as_array().unwrap() {
                    let Ok(glyphs) = shown.as_str() else { continue };
                    for pair in glyphs.chunks(2) {
                        let glyph = u16::from_be_bytes([pair[0], pair[1]]);
                        text.push_str(letters.unwrap().get(&glyph).map_or("\u{fffd}", String::as_str));
                    }
                }
            }
            _ => {}
        }
    }
    assert!(spans.is_empty(), "a span does not end");
    text
}

/// The named places and their pages.
fn places(pdf: &Document) -> BTreeMap<String, lopdf::ObjectId> {
    fn gather(pdf: &Document, node: &Dictionary, out: &mut BTreeMap<String, lopdf::ObjectId>) {
        if let Ok(kids) = node.get(b"Kids").and_then(Object::as_array) {
            kids.iter().for_each(|kid| gather(pdf, dict(pdf, kid), out));
        }
        let Ok(names) = node.get(b"Names").and_then(Object::as_array) else { return };
        for pair in names.chunks(2) {
            let place = match &pair[1] {
                Object::Reference(id) => pdf.get_object(*id).unwrap(),
                other => other,
            };
            let place = place.as_array().or_else(|_| place.as_dict().unwrap().get(b"D").unwrap().as_array());
            out.insert(words(&pair[0]), place.unwrap()[0].as_reference().unwrap());
        }
    }
    let names = dict(pdf, pdf.catalog().unwrap().get(b"Names").unwrap());
    let mut out = BTreeMap::new();
    gather(pdf, dict(pdf, names.get(b"Dests").unwrap()), &mut out);
    out
}

/// Bookmarks of the first level with the titles below them.
fn bookmarks(pdf: &Document, parent: &Dictionary) -> Vec<(String, Vec<String>)> {
    let mut list = Vec::new();
    let mut next = parent.get(b"First").ok();
    while let Some(item) = next.map(|item| dict(pdf, item)) {
        let below = bookmarks(pdf, item).into_iter().map(|(title, _)| title).collect();
        list.push((words(item.get(b"Title").unwrap()), below));
        next = item.get(b"Next").ok();
    }
    list
}
