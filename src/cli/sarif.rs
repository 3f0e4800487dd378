//! What was found, as SARIF 2.1.0 (OASIS, 2020): the form in which editors and code hosts read the findings of checks.

use super::check::Checked;
use super::report;
use crate::notice::{self, Mend, Notice, Rule, Weight};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The name of the edition's folder in addresses of files.
const FOLDER: &str = "EDITION";

#[derive(Debug, Serialize)]
pub(super) struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: Vec<Run>,
}

/// The findings of one edition or variant.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Run {
    tool: Tool,
    automation_details: Automation,
    original_uri_base_ids: BTreeMap<&'static str, Base>,
    column_kind: &'static str,
    results: Vec<Found>,
}

#[derive(Debug, Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<Descriptor>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: &'static str,
    short_description: Words,
    help: Words,
}

#[derive(Debug, Serialize)]
struct Automation {
    id: String,
}

#[derive(Debug, Serialize)]
struct Base {
    description: Words,
}

#[derive(Debug, Serialize)]
struct Words {
    text: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Found {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Words,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    locations: Vec<Location>,
    partial_fingerprints: BTreeMap<&'static str, String>,
    #[serde(skip_serializing_if = "Properties::is_empty")]
    properties: Properties,
}

/// What SARIF has no field for.
#[derive(Debug, Default, Serialize)]
struct Properties {
    #[serde(skip_serializing_if = "Option::is_none")]
    mend: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<String>,
}

impl Properties {
    fn is_empty(&self) -> bool {
        self.mend.is_none() && self.page.is_none()
    }
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: Physical,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Artifact {
    uri: String,
    uri_base_id: &'static str,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_column: Option<usize>,
}

/// A log of runs.
pub(super) fn log(runs: Vec<Run>) -> Log {
    Log { schema: SCHEMA, version: "2.1.0", runs }
}

/// The run of an edition or one of its variants.
pub(super) fn run(dir: &Path, checked: &Checked) -> Run {
    // Of all rules those that found something: a list of what was not found helps nobody.
    let mut rules: Vec<Rule> = checked.notices.iter().map(|notice| notice.rule).collect();
    rules.sort_unstable();
    rules.dedup();
    let results = checked.notices.iter().zip(notice::ids(&checked.notices));
    let results = results.map(|(notice, id)| found(notice, id, &rules)).collect();
    let folder = Base { description: words("The folder of the edition") };
    let edition = report::portable(dir);
    let id = match &checked.variant {
        None => edition,
        Some(variant) => format!("{edition} ({variant})"),
    };
    Run {
        tool: Tool {
            driver: Driver {
                name: "Pamphleteer",
                semantic_version: env!("CARGO_PKG_VERSION"),
                rules: rules.into_iter().map(descriptor).collect(),
            },
        },
        automation_details: Automation { id },
        original_uri_base_ids: BTreeMap::from([(FOLDER, folder)]),
        column_kind: "unicodeCodePoints",
        results,
    }
}

fn words(text: impl Into<String>) -> Words {
    Words { text: text.into() }
}

fn descriptor(rule: Rule) -> Descriptor {
    Descriptor {
        id: rule.id(),
        short_description: words(format!("{}.", rule.about())),
        help: words(rule.help()),
    }
}

fn found(notice: &Notice, id: String, rules: &[Rule]) -> Found {
    let hint = if notice.hint.is_empty() { String::new() } else { format!(" ({})", notice.hint) };
    let physical = notice.place.file.as_deref().map(|file| Physical {
        artifact_location: Artifact { uri: uri(file), uri_base_id: FOLDER },
        region: notice.place.line.map(|start_line| Region { start_line, start_column: notice.place.column }),
    });
    Found {
        rule_id: notice.rule.id(),
        rule_index: rules.iter().position(|rule| *rule == notice.rule).unwrap_or_default(),
        level: match notice.weight {
            Weight::Fault => "error",
            Weight::Doubt => "warning",
            Weight::Remark => "note",
        },
        message: words(format!("{}{hint}", notice.what)),
        locations: physical.into_iter().map(|physical_location| Location { physical_location }).collect(),
        partial_fingerprints: BTreeMap::from([("pamphleteer/v1", id)]),
        properties: Properties { mend: notice.mend.map(Mend::word), page: notice.place.page.clone() },
    }
}

/// A path as a relative reference (RFC 3986): letters that may not stand in one are written as their bytes.
fn uri(file: &Path) -> String {
    let mut uri = String::new();
    for byte in report::portable(file).bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(byte.into())
            }
            byte => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_relative_references() {
        assert_eq!(uri(Path::new("pieces/03 über uns#1.md")), "pieces/03%20%C3%BCber%20uns%231.md");
    }
}
