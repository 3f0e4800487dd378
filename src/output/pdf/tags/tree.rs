//! The elements as objects of the file: the tree, and the way back to it from pages and links (ISO 32000-1, 14.7.2).

use super::{BOOK, Element, Extra, Kid, Tags};
use crate::output::pdf::finish::text;
use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat, dictionary};

/// How many entries a leaf of a tree of numbers or names has.
const LEAF: usize = 64;

/// The objects of the links of all pages.
#[derive(Debug)]
pub(in crate::output::pdf) struct Annotations {
    /// By page.
    pub(in crate::output::pdf) ids: Vec<Vec<ObjectId>>,
}

impl Tags<'_> {
    /// Writes the tree; gives its root.
    pub(in crate::output::pdf) fn write(
        &self,
        pdf: &mut Document,
        pages: &[ObjectId],
        annotations: &Annotations,
    ) -> ObjectId {
        let root = pdf.new_object_id();
        let ids: Vec<ObjectId> = self.elements.iter().map(|_| pdf.new_object_id()).collect();
        let mut named: Vec<(String, ObjectId)> = Vec::new();
        for (element, id) in self.elements.iter().zip(&ids) {
            let parent = if *id == ids[BOOK as usize] { root } else { ids[element.parent as usize] };
            let mut object = dictionary! { "Type" => "StructElem", "S" => element.tag, "P" => parent };
            if matches!(element.extra, Extra::Named) {
                let name = format!("note-{:06}", named.len() + 1);
                object.set("ID", Object::String(name.clone().into_bytes(), StringFormat::Literal));
                named.push((name, *id));
            }
            describe(element, &mut object);
            self.kids(element, &mut object, &ids, pages, annotations);
            pdf.set_object(*id, object);
        }
        let mut tree = dictionary! { "Type" => "StructTreeRoot", "K" => ids[BOOK as usize] };
        let (parents, next) = self.parents(pdf, &ids);
        tree.set("ParentTree", parents);
        tree.set("ParentTreeNextKey", next);
        if !named.is_empty() {
            let names = leaves(
                pdf,
                "Names",
                named.iter().map(|(name, id)| {
                    (Object::String(name.clone().into_bytes(), StringFormat::Literal), Object::Reference(*id))
                }),
            );
            tree.set("IDTree", names);
        }
        pdf.set_object(root, tree);
        root
    }

    fn kids(
        &self,
        element: &Element,
        object: &mut Dictionary,
        ids: &[ObjectId],
        pages: &[ObjectId],
        annotations: &Annotations,
    ) {
        let own = element.kids.iter().find_map(|kid| match kid {
            Kid::Content(page, _) => Some(*page),
            _ => None,
        });
        if let Some(page) = own {
            object.set("Pg", pages[page as usize]);
        }
        let mut kids: Vec<Object> = element.kids.iter().map(|kid| match kid {
            Kid::Element(id) => ids[*id as usize].into(),
            Kid::Content(page, number) if Some(*page) == own => i64::from(*number).into(),
            Kid::Content(page, number) => {
                dictionary! { "Type" => "MCR", "Pg" => pages[*page as usize], "MCID" => i64::from(*number) }.into()
            }
            Kid::Link(page, link) => {
                let annotation = annotations.ids[*page as usize][*link as usize];
                dictionary! { "Type" => "OBJR", "Pg" => pages[*page as usize], "Obj" => annotation }.into()
            }
        }).collect();
        match kids.len() {
            0 => {}
            1 => object.set("K", kids.remove(0)),
            _ => object.set("K", kids),
        }
    }

    /// The way from a page's content, and from links, to their elements; and the next number that is free.
    fn parents(&self, pdf: &mut Document, ids: &[ObjectId]) -> (Object, i64) {
        let of_pages = self.pages.iter().map(|on_page| {
            Object::Array(on_page.iter().map(|element| ids[*element as usize].into()).collect())
        });
        let of_links = self.links.iter().flatten().map(|element| match element {
            Some(element) => ids[*element as usize].into(),
            None => Object::Null,
        });
        let all: Vec<Object> = of_pages.chain(of_links).collect();
        let next = all.len() as i64;
        let entries = all.into_iter().enumerate().filter(|(_, parent)| *parent != Object::Null);
        (leaves(pdf, "Nums", entries.map(|(key, parent)| ((key as i64).into(), parent))), next)
    }
}

/// What an element says beside its content.
fn describe(element: &Element, object: &mut Dictionary) {
    if let Some(language) = element.language {
        object.set("Lang", text(language.tag()));
    }
    if let Some(alt) = &element.alt {
        object.set("Alt", text(alt));
    }
    let attributes = match element.extra {
        Extra::Nothing | Extra::Named => return,
        Extra::OfColumn => dictionary! { "O" => "Table", "Scope" => "Column" },
        Extra::Labelled(how) => dictionary! { "O" => "List", "ListNumbering" => how },
        Extra::Box(corners) => {
            let corners: Vec<Object> = corners.into_iter().map(Object::Real).collect();
            dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => corners }
        }
    };
    object.set("A", attributes);
}

/// A tree of sorted entries: one root with as many leaves as are needed.
fn leaves(pdf: &mut Document, kind: &str, entries: impl Iterator<Item = (Object, Object)>) -> Object {
    let entries: Vec<(Object, Object)> = entries.collect();
    let mut kids: Vec<Object> = Vec::new();
    for part in entries.chunks(LEAF) {
        let limits = vec![part[0].0.clone(), part[part.len() - 1].0.clone()];
        let flat: Vec<Object> = part.iter().flat_map(|(key, value)| [key.clone(), value.clone()]).collect();
        kids.push(pdf.add_object(dictionary! { "Limits" => limits, kind => flat }).into());
    }
    let root = dictionary! { "Kids" => kids };
    pdf.add_object(root).into()
}
