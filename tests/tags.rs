//! The PDF for readers who can't see it and for archives: the rules of PDF/UA-1 (ISO 14289-1) and PDF/A-2a
//! (ISO 19005-2) that a program can check, by clause, with a reader of PDF that nobody here wrote.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

mod common;

use common::Desk;
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

#[test]
fn the_sample_keeps_the_rules_in_every_theme() {
    for design in [
        "theme = \"classic\"",
        "theme = \"essay\"\ndrop_caps = 3",
        "theme = \"modern\"\nnotes = \"end\"\ntrim = \"a5\"",
        "theme = \"classic\"\nnotes = \"book\"\nopener = \"run-on\"\nportraits = \"all\"",
    ] {
        let file = Tagged::of(&Desk::with_sample(design).export().0);
        file.check(design);
        assert!(file.claims("pdfuaid:part>1<") && file.claims("pdfaid:conformance>A<"), "{design}");
        let tags = file.tags();
        for tag in [
            "TOC",
            "TOCI",
            "H1",
            "H2",
            "H3",
            "Note",
            "Reference",
            "Link",
            "L",
            "Table",
            "TH",
            "Figure",
            "Caption",
            "BlockQuote",
        ] {
            assert!(tags.contains(tag), "{design}: no {tag}");
        }
    }
}

#[test]
fn editions_in_many_scripts_keep_the_rules() {
    for folder in ["trial", "urdu", "hostile"] {
        let desk = Desk::new();
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/editions").join(folder);
        common::copy(&from, &desk.path("edition"));
        let file = Tagged::of(&desk.export().0);
        file.check(folder);
        assert!(file.claims("pdfuaid:part>1<"), "{folder}");
    }
}

#[test]
fn strings_of_every_kind_keep_the_rules() {
    let desk = Desk::with_edition();
    desk.write(
        "edition/edition.toml",
        "title = '<b>&amp; \\ (a)'\nlanguage = \"ur\"\npieces = [\"pieces/a.md\", \"pieces/b.md\"]\n",
    );
    desk.write(
        "edition/pieces/a.md",
        "---\ntitle: '] [x](y) {#z} *'\nlanguage: en\n---\n## Head\n\n#### Deep [link](https://example.org/ä?<>) *and*\n\nA [longer link that runs on over the end of a line, since it has so many words in it that no line could hold them all](https://example.org) behind a mark.[^n] اردو کا [لفظ](https://example.org/u) here.\n\n1. One\n   - [in a list](#z)\n   - two\n2. ![](x.png)\n\n| a | b |\n|---|---|\n|   | x[^n] |\n\n[^n]: A note with [a link](https://example.org/n) and\n    two lines.\n",
    );
    desk.write("edition/pieces/b.md", "---\ntitle: دوسرا\n---\nایک [ربط](https://example.org/a) English words کے ساتھ۔[^ا]\n\n[^ا]: حاشیہ\n");
    let file = Tagged::of(&desk.export().0);
    file.check("hostile strings");
}

#[test]
fn what_stands_against_a_standard_is_told_and_not_claimed() {
    let desk = Desk::with_edition();
    let picture = std::fs::read(Path::new(common::SAMPLE).join("images").join(first_picture())).unwrap();
    desk.write("edition/images/p.png", picture);
    desk.write("edition/pieces/a.md", "---\ntitle: A View\n---\nWords.\n\n![](../images/p.png)\n");
    let said = desk.run(&["export", "edition"]);
    assert!(
        said.out.contains("the PDF does not say that it meets PDF/UA-1: the picture has no description")
            || said.err.contains("the PDF does not say that it meets PDF/UA-1"),
        "{said:?}"
    );
    let file = Tagged::of(&desk.export().0);
    assert!(!file.claims("pdfuaid:part") && file.claims("pdfaid:part>2<"));
}

/// The name of a PNG of the sample.
fn first_picture() -> String {
    let files = std::fs::read_dir(Path::new(common::SAMPLE).join("images")).unwrap();
    let mut names: Vec<String> = files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names.into_iter().find(|name| name.ends_with(".png")).unwrap()
}

/// A tagged file.
struct Tagged {
    pdf: Document,
    /// The parents that the file gives: of pages by their number, of links too.
    parents: BTreeMap<i64, Object>,
}

/// Content of a page: its number, and the tag it was marked with.
type OnPage = BTreeMap<i64, String>;

impl Tagged {
    fn of(bytes: &[u8]) -> Tagged {
        let pdf = Document::load_mem(bytes).unwrap();
        let mut parents = BTreeMap::new();
        let root = dict(&pdf, pdf.catalog().unwrap().get(b"StructTreeRoot").unwrap());
        gather(&pdf, dict(&pdf, root.get(b"ParentTree").unwrap()), &mut parents);
        Tagged { pdf, parents }
    }

    fn claims(&self, what: &str) -> bool {
        let xmp = self.pdf.catalog().unwrap().get(b"Metadata").unwrap().as_reference().unwrap();
        let xmp = self.pdf.get_object(xmp).unwrap().as_stream().unwrap();
        assert!(xmp.dict.get(b"Filter").is_err(), "PDF/A-2, 6.6.2.1: metadata are not deflated");
        String::from_utf8(xmp.content.clone()).unwrap().contains(what)
    }

    fn tags(&self) -> BTreeSet<String> {
        let root = dict(&self.pdf, self.pdf.catalog().unwrap().get(b"StructTreeRoot").unwrap());
        let mut tags = BTreeSet::new();
        let mut stack = vec![dict(&self.pdf, root.get(b"K").unwrap())];
        while let Some(element) = stack.pop() {
            tags.insert(name(element, b"S"));
            stack.extend(self.children(element).into_iter().map(|(_, child)| child));
        }
        tags
    }

    /// The elements in an element.
    fn children<'t>(&'t self, element: &'t Dictionary) -> Vec<(ObjectId, &'t Dictionary)> {
        let ids = kids(element).filter_map(|kid| kid.as_reference().ok());
        ids.map(|id| (id, self.pdf.get_dictionary(id).unwrap())).collect()
    }

    fn check(&self, of: &str) {
        self.catalogue(of);
        let content: Vec<OnPage> = self.pdf.get_pages().values().map(|page| self.page(of, *page)).collect();
        let told = self.tree(of);
        for (index, (page, on_page)) in self.pdf.get_pages().values().zip(&content).enumerate() {
            let dictionary = self.pdf.get_dictionary(*page).unwrap();
            let key = dictionary.get(b"StructParents").unwrap().as_i64().unwrap();
            let parents = self.parents[&key].as_array().unwrap();
            assert_eq!(parents.len(), on_page.len(), "{of}: page {index} (ISO 32000-1, 14.7.4.4)");
            for (number, tag) in on_page {
                let parent = parents[usize::try_from(*number).unwrap()].as_reference().unwrap();
                assert_eq!(
                    told.get(&(*page, *number)),
                    Some(&parent),
                    "{of}: page {index}, content {number}"
                );
                assert_eq!(&name(self.pdf.get_dictionary(parent).unwrap(), b"S"), tag, "{of}: page {index}");
            }
        }
        let all: usize = content.iter().map(BTreeMap::len).sum();
        assert_eq!(told.len(), all, "{of}: content is told once");
        self.links(of);
    }

    fn catalogue(&self, of: &str) {
        let catalogue = self.pdf.catalog().unwrap();
        let marked = dict(&self.pdf, catalogue.get(b"MarkInfo").unwrap());
        assert!(marked.get(b"Marked").unwrap().as_bool().unwrap(), "{of}: PDF/UA-1, 7.1");
        assert!(catalogue.get(b"Lang").is_ok(), "{of}: PDF/UA-1, 7.2");
        let preferences = dict(&self.pdf, catalogue.get(b"ViewerPreferences").unwrap());
        assert!(preferences.get(b"DisplayDocTitle").unwrap().as_bool().unwrap(), "{of}: PDF/UA-1, 7.1");
        let intent = dict(&self.pdf, &catalogue.get(b"OutputIntents").unwrap().as_array().unwrap()[0]);
        let profile = intent.get(b"DestOutputProfile").unwrap().as_reference().unwrap();
        let profile = self.pdf.get_object(profile).unwrap().as_stream().unwrap();
        let bytes = profile.decompressed_content().unwrap_or_else(|_| profile.content.clone());
        assert_eq!(
            (&bytes[36..40], profile.dict.get(b"N").unwrap().as_i64().unwrap()),
            (&b"acsp"[..], 3),
            "{of}: PDF/A-2, 6.2.3"
        );
        assert_eq!(bytes.len(), u32::from_be_bytes(bytes[..4].try_into().unwrap()) as usize);
    }

    /// What is marked on a page; everything that is drawn must be.
    fn page(&self, of: &str, page: ObjectId) -> OnPage {
        let content = Content::decode(&self.pdf.get_page_content(page)).unwrap();
        let mut marks: Vec<Option<i64>> = Vec::new();
        let mut depth_in_text = 0;
        let mut found = OnPage::new();
        for operation in &content.operations {
            match operation.operator.as_str() {
                "BDC" | "BMC" => {
                    let tag = String::from_utf8(operation.operands[0].as_name().unwrap().to_vec()).unwrap();
                    let properties = operation.operands.get(1).and_then(|o| o.as_dict().ok());
                    let number = properties.and_then(|p| p.get(b"MCID").ok()).and_then(|n| n.as_i64().ok());
                    let is_root = tag == "Artifact" || number.is_some();
                    assert!(!is_root || marks.is_empty(), "{of}: PDF/UA-1, 7.1: {tag} inside a mark");
                    if let Some(number) = number {
                        assert!(found.insert(number, tag).is_none(), "{of}: content {number} twice");
                    }
                    marks.push(number);
                }
                "EMC" => assert!(marks.pop().is_some(), "{of}: a mark ends that never began"),
                "BT" => depth_in_text = marks.len(),
                "ET" => assert_eq!(marks.len(), depth_in_text, "{of}: a mark crosses the end of text"),
                "TJ" | "Tj" | "Do" | "f" | "S" => {
                    assert!(
                        !marks.is_empty(),
                        "{of}: PDF/UA-1, 7.1: something is neither read nor decoration"
                    );
                }
                _ => {}
            }
        }
        assert!(marks.is_empty(), "{of}: a mark does not end");
        found
    }

    /// Every element by its rules; the content of all, with its element.
    fn tree(&self, of: &str) -> BTreeMap<(ObjectId, i64), ObjectId> {
        let root = self.pdf.catalog().unwrap().get(b"StructTreeRoot").unwrap().as_reference().unwrap();
        let document = self.pdf.get_dictionary(root).unwrap().get(b"K").unwrap().as_reference().unwrap();
        let mut told = BTreeMap::new();
        let (mut ids, mut level) = (BTreeSet::new(), 0);
        let mut stack = vec![(root, document)];
        while let Some((parent, id)) = stack.pop() {
            let element = self.pdf.get_dictionary(id).unwrap();
            assert_eq!(element.get(b"P").unwrap().as_reference().unwrap(), parent, "{of}: the way back");
            self.element(of, element, &mut ids, &mut level);
            let own = element.get(b"Pg").and_then(Object::as_reference);
            for kid in kids(element) {
                let content = match kid {
                    Object::Integer(number) => Some((*own.as_ref().unwrap(), *number)),
                    Object::Dictionary(kid) if name(kid, b"Type") == "MCR" => Some((
                        kid.get(b"Pg").unwrap().as_reference().unwrap(),
                        kid.get(b"MCID").unwrap().as_i64().unwrap(),
                    )),
                    _ => None,
                };
                if let Some(content) = content {
                    assert!(told.insert(content, id).is_none(), "{of}: content is told twice");
                }
            }
            let children = self.children(element);
            stack.extend(children.into_iter().rev().map(|(child, _)| (id, child)));
        }
        told
    }

    fn element(&self, of: &str, element: &Dictionary, ids: &mut BTreeSet<Vec<u8>>, level: &mut u8) {
        let tag = name(element, b"S");
        let inside: Vec<String> = self.children(element).iter().map(|(_, child)| name(child, b"S")).collect();
        let only = |allowed: &[&str]| {
            assert!(inside.iter().all(|tag| allowed.contains(&&**tag)), "{of}: {tag} with {inside:?}");
        };
        let attribute = |key: &[u8]| element.get(b"A").ok().and_then(|a| dict(&self.pdf, a).get(key).ok());
        match tag.as_str() {
            "Table" => {
                only(&["TR", "Caption"]);
                let rows = self.children(element).into_iter().filter(|(_, row)| name(row, b"S") == "TR");
                let cells: BTreeSet<usize> = rows.map(|(_, row)| self.children(row).len()).collect();
                assert_eq!(cells.len(), 1, "{of}: PDF/UA-1, 7.5: rows of {cells:?} cells");
            }
            "TR" => only(&["TH", "TD"]),
            "TH" => assert!(attribute(b"Scope").is_some(), "{of}: PDF/UA-1, 7.5"),
            "L" => {
                only(&["LI", "Caption"]);
                assert!(attribute(b"ListNumbering").is_some(), "{of}: PDF/UA-1, 7.6");
            }
            "LI" => only(&["Lbl", "LBody"]),
            "TOC" => only(&["TOCI", "TOC"]),
            "Figure" => {
                assert!(element.get(b"Alt").is_ok(), "{of}: PDF/UA-1, 7.3");
                assert!(attribute(b"BBox").is_some(), "{of}: ISO 32000-1, 14.8.5.4.3");
            }
            "Note" => {
                let id = element.get(b"ID").unwrap().as_str().unwrap().to_vec();
                assert!(ids.insert(id), "{of}: PDF/UA-1, 7.9");
            }
            "H1" | "H2" | "H3" | "H4" | "H5" | "H6" => {
                let next = tag.as_bytes()[1] - b'0';
                assert!(next <= *level + 1, "{of}: PDF/UA-1, 7.4.2: {tag} behind level {level}");
                *level = next;
            }
            "Link" => {
                let is_link = |kid: &Object| kid.as_dict().is_ok_and(|kid| name(kid, b"Type") == "OBJR");
                assert!(kids(element).any(is_link), "{of}: PDF/UA-1, 7.18.5");
            }
            "Document" | "Part" | "Sect" | "BlockQuote" | "Caption" | "P" | "TD" | "Lbl" | "LBody"
            | "TOCI" | "Reference" | "Span" => {}
            other => panic!("{of}: {other} is no type that is used here"),
        }
    }

    /// Every link is in a link element and says where it goes.
    fn links(&self, of: &str) {
        for page in self.pdf.get_pages().values() {
            let dictionary = self.pdf.get_dictionary(*page).unwrap();
            assert_eq!(name(dictionary, b"Tabs"), "S", "{of}: PDF/UA-1, 7.18.3");
            let Ok(links) = dictionary.get(b"Annots").and_then(Object::as_array) else { continue };
            for link in links {
                let id = link.as_reference().unwrap();
                let link = self.pdf.get_dictionary(id).unwrap();
                assert!(
                    !link.get(b"Contents").unwrap().as_str().unwrap().is_empty(),
                    "{of}: PDF/UA-1, 7.18.5"
                );
                assert_eq!(link.get(b"F").unwrap().as_i64().unwrap() & 4, 4, "{of}: PDF/A-2, 6.3.2");
                let key = link.get(b"StructParent").unwrap().as_i64().unwrap();
                let element = dict(&self.pdf, &self.parents[&key]);
                assert_eq!(name(element, b"S"), "Link", "{of}");
                let is_it = |kid: &Object| {
                    kid.as_dict()
                        .is_ok_and(|kid| kid.get(b"Obj").and_then(Object::as_reference).ok() == Some(id))
                };
                assert!(kids(element).any(is_it), "{of}: the way back from a link");
            }
        }
    }
}

fn dict<'d>(pdf: &'d Document, object: &'d Object) -> &'d Dictionary {
    match object {
        Object::Reference(id) => pdf.get_dictionary(*id).unwrap(),
        other => other.as_dict().unwrap(),
    }
}

fn name(dictionary: &Dictionary, key: &[u8]) -> String {
    let name = dictionary.get(key).and_then(Object::as_name).unwrap_or_default();
    String::from_utf8(name.to_vec()).unwrap()
}

/// What is in an element, one or many.
fn kids(element: &Dictionary) -> impl Iterator<Item = &Object> {
    match element.get(b"K") {
        Ok(Object::Array(kids)) => kids.iter(),
        Ok(kid) => std::slice::from_ref(kid).iter(),
        Err(_) => [].iter(),
    }
}

fn gather(pdf: &Document, node: &Dictionary, out: &mut BTreeMap<i64, Object>) {
    if let Ok(kids) = node.get(b"Kids").and_then(Object::as_array) {
        kids.iter().for_each(|kid| gather(pdf, dict(pdf, kid), out));
    }
    let Ok(numbers) = node.get(b"Nums").and_then(Object::as_array) else { return };
    for pair in numbers.chunks(2) {
        out.insert(pair[0].as_i64().unwrap(), pair[1].clone());
    }
}
