//! The finishing pass: everything that printpdf can't write, or writes wrongly.

use super::colour;
use super::conformance::Claims;
use super::fonts::FontsInUse;
use super::tags::{Annotations, Tags};
use super::{metadata, outline, rounded};
use crate::book::Book;
use crate::edition::Edition;
use crate::page::sheet::{LinkArea, Target};
use crate::units::Length;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Document, Object, ObjectId, SaveOptions, Stream, StringFormat, dictionary};
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
    pub(super) book: &'p Book,
    pub(super) edition: &'p Edition,
    pub(super) fonts: &'p FontsInUse,
    pub(super) tags: &'p Tags<'p>,
    pub(super) claims: Claims,
}

/// Completes the document and writes it.
pub(super) fn finish(pdf: &mut Document, streams: Vec<Vec<u8>>, parts: &Parts<'_>) -> lopdf::Result<Vec<u8>> {
    let Parts { book, fonts, tags, .. } = *parts;
    pdf.version = "1.7".into();
    drop_introduction(pdf)?;
    let pages = page_ids(pdf)?;
    fonts.mend(pdf);
    let mut annotations = Annotations { ids: Vec::with_capacity(pages.len()) };
    // Links are found behind the pages.
    let mut next_key = pages.len() as i64;
    for (index, ((page, sheet), stream)) in pages.iter().zip(&book.sheets).zip(streams).enumerate() {
        let links = add_links(pdf, *page, book.design.trim.height, &sheet.links, &mut next_key);
        mend_page(pdf, *page, index, book, &links)?;
        annotations.ids.push(links);
        fill(pdf, *page, stream)?;
    }
    let structure = tags.write(pdf, &pages, &annotations);
    mend_catalog(pdf, parts, &pages, structure)?;
    deflate(pdf);
    let mut bytes = Vec::new();
    let options = SaveOptions { use_object_streams: true, use_xref_streams: true, ..SaveOptions::default() };
    pdf.save_with_options(&mut bytes, options)?;
    Ok(bytes)
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

/// The links of a page as objects, each with the next key by which its element is found.
fn add_links(
    pdf: &mut Document,
    page: ObjectId,
    height: Length,
    links: &[LinkArea],
    next_key: &mut i64,
) -> Vec<ObjectId> {
    let mut ids = Vec::with_capacity(links.len());
    for link in links {
        let mut annotation = annotation(link, height, page);
        annotation.set("StructParent", *next_key);
        *next_key += 1;
        ids.push(pdf.add_object(annotation));
    }
    ids
}

fn mend_page(
    pdf: &mut Document,
    page: ObjectId,
    index: usize,
    book: &Book,
    links: &[ObjectId],
) -> lopdf::Result<()> {
    let height = book.design.trim.height;
    let full = vec![
        0.into(),
        0.into(),
        Object::Real(rounded(book.design.trim.width)),
        Object::Real(rounded(height)),
    ];
    let dictionary = pdf.get_dictionary_mut(page)?;
    for name in ["MediaBox", "CropBox", "BleedBox", "TrimBox"] {
        dictionary.set(name, full.clone());
    }
    dictionary.set("StructParents", index as i64);
    dictionary.set("Tabs", "S");
    if links.is_empty() {
        dictionary.remove(b"Annots");
    } else {
        dictionary.set("Annots", links.iter().map(|link| (*link).into()).collect::<Vec<Object>>());
    }
    Ok(())
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
    structure: ObjectId,
) -> lopdf::Result<()> {
    let Parts { book, edition, claims, .. } = *parts;
    let intent = output_intent(pdf);
    let bookmarks = outline::bookmarks(pdf, &book.outline);
    let places = outline::places(pdf, book, pages);
    let info = pdf.add_object(metadata::info(edition));
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
    catalog.set("OutputIntents", vec![intent]);
    catalog.set("StructTreeRoot", structure);
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("Lang", text(edition.language.tag()));
    let direction = if edition.language.is_right_to_left() { "R2L" } else { "L2R" };
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true, "Direction" => direction });
    catalog.set("PageLayout", "SinglePage");
    catalog.set("PageLabels", outline::labels(book));
    catalog.set("Metadata", xmp);
    if let Some(places) = places {
        catalog.set("Names", places);
    }
    match bookmarks {
        Some(root) => {
            catalog.set("Outlines", root);
            catalog.set("PageMode", "UseOutlines");
        }
        None => catalog.set("PageMode", "UseNone"),
    }
    Ok(())
}

/// What the colours of the file mean: those of screens. Archives want it said (ISO 19005-2, 6.2.3).
fn output_intent(pdf: &mut Document) -> Object {
    let name = text("sRGB IEC61966-2.1");
    let mut intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => name.clone(),
        "Info" => name,
    };
    if let Some(profile) = colour::screen() {
        let stream = Stream::new(dictionary! { "N" => 3, "Alternate" => "DeviceRGB" }, profile);
        intent.set("DestOutputProfile", pdf.add_object(stream));
    }
    pdf.add_object(intent).into()
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
