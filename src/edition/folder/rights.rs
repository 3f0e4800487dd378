//! Credits and permissions out of front matter and `edition.toml`, and into values of front matter again.

use super::front_matter::Value;
use super::keys;
use crate::edition::date::Date;
use crate::edition::permission::licence::{CreativeCommons, Licence};
use crate::edition::permission::{Permission, State};
use crate::edition::piece::{Changes, Credit};
use crate::notice::{Notices, Place};

/// The keys of a credit; the first is what a bare text says.
pub(super) const CREDIT: [&str; 5] = ["outlet", "date", "url", "title", "changes"];

/// The keys of a permission; the first is what a bare text says.
pub(super) const PERMISSION: [&str; 7] = ["state", "holder", "date", "document", "licence", "url", "wording"];

/// Reads the parts of one value; `key` is what notices call it.
struct Reader<'a> {
    key: &'a str,
    value: &'a Value,
    place: &'a Place,
    notices: &'a mut Notices,
}

impl Reader<'_> {
    fn text(&self, key: &str) -> Option<String> {
        let spelled = |name: &&str| is_same_key(name, key);
        match self.value {
            Value::Map(entries) => {
                entries.iter().find(|(name, _)| spelled(&name.as_str())).and_then(|(_, value)| value.text())
            }
            _ => None,
        }
    }

    fn date(&mut self) -> Option<Date> {
        let written = self.text("date")?;
        let date = Date::parse(&written);
        if date.is_none() {
            let what = format!("the date of the {}, “{written}”, is none; it is left out", self.key);
            self.fault(what, "write it like 2026-03-01, 2026-03 or 2026");
        }
        date
    }

    /// Remarks on keys that mean nothing here, and on values that are no texts.
    fn odd(&mut self, known: &[&str]) {
        let Value::Map(entries) = self.value else { return };
        for (name, value) in entries {
            if !known.iter().any(|known| is_same_key(name, known)) {
                let hint = keys::nearest(&name.to_lowercase(), known).map_or_else(
                    || format!("known are {}", known.join(", ")),
                    |near| format!("did you mean “{near}”?"),
                );
                let what = format!("“{name}” means nothing in “{}”; it is kept as it is", self.key);
                self.notices.remark(self.place.clone(), what, hint);
            } else if matches!(value, Value::List(_) | Value::Map(_)) {
                self.fault(format!("“{name}” of the {} should be a text; it is left out", self.key), "");
            }
        }
    }

    fn fault(&mut self, what: String, hint: impl Into<String>) {
        self.notices.fault(self.place.clone(), what, hint);
    }
}

/// A credit: an outlet, or a map.
pub(super) fn credit(key: &str, value: &Value, place: &Place, notices: &mut Notices) -> Option<Credit> {
    if let Some(outlet) = value.text() {
        return Some(Credit { outlet, ..Credit::default() });
    }
    let mut reader = Reader { key, value, place, notices };
    reader.odd(&CREDIT);
    let credit = Credit {
        outlet: reader.text("outlet").unwrap_or_default(),
        date: reader.date(),
        url: reader.text("url"),
        title: reader.text("title"),
        changes: reader.text("changes").as_deref().and_then(Changes::parse),
    };
    if credit == Credit::default() {
        let known = CREDIT.map(|key| format!("“{key}”")).join(", ");
        reader.fault(format!("“{key}” should be a map with {known}; it is left out"), "");
        return None;
    }
    Some(credit)
}

/// A permission: a state, the name of a licence, or a map.
pub(super) fn permission(
    key: &str,
    value: &Value,
    place: &Place,
    notices: &mut Notices,
) -> Option<Permission> {
    let mut reader = Reader { key, value, place, notices };
    if let Some(word) = value.text() {
        return Some(bare(&word, &mut reader));
    }
    reader.odd(&PERMISSION);
    let licence = match (reader.text("licence"), reader.text("url")) {
        (None, None) => None,
        (name, url) => Some(Licence { name: name.unwrap_or_default(), url }),
    };
    let stated = reader.text("state");
    let permission = Permission {
        state: stated.as_deref().map(State::parse).or(licence.as_ref().map(|_| State::Licence)),
        holder: reader.text("holder"),
        date: reader.date(),
        document: reader.text("document").map(|path| tidy(&path).into()),
        licence,
        wording: reader.text("wording"),
    };
    if permission == Permission::default() {
        let hint = format!("write {key}: own, or a map with {}", PERMISSION.join(", "));
        reader.fault(format!("“{key}” says nothing; it is left out"), hint);
        return None;
    }
    doubts(&permission, &mut reader);
    Some(permission)
}

/// The key of a permission that a single word is the value of.
pub(super) fn key_of(word: &str) -> &'static str {
    let is_licence =
        matches!(State::parse(word), State::Unknown(_)) && CreativeCommons::parse(word).is_some();
    if is_licence { "licence" } else { "state" }
}

/// What a single word says.
fn bare(word: &str, reader: &mut Reader<'_>) -> Permission {
    if key_of(word) == "licence" {
        let licence = Some(Licence { name: word.to_string(), url: None });
        return Permission { licence, ..Permission::stated(State::Licence) };
    }
    let permission = Permission::stated(State::parse(word));
    doubts(&permission, reader);
    permission
}

/// What can't be meant: unknown states, documents outside.
fn doubts(permission: &Permission, reader: &mut Reader<'_>) {
    if let Some(State::Unknown(word)) = &permission.state {
        let known = State::ALL.map(|state| state.word().to_string());
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let hint = keys::nearest(&word.to_lowercase(), &known)
            .map_or_else(|| format!("write {}", known.join(", ")), |near| format!("did you mean “{near}”?"));
        reader.fault(format!("“{word}” is no state of a permission"), hint);
    }
    if let Some(path) = permission.document.as_deref().filter(|path| !Permission::is_path(path)) {
        let what = format!("the document “{path}” lies outside the edition’s folder");
        reader.fault(what, "copy it into “permissions” and name it from there: permissions/letter.pdf");
    }
}

/// A path as it is kept: forward slashes, no steps that lead nowhere; one that begins outside stays as it is.
fn tidy(path: &str) -> String {
    let path = path.trim();
    if Permission::is_path(path) { super::source::tidy(path) } else { path.to_string() }
}

/// A credit as a value of front matter.
pub(super) fn credit_value(credit: &Credit) -> Value {
    let changes = credit.changes.as_ref().map(Changes::written);
    map([
        ("outlet", Some(credit.outlet.as_str()).filter(|outlet| !outlet.is_empty())),
        ("date", credit.date.map(|date| date.to_string()).as_deref()),
        ("url", credit.url.as_deref()),
        ("title", credit.title.as_deref()),
        ("changes", changes),
    ])
}

/// A permission as a value of front matter.
pub(super) fn permission_value(permission: &Permission) -> Value {
    let licence = permission.licence.as_ref();
    let name = licence.map(|licence| licence.name.as_str()).filter(|name| !name.is_empty());
    // A licence says by itself that it is one.
    let state = permission.state.as_ref().filter(|state| **state != State::Licence || licence.is_none());
    map([
        ("state", state.map(State::word)),
        ("holder", permission.holder.as_deref()),
        ("date", permission.date.map(|date| date.to_string()).as_deref()),
        ("document", permission.document.as_deref()),
        ("licence", name),
        ("url", licence.and_then(|licence| licence.url.as_deref())),
        ("wording", permission.wording.as_deref()),
    ])
}

fn map<const N: usize>(entries: [(&str, Option<&str>); N]) -> Value {
    let said =
        entries.into_iter().filter_map(|(key, text)| Some((key.to_string(), Value::Text(text?.to_string()))));
    Value::Map(said.collect())
}

/// Whether two keys of a map are one; licences are spelt in two ways.
pub(super) fn is_same_key(one: &str, other: &str) -> bool {
    let is_licence = |key: &str| key.eq_ignore_ascii_case("licence") || key.eq_ignore_ascii_case("license");
    one.eq_ignore_ascii_case(other) || is_licence(one) && is_licence(other)
}

/// What front matter says of a credit or a permission now: `written`, with what differs between `before` and `after`.
/// Keys that mean nothing stay, and words that were not understood.
pub(super) fn changed(
    written: &Value,
    before: Option<&Value>,
    after: Option<&Value>,
    bare: &str,
) -> Option<Value> {
    let of = |value: Option<&Value>, key: &str| value.and_then(|value| value.get(key)).cloned();
    let mut entries = match written {
        Value::Map(entries) => entries.clone(),
        written => written.text().map(|text| (bare.to_string(), Value::Text(text))).into_iter().collect(),
    };
    for key in CREDIT.iter().chain(&PERMISSION) {
        let new = of(after, key);
        if new == of(before, key) {
            continue;
        }
        let at = entries.iter().position(|(known, _)| is_same_key(known, key));
        match (new, at) {
            (Some(new), Some(at)) => entries[at].1 = new,
            (Some(new), None) => entries.push(((*key).to_string(), new)),
            (None, Some(at)) => drop(entries.remove(at)),
            (None, None) => {}
        }
    }
    match (entries.as_slice(), written) {
        ([], _) => None,
        ([(_, only)], Value::Text(_)) => Some(only.clone()),
        _ => Some(Value::Map(entries)),
    }
}
