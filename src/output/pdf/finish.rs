//! The finishing pass: everything that printpdf can't write, or writes wrongly.

use super::conformance::Claims;
use super::fonts::FontsInUse;
use super::intent::{self, Intent};
use super::leaf::Leaf;
use super::tags::{Annotations, Tags};
use super::{metadata, outline, rounded, sources};
use crate::book::Book;
use crate::edition::Edition;
use crate::edition::production::standard::Standard;
use crate::page::sheet::{LinkArea, Target};
use crate::units::{Length, Rect};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{
    Dictionary, Document, Object, ObjectId, ObjectStreamConfig, SaveOptions, Stream, StringFormat, dictionary,
};
use rayon::prelude::*;
use siphasher::sip128::{Hasher128, SipHasher13};
use std::hash::Hasher;
use std::io::Write;

/// Level 4: on the Federalist papers 10 % larger than level 6 at half its time.
const DEFLATE_LEVEL: u32 = 4;

/// A text string: ASCII as it is, other text as UTF-16 with its mark.
pub(super) fn text(words: &str) -> Object {
    if words.bytes().all(|byte| (0x20..0x7f).contains(&byte)) {
        return Object::String(words.as_bytes().to_vec(), StringFormat::Literal);
    }
    let mut bytes = vec![0xfe, 0xff];
    words.encode_utf16().for_each(|unit| bytes.extend(unit.to_be_bytes()));
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// What a document is finished from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parts<'p> {
    pub(super) edition: &'p Edition,
    pub(super) fonts: &'p FontsInUse,
    /// Its pages.
    pub(super) leaves: &'p [Leaf],
    /// What it says that it meets.
    pub(super) claims: &'p Claims,
    pub(super) intent: Intent<'p>,
    /// What readers of a screen find in it.
    pub(super) screen: Option<Screen<'p>>,
    /// The book whose page numbers it has.
    pub(super) numbered: Option<&'p Book>,
    /// Whether it is printed on both sides and folded.
    pub(super) is_folded: bool,
}

/// What is for screens only: links, tags, bookmarks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Screen<'p> {
    pub(super) book: &'p Book,
    pub(super) tags: &'p Tags<'p>,
}

/// Completes the document and writes it.
pub(super) fn finish(pdf: &mut Document, streams: Vec<Vec<u8>>, parts: &Parts<'_>) -> lopdf::Result<Vec<u8>> {
    let is_old = parts.claims.is_first_part();
    pdf.version = match (is_old, parts.claims.press) {
        (true, _) => "1.4".into(),
        (false, true) => "1.6".into(),
        (false, false) => "1.7".into(),
    };
    drop_introduction(pdf)?;
    let pages = page_ids(pdf)?;
    share_resources(pdf, &pages, parts.leaves.iter().any(|leaf| leaf.marks))?;
    parts.fonts.mend(pdf, is_old);
    if parts.screen.is_none() {
        intent::name_screen_colours(pdf);
    }
    for ((page, leaf), stream) in pages.iter().zip(parts.leaves).zip(streams) {
        boxes(pdf.get_dictionary_mut(*page)?, leaf);
        fill(pdf, *page, stream)?;
    }
    let structure = match &parts.screen {
        Some(Screen { book, tags }) => {
            let links = add_links(pdf, &pages, book)?;
            Some(tags.write(pdf, &pages, &links))
        }
        None => None,
    };
    mend_catalog(pdf, parts, &pages, structure)?;
    deflate(pdf);
    let mut bytes = Vec::new();
    let options = SaveOptions {
        use_object_streams: !is_old,
        use_xref_streams: !is_old,
        // The fastest: of 60,000 elements of structure 3 % larger than the usual one at a third of its time.
        object_stream_config: ObjectStreamConfig { compression_level: 3, ..ObjectStreamConfig::default() },
        ..SaveOptions::default()
    };
    pdf.save_with_options(&mut bytes, options)?;
    Ok(bytes)
}

/// Lets all pages use the fonts and pictures of the first, which printpdf gives to each anew, and adds the colour of
/// marks.
fn share_resources(pdf: &mut Document, pages: &[ObjectId], marks: bool) -> lopdf::Result<()> {
    let mut shared = None;
    for page in pages {
        let own = pdf.get_dictionary(*page)?.get(b"Resources").and_then(Object::as_reference)?;
        match shared {
            None => shared = Some(own),
            Some(shared) => {
                pdf.objects.remove(&own);
                pdf.get_dictionary_mut(*page)?.set("Resources", shared);
            }
        }
    }
    if let Some(resources) = shared.filter(|_| marks) {
        let tint = dictionary! {
            "FunctionType" => 2,
            "Domain" => vec![0.into(), 1.into()],
            "C0" => vec![1.into()],
            "C1" => vec![0.into()],
            "N" => 1,
        };
        let all: Vec<Object> = vec!["Separation".into(), "All".into(), "DeviceGray".into(), tint.into()];
        pdf.get_dictionary_mut(resources)?.set("ColorSpace", dictionary! { "All" => all });
    }
    Ok(())
}

/// Takes out the last page, which only tells printpdf the fonts.
fn drop_introduction(pdf: &mut Document) -> lopdf::Result<()> {
    let root = pdf.catalog()?.get(b"Pages")?.as_reference()?;
    let tree = pdf.get_dictionary_mut(root)?;
    let kids = tree.get_mut(b"Kids")?.as_array_mut()?;
    let page = kids.pop().as_ref().and_then(|page| page.as_reference().ok());
    let count = kids.len() as i64;
    tree.set("Count", count);
    if let Some(Object::Dictionary(page)) = page.and_then(|id| pdf.objects.remove(&id))
        && let Ok(content) = page.get(b"Contents").and_then(Object::as_reference)
    {
        pdf.objects.remove(&content);
    }
    Ok(())
}

fn page_ids(pdf: &Document) -> lopdf::Result<Vec<ObjectId>> {
    let root = pdf.catalog()?.get(b"Pages")?.as_reference()?;
    let kids = pdf.get_dictionary(root)?.get(b"Kids")?.as_array()?;
    kids.iter().map(Object::as_reference).collect()
}

/// Gives a page its content.
fn fill(pdf: &mut Document, page: ObjectId, stream: Vec<u8>) -> lopdf::Result<()> {
    let content = pdf.get_dictionary(page)?.get(b"Contents")?.as_reference()?;
    let content = pdf.get_object_mut(content)?.as_stream_mut()?;
    content.set_plain_content(stream);
    Ok(())
}

/// The links of all pages as objects, each with the key by which its element is found.
fn add_links(pdf: &mut Document, pages: &[ObjectId], book: &Book) -> lopdf::Result<Annotations> {
    let mut annotations = Annotations { ids: Vec::with_capacity(pages.len()) };
    // Links are found behind the pages.
    let mut next_key = pages.len() as i64;
    for (index, (page, sheet)) in pages.iter().zip(&book.sheets).enumerate() {
        let mut ids = Vec::with_capacity(sheet.links.len());
        for link in &sheet.links {
            let mut annotation = annotation(link, book.design.trim.height, *page);
            annotation.set("StructParent", next_key);
            next_key += 1;
            ids.push(pdf.add_object(annotation));
        }
        let dictionary = pdf.get_dictionary_mut(*page)?;
        dictionary.set("StructParents", index as i64);
        dictionary.set("Tabs", "S");
        if !ids.is_empty() {
            dictionary.set("Annots", ids.iter().map(|link| (*link).into()).collect::<Vec<Object>>());
        }
        annotations.ids.push(ids);
    }
    Ok(annotations)
}

/// The boxes of a page: the paper, what is left of it when it is cut, and how far colour runs over that.
fn boxes(page: &mut Dictionary, leaf: &Leaf) {
    let (width, height) = leaf.paper;
    let upwards = |area: Rect| {
        let corners = [area.x, height - area.y - area.height, area.x + area.width, height - area.y];
        Object::Array(corners.map(rounded).map(Object::Real).into())
    };
    let paper = Rect { x: Length::ZERO, y: Length::ZERO, width, height };
    let Rect { x, y, width, height } = leaf.trim;
    let bleed = leaf.bleed;
    let bleed = Rect { x: x - bleed, y: y - bleed, width: width + bleed * 2, height: height + bleed * 2 };
    for (name, area) in [("MediaBox", paper), ("CropBox", paper), ("BleedBox", bleed), ("TrimBox", leaf.trim)]
    {
        page.set(name, upwards(area));
    }
    page.remove(b"Annots");
}

fn annotation(link: &LinkArea, height: Length, page: ObjectId) -> Dictionary {
    let area = link.area;
    let corners = [area.x, height - area.y - area.height, area.x + area.width, height - area.y];
    let rect: Vec<Object> = corners.iter().map(|corner| Object::Real(rounded(*corner))).collect();
    let mut annotation = dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "Rect" => rect,
        "Border" => vec![0.into(), 0.into(), 0.into()],
        "F" => 4,
        "P" => page,
        "Contents" => text(&link.words),
    };
    match &link.target {
        Target::Url(url) => {
            // URIs in a PDF are ASCII (ISO 32000-1, 12.6.4.7); other letters are percent-encoded.
            let address = Object::String(ascii(url).into_bytes(), StringFormat::Literal);
            annotation.set("A", dictionary! { "Type" => "Action", "S" => "URI", "URI" => address });
        }
        Target::Place(name) => annotation.set("Dest", text(name)),
    }
    annotation
}

fn ascii(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for letter in url.chars() {
        if letter.is_ascii_graphic() {
            out.push(letter);
        } else {
            let mut bytes = [0; 4];
            letter.encode_utf8(&mut bytes).bytes().for_each(|byte| out.push_str(&format!("%{byte:02X}")));
        }
    }
    out
}

fn mend_catalog(
    pdf: &mut Document,
    parts: &Parts<'_>,
    pages: &[ObjectId],
    structure: Option<ObjectId>,
) -> lopdf::Result<()> {
    let Parts { edition, claims, screen, .. } = *parts;
    let intents = parts.intent.write(pdf);
    let bookmarks = screen.and_then(|screen| outline::bookmarks(pdf, &screen.book.outline));
    let mut names = Dictionary::new();
    if let Some(places) = screen.and_then(|screen| outline::places(pdf, screen.book, pages)) {
        names.set("Dests", places);
    }
    let has_sources = claims.archive == Some(Standard::A3a);
    let sources = has_sources.then(|| sources::attach(pdf, edition));
    let info = pdf.add_object(metadata::info(edition, claims));
    let id = identity(pdf, edition);
    let uuid = uuid::Uuid::from_bytes(id).to_string();
    let xmp = Stream::new(
        dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
        metadata::xmp(edition, &uuid, claims).into_bytes(),
    );
    let xmp = pdf.add_object(xmp.with_compression(false));
    let old_info = pdf.trailer.get(b"Info").and_then(Object::as_reference);
    if let Ok(old) = old_info {
        pdf.objects.remove(&old);
    }
    pdf.trailer.set("Info", info);
    let id = Object::String(id.to_vec(), StringFormat::Hexadecimal);
    pdf.trailer.set("ID", vec![id.clone(), id]);
    let catalog = pdf.trailer.get(b"Root")?.as_reference()?;
    let catalog = pdf.get_dictionary_mut(catalog)?;
    let mut set = |name: &str, value: Option<Object>| _ = value.map(|value| catalog.set(name, value));
    set("OutputIntents", intents);
    set("StructTreeRoot", structure.map(Object::from));
    set("MarkInfo", structure.map(|_| dictionary! { "Marked" => true }.into()));
    set("Lang", Some(text(edition.language.tag())));
    let direction = if edition.language.is_right_to_left() { "R2L" } else { "L2R" };
    let mut preferences = dictionary! { "DisplayDocTitle" => true, "Direction" => direction };
    if parts.is_folded {
        preferences.set("Duplex", "DuplexFlipShortEdge");
        preferences.set("PrintScaling", "None");
    }
    set("ViewerPreferences", Some(preferences.into()));
    set("PageLayout", Some("SinglePage".into()));
    set("PageLabels", parts.numbered.map(outline::labels));
    set("Metadata", Some(xmp.into()));
    if let Some((files, tree)) = sources {
        names.set("EmbeddedFiles", tree);
        set("AF", Some(files.into()));
    }
    set("Names", (!names.is_empty()).then_some(names.into()));
    set("PageMode", Some(if bookmarks.is_some() { "UseOutlines" } else { "UseNone" }.into()));
    set("Outlines", bookmarks.map(Object::from));
    Ok(())
}

/// Sixteen bytes that follow from title and content.
fn identity(pdf: &Document, edition: &Edition) -> [u8; 16] {
    let mut hasher = SipHasher13::new();
    hasher.write(edition.title.as_bytes());
    for object in pdf.objects.values() {
        if let Object::Stream(stream) = object {
            hasher.write(&stream.content);
        }
    }
    hasher.finish128().as_bytes()
}

/// Deflates what gets smaller by it, on all cores. Each stream alone, so the result does not depend on their number.
fn deflate(pdf: &mut Document) {
    let streams = pdf.objects.par_iter_mut().filter_map(|(_, object)| match object {
        Object::Stream(stream) => Some(stream),
        _ => None,
    });
    streams.for_each(|stream| {
        let is_plain =
            stream.dict.get(b"Filter").is_err() && stream.allows_compression && stream.content.len() > 64;
        if !is_plain {
            return;
        }
        let mut encoder =
            ZlibEncoder::new(Vec::with_capacity(stream.content.len() / 2), Compression::new(DEFLATE_LEVEL));
        let deflated = encoder.write_all(&stream.content).and_then(|()| encoder.finish());
        if let Ok(deflated) = deflated
            && deflated.len() < stream.content.len()
        {
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(deflated);
        }
    });
}
