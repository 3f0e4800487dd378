//! The parts of a Word file, and the relations by which they name each other.

use crate::import::archive::{Archive, folder, resolve};
use crate::import::xml;
use crate::notice::{Notices, Place};
use std::collections::BTreeMap;
use std::path::Path;

/// The file, and where to report.
pub(super) struct Parts<'b, 'n> {
    pub(super) archive: Archive<'b>,
    pub(super) path: &'n Path,
    pub(super) notices: &'n mut Notices,
}

/// What a part refers to, by identifier.
#[derive(Clone, Debug, Default)]
pub(super) struct Relations {
    by_id: BTreeMap<String, Relation>,
}

/// What a part refers to.
#[derive(Clone, Debug)]
pub(super) struct Relation {
    /// The last word of its type, such as “image”.
    pub(super) kind: String,
    /// A part, or an address outside.
    pub(super) target: String,
    /// Whether it lies outside the file.
    pub(super) is_external: bool,
}

impl Relations {
    /// The relation of this identifier.
    pub(super) fn get(&self, id: &str) -> Option<&Relation> {
        self.by_id.get(id)
    }

    /// The first part of this kind.
    pub(super) fn of_kind(&self, kind: &str) -> Option<String> {
        let mut all = self.by_id.values();
        all.find(|one| one.kind == kind && !one.is_external).map(|one| one.target.clone())
    }
}

impl Parts<'_, '_> {
    /// The part with the text.
    pub(super) fn main(&mut self) -> Option<String> {
        let named = self.relations("").of_kind("officeDocument").filter(|part| !is_of_other_program(part));
        let usual = Some("word/document.xml".to_string());
        named.filter(|part| self.archive.has(part)).or(usual).filter(|part| self.archive.has(part))
    }

    /// The relations of a part; those of the file itself for an empty name.
    pub(super) fn relations(&mut self, part: &str) -> Relations {
        let base = folder(part);
        let file = part.rsplit('/').next().unwrap_or_default();
        let name = [base, "_rels", &format!("{file}.rels")].join("/");
        let bytes = self.archive.part(&name).unwrap_or_default();
        let text = xml::decode(&bytes);
        let Ok(document) = xml::parse(&text) else { return Relations::default() };
        let mut relations = Relations::default();
        for node in xml::all(document.root_element(), "Relationship") {
            let get = |name| xml::attribute(node, name).unwrap_or_default();
            let is_external = get("TargetMode") == "External";
            let target =
                if is_external { Some(get("Target").to_string()) } else { resolve(base, get("Target")) };
            if let Some(target) = target {
                let kind = get("Type").rsplit('/').next().unwrap_or_default().to_string();
                relations.by_id.insert(get("Id").to_string(), Relation { kind, target, is_external });
            }
        }
        relations
    }

    /// The text of a part that the main part refers to.
    pub(super) fn beside(
        &mut self,
        relations: &Relations,
        main: &str,
        kind: &str,
    ) -> Option<(String, String)> {
        let usual = || format!("{}/{kind}.xml", folder(main));
        let part = relations.of_kind(kind).unwrap_or_else(usual);
        let bytes = self.archive.part(&part).ok()?;
        Some((part, xml::decode(&bytes).into_owned()))
    }

    /// The whole file as a place.
    pub(super) fn place(&self) -> Place {
        Place::file(self.path)
    }
}

fn is_of_other_program(part: &str) -> bool {
    part.starts_with("xl/") || part.starts_with("ppt/")
}
