//! Bookmarks, named places and page labels.

use super::finish::text;
use crate::book::{Book, Bookmark};
use crate::page::sheet::Folio;
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

/// Adds the bookmarks; gives their root.
pub(super) fn bookmarks(pdf: &mut Document, marks: &[Bookmark]) -> Option<ObjectId> {
    if marks.is_empty() {
        return None;
    }
    let root = pdf.new_object_id();
    let (first, last, count) = level(pdf, root, marks);
    pdf.set_object(
        root,
        dictionary! { "Type" => "Outlines", "First" => first, "Last" => last, "Count" => count },
    );
    Some(root)
}

/// One level of bookmarks, all open; gives the first, the last, and how many are visible. Not called with none.
fn level(pdf: &mut Document, parent: ObjectId, marks: &[Bookmark]) -> (ObjectId, ObjectId, i64) {
    let ids: Vec<ObjectId> = marks.iter().map(|_| pdf.new_object_id()).collect();
    let mut visible = marks.len() as i64;
    for (index, mark) in marks.iter().enumerate() {
        let mut entry =
            dictionary! { "Title" => text(&mark.title), "Parent" => parent, "Dest" => text(&mark.target) };
        if index > 0 {
            entry.set("Prev", ids[index - 1]);
        }
        if let Some(next) = ids.get(index + 1) {
            entry.set("Next", *next);
        }
        if !mark.children.is_empty() {
            let (first, last, count) = level(pdf, ids[index], &mark.children);
            entry.set("First", first);
            entry.set("Last", last);
            entry.set("Count", count);
            visible += count;
        }
        pdf.set_object(ids[index], entry);
    }
    (ids[0], ids[ids.len() - 1], visible)
}

/// The name tree of all places, sorted by bytes as the standard asks (ISO 32000-1, 7.9.6).
pub(super) fn places(pdf: &mut Document, book: &Book, pages: &[ObjectId]) -> Option<Object> {
    let mut places: Vec<_> = book.destinations.iter().filter(|place| place.sheet < pages.len()).collect();
    places.sort_by(|a, b| a.name.cmp(&b.name));
    places.dedup_by(|a, b| a.name == b.name);
    let height = book.design.trim.height;
    let mut leaves: Vec<Object> = Vec::new();
    for part in places.chunks(64) {
        let names: Vec<Object> = part
            .iter()
            .flat_map(|place| {
                let top = super::rounded(height - place.y);
                let page = Object::Reference(pages[place.sheet]);
                let target = vec![page, "XYZ".into(), Object::Null, Object::Real(top), Object::Null];
                [text(&place.name), Object::Array(target)]
            })
            .collect();
        let limits = vec![text(&part[0].name), text(&part[part.len() - 1].name)];
        leaves.push(pdf.add_object(dictionary! { "Names" => names, "Limits" => limits }).into());
    }
    (!leaves.is_empty()).then(|| Object::Dictionary(dictionary! { "Kids" => leaves }))
}

/// The page labels: a range begins wherever the numbering changes.
pub(super) fn labels(book: &Book) -> Object {
    let mut ranges: Vec<Object> = Vec::new();
    let mut before: Option<Folio> = None;
    for (index, sheet) in book.sheets.iter().enumerate() {
        let shown = book.printed(sheet.folio);
        if !shown.is_ascii() {
            // Viewers count in Latin figures only: others are labels of one page each.
            ranges.push((index as i64).into());
            ranges.push(dictionary! { "P" => text(&shown) }.into());
            before = None;
            continue;
        }
        let follows = match (before, sheet.folio) {
            (Some(Folio::Roman(a)), Folio::Roman(b)) | (Some(Folio::Arabic(a)), Folio::Arabic(b)) => {
                b == a + 1
            }
            _ => false,
        };
        if !follows {
            let (style, start) = match sheet.folio {
                Folio::Roman(number) => ("r", number),
                Folio::Arabic(number) => ("D", number),
            };
            let mut label: Dictionary = dictionary! { "S" => style };
            if start != 1 {
                label.set("St", i64::from(start));
            }
            ranges.push((index as i64).into());
            ranges.push(label.into());
        }
        before = Some(sheet.folio);
    }
    Object::Dictionary(dictionary! { "Nums" => ranges })
}
