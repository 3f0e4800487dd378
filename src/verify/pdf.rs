//! The rules of a PDF that a program can check: of every file, of tagged ones (ISO 14289-1), and of what a file claims
//! to be (ISO 19005, ISO 15930-7).

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::BTreeMap;

/// So many findings of one rule are told.
const MOST: usize = 8;

/// What is wrong with a file.
pub(super) fn findings(bytes: &[u8]) -> Vec<String> {
    let pdf = match Document::load_mem(bytes) {
        Ok(pdf) => pdf,
        Err(error) => return vec![format!("it can’t be read as a PDF: {error}")],
    };
    let Ok(catalog) = pdf.catalog() else { return vec!["it has no catalog".into()] };
    let file = File { pdf: &pdf, catalog, xmp: xmp(&pdf, catalog) };
    let rules = [
        file.metadata(),
        file.fonts(),
        file.boxes(),
        file.marks(),
        file.figures(),
        file.links(),
        file.claims(),
    ];
    let few = |mut found: Vec<String>| {
        if let Some(more) = found.len().checked_sub(MOST).filter(|more| *more > 0) {
            found.truncate(MOST);
            found.push(format!("and {more} more of this kind"));
        }
        found
    };
    rules.into_iter().flat_map(few).collect()
}

/// The words that a file says of itself, as they stand there; nothing where they are deflated or missing.
fn xmp(pdf: &Document, catalog: &Dictionary) -> Option<String> {
    let stream =
        pdf.get_object(catalog.get(b"Metadata").ok()?.as_reference().ok()?).ok()?.as_stream().ok()?;
    let is_plain = stream.dict.get(b"Filter").is_err();
    is_plain.then(|| String::from_utf8_lossy(&stream.content).into_owned())
}

struct File<'f> {
    pdf: &'f Document,
    catalog: &'f Dictionary,
    xmp: Option<String>,
}

impl File<'_> {
    fn says(&self, words: &str) -> bool {
        self.xmp.as_ref().is_some_and(|xmp| xmp.contains(words))
    }

    fn is_tagged(&self) -> bool {
        let marked = self
            .resolved(self.catalog, b"MarkInfo")
            .and_then(|info| info.as_dict().ok()?.get(b"Marked").ok());
        marked.is_some_and(|marked| marked.as_bool().unwrap_or(false))
    }

    /// A value, behind a reference if there is one.
    fn resolved<'v>(&'v self, dictionary: &'v Dictionary, key: &[u8]) -> Option<&'v Object> {
        let value = dictionary.get(key).ok()?;
        self.pdf.dereference(value).ok().map(|(_, value)| value)
    }

    fn dictionaries(&self) -> impl Iterator<Item = (ObjectId, &Dictionary)> {
        self.pdf.objects.iter().filter_map(|(id, object)| Some((*id, object.as_dict().ok()?)))
    }

    fn is(dictionary: &Dictionary, key: &[u8], name: &[u8]) -> bool {
        dictionary.get(key).and_then(Object::as_name).is_ok_and(|value| value == name)
    }

    fn metadata(&self) -> Vec<String> {
        let mut found = Vec::new();
        if self.xmp.is_none() {
            found.push(
                "its metadata are missing or can’t be read without unpacking (ISO 19005-2, 6.6.2.1)".into(),
            );
        }
        if self.catalog.get(b"Lang").is_err() {
            found.push("it names no language (ISO 14289-1, 7.2)".into());
        }
        if self.pdf.trailer.get(b"ID").is_err() {
            found.push("it has no identifier (ISO 32000-1, 14.4)".into());
        }
        found
    }

    /// Every font is in the file, with its letters.
    fn fonts(&self) -> Vec<String> {
        let mut found = Vec::new();
        for (_, font) in self.dictionaries().filter(|(_, font)| Self::is(font, b"Type", b"Font")) {
            let name = font.get(b"BaseFont").and_then(Object::as_name).unwrap_or_default();
            let name = String::from_utf8_lossy(name);
            // A composite font is in the file where those are that it is made of.
            let parts = self.resolved(font, b"DescendantFonts").and_then(|parts| parts.as_array().ok());
            let parts = parts.map(|parts| parts.iter().filter_map(|part| self.dictionary(part)).collect());
            if parts.is_some() && font.get(b"ToUnicode").is_err() {
                found.push(format!("the font {name} has no letters for its glyphs (ISO 19005-2, 6.2.11.7)"));
            }
            let parts: Vec<&Dictionary> = parts.unwrap_or_else(|| vec![font]);
            if !parts.iter().all(|part| self.is_embedded(part)) {
                found.push(format!("the font {name} is not in the file (ISO 19005-2, 6.2.11.4)"));
            }
        }
        found
    }

    fn is_embedded(&self, font: &Dictionary) -> bool {
        let programs: [&[u8]; 3] = [b"FontFile", b"FontFile2", b"FontFile3"];
        let descriptor = self.resolved(font, b"FontDescriptor").and_then(|it| it.as_dict().ok());
        descriptor.is_some_and(|it| programs.iter().any(|program| it.get(program).is_ok()))
    }

    fn dictionary<'v>(&'v self, value: &'v Object) -> Option<&'v Dictionary> {
        self.pdf.dereference(value).ok()?.1.as_dict().ok()
    }

    /// What is left when a page is cut lies on its paper.
    fn boxes(&self) -> Vec<String> {
        let area = |page: &Dictionary, key: &[u8]| -> Option<[f32; 4]> {
            let numbers: Vec<f32> =
                page.get(key).ok()?.as_array().ok()?.iter().filter_map(|n| n.as_float().ok()).collect();
            numbers.try_into().ok()
        };
        let mut found = Vec::new();
        for (number, id) in self.pdf.get_pages() {
            let Ok(page) = self.pdf.get_dictionary(id) else { continue };
            let Some(media) = area(page, b"MediaBox") else {
                found.push(format!("page {number} has no size"));
                continue;
            };
            let inside = |inner: [f32; 4], outer: [f32; 4]| {
                let near = 0.01;
                inner[0] >= outer[0] - near
                    && inner[1] >= outer[1] - near
                    && inner[2] <= outer[2] + near
                    && inner[3] <= outer[3] + near
            };
            let bleed = area(page, b"BleedBox").unwrap_or(media);
            let trim = area(page, b"TrimBox").unwrap_or(bleed);
            if !inside(trim, bleed) || !inside(bleed, media) {
                found.push(format!("page {number} is cut outside its paper (ISO 32000-1, 14.11.2)"));
            }
        }
        found
    }

    /// Everything drawn on a page of a tagged file is marked, and has an element.
    fn marks(&self) -> Vec<String> {
        if !self.is_tagged() {
            return Vec::new();
        }
        let Some(root) = self.resolved(self.catalog, b"StructTreeRoot").and_then(|root| root.as_dict().ok())
        else {
            return vec!["it says that it is tagged and has no elements (ISO 32000-1, 14.7.2)".into()];
        };
        let mut parents = BTreeMap::new();
        if let Some(tree) = self.resolved(root, b"ParentTree").and_then(|tree| tree.as_dict().ok()) {
            self.gather(tree, &mut parents, 0);
        }
        let mut found = Vec::new();
        for (number, id) in self.pdf.get_pages() {
            let Ok(page) = self.pdf.get_dictionary(id) else { continue };
            let key = page.get(b"StructParents").and_then(Object::as_i64).unwrap_or(-1);
            let elements = parents.get(&key).and_then(|list| list.as_array().ok()).map_or(0, Vec::len);
            let Ok(content) = Content::decode(&self.pdf.get_page_content(id)) else {
                found.push(format!("the content of page {number} can’t be read"));
                continue;
            };
            if let Some(wrong) = wrong_mark(&content, elements) {
                found.push(format!("page {number}: {wrong} (ISO 14289-1, 7.1)"));
            }
        }
        found
    }

    /// The entries of a tree of numbers.
    fn gather(&self, tree: &Dictionary, into: &mut BTreeMap<i64, Object>, depth: usize) {
        // A tree of ours has two levels; one that goes round in circles has no end.
        if depth > 8 {
            return;
        }
        if let Some(numbers) = self.resolved(tree, b"Nums").and_then(|numbers| numbers.as_array().ok()) {
            for pair in numbers.chunks_exact(2) {
                if let (Ok(key), Ok((_, value))) = (pair[0].as_i64(), self.pdf.dereference(&pair[1])) {
                    into.insert(key, value.clone());
                }
            }
        }
        let kids = self.resolved(tree, b"Kids").and_then(|kids| kids.as_array().ok());
        for kid in kids.into_iter().flatten() {
            if let Ok((_, kid)) = self.pdf.dereference(kid)
                && let Ok(kid) = kid.as_dict()
            {
                self.gather(kid, into, depth + 1);
            }
        }
    }

    /// Pictures of a tagged file say what they show.
    fn figures(&self) -> Vec<String> {
        let figures =
            self.dictionaries().filter(|(_, it)| Self::is(it, b"S", b"Figure") && it.get(b"P").is_ok());
        let silent =
            figures.filter(|(_, figure)| figure.get(b"Alt").is_err() && figure.get(b"ActualText").is_err());
        silent.map(|_| "a picture has no description (ISO 14289-1, 7.3)".to_string()).collect()
    }

    /// Links of a tagged file have words and an element.
    fn links(&self) -> Vec<String> {
        if !self.is_tagged() {
            return Vec::new();
        }
        let links = self.dictionaries().filter(|(_, it)| Self::is(it, b"Subtype", b"Link"));
        let silent =
            links.filter(|(_, link)| link.get(b"Contents").is_err() || link.get(b"StructParent").is_err());
        silent.map(|_| "a link has no words or no element (ISO 14289-1, 7.18.5)".to_string()).collect()
    }

    /// A file is what it says that it is.
    fn claims(&self) -> Vec<String> {
        let mut found = Vec::new();
        let mut want = |is_so: bool, what: &str| {
            if !is_so {
                found.push(what.to_string());
            }
        };
        let intent = |kind: &[u8]| {
            let intents = self.resolved(self.catalog, b"OutputIntents").and_then(|list| list.as_array().ok());
            intents.into_iter().flatten().any(|intent| {
                let intent = self.pdf.dereference(intent).ok().and_then(|(_, intent)| intent.as_dict().ok());
                intent.is_some_and(|it| Self::is(it, b"S", kind) && it.get(b"DestOutputProfile").is_ok())
            })
        };
        if self.says("pdfaid:part") {
            want(
                intent(b"GTS_PDFA1"),
                "it claims PDF/A and does not say what its colours mean (ISO 19005-2, 6.2.3)",
            );
            want(
                self.pdf.trailer.get(b"Encrypt").is_err(),
                "it claims PDF/A and is encrypted (ISO 19005-2, 6.1.3)",
            );
        }
        let is_structured = self.says("pdfuaid:part") || self.says("pdfaid:conformance>A<");
        if is_structured {
            want(self.is_tagged(), "it claims to be accessible and is not tagged (ISO 14289-1, 7.1)");
        }
        if self.says("pdfuaid:part") {
            let preferences =
                self.resolved(self.catalog, b"ViewerPreferences").and_then(|it| it.as_dict().ok());
            let shows = preferences.and_then(|it| it.get(b"DisplayDocTitle").ok()?.as_bool().ok());
            want(shows == Some(true), "it claims PDF/UA and does not show its title (ISO 14289-1, 7.1)");
            want(self.says("<dc:title>"), "it claims PDF/UA and has no title (ISO 14289-1, 7.1)");
        }
        if self.says("GTS_PDFXVersion") {
            want(intent(b"GTS_PDFX"), "it claims PDF/X and is meant for no press (ISO 15930-7, 6.2.2)");
            let mut pages =
                self.pdf.get_pages().into_values().filter_map(|id| self.pdf.get_dictionary(id).ok());
            want(
                pages.all(|page| page.get(b"Annots").is_err()),
                "it claims PDF/X and has links (ISO 15930-7, 6.17)",
            );
        }
        found
    }
}

/// The first thing on a page that is drawn without a mark, or marked without an element.
fn wrong_mark(content: &Content, elements: usize) -> Option<String> {
    let mut open: Vec<bool> = Vec::new();
    for operation in &content.operations {
        match operation.operator.as_str() {
            "BDC" | "BMC" => {
                let tag = operation.operands.first().and_then(|tag| tag.as_name().ok()).unwrap_or_default();
                let facts = operation.operands.get(1).and_then(|facts| facts.as_dict().ok());
                let number = facts.and_then(|facts| facts.get(b"MCID").ok()?.as_i64().ok());
                if number
                    .is_some_and(|number| usize::try_from(number).map_or(true, |number| number >= elements))
                {
                    return Some("something is marked and has no element".into());
                }
                open.push(number.is_some() || tag == b"Artifact");
            }
            "EMC" if open.pop().is_none() => return Some("a mark ends that was not begun".into()),
            "Tj" | "TJ" | "'" | "\"" | "Do" | "f" | "F" | "f*" | "S" | "s" | "B" | "b"
                if !open.contains(&true) =>
            {
                return Some("something is drawn and not marked".into());
            }
            _ => {}
        }
    }
    (!open.is_empty()).then(|| "a mark does not end".into())
}
