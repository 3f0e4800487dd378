//! The EPUB, read back as XML: files, navigation, roles, page numbers.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

mod common;

use common::{Desk, pages_of, unzip};
use pamphleteer::fonts::{Face, face::FontBytes};
use roxmltree::{Document, Node, ParsingOptions};
use std::collections::{BTreeMap, BTreeSet};

const OPS: &str = "http://www.idpf.org/2007/ops";

#[test]
fn the_container_begins_with_its_type_and_holds_a_file_a_piece() {
    let (_, epub) = Desk::with_sample("theme = \"classic\"").export();
    let files = unzip(&epub);
    assert_eq!(
        (files[0].0.as_str(), files[0].1.as_slice(), files[0].2),
        ("mimetype", &b"application/epub+zip"[..], true)
    );
    let pieces = files.iter().filter(|(name, ..)| name.contains("/piece-")).count();
    assert_eq!(pieces, 13);
}

#[test]
fn every_page_is_sound_and_says_what_its_parts_are() {
    let (_, epub) = Desk::with_sample("theme = \"classic\"").export();
    let pages = pages_of(&epub);
    // What a part is to an e-reader, it is to a screen reader.
    let roles: BTreeMap<&str, &str> = [
        ("chapter", "doc-chapter"),
        ("part", "doc-part"),
        ("foreword", "doc-foreword"),
        ("dedication", "doc-dedication"),
        ("noteref", "doc-noteref"),
        ("footnote", "doc-footnote"),
        ("pagebreak", "doc-pagebreak"),
        ("credit", "doc-credit"),
        ("toc", "doc-toc"),
        ("page-list", "doc-pagelist"),
    ]
    .into();
    let mut seen = BTreeSet::new();
    for (name, text) in pages.iter().filter(|(name, _)| name.ends_with(".xhtml")) {
        let page = parse(text);
        let root = page.root_element();
        let xml_lang = root.attribute(("http://www.w3.org/XML/1998/namespace", "lang"));
        assert!(xml_lang.is_some() && xml_lang == root.attribute("lang"), "{name}: languages");
        let title = root.descendants().find(|node| node.has_tag_name_local("title")).unwrap();
        assert!(!title.text().unwrap().trim().is_empty(), "{name}: title");
        let mut ids = BTreeSet::new();
        for node in root.descendants().filter(Node::is_element) {
            if let Some(id) = node.attribute("id") {
                assert!(ids.insert(id), "{name}: the id {id} stands twice");
            }
            // Landmarks name parts that stand elsewhere.
            let is_landmark = node.ancestors().any(|above| above.attribute("id") == Some("landmarks"));
            if let Some(kind) = node.attribute((OPS, "type")).filter(|_| !is_landmark)
                && let Some(role) = roles.get(kind)
            {
                assert_eq!(node.attribute("role"), Some(*role), "{name}: {kind}");
                seen.insert(kind.to_string());
            }
            if node.has_tag_name_local("img") {
                assert!(node.attribute("alt").is_some(), "{name}: a picture without alt");
            }
        }
    }
    assert_eq!(seen, roles.keys().map(ToString::to_string).collect(), "a part of the book is not marked");
    let piece = &pages["OEBPS/piece-2.xhtml"];
    for part in [
        "class=\"author-note\" role=\"note\" aria-label=\"About the author\"",
        "class=\"disclaimer\" role=\"note\"",
    ] {
        assert!(piece.contains(part), "{part}");
    }
}

#[test]
fn every_reference_arrives() {
    let (_, epub) = Desk::with_sample("theme = \"modern\"\nepub_fonts = true").export();
    let files: BTreeSet<String> = unzip(&epub).into_iter().map(|(name, ..)| name).collect();
    let pages = pages_of(&epub);
    let mut inner = 0;
    for (name, text) in pages.iter().filter(|(name, _)| name.ends_with(".xhtml")) {
        let page = parse(text);
        for node in page.root_element().descendants() {
            let Some(target) = node.attribute("href").or_else(|| node.attribute("src")) else { continue };
            if target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            inner += 1;
            let (file, id) = target.split_once('#').unwrap_or((target, ""));
            let file = if file.is_empty() { name.clone() } else { format!("OEBPS/{file}") };
            assert!(files.contains(&file), "{name}: {target}");
            assert!(id.is_empty() || pages[&file].contains(&format!("id=\"{id}\"")), "{name}: {target}");
        }
    }
    assert!(inner > 100, "only {inner} references");
    let style = &pages["OEBPS/style.css"];
    let fonts: Vec<&String> = files.iter().filter(|name| name.ends_with(".ttf")).collect();
    assert!(!fonts.is_empty());
    for font in fonts {
        assert!(style.contains(font.trim_start_matches("OEBPS/")), "{font} is never used");
    }
}

#[test]
fn fonts_of_other_scripts_are_carried_with_the_letters_of_the_texts_alone() {
    let desk = Desk::new();
    common::copy("tests/editions/urdu".as_ref(), &desk.path("edition"));
    let toml = desk.text("edition/edition.toml").replace("[design]", "[design]\nepub_fonts = true");
    desk.write("edition/edition.toml", toml);
    let (_, epub) = desk.export();
    let files = unzip(&epub);
    let face = |name: &str| {
        let (_, bytes, _) = files.iter().find(|(path, ..)| path.ends_with(name)).unwrap();
        Face::read(name, FontBytes::Loaded(bytes.clone().into()), 0).unwrap()
    };
    let (nastaliq, latin) = (face("NotoNastaliqUrdu-Regular.ttf"), face("EBGaramond-Regular.ttf"));
    assert!(nastaliq.draws("بینچ") && nastaliq.draws("۲۰۲۵") && !nastaliq.has('ﷲ') && !nastaliq.has('a'));
    assert!(latin.draws("David") && latin.has_feature(b"smcp") && !latin.has('ж'));
    let style = &pages_of(&epub)["OEBPS/style.css"];
    for rule in [
        "body { font-family: \"EB Garamond\", \"Noto Nastaliq Urdu\", serif; }",
        ":lang(ur) { font-family: \"Noto Nastaliq Urdu\", \"EB Garamond\", serif; }",
        "p:lang(ur)",
    ] {
        assert!(style.contains(rule), "{rule} is not in {style}");
    }
}

#[test]
fn pull_quotes_and_epigraphs_say_what_they_are() {
    let desk = Desk::with_edition();
    desk.write(
        "edition/edition.toml",
        "title = \"Two Views\"\npieces = [\"pieces/a.md\", \"pieces/b.md\"]\n[matter]\nepigraph = \"Look.\\n\\n— Nobody\"\n",
    );
    desk.write(
        "edition/pieces/a.md",
        "---\ntitle: A View\n---\n::: epigraph\n| Long\n|  ago\n\n— *Her*\n:::\n\nAll is well.\n\n::: pullquote\nIs well.\n:::\n",
    );
    let (_, epub) = desk.export();
    let pages = pages_of(&epub);
    let piece = &pages["OEBPS/piece-1.xhtml"];
    for part in [
        "<blockquote class=\"epigraph\" epub:type=\"epigraph\" role=\"doc-epigraph\">\n<div class=\"verse\">",
        "<p class=\"attribution\">— <em>Her</em></p>\n</blockquote>\n<p>All is well.</p>",
        "<aside class=\"pullquote\" role=\"doc-pullquote\">\n<p>Is well.</p>\n</aside>",
    ] {
        assert!(piece.contains(part), "{piece}");
    }
    assert!(pages["OEBPS/epigraph.xhtml"].contains("role=\"doc-epigraph\">\n<p>Look.</p>"));
    let spine = &pages["OEBPS/content.opf"];
    assert!(spine.find("idref=\"id_epigraph") < spine.find("idref=\"id_piece-1"), "{spine}");
}

#[test]
fn notes_of_the_book_are_one_document_linked_both_ways() {
    let desk = Desk::with_edition();
    desk.write(
        "edition/edition.toml",
        "title = \"T\"\npieces = [\"pieces/a.md\", \"pieces/b.md\"]\n[design]\nnotes = \"book\"\n",
    );
    desk.write(
        "edition/pieces/b.md",
        "---\ntitle: B\n---\n## Well {#well}\n\nAll.[^a] Again.[^a]\n\n[^a]: Not [all](#well).[^b]\n[^b]: Some.\n",
    );
    let (_, epub) = desk.export();
    let pages = pages_of(&epub);
    let piece = &pages["OEBPS/piece-2.xhtml"];
    assert_eq!(piece.matches("href=\"notes.xhtml#piece-2-note-1\"").count(), 2, "{piece}");
    assert_eq!(piece.matches("id=\"mark-1\"").count(), 1, "{piece}");
    assert!(!piece.contains("doc-footnote"), "{piece}");
    let notes = &pages["OEBPS/notes.xhtml"];
    for part in [
        "role=\"doc-endnotes\"",
        "<h2>B</h2>\n<ol class=\"endnotes\">\n<li id=\"piece-2-note-1\">",
        "<a href=\"piece-2.xhtml#id-well\">all</a>",
        "<a href=\"#piece-2-note-2\" epub:type=\"noteref\"",
        "<a href=\"piece-2.xhtml#mark-1\" role=\"doc-backlink\"",
    ] {
        assert!(notes.contains(part), "{part}: {notes}");
    }
    assert!(pages["OEBPS/nav.xhtml"].contains("<a href=\"notes.xhtml\">Notes</a>"));
}

#[test]
fn a_footnote_of_an_author_note_stands_in_it() {
    let desk = Desk::with_edition();
    desk.write(
        "edition/contributors.toml",
        "[x]\nname = \"X\"\nshort_note = \"Writes.[^1]\\n\\n[^1]: *Sometimes*.\"\n",
    );
    desk.write("edition/pieces/a.md", "---\ntitle: A View\nauthors: [x]\n---\nAll is well.\n");
    let (_, epub) = desk.export();
    let pages = pages_of(&epub);
    for page in ["OEBPS/piece-1.xhtml", "OEBPS/contributors.xhtml"] {
        let wanted = "<p>Writes.<sup>1</sup></p>\n<p><sup>1</sup>\u{2002}<em>Sometimes</em>.</p>";
        assert!(pages[page].contains(wanted), "{}", pages[page]);
    }
}

#[test]
fn the_contents_follow_parts_and_pieces_and_name_the_authors() {
    let (_, epub) = Desk::with_sample("theme = \"classic\"").export();
    let pages = pages_of(&epub);
    let nav = parse(&pages["OEBPS/nav.xhtml"]);
    let toc = nav.descendants().find(|node| node.attribute("id") == Some("toc")).unwrap();
    let entries: Vec<String> = toc
        .descendants()
        .filter(|node| node.has_tag_name_local("a"))
        .map(|link| link.descendants().filter_map(|node| node.text().filter(|_| node.is_text())).collect())
        .collect();
    assert_eq!(entries[1], "Streets and Pipes");
    assert!(
        entries
            .contains(&"Who Mends the Mending Fund? — Adaeze Winterbourne and Tobias Marchbank".to_string())
    );
    // In the order of the spine.
    let spine = &pages["OEBPS/content.opf"];
    let order: Vec<usize> = toc
        .descendants()
        .filter_map(|node| node.attribute("href"))
        .map(|href| spine.rfind(&format!("\"id_{href}\"")).unwrap())
        .collect();
    assert!(order.is_sorted(), "{order:?}");
}

#[test]
fn the_numbers_of_the_printed_pages_match_their_places() {
    let (_, epub) = Desk::with_sample("theme = \"classic\"").export();
    let pages = pages_of(&epub);
    let nav = parse(&pages["OEBPS/nav.xhtml"]);
    let list = nav.descendants().find(|node| node.attribute("id") == Some("page-list")).unwrap();
    let listed: Vec<(String, String)> = list
        .descendants()
        .filter_map(|node| Some((node.text()?.to_string(), node.attribute("href")?.to_string())))
        .collect();
    let mut found = BTreeSet::new();
    for (name, text) in pages.iter().filter(|(name, _)| name.ends_with(".xhtml")) {
        for node in parse(text).descendants() {
            if node.attribute("role") == Some("doc-pagebreak") {
                let label = node.attribute("aria-label").unwrap().to_string();
                let file = name.trim_start_matches("OEBPS/");
                found.insert((label, format!("{file}#{}", node.attribute("id").unwrap())));
            }
        }
    }
    assert_eq!(listed.iter().cloned().collect::<BTreeSet<_>>(), found);
    let folios: Vec<&str> = listed.iter().map(|(folio, _)| folio.as_str()).collect();
    assert!(folios.starts_with(&["i"]) || folios.starts_with(&["iii"]), "{folios:?}");
    assert!(folios.ends_with(&["39", "40"]), "{folios:?}");
}

#[test]
fn signs_of_markup_stay_words_in_every_field() {
    let signs = "<b>&amp; \"q\" 'a' {c} \\d ]]>";
    let toml = |text: &str| format!("'''{text}'''");
    let yaml = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    // Fields are inline Markdown, in which the sign is escaped to be a word.
    let inline = signs
        .replace('\\', "\\\\")
        .replace('<', "\\<")
        .replace('&', "\\&")
        .replace('[', "\\[")
        .replace(']', "\\]")
        .replace('{', "\\{");
    let desk = Desk::with_edition();
    let plain = toml(signs);
    desk.write(
        "edition/edition.toml",
        format!(
            "title = {plain}\nsubtitle = {plain}\neditors = [{plain}]\nedition = {plain}\nrights = {plain}\n\
             description = {plain}\nsubjects = [{plain}]\npieces = [\"pieces/a.md\"]\n\
             publisher = {{ name = {plain}, place = {plain}, url = {plain} }}\n[design]\nquotes = \"as typed\"\n[isbn]\nprint = {plain}\n\
             [disclaimer.house]\ntext = {0}\ndefault = true\nplace = \"both\"\n[matter]\ndedication = {0}\n",
            toml(&inline)
        ),
    );
    desk.write(
        "edition/contributors.toml",
        format!(
            "[x]\nname = {plain}\nsort_name = {plain}\nshort_note = {0}\nlong_note = {0}\n",
            toml(&inline)
        ),
    );
    let field = yaml(&inline);
    desk.write(
        "edition/pieces/a.md",
        format!(
            "---\ntitle: {field}\nshort_title: {field}\nsubtitle: {field}\nkicker: {field}\nauthors: [x]\n\
             credit: {{ outlet: {field}, url: {0} }}\n---\n{inline}\n",
            yaml(signs)
        ),
    );
    let (_, epub) = desk.export();
    let pages = pages_of(&epub);
    for (name, text) in
        pages.iter().filter(|(name, _)| [".xhtml", ".opf", ".ncx"].iter().any(|e| name.ends_with(e)))
    {
        parse(text);
        assert!(!text.contains("<b>"), "{name}: markup came through");
    }
    let piece = parse(&pages["OEBPS/piece-1.xhtml"]);
    let said: String = piece.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect();
    assert!(said.matches(signs).count() >= 5, "{said}");
    let package = parse(&pages["OEBPS/content.opf"]);
    let title = package.descendants().find(|node| node.has_tag_name_local("title")).unwrap();
    assert_eq!(title.text(), Some(signs));
}

fn parse(text: &str) -> Document<'_> {
    Document::parse_with_options(text, ParsingOptions { allow_dtd: true, ..ParsingOptions::default() })
        .unwrap_or_else(|error| panic!("{error}: {text}"))
}

trait LocalName {
    fn has_tag_name_local(&self, name: &str) -> bool;
}

impl LocalName for Node<'_, '_> {
    /// Whether this is an element of that name, in any namespace.
    fn has_tag_name_local(&self, name: &str) -> bool {
        self.is_element() && self.tag_name().name() == name
    }
}

#[test]
fn no_level_of_headings_is_left_out() {
    let desk = Desk::with_edition();
    desk.write(
        "edition/pieces/a.md",
        "---\ntitle: A View\nauthor: Ann Lee\n---\n## Head\n\nWords.\n\n##### Deep\n\nWords.\n\n## Head again\n\nWords.\n",
    );
    let pages = common::pages_of(&desk.export().1);
    let page = pages.values().find(|page| page.contains("Deep")).unwrap();
    for heading in ["<h2>Head</h2>", "<h3>Deep</h3>", "<h2>Head again</h2>"] {
        assert!(page.contains(heading), "{heading} in {page}");
    }
}
